//! Words of effective access: what results from the permissions on an image and on its organization.

use crate::domain::effective::{Managers, Mark, Reason};

use super::levels;
use super::lists::{count, count_zh};

/// See the module.
#[derive(Debug)]
pub struct Words {
    /// The switch to this view.
    pub switch: &'static str,
    /// The table.
    pub title: fn(&str) -> String,
    /// Column: what is held on the organization.
    pub organization: &'static str,
    /// Column: what is held on the image.
    pub image: &'static str,
    /// Column: what results.
    pub effective: &'static str,
    /// Column.
    pub why: &'static str,
    /// Somebody holds nothing on one of the two.
    pub nothing: &'static str,
    /// What somebody holds on one of the two is not known.
    pub not_known: &'static str,
    /// Before a level that may be higher.
    pub at_least: &'static str,
    /// A level that follows from a rule that no page documents.
    pub inferred: &'static str,
    /// Why somebody has what they have; with the organization.
    pub reason: fn(Reason, &str, &levels::Words) -> String,
    /// What deserves a look, in a word or two.
    pub mark: fn(Mark) -> &'static str,
    /// What that means.
    pub mark_means: fn(Mark) -> &'static str,
    /// The button beside a permission that adds nothing.
    pub revoke: &'static str,
    /// What that button is called: the name.
    pub revoke_name: fn(&str) -> String,
    /// The button beside somebody with two names.
    pub change: &'static str,
    /// What that button is called: the name.
    pub change_name: fn(&str) -> String,
    /// Who manages, where that is worth a note.
    pub managers: fn(&Managers) -> Option<String>,
    /// How many users, of how many, and how their levels come about.
    pub summary: fn(usize, usize) -> String,
    /// Everybody may pull.
    pub note_public: &'static str,
    /// Whether everybody may pull is not known.
    pub note_visibility: &'static str,
    /// The organization's list may not be read: the organization.
    pub note_organization: fn(&str) -> String,
    /// What can't be seen from here.
    pub note_unseen: &'static str,
}

pub(super) static ENGLISH: Words = Words {
    switch: "Effective access",
    title: |target| format!("Effective access to {target}"),
    organization: "Organization",
    image: "Image",
    effective: "Effective",
    why: "Why",
    nothing: "None",
    not_known: "Unknown",
    at_least: "At least",
    inferred: "Inferred",
    reason: |reason, organization, levels| match reason {
        Reason::Organization(level) => {
            format!("{}, through organization {organization}.", levels.name(level))
        }
        Reason::Image(level) => format!("{}, through the image grant.", levels.name(level)),
        Reason::Same(level) => format!(
            "{0}, through organization {organization}; the image grant {0} adds nothing.",
            levels.name(level)
        ),
        Reason::OrganizationOverImage(held, added) => format!(
            "{}, through organization {organization}; the image grant {} adds nothing.",
            levels.name(held),
            levels.name(added)
        ),
        Reason::ImageOverOrganization(added, held) => format!(
            "{}, through the image grant; organization {organization} alone gives {}.",
            levels.name(added),
            levels.name(held)
        ),
        Reason::HighestByImage => {
            format!("{}, through the image grant. No level is higher.", levels.manage)
        }
        Reason::HighestByOrganization => {
            format!("{}, through organization {organization}. No level is higher.", levels.manage)
        }
        Reason::AtLeastByImage(level) => format!(
            "At least {}, through the image grant. What organization {organization} gives is not known.",
            levels.name(level)
        ),
        Reason::UnmatchedOnImage(level) => format!(
            "At least {}, through the image grant. Without an ID it can't be matched with the organization's list.",
            levels.name(level)
        ),
        Reason::UnmatchedOnOrganization(level) => format!(
            "At least {}, through organization {organization}. Without an ID it can't be matched with the image's list.",
            levels.name(level)
        ),
        Reason::OddOnOrganization => {
            format!("What organization {organization} gives is not one of the three levels.")
        }
        Reason::OddOnImage => "The image grant is not one of the three levels.".to_owned(),
        Reason::OddOnBoth => {
            format!(
                "Neither the image grant nor what organization {organization} gives is one of the three levels."
            )
        }
        Reason::Nothing => "No permission is listed.".to_owned(),
    },
    mark: |mark| match mark {
        Mark::Redundant => "Redundant",
        Mark::OnlyManager => "Only manager",
        Mark::NameDrift => "Two names",
    },
    mark_means: |mark| match mark {
        Mark::Redundant => {
            "The image grant is no higher than what the organization gives. Revoking it should change nothing for as long as \
             the permission on the organization stays."
        }
        Mark::OnlyManager => "Nobody else on the two lists holds Manage.",
        Mark::NameDrift => {
            "The image and the organization know this user ID under different names. A grant keeps the name that it was made \
             with, so the user may have been renamed since, or one of the names was mistyped."
        }
    },
    revoke: "Revoke",
    revoke_name: |name| format!("Revoke {name}"),
    change: "Change",
    change_name: |name| format!("Change {name}"),
    managers: |managers| match managers {
        Managers::Nobody => Some(
            "Nobody manages this image by a grant: only account administrators can change who may use it."
                .to_owned(),
        ),
        Managers::One(name) => Some(format!(
            "Only {name} manages this image by a grant. Grant Manage to somebody else, so that it does not depend on one person."
        )),
        Managers::Several | Managers::NotKnown => None,
    },
    summary: |shown, all| {
        format!(
            "{} with access through the image or its organization. Effective levels are inferred: each permission alone is \
             documented, but not which one holds where a user has both. The higher one is taken to hold.",
            count(shown, all, "user", "users")
        )
    },
    note_public: "This image is public: everybody can pull it, listed here or not.",
    note_visibility: "Whether this image is public, so that everybody can pull it, could not be read.",
    note_organization: |organization| {
        format!(
            "The permissions on organization {organization} could not be read, as when you hold none there. Levels may be higher \
             than shown, and users who have access only through the organization are missing."
        )
    },
    note_unseen: "Account administrators and IAM policies can't be seen from here. They can allow or deny more than this table \
                  shows.",
};

pub(super) static CHINESE: Words = Words {
    switch: "有效权限",
    title: |target| format!("{target} 的有效权限"),
    organization: "组织权限",
    image: "镜像权限",
    effective: "有效权限",
    why: "原因",
    nothing: "无",
    not_known: "未知",
    at_least: "至少",
    inferred: "推断",
    reason: |reason, organization, levels| match reason {
        Reason::Organization(level) => format!("“{}”来自组织 {organization}。", levels.name(level)),
        Reason::Image(level) => format!("“{}”来自镜像授权。", levels.name(level)),
        Reason::Same(level) => {
            format!("“{0}”来自组织 {organization}；镜像授权“{0}”不增加权限。", levels.name(level))
        }
        Reason::OrganizationOverImage(held, added) => format!(
            "“{}”来自组织 {organization}；镜像授权“{}”不增加权限。",
            levels.name(held),
            levels.name(added)
        ),
        Reason::ImageOverOrganization(added, held) => format!(
            "“{}”来自镜像授权；组织 {organization} 仅授予“{}”。",
            levels.name(added),
            levels.name(held)
        ),
        Reason::HighestByImage => format!("“{}”来自镜像授权，已是最高级别。", levels.manage),
        Reason::HighestByOrganization => {
            format!("“{}”来自组织 {organization}，已是最高级别。", levels.manage)
        }
        Reason::AtLeastByImage(level) => {
            format!("至少为“{}”，来自镜像授权；组织 {organization} 授予的权限未知。", levels.name(level))
        }
        Reason::UnmatchedOnImage(level) => {
            format!("至少为“{}”，来自镜像授权；没有 ID，无法与组织的列表对应。", levels.name(level))
        }
        Reason::UnmatchedOnOrganization(level) => format!(
            "至少为“{}”，来自组织 {organization}；没有 ID，无法与镜像的列表对应。",
            levels.name(level)
        ),
        Reason::OddOnOrganization => format!("组织 {organization} 授予的权限不是三个级别之一。"),
        Reason::OddOnImage => "镜像授权不是三个级别之一。".to_owned(),
        Reason::OddOnBoth => format!("镜像授权和组织 {organization} 授予的权限都不是三个级别之一。"),
        Reason::Nothing => "没有列出的权限。".to_owned(),
    },
    mark: |mark| match mark {
        Mark::Redundant => "冗余",
        Mark::OnlyManager => "唯一管理者",
        Mark::NameDrift => "两个名称",
    },
    mark_means: |mark| match mark {
        Mark::Redundant => "镜像授权不高于组织授予的权限。只要组织权限不变，删除镜像授权应当没有影响。",
        Mark::OnlyManager => "两个列表中没有其他人拥有“管理”权限。",
        Mark::NameDrift => {
            "镜像和组织中，此用户 ID 的名称不同。授权会保留当时填写的名称，因此可能是用户之后改了名，或者其中一个名称填写有误。"
        }
    },
    revoke: "删除",
    revoke_name: |name| format!("删除 {name} 的权限"),
    change: "修改",
    change_name: |name| format!("修改 {name} 的权限"),
    managers: |managers| match managers {
        Managers::Nobody => Some("没有用户通过授权管理此镜像：只有账号管理员可以更改谁能使用它。".to_owned()),
        Managers::One(name) => {
            Some(format!("只有 {name} 通过授权管理此镜像。请再为他人授予“管理”权限，避免只依赖一个人。"))
        }
        Managers::Several | Managers::NotKnown => None,
    },
    summary: |shown, all| {
        format!(
            "{}通过镜像或组织获得权限。有效权限是推断的：官方文档只分别说明了两种权限，没有说明用户同时拥有两者时以哪个为准。\
             此处取较高的级别。",
            count_zh(shown, all, "个用户")
        )
    },
    note_public: "此镜像是公开镜像：所有人都可以下载，无论是否在此列出。",
    note_visibility: "未能读取此镜像的类型，如果是公开镜像，所有人都可以下载。",
    note_organization: |organization| {
        format!(
            "未能读取组织 {organization} 的权限（例如您在该组织上没有权限时）。实际级别可能高于此处所示，\
             仅通过组织获得权限的用户没有列出。"
        )
    },
    note_unseen: "此处看不到账号管理员和 IAM 策略，它们可能允许或拒绝此表之外的访问。",
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::level::Level;
    use crate::words::Language;

    #[test]
    fn the_level_that_holds_is_named_with_where_it_comes_from() {
        use Level::{Manage, Read, Write};
        let words = Language::English.words();
        let said = |reason| (words.effective().reason)(reason, "group", &words.levels);
        assert_eq!(
            said(Reason::OrganizationOverImage(Write, Read)),
            "Write, through organization group; the image grant Read adds nothing."
        );
        assert_eq!(
            said(Reason::ImageOverOrganization(Manage, Read)),
            "Manage, through the image grant; organization group alone gives Read."
        );
        assert_eq!(said(Reason::Image(Read)), "Read, through the image grant.");
        assert_eq!(
            said(Reason::AtLeastByImage(Read)),
            "At least Read, through the image grant. What organization group gives is not known."
        );
    }

    #[test]
    fn buttons_are_called_by_what_stands_on_them() {
        for language in [Language::English, Language::Chinese] {
            let words = language.words().effective();
            assert!((words.revoke_name)("alice").starts_with(words.revoke));
            assert!((words.change_name)("alice").starts_with(words.change));
        }
    }
}
