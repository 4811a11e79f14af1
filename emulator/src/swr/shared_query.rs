//! What a list of shared images may be asked for.

use crate::error::{self, Refusal};
use crate::names::AccountName;
use crate::store::{Image, Organization};
use crate::target::Target;

use super::order::{Column, Order};
use super::page::Page;
use super::parameters::{Parameters, Text};
use super::repo_query::boolean;

/// What a `filter` may hold. The page leaves the owner and the state to direct parameters.
const KEYS: [&str; 7] = ["center", "namespace", "name", "limit", "offset", "order_column", "order_type"];

/// The pages say `updated_at`, and the SDK `updated_time` inside a `filter`.
const COLUMNS: [(&str, Column); 6] = [
    ("updated_at", Column::Updated),
    ("updated_time", Column::Updated),
    ("name", Column::Name),
    ("tag_count", Column::TagCount),
    ("namespace", Column::Organization),
    ("domain_name", Column::Owner),
];

/// Whose images.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Center {
    /// Those that this account shares.
    Own,
    /// Those that others share with it.
    Others,
}

/// A question for shared images. Source: OTC API reference, "Querying Shared Images".
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SharedQuery {
    pub(super) center: Center,
    organization: Option<Text>,
    name: Option<String>,
    owner: Option<String>,
    is_valid: Option<bool>,
    pub(super) order: Order,
    pub(super) page: Page,
}

impl SharedQuery {
    pub(super) fn of(target: &Target) -> Result<Self, Refusal> {
        let parameters = Parameters::of(target, &KEYS)?;
        Ok(Self {
            center: center(&parameters)?,
            organization: parameters.organization(),
            name: parameters.image(),
            owner: parameters.get("domain_name").map(str::to_owned),
            is_valid: parameters.get("status").map(boolean).transpose()?,
            order: Order::of(&parameters, &COLUMNS)?,
            page: Page::of(&parameters)?,
        })
    }

    pub(super) fn matches(&self, organization: &Organization, image: &Image, owner: &AccountName) -> bool {
        self.organization.as_ref().is_none_or(|name| name.matches(organization.name.as_str()))
            && self.name.as_ref().is_none_or(|part| image.name.as_str().contains(part.as_str()))
            && self.owner.as_ref().is_none_or(|name| owner.as_str() == name)
    }

    /// Whether a share in that state is asked for. An image of this account has none, so it always is.
    pub(super) fn matches_state(&self, is_valid: Option<bool>) -> bool {
        self.is_valid.is_none() || is_valid.is_none() || self.is_valid == is_valid
    }
}

fn center(parameters: &Parameters<'_>) -> Result<Center, Refusal> {
    match parameters.get("center") {
        Some("self") => Ok(Center::Own),
        Some("thirdparty") => Ok(Center::Others),
        Some(_) => Err(error::INVALID_QUERY.into()),
        None => Err(error::MANDATORY_MISSING.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn query(query: &str) -> Result<SharedQuery, Refusal> {
        SharedQuery::of(&Target::parse(&format!("/list?{query}")).expect("a target"))
    }

    #[test]
    fn whose_images_is_mandatory_direct_or_in_a_filter() {
        let center = |text| query(text).map(|query| query.center);
        assert_eq!(center("center=self"), Ok(Center::Own));
        assert_eq!(center("filter=center::thirdparty%7Cname::x"), Ok(Center::Others));
        assert_eq!(center(""), Err(error::MANDATORY_MISSING.into()));
        assert_eq!(center("center=self&filter=name::x"), Err(error::MANDATORY_MISSING.into()));
        assert_eq!(center("center=mine"), Err(error::INVALID_QUERY.into()));
    }

    #[test]
    fn a_filter_holds_neither_owner_nor_state() {
        for key in ["domain_name", "status"] {
            let refused = Err(error::INVALID_FILTER.into());
            assert_eq!(query(&format!("filter=center::self%7C{key}::true")), refused, "{key}");
            assert!(query(&format!("center=self&{key}=true")).is_ok(), "{key}");
        }
    }

    #[test]
    fn the_columns_are_those_of_the_page() {
        for column in ["updated_at", "updated_time", "name", "tag_count", "namespace", "domain_name"] {
            assert!(query(&format!("center=self&order_column={column}&order_type=asc")).is_ok(), "{column}");
        }
        assert_eq!(query("center=self&order_column=is_public"), Err(error::ORDER_COLUMN.into()));
    }
}
