//! The words that lists use for columns and levels, in the console's languages, in the vendor's console, and in the
//! console's own files. A test of `words` holds them against every text that the console shows.

use crate::model::level::Level;
use crate::model::names::UserId;
use crate::text::narrow::narrow;
use crate::text::reveal::is_hidden;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Column {
    /// The user's name.
    Name,
    /// The user's id.
    Id,
    /// The level as a word or number.
    Level,
    /// The level's number, beside its word in another column.
    LevelNumber,
    /// An organization or an image: `group` or `group/image`.
    Target,
    /// An organization.
    Organization,
    /// An image of it.
    Image,
    /// Why.
    Reason,
    /// Something else about the list or the row.
    Other,
}

/// The column of a heading; `None` for a word that is not known.
pub fn column_word(heading: &str) -> Option<Column> {
    let word: String =
        plain(heading).chars().filter(|c| !matches!(c, '_' | '-' | ' ' | '.' | ':' | '*')).collect();
    Some(match word.as_str() {
        "user" | "username" | "name" | "iamuser" | "iamusername" | "login" | "用户" | "用户名"
        | "用户名称" | "名称" | "姓名" | "iam用户" | "iam用户名" => Column::Name,
        "id" | "userid" | "iamuserid" | "uuid" | "用户id" | "iam用户id" => Column::Id,
        "permission" | "permissions" | "level" | "access" | "effective" | "after" | "权限" | "级别"
        | "权限级别" | "有效权限" => Column::Level,
        "auth" | "effectiveauth" => Column::LevelNumber,
        "target" => Column::Target,
        "organization" | "组织" => Column::Organization,
        "image" | "镜像" => Column::Image,
        "reason" | "原因" => Column::Reason,
        "region" | "account" | "readby" | "readat" | "filter" | "sort" | "rows" | "of"
        | "organizationauth" | "imageauth" | "source" | "certainty" | "marks" | "why" | "actions"
        | "操作" | "组织权限" | "镜像权限" | "entry" | "time" | "by" | "plannedby" | "action" | "before"
        | "answer" | "now" | "outcome" | "result" | "kind" | "version" => Column::Other,
        _ => return None,
    })
}

/// The level of a word or number, in any of the languages; `None` for every other text. The vendor's console calls
/// level 3 "Edit".
pub fn level_word(text: &str) -> Option<Level> {
    match plain(text).as_str() {
        "1" | "read" | "读取" => Some(Level::Read),
        "3" | "write" | "edit" | "编辑" => Some(Level::Write),
        "7" | "manage" | "管理" => Some(Level::Manage),
        _ => None,
    }
}

/// Whether a text is the words of buttons in a row of the console's own table, which people copy along.
pub(super) fn is_row_buttons(text: &str) -> bool {
    let is_button = |word: &str| matches!(word, "change" | "revoke" | "修改" | "删除");
    text.split_whitespace().all(|word| is_button(plain(word).as_str()))
}

/// A cell as an id, in the form in which IAM writes ids. Brackets, quotes and the like around 32 digits are none of it.
pub fn id_of(cell: &str) -> UserId {
    let id = UserId::typed(&narrow(cell));
    if id.looks_usual() {
        return id;
    }
    let bare = UserId::typed(id.as_str().trim_matches(|c: char| !c.is_ascii_alphanumeric()));
    if bare.looks_usual() { bare } else { id }
}

/// Whether a cell is an id.
pub(super) fn is_id(cell: &str) -> bool {
    id_of(cell).looks_usual()
}

/// Small letters of ordinary width, without what can't be seen.
fn plain(text: &str) -> String {
    let seen: String = narrow(text).chars().filter(|c| !is_hidden(*c) || *c == '\u{3000}').collect();
    seen.trim().to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_are_understood_in_every_language_and_guessed_in_none() {
        for (words, level) in [
            (["1", " READ ", "读取", "１"], Level::Read),
            (["3", "write", "Edit", "编辑"], Level::Write),
            (["7", "Manage", "管理", "ｍａｎａｇｅ"], Level::Manage),
        ] {
            assert!(words.iter().all(|word| level_word(word) == Some(level)), "{words:?}");
        }
        for word in ["", "owner", "2", "5", "07", "1.0", "at least read", "read,write", "admin", "none"] {
            assert_eq!(level_word(word), None, "{word}");
        }
    }

    #[test]
    fn an_id_is_found_in_what_people_put_around_it() {
        const ID: &str = "5a6d3f81c0e94b7793d2a8b41f7c60ee";
        for cell in [
            "{5A6D3F81-C0E9-4B77-93D2-A8B41F7C60EE}",
            "`5a6d3f81c0e94b7793d2a8b41f7c60ee`",
            "(5a6d3f81c0e94b7793d2a8b41f7c60ee),",
        ] {
            assert_eq!(id_of(cell).as_str(), ID, "{cell}");
        }
        for cell in ["", "1,23457E+40", "5a6d3f81", "user05"] {
            assert_eq!(id_of(cell).as_str(), cell);
            assert!(!is_id(cell));
        }
    }

    #[test]
    fn headings_are_known_however_they_are_written() {
        for (headings, column) in [
            (["user_name", "User name", "用户名"], Column::Name),
            (["user_id", "User ID", "用户 ID"], Column::Id),
            (["Permission", "level", "权限"], Column::Level),
        ] {
            assert!(headings.iter().all(|heading| column_word(heading) == Some(column)), "{headings:?}");
        }
        assert_eq!(column_word("Benutzer"), None);
    }
}
