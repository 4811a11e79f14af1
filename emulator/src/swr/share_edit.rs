//! Sharing with an account, changing a share and ending it, applied to the shares of one image. Whether the caller may do
//! it at all is settled before.

use crate::error::{self, Refusal};
use crate::http::ResponseStyle;
use crate::names::AccountName;
use crate::sentinels;
use crate::store::{Deadline, Image, Share, Shares, Store};
use crate::switches::{ShareDeleteMissing, ShareDuplicate, ShareOwn, SharePast, SharePublic, UnknownDomain};

use super::Context;
use super::on_image::ShareEdit;
use super::share_body::{self, Terms};

/// The most accounts that the guide lets an image be shared with.
const ACCOUNT_LIMIT: usize = 500;

/// A write under way.
pub(super) struct ShareWrite<'a> {
    pub(super) context: &'a Context<'a>,
    pub(super) store: &'a Store,
    pub(super) image: &'a Image,
}

impl ShareWrite<'_> {
    /// The shares after the write, and how it is to be answered.
    pub(super) fn apply(&self, edit: &ShareEdit) -> Result<(Shares, ResponseStyle), Refusal> {
        let body = &self.context.call.request.body;
        match edit {
            ShareEdit::Add => {
                let (account, terms) = share_body::new_share(body)?;
                self.put(&account, |account| self.add(account, terms))
            }
            ShareEdit::Change(account) => {
                let terms = share_body::change(body)?;
                self.put(account, |account| self.change(account, terms))
            }
            ShareEdit::Remove(account) => Ok((self.remove(account)?, ResponseStyle::PLAIN)),
        }
    }

    fn put(
        &self,
        account: &AccountName,
        make: impl FnOnce(&AccountName) -> Result<Share, Refusal>,
    ) -> Result<(Shares, ResponseStyle), Refusal> {
        let style = sentinels::demanded_by(account.as_str(), error::IMAGE_GRANT_EXISTS)?;
        let mut shares = self.image.shares.clone();
        shares.put(sentinels::given(make(account), style)?);
        Ok((shares, style))
    }

    fn add(&self, account: &AccountName, terms: Terms) -> Result<Share, Refusal> {
        let switches = self.context.switches;
        self.check_account(account)?;
        self.check_deadline(&terms.deadline)?;
        if self.image.is_public && switches.share_public == SharePublic::BadRequest {
            return Err(error::INVALID_PARAMETER.into());
        }
        match (self.image.shares.with(account), switches.share_duplicate) {
            (Some(_), ShareDuplicate::Conflict) => Err(error::IMAGE_GRANT_EXISTS.into()),
            (Some(share), ShareDuplicate::Upsert) => Ok(self.changed(share, terms)),
            (None, _) if self.image.shares.in_order().len() >= ACCOUNT_LIMIT => {
                Err(error::INVALID_PARAMETER.into())
            }
            (None, _) => Ok(self.new_share(account, terms)),
        }
    }

    fn change(&self, account: &AccountName, terms: Terms) -> Result<Share, Refusal> {
        let share = self.image.shares.with(account).ok_or(error::SHARE_MISSING)?;
        self.check_deadline(&terms.deadline)?;
        Ok(self.changed(share, terms))
    }

    fn remove(&self, account: &AccountName) -> Result<Shares, Refusal> {
        let mut shares = self.image.shares.clone();
        match (shares.remove(account), self.context.switches.share_delete_missing) {
            (true, _) | (false, ShareDeleteMissing::Accept) => Ok(shares),
            (false, ShareDeleteMissing::BadRequest) => Err(error::SHARE_MISSING.into()),
        }
    }

    fn new_share(&self, account: &AccountName, Terms { deadline, description }: Terms) -> Share {
        let (now, creator) = (self.context.call.now, self.context.caller.user());
        Share { account: account.clone(), deadline, description, creator, created: now, updated: now }
    }

    fn changed(&self, share: &Share, Terms { deadline, description }: Terms) -> Share {
        Share { deadline, description, updated: self.context.call.now, ..share.clone() }
    }

    fn check_account(&self, account: &AccountName) -> Result<(), Refusal> {
        let Context { switches, caller, .. } = self.context;
        if *account == caller.account.name {
            return Err(match switches.share_own {
                ShareOwn::BadRequest => error::DOMAIN.into(),
                ShareOwn::Forbidden => error::NOT_PERMITTED.into(),
            });
        }
        if switches.unknown_domain == UnknownDomain::Refuse && !self.store.has_account(account) {
            return Err(error::DOMAIN.into());
        }
        Ok(())
    }

    fn check_deadline(&self, deadline: &Deadline) -> Result<(), Refusal> {
        let is_over = deadline.has_passed(self.context.call.now);
        if is_over && self.context.switches.share_past == SharePast::Refuse {
            return Err(error::INVALID_PARAMETER.into());
        }
        Ok(())
    }
}
