//! What a list of images may be asked for: the query parameters, direct or inside `filter`, read and checked.

use crate::error::{self, Refusal};
use crate::store::{Image, Organization};
use crate::target::Target;

use super::category;
use super::order::{Column, Order};
use super::page::Page;
use super::parameters::{Parameters, Text};

const KEYS: [&str; 8] =
    ["namespace", "name", "category", "is_public", "limit", "offset", "order_column", "order_type"];

const COLUMNS: [(&str, Column); 5] = [
    ("updated_time", Column::Updated),
    ("name", Column::Name),
    ("tag_count", Column::TagCount),
    ("namespace", Column::Organization),
    ("is_public", Column::IsPublic),
];

/// A question for images.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RepoQuery {
    organization: Option<Text>,
    name: Option<String>,
    category: Option<&'static str>,
    is_public: Option<bool>,
    pub(super) order: Order,
    pub(super) page: Page,
}

impl RepoQuery {
    pub(super) fn of(target: &Target) -> Result<Self, Refusal> {
        let parameters = Parameters::of(target, &KEYS)?;
        Ok(Self {
            organization: parameters.organization(),
            name: parameters.image(),
            category: parameters.get("category").map(known_category).transpose()?,
            is_public: parameters.get("is_public").map(boolean).transpose()?,
            order: Order::of(&parameters, &COLUMNS)?,
            page: Page::of(&parameters)?,
        })
    }

    pub(super) fn matches(&self, organization: &Organization, image: &Image) -> bool {
        self.organization.as_ref().is_none_or(|name| name.matches(organization.name.as_str()))
            && self.name.as_ref().is_none_or(|part| image.name.as_str().contains(part.as_str()))
            && self.category.is_none_or(|category| image.category == category)
            && self.is_public.is_none_or(|is_public| image.is_public == is_public)
    }
}

fn known_category(text: &str) -> Result<&'static str, Refusal> {
    category::named(text).ok_or(error::INVALID_QUERY.into())
}

pub(super) fn boolean(text: &str) -> Result<bool, Refusal> {
    text.parse().map_err(|_| error::INVALID_QUERY.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn query(query: &str) -> Result<RepoQuery, Refusal> {
        RepoQuery::of(&Target::parse(&format!("/v2/manage/repos?{query}")).expect("a target"))
    }

    #[test]
    fn a_filter_stands_above_direct_parameters() {
        let inside = query("name=direct&limit=5&offset=0&filter=name::inside").expect("a query");
        assert_eq!(inside, query("name=inside").expect("a query"));
    }

    #[test]
    fn what_the_pages_forbid_is_refused_with_their_codes() {
        for text in
            ["limit=10", "order_type=asc", "order_column=name&order_type=up", "is_public=1", "category=cloud"]
        {
            assert_eq!(query(text), Err(error::INVALID_QUERY.into()), "{text}");
        }
        for text in ["order_column=num_images", "order_column=updated_at"] {
            assert_eq!(query(text), Err(error::ORDER_COLUMN.into()), "{text}");
        }
        for text in ["filter=", "filter=name", "filter=colour::red", "filter=name::a|"] {
            assert_eq!(query(text), Err(error::INVALID_FILTER.into()), "{text}");
        }
    }
}
