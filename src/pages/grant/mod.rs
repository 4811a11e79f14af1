//! The grant dialog.

mod draft;
mod row;

use std::collections::HashSet;
use std::sync::Arc;

use crate::prelude::*;

use crate::api::error::{ApiError, Kind, Operation};
use crate::components::announcer::Announce;
use crate::components::dialog::{Dialog, DialogFoot};
use crate::components::live::live;
use crate::components::problem::ProblemView;
use crate::components::request_view::RequestView;
use crate::components::when::When;
use crate::domain::access::AccessList;
use crate::domain::directory::Directory;
use crate::domain::draft::Remark;
use crate::domain::names::{Target, UserId};
use crate::domain::outcome::Outcome;
use crate::domain::people::NewGrant;
use crate::domain::policy::MayGrant;
use crate::domain::reveal::told;
use crate::domain::suggest::{Known, known};
use crate::domain::write::{Edit, Write};
use crate::pages::change::{Results, contradicts};
use crate::pages::requests::as_text;
use crate::state::account_users::AccountUsers;
use crate::state::signed_in::use_signed_in;
use crate::state::writer::{Done, Order, Precaution, Writer};
use crate::words::use_speech;

use draft::DraftForm;
use row::GrantRow;

/// The dialog "Grant permission".
#[component]
pub fn GrantDialog(
    /// On what is granted.
    target: Target,
    /// The present list, where it could be read.
    list: Signal<Option<Arc<AccessList>>>,
    /// Whether the caller may grant here, as far as can be told.
    may: Signal<MayGrant>,
    /// Closed without granting.
    on_close: Callback<()>,
    /// Something was sent: what the list says now, if it could be read.
    on_list: Callback<Option<AccessList>>,
    /// The request succeeded.
    on_granted: Callback<Vec<NewGrant>>,
) -> impl IntoView {
    let t = use_speech();
    let session = use_signed_in();
    let form = DraftForm::new(list, session.caller().id);
    let writer = Writer::new();
    let kind = Kind::of(&target);
    let users = expect_context::<AccountUsers>();
    users.need();
    let people = suggestions(users.directory(), list);
    let target = StoredValue::new(target);
    let write = Memo::new(move |_| {
        let list = list.get().unwrap_or_default();
        let grants = form.grants()?;
        Some(target.with_value(|target| Write::grant(target, &grants, &list)))
    });
    let asked = StoredValue::new(Vec::new());
    let went = Callback::new(move |(done, list): (Done, Option<AccessList>)| match done {
        // The dialog "Sign in again" speaks of it; this one keeps what was typed.
        done if done.ended_session() => writer.reset(),
        Done::Sent { error: None, results } if !results.iter().any(|(_, outcome)| contradicts(outcome)) => {
            let _ = on_list.try_run(list);
            let _ = on_granted.try_run(asked.try_get_value().unwrap_or_default());
        }
        _ => {
            let _ = on_list.try_run(list);
        }
    });
    let send = move || {
        form.attempt();
        let (Some(grants), Some(write)) = (form.grants(), write.get_untracked()) else {
            return form.focus_first_fault();
        };
        asked.set_value(grants);
        let target = target.get_value();
        writer.run(Order { target, writes: vec![write], precaution: Precaution::None, undoes: None }, went);
    };
    let close = Callback::new(move |()| {
        if !untrack(|| writer.is_running()) {
            on_close.run(());
        }
    });
    let subtitle = t.line(move |w| target.with_value(|target| (w.grant().on)(&told(target.to_string()))));
    let rows = move || {
        view! {
            <For each=move || form.rows() key=|row| row.number children=move |row| view! { <GrantRow form row people/> }/>
        }
    };
    let no_list = move || {
        let words = t.words().grant();
        let is_denied = users.error()?.is_denied();
        let why = if is_denied { words.no_user_list } else { words.user_list_failed };
        Some(view! { <p class="field__hint">{why}</p> })
    };
    view! {
        <Dialog title=t.text(|w| w.grant().title) subtitle on_dismiss=close>
            <form
                class="dialog__body"
                novalidate
                aria-busy=move || writer.is_running().to_string()
                on:submit=move |event| {
                    event.prevent_default();
                    send();
                }
            >
                <Advice may kind/>
                {live(rows)}
                <div class="grant-tools">
                    <button type="button" class="button" on:click=move |_| form.add()>
                        {t.say(|w| w.grant().add)}
                    </button>
                    <LeaveOut form/>
                </div>
                <p class="field__hint">{t.say(|w| w.grant().paste_hint)}</p>
                {live(no_list)}
                <Failure writer kind/>
                <RequestView shown=as_text(move || write.get().into_iter().collect(), list)/>
                <DialogFoot
                    cancel=t.text(|w| w.grant().cancel)
                    verb=t.text(|w| w.grant().grant)
                    busy=Signal::derive(move || writer.is_running())
                    hindered=Signal::derive(move || writer.is_hindered())
                    on_cancel=close
                />
            </form>
        </Dialog>
    }
}

/// How the request went, where it was not simply done. When it was refused as a whole, which is the rule, what became
/// of each person is no news; when the answer leaves it open, the list that was read since is the only one to tell.
#[component]
fn Failure(writer: Writer, kind: Kind) -> impl IntoView {
    let operation = Operation::CreateAccess(kind);
    live(move || match writer.done() {
        Some(Done::Sent { error: Some(error), results })
            if !was_applied(&results, &error) && !error.leaves_open() && !error.ends_session() =>
        {
            view! { <ProblemView operation error/> }.into_any()
        }
        Some(_) => view! { <Results writer kind of=operation/> }.into_any(),
        None => ().into_any(),
    })
}

/// Whether something was done in spite of the refusal. Of one person who holds a permission already the list shows what
/// was wanted, and that is no deed of this request.
fn was_applied(results: &[(Edit, Outcome)], error: &ApiError) -> bool {
    let may_be_old = results.len() == 1 && error.status() == Some(409);
    !may_be_old && results.iter().any(|(_, outcome)| *outcome == Outcome::Applied)
}

/// Whether the caller may grant here, said before anything is typed. It is advice and disables nothing.
#[component]
fn Advice(may: Signal<MayGrant>, kind: Kind) -> impl IntoView {
    let t = use_speech();
    live(move || {
        let (words, levels) = (t.words().grant(), &t.words().levels);
        let (text, class) = match may.get() {
            MayGrant::ByOrganization(level) => ((words.may_by_organization)(levels.name(level)), "advice"),
            MayGrant::ByImage => (words.may_by_image.to_owned(), "advice"),
            MayGrant::NotByWhatIsListed => ((words.may_not)(kind).to_owned(), "advice advice--warning"),
            MayGrant::CannotTell => (words.may_cannot_tell.to_owned(), "advice"),
        };
        view! { <p class=class>{text}</p> }
    })
}

/// Offers to take out the people who hold a permission already.
#[component]
fn LeaveOut(form: DraftForm) -> impl IntoView {
    let t = use_speech();
    let announce = expect_context::<Announce>();
    let holders = move || form.rows_with(|remark| matches!(remark, Remark::AlreadyHas(_)));
    let leave_out = move |_| {
        let numbers = holders();
        announce.whisper((t.now().grant().leave_out)(numbers.len()));
        form.remove(&numbers);
    };
    view! {
        <When holds=Signal::derive(move || !holders().is_empty())>
            <button type="button" class="button button--quiet" on:click=leave_out>
                {live(move || (t.words().grant().leave_out)(holders().len()))}
            </button>
        </When>
    }
}

/// The people whom a row can offer. Those who hold a permission here already come last.
fn suggestions(
    directory: Signal<Arc<Directory>>,
    list: Signal<Option<Arc<AccessList>>>,
) -> Signal<Vec<Known>> {
    let everybody = Memo::new(move |_| {
        let list = list.get();
        let holders: HashSet<&UserId> =
            list.iter().flat_map(|list| list.everyone()).filter_map(|grant| grant.id.as_ref()).collect();
        let people = directory.with(|directory| {
            directory.everybody().iter().map(|known| known.person.clone()).collect::<Vec<_>>()
        });
        known(people, |person| holders.contains(&person.id))
    });
    everybody.into()
}
