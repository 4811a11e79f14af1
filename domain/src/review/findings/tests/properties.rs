//! Laws of findings: no rule finds what reading everything would not find, and none counts what it has not seen.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::review::sketch::{Unread, any_unread, any_world, draw};

fn fingerprints(snapshot: &Snapshot, report: &Report) -> BTreeSet<Fingerprint> {
    report.findings().iter().map(|finding| finding.fingerprint(snapshot)).collect()
}

/// Whether a finding is among others. A name may have more ids than one side has seen.
fn is_among(one: &Fingerprint, others: &BTreeSet<Fingerprint>) -> bool {
    let same = |other: &Fingerprint| one.users.iter().all(|user| other.users.contains(user));
    others.contains(one) || (one.rule == Rule::SharedName && others.iter().any(same))
}

proptest! {
    #[test]
    fn no_rule_fires_on_what_was_not_read(world in any_world(), unread in any_unread()) {
        let (part, whole) = (draw(&world, &unread), draw(&world, &Unread::nothing()));
        for (some, all) in reports(&part).iter().zip(&reports(&whole)).skip(1) {
            let (found, truth) = (fingerprints(&part, some), fingerprints(&whole, all));
            // With more users on lists the account's list may not fit any more.
            if !matches!(all.count(), Count::NotChecked(Why::UsersDoNotFit { .. })) {
                for one in &found {
                    prop_assert!(is_among(one, &truth), "{:?}", one);
                }
                if let Count::Exactly(count) = some.count() {
                    prop_assert_eq!((count, found), (truth.len(), truth), "{:?}", some.rule);
                }
            }
        }
    }

    #[test]
    fn each_finding_has_a_fingerprint_of_its_own(world in any_world(), unread in any_unread()) {
        let snapshot = draw(&world, &unread);
        for report in reports(&snapshot).iter().skip(1) {
            prop_assert_eq!(fingerprints(&snapshot, report).len(), report.findings().len(), "{:?}", report.rule);
        }
    }

    #[test]
    fn no_finding_is_falsely_new_or_absent(
        before in any_world(), after in any_world(), unread_before in any_unread(), unread_after in any_unread(),
    ) {
        let of = |unread: (&Unread, &Unread)| {
            let (before, after) = (draw(&before, unread.0), draw(&after, unread.1));
            let (old, new) = (reports(&before), reports(&after));
            statuses((&before, &old), (&after, &new))
        };
        let nothing = Unread::nothing();
        let truth = of((&nothing, &nothing));
        for (finding, status) in of((&unread_before, &unread_after)) {
            let is_said = matches!(status, Status::New | Status::Absent) && finding.rule != Rule::NotRead;
            let is_known = truth.get(&finding).is_some_and(|status| *status != Status::Unknown);
            if is_said && is_known {
                prop_assert_eq!(truth.get(&finding), Some(&status), "{:?}", finding);
            }
        }
    }

    #[test]
    fn manage_that_is_new_was_not_there(before in any_world(), after in any_world(), unread in any_unread()) {
        let (old, new) = (draw(&before, &unread), draw(&after, &unread));
        let comparison = Comparison::new(&old, &new).unwrap();
        let reports = findings(&new, &Thresholds::default(), Some(&comparison));
        let report = reports.iter().find(|report| report.rule == Rule::ManageGranted).unwrap();
        for finding in report.findings() {
            for user in &finding.users {
                let id = &new.people().get(*user).unwrap().id;
                let target = &new.subject(finding.target.unwrap()).unwrap().target;
                let was = before.subjects.iter().filter(|drawn| drawn.name == target.to_string());
                let grants: Vec<_> = was.flat_map(|drawn| &drawn.grants).collect();
                let had = grants.iter().find(|grant| grant.id.as_ref() == Some(id));
                prop_assert!(had.is_none_or(|grant| grant.permission != Manage.into()), "{:?}", finding);
            }
        }
    }
}
