//! One user in the grant dialog.

use crate::view::prelude::*;

use crate::components::combobox::PersonField;
use crate::components::field::{FieldKind, TextField};
use crate::components::icon::{Drawing, Icon};
use crate::words::use_locale;
use domain::grant::draft::{DraftField, Pair, Remark};
use domain::grant::suggest::Offer;
use domain::model::user::Person;

use super::fields::RowFields;
use super::form::DraftForm;
use super::import::Import;
use super::level::LevelChoice;

#[component]
pub(super) fn GrantRow(
    form: DraftForm,
    row: RowFields,
    offer: Callback<String, Offer>,
    import: Import,
) -> impl IntoView {
    let t = use_locale();
    let place = move || form.position(row.number) + 1;
    let remarks = Memo::new(move |_| form.remarks(row));
    let remark =
        move |field| remarks.with(|remarks| remarks.iter().find(|remark| remark.field() == field).cloned());
    let said = move |field| {
        Signal::derive(move || {
            remark(field).map(|remark| (t.words().grant().remark)(&remark, &t.words().levels))
        })
    };
    let warns =
        move |field| Signal::derive(move || remark(field).is_some_and(|remark: Remark| !remark.stops()));
    let pick = Callback::new(move |person: Person| row.pick(&person));
    let paste = Callback::new(move |text: String| import.paste(&text, row.number));
    let leave = Callback::new(move |()| complete(form, row));
    let remove = move |_| form.remove(&[row.number]);
    view! {
        <div class="grant-row" role="group" aria-label=move || (t.words().grant().user_n)(place())>
            <div on:input=move |_| row.typed(DraftField::Name)>
                <PersonField
                    label=t.prop(|w| w.grant().user_name)
                    value=row.name
                    offer
                    on_pick=pick
                    on_paste=paste
                    on_leave=leave
                    error=said(DraftField::Name)
                    only_warning=warns(DraftField::Name)
                    node=row.name_node
                />
            </div>
            <div
                class="grant-row__id"
                on:input=move |_| row.typed(DraftField::Id)
                on:focusout=move |event| {
                    row.leave_id(&event);
                    // An id that was just taken out does not come back by itself.
                    if row.name.try_with_untracked(|name| name.trim().is_empty()) == Some(true) {
                        form.complete(row);
                    }
                }
            >
                <TextField
                    label=t.prop(|w| w.grant().user_id)
                    value=row.id
                    kind=FieldKind::Code
                    error=said(DraftField::Id)
                    only_warning=warns(DraftField::Id)
                    node=row.id_node
                />
                <Proposal row remarks/>
            </div>
            <LevelChoice
                value=row.level
                error=said(DraftField::Level)
                only_warning=warns(DraftField::Level)
                node=row.level_node
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

/// Where the account's users contradict name and id: the person they say it is, in one click, and the way to keep what
/// was typed.
#[component]
fn Proposal(row: RowFields, remarks: Memo<Vec<Remark>>) -> impl IntoView {
    let t = use_locale();
    dynamic(move || {
        let remark = remarks.with(|remarks| remarks.iter().find(|one| one.proposal().is_some()).cloned())?;
        let person = remark.proposal()?.clone();
        let take = move |_| {
            row.pick(&person);
            row.focus_soon(DraftField::Id);
        };
        let keep = move |_| {
            row.pair.set(Pair::Kept);
            row.focus_soon(DraftField::Id);
        };
        Some(view! {
            <p class="grant-row__proposal">
                <button type="button" class="button button--row" on:click=take>
                    {dynamic(move || (t.words().grant().take_proposal)(&remark))}
                </button>
                " "
                <button type="button" class="button button--row" on:click=keep>
                    {t.label(|w| w.grant().keep_typed)}
                </button>
            </p>
        })
    })
}

/// Fills in the id of someone whose name was typed, if only one person is called so.
fn complete(form: DraftForm, row: RowFields) {
    if !form.complete(row) {
        let _ = row.name_left.try_set(true);
        return;
    }
    let Some(input) = row.id_node.try_get_untracked().flatten() else { return };
    // A user who has typed the name may go on typing the id. The field has the completed id before the focus arrives, so that
    // Tab selects it and the first character replaces it; the signal alone would fill it in later.
    let Some(completed) = row.id.try_get_untracked() else { return };
    input.set_value(&completed);
    // A click selects nothing, so that is done here, unless something was typed meanwhile.
    request_animation_frame(move || {
        let has_focus = document().active_element().is_some_and(|active| active.is_same_node(Some(&input)));
        if has_focus && input.value() == completed {
            input.select();
        }
    });
}
