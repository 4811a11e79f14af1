//! Names for the large world. Most are those of people; some would never pass IAM's rules, because a console must not
//! trust that they always did.

use crate::seeded_rng::SeededRng;

pub(super) const TEAMS: [&str; 12] = [
    "billing",
    "checkout",
    "data",
    "identity",
    "infra",
    "logistics",
    "mobile",
    "payments",
    "platform",
    "search",
    "support",
    "web",
];

pub(super) const SERVICES: [&str; 14] = [
    "audit", "cart", "catalog", "crawler", "export", "gateway", "invoice", "ledger", "mailer", "metrics",
    "orders", "profile", "session", "stock",
];

pub(super) const COMPONENTS: [&str; 8] = ["api", "batch", "cache", "db", "job", "proxy", "ui", "worker"];

pub(super) const GIVEN: [&str; 24] = [
    "ada", "anna", "ben", "carla", "chen", "dmitri", "elif", "emma", "fatima", "hugo", "ines", "jonas",
    "kofi", "lena", "li", "maria", "mateo", "nina", "olga", "priya", "sofia", "tom", "yuki", "zoe",
];

pub(super) const FAMILY: [&str; 24] = [
    "bauer", "becker", "costa", "dubois", "fischer", "garcia", "haas", "ivanov", "jansen", "kaya", "keller",
    "kim", "lopez", "mensah", "meyer", "novak", "okafor", "patel", "rossi", "schmidt", "silva", "tanaka",
    "wagner", "wang",
];

const CJK: [&str; 8] = ["王小明", "李娜", "张伟", "佐藤健", "鈴木花子", "김민수", "박지영", "𠮷田"];

/// Names that break what treats a name as more than text.
const HOSTILE: [&str; 14] = [
    "<img src=x onerror=alert(1)>",
    "\"><svg/onload=alert(2)>",
    "</script><script>alert(3)</script>",
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(1,2)",
    "user\u{202e}nimda",
    "ad\u{200b}min",
    "\u{feff}admin",
    "e\u{301}mile",
    "\u{e9}mile",
    "👩\u{200d}👩\u{200d}👧\u{200d}👦",
    "line\nbreak\tand tab",
];

const LONGEST: usize = 255;

pub(super) fn user_name(number: u64, rng: &mut SeededRng) -> String {
    let mut of = |names: &'static [&'static str]| rng.pick(names).copied().unwrap_or_default();
    match number % 500 {
        100 => format!("{}-{number:05}", of(&CJK)),
        200 => of(&HOSTILE).to_owned(),
        300 => format!("{} {number:05}", of(&HOSTILE)),
        400 => "W".repeat(LONGEST),
        _ => format!("{}.{}.{number:05}", of(&GIVEN), of(&FAMILY)),
    }
}
