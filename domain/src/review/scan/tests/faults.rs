//! What a service can answer besides what it was asked for.

use super::*;

#[test]
fn what_was_not_read_is_recorded_with_its_reason() {
    let mut scan = Scan::new(about());
    run(&mut scan, |request| match request {
        one if is_access(one, "a/1") => denied(),
        one if is_access(one, "a/2") => Outcome::Failed(Fault::TimeOut),
        one if is_access(one, "ab/3") => Outcome::Answered(Answer::Shares(Vec::new())),
        one => answered(one),
    });
    assert_eq!(
        reading(&scan, "a/1"),
        Reading::Denied { status: 403, code: Some("SVCSTG.SWR.4037020".into()) }
    );
    assert_eq!(reading(&scan, "a/2"), Reading::Failed(Fault::TimeOut));
    assert_eq!(reading(&scan, "ab/3"), Reading::Failed(Fault::Unreadable));
    assert_eq!((scan.state(), verdict(&scan)), (State::Finished, Verdict::Partial));
}

#[test]
fn an_image_that_the_service_does_not_find_is_gone_only_if_its_list_has_it_no_longer() {
    // The service answered 404 for an image that its list still had: the scan called it gone, and complete.
    let mut scan = Scan::new(about());
    let mut lists = 0;
    let asked = run(&mut scan, |request| match request {
        one if is_access(one, "a/1") || is_access(one, "a/2") => Outcome::Gone,
        one if *one == images("a") => {
            lists += 1;
            Outcome::Answered(if lists == 1 { page(&["a/1", "a/2"]) } else { page(&["a/2"]) })
        }
        one => answered(one),
    });
    assert_eq!(asked.iter().filter(|one| is_access(one, "a/2")).count(), 2);
    assert_eq!(reading(&scan, "a/1"), Reading::Gone);
    assert_eq!(reading(&scan, "a/2"), Reading::Failed(Fault::Status { status: 404, code: None }));
    assert_eq!(verdict(&scan), Verdict::Partial);
}

#[test]
fn an_organization_that_the_service_does_not_find_is_gone_only_if_it_is_listed_no_longer() {
    let last_listed = |names: &'static [&'static str]| {
        let (mut scan, mut lists) = (Scan::new(about()), 0);
        run(&mut scan, |request| match request {
            one if is_access(one, "a") => Outcome::Gone,
            Request::Organizations => {
                lists += 1;
                let names = if lists == 1 { &["a", "ab"] } else { names };
                Outcome::Answered(Answer::Organizations(names.iter().map(|name| listed(name)).collect(), 0))
            }
            one => answered(one),
        });
        (lists, reading(&scan, "a"), scan)
    };
    let (lists, gone, _) = last_listed(&["ab"]);
    assert_eq!((lists, gone), (2, Reading::Gone));
    let (_, failed, _) = last_listed(&["a", "ab"]);
    assert_eq!(failed, Reading::Failed(Fault::Status { status: 404, code: None }));
    let (_, _, scan) = last_listed(&["ab", "c"]);
    assert!(reading(&scan, "c").is_read(), "one that has appeared is read");
    assert_eq!((reading(&scan, "ab").is_read(), scan.state()), (true, State::Finished));
}

#[test]
fn what_appears_and_vanishes_during_the_scan_is_known_at_its_end() {
    let (mut scan, mut lists) = (Scan::new(about()), 0);
    let asked = run(&mut scan, |request| {
        if *request != images("a") {
            return answered(request);
        }
        lists += 1;
        Outcome::Answered(if lists == 1 { page(&["a/1", "a/2"]) } else { page(&["a/1", "a/5"]) })
    });
    assert_eq!(reading(&scan, "a/2"), Reading::Gone);
    assert!(reading(&scan, "a/5").is_read());
    assert!(asked.contains(&Request::Shares(target("a/5"))), "the list of what is shared is older");
    assert_eq!(verdict(&scan), Verdict::Complete);
}

#[test]
fn a_list_that_was_not_read_at_the_end_proves_nothing() {
    let (mut scan, mut lists) = (Scan::new(about()), 0);
    run(&mut scan, |request| {
        if *request != images("a") {
            return answered(request);
        }
        lists += 1;
        if lists == 1 { answered(request) } else { denied() }
    });
    assert!(reading(&scan, "a/1").is_read());
    assert_eq!(verdict(&scan), Verdict::Partial);
}

#[test]
fn only_organizations_with_exactly_the_asked_names_are_read() {
    let scope = Scope::Some(vec![organization("a"), organization("former")]);
    let mut scan = Scan::new(About { scope, ..about() });
    run(&mut scan, |request| match request {
        Request::Organizations => {
            Outcome::Answered(Answer::Organizations(vec![listed("a"), listed("ab")], 3))
        }
        one => answered(one),
    });
    let targets: Vec<_> = scan.read_so_far().subjects().map(|one| one.target.to_string()).collect();
    assert_eq!(targets, ["a", "a/1", "a/2", "former"]);
    assert_eq!(reading(&scan, "former"), Reading::Gone);
    assert_eq!(verdict(&scan), Verdict::Complete);
}

#[test]
fn users_that_the_caller_may_not_read_are_no_fault_and_other_lists_are_one() {
    let verdict_without = |denied_one: &Request| {
        let mut scan = Scan::new(about());
        run(&mut scan, |request| if request == denied_one { denied() } else { answered(request) });
        (scan.state(), verdict(&scan))
    };
    assert_eq!(verdict_without(&Request::Users), (State::Finished, Verdict::Complete));
    assert_eq!(
        verdict_without(&Request::Overview),
        (State::Finished, Verdict::Complete),
        "each organization counts"
    );
    assert_eq!(verdict_without(&Request::Shared { offset: 0 }), (State::Finished, Verdict::Partial));
    assert_eq!(verdict_without(&Request::Organizations), (State::Finished, Verdict::Partial));
    assert_eq!(verdict_without(&Request::Shares(target("a/1"))), (State::Finished, Verdict::Partial));
}

// The record was skipped, and its image was shown as not shared.
#[test]
fn a_shared_image_without_its_organization_may_be_any_image() {
    let nameless = || ImageRecord {
        organization: None,
        image: ImageName::new("1").unwrap(),
        visibility: Visibility::Private,
    };
    let mut scan = Scan::new(about());
    run(&mut scan, |request| match request {
        Request::Shared { .. } => {
            Outcome::Answered(Answer::Page(ImagePage { total: Some(1), records: vec![Some(nameless())] }))
        }
        one => answered(one),
    });
    assert_eq!((scan.state(), verdict(&scan)), (State::Finished, Verdict::Partial));
    scan.read_the_rest(UnixMillis(9_000));
    assert!(run(&mut scan, answered).contains(&Request::Shared { offset: 0 }));
    assert_eq!(verdict(&scan), Verdict::Complete);
}
