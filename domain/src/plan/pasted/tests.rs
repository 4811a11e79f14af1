//! Lists that are pasted into a plan.

use super::*;
use crate::change::reason::Reason;
use crate::grant::list::sheet;
use crate::model::access::AccessList;
use crate::model::level::Level::{Manage, Read, Write};
use crate::plan::sketch::shown;
use crate::review::sketch::{Sketch, denied, grant, list, target};

const ID: &str = "5a6d3f81c0e94b7793d2a8b41f7c60ee";

fn snapshot() -> Snapshot {
    let hiding = AccessList { unreadable: 1, ..list(&[grant("ann", Read)]) };
    Sketch::new()
        .users(&["ann", "bob", "admin", ID])
        .with("a", &[("ann", Manage)])
        .with("a/1", &[("ann", Write), ("bob", Read)])
        .with("a/team/2", &[])
        .with_list("a/hiding", &hiding)
        .unread("b", denied())
        .freeze()
}

fn read(text: &str) -> Pasted {
    pasted(&sheet(text), &snapshot())
}

fn edits(text: &str) -> Vec<String> {
    let pasted = read(text);
    assert_eq!(pasted.refused, [], "{text}");
    shown(&pasted.edits)
}

fn why(text: &str) -> Vec<(usize, Why)> {
    read(text).refused.into_iter().map(|refused| (refused.line, refused.why)).collect()
}

#[test]
fn without_a_head_the_order_is_organization_image_user_level_reason() {
    assert_eq!(edits("a,1,name of ann,none"), ["a/1 ann write>-"]);
    assert_eq!(
        edits("a\t\tname of bob\tRead\na\tteam/2\tname of bob\t7"),
        ["a bob ->read", "a/team/2 bob ->manage"]
    );
    assert_eq!(edits("| a | 1 | name of bob | 编辑 |"), ["a/1 bob read>write"]);
    assert_eq!(edits("a;1;ann;manage"), ["a/1 ann write>manage"], "an id in the place of the name");
    let with_reason = read("a,1,name of ann,无,\"OPS-1, urgent\"");
    assert_eq!(with_reason.edits[0].reason, Reason::new("OPS-1, urgent"));
}

#[test]
fn a_head_says_where_the_columns_are() {
    assert_eq!(
        edits("Level,User ID,Organization,Image\nnone,bob,a,1\n3,bob,a,"),
        ["a/1 bob read>-", "a bob ->write"]
    );
    assert_eq!(edits("镜像;组织;用户名;权限\n1;a;name of bob;管理"), ["a/1 bob read>manage"]);
    // Only organizations.
    assert_eq!(edits("organization,user,level\na,name of bob,1"), ["a bob ->read"]);
}

#[test]
fn the_consoles_own_files_are_read_back() {
    let access = format!("target,user_id,user_name,auth,permission\r\na/1,{ID},name of {ID},3,write\r\n");
    assert_eq!(edits(&access), [format!("a/1 {ID} ->write")]);
    let plan = "region,account,target,user_id,user_name,now,after,reason\nlocal,x,a/1,ann,name of ann,write,none,OPS-1\n";
    let read = read(plan);
    assert_eq!((shown(&read.edits), read.ignored), (vec!["a/1 ann write>-".to_owned()], Vec::new()));
    assert_eq!(read.edits[0].reason, Reason::new("OPS-1"));
}

#[test]
fn what_is_so_already_is_counted_and_not_staged() {
    let read = read("a,1,name of ann,write\na,team/2,name of ann,none\na,1,name of bob,none");
    assert_eq!(
        (shown(&read.edits), read.already, read.refused),
        (vec!["a/1 bob read>-".to_owned()], 2, Vec::new())
    );
}

#[test]
fn a_line_that_is_not_certain_is_refused_with_its_reason() {
    let table: [(&str, Why); 15] = [
        ("a,1,name of ann", Why::Columns),
        ("a,1,name of ann,read,OPS,more", Why::Columns),
        (",1,name of ann,read", Why::NoOrganization),
        ("a,9,name of ann,read", Why::NotScanned("a/9".to_owned())),
        ("A,1,name of ann,read", Why::NotScanned("A/1".to_owned())),
        ("b,,name of ann,read", Why::NotRead(target("b"))),
        ("a,hiding,name of bob,read", Why::MayHide),
        ("a,1,,read", Why::NoUser),
        ("a,1,\"1,23457E+40\",read", Why::SpoiledId),
        ("a,1,carol,read", Why::UnknownUser),
        ("a,1,name of ann,", Why::NoLevel),
        ("a,1,name of ann,owner", Why::NotALevel("owner".to_owned())),
        ("a,1,name of ann,read,\na,1,name of ann,write", Why::SaidOtherwise(2)),
        ("a,1,name of admin,read", Why::Oneself),
        (
            "organization,image,user_id,user,level\na,1,bob,name of ann,read",
            Why::OtherName("name of bob".to_owned()),
        ),
    ];
    for (text, expected) in table {
        let refused = why(text);
        assert_eq!(refused.first().map(|(_, why)| why), Some(&expected), "{text}");
        assert_eq!(read(text).edits, [], "{text}");
    }
}

#[test]
fn lines_that_say_the_same_count_once_and_those_that_contradict_not_at_all() {
    let twice = read("a,1,name of bob,none\na,1,bob,none");
    assert_eq!(shown(&twice.edits), ["a/1 bob read>-"]);
    assert_eq!(why("a,1,name of bob,none\na,1,bob,none"), [(2, Why::SaidTwice(1))]);
    let clash = "a,1,name of bob,none\na,1,name of bob,none\na,1,bob,manage";
    assert_eq!(
        why(clash),
        [(1, Why::SaidOtherwise(3)), (2, Why::SaidOtherwise(3)), (3, Why::SaidOtherwise(1))]
    );
}

#[test]
fn a_name_of_several_users_is_nobodys() {
    let namesake = |id: &str| {
        let mut grant = grant(id, Read);
        grant.name = Some(crate::model::names::UserName::new("twin"));
        grant
    };
    let snapshot = Sketch::new().with_list("a", &list(&[namesake("t1"), namesake("t2")])).freeze();
    let whys = |text: &str| {
        pasted(&sheet(text), &snapshot).refused.into_iter().map(|one| one.why).collect::<Vec<_>>()
    };
    assert_eq!(whys("a,,twin,none"), [Why::Namesakes(2)]);
    assert_eq!(whys("a,,t1,none"), []);
}

#[test]
fn a_pair_of_name_and_id_counts_where_the_accounts_users_are_not_known() {
    let text = format!("organization,user,user id,level\na,carol,{ID},read");
    let without = Sketch::new().without_users().with("a", &[]).freeze();
    assert_eq!(shown(&pasted(&sheet(&text), &without).edits), [format!("a {ID} ->read")]);
    let with = Sketch::new().users(&["ann"]).with("a", &[]).freeze();
    assert_eq!(pasted(&sheet(&text), &with).refused[0].why, Why::UnknownUser);
}

#[test]
fn a_head_is_found_below_a_title_and_refused_if_two_columns_say_the_same() {
    let titled = "Leavers of May,,,\norganization,image,user,level\na,1,name of bob,none";
    assert_eq!(why(titled), [(1, Why::AboveHead)]);
    assert_eq!(shown(&read(titled).edits), ["a/1 bob read>-"]);
    let two = "organization,image,user,level,permission\na,1,name of bob,none,read";
    assert_eq!(why(two), [(2, Why::TwoColumns("permission".to_owned()))]);
    let both = "target,organization,user,level\na/1,a,name of bob,none";
    assert_eq!(why(both), [(2, Why::TwoColumns("organization".to_owned()))]);
    let numbers = "organization,user,level,auth\na,name of bob,read,3";
    assert_eq!(why(numbers), [(2, Why::LevelsDiffer)]);
    assert_eq!(read("organization,user,level,department\na,name of bob,read,x").ignored, ["department"]);
}

#[test]
fn of_a_long_line_only_the_beginning_is_kept() {
    let refused = read(&format!("a,1,name of ann,{}", "x".repeat(100_000))).refused;
    assert!(refused[0].text.len() < 200, "{}", refused[0].text.len());
    let Why::NotALevel(text) = &refused[0].why else { panic!("{refused:?}") };
    assert!(text.ends_with('…') && text.len() < 200);
}

mod properties {
    use proptest::prelude::*;

    use super::*;

    const CELLS: [&str; 12] =
        ["a", "b", "1", "team/2", "", "name of ann", "bob", "none", "read", "7", "level", "organization"];

    proptest! {
        /// Each line is an edit, is so already, or is refused: none disappears.
        #[test]
        fn no_line_disappears(lines in prop::collection::vec(prop::collection::vec(0..CELLS.len(), 3..6), 0..12)) {
            let line = |cells: &Vec<usize>| cells.iter().map(|cell| CELLS[*cell]).collect::<Vec<_>>().join("\t");
            let text = lines.iter().map(line).collect::<Vec<_>>().join("\n");
            let (sheet, read) = (sheet(&text), read(&text));
            let heads = sheet.records.iter().filter(|record| record.cells.contains(&"organization".to_owned())
                && record.cells.contains(&"level".to_owned())).count();
            let used = read.edits.len() + read.already + read.refused.len();
            prop_assert!(used <= sheet.records.len() && used + heads >= sheet.records.len(), "{text:?} {read:?}");
        }

        /// Whatever is staged expects what the snapshot says, on what it has read.
        #[test]
        fn any_text_is_read_and_expects_the_snapshot(text in "[ab12,;\t\n/ nomeradl\"]{0,80}") {
            let snapshot = snapshot();
            for staged in pasted(&sheet(&text), &snapshot).edits {
                let place = snapshot.place(&staged.target).unwrap();
                let user = snapshot.people().find(&staged.edit.id);
                prop_assert_eq!(staged.edit.expected, user.and_then(|user| snapshot.held(place, user)).cloned());
                prop_assert!(snapshot.subject(place).unwrap().reading.is_read());
            }
        }
    }
}
