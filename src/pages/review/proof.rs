//! The proof that a user is on no list, and its file.

use std::sync::Arc;

use crate::view::prelude::*;

use crate::components::announcer::Announce;
use crate::components::download::download;
use crate::pages::plan::lines;
use crate::state::plan::Planning;
use crate::state::sha256::sha256;
use crate::state::spawn;
use crate::words::{Words, use_locale};
use domain::model::names::{UserId, UserName};
use domain::review::package::html;
use domain::review::snapshot::Snapshot;

use super::files::Digest;
use super::statement::About;

/// Of whom the page is.
#[derive(Clone)]
pub(super) struct Leaver {
    pub(super) snapshot: Arc<Snapshot>,
    pub(super) id: UserId,
    /// Their names, as far as they are known.
    pub(super) names: Vec<UserName>,
    pub(super) planning: Planning,
}

impl Leaver {
    fn about(&self) -> About<'_> {
        let Self { snapshot, id, names, planning } = self;
        About { id, names, snapshot, ran_at: planning.ran_at() }
    }

    /// Whether no list names the user, so that there is something to prove.
    pub(super) fn has_left(&self, words: &'static Words) -> bool {
        untrack(|| self.about().statement(words)).is_some()
    }
}

/// The statement, what is behind it, and "Save proof".
#[component]
pub(super) fn ProofOf(leaver: Leaver) -> impl IntoView {
    let t = use_locale();
    let to_save = leaver.clone();
    let said = move || {
        let words = t.words();
        let statement = leaver.about().statement(words)?;
        let sections =
            [(words.proof().not_read, statement.not_proven), (words.proof().beyond, statement.beyond)];
        let section = |(heading, said): (&'static str, Vec<String>)| {
            (!said.is_empty()).then(|| view! { <h4>{heading}</h4> {lines(said, words)} })
        };
        Some(view! {
            <p><strong>{statement.sentence}</strong> " " {statement.whole}</p>
            {sections.map(section).into_iter().collect_view()}
        })
    };
    view! {
        <section class="review" aria-label=t.label(|w| w.proof().proof)>
            <h3>{t.label(|w| w.proof().proof)}</h3>
            {dynamic(said)}
            <SaveProof leaver=to_save/>
        </section>
    }
}

/// A proof that was saved: the name of its file, and the digest, where the browser makes one.
type Saved = (String, Option<String>);

#[component]
fn SaveProof(leaver: Leaver) -> impl IntoView {
    let (t, announce) = (use_locale(), expect_context::<Announce>());
    let saved = RwSignal::new(None::<Saved>);
    let save = move |_| {
        let (about, language) = (untrack(|| leaver.about()), untrack(|| t.language()));
        let Some(document) = about.document(language.words(), language.tag()) else { return };
        let (name, page) = (about.file_name(), html(&document));
        download(&name, "text/html", &page);
        announce.toast((t.untracked().compare().saved)(&name));
        spawn(async move {
            let digest = sha256(&page).await.ok();
            let _ = saved.try_set(Some((name, digest)));
        });
    };
    let digest = move |digest: Option<String>| match digest {
        Some(digest) => view! { <Digest label=t.prop(|w| w.compare().digest) digest/> }.into_any(),
        None => view! { <dt>{t.label(|w| w.proof().no_digest)}</dt> <dd></dd> }.into_any(),
    };
    let digests = move || {
        saved.get().map(|(name, made)| {
            view! {
                <dl class="digests">
                    <dt>{dynamic(move || (t.words().compare().saved)(&name))}</dt>
                    <dd></dd>
                    {digest(made)}
                </dl>
            }
        })
    };
    view! {
        <button type="button" class="button" on:click=save>{t.label(|w| w.proof().save)}</button>
        <p class="field__hint">{t.label(|w| w.proof().save_means)}</p>
        {dynamic(digests)}
    }
}
