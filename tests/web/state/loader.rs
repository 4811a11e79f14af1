//! The loader, with answers that come when the test wants them to.

use std::sync::Arc;

use swr_console::api::ApiError;
use swr_console::state::loader::Loader;
use swr_console::view::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use super::rig::{Service, client, look, signed_in, status};
use crate::support::{Stage, drain, until};

type Text = &'static str;

/// A loader that follows a key, and its service.
fn loader(key: RwSignal<char>) -> (Loader<char, Text>, Service<char, Text>) {
    let service = Service::new();
    (Loader::new(signed_in(), move || key.get(), service.fetch()), service)
}

async fn asked(service: &Service<char, Text>, count: usize) {
    until("the request", || service.waiting() == count).await;
}

#[wasm_bindgen_test]
async fn a_key_is_read_once_and_shown() {
    let _stage = Stage::new();
    let (loader, service) = loader(RwSignal::new('a'));
    assert_eq!(look(loader), (None, "first"));
    asked(&service, 1).await;
    service.next().answer(Ok("one"));
    until("the value", || look(loader) == (Some("one"), "ready")).await;
    drain().await;
    assert_eq!(service.waiting(), 0);
}

#[wasm_bindgen_test]
async fn a_new_key_shows_nothing_of_the_old_one_at_once() {
    let _stage = Stage::new();
    let key = RwSignal::new('a');
    let (loader, service) = loader(key);
    asked(&service, 1).await;
    service.next().answer(Ok("one"));
    until("the value", || look(loader) == (Some("one"), "ready")).await;
    key.set('b');
    assert_eq!(look(loader), (None, "first"), "in the same moment, before any effect has run");
    asked(&service, 1).await;
    service.next().answer(Ok("two"));
    until("the other value", || look(loader) == (Some("two"), "ready")).await;
}

#[wasm_bindgen_test]
async fn a_hung_request_never_blocks_the_next() {
    // Leptos' own resource awaits the present load to its end before it starts another, so one request that was
    // never answered kept a page from ever showing anything else.
    let _stage = Stage::new();
    let key = RwSignal::new('a');
    let (loader, service) = loader(key);
    asked(&service, 1).await;
    key.set('b');
    asked(&service, 2).await;
    service.take(1).answer(Ok("two"));
    until("the value", || look(loader) == (Some("two"), "ready")).await;
    loader.reload();
    assert_eq!(service.waiting(), 2, "a refresh asks at once");
    service.take(1).answer(Ok("three"));
    until("the newer value", || look(loader) == (Some("three"), "ready")).await;
}

#[wasm_bindgen_test]
async fn an_older_slower_answer_never_overwrites_a_newer_one() {
    let _stage = Stage::new();
    let (loader, service) = loader(RwSignal::new('a'));
    asked(&service, 1).await;
    loader.reload();
    let (older, newer) = (service.next(), service.next());
    newer.answer(Ok("newer"));
    until("the newer value", || look(loader) == (Some("newer"), "ready")).await;
    older.answer(Ok("older"));
    drain().await;
    assert_eq!(look(loader), (Some("newer"), "ready"));
}

#[wasm_bindgen_test]
async fn an_older_failure_does_not_disturb_a_newer_answer() {
    let _stage = Stage::new();
    let (loader, service) = loader(RwSignal::new('a'));
    asked(&service, 1).await;
    loader.reload();
    let (older, newer) = (service.next(), service.next());
    older.answer(Err(ApiError::Aborted));
    drain().await;
    assert_eq!(look(loader), (None, "first"), "the one that was given up is nobody's failure");
    newer.answer(Ok("newer"));
    until("the value", || look(loader) == (Some("newer"), "ready")).await;
}

#[wasm_bindgen_test]
async fn a_refresh_keeps_what_is_there_and_a_failed_one_marks_it_old() {
    let _stage = Stage::new();
    let (loader, service) = loader(RwSignal::new('a'));
    asked(&service, 1).await;
    service.next().answer(Ok("one"));
    until("the value", || look(loader) == (Some("one"), "ready")).await;
    loader.reload();
    assert_eq!(look(loader), (Some("one"), "refreshing"));
    service.next().answer(Err(status(500)));
    until("the mark", || look(loader) == (Some("one"), "stale")).await;
    assert_eq!(untrack(|| loader.state().error().cloned()), Some(status(500)));
    loader.reload();
    assert_eq!(look(loader), (Some("one"), "refreshing"));
    service.next().answer(Ok("two"));
    until("the newer value", || look(loader) == (Some("two"), "ready")).await;
}

#[wasm_bindgen_test]
async fn a_first_read_that_fails_says_so_and_can_be_tried_again() {
    let _stage = Stage::new();
    let (loader, service) = loader(RwSignal::new('a'));
    asked(&service, 1).await;
    service.next().answer(Err(ApiError::Network));
    until("the failure", || look(loader) == (None, "failed")).await;
    loader.reload();
    assert_eq!(look(loader), (None, "first"));
    service.next().answer(Ok("one"));
    until("the value", || look(loader) == (Some("one"), "ready")).await;
}

#[wasm_bindgen_test]
async fn answers_to_an_earlier_session_do_not_count() {
    let _stage = Stage::new();
    let (service, session) = (Service::<char, Text>::new(), signed_in());
    let loader = Loader::new(session, || 'a', service.fetch());
    asked(&service, 1).await;
    session.renew(client("second-token"));
    asked(&service, 2).await;
    let (earlier, present) = (service.next(), service.next());
    assert!(earlier.client == client("first-token") && present.client == client("second-token"));
    earlier.answer(Ok("of the earlier session"));
    drain().await;
    assert_eq!(look(loader), (None, "first"));
    present.answer(Ok("of this session"));
    until("the value", || look(loader) == (Some("of this session"), "ready")).await;
}

#[wasm_bindgen_test]
async fn the_end_of_the_session_leaves_what_is_shown_and_a_new_sign_in_reads_again() {
    let _stage = Stage::new();
    let (service, session) = (Service::<char, Text>::new(), signed_in());
    let loader = Loader::new(session, || 'a', service.fetch());
    asked(&service, 1).await;
    service.next().answer(Ok("one"));
    until("the value", || look(loader) == (Some("one"), "ready")).await;
    loader.reload();
    service.next().answer(Err(status(401)));
    until("the region to be as before", || look(loader) == (Some("one"), "ready")).await;
    session.renew(client("second-token"));
    asked(&service, 1).await;
    service.next().answer(Ok("two"));
    until("the newer value", || look(loader) == (Some("two"), "ready")).await;
}

#[wasm_bindgen_test]
async fn data_that_was_read_in_another_way_wins_over_a_request_under_way() {
    let _stage = Stage::new();
    let (loader, service) = loader(RwSignal::new('a'));
    asked(&service, 1).await;
    service.next().answer(Ok("one"));
    until("the value", || look(loader) == (Some("one"), "ready")).await;
    loader.reload();
    loader.show(Arc::new("shown"));
    assert_eq!(look(loader), (Some("shown"), "ready"), "at once");
    service.next().answer(Ok("asked before that"));
    drain().await;
    assert_eq!(look(loader), (Some("shown"), "ready"));
    loader.reload();
    service.next().answer(Ok("newer"));
    until("the newer value", || look(loader) == (Some("newer"), "ready")).await;
}

#[wasm_bindgen_test]
async fn data_that_is_shown_ends_a_failure_and_is_gone_with_its_key() {
    let _stage = Stage::new();
    let key = RwSignal::new('a');
    let (loader, service) = loader(key);
    asked(&service, 1).await;
    service.next().answer(Err(status(500)));
    until("the failure", || look(loader) == (None, "failed")).await;
    loader.show(Arc::new("shown"));
    assert_eq!(look(loader), (Some("shown"), "ready"));
    key.set('b');
    assert_eq!(look(loader), (None, "first"), "it was read for the other key");
}

#[wasm_bindgen_test]
fn data_for_a_page_that_is_gone_is_no_fault() {
    let _stage = Stage::new();
    let owner = Owner::new();
    let (loader, _service) = owner.with(|| loader(RwSignal::new('a')));
    drop(owner);
    loader.show(Arc::new("too late"));
}
