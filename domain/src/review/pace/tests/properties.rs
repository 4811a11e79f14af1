//! What holds whatever is sent and answered, and when.

use proptest::prelude::*;

use super::*;

#[derive(Debug, Clone)]
enum Step {
    Send(bool),
    Receive(usize, u8, f64),
    Wait(f64),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        any::<bool>().prop_map(Step::Send),
        (0usize..10, 0u8..4, 0.0..1.0_f64)
            .prop_map(|(which, signal, dice)| Step::Receive(which, signal, dice)),
        (0.0..100_000.0_f64).prop_map(Step::Wait),
    ]
}

proptest! {
    #[test]
    fn it_never_stops_for_good(steps in proptest::collection::vec(step(), 0..80)) {
        let (mut pace, mut now, mut sent) = (Pace::new(Protocol::Multiplexed), 0.0, Vec::new());
        for step in steps {
            match step {
                Step::Send(true) => sent.push(pace.send(Sender::Person, now)),
                Step::Send(false) if pace.turn(Sender::Scan, now) == Turn::Now => sent.push(pace.send(Sender::Scan, now)),
                Step::Receive(which, signal, dice) if which < sent.len() => {
                    let retry_after = (signal == 0).then_some(dice * 1000.0);
                    let complaint = Signal::Complaint { retry_after, dice };
                    let signal = [complaint, complaint, Signal::Answer, Signal::Nothing][usize::from(signal)];
                    pace.receive(sent.remove(which), signal, now);
                }
                Step::Wait(time) => now += time,
                Step::Send(_) | Step::Receive(..) => {}
            }
            if let Turn::At(moment) = pace.turn(Sender::Scan, now) {
                prop_assert!(moment > now && moment <= now + 120_000.0, "{:?}", pace);
                prop_assert_eq!(pace.turn(Sender::Scan, moment), Turn::Now);
            }
            if let Some(rate) = pace.per_second() {
                prop_assert!(rate.is_finite() && rate > 0.0);
            }
        }
        for permit in sent {
            pace.receive(permit, Signal::Nothing, now);
        }
        prop_assert!(pace.turn(Sender::Scan, now) != Turn::AfterAnswer, "nothing is under way: {:?}", pace);
    }
}
