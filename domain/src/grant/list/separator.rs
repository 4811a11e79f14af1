//! The separator of a whole text: one for all lines, or a name with a comma in it would be two cells in one line only.

use super::cells::{Record, records};
use super::terms::{is_id, level_word};
use crate::model::names::UserId;

/// In the order in which they are preferred where nothing else decides. Chinese input methods write the wide ones.
const SEPARATORS: [char; 7] = ['\t', ',', ';', '|', '，', '；', '、'];

/// How well a separator fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Fit {
    /// A spreadsheet's clipboard has tabs, and nobody types them into names.
    is_tab: bool,
    /// Every line has as many cells.
    is_even: bool,
    /// How many cells are an id or a level.
    understood: usize,
    /// The cells of the longest line.
    cells: usize,
}

/// The separator of a text; `None` where it has none.
pub(super) fn of(text: &str) -> Option<char> {
    let mut best: Option<(Fit, char)> = None;
    for separator in SEPARATORS {
        let Some(fit) = fit(&records(text, separator), separator) else { continue };
        // The first of two that fit alike stays.
        if best.is_none_or(|(earlier, _)| fit > earlier) {
            best = Some((fit, separator));
        }
    }
    best.map(|(_, separator)| separator)
}

fn fit(records: &[Record], separator: char) -> Option<Fit> {
    let counts = || records.iter().map(|record| record.cells.len());
    let cells = counts().max().filter(|cells| *cells > 1)?;
    let understood = records
        .iter()
        .flat_map(|record| &record.cells)
        .filter(|cell| {
            is_id(cell) || UserId::new(cell.as_str()).looks_spoiled() || level_word(cell).is_some()
        })
        .count();
    Some(Fit {
        is_tab: separator == '\t' && understood > 0,
        is_even: counts().all(|count| count == cells),
        understood,
        cells,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "5a6d3f81c0e94b7793d2a8b41f7c60ee";

    #[test]
    fn the_separator_is_the_one_of_the_whole_text() {
        let table = [
            (format!("a,{ID},read\nb,{ID},read"), Some(',')),
            (format!("Last, First\t{ID}\tManage"), Some('\t')),
            (format!("Doe, John;{ID}\nRoe, Jane;{ID}"), Some(';')),
            (format!("Doe, John;{ID};manage\nuser06;{ID};write"), Some(';')),
            ("user05;1,23457E+40;write".to_owned(), Some(';')),
            (format!("a|b,{ID},manage"), Some(',')),
            (format!("| a | {ID} |\n|---|---|"), Some('|')),
            (format!("user05，{ID}，管理"), Some('，')),
            (format!("\"a\tb\",{ID},write"), Some(',')),
            ("user05\nuser06".to_owned(), None),
            ("user05、user06".to_owned(), Some('、')),
            (String::new(), None),
        ];
        for (text, separator) in table {
            assert_eq!(of(&text), separator, "{text}");
        }
    }
}
