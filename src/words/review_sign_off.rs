//! Words of the sign-off of an access review: decisions, signing, and the files of the package.

use domain::model::level::Level;
use domain::review::decisions::{Refused, Verdict, Why};

use super::review::counted;
use super::{levels, review_findings};

#[derive(Debug)]
pub struct Words {
    pub sign_off: &'static str,
    pub lead: &'static str,
    /// So many are decided, of so many.
    pub progress: fn(usize, usize) -> String,
    pub progress_label: &'static str,
    /// The decisions are about an older reading: until when that was.
    pub stale: fn(&str) -> String,
    pub renew: &'static str,
    /// So many decisions have stayed.
    pub renewed: fn(usize) -> String,
    pub show_label: &'static str,
    pub singles: &'static str,
    pub singles_means: &'static str,
    pub together: &'static str,
    pub together_means: &'static str,
    pub only_undecided: &'static str,
    pub why: &'static str,
    /// Why something is decided by itself.
    pub why_of: fn(Why) -> &'static str,
    pub held: &'static str,
    pub permissions: &'static str,
    pub decision: &'static str,
    pub verdict: fn(Option<Verdict>) -> String,
    pub decide: &'static str,
    /// The name of the button of an item: the item, and its decision.
    pub decide_of: fn(&str, &str) -> String,
    pub decide_next: &'static str,
    /// A permission: who, where, what.
    pub item: fn(&str, &str, &str) -> String,
    pub reason: &'static str,
    pub reason_means: &'static str,
    pub reason_free: &'static str,
    pub refused: fn(Refused) -> &'static str,
    pub cancel: &'static str,
    pub open: &'static str,
    /// The name of the button that opens a group.
    pub open_of: fn(&str) -> String,
    /// A group: so many permissions.
    pub group_means: fn(usize) -> String,
    /// So many images.
    pub images: fn(usize) -> String,
    pub nothing: &'static str,
    pub nothing_means: &'static str,
    pub stage: &'static str,
    pub nothing_to_stage: &'static str,
    pub sign: &'static str,
    pub sign_review: &'static str,
    pub counts: &'static str,
    pub keep: &'static str,
    pub lower: &'static str,
    pub remove: &'static str,
    pub ask: &'static str,
    pub undecided: &'static str,
    /// So many lists were not read.
    pub not_read: fn(usize) -> String,
    /// So many permissions are the signer's own.
    pub own: fn(usize) -> String,
    pub statement: &'static str,
    pub statement_text: &'static str,
    pub signer: &'static str,
    pub snapshot: &'static str,
    pub computing: &'static str,
    pub signed: &'static str,
    /// By whom and when.
    pub signed_by: fn(&str, &str) -> String,
    pub reopen: &'static str,
    pub reopen_means: &'static str,
    pub reopened: &'static str,
    pub package: &'static str,
    pub package_means: &'static str,
    pub prepare: &'static str,
    pub preparing: &'static str,
    pub outdated: &'static str,
    pub no_after: &'static str,
    pub file: &'static str,
    pub digest: &'static str,
    pub save: &'static str,
    pub save_of: fn(&str) -> String,
    pub save_all: &'static str,
    pub saved_all: &'static str,
}

fn number(n: usize) -> u64 {
    u64::try_from(n).unwrap_or(u64::MAX)
}

fn level(level: Level) -> &'static str {
    levels::ENGLISH.name(level)
}

pub(super) static ENGLISH: Words = Words {
    sign_off: "Sign-off",
    lead: "Decide on what was read, then sign. Nothing is decided by silence: what is undecided stays undecided, and the files say so.",
    progress: |decided, all| format!("{decided} of {all} decided"),
    progress_label: "Decided",
    stale: |time| {
        format!(
            "These decisions are about what was read until {time}. Since then the review has read more, or its rules have found something else."
        )
    },
    renew: "Update",
    renewed: |n| {
        format!("{} still apply. Decide the rest again.", counted(number(n), "decision", "decisions"))
    },
    show_label: "How it is decided",
    singles: "One by one",
    singles_means: "Manage, serious findings, what is new since the older snapshot, and your own permissions. The riskiest come first.",
    together: "Together",
    together_means: "The rest, by list. Open a list to decide on it.",
    only_undecided: "Only undecided",
    why: "Why",
    why_of: |why| match why {
        Why::Manage => "Manage",
        Why::Finding(rule) => (review_findings::ENGLISH.rule)(rule),
        Why::New => "New",
        Why::Own => "Your own",
    },
    held: "Permission",
    permissions: "Permissions",
    decision: "Decision",
    verdict: |verdict| match verdict {
        None => "Undecided".to_owned(),
        Some(Verdict::Keep) => "Keep".to_owned(),
        Some(Verdict::Lower(to)) => format!("Lower to {}", level(to)),
        Some(Verdict::Remove) => "Remove".to_owned(),
        Some(Verdict::Ask) => "Ask".to_owned(),
    },
    decide: "Decide",
    decide_of: |item, decision| format!("Decide: {item}. {decision}"),
    decide_next: "Decide and next",
    item: |user, place, held| format!("{user} on {place}: {held}"),
    reason: "Reason",
    reason_means: "Required to keep this. It is in the files.",
    reason_free: "It is in the files.",
    refused: |why| match why {
        Refused::NeedsReason => "Say why this is kept.",
        Refused::NotLower => "This level is not lower than the present one.",
        Refused::NoPermission => "There is no permission here to lower or remove. Keep it, or ask somebody.",
        Refused::NotOpened => "Open the list first.",
        Refused::NoItem => "This is not part of the review any more.",
    },
    cancel: "Cancel",
    open: "Open",
    open_of: |name| format!("Open: {name}"),
    group_means: |n| {
        let permissions = counted(number(n), "permission", "permissions");
        format!("One decision for {permissions}. What is riskier is decided one by one and not among them.")
    },
    images: |n| counted(number(n), "image", "images"),
    nothing: "There is nothing to decide",
    nothing_means: "What was read has no permissions of this kind.",
    stage: "Stage decisions",
    nothing_to_stage: "No decision so far changes a permission.",
    sign: "Sign",
    sign_review: "Sign the review",
    counts: "Decisions",
    keep: "Keep",
    lower: "Lower",
    remove: "Remove",
    ask: "Ask",
    undecided: "Undecided",
    not_read: |n| match n {
        0 => "Every listed organization and image was read.".to_owned(),
        n => format!("Not read: {}. Nothing is decided about these.", counted(number(n), "list", "lists")),
    },
    own: |n| match n {
        0 => "None of these permissions is your own.".to_owned(),
        n => format!(
            "Your own: {}. A second person has to sign these.",
            counted(number(n), "permission", "permissions")
        ),
    },
    statement: "Statement",
    statement_text: "I have reviewed the permissions in decisions.csv as they were read at the times given there. \
                     What is marked as undecided or not read is not part of my review.",
    signer: "Signed by",
    snapshot: "SHA-256 of the snapshot",
    computing: "Computing…",
    signed: "Signed",
    signed_by: |user, time| format!("Signed by {user}, {time}."),
    reopen: "Reopen",
    reopen_means: "Reopening keeps the decisions, and ends this sign-off: sign again after you have changed something.",
    reopened: "Reopened. The review is not signed any more.",
    package: "Package",
    package_means: "Separate files for an auditor. They list users and their permissions: keep them as carefully as the registry. \
                    Keep the digests somewhere else too, such as in the ticket.",
    prepare: "Prepare files",
    preparing: "Preparing…",
    outdated: "The review or a plan has changed since these files were prepared. Prepare them again.",
    no_after: "After the changes, scan again: the package then has a second snapshot.",
    file: "File",
    digest: "SHA-256",
    save: "Save",
    save_of: |name| format!("Save {name}"),
    save_all: "Save all files",
    saved_all: "All files are saved.",
};

pub(super) static CHINESE: Words = Words {
    sign_off: "签核",
    lead: "请对已读取的权限作出决定，然后签核。沉默不代表决定：未决定的保持未决定，并在文件中注明。",
    progress: |decided, all| format!("已决定 {decided} / {all}"),
    progress_label: "已决定",
    stale: |time| {
        format!("这些决定针对截至 {time} 读取的内容。此后审查又读取了新的内容，或规则有了其他发现。")
    },
    renew: "更新",
    renewed: |n| format!("{n} 项决定仍然适用，其余请重新决定。"),
    show_label: "决定方式",
    singles: "逐项",
    singles_means: "管理权限、重要发现项、自上次快照以来的新增权限，以及您自己的权限。风险最高的在前。",
    together: "合并",
    together_means: "其余权限按列表合并。请先打开列表再决定。",
    only_undecided: "仅未决定",
    why: "原因",
    why_of: |why| match why {
        Why::Manage => "管理权限",
        Why::Finding(rule) => (review_findings::CHINESE.rule)(rule),
        Why::New => "新增",
        Why::Own => "您自己的",
    },
    held: "权限",
    permissions: "权限数",
    decision: "决定",
    verdict: |verdict| match verdict {
        None => "未决定".to_owned(),
        Some(Verdict::Keep) => "保留".to_owned(),
        Some(Verdict::Lower(to)) => format!("降为{}", levels::CHINESE.name(to)),
        Some(Verdict::Remove) => "删除".to_owned(),
        Some(Verdict::Ask) => "询问".to_owned(),
    },
    decide: "决定",
    decide_of: |item, decision| format!("决定：{item}。{decision}"),
    decide_next: "决定并继续下一项",
    item: |user, place, held| format!("{user}，{place}：{held}"),
    reason: "原因",
    reason_means: "保留时必填，将写入文件。",
    reason_free: "将写入文件。",
    refused: |why| match why {
        Refused::NeedsReason => "请说明保留的原因。",
        Refused::NotLower => "该级别不低于当前级别。",
        Refused::NoPermission => "此项不涉及用户权限，只能保留或询问。",
        Refused::NotOpened => "请先打开列表。",
        Refused::NoItem => "此项已不在审查范围内。",
    },
    cancel: "取消",
    open: "打开",
    open_of: |name| format!("打开：{name}"),
    group_means: |n| format!("一个决定适用于 {n} 项权限。风险较高的权限逐项决定，不在其中。"),
    images: |n| format!("{n} 个镜像"),
    nothing: "没有需要决定的内容",
    nothing_means: "已读取的内容中没有此类权限。",
    stage: "将决定加入计划",
    nothing_to_stage: "目前的决定不更改任何权限。",
    sign: "签核",
    sign_review: "签核审查",
    counts: "决定",
    keep: "保留",
    lower: "降低",
    remove: "删除",
    ask: "询问",
    undecided: "未决定",
    not_read: |n| match n {
        0 => "列出的组织和镜像均已读取。".to_owned(),
        n => format!("{n} 个列表未读取，对其未作任何决定。"),
    },
    own: |n| match n {
        0 => "其中没有您自己的权限。".to_owned(),
        n => format!("其中 {n} 项是您自己的权限，须由另一人签核。"),
    },
    statement: "声明",
    statement_text: "本人已审查 decisions.csv 中所列、在所示时间读取的权限。标为未决定或未读取的内容不在本人的审查范围内。",
    signer: "签核人",
    snapshot: "快照的 SHA-256",
    computing: "正在计算…",
    signed: "已签核",
    signed_by: |user, time| format!("由 {user} 于 {time} 签核。"),
    reopen: "重新打开",
    reopen_means: "重新打开后保留决定，本次签核失效：更改后请重新签核。",
    reopened: "已重新打开，审查不再处于签核状态。",
    package: "审计文件",
    package_means: "供审计人员使用的独立文件。文件包含用户及其权限，请像镜像仓库一样妥善保管。请将摘要另存他处，例如工单中。",
    prepare: "生成文件",
    preparing: "正在生成…",
    outdated: "文件生成之后情况有变，请重新生成。",
    no_after: "变更执行后请再次扫描：届时将包含第二个快照。",
    file: "文件",
    digest: "SHA-256",
    save: "保存",
    save_of: |name| format!("保存 {name}"),
    save_all: "保存全部文件",
    saved_all: "全部文件已保存。",
};
