//! Words for staging what a finding asks for.

use domain::plan::fix::NoFix;

#[derive(Debug)]
pub struct Words {
    pub stage: &'static str,
    /// The name of the button of a finding.
    pub stage_of: fn(&str) -> String,
    /// Why there is nothing to stage, where that helps.
    pub no_fix: fn(NoFix) -> Option<&'static str>,
    pub manager: &'static str,
    pub manager_means: &'static str,
    pub manager_missing: &'static str,
    pub level: &'static str,
    pub old_ids: &'static str,
    pub old_ids_missing: &'static str,
    pub pick: &'static str,
    pub pick_missing: &'static str,
    /// An edit that can be picked: who, where, from what, to what.
    pub edit: fn(&str, &str, &str, &str) -> String,
    pub cancel: &'static str,
}

pub(super) static ENGLISH: Words = Words {
    stage: "Stage fix",
    stage_of: |finding| format!("Stage fix: {finding}"),
    no_fix: |why| match why {
        NoFix::ReadAgain => Some("Read the rest on the Overview page."),
        NoFix::Visibility => Some("The image's page makes it private."),
        NoFix::Sharing => Some("The image's page ends a share."),
        NoFix::Creator => Some("Who has created something can't be changed."),
        NoFix::NothingToDo => Some("It is so already."),
        NoFix::ChooseManager
        | NoFix::ChooseLevel
        | NoFix::ChooseOldIds
        | NoFix::NameOnly
        | NoFix::Decide
        | NoFix::NotChecked(_) => None,
    },
    manager: "Who gets Manage",
    manager_means: "A user's name or ID, as the review has read it.",
    manager_missing: "The review knows no such user, or several.",
    level: "Level",
    old_ids: "Which IDs are the old ones?",
    old_ids_missing: "Choose at least one ID, and leave at least one.",
    pick: "Which of these?",
    pick_missing: "Choose at least one.",
    edit: |user, place, now, after| format!("{user} on {place}: {now} → {after}"),
    cancel: "Cancel",
};

pub(super) static CHINESE: Words = Words {
    stage: "加入修复",
    stage_of: |finding| format!("加入修复：{finding}"),
    no_fix: |why| match why {
        NoFix::ReadAgain => Some("请在“概览”页读取剩余部分。"),
        NoFix::Visibility => Some("可在镜像页面设为私有。"),
        NoFix::Sharing => Some("可在镜像页面停止共享。"),
        NoFix::Creator => Some("创建者无法更改。"),
        NoFix::NothingToDo => Some("已是如此。"),
        NoFix::ChooseManager
        | NoFix::ChooseLevel
        | NoFix::ChooseOldIds
        | NoFix::NameOnly
        | NoFix::Decide
        | NoFix::NotChecked(_) => None,
    },
    manager: "授予管理权限的用户",
    manager_means: "审查已读取的用户名或用户ID。",
    manager_missing: "审查中没有该用户，或有多个同名用户。",
    level: "权限",
    old_ids: "哪些是旧ID？",
    old_ids_missing: "请至少选择一个ID，并至少保留一个。",
    pick: "选择哪些？",
    pick_missing: "请至少选择一项。",
    edit: |user, place, now, after| format!("{user}，{place}：{now} → {after}"),
    cancel: "取消",
};
