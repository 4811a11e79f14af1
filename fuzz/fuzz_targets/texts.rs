//! Texts that are no answers: configuration, the stored session, and names on the screen.
#![no_main]

use libfuzzer_sys::fuzz_target;
use swr_console::api::{list, stored};
use swr_console::config;
use domain::text::export::{About, Cell, Table, csv};

use domain::text::reveal::{is_hidden, visible};

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);

    if let Ok(config) = config::parse(&text) {
        for region in &config.regions {
            let url = region.swr.join("/v2/manage");
            let here = url.starts_with('/') && !url.starts_with("//");
            assert!(here || url.starts_with("https://"), "a token would go to {url}");
        }
    }
    if let Some(session) = stored::read(&text) {
        assert_eq!(stored::read(&stored::write(&session)), Some(session), "a session does not come back");
    }
    assert!(!visible(&*text).chars().any(is_hidden), "something can't be seen");
    let rows = vec![vec![Cell::from(&*text)]];
    let table = Table { kind: "names", columns: &["name"], rows, about: About::default() };
    let _ = csv(&table, None);
    if let Some(list) = list::read(&text, &|name| name.len() == 6) {
        let lines = text.split(['\n', '\r']).count();
        assert!(list.skipped.len() <= lines, "more lines are skipped than there are");
    }
});
