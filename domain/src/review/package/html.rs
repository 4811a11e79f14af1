//! A page of HTML by itself: no script, nothing that is loaded from elsewhere. Every text is escaped, and what can't be seen
//! is its code, as on the screen.

use crate::text::reveal::visible;

/// A page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The language, as `lang` has it.
    pub language: &'static str,
    /// Its name and heading.
    pub title: String,
    /// What is on it.
    pub blocks: Vec<Block>,
}

/// A part of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// The heading of a section.
    Heading(String),
    /// A paragraph.
    Text(String),
    /// Names and values.
    Facts(Vec<(String, String)>),
    /// A list.
    Lines(Vec<String>),
    /// A table.
    Table {
        /// What is in it.
        name: String,
        /// The heads of its columns.
        columns: Vec<String>,
        /// Its rows.
        rows: Vec<Vec<String>>,
    },
}

/// Wide enough to read, small enough to print, dark where the reader's system is.
const STYLE: &str = "\
:root{color-scheme:light dark}\
body{max-width:60rem;margin:2rem auto;padding:0 1rem;font:15px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}\
h1{font-size:1.6rem}h2{font-size:1.2rem;margin:2rem 0 .5rem;break-after:avoid}\
dl{display:grid;grid-template-columns:fit-content(14rem) 1fr;gap:.25rem 1rem;margin:0}\
dt{font-weight:600}dd{margin:0}\
.scroll{overflow-x:auto}\
table{border-collapse:collapse;width:100%;font-size:.875rem;font-variant-numeric:tabular-nums}\
th,td{border:1px solid GrayText;padding:.25rem .5rem;text-align:start;vertical-align:top}\
caption{text-align:start;font-weight:600;padding:.25rem 0}\
thead{display:table-header-group}tr{break-inside:avoid}\
@media (width<32rem){dl{display:block}dd{margin:0 0 .5rem}}\
@media print{:root{color-scheme:light}body{margin:0;max-width:none;font-size:10pt}}";

/// The page as a file.
pub fn html(document: &Document) -> String {
    let title = escaped(&document.title);
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n",
        escaped(document.language),
    );
    for block in &document.blocks {
        write(&mut page, block);
        page.push('\n');
    }
    page.push_str("</main>\n</body>\n</html>\n");
    page
}

fn write(page: &mut String, block: &Block) {
    match block {
        Block::Heading(text) => element(page, "h2", text),
        Block::Text(text) => element(page, "p", text),
        Block::Facts(facts) => {
            page.push_str("<dl>");
            for (name, value) in facts {
                element(page, "dt", name);
                element(page, "dd", value);
            }
            page.push_str("</dl>");
        }
        Block::Lines(lines) => {
            page.push_str("<ul>");
            elements(page, "li", lines);
            page.push_str("</ul>");
        }
        Block::Table { name, columns, rows } => {
            page.push_str("<div class=\"scroll\"><table>");
            element(page, "caption", name);
            page.push_str("<thead><tr>");
            elements(page, "th", columns);
            page.push_str("</tr></thead><tbody>");
            for row in rows {
                page.push_str("<tr>");
                elements(page, "td", row);
                page.push_str("</tr>\n");
            }
            page.push_str("</tbody></table></div>");
        }
    }
}

fn elements(page: &mut String, tag: &'static str, texts: &[String]) {
    for text in texts {
        element(page, tag, text);
    }
}

fn element(page: &mut String, tag: &'static str, text: &str) {
    page.extend(["<", tag, ">", &escaped(text), "</", tag, ">"]);
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in visible(text).chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    /// Everything between `<` and `>`.
    fn tags(page: &str) -> Vec<&str> {
        page.split('<').skip(1).map(|rest| rest.split('>').next().unwrap()).collect()
    }

    fn document(texts: &[String]) -> Document {
        let [title, heading, text, name, value, line, cell] = texts else { panic!() };
        let table = Block::Table {
            name: name.clone(),
            columns: vec![name.clone(), value.clone()],
            rows: vec![vec![cell.clone(), line.clone()]],
        };
        let blocks = vec![
            Block::Heading(heading.clone()),
            Block::Text(text.clone()),
            Block::Facts(vec![(name.clone(), value.clone())]),
            Block::Lines(vec![line.clone(), cell.clone()]),
            table,
        ];
        Document { language: "en", title: title.clone(), blocks }
    }

    #[test]
    fn a_page_loads_and_runs_nothing() {
        let texts = ["<script>alert(1)</script>", "a", "b", "\" onload=\"x", "&lt;", "\u{202E}", "'"];
        let page = html(&document(&texts.map(str::to_owned)));
        assert!(!page.contains("<script") && !page.contains("http:") && !page.contains("https:"), "{page}");
        assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
        assert!(page.contains("<dt>&quot; onload=&quot;x</dt><dd>&amp;lt;</dd>"));
        assert!(page.contains("⟨U+202E⟩"));
    }

    proptest! {
        #[test]
        fn no_text_becomes_markup(texts in vec("[<>&\"'/=!a-z \\-\\x00-\\x1f]{0,30}|\\PC{0,12}", 7)) {
            let page = html(&document(&texts));
            let empty = html(&document(&vec![String::new(); 7]));
            prop_assert_eq!(tags(&page), tags(&empty));
            prop_assert_eq!(page.matches('>').count(), empty.matches('>').count());
        }
    }
}
