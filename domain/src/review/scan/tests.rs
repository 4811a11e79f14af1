//! A scan by example: an account with one organization and two images.

use super::*;
use crate::model::access::AccessList;
use crate::model::catalog::Visibility;
use crate::model::level::Level;
use crate::model::names::ImageName;
use crate::model::user::AccountUser;
use crate::review::coverage::{Coverage, Verdict};
use crate::review::sketch::{about, grant, list, organization, person, target};
use crate::review::snapshot::{Fault, ListedOrganization, Reading, Scope, Share, Shares, Totals, Until};

mod control;
mod faults;

const NOW: UnixMillis = UnixMillis(5_000);

fn listed(name: &str) -> ListedOrganization {
    ListedOrganization { name: organization(name), number: None, creator: None, counted: Some(2) }
}

fn page(images: &[&str]) -> Answer {
    let record = |name: &&str| {
        let (organization, image) = name.split_once('/').unwrap();
        let image = ImageName::new(image).unwrap();
        Some(ImageRecord { organization: Some(organization.into()), image, visibility: Visibility::Private })
    };
    let total = u64::try_from(images.len()).unwrap();
    Answer::Page(ImagePage { total: Some(total), records: images.iter().map(record).collect() })
}

/// What an ordinary service answers.
fn answer(request: &Request) -> Answer {
    match request {
        Request::Organizations => Answer::Organizations(vec![listed("a"), listed("ab")], 0),
        Request::Overview => Answer::Overview(Totals { organizations: Some(2), images: Some(4) }),
        Request::Users => Answer::Users(vec![AccountUser { person: person("u"), is_enabled: true }].into()),
        Request::Shared { .. } => page(&["a/1"]),
        Request::Images { organization, .. } if organization.as_str() == "a" => page(&["a/1", "a/2"]),
        Request::Images { .. } => page(&["a/1", "ab/3", "ab/4"]),
        Request::Access(_) => Answer::Access(list(&[grant("u", Level::Read)])),
        Request::Shares(_) => Answer::Shares(vec![Share { account: None, until: Until::NoEnd }]),
    }
}

/// Runs a scan to its end, or until it hands out nothing; every request goes through `outcome`. What was asked comes back.
fn run(scan: &mut Scan, mut outcome: impl FnMut(&Request) -> Outcome) -> Vec<Request> {
    let mut asked = Vec::new();
    while let Some((ticket, request)) = scan.next(NOW) {
        scan.take(ticket, outcome(&request), NOW);
        asked.push(request);
    }
    asked
}

fn answered(request: &Request) -> Outcome {
    Outcome::Answered(answer(request))
}

fn is_access(request: &Request, name: &str) -> bool {
    *request == Request::Access(target(name))
}

fn images(name: &str) -> Request {
    Request::Images { organization: organization(name), offset: 0 }
}

fn denied() -> Outcome {
    Outcome::Denied { status: 403, code: Some("SVCSTG.SWR.4037020".into()) }
}

fn reading(scan: &Scan, name: &str) -> Reading {
    scan.read_so_far().subject(&target(name)).unwrap().reading.clone()
}

fn verdict(scan: &Scan) -> Verdict {
    Coverage::of(&scan.snapshot()).verdict
}

#[test]
fn a_scan_asks_for_an_overview_first_and_for_the_lists_of_images_once_more() {
    let mut scan = Scan::new(about());
    let asked = run(&mut scan, answered);
    let access = |name| Request::Access(target(name));
    let expected = [
        Request::Organizations,
        Request::Overview,
        Request::Users,
        Request::Shared { offset: 0 },
        access("a"),
        images("a"),
        access("ab"),
        images("ab"),
        Request::Shares(target("a/1")),
        access("a/1"),
        access("a/2"),
        access("ab/3"),
        access("ab/4"),
        images("a"),
        images("ab"),
    ];
    assert_eq!(asked, expected);
    assert_eq!((scan.state(), verdict(&scan)), (State::Finished, Verdict::Complete));
    assert_eq!(scan.progress(), Progress { done: 15, known: 15 });
}

#[test]
fn what_is_to_come_is_known_from_the_list_of_organizations_on() {
    let mut scan = Scan::new(about());
    let mut known = Vec::new();
    while let Some((ticket, request)) = scan.next(NOW) {
        scan.take(ticket, answered(&request), NOW);
        known.push(scan.progress().known);
    }
    assert_eq!(known[0], 14, "without the accounts that an image is shared with");
    assert!(known[5..].iter().all(|known| *known == 15), "{known:?}");
    let expected = expected(&[listed("a"), listed("ab")], &Scope::All);
    assert_eq!((expected.requests, expected.images, expected.is_known), (14, 4, true));
    let part = super::expected(
        &[ListedOrganization { counted: None, ..listed("a") }, listed("b")],
        &Scope::Some(vec![organization("a")]),
    );
    assert_eq!((part.organizations, part.requests, part.is_known), (1, 7, false));
    let requests = |counted| {
        super::expected(&[ListedOrganization { counted: Some(counted), ..listed("a") }], &Scope::All).requests
    };
    // A page begins with the last record of the one before.
    let pages = [0, 1, 1000, 1001, 1999, 2000].map(|images| (requests(images) - images - 5) / 2);
    assert_eq!(pages, [1, 1, 1, 2, 2, 3]);
    assert_eq!((expected.milliseconds(150, 8), expected.milliseconds(150, 0)), (263, 2_100));
}

#[test]
fn a_throttled_request_is_asked_again_and_leaves_no_trace() {
    let mut scan = Scan::new(about());
    let mut throttled = 0;
    run(&mut scan, |request| {
        if is_access(request, "a/1") && throttled < 5 {
            throttled += 1;
            return Outcome::Throttled;
        }
        answered(request)
    });
    assert_eq!((throttled, scan.progress().done, verdict(&scan)), (5, 15, Verdict::Complete));
}
