//! Lists that come into the dialog: pasted, opened, or dropped.

use crate::view::prelude::*;
use web_sys::DragEvent;

use crate::api;
use crate::components::announcer::Announce;
use crate::components::file::{self, File, FileFault};
use crate::components::file_button::FileButton;
use crate::state::spawn;
use crate::words::{Language, Locale, use_locale};
use domain::grant::directory::{Directory, Namesakes};
use domain::grant::draft::Category;
use domain::grant::list::UserList;

use super::form::DraftForm;
use super::report::Report;

/// See the module.
#[derive(Clone, Copy)]
pub(super) struct Import {
    form: DraftForm,
    directory: Signal<std::sync::Arc<Directory>>,
    /// What was read last.
    pub(super) report: RwSignal<Option<Report>>,
    /// Whether a file is being dragged over the dialog.
    pub(super) is_over: RwSignal<bool>,
    announce: StoredValue<Announce>,
    t: Locale,
}

impl Import {
    pub(super) fn new(form: DraftForm, directory: Signal<std::sync::Arc<Directory>>) -> Self {
        Self {
            form,
            directory,
            report: RwSignal::new(None),
            is_over: RwSignal::new(false),
            announce: StoredValue::new(expect_context::<Announce>()),
            t: use_locale(),
        }
    }

    /// A text was pasted into a row; `true` if it is a list, which then fills rows.
    pub(super) fn paste(self, text: &str, row: u32) -> bool {
        let list = self.read(text);
        let is_list = list.is_some();
        if let Some(list) = list {
            self.fill(Some(row), list, None);
        }
        is_list
    }

    /// A file was picked or dropped.
    pub(super) fn open(self, file: Option<File>) {
        let Some(file) = file else { return };
        let is_chinese = untrack(|| self.t.language()) == Language::Chinese;
        spawn(async move {
            let name = file.name();
            let answer = file::read(file, is_chinese).await;
            if self.report.try_get_untracked().is_none() {
                return;
            }
            let words = self.t.untracked().grant();
            match answer {
                Err(FileFault::TooLarge) => self.fail((words.too_large)(&name)),
                Err(FileFault::Unreadable) => self.fail((words.unreadable_file)(&name)),
                Ok(opened) => match self.read(&opened.text) {
                    Some(list) if !list.users.is_empty() => self.fill(None, list, opened.other_encoding),
                    _ => self.fail((words.no_list)(&name)),
                },
            }
        });
    }

    fn read(self, text: &str) -> Option<UserList> {
        let directory = self.directory.get_untracked();
        api::list::read(text, &|name| directory.named(name) != Namesakes::Nobody)
    }

    fn fill(self, row: Option<u32>, list: UserList, other_encoding: Option<&'static str>) {
        let (users, skipped) = (list.users.len(), list.skipped.len());
        let lines: Vec<usize> = list.users.iter().map(|user| user.line).collect();
        let mut report = Report::of(&list, other_encoding);
        let first = self.form.fill(row, list);
        let categories = untrack(|| self.form.categories());
        let read = categories.iter().skip(first).take(lines.len());
        report.attention = read.filter(|category| **category == Some(Category::Attention)).count();
        self.aloud((self.t.untracked().grant().read)(users, report.attention, skipped) + self.t.full_stop());
        self.report.set(Some(report));
    }

    fn fail(self, text: String) {
        self.aloud(text.clone());
        self.report.set(Some(Report::failure(text)));
    }

    fn aloud(self, text: String) {
        if let Some(announce) = self.announce.try_get_value() {
            announce.aloud(text);
        }
    }

    /// Files are dragged over the dialog; a text is the field's.
    pub(super) fn drag(self, event: &DragEvent, is_over: bool) {
        if file::has_files(event) {
            event.prevent_default();
            self.is_over.set(is_over);
        }
    }

    /// Something is dropped on the dialog. A file must never replace the page.
    pub(super) fn drop(self, event: &DragEvent) {
        self.is_over.set(false);
        if file::has_files(event) {
            event.prevent_default();
            self.open(file::dropped(event));
        }
    }
}

/// "Import list…".
#[component]
pub(super) fn ImportButton(import: Import) -> impl IntoView {
    let t = use_locale();
    view! {
        <FileButton
            label=t.prop(|w| w.grant().import)
            accept=file::LISTS
            on_pick=Callback::new(move |file| import.open(file))
        />
    }
}
