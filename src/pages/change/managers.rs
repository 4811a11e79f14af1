//! Whom to ask where the caller holds too little right: those who manage the target by its list.

use crate::view::prelude::*;

use crate::api::ApiError;
use crate::state::readings::Readings;
use crate::words::use_locale;
use domain::model::level::Level;
use domain::model::names::Target;
use domain::model::operation::Kind;
use domain::model::user::UserGrant;

/// More names than these are not needed to find someone.
const NAMED: usize = 3;

/// Names up to three managers, where the request was refused for lack of rights and the list was read.
#[component]
pub fn AskManagers(
    /// On what.
    target: Target,
    /// How the request failed.
    error: ApiError,
) -> impl IntoView {
    let t = use_locale();
    let readings = expect_context::<Readings>();
    let kind = Kind::of(&target);
    let is_denied = error.is_denied();
    let names: Vec<String> = readings
        .latest(&target)
        .filter(|_| is_denied)
        .iter()
        .flat_map(|reading| &reading.value.others)
        .filter(|grant| grant.permission.level() == Some(Level::Manage))
        .take(NAMED)
        .map(UserGrant::called)
        .collect();
    (!names.is_empty()).then(
        || view! { <p class="advice">{dynamic(move || (t.words().access().managers)(&names, kind))}</p> },
    )
}
