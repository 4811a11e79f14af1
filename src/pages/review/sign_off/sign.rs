//! The dialog that signs: everything that is frozen by it, and nothing else.

use crate::view::prelude::*;

use crate::api::snapshot_file::FileDigest;
use crate::components::dialog::Dialog;
use crate::pages::review::file_work::written;
use crate::state::review::{Review, ToSave};
use crate::state::spawn;
use crate::words::{Text, use_locale};
use domain::review::decisions::{Counts, Decisions, Tally};
use domain::text::reveal::visible;

#[component]
pub(super) fn SignDialog(review: Review, is_signing: RwSignal<bool>) -> impl IntoView {
    dynamic(move || is_signing.get().then(|| view! { <Question review is_signing/> }))
}

#[component]
fn Question(review: Review, is_signing: RwSignal<bool>) -> impl IntoView {
    let t = use_locale();
    let close = Callback::new(move |()| is_signing.set(false));
    let file = StoredValue::new(None::<(ToSave, FileDigest)>);
    let digest = RwSignal::new(None::<String>);
    if let Some(to_save) = review.to_sign() {
        spawn(async move {
            if let Some(done) = written(&to_save, |_| ()).await {
                let _ = file.try_set_value(Some((to_save, done.file)));
                let _ = digest.try_set(Some(done.file.to_string()));
            }
        });
    }
    let is_ready = Signal::derive(move || digest.with(Option::is_some));
    let sign = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if let Some((file, digest)) = file.get_value() {
            close.run(());
            review.sign(file, digest);
        }
    };
    let counts = untrack(|| review.signing().counts());
    let (not_read, own) = untrack(|| not_signed(review));
    let signer = visible(review.caller().name.as_str());
    let shown = move || digest.get().unwrap_or_else(|| t.words().sign_off().computing.to_owned());
    view! {
        <Dialog title=t.prop(|w| w.sign_off().sign_review) on_dismiss=close>
            <form class="dialog__body" novalidate on:submit=sign>
                {count_table(counts)}
                {left_open(not_read, own)}
                <dl class="digests">
                    <dt>{t.label(|w| w.sign_off().statement)}</dt>
                    <dd>{t.label(|w| w.sign_off().statement_text)}</dd>
                    <dt>{t.label(|w| w.sign_off().signer)}</dt>
                    <dd>{signer}</dd>
                    <dt>{t.label(|w| w.sign_off().snapshot)}</dt>
                    <dd><code class="id">{dynamic(shown)}</code></dd>
                </dl>
                <div class="dialog__foot">
                    <button type="button" class="button" on:click=move |_| close.run(())>
                        {t.label(|w| w.sign_off().cancel)}
                    </button>
                    <button
                        type="submit"
                        class="button button--primary"
                        aria-disabled=move || (!is_ready.get()).to_string()
                    >
                        {t.label(|w| w.sign_off().sign)}
                    </button>
                </div>
            </form>
        </Dialog>
    }
}

/// How many lists are not read, and how many of the permissions are the signer's own.
fn not_signed(review: Review) -> (usize, usize) {
    let signing = review.signing();
    let not_read = signing.reviewed().map_or(0, |reviewed| {
        reviewed.snapshot.subjects().iter().filter(|subject| subject.reading.is_open()).count()
    });
    let own = signing.with(Decisions::own);
    (not_read, own.unwrap_or_default())
}

/// What a sign-off leaves open: lists that were not read, and permissions of the signer's own.
pub(super) fn left_open(not_read: usize, own: usize) -> AnyView {
    let t = use_locale();
    view! {
        <ul class="lines">
            <li>{dynamic(move || (t.words().sign_off().not_read)(not_read))}</li>
            <li>{dynamic(move || (t.words().sign_off().own)(own))}</li>
        </ul>
    }
    .into_any()
}

/// How many were decided how, one by one and together.
pub(super) fn count_table(counts: Counts) -> AnyView {
    let t = use_locale();
    let heads: [Text; 2] = [t.prop(|w| w.report().one_by_one), t.prop(|w| w.report().together)];
    let rows: [(Text, Tally); 5] = [
        (t.prop(|w| w.sign_off().keep), counts.keep),
        (t.prop(|w| w.sign_off().lower), counts.lower),
        (t.prop(|w| w.sign_off().remove), counts.remove),
        (t.prop(|w| w.sign_off().ask), counts.ask),
        (t.prop(|w| w.sign_off().undecided), counts.undecided),
    ];
    let head = |label: Text| view! { <th scope="col" class="numeric">{label}</th> };
    let row = |(label, tally): (Text, Tally)| {
        view! {
            <tr>
                <th scope="row">{label}</th>
                <td class="numeric">{tally.one_by_one.to_string()}</td>
                <td class="numeric">{tally.together.to_string()}</td>
            </tr>
        }
    };
    view! {
        <table class="glance" aria-label=t.label(|w| w.sign_off().counts)>
            <thead><tr><td></td>{heads.map(head).into_iter().collect_view()}</tr></thead>
            <tbody>{rows.map(row).into_iter().collect_view()}</tbody>
        </table>
    }
    .into_any()
}
