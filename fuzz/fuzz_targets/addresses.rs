//! Paths and queries, and names that end in them.
#![no_main]

use libfuzzer_sys::fuzz_target;
use domain::model::names::{ImageName, OrganizationName, Target};
use domain::paths::{ImagePage, Query, Route, api, decode, encode};

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);

    let route = Route::parse(&text, "/");
    if route != Route::NotFound {
        assert_eq!(Route::parse(&route.to_path("/"), "/"), route, "a route does not come back");
    }
    let query = Query::parse(&text);
    assert_eq!(Query::parse(&query.to_text()), query, "a query does not come back");
    assert_eq!(decode(&encode(&text)).as_deref(), Some(&*text), "a text does not come back");

    let (first, second) = text.split_once('\n').unwrap_or((&text, "image"));
    if let (Ok(organization), Ok(image)) = (OrganizationName::new(first), ImageName::new(second)) {
        let path = api::access(&Target::Image(organization.clone(), image.clone()));
        assert_eq!(path.split('/').count(), 8, "a name leaves its place: {path}");
        let route = Route::Image(organization, image, ImagePage::Permissions);
        assert_eq!(
            Route::parse(&route.to_path("/console/"), "/console/"),
            route,
            "a name does not come back"
        );
    }
});
