//! When a snapshot may say "complete", by example and for any part that was not read.

use proptest::prelude::*;

use super::totals::total_of;
use super::*;
use crate::model::access::AccessList;
use crate::model::catalog::Completeness;
use crate::model::level::Level;
use crate::review::sketch::{
    AT, Sketch, Unread, about, any_unread, any_world, denied, draw, organization, target,
};
use crate::review::snapshot::{Builder, Fault, ListReading, Scope, Shares, Totals};
use crate::text::time::UnixMillis;

fn whole() -> Sketch {
    Sketch::new().with("a", &[("u", Level::Manage)]).with("a/1", &[]).with("a/2", &[]).with("b", &[])
}

fn verdict(sketch: Sketch) -> Verdict {
    Coverage::of(&sketch.freeze()).verdict
}

#[test]
fn everything_read_is_complete() {
    let coverage = Coverage::of(&whole().freeze());
    assert_eq!(coverage.verdict, Verdict::Complete);
    assert_eq!((coverage.images.read, coverage.organizations.read, coverage.all().listed()), (2, 2, 4));
    assert_eq!(coverage.open_lists, []);
    assert!(coverage.totals.len() == 2 && coverage.totals.iter().all(Total::agrees));
}

#[test]
fn each_kind_of_not_read_is_counted_apart_and_gone_is_none_of_them() {
    let sketch = whole()
        .unread("a/3", Reading::Failed(Fault::TimeOut))
        .unread("a/4", Reading::NotYet)
        .unread("a/5", denied())
        .unread("a/6", Reading::Gone);
    let coverage = Coverage::of(&sketch.freeze());
    let Counts { read, denied, gone, failed, not_yet, .. } = coverage.images;
    assert_eq!((read, denied, gone, failed, not_yet), (2, 1, 1, 1, 1));
    assert_eq!((coverage.images.listed(), coverage.images.unread()), (6, 3));
    assert_eq!(coverage.verdict, Verdict::Partial);
    assert_eq!(verdict(whole().unread("a/6", Reading::Gone)), Verdict::Complete);
}

#[test]
fn one_entry_that_cannot_be_read_is_enough_not_to_be_complete() {
    let list = AccessList { unreadable: 1, ..AccessList::default() };
    let coverage = Coverage::of(&whole().with_list("a/1", &list).freeze());
    assert_eq!((coverage.verdict, coverage.images.unreadable_entries), (Verdict::Partial, 1));
}

#[test]
fn a_list_that_was_not_read_to_its_end_is_named() {
    let open = |change: &dyn Fn(&mut Builder)| {
        let coverage = Coverage::of(&whole().also(change).freeze());
        assert_eq!(coverage.verdict, Verdict::Partial);
        coverage.open_lists
    };
    let short = || ListReading::read(AT, 0, Completeness::Short { announced: 9 });
    let a = target("a");
    assert_eq!(open(&|one| one.lists_mut().organizations = short()), [OpenList::Organizations]);
    assert_eq!(open(&|one| one.lists_mut().shared = ListReading::default()), [OpenList::Shared]);
    assert_eq!(open(&|one| one.users(short(), &[])), [OpenList::Users]);
    let images = |one: &mut Builder| one.organization_facts(&organization("a")).unwrap().images = short();
    assert_eq!(open(&images), [OpenList::Images(a)]);
    for shares in [Shares::NotRead, Shares::Listed] {
        let image = target("a/1");
        assert_eq!(open(&|one| one.shares(&image, shares.clone())), [OpenList::Shares(image.clone())]);
    }
}

#[test]
fn users_that_the_caller_may_not_read_are_no_fault() {
    assert_eq!(verdict(whole().without_users()), Verdict::Complete);
}

#[test]
fn a_record_without_a_name_is_listed_and_failed() {
    let nameless = |one: &mut Builder| {
        one.organization_facts(&organization("a")).unwrap().images =
            ListReading::read(AT, 2, Completeness::Whole);
    };
    let coverage = Coverage::of(&whole().also(nameless).freeze());
    assert_eq!((coverage.images.listed(), coverage.images.failed), (4, 2));
}

#[test]
fn a_scan_that_was_stopped_is_not_complete() {
    let mut stopped = whole().freeze();
    stopped.is_stopped = true;
    assert_eq!(Coverage::of(&stopped).verdict, Verdict::Partial);
}

/// A snapshot for which the service counts so much.
fn counted(account: Option<u64>, organization_a: Option<u64>) -> Snapshot {
    let Sketch(mut builder) = whole();
    builder.organization_facts(&organization("a")).unwrap().counted = organization_a;
    builder.organization_facts(&organization("b")).unwrap().counted = Some(0);
    builder.count(Totals { organizations: None, images: account });
    builder.freeze(UnixMillis(9), false)
}

#[test]
fn totals_that_differ_are_not_complete_and_none_proves_nothing() {
    let verdict = |account, organization| Coverage::of(&counted(account, organization)).verdict;
    assert_eq!(verdict(Some(2), None), Verdict::Complete);
    assert_eq!(verdict(None, Some(2)), Verdict::Complete);
    assert_eq!(verdict(Some(3), Some(2)), Verdict::TotalsDiffer, "the caller may not see one of them");
    assert_eq!(verdict(Some(2), Some(1)), Verdict::TotalsDiffer);
    assert_eq!(verdict(None, None), Verdict::WithoutTotal);
    let nothing = Builder::new(about());
    assert!(!has_total(&nothing.freeze(AT, false)), "an account without organizations, and no total");
}

#[test]
fn in_a_part_of_the_account_only_its_own_totals_count() {
    let part = |organization_a| {
        let mut snapshot = counted(Some(2000), organization_a);
        snapshot.about.scope = Scope::Some(vec![organization("a"), organization("b")]);
        Coverage::of(&snapshot).verdict
    };
    assert_eq!(
        [part(Some(2)), part(Some(7)), part(None)],
        [Verdict::Complete, Verdict::TotalsDiffer, Verdict::WithoutTotal]
    );
}

#[test]
fn what_came_and_went_during_the_scan_is_no_difference() {
    let agrees = |service: u64, appeared: u32| {
        let counted = move |one: &mut Builder| {
            let facts = one.organization_facts(&organization("a")).unwrap();
            (facts.counted, facts.appeared) = (Some(service), appeared);
        };
        let snapshot = whole().unread("a/3", Reading::Gone).also(counted).freeze();
        let section = snapshot.organizations().next().unwrap();
        total_of(&snapshot, &section).unwrap().agrees()
    };
    assert_eq!([1, 2, 3, 4].map(|service| agrees(service, 0)), [false, true, true, false]);
    assert_eq!([0, 1, 2, 3].map(|service| agrees(service, 1)), [false, true, true, true]);
}

mod properties {
    use super::*;

    fn is_nothing(unread: &Unread, subjects: usize) -> bool {
        let lists = unread.lists.iter().take(subjects).any(|is_unread| *is_unread);
        !lists && !unread.shared && unread.listings == [false; 2]
    }

    proptest! {
        #[test]
        fn the_sum_comes_out_and_nothing_unread_is_complete(world in any_world(), unread in any_unread()) {
            let snapshot = draw(&world, &unread);
            let coverage = Coverage::of(&snapshot);
            let (mut read, mut denied) = (0, 0);
            for subject in snapshot.subjects() {
                read += u64::from(subject.reading.is_read());
                denied += u64::from(subject.reading.is_open());
            }
            prop_assert_eq!((coverage.all().read, coverage.all().denied), (read, denied));
            prop_assert_eq!(coverage.all().listed(), read + denied);
            let has_odd_entry = world.subjects.iter().any(|drawn| drawn.unreadable > 0);
            if coverage.verdict == Verdict::Complete {
                let images = snapshot.subjects().iter().filter(|subject| subject.is_image()).count();
                let all = world.subjects.iter().filter(|drawn| drawn.name.contains('/')).count();
                prop_assert_eq!(images, all);
                prop_assert_eq!(denied, 0);
            } else if !has_odd_entry {
                let hides_nothing = is_nothing(&unread, world.subjects.len());
                prop_assert!(!hides_nothing || world.subjects.is_empty(), "{:?}", coverage);
            }
        }
    }
}
