//! Words for pasting a list into the plan.

use domain::plan::pasted::{Refused, Why};
use domain::text::reveal::visible;

use super::review::counted;

#[derive(Debug)]
pub struct Words {
    pub paste: &'static str,
    pub list: &'static str,
    pub list_means: &'static str,
    pub open: &'static str,
    pub too_large: &'static str,
    pub unreadable: &'static str,
    /// What is staged: so many edits, and so many lines that say what is so already.
    pub numbers: fn(usize, usize) -> String,
    pub nothing: &'static str,
    /// So many lines are not used.
    pub refused: fn(usize) -> String,
    /// A line that is not used.
    pub line: fn(&Refused) -> String,
    /// The columns that mean nothing.
    pub ignored: fn(&str) -> String,
    /// A file that is not in an encoding of Unicode, but in this one.
    pub other_encoding: fn(&str) -> String,
    pub reason_means: &'static str,
    pub scan_first: &'static str,
    pub scan_again: &'static str,
    pub to_review: &'static str,
}

fn number(n: usize) -> u64 {
    u64::try_from(n).unwrap_or(u64::MAX)
}

fn why(why: &Why) -> String {
    match why {
        Why::AboveHead => "It is above the names of the columns.".to_owned(),
        Why::Columns => "It needs an organization, an image, a user and a level.".to_owned(),
        Why::TwoColumns(heading) => {
            format!("The column “{}” says the same as another one.", visible(heading))
        }
        Why::NoOrganization => "It names no organization.".to_owned(),
        Why::NotScanned(target) => format!("The scan has not found {}.", visible(target)),
        Why::NotRead(target) => {
            format!("The scan could not read the list of {}.", visible(target.to_string()))
        }
        Why::MayHide => "The list has an unreadable entry that may be this user's.".to_owned(),
        Why::NoUser => "It names no user.".to_owned(),
        Why::SpoiledId => {
            "A spreadsheet has rounded the id. Format the column as text and copy it again.".to_owned()
        }
        Why::UnknownUser => "The scan knows no such user.".to_owned(),
        Why::Namesakes(n) => format!("{n} users have this name. Give the id."),
        Why::OtherName(name) => format!("The id belongs to {name}."),
        Why::NoLevel => "It names no level.".to_owned(),
        Why::NotALevel(text) => format!("“{}” is not a level.", visible(text)),
        Why::LevelsDiffer => "The level's word and its number differ.".to_owned(),
        Why::Oneself => "You can't grant to yourself.".to_owned(),
        Why::SaidTwice(line) => format!("Line {line} says the same."),
        Why::SaidOtherwise(line) => format!("Line {line} says something else of the same user."),
    }
}

fn why_zh(why: &Why) -> String {
    match why {
        Why::AboveHead => "位于列名之前。".to_owned(),
        Why::Columns => "需要组织、镜像、用户和权限级别。".to_owned(),
        Why::TwoColumns(heading) => format!("列“{}”与另一列重复。", visible(heading)),
        Why::NoOrganization => "未写组织。".to_owned(),
        Why::NotScanned(target) => format!("扫描中没有 {}。", visible(target)),
        Why::NotRead(target) => format!("扫描未能读取 {} 的列表。", visible(target.to_string())),
        Why::MayHide => "列表中有无法读取的记录，可能属于该用户。".to_owned(),
        Why::NoUser => "未写用户。".to_owned(),
        Why::SpoiledId => "ID 已被电子表格舍入。请将该列设为文本后重新复制。".to_owned(),
        Why::UnknownUser => "扫描中没有该用户。".to_owned(),
        Why::Namesakes(n) => format!("有 {n} 个用户使用此名称，请填写 ID。"),
        Why::OtherName(name) => format!("该 ID 属于 {name}。"),
        Why::NoLevel => "未写权限级别。".to_owned(),
        Why::NotALevel(text) => format!("“{}”不是权限级别。", visible(text)),
        Why::LevelsDiffer => "权限级别的文字与数字不一致。".to_owned(),
        Why::Oneself => "不能给自己授权。".to_owned(),
        Why::SaidTwice(line) => format!("与第 {line} 行相同。"),
        Why::SaidOtherwise(line) => format!("第 {line} 行对同一用户的要求不同。"),
    }
}

pub(super) static ENGLISH: Words = Words {
    paste: "Paste list",
    list: "List",
    list_means: "One edit in each line: organization, image, user, level. Without an image it is the organization itself. The \
                 user is a name or an id. The level is Read, Write, Manage, 1, 3, 7, or none to revoke. If the first line \
                 names the columns, they can be in any order. JSON works too.",
    open: "Open list",
    too_large: "This file is too large for a list.",
    unreadable: "The browser could not read this file.",
    numbers: |edits, already| {
        let edits = counted(number(edits), "edit", "edits");
        let already = match already {
            0 => String::new(),
            1 => " 1 line says what is so already.".to_owned(),
            n => format!(" {n} lines say what is so already."),
        };
        format!("{edits} will be staged. Nothing is sent yet.{already}")
    },
    nothing: "There is nothing to stage.",
    refused: |n| if n == 1 { "1 line is not used".to_owned() } else { format!("{n} lines are not used") },
    line: |refused| format!("Line {}: {} · {}", refused.line, why(&refused.why), visible(&refused.text)),
    ignored: |columns| format!("These columns mean nothing here: {}", visible(columns)),
    other_encoding: |name| format!("The file is not in UTF-8. It was read as {name}: check the names."),
    reason_means: "For lines without a reason of their own.",
    scan_first: "A list is compared with what a scan has read. Scan first, or open a snapshot.",
    scan_again: "What a scan has not read can't be staged. Scan again to read it.",
    to_review: "Go to the access review",
};

pub(super) static CHINESE: Words = Words {
    paste: "粘贴列表",
    list: "列表",
    list_means: "每行一项变更：组织、镜像、用户、权限级别。镜像为空表示组织本身。用户可填名称或 ID。权限级别为读取、编辑、管理、1、3、7，\
                 或 none（删除权限）。首行为列名时，列的顺序不限。也支持 JSON。",
    open: "打开列表",
    too_large: "文件过大，不是列表。",
    unreadable: "浏览器无法读取该文件。",
    numbers: |edits, already| {
        let already =
            if already == 0 { String::new() } else { format!("另有 {already} 行已是如此。") };
        format!("将添加 {edits} 项变更，尚不会发送。{already}")
    },
    nothing: "没有可添加的变更。",
    refused: |n| format!("{n} 行未使用"),
    line: |refused| format!("第 {} 行：{} · {}", refused.line, why_zh(&refused.why), visible(&refused.text)),
    ignored: |columns| format!("以下列在此处无意义：{}", visible(columns)),
    other_encoding: |name| format!("文件不是 UTF-8 编码，已按 {name} 读取，请检查名称。"),
    reason_means: "用于没有自带原因的行。",
    scan_first: "列表将与扫描结果比较。请先扫描，或打开快照。",
    scan_again: "扫描未读取的内容无法添加，请重新扫描。",
    to_review: "前往权限审查",
};
