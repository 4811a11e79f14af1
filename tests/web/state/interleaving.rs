//! A → B → A → C under delays of every kind, each from its own seed: 1,000 of them, and 10,000 in the full run.

use std::cell::RefCell;
use std::rc::Rc;

use swr_console::api::ApiError;
use swr_console::state::loader::Loader;
use swr_console::view::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use super::rig::{Service, shown, signed_in};
use crate::support::random::Random;
use crate::support::{Stage, drain};

/// What a value was read for, and as which request.
type Value = (char, usize);

/// How many. `cargo xtask test --full` sets the variable.
const PLAYED: u64 = if option_env!("SWR_FULL").is_some() { 10_000 } else { 1_000 };

/// What a test does at one moment.
enum Step {
    Key(char),
    Refresh,
    Answer,
}

/// The keys in their order, with refreshes and answers strewn in between.
fn steps(random: &mut Random) -> Vec<Step> {
    let mut steps = Vec::new();
    for key in ['b', 'a', 'c'] {
        for _ in 0..random.below(4) {
            steps.push(if random.below(4) == 0 { Step::Refresh } else { Step::Answer });
        }
        steps.push(Step::Key(key));
    }
    steps
}

/// Answers one of the waiting requests; a few of them fail.
fn answer(service: &Service<char, Value>, count: &mut usize, random: &mut Random) {
    let waiting = u64::try_from(service.waiting()).unwrap();
    if waiting == 0 {
        return;
    }
    let asked = service.take(usize::try_from(random.below(waiting)).unwrap());
    *count += 1;
    let value = (asked.key, *count);
    asked.answer(if random.below(5) == 0 { Err(ApiError::Network) } else { Ok(value) });
}

/// Plays one interleaving to its end; what was ever drawn under a wrong key comes back.
async fn play(seed: u64) -> Vec<(char, Value)> {
    let owner = Owner::new();
    let wrong = Rc::new(RefCell::new(Vec::new()));
    let (key, loader, service) = owner.with(|| {
        let (key, service) = (RwSignal::new('a'), Service::<char, Value>::new());
        let loader = Loader::new(signed_in(), move || key.get(), service.fetch());
        let found = Rc::clone(&wrong);
        Effect::new(move |_| {
            let present = key.get();
            if let (Some(value), _) = shown(&loader.state())
                && value.0 != present
            {
                found.borrow_mut().push((present, value));
            }
        });
        (key, loader, service)
    });
    let mut random = Random::new(seed);
    let mut count = 0;
    for step in steps(&mut random) {
        match step {
            Step::Key(next) => key.set(next),
            Step::Refresh => loader.reload(),
            Step::Answer => answer(&service, &mut count, &mut random),
        }
        if random.below(2) == 0 {
            drain().await;
        }
        if let (Some(value), _) = untrack(|| shown(&loader.state()))
            && value.0 != key.get_untracked()
        {
            wrong.borrow_mut().push((key.get_untracked(), value));
        }
    }
    drain().await;
    // The last request is the newest one. It comes first; all others are late.
    let last = service.take(service.waiting().checked_sub(1).unwrap());
    assert_eq!(last.key, 'c', "seed {seed}");
    last.answer(Ok(('c', 1_000)));
    while service.waiting() > 0 {
        answer(&service, &mut count, &mut random);
    }
    drain().await;
    assert_eq!(untrack(|| shown(&loader.state())), (Some(('c', 1_000)), "ready"), "seed {seed}");
    drop(owner);
    wrong.take()
}

#[wasm_bindgen_test]
async fn nothing_is_ever_drawn_under_another_key() {
    let _stage = Stage::new();
    for seed in 0..PLAYED {
        let wrong = play(seed).await;
        assert!(wrong.is_empty(), "seed {seed}: a key had what was read for another: {wrong:?}");
    }
}
