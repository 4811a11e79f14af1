//! One user in the grant dialog.

use crate::prelude::*;

use crate::components::announcer::Announce;
use crate::components::choice::Choice;
use crate::components::combobox::PersonField;
use crate::components::field::{FieldKind, TextField};
use crate::components::icon::{Drawing, Icon};
use crate::domain::draft::{DraftField, Remark};
use crate::domain::level::Level;
use crate::domain::pasted;
use crate::domain::people::Person;
use crate::domain::suggest::{Known, only_namesake};
use crate::words::use_speech;

use super::draft::{DraftForm, RowFields};

#[component]
pub(super) fn GrantRow(form: DraftForm, row: RowFields, people: Signal<Vec<Known>>) -> impl IntoView {
    let t = use_speech();
    let announce = expect_context::<Announce>();
    let place = move || form.position(row.number) + 1;
    let remark = move |field| form.remark(row, field);
    let said =
        move |field| remark(field).map(|remark| (t.words().grant().remark)(&remark, &t.words().levels));
    let pick = Callback::new(move |person: Person| {
        row.name.set(person.name.to_string());
        row.id.set(person.id.to_string());
        row.id_left.set(true);
    });
    let paste = Callback::new(move |text: String| match pasted::rows(&text) {
        Some(rows) => {
            announce.whisper((t.now().grant().pasted)(rows.len()));
            form.fill(row.number, &rows);
            true
        }
        None => false,
    });
    let leave = Callback::new(move |()| complete(row, people));
    let remove = move |_| form.remove(&[row.number]);
    view! {
        <div class="grant-row" role="group" aria-label=move || (t.words().grant().user_n)(place())>
            <PersonField
                label=t.text(|w| w.grant().user_name)
                value=row.name
                people
                on_pick=pick
                on_paste=paste
                on_leave=leave
                error=Signal::derive(move || said(DraftField::Name))
                node=row.name_node
            />
            <div class="grant-row__id" on:focusout=move |event| row.leave_id(&event)>
                <TextField
                    label=t.text(|w| w.grant().user_id)
                    value=row.id
                    kind=FieldKind::Code
                    error=Signal::derive(move || said(DraftField::Id))
                    only_warning=Signal::derive(move || remark(DraftField::Id).is_some_and(|remark: Remark| !remark.stops()))
                    node=row.id_node
                />
            </div>
            <Choice
                label=t.text(|w| w.grant().permission)
                options=Level::ALL.to_vec()
                word=|level, words| words.levels.name(level).to_owned()
                value=row.level
                on_choose=Callback::new(move |level| row.level.set(level))
            />
            <button
                type="button"
                class="icon-button grant-row__remove"
                aria-label=move || (t.words().grant().remove_n)(place())
                title=move || (t.words().grant().remove_n)(place())
                on:click=remove
            >
                <Icon drawing=Drawing::Cross/>
            </button>
        </div>
    }
}

/// Fills in the id of somebody whose whole name was typed, if only one person is called so.
fn complete(row: RowFields, people: Signal<Vec<Known>>) {
    let (Some(name), Some(id)) = (row.name.try_get_untracked(), row.id.try_get_untracked()) else { return };
    if name.trim().is_empty() || !id.is_empty() {
        return;
    }
    let _ = people.try_with_untracked(|people| {
        if let Some(person) = only_namesake(people, name.trim()) {
            row.id.set(person.id.to_string());
            row.id_left.set(true);
            // Tab has brought the focus there already, and what is typed next is meant to be the whole id.
            request_animation_frame(move || {
                if let Some(input) = row.id_node.try_get_untracked().flatten()
                    && document().active_element().is_some_and(|active| active.is_same_node(Some(&input)))
                {
                    input.select();
                }
            });
        }
    });
}
