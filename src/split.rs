//! Where the program is split: whatever only one of these functions reaches is in a file of its own, which is fetched with
//! the first call (`docs/decisions/0010-parts.md`).

use leptos::wasm_split::SplitLoaderError;
use swr_console::pages::parts::{Loaders, REPORTS, Reports, TABLES, Tables, WORK, Work};

/// How the parts are fetched.
pub const LOADERS: Loaders = Loaders {
    tables: || Box::pin(async { tables().await.ok() }),
    work: || Box::pin(async { work().await.ok() }),
    reports: || Box::pin(async { reports().await.ok() }),
};

#[leptos::wasm_split::wasm_split(tables, wasm_split_path = ::leptos::wasm_split, fallible)]
fn tables() -> Result<&'static Tables, SplitLoaderError> {
    Ok(&TABLES)
}

#[leptos::wasm_split::wasm_split(work, wasm_split_path = ::leptos::wasm_split, fallible)]
fn work() -> Result<&'static Work, SplitLoaderError> {
    Ok(&WORK)
}

#[leptos::wasm_split::wasm_split(reports, wasm_split_path = ::leptos::wasm_split, fallible)]
fn reports() -> Result<&'static Reports, SplitLoaderError> {
    Ok(&REPORTS)
}
