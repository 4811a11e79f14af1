//! The console's own routes.

use crate::model::names::{ImageName, OrganizationName, Target};

use super::encoding::{decode, encode};

/// A page of the console.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// `/`, which leads on to the organizations.
    Start,
    /// `/sign-in`
    SignIn,
    /// `/organizations`
    Organizations,
    /// `/organizations/{organization}`
    Organization(OrganizationName),
    /// `/organizations/{organization}/members`
    Members(OrganizationName),
    /// `/organizations/{organization}/images/{image}` and what is below it, with `$` for the image's `/`
    Image(OrganizationName, ImageName, ImagePage),
    /// `/review`, with what is below it as the browser has it: [`super::ReviewPage`] knows its pages
    Review(String),
    /// `/plan`
    Plan,
    /// `/journal`
    Journal,
    /// Anything else.
    NotFound,
}

/// A page of an image.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImagePage {
    /// Its permissions.
    Permissions,
    /// `…/sharing`: the accounts that it is shared with.
    Sharing,
}

impl Route {
    /// The route of a path as the browser has it, encoded, beginning with the base.
    pub fn parse(path: &str, base: &str) -> Self {
        Self::matched(path, base).unwrap_or(Route::NotFound)
    }

    fn matched(path: &str, base: &str) -> Option<Self> {
        // The base without its last slash is the start too: a person types the address so.
        let inside = path.strip_prefix(base).or_else(|| (format!("{path}/") == base).then_some(""))?;
        let inside = inside.strip_suffix('/').unwrap_or(inside);
        if let Some(below) = inside.strip_prefix("review")
            && (below.is_empty() || below.starts_with('/'))
        {
            return Some(Route::Review(below.trim_matches('/').to_owned()));
        }
        let segments: Vec<String> = if inside.is_empty() {
            Vec::new()
        } else {
            inside.split('/').map(decode).collect::<Option<_>>()?
        };
        let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
        let organization = |name: &str| OrganizationName::new(name).ok();
        match segments.as_slice() {
            [] => Some(Route::Start),
            ["sign-in"] => Some(Route::SignIn),
            ["plan"] => Some(Route::Plan),
            ["journal"] => Some(Route::Journal),
            ["organizations"] => Some(Route::Organizations),
            ["organizations", name] => organization(name).map(Route::Organization),
            ["organizations", name, "members"] => organization(name).map(Route::Members),
            ["organizations", name, "images", image, below @ ..] => {
                let page = match below {
                    [] => ImagePage::Permissions,
                    ["sharing"] => ImagePage::Sharing,
                    _ => return None,
                };
                Some(Route::Image(organization(name)?, ImageName::from_segment(image).ok()?, page))
            }
            _ => None,
        }
    }

    /// The path of the route for the browser, encoded, beginning with the base.
    pub fn to_path(&self, base: &str) -> String {
        let name = |organization: &OrganizationName| encode(organization.as_str());
        let inside = match self {
            Route::Start | Route::NotFound => String::new(),
            Route::SignIn => "sign-in".to_owned(),
            Route::Organizations => "organizations".to_owned(),
            Route::Plan => "plan".to_owned(),
            Route::Journal => "journal".to_owned(),
            Route::Review(below) => format!("review{}{below}", if below.is_empty() { "" } else { "/" }),
            Route::Organization(organization) => format!("organizations/{}", name(organization)),
            Route::Members(organization) => format!("organizations/{}/members", name(organization)),
            Route::Image(organization, image, page) => {
                let below = if *page == ImagePage::Sharing { "/sharing" } else { "" };
                format!("organizations/{}/images/{}{below}", name(organization), encode(&image.to_segment()))
            }
        };
        format!("{base}{inside}")
    }

    /// Whether the page can be seen only by someone who is signed in.
    pub const fn needs_session(&self) -> bool {
        !matches!(self, Route::SignIn)
    }

    /// The page of a target's permissions.
    pub fn of(target: &Target) -> Self {
        match target {
            Target::Organization(organization) => Route::Members(organization.clone()),
            Target::Image(organization, image) => {
                Route::Image(organization.clone(), image.clone(), ImagePage::Permissions)
            }
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use proptest::prelude::*;

    use super::*;

    fn organization(name: &str) -> OrganizationName {
        OrganizationName::new(name).unwrap()
    }

    #[test]
    fn the_documented_routes_are_matched() {
        let image = Route::Image(
            organization("group"),
            ImageName::new("team/web/app").unwrap(),
            ImagePage::Permissions,
        );
        let table = [
            ("/", Route::Start),
            ("/sign-in", Route::SignIn),
            ("/organizations", Route::Organizations),
            ("/plan", Route::Plan),
            ("/plan/x", Route::NotFound),
            ("/journal", Route::Journal),
            ("/organizations/", Route::Organizations),
            ("/organizations/group", Route::Organization(organization("group"))),
            ("/organizations/group/members", Route::Members(organization("group"))),
            ("/organizations/group/images/team$web$app", image.clone()),
            ("/organizations/group/images/team%24web%24app", image),
            (
                "/organizations/group/images/team$web$app/sharing",
                Route::Image(
                    organization("group"),
                    ImageName::new("team/web/app").unwrap(),
                    ImagePage::Sharing,
                ),
            ),
            (
                "/organizations/group/images/sharing",
                Route::Image(
                    organization("group"),
                    ImageName::new("sharing").unwrap(),
                    ImagePage::Permissions,
                ),
            ),
            ("/organizations/group/images", Route::NotFound),
            ("/organizations/group/images/team/web/app", Route::NotFound),
            ("/organizations/%ff", Route::NotFound),
            ("/nonsense", Route::NotFound),
        ];
        for (path, route) in table {
            assert_eq!(Route::parse(path, "/"), route, "{path}");
        }
    }

    #[test]
    fn every_page_but_the_sign_in_is_guarded() {
        assert!(!Route::SignIn.needs_session());
        for route in [Route::Start, Route::Organizations, Route::Plan, Route::Journal, Route::NotFound] {
            assert!(route.needs_session(), "{route:?}");
        }
        assert!(Route::Members(organization("group")).needs_session());
    }

    #[test]
    fn names_that_are_words_of_a_route_are_ordinary_names() {
        let table = ["members", "images", "organizations", "sign-in"];
        for name in table {
            let route = Route::Image(organization(name), ImageName::new(name).unwrap(), ImagePage::Sharing);
            assert_eq!(Route::parse(&route.to_path("/"), "/"), route);
            let route = Route::Organization(organization(name));
            assert_eq!(Route::parse(&route.to_path("/"), "/"), route);
        }
    }

    #[test]
    fn a_base_is_part_of_every_path() {
        assert_eq!(Route::Organizations.to_path("/console/"), "/console/organizations");
        assert_eq!(Route::parse("/console", "/console/"), Route::Start);
        assert_eq!(Route::parse("/organizations", "/console/"), Route::NotFound);
    }

    /// Names that have meant something else to someone: in a path, a query, a page or a terminal.
    pub(crate) fn hostile_name() -> impl Strategy<Value = String> {
        let known = [
            "..",
            ".",
            "%2e%2e",
            "%2F",
            "a/b",
            "a//b",
            "/",
            "a/../b",
            "$",
            "a$b",
            "%",
            "%25",
            "#",
            "?",
            "a?b=c#d",
            " ",
            "a b",
            "+",
            "&",
            "\\",
            ";",
            "\u{202E}nimda",
            "\u{200B}",
            "\u{FEFF}",
            "e\u{301}",
            "é",
            "名",
            "𠀀",
            "👨\u{200D}👩",
            "<img onerror=x>",
            "=cmd|x",
            "\0",
            "\n",
            "members",
            "images",
        ];
        prop_oneof![
            any::<String>(),
            prop::sample::select(known.to_vec()).prop_map(str::to_owned),
            prop::collection::vec(prop::sample::select(known.to_vec()), 1..4)
                .prop_map(|parts| parts.concat()),
            "[a-z]{1,3}|W{255}|[a-z./$%_-]{1,256}",
        ]
    }

    mod properties {
        use super::*;

        proptest! {
            #[test]
            fn every_name_comes_back(o in hostile_name(), i in hostile_name(), base in "/([a-z]{1,5}/)?") {
                if let (Ok(o), Ok(i)) = (OrganizationName::new(o), ImageName::new(i)) {
                    for route in [
                        Route::Organization(o.clone()),
                        Route::Members(o.clone()),
                        Route::Image(o.clone(), i.clone(), ImagePage::Permissions),
                        Route::Image(o.clone(), i.clone(), ImagePage::Sharing),
                    ] {
                            let path = route.to_path(&base);
                        prop_assert!(path.bytes().all(|byte| byte.is_ascii_graphic() && !b"?#\\".contains(&byte)));
                        prop_assert!(!path.contains("//") && !path.split('/').any(|part| part == ".." || part == "."));
                        prop_assert_eq!(Route::parse(&path, &base), route);
                    }
                }
            }

            #[test]
            fn no_path_is_too_odd(path in any::<String>()) {
                let route = Route::parse(&path, "/");
                if route != Route::NotFound {
                    prop_assert_eq!(Route::parse(&route.to_path("/"), "/"), route);
                }
            }
        }
    }
}
