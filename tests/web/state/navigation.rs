//! Where one is.

use domain::model::names::{ImageName, OrganizationName, RegionId};
use domain::paths::{ImagePage, Route};
use swr_console::state::navigation::Navigation;
use swr_console::view::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::console::address;
use crate::support::stage::go_to;
use crate::support::{Find, Stage, event, until};

fn image(name: &str) -> Route {
    Route::Image(
        OrganizationName::new("group").unwrap(),
        ImageName::new(name).unwrap(),
        ImagePage::Permissions,
    )
}

/// A navigation that begins at an address.
fn at(address: &str) -> (Stage, Navigation) {
    let stage = Stage::new();
    go_to(address);
    (stage, Navigation::install())
}

#[wasm_bindgen_test]
fn an_image_name_with_slashes_is_one_segment_of_the_address() {
    let (_stage, navigation) = at("/organizations/group/images/team$web$app");
    assert_eq!(navigation.route().get_untracked(), image("team/web/app"));
    assert_eq!(navigation.href(&image("team/web/app")), "/organizations/group/images/team$web$app");
}

#[wasm_bindgen_test]
fn links_carry_the_region_and_nothing_else() {
    let (_stage, navigation) = at("/organizations?region=south&q=x&sort=-name");
    assert_eq!(navigation.href(&Route::Organizations), "/organizations?region=south");
    navigation.go(image("test"));
    assert_eq!(address(), "/organizations/group/images/test?region=south");
}

#[wasm_bindgen_test]
fn what_the_console_does_not_know_leaves_the_address() {
    for (typed, kept) in [
        ("/organizations?level=owner&token=abc&q=a+b", "/organizations?q=a%20b"),
        ("/organizations/group/images/team%24web?sort=&region=%ff", "/organizations/group/images/team$web"),
        ("/organizations/", "/organizations"),
        ("/nonsense?x=1", "/nonsense?x=1"),
    ] {
        let entries = window().history().unwrap().length().unwrap();
        let _there = at(typed);
        assert_eq!((address(), window().history().unwrap().length().unwrap()), (kept.to_owned(), entries));
    }
}

#[wasm_bindgen_test]
fn searching_is_no_journey() {
    let (_stage, navigation) = at("/organizations");
    let entries = window().history().unwrap().length().unwrap();
    for text in ["g", "gr", "gro"] {
        navigation.refine(|query| text.clone_into(&mut query.search));
    }
    assert_eq!(address(), "/organizations?q=gro");
    assert_eq!(window().history().unwrap().length().unwrap(), entries);
    navigation.set_region(Some(RegionId::new("south")));
    assert_eq!(address(), "/organizations?region=south&q=gro");
}

#[wasm_bindgen_test]
async fn back_leads_to_the_page_before() {
    let (_stage, navigation) = at("/organizations");
    navigation.go(image("test"));
    navigation.go(image("busybox"));
    window().history().unwrap().back().unwrap();
    until("the image before", || navigation.route().get_untracked() == image("test")).await;
    window().history().unwrap().back().unwrap();
    until("the list", || navigation.route().get_untracked() == Route::Organizations).await;
}

#[wasm_bindgen_test]
fn after_signing_in_one_is_where_one_was() {
    let (_stage, navigation) = at("/organizations/group/images/test?q=user");
    navigation.to_sign_in();
    assert_eq!((navigation.route().get_untracked(), address().as_str()), (Route::SignIn, "/sign-in"));
    navigation.back_from_sign_in();
    assert_eq!(address(), "/organizations/group/images/test?q=user");
}

#[wasm_bindgen_test]
fn nobody_from_outside_says_where_signing_in_leads() {
    for kept in ["https://evil.example/", "//evil.example/", "javascript:alert(1)", "/sign-in", "/", ""] {
        let (_stage, navigation) = at("/sign-in");
        let history = window().history().unwrap();
        history.replace_state_with_url(&JsValue::from(kept), "", Some("/sign-in")).unwrap();
        navigation.back_from_sign_in();
        assert_eq!(address(), "/organizations", "{kept}");
    }
}

/// A page with one link, and whether the page took over a click on it.
fn takes_over(link: AnyView, button: i32, modifier: Option<&str>) -> bool {
    let (mut stage, _navigation) = at("/organizations");
    stage.show(move || link);
    let mut details = vec![("button", JsValue::from(button))];
    details.extend(modifier.map(|modifier| (modifier, JsValue::TRUE)));
    let link = stage.get("a");
    // What the console leaves to the browser must not lead the test away.
    let stay = window_event_listener(leptos::ev::click, |click| click.prevent_default());
    let click = event("MouseEvent", "click", &details);
    let before = address();
    let _ = link.dispatch_event(&click).unwrap();
    stay.remove();
    address() != before
}

#[wasm_bindgen_test]
fn a_plain_click_on_an_own_link_stays_in_the_page() {
    let own = || view! { <a href="/organizations/group"><b>"group"</b></a> }.into_any();
    assert!(takes_over(own(), 0, None));
    assert!(!takes_over(own(), 1, None), "the middle button opens a tab");
    for modifier in ["metaKey", "ctrlKey", "shiftKey", "altKey"] {
        assert!(!takes_over(own(), 0, Some(modifier)), "{modifier}");
    }
}

#[wasm_bindgen_test]
fn other_links_are_the_browsers() {
    let links = [
        view! { <a href="https://example.com/organizations">"elsewhere"</a> }.into_any(),
        view! { <a href="/organizations/group" target="_blank">"in a tab"</a> }.into_any(),
        view! { <a href="/organizations/group" download="x">"to keep"</a> }.into_any(),
        view! { <a href="/v2/manage/namespaces">"no page"</a> }.into_any(),
    ];
    for link in links {
        assert!(!takes_over(link, 0, None));
    }
}
