//! An address of another region than the session's. A token is good for one region, so nothing is shown or asked
//! for until the user has chosen.

use crate::view::prelude::*;

use crate::components::heading::PageHeading;
use crate::config::Region;
use crate::state::navigation::Navigation;
use crate::state::session::Session;
use crate::words::use_locale;
use domain::model::names::RegionId;
use domain::text::reveal::visible;

/// Asks before switching.
#[component]
pub fn OtherRegion(
    /// The region of the address.
    wanted: RegionId,
    /// The session's region.
    present: Region,
) -> impl IntoView {
    let t = use_locale();
    let (navigation, session) = (expect_context::<Navigation>(), expect_context::<Session>());
    let known =
        session.config().regions.iter().find(|region| region.id == wanted).map(|region| region.name.clone());
    let here = StoredValue::new(present.name.clone());
    let there = StoredValue::new(known.clone().unwrap_or_else(|| visible(wanted.as_str())));
    let is_known = known.is_some();
    let switch = move |_| {
        navigation.to_sign_in();
        session.sign_out();
    };
    let stay = move |_| navigation.set_region(Some(present.id.clone()));
    let heading = move || {
        let words = t.words().other_region();
        if is_known { words.other_region.to_owned() } else { (words.unknown_region)(&there.get_value()) }
    };
    view! {
        <PageHeading>{dynamic(heading)}</PageHeading>
        <Show when=Signal::derive(move || is_known)>
            <p class="lead">
                {dynamic(move || (t.words().other_region().other_region_means)(&there.get_value(), &here.get_value()))}
            </p>
        </Show>
        <p class="actions">
            <Show when=Signal::derive(move || is_known)>
                <button type="button" class="button" data-leaves="" on:click=switch>
                    {dynamic(move || (t.words().other_region().switch_region)(&there.get_value()))}
                </button>
            </Show>
            <button type="button" class="button" on:click=stay>
                {dynamic(move || (t.words().other_region().stay_in_region)(&here.get_value()))}
            </button>
        </p>
    }
}
