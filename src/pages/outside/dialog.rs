//! The frame of every dialog that changes who reaches an image from outside: what the change means for whom, the name to
//! type where it is risky, the request, and how it went.

use crate::view::prelude::*;

use crate::components::announcer::Announce;
use crate::pages::typed_name::TypedName;
use crate::pages::write_dialog::WriteDialog;
use crate::state::execute_outside::{OutsideResult, OutsideStatus};
use crate::state::journal::{Note, Undoes};
use crate::state::outside::ImageKey;
use crate::state::writer::Writer;
use crate::words::{Text, use_locale};
use domain::change::reason::{MissingReason, Reason};
use domain::model::names::Target;
use domain::outside::write::{OutsideEdit, OutsideState, OutsideWrite};
use domain::text::reveal::visible;

use super::account_of;
use super::request::OutsideRequest;
use super::results::OutsideResults;

#[component]
pub(super) fn OutsideDialog(
    title: Text,
    image: ImageKey,
    /// What should change; `None` while something stops it.
    edit: Signal<Option<OutsideEdit>>,
    /// What the journal notes that it undoes.
    #[prop(default = None)]
    undoes: Option<Undoes>,
    /// The name of the button that sends.
    verb: Text,
    /// Whether something is opened or taken away that needs care.
    #[prop(optional)]
    danger: bool,
    /// The user has tried to send.
    on_attempt: Callback<()>,
    on_close: Callback<()>,
    /// It was tried; what was read last shows what is there.
    on_done: Callback<OutsideResult>,
    /// The fields, where there are any.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let t = use_locale();
    let announce = expect_context::<Announce>();
    let writer = Writer::<OutsideResult>::new();
    let (organization, name) = image;
    let target = Target::Image(organization.clone(), name.clone());
    let typed = TypedName::new(name.as_str());
    // What the user was shown last, where that is not what the page has shown before.
    let now = RwSignal::new(None::<OutsideState>);
    let latest = RwSignal::new(None::<OutsideWrite>);
    let shown = visible(target.to_string());
    let image = StoredValue::new(shown.clone());
    let write = Memo::new(move |_| {
        let edit = edit.get()?;
        let edit = now.with(|now| now.as_ref().map_or(edit.clone(), |now| edit.expected_from(now)));
        Some(OutsideWrite { organization: organization.clone(), image: name.clone(), edit })
    });
    let is_risky =
        Memo::new(move |_| write.with(|write| write.as_ref().is_some_and(|it| it.edit.is_risky())));
    let on_result = Callback::new(move |result: OutsideResult| {
        if result.ended_session() {
            // The dialog "Sign in again" speaks of it; this one keeps everything.
            return writer.reset();
        }
        typed.clear();
        if let OutsideStatus::Conflict(state) = &result.status {
            let _ = now.try_set(Some(state.clone()));
        }
        if result.is_applied()
            && let Some(Some(write)) = latest.try_get_untracked()
            && let Some(action) = write.edit.action()
        {
            let done = t.untracked().outside().done;
            announce.toast(done(action, &account_of(&write.edit), &shown));
        }
        let _ = on_done.try_run(result);
    });
    let send = move |reason: Result<Option<Reason>, MissingReason>| {
        typed.attempt();
        on_attempt.run(());
        let Some(write) = write.get_untracked() else { return };
        if write.edit.action().is_none() {
            return on_close.run(());
        }
        let Ok(reason) = reason else { return };
        if untrack(|| !is_risky.get() || typed.is_typed()) {
            latest.set(Some(write.clone()));
            writer.submit_outside(write, Note { undoes, reason, planned_by: None }, on_result);
        }
    };
    let means = move || {
        write.with(|write| {
            let (edit, words) = (&write.as_ref()?.edit, t.words());
            let text = match edit.action() {
                None => words.changes().nothing.to_owned(),
                Some(_) => image.with_value(|image| (words.outside().means)(edit, image)),
            };
            let class = if edit.is_risky() { "advice advice--warning" } else { "advice" };
            Some(view! { <p class=class>{text}</p> })
        })
    };
    view! {
        <WriteDialog title target writer=writer.state() verb danger on_send=Callback::new(send) on_close>
            <OutsideResults writer latest/>
            {children.map(|children| children())}
            {dynamic(means)}
            <Show when=is_risky>{typed.view()}</Show>
            <OutsideRequest write=write.into()/>
        </WriteDialog>
    }
}
