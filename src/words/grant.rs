//! Words of the grant dialog.

use domain::grant::draft::{Category, Remark};
use domain::grant::list::{SkippedLine, WhySkipped};
use domain::model::level::Permission;
use domain::model::operation::Kind;
use domain::text::reveal::visible;

#[derive(Debug)]
pub struct Words {
    pub title: &'static str,
    /// On what.
    pub on: fn(&str) -> String,
    /// A row.
    pub user_n: fn(usize) -> String,
    pub user_name: &'static str,
    pub user_id: &'static str,
    pub permission: &'static str,
    pub suggestions: &'static str,
    /// How many suggestions are shown, of how many.
    pub suggestions_count: fn(usize, usize) -> String,
    /// Another name of someone.
    pub also: fn(&str) -> String,
    /// How many IDs have the name.
    pub namesakes: fn(usize) -> String,
    pub disabled: &'static str,
    pub add: &'static str,
    /// Removes a row.
    pub remove_n: fn(usize) -> String,
    pub grant: &'static str,
    pub granting: &'static str,
    pub cancel: &'static str,
    pub request: &'static str,
    pub no_request: &'static str,
    pub paste_hint: &'static str,
    pub import: &'static str,
    pub drop_here: &'static str,
    /// A file that could not be opened: its name.
    pub unreadable_file: fn(&str) -> String,
    /// A file without a user: its name.
    pub no_list: fn(&str) -> String,
    /// A file that is too large: its name.
    pub too_large: fn(&str) -> String,
    /// A file in another encoding than UTF-8: which.
    pub other_encoding: fn(&str) -> String,
    /// What was read: users, those that need attention, lines without a user.
    pub read: fn(usize, usize, usize) -> String,
    /// A line without a user: its number, why, what it says.
    pub skipped: fn(&SkippedLine) -> String,
    /// An id that a list writes otherwise: the line, as written, as read.
    pub mended: fn(usize, &str, &str) -> String,
    /// Cells of a line that mean nothing.
    pub left_over: fn(usize, &[String]) -> String,
    /// A column that means nothing.
    pub ignored_column: fn(&str) -> String,
    /// More lines than are shown.
    pub and_more: fn(usize) -> String,
    /// A remark beside a field.
    pub remark: fn(&Remark, &super::levels::Words) -> String,
    /// Takes the person whom the console proposes.
    pub take_proposal: fn(&Remark) -> String,
    pub keep_typed: &'static str,
    pub choose_level: &'static str,
    /// A long draft in numbers, by category.
    pub category: fn(Category, usize) -> String,
    /// All rows of a long draft.
    pub all_rows: fn(usize) -> String,
    pub filters: &'static str,
    pub level_for_all: &'static str,
    /// The button for it: how many rows.
    pub apply_to: fn(usize) -> String,
    /// Said after it: the level, how many rows.
    pub applied_to: fn(&str, usize) -> String,
    pub undo: &'static str,
    pub undone: &'static str,
    /// Takes the people who have a permission already out of the draft.
    pub leave_out: fn(usize) -> String,
    /// Said after it.
    pub was_left_out: fn(usize) -> String,
    /// How large the request is: users, kilobytes.
    pub size: fn(usize, usize) -> String,
    /// Sends in parts: how many users each, how many parts.
    pub in_parts: fn(usize, usize) -> String,
    pub in_parts_means: &'static str,
    /// Why the caller may grant: by the organization.
    pub may_by_organization: fn(&str) -> String,
    pub may_by_image: &'static str,
    /// By what is listed the caller may not.
    pub may_not: fn(Kind) -> &'static str,
    pub reason: &'static str,
    pub reason_optional: &'static str,
    pub reason_means: &'static str,
    pub reason_missing: &'static str,
    pub may_cannot_tell: &'static str,
    pub no_user_list: &'static str,
    pub user_list_failed: &'static str,
    /// The documented text of a successful creation.
    pub created: fn(Kind) -> &'static str,
    /// The fact after granting to one: level, name.
    pub granted_one: fn(&str, &str) -> String,
    /// The fact after granting to several.
    pub granted_many: fn(usize) -> String,
}

pub(super) static ENGLISH: Words = Words {
    title: "Grant permission",
    on: |target| format!("on {target}"),
    user_n: |n| format!("User {n}"),
    user_name: "User name",
    user_id: "User ID",
    permission: "Permission",
    suggestions: "Suggestions",
    suggestions_count: |n, fitting| match n {
        0 => "No suggestions.".to_owned(),
        1 => "1 suggestion.".to_owned(),
        n if fitting > n => format!("{n} of {fitting}, type more to narrow."),
        n => format!("{n} suggestions."),
    },
    also: |name| format!("also {name}"),
    namesakes: |n| format!("{n} IDs with this name"),
    disabled: "disabled",
    add: "Add another user",
    remove_n: |n| format!("Remove user {n}"),
    grant: "Grant",
    granting: "Granting…",
    cancel: "Cancel",
    request: "Request",
    no_request: "Complete the fields to see the request.",
    paste_hint: "Paste a list into a name, or drop a CSV or JSON file here, to fill several rows at once.",
    import: "Import list…",
    drop_here: "Drop the file to import its list",
    unreadable_file: |name| format!("{name} could not be opened."),
    no_list: |name| format!("No users were found in {name}. A list has one user per line: name, ID, level."),
    too_large: |name| format!("{name} is larger than 5 MB. Import it in parts."),
    other_encoding: |encoding| format!("The file is not UTF-8 and was read as {encoding}. Check the names."),
    read: |users, attention, skipped| {
        let users = if users == 1 { "1 user read".to_owned() } else { format!("{users} users read") };
        let attention = match attention {
            0 => String::new(),
            1 => ", 1 needs attention".to_owned(),
            n => format!(", {n} need attention"),
        };
        let skipped = match skipped {
            0 => String::new(),
            1 => ", 1 line skipped".to_owned(),
            n => format!(", {n} lines skipped"),
        };
        users + &attention + &skipped
    },
    skipped: |line| {
        let why = match line.why {
            WhySkipped::Heading => "column headings",
            WhySkipped::NoUser => "no user",
        };
        format!("Line {} skipped, {why}: {}", line.line, visible(&line.text))
    },
    mended: |line, was, id| format!("Line {line}: the ID {} was read as {id}.", visible(was)),
    left_over: |line, cells| format!("Line {line}: not used: {}", visible(cells.join(", "))),
    ignored_column: |name| format!("Column not used: {}", visible(name)),
    and_more: |n| format!("and {n} more"),
    remark: |remark, levels| match remark {
        Remark::NameMissing => "Enter the user's name.".to_owned(),
        Remark::NameTooLong => "A user name has at most 64 characters.".to_owned(),
        Remark::NameOfSeveral(n) => {
            format!("{n} users have this name. Pick one of the suggestions, or enter the ID.")
        }
        Remark::NameUnknown => "No user in the account has this name. Check it, or enter the ID.".to_owned(),
        Remark::NameHides => "This name contains characters that can't be seen. Check it.".to_owned(),
        Remark::IdMissing => "Enter the user's ID.".to_owned(),
        Remark::IdSpoiled => {
            "A spreadsheet turned this ID into a number and lost its digits. Copy the ID again, as text."
                .to_owned()
        }
        Remark::IdUnusual => "User IDs usually have 32 digits of 0–9 and a–f. Check this one.".to_owned(),
        Remark::RepeatsRow(n) => format!("The same ID as user {n}. Remove one of them."),
        Remark::IdBelongsTo(person) => format!("This ID belongs to {}.", visible(person.name.as_str())),
        Remark::NameHasOtherId(person) => {
            format!("{} has another ID in this account.", visible(person.name.as_str()))
        }
        Remark::Oneself => "This is you. You can't grant permissions to yourself.".to_owned(),
        Remark::AlreadyHas(Permission::Known(level)) => {
            format!("Already has {}. The service may refuse the whole request.", levels.name(*level))
        }
        Remark::AlreadyHas(_) => {
            "Already has a permission. The service may refuse the whole request.".to_owned()
        }
        Remark::NotInAccount => "Not among the account's users. Check the ID.".to_owned(),
        Remark::Disabled => "This user is disabled and can't sign in.".to_owned(),
        Remark::LevelMissing(text) if text.is_empty() => "Choose a permission.".to_owned(),
        Remark::LevelMissing(text) => format!("The list says “{}”. Choose a permission.", visible(text)),
        Remark::LeftOver(cells) => format!("Not used: {}", visible(cells.join(", "))),
    },
    take_proposal: |remark| match remark {
        Remark::NameHasOtherId(person) => format!("Use the ID of {}", visible(person.name.as_str())),
        other => {
            format!(
                "Use {}",
                other.proposal().map(|person| visible(person.name.as_str())).unwrap_or_default()
            )
        }
    },
    keep_typed: "Keep as typed",
    choose_level: "Choose…",
    category: |category, n| match category {
        Category::New => format!("{n} new"),
        Category::HasOther => format!("{n} with another level"),
        Category::HasSame => format!("{n} already with this level"),
        Category::Attention if n == 1 => "1 needs attention".to_owned(),
        Category::Attention => format!("{n} need attention"),
    },
    all_rows: |n| if n == 1 { "1 user".to_owned() } else { format!("{n} users") },
    filters: "Show",
    level_for_all: "Permission for all shown",
    apply_to: |n| if n == 1 { "Set for 1 user".to_owned() } else { format!("Set for {n} users") },
    applied_to: |level, n| {
        if n == 1 { format!("{level} set for 1 user.") } else { format!("{level} set for {n} users.") }
    },
    undo: "Undo",
    undone: "Undone.",
    leave_out: |n| {
        if n == 1 { "Leave this user out".to_owned() } else { format!("Leave these {n} users out") }
    },
    was_left_out: |n| if n == 1 { "Left 1 user out.".to_owned() } else { format!("Left {n} users out.") },
    size: |users, kilobytes| format!("One request with {users} users, {kilobytes} kB."),
    in_parts: |each, parts| format!("Send in {parts} requests of up to {each} users"),
    in_parts_means: "The service does not say how many users one request may have. The requests run one after another, and \
                     stop at the first that fails.",
    may_by_organization: |level| format!("You can grant here: you have {level} on the organization."),
    may_by_image: "You can grant here: you have Manage on this image.",
    reason: "Reason or ticket",
    reason_optional: "Reason or ticket (optional)",
    reason_means: "Kept in the journal and its files. SWR has no field for it.",
    reason_missing: "Enter a reason or a ticket.",
    may_not: |kind| match kind {
        Kind::Image => {
            "You probably can't grant permissions here. That needs Write on the organization or Manage on the image, or an \
             account administrator."
        }
        Kind::Organization => {
            "You probably can't grant permissions here. That needs Manage on the organization, or an account \
             administrator."
        }
    },
    may_cannot_tell: "This list doesn't show whether you can grant permissions. The service will check.",
    user_list_failed: "The account's users couldn't be read, so type the name and ID. People seen in this session are suggested.",
    no_user_list: "You can't list the account's users, so type the name and ID. People seen in this session are suggested.",
    created: |kind| match kind {
        Kind::Image => "Creation successful.",
        Kind::Organization => "Creation succeeded.",
    },
    granted_one: |level, name| format!("Granted {level} to {name}."),
    granted_many: |n| format!("Granted permissions to {n} users."),
};

pub(super) static CHINESE: Words = Words {
    title: "添加权限",
    on: |target| format!("资源：{target}"),
    user_n: |n| format!("用户 {n}"),
    user_name: "用户名",
    user_id: "用户 ID",
    permission: "权限",
    suggestions: "候选用户",
    suggestions_count: |n, fitting| match n {
        0 => "没有匹配用户。".to_owned(),
        n if fitting > n => format!("显示 {fitting} 个中的 {n} 个，继续输入可缩小范围。"),
        n => format!("{n} 个匹配用户。"),
    },
    also: |name| format!("又名 {name}"),
    namesakes: |n| format!("{n} 个 ID 使用此名称"),
    disabled: "已停用",
    add: "再添加一个用户",
    remove_n: |n| format!("移除用户 {n}"),
    grant: "授权",
    granting: "正在授权…",
    cancel: "取消",
    request: "请求",
    no_request: "填写完整后显示请求内容。",
    paste_hint: "在用户名处粘贴列表，或将 CSV、JSON 文件拖到此处，可一次填入多行。",
    import: "导入列表…",
    drop_here: "松开即可导入文件中的列表",
    unreadable_file: |name| format!("无法打开 {name}。"),
    no_list: |name| format!("{name} 中没有找到用户。列表应每行一个用户：用户名、ID、级别。"),
    too_large: |name| format!("{name} 超过 5 MB，请分批导入。"),
    other_encoding: |encoding| format!("文件不是 UTF-8 编码，已按 {encoding} 读取，请核对用户名。"),
    read: |users, attention, skipped| {
        let attention = if attention > 0 { format!("，{attention} 个需要核对") } else { String::new() };
        let skipped = if skipped > 0 { format!("，跳过 {skipped} 行") } else { String::new() };
        format!("已读取 {users} 个用户{attention}{skipped}")
    },
    skipped: |line| {
        let why = match line.why {
            WhySkipped::Heading => "表头",
            WhySkipped::NoUser => "没有用户",
        };
        format!("第 {} 行已跳过（{why}）：{}", line.line, visible(&line.text))
    },
    mended: |line, was, id| format!("第 {line} 行：ID {} 已读作 {id}。", visible(was)),
    left_over: |line, cells| format!("第 {line} 行未使用：{}", visible(cells.join("，"))),
    ignored_column: |name| format!("未使用的列：{}", visible(name)),
    and_more: |n| format!("另有 {n} 条"),
    remark: |remark, levels| match remark {
        Remark::NameMissing => "请输入用户名。".to_owned(),
        Remark::NameTooLong => "用户名最多 64 个字符。".to_owned(),
        Remark::NameOfSeveral(n) => format!("有 {n} 个用户使用此名称，请从候选用户中选择，或输入 ID。"),
        Remark::NameUnknown => "账号中没有此名称的用户，请核对，或输入 ID。".to_owned(),
        Remark::NameHides => "名称中含有不可见字符，请核对。".to_owned(),
        Remark::IdMissing => "请输入用户 ID。".to_owned(),
        Remark::IdSpoiled => "电子表格已将此 ID 转成数字并丢失了数位，请以文本格式重新复制 ID。".to_owned(),
        Remark::IdUnusual => "用户 ID 通常是 32 位 0–9、a–f 字符，请核对。".to_owned(),
        Remark::RepeatsRow(n) => format!("与用户 {n} 的 ID 相同，请移除其中一个。"),
        Remark::IdBelongsTo(person) => format!("此 ID 属于 {}。", visible(person.name.as_str())),
        Remark::NameHasOtherId(person) => {
            format!("账号中 {} 的 ID 与此不同。", visible(person.name.as_str()))
        }
        Remark::Oneself => "这是您自己。服务不允许给自己授权。".to_owned(),
        Remark::AlreadyHas(Permission::Known(level)) => {
            format!("已有“{}”权限，服务可能拒绝整个请求。", levels.name(*level))
        }
        Remark::AlreadyHas(_) => "已有权限，服务可能拒绝整个请求。".to_owned(),
        Remark::NotInAccount => "不在账号的用户中，请核对 ID。".to_owned(),
        Remark::Disabled => "此用户已停用，无法登录。".to_owned(),
        Remark::LevelMissing(text) if text.is_empty() => "请选择权限。".to_owned(),
        Remark::LevelMissing(text) => format!("列表中为“{}”，请选择权限。", visible(text)),
        Remark::LeftOver(cells) => format!("未使用：{}", visible(cells.join("，"))),
    },
    take_proposal: |remark| match remark {
        Remark::NameHasOtherId(person) => format!("使用 {} 的 ID", visible(person.name.as_str())),
        other => {
            format!(
                "使用 {}",
                other.proposal().map(|person| visible(person.name.as_str())).unwrap_or_default()
            )
        }
    },
    keep_typed: "保留输入内容",
    choose_level: "请选择…",
    category: |category, n| match category {
        Category::New => format!("{n} 个新用户"),
        Category::HasOther => format!("{n} 个已有其他级别"),
        Category::HasSame => format!("{n} 个已有此级别"),
        Category::Attention => format!("{n} 个需要核对"),
    },
    all_rows: |n| format!("{n} 个用户"),
    filters: "显示",
    level_for_all: "所显示用户的权限",
    apply_to: |n| format!("应用于 {n} 个用户"),
    applied_to: |level, n| format!("已为 {n} 个用户选择“{level}”。"),
    undo: "撤销",
    undone: "已撤销。",
    leave_out: |n| if n == 1 { "移除该用户".to_owned() } else { format!("移除这 {n} 个用户") },
    was_left_out: |n| format!("已移除 {n} 个用户。"),
    size: |users, kilobytes| format!("一个请求包含 {users} 个用户，{kilobytes} kB。"),
    in_parts: |each, parts| format!("分 {parts} 个请求发送，每个最多 {each} 个用户"),
    in_parts_means: "服务未说明一个请求最多可包含多少用户。请求将依次发送，遇到失败即停止。",
    may_by_organization: |level| format!("您可以在此授权：您在该组织上有“{level}”权限。"),
    may_by_image: "您可以在此授权：您在该镜像上有“管理”权限。",
    reason: "原因或工单号",
    reason_optional: "原因或工单号（可选）",
    reason_means: "仅保存在操作日志及其导出文件中，SWR 没有相应字段。",
    reason_missing: "请输入原因或工单号。",
    may_not: |kind| match kind {
        Kind::Image => "您可能无法在此授权：需要组织的“编辑”权限或镜像的“管理”权限。管理员不受此限。",
        Kind::Organization => "您可能无法在此授权：需要组织的“管理”权限。管理员不受此限。",
    },
    may_cannot_tell: "无法从列表判断您能否在此授权，由服务决定。",
    user_list_failed: "未能读取账号的用户列表，请手动输入用户名和 ID。本次会话中出现过的用户会作为候选用户显示。",
    no_user_list: "您无权查看账号的用户列表，请手动输入用户名和 ID。本次会话中出现过的用户会作为候选用户显示。",
    created: |_| "创建成功",
    granted_one: |level, name| format!("已授予 {name}“{level}”权限。"),
    granted_many: |n| format!("已为 {n} 个用户授权。"),
};
