//! The body of an answer, to every decoder.
#![no_main]

use libfuzzer_sys::fuzz_target;
use swr_console::api::error::ErrorBody;
use swr_console::api::{Token, access, iam, images, organizations};
use domain::model::names::{OrganizationName, UserId};

fuzz_target!(|data: &[u8]| {
    // As `fetch` hands bodies on: what is no UTF-8 is replaced. A first line can stand for `Content-Range`.
    let text = String::from_utf8_lossy(data);
    let (range, rest) = text.split_once('\n').unwrap_or(("", &text));
    let (Ok(organization), Some(token)) = (OrganizationName::new("group"), Token::new("t")) else { return };

    if let Some(list) = access::decode(&text, &UserId::new("me")) {
        let mut ids: Vec<_> = list.everyone().filter_map(|grant| grant.id.clone()).collect();
        let all = ids.len();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), all, "somebody is listed twice");
    }
    let _ = images::decode(&organization, &[(rest, Some(range)), (&text, None)]);
    let _ = organizations::decode(&text, rest);
    let _ = organizations::decode_right(&text);
    let _ = iam::decode_users(&text);
    let _ = iam::decode_token(token, &text);
    let body = ErrorBody::read(&text);
    assert!(body.message().is_none_or(|message| message.chars().count() <= 400), "a message without end");
});
