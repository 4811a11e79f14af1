//! Words of the journal, and of saving tables as files.

use domain::change::write::Action;
use domain::text::export::FileKind;

#[derive(Debug)]
pub struct Words {
    pub means: &'static str,
    pub empty: &'static str,
    pub empty_means: &'static str,
    /// The heading of an entry: its number, what was done, for how many, on what.
    pub entry: fn(usize, Action, usize, &str) -> String,
    pub by: &'static str,
    pub reason: &'static str,
    /// Before the name of who made the plan, where that is somebody else.
    pub planned_by: &'static str,
    /// The heading of a batch: its first and last number, how many requests, for how many users, on what.
    pub batch: fn((usize, usize), usize, usize, &str) -> String,
    /// The same for the run of a plan: on so many organizations and images.
    pub run: fn((usize, usize), usize, usize, usize) -> String,
    pub run_means: &'static str,
    /// The button that shows the requests of a batch.
    pub requests: fn(usize) -> String,
    /// The button that shows more of a list: how many more, of how many in all.
    pub show_more: fn(usize, usize) -> String,
    /// The first and last number of the entries that were undone.
    pub undoes: fn((usize, usize)) -> String,
    pub awaited: &'static str,
    /// How many of an entry's users have what the entry asked for.
    pub applied: fn(usize, usize) -> String,
    pub nothing_to_undo: &'static str,
    pub for_excel: &'static str,
    pub save_audit: &'static str,
    pub audit_hash: &'static str,
    pub copy_hash: &'static str,
    pub audit_means: &'static str,
    pub audit_failed: &'static str,
    /// A table that was saved.
    pub exported: fn(usize) -> String,
}

impl Words {
    /// What a kind of file is called.
    pub const fn file_kind(&self, kind: FileKind) -> &'static str {
        match kind {
            FileKind::Excel => self.for_excel,
            FileKind::Csv => "CSV",
            FileKind::Json => "JSON",
        }
    }
}

pub(super) static ENGLISH: Words = Words {
    means: "Every grant, change and revocation of this session, in this tab. It is kept in memory only and is gone \
            after a reload or when you sign out.",
    empty: "Nothing was changed yet",
    empty_means: "What you grant, change or revoke in this session appears here and can be undone.",
    entry: |number, action, n, target| {
        let (verb, what) = match (action, n) {
            (Action::Grant, 1) => ("Granted", "1 permission".to_owned()),
            (Action::Grant, n) => ("Granted", format!("{n} permissions")),
            (Action::Change, 1) => ("Changed", "1 permission".to_owned()),
            (Action::Change, n) => ("Changed", format!("{n} permissions")),
            (Action::Revoke, 1) => ("Revoked", "1 permission".to_owned()),
            (Action::Revoke, n) => ("Revoked", format!("{n} permissions")),
        };
        format!("{number}. {verb} {what} on {target}")
    },
    by: "by",
    reason: "Reason:",
    planned_by: "planned by",
    batch: |(first, last), requests, users, target| {
        format!("{first}–{last}. {requests} requests for {users} users on {target}")
    },
    run: |(first, last), requests, users, targets| {
        format!(
            "{first}–{last}. {requests} requests for {users} permissions on {targets} organizations and images"
        )
    },
    run_means: "The run of a plan. “Undo run” stages its way back as a plan; each request can also be undone by itself.",
    requests: |n| format!("{n} requests"),
    show_more: |more, all| format!("Show {more} more of {all}"),
    undoes: |(first, last)| {
        if first == last {
            format!("Undoes entry {first}.")
        } else {
            format!("Undoes entries {first}–{last}.")
        }
    },
    awaited: "Waiting for the answer…",
    applied: |n, all| format!("{n} of {all} applied"),
    nothing_to_undo: "There is nothing to undo: everything is as it was before.",
    for_excel: "CSV for Excel",
    save_audit: "Save audit file",
    audit_hash: "SHA-256 of the last line:",
    copy_hash: "Copy hash",
    audit_means: "Keep this hash apart from the file, for example in the ticket. With it anyone can check that no line was \
                  changed.",
    audit_failed: "Your browser can't hash on this page, so no audit file was saved.",
    exported: |n| if n == 1 { "Exported 1 row.".to_owned() } else { format!("Exported {n} rows.") },
};

pub(super) static CHINESE: Words = Words {
    means: "本标签页当前会话中的每一次授权、修改和删除。仅保存在内存中，重新加载或退出登录后即消失。",
    empty: "尚无修改",
    empty_means: "您在本次会话中的授权、修改和删除会显示在这里，并可撤销。",
    entry: |number, action, n, target| {
        let verb = match action {
            Action::Grant => "授予",
            Action::Change => "修改",
            Action::Revoke => "删除",
        };
        format!("{number}. 在 {target} 上{verb} {n} 项权限")
    },
    by: "操作者：",
    reason: "原因：",
    planned_by: "计划制定者：",
    batch: |(first, last), requests, users, target| {
        format!("{first}–{last}. 在 {target} 上为 {users} 个用户发送了 {requests} 个请求")
    },
    run: |(first, last), requests, users, targets| {
        format!("{first}–{last}. 在 {targets} 个组织和镜像上为 {users} 项权限发送了 {requests} 个请求")
    },
    run_means: "计划的一次执行。“撤销执行”会将整体撤销加入计划，也可逐个撤销请求。",
    requests: |n| format!("{n} 个请求"),
    show_more: |more, all| format!("再显示 {more} 条（共 {all} 条）"),
    undoes: |(first, last)| {
        if first == last {
            format!("撤销第 {first} 条。")
        } else {
            format!("撤销第 {first}–{last} 条。")
        }
    },
    awaited: "等待响应…",
    applied: |n, all| format!("{n} / {all} 已生效"),
    nothing_to_undo: "无需撤销：一切与之前相同。",
    for_excel: "CSV（适用于 Excel）",
    save_audit: "保存审计文件",
    audit_hash: "最后一行的 SHA-256：",
    copy_hash: "复制哈希值",
    audit_means: "请将此哈希值与文件分开保存，例如记入工单，以便日后验证文件未被改动。",
    audit_failed: "浏览器无法在此页面计算哈希值，未保存审计文件。",
    exported: |n| format!("已导出 {n} 行。"),
};
