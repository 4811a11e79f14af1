//! The two rounds of a scan: everything is read, and then the lists of images once more.

use crate::model::names::{OrganizationName, Target};
use crate::review::snapshot::{Facts, ListedOrganization, Reading, Scope};

use super::paging::Paging;
use super::request::Request;
use super::{Scan, State};

/// See the module.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Round {
    /// Everything is read.
    First,
    /// The lists of images are read again, and what has appeared since.
    Again,
}

impl Scan {
    /// Begins the next round once nothing of this one is left.
    pub(super) fn advance(&mut self) {
        if self.state == State::Running && self.queue.len() == 0 && self.round == Round::First {
            self.round = Round::Again;
            self.ask_again();
        }
        if self.state == State::Running && self.queue.len() == 0 {
            self.state = State::Finished;
        }
    }

    fn ask_again(&mut self) {
        self.pagings.clear();
        // That the service does not find an organization is no proof that there is none: is it still listed?
        let gone =
            |scan: &Self| scan.builder.subjects().any(|one| !one.is_image() && one.reading == Reading::Gone);
        if gone(self) {
            self.queue.add(Request::Organizations);
        }
        for organization in self.organizations() {
            self.ask_images(&organization);
        }
    }

    /// The names of all organizations.
    pub(super) fn organizations(&self) -> Vec<OrganizationName> {
        let organizations = self.builder.subjects().filter(|subject| !subject.is_image());
        organizations.map(|subject| subject.target.organization().clone()).collect()
    }

    /// Asks for the list of an organization's images from its beginning.
    pub(super) fn ask_images(&mut self, organization: &OrganizationName) {
        self.pagings.insert(organization.clone(), Paging::default());
        self.queue.add(Request::Images { organization: organization.clone(), offset: 0 });
    }

    /// Asks for everything of an image that was not known.
    pub(super) fn ask_image(&mut self, image: Target) {
        if self.round == Round::Again {
            if let Some(facts) = self.builder.organization_facts(image.organization()) {
                facts.appeared += 1;
            }
            // The list of what is shared is older than the image.
            self.ask_shares(&image);
        } else {
            self.settle_shares(&image);
        }
        self.queue.add(Request::Access(image));
    }

    /// After the last listing of an organization: what is no longer on it is gone, and what was gone and is on it is read
    /// again. A list that was not read to its end proves no absence.
    pub(super) fn settle_images(&mut self, organization: &OrganizationName) {
        let Some(paging) = self.pagings.get(organization) else { return };
        let group = Target::Organization(organization.clone());
        let is_whole = self.builder.subject(&group).is_some_and(|subject| match &subject.facts {
            Facts::Organization(facts) => facts.images.is_whole(),
            Facts::Image(_) => false,
        });
        let (mut vanished, mut back) = (Vec::new(), Vec::new());
        for subject in self.builder.images(organization) {
            let is_listed =
                subject.target.image().is_some_and(|image| paging.has(organization.as_str(), image));
            match (is_listed, &subject.reading) {
                (false, reading) if is_whole && *reading != Reading::Gone => {
                    vanished.push(subject.target.clone());
                }
                (true, Reading::Gone) => back.push(subject.target.clone()),
                _ => {}
            }
        }
        for image in vanished {
            self.builder.not_read(&image, Reading::Gone);
        }
        for image in back {
            self.ask_shares(&image);
            self.queue.add(Request::Access(image));
        }
    }

    /// Notes which organizations the list does not have: those that were asked for by name, and those that were there
    /// when the scan began.
    pub(super) fn note_missing(&mut self, found: &[ListedOrganization], scope: &Scope) {
        if !self.builder.lists().organizations.is_whole() {
            return;
        }
        let asked = match scope {
            Scope::All => &[],
            Scope::Some(names) => names.as_slice(),
        };
        let mut expected = self.organizations();
        expected.extend(asked.iter().cloned());
        for name in expected {
            if !found.iter().any(|listed| listed.name == name) {
                self.builder.not_read(&Target::Organization(name), Reading::Gone);
            }
        }
    }
}
