//! Lists as people paste them: each of these once gave someone the wrong right, or nobody any.

use super::*;

const ID5: &str = "5a6d3f81c0e94b7793d2a8b41f7c60ee";
const ID6: &str = "b8e2c94d7f1a4035a6c9e3d07b5f8124";
const ID7: &str = "04f7a1d9e6b3482c8d50b9c17e2f6a3d";

/// The account of the emulator's seed.
fn knows(name: &str) -> bool {
    name == "admin" || (1..=12).any(|number| name == format!("user{number:02}"))
}

fn list(text: &str) -> UserList {
    read(text, &knows).unwrap_or_else(|| panic!("no list: {text}"))
}

/// Name, id and level of everyone: `-` where no level is given, `?` where it is not understood.
fn users(text: &str) -> Vec<(String, String, &'static str)> {
    let level = |level: &ListedLevel| match level {
        ListedLevel::NotGiven => "-",
        ListedLevel::Level(level) => level.key(),
        ListedLevel::NotUnderstood(_) => "?",
    };
    list(text).users.iter().map(|user| (user.name.clone(), user.id.clone(), level(&user.level))).collect()
}

fn is(text: &str, expected: &[(&str, &str, &'static str)]) {
    let expected: Vec<_> =
        expected.iter().map(|(name, id, level)| ((*name).to_owned(), (*id).to_owned(), *level)).collect();
    assert_eq!(users(text), expected, "{text}");
}

#[test]
fn the_consoles_own_csv_is_not_a_user_called_group_test() {
    let text = format!(
        "\u{FEFF}target,user_id,user_name,auth,permission\r\ngroup/test,{ID5},user05,7,manage\r\ngroup/test,{ID6},user06,3,write\r\n"
    );
    let expected = [("user05", ID5, "manage"), ("user06", ID6, "write")];
    is(&text, &expected);
    is(&text.replace(',', ";"), &expected);
    is(&text.replace(',', "\t"), &expected);
    let list = list(&text);
    assert_eq!(list.skipped.len(), 1);
    assert_eq!((list.skipped[0].line, list.skipped[0].why), (1, WhySkipped::Heading));
    assert_eq!(list.ignored_columns, Vec::<String>::new());
}

#[test]
fn the_vendors_word_for_write_is_not_read() {
    is(&format!("user05,{ID5},Edit"), &[("user05", ID5, "write")]);
}

#[test]
fn the_consoles_own_words_in_chinese_are_not_read() {
    is(
        &format!("user05,{ID5},管理\nuser06,{ID6},编辑\nuser07,{ID7},读取"),
        &[("user05", ID5, "manage"), ("user06", ID6, "write"), ("user07", ID7, "read")],
    );
}

#[test]
fn a_word_that_is_no_level_chooses_none() {
    is(&format!("user05,{ID5},owner"), &[("user05", ID5, "?")]);
    assert_eq!(
        list(&format!("user05,{ID5},owner")).users[0].level,
        ListedLevel::NotUnderstood("owner".into())
    );
    is(
        &format!("user05,{ID5},owner\nuser06,{ID6},manage\nuser07,{ID7},write"),
        &[("user05", ID5, "?"), ("user06", ID6, "manage"), ("user07", ID7, "write")],
    );
    is(&format!("user05,{ID5},Sales,owner"), &[("user05", ID5, "?")]);
}

#[test]
fn a_column_of_names_is_a_list() {
    let names = [("user05", "", "-"), ("user06", "", "-"), ("user07", "", "-")];
    is("user05\nuser06\r\nuser07\n", &names);
    is("Name\nuser05\nuser06\nuser07", &names);
    is("user05, user06, user07", &names);
    is("user05；user06；user07", &names);
    is("user05、user06\nuser07", &names);
}

#[test]
fn names_with_levels_are_a_list() {
    is("user05,manage\nuser06,编辑", &[("user05", "", "manage"), ("user06", "", "write")]);
    is("robot,not-hex,read", &[("robot", "not-hex", "read")]);
}

#[test]
fn lines_with_separators_of_their_own_are_read_too() {
    is(
        &format!("user05,{ID5},write\nuser06;{ID6};7\nuser07\t{ID7}\n"),
        &[("user05", ID5, "write"), ("user06", ID6, "manage"), ("user07", ID7, "-")],
    );
}

#[test]
fn an_empty_first_cell_does_not_send_the_level_as_an_id() {
    is(&format!("\t{ID5}\tManage\nuser06\t{ID6}\tWrite"), &[("", ID5, "manage"), ("user06", ID6, "write")]);
    is(&format!("\t{ID5}\tManage"), &[("", ID5, "manage")]);
    is(&format!(",{ID5},Manage"), &[("", ID5, "manage")]);
}

#[test]
fn a_comma_in_a_name_parts_nothing() {
    is(&format!("\"Last, First\",{ID5},write"), &[("Last, First", ID5, "write")]);
    is(&format!("Last, First\t{ID5}\tManage"), &[("Last, First", ID5, "manage")]);
    is(&format!("Last, First;{ID5};Manage"), &[("Last, First", ID5, "manage")]);
    is(&format!("\"say \"\"x\"\"\",{ID5},write"), &[("say \"x\"", ID5, "write")]);
}

#[test]
fn columns_may_come_in_any_order() {
    is(&format!("ID,Name,Level\n{ID5},user05,manage"), &[("user05", ID5, "manage")]);
    is(
        &format!("{ID5},user05,manage\n{ID6},user06,read"),
        &[("user05", ID5, "manage"), ("user06", ID6, "read")],
    );
    is(&format!("name,level,id\nuser05,manage,{ID5}"), &[("user05", ID5, "manage")]);
    is(&format!("manage,user05,{ID5}"), &[("user05", ID5, "manage")]);
    is(&format!("{ID5},manage"), &[("", ID5, "manage")]);
    is(&format!("{ID5}\n{ID6}"), &[("", ID5, "-"), ("", ID6, "-")]);
    is(&format!("user05,{ID5}\n{ID6},user06"), &[("user05", ID5, "-"), ("user06", ID6, "-")]);
}

#[test]
fn a_head_of_another_language_is_no_user() {
    is(&format!("Benutzer;Benutzer-ID;Recht\nuser05;{ID5};Manage"), &[("user05", ID5, "manage")]);
    is(&format!("用户名,用户 ID,权限\nuser05,{ID5},管理"), &[("user05", ID5, "manage")]);
    is(
        &format!("Permissions of group/test\n\nUser,User ID,Permission\nuser05,{ID5},Edit"),
        &[("user05", ID5, "write")],
    );
}

#[test]
fn a_first_user_without_an_id_is_no_head() {
    is(
        &format!("robot,not-hex,read\nuser05,{ID5},read"),
        &[("robot", "not-hex", "read"), ("user05", ID5, "read")],
    );
    is(&format!("user06,,write\nuser05,{ID5},read"), &[("user06", "", "write"), ("user05", ID5, "read")]);
    is(&format!("user06,short\nuser05,{ID5}"), &[("user06", "short", "-"), ("user05", ID5, "-")]);
}

#[test]
fn wide_separators_and_bars_part_cells() {
    is(&format!("user05，{ID5}，管理"), &[("user05", ID5, "manage")]);
    is(&format!("user05；{ID5}；管理"), &[("user05", ID5, "manage")]);
    is(
        &format!("| User | User ID | Permission |\n|---|---|---|\n| user05 | {ID5} | Write |"),
        &[("user05", ID5, "write")],
    );
    is(
        &format!("user05   {ID5}  manage\nuser06   {ID6}"),
        &[("user05", ID5, "manage"), ("user06", ID6, "-")],
    );
}

#[test]
fn a_byte_order_mark_is_no_part_of_a_name() {
    is(&format!("\u{FEFF}user05,{ID5},write"), &[("user05", ID5, "write")]);
}

#[test]
fn an_id_is_mended_in_sight() {
    for (written, is_mended) in [
        (format!("{ID5}\u{200B}"), true),
        ("5a6d3f81-c0e9-4b77-93d2-a8b41f7c60ee".to_owned(), true),
        (ID5.to_uppercase(), true),
        (format!(" {ID5} "), false),
    ] {
        let list = list(&format!("user05,{written},write"));
        assert_eq!(list.users[0].id, ID5, "{written}");
        assert_eq!(list.users[0].id_was, is_mended.then_some(written.clone()), "{written}");
    }
}

#[test]
fn what_cannot_be_seen_in_a_name_stays() {
    is(&format!("us\u{200B}er05,{ID5},write"), &[("us\u{200B}er05", ID5, "write")]);
}

#[test]
fn an_id_that_a_spreadsheet_has_spoiled_stays_one_cell() {
    is("user05;1,23457E+40;write", &[("user05", "1,23457E+40", "write")]);
    is("user05\t1.23457E+40\twrite", &[("user05", "1.23457E+40", "write")]);
}

#[test]
fn rows_copied_from_the_consoles_own_table_are_users() {
    let expected = [("user05", ID5, "manage"), ("user06", ID6, "write")];
    is(&format!("user05\t{ID5}\t\nManage\tChange Revoke\nuser06\t{ID6}\t\nWrite\tChange Revoke"), &expected);
    is(&format!("user05\t{ID5}\t\n管理\t修改 删除\nuser06\t{ID6}\t\n编辑\t修改 删除"), &expected);
    is(&format!("user05\t{ID5}\tManage\tChange Revoke\nuser06\t{ID6}\tWrite\tChange Revoke"), &expected);
    is(
        &format!(
            "User\tUser ID\tPermission\tActions\nuser05\t{ID5}\tManage\tChange Revoke\nuser06\t{ID6}\tWrite\tChange Revoke"
        ),
        &expected,
    );
}

#[test]
fn the_guard_against_formulas_is_no_part_of_a_name() {
    is(&format!("\"'=1+1\",{ID5},write"), &[("=1+1", ID5, "write")]);
    is(&format!("'t Hooft,{ID5},write"), &[("'t Hooft", ID5, "write")]);
}

#[test]
fn cells_and_columns_that_mean_nothing_are_in_the_result() {
    let list_of = list(&format!("user05,{ID5},write,Sales\nuser06,{ID6},read,"));
    assert_eq!(list_of.users[0].left_over, ["Sales"]);
    assert_eq!(list_of.users[1].left_over, Vec::<String>::new());
    let list_of = list(&format!("name,department,id\nuser05,Sales,{ID5},extra"));
    assert_eq!(list_of.ignored_columns, ["department"]);
    assert_eq!(list_of.users[0].left_over, ["extra"]);
    assert_eq!(list_of.users[0].level, ListedLevel::NotGiven);
    let list_of = list(&format!("name,id,permission,auth\nuser05,{ID5},read,7"));
    assert_eq!(list_of.users[0].level, ListedLevel::NotUnderstood("read, 7".into()));
}

#[test]
fn a_line_without_a_user_is_skipped_and_named() {
    let list = list(&format!("name,id,level\nuser05,{ID5},write\n,,read\nname,id,level\nuser06,{ID6},read"));
    let skipped: Vec<_> = list.skipped.iter().map(|skipped| (skipped.line, skipped.why)).collect();
    assert_eq!(skipped, [(1, WhySkipped::Heading), (3, WhySkipped::NoUser), (4, WhySkipped::Heading)]);
    assert_eq!(list.users.len(), 2);
}

#[test]
fn a_text_that_is_no_list_is_not_read() {
    for text in ["", "\n", "user05", "Last, First", ID5, "a, b and c", "robot,abc", "user05,someone else"] {
        let read = read(text, &knows);
        assert!(read.is_none() || text == ID5 || text.starts_with("user05,"), "{text}: {read:?}");
    }
    assert_eq!(read(&"x".repeat(65).repeat(2), &knows), None);
    assert_eq!(read(&format!("{}\n{}", "x".repeat(65), "y"), &knows), None);
}

mod properties {
    use proptest::prelude::*;

    use super::*;

    /// Texts in which everything that a list is made of is frequent.
    fn text() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            Just(ID5.to_owned()),
            Just(ID6.to_uppercase()),
            "[,;\t\n|\"']",
            Just("，".to_owned()),
            Just("user05".to_owned()),
            Just("manage".to_owned()),
            Just("name,id,level\n".to_owned()),
            "[a-zé名\u{200B}\u{FEFF}=+ ]{1,3}",
        ];
        prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_inventing_anything(text in prop_oneof![text(), any::<String>()]) {
            let Some(list) = read(&text, &knows) else { return Ok(()) };
            let cells = text.split([',', ';', '\t', '|', '，', '；', '、', '\n', '\r']).count();
            prop_assert!(list.users.len() + list.skipped.len() <= cells);
            for user in &list.users {
                prop_assert!(!(user.name.trim().is_empty() && user.id.is_empty()));
                let is_there = |piece: &str| text.contains(piece) || text.replace("\"\"", "\"").contains(piece);
                prop_assert!(is_there(&user.name), "{:?}", user.name);
                // An id is the text, but for case, hyphens and what can't be seen.
                let written = user.id_was.as_deref().unwrap_or(&user.id);
                prop_assert!(is_there(written.trim()), "{:?}", written);
            }
        }

        #[test]
        fn there_are_no_more_users_than_lines_where_there_are_ids(
            lines in prop::collection::vec("[a-z]{1,5}(,[0-9a-f]{32}(,(read|Edit|owner|7))?|;[0-9a-f]{32};管理)", 1..20)
        ) {
            let list = read(&lines.join("\n"), &knows).unwrap();
            prop_assert!(list.users.len() + list.skipped.len() <= lines.len());
        }

        #[test]
        fn a_pair_of_one_line_stays_a_pair(people in prop::collection::vec(("[a-z]{3,8}", "[0-9a-f]{32}", 0usize..4), 1..20), order in 0usize..3) {
            let level = |level: usize| ["read", "3", "管理", ""][level];
            let line = |(name, id, given): &(String, String, usize)| {
                let cells = [name.as_str(), id.as_str(), level(*given)];
                let [a, b, c] = [[0, 1, 2], [1, 0, 2], [2, 0, 1]][order];
                format!("{};{};{}", cells[a], cells[b], cells[c])
            };
            let text = people.iter().map(line).collect::<Vec<_>>().join("\r\n");
            for user in read(&text, &|_| false).unwrap().users {
                let name_of = people.iter().find(|(_, id, _)| *id == user.id).map(|(name, ..)| name.as_str());
                prop_assert!(user.name.is_empty() || name_of == Some(user.name.as_str()), "{:?}", user);
            }
        }
    }
}
