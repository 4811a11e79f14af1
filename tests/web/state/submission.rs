//! A write is sent once, however often the button is pressed.

use std::cell::Cell;
use std::rc::Rc;

use swr_console::api::ApiError;
use swr_console::state::submission::Submitter;
use swr_console::view::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use super::rig::{Service, client};
use crate::support::random::Random;
use crate::support::{Stage, drain, until};

fn failure(answer: &Result<(), ApiError>) -> Option<ApiError> {
    answer.as_ref().err().cloned()
}

#[wasm_bindgen_test]
async fn a_thousand_double_submits_are_a_thousand_requests() {
    let _stage = Stage::new();
    let mut random = Random::new(7);
    let submitter = Submitter::<ApiError>::new();
    let (sent, answered) = (Rc::new(Cell::new(0)), Rc::new(Cell::new(0)));
    for number in 1..=1_000 {
        for _ in 0..2 + random.below(3) {
            let (sent, answered) = (Rc::clone(&sent), Rc::clone(&answered));
            let write = async move {
                sent.set(sent.get() + 1);
                drain().await;
                Ok(())
            };
            submitter.run(write, failure, move |_| answered.set(answered.get() + 1));
            if random.below(2) == 0 {
                // The second press comes a moment later, while the first is on its way.
                leptos::task::tick().await;
            }
        }
        until("the answer", || untrack(|| !submitter.is_sending() && submitter.ended().is_none())).await;
        assert_eq!((sent.get(), answered.get()), (number, number));
    }
}

#[wasm_bindgen_test]
async fn a_failure_stays_until_it_is_forgotten_or_the_next_try() {
    let _stage = Stage::new();
    let (submitter, service) = (Submitter::<ApiError>::new(), Service::<(), ()>::new());
    let fetch = service.fetch();
    let send = || submitter.run(fetch(client("token"), (), swr_console::api::Cancel::new()), failure, |_| {});
    let state = || untrack(|| (submitter.is_sending(), submitter.ended()));
    send();
    assert_eq!(state(), (true, None));
    submitter.reset();
    assert_eq!(state(), (true, None), "what is under way is not forgotten");
    service.next().answer(Err(ApiError::Timeout));
    until("the failure", || state() == (false, Some(ApiError::Timeout))).await;
    submitter.reset();
    assert_eq!(state(), (false, None));
    send();
    service.next().answer(Ok(()));
    until("success", || state() == (false, None)).await;
}

#[wasm_bindgen_test]
async fn an_answer_to_a_form_that_is_gone_is_no_fault() {
    let _stage = Stage::new();
    let service = Service::<(), ()>::new();
    let owner = Owner::new();
    let submitter = owner.with(Submitter::<ApiError>::new);
    submitter.run(service.fetch()(client("token"), (), swr_console::api::Cancel::new()), failure, |_| {});
    drop(owner);
    service.next().answer(Ok(()));
    drain().await;
}
