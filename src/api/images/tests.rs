//! Tests of reading images: pages, totals, and records of every shape.

use serde_json::json;

use super::*;

fn organization() -> OrganizationName {
    OrganizationName::new("group").unwrap()
}

fn page(from: u64, length: u64) -> Vec<Value> {
    (from..from + length).map(|n| json!({"name": format!("image-{n}"), "namespace": "group"})).collect()
}

/// Feeds pages until the listing has enough; returns the offsets that were asked for.
fn run(total: Option<u64>, held: u64) -> (Vec<u64>, Collection<Image>) {
    let organization = organization();
    let (mut pages, mut offsets) = (Pages::new(&organization), Vec::new());
    while let Some(offset) = pages.next_offset() {
        offsets.push(offset);
        pages.take(&page(offset, held.saturating_sub(offset).min(1000)), total);
    }
    (offsets, pages.finish())
}

#[test]
fn pages_are_asked_for_until_the_total_is_there() {
    let (offsets, listing) = run(Some(2000), 2000);
    assert_eq!(offsets, [0, 1000]);
    assert_eq!((listing.items.len(), listing.completeness), (2000, Completeness::Whole));
}

#[test]
fn without_a_total_a_short_page_is_the_last() {
    assert_eq!(run(None, 1500).0, [0, 1000]);
    assert_eq!(run(None, 1000).0, [0, 1000]);
    assert_eq!(run(None, 0).0, [0]);
}

#[test]
fn a_total_that_is_never_reached_ends_and_is_told() {
    let (offsets, listing) = run(Some(5000), 1200);
    assert_eq!(offsets, [0, 1000, 1200]);
    assert_eq!(listing.completeness, Completeness::Short { announced: 5000 });
}

#[test]
fn a_service_that_never_ends_is_left_after_a_while_and_that_is_told() {
    let organization = organization();
    let mut pages = Pages::new(&organization);
    while let Some(offset) = pages.next_offset() {
        pages.take(&page(offset, 1), Some(u64::MAX));
    }
    assert_eq!(pages.asked, 200);
    assert_eq!(pages.finish().completeness, Completeness::Short { announced: u64::MAX });
    let mut pages = Pages { asked: 199, ..Pages::new(&organization) };
    pages.take(&page(0, 1000), None);
    assert_eq!(pages.next_offset(), None);
    assert_eq!(pages.finish().completeness, Completeness::Endless);
}

#[test]
fn a_total_that_is_too_small_does_not_cut_the_list() {
    let (offsets, listing) = run(Some(57), 1500);
    assert_eq!((offsets, listing.items.len()), (vec![0, 1000], 1500));
    assert_eq!(listing.completeness, Completeness::Whole);
    assert_eq!(run(Some(0), 3).1.items.len(), 3);
}

/// Feeds the same first page again and again; returns how often it was asked for.
fn same_again(total: Option<u64>) -> (usize, Completeness) {
    let organization = organization();
    let (mut pages, mut asked) = (Pages::new(&organization), 0);
    while pages.next_offset().is_some() {
        asked += 1;
        pages.take(&page(0, 1000), total);
    }
    (asked, pages.finish().completeness)
}

#[test]
fn a_service_that_forgets_the_offset_is_found_out() {
    assert_eq!(same_again(None), (2, Completeness::Endless));
    assert_eq!(same_again(Some(5000)), (2, Completeness::Short { announced: 5000 }));
}

#[test]
fn the_vendors_range_is_a_count_and_a_total() {
    let table = [
        (Some("0-10/57"), Some(57)),
        (Some("0-0/0"), Some(0)),
        (Some("items 0-9/57"), Some(57)),
        (Some("0-10/57, 0-10/57"), Some(57)),
        (Some("0-10/ 57 "), Some(57)),
        (Some("0-10/*"), None),
        (Some("0-10/-1"), None),
        (Some("0-10/1e3"), None),
        (Some("0-10/99999999999999999999999"), None),
        (Some("0-10/"), None),
        (Some("57"), None),
        (Some(""), None),
        (None, None),
    ];
    for (header, expected) in table {
        assert_eq!(total(header), expected, "{header:?}");
    }
}

#[test]
fn an_empty_list_is_told_from_no_list() {
    let length = |body: &str| decode(&organization(), &[(body, None)]).map(|list| list.items.len());
    for body in ["[]", "null", " [ ] ", "\u{FEFF}[]"] {
        assert_eq!(length(body), Some(0), "{body}");
    }
    for body in ["", " ", "\u{FEFF}", "{}", "7", "\"x\"", "[", "<html>", r#"{"repos":[]}"#] {
        assert_eq!(length(body), None, "{body}");
    }
}

#[test]
fn a_record_without_a_name_hides_no_other_and_is_counted() {
    let body =
        r#"[null,7,{"namespace":"group"},{"name":""},{"name":"a"},{"name":7},{"name":".."},{"name":"a$b"}]"#;
    let listing = decode(&organization(), &[(body, Some("0-8/8"))]).unwrap();
    let shown: Vec<_> = listing.items.iter().map(|one| (one.label.as_str(), one.name.is_some())).collect();
    assert_eq!(shown, [("a", true), ("7", true), ("..", false), ("a$b", false)]);
    assert_eq!((listing.unreadable, listing.completeness), (4, Completeness::Whole));
}

#[test]
fn odd_values_are_not_known() {
    for odd in ["-1", "3.0", "\"3\"", "1e308", "null", "{}", "[]", "true"] {
        let body = format!(r#"[{{"name":"a","num_images":{odd},"updated_at":{odd},"namespace":{{}}}}]"#);
        let listing = decode(&organization(), &[(&body, None)]).unwrap();
        assert_eq!((listing.items[0].tags, listing.items[0].updated), (None, None), "{odd}");
    }
}

#[test]
fn only_a_plain_yes_or_no_tells_who_may_pull() {
    assert_eq!(visibility(&json!({"name": "test", "is_public": true})), Visibility::Public);
    assert_eq!(visibility(&json!({"name": "test", "is_public": false})), Visibility::Private);
    for odd in [json!({"name": "test"}), json!({"is_public": "true"}), json!({"is_public": 1}), json!([])] {
        assert_eq!(visibility(&odd), Visibility::Unknown, "{odd}");
    }
}

#[test]
fn images_of_other_organizations_are_not_shown() {
    let own = r#"{"name":"a/b","is_public":true,"num_images":3,"updated_at":"2026-01-01T00:00:00Z"}"#;
    let body = format!(r#"[{{"name":"a/b","namespace":"group-2"}},{own}]"#);
    let listing = decode(&organization(), &[(&body, Some("0-2/2"))]).unwrap();
    let [own] = &listing.items[..] else { panic!("{:?}", listing.items) };
    assert_eq!((own.visibility, own.tags, own.updated.is_some()), (Visibility::Public, Some(3), true));
    assert_eq!((listing.unreadable, listing.completeness), (0, Completeness::Whole));
}

#[test]
fn a_total_without_its_header_is_taken_from_the_records() {
    let record = |name| json!({"name": name, "namespace": "group", "total_range": 5});
    let body = json!([record("a"), record("b")]).to_string();
    let listing = decode(&organization(), &[(&body, None)]).unwrap();
    assert_eq!(listing.completeness, Completeness::Short { announced: 5 });
}
