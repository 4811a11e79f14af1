//! What holds of a scan at any moment, and what must be so where it calls itself complete.

use crate::model::names::Target;
use crate::review::coverage::{Coverage, Verdict};
use crate::review::scan::{Request, State};
use crate::review::sketch::target;
use crate::review::snapshot::{Reading, Scope, Shares, Snapshot, Subject};

use super::service::holder;
use super::{Last, Play};

impl Play {
    /// What is said where everything was read: of a part of the account the service may count nothing.
    pub(super) fn best(&self) -> Verdict {
        let scope = &self.scan.read_so_far().about().scope;
        let is_there =
            self.service.organizations.keys().any(|name| scope.includes(target(name).organization()));
        if *scope == Scope::All || (self.service.counts_images && is_there) {
            Verdict::Complete
        } else {
            Verdict::WithoutTotal
        }
    }

    /// What always holds.
    pub(super) fn check(&self) {
        let snapshot = self.scan.snapshot();
        let coverage = Coverage::of(&snapshot);
        let mut counts = [0; 5];
        for subject in snapshot.subjects() {
            let last = self.last.get(&Request::Access(subject.target.clone()));
            let (kind, fits) = match subject.reading {
                Reading::Read { .. } => (0, last == Some(&Last::Read)),
                Reading::Denied { .. } => (1, last == Some(&Last::Denied)),
                Reading::Failed(_) => (2, matches!(last, Some(Last::Failed | Last::Gone))),
                Reading::NotYet => (3, last.is_none()),
                Reading::Gone => (4, true),
            };
            assert!(fits, "{} is {:?}, but came to {last:?}", subject.target, subject.reading);
            counts[kind] += 1;
        }
        let all = coverage.all();
        assert_eq!([all.read, all.denied, all.failed, all.not_yet, all.gone], counts);
        assert_eq!(all.listed(), counts.iter().sum::<u64>());
        let progress = self.scan.progress();
        assert!(progress.done <= progress.known, "{progress:?}");
        check_lists(&snapshot);
        if coverage.verdict == Verdict::Complete {
            self.check_complete(&snapshot);
        }
    }

    /// Whether an image of an account that does not move is called shared if it is.
    fn shares_fit(&self, subject: &Subject) -> bool {
        let shares = subject.image().map(|facts| &facts.shares);
        self.service.moves
            || (shares != Some(&Shares::Read(Vec::new()))) == self.service.is_shared(&subject.target)
    }

    /// What must be so where a snapshot calls itself complete.
    fn check_complete(&self, snapshot: &Snapshot) {
        assert_eq!(self.scan.state(), State::Finished);
        for (request, last) in &self.last {
            let subject = |of: &Target| snapshot.place(of).and_then(|place| snapshot.subject(place));
            let is_gone = |of: &Target| subject(of).is_some_and(|one| one.reading == Reading::Gone);
            // A list of what is shared that was read later does not have it.
            let is_unshared = |of: &Target| {
                subject(of)
                    .and_then(|one| one.image())
                    .is_some_and(|facts| facts.shares == Shares::Read(Vec::new()))
            };
            let may_fail = match request {
                Request::Overview => true,
                Request::Users => *last == Last::Denied,
                Request::Access(target) => is_gone(target),
                Request::Shares(image) => is_gone(image) || is_unshared(image),
                Request::Images { organization, .. } => is_gone(&Target::Organization(organization.clone())),
                Request::Organizations | Request::Shared { .. } => false,
            };
            assert!(*last == Last::Read || may_fail, "complete, but {request:?} came to {last:?}");
        }
        for (organization, images) in &self.service.organizations {
            let Some(listed_at) = self.listed_at.get(target(organization).organization()) else { continue };
            for (image, born) in images {
                let is_read = snapshot
                    .place(&target(&format!("{organization}/{image}")))
                    .and_then(|place| snapshot.subject(place))
                    .is_some_and(|subject| subject.reading.is_read() && self.shares_fit(subject));
                assert!(is_read || born > listed_at, "complete, but {organization}/{image} was not read");
            }
        }
    }
}

/// Each list is that of its own target, in whatever order the answers came.
fn check_lists(snapshot: &Snapshot) {
    for (place, subject) in snapshot.subjects().iter().enumerate() {
        let ids: Vec<_> = snapshot
            .list(place)
            .map(|(user, _)| snapshot.people().get(user).unwrap().id.to_string())
            .collect();
        let expected = if subject.reading.is_read() { vec![holder(&subject.target)] } else { Vec::new() };
        assert_eq!(ids, expected, "{}", subject.target);
    }
}
