//! The people of the review world: those of the planted cases, whom tests find by name, and enough others to make five
//! hundred.

use crate::level::Level;
use crate::names::{UserId, UserName};
use crate::seed::large_names::{FAMILY, GIVEN};
use crate::seeded_rng::SeededRng;
use crate::store::User;

/// How many users IAM lists.
const USERS: usize = 500;

/// Who holds what.
pub(super) type Holders = Vec<(User, Level)>;

/// Somebody of a planted case.
#[derive(Debug, Clone, Copy)]
pub(super) struct Person {
    name: &'static str,
    id: &'static str,
}

impl Person {
    const fn new(name: &'static str, id: &'static str) -> Self {
        Self { name, id }
    }

    pub(super) fn user(self) -> User {
        let (id, name) = (UserId::new(self.id), UserName::new(self.name));
        User { id, name, is_administrator: false, is_enabled: true }
    }

    /// The same id under another name.
    pub(super) fn called(self, name: &'static str) -> Self {
        Self { name, ..self }
    }

    pub(super) fn with(self, level: Level) -> (User, Level) {
        (self.user(), level)
    }
}

/// An ordinary user of the small seed, who sees a part.
pub(super) const USER01: Person = Person::new("user01", "fb3f175c1fd146ab8cdae3272be6107b");
/// Another one, who sees everything.
pub(super) const USER02: Person = Person::new("user02", "9c1f0e4a7b2d4f6d8a35c2e1b7409d58");

pub(super) const TWICE: Person = Person::new("twice01", "cd9679041f65de002ee4036c59d1ff4c");
pub(super) const RENAMED: [Person; 2] = [
    Person::new("renamed01", "7a3bc03947ea74c1cacf5811e8763ca9"),
    Person::new("renamed02", "ebde61828fce44731d0c96c071a7ec9c"),
];
pub(super) const MOVED: Person = Person::new("moved01", "535d9d00363188a5243424991b775021");
pub(super) const HOLDER: Person = Person::new("holder01", "48048e394d41affb3df7286c5fd85810");
pub(super) const WIDE: [Person; 2] = [
    Person::new("wide01", "3a9c3078b8aea0e1f50b96bf38daa4ce"),
    Person::new("wide02", "96971a01a2204b5eeda28ffc25acad6c"),
];
pub(super) const GRANTED: [Person; 2] = [
    Person::new("granted01", "ed2c1dfff0d3075d34967357198b6cd2"),
    Person::new("granted02", "bab566a89401db95d0e4c5421066a6b8"),
];
pub(super) const RAISED: [Person; 2] = [
    Person::new("raised01", "3e0b006e82c18eefefffa659c7fd7058"),
    Person::new("raised02", "03165d6e392a80ce4b84159e28fd0d2b"),
];
pub(super) const LOWERED: Person = Person::new("lowered01", "18f1bafc0fad203c80e9057e76d0a3a4");
pub(super) const REVOKED: Person = Person::new("revoked01", "16d2c3c636ee51c073fb8c08d85485c9");
pub(super) const ODD: Person = Person::new("odd01", "5d0c2f8e6b7a4913a1e4c9d27f3b8060");

pub(super) const DISABLED: [Person; 3] = [
    Person::new("disabled01", "1b569727409983e1e3ed3675d603fa92"),
    Person::new("disabled02", "682d01654bdbf9dd160f3763c19fcb93"),
    Person::new("disabled03", "47e157682396054b43cbadf2198205c5"),
];

/// Users who were deleted: lists have them, and IAM has not.
pub(super) const DELETED: [Person; 3] = [
    Person::new("deleted01", "f6aafb3f80eb384ffb3a8c9842156144"),
    Person::new("deleted02", "50baa20d7dbcba5f9f00f55ccd230aa5"),
    Person::new("deleted03", "c18d51d0337220e9704cb962160535a0"),
];
/// Who had the name before it was given to somebody new.
pub(super) const TWICE_BEFORE: Person = Person::new("twice01", "b081401293bc0fb69ac065aa0c608e4d");
/// Who made an organization and an image, and was deleted.
pub(super) const FOUNDER: Person = Person::new("founder01", "b4f5528cac6f7f6149a392b89d92a10e");

/// The users whom IAM lists after those of the small seed, all of the planted cases first.
pub(super) fn users(already: usize) -> Vec<User> {
    let planted = [TWICE, MOVED, HOLDER, LOWERED, REVOKED, ODD].into_iter();
    let planted = planted.chain(RENAMED).chain(WIDE).chain(GRANTED).chain(RAISED).map(Person::user);
    let disabled = DISABLED.map(|person| User { is_enabled: false, ..person.user() });
    let mut users: Vec<User> = planted.chain(disabled).collect();
    let missing = USERS.saturating_sub(already + users.len());
    users.extend(others(missing));
    users
}

/// How many of those are of planted cases.
pub(super) fn is_of_a_case(user: &User) -> bool {
    user.name.as_str().ends_with(|last: char| last.is_ascii_digit())
}

/// People of whom nothing special is known. No two have the same name.
fn others(count: usize) -> impl Iterator<Item = User> {
    let mut rng = SeededRng::new(500);
    let names = (0..FAMILY.len()).flat_map(|shift| {
        GIVEN.iter().zip(FAMILY.iter().cycle().skip(shift)).map(|(given, family)| format!("{given}.{family}"))
    });
    names.take(count).map(move |name| User {
        id: UserId::new(rng.hex32()),
        name: UserName::new(name),
        is_administrator: false,
        is_enabled: true,
    })
}
