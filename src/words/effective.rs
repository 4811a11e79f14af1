//! Words of effective access: what results from the permissions on an image and on its organization.

use domain::effective::{Managers, Mark, Reason};
use domain::outside::share::ShareCount;

use super::levels;
use super::lists::{count, count_zh};

#[derive(Debug)]
pub struct Words {
    pub switch: &'static str,
    /// The table.
    pub title: fn(&str) -> String,
    pub organization: &'static str,
    pub image: &'static str,
    pub effective: &'static str,
    pub why: &'static str,
    pub nothing: &'static str,
    pub not_known: &'static str,
    pub at_least: &'static str,
    pub inferred: &'static str,
    /// Why someone has what they have; with the organization.
    pub reason: fn(Reason, &str, &levels::Words) -> String,
    /// A mark, in a word or two.
    pub mark: fn(Mark) -> &'static str,
    /// What that means.
    pub mark_means: fn(Mark) -> &'static str,
    /// Who manages, where that is worth a note.
    pub managers: fn(&Managers) -> Option<String>,
    /// How many users, of how many, and how their levels come about.
    pub summary: fn(usize, usize) -> String,
    pub note_public: &'static str,
    pub note_visibility: &'static str,
    /// With how many accounts the image is shared.
    pub note_shared: fn(ShareCount) -> String,
    pub note_sharing: &'static str,
    /// The organization's list may not be read: the organization.
    pub note_organization: fn(&str) -> String,
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
            format!("{} from organization {organization}.", levels.name(level))
        }
        Reason::Image(level) => format!("{} from the image grant.", levels.name(level)),
        Reason::Same(level) => format!(
            "{0} from organization {organization}. The {0} grant on the image is redundant.",
            levels.name(level)
        ),
        Reason::OrganizationOverImage(held, added) => format!(
            "{} from organization {organization}. The {} grant on the image is redundant.",
            levels.name(held),
            levels.name(added)
        ),
        Reason::ImageOverOrganization(added, held) => format!(
            "{} from the image grant. Organization {organization} alone gives {}.",
            levels.name(added),
            levels.name(held)
        ),
        Reason::HighestByImage => {
            format!("{} from the image grant (highest level).", levels.manage)
        }
        Reason::HighestByOrganization => {
            format!("{} from organization {organization} (highest level).", levels.manage)
        }
        Reason::AtLeastByImage(level) => format!(
            "At least {} from the image grant. The permission on organization {organization} is unknown.",
            levels.name(level)
        ),
        Reason::UnmatchedOnImage(level) => format!(
            "At least {} from the image grant. Without a user ID it can't be matched to the organization's list.",
            levels.name(level)
        ),
        Reason::UnmatchedOnOrganization(level) => format!(
            "At least {} from organization {organization}. Without a user ID it can't be matched to the image's list.",
            levels.name(level)
        ),
        Reason::OddOnOrganization => {
            format!("The permission on organization {organization} is not one of the three levels.")
        }
        Reason::OddOnImage => "The image grant is not one of the three levels.".to_owned(),
        Reason::OddOnBoth => {
            format!(
                "Neither the image grant nor the permission on organization {organization} is one of the three levels."
            )
        }
        Reason::Nothing => "No permission on either list.".to_owned(),
    },
    mark: |mark| match mark {
        Mark::Redundant => "Redundant",
        Mark::OnlyManager => "Only manager",
        Mark::NameDrift => "Two names",
    },
    mark_means: |mark| match mark {
        Mark::Redundant => {
            "The organization already gives this level or a higher one. Revoking the image grant should change nothing while \
             the permission on the organization stays."
        }
        Mark::OnlyManager => "No other user on the two lists has Manage.",
        Mark::NameDrift => {
            "The image and the organization list this user ID under different names. A grant keeps the name it was created \
             with, so the user may have been renamed, or one of the names was mistyped."
        }
    },
    managers: |managers| match managers {
        Managers::Nobody => Some(
            "No user has Manage on this image: only account administrators can change its permissions."
                .to_owned(),
        ),
        Managers::One(name) => Some(format!(
            "Only {name} has Manage on this image. Grant Manage to a second user, so that it does not depend on one person."
        )),
        Managers::Several | Managers::NotKnown => None,
    },
    summary: |shown, all| {
        format!(
            "{} with access through the image or its organization. Effective levels are inferred: the vendor documents each \
             permission alone, but not which one applies when a user has both. This table shows the higher one.",
            count(shown, all, "user", "users")
        )
    },
    note_public: "Anyone: pull, because the image is public.",
    note_visibility: "Couldn't read whether this image is public. If it is, anyone can pull it.",
    note_shared: |ShareCount { all, expired }| {
        let accounts = if all == 1 { "1 other account" } else { "other accounts" };
        let expired = if expired > 0 { format!(", {expired} of them expired") } else { String::new() };
        let number = if all == 1 { String::new() } else { format!("{all} ") };
        format!("All users of {number}{accounts}{expired}: pull, because the image is shared with them.")
    },
    note_sharing: "Couldn't read whether this image is shared with other accounts. If it is, all their users can pull it.",
    note_organization: |organization| {
        format!(
            "Couldn't read the permissions on organization {organization}; you may have none there. Levels may be higher \
             than shown, and users with access only through the organization are missing."
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
            format!("“{0}”来自组织 {organization}；镜像授权“{0}”是冗余的。", levels.name(level))
        }
        Reason::OrganizationOverImage(held, added) => format!(
            "“{}”来自组织 {organization}；镜像授权“{}”是冗余的。",
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
    managers: |managers| match managers {
        Managers::Nobody => Some("没有用户拥有此镜像的“管理”权限：只有账号管理员可以更改其权限。".to_owned()),
        Managers::One(name) => Some(format!(
            "只有 {name} 拥有此镜像的“管理”权限。请再为一个用户授予“管理”权限，避免只依赖一个人。"
        )),
        Managers::Several | Managers::NotKnown => None,
    },
    summary: |shown, all| {
        format!(
            "{}通过镜像或组织获得权限。有效权限是推断的：官方文档只分别说明了两种权限，没有说明用户同时拥有两者时以哪个为准。\
             此处取较高的级别。",
            count_zh(shown, all, "个用户")
        )
    },
    note_public: "任何人：可下载，因为此镜像是公开镜像。",
    note_visibility: "无法读取此镜像是否公开。如果是公开镜像，任何人都可以下载。",
    note_shared: |ShareCount { all, expired }| {
        let expired =
            if expired > 0 { format!("（其中 {expired} 个已过期）") } else { String::new() };
        format!("{all} 个其他账号{expired}的所有用户：可下载，因为此镜像已共享给这些账号。")
    },
    note_sharing: "无法读取此镜像是否已共享给其他账号。如果已共享，其所有用户都可以下载。",
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
    use crate::words::Language;
    use domain::model::level::Level;

    #[test]
    fn the_level_that_holds_is_named_with_where_it_comes_from() {
        use Level::{Manage, Read, Write};
        let words = Language::English.words();
        let said = |reason| (words.effective().reason)(reason, "group", &words.levels);
        assert_eq!(
            said(Reason::OrganizationOverImage(Write, Read)),
            "Write from organization group. The Read grant on the image is redundant."
        );
        assert_eq!(
            said(Reason::ImageOverOrganization(Manage, Read)),
            "Manage from the image grant. Organization group alone gives Read."
        );
        assert_eq!(said(Reason::Image(Read)), "Read from the image grant.");
        assert_eq!(
            said(Reason::AtLeastByImage(Read)),
            "At least Read from the image grant. The permission on organization group is unknown."
        );
    }
}
