//! Words of the access review: the scan, and what it has read.

use domain::model::names::Target;
use domain::review::coverage::{Counted, OpenList, Total, Verdict};
use domain::review::scan::{Pause, Progress, State, Stop};
use domain::review::snapshot::{Fault, Reading};
use domain::text::reveal::visible;

#[derive(Debug)]
pub struct Words {
    pub lead: &'static str,
    pub overview: &'static str,
    pub scope: &'static str,
    /// An organization of the scope: its name, how many images it has where that is known.
    pub organization: fn(&str, Option<u64>) -> String,
    /// What a scan will take: requests, seconds; whether all images are counted.
    pub expected: fn(u64, u64, bool) -> String,
    pub nothing_chosen: &'static str,
    pub start: &'static str,
    pub again: &'static str,
    pub pause: &'static str,
    pub resume: &'static str,
    pub stop: &'static str,
    pub read_the_rest: &'static str,
    pub progress: &'static str,
    /// How far a scan is, and how many requests are answered in a second.
    pub so_far: fn(Progress, u64) -> String,
    /// The service asks to slow down: to how many requests a second, in tenths, where that is known.
    pub slowed: fn(Option<u64>) -> String,
    /// Whether it goes on, where it does not run.
    pub state: fn(State) -> &'static str,
    /// Whose reading it is: the user, from when to when.
    pub read_by: fn(&str, &str, &str) -> String,
    /// How much of the images was read: read, listed, not read.
    pub read_of: fn(u64, u64, u64) -> String,
    /// What a snapshot may say of itself; the user.
    pub verdict: fn(Verdict, &str) -> String,
    pub coverage: &'static str,
    pub coverage_of: &'static str,
    pub organizations: &'static str,
    pub images: &'static str,
    pub listed: &'static str,
    pub read: &'static str,
    pub denied: &'static str,
    pub gone: &'static str,
    pub failed: &'static str,
    pub not_yet: &'static str,
    /// A total of the service that does not fit.
    pub total: fn(&Total) -> String,
    pub not_read: &'static str,
    /// A list that was not read to its end.
    pub open_list: fn(&OpenList) -> String,
    /// A target that was not read, and why.
    pub unread: fn(&Target, &Reading) -> String,
    /// More of them than are shown.
    pub and_more: fn(usize) -> String,
    pub no_snapshot: &'static str,
    pub no_snapshot_means: &'static str,
}

pub(super) fn counted(n: u64, one: &str, many: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{n} {many}") }
}

fn time(seconds: u64) -> String {
    match seconds {
        0..=90 => counted(seconds.max(1), "second", "seconds"),
        _ => counted(seconds.div_ceil(60), "minute", "minutes"),
    }
}

pub(super) fn status(status: u16, code: Option<&String>) -> String {
    code.map_or_else(|| format!("HTTP {status}"), |code| format!("HTTP {status}, {}", visible(code)))
}

pub(super) fn fault(fault: &Fault) -> String {
    match fault {
        Fault::NoAnswer => "no answer".to_owned(),
        Fault::TimeOut => "no answer in time".to_owned(),
        Fault::Status { status: number, code } => status(*number, code.as_ref()),
        Fault::Unreadable => "the answer can't be read".to_owned(),
        Fault::TooLarge => "the answer is too large".to_owned(),
    }
}

pub(super) fn fault_zh(fault: &Fault) -> String {
    match fault {
        Fault::NoAnswer => "没有响应".to_owned(),
        Fault::TimeOut => "响应超时".to_owned(),
        Fault::Status { status: number, code } => status(*number, code.as_ref()),
        Fault::Unreadable => "响应无法读取".to_owned(),
        Fault::TooLarge => "响应过大".to_owned(),
    }
}

fn name(target: &Target) -> String {
    visible(target.to_string())
}

pub(super) static ENGLISH: Words = Words {
    lead: "Reads every list of permissions once, and shows who can reach what across all images. Nothing is changed, and \
           nothing is kept when you sign out.",
    overview: "Overview",
    scope: "Organizations to read",
    organization: |name, images| match images {
        Some(images) => format!("{name} ({})", counted(images, "image", "images")),
        None => name.to_owned(),
    },
    expected: |requests, seconds, is_known| {
        let least = if is_known { "About" } else { "At least" };
        format!("{least} {}, which take some {}.", counted(requests, "request", "requests"), time(seconds))
    },
    nothing_chosen: "Choose at least one organization.",
    start: "Start scan",
    again: "New scan",
    pause: "Pause",
    resume: "Resume",
    stop: "Stop",
    read_the_rest: "Read the rest",
    progress: "Scan progress",
    so_far: |Progress { done, known }, per_second| {
        format!("{done} of {known} requests, {per_second} a second")
    },
    slowed: |tenths| match tenths {
        Some(tenths) => {
            format!("The service asks to slow down: {}.{} requests a second.", tenths / 10, tenths % 10)
        }
        None => "The service asks to slow down. The scan waits.".to_owned(),
    },
    state: |state| match state {
        State::Running => "Reading…",
        State::Paused(Pause::Asked) => "Paused.",
        State::Paused(Pause::SessionEnded) => {
            "Paused: your session has ended. The scan goes on when you sign in again."
        }
        State::Paused(Pause::Offline) => "Paused: you're offline. The scan goes on when the network is back.",
        State::Paused(Pause::Silence) => "Paused: the service has not answered for two minutes.",
        State::Stopped(Stop::Asked) => "Stopped. What was read so far is shown.",
        State::Stopped(Stop::TooManyGrants) => {
            "Stopped: more than 5 million permissions, which is more than a browser can hold. Scan fewer organizations."
        }
        State::Finished => "Finished.",
    },
    read_by: |user, from, to| format!("As read by {user}, {from}–{to}"),
    read_of: |read, listed, not_read| {
        let images = format!("{read} of {} read", counted(listed, "image", "images"));
        if not_read == 0 { images } else { format!("{images} · {not_read} not read") }
    },
    verdict: |verdict, user| match verdict {
        Verdict::Complete => {
            format!("Complete: everything that {user} may see was read, and the service's totals agree.")
        }
        Verdict::TotalsDiffer => format!(
            "Everything that {user} may see was read, but the service counts more or fewer. The rest may be hidden from {user}, \
             or the totals may be late."
        ),
        Verdict::WithoutTotal => {
            format!(
                "Everything that {user} may see was read. No total of the service proves that this is all."
            )
        }
        Verdict::Partial => {
            "Incomplete: something was not read. Nothing here takes it for absent.".to_owned()
        }
    },
    coverage: "Coverage",
    coverage_of: "What was read",
    organizations: "Organizations",
    images: "Images",
    listed: "Listed",
    read: "Read",
    denied: "Denied",
    gone: "Gone",
    failed: "Failed",
    not_yet: "Not yet",
    total: |total| {
        let what = match &total.counted {
            Counted::Organizations => "organizations".to_owned(),
            Counted::Images => "images".to_owned(),
            Counted::ImagesOf(target) => format!("images of {}", name(target)),
        };
        format!("The service counts {} {what}; {} are listed.", total.service, total.most)
    },
    not_read: "Not read",
    open_list: |list| match list {
        OpenList::Organizations => "The list of organizations".to_owned(),
        OpenList::Images(target) => format!("The images of {}", name(target)),
        OpenList::Shared => "The list of shared images".to_owned(),
        OpenList::Users => "The account's users".to_owned(),
        OpenList::Shares(target) => format!("The accounts that {} is shared with", name(target)),
    },
    unread: |target, reading| {
        let why = match reading {
            Reading::Denied { status: number, code } => {
                format!("denied ({})", status(*number, code.as_ref()))
            }
            Reading::Failed(why) => fault(why),
            Reading::NotYet => "not read yet".to_owned(),
            Reading::Gone => "deleted meanwhile".to_owned(),
            Reading::Read { unreadable, .. } => {
                format!("{} can't be read", counted(u64::from(*unreadable), "entry", "entries"))
            }
        };
        format!("{}: {why}", name(target))
    },
    and_more: |n| format!("and {n} more"),
    no_snapshot: "Nothing has been read yet",
    no_snapshot_means: "This page shows what a scan has read.",
};

pub(super) static CHINESE: Words = Words {
    lead: "将所有权限列表读取一次，显示谁可以访问哪些镜像。不作任何修改，退出登录后不保留任何数据。",
    overview: "概览",
    scope: "要读取的组织",
    organization: |name, images| match images {
        Some(images) => format!("{name}（{images} 个镜像）"),
        None => name.to_owned(),
    },
    expected: |requests, seconds, is_known| {
        let least = if is_known { "约" } else { "至少" };
        let time = if seconds <= 90 {
            format!("{} 秒", seconds.max(1))
        } else {
            format!("{} 分钟", seconds.div_ceil(60))
        };
        format!("{least} {requests} 个请求，约需 {time}。")
    },
    nothing_chosen: "请至少选择一个组织。",
    start: "开始扫描",
    again: "重新扫描",
    pause: "暂停",
    resume: "继续",
    stop: "停止",
    read_the_rest: "读取剩余部分",
    progress: "扫描进度",
    so_far: |Progress { done, known }, per_second| format!("{done} / {known} 个请求，每秒 {per_second} 个"),
    slowed: |tenths| match tenths {
        Some(tenths) => format!("服务要求放慢：每秒 {}.{} 个请求。", tenths / 10, tenths % 10),
        None => "服务要求放慢，扫描正在等待。".to_owned(),
    },
    state: |state| match state {
        State::Running => "正在读取…",
        State::Paused(Pause::Asked) => "已暂停。",
        State::Paused(Pause::SessionEnded) => "已暂停：会话已结束。重新登录后将继续扫描。",
        State::Paused(Pause::Offline) => "已暂停：网络已断开。网络恢复后将继续扫描。",
        State::Paused(Pause::Silence) => "已暂停：服务已两分钟没有响应。",
        State::Stopped(Stop::Asked) => "已停止，显示目前已读取的内容。",
        State::Stopped(Stop::TooManyGrants) => {
            "已停止：权限超过 500 万条，浏览器无法容纳。请减少要扫描的组织。"
        }
        State::Finished => "已完成。",
    },
    read_by: |user, from, to| format!("由 {user} 读取，{from}–{to}"),
    read_of: |read, listed, not_read| {
        let images = format!("已读取 {read} / {listed} 个镜像");
        if not_read == 0 { images } else { format!("{images} · {not_read} 个未读取") }
    },
    verdict: |verdict, user| match verdict {
        Verdict::Complete => format!("完整：{user} 可见的内容均已读取，与服务的总数一致。"),
        Verdict::TotalsDiffer => {
            format!(
                "{user} 可见的内容均已读取，但与服务的总数不一致。其余可能对 {user} 不可见，或总数有延迟。"
            )
        }
        Verdict::WithoutTotal => format!("{user} 可见的内容均已读取，但服务没有给出可核对的总数。"),
        Verdict::Partial => "不完整：有内容未读取，此处不会将其视为不存在。".to_owned(),
    },
    coverage: "覆盖范围",
    coverage_of: "已读取的内容",
    organizations: "组织",
    images: "镜像",
    listed: "已列出",
    read: "已读取",
    denied: "无权限",
    gone: "已删除",
    failed: "失败",
    not_yet: "尚未读取",
    total: |total| {
        let what = match &total.counted {
            Counted::Organizations => "组织".to_owned(),
            Counted::Images => "镜像".to_owned(),
            Counted::ImagesOf(target) => format!("{} 的镜像", name(target)),
        };
        format!("服务统计的{what}数为 {}，列出 {} 个。", total.service, total.most)
    },
    not_read: "未读取",
    open_list: |list| match list {
        OpenList::Organizations => "组织列表".to_owned(),
        OpenList::Images(target) => format!("{} 的镜像列表", name(target)),
        OpenList::Shared => "共享镜像列表".to_owned(),
        OpenList::Users => "账号的用户".to_owned(),
        OpenList::Shares(target) => format!("{} 的共享账号", name(target)),
    },
    unread: |target, reading| {
        let why = match reading {
            Reading::Denied { status: number, code } => {
                format!("无权限（{}）", status(*number, code.as_ref()))
            }
            Reading::Failed(why) => fault_zh(why),
            Reading::NotYet => "尚未读取".to_owned(),
            Reading::Gone => "已被删除".to_owned(),
            Reading::Read { unreadable, .. } => format!("{unreadable} 个条目无法读取"),
        };
        format!("{}：{why}", name(target))
    },
    and_more: |n| format!("另有 {n} 个"),
    no_snapshot: "尚未读取",
    no_snapshot_means: "此页显示扫描读取的内容。",
};
