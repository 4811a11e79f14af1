//! Laws that hold for every decoder.

use std::collections::HashSet;

use proptest::prelude::*;

use super::fields::{Mutated, Record, one_field_mutated};
use super::{Generator, samples};
use crate::api::error::ErrorBody;
use crate::api::snapshot_file::{Expected, OpenError, Opener, Writer};
use crate::api::stored::{BeganWith, StoredSession};
use crate::api::{Token, access, iam, images, organizations, stored};
use crate::config;
use domain::model::level::{Level, Permission};
use domain::model::names::{AccountName, OrganizationName, ProjectName, RegionId, UserId, UserName};
use domain::model::user::Caller;
use domain::review::snapshot::Account;
use domain::text::time::UnixMillis;

fn me() -> UserId {
    UserId::new("me")
}

fn group() -> OrganizationName {
    OrganizationName::new("group").unwrap()
}

/// Gives a text to every decoder. What they make of it must hold together.
fn feed(text: &str) -> Result<(), TestCaseError> {
    if let Some(list) = access::decode(text, &me()) {
        let ids: Vec<_> = list.everyone().filter_map(|grant| grant.id.clone()).collect();
        prop_assert_eq!(
            ids.iter().collect::<HashSet<_>>().len(),
            ids.len(),
            "somebody is listed twice: {}",
            text
        );
    }
    for range in [None, Some("0-2/2"), Some(text)] {
        if let Some(list) = images::decode(&group(), &[(text, range), (text, None)]) {
            let labels: HashSet<_> = list.items.iter().map(|image| &image.label).collect();
            prop_assert_eq!(labels.len(), list.items.len(), "an image is listed twice: {}", text);
        }
    }
    if let Some(list) = organizations::decode(text, text) {
        let labels: HashSet<_> = list.items.iter().map(|one| &one.label).collect();
        prop_assert_eq!(labels.len(), list.items.len(), "an organization is listed twice: {}", text);
    }
    let _ = organizations::decode_right(text);
    let _ = iam::decode_users(text);
    let token = Token::new("t").unwrap();
    if let Some(issued) = iam::decode_token(token, text) {
        prop_assert!(!issued.caller.id.as_str().is_empty() && !issued.caller.account.as_str().is_empty());
    }
    let body = ErrorBody::read(text);
    let shown = body.message().into_iter().chain(body.code());
    prop_assert!(shown.map(|text| text.chars().count()).all(|length| length <= 400), "{}", text);
    if let Some(session) = stored::read(text) {
        prop_assert_eq!(stored::read(&stored::write(&session)), Some(session));
    }
    if let Ok(config) = config::parse(text) {
        prop_assert!(!config.regions.is_empty());
    }
    feed_snapshot(text)
}

/// Opens a text as the file of a snapshot. What is opened can be saved, and is the same again.
fn feed_snapshot(text: &str) -> Result<(), TestCaseError> {
    let account = Account { id: None, name: AccountName::new("a") };
    let expected = Expected { region: RegionId::new("r"), account };
    let open = |text: &str| {
        let mut opener = Opener::new(expected.clone());
        opener.take(text.as_bytes())?;
        opener.finish()
    };
    match open(text) {
        Ok(opened) => {
            let saved: String = Writer::new(&opened.snapshot, &opened.accepted, "x", None).collect();
            prop_assert_eq!(open(&saved).map(|again| again.snapshot), Ok(opened.snapshot), "{}", text);
        }
        Err(OpenError::Damaged { line }) => {
            prop_assert!(line <= text.split('\n').count() as u64, "{}", text);
        }
        Err(_) => {}
    }
    Ok(())
}

fn quoted(text: impl Into<String>) -> String {
    format!("\"{}\"", text.into())
}

/// So many records, each of fields that follow from its number.
fn records(fields: impl Fn(usize) -> Record) -> Vec<Record> {
    (0..6).map(fields).collect()
}

fn user(number: usize) -> Record {
    let level = Level::ALL[number % 3];
    vec![
        ("user_id", quoted(format!("id-{number}"))),
        ("user_name", quoted(format!("name-{number}"))),
        ("auth", level.auth().to_string()),
    ]
}

#[test]
fn the_sample_of_a_snapshot_is_sound_up_to_its_digest() {
    let account = Account { id: None, name: AccountName::new("a") };
    let mut opener = Opener::new(Expected { region: RegionId::new("r"), account });
    assert_eq!(opener.take(samples::SNAPSHOT.as_bytes()), Err(OpenError::ContentDiffers));
}

proptest! {
    #[test]
    fn no_json_is_too_odd(seed: u64) {
        feed(&Generator::new(seed).json())?;
    }

    #[test]
    fn no_damage_is_too_odd(seed: u64) {
        let mut generator = Generator::new(seed);
        let sample = generator.pick(&samples::ALL);
        feed(&generator.damaged(sample))?;
    }

    #[test]
    fn damage_to_a_snapshot_is_noticed(seed: u64) {
        // Seven lines, most of which damage leaves alone.
        feed_snapshot(&Generator::new(seed).damaged(samples::SNAPSHOT))?;
    }

    #[test]
    fn no_text_is_too_odd(text in any::<String>()) {
        feed(&text)?;
    }

    #[test]
    fn no_bytes_are_too_odd(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
        feed(&String::from_utf8_lossy(&bytes))?;
    }

    #[test]
    fn one_odd_entry_hides_no_other_on_an_access_list(seed: u64) {
        let mut generator = Generator::new(seed);
        let key = generator.pick(&["others_auths", "others_auth"]);
        let Mutated { text, place, .. } = one_field_mutated(&mut generator, &records(user));
        // What else the answer says may be as odd as it likes.
        let (id, own) = (generator.odd(), generator.odd());
        let body = format!(r#"{{"id":{id},"self_auth":{own},"{key}":{text}}}"#);
        let list = access::decode(&body, &me()).unwrap();
        for number in (0..6).filter(|number| *number != place) {
            let grant = list.of(&UserId::new(format!("id-{number}"))).unwrap();
            prop_assert_eq!(grant.name.as_ref().unwrap().as_str(), format!("name-{number}"), "{}", body);
            prop_assert_eq!(&grant.permission, &Permission::Known(Level::ALL[number % 3]), "{}", body);
        }
        let own_unreadable = usize::from(own != "null" && !own.starts_with('{'));
        prop_assert_eq!(list.others.len() + list.repeated + list.unreadable - own_unreadable, 6, "{}", body);
    }

    #[test]
    fn one_odd_record_hides_no_other_image(seed: u64) {
        let mut generator = Generator::new(seed);
        let image = |number: usize| vec![
            ("name", quoted(format!("team/image-{number}"))),
            ("namespace", quoted("group")),
            ("is_public", number.is_multiple_of(2).to_string()),
            ("num_images", number.to_string()),
            ("updated_at", quoted("2026-01-01T00:00:00Z")),
            ("total_range", "6".to_owned()),
        ];
        let Mutated { text, place, field } = one_field_mutated(&mut generator, &records(image));
        let range = generator.pick(&[Some("0-6/6"), None, Some("0-6/*"), Some("")]);
        let list = images::decode(&group(), &[(&text, range)]).unwrap();
        for number in (0..6).filter(|number| *number != place) {
            let label = format!("team/image-{number}");
            let image = list.items.iter().find(|image| image.label == label).unwrap();
            prop_assert!(image.name.is_some() && image.updated.is_some(), "{}", text);
            prop_assert_eq!(image.tags, Some(number as u64), "{}", text);
        }
        if field != Some("namespace") {
            prop_assert_eq!(list.items.len() + list.unreadable, 6, "{}", text);
        }
    }

    #[test]
    fn one_odd_record_hides_no_other_organization(seed: u64) {
        let mut generator = Generator::new(seed);
        let organization = |number: usize| vec![
            ("id", number.to_string()),
            ("name", quoted(format!("group-{number}"))),
            ("creator_name", quoted("admin")),
            ("auth", Level::ALL[number % 3].auth().to_string()),
            ("repo_count", number.to_string()),
            ("access_user_count", number.to_string()),
        ];
        let Mutated { text, place, .. } = one_field_mutated(&mut generator, &records(organization));
        let body = format!(r#"{{"namespaces":{text},"x":{}}}"#, generator.odd());
        let list = organizations::decode(&body, &body).unwrap();
        for number in (0..6).filter(|number| *number != place) {
            let label = format!("group-{number}");
            let one = list.items.iter().find(|one| one.label == label).unwrap();
            prop_assert_eq!(one.images, Some(number as u64), "{}", body);
        }
        prop_assert_eq!(list.items.len() + list.unreadable, 6, "{}", body);
    }

    #[test]
    fn one_odd_record_hides_no_other_user(seed: u64) {
        let mut generator = Generator::new(seed);
        let user = |number: usize| vec![
            ("id", quoted(format!("id-{number}"))),
            ("name", quoted(format!("name-{number}"))),
            ("enabled", "true".to_owned()),
        ];
        let Mutated { text, place, .. } = one_field_mutated(&mut generator, &records(user));
        let list = iam::decode_users(&format!(r#"{{"users":{text}}}"#)).unwrap();
        for number in (0..6).filter(|number| *number != place) {
            prop_assert!(list.users.iter().any(|user| user.person.id.as_str() == format!("id-{number}")), "{}", text);
        }
    }

    #[test]
    fn every_session_comes_back(
        random in "[0-9a-f]{1,32}", token in "[!-~]{1,40}", expires: Option<i64>, project in prop::option::of("\\PC{1,12}"),
        names in prop::array::uniform4("(?s:.{1,12})"), pasted: bool,
    ) {
        let [region, id, name, account] = names;
        let session = StoredSession {
            id: random,
            token: Token::new(&token).unwrap(),
            expires: expires.map(UnixMillis),
            began: UnixMillis(0),
            used: UnixMillis(i64::MAX),
            addresses: format!("{token} "),
            region: RegionId::new(region),
            project: project.map(ProjectName::new),
            caller: Caller { id: UserId::new(id), name: UserName::new(name), account: AccountName::new(account) },
            began_with: if pasted { BeganWith::Token } else { BeganWith::Password },
            home: None,
        };
        prop_assert_eq!(stored::read(&stored::write(&session)), Some(session));
    }
}
