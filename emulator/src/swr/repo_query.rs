//! What a list of images may be asked for: the query parameters, direct or inside `filter`, read and checked.

use std::cmp::Ordering;

use crate::error::{self, Refusal};
use crate::store::{Image, Organization};
use crate::target::Target;

use super::category;

const KEYS: [&str; 8] =
    ["namespace", "name", "category", "is_public", "limit", "offset", "order_column", "order_type"];

const DEFAULT_LIMIT: usize = 100;
const LIMITS: std::ops::RangeInclusive<usize> = 1..=1000;

/// A question for images.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RepoQuery {
    organization: Option<Text>,
    name: Option<String>,
    category: Option<&'static str>,
    is_public: Option<bool>,
    order: Option<(Column, Direction)>,
    page: Option<Page>,
}

/// How an organization is asked for: exactly by a direct parameter, fuzzily inside a `filter`.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Text {
    Equal(String),
    Contained(String),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Updated,
    Name,
    TagCount,
    Organization,
    IsPublic,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Direction {
    Ascending,
    Descending,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Page {
    limit: usize,
    offset: usize,
}

impl RepoQuery {
    /// A `filter` overrides all direct parameters, as the vendor's own tools found.
    pub(super) fn of(target: &Target) -> Result<Self, Refusal> {
        let Some(filter) = target.parameter("filter") else {
            let direct = |name| target.parameter(name);
            return Self::from_parameters(
                direct,
                direct("namespace").map(|name| Text::Equal(name.to_owned())),
            );
        };
        let pairs: Vec<(&str, &str)> = filter
            .split('|')
            .map(|part| {
                part.split_once("::").filter(|(key, _)| KEYS.contains(key)).ok_or(error::INVALID_FILTER)
            })
            .collect::<Result<_, _>>()?;
        let inside = |name: &str| pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| *value);
        Self::from_parameters(inside, inside("namespace").map(|name| Text::Contained(name.to_owned())))
    }

    fn from_parameters<'a>(
        parameter: impl Fn(&'static str) -> Option<&'a str>,
        organization: Option<Text>,
    ) -> Result<Self, Refusal> {
        Ok(Self {
            organization,
            name: parameter("name").map(|name| name.replace('$', "/")),
            category: parameter("category").map(known_category).transpose()?,
            is_public: parameter("is_public").map(boolean).transpose()?,
            order: order(parameter("order_column"), parameter("order_type"))?,
            page: page(parameter("limit"), parameter("offset"))?,
        })
    }

    pub(super) fn matches(&self, organization: &Organization, image: &Image) -> bool {
        let in_organization = match &self.organization {
            None => true,
            Some(Text::Equal(name)) => organization.name.as_str() == name,
            Some(Text::Contained(part)) => organization.name.as_str().contains(part.as_str()),
        };
        in_organization
            && self.name.as_ref().is_none_or(|part| image.name.as_str().contains(part.as_str()))
            && self.category.is_none_or(|category| image.category == category)
            && self.is_public.is_none_or(|is_public| image.is_public == is_public)
    }

    /// The order asked for. Without one, images come by organization and name.
    pub(super) fn compare(&self, left: (&Organization, &Image), right: (&Organization, &Image)) -> Ordering {
        let Some((column, direction)) = self.order else { return Ordering::Equal };
        let ordering = match column {
            Column::Updated => left.1.updated.cmp(&right.1.updated),
            Column::Name => left.1.name.cmp(&right.1.name),
            Column::TagCount => left.1.tags.len().cmp(&right.1.tags.len()),
            Column::Organization => left.0.name.cmp(&right.0.name),
            Column::IsPublic => left.1.is_public.cmp(&right.1.is_public),
        };
        if direction == Direction::Descending { ordering.reverse() } else { ordering }
    }

    pub(super) fn is_paged(&self) -> bool {
        self.page.is_some()
    }

    pub(super) fn limit(&self) -> usize {
        self.page.map_or(DEFAULT_LIMIT, |page| page.limit)
    }

    pub(super) fn offset(&self) -> usize {
        self.page.map_or(0, |page| page.offset)
    }
}

fn known_category(text: &str) -> Result<&'static str, Refusal> {
    category::named(text).ok_or(error::INVALID_QUERY.into())
}

fn boolean(text: &str) -> Result<bool, Refusal> {
    text.parse().map_err(|_| error::INVALID_QUERY.into())
}

fn order(column: Option<&str>, direction: Option<&str>) -> Result<Option<(Column, Direction)>, Refusal> {
    let Some(column) = column else {
        // A direction without a column orders nothing; the pages allow it only beside one.
        return if direction.is_none() { Ok(None) } else { Err(error::INVALID_QUERY.into()) };
    };
    let column = match column {
        "updated_time" => Column::Updated,
        "name" => Column::Name,
        "tag_count" => Column::TagCount,
        "namespace" => Column::Organization,
        "is_public" => Column::IsPublic,
        _ => return Err(error::ORDER_COLUMN.into()),
    };
    let direction = match direction {
        Some("asc") => Direction::Ascending,
        Some("desc") | None => Direction::Descending,
        Some(_) => return Err(error::INVALID_QUERY.into()),
    };
    Ok(Some((column, direction)))
}

/// Limit and offset must come together, says the page; one alone is refused.
fn page(limit: Option<&str>, offset: Option<&str>) -> Result<Option<Page>, Refusal> {
    let number = |text: &str| text.parse::<usize>().map_err(|_| Refusal::from(error::INVALID_QUERY));
    match (limit, offset) {
        (None, None) => Ok(None),
        (Some(limit), Some(offset)) => {
            let page = Page { limit: number(limit)?, offset: number(offset)? };
            if LIMITS.contains(&page.limit) { Ok(Some(page)) } else { Err(error::INVALID_QUERY.into()) }
        }
        _ => Err(error::INVALID_QUERY.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn query(query: &str) -> Result<RepoQuery, Refusal> {
        RepoQuery::of(&Target::parse(&format!("/v2/manage/repos?{query}")).expect("a target"))
    }

    #[test]
    fn a_filter_stands_above_direct_parameters() {
        let query = query("name=direct&limit=5&offset=0&filter=name::inside").expect("a query");
        assert_eq!((query.name.as_deref(), query.limit()), (Some("inside"), DEFAULT_LIMIT));
    }

    #[test]
    fn an_organization_is_exact_when_direct_and_fuzzy_in_a_filter() {
        assert_eq!(query("namespace=a").expect("a query").organization, Some(Text::Equal("a".into())));
        assert_eq!(
            query("filter=namespace::a").expect("a query").organization,
            Some(Text::Contained("a".into()))
        );
    }

    #[test]
    fn what_the_pages_forbid_is_refused_with_their_codes() {
        for text in [
            "limit=10",
            "offset=0",
            "limit=0&offset=0",
            "limit=1001&offset=0",
            "limit=x&offset=0",
            "limit=1&offset=-1",
            "order_type=asc",
            "order_column=name&order_type=up",
            "is_public=1",
            "category=cloud",
        ] {
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
