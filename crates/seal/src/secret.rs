//! Thirty-two secret bytes, and what is done with them besides sealing.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use std::fmt;
use zeroize::{Zeroize, Zeroizing};

/// The length of every key, in bytes.
pub(crate) const LENGTH: usize = 32;

/// A key. Overwritten when dropped, never printed.
#[derive(Clone)]
pub(crate) struct Secret([u8; LENGTH]);

impl Secret {
    /// A new key from the operating system's generator.
    pub(crate) fn random() -> Secret {
        let mut secret = Secret([0; LENGTH]);
        fill_random(&mut secret.0);
        secret
    }

    /// The key that these bytes are, if there are 32 of them.
    pub(crate) fn from_slice(bytes: &[u8]) -> Option<Secret> {
        let mut secret = Secret([0; LENGTH]);
        (bytes.len() == LENGTH).then(|| secret.0.copy_from_slice(bytes))?;
        Some(secret)
    }

    pub(crate) const fn bytes(&self) -> &[u8; LENGTH] {
        &self.0
    }

    /// A key of its own for each purpose, so that one is never used in two ways.
    pub(crate) fn derive(&self, purpose: &str) -> Secret {
        Secret(self.digest(purpose, b""))
    }

    /// HMAC-SHA-256 under this key over the purpose, its length before it, and the data.
    pub(crate) fn digest(&self, purpose: &str, data: &[u8]) -> [u8; 32] {
        let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(&self.0)
            .expect("HMAC takes keys of any length");
        mac.update(&(purpose.len() as u64).to_be_bytes());
        mac.update(purpose.as_bytes());
        mac.update(data);
        mac.finalize().into_bytes().into()
    }

    /// The key from a secret of any length that nobody can guess.
    pub(crate) fn from_token(token: &[u8]) -> Secret {
        let salt = Secret([0; LENGTH]);
        Secret(*Zeroizing::new(
            salt.digest("cairn-seal/1 key from a token", token),
        ))
    }
}

impl Drop for Secret {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(secret)")
    }
}

/// Fills bytes from the operating system's generator.
///
/// Chance is no parameter here as it is elsewhere: a key or a nonce that can be repeated from a seed protects nothing,
/// and a nonce used twice under one key gives both values away.
pub(crate) fn fill_random(bytes: &mut [u8]) {
    // Without randomness nothing can be sealed, and nothing may be stored unsealed: there is no way on.
    getrandom::fill(bytes).expect("the operating system gives random bytes");
}
