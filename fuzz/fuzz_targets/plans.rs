//! The file of a plan, and a list that is pasted into one.
#![no_main]

use std::sync::LazyLock;

use domain::model::names::{AccountName, RegionId, UserId, UserName};
use domain::model::user::Person;
use domain::plan::pasted::pasted;
use domain::review::scan::Scan;
use domain::review::snapshot::{About, Account, Scope, Snapshot};
use domain::text::time::UnixMillis;
use libfuzzer_sys::fuzz_target;
use swr_console::api::list::sheet;
use swr_console::api::plan_file::{open, text};
use swr_console::api::snapshot_file::Expected;

fn account() -> Account {
    Account { id: None, name: AccountName::new("a") }
}

/// A snapshot that has read nothing.
static NOTHING: LazyLock<Snapshot> = LazyLock::new(|| {
    let caller = Person { id: UserId::new("u"), name: UserName::new("u") };
    let (region, account, started) = (RegionId::new("r"), account(), UnixMillis(0));
    Scan::new(About { caller, region, account, scope: Scope::All, started }).snapshot()
});

fuzz_target!(|data: &[u8]| {
    let expected = Expected { region: RegionId::new("r"), account: account() };
    if let Ok(record) = open(data, &expected) {
        let written = text(&record, "x");
        assert_eq!(open(written.as_bytes(), &expected), Ok(record), "a plan does not come back");
    }
    if let Ok(list) = str::from_utf8(data) {
        assert!(pasted(&sheet(list), &NOTHING).edits.is_empty(), "an edit on what nobody has read");
    }
});
