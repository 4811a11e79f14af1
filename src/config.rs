//! `config.json`, the one file that says where a hosted console finds its APIs. Reading of its text only;
//! fetching it is `api`.

use std::ops::RangeInclusive;

use serde_json::{Map, Value};

use domain::model::names::{AccountName, ProjectName, RegionId};

/// The whole configuration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// The regions, at least one.
    pub regions: Vec<Region>,
    /// Minutes without activity after which the session ends; 0 for never.
    pub idle_minutes: u32,
    /// Minutes for which a scan of the access review goes on without activity, behind a locked page; 0 for none.
    pub review_minutes: u32,
    /// Hours after which the password is asked for again, whatever is done meanwhile; `None` for as long as the token is
    /// good.
    pub session_hours: Option<u32>,
    /// Where a session is kept.
    pub session: SessionPlace,
    /// Whether permissions can be changed, and what a change needs.
    pub write_policy: WritePolicy,
}

/// Whether permissions can be changed, and what a change needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WritePolicy {
    /// Nothing can be changed: `read_only`.
    ReadOnly,
    /// A change may have a reason.
    ReasonOptional,
    /// A change needs a reason: `require_reason`.
    ReasonRequired,
}

/// Where a session is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SessionPlace {
    /// In the tab's storage, so that a reload goes on with it.
    Tab,
    /// In memory alone.
    Memory,
}

/// A region: one pair of APIs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Region {
    /// Its id, as in the URL's `region`.
    pub id: RegionId,
    /// Its name for people.
    pub name: String,
    /// The part before `/v2/manage/…`.
    pub swr: Prefix,
    /// The part before `/v3/…`.
    pub iam: Prefix,
    /// The registry's host for `docker pull`; empty where the host of the console serves.
    pub registry: String,
    /// Fills the project field at sign-in.
    pub project: ProjectName,
    /// Fills the account field at sign-in.
    pub account: AccountName,
}

/// What is put before an API path: empty, a path of this origin, or an absolute https address.
///
/// Nothing else can be one, so a token can't be sent to `http:` or to an address that a URL or a user named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prefix(String);

impl Prefix {
    /// Takes a text that is one of the allowed forms.
    pub fn new(text: &str) -> Option<Self> {
        // All of them: a path that begins with two would be the address of another host.
        let text = text.trim_end_matches('/');
        let tame = |rest: &str| {
            rest.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/.-_:[]~".contains(&byte))
                && !rest.split('/').any(|segment| matches!(segment, "." | ".."))
        };
        let fits = match text.strip_prefix("https://") {
            Some(rest) => !rest.is_empty() && !rest.starts_with('/') && tame(rest),
            None => text.is_empty() || (text.starts_with('/') && !text.starts_with("//") && tame(text)),
        };
        fits.then(|| Self(text.to_owned()))
    }

    /// The address of an API path.
    pub fn join(&self, path: &str) -> String {
        format!("{}{path}", self.0)
    }
}

/// Why `config.json` can't be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ConfigFault {
    /// The text is no JSON; the parser's own words.
    NotJson(String),
    /// A field that must be there is not.
    Missing {
        /// The field, as `regions[0].swr`.
        field: String,
    },
    /// A field is of the wrong kind or form.
    Wrong {
        /// The field, as `regions[0].swr`.
        field: String,
        /// What it has to be.
        wanted: Wanted,
    },
}

/// What a field of `config.json` has to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// A JSON object.
    Object,
    /// A list with at least one entry.
    List,
    /// Text.
    Text,
    /// Text that is not empty.
    SomeText,
    /// A whole number from 0 to 1,440.
    Minutes,
    /// A whole number from 1 to 24.
    Hours,
    /// `tab` or `memory`.
    SessionPlace,
    /// `true` or `false`.
    Switch,
    /// One of the forms of [`Prefix`].
    Prefix,
    /// Not the id of an earlier region.
    OtherId,
}

/// Reads the text of `config.json`.
///
/// # Errors
/// Names the first field that can't be used, and why.
pub fn parse(text: &str) -> Result<Config, ConfigFault> {
    let value: Value = serde_json::from_str(text.trim_start_matches('\u{FEFF}'))
        .map_err(|error| ConfigFault::NotJson(error.to_string()))?;
    let root = Fields { place: String::new(), fields: object(&value, "config.json")? };
    let list = match root.fields.get("regions") {
        None => return Err(ConfigFault::Missing { field: "regions".to_owned() }),
        Some(Value::Array(list)) if !list.is_empty() => list,
        Some(_) => return Err(ConfigFault::Wrong { field: "regions".to_owned(), wanted: Wanted::List }),
    };
    let mut regions: Vec<Region> = Vec::with_capacity(list.len());
    for (index, value) in list.iter().enumerate() {
        let place = format!("regions[{index}]");
        let fields = Fields { fields: object(value, &place)?, place: format!("{place}.") };
        let region = region(&fields)?;
        if regions.iter().any(|earlier| earlier.id == region.id) {
            return Err(ConfigFault::Wrong { field: format!("{place}.id"), wanted: Wanted::OtherId });
        }
        regions.push(region);
    }
    Ok(Config {
        regions,
        idle_minutes: root.number("idle_minutes", 0..=1440, Wanted::Minutes)?.unwrap_or(15),
        review_minutes: root.number("review_minutes", 0..=1440, Wanted::Minutes)?.unwrap_or(60),
        session_hours: root.number("session_hours", 1..=24, Wanted::Hours)?,
        session: session_place(&root)?,
        write_policy: write_policy(&root)?,
    })
}

fn region(fields: &Fields<'_>) -> Result<Region, ConfigFault> {
    let id = fields.required("id")?;
    let name = fields.optional("name")?;
    Ok(Region {
        name: if name.is_empty() { id.clone() } else { name },
        id: RegionId::new(id),
        swr: fields.prefix("swr")?,
        iam: fields.prefix("iam")?,
        registry: fields.optional("registry")?,
        project: ProjectName::new(fields.optional("project")?),
        account: AccountName::new(fields.optional("account")?),
    })
}

fn session_place(root: &Fields<'_>) -> Result<SessionPlace, ConfigFault> {
    match root.text("session")?.as_deref() {
        None | Some("tab") => Ok(SessionPlace::Tab),
        Some("memory") => Ok(SessionPlace::Memory),
        Some(_) => Err(root.wrong("session", Wanted::SessionPlace)),
    }
}

fn write_policy(root: &Fields<'_>) -> Result<WritePolicy, ConfigFault> {
    Ok(match (root.switch("read_only")?, root.switch("require_reason")?) {
        (true, _) => WritePolicy::ReadOnly,
        (false, true) => WritePolicy::ReasonRequired,
        (false, false) => WritePolicy::ReasonOptional,
    })
}

fn object<'a>(value: &'a Value, place: &str) -> Result<&'a Map<String, Value>, ConfigFault> {
    value.as_object().ok_or_else(|| ConfigFault::Wrong { field: place.to_owned(), wanted: Wanted::Object })
}

/// The fields of one object, with the place of the object for messages.
struct Fields<'a> {
    place: String,
    fields: &'a Map<String, Value>,
}

impl Fields<'_> {
    fn wrong(&self, key: &str, wanted: Wanted) -> ConfigFault {
        ConfigFault::Wrong { field: format!("{}{key}", self.place), wanted }
    }

    fn number(
        &self,
        key: &str,
        allowed: RangeInclusive<u32>,
        wanted: Wanted,
    ) -> Result<Option<u32>, ConfigFault> {
        let Some(value) = self.fields.get(key) else { return Ok(None) };
        let number = value.as_u64().and_then(|number| u32::try_from(number).ok());
        number.filter(|number| allowed.contains(number)).map(Some).ok_or_else(|| self.wrong(key, wanted))
    }

    /// A switch, off where it is missing.
    fn switch(&self, key: &str) -> Result<bool, ConfigFault> {
        match self.fields.get(key) {
            None => Ok(false),
            Some(Value::Bool(on)) => Ok(*on),
            Some(_) => Err(self.wrong(key, Wanted::Switch)),
        }
    }

    fn text(&self, key: &str) -> Result<Option<String>, ConfigFault> {
        match self.fields.get(key) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text.clone())),
            Some(_) => Err(self.wrong(key, Wanted::Text)),
        }
    }

    fn optional(&self, key: &str) -> Result<String, ConfigFault> {
        Ok(self.text(key)?.unwrap_or_default())
    }

    fn required(&self, key: &str) -> Result<String, ConfigFault> {
        match self.text(key)? {
            None => Err(ConfigFault::Missing { field: format!("{}{key}", self.place) }),
            Some(text) if text.trim().is_empty() => Err(self.wrong(key, Wanted::SomeText)),
            Some(text) => Ok(text),
        }
    }

    fn prefix(&self, key: &str) -> Result<Prefix, ConfigFault> {
        let text =
            self.text(key)?.ok_or_else(|| ConfigFault::Missing { field: format!("{}{key}", self.place) })?;
        Prefix::new(&text).ok_or_else(|| self.wrong(key, Wanted::Prefix))
    }
}

#[cfg(test)]
mod samples;

#[cfg(test)]
mod tests;
