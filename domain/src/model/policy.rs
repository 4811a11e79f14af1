//! What the caller may do, as far as is known from outside.
//!
//! This is advice, never enforcement: the service decides. A right that can't be seen from here (account
//! administrators hold no entry, IAM policies are invisible) must never disable anything.

use crate::model::access::AccessList;
use crate::model::level::{Level, Permission};
use crate::model::names::Target;

/// The caller's level on the organization around an image, as far as it is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OrganizationRight {
    /// The service said so.
    Known(Permission),
    /// The caller sees the organization only through an image, and so holds nothing on it.
    None,
    /// Not read yet, or it could not be read.
    NotKnown,
}

/// Whether the caller may grant on a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MayGrant {
    /// Yes, by the level held on the organization.
    ByOrganization(Level),
    /// Yes, by Manage on the image.
    ByImage,
    /// By what is listed, no; an administrator may anyway.
    NotByWhatIsListed,
    /// The lists do not show it.
    CannotTell,
}

/// Whether the caller may grant, from what is listed.
///
/// Source: SWR API reference, constraint of "create image permissions": organization Edit (3) or higher, or
/// image Manage. For organizations the user guide asks for organization Manage (7).
pub fn may_grant(target: &Target, list: &AccessList, organization: &OrganizationRight) -> MayGrant {
    let own = list.own.as_ref().and_then(|grant| grant.permission.level());
    match target {
        Target::Organization(_) => match own {
            Some(Level::Manage) => MayGrant::ByOrganization(Level::Manage),
            Some(_) => MayGrant::NotByWhatIsListed,
            None => MayGrant::CannotTell,
        },
        Target::Image(..) => {
            let held = match organization {
                OrganizationRight::Known(permission) => permission.level(),
                OrganizationRight::None | OrganizationRight::NotKnown => None,
            };
            match (held, own) {
                (Some(level), _) if level >= Level::Write => MayGrant::ByOrganization(level),
                (_, Some(Level::Manage)) => MayGrant::ByImage,
                // No entry at all is how administrators look from outside.
                (None, None) => MayGrant::CannotTell,
                (_, Some(_)) if *organization == OrganizationRight::NotKnown => MayGrant::CannotTell,
                _ => MayGrant::NotByWhatIsListed,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::names::{ImageName, OrganizationName, UserId, UserName};
    use crate::model::user::UserGrant;

    fn image() -> Target {
        Target::Image(OrganizationName::new("group").unwrap(), ImageName::new("test").unwrap())
    }

    fn list(own: Option<Level>) -> AccessList {
        let own = own.map(|level| UserGrant {
            id: Some(UserId::new("me")),
            name: Some(UserName::new("me")),
            permission: level.into(),
        });
        AccessList { own, ..AccessList::default() }
    }

    fn known(level: Level) -> OrganizationRight {
        OrganizationRight::Known(level.into())
    }

    #[test]
    fn organization_write_or_image_manage_is_enough() {
        let may = |own, organization| may_grant(&image(), &list(own), &organization);
        assert_eq!(may(None, known(Level::Write)), MayGrant::ByOrganization(Level::Write));
        assert_eq!(may(Some(Level::Manage), OrganizationRight::None), MayGrant::ByImage);
        assert_eq!(may(Some(Level::Manage), known(Level::Read)), MayGrant::ByImage);
        assert_eq!(may(Some(Level::Write), OrganizationRight::None), MayGrant::NotByWhatIsListed);
        assert_eq!(may(None, known(Level::Read)), MayGrant::NotByWhatIsListed);
    }

    #[test]
    fn what_cannot_be_seen_is_not_a_no() {
        let may = |own, organization| may_grant(&image(), &list(own), &organization);
        assert_eq!(may(None, OrganizationRight::NotKnown), MayGrant::CannotTell);
        assert_eq!(may(None, OrganizationRight::None), MayGrant::CannotTell);
        assert_eq!(may(Some(Level::Read), OrganizationRight::NotKnown), MayGrant::CannotTell);
    }

    #[test]
    fn an_organization_is_granted_by_its_managers() {
        let target = Target::Organization(OrganizationName::new("group").unwrap());
        let may = |own| may_grant(&target, &list(own), &OrganizationRight::NotKnown);
        assert_eq!(may(Some(Level::Manage)), MayGrant::ByOrganization(Level::Manage));
        assert_eq!(may(Some(Level::Write)), MayGrant::NotByWhatIsListed);
        assert_eq!(may(None), MayGrant::CannotTell);
    }
}
