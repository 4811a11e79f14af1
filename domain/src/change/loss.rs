//! What someone can do no longer once a permission is lowered or taken away: what stays for another reason is not lost.

use crate::model::catalog::Visibility;
use crate::model::level::Level;

/// What is known around a permission that is to be lowered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Around {
    /// What the person holds on the organization around an image.
    pub organization: OnOrganization,
    /// Whether everyone can pull the image.
    pub visibility: Visibility,
}

/// What someone holds on the organization around an image.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnOrganization {
    /// Its list was not read, or may hide someone.
    NotRead,
    /// Nothing.
    Nothing,
    /// A level.
    Level(Level),
    /// A value that is no level.
    Odd,
}

impl OnOrganization {
    const fn level(self) -> Option<Level> {
        match self {
            OnOrganization::Level(level) => Some(level),
            OnOrganization::NotRead | OnOrganization::Nothing | OnOrganization::Odd => None,
        }
    }

    const fn is_open(self) -> bool {
        matches!(self, OnOrganization::NotRead | OnOrganization::Odd)
    }
}

/// What is lost, and what is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Loss {
    /// What could be done before.
    pub before: Level,
    /// What can still be done, by everything that is known.
    pub after: Option<Level>,
    /// Why that is more than what is left of the permission.
    pub stays: Option<Stays>,
    /// What may let someone do more than that.
    pub doubt: Doubt,
}

/// Why someone keeps what the permission gave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stays {
    /// The organization gives this level.
    ByOrganization(Level),
    /// Everyone can pull the image.
    ByPublic,
}

/// What is not known, and could keep someone able to do what the list no longer says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// Nothing: all that there is to know is known.
    None,
    /// The organization's list.
    Organization,
    /// Whether the image is public.
    Visibility,
    /// Both.
    Both,
}

/// The loss by going from a level to a lower one or to nothing; `None` where that loses nothing.
pub fn loss(before: Level, desired: Option<Level>, around: &Around) -> Option<Loss> {
    if desired >= Some(before) {
        return None;
    }
    let by_organization = around.organization.level().filter(|level| Some(*level) > desired);
    let by_public = (around.visibility == Visibility::Public).then_some(Level::Read);
    let after = desired.max(by_organization).max(by_public);
    let stays = match by_organization {
        Some(level) => Some(Stays::ByOrganization(level)),
        None if by_public > desired => Some(Stays::ByPublic),
        None => None,
    };
    // Whether everyone can pull matters only to those who otherwise could not.
    let is_visibility_open = around.visibility == Visibility::Unknown && after.is_none();
    let is_organization_open = around.organization.is_open() && after < Some(before);
    let doubt = match (is_organization_open, is_visibility_open) {
        (false, false) => Doubt::None,
        (true, false) => Doubt::Organization,
        (false, true) => Doubt::Visibility,
        (true, true) => Doubt::Both,
    };
    Some(Loss { before, after, stays, doubt })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use Level::{Manage, Read, Write};

    fn around(organization: OnOrganization, visibility: Visibility) -> Around {
        Around { organization, visibility }
    }

    #[test]
    fn who_loses_read_on_a_public_image_can_still_pull() {
        let loss = loss(Read, None, &around(OnOrganization::Nothing, Visibility::Public)).unwrap();
        assert_eq!((loss.after, loss.stays, loss.doubt), (Some(Read), Some(Stays::ByPublic), Doubt::None));
    }

    #[test]
    fn who_holds_write_by_the_organization_keeps_it() {
        let of =
            |before| loss(before, None, &around(OnOrganization::Level(Write), Visibility::Private)).unwrap();
        assert_eq!((of(Read).after, of(Read).stays), (Some(Write), Some(Stays::ByOrganization(Write))));
        assert_eq!((of(Manage).after, of(Manage).doubt), (Some(Write), Doubt::None));
    }

    #[test]
    fn what_is_not_known_is_left_open() {
        let doubt =
            |organization, visibility| loss(Read, None, &around(organization, visibility)).unwrap().doubt;
        assert_eq!(doubt(OnOrganization::NotRead, Visibility::Unknown), Doubt::Both);
        assert_eq!(doubt(OnOrganization::Nothing, Visibility::Unknown), Doubt::Visibility);
        assert_eq!(doubt(OnOrganization::NotRead, Visibility::Private), Doubt::Organization);
        assert_eq!(
            loss(Manage, Some(Write), &around(OnOrganization::NotRead, Visibility::Unknown)).unwrap().doubt,
            Doubt::Organization
        );
        assert_eq!(loss(Read, Some(Write), &around(OnOrganization::NotRead, Visibility::Unknown)), None);
    }

    fn level() -> impl Strategy<Value = Option<Level>> {
        prop::option::of((0usize..3).prop_map(|level| Level::ALL[level]))
    }

    mod properties {
        use super::*;

        proptest! {
            #[test]
            fn what_stays_is_never_called_lost(
                before in 0usize..3, desired in level(), organization in 0usize..6, visibility in 0usize..3,
            ) {
                let before = Level::ALL[before];
                let held = Level::ALL.map(OnOrganization::Level);
                let other = [OnOrganization::NotRead, OnOrganization::Nothing, OnOrganization::Odd];
                let organization = *held.iter().chain(&other).nth(organization).unwrap();
                let visibility = [Visibility::Private, Visibility::Public, Visibility::Unknown][visibility];
                let Some(loss) = loss(before, desired, &around(organization, visibility)) else {
                    prop_assert!(desired >= Some(before));
                    return Ok(());
                };
                prop_assert!(loss.after >= desired);
                prop_assert!(loss.after >= organization.level());
                prop_assert!(visibility != Visibility::Public || loss.after.is_some());
                prop_assert_eq!(loss.stays.is_some(), loss.after > desired);
            }
        }
    }
}
