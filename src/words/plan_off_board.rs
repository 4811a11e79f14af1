//! Words of off-boarding a user.

use domain::model::names::Target;
use domain::plan::proposal::Obstacle;
use domain::text::reveal::visible;

use super::review::counted;

#[derive(Debug)]
pub struct Words {
    pub off_board: &'static str,
    /// The name of the dialog: the user.
    pub off_board_of: fn(&str) -> String,
    /// So many edits will be staged.
    pub edits: fn(usize) -> String,
    pub namesakes: &'static str,
    pub successor: &'static str,
    pub later: &'static str,
    pub somebody: &'static str,
    pub nobody: &'static str,
    pub in_the_way: &'static str,
    /// What is in the way; `None` for what has a control of its own.
    pub obstacle: fn(&Obstacle) -> Option<String>,
}

fn name(target: &Target) -> String {
    visible(target.to_string())
}

fn number(n: usize) -> u64 {
    u64::try_from(n).unwrap_or(u64::MAX)
}

pub(super) static ENGLISH: Words = Words {
    off_board: "Off-board",
    off_board_of: |user| format!("Off-board {user}"),
    edits: |n| format!("{} will be staged. Nothing is sent yet.", counted(number(n), "edit", "edits")),
    namesakes: "Users of the same name: tick those who are the same person",
    successor: "Where this user is the only manager",
    later: "Decide later: the permission stays",
    somebody: "Somebody takes over",
    nobody: "Nobody takes over",
    in_the_way: "What to know",
    obstacle: |obstacle| {
        Some(match obstacle {
            Obstacle::Namesake(_) => return None,
            Obstacle::NotRead { target, .. } => {
                format!("{}: its list was not read. Nothing is proven.", name(target))
            }
            Obstacle::MayHide(target) => {
                format!("{}: its list has an unreadable entry that may be this user's.", name(target))
            }
            Obstacle::NotListed(None) => "The list of organizations was not read to its end.".to_owned(),
            Obstacle::NotListed(Some(organization)) => {
                format!("The images of {} were not listed to the end.", visible(organization.as_str()))
            }
            Obstacle::NoLevel { target, .. } => format!("{}: a value that is not a level.", name(target)),
            Obstacle::NeedsSuccessor(target) => {
                format!("{}: nobody else manages it, so the permission stays.", name(target))
            }
            Obstacle::ManageLeftOut(target) => format!("{}: Manage was left out.", name(target)),
            Obstacle::Oneself(target) => {
                format!("{}: the service lets nobody grant to themselves.", name(target))
            }
            Obstacle::UnknownUser(id) => format!("The review does not know {}.", visible(id.as_str())),
            Obstacle::AccountRoles => {
                "Roles and policies of IAM can allow more than any list. No plan changes them.".to_owned()
            }
            Obstacle::Public(target) => format!("{} is public: everyone can pull it.", name(target)),
            Obstacle::Creator(target) => {
                format!("{}: its creator has this user's name, and may still manage it.", name(target))
            }
        })
    },
};

pub(super) static CHINESE: Words = Words {
    off_board: "离职处理",
    off_board_of: |user| format!("{user} 离职处理"),
    edits: |n| format!("将加入 {n} 项变更，暂不发送。"),
    namesakes: "同名用户：请勾选属于同一人的用户",
    successor: "该用户为唯一管理者时",
    later: "稍后决定：保留权限",
    somebody: "由他人接管",
    nobody: "无人接管",
    in_the_way: "注意事项",
    obstacle: |obstacle| {
        Some(match obstacle {
            Obstacle::Namesake(_) => return None,
            Obstacle::NotRead { target, .. } => format!("{}：列表未读取，无法证实。", name(target)),
            Obstacle::MayHide(target) => {
                format!("{}：列表中有无法读取的记录，可能属于该用户。", name(target))
            }
            Obstacle::NotListed(None) => "组织列表未完整读取。".to_owned(),
            Obstacle::NotListed(Some(organization)) => {
                format!("{} 的镜像列表未完整读取。", visible(organization.as_str()))
            }
            Obstacle::NoLevel { target, .. } => format!("{}：无效的权限值。", name(target)),
            Obstacle::NeedsSuccessor(target) => format!("{}：无其他管理者，保留权限。", name(target)),
            Obstacle::ManageLeftOut(target) => format!("{}：未包括管理权限。", name(target)),
            Obstacle::Oneself(target) => format!("{}：服务不允许用户给自己授权。", name(target)),
            Obstacle::UnknownUser(id) => format!("审查中没有用户 {}。", visible(id.as_str())),
            Obstacle::AccountRoles => "IAM的角色和策略可能授予更多权限，计划无法更改。".to_owned(),
            Obstacle::Public(target) => format!("{} 为公开镜像，任何人都可以下载。", name(target)),
            Obstacle::Creator(target) => {
                format!("{}：按名称由该用户创建，该用户可能拥有管理权限。", name(target))
            }
        })
    },
};
