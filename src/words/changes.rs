//! Words of changing and revoking: rows, dialogs, and the result for every user.

use domain::change::loss::{Doubt, Loss, Stays};
use domain::change::outcome::Outcome;
use domain::change::risk::Risk;
use domain::change::undo::Cannot;
use domain::change::write::Current;
use domain::model::level::Level;
use domain::model::operation::Kind;

use super::levels;

#[derive(Debug)]
pub struct Words {
    pub actions: &'static str,
    /// The checkbox of a row.
    pub select: fn(&str) -> String,
    pub select_all: &'static str,
    /// How many are selected, of how many that are shown.
    pub selected: fn(usize, usize) -> String,
    pub change_selected: &'static str,
    pub revoke_selected: &'static str,
    /// The button of a row, in full.
    pub change_of: fn(&str) -> String,
    /// The button of a row, in full.
    pub revoke_of: fn(&str) -> String,
    /// The choice in a row.
    pub permission_of: fn(&str) -> String,
    pub save: &'static str,
    pub no_id: &'static str,
    pub no_name: &'static str,
    /// Why nothing can be changed here, as far as is known.
    pub may_not: fn(Kind) -> &'static str,
    pub try_anyway: &'static str,
    pub read_only: &'static str,
    pub change_title: &'static str,
    pub change: &'static str,
    pub revoke_title: &'static str,
    pub revoke: &'static str,
    pub undo_title: &'static str,
    pub undo: &'static str,
    pub retry: &'static str,
    /// What someone has, as one word.
    pub held: fn(&Current, &levels::Words) -> String,
    /// What someone can do no longer, what they can still do and by what: the loss, the kind of target, the organization.
    pub loses: fn(&Loss, Kind, &str, &levels::Words) -> String,
    /// What someone keeps on images of an organization: levels by image.
    pub keeps_on: fn(&[(String, &'static str)]) -> String,
    /// How many have the chosen level already, so that nothing is sent for them.
    pub already: fn(usize) -> String,
    pub nothing: &'static str,
    /// More people than are shown.
    pub and_more: fn(usize) -> String,
    /// Why the target's name has to be typed.
    pub risk: fn(Risk, Kind) -> String,
    /// The field for it.
    pub type_to_confirm: fn(&str) -> String,
    pub type_exactly: &'static str,
    pub conflicts: &'static str,
    /// What one of them has now, and had.
    pub conflict: fn(&str, &str, &str) -> String,
    pub not_sent: &'static str,
    pub contradicted: &'static str,
    pub unverified: &'static str,
    /// The result for one user.
    pub outcome: fn(&Outcome, &levels::Words) -> String,
    pub since: &'static str,
    /// Why there is no way back for someone.
    pub cannot: fn(Cannot) -> &'static str,
    pub discard_title: &'static str,
    pub discard_means: &'static str,
    /// The question before signing out, where the session has work that is in no file.
    pub lose_session_title: &'static str,
    pub lose_session_means: &'static str,
    pub discard: &'static str,
    pub keep_editing: &'static str,
    pub updated: &'static str,
    /// The documented text of a successful revocation.
    pub deleted: fn(Kind) -> &'static str,
    /// The fact after changing one: name, level.
    pub changed_one: fn(&str, &str) -> String,
    /// The fact after changing several: how many, level.
    pub changed_many: fn(usize, &str) -> String,
    /// The fact after revoking from one.
    pub revoked_one: fn(&str) -> String,
    /// The fact after revoking from several.
    pub revoked_many: fn(usize) -> String,
    /// The fact after undoing.
    pub undone: fn(usize) -> String,
}

/// Picks the sentence for what is lost from one level to a lower one, of those for pull, push, and manage being the
/// least of it that is lost. Nothing is lost where the second is not lower.
fn lost(before: Level, after: Option<Level>, sentences: [[&'static str; 3]; 3]) -> Option<&'static str> {
    let rank = |level: Level| match level {
        Level::Read => 1,
        Level::Write => 2,
        Level::Manage => 3,
    };
    let (before, after) = (rank(before), after.map_or(0, rank));
    if after >= before {
        return None;
    }
    sentences.get(after)?.get(before - 1).copied()
}

pub(super) static ENGLISH: Words = Words {
    actions: "Actions",
    select: |name| format!("Select {name}"),
    select_all: "Select all",
    selected: |n, shown| format!("{n} of {shown} selected"),
    change_selected: "Change selected",
    revoke_selected: "Revoke selected",
    change_of: |name| format!("Change {name}"),
    revoke_of: |name| format!("Revoke {name}"),
    permission_of: |name| format!("Permission of {name}"),
    save: "Save",
    no_id: "This entry has no user ID, so it can't be changed or revoked.",
    no_name: "This entry has no user name, which a change needs. You can still revoke it.",
    may_not: |kind| match kind {
        Kind::Image => {
            "You probably can't change permissions here. That needs Write on the organization or Manage on the \
             image, or an account administrator."
        }
        Kind::Organization => {
            "You probably can't change permissions here. That needs Manage on the organization, or an account \
             administrator."
        }
    },
    try_anyway: "Try anyway",
    read_only: "This console is read-only: permissions can't be changed here.",
    change_title: "Change permission",
    change: "Change",
    revoke_title: "Revoke permission",
    revoke: "Revoke",
    undo_title: "Undo",
    undo: "Undo",
    retry: "Retry what failed",
    held: |held, levels| match held {
        None => "Nothing".to_owned(),
        Some(permission) => levels.permission(permission),
    },
    loses: |loss, kind, organization, levels| {
        let image = [
            [
                "can no longer pull",
                "can no longer pull or push",
                "can no longer pull, push, delete or grant permissions",
            ],
            ["", "can no longer push", "can no longer push, delete or grant permissions"],
            ["", "", "can no longer delete or grant permissions"],
        ];
        let on_organization = [
            [
                "can no longer pull its images",
                "can no longer pull or push its images",
                "can no longer pull, push, delete or manage permissions here",
            ],
            ["", "can no longer push", "can no longer push, delete or manage permissions"],
            ["", "", "can no longer delete or manage permissions of the organization"],
        ];
        let lost = lost(loss.before, loss.after, if kind == Kind::Image { image } else { on_organization });
        let doubt = match (loss.doubt, kind) {
            (Doubt::None, _) => "",
            (_, Kind::Organization) => ", unless granted on an image",
            (Doubt::Organization, _) => ", unless the organization allows it",
            (Doubt::Visibility, _) => ", unless the image is public",
            (Doubt::Both, _) => ", unless the image is public or the organization allows it",
        };
        let stays = loss.stays.map(|stays| match stays {
            Stays::ByOrganization(level) => {
                format!("keeps {} through organization {organization}", levels.name(level))
            }
            Stays::ByPublic => "can still pull: the image is public".to_owned(),
        });
        let lost = lost.map(|lost| format!("{lost}{doubt}"));
        lost.into_iter().chain(stays).collect::<Vec<_>>().join("; ")
    },
    keeps_on: |images| {
        let keeps: Vec<String> = images.iter().map(|(image, level)| format!("{level} on {image}")).collect();
        format!("keeps {}", keeps.join(", "))
    },
    already: |n| {
        if n == 1 {
            "1 user already has this level and will be skipped.".to_owned()
        } else {
            format!("{n} users already have this level and will be skipped.")
        }
    },
    nothing: "Nothing to change: everyone already has this permission.",
    and_more: |n| format!("and {n} more"),
    risk: |risk, kind| {
        match (risk, kind) {
        (Risk::LastManager, Kind::Image) => {
            "No user on the list will have Manage on the image. After that, only managers of the organization or account administrators can grant permissions."
                .to_owned()
        }
        (Risk::LastManager, Kind::Organization) => {
            "No user on the list will have Manage on the organization. After that, only account administrators can grant permissions.".to_owned()
        }
        (Risk::OwnAccess, _) => {
            "This is your own permission. You may not be able to restore it yourself.".to_owned()
        }
        (Risk::Bulk(n), _) => format!("This affects {n} users at once."),
    }
    },
    type_to_confirm: |name| format!("Type {name} to confirm"),
    type_exactly: "Type the name exactly as it is shown.",
    conflicts: "Someone else changed these permissions. Nothing was sent. Review the current values and confirm again.",
    conflict: |name, now, before| format!("{name}: now {now}, was {before}"),
    not_sent: "Nothing was sent: the list couldn't be read to check for changes by others.",
    contradicted: "The service reported success, but the list shows something else.",
    unverified: "The service reported success, but the list could not be read to confirm it.",
    outcome: |outcome, levels| match outcome {
        Outcome::Applied => "Applied".to_owned(),
        Outcome::NotApplied => "Not applied".to_owned(),
        Outcome::Otherwise(None) => "Now nothing: someone else changed it".to_owned(),
        Outcome::Otherwise(Some(permission)) => {
            format!("Now {}: someone else changed it", levels.permission(permission))
        }
        Outcome::Unknown => "Unknown".to_owned(),
    },
    since: "Someone else changed this since. Undo overwrites their change.",
    cannot: |cannot| match cannot {
        Cannot::NoLevel => "Can't be undone: the permission before is not one of the three levels.",
        Cannot::Oneself => "Can't be undone: users can't grant permissions to themselves.",
    },
    discard_title: "Discard what you typed?",
    discard_means: "Your changes on this page are not sent yet and will be lost.",
    lose_session_title: "Leave and lose your work?",
    lose_session_means: "A scan or run is not finished, or a plan or decisions are not saved in a file. Leaving loses them.",
    discard: "Discard",
    keep_editing: "Keep editing",
    updated: "Update succeeded.",
    deleted: |kind| match kind {
        Kind::Image => "Request succeeded.",
        Kind::Organization => "Deletion succeeded.",
    },
    changed_one: |name, level| format!("{name} now has {level}."),
    changed_many: |n, level| format!("{n} users now have {level}."),
    revoked_one: |name| format!("Revoked the permission of {name}."),
    revoked_many: |n| format!("Revoked the permissions of {n} users."),
    undone: |n| if n == 1 { "Undone for 1 user.".to_owned() } else { format!("Undone for {n} users.") },
};

pub(super) static CHINESE: Words = Words {
    actions: "操作",
    select: |name| format!("选择 {name}"),
    select_all: "全选",
    selected: |n, shown| format!("已选择 {n} / {shown}"),
    change_selected: "批量修改",
    revoke_selected: "批量删除",
    change_of: |name| format!("修改 {name} 的权限"),
    revoke_of: |name| format!("删除 {name} 的权限"),
    permission_of: |name| format!("{name} 的权限"),
    save: "保存",
    no_id: "服务未返回此条目的 ID，无法发起请求。",
    no_name: "服务未返回此用户的名称，无法修改，但可以删除。",
    may_not: |kind| match kind {
        Kind::Image => "您可能无法修改此处的权限：需要组织的“编辑”权限或镜像的“管理”权限。管理员不受此限。",
        Kind::Organization => "您可能无法修改此处的权限：需要组织的“管理”权限。管理员不受此限。",
    },
    try_anyway: "仍然尝试",
    read_only: "此控制台为只读，不能在此修改权限。",
    change_title: "修改权限",
    change: "修改",
    revoke_title: "删除权限",
    revoke: "删除",
    undo_title: "撤销",
    undo: "撤销",
    retry: "重试失败项",
    held: |held, levels| match held {
        None => "无".to_owned(),
        Some(permission) => levels.permission(permission),
    },
    loses: |loss, kind, organization, levels| {
        let image = [
            ["将不能下载镜像", "将不能下载和上传镜像", "将不能下载、上传、删除镜像和授权"],
            ["", "将不能上传镜像", "将不能上传、删除镜像和授权"],
            ["", "", "将不能删除镜像和授权"],
        ];
        let on_organization = [
            ["将不能下载其镜像", "将不能下载和上传其镜像", "将不能下载、上传、删除其镜像和管理权限"],
            ["", "将不能上传镜像", "将不能上传、删除镜像和管理权限"],
            ["", "", "将不能删除镜像和管理组织权限"],
        ];
        let lost = lost(loss.before, loss.after, if kind == Kind::Image { image } else { on_organization });
        let doubt = match (loss.doubt, kind) {
            (Doubt::None, _) => "",
            (_, Kind::Organization) => "（镜像另有授权除外）",
            (Doubt::Organization, _) => "（组织另有授权除外）",
            (Doubt::Visibility, _) => "（公开镜像除外）",
            (Doubt::Both, _) => "（公开镜像或组织另有授权除外）",
        };
        let stays = loss.stays.map(|stays| match stays {
            Stays::ByOrganization(level) => {
                format!("通过组织 {organization} 仍保留“{}”权限", levels.name(level))
            }
            Stays::ByPublic => "仍可下载：此镜像是公开镜像".to_owned(),
        });
        let lost = lost.map(|lost| format!("{lost}{doubt}"));
        lost.into_iter().chain(stays).collect::<Vec<_>>().join("；")
    },
    keeps_on: |images| {
        let keeps: Vec<String> =
            images.iter().map(|(image, level)| format!("{image} 的“{level}”权限")).collect();
        format!("仍保留 {}", keeps.join("、"))
    },
    already: |n| format!("{n} 个用户已是该权限，不会发送。"),
    nothing: "所有用户均已符合要求，无需发送。",
    and_more: |n| format!("另有 {n} 个"),
    risk: |risk, kind| match (risk, kind) {
        (Risk::LastManager, Kind::Image) => {
            "此后列表中将没有人能管理该镜像，只有组织的管理者或账号管理员可以再授权。".to_owned()
        }
        (Risk::LastManager, Kind::Organization) => {
            "此后列表中将没有人能管理该组织，只有账号管理员可以再授权。".to_owned()
        }
        (Risk::OwnAccess, _) => "这是您自己的权限，之后您可能无法为自己恢复。".to_owned(),
        (Risk::Bulk(n), _) => format!("此操作一次涉及 {n} 个用户。"),
    },
    type_to_confirm: |name| format!("输入 {name} 以确认"),
    type_exactly: "请按显示的内容准确输入名称。",
    conflicts: "其他人已在此期间作了修改，因此没有发送任何请求。请核对下面的内容后再次确认。",
    conflict: |name, now, before| format!("{name}：现为“{now}”，原为“{before}”"),
    not_sent: "没有发送任何请求：无法读取列表以确认未被他人修改。",
    contradicted: "服务返回成功，但列表显示的结果不同。",
    unverified: "服务返回成功，但无法读取列表加以确认。",
    outcome: |outcome, levels| match outcome {
        Outcome::Applied => "已生效".to_owned(),
        Outcome::NotApplied => "未生效".to_owned(),
        Outcome::Otherwise(None) => "现无权限：被他人修改".to_owned(),
        Outcome::Otherwise(Some(permission)) => {
            format!("现为“{}”：被他人修改", levels.permission(permission))
        }
        Outcome::Unknown => "未知".to_owned(),
    },
    since: "此后他人又作了修改，撤销将覆盖该修改。",
    cannot: |cannot| match cannot {
        Cannot::NoLevel => "无法撤销：之前的值不是可授予的级别。",
        Cannot::Oneself => "无法撤销：服务不允许给自己授权。",
    },
    discard_title: "放弃已输入的内容？",
    discard_means: "此页面上的修改尚未发送，离开后将丢失。",
    lose_session_title: "离开并放弃未保存的工作？",
    lose_session_means: "扫描或执行尚未完成，或者计划、决定尚未保存到文件，离开后将丢失。",
    discard: "放弃",
    keep_editing: "继续编辑",
    updated: "更新成功",
    deleted: |_| "删除成功",
    changed_one: |name, level| format!("{name} 现在拥有“{level}”权限。"),
    changed_many: |n, level| format!("{n} 个用户现在拥有“{level}”权限。"),
    revoked_one: |name| format!("已删除 {name} 的权限。"),
    revoked_many: |n| format!("已删除 {n} 个用户的权限。"),
    undone: |n| format!("已为 {n} 个用户撤销。"),
};

#[cfg(test)]
mod tests;
