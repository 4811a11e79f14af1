//! A service in memory whose account may change between any two answers.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::catalog::Visibility;
use crate::model::level::Level;
use crate::model::names::{ImageName, OrganizationName, Target};
use crate::model::user::{AccountUser, ListedUsers};
use crate::review::chance::Chance;
use crate::review::sketch::{grant, list, organization, person};
use crate::review::snapshot::{ListedOrganization, Share, Totals, Until};

use super::super::request::{Answer, ImagePage, ImageRecord, Outcome, Request};

/// The names of organizations: the filter of the service finds "ab" when it is asked for "a".
const NAMES: [&str; 3] = ["a", "ab", "b"];

/// See the module.
pub(super) struct Service {
    /// The images of each organization, and when each was made.
    pub(super) organizations: BTreeMap<String, BTreeMap<String, u64>>,
    shared: BTreeSet<(String, String)>,
    /// Whether anything changes.
    pub(super) moves: bool,
    pub(super) tick: u64,
    page: usize,
    may_list_users: bool,
    pub(super) counts_images: bool,
}

/// The one user on the list of a target.
pub(super) fn holder(target: &Target) -> String {
    format!("user of {target}")
}

/// Whether an answer is one to this request.
pub(super) fn fits(request: &Request, answer: &Answer) -> bool {
    matches!(
        (request, answer),
        (Request::Organizations, Answer::Organizations(..))
            | (Request::Overview, Answer::Overview(_))
            | (Request::Users, Answer::Users(ListedUsers { nameless: 0, .. }))
            | (Request::Shared { .. } | Request::Images { .. }, Answer::Page(_))
            | (Request::Access(_), Answer::Access(_))
            | (Request::Shares(_), Answer::Shares(_))
    )
}

impl Service {
    pub(super) fn new(chance: &mut Chance) -> Self {
        let mut service = Self {
            organizations: BTreeMap::new(),
            shared: BTreeSet::new(),
            moves: chance.percent(50),
            tick: 0,
            page: 2 + chance.below(3),
            may_list_users: chance.percent(70),
            counts_images: chance.percent(50),
        };
        for name in NAMES.into_iter().take(1 + chance.below(NAMES.len())) {
            service.organizations.insert(name.to_owned(), BTreeMap::new());
            for _ in 0..chance.below(8) {
                service.make_image(name, chance);
            }
        }
        service
    }

    /// Some of the organizations, and perhaps one that does not exist.
    pub(super) fn some_names(chance: &mut Chance) -> Vec<OrganizationName> {
        NAMES.into_iter().filter(|_| chance.percent(60)).map(organization).collect()
    }

    fn make_image(&mut self, of: &str, chance: &mut Chance) {
        let name = format!("image-{}", chance.below(20));
        if chance.percent(20) {
            self.shared.insert((of.to_owned(), name.clone()));
        }
        if let Some(images) = self.organizations.get_mut(of) {
            images.entry(name).or_insert(self.tick);
        }
    }

    /// An image is made or deleted; now and then an organization too.
    pub(super) fn change(&mut self, chance: &mut Chance) {
        if !self.moves {
            return;
        }
        self.tick += 1;
        let of = (*chance.one_of(&NAMES)).to_owned();
        match chance.below(40) {
            0 => drop(self.organizations.entry(of).or_default()),
            1 => drop(self.organizations.remove(&of)),
            2..20 => self.make_image(&of, chance),
            _ => {
                let images = self.organizations.entry(of);
                if let std::collections::btree_map::Entry::Occupied(mut images) = images {
                    let names: Vec<String> = images.get().keys().cloned().collect();
                    if !names.is_empty() {
                        images.get_mut().remove(chance.one_of(&names));
                    }
                }
            }
        }
    }

    pub(super) fn is_shared(&self, target: &Target) -> bool {
        let image = target.image().map(ToString::to_string).unwrap_or_default();
        self.shared.contains(&(target.organization().to_string(), image))
    }

    fn has(&self, target: &Target) -> bool {
        let images = self.organizations.get(target.organization().as_str());
        images.is_some_and(|images| target.image().is_none_or(|image| images.contains_key(image.as_str())))
    }

    /// What it answers.
    pub(super) fn outcome(&self, request: &Request) -> Outcome {
        let answer = match request {
            Request::Organizations => Answer::Organizations(self.listed(), 0),
            Request::Overview => Answer::Overview(self.totals()),
            Request::Users if !self.may_list_users => {
                return Outcome::Denied { status: 403, code: Some("IAM.0003".into()) };
            }
            Request::Users => {
                Answer::Users(vec![AccountUser { person: person("u"), is_enabled: true }].into())
            }
            Request::Shared { offset } => {
                let all = self.records(|of, image| self.shared.contains(&(of.to_owned(), image.to_owned())));
                Answer::Page(self.page(&all, *offset))
            }
            Request::Images { organization, offset } => {
                let all = self.records(|of, _| of.contains(organization.as_str()));
                Answer::Page(self.page(&all, *offset))
            }
            Request::Access(target) | Request::Shares(target) if !self.has(target) => return Outcome::Gone,
            Request::Access(target) => Answer::Access(list(&[grant(&holder(target), Level::Read)])),
            Request::Shares(image) if !self.is_shared(image) => Answer::Shares(Vec::new()),
            Request::Shares(_) => Answer::Shares(vec![Share { account: None, until: Until::NoEnd }]),
        };
        Outcome::Answered(answer)
    }

    fn listed(&self) -> Vec<ListedOrganization> {
        let listed = |(name, images): (&String, &BTreeMap<String, u64>)| ListedOrganization {
            name: organization(name),
            number: None,
            creator: None,
            counted: self.counts_images.then(|| u64::try_from(images.len()).unwrap()),
        };
        self.organizations.iter().map(listed).collect()
    }

    fn totals(&self) -> Totals {
        let images: usize = self.organizations.values().map(BTreeMap::len).sum();
        let count = |length| Some(u64::try_from(length).unwrap());
        Totals { organizations: count(self.organizations.len()), images: count(images) }
    }

    fn records(&self, is_listed: impl Fn(&str, &str) -> bool) -> Vec<ImageRecord> {
        let all =
            self.organizations.iter().flat_map(|(of, images)| images.keys().map(move |image| (of, image)));
        let listed = all.filter(|(of, image)| is_listed(of, image));
        let mut records: Vec<_> = listed
            .map(|(of, image)| ImageRecord {
                organization: Some(of.clone()),
                image: ImageName::new(image.as_str()).unwrap(),
                visibility: Visibility::Private,
            })
            .collect();
        records.sort_by(|a, b| (&a.image, &a.organization).cmp(&(&b.image, &b.organization)));
        records
    }

    fn page(&self, all: &[ImageRecord], offset: u64) -> ImagePage {
        let offset = usize::try_from(offset).unwrap();
        let records = all.iter().skip(offset).take(self.page).cloned().map(Some).collect();
        ImagePage { total: Some(u64::try_from(all.len()).unwrap()), records }
    }
}
