//! Whether the caller may grant, said before anything is typed. It is advice and disables nothing.

use crate::view::prelude::*;

use crate::words::use_locale;
use domain::model::operation::Kind;
use domain::model::policy::MayGrant;

#[component]
pub(super) fn Advice(may: Signal<MayGrant>, kind: Kind) -> impl IntoView {
    let t = use_locale();
    dynamic(move || {
        let (words, levels) = (t.words().grant(), &t.words().levels);
        let (text, class) = match may.get() {
            MayGrant::ByOrganization(level) => ((words.may_by_organization)(levels.name(level)), "advice"),
            MayGrant::ByImage => (words.may_by_image.to_owned(), "advice"),
            MayGrant::NotByWhatIsListed => ((words.may_not)(kind).to_owned(), "advice advice--warning"),
            MayGrant::CannotTell => (words.may_cannot_tell.to_owned(), "advice"),
        };
        view! { <p class=class>{text}</p> }
    })
}
