//! HMAC with SHA-256 (RFC 2104). The crate for it needs one under a licence that this project does not take; and the secret
//! here is none, so nobody learns anything by the time that a comparison takes.

use sha2::{Digest as _, Sha256};

const BLOCK: usize = 64;

pub(super) fn sha256(key: &[u8], message: &[u8]) -> [u8; 32] {
    let padded = padded(key);
    let with = |byte: u8| padded.map(|own| own ^ byte);
    let inner = Sha256::new().chain_update(with(0x36)).chain_update(message).finalize();
    Sha256::new().chain_update(with(0x5c)).chain_update(inner).finalize().into()
}

/// The key with zeros behind it; of a key longer than a block, its hash.
fn padded(key: &[u8]) -> [u8; BLOCK] {
    let hashed: [u8; 32];
    let key = if key.len() > BLOCK {
        hashed = Sha256::digest(key).into();
        &hashed[..]
    } else {
        key
    };
    let mut padded = [0; BLOCK];
    padded.iter_mut().zip(key).for_each(|(place, byte)| *place = *byte);
    padded
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hex;

    /// Test cases 1, 2 and 6 of RFC 4231.
    #[test]
    fn the_known_answers_come_out() {
        let cases: [(&[u8], &[u8], &str); 3] = [
            (&[0x0b; 20], b"Hi There", "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"),
            (
                b"Jefe",
                b"what do ya want for nothing?",
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
            ),
            (
                &[0xaa; 131],
                b"Test Using Larger Than Block-Size Key - Hash Key First",
                "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
            ),
        ];
        for (key, message, expected) in cases {
            assert_eq!(hex::lower(&sha256(key, message)), expected);
        }
    }
}
