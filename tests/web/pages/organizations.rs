//! `/organizations`.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Console, Find};

#[wasm_bindgen_test]
async fn organizations_are_listed_with_ones_own_level() {
    let console = Console::open_as("admin", "/organizations");
    console.row("group").await;
    assert_eq!(console.cells().len(), 2);
}
