//! Leaving gives up what is under way, down to the browser's own request.

use std::cell::RefCell;
use std::rc::Rc;

use domain::model::names::{ImageName, OrganizationName, Target, UserId};
use swr_console::api::client::Endpoints;
use swr_console::api::{ApiError, Client, Token};
use swr_console::state::loader::Loader;
use swr_console::view::prelude::*;
use swr_emulator::browser;
use wasm_bindgen_test::wasm_bindgen_test;

use super::rig::{look, signed_in};
use crate::support::console::{one_region, small};
use crate::support::{Stage, until};

/// How the requests of a test ended.
type Ends = Rc<RefCell<Vec<Result<(), ApiError>>>>;

/// A loader of an image's permissions that takes note of how each request ends.
fn loader(image: RwSignal<&'static str>, token: &str) -> (Loader<&'static str, usize>, Ends) {
    let ends: Ends = Rc::default();
    let noted = Rc::clone(&ends);
    let endpoints = Endpoints::from(&one_region().regions[0]);
    let client = Client::new(endpoints, Token::new(token).unwrap());
    let loader = Loader::new(
        signed_in(),
        move || image.get(),
        move |_, image: &'static str, cancel| {
            let (client, noted) = (client.clone(), Rc::clone(&noted));
            let (organization, image) =
                (OrganizationName::new("group").unwrap(), ImageName::new(image).unwrap());
            async move {
                let answer =
                    client.access(&Target::Image(organization, image), &UserId::new("me"), &cancel).await;
                noted.borrow_mut().push(answer.as_ref().map(|_| ()).map_err(Clone::clone));
                answer.map(|list| list.others.len())
            }
        },
    );
    (loader, ends)
}

#[wasm_bindgen_test]
async fn leaving_a_page_aborts_its_request() {
    let _stage = Stage::new();
    let mut cloud = browser::install(small());
    let token = cloud.sign_in("admin").unwrap().to_string();
    let owner = Owner::new();
    let (_, ends) = owner.with(|| loader(RwSignal::new("hang"), &token));
    until("the request", || cloud.requests().len() == 1).await;
    assert!(ends.borrow().is_empty());
    drop(owner);
    until("the end of the request", || *ends.borrow() == [Err(ApiError::Aborted)]).await;
}

#[wasm_bindgen_test]
async fn another_key_aborts_the_request_for_the_old_one() {
    let _stage = Stage::new();
    let mut cloud = browser::install(small());
    let token = cloud.sign_in("admin").unwrap().to_string();
    let image = RwSignal::new("hang");
    let (loader, ends) = loader(image, &token);
    until("the request", || cloud.requests().len() == 1).await;
    image.set("test");
    until("the other image", || look(loader) == (Some(3), "ready")).await;
    assert_eq!(*ends.borrow(), [Err(ApiError::Aborted), Ok(())]);
}

#[wasm_bindgen_test]
async fn giving_up_a_first_read_says_so_and_one_can_try_again() {
    let _stage = Stage::new();
    let mut cloud = browser::install(small());
    let token = cloud.sign_in("admin").unwrap().to_string();
    let (loader, ends) = loader(RwSignal::new("hang"), &token);
    until("the request", || cloud.requests().len() == 1).await;
    loader.reader().cancel();
    until("the region to say so", || look(loader) == (None, "failed")).await;
    assert_eq!(*ends.borrow(), [Err(ApiError::Aborted)]);
    loader.reload();
    until("the second request", || cloud.requests().len() == 2).await;
    assert_eq!(look(loader), (None, "first"));
    loader.reader().cancel();
}
