//! Grants, changes and revocations, applied to a list of permissions. Images and organizations share all of it but
//! their error codes and the rule about oneself. Whether the caller may do it at all is settled before.

use serde_json::Value;

use crate::error::{self, Code, Refusal};
use crate::http::ResponseStyle;
use crate::names::UserId;
use crate::sentinels;
use crate::store::{Grant, Grants, Store, User};
use crate::switches::{
    Batch, ChangeMissing, CreatorChange, DeleteMissing, EmptyBatch, ImageDuplicate, SelfChange, SelfGrant,
    UnknownUser,
};

use super::on_image::Edit;
use super::{Context, access_body};

/// What the permissions are on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Subject {
    Image,
    Organization,
}

impl Subject {
    fn level_invalid(self) -> Code {
        match self {
            Self::Image => error::IMAGE_LEVEL,
            Self::Organization => error::ORGANIZATION_LEVEL,
        }
    }

    fn exists(self) -> Code {
        match self {
            Self::Image => error::IMAGE_GRANT_EXISTS,
            Self::Organization => error::ORGANIZATION_GRANT_EXISTS,
        }
    }

    fn missing(self) -> Code {
        match self {
            Self::Image => error::IMAGE_GRANT_MISSING,
            Self::Organization => error::ORGANIZATION_GRANT_MISSING,
        }
    }
}

/// A write under way.
pub(super) struct AccessWrite<'a> {
    pub(super) context: &'a Context<'a>,
    pub(super) subject: Subject,
    pub(super) creator: &'a User,
    pub(super) store: &'a Store,
}

impl AccessWrite<'_> {
    /// The permissions after the write, and how it is to be answered.
    pub(super) fn apply(&self, edit: Edit, grants: &Grants) -> Applied {
        let mut draft = grants.clone();
        let outcome = self.apply_all(edit, &mut draft);
        let keeps = outcome.is_ok() || self.context.switches.batch == Batch::Partial;
        Applied { grants: keeps.then_some(draft), outcome }
    }

    fn apply_all(&self, edit: Edit, draft: &mut Grants) -> Result<ResponseStyle, Refusal> {
        let entries = access_body::entries(&self.context.call.request.body)?;
        if entries.is_empty() && self.context.switches.empty_batch == EmptyBatch::Refuse {
            return Err(error::MANDATORY_UNSET.into());
        }
        entries
            .iter()
            .try_fold(ResponseStyle::PLAIN, |style, entry| Ok(style.and(self.apply_one(edit, entry, draft)?)))
    }

    fn apply_one(&self, edit: Edit, entry: &Value, draft: &mut Grants) -> Result<ResponseStyle, Refusal> {
        if edit == Edit::Revoke {
            let user = access_body::user_id(entry)?;
            self.check_holder(&user)?;
            self.revoke(&user, draft)?;
            return Ok(ResponseStyle::PLAIN);
        }
        let grant = access_body::grant(entry, self.subject.level_invalid())?;
        let style = sentinels::demanded_by(grant.user_name.as_str(), self.subject.exists())?;
        sentinels::given(self.put(edit, grant, draft), style)?;
        Ok(style)
    }

    /// A grant or a change.
    fn put(&self, edit: Edit, grant: Grant, draft: &mut Grants) -> Result<(), Refusal> {
        if edit == Edit::Grant {
            self.check_grantee(&grant)?;
            self.grant(grant, draft)
        } else {
            self.check_holder(&grant.user_id)?;
            self.change(grant, draft)
        }
    }

    fn grant(&self, grant: Grant, draft: &mut Grants) -> Result<(), Refusal> {
        let upserts =
            self.subject == Subject::Image && self.context.switches.image_duplicate == ImageDuplicate::Upsert;
        if upserts && draft.change(grant.clone()).is_ok() {
            return Ok(());
        }
        draft.grant(grant).map_err(|_| self.subject.exists().into())
    }

    fn change(&self, grant: Grant, draft: &mut Grants) -> Result<(), Refusal> {
        match (draft.change(grant.clone()), self.context.switches.change_missing) {
            (Ok(()), _) => Ok(()),
            (Err(_), ChangeMissing::Upsert) => self.grant(grant, draft),
            (Err(_), ChangeMissing::NotFound) => Err(self.subject.missing().into()),
        }
    }

    fn revoke(&self, user: &UserId, draft: &mut Grants) -> Result<(), Refusal> {
        match (draft.revoke(user), self.context.switches.delete_missing) {
            (Ok(()), _) | (Err(_), DeleteMissing::Accept) => Ok(()),
            (Err(_), DeleteMissing::NotFound) => Err(self.subject.missing().into()),
        }
    }

    fn check_grantee(&self, grant: &Grant) -> Result<(), Refusal> {
        let Context { switches, caller, .. } = self.context;
        // Only the page for images has the rule. On an organization a caller is listed anyway.
        if self.subject == Subject::Image && grant.user_id == caller.id {
            match switches.self_grant {
                SelfGrant::Forbidden => return Err(error::NOT_PERMITTED.into()),
                SelfGrant::BadRequest => return Err(error::INVALID_PARAMETER.into()),
                SelfGrant::Accept => {}
            }
        }
        let is_known = || self.store.user(&grant.user_id).is_some_and(|user| user.name == grant.user_name);
        if switches.unknown_user == UnknownUser::Refuse && !is_known() {
            return Err(error::USER_NAME.into());
        }
        Ok(())
    }

    fn check_holder(&self, user: &UserId) -> Result<(), Refusal> {
        let Context { switches, caller, .. } = self.context;
        let is_own = *user == caller.id && switches.self_change == SelfChange::Forbidden;
        let is_creators = *user == self.creator.id && switches.creator_change == CreatorChange::Forbidden;
        if is_own || is_creators { Err(error::NOT_PERMITTED.into()) } else { Ok(()) }
    }
}

/// The effect of a write.
pub(super) struct Applied {
    /// The permissions to keep; `None` leaves them as they are.
    pub(super) grants: Option<Grants>,
    /// How to answer, or why not done.
    pub(super) outcome: Result<ResponseStyle, Refusal>,
}
