//! What is typed to share an image with an account, and what keeps it from being sent.

use crate::model::names::AccountName;
use crate::text::time::UnixMillis;

use super::share::{DESCRIPTION_LONGEST, Share, Shares, Terms};
use super::until::Until;

/// What is wrong with a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// No account.
    AccountMissing,
    /// A name that no address can have.
    AccountWrong,
    /// The caller's own account.
    AccountOwn,
    /// An account that is listed already.
    AccountListed,
    /// Neither a day nor "no end".
    DayMissing,
    /// A day that is over.
    DayOver,
    /// A description that the service would refuse.
    DescriptionLong,
}

/// The account of a new share.
///
/// # Errors
/// What is wrong with it.
pub fn account(typed: &str, own: &AccountName, listed: &Shares) -> Result<AccountName, Fault> {
    let typed = typed.trim();
    let account = AccountName::new(typed);
    match typed {
        "" => Err(Fault::AccountMissing),
        "." | ".." => Err(Fault::AccountWrong),
        _ if account == *own => Err(Fault::AccountOwn),
        _ if listed.terms(&account).is_some() => Err(Fault::AccountListed),
        _ => Ok(account),
    }
}

/// Until when, from the day of a date field and the box for "no end". A day that the share has already stays to the second.
///
/// # Errors
/// What is wrong with it.
pub fn until(day: &str, no_end: bool, before: Option<&Share>, now: UnixMillis) -> Result<Until, Fault> {
    if no_end {
        return Ok(Until::NoEnd);
    }
    let before = before.map(|share| &share.terms.until);
    if let Some(before) = before.filter(|before| before.last_day().is_some_and(|last| last == day)) {
        return Ok(before.clone());
    }
    let until = Until::end_of_day(day).ok_or(Fault::DayMissing)?;
    if until.is_over(now) == Some(true) { Err(Fault::DayOver) } else { Ok(until) }
}

/// The description.
///
/// # Errors
/// What is wrong with it.
pub fn description(typed: &str) -> Result<String, Fault> {
    let typed = typed.trim();
    if typed.chars().count() > DESCRIPTION_LONGEST {
        return Err(Fault::DescriptionLong);
    }
    Ok(typed.to_owned())
}

/// What a form begins with: the last day and "no end" of a share that is changed, or one month for a new one.
pub fn first_day(before: Option<&Terms>, now: UnixMillis) -> (String, bool) {
    match before.map(|terms| &terms.until) {
        None => (super::until::a_month_after(now), false),
        Some(until) => (until.last_day().unwrap_or_default(), *until == Until::NoEnd),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(name: &str, until: &str) -> Share {
        let terms = Terms { until: Until::of_wire(until), description: String::new() };
        Share { account: AccountName::new(name), permit: None, terms }
    }

    fn now() -> UnixMillis {
        UnixMillis::from_rfc3339("2026-11-29T15:00:00Z").unwrap()
    }

    #[test]
    fn an_account_has_to_be_another_one_that_is_not_listed() {
        let listed = Shares::of(vec![share("partner", "forever")], 0);
        let account = |typed: &str| account(typed, &AccountName::new("demo"), &listed);
        assert_eq!(account(" other "), Ok(AccountName::new("other")));
        assert_eq!(account("  "), Err(Fault::AccountMissing));
        assert_eq!(account(".."), Err(Fault::AccountWrong));
        assert_eq!(account("demo"), Err(Fault::AccountOwn));
        assert_eq!(account("partner"), Err(Fault::AccountListed));
    }

    #[test]
    fn a_share_ends_today_at_the_earliest_or_never() {
        let until = |day: &str, no_end| until(day, no_end, None, now());
        assert_eq!(
            until("2026-11-29", false).map(|until| until.to_wire()),
            Ok("2026-11-29T23:59:59Z".into())
        );
        assert_eq!(until("2026-11-28", false), Err(Fault::DayOver));
        assert_eq!(until("", false), Err(Fault::DayMissing));
        assert_eq!(until("", true), Ok(Until::NoEnd));
    }

    #[test]
    fn a_day_that_was_not_touched_stays_to_the_second_even_if_it_is_over() {
        let before = share("partner", "2024-01-31T16:00:00Z");
        assert_eq!(until("2024-01-31", false, Some(&before), now()), Ok(before.terms.until));
    }

    #[test]
    fn a_form_begins_with_what_is_there_or_with_a_month() {
        let begin = |until: &str| first_day(Some(&share("a", until).terms), now());
        assert_eq!(first_day(None, now()), ("2026-12-29".into(), false));
        assert_eq!(begin("forever"), (String::new(), true));
        assert_eq!(begin("2026-12-31T23:59:59Z"), ("2026-12-31".into(), false));
        assert_eq!(begin("soon"), (String::new(), false));
    }

    #[test]
    fn a_description_has_up_to_a_thousand_characters() {
        assert_eq!(description(&format!(" {} ", "名".repeat(1000))), Ok("名".repeat(1000)));
        assert_eq!(description(&"x".repeat(1001)), Err(Fault::DescriptionLong));
    }

    mod properties {
        use proptest::prelude::*;

        use super::*;

        fn any_until() -> impl Strategy<Value = Until> {
            prop_oneof![
                Just(Until::NoEnd),
                (0i64..7_000_000_000_000).prop_map(|at| Until::End(UnixMillis(at))),
                "[a-z0-9-]{0,12}".prop_map(|text| Until::of_wire(&text)),
            ]
        }

        proptest! {
            #[test]
            fn a_form_that_nobody_touched_changes_nothing(end in any_until(), now in 0i64..7_000_000_000_000) {
                let before = Share { terms: Terms { until: end.clone(), description: String::new() }, ..share("a", "") };
                let (day, no_end) = first_day(Some(&before.terms), UnixMillis(now));
                // An odd value has no day; one has to be chosen.
                let stays = if matches!(end, Until::Odd(_)) { Err(Fault::DayMissing) } else { Ok(end) };
                prop_assert_eq!(until(&day, no_end, Some(&before), UnixMillis(now)), stays);
            }

            #[test]
            fn the_day_that_is_proposed_can_be_sent(now in 0i64..7_000_000_000_000) {
                let (day, no_end) = first_day(None, UnixMillis(now));
                prop_assert!(!no_end && until(&day, no_end, None, UnixMillis(now)).is_ok());
            }

            #[test]
            fn what_is_sent_ends_on_the_day_that_was_typed(
                day in prop_oneof!["\\PC*", "20[2-9][0-9]-[01][0-9]-[0-3][0-9]"], now in 0i64..4_000_000_000_000,
            ) {
                match until(&day, false, None, UnixMillis(now)) {
                    Ok(until) => {
                        prop_assert_eq!(until.last_day(), Some(day.clone()));
                        prop_assert!(day >= UnixMillis(now).utc_day());
                    }
                    Err(fault) => prop_assert!(matches!(fault, Fault::DayMissing | Fault::DayOver)),
                }
            }
        }
    }
}
