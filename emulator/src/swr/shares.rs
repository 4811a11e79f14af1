//! `/v2/manage/namespaces/{organization}/repositories/{image}/access-domains`: which other accounts may pull an image.

use crate::call::Outcome;
use crate::error;
use crate::http::Response;
use crate::names::{ImageName, OrganizationName};
use crate::store::Store;

use super::on_image::{OnShares, ShareEdit};
use super::share_edit::ShareWrite;
use super::{Context, image, organization, share_list};

pub(super) fn answer(
    store: &mut Store,
    context: &Context<'_>,
    on: &OnShares,
    organization_name: &OrganizationName,
    name: &ImageName,
) -> Outcome {
    let holder = organization(store, organization_name)?;
    let image = image(holder, name)?;
    // No page says who may read the list. The emulator lets everyone who has access to the image.
    if context.caller.on_image(holder, image).is_none() {
        return Err(context.unseen(error::IMAGE_MISSING));
    }
    match on {
        OnShares::List => share_list::list(context, holder, image),
        OnShares::Show(account) => share_list::show(context, holder, image, account),
        OnShares::Edit(_) if !context.caller.may_share_outside(holder, image) => Err(error::NO_RIGHT.into()),
        OnShares::Edit(edit) => {
            let (shares, style) = ShareWrite { context, store, image }.apply(edit)?;
            if let Some(image) = store.image_mut(organization_name.as_str(), name.as_str()) {
                image.shares = shares;
            }
            Ok(success(context, edit).given(style))
        }
    }
}

fn success(context: &Context<'_>, edit: &ShareEdit) -> Response {
    match edit {
        ShareEdit::Add | ShareEdit::Change(_) => context.done(201),
        ShareEdit::Remove(_) => Response::empty(204),
    }
}
