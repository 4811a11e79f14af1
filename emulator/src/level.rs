//! The permission levels and their numbers on the wire.

use serde::{Serialize, Serializer};

/// A permission level, ordered from less to more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// A number that no page knows and nobody can grant. It lets its user see the image or organization, and do nothing.
    Other(u8),
    /// Pull; 1 on the wire.
    Read,
    /// Also push; 3 on the wire.
    Write,
    /// Also delete and grant; 7 on the wire.
    Manage,
}

impl Level {
    /// The level of a number on the wire. There is no level 2: the numbers read like nested sets of bits.
    pub fn from_number(number: u64) -> Option<Self> {
        match number {
            1 => Some(Self::Read),
            3 => Some(Self::Write),
            7 => Some(Self::Manage),
            _ => None,
        }
    }

    /// The number on the wire.
    pub fn number(self) -> u8 {
        match self {
            Self::Other(number) => number,
            Self::Read => 1,
            Self::Write => 3,
            Self::Manage => 7,
        }
    }
}

impl Serialize for Level {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u8(self.number())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_1_3_and_7_are_levels() {
        let levels: Vec<u64> = (0..=255).filter(|number| Level::from_number(*number).is_some()).collect();
        assert_eq!(levels, [1, 3, 7]);
        assert!(
            levels
                .iter()
                .all(|number| Level::from_number(*number).map(Level::number).map(u64::from) == Some(*number))
        );
    }
}
