//! The dialog that asks before an image is made public or private, a share is ended, or either is undone.

use crate::view::prelude::*;

use crate::state::execute_outside::OutsideResult;
use crate::state::journal::Undoes;
use crate::state::outside::ImageKey;
use crate::words::{Text, Words, use_locale};
use domain::outside::write::{OutsideAction, OutsideEdit};

use super::account_of;
use super::dialog::OutsideDialog;

#[component]
pub(super) fn OutsideQuestion(
    image: ImageKey,
    edit: OutsideEdit,
    /// What it undoes; then the dialog is called so.
    #[prop(default = None)]
    undoes: Option<Undoes>,
    on_close: Callback<()>,
    on_done: Callback<OutsideResult>,
) -> impl IntoView {
    let t = use_locale();
    let (action, account) = (edit.action(), account_of(&edit));
    let title: Text = match (undoes, action) {
        (None, Some(OutsideAction::StopSharing)) => t.format(move |w| (w.outside().stop_of)(&account)),
        _ => t.prop(verb(undoes, action)),
    };
    let danger = matches!(action, Some(OutsideAction::StopSharing | OutsideAction::MakePublic));
    view! {
        <OutsideDialog
            title
            image
            edit=Signal::stored(Some(edit))
            undoes
            verb=t.prop(verb(undoes, action))
            danger
            on_attempt=Callback::new(|()| ())
            on_close
            on_done
        />
    }
}

/// The name of the button that sends.
fn verb(undoes: Option<Undoes>, action: Option<OutsideAction>) -> fn(&'static Words) -> &'static str {
    match action {
        _ if undoes.is_some() => |words| words.changes().undo,
        Some(OutsideAction::MakePublic) => |words| words.outside().make_public,
        Some(OutsideAction::MakePrivate) => |words| words.outside().make_private,
        Some(OutsideAction::StopSharing) => |words| words.outside().stop,
        Some(OutsideAction::Share) => |words| words.outside().share,
        Some(OutsideAction::ChangeShare) | None => |words| words.changes().change,
    }
}
