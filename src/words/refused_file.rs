//! Why a file is not opened, in the words that all kinds of files have in common.

use domain::model::names::RegionId;
use domain::review::snapshot::Account;
use domain::text::reveal::visible;

use super::review::counted;

pub(super) struct Words {
    /// A newer console has written it, in this version of the format.
    pub newer: fn(u64) -> String,
    pub other_region: fn(&RegionId) -> String,
    pub other_account: fn(&Account) -> String,
    /// Its end is missing after so many lines.
    pub cut_off: fn(u64) -> String,
    /// A line is damaged.
    pub damaged: fn(u64) -> String,
    pub sums_differ: &'static str,
}

pub(super) const ENGLISH: Words = Words {
    newer: |version| {
        format!("A newer console has written this file (version {version}). Update this one to open it.")
    },
    other_region: |region| {
        format!("This file is of the region {}. Sign in there to open it.", visible(region.as_str()))
    },
    other_account: |account| {
        format!("This file is of the account {}. Sign in there to open it.", visible(account.name.as_str()))
    },
    cut_off: |lines| format!("The end of this file is missing, after {}.", counted(lines, "line", "lines")),
    damaged: |line| format!("Line {line} of this file is damaged."),
    sums_differ: "Lines of this file are missing, or there are too many.",
};

pub(super) const CHINESE: Words = Words {
    newer: |version| format!("该文件由更新版本的控制台写入（版本 {version}），请更新后再打开。"),
    other_region: |region| format!("该文件属于区域 {}，请在该区域登录后打开。", visible(region.as_str())),
    other_account: |account| {
        format!("该文件属于账号 {}，请登录该账号后打开。", visible(account.name.as_str()))
    },
    cut_off: |lines| format!("文件在第 {lines} 行之后不完整。"),
    damaged: |line| format!("文件的第 {line} 行已损坏。"),
    sums_differ: "文件缺少行，或行数过多。",
};
