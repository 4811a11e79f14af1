//! Words of the run of a plan, and of what it has come to.

use domain::change::write::Current;
use domain::plan::run::{Counts, Failure, Kind, NotSent, Pause, Progress, Said, State, Stop, Unseen, Word};
use domain::plan::stages::Stage;
use domain::text::reveal::visible;

use super::levels;
use super::review::{counted, fault, fault_zh, status};

#[derive(Debug)]
pub struct Words {
    pub run: &'static str,
    pub run_means: &'static str,
    /// So many edits in so many steps.
    pub numbers: fn(usize, usize) -> String,
    /// The field for the number of grave edits.
    pub type_count: fn(usize) -> String,
    pub count_wrong: &'static str,
    /// The plan is another one than the dialog has shown.
    pub has_changed: &'static str,
    pub not_saved: &'static str,
    pub other_browsers: &'static str,
    pub cancel: &'static str,
    pub read_only: &'static str,
    pub elsewhere: &'static str,
    pub progress: &'static str,
    /// How far a run is, and what its edits have come to.
    pub so_far: fn(Progress, Counts) -> String,
    pub stage: fn(Stage) -> &'static str,
    pub state: fn(State) -> &'static str,
    pub asked_to_wait: &'static str,
    pub pause: &'static str,
    pub resume: &'static str,
    pub stop: &'static str,
    pub results: &'static str,
    pub result: &'static str,
    pub kind: fn(Kind) -> &'static str,
    pub open: &'static str,
    /// So many edits have come to this.
    pub counted: fn(Kind, usize) -> String,
    /// The facts behind a word; empty where it says everything.
    pub facts: fn(&Word) -> String,
    pub undo: &'static str,
    /// The way back is staged: so many edits, and so many that there is none for.
    pub undo_staged: fn(usize, usize) -> String,
    pub nothing_to_undo: &'static str,
    pub left_over: &'static str,
}

fn number(n: usize) -> u64 {
    u64::try_from(n).unwrap_or(u64::MAX)
}

fn failure(failure: &Failure) -> String {
    match failure {
        Failure::Throttled => "the service was asked too often".to_owned(),
        Failure::SessionEnded => "your session had ended".to_owned(),
        Failure::Denied { status: number, code } => format!("denied ({})", status(*number, code.as_ref())),
        Failure::Missing => "not found".to_owned(),
        Failure::Conflict => "something was there already (HTTP 409)".to_owned(),
        Failure::Fault(why) => fault(why),
    }
}

fn failure_zh(failure: &Failure) -> String {
    match failure {
        Failure::Throttled => "请求过于频繁".to_owned(),
        Failure::SessionEnded => "会话已结束".to_owned(),
        Failure::Denied { status: number, code } => format!("被拒绝（{}）", status(*number, code.as_ref())),
        Failure::Missing => "不存在".to_owned(),
        Failure::Conflict => "已存在（HTTP 409）".to_owned(),
        Failure::Fault(why) => fault_zh(why),
    }
}

fn held(current: &Current, words: &levels::Words, nothing: &str) -> String {
    current.as_ref().map_or_else(|| nothing.to_owned(), |permission| words.permission(permission))
}

/// What the service said, where it was no success.
fn said(said: Option<&Said>) -> Option<&Failure> {
    match said {
        Some(Said::Failed(failure)) => Some(failure),
        Some(Said::Done) | None => None,
    }
}

fn facts(word: &Word) -> String {
    let answer = said(word.said()).map(|why| format!("The service said: {}.", failure(why)));
    let fact = match word {
        Word::Applied(_) | Word::NotApplied(_) | Word::AlreadySo(_) => String::new(),
        Word::ChangedMeanwhile { now, .. } => {
            format!("The list now shows: {}. Decide again.", held(now, &levels::ENGLISH, "no permission"))
        }
        Word::NotSent(why) => match why {
            NotSent::Unread(why) => format!("The list could not be read: {}.", failure(why)),
            NotSent::MayHide => "The list has an unreadable entry that may be this user's.".to_owned(),
            NotSent::MadeAnew => "It was deleted and created again since.".to_owned(),
            NotSent::AfterFailure => "Another request for it failed before.".to_owned(),
            NotSent::HeldBack { target, user } => format!(
                "Held back: it may depend on the edit for {} on {}, which was not completed.",
                visible(user.as_str()),
                visible(target.to_string())
            ),
            NotSent::Stopped(Stop::Asked) => "The run was stopped before.".to_owned(),
            NotSent::Stopped(Stop::OwnRightLost) => "You can no longer read the lists.".to_owned(),
        },
        Word::Unknown { why: Unseen::Unread(why), .. } => {
            format!("The list could not be read afterwards: {}.", failure(why))
        }
        Word::Unknown { why: Unseen::MayHide, .. } => {
            "The list has an unreadable entry that may be this user's.".to_owned()
        }
    };
    let facts = [Some(fact).filter(|fact| !fact.is_empty()), answer];
    facts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn facts_zh(word: &Word) -> String {
    let answer = said(word.said()).map(|why| format!("服务响应：{}。", failure_zh(why)));
    let fact = match word {
        Word::Applied(_) | Word::NotApplied(_) | Word::AlreadySo(_) => String::new(),
        Word::ChangedMeanwhile { now, .. } => {
            format!("现为{}，请重新决定。", held(now, &levels::CHINESE, "无权限"))
        }
        Word::NotSent(why) => match why {
            NotSent::Unread(why) => format!("列表无法读取：{}。", failure_zh(why)),
            NotSent::MayHide => "列表中有无法读取的记录，可能属于该用户。".to_owned(),
            NotSent::MadeAnew => "此后已删除并重新创建。".to_owned(),
            NotSent::AfterFailure => "此前对它的另一个请求失败。".to_owned(),
            NotSent::HeldBack { target, user } => format!(
                "暂不发送：{} 在 {} 上的变更未完成。",
                visible(user.as_str()),
                visible(target.to_string())
            ),
            NotSent::Stopped(Stop::Asked) => "执行已提前停止。".to_owned(),
            NotSent::Stopped(Stop::OwnRightLost) => "您已无法读取列表。".to_owned(),
        },
        Word::Unknown { why: Unseen::Unread(why), .. } => {
            format!("之后列表无法读取：{}。", failure_zh(why))
        }
        Word::Unknown { why: Unseen::MayHide, .. } => "列表中有无法读取的记录，可能属于该用户。".to_owned(),
    };
    fact + &answer.unwrap_or_default()
}

const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Applied => "Applied",
        Kind::AlreadySo => "Already so",
        Kind::ChangedMeanwhile => "Changed meanwhile",
        Kind::NotApplied => "Not applied",
        Kind::NotSent => "Not sent",
        Kind::Unknown => "Unknown",
    }
}

const fn kind_zh(kind: Kind) -> &'static str {
    match kind {
        Kind::Applied => "已生效",
        Kind::AlreadySo => "已是如此",
        Kind::ChangedMeanwhile => "期间已变更",
        Kind::NotApplied => "未生效",
        Kind::NotSent => "未发送",
        Kind::Unknown => "未知",
    }
}

pub(super) static ENGLISH: Words = Words {
    run: "Run plan",
    run_means: "Grants come first, then lower levels, then revocations, and your own permissions last. You can pause at any time.",
    numbers: |edits, steps| {
        let steps = counted(number(steps), "step", "steps");
        format!("{} in {steps}.", counted(number(edits), "edit", "edits"))
    },
    type_count: |n| format!("Number of grave edits ({n})"),
    count_wrong: "Type this number.",
    has_changed: "The plan has changed meanwhile, or what the review knows of it. Look at the numbers again.",
    not_saved: "The plan is not saved. Save it first: with the file you can go on after a crash.",
    other_browsers: "Only one tab of this browser runs a plan at a time. Other browsers can't be checked.",
    cancel: "Cancel",
    read_only: "This console changes nothing. A saved plan can be run elsewhere.",
    elsewhere: "Another tab of this browser is running a plan. Wait until it has ended.",
    progress: "Run progress",
    so_far: |progress, counts| {
        let done = counts.of(Kind::Applied) + counts.of(Kind::AlreadySo);
        let left = counts.left_over();
        format!(
            "{} of {} steps, {done} of {} edits done, {left} left over",
            progress.done,
            progress.of,
            counts.all()
        )
    },
    stage: |stage| match stage {
        Stage::Raise => "Granting and raising",
        Stage::Lower => "Lowering",
        Stage::Revoke => "Revoking",
        Stage::Own => "Your own permissions",
    },
    state: |state| match state {
        State::Running => "Running…",
        State::Paused(Pause::Asked) => "Paused.",
        State::Paused(Pause::SessionEnded) => {
            "Paused: your session has ended. Sign in again, then press Resume."
        }
        State::Paused(Pause::Offline) => "Paused: you're offline. Press Resume when the network is back.",
        State::Paused(Pause::Failures) => "Paused: three steps in a row have failed. See the results.",
        State::Paused(Pause::Unknown) => "Paused: two edits have an unknown outcome. See the results.",
        State::Stopped(Stop::Asked) => "Stopped.",
        State::Stopped(Stop::OwnRightLost) => {
            "Stopped: you may no longer read a list that you could read before."
        }
        State::Finished => "Finished.",
    },
    asked_to_wait: "The service asks to slow down. The run waits.",
    pause: "Pause",
    resume: "Resume",
    stop: "Stop",
    results: "Results",
    result: "Result",
    kind,
    open: "Open",
    counted: |of, n| format!("{}: {n}", kind(of)),
    facts,
    undo: "Undo run",
    undo_staged: |n, cannot| {
        let edits = counted(number(n), "edit", "edits");
        let without = if cannot == 0 {
            String::new()
        } else {
            format!(" For {} there is no way back.", counted(number(cannot), "edit", "edits"))
        };
        format!("The way back is staged: {edits}. Run it to undo.{without}")
    },
    nothing_to_undo: "There is nothing to undo.",
    left_over: "Stage what is left over",
};

pub(super) static CHINESE: Words = Words {
    run: "执行计划",
    run_means: "先授权和提升，再降低，再删除权限，最后是您自己的权限。您可以随时暂停。",
    numbers: |edits, steps| format!("共 {edits} 项变更，分 {steps} 步。"),
    type_count: |n| format!("重大变更的数量（{n}）"),
    count_wrong: "请输入该数量。",
    has_changed: "计划或审查结果在此期间有变化，请重新核对数量。",
    not_saved: "计划尚未保存为文件。请先保存：浏览器崩溃后可凭该文件继续。",
    other_browsers: "同一浏览器同时只有一个标签页可以执行计划，其他浏览器无法检查。",
    cancel: "取消",
    read_only: "本控制台为只读。保存的计划可以在其他地方执行。",
    elsewhere: "此浏览器的另一个标签页正在执行计划，请等待其结束。",
    progress: "执行进度",
    so_far: |progress, counts| {
        let done = counts.of(Kind::Applied) + counts.of(Kind::AlreadySo);
        let left = counts.left_over();
        format!("{} / {} 步，已完成 {done} / {} 项，剩余 {left} 项", progress.done, progress.of, counts.all())
    },
    stage: |stage| match stage {
        Stage::Raise => "正在授权和提升",
        Stage::Lower => "正在降低",
        Stage::Revoke => "正在删除权限",
        Stage::Own => "您自己的权限",
    },
    state: |state| match state {
        State::Running => "正在执行…",
        State::Paused(Pause::Asked) => "已暂停。",
        State::Paused(Pause::SessionEnded) => "已暂停：会话已结束。请重新登录后点击“继续”。",
        State::Paused(Pause::Offline) => "已暂停：网络已断开。网络恢复后请点击“继续”。",
        State::Paused(Pause::Failures) => "已暂停：连续三步失败，请查看结果。",
        State::Paused(Pause::Unknown) => "已暂停：有两项变更的结果未知，请查看结果。",
        State::Stopped(Stop::Asked) => "已停止。",
        State::Stopped(Stop::OwnRightLost) => "已停止：您已无法读取此前可以读取的列表。",
        State::Finished => "已完成。",
    },
    asked_to_wait: "服务要求放慢，执行正在等待。",
    pause: "暂停",
    resume: "继续",
    stop: "停止",
    results: "结果",
    result: "结果",
    kind: kind_zh,
    open: "未决",
    counted: |of, n| format!("{}：{n}", kind_zh(of)),
    facts: facts_zh,
    undo: "撤销执行",
    undo_staged: |n, cannot| {
        let without = if cannot == 0 { String::new() } else { format!("另有 {cannot} 项无法撤销。") };
        format!("已将 {n} 项撤销操作加入计划，执行后生效。{without}")
    },
    nothing_to_undo: "没有可撤销的变更。",
    left_over: "将剩余部分加入计划",
};
