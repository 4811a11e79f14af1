//! What a scan does with an answer.

use crate::model::catalog::Completeness;
use crate::model::names::{OrganizationName, Target};
use crate::review::snapshot::{Fault, ListReading, ListedOrganization, Reading, Scope, Shares};
use crate::text::time::UnixMillis;

use super::Scan;
use super::request::{Answer, ImagePage, ImageRecord, Outcome, Request};
use super::rounds::Round;

impl Scan {
    /// Records what came of a request that was sent.
    pub(super) fn record(&mut self, request: Request, outcome: Outcome, now: UnixMillis) {
        match (request, outcome) {
            (Request::Organizations, Outcome::Answered(Answer::Organizations(found, unreadable))) => {
                self.take_organizations(&found, unreadable, now);
            }
            (Request::Overview, Outcome::Answered(Answer::Overview(totals))) => self.builder.count(totals),
            (Request::Users, Outcome::Answered(Answer::Users(list))) => {
                self.builder.users(ListReading::read(now, list.nameless, Completeness::Whole), &list.users);
            }
            (Request::Shared { .. }, Outcome::Answered(Answer::Page(page))) => self.take_shared(&page, now),
            (Request::Images { organization, .. }, Outcome::Answered(Answer::Page(page))) => {
                self.take_images(&organization, &page, now);
            }
            (Request::Access(target), Outcome::Answered(Answer::Access(list))) => {
                self.builder.list(&target, now, &list);
            }
            (Request::Shares(image), Outcome::Answered(Answer::Shares(shares))) => {
                self.builder.shares(&image, Shares::Read(shares));
            }
            (request, outcome) => self.take_failure(request, outcome),
        }
    }

    /// Records that something was not read. An answer to another question is a failure too.
    fn take_failure(&mut self, request: Request, outcome: Outcome) {
        let is_gone = outcome == Outcome::Gone;
        let reading = reading(outcome);
        match request {
            Request::Organizations => self.builder.lists_mut().organizations = ListReading::not_read(reading),
            Request::Users => self.builder.users(ListReading::not_read(reading), &[]),
            Request::Shared { .. } => self.fail_shared(reading),
            Request::Images { organization, .. } => {
                if let Some(facts) = self.builder.organization_facts(&organization) {
                    facts.images = ListReading::not_read(reading);
                }
            }
            // After the last listing it is still on its list: that the service does not find it is no proof.
            Request::Access(target) if is_gone && self.round == Round::First => {
                self.builder.not_read(&target, Reading::Gone);
            }
            Request::Access(target) => self.builder.not_read(&target, reading),
            // Without a total there is one proof less; without the accounts the image stays listed as shared.
            Request::Overview | Request::Shares(_) => {}
        }
    }

    fn take_organizations(&mut self, found: &[ListedOrganization], unreadable: u32, now: UnixMillis) {
        let scope = self.builder.about().scope.clone();
        // A record without a name can't be one of the asked names.
        let unreadable = if scope == Scope::All { unreadable } else { 0 };
        self.builder.lists_mut().organizations = ListReading::read(now, unreadable, Completeness::Whole);
        for listed in found.iter().filter(|listed| scope.includes(&listed.name)) {
            let target = Target::Organization(listed.name.clone());
            let known = self.builder.subject(&target).map(|subject| &subject.reading);
            let (is_new, is_back) = (known.is_none(), known == Some(&Reading::Gone));
            self.builder.organization(listed);
            if self.round == Round::First
                && let Some(facts) = self.builder.organization_facts(&listed.name)
            {
                // From this count on.
                facts.appeared = 0;
            }
            if is_new || is_back {
                self.queue.add(Request::Access(target));
            }
            if is_new {
                self.ask_images(&listed.name);
            }
        }
        self.note_missing(found, &scope);
    }

    fn take_images(&mut self, organization: &OrganizationName, page: &ImagePage, now: UnixMillis) {
        let Some(paging) = self.pagings.get_mut(organization) else { return };
        let new = paging.take(page);
        let next = paging.next_offset();
        let listing = ListReading::read(now, paging.unreadable(), paging.completeness());
        for record in new {
            self.take_image(organization, record);
        }
        if let Some(offset) = next {
            self.queue.add(Request::Images { organization: organization.clone(), offset });
            return;
        }
        if let Some(facts) = self.builder.organization_facts(organization) {
            facts.images = listing;
        }
        if self.round == Round::Again {
            self.settle_images(organization);
        }
    }

    /// Takes one record. The service's filter matches organizations with similar names too.
    fn take_image(&mut self, organization: &OrganizationName, record: ImageRecord) {
        if record.organization.is_some_and(|named| named != organization.as_str()) {
            return;
        }
        let image = Target::Image(organization.clone(), record.image);
        if self.builder.image(&image, record.visibility) {
            self.ask_image(image);
        }
    }
}

/// Why something was not read.
fn reading(outcome: Outcome) -> Reading {
    match outcome {
        Outcome::Denied { status, code } => Reading::Denied { status, code },
        Outcome::Gone => Reading::Failed(Fault::Status { status: 404, code: None }),
        Outcome::Failed(fault) => Reading::Failed(fault),
        Outcome::Throttled | Outcome::Interrupted => Reading::NotYet,
        Outcome::Answered(_) => Reading::Failed(Fault::Unreadable),
    }
}
