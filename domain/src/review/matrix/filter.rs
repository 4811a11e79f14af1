//! Which images and users are compared, as two texts say it. The address has them, and nothing else.

use crate::model::names::{ImageName, OrganizationName, Target, UserName};
use crate::model::user_id::search_text;
use crate::review::groups::Group;
use crate::review::snapshot::{KnownUser, Reading, Snapshot};
use crate::table::collation::Collation;
use crate::text::contains::contains;

/// `like:group/app` means the images with the same list as that one. No name of an image has a colon.
pub const LIKE: &str = "like:";

/// The text that means the images with the same list as this one.
pub fn like(image: &Target) -> String {
    format!("{LIKE}{image}")
}

/// Parts of names and ids. What fits any of them is chosen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    images: Vec<String>,
    /// `None` for what is no name of an image.
    like: Vec<Option<Target>>,
    people: Vec<String>,
}

impl Filter {
    /// Reads what was typed: terms between commas.
    pub fn read(images: &str, people: &str, collation: &dyn Collation) -> Self {
        let (like, images): (Vec<&str>, Vec<&str>) = terms(images).partition(|term| term.starts_with(LIKE));
        let key = |term: &str| collation.search_key(term);
        Self {
            images: images.into_iter().map(key).collect(),
            like: like.into_iter().map(|term| image(term.trim_start_matches(LIKE).trim())).collect(),
            people: terms(people).map(key).collect(),
        }
    }

    /// Whether it chooses images.
    pub const fn chooses_images(&self) -> bool {
        !self.images.is_empty() || !self.like.is_empty()
    }

    /// Whether it chooses users.
    pub const fn chooses_people(&self) -> bool {
        !self.people.is_empty()
    }

    /// For each subject of a snapshot, whether it is an image that is chosen by name or list.
    pub(super) fn images(
        &self,
        snapshot: &Snapshot,
        groups: &[Group],
        collation: &dyn Collation,
    ) -> Vec<bool> {
        let subjects = snapshot.subjects();
        let names: Vec<String> = subjects.iter().map(|subject| subject.target.to_string()).collect();
        let keys = collation.search_keys(&names.iter().map(String::as_str).collect::<Vec<_>>());
        let alike = self.alike(snapshot, groups);
        let fits = |(place, key): (usize, &String)| {
            alike.contains(&place) || self.images.iter().any(|term| contains(key, term))
        };
        let is_there = |place: usize| {
            subjects.get(place).is_some_and(|one| one.is_image() && one.reading != Reading::Gone)
        };
        keys.iter().enumerate().map(|one| is_there(one.0) && fits(one)).collect()
    }

    /// The places of the images with the same list as one of those that are named.
    fn alike(&self, snapshot: &Snapshot, groups: &[Group]) -> Vec<usize> {
        let models = self.like.iter().flatten().filter_map(|target| snapshot.place(target));
        let group = |model: usize| {
            let group = groups.iter().find(|group| group.images.contains(&model));
            // What was not read is like nothing but itself.
            group.map_or_else(|| vec![model], |group| group.images.clone())
        };
        models.flat_map(group).collect()
    }

    /// For each user of a snapshot, whether they are chosen.
    pub(super) fn people(&self, snapshot: &Snapshot, collation: &dyn Collation) -> Vec<bool> {
        let texts: Vec<String> = snapshot.people().all().iter().map(searched).collect();
        let keys = collation.search_keys(&texts.iter().map(String::as_str).collect::<Vec<_>>());
        let fits = |key: &String| {
            self.people.iter().any(|term| contains(key, term) || contains(key, &search_text(term)))
        };
        keys.iter().map(fits).collect()
    }
}

/// What finds a user: the names and the id, each on a line of its own.
fn searched(user: &KnownUser) -> String {
    let names = user.names.iter().map(UserName::as_str);
    names.chain([user.id.as_str()]).collect::<Vec<_>>().join("\n")
}

fn terms(text: &str) -> impl Iterator<Item = &str> {
    text.split([',', '，', '、']).map(str::trim).filter(|term| !term.is_empty())
}

fn image(name: &str) -> Option<Target> {
    let (organization, image) = name.split_once('/')?;
    Some(Target::Image(OrganizationName::new(organization).ok()?, ImageName::new(image).ok()?))
}
