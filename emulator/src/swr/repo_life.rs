//! `POST /v2/manage/namespaces/{organization}/repos` and `DELETE …/repos/{image}`.

use crate::call::Outcome;
use crate::error::{self, Refusal};
use crate::http::Response;
use crate::level::Level;
use crate::names::{ImageName, OrganizationName};
use crate::sentinels::{self, ImageSentinel};
use crate::store::{Image, Store};
use crate::switches::ImageCreationStatus;

use super::repo_body::{self, NewImage};
use super::{Context, image, organization};

/// It takes Write on the organization: the guide lets that level "create images".
pub(super) fn create(
    store: &mut Store,
    context: &Context<'_>,
    organization_name: &OrganizationName,
) -> Outcome {
    let holder = organization(store, organization_name)?;
    if context.caller.on_organization(holder) < Some(Level::Write) {
        let is_seen = context.caller.sees(holder);
        return Err(if is_seen {
            error::NO_RIGHT.into()
        } else {
            context.unseen(error::ORGANIZATION_MISSING)
        });
    }
    let NewImage { name, attributes } = repo_body::new_image(&context.call.request.body)?;
    let created = match context.switches.image_creation_status {
        ImageCreationStatus::Created => context.done(201),
        ImageCreationStatus::Ok => context.done(200),
    };
    // Nothing is stored under a name that is there for a fault.
    match ImageSentinel::of(&name) {
        Some(ImageSentinel::Error(status)) => return Err(sentinels::refusal(status)),
        Some(ImageSentinel::Throttled) => return Err(error::TOO_MANY_REQUESTS.into()),
        Some(ImageSentinel::Fault(fault)) => return Ok(fault.corrupt(created)),
        Some(ImageSentinel::Slow | ImageSentinel::Retry) | None => {}
    }
    if holder.images.contains_key(&name) {
        return Err(error::IMAGE_EXISTS.into());
    }
    let mut image = Image::new(store.next_id(), name.clone(), &context.caller.user(), context.call.now);
    attributes.put_on(&mut image);
    if let Some(holder) = store.organization_mut(organization_name.as_str()) {
        holder.images.insert(name, image);
    }
    Ok(created)
}

/// It takes Manage on the image or its organization, and an image without tags.
pub(super) fn delete(
    store: &mut Store,
    context: &Context<'_>,
    organization_name: &OrganizationName,
    name: &ImageName,
) -> Outcome {
    check_deletion(store, context, organization_name, name)?;
    if let Some(holder) = store.organization_mut(organization_name.as_str()) {
        holder.images.remove(name);
    }
    Ok(Response::empty(204))
}

fn check_deletion(
    store: &Store,
    context: &Context<'_>,
    organization_name: &OrganizationName,
    name: &ImageName,
) -> Result<(), Refusal> {
    let holder = organization(store, organization_name)?;
    let doomed = image(holder, name)?;
    match context.caller.on_image(holder, doomed) {
        None => Err(context.unseen(error::IMAGE_MISSING)),
        Some(Level::Other(_) | Level::Read | Level::Write) => Err(error::NO_RIGHT.into()),
        Some(Level::Manage) if doomed.tags.is_empty() => Ok(()),
        Some(Level::Manage) => Err(error::NOT_EMPTY.into()),
    }
}
