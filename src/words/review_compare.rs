//! Words of two snapshots compared, and of snapshots as files.

use domain::review::compare::Mismatch;
use domain::review::rows::ChangeKind;

use crate::api::snapshot_file::OpenError;

use super::refused_file;

#[derive(Debug)]
pub struct Words {
    pub compare: &'static str,
    pub lead: &'static str,
    pub open: &'static str,
    pub save: &'static str,
    pub save_means: &'static str,
    /// So much of a file was read, in percent.
    pub opening: fn(u64) -> String,
    pub saving: &'static str,
    /// A file was saved: its name, its digest.
    pub saved: fn(&str) -> String,
    pub digest: &'static str,
    pub content: &'static str,
    pub copy_digest: &'static str,
    /// Why a file was not opened.
    pub not_opened: fn(&OpenError) -> String,
    pub unreadable: &'static str,
    pub mismatch: fn(Mismatch) -> &'static str,
    /// What the older snapshot is: who has read it, from when to when.
    pub older: fn(&str, &str) -> String,
    pub no_older: &'static str,
    pub no_older_means: &'static str,
    pub changes: &'static str,
    pub change: &'static str,
    pub place: &'static str,
    pub before: &'static str,
    pub after: &'static str,
    pub kind: fn(ChangeKind) -> &'static str,
    pub all_kinds: &'static str,
    pub kind_label: &'static str,
    pub nothing: &'static str,
    pub there: &'static str,
    pub no_changes: &'static str,
    pub no_changes_means: &'static str,
    /// How the findings have changed: new, unchanged, absent, unknown.
    pub findings: fn([usize; 4]) -> String,
    /// The summary of a kind: how many, of what.
    pub count: fn(usize, &str) -> String,
}

pub(super) static ENGLISH: Words = Words {
    compare: "Compare",
    lead: "Shows what has changed since an older snapshot. What was not read on one side is unknown, never gone.",
    open: "Open file",
    save: "Save snapshot",
    save_means: "The file lists users and their permissions: keep it as carefully as the registry. \
                 The digest proves that nobody has changed the file since, if you keep it somewhere else.",
    opening: |percent| format!("Opening… {percent} %"),
    saving: "Saving…",
    saved: |name| format!("Saved as {name}"),
    digest: "SHA-256 of the file",
    content: "SHA-256 of the content, which is the same whenever nothing has changed",
    copy_digest: "Copy digest",
    not_opened: |error| match error {
        OpenError::NotThisFormat => "This is not a snapshot file of this console.".to_owned(),
        OpenError::NewerVersion(version) => (refused_file::ENGLISH.newer)(*version),
        OpenError::OtherRegion(region) => (refused_file::ENGLISH.other_region)(region),
        OpenError::OtherAccount(account) => (refused_file::ENGLISH.other_account)(account),
        OpenError::TooLarge => "This file is larger than 200 MB, or has a line that is too long.".to_owned(),
        OpenError::TooManyGrants => {
            "This file has more than 5 million permissions, which is more than a browser can hold.".to_owned()
        }
        OpenError::CutOff { lines } => (refused_file::ENGLISH.cut_off)(*lines),
        OpenError::Damaged { line } => (refused_file::ENGLISH.damaged)(*line),
        OpenError::SumsDiffer => refused_file::ENGLISH.sums_differ.to_owned(),
        OpenError::ContentDiffers => {
            "This file was changed after it was saved: its digest does not match.".to_owned()
        }
    },
    unreadable: "The browser could not read this file.",
    mismatch: |mismatch| match mismatch {
        Mismatch::Account => "The two snapshots are of different accounts.",
        Mismatch::Region => "The two snapshots are of different regions.",
    },
    older: |user, time| format!("Compared with what {user} read, {time}"),
    no_older: "No older snapshot is open",
    no_older_means: "Open the file of an earlier review.",
    changes: "Changes",
    change: "Change",
    place: "Where",
    before: "Before",
    after: "After",
    kind: |kind| match kind {
        ChangeKind::Granted => "Granted",
        ChangeKind::Revoked => "Revoked",
        ChangeKind::Raised => "Raised",
        ChangeKind::Lowered => "Lowered",
        ChangeKind::Changed => "Changed",
        ChangeKind::PermissionUnknown => "Permission unknown",
        ChangeKind::New => "New",
        ChangeKind::Gone => "Gone",
        ChangeKind::ExistenceUnknown => "Existence unknown",
        ChangeKind::MadeAnew => "Deleted and created again",
        ChangeKind::MadePublic => "Made public",
        ChangeKind::MadePrivate => "Made private",
        ChangeKind::Shared => "Shared",
        ChangeKind::Unshared => "No longer shared",
        ChangeKind::SharesUnknown => "Sharing unknown",
        ChangeKind::ListNotRead => "List not read",
        ChangeKind::Renamed => "Renamed",
    },
    all_kinds: "All changes",
    kind_label: "Kind of change",
    nothing: "–",
    there: "Exists",
    no_changes: "Nothing has changed",
    no_changes_means: "Everything that both snapshots have read is the same.",
    findings: |[new, unchanged, absent, unknown]| {
        format!("Findings: {new} new, {unchanged} unchanged, {absent} absent, {unknown} unknown.")
    },
    count: |number, kind| format!("{kind}: {number}"),
};

pub(super) static CHINESE: Words = Words {
    compare: "比较",
    lead: "显示自旧快照以来的变化。任何一方未读取的内容均为未知，绝不视为已消失。",
    open: "打开文件",
    save: "保存快照",
    save_means: "文件包含用户及其权限，请像保护镜像仓库一样妥善保管。将摘要另行保存，即可证明文件此后未被修改。",
    opening: |percent| format!("正在打开… {percent} %"),
    saving: "正在保存…",
    saved: |name| format!("已保存为 {name}"),
    digest: "文件的SHA-256",
    content: "内容的SHA-256，内容没有变化时保持不变",
    copy_digest: "复制摘要",
    not_opened: |error| match error {
        OpenError::NotThisFormat => "这不是本控制台的快照文件。".to_owned(),
        OpenError::NewerVersion(version) => (refused_file::CHINESE.newer)(*version),
        OpenError::OtherRegion(region) => (refused_file::CHINESE.other_region)(region),
        OpenError::OtherAccount(account) => (refused_file::CHINESE.other_account)(account),
        OpenError::TooLarge => "文件超过200 MB，或有过长的行。".to_owned(),
        OpenError::TooManyGrants => "文件中的权限超过500万条，浏览器无法容纳。".to_owned(),
        OpenError::CutOff { lines } => (refused_file::CHINESE.cut_off)(*lines),
        OpenError::Damaged { line } => (refused_file::CHINESE.damaged)(*line),
        OpenError::SumsDiffer => refused_file::CHINESE.sums_differ.to_owned(),
        OpenError::ContentDiffers => "文件保存后被修改过：摘要不匹配。".to_owned(),
    },
    unreadable: "浏览器无法读取该文件。",
    mismatch: |mismatch| match mismatch {
        Mismatch::Account => "两个快照属于不同的账号。",
        Mismatch::Region => "两个快照属于不同的区域。",
    },
    older: |user, time| format!("与 {user} 读取的快照比较，{time}"),
    no_older: "尚未打开旧快照",
    no_older_means: "请打开以前审查的文件。",
    changes: "变化",
    change: "变化",
    place: "位置",
    before: "之前",
    after: "之后",
    kind: |kind| match kind {
        ChangeKind::Granted => "已授予",
        ChangeKind::Revoked => "已删除权限",
        ChangeKind::Raised => "已提升",
        ChangeKind::Lowered => "已降低",
        ChangeKind::Changed => "已变更",
        ChangeKind::PermissionUnknown => "权限未知",
        ChangeKind::New => "新增",
        ChangeKind::Gone => "已消失",
        ChangeKind::ExistenceUnknown => "是否存在未知",
        ChangeKind::MadeAnew => "删除后重新创建",
        ChangeKind::MadePublic => "已设为公开",
        ChangeKind::MadePrivate => "已设为私有",
        ChangeKind::Shared => "已共享",
        ChangeKind::Unshared => "不再共享",
        ChangeKind::SharesUnknown => "共享未知",
        ChangeKind::ListNotRead => "列表未读取",
        ChangeKind::Renamed => "已改名",
    },
    all_kinds: "全部变化",
    kind_label: "变化类型",
    nothing: "–",
    there: "存在",
    no_changes: "没有变化",
    no_changes_means: "两个快照均已读取的内容完全相同。",
    findings: |[new, unchanged, absent, unknown]| {
        format!("发现项：新增 {new}，未变 {unchanged}，已消失 {absent}，未知 {unknown}。")
    },
    count: |number, kind| format!("{kind}：{number}"),
};
