//! The bodies that make an image or change its attributes: `is_public`, `category` and `description`.

use serde_json::{Map, Value};

use crate::error::{self, Refusal};
use crate::names::ImageName;
use crate::store::Image;
use crate::switches::{OmittedAttribute, Switches};

use super::{body, category, new_name};

/// What an image's attributes are to be. `None` leaves one as it is.
///
/// Source: OTC API reference, "Updating the Brief Information on an Image Repository", where only `is_public` is
/// mandatory.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Attributes {
    is_public: bool,
    category: Option<&'static str>,
    description: Option<String>,
}

/// An image that is to be made.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct NewImage {
    pub(super) name: ImageName,
    pub(super) attributes: Attributes,
}

/// Source: OTC API reference, "Creating an Image Repository in an Organization".
pub(super) fn new_image(body: &[u8]) -> Result<NewImage, Refusal> {
    let body = body::object(body)?;
    let name = body::mandatory(&body, "repository")?.as_str().ok_or(error::IMAGE_NAME)?;
    Ok(NewImage { name: new_name::image(name)?, attributes: Attributes::of(&body)? })
}

impl Attributes {
    fn of(body: &Map<String, Value>) -> Result<Self, Refusal> {
        Ok(Self {
            is_public: is_public(body)?,
            category: optional_category(body)?,
            description: body::optional_text(body, "description")?,
        })
    }

    pub(super) fn of_change(body: &[u8], switches: &Switches) -> Result<Self, Refusal> {
        let given = Self::of(&body::object(body)?)?;
        Ok(match switches.omitted_attribute {
            OmittedAttribute::Keep => given,
            OmittedAttribute::Reset => Self {
                category: given.category.or(Some(category::DEFAULT)),
                description: given.description.or_else(|| Some(String::new())),
                ..given
            },
        })
    }

    pub(super) fn put_on(self, image: &mut Image) {
        image.is_public = self.is_public;
        image.category = self.category.unwrap_or(image.category);
        if let Some(description) = self.description {
            image.description = description;
        }
    }
}

fn is_public(body: &Map<String, Value>) -> Result<bool, Refusal> {
    Ok(body::mandatory(body, "is_public")?.as_bool().ok_or(error::IS_PUBLIC)?)
}

fn optional_category(body: &Map<String, Value>) -> Result<Option<&'static str>, Refusal> {
    let named = |text: String| category::named(&text).ok_or(error::INVALID_PARAMETER.into());
    body::optional_text(body, "category")?.map(named).transpose()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn attributes(body: &Value) -> Result<Attributes, Refusal> {
        Attributes::of_change(body.to_string().as_bytes(), &Switches::default())
    }

    #[test]
    fn only_is_public_is_mandatory() {
        let expected = Attributes { is_public: true, category: None, description: None };
        assert_eq!(attributes(&json!({ "is_public": true })), Ok(expected));
        let refused = Err(error::MANDATORY_MISSING.into());
        assert_eq!(attributes(&json!({ "category": "linux", "description": "x" })), refused);
    }

    #[test]
    fn each_wrong_attribute_has_its_code() {
        for is_public in [json!("true"), json!(1), json!([])] {
            assert_eq!(attributes(&json!({ "is_public": is_public })), Err(error::IS_PUBLIC.into()));
        }
        for (name, value) in [("category", json!("cloud")), ("category", json!(1)), ("description", json!(7))]
        {
            let refused = Err(error::INVALID_PARAMETER.into());
            assert_eq!(attributes(&json!({ "is_public": true, name: value })), refused, "{name}");
        }
        assert_eq!(attributes(&json!([])), Err(error::BODY_TYPE.into()));
    }

    #[test]
    fn what_is_left_out_may_be_emptied() {
        let switches = Switches { omitted_attribute: OmittedAttribute::Reset, ..Switches::default() };
        let reset = Attributes::of_change(br#"{"is_public":false}"#, &switches);
        let expected =
            Attributes { is_public: false, category: Some("other"), description: Some(String::new()) };
        assert_eq!(reset, Ok(expected));
    }
}
