//! How long everything takes with a million grants: 2,000 images with 500 users each.
//!
//! `cargo test -p swr-domain --release figures -- --ignored --nocapture`

use std::time::{Duration, Instant};

use crate::model::access::AccessList;
use crate::model::catalog::Visibility;
use crate::model::level::Level;
use crate::model::names::{ImageName, OrganizationName, Target, UserId, UserName};
use crate::model::user::{AccountUser, Person, UserGrant};
use crate::plan::alike::{Alike, alike};
use crate::plan::clone_access::{Cloning, Fit, WithManage, clone_access};
use crate::plan::grave::grave;
use crate::plan::off_board::{Leaving, Succession, off_board};
use crate::plan::rows::{Grouped, by_user, rows};
use crate::plan::run::Run;
use crate::plan::staging::Plan;
use crate::review::compare::Comparison;
use crate::review::coverage::Coverage;
use crate::review::decisions::agenda;
use crate::review::findings::{Thresholds, findings, statuses};
use crate::review::groups::groups;
use crate::review::reach::{everyone, reach};
use crate::review::sketch::{AT, about};
use crate::review::snapshot::{Builder, ListReading, Shares, Snapshot, UserNumber};
use crate::text::time::UnixMillis;

const ORGANIZATIONS: usize = 5;
const IMAGES: usize = 2_000;
const USERS: usize = 500;

fn user(number: usize) -> Person {
    Person {
        id: UserId::new(format!("{:032x}", number * 0x9E37_79B9)),
        name: UserName::new(format!("user{number:03}")),
    }
}

/// The list of an image: one of sixty, so that there are groups. `turn` makes other levels of it.
fn list(image: usize, turn: usize) -> AccessList {
    let grant = |number: usize| {
        let Person { id, name } = user(number);
        let level = Level::ALL[(number * (1 + image % 60) + number / 7 + turn) % 11 % 3];
        UserGrant { id: Some(id), name: Some(name), permission: level.into() }
    };
    AccessList { others: (0..USERS).map(grant).collect(), ..AccessList::default() }
}

fn organization(number: usize) -> OrganizationName {
    OrganizationName::new(format!("group-{number}")).unwrap()
}

/// The account; every so many images are turned.
fn account(turn_each: usize) -> Builder {
    let mut builder = Builder::new(about());
    let users: Vec<_> = (0..USERS - 20)
        .map(|number| AccountUser { person: user(number), is_enabled: number % 50 > 0 })
        .collect();
    builder.users(ListReading::whole(AT), &users);
    builder.lists_mut().organizations = ListReading::whole(AT);
    builder.lists_mut().shared = ListReading::whole(AT);
    for number in 0..ORGANIZATIONS {
        let name = organization(number);
        builder.list(
            &Target::Organization(name.clone()),
            AT,
            &AccessList { others: list(number, 0).others.split_off(USERS - 50), ..AccessList::default() },
        );
        builder.organization_facts(&name).unwrap().images = ListReading::whole(AT);
    }
    for image in 0..IMAGES {
        let name = ImageName::new(format!("team/service-{image:04}")).unwrap();
        let target = Target::Image(organization(image % ORGANIZATIONS), name);
        let visibility = if image % 100 == 0 { Visibility::Public } else { Visibility::Private };
        builder.image(&target, visibility);
        builder.shares(&target, Shares::Read(Vec::new()));
        builder.list(&target, AT, &list(image, usize::from(image % turn_each == turn_each - 1)));
    }
    builder
}

/// The shortest of five times.
fn shortest<T>(mut work: impl FnMut() -> T) -> Duration {
    let time = |_| {
        let begin = Instant::now();
        std::hint::black_box(work());
        begin.elapsed()
    };
    (0..5).map(time).min().unwrap()
}

/// The memory that the process holds now, where the system says it.
fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.split_whitespace().next())
        .and_then(|kilobytes| kilobytes.parse().ok())
        .unwrap_or_default()
}

#[expect(clippy::print_stdout, reason = "that is what it is for")]
fn print(what: &str, time: Duration, most: u64) {
    println!("{what:<40} {:>8.1} ms (at most {most})", time.as_secs_f64() * 1000.0);
    // A busy machine may be slower than that, and a debug build is.
    let limit = Duration::from_millis(most * if cfg!(debug_assertions) { 50 } else { 1 });
    assert!(time <= limit, "{what}");
}

#[test]
#[ignore = "prints figures"]
#[expect(clippy::print_stdout, reason = "that is what it is for")]
fn figures() {
    let before = resident();
    let builder = account(usize::MAX);
    let read = resident();
    let snapshot: Snapshot = builder.freeze(UnixMillis(2_000), false);
    println!("{} grants", snapshot.grants().len());
    println!(
        "memory: {} kB while it is read, {} kB with a snapshot of it",
        read - before,
        resident() - before
    );
    let (few, all) = (account(100).freeze(AT, false), account(1).freeze(AT, false));
    let comparison = Comparison::new(&snapshot, &few).unwrap();
    println!("{} groups, {:?}", groups(&snapshot).len(), comparison.counts());
    let one_list = list(7, 1);
    let target = snapshot.subject(9).unwrap().target.clone();
    let mut again = builder.clone();
    print("one list of 500 read", shortest(|| again.list(&target, AT, &one_list)), 8);
    print("freeze", shortest(|| builder.freeze(AT, false)), 200);
    print("reopen", shortest(|| Builder::reopen(&snapshot)), 400);
    print("coverage", shortest(|| Coverage::of(&snapshot)), 20);
    print("grants by user", shortest(|| snapshot.grants_by_user()), 50);
    print("groups", shortest(|| groups(&snapshot)), 100);
    print("everyone", shortest(|| everyone(&snapshot)), 100);
    print("one user", shortest(|| reach(&snapshot, UserNumber(250))), 50);
    let thresholds = Thresholds::default();
    print("findings", shortest(|| findings(&few, &thresholds, None)), 300);
    print(
        "findings since an older snapshot",
        shortest(|| findings(&few, &thresholds, Some(&comparison))),
        300,
    );
    print("comparison, 1 % changed", shortest(|| Comparison::new(&snapshot, &few)), 1_000);
    print("comparison, everything changed", shortest(|| Comparison::new(&snapshot, &all)), 1_000);
    let mut worst = account(1);
    for number in 0..ORGANIZATIONS {
        let mut all = list(0, 0);
        all.others.iter_mut().for_each(|grant| grant.permission = Level::Manage.into());
        worst.list(&Target::Organization(organization(number)), AT, &all);
    }
    let worst = worst.freeze(AT, false);
    print("findings, each permission adds nothing", shortest(|| findings(&worst, &thresholds, None)), 300);
    let (old, new) = (findings(&snapshot, &thresholds, None), findings(&few, &thresholds, None));
    let count = |reports: &[crate::review::findings::Report]| {
        reports.iter().map(|one| one.findings().len()).sum::<usize>()
    };
    println!("{} and {} findings", count(&old), count(&new));
    print("states of findings", shortest(|| statuses((&snapshot, &old), (&few, &new))), 1_000);
}

#[test]
#[ignore = "prints figures"]
#[expect(clippy::print_stdout, reason = "that is what it is for")]
fn figures_of_plans() {
    let snapshot = account(usize::MAX).freeze(UnixMillis(2_000), false);
    let caller = snapshot.about.caller.id.clone();
    let leaving = Leaving { users: vec![user(7).id], successor: Succession::Nobody, ..Leaving::default() };
    print("a user is off-boarded", shortest(|| off_board(&leaving, &snapshot)), 50);
    let cloning = Cloning {
        from: user(7).id,
        to: user(8),
        fit: Fit::Exactly,
        manage: WithManage::Included,
        reason: None,
    };
    print("access is cloned", shortest(|| clone_access(&cloning, &snapshot)), 50);
    let images: Vec<Target> =
        snapshot.subjects().iter().filter(|one| one.is_image()).map(|one| one.target.clone()).collect();
    let like = Alike {
        model: images.first().cloned().unwrap(),
        images: images.into_iter().take(200).collect(),
        fit: Fit::Exactly,
        reason: None,
    };
    let edits = alike(&like, &snapshot).edits;
    print("200 images are made alike", shortest(|| alike(&like, &snapshot)), 500);
    let plan: Plan = edits.iter().cloned().collect();
    println!("{} edits", plan.len());
    print("they are staged", shortest(|| Plan::default().stage(edits.clone())), 500);
    let found = grave(&plan, &snapshot, &caller);
    print("grave edits", shortest(|| grave(&plan, &snapshot, &caller)), 300);
    print("rows", shortest(|| rows(&plan, &found)), 300);
    print("by user", shortest(|| by_user(&plan, &Grouped::default())), 300);
    print("steps", shortest(|| Run::new(&plan, &caller)), 500);
    print("agenda of a review", shortest(|| agenda(&snapshot, &[], None)), 2_000);
}
