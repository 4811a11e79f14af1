//! What is said, and what hostile names can't do to it.

use super::*;
use crate::words::Language;
use domain::model::access::AccessList;
use domain::model::catalog::Visibility;
use domain::model::level::Level;
use domain::model::names::{AccountName, ImageName, OrganizationName, RegionId, Target};
use domain::model::user::{Person, UserGrant};
use domain::review::package::html;
use domain::review::snapshot::{Account, Builder, ListReading, ListedOrganization, Reading, Scope};

const NAME: &str = "<script>alert('user')</script>";

fn user(id: &str) -> Person {
    Person { id: UserId::new(id), name: UserName::new(NAME) }
}

/// `a` with the images `1`, which is read and public, and `2`, which is not.
fn snapshot(on_the_list: Option<&str>) -> Snapshot {
    let about = domain::review::snapshot::About {
        caller: Person { id: UserId::new("admin"), name: UserName::new("admin & <co>") },
        region: RegionId::new("local"),
        account: Account { id: None, name: AccountName::new("demo") },
        scope: Scope::All,
        started: UnixMillis(0),
    };
    let mut builder = Builder::new(about);
    let name = OrganizationName::new("a").unwrap();
    builder.lists_mut().organizations = ListReading::whole(UnixMillis(1));
    let creator = Some(UserName::new(NAME));
    builder.organization(&ListedOrganization { name: name.clone(), number: None, creator, counted: None });
    builder.organization_facts(&name).unwrap().images = ListReading::whole(UnixMillis(1));
    let image = |image: &str| Target::Image(name.clone(), ImageName::new(image).unwrap());
    builder.image(&image("1"), Visibility::Public);
    builder.image(&image("2"), Visibility::Private);
    let grant = |id: &str| {
        let Person { id, name } = user(id);
        UserGrant { id: Some(id), name: Some(name), permission: Level::Read.into() }
    };
    let list = AccessList { others: on_the_list.map(grant).into_iter().collect(), ..AccessList::default() };
    builder.list(&Target::Organization(name.clone()), UnixMillis(1), &list);
    builder.list(&image("1"), UnixMillis(1), &AccessList::default());
    builder.not_read(&image("2"), Reading::Denied { status: 403, code: None });
    builder.freeze(UnixMillis(60_000), false)
}

fn about<'a>(snapshot: &'a Snapshot, id: &'a UserId, names: &'a [UserName]) -> About<'a> {
    About { id, names, snapshot, ran_at: None }
}

#[test]
fn what_is_proven_is_said_with_what_is_not() {
    let (snapshot, id, names) = (snapshot(Some("other")), UserId::new("gone"), [UserName::new(NAME)]);
    let english = Language::English.words();
    let statement = about(&snapshot, &id, &names).statement(english).unwrap();
    assert_eq!(statement.sentence, format!("{NAME} is on none of 2 lists; 1 could not be read."));
    assert_eq!(statement.whole, "What was not read proves nothing.");
    assert_eq!(statement.not_proven, ["a/2: denied (HTTP 403)"]);
    let expected = [
        format!("Another user is called {NAME} too, with the ID other. Check that this is somebody else."),
        "Roles and policies of IAM can allow more than any list. No plan changes them.".to_owned(),
        "a: its creator has this user's name, and may still manage it.".to_owned(),
        "a/1 is public: everyone can pull it.".to_owned(),
    ];
    assert_eq!(statement.beyond, expected);
    assert!(about(&snapshot, &UserId::new("other"), &names).statement(english).is_none(), "it is on a list");
}

#[test]
fn a_name_that_is_not_known_leaves_open_what_they_have_created() {
    let (snapshot, id) = (snapshot(None), UserId::new("gone"));
    let statement = about(&snapshot, &id, &[]).statement(Language::English.words()).unwrap();
    assert_eq!(statement.sentence, "gone is on none of 2 lists; 1 could not be read.");
    assert!(statement.beyond.contains(&Language::English.words().proof().names_unknown.to_owned()));
}

#[test]
fn nothing_that_was_read_before_a_run_proves_what_it_has_done() {
    let (snapshot, id) = (snapshot(None), UserId::new("gone"));
    let since = |ran_at| About { ran_at: Some(UnixMillis(ran_at)), ..about(&snapshot, &id, &[]) };
    assert_eq!((since(1).older_than_run(), since(0).older_than_run()), (Some(UnixMillis(1)), None));
    let page = html(&since(1).document(Language::English.words(), "en").unwrap());
    assert!(page.contains("Only a new scan proves"), "{page}");
}

#[test]
fn the_file_is_a_page_in_which_no_name_is_markup() {
    let (snapshot, id, names) = (snapshot(Some("other")), UserId::new("<b>"), [UserName::new(NAME)]);
    let about = about(&snapshot, &id, &names);
    for language in Language::ALL {
        let page = html(&about.document(language.words(), language.tag()).unwrap());
        assert!(!page.contains("<script") && !page.contains("<b>") && !page.contains("<co>"), "{page}");
        assert!(page.contains(&format!("<html lang=\"{}\">", language.tag())));
        assert!(
            page.contains("&lt;script&gt;alert(&#39;user&#39;)") && page.contains("1970-01-01T00:01:00Z")
        );
    }
    assert_eq!(about.file_name(), "swr-proof_demo_local_-script-alert--user----script-_1970-01-01T0001.html");
}
