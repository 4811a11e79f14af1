//! What the files of a bundle may weigh, compressed by brotli: what a visit loads up to some page in all, and each part of
//! the bundle. A part that grows fails by its name, before it uses up what another one saved. `docs/bundle.md` says what the
//! bytes are made of.

use crate::error::{Error, Result};
use crate::sizes::{Weight, requests};

/// The most requests that a first load may make.
pub(crate) const MOST_REQUESTS: usize = 6;

/// The most bytes that a first load may transfer.
pub(crate) const MOST_BYTES: u64 = 194_500;

/// The most bytes that a visit may transfer up to some page: its name, the parts that come after the first load, the bytes.
const VISITS: [(&str, &[Part], u64); 3] = [
    ("the first load", &[], MOST_BYTES),
    ("an address of a table", &[Part::Tables], 272_500),
    ("a usual visit, up to the grant dialog", &[Part::Tables, Part::Granting], 347_500),
];

/// A part of the bundle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Page,
    Style,
    Script,
    Main,
    Tables,
    Granting,
    Outside,
    Changing,
    Reports,
    Review,
    Planning,
    Evidence,
    Notices,
    Rest,
}

/// The most bytes of each part.
const BUDGET: [(Part, &str, u64); 14] = [
    (Part::Page, "the page", 1_900),
    (Part::Style, "the style sheet", 5_350),
    (Part::Script, "the JavaScript", 6_500),
    (Part::Main, "the main program", 181_000),
    (Part::Tables, "the tables", 78_200),
    (Part::Granting, "what grants", 75_400),
    (Part::Outside, "who reaches an image from outside", 33_300),
    (Part::Changing, "what changes, and what few visits need", 29_700),
    (Part::Reports, "the reports", 65_500),
    (Part::Review, "the access review", 203_000),
    (Part::Planning, "the plan, and what it is filled by", 155_500),
    (Part::Evidence, "what is kept of a review", 116_000),
    (Part::Notices, "the notices of licences, which only a click loads", 10_000),
    (Part::Rest, "configuration and icon", 500),
];

impl Part {
    fn of(file: &str) -> Self {
        let is = |name: &str| file.contains(&format!("-{name}-"));
        match file.rsplit('.').next() {
            Some("html") => Self::Page,
            Some("css") => Self::Style,
            Some("js") => Self::Script,
            Some("txt") => Self::Notices,
            Some("wasm") if is("tables") => Self::Tables,
            Some("wasm") if is("granting") => Self::Granting,
            Some("wasm") if is("outside") => Self::Outside,
            Some("wasm") if is("changing") => Self::Changing,
            Some("wasm") if is("reports") => Self::Reports,
            Some("wasm") if is("review") => Self::Review,
            Some("wasm") if is("planning") => Self::Planning,
            Some("wasm") if is("evidence") => Self::Evidence,
            Some("wasm") => Self::Main,
            _ => Self::Rest,
        }
    }
}

/// Fails if a visit or a part of the bundle is over its budget.
pub(crate) fn check(weights: &[Weight]) -> Result<()> {
    let requests = requests(weights);
    if requests > MOST_REQUESTS {
        return over(format!("the first load makes {requests} requests, {MOST_REQUESTS} are allowed"));
    }
    let parts = BUDGET.iter().map(|(part, name, most)| {
        let of_part = weights.iter().filter(|weight| Part::of(&weight.file) == *part);
        (*name, of_part.map(|weight| weight.brotli).sum(), *most)
    });
    for (name, bytes, most) in sums(weights).chain(parts) {
        if bytes > most {
            return over(format!("{name}: {bytes} bytes in brotli, {most} are allowed"));
        }
    }
    Ok(())
}

/// What each visit loads, for people to read.
pub(crate) fn visits(weights: &[Weight]) -> String {
    let line = |(name, bytes, most): (&str, u64, u64)| format!("{name}: {bytes} bytes, of {most}");
    sums(weights).map(line).collect::<Vec<_>>().join("\n")
}

/// Each visit with what it loads and what it may load.
fn sums(weights: &[Weight]) -> impl Iterator<Item = (&'static str, u64, u64)> {
    VISITS.iter().map(|(name, later, most)| {
        let counts = |weight: &&Weight| weight.first_load || later.contains(&Part::of(&weight.file));
        (*name, weights.iter().filter(counts).map(|weight| weight.brotli).sum(), *most)
    })
}

fn over(what: String) -> Result<()> {
    Err(Error::new(what)
        .remedy("compare the table with an earlier one: what grew? The budget is in xtask/src/budget.rs"))
}

#[cfg(test)]
mod tests {
    use super::{BUDGET, Part, VISITS, check, visits};
    use crate::sizes::Weight;

    /// A file of each part.
    const FILES: [(&str, Part); 13] = [
        ("index.html", Part::Page),
        ("console-0f.css", Part::Style),
        ("swr-console-0f.js", Part::Script),
        ("swr-console-main-0f.wasm", Part::Main),
        ("swr-console-tables-0f.wasm", Part::Tables),
        ("swr-console-granting-0f.wasm", Part::Granting),
        ("swr-console-outside-0f.wasm", Part::Outside),
        ("swr-console-changing-0f.wasm", Part::Changing),
        ("swr-console-reports-0f.wasm", Part::Reports),
        ("swr-console-review-0f.wasm", Part::Review),
        ("swr-console-planning-0f.wasm", Part::Planning),
        ("swr-console-evidence-0f.wasm", Part::Evidence),
        ("icon-0f.svg", Part::Rest),
    ];

    fn file(name: &str, brotli: u64) -> Weight {
        let first = [Part::Page, Part::Style, Part::Script, Part::Main, Part::Rest];
        let first_load = first.contains(&Part::of(name));
        Weight { file: name.to_owned(), raw: 4 * brotli, gzip: 2 * brotli, brotli, first_load }
    }

    fn visible(weights: &[Weight]) -> String {
        check(weights).unwrap_err().to_string()
    }

    #[test]
    fn each_file_has_its_part() {
        for (name, part) in FILES {
            assert_eq!(Part::of(name), part, "{name}");
        }
        assert_eq!(Part::of("config.json"), Part::Rest);
    }

    #[test]
    fn each_part_keeps_its_budget_to_the_last_byte() {
        for (name, part) in FILES {
            let (_, words, most) = BUDGET.iter().find(|(of, ..)| *of == part).unwrap();
            assert_eq!(check(&[file(name, *most)]), Ok(()));
            assert!(visible(&[file(name, most + 1)]).contains(words));
        }
    }

    #[test]
    fn each_visit_keeps_its_budget_to_the_last_byte() {
        for (name, _, most) in VISITS {
            let complaint = |bytes| visible(&[file("swr-console-main-0f.wasm", bytes)]);
            assert!(complaint(most + 1).contains(VISITS[0].0), "the first visit that is over speaks");
            assert!(!complaint(VISITS[0].2).contains(name), "{name}");
        }
        let tables = |bytes| visible(&[file("swr-console-tables-0f.wasm", bytes)]);
        assert!(tables(VISITS[1].2 + 1).contains(VISITS[1].0) && !tables(VISITS[1].2).contains(VISITS[1].0));
        let granting = |bytes| visible(&[file("swr-console-granting-0f.wasm", bytes)]);
        assert!(
            granting(VISITS[2].2 + 1).contains(VISITS[2].0) && !granting(VISITS[2].2).contains(VISITS[2].0)
        );
    }

    #[test]
    fn a_visit_loads_what_came_before_it() {
        let weights: Vec<_> = FILES.iter().map(|(name, _)| file(name, 10)).collect();
        let sums: Vec<_> = visits(&weights).lines().map(str::to_owned).collect();
        assert!(sums[0].starts_with("the first load: 50 bytes"), "{sums:?}");
        assert!(sums[1].contains(": 60 bytes") && sums[2].contains(": 70 bytes"), "{sums:?}");
    }

    #[test]
    fn the_seventh_request_is_one_too_many() {
        let pages = |count| vec![file("index.html", 1); count];
        assert_eq!(check(&pages(6)), Ok(()));
        assert!(visible(&pages(7)).contains("7 requests"));
    }
}
