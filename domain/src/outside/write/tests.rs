//! The laws of these writes: what is read afterwards decides, an entry that can't be read proves nothing, undo leads back.

use proptest::prelude::*;

use super::*;
use crate::outside::share::Share;

fn account(name: &str) -> AccountName {
    AccountName::new(name)
}

fn terms(day: &str) -> Terms {
    let until = if day == "forever" { Until::NoEnd } else { Until::end_of_day(day).unwrap() };
    Terms { until, description: String::new() }
}

fn attributes(visibility: Visibility) -> Attributes {
    Attributes { visibility, category: Some("linux".to_owned()), description: Some("text".to_owned()) }
}

fn shares(of: &[(&str, &str)]) -> Shares {
    let share = |(name, day): &(&str, &str)| Share {
        account: account(name),
        permit: Some("read".to_owned()),
        terms: terms(day),
    };
    Shares::of(of.iter().map(share).collect(), 0)
}

fn share(expected: Option<&str>, desired: Option<&str>) -> OutsideEdit {
    OutsideEdit::Share {
        account: account("partner"),
        expected: expected.map(terms),
        desired: desired.map(terms),
    }
}

fn make(visibility: Visibility) -> OutsideEdit {
    let other = if visibility == Visibility::Public { Visibility::Private } else { Visibility::Public };
    OutsideEdit::Visibility { expected: attributes(other), desired: attributes(visibility) }
}

#[test]
fn what_was_there_and_what_should_be_say_the_action() {
    assert_eq!(make(Visibility::Public).action(), Some(OutsideAction::MakePublic));
    assert_eq!(make(Visibility::Private).action(), Some(OutsideAction::MakePrivate));
    assert_eq!(share(None, Some("forever")).action(), Some(OutsideAction::Share));
    assert_eq!(share(Some("2026-12-31"), Some("forever")).action(), Some(OutsideAction::ChangeShare));
    assert_eq!(share(Some("forever"), None).action(), Some(OutsideAction::StopSharing));
    assert_eq!(share(None, None).action(), None);
    assert_eq!(share(Some("forever"), Some("forever")).action(), None);
}

#[test]
fn the_reading_decides_and_no_reading_leaves_it_open() {
    let edit = share(None, Some("2026-12-31"));
    let after = |of: &[(&str, &str)]| edit.outcome(Some(&OutsideReading::Shares(shares(of))));
    assert_eq!(after(&[("partner", "2026-12-31")]), Outcome::Applied);
    assert_eq!(after(&[("other", "2026-12-31")]), Outcome::NotApplied);
    let third = OutsideState::Share(Some(terms("forever")));
    assert_eq!(after(&[("partner", "forever")]), Outcome::Otherwise(third));
    assert_eq!(edit.outcome(None), Outcome::Unknown);
    let other = OutsideReading::Attributes(attributes(Visibility::Public));
    assert_eq!(edit.outcome(Some(&other)), Outcome::Unknown);
}

#[test]
fn an_entry_that_cannot_be_read_does_not_prove_that_sharing_has_ended() {
    let hidden = OutsideReading::Shares(Shares { unreadable: 1, ..shares(&[]) });
    assert_eq!(share(Some("forever"), None).outcome(Some(&hidden)), Outcome::Unknown);
    let unknown = OutsideReading::Attributes(attributes(Visibility::Unknown));
    assert_eq!(make(Visibility::Private).outcome(Some(&unknown)), Outcome::Unknown);
}

#[test]
fn only_what_opens_an_image_for_good_is_risky() {
    assert!(make(Visibility::Public).is_risky() && !make(Visibility::Private).is_risky());
    assert!(share(None, Some("forever")).is_risky());
    assert!(share(Some("2026-12-31"), Some("forever")).is_risky());
    assert!(!share(Some("forever"), None).is_risky() && !share(None, Some("2026-12-31")).is_risky());
}

#[test]
fn a_description_that_someone_changed_meanwhile_is_kept() {
    let now = Attributes { description: Some("newer".to_owned()), ..attributes(Visibility::Private) };
    let now = OutsideState::Attributes(now);
    let edit = make(Visibility::Public);
    assert_ne!(edit.expected(), now, "which is a conflict");
    let OutsideState::Attributes(desired) = edit.expected_from(&now).desired() else { panic!() };
    assert_eq!(desired.description.as_deref(), Some("newer"));
    assert_eq!(desired.visibility, Visibility::Public);
}

fn day() -> impl Strategy<Value = Option<&'static str>> {
    prop::option::of(prop::sample::select(vec!["2024-02-29", "2026-12-31", "forever"]))
}

mod properties {
    use super::*;

    proptest! {
        #[test]
        fn undo_leads_back_and_then_there_is_nothing_to_undo(before in day(), after in day(), now in day()) {
            let (edit, now) = (share(before, after), OutsideState::Share(now.map(terms)));
            if let Some(back) = edit.undo(&now) {
                prop_assert_eq!(back.expected(), now);
                prop_assert_eq!(back.desired(), edit.expected());
            } else {
                prop_assert_eq!(now, edit.expected());
            }
        }

        #[test]
        fn an_edit_is_applied_exactly_where_what_it_desires_is_there(before in day(), after in day(), now in day()) {
            let edit = share(before, after);
            let of: Vec<(&str, &str)> = now.map(|day| ("partner", day)).into_iter().collect();
            let outcome = edit.outcome(Some(&OutsideReading::Shares(shares(&of))));
            prop_assert_eq!(outcome == Outcome::Applied, now == after);
        }
    }
}
