//! The three levels of a permission, and what the service may say instead of one of them.

/// A level that can be granted. The numbers are the service's own (`auth` on the wire): nested bit sets,
/// which is why 2 and 4 are no levels.
///
/// Source: SWR API reference, "image permission management": 7 manage, 3 edit (write), 1 read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// May pull.
    Read,
    /// May pull and push.
    Write,
    /// May pull, push, delete, and grant permissions.
    Manage,
}

impl Level {
    /// All levels, least first: the order in which a choice offers them.
    pub const ALL: [Level; 3] = [Level::Read, Level::Write, Level::Manage];

    /// The number on the wire.
    pub const fn auth(self) -> u8 {
        match self {
            Level::Read => 1,
            Level::Write => 3,
            Level::Manage => 7,
        }
    }

    /// The level of a number on the wire; `None` for every number that is no level.
    pub const fn from_auth(auth: i64) -> Option<Level> {
        match auth {
            1 => Some(Level::Read),
            3 => Some(Level::Write),
            7 => Some(Level::Manage),
            _ => None,
        }
    }

    /// The key of the level in a URL (`?level=write`) and in pasted lines.
    pub const fn key(self) -> &'static str {
        match self {
            Level::Read => "read",
            Level::Write => "write",
            Level::Manage => "manage",
        }
    }

    /// The level of a key; letter case does not matter.
    pub fn from_key(key: &str) -> Option<Level> {
        Level::ALL.into_iter().find(|level| level.key().eq_ignore_ascii_case(key))
    }
}

/// What the service says someone may do.
///
/// A value that is no level is shown as it is and never guessed at: an unknown permission on the screen is a
/// nuisance, a wrong one is a breach.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Permission {
    /// One of the three levels.
    Known(Level),
    /// Any other value, as the service wrote it.
    Unknown(String),
    /// The service sent no value.
    Missing,
}

impl Permission {
    /// The level, if it is one that we know.
    pub const fn level(&self) -> Option<Level> {
        match self {
            Permission::Known(level) => Some(*level),
            Permission::Unknown(_) | Permission::Missing => None,
        }
    }

    /// The number that the service sent; `None` where it sent none.
    pub fn auth(&self) -> Option<i64> {
        match self {
            Permission::Known(level) => Some(level.auth().into()),
            Permission::Unknown(text) => text.parse().ok(),
            Permission::Missing => None,
        }
    }

    /// The level's key, or the value in its place as the service wrote it; `None` where it sent none.
    pub fn key(&self) -> Option<&str> {
        match self {
            Permission::Known(level) => Some(level.key()),
            Permission::Unknown(text) => Some(text),
            Permission::Missing => None,
        }
    }

    /// The word in files: the key, or `missing` where the service sent no value.
    pub fn word(&self) -> &str {
        self.key().unwrap_or("missing")
    }

    /// The word in files for what is held; `none` for nothing.
    pub fn word_of(held: Option<&Self>) -> &str {
        held.map_or("none", Self::word)
    }

    /// Its place when a table is sorted by it: what we do not know comes before Read,
    /// because it needs a look.
    pub const fn rank(&self) -> u8 {
        match self {
            Permission::Missing => 0,
            Permission::Unknown(_) => 1,
            Permission::Known(level) => 1 + level.auth(),
        }
    }
}

impl From<Level> for Permission {
    fn from(level: Level) -> Self {
        Permission::Known(level)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_levels_are_one_to_one() {
        for level in Level::ALL {
            assert_eq!(Level::from_auth(i64::from(level.auth())), Some(level));
            assert_eq!(Level::from_key(level.key()), Some(level));
        }
        let known: Vec<i64> = (-10..1000).filter(|n| Level::from_auth(*n).is_some()).collect();
        assert_eq!(known, [1, 3, 7]);
    }

    #[test]
    fn a_higher_level_includes_the_lower_ones() {
        assert!(Level::Read < Level::Write && Level::Write < Level::Manage);
        for pair in Level::ALL.windows(2) {
            assert_eq!(pair[0].auth() & pair[1].auth(), pair[0].auth());
        }
    }

    #[test]
    fn what_is_unknown_sorts_before_every_level() {
        let unknown = Permission::Unknown("9".into());
        assert!(Permission::Missing.rank() < unknown.rank());
        assert!(Level::ALL.iter().all(|level| unknown.rank() < Permission::Known(*level).rank()));
    }
}
