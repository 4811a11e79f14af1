//! The shell of a dialog that writes: title, target, what the dialog is about, and the two buttons. While a batch runs it
//! can be neither closed nor sent again.

use crate::view::prelude::*;
use web_sys::DragEvent;

use crate::components::dialog::{Dialog, DialogFoot};
use crate::state::writer::WriterState;
use crate::words::{Text, use_locale};
use domain::change::reason::{MissingReason, Reason};
use domain::model::names::Target;
use domain::text::reveal::visible;

use super::reason::ReasonField;

/// Where files can be dropped.
#[derive(Clone, Copy)]
pub struct DropArea {
    /// Whether something is held over it.
    pub is_over: RwSignal<bool>,
    /// Something is dragged over it, or away.
    pub on_drag: Callback<(DragEvent, bool)>,
    /// Something is dropped.
    pub on_drop: Callback<DragEvent>,
}

/// See the module.
#[component]
pub fn WriteDialog(
    /// The name of the dialog.
    title: Text,
    /// What is written to.
    target: Target,
    /// What writes.
    writer: WriterState,
    /// The name of the button that sends.
    verb: Text,
    /// Whether a permission is taken away.
    #[prop(optional)]
    danger: bool,
    /// The user wants to send, with the reason that was typed. If it has to be there and isn't, the dialog says so.
    on_send: Callback<Result<Option<Reason>, MissingReason>>,
    /// The user wants to close it; nothing is running.
    on_close: Callback<()>,
    /// Takes files that are dropped anywhere on it.
    #[prop(optional)]
    drop_area: Option<DropArea>,
    children: Children,
) -> impl IntoView {
    let t = use_locale();
    let reason = ReasonField::new(writer);
    let target = visible(target.to_string());
    let subtitle = t.format(move |w| (w.grant().on)(&target));
    let busy = writer.is_running;
    let close = Callback::new(move |()| {
        if !busy.get_untracked() {
            on_close.run(());
        }
    });
    let drag = move |event: DragEvent, is_over: bool| {
        if let Some(area) = drop_area {
            area.on_drag.run((event, is_over));
        }
    };
    view! {
        <Dialog title subtitle on_dismiss=close>
            <form
                class="dialog__body"
                class:drop-target=move || drop_area.is_some_and(|area| area.is_over.get())
                on:dragover=move |event| drag(event, true)
                on:dragleave=move |event| drag(event, false)
                on:drop=move |event| {
                    if let Some(area) = drop_area {
                        area.on_drop.run(event);
                    }
                }
                novalidate
                aria-busy=move || busy.get().to_string()
                on:submit=move |event| {
                    event.prevent_default();
                    on_send.run(reason.check());
                }
            >
                {children()}
                {reason.view()}
                <DialogFoot
                    cancel=t.prop(|w| w.grant().cancel)
                    verb
                    busy
                    is_offline=writer.is_offline
                    danger
                    on_cancel=close
                />
            </form>
        </Dialog>
    }
}
