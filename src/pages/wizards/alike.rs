//! "Make alike": the images that are selected get the list of a model, as a part of the plan.

use std::sync::Arc;

use crate::view::prelude::*;

use crate::components::announcer::Announce;
use crate::components::choice::Select;
use crate::components::field::TextField;
use crate::pages::listing::Listing;
use crate::pages::parts::{dialog_of, use_parts};
use crate::words::{Words, use_locale};
use domain::model::names::Target;
use domain::plan::alike::{Alike, alike};
use domain::plan::clone_access::Fit;
use domain::plan::proposal::Proposal;
use domain::review::rows::ImageRow;
use domain::review::snapshot::Snapshot;
use domain::text::reveal::visible;

use super::wizard::{FitChoice, Wizard};
use crate::pages::review::choosing::image_by;
use crate::pages::review::selecting::{SelectAll, Ticked};

/// "Select all", the button for it, what else there is to do with what is selected, and how much that is.
#[component]
pub(in crate::pages) fn MakeAlike(
    snapshot: Arc<Snapshot>,
    listing: Listing<ImageRow>,
    ticked: Ticked<ImageRow>,
    children: Children,
) -> impl IntoView {
    let (t, announce) = (use_locale(), expect_context::<Announce>());
    let (planning, asked) = (use_parts().planning, RwSignal::new(None::<Vec<ImageRow>>));
    let close = Callback::new(move |()| asked.set(None));
    let chosen = Memo::new(move |_| {
        let rows = ticked.rows(listing);
        (rows.len(), rows.iter().map(|row| row.images.len()).sum::<usize>())
    });
    let ask = move |_| {
        let rows = untrack(|| ticked.rows(listing));
        if rows.is_empty() {
            announce.toast(t.untracked().wizards().choose_rows);
        } else {
            asked.set(Some(rows));
        }
    };
    let dialog = move || {
        let snapshot = Arc::clone(&snapshot);
        asked.get().map(|rows| {
            dialog_of(planning, close, move |planning| {
                (planning.alike)(Arc::clone(&snapshot), rows.clone(), asked)
            })
        })
    };
    let said = move || {
        let (rows, images) = chosen.get();
        (rows > 0).then(|| (t.words().wizards().selected_images)(rows, images))
    };
    view! {
        <div class="toolbar">
            <SelectAll ticked listing/>
            <button
                type="button"
                class="button"
                aria-disabled=move || (chosen.get().0 == 0).then_some("true")
                on:click=ask
            >
                {t.label(|w| w.wizards().alike)}
            </button>
            {children()}
            <span class="status-line">{dynamic(said)}</span>
        </div>
        {dynamic(dialog)}
    }
}

/// The dialog, for these rows.
pub fn dialog(
    snapshot: Arc<Snapshot>,
    rows: Vec<ImageRow>,
    asked: RwSignal<Option<Vec<ImageRow>>>,
) -> AnyView {
    view! { <Question snapshot rows asked/> }.into_any()
}

#[component]
fn Question(
    snapshot: Arc<Snapshot>,
    rows: Vec<ImageRow>,
    asked: RwSignal<Option<Vec<ImageRow>>>,
) -> impl IntoView {
    let t = use_locale();
    let images: Vec<Target> = rows.iter().flat_map(|row| row.images.clone()).collect();
    let count = images.len();
    let models: Vec<(Target, usize)> =
        rows.iter().filter_map(|row| Some((row.images.first()?.clone(), row.images.len()))).collect();
    let last = models.len();
    // The list that most of them have. One list alone can't be its own model.
    let most = models.iter().enumerate().rev().max_by_key(|(_, (_, images))| *images);
    let first = if last == 1 { last } else { most.map_or(last, |(place, _)| place) };
    let models = StoredValue::new(models);
    let (at, typed) = (RwSignal::new(first), RwSignal::new(String::new()));
    let (fit, is_tried) = (RwSignal::new(Fit::AddOnly), RwSignal::new(false));
    let is_another = Signal::derive(move || at.get() == last);
    let model: Memo<Option<Target>> = {
        let snapshot = Arc::clone(&snapshot);
        Memo::new(move |_| {
            let of_row = models.with_value(|models| models.get(at.get()).map(|(image, _)| image.clone()));
            of_row.or_else(|| typed.with(|typed| image_by(&snapshot, typed)))
        })
    };
    let is_missing = Signal::derive(move || model.with(Option::is_none));
    let proposal = Memo::new(move |_| {
        let Some(model) = model.get() else { return Proposal::default() };
        alike(&Alike { model, images: images.clone(), fit: fit.get(), reason: None }, &snapshot)
    });
    let error = Signal::derive(move || {
        (is_tried.get() && is_missing.get()).then(|| t.words().wizards().image_missing.to_owned())
    });
    let word = Callback::new(move |(place, words): (usize, &'static Words)| {
        models.with_value(|models| match models.get(place) {
            Some((image, images)) => (words.wizards().model_of)(&visible(image.to_string()), *images),
            None => words.wizards().another_image.to_owned(),
        })
    });
    let close = Callback::new(move |()| asked.set(None));
    view! {
        <Wizard title=t.prop(|w| w.wizards().alike) proposal is_missing is_tried on_close=close>
            <p>{dynamic(move || (t.words().wizards().alike_means)(count))}</p>
            <Select
                label=t.prop(|w| w.wizards().model)
                count=last + 1
                word
                chosen=Signal::derive(move || at.get())
                on_choose=Callback::new(move |place| at.set(place))
            />
            <Show when=is_another>
                <TextField
                    label=t.prop(|w| w.wizards().image_name)
                    value=typed
                    hint=t.prop(|w| w.wizards().image_name_means)
                    error
                />
            </Show>
            <FitChoice fit/>
        </Wizard>
    }
}
