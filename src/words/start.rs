//! Words for a start that failed, and for a part of the console that did not come.

use crate::api::host::ConfigError;
use crate::config::{ConfigFault, Wanted};

#[derive(Debug)]
pub struct Words {
    pub failed: &'static str,
    /// What is wrong with `config.json`.
    pub fault: fn(&ConfigError) -> String,
    pub remedy: &'static str,
    pub part: &'static str,
    pub part_means: &'static str,
    pub reload: &'static str,
}

pub(super) const ENGLISH: Words = Words {
    failed: "The console can't start",
    fault: |error| match error {
        ConfigError::Unreachable => {
            "config.json could not be read: the web server did not answer.".to_owned()
        }
        ConfigError::Status(status) => {
            format!("config.json could not be read: the web server answered {status}.")
        }
        ConfigError::Html => "config.json is missing: the web server sent a page in its place.".to_owned(),
        ConfigError::Fault(ConfigFault::NotJson(reason)) => {
            format!("config.json is not valid JSON: {reason}.")
        }
        ConfigError::Fault(ConfigFault::Missing { field }) => {
            format!("In config.json the field “{field}” is missing.")
        }
        ConfigError::Fault(ConfigFault::Wrong { field, wanted }) => {
            let wanted = match wanted {
                Wanted::Object => "a JSON object",
                Wanted::List => "a list with at least one entry",
                Wanted::Text => "text",
                Wanted::SomeText => "text that is not empty",
                Wanted::Minutes => "a whole number from 0 to 1440",
                Wanted::Hours => "a whole number from 1 to 24",
                Wanted::SessionPlace => "“tab” or “memory”",
                Wanted::Switch => "true or false",
                Wanted::Prefix => "empty, a path such as “/eu-de/swr”, or an https address",
                Wanted::OtherId => "different from the ids of the other regions",
            };
            format!("In config.json the field “{field}” has to be {wanted}.")
        }
    },
    remedy: "config.json is in the same folder as index.html on the web server. Your console administrator can correct it; then reload.",
    part: "Part of the console failed to load.",
    part_means: "You may be offline, or the console was updated. Try again, or reload the page.",
    reload: "Reload",
};

pub(super) const CHINESE: Words = Words {
    failed: "控制台无法启动",
    fault: |error| match error {
        ConfigError::Unreachable => "无法读取 config.json：Web 服务器没有响应。".to_owned(),
        ConfigError::Status(status) => format!("无法读取 config.json：Web 服务器返回 {status}。"),
        ConfigError::Html => "缺少 config.json：Web 服务器返回了网页。".to_owned(),
        ConfigError::Fault(ConfigFault::NotJson(reason)) => format!("config.json 不是有效的 JSON：{reason}"),
        ConfigError::Fault(ConfigFault::Missing { field }) => format!("config.json 缺少字段“{field}”。"),
        ConfigError::Fault(ConfigFault::Wrong { field, wanted }) => {
            let wanted = match wanted {
                Wanted::Object => "JSON 对象",
                Wanted::List => "至少有一项的列表",
                Wanted::Text => "文本",
                Wanted::SomeText => "非空文本",
                Wanted::Minutes => "0 到 1440 的整数",
                Wanted::Hours => "1 到 24 的整数",
                Wanted::SessionPlace => "“tab”或“memory”",
                Wanted::Switch => "true 或 false",
                Wanted::Prefix => "空、路径（如“/eu-de/swr”）或 https 地址",
                Wanted::OtherId => "与其他区域不同的 ID",
            };
            format!("config.json 的字段“{field}”必须是{wanted}。")
        }
    },
    remedy: "config.json 与 index.html 位于同一目录。请联系控制台管理员修正后重新加载。",
    part: "控制台的一部分未能加载。",
    part_means: "网络连接可能已断开，或者服务器上已部署新版本。请重试，或重新加载页面。",
    reload: "重新加载",
};
