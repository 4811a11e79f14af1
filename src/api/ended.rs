//! The sessions that are over, as localStorage keeps them for tabs that did not run when they ended: their random ids, and
//! until when each is of use. No token is in it. Its text form, and nothing of the storage itself.

use domain::text::time::UnixMillis;

/// The most that is kept, so that other pages of the origin can't make it long.
const MOST: usize = 100;

/// How long an id is kept whose token ends at an unknown time, in milliseconds: IAM's tokens last no longer.
pub const LONGEST: i64 = 24 * 3_600_000;

/// Adds an id, which is of use until its token ends: after that nobody can go on with the session anyway. What is of no use
/// any more, and what is no entry, is left out.
pub fn with(text: &str, id: &str, until: UnixMillis, now: UnixMillis) -> String {
    let mut all = format!("{id}:{}", until.0);
    let is_of_use = |entry: &&str| {
        let until = entry.split_once(':').and_then(|(_, until)| until.parse().ok());
        until.is_some_and(|until: i64| until > now.0)
    };
    for entry in text.split(' ').filter(is_of_use).take(MOST - 1) {
        all.push(' ');
        all.push_str(entry);
    }
    all
}

/// Whether the newest of the ids that begin like this is the given one; also where there is none.
pub fn is_newest(text: &str, beginning: &str, id: &str) -> bool {
    text.split(' ').find(|entry| entry.starts_with(beginning)).is_none_or(|entry| entry.starts_with(id))
}

/// Whether an id is there.
pub fn has(text: &str, id: &str) -> bool {
    text.split(' ').any(|entry| entry.split_once(':').is_some_and(|(own, _)| own == id))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn add(text: &str, id: &str, until: i64) -> String {
        with(text, id, UnixMillis(until), UnixMillis(10))
    }

    #[test]
    fn what_is_of_no_use_any_more_and_what_is_no_entry_is_left_out() {
        assert_eq!(add("a:10 b:11 c d: :: e:x  f:12", "g", 13), "g:13 b:11 f:12");
    }

    #[test]
    fn the_newest_are_kept() {
        let all = (0..150).fold(String::new(), |text, number| add(&text, &number.to_string(), 11));
        assert_eq!(all.split(' ').count(), MOST);
        assert!(has(&all, "149") && has(&all, "50") && !has(&all, "49"));
    }

    #[test]
    fn of_several_claims_the_newest_is_found() {
        let all = add(&add(&add("", "s.1.a", 11), "s.1.b", 12), "s.2.c", 13);
        assert!(!is_newest(&all, "s.1.", "s.1.a"));
        assert!(is_newest(&all, "s.1.", "s.1.b"));
        assert!(is_newest(&all, "s.2.", "s.2.c"));
        assert!(is_newest("", "s.2.", "s.2.c"), "a storage that keeps nothing");
    }

    proptest! {
        #[test]
        fn an_id_is_there_once_it_was_added_and_no_other(text: String, id in "[0-9a-f]{32}", other in "[0-9a-f]{31}") {
            prop_assume!(!has(&text, &other));
            let text = add(&text, &id, 11);
            prop_assert!(has(&text, &id));
            prop_assert!(!has(&text, &other));
        }
    }
}
