//! The id of an IAM user: one person, however the id is written.

use std::borrow::Cow;
use std::fmt;
use std::hash::{Hash, Hasher};

use crate::text::contains::contains;
use crate::text::reveal::is_hidden;

/// The id of an IAM user. Identity in this program is always the id, never the name.
///
/// The text stays as it came, since it is what is shown and sent. Two ids are equal where they differ only in letter
/// case, or in the hyphens of a UUID: people copy ids from tools that write them so, and both mean one person.
///
/// Source: every id in the vendor's pages has 32 hexadecimal digits; nothing promises that all have.
#[derive(Clone, Default)]
pub struct UserId(String);

impl UserId {
    /// How many digits every id has that the vendor has ever shown.
    pub const DIGITS: usize = 32;

    /// Takes the text as it is: what a service sent.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// Takes what a person typed or pasted, in the form in which IAM writes ids: without blanks around it and characters
    /// without a width in it, and the 32 digits in lower case and without hyphens. An id of another form keeps its
    /// characters. A blank inside stays: what it parts may be two values.
    pub fn typed(text: &str) -> Self {
        let seen: String = text.chars().filter(|c| !is_hidden(*c) || c.is_whitespace()).collect();
        let seen = seen.trim();
        if is_usual(seen) { Self(canonical(seen).map(char::from).collect()) } else { Self(seen.to_owned()) }
    }

    /// The text as it came.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether nothing is there.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether the id looks like every id that the vendor has ever shown. One that does not is worth a warning beside
    /// the field, not a refusal.
    pub fn looks_usual(&self) -> bool {
        is_usual(&self.0)
    }

    /// Whether a text in small letters is a part of it. Hyphens between digits do not count.
    pub fn holds(&self, lowered: &str) -> bool {
        let part = search_text(lowered);
        let is_canonical = !self.0.bytes().any(|byte| byte == b'-' || byte.is_ascii_uppercase());
        if is_canonical {
            return contains(&self.0, &part);
        }
        let own: String = canonical(&self.0).map(char::from).collect();
        contains(&own, &part) || contains(&self.0, lowered)
    }

    /// Whether more typing can make it a usual one.
    pub fn may_become_usual(&self) -> bool {
        let digits = self.0.bytes().filter(|byte| *byte != b'-');
        self.0.bytes().all(is_digit_or_hyphen) && digits.count() <= Self::DIGITS
    }

    /// The bytes by which ids are sorted: the same for an id however it is written.
    pub fn order(&self) -> Vec<u8> {
        canonical(&self.0).collect()
    }

    /// Whether a spreadsheet has taken the id for a number, such as `1.23457E+40`: most of its digits are lost.
    pub fn looks_spoiled(&self) -> bool {
        let Some((number, exponent)) = self.0.split_once(['E', 'e']) else { return false };
        let fraction = |byte: u8| byte.is_ascii_digit() || byte == b'.' || byte == b',';
        let exponent = exponent.strip_prefix('+').unwrap_or_default();
        number.bytes().all(fraction)
            && number.bytes().any(|byte| byte.is_ascii_digit())
            && !exponent.is_empty()
            && exponent.bytes().all(|byte| byte.is_ascii_digit())
    }
}

/// A text as it is looked for in ids: a piece of a UUID without its hyphens.
pub fn search_text(lowered: &str) -> Cow<'_, str> {
    let is_piece = lowered.contains('-') && lowered.bytes().all(is_digit_or_hyphen);
    if is_piece { Cow::Owned(lowered.replace('-', "")) } else { Cow::Borrowed(lowered) }
}

fn is_digit_or_hyphen(byte: u8) -> bool {
    byte.is_ascii_hexdigit() || byte == b'-'
}

/// Whether a text is 32 hexadecimal digits, with or without hyphens between them.
fn is_usual(text: &str) -> bool {
    text.bytes().all(is_digit_or_hyphen)
        && text.bytes().filter(|byte| *byte != b'-').count() == UserId::DIGITS
        && !text.starts_with('-')
        && !text.ends_with('-')
}

/// The bytes by which ids are compared. Hyphens count in ids that are not usual: `robot-1` is not `robot1`.
fn canonical(text: &str) -> impl Iterator<Item = u8> + '_ {
    let without_hyphens = text.contains('-') && is_usual(text);
    text.bytes().filter(move |byte| !(without_hyphens && *byte == b'-')).map(|byte| byte.to_ascii_lowercase())
}

impl PartialEq for UserId {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0 || canonical(&self.0).eq(canonical(&other.0))
    }
}

impl Eq for UserId {}

impl PartialOrd for UserId {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for UserId {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        canonical(&self.0).cmp(canonical(&other.0))
    }
}

impl Hash for UserId {
    fn hash<H: Hasher>(&self, state: &mut H) {
        for byte in canonical(&self.0) {
            state.write_u8(byte);
        }
        // As for text, so that two ids one after the other are not taken for another two.
        state.write_u8(0xFF);
    }
}

impl fmt::Display for UserId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for UserId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("UserId").field(&self.0).finish()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use proptest::prelude::*;

    use super::*;

    const ID: &str = "fb3f175c1fd146ab8cdae3272be6107b";
    const CAPITALS: &str = "FB3F175C1FD146AB8CDAE3272BE6107B";
    const UUID: &str = "FB3F175C-1fd1-46ab-8cda-e3272be6107b";

    #[test]
    fn one_id_in_three_forms_is_one_person() {
        // user01's id in capitals was granted beside user01: the list had two rows of one person, and no remark.
        let all: HashSet<UserId> = [ID, CAPITALS, UUID].map(UserId::new).into();
        assert_eq!(all.len(), 1);
        assert_eq!(UserId::new(CAPITALS).as_str(), CAPITALS, "what the service showed is what is sent");
    }

    #[test]
    fn hyphens_count_where_an_id_is_not_32_digits() {
        assert_ne!(UserId::new("robot-1"), UserId::new("robot1"));
        assert_ne!(UserId::new("ab-c"), UserId::new("abc"));
        assert_eq!(UserId::new("Robot-1"), UserId::new("robot-1"));
    }

    #[test]
    fn what_is_typed_is_sent_as_iam_writes_it() {
        for text in [ID, CAPITALS, UUID, " fb3f175c1fd146ab8cdae3272be6107b\u{200B} "] {
            assert_eq!(UserId::typed(text).as_str(), ID, "{text}");
        }
        assert_eq!(UserId::typed("Robot-1").as_str(), "Robot-1");
        // A name and 31 digits are not an id of 32.
        assert!(!UserId::typed("f b3f175c1fd146ab8cdae3272be6107b").looks_usual());
        assert_eq!(UserId::typed("1,23457E+40").as_str(), "1,23457E+40");
    }

    #[test]
    fn half_an_id_may_become_a_usual_one_and_no_other_text_may() {
        let may = |text: &str| UserId::new(text).may_become_usual();
        assert!(may("") && may("fb3f") && may(&"a".repeat(32)) && may("fb3f175c-1f"));
        assert!(!may("fb3x") && !may(&"a".repeat(33)));
    }

    #[test]
    fn a_number_of_a_spreadsheet_is_known() {
        for spoiled in ["1,23457E+40", "1.23457E+40", "5E+31", "4.0e+12"] {
            assert!(UserId::new(spoiled).looks_spoiled(), "{spoiled}");
        }
        for id in [ID, "", "E", "1e", "12e5", "fb3fE+12", "5a6d3f81c0e94b7793d2a8b41f7c60ee"] {
            assert!(!UserId::new(id).looks_spoiled(), "{id}");
        }
    }

    mod properties {
        use super::*;

        proptest! {
            #[test]
            fn equal_ids_hash_alike_and_typing_never_makes_another_person(text in "[0-9a-fA-F-]{30,40}|.{0,12}") {
                let hash = |id: &UserId| {
                    let mut hasher = std::hash::DefaultHasher::new();
                    id.hash(&mut hasher);
                    hasher.finish()
                };
                let (came, capitals) = (UserId::new(text.clone()), UserId::new(text.to_ascii_uppercase()));
                prop_assert_eq!(&came, &capitals);
                prop_assert_eq!(hash(&came), hash(&capitals));
                let typed = UserId::typed(&text);
                let again = UserId::typed(typed.as_str());
                prop_assert_eq!(again.as_str(), typed.as_str());
                if came.looks_usual() {
                    prop_assert_eq!(hash(&typed), hash(&came));
                    prop_assert_eq!(typed, came);
                }
            }
        }
    }
}
