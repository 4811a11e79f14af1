//! What people lose by a write, from the lists that were read lately and the visibility of the image.

use crate::view::prelude::*;

use crate::state::collation::collation;
use crate::state::loader::Loader;
use crate::state::outside::{ImageKey, load_attributes};
use crate::state::readings::Readings;
use crate::words::{Locale, Words, use_locale};
use domain::change::loss::{Around, OnOrganization, loss};
use domain::change::write::Edit;
use domain::model::catalog::Visibility;
use domain::model::level::{Level, Permission};
use domain::model::names::Target;
use domain::model::operation::Kind;
use domain::outside::attributes::Attributes;
use domain::text::reveal::visible;

/// More images than these are not named.
const IMAGES: usize = 3;

/// See the module.
#[derive(Clone, Copy)]
pub(super) struct Losses {
    target: StoredValue<Target>,
    readings: Readings,
    locale: Locale,
    /// `None` for an organization.
    attributes: Option<Loader<ImageKey, Attributes>>,
}

impl Losses {
    /// Has the visibility of an image read. The dialog does not wait for it.
    pub(super) fn new(target: Target) -> Self {
        let attributes = match target.clone() {
            Target::Image(organization, image) => Some(load_attributes((organization, image))),
            Target::Organization(_) => None,
        };
        Self {
            target: StoredValue::new(target),
            readings: expect_context::<Readings>(),
            locale: use_locale(),
            attributes,
        }
    }

    /// What someone loses, in words; nothing where nothing is lost, or where what they held is no level.
    pub(super) fn of(self, words: &'static Words, kind: Kind, edit: &Edit) -> Option<String> {
        let Some(Permission::Known(before)) = edit.expected else { return None };
        let target = self.target.get_value();
        let around = match kind {
            Kind::Image => self.around_image(&target, edit),
            // What images add has its own sentence.
            Kind::Organization => {
                Around { organization: OnOrganization::NotRead, visibility: Visibility::Private }
            }
        };
        let organization = visible(target.organization().as_str());
        let loss = loss(before, edit.desired, &around)?;
        let sentence = (words.changes().loses)(&loss, kind, &organization, &words.levels);
        let kept = self.kept_on_images(words, &target, edit, edit.desired);
        Some(kept.map_or_else(|| sentence.clone(), |kept| format!("{sentence}; {kept}")))
    }

    fn around_image(self, target: &Target, edit: &Edit) -> Around {
        let organization = self
            .readings
            .recent(&Target::Organization(target.organization().clone()))
            .map(|reading| reading.value);
        let organization = match organization {
            // An entry that could not be read may be this person's.
            Some(list) if !list.may_hide_somebody() => {
                match list.of(&edit.id).map(|grant| grant.permission.level()) {
                    None => OnOrganization::Nothing,
                    Some(Some(level)) => OnOrganization::Level(level),
                    Some(None) => OnOrganization::Odd,
                }
            }
            Some(_) | None => OnOrganization::NotRead,
        };
        let attributes = self.attributes.and_then(Loader::fresh);
        let visibility = attributes.map_or(Visibility::Unknown, |fresh| fresh.value.visibility);
        Around { organization, visibility }
    }

    /// On an organization: what the person keeps on images whose lists were read.
    fn kept_on_images(
        self,
        words: &'static Words,
        target: &Target,
        edit: &Edit,
        desired: Option<Level>,
    ) -> Option<String> {
        let Target::Organization(organization) = target else { return None };
        let images = self.readings.on_images(organization, &edit.id, collation(self.locale.language()));
        let kept: Vec<(String, &'static str)> = images
            .into_iter()
            .filter(|(_, level)| Some(*level) > desired)
            .take(IMAGES)
            .map(|(image, level)| (visible(image.to_string()), words.levels.name(level)))
            .collect();
        (!kept.is_empty()).then(|| (words.changes().keeps_on)(&kept))
    }
}
