//! Tables as files for other programs and for people: what a file says about itself, and its cells. CSV is written here
//! (`csv`), JSON in `api/export`, where its crate is allowed.

mod cell;
mod csv;

use crate::model::level::Permission;
use crate::model::names::{Target, UserId, UserName};
use crate::model::user::UserGrant;
use crate::table::rows::Direction;

pub use cell::{coded, uncoded, unguarded};
pub use csv::{csv, plain_csv};

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FileKind {
    /// CSV as Excel opens it by a double click: the separator of the reader's locale, a byte order mark, and dates and
    /// ids that it does not turn into something else.
    Excel,
    /// CSV by RFC 4180.
    #[default]
    Csv,
    /// JSON.
    Json,
}

impl FileKind {
    /// All kinds, in the order in which a choice offers them.
    pub const ALL: [FileKind; 3] = [FileKind::Excel, FileKind::Csv, FileKind::Json];

    /// The word for storage.
    pub const fn key(self) -> &'static str {
        match self {
            FileKind::Excel => "excel",
            FileKind::Csv => "csv",
            FileKind::Json => "json",
        }
    }

    /// The kind of a stored word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }

    /// The ending of the file's name.
    pub const fn extension(self) -> &'static str {
        match self {
            FileKind::Excel | FileKind::Csv => "csv",
            FileKind::Json => "json",
        }
    }

    /// The type for the browser.
    pub const fn mime(self) -> &'static str {
        match self {
            FileKind::Excel | FileKind::Csv => "text/csv;charset=utf-8",
            FileKind::Json => "application/json",
        }
    }
}

/// One cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Text.
    Text(String),
    /// A whole number.
    Number(i64),
    /// A moment: RFC 3339, in UTC.
    Moment(String),
    /// What the service did not send.
    Nothing,
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Cell::Text(text)
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Cell::Text(text.to_owned())
    }
}

impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Cell::Nothing, Into::into)
    }
}

/// What a file says about itself: where its rows come from, when they were read, and which of them it has.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct About {
    /// The region's id.
    pub region: String,
    /// The account.
    pub account: String,
    /// The user who read the rows.
    pub read_by: String,
    /// When they were read: RFC 3339, in UTC.
    pub read_at: String,
    /// What leaves rows out; empty where nothing does.
    pub filter: String,
    /// The order; empty for the table's own.
    pub sort: String,
    /// How many rows there are without the filter.
    pub of: usize,
}

/// The columns of a CSV that say what [`About`] does. JSON says it once, around the rows.
pub const ABOUT_COLUMNS: [&str; 8] =
    ["region", "account", "read_by", "read_at", "filter", "sort", "rows", "of"];

/// A table for a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What the rows are: `permissions`, `effective_access`, `journal`, `images`, `organizations`.
    pub kind: &'static str,
    /// The columns as programs read them: the same in every language.
    pub columns: &'static [&'static str],
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
    /// See [`About`].
    pub about: About,
}

impl Table {
    /// The name of its file without an ending: what it is, of what, where, when, and whether rows are left out. Signs that
    /// some system does not allow in names are replaced.
    pub fn file_name(&self, of: &str) -> String {
        // `2026-11-26T14:05:09.123Z` without its seconds.
        let minute: String = self.about.read_at.chars().take(16).filter(|c| *c != ':').collect();
        let filtered = if self.about.filter.is_empty() { "" } else { "filtered" };
        let kind = self.kind.replace('_', "-");
        let parts = [kind.as_str(), of, &self.about.region, &minute, filtered];
        let name = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
        plain_name(&name)
    }
}

/// The name of a file in which signs that some system does not allow in names are replaced.
pub fn plain_name(name: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-') { c } else { '-' };
    name.chars().map(plain).collect()
}

/// The columns of a permission table.
pub const PERMISSION_COLUMNS: [&str; 5] = ["target", "user_id", "user_name", "auth", "permission"];

/// The row of one entry. A level that is none of the three stays as it came: leaving the entry out would hide a right.
pub fn permission_row(target: &Target, grant: &UserGrant) -> Vec<Cell> {
    vec![
        target.to_string().into(),
        grant.id.as_ref().map(UserId::as_str).into(),
        grant.name.as_ref().map(UserName::as_str).into(),
        auth(&grant.permission),
        grant.permission.key().into(),
    ]
}

/// The number of a permission.
pub fn auth(permission: &Permission) -> Cell {
    permission.auth().map_or(Cell::Nothing, Cell::Number)
}

/// A filter as a file has it: `search=ann; level=write`.
pub fn filter_text(parts: &[(&str, &str)]) -> String {
    let given = parts.iter().filter(|(_, value)| !value.is_empty());
    given.map(|(key, value)| format!("{key}={value}")).collect::<Vec<_>>().join("; ")
}

/// An order as a file has it: `user desc`.
pub fn sort_text(column: &str, direction: Direction) -> String {
    match direction {
        Direction::Ascending => column.to_owned(),
        Direction::Descending => format!("{column} desc"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::level::Level;
    use crate::model::names::OrganizationName;

    fn about() -> About {
        About { region: "local".into(), read_at: "2026-11-26T14:05:09.123Z".into(), ..About::default() }
    }

    #[test]
    fn a_file_name_says_what_where_and_when_and_holds_nothing_that_a_system_could_mistake() {
        let table = |about| Table { kind: "effective_access", columns: &[], rows: Vec::new(), about };
        assert_eq!(
            table(about()).file_name("group/team:web*镜像"),
            "effective-access-group-team-web----local-2026-11-26T1405"
        );
        let filtered = About { filter: "search=a".into(), ..about() };
        assert_eq!(table(filtered).file_name(""), "effective-access-local-2026-11-26T1405-filtered");
    }

    #[test]
    fn incomplete_entries_survive() {
        let target = Target::Organization(OrganizationName::new("group").unwrap());
        let row = |id: Option<&str>, name: Option<&str>, permission: Permission| {
            let grant = UserGrant { id: id.map(UserId::new), name: name.map(UserName::new), permission };
            permission_row(&target, &grant)
        };
        let whole = vec!["group".into(), "1".into(), "a".into(), Cell::Number(3), "write".into()];
        assert_eq!(row(Some("1"), Some("a"), Level::Write.into()), whole);
        let nothing = vec!["group".into(), Cell::Nothing, Cell::Nothing, Cell::Nothing, Cell::Nothing];
        assert_eq!(row(None, None, Permission::Missing), nothing);
        assert_eq!(row(Some("1"), None, Permission::Unknown("9".into()))[3..], [Cell::Number(9), "9".into()]);
        assert_eq!(row(Some("1"), None, Permission::Unknown("x".into()))[3..], [Cell::Nothing, "x".into()]);
        assert_eq!(row(None, None, Level::Read.into()).len(), PERMISSION_COLUMNS.len());
    }

    #[test]
    fn a_filter_is_told_by_what_it_asks_for() {
        assert_eq!(filter_text(&[("search", "ann"), ("level", "")]), "search=ann");
        assert_eq!(filter_text(&[("search", ""), ("level", "")]), "");
        assert_eq!(sort_text("user", Direction::Descending), "user desc");
    }

    #[test]
    fn kinds_come_back_from_storage() {
        assert!(FileKind::ALL.into_iter().all(|kind| FileKind::from_key(kind.key()) == Some(kind)));
        assert_eq!(FileKind::from_key("pdf"), None);
    }
}
