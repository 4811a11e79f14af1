//! The fields of one row, as signals around `domain::grant::draft::DraftRow`.

use crate::view::prelude::*;
use leptos::html;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusEvent};

use domain::grant::draft::{DraftField, DraftRow, Pair};
use domain::model::level::Level;
use domain::model::user::Person;

/// One row's fields.
#[derive(Clone, Copy)]
pub(super) struct RowFields {
    /// Tells rows apart for as long as the dialog is open.
    pub(super) number: u32,
    pub(super) name: RwSignal<String>,
    pub(super) id: RwSignal<String>,
    pub(super) pair: RwSignal<Pair>,
    pub(super) level: RwSignal<Option<Level>>,
    /// The row as it is now. With every key all rows are looked at, and most are as before.
    draft: Memo<DraftRow>,
    /// Whether the id was left once: only then is its form worth a remark.
    pub(super) id_left: RwSignal<bool>,
    /// Whether the name was left since it was typed: only then is it worth a word that it brings no id.
    pub(super) name_left: RwSignal<bool>,
    /// Whether a filter leaves the row out.
    pub(super) is_hidden: RwSignal<bool>,
    pub(super) name_node: NodeRef<html::Input>,
    pub(super) id_node: NodeRef<html::Input>,
    pub(super) level_node: NodeRef<html::Select>,
}

impl RowFields {
    pub(super) fn new(number: u32, row: DraftRow) -> Self {
        let id_left = RwSignal::new(!row.id.is_empty());
        let (name, id) = (RwSignal::new(row.name), RwSignal::new(row.id));
        let (pair, level, listed) = (RwSignal::new(row.pair), RwSignal::new(row.level), row.listed);
        let draft = Memo::new(move |_| DraftRow {
            name: name.get(),
            id: id.get(),
            pair: pair.get(),
            level: level.get(),
            listed: listed.clone(),
        });
        Self {
            number,
            name,
            id,
            pair,
            level,
            draft,
            id_left,
            name_left: RwSignal::new(false),
            is_hidden: RwSignal::new(false),
            name_node: NodeRef::new(),
            id_node: NodeRef::new(),
            level_node: NodeRef::new(),
        }
    }

    /// The row as it is now.
    pub(super) fn row(self) -> DraftRow {
        self.draft.get()
    }

    /// Takes over the halves of a row and how they belong together.
    pub(super) fn take(self, row: DraftRow) {
        self.name.set(row.name);
        self.id.set(row.id);
        self.pair.set(row.pair);
        self.id_left.set(true);
    }

    /// A person was picked.
    pub(super) fn pick(self, person: &Person) {
        self.name.set(person.name.to_string());
        self.id.set(person.id.to_string());
        self.pair.set(Pair::Picked);
        self.id_left.set(true);
    }

    /// Something was typed into a field: what had come along with its old value goes.
    pub(super) fn typed(self, field: DraftField) {
        if field == DraftField::Name {
            self.name_left.set(false);
        }
        let (pair, clears) = self.pair.get_untracked().after_typing(field);
        match clears {
            Some(DraftField::Id) => self.id.set(String::new()),
            Some(DraftField::Name) => self.name.set(String::new()),
            Some(DraftField::Level) | None => {}
        }
        self.pair.set(pair);
    }

    /// The focus left the id. A remark that appears now moves everything below it; so on the way to a button or a
    /// fold nothing appears, or the click that is under way would miss it.
    pub(super) fn leave_id(self, event: &FocusEvent) {
        let next = event.related_target().and_then(|next| next.dyn_into::<Element>().ok());
        if next.is_none_or(|next| matches!(next.tag_name().as_str(), "INPUT" | "SELECT")) {
            self.id_left.set(true);
        }
    }

    /// Moves the focus to a field that is there, or about to be.
    pub(super) fn focus_soon(self, field: DraftField) {
        request_animation_frame(move || self.focus(field));
    }

    /// Moves the focus to a field.
    pub(super) fn focus(self, field: DraftField) {
        let input = |node: NodeRef<html::Input>| node.try_get_untracked().flatten();
        let _ = match field {
            DraftField::Name => input(self.name_node).map(|input| input.focus()),
            DraftField::Id => input(self.id_node).map(|input| input.focus()),
            DraftField::Level => self.level_node.try_get_untracked().flatten().map(|select| select.focus()),
        };
    }
}
