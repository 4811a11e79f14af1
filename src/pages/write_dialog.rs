//! The shell of a dialog that writes: title, target, what the dialog is about, and the two buttons. While a batch runs it
//! can be neither closed nor sent again.

use crate::view::prelude::*;

use crate::components::dialog::{Dialog, DialogFoot};
use crate::state::writer::Writer;
use crate::words::{Text, use_locale};
use domain::model::names::Target;
use domain::text::reveal::visible;

/// See the module.
#[component]
pub fn WriteDialog(
    /// The name of the dialog.
    title: Text,
    /// What is written to.
    target: Target,
    /// What writes.
    writer: Writer,
    /// The name of the button that sends.
    verb: Text,
    /// Whether a permission is taken away.
    #[prop(optional)]
    danger: bool,
    /// The user wants to send.
    on_send: Callback<()>,
    /// The user wants to close it; nothing is running.
    on_close: Callback<()>,
    children: Children,
) -> impl IntoView {
    let t = use_locale();
    let target = visible(target.to_string());
    let subtitle = t.format(move |w| (w.grant().on)(&target));
    let busy = Signal::derive(move || writer.is_running());
    let close = Callback::new(move |()| {
        if !busy.get_untracked() {
            on_close.run(());
        }
    });
    view! {
        <Dialog title subtitle on_dismiss=close>
            <form
                class="dialog__body"
                novalidate
                aria-busy=move || busy.get().to_string()
                on:submit=move |event| {
                    event.prevent_default();
                    on_send.run(());
                }
            >
                {children()}
                <DialogFoot
                    cancel=t.prop(|w| w.grant().cancel)
                    verb
                    busy
                    is_offline=Signal::derive(move || writer.is_offline())
                    danger
                    on_cancel=close
                />
            </form>
        </Dialog>
    }
}
