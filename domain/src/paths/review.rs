//! The pages of the access review, by what follows `/review` in the address.

use crate::model::names::UserId;

use super::encoding::{decode, encode};
use super::route::Route;

/// A page of the access review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReviewPage {
    /// `/review`: the scan, and what it has read
    Overview,
    /// `/review/people`
    People,
    /// `/review/people/{user_id}`
    User(UserId),
    /// `/review/images`
    Images,
    /// `/review/matrix`
    Matrix,
    /// `/review/findings`
    Findings,
    /// `/review/compare`
    Compare,
    /// `/review/sign-off`
    SignOff,
}

impl ReviewPage {
    /// The page of what follows `/review/`, encoded as the browser has it; `None` if there is none.
    pub fn parse(below: &str) -> Option<Self> {
        Some(match below {
            "" => ReviewPage::Overview,
            "people" => ReviewPage::People,
            "images" => ReviewPage::Images,
            "matrix" => ReviewPage::Matrix,
            "findings" => ReviewPage::Findings,
            "compare" => ReviewPage::Compare,
            "sign-off" => ReviewPage::SignOff,
            below => {
                let id = below.strip_prefix("people/").filter(|id| !id.is_empty() && !id.contains('/'))?;
                ReviewPage::User(UserId::new(decode(id)?))
            }
        })
    }

    /// Its route.
    pub fn route(&self) -> Route {
        Route::Review(match self {
            ReviewPage::Overview => String::new(),
            ReviewPage::People => "people".to_owned(),
            // A browser takes these out of a path, and no service has such ids.
            ReviewPage::User(id) if matches!(id.as_str(), "" | "." | "..") => "people".to_owned(),
            ReviewPage::User(id) => format!("people/{}", encode(id.as_str())),
            ReviewPage::Images => "images".to_owned(),
            ReviewPage::Matrix => "matrix".to_owned(),
            ReviewPage::Findings => "findings".to_owned(),
            ReviewPage::Compare => "compare".to_owned(),
            ReviewPage::SignOff => "sign-off".to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_documented_routes_are_matched() {
        let user = ReviewPage::User(UserId::new("fb3f175c"));
        for (path, page) in [
            ("/review", ReviewPage::Overview),
            ("/review/", ReviewPage::Overview),
            ("/review/people", ReviewPage::People),
            ("/review/people/fb3f175c", user),
            ("/review/images", ReviewPage::Images),
            ("/review/matrix", ReviewPage::Matrix),
            ("/review/findings", ReviewPage::Findings),
            ("/review/compare", ReviewPage::Compare),
            ("/review/sign-off", ReviewPage::SignOff),
        ] {
            let Route::Review(below) = Route::parse(path, "/") else { panic!("{path}") };
            assert_eq!(ReviewPage::parse(&below), Some(page), "{path}");
        }
        for below in ["people/", "people/a/b", "nonsense", "images/x"] {
            assert_eq!(ReviewPage::parse(below), None, "{below}");
        }
        assert_eq!(Route::parse("/reviews", "/"), Route::NotFound);
    }

    proptest! {
        #[test]
        fn every_user_has_a_page(id in "[a-z0-9-]{1,40}|\\PC{1,8}") {
            let page = ReviewPage::User(UserId::new(id));
            let path = page.route().to_path("/");
            prop_assert!(path.is_ascii() && !path.split('/').any(|part| part == "." || part == ".."));
            let Route::Review(below) = Route::parse(&path, "/") else {
                return Err(TestCaseError::fail(path));
            };
            if !matches!(&page, ReviewPage::User(id) if matches!(id.as_str(), "." | "..")) {
                prop_assert_eq!(ReviewPage::parse(&below), Some(page));
            }
        }
    }
}
