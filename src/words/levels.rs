//! Words for levels.

use domain::model::level::{Level, Permission};
use domain::text::reveal::visible;

#[derive(Debug)]
pub struct Words {
    pub read: &'static str,
    pub write: &'static str,
    pub manage: &'static str,
    pub read_means: &'static str,
    pub write_means: &'static str,
    pub manage_means: &'static str,
    /// A value that is no level.
    pub unknown: fn(&str) -> String,
    pub missing: &'static str,
}

impl Words {
    /// The name of a level.
    pub const fn name(&self, level: Level) -> &'static str {
        match level {
            Level::Read => self.read,
            Level::Write => self.write,
            Level::Manage => self.manage,
        }
    }

    /// What a level allows, in a line.
    pub const fn meaning(&self, level: Level) -> &'static str {
        match level {
            Level::Read => self.read_means,
            Level::Write => self.write_means,
            Level::Manage => self.manage_means,
        }
    }

    /// How a table shows a permission.
    pub fn permission(&self, permission: &Permission) -> String {
        match permission {
            Permission::Known(level) => self.name(*level).to_owned(),
            Permission::Unknown(value) => (self.unknown)(&visible(value)),
            Permission::Missing => self.missing.to_owned(),
        }
    }
}

pub(super) const ENGLISH: Words = Words {
    read: "Read",
    write: "Write",
    manage: "Manage",
    read_means: "Pull",
    write_means: "Pull and push",
    manage_means: "Pull, push, delete, and grant permissions",
    unknown: |value| format!("Unknown ({value})"),
    missing: "Missing",
};

pub(super) const CHINESE: Words = Words {
    read: "读取",
    write: "编辑",
    manage: "管理",
    read_means: "下载镜像",
    write_means: "下载和上传镜像",
    manage_means: "下载、上传、删除镜像，以及授予权限",
    unknown: |value| format!("未知（{value}）"),
    missing: "未返回",
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;
    use domain::grant::list::{ListedLevel, read};

    const ID: &str = "5a6d3f81c0e94b7793d2a8b41f7c60ee";

    #[test]
    fn a_list_in_the_words_of_any_language_is_understood() {
        // The console's own Chinese words silently became Read.
        for language in Language::ALL {
            let words = language.words();
            let access = words.access();
            for level in Level::ALL {
                let head = format!("{}\t{}\t{}", access.user, access.user_id, access.permission);
                let text = format!("{head}\nuser05\t{ID}\t{}", words.levels.name(level));
                let list = read(&text, &|_| false).unwrap();
                assert_eq!(list.users.len(), 1, "{text}");
                assert_eq!(list.users[0].level, ListedLevel::Level(level), "{text}");
                assert_eq!((list.users[0].name.as_str(), list.users[0].id.as_str()), ("user05", ID));
            }
            let buttons = format!("{} {}", words.changes().change, words.changes().revoke);
            let copied = format!("user05\t{ID}\t\n{}\t{buttons}", words.levels.manage);
            let list = read(&copied, &|_| false).unwrap();
            assert_eq!(list.users[0].level, ListedLevel::Level(Level::Manage), "{copied}");
        }
    }
}
