//! Where the program is split: whatever only one of these functions reaches is in a file of its own, which is fetched with
//! the first call (`docs/decisions/0010-parts.md`).

use leptos::wasm_split::SplitLoaderError;
use swr_console::pages::parts::{
    AnyPart, Arriving, CHANGING, EVIDENCE, GRANTING, OUTSIDE, PLANNING, PartName, REPORTS, REVIEW, TABLES,
};

/// A part, or why it could not be fetched.
type Fetched = Result<AnyPart, SplitLoaderError>;

/// Fetches a part.
pub fn load(name: PartName) -> Arriving {
    Box::pin(async move {
        let fetched = match name {
            PartName::Tables => tables().await,
            PartName::Granting => granting().await,
            PartName::Outside => outside().await,
            PartName::Changing => changing().await,
            PartName::Reports => reports().await,
            PartName::Review => review().await,
            PartName::Planning => planning().await,
            PartName::Evidence => evidence().await,
        };
        fetched.ok()
    })
}

#[leptos::wasm_split::wasm_split(tables, wasm_split_path = ::leptos::wasm_split, fallible)]
fn tables() -> Fetched {
    Ok(&TABLES)
}

#[leptos::wasm_split::wasm_split(granting, wasm_split_path = ::leptos::wasm_split, fallible)]
fn granting() -> Fetched {
    Ok(&GRANTING)
}

#[leptos::wasm_split::wasm_split(outside, wasm_split_path = ::leptos::wasm_split, fallible)]
fn outside() -> Fetched {
    Ok(&OUTSIDE)
}

#[leptos::wasm_split::wasm_split(changing, wasm_split_path = ::leptos::wasm_split, fallible)]
fn changing() -> Fetched {
    Ok(&CHANGING)
}

#[leptos::wasm_split::wasm_split(reports, wasm_split_path = ::leptos::wasm_split, fallible)]
fn reports() -> Fetched {
    Ok(&REPORTS)
}

#[leptos::wasm_split::wasm_split(review, wasm_split_path = ::leptos::wasm_split, fallible)]
fn review() -> Fetched {
    Ok(&REVIEW)
}

#[leptos::wasm_split::wasm_split(planning, wasm_split_path = ::leptos::wasm_split, fallible)]
fn planning() -> Fetched {
    Ok(&PLANNING)
}

#[leptos::wasm_split::wasm_split(evidence, wasm_split_path = ::leptos::wasm_split, fallible)]
fn evidence() -> Fetched {
    Ok(&EVIDENCE)
}
