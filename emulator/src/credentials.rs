//! Who a request is from: by its token, or by the access key that signed it.

use crate::call::{Call, World};
use crate::names::UserId;
use crate::sessions::Scope;
use crate::signature::Signature;

/// Who a request is from, and for what they may act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Identity {
    pub(crate) user: UserId,
    pub(crate) scope: Scope,
}

/// Why nobody knows who a request is from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Unproven {
    /// It carries neither a token nor a signature.
    Missing,
    /// Its token is unknown or has expired.
    Token,
    /// Its signature is not good; the words are the gateway's.
    Signature(String),
}

/// A token counts first. A signature is for the project, as the SDKs use it.
pub(crate) fn identify(world: &World, call: &Call<'_>) -> Result<Identity, Unproven> {
    if let Some(token) = call.request.header("X-Auth-Token") {
        let session = world.sessions.find(token, call.now).ok_or(Unproven::Token)?;
        return Ok(Identity { user: session.user().clone(), scope: session.scope() });
    }
    let signature = Signature::of(call.request).ok_or(Unproven::Missing)?;
    let unknown =
        || Unproven::Signature(format!("Get secretKey failed,ak:{},err:ak not exist", signature.access));
    let key = world.store.access_key(signature.access).ok_or_else(unknown)?;
    signature.verify(call.request, &call.target, &key.secret, call.now).map_err(Unproven::Signature)?;
    let project = call.request.header("X-Project-Id");
    if project.is_some_and(|project| project != world.store.project.id.as_str()) {
        return Err(Unproven::Signature("the project does not belong to the access key".to_owned()));
    }
    Ok(Identity { user: key.user.clone(), scope: Scope::Project })
}
