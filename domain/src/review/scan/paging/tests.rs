//! Lists of images in pages: whole, cut off, endless, and moving.

use super::*;
use crate::model::catalog::Visibility;

fn record(name: &str) -> ImageRecord {
    let image = ImageName::new(name).unwrap();
    ImageRecord { organization: Some("group".into()), image, visibility: Visibility::Private }
}

/// A page of a list, as a service with pages of this size gives it.
fn page(list: &[String], offset: u64, size: usize, total: Option<u64>) -> ImagePage {
    let offset = usize::try_from(offset).unwrap();
    let records = list.iter().skip(offset).take(size).map(|name| Some(record(name))).collect();
    ImagePage { total, records }
}

fn names(count: usize) -> Vec<String> {
    (0..count).map(|number| format!("image-{number:05}")).collect()
}

/// Reads a list to its end; the offsets that were asked for come back with it. Before each page the list may change.
fn read(
    list: &mut Vec<String>,
    size: usize,
    mut change: impl FnMut(u32, &mut Vec<String>),
) -> (Vec<u64>, Paging) {
    let (mut paging, mut offsets) = (Paging::default(), Vec::new());
    while let Some(offset) = paging.next_offset() {
        change(paging.pages, list);
        offsets.push(offset);
        let total = u64::try_from(list.len()).unwrap();
        paging.take(&page(list, offset, size, Some(total)));
    }
    (offsets, paging)
}

#[test]
fn each_page_begins_with_the_last_record_of_the_page_before() {
    let (offsets, paging) = read(&mut names(2500), 1000, |_, _| ());
    assert_eq!(offsets, [0, 999, 1998]);
    assert_eq!((paging.seen.len(), paging.completeness()), (2500, Completeness::Whole));
    assert_eq!(read(&mut names(0), 1000, |_, _| ()).0, [0]);
    assert_eq!(read(&mut names(1000), 1000, |_, _| ()).0, [0]);
}

#[test]
fn an_image_that_is_deleted_between_two_pages_takes_no_other_with_it() {
    let (offsets, paging) = read(&mut names(4), 2, |pages, list| {
        if pages == 1 {
            list.remove(0);
        }
    });
    assert_eq!(offsets, [0, 1, 0, 1], "read from the beginning");
    let (before, after) = ("image-00000", ["image-00001", "image-00002", "image-00003"]);
    assert!(after.iter().all(|name| paging.has("group", &ImageName::new(*name).unwrap())));
    assert!(!paging.has("group", &ImageName::new(before).unwrap()));
    assert_eq!(paging.completeness(), Completeness::Whole);
}

#[test]
fn a_list_that_moves_all_the_time_is_left_and_not_called_whole() {
    let (offsets, paging) = read(&mut names(500), 2, |_, list| drop(list.remove(0)));
    assert_eq!(offsets.len(), 8);
    assert_eq!(paging.completeness(), Completeness::Endless);
}

#[test]
fn a_service_that_forgets_the_offset_is_found_out() {
    let (mut paging, mut asked) = (Paging::default(), 0);
    while paging.next_offset().is_some() {
        asked += 1;
        paging.take(&page(&names(5000), 0, 1000, None));
    }
    assert_eq!((asked, paging.completeness()), (8, Completeness::Endless));
}

#[test]
fn a_total_that_is_never_reached_is_short() {
    let list = names(3);
    let mut paging = Paging::default();
    let mut offsets = Vec::new();
    while let Some(offset) = paging.next_offset() {
        offsets.push(offset);
        paging.take(&page(&list, offset, 1000, Some(5)));
    }
    assert_eq!(offsets, [0, 2]);
    assert_eq!((paging.completeness(), paging.to_come()), (Completeness::Short { announced: 5 }, 0));
}

#[test]
fn without_a_total_or_with_one_that_is_too_small_a_full_page_is_not_the_last() {
    for total in [None, Some(7)] {
        let (list, mut paging) = (names(1500), Paging::default());
        let mut offsets = Vec::new();
        while let Some(offset) = paging.next_offset() {
            offsets.push(offset);
            paging.take(&page(&list, offset, 1000, total));
        }
        assert_eq!(offsets, [0, 999], "{total:?}");
        assert_eq!((paging.seen.len(), paging.completeness()), (1500, Completeness::Whole));
    }
}

#[test]
fn a_service_that_never_ends_is_left_after_a_while() {
    let mut paging = Paging::default();
    while let Some(offset) = paging.next_offset() {
        let list: Vec<_> = (offset..offset + 2).map(|number| format!("image-{number}")).collect();
        paging.take(&page(&list, 0, 2, Some(u64::MAX)));
    }
    assert_eq!((paging.pages, paging.completeness()), (PAGES_MOST, Completeness::Endless));
}

#[test]
fn records_without_a_usable_name_are_counted_and_hide_no_other() {
    let mut paging = Paging::default();
    let new = paging.take(&ImagePage { total: Some(3), records: vec![Some(record("a")), None] });
    assert_eq!(
        (new.len(), paging.to_come(), paging.next_offset()),
        (1, 1, Some(2)),
        "no record to begin with"
    );
    paging.take(&ImagePage { total: Some(3), records: vec![Some(record("b"))] });
    assert_eq!((paging.unreadable(), paging.completeness()), (1, Completeness::Whole));
}

#[test]
fn a_record_that_names_no_organization_is_of_the_one_that_was_asked_for() {
    let mut paging = Paging::default();
    let other = ImageRecord { organization: Some("group-2".into()), ..record("b") };
    let nameless = ImageRecord { organization: None, ..record("c") };
    paging.take(&ImagePage { total: Some(2), records: vec![Some(other), Some(nameless)] });
    let has = |name| paging.has("group", &ImageName::new(name).unwrap());
    assert_eq!((has("b"), has("c")), (false, true));
}
