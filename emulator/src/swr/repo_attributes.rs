//! `PATCH /v2/manage/namespaces/{organization}/repos/{image}`: whether an image is public, its category and description.

use crate::call::Outcome;
use crate::error;
use crate::level::Level;
use crate::names::{ImageName, OrganizationName};
use crate::store::Store;

use super::repo_body::Attributes;
use super::{Context, image, organization};

/// Changes the attributes. It takes Write: the vendor's guide calls that level "Edit" and lets it change attributes.
pub(super) fn change(
    store: &mut Store,
    context: &Context<'_>,
    organization_name: &OrganizationName,
    name: &ImageName,
) -> Outcome {
    let holder = organization(store, organization_name)?;
    match context.caller.on_image(holder, image(holder, name)?) {
        None => return Err(context.unseen(error::IMAGE_MISSING)),
        Some(Level::Other(_) | Level::Read) => return Err(error::NO_RIGHT.into()),
        Some(Level::Write | Level::Manage) => {}
    }
    let attributes = Attributes::of_change(&context.call.request.body, context.switches)?;
    if let Some(image) = store.image_mut(organization_name.as_str(), name.as_str()) {
        attributes.put_on(image);
        image.updated = context.call.now;
    }
    Ok(context.done(201))
}
