//! What is compared, in which order, and what cells show.

use proptest::prelude::*;

use super::*;
use crate::change::write::Desired;
use crate::effective::Source;
use crate::model::access::AccessList;
use crate::model::level::Level::{self, Manage, Read, Write};
use crate::model::level::Permission;
use crate::model::user::UserGrant;
use crate::plan::sketch::staged;
use crate::plan::staged_on::StagedOn;
use crate::plan::staging::Plan;
use crate::review::sketch::{Sketch, any_unread, any_world, denied, draw, grant, list, person, target};
use crate::review::snapshot::Reading;
use crate::table::collation::Plain;

fn compared(snapshot: &Snapshot, images: &str, people: &str, rows: Rows) -> Compared {
    let groups = crate::review::groups::groups(snapshot);
    compare((snapshot, &groups), &Filter::read(images, people, &Plain), rows, &Plain)
}

/// The rows as texts, and the users' ids.
fn shown(snapshot: &Snapshot, images: &str, people: &str, rows: Rows) -> (Vec<String>, Vec<String>) {
    let Compared::Matrix(matrix) = compared(snapshot, images, people, rows) else {
        panic!("{:?}", compared(snapshot, images, people, rows))
    };
    let name = |place: &usize| snapshot.subject(*place).unwrap().target.to_string();
    let row = |row: &Row| row.images.iter().map(name).collect::<Vec<_>>().join(" ");
    let user = |user: &UserNumber| snapshot.people().get(*user).unwrap().id.to_string();
    (matrix.rows.iter().map(row).collect(), matrix.users.iter().map(user).collect())
}

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(ToString::to_string).collect()
}

fn sketch() -> Snapshot {
    Sketch::new()
        .users(&["ann", "bob", "eve", "zoe"])
        .with("a", &[("eve", Read)])
        .with("a/app", &[("ann", Write), ("bob", Read)])
        .with("a/base", &[("ann", Write)])
        .with("a/copy", &[("ann", Write), ("bob", Read)])
        .with("b", &[])
        .with("b/app", &[("ann", Write), ("bob", Read)])
        .with("b/other", &[("bob", Manage)])
        .unread("b/unread", denied())
        .freeze()
}

#[test]
fn nothing_is_compared_before_something_is_chosen() {
    let snapshot = sketch();
    assert_eq!(compared(&snapshot, " , ", "", Rows::Grouped), Compared::Unfiltered);
    assert_eq!(compared(&snapshot, "nowhere", "", Rows::Grouped), Compared::Nothing);
    assert_eq!(compared(&snapshot, "app", "nobody", Rows::Grouped), Compared::Nothing);
}

#[test]
fn images_by_parts_of_their_names_with_the_users_on_their_lists() {
    let snapshot = sketch();
    // Who differs comes first: ann holds Write on both.
    let (rows, users) = shown(&snapshot, "A/app，a/base", "", Rows::Single);
    assert_eq!((rows, users), (texts(&["a/app", "a/base"]), texts(&["bob", "ann", "eve"])));
}

#[test]
fn images_with_one_list_share_a_row_within_their_organization() {
    let snapshot = sketch();
    let (rows, _) = shown(&snapshot, "app,copy,base", "", Rows::Grouped);
    assert_eq!(rows, ["a/app a/copy", "a/base", "b/app"]);
    // A row has only images that were chosen.
    assert_eq!(shown(&snapshot, "a/copy", "", Rows::Grouped).0, ["a/copy"]);
}

#[test]
fn images_like_another_one() {
    let snapshot = sketch();
    assert_eq!(like(&target("a/app")), "like:a/app");
    let (rows, users) = shown(&snapshot, "like:a/app", "", Rows::Single);
    assert_eq!((rows, users), (texts(&["a/app", "a/copy", "b/app"]), texts(&["eve", "ann", "bob"])));
    assert_eq!(shown(&snapshot, "like: b/unread , base", "ann", Rows::Grouped).0, ["a/base", "b/unread"]);
    for none in ["like:a/gone", "like:a", "like:"] {
        assert_eq!(compared(&snapshot, none, "", Rows::Grouped), Compared::Nothing, "{none}");
    }
}

#[test]
fn users_with_the_images_that_they_may_reach() {
    let snapshot = sketch();
    let (rows, users) = shown(&snapshot, "", "EVE", Rows::Single);
    // By the organization, and what nobody knows.
    assert_eq!((rows, users), (texts(&["a/app", "a/base", "a/copy", "b/unread"]), texts(&["eve"])));
    // Who is on no list is shown if asked for.
    let (rows, users) = shown(&snapshot, "b/other", "zoe,bob", Rows::Single);
    assert_eq!((rows, users), (texts(&["b/other"]), texts(&["bob", "zoe"])));
}

#[test]
fn what_is_gone_is_in_no_row() {
    let snapshot =
        Sketch::new().with("a", &[]).unread("a/gone", Reading::Gone).with("a/here", &[("ann", Read)]);
    assert_eq!(shown(&snapshot.freeze(), "a/", "", Rows::Grouped).0, ["a/here"]);
}

#[test]
fn too_many_cells_are_refused_with_their_numbers() {
    let grants: Vec<String> = (0..401).map(|user| format!("u{user}")).collect();
    let on = |level| grants.iter().map(|user| (user.as_str(), level)).collect::<Vec<_>>();
    let images = |count: usize| {
        (0..count).fold(Sketch::new().with("a", &on(Read)), |all, image| all.with(&format!("a/{image}"), &[]))
    };
    let many = compared(&images(250).freeze(), "a/", "", Rows::Single);
    assert_eq!(many, Compared::TooMany { rows: 250, users: 401 });
    assert!(matches!(compared(&images(249).freeze(), "a/", "", Rows::Single), Compared::Matrix(_)));
    // In one row they are few.
    assert!(matches!(compared(&images(250).freeze(), "a/", "", Rows::Grouped), Compared::Matrix(_)));
}

/// What the lists of `a` and `a/1` give a user together.
fn glance(organization: Option<Level>, image: Option<Level>) -> Shown {
    let on = |level: Option<Level>| level.map(|level| vec![("ann", level)]).unwrap_or_default();
    let snapshot =
        Sketch::new().users(&["ann"]).with("a", &on(organization)).with("a/1", &on(image)).freeze();
    cell(&snapshot).shown()
}

fn cell(snapshot: &Snapshot) -> Cell {
    let Compared::Matrix(matrix) = compared(snapshot, "a/", "ann", Rows::Grouped) else { panic!() };
    matrix.cell(snapshot, 0, 0).unwrap()
}

#[test]
fn a_cell_shows_the_level_and_which_list_gives_it() {
    assert_eq!(glance(None, Some(Write)), Shown::Level(Write, Source::Image));
    assert_eq!(glance(Some(Read), None), Shown::Level(Read, Source::Organization));
    assert_eq!(glance(Some(Read), Some(Write)), Shown::Level(Write, Source::Both));
    assert_eq!(glance(Some(Manage), Some(Write)), Shown::Level(Manage, Source::Both));
    assert_eq!(glance(None, None), Shown::None);
}

#[test]
fn nothing_has_four_kinds() {
    let on =
        |reading| Sketch::new().users(&["ann"]).with("a", &[("ann", Read)]).unread("a/1", reading).freeze();
    assert_eq!(cell(&on(denied())).shown(), Shown::NotRead);
    assert_eq!(cell(&on(Reading::NotYet)).shown(), Shown::NotYet);
    assert!(!cell(&on(denied())).can_be_staged());
    let hides = AccessList { unreadable: 1, ..AccessList::default() };
    let hidden = Sketch::new().users(&["ann"]).with("a", &[]).with_list("a/1", &hides).freeze();
    assert_eq!((cell(&hidden).shown(), cell(&hidden).can_be_staged()), (Shown::NotRead, false));
    let odd = list(&[grant("ann", Permission::Unknown("9".into()))]);
    let odd = Sketch::new().with("a", &[("ann", Read)]).with_list("a/1", &odd).freeze();
    assert_eq!((cell(&odd).shown(), cell(&odd).can_be_staged()), (Shown::NoLevel, true));
    // What the organization gives is not known, so that it is not nothing, but what the image gives is.
    let unread = Sketch::new().users(&["ann"]).unread("a", denied()).with("a/1", &[]).freeze();
    assert_eq!((cell(&unread).shown(), cell(&unread).can_be_staged()), (Shown::NotRead, true));
}

#[test]
fn what_is_staged_is_over_its_cells() {
    let snapshot = sketch();
    let Compared::Matrix(matrix) = compared(&snapshot, "a/app,copy", "ann,eve", Rows::Grouped) else {
        panic!()
    };
    let row = |edits: Vec<crate::plan::staging::Staged>| {
        let plan: Plan = edits.into_iter().collect();
        let overlay = Overlay::of(&plan, &matrix, &snapshot);
        let user =
            matrix.users.iter().position(|user| *user == snapshot.people().find(&person("ann").id).unwrap());
        overlay.cell(&matrix, &snapshot, 0, user.unwrap()).unwrap()
    };
    let edit = |on: &str, desired: Desired| staged(on, "ann", Some(Write), desired);
    assert_eq!(row(vec![]).planned, StagedOn::Nothing);
    assert_eq!(row(vec![edit("a/app", None)]).planned, StagedOn::Some(1));
    let both = |desired| row(vec![edit("a/app", None), edit("a/copy", desired)]);
    assert_eq!((both(None).planned, both(None).first_choice()), (StagedOn::All(None), None));
    assert_eq!((both(Some(Read)).planned, both(Some(Read)).first_choice()), (StagedOn::Some(2), Some(Write)));
    let on_organization = row(vec![staged("a", "ann", None, Some(Read)), edit("b/app", None)]);
    assert_eq!(
        (on_organization.planned, on_organization.on_organization),
        (StagedOn::Nothing, Some(Some(Read)))
    );
}

#[test]
fn users_of_one_name_are_told_apart_by_their_ids() {
    let namesake = UserGrant { name: Some(person("ann").name), ..grant("ann-old", Read) };
    let snapshot = Sketch::new()
        .with("a", &[])
        .with_list("a/1", &list(&[namesake, grant("ann", Read), grant("bob", Read)]));
    let snapshot = snapshot.freeze();
    let Compared::Matrix(matrix) = compared(&snapshot, "a/", "", Rows::Single) else { panic!() };
    let mut called = matrix.called(&snapshot);
    called.sort_unstable();
    assert_eq!(called, ["name of ann · ann", "name of ann · ann-old", "name of bob"]);
}

#[test]
fn turned_round_a_cell_is_about_the_same() {
    let matrix = Matrix {
        rows: vec![Row { organization: 0, images: vec![1] }],
        users: vec![UserNumber(3), UserNumber(4)],
    };
    assert_eq!((matrix.size(Turn::ImagesDown), matrix.size(Turn::UsersDown)), ((1, 2), (2, 1)));
    let spot = Spot { row: 1, column: 0 };
    assert_eq!((Turn::UsersDown.pair(spot), Turn::ImagesDown.pair(spot)), ((0, 1), (1, 0)));
    assert_eq!(matrix.down(Turn::UsersDown, 1), Some(Line::User(UserNumber(4))));
    assert_eq!(matrix.across(Turn::UsersDown, 0), Some(Line::Images(&matrix.rows[0])));
    assert_eq!(matrix.across(Turn::ImagesDown, 2), None);
}

proptest! {
    #[test]
    fn a_matrix_says_of_every_image_what_its_lists_say(world in any_world(), unread in any_unread()) {
        let snapshot = draw(&world, &unread);
        for rows in [Rows::Grouped, Rows::Single] {
            let Compared::Matrix(matrix) = compared(&snapshot, "a/,b/", "", rows) else { continue };
            let mut images: Vec<usize> = matrix.rows.iter().flat_map(|row| row.images.clone()).collect();
            images.sort_unstable();
            let all = snapshot.subjects().iter().enumerate();
            let all: Vec<usize> = all.filter(|(_, one)| one.is_image()).map(|(place, _)| place).collect();
            prop_assert_eq!(images, all);
            for (row, of) in matrix.rows.iter().enumerate() {
                for user in 0..matrix.users.len() {
                    let cell = matrix.cell(&snapshot, row, user).unwrap();
                    for image in &of.images {
                        let alone = Matrix { rows: vec![Row { organization: of.organization, images: vec![*image] }], users: vec![matrix.users[user]] };
                        let alone = alone.cell(&snapshot, 0, 0).unwrap();
                        prop_assert_eq!((&alone.image, &alone.organization), (&cell.image, &cell.organization));
                        // What was not read is never shown as none.
                        let is_known = alone.image.is_known() && alone.organization.is_known();
                        prop_assert!(is_known || cell.shown() != Shown::None);
                    }
                }
            }
        }
    }

    #[test]
    fn the_users_of_some_images_are_those_on_their_lists(world in any_world(), unread in any_unread()) {
        let snapshot = draw(&world, &unread);
        let Compared::Matrix(matrix) = compared(&snapshot, "a/", "", Rows::Single) else { return Ok(()) };
        let mut users = matrix.users.clone();
        users.sort_unstable();
        let places = matrix.rows.iter().flat_map(|row| [row.organization, row.first()]);
        let mut listed: Vec<UserNumber> =
            places.flat_map(|place| snapshot.list(place).map(|(user, _)| user).collect::<Vec<_>>()).collect();
        listed.sort_unstable();
        listed.dedup();
        prop_assert_eq!(users, listed);
    }

    #[test]
    fn a_user_who_may_reach_an_image_finds_it(world in any_world(), unread in any_unread()) {
        let snapshot = draw(&world, &unread);
        for (number, user) in snapshot.people().numbered() {
            let reach = crate::review::reach::reach(&snapshot, number);
            let Compared::Matrix(matrix) = compared(&snapshot, "", user.id.as_str(), Rows::Single) else { continue };
            let found: Vec<usize> = matrix.rows.iter().map(Row::first).collect();
            for one in reach.images.iter().filter(|one| one.image.is_held() || one.organization.is_held()) {
                prop_assert!(found.contains(&one.place));
            }
        }
    }
}
