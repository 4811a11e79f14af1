//! Where the program is split: whatever only one of these functions reaches is in a file of its own, which is fetched with
//! the first call (`docs/decisions/0010-parts.md`).

use leptos::wasm_split::SplitLoaderError;
use swr_console::pages::parts::{
    AnyPart, CHANGING, Changing, GRANTING, Granting, Loaders, OUTSIDE, Outside, REPORTS, REVIEW, Reports,
    Review, TABLES, Tables,
};

/// How the parts are fetched.
pub const LOADERS: Loaders = Loaders {
    tables: || Box::pin(async { tables().await.ok().map(|part| part as AnyPart) }),
    granting: || Box::pin(async { granting().await.ok().map(|part| part as AnyPart) }),
    outside: || Box::pin(async { outside().await.ok().map(|part| part as AnyPart) }),
    changing: || Box::pin(async { changing().await.ok().map(|part| part as AnyPart) }),
    reports: || Box::pin(async { reports().await.ok().map(|part| part as AnyPart) }),
    review: || Box::pin(async { review().await.ok().map(|part| part as AnyPart) }),
};

#[leptos::wasm_split::wasm_split(tables, wasm_split_path = ::leptos::wasm_split, fallible)]
fn tables() -> Result<&'static Tables, SplitLoaderError> {
    Ok(&TABLES)
}

#[leptos::wasm_split::wasm_split(granting, wasm_split_path = ::leptos::wasm_split, fallible)]
fn granting() -> Result<&'static Granting, SplitLoaderError> {
    Ok(&GRANTING)
}

#[leptos::wasm_split::wasm_split(outside, wasm_split_path = ::leptos::wasm_split, fallible)]
fn outside() -> Result<&'static Outside, SplitLoaderError> {
    Ok(&OUTSIDE)
}

#[leptos::wasm_split::wasm_split(changing, wasm_split_path = ::leptos::wasm_split, fallible)]
fn changing() -> Result<&'static Changing, SplitLoaderError> {
    Ok(&CHANGING)
}

#[leptos::wasm_split::wasm_split(reports, wasm_split_path = ::leptos::wasm_split, fallible)]
fn reports() -> Result<&'static Reports, SplitLoaderError> {
    Ok(&REPORTS)
}

#[leptos::wasm_split::wasm_split(review, wasm_split_path = ::leptos::wasm_split, fallible)]
fn review() -> Result<&'static Review, SplitLoaderError> {
    Ok(&REVIEW)
}
