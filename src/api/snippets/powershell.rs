//! The request as a command of PowerShell.

use crate::api::access::{PreparedWrite, Verb};
use crate::api::request::CONTENT_TYPE;

use super::RequestContext;

/// The command. It takes the token from the environment variable `SWR_TOKEN`, as the one of curl does.
///
/// Source: the manual of Invoke-RestMethod, the same in Windows PowerShell 5.1 and PowerShell 7: the charset of
/// `-ContentType` is that of the body, and `-Method Delete` takes a body.
pub(super) fn text(write: &PreparedWrite, place: &RequestContext) -> String {
    let method = match write.method {
        Verb::Post => "Post",
        Verb::Patch => "Patch",
        Verb::Delete => "Delete",
    };
    // A backtick at its end goes on with the next line.
    let mut parts = vec![
        format!("Invoke-RestMethod -Method {method}"),
        format!("-Uri {}", word(&format!("{}{}", place.swr, write.path))),
        "-Headers @{ 'X-Auth-Token' = $env:SWR_TOKEN }".to_owned(),
        format!("-ContentType {}", word(CONTENT_TYPE)),
    ];
    parts.extend(write.body.as_ref().map(|body| format!("-Body {}", word(body))));
    parts.join(" `\n  ")
}

/// A word that PowerShell reads back as exactly this text. Between single quotes nothing means anything but the next
/// single quote, and PowerShell takes the typographic ones for it too; doubled, each is itself.
///
/// Source: PowerShell, `about_Quoting_Rules`; the language specification, 2.3.5.2, "single-quote-character".
pub(super) fn word(text: &str) -> String {
    let mut word = String::with_capacity(text.len() + 2);
    word.push('\'');
    for character in text.chars() {
        if is_quote(character) {
            word.push(character);
        }
        word.push(character);
    }
    word.push('\'');
    word
}

pub(super) fn is_quote(character: char) -> bool {
    matches!(character, '\'' | '\u{2018}'..='\u{201B}')
}
