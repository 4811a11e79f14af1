//! Tables as text for other programs: CSV. (JSON is `api/export`, where its crate is allowed.)

use super::names::{Target, UserId, UserName};
use super::people::UserGrant;
use super::reveal::told;

/// The columns of a permission table, as programs read them: the same in every language.
pub const PERMISSION_COLUMNS: [&str; 5] = ["target", "user_id", "user_name", "auth", "permission"];

/// The row of one entry. What the service did not send is an empty cell, and a level that is none of the three stays
/// as it came: leaving the entry out would hide a right.
pub fn permission_row(target: &Target, grant: &UserGrant) -> Vec<String> {
    let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
    vec![
        target.to_string(),
        text(grant.id.as_ref().map(UserId::as_str)),
        text(grant.name.as_ref().map(UserName::as_str)),
        grant.permission.auth().map(|auth| auth.to_string()).unwrap_or_default(),
        text(grant.permission.key()),
    ]
}

/// A table as CSV: a byte order mark, so that spreadsheets read it as UTF-8, and lines that end in CR LF.
///
/// A cell that a spreadsheet would take for a formula gets an apostrophe in front, and what can't be seen stands as its
/// code, as on the screen: the names of users are chosen by others, and a spreadsheet is read by people. The JSON of the
/// same table has every character as it is.
///
/// Sources: RFC 4180; OWASP, "CSV Injection".
pub fn csv(header: &[&str], rows: &[Vec<String>]) -> String {
    let mut text = String::from('\u{FEFF}');
    line(&mut text, header.iter().copied());
    for row in rows {
        let cells: Vec<String> = row.iter().map(told).collect();
        line(&mut text, cells.iter().map(String::as_str));
    }
    text
}

fn line<'a>(text: &mut String, cells: impl Iterator<Item = &'a str>) {
    for (index, cell) in cells.enumerate() {
        if index > 0 {
            text.push(',');
        }
        let guard = if is_formula(cell) { "'" } else { "" };
        // Blanks at the ends get lost outside of quotes, and some spreadsheets part cells at other signs than commas.
        let quoted = cell.contains(['"', ',', ';', '\t', '\r', '\n']) || cell.trim() != cell;
        if quoted {
            text.extend(["\"", guard, &cell.replace('"', "\"\""), "\""]);
        } else {
            text.extend([guard, cell]);
        }
    }
    text.push_str("\r\n");
}

/// The cell that a guarded one was made of; any other text as it is.
pub fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| is_formula(rest)).unwrap_or(cell)
}

/// Whether a spreadsheet could run a cell: it begins with the sign of a formula, in either width, or with a tab or the
/// end of a line. Blanks and signs without a width before it do not help.
fn is_formula(cell: &str) -> bool {
    let unseen = |c: char| {
        c.is_whitespace() || c.is_control() || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
    };
    cell.starts_with(['\t', '\r', '\n'])
        || cell.trim_start_matches(unseen).starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::level::{Level, Permission};
    use crate::domain::names::OrganizationName;

    /// Reads CSV as RFC 4180 describes it.
    fn read(text: &str) -> Vec<Vec<String>> {
        let mut rest = text.strip_prefix('\u{FEFF}').unwrap();
        let (mut rows, mut row) = (Vec::new(), Vec::new());
        while !rest.is_empty() {
            let mut cell = String::new();
            if let Some(quoted) = rest.strip_prefix('"') {
                rest = quoted;
                loop {
                    let (before, after) = rest.split_once('"').unwrap();
                    cell.push_str(before);
                    rest = after;
                    let Some(more) = rest.strip_prefix('"') else { break };
                    cell.push('"');
                    rest = more;
                }
            } else {
                let end = rest.find([',', '\r']).unwrap();
                cell.push_str(&rest[..end]);
                rest = &rest[end..];
                assert!(!cell.contains(['"', '\n']), "{cell:?} needs quotes");
            }
            row.push(cell);
            if let Some(more) = rest.strip_prefix(',') {
                rest = more;
            } else {
                rest = rest.strip_prefix("\r\n").unwrap();
                rows.push(std::mem::take(&mut row));
            }
        }
        rows
    }

    #[test]
    fn cells_are_quoted_only_where_they_need_it() {
        let rows = [vec!["用户".to_owned(), "a,b".to_owned(), r#"say "x""#.to_owned(), String::new()]];
        assert_eq!(
            csv(&["a", "b", "c", "d"], &rows),
            "\u{FEFF}a,b,c,d\r\n用户,\"a,b\",\"say \"\"x\"\"\",\r\n"
        );
    }

    #[test]
    fn formulas_are_guarded_however_they_are_hidden() {
        for cell in [
            "=1+1",
            "+1",
            "-1",
            "@x",
            "\tx",
            "\rx",
            "\nx",
            "  =1",
            "\u{3000}＝1",
            "＋1",
            "－1",
            "＠x",
            "\u{200B}=1",
        ] {
            assert!(is_formula(cell), "{cell:?}");
        }
        for cell in ["", "a=1", "user-1", "'=1", "用户", "1+1"] {
            assert!(!is_formula(cell), "{cell:?}");
        }
        assert_eq!(csv(&["a"], &[vec!["=1,2".to_owned()]]), "\u{FEFF}a\r\n\"'=1,2\"\r\n");
        assert_eq!(csv(&["a"], &[vec!["\u{202E}=1\n".to_owned()]]), "\u{FEFF}a\r\n⟨U+202E⟩=1⟨U+000A⟩\r\n");
    }

    #[test]
    fn incomplete_entries_survive() {
        let target = Target::Organization(OrganizationName::new("group").unwrap());
        let row = |id: Option<&str>, name: Option<&str>, permission: Permission| {
            let grant = UserGrant { id: id.map(UserId::new), name: name.map(UserName::new), permission };
            permission_row(&target, &grant)
        };
        assert_eq!(row(Some("1"), Some("a"), Level::Write.into()), ["group", "1", "a", "3", "write"]);
        assert_eq!(row(None, None, Permission::Missing), ["group", "", "", "", ""]);
        assert_eq!(row(Some("1"), None, Permission::Unknown("9".into())), ["group", "1", "", "9", "9"]);
        assert_eq!(row(Some("1"), None, Permission::Unknown("x".into())), ["group", "1", "", "", "x"]);
        assert_eq!(row(None, None, Level::Read.into()).len(), PERMISSION_COLUMNS.len());
    }

    fn cell() -> impl Strategy<Value = String> {
        prop_oneof![any::<String>(), "[=+@\\-＝＋－＠ \t\r\n,;\"'a]{0,6}"]
    }

    mod properties {
        use super::*;

        proptest! {
            #[test]
            fn a_table_is_read_back_and_no_cell_begins_like_a_formula(
                rows in prop::collection::vec(prop::collection::vec(cell(), 3), 0..6)
            ) {
                let back = read(&csv(&["a", "b", "c"], &rows));
                prop_assert_eq!(&back[0], &["a", "b", "c"]);
                prop_assert_eq!(back.len(), rows.len() + 1);
                for (cell, was) in back[1..].iter().flatten().zip(rows.iter().flatten()) {
                    prop_assert!(!is_formula(cell));
                    let was = told(was);
                    let bare = if is_formula(&was) { cell.strip_prefix('\'').unwrap() } else { cell };
                    prop_assert_eq!(bare, &was);
                }
            }
        }
    }
}
