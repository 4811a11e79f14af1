//! CSV: for programs by RFC 4180, and as Excel opens it.

use super::cell::{coded, guarded, is_long_number};
use super::{ABOUT_COLUMNS, About, Cell, Table};

/// A table as CSV. `excel` is the separator for Excel, or `None` for the file by RFC 4180, which has commas.
///
/// Both begin with a byte order mark, without which Excel and others take UTF-8 for the encoding of the system; programs
/// that read Unicode pass over it. A cell that a spreadsheet would take for a formula gets an apostrophe in front, and what
/// can't be seen is its code, as on the screen: the names of users are chosen by others. `domain::grant::list` reads it all back.
///
/// Sources: RFC 4180; OWASP, "CSV Injection".
pub fn csv(table: &Table, excel: Option<char>) -> String {
    let separator = excel.unwrap_or(',');
    let mut text = String::from('\u{FEFF}');
    let head = ABOUT_COLUMNS.iter().chain(table.columns).map(|column| (*column).to_owned());
    line(&mut text, separator, head);
    for row in &table.rows {
        let cells = about_cells(&table.about, table.rows.len());
        let cells = cells.iter().chain(row);
        line(&mut text, separator, cells.map(|cell| written(cell, excel.is_some())));
    }
    text
}

/// Rows as CSV by RFC 4180, as [`csv`] writes it, with these columns and no others.
pub fn plain_csv(columns: &[&str], rows: &[Vec<Cell>]) -> String {
    let mut text = String::from('\u{FEFF}');
    line(&mut text, ',', columns.iter().map(|column| (*column).to_owned()));
    for row in rows {
        line(&mut text, ',', row.iter().map(|cell| written(cell, false)));
    }
    text
}

fn about_cells(about: &About, rows: usize) -> [Cell; 8] {
    let About { region, account, read_by, read_at, filter, sort, of } = about.clone();
    let number = |count| Cell::Text(usize::to_string(&count));
    [
        region.into(),
        account.into(),
        read_by.into(),
        Cell::Moment(read_at),
        filter.into(),
        sort.into(),
        number(rows),
        number(of),
    ]
}

fn written(cell: &Cell, for_excel: bool) -> String {
    match cell {
        Cell::Nothing => String::new(),
        Cell::Number(number) => number.to_string(),
        Cell::Moment(moment) if for_excel => moment_for_excel(moment),
        Cell::Moment(moment) => moment.clone(),
        // Excel would round it.
        Cell::Text(text) if for_excel && is_long_number(text) => format!("'{text}"),
        Cell::Text(text) => guarded(&coded(text)),
    }
}

/// Excel reads `2026-11-26 14:05:09` as a moment, and RFC 3339 as text.
fn moment_for_excel(moment: &str) -> String {
    match (moment.get(..10), moment.get(11..19)) {
        (Some(day), Some(time)) => format!("{day} {time}"),
        _ => moment.to_owned(),
    }
}

fn line(text: &mut String, separator: char, cells: impl Iterator<Item = String>) {
    for (index, cell) in cells.enumerate() {
        if index > 0 {
            text.push(separator);
        }
        // Blanks at the ends get lost outside of quotes, and some spreadsheets part cells at other signs than commas.
        let quoted = cell.contains(['"', ',', ';', '\t', '\r', '\n']) || cell.trim() != cell;
        if quoted {
            text.extend(["\"", &cell.replace('"', "\"\""), "\""]);
        } else {
            text.push_str(&cell);
        }
    }
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(rows: Vec<Vec<Cell>>) -> Table {
        let about = About {
            region: "local".into(),
            account: "demo".into(),
            read_by: "admin".into(),
            read_at: "2026-11-26T14:05:09.123Z".into(),
            filter: "search=a".into(),
            sort: "user desc".into(),
            of: 7,
        };
        Table { kind: "permissions", columns: &["user_id", "user_name"], rows, about }
    }

    const HEAD: &str = "\u{FEFF}region,account,read_by,read_at,filter,sort,rows,of,user_id,user_name\r\n";

    #[test]
    fn each_row_says_where_it_comes_from() {
        let rows = vec![vec!["用户".into(), "a,b".into()], vec![Cell::Nothing, r#"say "x""#.into()]];
        let about = "local,demo,admin,2026-11-26T14:05:09.123Z,search=a,user desc,2,7";
        assert_eq!(
            csv(&table(rows), None),
            format!("{HEAD}{about},用户,\"a,b\"\r\n{about},,\"say \"\"x\"\"\"\r\n")
        );
        assert_eq!(csv(&table(Vec::new()), None), HEAD);
    }

    #[test]
    fn a_plain_file_has_its_own_columns_alone() {
        let text =
            plain_csv(&["a", "b"], &[vec!["=1".into(), Cell::Nothing], vec![Cell::Number(3), "x,y".into()]]);
        assert_eq!(text, "\u{FEFF}a,b\r\n'=1,\r\n3,\"x,y\"\r\n");
    }

    #[test]
    fn excel_gets_the_separator_of_its_locale_and_cells_that_it_leaves_alone() {
        // In a German or Chinese Excel everything was in one column, and an id of digits became a number.
        let rows = vec![vec!["12345678901234567890123456789012".into(), "=1;2".into()]];
        let text = csv(&table(rows), Some(';'));
        assert!(text.starts_with("\u{FEFF}region;account;read_by;"), "{text}");
        assert!(text.contains(";2026-11-26 14:05:09;"), "{text}");
        assert!(text.ends_with(";'12345678901234567890123456789012;\"'=1;2\"\r\n"), "{text}");
    }

    #[test]
    fn formulas_and_what_cannot_be_seen_are_harmless() {
        let text = csv(&table(vec![vec!["=1,2".into(), "\u{202E}=1\n".into()]]), None);
        assert!(text.ends_with(",\"'=1,2\",⟨U+202E⟩=1⟨U+000A⟩\r\n"), "{text}");
    }
}
