//! The words.

use super::*;
use crate::model::access::AccessList;

const BEFORE: &[(&str, Level)] = &[("ann", Read)];
const AFTER: &[(&str, Level)] = &[("ann", Push)];

#[test]
fn a_list_as_expected_is_written_to_and_read_again() {
    let mut run = run([
        staged("a", "ann", Some(Read), Some(Push)),
        staged("a", "bob", None, Some(Read)),
        staged("a", "eve", None, Some(Read)),
    ]);
    let after = of(&[("ann", Push), ("bob", Read), ("eve", Read)]);
    let asked = answer(&mut run, [of(BEFORE), Answer::Done, Answer::Done, after]);
    assert_eq!(asked, ["look a", "grant a bob eve", "change a ann", "witness a"]);
    assert_eq!(words(&run), vec![Word::Applied(Said::Done); 3]);
    assert_eq!((run.state(), run.is_over(), run.next_command()), (State::Finished, true, None));
}

#[test]
fn what_is_so_already_is_not_sent() {
    let run = one([of(AFTER)]);
    assert_eq!((words(&run), run.state()), (vec![Word::AlreadySo(None)], State::Finished));
}

#[test]
fn what_somebody_has_changed_is_not_sent() {
    let run = one([of(&[("ann", Manage)])]);
    assert_eq!(words(&run), [Word::ChangedMeanwhile { now: Some(Manage.into()), said: None }]);
    let run = one([of(&[])]);
    assert_eq!(words(&run), [Word::ChangedMeanwhile { now: None, said: None }]);
}

#[test]
fn a_list_that_cannot_be_read_means_that_nothing_is_sent() {
    for failed in [denied(), Answer::Failed(Failure::Missing), status(500), LOST] {
        let Answer::Failed(failure) = failed.clone() else { panic!() };
        assert_eq!(words(&one([failed])), [Word::NotSent(NotSent::Unread(failure))]);
    }
}

#[test]
fn a_list_that_may_hide_somebody_means_that_nothing_is_sent() {
    let odd = Answer::List(AccessList { unreadable: 1, ..access(&[]) });
    assert_eq!(words(&one([odd])), [Word::NotSent(NotSent::MayHide)]);
}

#[test]
fn a_target_that_was_made_anew_is_another_one() {
    let numbered = Staged { number: Some("7".into()), ..staged("a", "ann", Some(Read), None) };
    let with = |number: &str| Answer::List(AccessList { id: Some(number.into()), ..access(BEFORE) });
    let mut other = run([numbered.clone()]);
    answer(&mut other, [with("8")]);
    assert_eq!(words(&other), [Word::NotSent(NotSent::MadeAnew)]);
    let mut same = run([numbered]);
    assert_eq!(answer(&mut same, [with("7"), Answer::Done, of(&[])]).len(), 3);
}

#[test]
fn a_throttled_write_is_not_repeated() {
    let throttled = Said::Failed(Failure::Throttled);
    assert_eq!(words(&one([of(BEFORE), THROTTLED, of(BEFORE)])), [Word::NotApplied(throttled.clone())]);
    assert_eq!(words(&one([of(BEFORE), THROTTLED, of(AFTER)])), [Word::Applied(throttled)]);
}

#[test]
fn a_throttled_list_is_read_again() {
    let mut run = run([staged("a", "ann", Some(Read), None)]);
    let answers = [THROTTLED, Answer::Interrupted, of(BEFORE), Answer::Done, THROTTLED, of(&[])];
    let asked = answer(&mut run, answers);
    assert_eq!(asked, ["look a", "look a", "look a", "revoke a ann", "witness a", "witness a"]);
    assert_eq!(words(&run), [Word::Applied(Said::Done)]);
}

#[test]
fn the_list_decides_what_a_write_without_an_answer_has_come_to() {
    for lost in [LOST, status(502), Answer::Interrupted] {
        let kind = |list: Answer| words(&one([of(BEFORE), lost.clone(), list]))[0].kind();
        assert_eq!(kind(of(AFTER)), Kind::Applied);
        assert_eq!(kind(of(BEFORE)), Kind::NotApplied);
        assert_eq!(kind(of(&[("ann", Manage)])), Kind::ChangedMeanwhile);
        assert_eq!(kind(LOST), Kind::Unknown);
    }
    assert_eq!(words(&one([of(BEFORE), Answer::Done, of(BEFORE)])), [Word::NotApplied(Said::Done)]);
}

#[test]
fn of_a_request_that_was_done_in_part_each_user_has_a_word_of_their_own() {
    let mut run = run([staged("a", "ann", None, Some(Read)), staged("a", "bob", None, Some(Read))]);
    answer(&mut run, [of(&[]), status(500), of(&[("bob", Read)])]);
    assert_eq!(kinds(&run), [Some(Kind::NotApplied), Some(Kind::Applied)]);
}

#[test]
fn a_conflict_means_that_somebody_was_faster() {
    let mut conflict = run([staged("a", "ann", None, Some(Push))]);
    answer(&mut conflict, [of(&[]), Answer::Failed(Failure::Conflict), of(&[("ann", Read)])]);
    let said = Some(Said::Failed(Failure::Conflict));
    assert_eq!(words(&conflict), [Word::ChangedMeanwhile { now: Some(Read.into()), said }]);
    let missing = one([of(BEFORE), Answer::Failed(Failure::Missing), of(&[])]);
    let said = Some(Said::Failed(Failure::Missing));
    assert_eq!(words(&missing), [Word::ChangedMeanwhile { now: None, said }]);
}

#[test]
fn a_refused_revocation_of_what_is_gone_was_done_by_somebody_else() {
    let mut gone = run([staged("a", "ann", Some(Read), None)]);
    answer(&mut gone, [of(BEFORE), Answer::Failed(Failure::Missing), of(&[])]);
    assert_eq!(words(&gone), [Word::AlreadySo(Some(Said::Failed(Failure::Missing)))]);
    // Of several users nobody knows whom the refusal is about.
    let mut two = run([staged("a", "ann", Some(Read), None), staged("a", "bob", Some(Read), None)]);
    let before = of(&[("ann", Read), ("bob", Read)]);
    answer(&mut two, [before, Answer::Failed(Failure::Missing), of(&[])]);
    assert_eq!(kinds(&two), [Some(Kind::Applied); 2]);
}

#[test]
fn after_a_failure_nothing_more_is_sent_in_the_step() {
    let mut run = run([staged("a", "ann", Some(Read), Some(Push)), staged("a", "bob", None, Some(Read))]);
    let asked = answer(&mut run, [of(BEFORE), status(500), of(BEFORE)]);
    assert_eq!(asked[1..], ["grant a bob", "witness a"]);
    assert_eq!(words(&run)[0], Word::NotSent(NotSent::AfterFailure));
    assert_eq!(words(&run)[1].kind(), Kind::NotApplied);
}

#[test]
fn an_answer_to_something_else_is_none() {
    assert_eq!(
        words(&one([Answer::Done])),
        [Word::NotSent(NotSent::Unread(Failure::Fault(Fault::Unreadable)))]
    );
    let strange = one([of(BEFORE), of(AFTER), of(AFTER)]);
    assert_eq!(words(&strange), [Word::Applied(Said::Failed(Failure::Fault(Fault::Unreadable)))]);
}

#[test]
fn each_word_has_a_key() {
    let keys: Vec<&str> = Kind::ALL.iter().map(|kind| kind.key()).collect();
    assert_eq!(keys.join(" "), "applied already-so changed-meanwhile not-applied not-sent unknown");
}
