//! Words of the plan: what is staged, and its file. Those of the run are beside this file.

use domain::plan::grave::Grave;
use domain::plan::rows::{Change, Total};

use super::levels;
use super::refused_file;
use super::review::counted;
use crate::api::plan_file::OpenError;

#[derive(Debug)]
pub struct Words {
    pub lead: &'static str,
    /// The header's link: so many edits.
    pub link: fn(usize) -> String,
    pub empty: &'static str,
    pub empty_means: &'static str,
    pub to_findings: &'static str,
    /// How many edits, for how many users, on how many organizations and images.
    pub numbers: fn([usize; 3]) -> String,
    pub totals: &'static str,
    /// What a user loses or gets: the user, the change, on how much.
    pub total: fn(&str, &Total) -> String,
    /// So many grave edits.
    pub grave: fn(usize) -> String,
    pub grave_means: &'static str,
    pub grave_kind: fn(Grave) -> &'static str,
    pub planned: &'static str,
    pub place: &'static str,
    pub user: &'static str,
    pub now: &'static str,
    pub after: &'static str,
    pub reason: &'static str,
    pub nothing: &'static str,
    /// How many of how many edits are shown.
    pub count: fn(usize, usize) -> String,
    pub take_back: &'static str,
    pub undo_staging: &'static str,
    pub clear: &'static str,
    /// Edits were staged: how many, and how many there are now.
    pub staged: fn(usize, usize) -> String,
    /// Edits were taken back or changed: how many, and how many there are now.
    pub changed: fn(usize, usize) -> String,
    pub save: &'static str,
    /// The plan was saved under a name.
    pub saved: fn(&str) -> String,
    pub open: &'static str,
    /// Who has made the plan, and when.
    pub made_by: fn(&str, &str) -> String,
    pub made_by_changed: &'static str,
    pub made_by_means: &'static str,
    pub not_opened: fn(&OpenError) -> String,
    pub unreadable: &'static str,
}

fn number(n: usize) -> u64 {
    u64::try_from(n).unwrap_or(u64::MAX)
}

fn edits(n: usize) -> String {
    counted(number(n), "edit", "edits")
}

/// "37 images", "1 organization and 37 images".
pub(super) fn places(organizations: usize, images: usize) -> String {
    places_in_groups(organizations, images, None)
}

/// "37 images (5 groups)".
fn places_in_groups(organizations: usize, images: usize, groups: Option<usize>) -> String {
    let counts = (organizations, images);
    let in_groups = |groups| format!(" ({})", counted(number(groups), "group", "groups"));
    let images = counted(number(images), "image", "images") + &groups.map(in_groups).unwrap_or_default();
    let organizations = counted(number(organizations), "organization", "organizations");
    match counts {
        (0, _) => images,
        (_, 0) => organizations,
        _ => format!("{organizations} and {images}"),
    }
}

pub(super) fn places_zh(organizations: usize, images: usize) -> String {
    places_in_groups_zh(organizations, images, None)
}

fn places_in_groups_zh(organizations: usize, images: usize, groups: Option<usize>) -> String {
    let groups = groups.map(|groups| format!("（{groups} 组）")).unwrap_or_default();
    match (organizations, images) {
        (0, images) => format!("{images} 个镜像{groups}"),
        (organizations, 0) => format!("{organizations} 个组织"),
        (organizations, images) => format!("{organizations} 个组织和 {images} 个镜像{groups}"),
    }
}

pub(super) static ENGLISH: Words = Words {
    lead: "What is staged here changes nothing until you run it. A run reads each list first, sends nothing where someone else \
           has changed it, and reads it again afterwards.",
    link: |n| format!("Plan, {}", edits(n)),
    empty: "Nothing is staged",
    empty_means: "Stage fixes on the findings of an access review, or open a plan that was saved.",
    to_findings: "Go to findings",
    numbers: |[n, users, places]| {
        format!(
            "{} for {}, on {}.",
            edits(n),
            counted(number(users), "user", "users"),
            counted(number(places), "organization or image", "organizations and images")
        )
    },
    totals: "By user",
    total: |user, total| {
        let places = places_in_groups(total.organizations, total.images, total.groups);
        let name = |level| levels::ENGLISH.name(level);
        match total.change {
            Change::Loses(level) => format!("{user} loses {} on {places}", name(level)),
            Change::LosesOdd => format!("{user} loses a value that is not a level on {places}"),
            Change::Lowered(from, to) => {
                format!("{user} goes from {} down to {} on {places}", name(from), name(to))
            }
            Change::Set(level) => {
                format!("{user} goes from a value that is not a level to {} on {places}", name(level))
            }
            Change::Raised(from, to) => {
                format!("{user} goes from {} up to {} on {places}", name(from), name(to))
            }
            Change::Gains(level) => format!("{user} gets {} on {places}", name(level)),
        }
    },
    grave: |n| counted(number(n), "grave edit", "grave edits"),
    grave_means: "Check these first. You type their number before the plan runs.",
    grave_kind: |grave| match grave {
        Grave::LastManager => "Nobody manages it afterwards",
        Grave::OwnRights => "Your own permission",
        Grave::ManageGranted => "Gives Manage",
        Grave::NotRead => "Its list was not read",
    },
    planned: "Planned changes",
    place: "Where",
    user: "User",
    now: "Now",
    after: "After",
    reason: "Reason",
    nothing: "–",
    count: |shown, all| super::lists::count(shown, all, "edit", "edits"),
    take_back: "Take back",
    undo_staging: "Undo staging",
    clear: "Clear plan",
    staged: |n, all| format!("Staged: {}. {all} in the plan.", edits(n)),
    changed: |n, all| format!("Changed: {}. {all} in the plan.", edits(n)),
    save: "Save plan",
    saved: |name| format!("Saved as {name}"),
    open: "Open plan",
    made_by: |user, time| format!("Made by {user}, {time}."),
    made_by_changed: "You have changed it since.",
    made_by_means: "The file says so. Nothing proves it.",
    not_opened: |error| match error {
        OpenError::NotThisFormat => "This is not a plan file of this console.".to_owned(),
        OpenError::NewerVersion(version) => (refused_file::ENGLISH.newer)(*version),
        OpenError::OtherRegion(region) => (refused_file::ENGLISH.other_region)(region),
        OpenError::OtherAccount(account) => (refused_file::ENGLISH.other_account)(account),
        OpenError::TooLarge => "This file is too large for a plan.".to_owned(),
        OpenError::CutOff { lines } => (refused_file::ENGLISH.cut_off)(*lines),
        OpenError::Damaged { line } => (refused_file::ENGLISH.damaged)(*line),
        OpenError::SumsDiffer => refused_file::ENGLISH.sums_differ.to_owned(),
    },
    unreadable: "The browser could not read this file.",
};

pub(super) static CHINESE: Words = Words {
    lead: "此处的变更在执行之前不会生效。执行时先读取每个列表，如已被他人修改则不发送，之后再次读取确认。",
    link: |n| format!("变更计划，{n} 项"),
    empty: "计划为空",
    empty_means: "请在权限审查的发现项中添加修复，或打开已保存的计划。",
    to_findings: "前往发现项",
    numbers: |[n, users, places]| format!("共 {n} 项变更，涉及 {users} 个用户、{places} 个组织或镜像。"),
    totals: "按用户",
    total: |user, total| {
        let places = places_in_groups_zh(total.organizations, total.images, total.groups);
        let name = |level| levels::CHINESE.name(level);
        match total.change {
            Change::Loses(level) => format!("{user} 失去 {places}的{}权限", name(level)),
            Change::LosesOdd => format!("{user} 失去 {places}的无效权限值"),
            Change::Lowered(from, to) => {
                format!("{user} 在 {places}上由{}降为{}", name(from), name(to))
            }
            Change::Set(level) => format!("{user} 在 {places}上由无效权限值改为{}", name(level)),
            Change::Raised(from, to) => format!("{user} 在 {places}上由{}升为{}", name(from), name(to)),
            Change::Gains(level) => format!("{user} 获得 {places}的{}权限", name(level)),
        }
    },
    grave: |n| format!("{n} 项重大变更"),
    grave_means: "请先检查这些变更，执行前需要输入其数量。",
    grave_kind: |grave| match grave {
        Grave::LastManager => "之后将无人管理",
        Grave::OwnRights => "您自己的权限",
        Grave::ManageGranted => "授予管理权限",
        Grave::NotRead => "列表未读取",
    },
    planned: "计划的变更",
    place: "位置",
    user: "用户",
    now: "当前",
    after: "之后",
    reason: "原因",
    nothing: "–",
    count: |shown, all| super::lists::count_zh(shown, all, "项变更"),
    take_back: "撤回",
    undo_staging: "撤销添加",
    clear: "清空计划",
    staged: |n, all| format!("已添加 {n} 项，计划中共 {all} 项。"),
    changed: |n, all| format!("已更改 {n} 项，计划中共 {all} 项。"),
    save: "保存计划",
    saved: |name| format!("已保存为 {name}"),
    open: "打开计划",
    made_by: |user, time| format!("由 {user} 于 {time} 制定。"),
    made_by_changed: "您此后已修改。",
    made_by_means: "此信息来自文件，无法证实。",
    not_opened: |error| match error {
        OpenError::NotThisFormat => "这不是本控制台的计划文件。".to_owned(),
        OpenError::NewerVersion(version) => (refused_file::CHINESE.newer)(*version),
        OpenError::OtherRegion(region) => (refused_file::CHINESE.other_region)(region),
        OpenError::OtherAccount(account) => (refused_file::CHINESE.other_account)(account),
        OpenError::TooLarge => "文件过大，不是计划文件。".to_owned(),
        OpenError::CutOff { lines } => (refused_file::CHINESE.cut_off)(*lines),
        OpenError::Damaged { line } => (refused_file::CHINESE.damaged)(*line),
        OpenError::SumsDiffer => refused_file::CHINESE.sums_differ.to_owned(),
    },
    unreadable: "浏览器无法读取该文件。",
};
