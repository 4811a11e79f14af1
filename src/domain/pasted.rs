//! Lines of `name,id,level` that somebody pastes into the grant dialog.

use super::draft::DraftRow;
use super::level::Level;

/// Reads pasted lines as rows; `None` where the text is no list and should go into the field as it is.
///
/// Fields are parted by commas, semicolons or tabs (a spreadsheet's clipboard has tabs); a level may be a word
/// in English or the number of the API, and is Read where it is missing. A first line that names the columns is
/// passed over. One line without a separator is ordinary text.
pub fn rows(text: &str) -> Option<Vec<DraftRow>> {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if !lines.iter().any(|line| line.contains(SEPARATORS)) {
        return None;
    }
    let rows: Vec<DraftRow> = lines.into_iter().filter_map(row).collect();
    (!rows.is_empty()).then_some(rows)
}

const SEPARATORS: [char; 3] = [',', ';', '\t'];

fn row(line: &str) -> Option<DraftRow> {
    let mut parts = line.split(SEPARATORS).map(|part| part.trim().trim_matches('"').trim());
    let name = parts.next().unwrap_or_default();
    let id = parts.next().unwrap_or_default();
    let level = parts.next().and_then(level).unwrap_or(Level::Read);
    let names_columns = ["user_id", "id", "user id"].iter().any(|head| id.eq_ignore_ascii_case(head));
    (!names_columns).then(|| DraftRow { name: name.to_owned(), id: id.to_owned(), level })
}

fn level(text: &str) -> Option<Level> {
    text.parse().ok().and_then(Level::from_auth).or_else(|| Level::from_key(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn as_text(text: &str) -> Option<Vec<(String, String, Level)>> {
        rows(text).map(|rows| rows.into_iter().map(|row| (row.name, row.id, row.level)).collect())
    }

    fn line(name: &str, id: &str, level: Level) -> (String, String, Level) {
        (name.into(), id.into(), level)
    }

    #[test]
    fn lines_become_rows() {
        let expected =
            vec![line("a", "1", Level::Write), line("b", "2", Level::Manage), line("c", "3", Level::Read)];
        assert_eq!(as_text("a,1,write\nb;2;7\r\n\nc\t3\n"), Some(expected));
    }

    #[test]
    fn a_header_and_quotes_are_understood() {
        assert_eq!(as_text("name,id,level\n\"a\",\"1\",\"Read\""), Some(vec![line("a", "1", Level::Read)]));
    }

    #[test]
    fn a_single_value_is_not_a_list() {
        assert_eq!(rows("user01"), None);
        assert_eq!(rows(""), None);
    }

    #[test]
    fn an_odd_level_falls_back_to_the_least() {
        assert_eq!(as_text("a,1,owner"), Some(vec![line("a", "1", Level::Read)]));
    }
}
