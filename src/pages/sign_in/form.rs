//! The form, used on the page and in the dialog "Sign in again".

use leptos::html;
use leptos::prelude::*;

use crate::api::client::Endpoints;
use crate::api::iam::{self, Credentials, IssuedToken};
use crate::api::stored::BeganWith;
use crate::api::{ApiError, Cancel, Operation, Token};
use crate::components::field::{FieldKind, TextField};
use crate::components::problem::ProblemView;
use crate::config::Region;
use crate::domain::names::{AccountName, ProjectName, UserName};
use crate::state::submission::{Submission, Submitter};
use crate::words::use_speech;

/// What is known before anything is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Given {
    /// Nothing but the region.
    Nothing,
    /// Who was signed in, and for which project; both are fixed.
    User {
        /// The account.
        account: AccountName,
        /// The user.
        user: UserName,
        /// The project.
        project: ProjectName,
    },
    /// That the session began with a token.
    Token,
}

/// The typed text.
#[derive(Clone, Copy)]
struct Fields {
    account: RwSignal<String>,
    user: RwSignal<String>,
    password: RwSignal<String>,
    project: RwSignal<String>,
    with_code: RwSignal<bool>,
    code: RwSignal<String>,
    token: RwSignal<String>,
    /// Whether the user has tried, so that empty fields are pointed out.
    attempted: RwSignal<bool>,
}

impl Fields {
    fn new(region: &Region, given: &Given) -> Self {
        let (account, user, project) = match given {
            Given::User { account, user, project } => {
                (account.to_string(), user.to_string(), project.to_string())
            }
            Given::Nothing | Given::Token => {
                (region.account.to_string(), String::new(), region.project.to_string())
            }
        };
        Self {
            account: RwSignal::new(account),
            user: RwSignal::new(user),
            password: RwSignal::new(String::new()),
            project: RwSignal::new(project),
            with_code: RwSignal::new(false),
            code: RwSignal::new(String::new()),
            token: RwSignal::new(String::new()),
            attempted: RwSignal::new(false),
        }
    }

    /// The credentials, if everything is filled in.
    fn credentials(self) -> Option<Credentials> {
        let filled =
            |field: RwSignal<String>| Some(field.get_untracked().trim().to_owned()).filter(|t| !t.is_empty());
        let password = Some(self.password.get_untracked()).filter(|password| !password.is_empty())?;
        let code = if self.with_code.get_untracked() { Some(filled(self.code)?) } else { None };
        Some(Credentials {
            account: AccountName::new(filled(self.account)?),
            user: UserName::new(filled(self.user)?),
            project: ProjectName::new(filled(self.project)?),
            password,
            code,
        })
    }
}

/// The form. Secrets leave it only with the request.
#[component]
pub fn SignInForm(
    /// Where to sign in.
    region: Region,
    /// What is known already.
    given: Given,
    /// Signed in.
    on_done: Callback<(IssuedToken, Region, BeganWith)>,
    /// Further buttons beside "Sign in".
    children: Children,
) -> impl IntoView {
    let t = use_speech();
    let fields = Fields::new(&region, &given);
    let fixed = matches!(given, Given::User { .. });
    let by = RwSignal::new(if given == Given::Token { BeganWith::Token } else { BeganWith::Password });
    let submitter = Submitter::new();
    let (password_node, token_node) = (NodeRef::<html::Input>::new(), NodeRef::<html::Input>::new());
    let region = StoredValue::new(region);
    let finish = move |answer: Result<IssuedToken, ApiError>| match answer {
        Ok(issued) => on_done.run((issued, region.get_value(), by.get_untracked())),
        Err(error) => {
            // Only a refused secret is worth typing again; after a broken connection it still stands.
            if by.get_untracked() == BeganWith::Password && error.status().is_some() {
                fields.password.set(String::new());
                fields.code.set(String::new());
                fields.attempted.set(false);
                focus(password_node);
            }
        }
    };
    let send = move || {
        fields.attempted.set(true);
        let endpoints = region.with_value(|region| Endpoints::from(region));
        match by.get_untracked() {
            BeganWith::Password => match fields.credentials() {
                Some(credentials) => submitter
                    .run(async move { iam::sign_in(&endpoints, &credentials, &Cancel::new()).await }, finish),
                None => focus_first_empty(),
            },
            BeganWith::Token => match Token::new(&fields.token.get_untracked()) {
                Some(token) => {
                    submitter
                        .run(async move { iam::check(&endpoints, &token, &Cancel::new()).await }, finish);
                }
                None => focus(token_node),
            },
        }
    };
    let problem = move || match submitter.state().get() {
        Submission::Failed(error) => {
            let operation =
                if by.get() == BeganWith::Password { Operation::SignIn } else { Operation::CheckToken };
            Some(view! { <ProblemView operation error quote=true/> })
        }
        Submission::Idle | Submission::Sending => None,
    };
    view! {
        <form
            class="form"
            novalidate
            aria-busy=move || submitter.is_sending().to_string()
            on:submit=move |event| {
                event.prevent_default();
                send();
            }
        >
            {(given == Given::Nothing).then(|| view! { <Method by submitter/> })}
            {move || match by.get() {
                BeganWith::Password => view! { <PasswordFields fields fixed node=password_node/> }.into_any(),
                BeganWith::Token => view! { <TokenField fields node=token_node/> }.into_any(),
            }}
            {problem}
            <div class="form__foot">
                <button
                    type="submit"
                    class="button button--primary"
                    class:button--busy=move || submitter.is_sending()
                    aria-disabled=move || submitter.is_sending().to_string()
                >
                    {t.say(|w| w.sign_in.sign_in)}
                </button>
                {children()}
            </div>
        </form>
    }
}

/// The choice between password and token.
#[component]
fn Method(by: RwSignal<BeganWith>, submitter: Submitter) -> impl IntoView {
    let t = use_speech();
    let radio = move |method: BeganWith, label: fn(&'static crate::words::Words) -> &'static str| {
        view! {
            <label class="radio">
                <input
                    type="radio"
                    name="method"
                    prop:checked=move || by.get() == method
                    on:change=move |_| {
                        submitter.reset();
                        by.set(method);
                    }
                />
                {t.say(label)}
            </label>
        }
    };
    view! {
        <fieldset class="radios">
            <legend class="field__label">{t.say(|w| w.sign_in.method)}</legend>
            {radio(BeganWith::Password, |w| w.sign_in.by_user)}
            {radio(BeganWith::Token, |w| w.sign_in.by_token)}
        </fieldset>
    }
}

/// What is missing in a field, once the user has tried.
fn missing(fields: Fields, field: RwSignal<String>) -> Signal<Option<String>> {
    let t = use_speech();
    Signal::derive(move || {
        let empty = field.with(|text| text.trim().is_empty());
        (fields.attempted.get() && empty).then(|| t.words().sign_in.required.to_owned())
    })
}

#[component]
fn PasswordFields(fields: Fields, fixed: bool, node: NodeRef<html::Input>) -> impl IntoView {
    let t = use_speech();
    view! {
        <TextField
            label=t.text(|w| w.sign_in.account)
            value=fields.account
            autocomplete="organization"
            hint=t.text(|w| w.sign_in.account_hint)
            error=missing(fields, fields.account)
            fixed
        />
        <TextField
            label=t.text(|w| w.sign_in.user_name)
            value=fields.user
            autocomplete="username"
            error=missing(fields, fields.user)
            fixed
        />
        <TextField
            label=t.text(|w| w.sign_in.password)
            value=fields.password
            kind=FieldKind::Secret
            autocomplete="current-password"
            error=missing(fields, fields.password)
            node
        />
        <Show when=move || !fixed>
            <TextField
                label=t.text(|w| w.sign_in.project)
                value=fields.project
                hint=t.text(|w| w.sign_in.project_hint)
                error=missing(fields, fields.project)
            />
        </Show>
        <label class="radio">
            <input type="checkbox" bind:checked=fields.with_code/>
            {t.say(|w| w.sign_in.use_code)}
        </label>
        <Show when=move || fields.with_code.get()>
            <TextField
                label=t.text(|w| w.sign_in.code)
                value=fields.code
                kind=FieldKind::Code
                autocomplete="one-time-code"
                hint=t.text(|w| w.sign_in.code_hint)
                error=missing(fields, fields.code)
            />
        </Show>
    }
}

#[component]
fn TokenField(fields: Fields, node: NodeRef<html::Input>) -> impl IntoView {
    let t = use_speech();
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
            label=t.text(|w| w.sign_in.token)
            value=fields.token
            kind=FieldKind::Secret
            hint=t.text(|w| w.sign_in.token_hint)
            error
            node
        />
    }
}

fn focus(node: NodeRef<html::Input>) {
    if let Some(input) = node.get_untracked() {
        let _ = input.focus();
    }
}

/// Moves the focus to the first field that must be filled in and is not.
fn focus_first_empty() {
    request_animation_frame(|| {
        use wasm_bindgen::JsCast;
        let field = document().query_selector("form input[aria-invalid=true]").ok().flatten();
        if let Some(field) = field.and_then(|field| field.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = field.focus();
        }
    });
}
