//! Words of the matrix.

use domain::change::write::Desired;
use domain::effective::Source;
use domain::model::level::{Level, Permission};
use domain::plan::staged_on::StagedOn;
use domain::review::matrix::{Cell, Held, Shown};

use super::review::counted;
use super::{levels, plan};

#[derive(Debug)]
pub struct Words {
    pub matrix: &'static str,
    pub lead: &'static str,
    pub images: &'static str,
    pub people: &'static str,
    pub turn: &'static str,
    pub unfiltered: &'static str,
    pub unfiltered_means: &'static str,
    pub nothing: &'static str,
    pub nothing_means: &'static str,
    pub too_many: &'static str,
    /// How many rows and users make how many cells, and how many are shown at most.
    pub too_many_means: fn([usize; 4]) -> String,
    pub image: &'static str,
    pub user: &'static str,
    /// A row of several images: the first, and how many more.
    pub and_more: fn(&str, usize) -> String,
    /// From which to which of how many users.
    pub users_of: fn([usize; 3]) -> String,
    /// From which to which of how many images.
    pub images_of: fn([usize; 3]) -> String,
    pub previous: &'static str,
    pub next: &'static str,
    pub keys: &'static str,
    /// What is in a cell.
    pub cell: fn(&Cell) -> String,
    /// The sign of a cell.
    pub sign: fn(Shown) -> &'static str,
    /// The sign of what is staged.
    pub staged_sign: fn(&Cell) -> Option<String>,
    /// What signs mean.
    pub meaning: fn(Shown) -> &'static str,
    pub staged_means: &'static str,
    /// A permission that should be.
    pub desired: fn(Desired) -> &'static str,
    pub stage: &'static str,
    /// The title of the dialog: for so many cells.
    pub stage_for: fn(usize) -> String,
    pub level: &'static str,
    pub unchanged: &'static str,
    /// What was staged: how many edits, how many were taken back since it is so already, how many there are now, how many were
    /// left out as not read, and how many since nobody grants to themselves.
    pub staged: fn([usize; 5]) -> String,
    pub to_matrix: &'static str,
    /// The link to the matrix of the rows that are selected.
    pub of_selected: &'static str,
}

/// The words of a language that cells are made of.
struct Parts {
    levels: &'static levels::Words,
    none: &'static str,
    not_read: &'static str,
    not_yet: &'static str,
    no_level: fn(&Permission) -> String,
}

static EN: Parts = Parts {
    levels: &levels::ENGLISH,
    none: "None",
    not_read: "Not read",
    not_yet: "Not yet read",
    no_level: |value| format!("No level: {}", levels::ENGLISH.permission(value)),
};

static ZH: Parts = Parts {
    levels: &levels::CHINESE,
    none: "无",
    not_read: "未读取",
    not_yet: "尚未读取",
    no_level: |value| format!("无效权限值：{}", levels::CHINESE.permission(value)),
};

impl Parts {
    fn held(&self, held: &Held) -> String {
        match held {
            Held::Level(level) => self.levels.name(*level).to_owned(),
            Held::NoLevel(value) => (self.no_level)(value),
            Held::Nothing => self.none.to_owned(),
            Held::NotRead => self.not_read.to_owned(),
            Held::NotYet => self.not_yet.to_owned(),
        }
    }

    const fn desired(&self, desired: Desired) -> &'static str {
        match desired {
            Some(level) => self.levels.name(level),
            None => self.none,
        }
    }
}

fn joined(texts: [Option<String>; 3], between: &str) -> String {
    texts.into_iter().flatten().collect::<Vec<_>>().join(between)
}

fn span(one: &str, many: &str, from: usize, to: usize, all: usize) -> String {
    if from == to { format!("{one} {from} of {all}") } else { format!("{many} {from}–{to} of {all}") }
}

fn span_zh(what: &str, from: usize, to: usize, all: usize) -> String {
    if from == to {
        format!("{what} {from}，共 {all} 个")
    } else {
        format!("{what} {from}–{to}，共 {all} 个")
    }
}

fn lists(cell: &Cell) -> String {
    let (organization, image) = (EN.held(&cell.organization), EN.held(&cell.image));
    match (&cell.organization, &cell.image) {
        (Held::Nothing, held) if held.is_held() => format!("{image}, direct"),
        (Held::Nothing, _) => image,
        (held, Held::Nothing) if held.is_held() => format!("{organization}, from the organization"),
        (a, b) if a.is_held() && a == b => format!("{image}, direct and from the organization"),
        (Held::Level(a), Held::Level(b)) if a > b => {
            format!("{organization}, from the organization; direct: {image}")
        }
        (_, held) if held.is_held() => format!("{image}, direct; from the organization: {organization}"),
        _ => format!("{image}; from the organization: {organization}"),
    }
}

fn lists_zh(cell: &Cell) -> String {
    let (organization, image) = (ZH.held(&cell.organization), ZH.held(&cell.image));
    match (&cell.organization, &cell.image) {
        (Held::Nothing, held) if held.is_held() => format!("{image}，直接授予"),
        (Held::Nothing, _) => image,
        (held, Held::Nothing) if held.is_held() => format!("{organization}，来自组织"),
        (a, b) if a.is_held() && a == b => format!("{image}，直接授予且来自组织"),
        (Held::Level(a), Held::Level(b)) if a > b => format!("{organization}，来自组织；直接授予：{image}"),
        (_, held) if held.is_held() => format!("{image}，直接授予；来自组织：{organization}"),
        _ => format!("{image}；来自组织：{organization}"),
    }
}

const fn letter(level: Level) -> &'static str {
    match level {
        Level::Read => "R",
        Level::Write => "W",
        Level::Manage => "M",
    }
}

const fn letter_zh(level: Level) -> &'static str {
    match level {
        Level::Read => "读",
        Level::Write => "编",
        Level::Manage => "管",
    }
}

/// The sign of a cell that has no level.
const fn blank(shown: Shown) -> &'static str {
    match shown {
        Shown::NotRead => "?",
        Shown::NotYet => "…",
        Shown::NoLevel => "!",
        Shown::None | Shown::Level(..) => "·",
    }
}

/// "M→R": what the image's list says now, and what it should say.
fn staged_sign(cell: &Cell, letter: fn(Level) -> &'static str) -> Option<String> {
    let now = match &cell.image {
        Held::Level(level) => letter(*level),
        Held::NoLevel(_) => "!",
        _ => "–",
    };
    match cell.planned {
        StagedOn::All(desired) => Some(format!("{now}→{}", desired.map_or("–", letter))),
        StagedOn::Some(_) => Some(format!("{now}→*")),
        StagedOn::Nothing => cell.on_organization.map(|_| format!("{now}*")),
    }
}

pub(super) static ENGLISH: Words = Words {
    matrix: "Matrix",
    lead: "Compares what users hold on images, and stages changes cell by cell. Nothing is sent before you run the plan.",
    images: "Images: parts of names, separated by commas",
    people: "Users: parts of names or IDs, separated by commas",
    turn: "Users as rows",
    unfiltered: "Choose what to compare",
    unfiltered_means: "Type parts of the names of images, of users, or of both. A filter or a group on the Images and People \
                       pages leads here too.",
    nothing: "Nothing to compare",
    nothing_means: "No image or user matches.",
    too_many: "Too many cells",
    too_many_means: |[rows, users, cells, most]| {
        format!(
            "{} and {} make {cells} cells. The matrix shows at most {most}: narrow the images or the users down.",
            counted(rows as u64, "row", "rows"),
            counted(users as u64, "user", "users")
        )
    },
    image: "Image",
    user: "User",
    and_more: |image, more| format!("{image} and {more} more"),
    users_of: |[from, to, all]| span("User", "Users", from, to, all),
    images_of: |[from, to, all]| span("Image", "Images", from, to, all),
    previous: "Previous",
    next: "Next",
    keys: "Arrow keys move. 1, 3 and 7 stage Read, Write and Manage, Delete stages no permission, and Escape takes back what is staged. \
           Enter asks for a level. Shift with arrow keys selects a block, and the keys then apply to all of it.",
    cell: |cell| {
        let on_images = match cell.planned {
            StagedOn::Nothing => None,
            StagedOn::All(desired) => Some(format!("staged: {}", EN.desired(desired))),
            StagedOn::Some(n) => {
                Some(format!("staged on {n} of {}", counted(cell.images as u64, "image", "images")))
            }
        };
        let on_organization = cell.on_organization;
        let on_organization =
            on_organization.map(|desired| format!("staged on the organization: {}", EN.desired(desired)));
        joined([Some(lists(cell)), on_images, on_organization], "; ")
    },
    sign: |shown| match shown {
        Shown::Level(level, _) => letter(level),
        other => blank(other),
    },
    staged_sign: |cell| staged_sign(cell, letter),
    meaning: |shown| match shown {
        Shown::Level(_, Source::Image) => "direct",
        Shown::Level(_, Source::Organization) => "from the organization",
        Shown::Level(_, Source::Both) => "both",
        Shown::None => "none",
        Shown::NotRead => "not read",
        Shown::NotYet => "not yet read",
        Shown::NoLevel => "no level",
    },
    staged_means: "staged",
    desired: |desired| EN.desired(desired),
    stage: "Stage…",
    stage_for: |n| format!("Stage for {}", counted(n as u64, "cell", "cells")),
    level: "Level",
    unchanged: "No change",
    staged: |[staged, taken_back, all, not_read, oneself]| {
        let said = match staged + taken_back {
            0 if not_read + oneself == 0 => "Nothing to stage: it is so already.".to_owned(),
            0 => "Nothing is staged.".to_owned(),
            changed if staged == 0 => (plan::ENGLISH.changed)(changed, all),
            changed => (plan::ENGLISH.staged)(changed, all),
        };
        let not_read = (not_read > 0).then(|| {
            format!("Left out: {not_read} that could not be read. Nobody knows what would change there.")
        });
        let oneself = (oneself > 0).then(|| {
            format!("Left out: {oneself} of your own. The service lets nobody grant to themselves.")
        });
        joined([Some(said), not_read, oneself], " ")
    },
    to_matrix: "Matrix of these",
    of_selected: "Matrix of selected rows",
};

pub(super) static CHINESE: Words = Words {
    matrix: "权限矩阵",
    lead: "对比用户在镜像上的权限，逐格添加变更。执行计划之前不会发送任何请求。",
    images: "镜像：名称的一部分，用逗号分隔",
    people: "用户：名称或ID的一部分，用逗号分隔",
    turn: "用户为行",
    unfiltered: "选择要对比的内容",
    unfiltered_means: "请输入镜像名称、用户名称或两者的一部分。也可从“镜像”和“人员”页的筛选结果或分组进入。",
    nothing: "没有可对比的内容",
    nothing_means: "没有符合条件的镜像或用户。",
    too_many: "单元格过多",
    too_many_means: |[rows, users, cells, most]| {
        format!(
            "{rows} 行和 {users} 个用户共 {cells} 个单元格，矩阵最多显示 {most} 个。请缩小镜像或用户的范围。"
        )
    },
    image: "镜像",
    user: "用户",
    and_more: |image, more| format!("{image} 等 {} 个镜像", more + 1),
    users_of: |[from, to, all]| span_zh("用户", from, to, all),
    images_of: |[from, to, all]| span_zh("镜像", from, to, all),
    previous: "上一页",
    next: "下一页",
    keys: "方向键移动。1、3、7 分别添加读取、编辑、管理，Delete 添加撤销，Escape 撤回已添加的变更，Enter 选择权限。\
           Shift 加方向键选择区域，按键对整个区域生效。",
    cell: |cell| {
        let on_images = match cell.planned {
            StagedOn::Nothing => None,
            StagedOn::All(desired) => Some(format!("已计划：{}", ZH.desired(desired))),
            StagedOn::Some(n) => Some(format!("已计划 {} 个镜像中的 {n} 个", cell.images)),
        };
        let on_organization = cell.on_organization;
        let on_organization = on_organization.map(|desired| format!("组织上已计划：{}", ZH.desired(desired)));
        joined([Some(lists_zh(cell)), on_images, on_organization], "；")
    },
    sign: |shown| match shown {
        Shown::Level(level, _) => letter_zh(level),
        other => blank(other),
    },
    staged_sign: |cell| staged_sign(cell, letter_zh),
    meaning: |shown| match shown {
        Shown::Level(_, Source::Image) => "直接授予",
        Shown::Level(_, Source::Organization) => "来自组织",
        Shown::Level(_, Source::Both) => "两者",
        Shown::None => "无",
        Shown::NotRead => "未读取",
        Shown::NotYet => "尚未读取",
        Shown::NoLevel => "无效权限值",
    },
    staged_means: "已计划",
    desired: |desired| ZH.desired(desired),
    stage: "添加变更…",
    stage_for: |n| format!("为 {n} 个单元格添加变更"),
    level: "权限",
    unchanged: "不变",
    staged: |[staged, taken_back, all, not_read, oneself]| {
        let said = match staged + taken_back {
            0 if not_read + oneself == 0 => "没有可添加的变更：已是如此。".to_owned(),
            0 => "未添加变更。".to_owned(),
            changed if staged == 0 => (plan::CHINESE.changed)(changed, all),
            changed => (plan::CHINESE.staged)(changed, all),
        };
        let not_read =
            (not_read > 0).then(|| format!("已跳过 {not_read} 项未读取的权限，无法得知会更改什么。"));
        let oneself = (oneself > 0).then(|| format!("已跳过您自己的 {oneself} 项，用户不能为自己授权。"));
        joined([Some(said), not_read, oneself], "")
    },
    to_matrix: "在矩阵中对比",
    of_selected: "在矩阵中对比所选行",
};

#[cfg(test)]
mod tests {
    use super::*;

    fn said(organization: Held, image: Held, planned: StagedOn) -> [String; 2] {
        let cell = Cell { organization, image, images: 30, planned, on_organization: None };
        [(ENGLISH.cell)(&cell), (CHINESE.cell)(&cell)]
    }

    #[test]
    fn a_cell_says_level_source_and_what_is_staged() {
        use Held::{Level as Of, NotRead, NotYet, Nothing};
        let (read, write) = (|| Of(Level::Read), || Of(Level::Write));
        let en = |organization, image, planned| said(organization, image, planned)[0].clone();
        let staged = StagedOn::All(Some(Level::Read));
        assert_eq!(en(write(), Nothing, staged), "Write, from the organization; staged: Read");
        assert_eq!(en(Nothing, write(), StagedOn::All(None)), "Write, direct; staged: None");
        assert_eq!(en(Nothing, Nothing, StagedOn::Some(3)), "None; staged on 3 of 30 images");
        assert_eq!(en(read(), read(), StagedOn::Nothing), "Read, direct and from the organization");
        assert_eq!(en(write(), read(), StagedOn::Nothing), "Write, from the organization; direct: Read");
        assert_eq!(en(read(), write(), StagedOn::Nothing), "Write, direct; from the organization: Read");
        assert_eq!(en(Nothing, NotRead, StagedOn::Nothing), "Not read");
        assert_eq!(en(write(), NotYet, StagedOn::Nothing), "Not yet read; from the organization: Write");
        assert_eq!(en(NotRead, Nothing, StagedOn::Nothing), "None; from the organization: Not read");
        let odd = Held::NoLevel(Permission::Unknown("5".into()));
        assert_eq!(en(Nothing, odd, StagedOn::Nothing), "No level: Unknown (5), direct");
        assert_eq!(said(write(), Nothing, staged)[1], "编辑，来自组织；已计划：读取");
    }

    #[test]
    fn what_is_left_out_is_said() {
        let said = |numbers| (ENGLISH.staged)(numbers);
        assert_eq!(said([4, 0, 118, 0, 0]), "Staged: 4 edits. 118 in the plan.");
        assert_eq!(said([0, 2, 3, 0, 0]), "Changed: 2 edits. 3 in the plan.");
        assert_eq!(said([0, 0, 7, 0, 0]), "Nothing to stage: it is so already.");
        assert!(
            said([1, 0, 8, 2, 0])
                .starts_with("Staged: 1 edit. 8 in the plan. Left out: 2 that could not be read")
        );
        assert!(said([0, 0, 8, 0, 1]).starts_with("Nothing is staged. Left out: 1 of your own."));
    }
}
