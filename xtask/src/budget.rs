//! What the files of a bundle may weigh, compressed by brotli: the first load in all, and each part of the bundle. A part
//! that grows fails by its name, before it uses up what another one saved. `docs/bundle.md` says what the bytes
//! are made of.

use crate::error::{Error, Result};
use crate::sizes::{Weight, requests};

/// The most requests that a first load may make.
pub(crate) const MOST_REQUESTS: usize = 8;

/// The most bytes that a first load may transfer.
pub(crate) const MOST_BYTES: u64 = 200_000;

/// A part of the bundle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Page,
    Style,
    Script,
    Front,
    Whole,
    Rest,
}

/// The most bytes of each part.
const BUDGET: [(Part, &str, u64); 6] = [
    (Part::Page, "the page", 1_900),
    (Part::Style, "the style sheet", 5_300),
    (Part::Script, "the JavaScript of both programs", 6_900),
    (Part::Front, "the front", 186_500),
    (Part::Whole, "the whole", 349_500),
    (Part::Rest, "configuration and icon", 500),
];

impl Part {
    fn of(file: &str) -> Self {
        let is_front = file.contains("-front-");
        match file.rsplit('.').next() {
            Some("html") => Self::Page,
            Some("css") => Self::Style,
            Some("js") => Self::Script,
            Some("wasm") if is_front => Self::Front,
            Some("wasm") => Self::Whole,
            _ => Self::Rest,
        }
    }
}

/// Fails if the first load or a part of the bundle is over its budget.
pub(crate) fn check(weights: &[Weight]) -> Result<()> {
    let requests = requests(weights);
    if requests > MOST_REQUESTS {
        return over(format!("the first load makes {requests} requests, {MOST_REQUESTS} are allowed"));
    }
    let brotli = |counts: &dyn Fn(&Weight) -> bool| -> u64 {
        weights.iter().filter(|weight| counts(weight)).map(|weight| weight.brotli).sum()
    };
    let all = ("the first load", brotli(&|weight| weight.first_load), MOST_BYTES);
    let parts = BUDGET
        .iter()
        .map(|(part, name, most)| (*name, brotli(&|weight| Part::of(&weight.file) == *part), *most));
    for (name, bytes, most) in parts.chain([all]) {
        if bytes > most {
            return over(format!("{name}: {bytes} bytes in brotli, {most} are allowed"));
        }
    }
    Ok(())
}

fn over(what: String) -> Result<()> {
    Err(Error::new(what)
        .remedy("compare the table with an earlier one: what grew? The budget is in xtask/src/budget.rs"))
}

#[cfg(test)]
mod tests {
    use super::{BUDGET, MOST_BYTES, Part, check};
    use crate::sizes::Weight;

    fn file(name: &str, brotli: u64) -> Weight {
        let first_load = name.contains("front") || !name.contains("swr-console");
        Weight { file: name.to_owned(), raw: 4 * brotli, gzip: 2 * brotli, brotli, first_load }
    }

    fn visible(weights: &[Weight]) -> String {
        check(weights).unwrap_err().to_string()
    }

    #[test]
    fn each_file_has_its_part() {
        for (file, part) in [
            ("index.html", Part::Page),
            ("console-0f.css", Part::Style),
            ("swr-console-front-0f.js", Part::Script),
            ("swr-console-front-0f_bg.wasm", Part::Front),
            ("swr-console-0f.js", Part::Script),
            ("swr-console-0f_bg.wasm", Part::Whole),
            ("config.json", Part::Rest),
            ("icon-0f.svg", Part::Rest),
        ] {
            assert_eq!(Part::of(file), part, "{file}");
        }
    }

    #[test]
    fn each_part_keeps_its_budget_to_the_last_byte() {
        for (part, file_name) in [
            (Part::Page, "index.html"),
            (Part::Style, "console-0f.css"),
            (Part::Script, "swr-console-front-0f.js"),
            (Part::Front, "swr-console-front-0f_bg.wasm"),
            (Part::Whole, "swr-console-0f_bg.wasm"),
            (Part::Rest, "icon-0f.svg"),
        ] {
            let (_, name, most) = BUDGET.iter().find(|(of, ..)| *of == part).unwrap();
            assert_eq!(check(&[file(file_name, *most)]), Ok(()));
            assert!(visible(&[file(file_name, most + 1)]).contains(name));
        }
    }

    #[test]
    fn the_first_load_keeps_its_budget_whatever_its_parts_are() {
        let first = |brotli| Weight { first_load: true, ..file("swr-console-0f_bg.wasm", brotli) };
        assert_eq!(check(&[first(MOST_BYTES)]), Ok(()));
        assert!(visible(&[first(MOST_BYTES + 1)]).contains("the first load"));
    }

    #[test]
    fn the_ninth_request_is_one_too_many() {
        let pages = |count| vec![file("index.html", 1); count];
        assert_eq!(check(&pages(8)), Ok(()));
        assert!(visible(&pages(9)).contains("9 requests"));
    }
}
