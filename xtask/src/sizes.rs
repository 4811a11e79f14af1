//! What a bundle weighs: every file raw and compressed, and the first load against its budget.
//!
//! Node compresses, which every build needs for wasm-opt anyway: it has the brotli that web servers have, and
//! a Rust one would take half a minute in an unoptimised xtask.

use crate::bundle::Bundle;
use crate::error::{Error, Result};
use crate::project::Project;
use crate::shell;
use std::fmt::Write as _;

/// The most requests that a first load may make.
const MOST_REQUESTS: usize = 12;
/// The most bytes that a first load may transfer, compressed by brotli.
const MOST_BYTES: u64 = 250_000;

/// The weight of one file, in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Weight {
    file: String,
    raw: u64,
    gzip: u64,
    brotli: u64,
    /// Whether the browser asks for it on the first visit.
    first_load: bool,
}

/// Weighs a bundle. The page names files that are asked for only later.
pub(crate) fn weigh(project: &Project, bundle: &Bundle, later: &[String]) -> Result<Vec<Weight>> {
    let page = later.iter().fold(bundle.text("index.html")?, |page, file| page.replace(file, ""));
    let mut node = project.command("node");
    node.arg(project.root.join("xtask/npm/sizes.mjs")).args(&bundle.files).current_dir(&bundle.directory);
    let answer = shell::output(&mut node)?;
    let weights = bundle.files.iter().zip(answer.lines()).map(|(file, line)| weight(file, line, &page));
    weights
        .collect::<Option<Vec<_>>>()
        .filter(|weights| weights.len() == bundle.files.len())
        .ok_or_else(|| Error::new("cannot read what xtask/npm/sizes.mjs answers"))
}

fn weight(file: &str, line: &str, page: &str) -> Option<Weight> {
    let mut numbers = line.split_whitespace().map(str::parse::<u64>);
    let mut next = || numbers.next()?.ok();
    let first_load = matches!(file, "index.html" | "config.json") || page.contains(file);
    Some(Weight { file: file.to_owned(), raw: next()?, gzip: next()?, brotli: next()?, first_load })
}

/// The files with their bytes, and the sum of the first load.
pub(crate) fn table(weights: &[Weight]) -> String {
    let row =
        |name: &str, raw: u64, gzip: u64, brotli: u64| format!("{name:<44} {raw:>9} {gzip:>9} {brotli:>9}");
    let mut text =
        format!("{:<44} {:>9} {:>9} {:>9}\n", "file (* in the first load)", "raw", "gzip -9", "brotli 11");
    for Weight { file, raw, gzip, brotli, first_load } in weights {
        let mark = if *first_load { '*' } else { ' ' };
        // Writing to a String cannot fail.
        _ = writeln!(text, "{}", row(&format!("{mark} {file}"), *raw, *gzip, *brotli));
    }
    let sum = |of: fn(&Weight) -> u64| weights.iter().filter(|weight| weight.first_load).map(of).sum();
    let requests = requests(weights);
    let name = format!("first load, {requests} requests");
    text + &row(&name, sum(|weight| weight.raw), sum(|weight| weight.gzip), sum(|weight| weight.brotli))
}

/// Fails if the first load is over its budget.
pub(crate) fn check(weights: &[Weight]) -> Result<()> {
    let requests = requests(weights);
    let bytes: u64 = weights.iter().filter(|weight| weight.first_load).map(|weight| weight.brotli).sum();
    let over =
        |what: String| Err(Error::new(what).remedy("compare the table with an earlier one: what grew?"));
    if requests > MOST_REQUESTS {
        return over(format!("the first load makes {requests} requests, {MOST_REQUESTS} are allowed"));
    }
    if bytes > MOST_BYTES {
        return over(format!("the first load is {bytes} bytes in brotli, {MOST_BYTES} are allowed"));
    }
    Ok(())
}

fn requests(weights: &[Weight]) -> usize {
    weights.iter().filter(|weight| weight.first_load).count()
}

#[cfg(test)]
mod tests {
    use super::{Weight, check, table, weight};

    fn first(file: &str, brotli: u64) -> Weight {
        Weight { file: file.to_owned(), raw: 4 * brotli, gzip: 2 * brotli, brotli, first_load: true }
    }

    #[test]
    fn the_first_load_is_what_the_page_names() {
        let page = "<link href=\"/console/a-1.css\"><script>import init from '/console/b-2.js'</script>";
        let is_first = |file| weight(file, "3 2 1", page).unwrap().first_load;
        assert!(["index.html", "config.json", "a-1.css", "b-2.js"].into_iter().all(is_first));
        assert!(!is_first("c-3.svg"));
    }

    #[test]
    fn an_answer_that_is_no_three_numbers_is_refused() {
        assert!(["", "1 2", "1 2 x"].iter().all(|line| weight("a", line, "").is_none()));
        let Weight { raw, gzip, brotli, .. } = weight("a", "30 20 10", "").unwrap();
        assert_eq!((raw, gzip, brotli), (30, 20, 10));
    }

    #[test]
    fn the_sum_is_of_the_first_load_alone() {
        let later = Weight { first_load: false, ..first("later.svg", 1000) };
        let text = table(&[first("index.html", 10), later, first("app.wasm", 30)]);
        let last: Vec<_> = text.lines().last().unwrap().split_whitespace().collect();
        assert_eq!(last, ["first", "load,", "2", "requests", "160", "80", "40"]);
        assert_eq!(text.lines().filter(|line| line.starts_with("* ")).count(), 2);
    }

    #[test]
    fn the_budget_is_kept_to_the_last_byte_and_request() {
        assert_eq!(check(&[first("a", 249_999), first("b", 1)]), Ok(()));
        assert!(
            check(&[first("a", 250_000), first("b", 1)]).unwrap_err().to_string().contains("250001 bytes")
        );
        assert_eq!(check(&vec![first("a", 1); 12]), Ok(()));
        assert!(check(&vec![first("a", 1); 13]).unwrap_err().to_string().contains("13 requests"));
    }
}
