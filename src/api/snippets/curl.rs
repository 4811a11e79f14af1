//! The request as a command of curl.

use crate::api::access::PreparedWrite;
use crate::api::request::CONTENT_TYPE;

use super::RequestContext;
use super::shell::{command, word};

/// The command. It takes the token from the variable `SWR_TOKEN`, so that no copy of it ends in a chat or in the
/// shell's history, and gives it to curl by standard input, so that it is in no list of processes: `printf` is a part of
/// the shell.
///
/// Source: curl's manual: `-H @-` reads headers from standard input; `--fail-with-body` makes a refusal the command's failure
/// and still prints the reason; `--data-raw` takes a leading `@` as it is; `--globoff` leaves brackets in addresses alone.
pub(super) fn text(write: &PreparedWrite, place: &RequestContext) -> String {
    let mut parts = vec![
        r#"printf 'X-Auth-Token: %s\n' "$SWR_TOKEN" | curl --fail-with-body --globoff"#.to_owned(),
        format!("-X {}", write.method.as_str()),
        word(&format!("{}{}", place.swr, write.path)),
        format!("-H {}", word(&format!("Content-Type: {CONTENT_TYPE}"))),
        "-H @-".to_owned(),
    ];
    parts.extend(write.body.as_ref().map(|body| format!("--data-raw {}", word(body))));
    command(&parts)
}
