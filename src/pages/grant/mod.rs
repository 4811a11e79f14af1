//! The grant dialog.

mod advice;
mod fields;
mod form;
mod import;
mod level;
mod parts;
mod report;
mod row;
mod rows;
mod sending;
mod tools;

use std::collections::HashSet;
use std::sync::Arc;

use crate::view::prelude::*;

use crate::api::error::ApiError;
use crate::components::problem::ProblemView;
use crate::pages::change::{AskManagers, Results};
use crate::pages::request_text::Request;
use crate::pages::write_dialog::{DropArea, WriteDialog};
use crate::state::account_users::AccountUsers;
use crate::state::execute::{BatchResult, BatchStatus};
use crate::state::session::signed_in::use_signed_in;
use crate::state::unsaved::Unsaved;
use crate::state::writer::Writer;
use crate::words::use_locale;
use domain::change::outcome::Outcome;
use domain::change::write::Edit;
use domain::grant::directory::Directory;
use domain::grant::suggest::{Offer, offer, ordered};
use domain::model::access::AccessList;
use domain::model::names::{Target, UserId};
use domain::model::operation::{Kind, Operation};
use domain::model::policy::MayGrant;

use advice::Advice;
use form::DraftForm;
use import::{Import, ImportButton};
use parts::Parts;
use report::ReportView;
use rows::{DrawnRows, Rows};
use sending::Sending;
use tools::{DraftTools, LeaveOut, UndoRows, are_many};

/// The dialog "Grant permission".
#[component]
pub fn GrantDialog(
    /// On what is granted.
    target: Target,
    /// The present list, where it could be read.
    list: Signal<Option<Arc<AccessList>>>,
    /// Whether the caller may grant here, as far as is known.
    may: Signal<MayGrant>,
    /// Closed without granting.
    on_close: Callback<()>,
    /// Something was sent.
    on_done: Callback<BatchResult>,
) -> impl IntoView {
    let t = use_locale();
    let session = use_signed_in();
    let users = expect_context::<AccountUsers>();
    users.need();
    let directory = users.directory();
    let form = DraftForm::new(list, directory, session.caller().id);
    let (import, rows) = (Import::new(form, directory), DrawnRows::new(form));
    effect(move || {
        // More users are known: what a list left out can be completed.
        directory.track();
        form.complete_lists();
    });
    let offer = suggestions(directory, list);
    let kind = Kind::of(&target);
    let target = StoredValue::new(target);
    let sending = Sending::new(target, form, rows, list, on_done);
    let Sending { writer, requests, in_parts, .. } = sending;
    let unsaved = expect_context::<Unsaved>();
    unsaved.watch(Signal::derive(move || form.is_begun() && !writer.is_running()));
    let no_list = move || {
        let words = t.words().grant();
        let is_denied = users.error()?.is_denied();
        let why = if is_denied { words.no_user_list } else { words.user_list_failed };
        Some(view! { <p class="field__hint">{why}</p> })
    };
    view! {
        <WriteDialog
            title=t.prop(|w| w.grant().title)
            target=target.get_value()
            writer=writer.state()
            verb=t.prop(|w| w.grant().grant)
            on_send=Callback::new(move |reason| sending.send(reason))
            on_close=Callback::new(move |()| unsaved.leave(on_close))
            drop_area=DropArea {
                is_over: import.is_over,
                on_drag: Callback::new(move |(event, is_over)| import.drag(&event, is_over)),
                on_drop: Callback::new(move |event| import.drop(&event)),
            }
        >
                <Advice may kind/>
                <ReportView report=import.report/>
                <Show when=are_many(form)>
                    <DraftTools form/>
                </Show>
                <Rows rows offer import/>
                <div class="grant-tools">
                    <button type="button" class="button" on:click=move |_| form.add()>
                        {t.label(|w| w.grant().add)}
                    </button>
                    <ImportButton import/>
                    <LeaveOut form/>
                    <UndoRows form/>
                </div>
                <p class="field__hint">{t.label(|w| w.grant().paste_hint)}</p>
                {dynamic(no_list)}
                <Parts requests in_parts/>
                <Failure writer target=target.get_value()/>
                <Request writes=Callback::new(move |()| requests.get()) list/>
        </WriteDialog>
    }
}

/// How the request went, where it was not simply done. When it was refused as a whole, which is the rule, what became
/// of each user is known; when the answer leaves it open, only the list that was read since shows it.
#[component]
fn Failure(writer: Writer, target: Target) -> impl IntoView {
    let operation = Operation::CreateAccess(Kind::of(&target));
    dynamic(move || match writer.result().map(|result| result.status) {
        Some(BatchStatus::Sent { error: Some(error), results })
            if !was_applied(&results, &error) && !error.leaves_open() && !error.ends_session() =>
        {
            view! {
                <ProblemView operation error=error.clone()/>
                <AskManagers target=target.clone() error/>
            }
            .into_any()
        }
        Some(_) => view! { <Results writer target=target.clone() of=operation/> }.into_any(),
        None => ().into_any(),
    })
}

/// Whether something was done in spite of the refusal. Of one person who holds a permission already the list shows what
/// was wanted, and that is no deed of this request.
fn was_applied(results: &[(Edit, Outcome)], error: &ApiError) -> bool {
    let may_be_old = results.len() == 1 && error.status() == Some(409);
    !may_be_old && results.iter().any(|(_, outcome)| *outcome == Outcome::Applied)
}

/// What a row can suggest for a text. Users who have a permission here already come last.
fn suggestions(
    directory: Signal<Arc<Directory>>,
    list: Signal<Option<Arc<AccessList>>>,
) -> Callback<String, Offer> {
    let everybody = Memo::new(move |_| {
        let list = list.get();
        let holders: HashSet<&UserId> =
            list.iter().flat_map(|list| list.everyone()).filter_map(|grant| grant.id.as_ref()).collect();
        directory.with(|directory| ordered(directory, |person| holders.contains(&person.id)))
    });
    Callback::new(move |typed: String| {
        let key = directory.with(|directory| directory.collation().search_key(&typed));
        everybody.with(|everybody| offer(everybody, &key))
    })
}
