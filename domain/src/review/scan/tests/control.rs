//! Pausing, stopping, going on, and reading the rest.

use super::*;

#[test]
fn a_paused_scan_takes_answers_and_hands_out_nothing() {
    let mut scan = Scan::new(about());
    let (ticket, request) = scan.next(NOW).unwrap();
    scan.pause(Pause::Asked);
    assert!(scan.next(NOW).is_none() && scan.take(ticket, answered(&request), NOW));
    assert_eq!(scan.state(), State::Paused(Pause::Asked));
    scan.resume(NOW);
    assert_eq!(run(&mut scan, answered).len(), 14);
    scan.pause(Pause::Asked);
    assert_eq!(scan.state(), State::Finished, "there is nothing left to wait for");
}

#[test]
fn a_scan_that_was_paused_with_its_last_request_under_way_ends() {
    let mut scan = Scan::new(about());
    for _ in 0..14 {
        let (ticket, request) = scan.next(NOW).unwrap();
        scan.take(ticket, answered(&request), NOW);
    }
    let (ticket, request) = scan.next(NOW).unwrap();
    scan.pause(Pause::Offline);
    scan.take(ticket, answered(&request), NOW);
    assert_eq!(scan.state(), State::Paused(Pause::Offline));
    scan.resume(NOW);
    assert_eq!(scan.state(), State::Finished);
}

#[test]
fn a_session_that_ended_loses_no_request() {
    let mut scan = Scan::new(about());
    let under_way: Vec<_> = (0..4).filter_map(|_| scan.next(NOW)).collect();
    scan.pause(Pause::SessionEnded);
    scan.recall();
    let (ticket, request) = &under_way[1];
    assert!(!scan.take(*ticket, answered(request), NOW), "nobody waits for that answer any more");
    assert!(scan.is_by(&UserId::new("ADMIN")) && !scan.is_by(&UserId::new("u")));
    scan.resume(NOW);
    let asked = run(&mut scan, answered);
    assert_eq!(asked[..4], under_way.into_iter().map(|(_, request)| request).collect::<Vec<_>>());
    assert_eq!(verdict(&scan), Verdict::Complete);
}

#[test]
fn a_stopped_scan_can_be_used_and_reads_the_rest_later() {
    let mut scan = Scan::new(about());
    for _ in 0..10 {
        let (ticket, request) = scan.next(NOW).unwrap();
        scan.take(ticket, answered(&request), NOW);
    }
    scan.stop();
    scan.resume(NOW);
    assert!(scan.next(NOW).is_none());
    assert_eq!(scan.state(), State::Stopped(Stop::Asked));
    let snapshot = scan.snapshot();
    assert!(snapshot.is_stopped);
    assert_eq!(Coverage::of(&snapshot).images.not_yet, 3);
    let mut later = Scan::open(&snapshot);
    assert_eq!((later.state(), later.snapshot()), (scan.state(), snapshot));
    for scan in [&mut scan, &mut later] {
        scan.read_the_rest(UnixMillis(9_000));
        let asked = run(scan, answered);
        assert_eq!(asked[..2], [Request::Organizations, Request::Overview], "what the service counts now");
        assert_eq!(asked[2..5], ["a/2", "ab/3", "ab/4"].map(|name| Request::Access(target(name))));
        assert_eq!((asked.len(), scan.state(), verdict(scan)), (7, State::Finished, Verdict::Complete));
    }
    assert_eq!(later.snapshot(), scan.snapshot());
}

#[test]
fn the_rest_is_all_that_was_not_read_for_any_reason() {
    let mut scan = Scan::new(about());
    run(&mut scan, |request| match request {
        Request::Access(_) | Request::Images { .. } | Request::Organizations => answered(request),
        _ => denied(),
    });
    scan.read_the_rest(NOW);
    let asked = run(&mut scan, answered);
    let expected = [
        Request::Organizations,
        Request::Overview,
        Request::Users,
        Request::Shared { offset: 0 },
        Request::Shares(target("a/1")),
        images("a"),
        images("ab"),
    ];
    assert_eq!(asked, expected);
    assert_eq!(verdict(&scan), Verdict::Complete);
}

#[test]
fn of_an_image_that_appears_while_the_rest_is_read_it_is_asked_whether_it_is_shared() {
    let mut scan = Scan::new(about());
    run(&mut scan, |request| if *request == images("a") { denied() } else { answered(request) });
    assert_eq!(verdict(&scan), Verdict::Partial);
    scan.read_the_rest(NOW);
    let asked = run(&mut scan, answered);
    for image in ["a/1", "a/2"] {
        assert!(asked.contains(&Request::Shares(target(image))) && reading(&scan, image).is_read());
    }
    let facts = scan.read_so_far().subject(&target("a/2")).unwrap().image().unwrap().clone();
    assert!(matches!(facts.shares, Shares::Read(_)));
    assert_eq!(verdict(&scan), Verdict::Complete);
}

#[test]
fn two_minutes_of_silence_pause_a_scan() {
    let mut scan = Scan::new(about());
    scan.watch(UnixMillis(SILENCE * 2));
    assert_eq!(scan.state(), State::Running, "nothing is under way, so nobody is silent");
    let (ticket, _) = scan.next(NOW).unwrap();
    scan.watch(UnixMillis(NOW.0 + SILENCE - 1));
    assert_eq!(scan.state(), State::Running);
    scan.take(ticket, Outcome::Failed(Fault::TimeOut), UnixMillis(NOW.0 + SILENCE - 1));
    scan.next(UnixMillis(0)).unwrap();
    scan.watch(UnixMillis(SILENCE - 1));
    assert_eq!(scan.state(), State::Running, "the clock starts with the first request under way");
    scan.watch(UnixMillis(SILENCE));
    assert_eq!(scan.state(), State::Paused(Pause::Silence));
}

#[test]
fn too_many_grants_end_a_scan_and_what_was_read_is_kept() {
    let mut scan = Scan { grants_most: 2, ..Scan::new(about()) };
    run(&mut scan, answered);
    assert_eq!(scan.state(), State::Stopped(Stop::TooManyGrants));
    assert_eq!((scan.snapshot().grants().len(), verdict(&scan)), (3, Verdict::Partial));
}

#[test]
fn a_list_that_was_read_elsewhere_is_taken() {
    let mut scan = Scan::new(about());
    run(&mut scan, answered);
    let finished = Scan::open(&scan.snapshot());
    assert_eq!((finished.state(), finished.snapshot()), (State::Finished, scan.snapshot()));
    scan.note(&target("a/1"), UnixMillis(8_000), &AccessList::default());
    let snapshot = scan.snapshot();
    assert_eq!(snapshot.list(snapshot.place(&target("a/1")).unwrap()).count(), 0);
    assert_eq!((reading(&scan, "a/1").at(), snapshot.ended), (Some(UnixMillis(8_000)), UnixMillis(8_000)));
    scan.note(&target("other/1"), UnixMillis(9_000), &AccessList::default());
    scan.note_not_read(&target("other/1"), Reading::NotYet);
    assert_eq!(scan.snapshot(), snapshot, "it is in no list of this scan");
    scan.note_not_read(&target("a/2"), Reading::Failed(Fault::TimeOut));
    assert_eq!((scan.snapshot().grants().len(), verdict(&scan)), (4, Verdict::Partial));
}

// Only the access list was marked as unread. "Read the rest" kept the old shares and called the snapshot complete.
#[test]
fn what_was_shared_elsewhere_is_read_again() {
    let mut scan = Scan::new(about());
    run(&mut scan, answered);
    let started = about().started;
    assert!(!scan.note_outside(&target("a/1"), UnixMillis(started.0 - 1)), "the scan came later");
    assert!(!scan.note_outside(&target("other/1"), UnixMillis(8_000)));
    assert_eq!(verdict(&scan), Verdict::Complete);
    assert!(scan.note_outside(&target("a/1"), UnixMillis(8_000)));
    let facts = |scan: &Scan| scan.read_so_far().subject(&target("a/1")).unwrap().image().unwrap().clone();
    assert_eq!((facts(&scan).visibility, facts(&scan).shares), (Visibility::Unknown, Shares::NotRead));
    assert_eq!((reading(&scan, "a/1").is_read(), verdict(&scan)), (true, Verdict::Partial));
    scan.read_the_rest(UnixMillis(9_000));
    assert!(run(&mut scan, answered).contains(&Request::Shares(target("a/1"))));
    assert_ne!(facts(&scan).visibility, Visibility::Unknown);
    assert_eq!(verdict(&scan), Verdict::Complete);
}
