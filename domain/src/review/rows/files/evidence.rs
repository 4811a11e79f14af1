//! The facts behind a finding as words for files: what was found, and its values by key.

use crate::model::catalog::Completeness;
use crate::model::level::Permission;
use crate::model::names::AccountName;
use crate::review::findings::Evidence;
use crate::review::snapshot::{Fault, ListReading, Reading, Share, Until};

/// Values by key. A key may come more than once.
type Details = Vec<(&'static str, String)>;

/// The word for a fact, and its values.
pub(super) fn facts(evidence: &Evidence) -> (&'static str, Details) {
    let one = |key, value: &dyn ToString| vec![(key, value.to_string())];
    match evidence {
        Evidence::ListNotRead(reading) => ("list_not_read", of_reading(reading)),
        Evidence::UnreadableEntries(count) => ("unreadable_entries", one("entries", count)),
        Evidence::ListOpen(listing) => ("list_open", of_listing(listing)),
        Evidence::Public => ("public", Vec::new()),
        Evidence::SharedWith { accounts, expired, .. } => {
            let accounts = accounts.iter().map(|share| ("account", of_share(share)));
            ("shared_with", accounts.chain([("expired", expired.to_string())]).collect())
        }
        Evidence::SharedWithUnread => ("shared_with_unread", Vec::new()),
        Evidence::OnlyManager => ("only_manager", Vec::new()),
        Evidence::NoManager => ("no_manager", Vec::new()),
        Evidence::WithinOrganization(level) => ("within_organization", one("level", &level.key())),
        Evidence::WithinPublic => ("within_public", Vec::new()),
        Evidence::NotInAccount => ("not_in_account", Vec::new()),
        Evidence::Disabled => ("disabled", Vec::new()),
        Evidence::Name { name, not_in_account } => {
            let strangers = not_in_account.map(|count| ("not_in_account", count.to_string()));
            ("one_name", one("name", name).into_iter().chain(strangers).collect())
        }
        Evidence::Names(names) => {
            ("several_names", names.iter().map(|name| ("name", name.to_string())).collect())
        }
        Evidence::Managers { managers, of } => {
            ("managers", vec![("managers", managers.to_string()), ("of", of.to_string())])
        }
        Evidence::Creator(name) => ("creator", one("name", name)),
        Evidence::Values(values) => {
            let value = |value: &Permission| value.word().to_owned();
            ("no_level", values.iter().map(|one| ("value", value(one))).collect())
        }
        Evidence::OnMostImages { level, images, of } => (
            "on_most_images",
            vec![("level", level.key().to_owned()), ("images", images.to_string()), ("of", of.to_string())],
        ),
        Evidence::ManageSince => ("manage_since", Vec::new()),
        Evidence::NumberChanged(numbers) => {
            ("number_changed", vec![("before", numbers.before.clone()), ("after", numbers.after.clone())])
        }
    }
}

/// Why a list was not read, or how many of its entries could not be.
fn of_reading(reading: &Reading) -> Details {
    let answered = |why: &str, status: &u16, code: &Option<String>| {
        let code = code.clone().map(|code| ("code", code));
        [("why", why.to_owned()), ("status", status.to_string())].into_iter().chain(code).collect()
    };
    let bare = |why: &str| vec![("why", why.to_owned())];
    match reading {
        Reading::NotYet => bare("not_yet"),
        Reading::Read { unreadable, .. } => vec![("unreadable", unreadable.to_string())],
        Reading::Denied { status, code } => answered("denied", status, code),
        Reading::Gone => bare("gone"),
        Reading::Failed(Fault::Status { status, code }) => answered("failed", status, code),
        Reading::Failed(Fault::NoAnswer) => bare("no_answer"),
        Reading::Failed(Fault::TimeOut) => bare("time_out"),
        Reading::Failed(Fault::Unreadable) => bare("unreadable"),
        Reading::Failed(Fault::TooLarge) => bare("too_large"),
    }
}

fn of_listing(listing: &ListReading) -> Details {
    let mut details = of_reading(&listing.reading);
    match listing.completeness {
        Completeness::Whole => {}
        Completeness::Short { announced } => details.push(("announced", announced.to_string())),
        Completeness::Endless => details.push(("completeness", "endless".to_owned())),
    }
    details
}

/// An account, and until when it can pull.
pub(super) fn of_share(share: &Share) -> String {
    let account = share.account.as_ref().map_or("", AccountName::as_str);
    match &share.until {
        Until::NoEnd => format!("{account} forever"),
        Until::End(end) => format!("{account} until {}", end.to_rfc3339()),
        Until::Odd(text) => format!("{account} {text}"),
    }
}
