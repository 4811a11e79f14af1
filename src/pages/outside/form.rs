//! The fields of a share: signals around the rules of `domain::outside::draft`.

use std::sync::Arc;

use crate::view::prelude::*;

use crate::components::field::TextField;
use crate::components::moment::day_and_time;
use crate::state::clock::now;
use crate::words::use_locale;
use domain::model::names::AccountName;
use domain::outside::draft::{Fault, account, description, first_day, until};
use domain::outside::share::{Share, Shares, Terms};
use domain::outside::until::Until;
use domain::outside::write::OutsideEdit;

use super::day_field::DayField;

#[derive(Clone, Copy)]
pub(super) struct ShareForm {
    account: RwSignal<String>,
    day: RwSignal<String>,
    no_end: RwSignal<bool>,
    description: RwSignal<String>,
    /// Whether the user has tried to send.
    is_tried: RwSignal<bool>,
    /// The share that is changed.
    before: StoredValue<Option<Share>>,
    own: StoredValue<AccountName>,
    listed: Signal<Arc<Shares>>,
    /// What the fields began with.
    first: StoredValue<[String; 3]>,
}

impl ShareForm {
    pub(super) fn new(before: Option<Share>, own: AccountName, listed: Signal<Arc<Shares>>) -> Self {
        let (day, no_end) = first_day(before.as_ref().map(|share| &share.terms), now());
        let account = before.as_ref().map(|share| share.account.to_string()).unwrap_or_default();
        let text = before.as_ref().map(|share| share.terms.description.clone()).unwrap_or_default();
        let form = Self {
            account: RwSignal::new(account),
            day: RwSignal::new(day),
            no_end: RwSignal::new(no_end),
            description: RwSignal::new(text),
            is_tried: RwSignal::new(false),
            before: StoredValue::new(before),
            own: StoredValue::new(own),
            listed,
            first: StoredValue::new(Default::default()),
        };
        form.first.set_value(untrack(|| form.texts()));
        form
    }

    fn texts(self) -> [String; 3] {
        let end = if self.no_end.get() { "no end".to_owned() } else { self.day.get() };
        [self.account.get(), end, self.description.get()]
    }

    /// Whether something was typed or chosen.
    pub(super) fn is_begun(self) -> bool {
        let texts = self.texts();
        self.first.with_value(|first| *first != texts)
    }

    /// The user has tried to send: every fault is shown from now on.
    pub(super) fn attempt(self) {
        self.is_tried.set(true);
    }

    fn account_of(self) -> Result<AccountName, Fault> {
        if let Some(account) =
            self.before.with_value(|before| before.as_ref().map(|share| share.account.clone()))
        {
            return Ok(account);
        }
        let typed = self.account.get();
        self.listed.with(|listed| self.own.with_value(|own| account(&typed, own, listed)))
    }

    fn until(self) -> Result<Until, Fault> {
        let (day, no_end) = (self.day.get(), self.no_end.get());
        self.before.with_value(|before| until(&day, no_end, before.as_ref(), now()))
    }

    fn description_of(self) -> Result<String, Fault> {
        self.description.with(|typed| description(typed))
    }

    /// What would be sent; `None` while a field has a fault.
    pub(super) fn edit(self) -> Option<OutsideEdit> {
        let terms = Terms { until: self.until().ok()?, description: self.description_of().ok()? };
        let expected = self.before.with_value(|before| before.as_ref().map(|share| share.terms.clone()));
        Some(OutsideEdit::Share { account: self.account_of().ok()?, expected, desired: Some(terms) })
    }

    /// The sentence for a fault, once the user has tried to send.
    fn said(self, fault: impl Fn() -> Option<Fault> + Send + Sync + 'static) -> Signal<Option<String>> {
        let t = use_locale();
        Signal::derive(move || {
            let fault = fault().filter(|_| self.is_tried.get())?;
            let words = t.words().outside();
            let said = match fault {
                Fault::AccountMissing => words.account_missing,
                Fault::AccountWrong => words.account_wrong,
                Fault::AccountOwn => words.account_own,
                Fault::AccountListed => words.account_listed,
                Fault::DayMissing => words.until_missing,
                Fault::DayOver => words.until_over,
                Fault::DescriptionLong => words.description_long,
            };
            Some(said.to_owned())
        })
    }

    pub(super) fn view(self) -> impl IntoView {
        let t = use_locale();
        let is_change = self.before.with_value(Option::is_some);
        let ends = move || match self.until() {
            Ok(Until::End(end)) => (t.words().outside().until_hint)(&day_and_time(end)),
            _ => String::new(),
        };
        let day = move || {
            (!self.no_end.get()).then(|| {
                view! {
                    <DayField
                        label=t.prop(|w| w.outside().until)
                        value=self.day
                        hint=Signal::derive(ends)
                        error=self.said(move || self.until().err())
                    />
                }
            })
        };
        view! {
            <TextField
                label=t.prop(|w| w.outside().account)
                value=self.account
                fixed=is_change
                focused=!is_change
                hint=t.prop(|w| w.outside().account_hint)
                error=self.said(move || self.account_of().err())
            />
            {dynamic(day)}
            <label class="radio">
                <input
                    type="checkbox"
                    prop:checked=move || self.no_end.get()
                    on:change:target=move |event| self.no_end.set(event.target().checked())
                />
                {t.label(|w| w.outside().no_end)}
            </label>
            <TextField
                label=t.prop(|w| w.outside().description)
                value=self.description
                hint=t.prop(|w| w.outside().description_hint)
                error=self.said(move || self.description_of().err())
            />
        }
    }
}
