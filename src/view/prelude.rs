//! What views are written with: leptos' own prelude, the parts that react to signals, and two traits whose attributes
//! are of one type here.
//!
//! In leptos each name of an attribute is a type, and all that leptos does with attributes is compiled once for each name
//! and kind of value. The names that any element may have are values instead, as those of `data-…` attributes are in
//! leptos itself: a view reads and works the same, and only the kinds of values are left to be compiled
//! (`docs/decisions/0009-erased-types.md`). A name that is missing below does not compile; it has to be added.

pub use super::dynamic::dynamic;
pub use super::effect::effect;
pub use super::show::Show;
pub use leptos::prelude::*;
use leptos::tachys::html::attribute::AttributeValue;
use leptos::tachys::html::attribute::custom::{CustomAttr, custom_attribute};

/// What an element is with one attribute more.
type Extended<T, V> = <T as AddAnyAttr>::Output<CustomAttr<&'static str, V>>;

macro_rules! attributes {
    ($(#[$doc:meta])* $family:ident: $($method:ident $name:literal,)*) => {
        $(#[$doc])*
        pub trait $family<V: AttributeValue>: AddAnyAttr + Sized {
            $(
                #[doc = concat!("Sets `", $name, "`.")]
                fn $method(self, value: V) -> Extended<Self, V> {
                    self.add_any_attr(custom_attribute($name, value))
                }
            )*
        }

        impl<T: AddAnyAttr, V: AttributeValue> $family<V> for T {}
    };
}

attributes! {
    /// The attributes of WAI-ARIA, as far as views use them. This takes the place of leptos' trait of the same name.
    AriaAttributes:
    aria_activedescendant "aria-activedescendant",
    aria_atomic "aria-atomic",
    aria_autocomplete "aria-autocomplete",
    aria_busy "aria-busy",
    aria_checked "aria-checked",
    aria_controls "aria-controls",
    aria_current "aria-current",
    aria_describedby "aria-describedby",
    aria_disabled "aria-disabled",
    aria_expanded "aria-expanded",
    aria_hidden "aria-hidden",
    aria_invalid "aria-invalid",
    aria_label "aria-label",
    aria_labelledby "aria-labelledby",
    aria_live "aria-live",
    aria_pressed "aria-pressed",
    aria_rowcount "aria-rowcount",
    aria_rowindex "aria-rowindex",
    aria_selected "aria-selected",
    aria_sort "aria-sort",
}

attributes! {
    /// The attributes of every element of HTML, as far as views use them. This takes the place of leptos' trait of the
    /// same name.
    GlobalAttributes:
    autocapitalize "autocapitalize",
    autofocus "autofocus",
    hidden "hidden",
    id "id",
    inputmode "inputmode",
    lang "lang",
    role "role",
    spellcheck "spellcheck",
    tabindex "tabindex",
    translate "translate",
    title "title",
}
