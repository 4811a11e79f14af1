//! Texts of writes, read back as a shell reads them.

use proptest::prelude::*;

use crate::api::Token;
use crate::config::Prefix;
use domain::change::write::{Action, Desired, Edit};
use domain::model::level::Level;
use domain::model::names::{ImageName, OrganizationName, Target, UserId, UserName};
use domain::model::user::UserGrant;

use super::*;

/// The words of a simple command, as a POSIX shell takes them apart; variables stay as they are written.
fn words(text: &str) -> Vec<String> {
    let (mut words, mut word): (Vec<String>, Option<String>) = (Vec::new(), None);
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        match c {
            '\'' => word.get_or_insert_default().extend(rest.by_ref().take_while(|c| *c != '\'')),
            '"' => word.get_or_insert_default().extend(rest.by_ref().take_while(|c| *c != '"')),
            '\\' => match rest.next() {
                Some('\n') | None => {}
                Some(c) => word.get_or_insert_default().push(c),
            },
            ' ' => words.extend(word.take()),
            c => {
                assert!(
                    c.is_ascii_alphanumeric() || "-_./:@,+=".contains(c),
                    "{c:?} means something: {text}"
                );
                word.get_or_insert_default().push(c);
            }
        }
    }
    words.extend(word);
    words
}

fn place() -> RequestContext {
    RequestContext {
        swr: "https://swr.example.com".to_owned(),
        region: RegionId::new("cn-north-4"),
        masked_token: "••••6789".to_owned(),
    }
}

fn image(name: &str) -> Target {
    Target::Image(OrganizationName::new("group").unwrap(), ImageName::new(name).unwrap())
}

fn edit(id: &str, name: &str, desired: Desired) -> Edit {
    Edit { id: UserId::new(id), name: UserName::new(name), expected: None, desired }
}

fn grant(target: Target, id: &str, name: &str) -> Write {
    Write { target, action: Action::Grant, edits: vec![edit(id, name, Some(Level::Write))] }
}

#[test]
fn http_is_the_request_itself() {
    let text =
        snippet(RequestFormat::Http, &[grant(image("team/app"), "1", r#"a"b"#)], &place(), None).unwrap();
    assert_eq!(
        text,
        "POST /v2/manage/namespaces/group/repos/team$app/access\nX-Auth-Token: ••••6789\n\n\
         [{\"user_id\":\"1\",\"user_name\":\"a\\\"b\",\"auth\":3}]"
    );
}

#[test]
fn curl_reads_the_token_from_its_input_and_not_from_its_arguments() {
    let text =
        snippet(RequestFormat::Curl, &[grant(image("team/app"), "1", "it's")], &place(), None).unwrap();
    assert_eq!(
        text,
        r#"printf 'X-Auth-Token: %s\n' "$SWR_TOKEN" | curl --fail-with-body --globoff \
  -X POST \
  'https://swr.example.com/v2/manage/namespaces/group/repos/team$app/access' \
  -H 'Content-Type: application/json;charset=utf-8' \
  -H @- \
  --data-raw '[{"user_id":"1","user_name":"it'\''s","auth":3}]'"#
    );
}

#[test]
fn powershell_is_one_command_with_the_token_in_a_variable() {
    let text =
        snippet(RequestFormat::PowerShell, &[grant(image("team/app"), "1", "it's")], &place(), None).unwrap();
    assert_eq!(
        text,
        "Invoke-RestMethod -Method Post `\n  \
         -Uri 'https://swr.example.com/v2/manage/namespaces/group/repos/team$app/access' `\n  \
         -Headers @{ 'X-Auth-Token' = $env:SWR_TOKEN } `\n  \
         -ContentType 'application/json;charset=utf-8' `\n  \
         -Body '[{\"user_id\":\"1\",\"user_name\":\"it''s\",\"auth\":3}]'"
    );
}

/// Reads a word of PowerShell in single quotes, which must be all of the text.
fn powershell_word(text: &str) -> Option<String> {
    let mut word = String::new();
    let mut rest = text.strip_prefix('\'')?.chars();
    while let Some(character) = rest.next() {
        if powershell::is_quote(character) {
            match rest.next() {
                Some(second) if powershell::is_quote(second) => word.push(second),
                Some(_) => return None,
                None => return Some(word),
            }
        } else {
            word.push(character);
        }
    }
    None
}

#[test]
fn koocli_counts_people_from_one() {
    let edits = vec![edit("a1", "ann", Some(Level::Read)), edit("b2", "bo b", Some(Level::Manage))];
    let write = Write { target: image("team/app"), action: Action::Change, edits };
    assert_eq!(
        snippet(RequestFormat::KooCli, &[write], &place(), None).unwrap(),
        "hcloud SWR UpdateUserRepositoryAuth \\\n  --cli-region=cn-north-4 \\\n  --namespace=group \\\n  \
         --repository='team$app' \\\n  --1.user_id=a1 --1.user_name=ann --1.auth=1 \\\n  \
         --2.user_id=b2 --2.user_name='bo b' --2.auth=7"
    );
}

#[test]
fn koocli_revokes_by_ids_alone() {
    let target = Target::Organization(OrganizationName::new("group").unwrap());
    let edits = ["a1", "b2"].map(|id| edit(id, "x", None)).to_vec();
    let text =
        snippet(RequestFormat::KooCli, &[Write { target, action: Action::Revoke, edits }], &place(), None);
    assert_eq!(
        text.unwrap(),
        "hcloud SWR DeleteNamespaceAuth \\\n  --cli-region=cn-north-4 \\\n  --namespace=group \\\n  \
         --1=a1 \\\n  --2=b2"
    );
}

#[test]
fn koocli_is_silent_where_a_name_would_mean_nothing() {
    assert_eq!(snippet(RequestFormat::KooCli, &[grant(image("app"), "1", "[]")], &place(), None), None);
}

#[test]
fn several_writes_are_several_requests_and_one_block() {
    let mut list = AccessList::default();
    let held = |id| UserGrant { id: Some(UserId::new(id)), name: None, permission: Level::Read.into() };
    list.others = vec![held("1"), held("2")];
    let revoke = Write { target: image("app"), action: Action::Revoke, edits: vec![edit("1", "a", None)] };
    let writes = [grant(image("app"), "3", "c"), revoke];
    let text = |format| snippet(format, &writes, &place(), Some(&list)).unwrap();
    assert_eq!(text(RequestFormat::Http).matches("X-Auth-Token").count(), 2);
    assert_eq!(text(RequestFormat::Curl).matches("curl ").count(), 2);
    assert_eq!(text(RequestFormat::KooCli).matches("hcloud ").count(), 2);
    let block = text(RequestFormat::Terraform);
    assert_eq!(block.matches("users {").count(), 2);
    assert!(block.contains(r#"user_id    = "2""#) && block.contains(r#"user_id    = "3""#));
    assert_eq!(snippet(RequestFormat::Terraform, &writes, &place(), None), None);
    assert!(RequestFormat::ALL.iter().all(|format| snippet(*format, &[], &place(), Some(&list)).is_none()));
}

#[test]
fn an_address_of_the_page_s_own_origin_is_made_absolute() {
    let at = |prefix: &str| {
        let prefix = Prefix::new(prefix).unwrap();
        let endpoints = crate::api::client::Endpoints { swr: prefix.clone(), iam: prefix };
        let client = Client::new(endpoints, Token::new("TOKEN-CANARY-0123456789").unwrap());
        let place = RequestContext::of(&client, "https://console.example.com", &RegionId::new("x"));
        assert!(!format!("{place:?}").contains("CANARY"));
        place.swr
    };
    assert_eq!(at(""), "https://console.example.com");
    assert_eq!(at("/swr"), "https://console.example.com/swr");
    assert_eq!(at("https://swr.example.com/"), "https://swr.example.com");
}

proptest! {
    #[test]
    fn powershell_reads_every_word_back(text in prop_oneof![any::<String>(), "['‘’‚‛$`\"a]{0,12}"]) {
        prop_assert_eq!(powershell_word(&powershell::word(&text)), Some(text));
    }

    #[test]
    fn a_shell_reads_every_word_back(text in any::<String>()) {
        prop_assert_eq!(words(&shell::word(&text)), [text]);
    }

    #[test]
    fn curl_gets_the_method_the_address_and_the_body_of_the_request(
        organization in "[^\u{0}]{1,20}",
        repository in "[^$\u{0}]{1,20}",
        id in any::<String>(),
        name in any::<String>(),
    ) {
        let (Ok(organization), Ok(repository)) = (OrganizationName::new(organization), ImageName::new(repository))
        else {
            return Ok(());
        };
        let write = grant(Target::Image(organization, repository), &id, &name);
        let sent = prepare(&write);
        let text = snippet(RequestFormat::Curl, &[write], &place(), None).unwrap();
        let words = words(text.split_once(" | ").unwrap().1);
        let after = |option: &str| &words[words.iter().position(|word| word == option).unwrap() + 1];
        prop_assert_eq!(words.len(), 12);
        prop_assert_eq!(after("-X"), "POST");
        prop_assert_eq!(&words[5], &format!("https://swr.example.com{}", sent.path));
        prop_assert_eq!(Some(after("--data-raw")), sent.body.as_ref());
    }

    #[test]
    fn koocli_gets_every_name_unchanged(id in "\\PC{1,20}", name in any::<String>()) {
        prop_assume!(!["[]", "{}"].contains(&id.as_str()) && !["[]", "{}"].contains(&name.as_str()));
        let words = words(&snippet(RequestFormat::KooCli, &[grant(image("app"), &id, &name)], &place(), None).unwrap());
        prop_assert_eq!(&words[6..], [format!("--1.user_id={id}"), format!("--1.user_name={name}"), "--1.auth=3".to_owned()]);
    }
}
