//! The buttons that save and open the file of a plan.

use crate::view::prelude::*;

use crate::api::plan_file::{FILE_MOST, OpenError, file_name, open, text};
use crate::components::announcer::Announce;
use crate::components::download::download;
use crate::components::file::File;
use crate::components::file_button::FileButton;
use crate::state::plan::Planning;
use crate::state::spawn;
use crate::words::use_locale;
use domain::plan::record::PlanRecord;
use domain::plan::staging::Plan;

use super::say::say_staged;

/// Why a file was not opened.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Fault {
    NotRead,
    Not(OpenError),
}

/// "Save plan".
#[component]
pub(super) fn SavePlan(planning: Planning) -> impl IntoView {
    let (t, announce) = (use_locale(), expect_context::<Announce>());
    let fault = RwSignal::new(None::<Fault>);
    let save = move |_| {
        let record = planning.to_save();
        let (name, text) =
            (file_name(&record), text(&record, concat!("swr-console ", env!("CARGO_PKG_VERSION"))));
        // A file that can't be opened again keeps nothing.
        fault.set(open(text.as_bytes(), &planning.expected_file()).err().map(Fault::Not));
        if fault.with_untracked(Option::is_none) {
            download(&name, "application/jsonl", &text);
            planning.note_saved();
            announce.toast((t.untracked().plan().saved)(&name));
        }
    };
    view! {
        <button type="button" class="button" on:click=save>{t.label(|w| w.plan().save)}</button>
        {said(fault)}
    }
}

/// "Open plan", and why a file was not opened.
#[component]
pub(super) fn OpenPlan(planning: Planning) -> impl IntoView {
    let (t, announce) = (use_locale(), expect_context::<Announce>());
    let fault = RwSignal::new(None::<Fault>);
    let choose = Callback::new(move |file: Option<File>| {
        let Some(file) = file else { return };
        fault.set(None);
        spawn(async move {
            match read(&file, planning).await {
                Ok(record) => {
                    planning.show_opened(&record);
                    let all = untrack(|| planning.with(Plan::len));
                    say_staged(planning, announce, t, all);
                }
                Err(why) => {
                    let _ = fault.try_set(Some(why));
                }
            }
        });
    });
    view! {
        <FileButton label=t.prop(|w| w.plan().open) accept=".jsonl" on_pick=choose/>
        {said(fault)}
    }
}

fn said(fault: RwSignal<Option<Fault>>) -> AnyView {
    let t = use_locale();
    dynamic(move || {
        fault.get().map(|fault| {
            let words = t.words().plan();
            let said = match fault {
                Fault::NotRead => words.unreadable.to_owned(),
                Fault::Not(why) => (words.not_opened)(&why),
            };
            view! { <p class="field__message" role="alert">{said}</p> }
        })
    })
    .into_any()
}

async fn read(file: &File, planning: Planning) -> Result<PlanRecord, Fault> {
    let (size, expected) = (file.size(), planning.expected_file());
    if size > f64::from(u32::try_from(FILE_MOST).unwrap_or(u32::MAX)) {
        return Err(Fault::Not(OpenError::TooLarge));
    }
    let bytes = file.bytes(0.0, size).await.map_err(|_| Fault::NotRead)?;
    open(&bytes, &expected).map_err(Fault::Not)
}
