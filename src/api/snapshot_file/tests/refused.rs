//! What is not opened, and why.

use super::example::{accepted, snapshot};
use super::*;
use domain::model::names::{AccountName, RegionId};
use domain::review::snapshot::Account;

fn text() -> String {
    saved(&snapshot(), &[accepted()], None).0
}

fn open(text: &str) -> Result<Opened, OpenError> {
    opened_by(text.as_bytes(), expected(&snapshot()), 50)
}

/// The example with something else in the place of a text that is in it.
fn with(old: &str, new: &str) -> Result<Opened, OpenError> {
    let text = text();
    assert!(text.contains(old), "{old}");
    open(&text.replacen(old, new, 1))
}

fn damaged(line: u64) -> Result<Opened, OpenError> {
    Err(OpenError::Damaged { line })
}

#[test]
fn other_files_are_not_of_this_format() {
    let not = Err(OpenError::NotThisFormat);
    for text in
        ["", "\n", "x", "{}", "[]\n", "{}\n", "user_id,auth\nu1,7\n", "\u{FEFF}\n", "{\"format\":7}\n"]
    {
        assert_eq!(open(text), not, "{text}");
    }
    assert_eq!(with("swr-permission-snapshot", "swr-permission-plan"), not);
    assert_eq!(with("\"version\":1", "\"version\":0"), not);
    assert_eq!(with("\"version\":1", "\"version\":-1"), not);
    assert_eq!(with("\"version\":1", "\"version\":1e999"), not);
    // An image or an archive has no lines, and is not held in memory until one ends.
    assert_eq!(Opener::new(expected(&snapshot())).take(&[0xFF; 20]), Err(OpenError::NotThisFormat));
}

#[test]
fn a_file_of_a_newer_console_or_of_another_region_or_account_says_so() {
    assert_eq!(with("\"version\":1", "\"version\":2"), Err(OpenError::NewerVersion(2)));
    // A newer version may have other keys.
    let newer = "{\"format\":\"swr-permission-snapshot\",\"version\":7,\"realm\":[]}\n";
    assert_eq!(open(newer), Err(OpenError::NewerVersion(7)));
    let region = RegionId::new("eu-nl");
    assert_eq!(with("\"eu-de\"", "\"eu-nl\""), Err(OpenError::OtherRegion(region)));
    let account = Account { id: Some("d2".into()), name: AccountName::new("OTC 小 1") };
    assert_eq!(with("\"d1\"", "\"d2\""), Err(OpenError::OtherAccount(account)));
    // An account that was renamed is the same one.
    assert!(with("\"OTC 小 1\"", "\"other\"").is_ok());
}

#[test]
fn a_file_that_is_too_large_is_refused_before_it_is_read() {
    let mut opener = Opener::new(expected(&snapshot()));
    opener.take(text().lines().next().unwrap().as_bytes()).unwrap();
    let piece = vec![b' '; LINE_MOST / 2];
    assert_eq!((opener.take(&piece), opener.take(&piece)), (Ok(()), Err(OpenError::TooLarge)));
    let mut opener = Opener::new(expected(&snapshot()));
    opener.bytes = FILE_MOST - 1;
    assert_eq!((opener.take(b"{"), opener.take(b" ")), (Ok(()), Err(OpenError::TooLarge)));
}

#[test]
fn every_cut_is_recognised() {
    let text = text();
    for cut in 1..text.len() {
        let lines = whole_lines(&text.as_bytes()[..cut]);
        let error = opened_by(&text.as_bytes()[..cut], expected(&snapshot()), cut);
        assert_eq!(error, Err(OpenError::CutOff { lines }), "{cut}");
    }
}

#[test]
fn sums_that_do_not_come_out_and_another_content_are_two_faults() {
    let lines = text();
    let without = |begin: &str| {
        let kept = lines.split_inclusive('\n').filter(|line| !line.starts_with(begin));
        open(&kept.collect::<String>())
    };
    assert_eq!(without("{\"t\":\"accepted\""), Err(OpenError::SumsDiffer));
    assert_eq!(
        without("{\"t\":\"image\",\"organization\":\"group\",\"name\":\"x\""),
        Err(OpenError::SumsDiffer)
    );
    assert_eq!(with("\"grants\":3", "\"grants\":4"), Err(OpenError::SumsDiffer));
    assert_eq!(with("[\"u1\",1]", "[\"u1\",7]"), Err(OpenError::ContentDiffers));
    assert_eq!(with("\"public\":true", "\"public\":false"), Err(OpenError::ContentDiffers));
    assert_eq!(with("\"iam\":\"enabled\"", "\"iam\":\"disabled\""), Err(OpenError::ContentDiffers));
}

#[test]
fn a_line_that_is_wrong_is_named() {
    for (line, old, new) in [
        (1, "\"stopped\":false", "\"stopped\":0"),
        (1, "\"previous\":null", "\"previous\":\"sha256:7\""),
        (1, "[\"group\"]", "[\"..\"]"),
        (2, "\"t\":\"lists\"", "\"t\":\"person\""),
        (2, "\"completeness\":\"short\",", "\"completeness\":\"endless\","),
        (2, "\"why\":\"not_yet\"", "\"why\":\"not_yet\",\"status\":403"),
        (3, "\"t\":\"person\"", "\"t\":\"robot\""),
        (4, "\"u1\",\"names\"", "\"u3\",\"names\""),
        (3, "\"enabled\"", "\"admin\""),
        (4, "{\"t\":\"person\",\"id\":\"u2\"", "{\"t\":\"person\",\"id\":\"u1\""),
        (4, "\"id\":\"u2\"", "\"id\":\"\""),
        (4, "\"unknown\"}", "\"unknown\"},"),
        (5, "\"name\":\"group\"", "\"name\":\".\""),
        (
            5,
            "\"read\":\"2026-11-26T14:05:09.123Z\",\"unreadable\":0,\"grants\"",
            "\"unreadable\":0,\"grants\"",
        ),
        (5, "[[\"u1\",7]]", "[[\"u1\",5]]"),
        (5, "[[\"u1\",7]]", "[[\"u9\",7]]"),
        (5, "[[\"u1\",7]]", "[[\"u1\",7],[\"u1\",7]]"),
        (5, "[[\"u1\",7]]", "[[\"u2\",7],[\"u1\",7]]"),
        (5, "\"appeared\":0", "\"appeared\":4294967296"),
        (6, "\"organization\":\"group\"", "\"organization\":\"grouq\""),
        (6, "\"name\":\"team/web\"", "\"name\":\"y\\u0000$\""),
        (6, "\"until\":\"forever\"", "\"until\":\"soon\""),
        (6, ",\"grants\":[[\"u1\",1],[\"u2\",\"9\"]]", ""),
        (7, "\"why\":\"denied\"", "\"why\":\"maybe\""),
        (7, "\"name\":\"x\"", "\"name\":\"a\""),
        (7, "\"status\":403", "\"status\":65536"),
        (7, "\"shared_not_read\"", "\"shared\":[],\"shared_not_read\""),
        (7, "\"shared_not_read\"", "\"grants\":[],\"shared_not_read\""),
        (8, "\"F1\"", "\"F99\""),
        (8, "OPS-12: our base image", " "),
        (9, "\"content\":\"sha256:", "\"content\":\"md5:"),
        (9, "\"images_total\":2", "\"images_total\":-2"),
    ] {
        assert_eq!(with(old, new), damaged(line), "{line}: {new}");
    }
    assert_eq!(open(&(text() + "{}\n")), damaged(10));
    assert_eq!(open(&(text() + "\n")), damaged(10));
    assert_eq!(open(&(text() + "x")), damaged(10));
}

#[test]
fn unknown_keys_blanks_and_a_byte_order_mark_are_passed_over() {
    let same = |text: &str| assert_eq!(open(text).map(|opened| opened.snapshot), Ok(snapshot()), "{text}");
    same(&format!("\u{FEFF}{}", text()));
    same(&text().replace('\n', "\r\n"));
    same(&text().replace("{\"t\":", "{ \"later\":{\"a\":[[],1e999]}, \"t\" : "));
}

#[test]
fn nesting_and_long_lines_are_refused_and_no_crash() {
    for deep in ["[".repeat(400_000), "{\"a\":".repeat(400_000), "[[],".repeat(400_000)] {
        let new = format!("\"later\":{deep},\"public\":true");
        assert_eq!(with("\"public\":true", &new), damaged(6));
        assert_eq!(with("[\"u1\",1]", &deep), damaged(6));
    }
}

/// Names are chosen by others. They stay what they are.
#[test]
fn names_with_anything_in_them_are_values() {
    let opened = open(&text()).unwrap();
    let names: Vec<_> = opened.snapshot.people().all().iter().map(|user| user.names[0].as_str()).collect();
    assert_eq!(names, ["u1\u{202E}", "u2\u{202E}"]);
    assert_eq!(with("u1\\u202e", "u1\\u0000"), Err(OpenError::ContentDiffers));
}
