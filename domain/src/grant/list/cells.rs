//! The cells of a text with separators, as RFC 4180 describes them, for text that may be anything.

use super::terms::is_id;
use crate::text::export::unguarded;

/// A line of a list, or several where a cell has line breaks in quotes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Record {
    /// The first line, counted from 1.
    pub line: usize,
    /// The cells.
    pub cells: Vec<String>,
}

impl Record {
    /// A cell; nothing where the line is too short.
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map(String::as_str).unwrap_or_default()
    }

    /// Whether nothing is there.
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }

    /// The whole line, for people.
    pub fn text(&self) -> String {
        self.cells.iter().map(String::as_str).filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(", ")
    }
}

/// The records of a text, without the blank ones.
pub(super) fn records(text: &str, separator: char) -> Vec<Record> {
    let mut records = Vec::new();
    let mut reader = Reader { rest: text, separator };
    let mut line = 1;
    while !reader.rest.is_empty() {
        let before = reader.rest;
        let cells = reader.record();
        let read = before.get(..before.len() - reader.rest.len()).unwrap_or_default();
        let record = Record { line, cells: without_frame(cells, separator) };
        line += line_breaks(read);
        if !record.is_blank() {
            records.push(record);
        }
    }
    records
}

/// The lines of a text without separators.
pub(super) fn lines(text: &str) -> Vec<Record> {
    // No text holds this one.
    records(text, '\0')
}

/// Reads one cell after the other.
struct Reader<'a> {
    rest: &'a str,
    separator: char,
}

impl Reader<'_> {
    /// The cells up to the end of the line, which is taken away.
    fn record(&mut self) -> Vec<String> {
        let mut cells = Vec::new();
        loop {
            cells.push(self.cell());
            let mut rest = self.rest.chars();
            match rest.next() {
                Some(next) if next == self.separator => self.rest = rest.as_str(),
                _ => break,
            }
        }
        self.rest =
            self.rest.strip_prefix("\r\n").or_else(|| self.rest.strip_prefix(['\n', '\r'])).unwrap_or("");
        cells
    }

    fn cell(&mut self) -> String {
        if let Some((cell, rest)) = quoted(self.rest, self.separator) {
            self.rest = rest;
            return unguarded(&cell).to_owned();
        }
        let end = self.rest.find([self.separator, '\r', '\n']).unwrap_or(self.rest.len());
        let (cell, rest) = self.rest.split_at(end);
        self.rest = rest;
        unguarded(cell.trim()).to_owned()
    }
}

/// A cell in quotes and what follows it. Quotes count only where they enclose the whole cell: a name that begins with
/// one would otherwise swallow the lines after it.
fn quoted(text: &str, separator: char) -> Option<(String, &str)> {
    let blank = |c: char| c.is_whitespace() && !matches!(c, '\r' | '\n') && c != separator;
    let mut rest = text.trim_start_matches(blank).strip_prefix('"')?;
    let mut cell = String::new();
    loop {
        let (before, after) = rest.split_once('"')?;
        cell.push_str(before);
        if let Some(more) = after.strip_prefix('"') {
            cell.push('"');
            rest = more;
            continue;
        }
        let after = after.trim_start_matches(blank);
        let ends = after.is_empty() || after.starts_with([separator, '\r', '\n']);
        return ends.then_some((cell, after));
    }
}

/// A row of a Markdown table begins and ends with its separator, and one row only underlines the head.
fn without_frame(mut cells: Vec<String>, separator: char) -> Vec<String> {
    if separator != '|' {
        return cells;
    }
    if cells.len() > 1 && cells.last().is_some_and(String::is_empty) {
        cells.pop();
    }
    if cells.len() > 1 && cells.first().is_some_and(String::is_empty) {
        cells.remove(0);
    }
    let is_rule = |cell: &String| !cell.is_empty() && cell.bytes().all(|byte| matches!(byte, b'-' | b':'));
    if cells.iter().all(is_rule) { Vec::new() } else { cells }
}

fn line_breaks(text: &str) -> usize {
    text.matches('\n').count() + text.matches('\r').count() - text.matches("\r\n").count()
}

/// The cells of a line that is one cell of blanks and an id (`user05 5a6d…60ee manage`), as in a terminal or a PDF.
pub(super) fn around_id(text: &str) -> Option<Vec<String>> {
    let word = text.split_whitespace().find(|word| is_id(word))?;
    let (before, after) = text.split_once(word)?;
    let outside =
        |c: char| c.is_whitespace() || matches!(c, ':' | ',' | ';' | '|' | '(' | ')' | '=' | '\u{2013}');
    let cells = [before, word, after].map(|cell| cell.trim_matches(outside).to_owned());
    let [before, _, after] = &cells;
    (!before.is_empty() || !after.is_empty()).then(|| cells.to_vec())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cells(text: &str, separator: char) -> Vec<Vec<String>> {
        records(text, separator).into_iter().map(|record| record.cells).collect()
    }

    #[test]
    fn quotes_enclose_separators_quotes_and_line_breaks() {
        assert_eq!(cells("\"a,\"\"b\"\"\",c\r\n\"d\ne\",f", ','), [["a,\"b\"", "c"], ["d\ne", "f"]]);
        let lines: Vec<usize> =
            records("\"a\nb\",c\r\n\r\nd,e\rf,g\n", ',').iter().map(|one| one.line).collect();
        assert_eq!(lines, [1, 4, 5]);
    }

    #[test]
    fn a_quote_that_does_not_enclose_a_cell_is_a_character() {
        // A name that begins with a quote took all lines up to the next quote for one cell, and their users were gone.
        assert_eq!(
            cells("\"a,1\nb,\"c\" d\n\"e", ','),
            [vec!["\"a", "1"], vec!["b", "\"c\" d"], vec!["\"e"]]
        );
    }

    #[test]
    fn a_row_of_a_markdown_table_has_a_frame() {
        let table = "| a | b |\n|---|:-:|\n| c |  |\n";
        assert_eq!(cells(table, '|'), [vec!["a", "b"], vec!["c", ""]]);
    }

    #[test]
    fn an_id_among_words_parts_a_line() {
        const ID: &str = "5a6d3f81c0e94b7793d2a8b41f7c60ee";
        assert_eq!(around_id(&format!("Ann Lee  {ID}   manage")).unwrap(), ["Ann Lee", ID, "manage"]);
        assert_eq!(around_id(&format!("Ann Lee ({ID})")).unwrap(), ["Ann Lee", ID, ""]);
        assert_eq!(around_id(ID), None);
        assert_eq!(around_id("Ann Lee"), None);
    }

    mod properties {
        use super::*;

        proptest! {
            #[test]
            fn any_text_is_read_to_its_end(text in "[a\"',;|\t\r\n 名]{0,40}", separator in "[,;|\t]") {
                let separator = separator.chars().next().unwrap();
                let records = records(&text, separator);
                let lines = text.lines().flat_map(|line| line.split('\r')).count();
                prop_assert!(records.len() <= lines.max(1));
                prop_assert!(records.windows(2).all(|pair| pair[0].line < pair[1].line));
            }
        }
    }
}
