//! Words of the wizards that fill the plan, and of staging by hand.

use domain::plan::clone_access::Fit;
use domain::plan::staged_on::StagedOn;

use super::levels;
use super::plan;
use super::review::counted;

#[derive(Debug)]
pub struct Words {
    pub stage: &'static str,
    /// There is nothing to stage.
    pub nothing: &'static str,
    /// So many permissions were left out, since the organization gives them.
    pub given: fn(usize) -> String,
    pub clone: &'static str,
    /// The name of the dialog: whose access.
    pub clone_of: fn(&str) -> String,
    pub to_whom: &'static str,
    pub same_user: &'static str,
    pub how: &'static str,
    pub fit: fn(Fit) -> &'static str,
    pub with_manage: &'static str,
    pub alike: &'static str,
    /// So many images get the list of a model.
    pub alike_means: fn(usize) -> String,
    pub model: &'static str,
    /// A model: an image, and how many have its list.
    pub model_of: fn(&str, usize) -> String,
    pub another_image: &'static str,
    pub image_name: &'static str,
    pub image_name_means: &'static str,
    pub image_missing: &'static str,
    /// Nothing is selected yet.
    pub choose_rows: &'static str,
    /// So many rows with so many images are selected.
    pub selected_images: fn(usize, usize) -> String,
    pub stage_level: &'static str,
    /// The name of the button of a row.
    pub stage_level_of: fn(&str) -> String,
    /// The name of the dialog for one user: the user, on what.
    pub stage_for: fn(&str, &str) -> String,
    /// The name of the dialog for another user: on what.
    pub stage_another: fn(&str) -> String,
    pub stage_selected: &'static str,
    pub take_back_selected: &'static str,
    /// The name of the button of a row.
    pub take_back_of: fn(&str) -> String,
    pub level: &'static str,
    pub no_permission: &'static str,
    pub for_whom: &'static str,
    /// The column for what a target's own list says, and what is staged.
    pub own_list: &'static str,
    /// What the plan does to a user.
    pub staged_on: fn(StagedOn) -> Option<String>,
    pub another_user: &'static str,
    pub users: &'static str,
    /// The button that shows who is on the list of an image.
    pub users_of: fn(&str) -> String,
    pub nobody: &'static str,
    /// So many organizations and images.
    pub places: fn(usize, usize) -> String,
    /// Each of so many targets can have a successor of its own.
    pub each: fn(usize) -> String,
    /// The choice of a successor for one target.
    pub successor_of: fn(&str) -> String,
    /// The field for the name of that successor.
    pub who_of: fn(&str) -> String,
    pub as_above: &'static str,
    /// So many more follow the choice above.
    pub more_as_above: fn(usize) -> String,
}

fn number(n: usize) -> u64 {
    u64::try_from(n).unwrap_or(u64::MAX)
}

pub(super) static ENGLISH: Words = Words {
    stage: "Stage",
    nothing: "There is nothing to stage.",
    given: |n| {
        let permissions = counted(number(n), "permission", "permissions");
        format!("{permissions} left out: the organization gives as much.")
    },
    clone: "Clone to…",
    clone_of: |user| format!("Clone the access of {user}"),
    to_whom: "To whom",
    same_user: "This is the same user.",
    how: "How",
    fit: |fit| match fit {
        Fit::AddOnly => "Add only",
        Fit::Exactly => "Exactly alike: also lower and revoke",
    },
    with_manage: "Include Manage",
    alike: "Make alike",
    alike_means: |n| {
        let images = counted(number(n), "image", "images");
        format!("{images} selected. They get the list of the model. Your own permissions stay.")
    },
    model: "Model",
    model_of: |image, images| {
        if images == 1 { image.to_owned() } else { format!("{image} and {} with the same list", images - 1) }
    },
    another_image: "Another image",
    image_name: "Image",
    image_name_means: "Its organization and name, such as group/image.",
    image_missing: "The review knows no such image.",
    choose_rows: "Select rows first.",
    selected_images: |rows, images| {
        let rows = counted(number(rows), "row", "rows");
        format!("{rows} selected, {}", counted(number(images), "image", "images"))
    },
    stage_level: "Stage…",
    stage_level_of: |name| format!("Stage a level: {name}"),
    stage_for: |user, place| format!("Stage for {user} on {place}"),
    stage_another: |place| format!("Stage for another user on {place}"),
    stage_selected: "Stage for selected…",
    take_back_selected: "Take back selected",
    take_back_of: |name| format!("Take back: {name}"),
    level: "Level",
    no_permission: "No permission",
    for_whom: "User",
    own_list: "Own list",
    staged_on: |staged| match staged {
        StagedOn::Nothing => None,
        StagedOn::All(Some(level)) => Some(format!("staged: {}", levels::ENGLISH.name(level))),
        StagedOn::All(None) => Some("staged: no permission".to_owned()),
        StagedOn::Some(n) => Some(format!("staged on {}", counted(number(n), "image", "images"))),
    },
    another_user: "Stage for another user…",
    users: "Users",
    users_of: |place| format!("Users of {place}"),
    nobody: "Nobody is on this list.",
    places: plan::places,
    each: |n| {
        format!(
            "Choose for each of {}",
            counted(number(n), "organization or image", "organizations and images")
        )
    },
    successor_of: |place| format!("Who takes over {place}"),
    who_of: |place| format!("Who gets Manage on {place}"),
    as_above: "As above",
    more_as_above: |n| format!("{n} more follow the choice above."),
};

pub(super) static CHINESE: Words = Words {
    stage: "加入计划",
    nothing: "没有可加入计划的变更。",
    given: |n| format!("已略去 {n} 项权限：组织已授予同等权限。"),
    clone: "复制权限给…",
    clone_of: |user| format!("复制 {user} 的权限"),
    to_whom: "复制给",
    same_user: "这是同一个用户。",
    how: "方式",
    fit: |fit| match fit {
        Fit::AddOnly => "仅添加",
        Fit::Exactly => "完全一致：同时降低和删除权限",
    },
    with_manage: "包括管理权限",
    alike: "统一权限",
    alike_means: |n| format!("已选择 {n} 个镜像，将采用参考镜像的权限列表，您自己的权限保持不变。"),
    model: "参考镜像",
    model_of: |image, images| {
        if images == 1 { image.to_owned() } else { format!("{image} 等 {images} 个列表相同的镜像") }
    },
    another_image: "其他镜像",
    image_name: "镜像",
    image_name_means: "组织名称和镜像名称，例如 group/image。",
    image_missing: "审查中没有该镜像。",
    choose_rows: "请先选择行。",
    selected_images: |rows, images| format!("已选择 {rows} 行，共 {images} 个镜像"),
    stage_level: "加入变更…",
    stage_level_of: |name| format!("加入变更：{name}"),
    stage_for: |user, place| format!("为 {user} 加入变更：{place}"),
    stage_another: |place| format!("为其他用户加入变更：{place}"),
    stage_selected: "为所选项加入变更…",
    take_back_selected: "撤回所选项",
    take_back_of: |name| format!("撤回：{name}"),
    level: "权限",
    no_permission: "无权限",
    for_whom: "用户",
    own_list: "直接权限",
    staged_on: |staged| match staged {
        StagedOn::Nothing => None,
        StagedOn::All(Some(level)) => Some(format!("计划：{}", levels::CHINESE.name(level))),
        StagedOn::All(None) => Some("计划：无权限".to_owned()),
        StagedOn::Some(n) => Some(format!("计划：{n} 个镜像")),
    },
    another_user: "为其他用户加入变更…",
    users: "用户",
    users_of: |place| format!("{place} 的用户"),
    nobody: "该列表中没有用户。",
    places: plan::places_zh,
    each: |n| format!("为 {n} 个组织或镜像分别选择"),
    successor_of: |place| format!("{place} 由谁接管"),
    who_of: |place| format!("授予 {place} 管理权限的用户"),
    as_above: "同上",
    more_as_above: |n| format!("其余 {n} 个按上述选择。"),
};
