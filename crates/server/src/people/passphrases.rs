//! Hashing passphrases with Argon2id, a few at a time: each takes 19 MiB, and a flood of sign-ins
//! must not take all the memory there is.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};
use argon2::{Algorithm, Argon2, Params, Version};
use tokio::sync::Semaphore;

use crate::error::{Error, Result};

/// Most sign-ins that wait for their turn; the next is told "busy".
const QUEUE: usize = 256;

/// The workers that hash passphrases.
pub struct Passphrases {
    turns: Arc<Semaphore>,
    waiting: Arc<AtomicUsize>,
}

/// A place in the queue; given back when dropped, also by a browser that did not wait.
struct Place(Arc<AtomicUsize>);

impl Place {
    fn take(waiting: &Arc<AtomicUsize>) -> Result<Self> {
        let before = waiting.fetch_add(1, Ordering::SeqCst);
        let place = Self(Arc::clone(waiting));
        if before >= QUEUE {
            return Err(Error::Busy);
        }
        Ok(place)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

fn argon() -> Argon2<'static> {
    // OWASP's and RFC 9106's low-memory setting: 19 MiB, two passes, one lane.
    let params = Params::new(19 * 1024, 2, 1, None).unwrap_or_default();
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

impl Passphrases {
    /// So many at once.
    #[must_use]
    pub fn new(at_once: usize) -> Self {
        Self {
            turns: Arc::new(Semaphore::new(at_once.max(1))),
            waiting: Arc::default(),
        }
    }

    async fn turn<T: Send + 'static>(&self, f: impl FnOnce() -> T + Send + 'static) -> Result<T> {
        let place = Place::take(&self.waiting)?;
        let permit = Arc::clone(&self.turns)
            .acquire_owned()
            .await
            .map_err(|_| Error::Busy)?;
        drop(place);
        tokio::task::spawn_blocking(move || {
            let out = f();
            drop(permit);
            out
        })
        .await
        .map_err(|_| Error::Fault("hashing a passphrase broke off"))
    }

    /// The hash to keep, in PHC form.
    ///
    /// # Errors
    /// Busy when too many wait.
    pub async fn hash(&self, passphrase: &str, salt: [u8; 16]) -> Result<String> {
        let passphrase = passphrase.to_owned();
        self.turn(move || hash_now(&passphrase, salt)).await?
    }

    /// Whether the passphrase is the one that was hashed. Without a hash (there is no such
    /// account) the same time passes, so that nobody learns who has one.
    ///
    /// # Errors
    /// Busy when too many wait.
    pub async fn verify(&self, passphrase: &str, hash: Option<String>) -> Result<bool> {
        let passphrase = passphrase.to_owned();
        self.turn(move || match hash {
            Some(hash) => PasswordHash::new(&hash).is_ok_and(|hash| {
                argon()
                    .verify_password(passphrase.as_bytes(), &hash)
                    .is_ok()
            }),
            None => {
                let _ = hash_now(&passphrase, [7; 16]);
                false
            }
        })
        .await
    }
}

/// Hashes at once, on this thread: for the command line and the demonstration.
///
/// # Errors
/// A fault when the library refuses.
pub fn hash_now(passphrase: &str, salt: [u8; 16]) -> Result<String> {
    argon()
        .hash_password_with_salt(passphrase.as_bytes(), &salt)
        .map(|hash| hash.to_string())
        .map_err(|_| Error::Fault("a passphrase could not be hashed"))
}
