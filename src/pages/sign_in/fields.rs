//! What is typed at sign-in, and the fields for it.

use crate::view::prelude::*;
use leptos::html;

use crate::api::Token;
use crate::api::iam::{Credentials, SecondFactor};
use crate::components::field::{FieldKind, TextField};
use crate::config::Region;
use crate::words::use_locale;
use domain::model::names::{AccountName, ProjectName, UserId, UserName};
use domain::text::narrow::narrow;

use super::given::Given;

/// The typed text.
#[derive(Clone, Copy)]
pub(super) struct Fields {
    pub(super) account: RwSignal<String>,
    pub(super) user: RwSignal<String>,
    pub(super) password: RwSignal<String>,
    pub(super) project: RwSignal<String>,
    pub(super) with_code: RwSignal<bool>,
    pub(super) user_id: RwSignal<String>,
    pub(super) code: RwSignal<String>,
    pub(super) token: RwSignal<String>,
    /// Whether the user has tried, so that empty fields are pointed out.
    pub(super) attempted: RwSignal<bool>,
}

impl Fields {
    pub(super) fn new(region: &Region, given: &Given) -> Self {
        let (account, user, project, id) = match given {
            Given::User { account, user, project, id } => {
                (account.to_string(), user.to_string(), project.to_string(), id.to_string())
            }
            Given::Nothing | Given::Token => {
                (region.account.to_string(), String::new(), region.project.to_string(), String::new())
            }
        };
        Self {
            account: RwSignal::new(account),
            user: RwSignal::new(user),
            password: RwSignal::new(String::new()),
            project: RwSignal::new(project),
            with_code: RwSignal::new(false),
            user_id: RwSignal::new(id),
            code: RwSignal::new(String::new()),
            token: RwSignal::new(String::new()),
            attempted: RwSignal::new(false),
        }
    }

    /// Another region was chosen: what the earlier one had filled in gives way to what this one fills in, and what was
    /// typed stays.
    pub(super) fn follow(self, earlier: &Region, present: &Region) {
        let prefills = [
            (self.account, earlier.account.as_str(), present.account.as_str()),
            (self.project, earlier.project.as_str(), present.project.as_str()),
        ];
        for (field, earlier, present) in prefills {
            if field.with_untracked(|text| text == earlier) {
                field.set(present.to_owned());
            }
        }
    }

    /// The credentials, if everything is filled in.
    pub(super) fn credentials(self) -> Option<Credentials> {
        let filled =
            |field: RwSignal<String>| Some(field.get_untracked().trim().to_owned()).filter(|t| !t.is_empty());
        let password = Some(self.password.get_untracked()).filter(|password| !password.is_empty())?;
        let second_factor = if self.with_code.get_untracked() {
            Some(SecondFactor {
                user: UserId::new(filled(self.user_id)?),
                passcode: digits(&filled(self.code)?),
            })
        } else {
            None
        };
        Some(Credentials {
            account: AccountName::new(filled(self.account)?),
            user: UserName::new(filled(self.user)?),
            project: ProjectName::new(filled(self.project)?),
            password,
            second_factor,
        })
    }
}

/// The digits of a code, without the blanks and hyphens between them that apps show to make it readable. Chinese
/// keyboards type digits of full width too.
fn digits(code: &str) -> String {
    let mut code = narrow(code);
    code.retain(|character| character.is_ascii_alphanumeric());
    code
}

/// What is missing in a field, once the user has tried.
pub fn missing(attempted: RwSignal<bool>, field: RwSignal<String>) -> Signal<Option<String>> {
    let t = use_locale();
    Signal::derive(move || {
        let empty = field.with(|text| text.trim().is_empty());
        (attempted.get() && empty).then(|| t.words().sign_in.required.to_owned())
    })
}

#[component]
pub(super) fn PasswordFields(fields: Fields, fixed: bool, node: NodeRef<html::Input>) -> impl IntoView {
    let t = use_locale();
    view! {
        <TextField
            label=t.prop(|w| w.sign_in.account)
            value=fields.account
            autocomplete="organization"
            hint=t.prop(|w| w.sign_in.account_hint)
            error=missing(fields.attempted, fields.account)
            fixed
        />
        <TextField
            label=t.prop(|w| w.sign_in.user_name)
            value=fields.user
            autocomplete="username"
            error=missing(fields.attempted, fields.user)
            fixed
        />
        <TextField
            label=t.prop(|w| w.sign_in.password)
            value=fields.password
            kind=FieldKind::Password
            autocomplete="current-password"
            error=missing(fields.attempted, fields.password)
            focused=fixed
            node
        />
        <Show when=Signal::derive(move || !fixed)>
            <TextField
                label=t.prop(|w| w.sign_in.project)
                value=fields.project
                hint=t.prop(|w| w.sign_in.project_hint)
                error=missing(fields.attempted, fields.project)
            />
        </Show>
        <label class="radio">
            <input
                type="checkbox"
                prop:checked=move || fields.with_code.get()
                on:change=move |event| fields.with_code.set(event_target_checked(&event))
            />
            {t.label(|w| w.sign_in.use_code)}
        </label>
        <Show when=Signal::derive(move || fields.with_code.get())>
            <TextField
                label=t.prop(|w| w.sign_in.user_id)
                value=fields.user_id
                kind=FieldKind::Code
                hint=t.prop(|w| w.sign_in.user_id_hint)
                error=missing(fields.attempted, fields.user_id)
            />
            <TextField
                label=t.prop(|w| w.sign_in.code)
                value=fields.code
                kind=FieldKind::Digits
                autocomplete="one-time-code"
                hint=t.prop(|w| w.sign_in.code_hint)
                error=missing(fields.attempted, fields.code)
            />
        </Show>
    }
}

#[component]
pub(super) fn TokenField(fields: Fields, in_dialog: bool, node: NodeRef<html::Input>) -> impl IntoView {
    let t = use_locale();
    let error = Signal::derive(move || {
        let words = &t.words().sign_in;
        let text = fields.token.get();
        if !fields.attempted.get() || Token::new(&text).is_some() {
            None
        } else if text.trim().is_empty() {
            Some(words.required.to_owned())
        } else {
            Some(words.token_malformed.to_owned())
        }
    });
    view! {
        <TextField
            label=t.prop(|w| w.sign_in.token)
            value=fields.token
            kind=FieldKind::Masked
            hint=t.prop(|w| w.sign_in.token_hint)
            error
            focused=in_dialog
            node
        />
    }
}

#[cfg(test)]
mod tests {
    use super::digits;

    #[test]
    fn a_code_is_read_as_apps_show_it_and_as_chinese_keyboards_type_it() {
        for typed in ["123456", " 123 456", "123-456", "１２３ ４５６", "123\u{a0}456", "123－456"] {
            assert_eq!(digits(typed), "123456", "{typed}");
        }
        assert_eq!(digits("ab12"), "ab12", "what is no digit is for IAM to judge");
    }
}
