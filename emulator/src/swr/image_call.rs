//! Calls on one image: what its name demands comes before what they do.

use crate::call::Outcome;
use crate::error;
use crate::names::{ImageName, OrganizationName};
use crate::sentinels::{self, ImageSentinel, Retries};
use crate::store::Store;

use super::on_image::OnImage;
use super::{
    Context, corrupted, image_access, organization, repo_attributes, repo_life, repos, shares, tags,
};

pub(super) fn answer(
    store: &mut Store,
    retries: &mut Retries,
    context: &Context<'_>,
    name: &OrganizationName,
    image: &ImageName,
    on: &OnImage,
) -> Outcome {
    // Whatever is demanded of an image, its organization must exist.
    organization(store, name)?;
    match (ImageSentinel::of(image), on) {
        (Some(ImageSentinel::Error(status)), _) => Err(sentinels::refusal(status)),
        (Some(ImageSentinel::Throttled), _) => Err(error::TOO_MANY_REQUESTS.into()),
        (Some(ImageSentinel::Fault(fault)), on) => {
            Ok(corrupted::answer(context, fault, store, on, name, image))
        }
        (Some(ImageSentinel::Retry), on) if on.is_read() && retries.is_too_early(&context.caller.id) => {
            let shape = context.switches.error_shape;
            let refused = sentinels::refusal(429).into_response(shape, context.call.request_id);
            Ok(sentinels::too_early(refused))
        }
        (_, OnImage::Itself) => repos::show(store, context, name, image),
        (_, OnImage::Attributes) => repo_attributes::change(store, context, name, image),
        (_, OnImage::Deletion) => repo_life::delete(store, context, name, image),
        (_, OnImage::Tags) => tags::list(store, context, name, image),
        (_, OnImage::Access(action)) => image_access::answer(store, context, *action, name, image),
        (_, OnImage::Shares(on)) => shares::answer(store, context, on, name, image),
    }
}
