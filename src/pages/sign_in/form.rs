//! The form, used on the page and in the dialog "Sign in again".

use crate::view::prelude::*;
use leptos::html;

use crate::api::client::Endpoints;
use crate::api::iam::{self, IssuedToken};
use crate::api::stored::BeganWith;
use crate::api::{ApiError, Cancel, Token};
use crate::components::problem::ProblemView;
use crate::config::Region;
use crate::state::submission::{Submitter, failure};
use crate::words::use_locale;
use domain::model::operation::Operation;

use super::fields::{Fields, PasswordFields, TokenField};
use super::given::Given;

/// The form. Secrets leave it only with the request.
#[component]
pub fn SignInForm(
    /// Where to sign in. When it changes, what was typed stays.
    #[prop(into)]
    region: Signal<Region>,
    /// What is known already.
    given: Given,
    /// Signed in.
    on_done: Callback<(IssuedToken, Region, BeganWith)>,
    /// Further buttons beside "Sign in".
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let t = use_locale();
    let fields = region.with_untracked(|region| Fields::new(region, &given));
    let fixed = matches!(given, Given::User { .. });
    let in_dialog = given != Given::Nothing;
    let by = RwSignal::new(if given == Given::Token { BeganWith::Token } else { BeganWith::Password });
    let submitter = Submitter::<ApiError>::new();
    let (password_node, token_node) = (NodeRef::<html::Input>::new(), NodeRef::<html::Input>::new());
    let mut earlier = None;
    effect(move || {
        let present = region.get();
        if let Some(earlier) = earlier.replace(present.clone())
            && earlier != present
        {
            fields.follow(&earlier, &present);
            submitter.reset();
        }
    });
    let sent_to = StoredValue::new(None::<Region>);
    let finish = move |answer: Result<IssuedToken, ApiError>| match answer {
        Ok(issued) => {
            let (sent_to, present) = (sent_to.try_get_value().flatten(), region.try_get_untracked());
            // A token of a region that is no longer the chosen one is of no use; and the form may be gone by now.
            if let (Some(region), Some(by)) =
                (sent_to.filter(|sent| Some(sent) == present.as_ref()), by.try_get_untracked())
            {
                let _ = on_done.try_run((issued, region, by));
            }
        }
        Err(error) => {
            // Only a refused secret is worth typing again; after a broken connection it stays.
            if by.try_get_untracked() == Some(BeganWith::Password) && error.status().is_some() {
                fields.password.set(String::new());
                fields.code.set(String::new());
                fields.attempted.set(false);
                focus(password_node);
            }
        }
    };
    let send = move || {
        fields.attempted.set(true);
        let region = region.get_untracked();
        let endpoints = Endpoints::from(&region);
        sent_to.set_value(Some(region));
        match by.get_untracked() {
            BeganWith::Password => match fields.credentials() {
                Some(credentials) => submitter.run(
                    async move { iam::sign_in(&endpoints, &credentials, &Cancel::new()).await },
                    failure,
                    finish,
                ),
                None => focus_first_empty(),
            },
            BeganWith::Token => match Token::new(&fields.token.get_untracked()) {
                Some(token) => {
                    let check = async move { iam::check(&endpoints, &token, &Cancel::new()).await };
                    submitter.run(check, failure, finish);
                }
                None => focus(token_node),
            },
        }
    };
    let problem = move || {
        let error = submitter.ended()?;
        let operation =
            if by.get() == BeganWith::Password { Operation::SignIn } else { Operation::CheckToken };
        Some(view! { <ProblemView operation error quote=true/> })
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
            {dynamic(move || match by.get() {
                BeganWith::Password => view! { <PasswordFields fields fixed node=password_node/> }.into_any(),
                BeganWith::Token => view! { <TokenField fields in_dialog node=token_node/> }.into_any(),
            })}
            {dynamic(problem)}
            <div class="form__foot">
                <button
                    type="submit"
                    class="button button--primary"
                    class:button--busy=move || submitter.is_sending()
                    aria-disabled=move || submitter.is_sending().to_string()
                >
                    {t.label(|w| w.sign_in.sign_in)}
                </button>
                {children.map(|children| children())}
            </div>
        </form>
    }
}

/// The choice between password and token.
#[component]
fn Method(by: RwSignal<BeganWith>, submitter: Submitter<ApiError>) -> impl IntoView {
    let t = use_locale();
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
                {t.label(label)}
            </label>
        }
    };
    view! {
        <fieldset class="radios">
            <legend class="field__label">{t.label(|w| w.sign_in.method)}</legend>
            {radio(BeganWith::Password, |w| w.sign_in.by_user)}
            {radio(BeganWith::Token, |w| w.sign_in.by_token)}
        </fieldset>
    }
}

fn focus(node: NodeRef<html::Input>) {
    if let Some(input) = node.try_get_untracked().flatten() {
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
