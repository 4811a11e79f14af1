//! Chinese.

use domain::model::names::UserName;
use domain::review::findings::{Certainty, Count, Evidence, Rule, Weight, Why};
use domain::review::snapshot::{ListReading, Reading};

use super::super::levels;
use super::super::review::{fault_zh, status};
use super::{About, Words, accounts, quoted, values};

pub(in super::super) static CHINESE: Words = Words {
    findings: "发现项",
    lead: "按固定规则列出需要关注的内容。来源未读取的规则会注明，绝不计为零。",
    search: "搜索发现项",
    all_rules: "全部规则",
    rule_label: "规则",
    rule: |rule| match rule {
        Rule::NotRead => "未读取",
        Rule::Public => "公开镜像",
        Rule::Shared => "共享给其他账号",
        Rule::FewManagers => "只有一个或没有管理者",
        Rule::AddsNothing => "多余的权限",
        Rule::NotInAccount => "不在账号中的用户",
        Rule::Disabled => "已停用的用户",
        Rule::SharedName => "同一名称，多个用户ID",
        Rule::SeveralNames => "同一用户ID，多个名称",
        Rule::ManyManagers => "管理者过多",
        Rule::UnknownCreator => "未知的创建者",
        Rule::NoLevel => "无效的权限值",
        Rule::Widespread => "多数镜像权限相同",
        Rule::ManageGranted => "此后授予的管理权限",
        Rule::MadeAnew => "删除后重新创建",
    },
    matters: |rule| match rule {
        Rule::NotRead => "审查结果不包括这些内容。请读取剩余部分，或请有权限的人员读取。",
        Rule::Public => "互联网上的任何人都可以下载，用户列表对此没有影响。",
        Rule::Shared => "这些账号中的所有人都可以下载，用户列表对此没有影响。",
        Rule::FewManagers => "唯一的管理者离开后，只有账号管理员可以修改权限。",
        Rule::AddsNothing => "组织权限或公开属性已包含相同的权限。如果组织权限将来会被删除，请保留。",
        Rule::NotInAccount => "用户已被删除，或属于委托或联邦身份。已删除用户的权限没有用处。",
        Rule::Disabled => "这些用户无法登录。重新启用后，权限将再次生效。",
        Rule::SharedName => "用户被删除后以相同名称重新创建，旧ID的权限没有用处。",
        Rule::SeveralNames => "名称由授权请求附带，未经核对，以用户ID为准。",
        Rule::ManyManagers => "每个管理者都可以授予他人权限。",
        Rule::UnknownCreator => "账号中没有与创建者同名的用户。创建者即使不在列表中，也可能拥有管理权限。",
        Rule::NoLevel => "服务保存的值不是1、3或7，无法确定其含义。",
        Rule::Widespread => "一个组织权限即可表达相同的内容，但也会包括将来的镜像。",
        Rule::ManageGranted => "在旧快照中，这些用户没有管理权限。",
        Rule::MadeAnew => "名称相同，但服务的ID不同。旧对象的权限已不存在。",
    },
    count: |count| match count {
        Count::NotChecked(_) => "未检查".to_owned(),
        Count::Exactly(n) => n.to_string(),
        Count::AtLeast(n) => format!("至少 {n}"),
    },
    not_checked: |why| match why {
        Why::NothingRead => "未检查：该规则所需的内容均未读取。".to_owned(),
        Why::UsersNotRead => "未检查：账号的用户列表未读取，只有部分管理员可以读取。".to_owned(),
        Why::UsersDoNotFit { strangers, of } => {
            format!(
                "未检查：列表中的 {of} 个用户有 {strangers} 个不在账号的用户列表中，该列表可能因权限而不完整。"
            )
        }
        Why::NothingToCompare => "未检查：请先在“比较”页打开旧快照。".to_owned(),
    },
    left_out: |places| format!("{places} 个组织或镜像无法检查。"),
    nothing: "没有发现项。",
    weight: |weight| match weight {
        Weight::Low => "低",
        Weight::Medium => "中",
        Weight::High => "高",
    },
    certainty: |certainty| match certainty {
        Certainty::Certain => None,
        Certainty::Inferred => Some("推断：服务文档未说明以较高权限为准"),
        Certainty::Probable => Some("可能：仅依据名称"),
    },
    finding,
    places: |places| format!("涉及 {places} 个列表"),
    people: |users| format!("{users} 个用户"),
    more: |n| format!("再显示 {n} 项"),
    thresholds: "阈值",
    managers_most: "组织的管理者过多：多于",
    users_least: "镜像的管理者过多：超过半数，且用户数至少为",
    images_least: "多数镜像权限相同：组织的镜像数至少为",
    most_percent: "多数镜像权限相同：至少占百分之",
    strangers_percent: "用户列表不匹配：缺少的用户超过百分之",
    strangers_least: "用户列表不匹配：缺少的用户数至少为",
    accept: "接受",
    accept_of: |finding| format!("接受：{finding}"),
    accept_means: "已接受的发现项将单独列出并注明理由，直到所选日期为止。仅保存在快照文件中。",
    why: "理由",
    why_missing: "请说明接受的理由。",
    until: "有效期至",
    until_missing: "请选择将来的日期。",
    accepted: |by, until, reason| format!("{by} 已接受，有效期至 {until}：{reason}"),
    take_back: "撤回",
    by_organization: "各组织的发现项和权限",
    organization: "组织",
    levels: "权限",
};

fn finding(evidence: &Evidence, about: &About<'_>) -> String {
    let About { target, user, users, places } = *about;
    match evidence {
        Evidence::ListNotRead(reading) => format!("{target}：{}。", why_not_read(reading)),
        Evidence::UnreadableEntries(entries) => format!("{target}：{entries} 个条目无法读取。"),
        Evidence::ListOpen(list) if target.is_empty() => format!("组织列表：{}。", why_open(list)),
        Evidence::ListOpen(list) => format!("{target} 的镜像列表：{}。", why_open(list)),
        Evidence::Public => format!("{target} 是公开镜像，任何人都可以下载。"),
        Evidence::SharedWith { accounts: shares, is_forever, expired } => {
            let end = if *is_forever { "至少一个共享没有期限。" } else { "" };
            let over = match expired {
                0 => String::new(),
                n => format!("{n} 个已过期。"),
            };
            let names = accounts(shares, "、", "未命名");
            format!("{target} 共享给 {} 个账号：{names}。{end}{over}", shares.len())
        }
        Evidence::SharedWithUnread => format!("{target} 已共享，共享给哪些账号未读取。"),
        Evidence::OnlyManager => format!("只有 {user} 管理 {target}。"),
        Evidence::NoManager => format!("{target} 没有通过权限指定的管理者。"),
        Evidence::WithinOrganization(level) => format!(
            "{user} 在 {target} 上有{}权限，其中 {places} 个镜像上的权限是多余的。",
            levels::CHINESE.name(*level)
        ),
        Evidence::WithinPublic => {
            format!("{user} 在 {target} 的 {places} 个镜像上有读取权限，而这些镜像任何人都可以下载。")
        }
        Evidence::NotInAccount => format!("{user} 在 {places} 个列表中，但不在账号的用户列表中。"),
        Evidence::Disabled => format!("{user} 已停用，在 {places} 个列表中。"),
        Evidence::Name { name, not_in_account } => {
            let old = match not_in_account {
                None => "用户列表未读取，无法确定其中哪些存在。".to_owned(),
                Some(n) => format!("其中 {n} 个不在账号中。"),
            };
            let name = quoted([name.as_str()], "");
            format!("{name} 是 {users} 个用户ID的名称，涉及 {places} 个列表。{old}")
        }
        Evidence::Names(names) => {
            let all = quoted(names.iter().map(UserName::as_str), "、");
            format!("同一用户ID的名称有 {all}，涉及 {places} 个列表。")
        }
        Evidence::Managers { managers, of } => format!("{of} 个用户中有 {managers} 个管理 {target}。"),
        Evidence::Creator(name) => {
            let name = quoted([name.as_str()], "");
            format!("{target} 由 {name} 创建，账号中没有该名称的用户。")
        }
        Evidence::Values(odd) => {
            let odd = quoted(values(odd, "空"), "、");
            format!("{target}：{users} 个用户的权限值为 {odd}。")
        }
        Evidence::OnMostImages { level, images, of } => {
            format!(
                "{user} 在 {target} 的 {of} 个镜像中的 {images} 个上有{}权限。",
                levels::CHINESE.name(*level)
            )
        }
        Evidence::ManageSince if users == 1 => format!("自旧快照以来，{user} 管理 {target}。"),
        Evidence::ManageSince => format!("自旧快照以来，{users} 个用户管理 {target}。"),
        Evidence::NumberChanged(numbers) => {
            format!("{target}：服务的ID原为 {}，现为 {}。", numbers.before, numbers.after)
        }
    }
}

fn why_not_read(reading: &Reading) -> String {
    match reading {
        Reading::NotYet => "尚未读取".to_owned(),
        Reading::Denied { status: number, code } => format!("无权限（{}）", status(*number, code.as_ref())),
        Reading::Failed(why) => fault_zh(why),
        Reading::Gone => "已被删除".to_owned(),
        Reading::Read { .. } => "已读取".to_owned(),
    }
}

fn why_open(list: &ListReading) -> String {
    if list.reading.is_whole() { "未读取完整".to_owned() } else { why_not_read(&list.reading) }
}
