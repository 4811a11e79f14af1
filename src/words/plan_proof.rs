//! Words of the proof that somebody has left.

use domain::model::names::OrganizationName;
use domain::text::reveal::visible;

use super::review::counted;

#[derive(Debug)]
pub struct Words {
    pub proof: &'static str,
    /// The name of the file's page: the user.
    pub proof_of: fn(&str) -> String,
    /// The user is on none of so many lists; so many could not be read.
    pub on_none: fn(&str, usize, usize) -> String,
    /// Whether everything was read, so that nothing is left open.
    pub whole: fn(bool) -> &'static str,
    /// Only these organizations were to be read.
    pub only: fn(&[OrganizationName]) -> String,
    pub not_read: &'static str,
    pub beyond: &'static str,
    pub names_unknown: &'static str,
    /// Another user has the same name: the name, the id.
    pub namesake: fn(&str, &str) -> String,
    pub user: &'static str,
    pub user_id: &'static str,
    pub region: &'static str,
    pub account: &'static str,
    pub read_by: &'static str,
    pub from: &'static str,
    pub to: &'static str,
    pub lists: &'static str,
    pub on_none_of: &'static str,
    pub lists_not_read: &'static str,
    pub with_unreadable: &'static str,
    pub coverage: &'static str,
    pub run: &'static str,
    pub made: &'static str,
    pub save: &'static str,
    pub save_means: &'static str,
    pub no_digest: &'static str,
    /// The snapshot is older than the last run.
    pub older_than_run: fn(&str) -> String,
    /// A run has off-boarded so many users.
    pub left: fn(usize) -> String,
    pub left_means: &'static str,
}

fn number(n: usize) -> u64 {
    u64::try_from(n).unwrap_or(u64::MAX)
}

fn names(organizations: &[OrganizationName], between: &str) -> String {
    organizations.iter().map(|name| visible(name.as_str())).collect::<Vec<_>>().join(between)
}

pub(super) static ENGLISH: Words = Words {
    proof: "Proof",
    proof_of: |user| format!("Proof that {user} is on no list"),
    on_none: |user, lists, unread| {
        let none = format!("{user} is on none of {}", counted(number(lists), "list", "lists"));
        if unread == 0 { format!("{none}.") } else { format!("{none}; {unread} could not be read.") }
    },
    whole: |is_whole| {
        if is_whole {
            "Every list that was found was read to its end."
        } else {
            "What was not read proves nothing."
        }
    },
    only: |organizations| {
        format!("The scan has read only these organizations: {}.", names(organizations, ", "))
    },
    not_read: "Not proven",
    beyond: "What no plan takes away",
    names_unknown: "The user's name is not known here, so it is not known what they have created.",
    namesake: |name, id| {
        format!("Another user is called {name} too, with the ID {id}. Check that this is somebody else.")
    },
    user: "User",
    user_id: "User ID",
    region: "Region",
    account: "Account",
    read_by: "Read by",
    from: "Reading began",
    to: "Reading ended",
    lists: "Lists",
    on_none_of: "Lists without the user",
    lists_not_read: "Lists that could not be read",
    with_unreadable: "Lists with an unreadable entry",
    coverage: "Coverage",
    run: "Last run of a plan before",
    made: "Made with",
    save: "Save proof",
    save_means: "The file is a page without a script that can be printed. Keep its digest somewhere else: \
                 together they prove that nobody has changed the file since.",
    no_digest: "This browser can't compute a digest here. Use sha256sum.",
    older_than_run: |time| {
        format!(
            "This was read before the last run of a plan, {time}. Only a new scan proves what it has done."
        )
    },
    left: |n| format!("Off-boarded in this run: {}", counted(number(n), "user", "users")),
    left_means: "Everything that was planned for them is revoked, and no list that was read names them. Open the page of a user \
                 and begin a new scan there: it reads every list, and so proves what is left.",
};

pub(super) static CHINESE: Words = Words {
    proof: "证明",
    proof_of: |user| format!("证明 {user} 不在任何列表中"),
    on_none: |user, lists, unread| {
        let none = format!("{user} 不在 {lists} 个列表的任何一个中");
        if unread == 0 { format!("{none}。") } else { format!("{none}；{unread} 个列表未能读取。") }
    },
    whole: |is_whole| {
        if is_whole {
            "找到的所有列表均已完整读取。"
        } else {
            "未读取的内容无法证明。"
        }
    },
    only: |organizations| format!("扫描仅读取了以下组织：{}。", names(organizations, "、")),
    not_read: "未证实",
    beyond: "计划无法撤销的权限",
    names_unknown: "此处不知道该用户的名称，因此无法确定其创建的内容。",
    namesake: |name, id| format!("另有用户名同为 {name}，ID为 {id}，请确认是否为他人。"),
    user: "用户",
    user_id: "用户ID",
    region: "区域",
    account: "账号",
    read_by: "读取者",
    from: "读取开始",
    to: "读取结束",
    lists: "列表数",
    on_none_of: "不含该用户的列表",
    lists_not_read: "未能读取的列表",
    with_unreadable: "含无法读取记录的列表",
    coverage: "覆盖范围",
    run: "此前最近一次执行计划",
    made: "生成工具",
    save: "保存证明",
    save_means: "文件为不含脚本的网页，可以打印。请将摘要另行保存，二者即可证明文件此后未被修改。",
    no_digest: "浏览器无法在此计算摘要，请使用sha256sum计算。",
    older_than_run: |time| {
        format!("以下内容读取于最近一次执行计划（{time}）之前。只有重新扫描才能证明执行结果。")
    },
    left: |n| format!("本次执行完成离职处理的用户：{n} 个"),
    left_means: "计划中这些用户的权限已全部删除，已读取的列表中不再有他们。请打开用户的页面并重新扫描：扫描将读取所有列表，以证明剩余的权限。",
};
