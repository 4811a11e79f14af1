//! Which part of a list is asked for, and the header that says which part it is.

use crate::error::{self, Refusal};
use crate::http::Response;
use crate::switches::{ContentRange, Switches};

use super::parameters::Parameters;

const DEFAULT_LIMIT: usize = 100;
const LIMITS: std::ops::RangeInclusive<usize> = 1..=1000;

/// A part of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Page {
    limit: usize,
    offset: usize,
    is_given: bool,
}

impl Page {
    /// Limit and offset must come together, says the page; one alone is refused. Without both, the first 100.
    pub(super) fn of(parameters: &Parameters<'_>) -> Result<Self, Refusal> {
        let number = |text: &str| text.parse::<usize>().map_err(|_| Refusal::from(error::INVALID_QUERY));
        match (parameters.get("limit"), parameters.get("offset")) {
            (None, None) => Ok(Self { limit: DEFAULT_LIMIT, offset: 0, is_given: false }),
            (Some(limit), Some(offset)) => {
                let page = Self { limit: number(limit)?, offset: number(offset)?, is_given: true };
                if LIMITS.contains(&page.limit) { Ok(page) } else { Err(error::INVALID_QUERY.into()) }
            }
            _ => Err(error::INVALID_QUERY.into()),
        }
    }

    /// The items of the part.
    pub(super) fn cut<T>(self, items: impl IntoIterator<Item = T>) -> Vec<T> {
        items.into_iter().skip(self.offset).take(self.limit).collect()
    }

    /// The answer with `Content-Range`. Its second number counts the items of this part; HTTP's own header would name the
    /// last one.
    pub(super) fn ranged(
        self,
        response: Response,
        count: usize,
        total: usize,
        switches: &Switches,
    ) -> Response {
        let is_ranged = match switches.content_range {
            ContentRange::Always => true,
            ContentRange::Paged => self.is_given,
            ContentRange::Never => false,
        };
        let range = || format!("{}-{count}/{total}", self.offset);
        if is_ranged { response.with_header("Content-Range", range()) } else { response }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::target::Target;

    fn page(query: &str) -> Result<Page, Refusal> {
        let target = Target::parse(&format!("/list?{query}")).expect("a target");
        Page::of(&Parameters::of(&target, &["limit", "offset"]).expect("parameters"))
    }

    #[test]
    fn limit_and_offset_come_together_and_within_bounds() {
        assert_eq!(page(""), Ok(Page { limit: 100, offset: 0, is_given: false }));
        assert_eq!(page("limit=5&offset=10"), Ok(Page { limit: 5, offset: 10, is_given: true }));
        for query in [
            "limit=10",
            "offset=0",
            "limit=0&offset=0",
            "limit=1001&offset=0",
            "limit=x&offset=0",
            "limit=1&offset=-1",
        ] {
            assert_eq!(page(query), Err(error::INVALID_QUERY.into()), "{query}");
        }
    }
}
