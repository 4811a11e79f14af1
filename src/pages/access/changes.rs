//! What is being changed on the page: ticks, the row that is being edited, and the question that is being asked.

use std::collections::HashSet;

use crate::view::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::components::announcer::Announce;
use crate::pages::change::{Purpose, Question};
use crate::pages::parts::{Changing, Part, use_parts};
use crate::state::session::signed_in::use_signed_in;
use crate::state::writer::Writer;
use crate::words::{Locale, use_locale};
use domain::change::write::Edit;
use domain::model::level::Level;
use domain::model::names::UserId;
use domain::model::user::UserGrant;

use super::permission_list::PermissionList;

/// Every user is meant by id; rows without one can't be changed.
#[derive(Clone, Copy)]
pub(in crate::pages) struct Changes {
    /// Who is ticked. Only those of them count whose row is shown: nobody is changed unseen.
    pub(super) selected: RwSignal<HashSet<UserId>>,
    /// Where a range of ticks begins.
    pub(super) anchor: StoredValue<Option<UserId>>,
    /// The row that is being edited.
    pub(super) editing: RwSignal<Option<Edit>>,
    /// What is being asked.
    pub(super) asking: RwSignal<Option<Question>>,
    /// Whether the user wants to try although the list says that they may not.
    pub(super) override_advice: RwSignal<bool>,
    /// Sends the edits of rows.
    pub(super) writer: Writer,
    list: StoredValue<PermissionList>,
    pub(super) caller: StoredValue<UserId>,
    changing: Part<Changing>,
    pub(super) t: Locale,
    /// The page, to say something there, and to make what lasts as long.
    page: StoredValue<(Announce, Option<Owner>)>,
}

impl Changes {
    pub(super) fn new(list: PermissionList) -> Self {
        Self {
            list: StoredValue::new(list),
            selected: RwSignal::new(HashSet::new()),
            anchor: StoredValue::new(None),
            editing: RwSignal::new(None),
            asking: RwSignal::new(None),
            override_advice: RwSignal::new(false),
            writer: Writer::new(),
            caller: StoredValue::new(use_signed_in().caller().id),
            changing: use_parts().changing,
            t: use_locale(),
            page: StoredValue::new((expect_context::<Announce>(), Owner::current())),
        }
    }

    pub(super) fn list(self) -> PermissionList {
        self.list.get_value()
    }

    /// Makes something that is there as long as the page. What is made in answer to an event otherwise belongs to the row in
    /// which that happened, and goes with its controls.
    pub(super) fn on_page<T>(self, make: impl FnOnce() -> T) -> T {
        match self.page.try_get_value().and_then(|(_, owner)| owner) {
            Some(owner) => owner.with(make),
            None => make(),
        }
    }

    /// Says something.
    pub(super) fn say(self, text: &str) {
        if let Some((announce, _)) = self.page.try_get_value() {
            announce.toast(text);
        }
    }

    /// The row of someone is edited from now on.
    pub(super) fn edit(self, grant: &UserGrant) {
        let Some(edit) = edit_of(grant, grant.permission.level().unwrap_or(Level::Read)) else { return };
        self.writer.reset();
        // It is there when the user has chosen.
        self.changing.fetch_ahead();
        let id = edit.id.clone();
        self.editing.set(Some(edit));
        focus_in_row("select[data-user]", id);
    }

    /// Another level was chosen for it; nothing is sent yet.
    pub(super) fn choose(self, level: Level) {
        self.editing.update(|editing| {
            if let Some(edit) = editing {
                edit.desired = Some(level);
            }
        });
    }

    /// The row is as it was.
    pub(super) fn leave(self) {
        if untrack(|| self.writer.is_running()) {
            return;
        }
        self.writer.reset();
        if let Some(edit) = self.editing.try_update(Option::take).flatten() {
            focus_in_row("button[data-change]", edit.id);
        }
    }

    /// Sends what was chosen in the row, or asks first if that is risky.
    pub(super) fn save(self) {
        let failed = move || self.say(self.t.untracked().start.part);
        self.changing.call(move |part| (part.save)(self), failed);
    }

    /// Asks about taking away the permission of one user.
    pub(super) fn ask_to_revoke(self, grant: &UserGrant) {
        if let Some(edit) = revocation_of(grant) {
            self.ask(Purpose::Revoke, vec![edit]);
        }
    }

    /// Asks about a change of several users, to a level that the dialog lets choose.
    pub(super) fn ask_to_change_all(self, grants: &[UserGrant]) {
        let edits: Vec<Edit> = grants.iter().filter_map(|grant| edit_of(grant, Level::Read)).collect();
        if edits.len() < grants.len() {
            self.say(self.t.untracked().changes().no_name);
        }
        self.ask(Purpose::Change, edits);
    }

    /// Asks about revoking the permissions of several users.
    pub(super) fn ask_to_revoke_all(self, grants: &[UserGrant]) {
        self.ask(Purpose::Revoke, grants.iter().filter_map(revocation_of).collect());
    }

    pub(super) fn ask(self, purpose: Purpose, edits: Vec<Edit>) {
        if !edits.is_empty() {
            self.asking.set(Some(Question::new(self.list().target(), purpose, edits)));
        }
    }
}

/// The change of a person's level; `None` where the service did not send what that takes.
fn edit_of(grant: &UserGrant, level: Level) -> Option<Edit> {
    Some(Edit {
        id: grant.id.clone()?,
        name: grant.name.clone()?,
        expected: Some(grant.permission.clone()),
        desired: Some(level),
    })
}

/// The revocation of a person's permission, for which an id is enough.
fn revocation_of(grant: &UserGrant) -> Option<Edit> {
    let id = grant.id.clone()?;
    let name = grant.name.clone().unwrap_or_else(|| domain::model::names::UserName::new(id.as_str()));
    Some(Edit { id, name, expected: Some(grant.permission.clone()), desired: None })
}

/// Moves the focus to a control of someone's row, once it is drawn. Ids are compared as values: put into a
/// selector, an odd one would have to be escaped.
fn focus_in_row(selector: &'static str, id: UserId) {
    request_animation_frame(move || {
        let Ok(all) = document().query_selector_all(selector) else { return };
        let control = (0..all.length())
            .filter_map(|index| all.item(index)?.dyn_into::<HtmlElement>().ok())
            .find(|control| {
                let of = |name| control.get_attribute(name);
                of("data-user").or_else(|| of("data-change")).as_deref() == Some(id.as_str())
            });
        if let Some(control) = control {
            let _ = control.focus();
        }
    });
}
