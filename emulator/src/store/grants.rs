//! Who holds what on one organization or image: at most one permission per user, listed in the order of granting.

use std::collections::BTreeMap;

use crate::level::Level;
use crate::names::{UserId, UserName};

/// A user's permission. The name is stored as the grant gave it: SWR takes it from the request and never asks IAM.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    /// Whose permission it is.
    pub user_id: UserId,
    /// The name that the grant gave.
    pub user_name: UserName,
    /// How much it permits.
    pub level: Level,
}

/// The permissions on one thing.
#[derive(Debug, Clone, Default)]
pub struct Grants {
    by_user: BTreeMap<UserId, (u64, Grant)>,
    next_position: u64,
}

/// The user holds a permission already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AlreadyGranted;

/// The user holds no permission.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotGranted;

impl Grants {
    /// The permissions in the order of granting.
    pub fn in_order(&self) -> Vec<&Grant> {
        let mut positioned: Vec<&(u64, Grant)> = self.by_user.values().collect();
        positioned.sort_unstable_by_key(|(position, _)| *position);
        positioned.into_iter().map(|(_, grant)| grant).collect()
    }

    /// How many users hold a permission.
    pub fn len(&self) -> usize {
        self.by_user.len()
    }

    /// Whether nobody holds one.
    pub fn is_empty(&self) -> bool {
        self.by_user.is_empty()
    }

    /// The user's permission.
    pub fn of(&self, user: &UserId) -> Option<&Grant> {
        self.by_user.get(user).map(|(_, grant)| grant)
    }

    /// The user's level.
    pub fn level_of(&self, user: &UserId) -> Option<Level> {
        self.of(user).map(|grant| grant.level)
    }

    /// Gives someone a permission.
    ///
    /// # Errors
    /// If they have one; it stays as it is.
    pub fn grant(&mut self, grant: Grant) -> Result<(), AlreadyGranted> {
        if self.by_user.contains_key(&grant.user_id) {
            return Err(AlreadyGranted);
        }
        self.by_user.insert(grant.user_id.clone(), (self.next_position, grant));
        self.next_position += 1;
        Ok(())
    }

    /// Changes someone's permission; they keep their place.
    ///
    /// # Errors
    /// If they have none.
    pub fn change(&mut self, grant: Grant) -> Result<(), NotGranted> {
        let (_, held) = self.by_user.get_mut(&grant.user_id).ok_or(NotGranted)?;
        *held = grant;
        Ok(())
    }

    /// Takes someone's permission away.
    ///
    /// # Errors
    /// If they have none.
    pub fn revoke(&mut self, user: &UserId) -> Result<(), NotGranted> {
        self.by_user.remove(user).map(|_| ()).ok_or(NotGranted)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grant(id: &str, level: Level) -> Grant {
        Grant { user_id: UserId::new(id), user_name: UserName::new(format!("name of {id}")), level }
    }

    fn ids(grants: &Grants) -> Vec<&str> {
        grants.in_order().iter().map(|grant| grant.user_id.as_str()).collect()
    }

    #[test]
    fn they_are_told_in_the_order_of_granting() {
        let mut grants = Grants::default();
        for id in ["c", "a", "b"] {
            assert_eq!(grants.grant(grant(id, Level::Read)), Ok(()));
        }
        assert_eq!(grants.change(grant("c", Level::Manage)), Ok(()));
        assert_eq!(ids(&grants), ["c", "a", "b"]);
        assert_eq!(grants.revoke(&UserId::new("a")), Ok(()));
        assert_eq!(grants.grant(grant("a", Level::Read)), Ok(()));
        assert_eq!(ids(&grants), ["c", "b", "a"]);
    }

    #[test]
    fn nobody_holds_two() {
        let mut grants = Grants::default();
        assert_eq!(grants.grant(grant("a", Level::Read)), Ok(()));
        assert_eq!(grants.grant(grant("a", Level::Manage)), Err(AlreadyGranted));
        assert_eq!(grants.level_of(&UserId::new("a")), Some(Level::Read));
        assert_eq!(grants.len(), 1);
    }

    #[test]
    fn what_is_not_held_is_neither_changed_nor_revoked() {
        let mut grants = Grants::default();
        assert_eq!(grants.change(grant("a", Level::Read)), Err(NotGranted));
        assert_eq!(grants.revoke(&UserId::new("a")), Err(NotGranted));
        assert!(grants.is_empty());
    }
}
