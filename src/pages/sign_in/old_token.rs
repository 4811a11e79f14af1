//! What the page says about the token of a session that is over.

use crate::api::iam::Revocation;
use crate::components::moment::lately;
use crate::state::session::Session;
use crate::words::Words;

/// What has happened to it, and until when it can still be used; `None` where there is none.
pub fn old_token(session: Session, words: &Words) -> Option<String> {
    let old = session.old_token()?;
    let mut text = (words.sign_in.old_token)(old.revocation).to_owned();
    if !matches!(old.revocation, Revocation::Revoked | Revocation::OtherTab) {
        text += &(words.sign_in.may_be_valid)(old.until.map(lately).as_deref());
    }
    Some(text)
}
