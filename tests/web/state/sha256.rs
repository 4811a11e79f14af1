//! The browser's SHA-256, by the examples of FIPS 180-4 that NIST publishes.

use swr_console::state::sha256::sha256;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn it_hashes_text_as_utf_8() {
    let of = async |text| sha256(text).await.unwrap();
    assert_eq!(of("abc").await, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_eq!(of("").await, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    // From `printf 'é\n' | sha256sum`.
    assert_eq!(of("é\n").await, "edd3a863872a04239eb29ad4bc12fc892b3d4ae57cc7e786a3697816f8e141c2");
}
