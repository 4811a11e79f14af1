//! Why someone has the level that they have, as a fact; `words` finds the sentence for it.

use crate::model::level::Level;

use super::{EffectiveRow, Part};

/// Every combination of the two parts that deserves a sentence of its own. Of two levels the first one holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// Only the organization gives a level.
    Organization(Level),
    /// Only the image does.
    Image(Level),
    /// Both give the same one.
    Same(Level),
    /// The organization's is the higher one.
    OrganizationOverImage(Level, Level),
    /// The image's is the higher one.
    ImageOverOrganization(Level, Level),
    /// Manage by the organization, so that what is not known of the image can't matter.
    HighestByOrganization,
    /// Manage by the image, so that what is not known of the organization can't matter.
    HighestByImage,
    /// The image's, while the organization's list is not known.
    AtLeastByImage(Level),
    /// The image's, of someone without an id, who may be on the organization's list anyway.
    UnmatchedOnImage(Level),
    /// The organization's, of someone without an id, who may be on the image's list anyway.
    UnmatchedOnOrganization(Level),
    /// The organization's permission is no level.
    OddOnOrganization,
    /// The image's is none.
    OddOnImage,
    /// Neither is one.
    OddOnBoth,
    /// Neither list says anything; no row comes about so.
    Nothing,
}

impl Reason {
    /// Why someone has what they have.
    pub fn of(row: &EffectiveRow) -> Self {
        match (Part::of(&row.organization), Part::of(&row.image)) {
            (Part::Odd, Part::Odd) => Reason::OddOnBoth,
            (Part::Odd, _) => Reason::OddOnOrganization,
            (_, Part::Odd) => Reason::OddOnImage,
            (Part::Level(held), Part::Level(added)) if held == added => Reason::Same(held),
            (Part::Level(held), Part::Level(added)) if held > added => {
                Reason::OrganizationOverImage(held, added)
            }
            (Part::Level(held), Part::Level(added)) => Reason::ImageOverOrganization(added, held),
            (Part::Level(held), Part::Nothing) => Reason::Organization(held),
            (Part::Nothing, Part::Level(added)) => Reason::Image(added),
            (Part::Level(Level::Manage), Part::NotKnown) => Reason::HighestByOrganization,
            (Part::NotKnown, Part::Level(Level::Manage)) => Reason::HighestByImage,
            (Part::Level(held), Part::NotKnown) => Reason::UnmatchedOnOrganization(held),
            (Part::NotKnown, Part::Level(added)) if row.id.is_none() && !row.is_own => {
                Reason::UnmatchedOnImage(added)
            }
            (Part::NotKnown, Part::Level(added)) => Reason::AtLeastByImage(added),
            (Part::Nothing | Part::NotKnown, Part::Nothing | Part::NotKnown) => Reason::Nothing,
        }
    }
}
