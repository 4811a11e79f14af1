//! What a bundle weighs: every file raw and compressed; what it may weigh is in `budget`. The compressed copies
//! (`compress`) are not weighed as files of their own.

use crate::bundle::Bundle;
use crate::copies;
use crate::error::{self, Result};
use std::fmt::Write as _;

/// The weight of one file, in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Weight {
    pub(crate) file: String,
    pub(crate) raw: u64,
    pub(crate) gzip: u64,
    pub(crate) brotli: u64,
    /// Whether the browser asks for it on the first visit.
    pub(crate) first_load: bool,
}

/// Weighs a bundle whose files have their compressed copies. All are in the first load but those that come later.
pub(crate) fn weigh(bundle: &Bundle, later: &[String]) -> Result<Vec<Weight>> {
    bundle.files.iter().map(|file| weight(bundle, file, !later.contains(file))).collect()
}

fn weight(bundle: &Bundle, file: &str, first_load: bool) -> Result<Weight> {
    let size = |ending: &str| {
        let path = bundle.directory.join(format!("{file}{ending}"));
        std::fs::metadata(&path).map(|data| data.len()).map_err(|error| error::file("weigh", &path, &error))
    };
    let raw = size("")?;
    // A file without copies goes over the network as it is.
    let (brotli, gzip) = if copies::has_copies(file) { (size(".br")?, size(".gz")?) } else { (raw, raw) };
    Ok(Weight { file: file.to_owned(), raw, gzip, brotli, first_load })
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

/// How many files a first visit asks for.
pub(crate) fn requests(weights: &[Weight]) -> usize {
    weights.iter().filter(|weight| weight.first_load).count()
}

#[cfg(test)]
mod tests {
    use super::{Weight, table, weigh, weight};
    use crate::bundle::Bundle;

    fn first(file: &str, brotli: u64) -> Weight {
        Weight { file: file.to_owned(), raw: 4 * brotli, gzip: 2 * brotli, brotli, first_load: true }
    }

    #[test]
    fn a_file_weighs_what_its_copies_weigh() {
        let directory = std::env::temp_dir().join(format!("xtask-sizes-{}", std::process::id()));
        std::fs::create_dir_all(&directory).unwrap();
        let files = [("a.js", 30), ("a.js.br", 10), ("a.js.gz", 20), ("config.json", 7), ("index.html", 3)];
        for (file, bytes) in files {
            std::fs::write(directory.join(file), vec![b' '; bytes]).unwrap();
        }
        let bundle = Bundle::open(&directory).unwrap();
        assert_eq!(bundle.files, ["a.js", "config.json", "index.html"]);
        let Weight { raw, gzip, brotli, .. } = weight(&bundle, "a.js", true).unwrap();
        assert_eq!((raw, gzip, brotli), (30, 20, 10));
        assert_eq!(weight(&bundle, "config.json", true).unwrap().brotli, 7);
        assert!(weigh(&bundle, &[]).unwrap_err().to_string().contains("index.html.br"), "a copy is missing");
        std::fs::write(directory.join("index.html.br"), "b").unwrap();
        std::fs::write(directory.join("index.html.gz"), "gz").unwrap();
        let weights = weigh(&bundle, &["a.js".to_owned()]).unwrap();
        let first: Vec<_> = weights.iter().map(|weight| weight.first_load).collect();
        assert_eq!(first, [false, true, true], "what comes later is not in the first load, all else is");
        std::fs::remove_dir_all(directory).unwrap();
    }

    #[test]
    fn the_sum_is_of_the_first_load_alone() {
        let later = Weight { first_load: false, ..first("later.svg", 1000) };
        let text = table(&[first("index.html", 10), later, first("app.wasm", 30)]);
        let last: Vec<_> = text.lines().last().unwrap().split_whitespace().collect();
        assert_eq!(last, ["first", "load,", "2", "requests", "160", "80", "40"]);
        assert_eq!(text.lines().filter(|line| line.starts_with("* ")).count(), 2);
    }
}
