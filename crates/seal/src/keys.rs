//! The keys and what each may do.

use crate::envelope::{self, Kind};
use crate::secret::Secret;
use crate::{Place, Row, Tampered, hexadecimal};

/// The key that opens every other. It stands in a file or the environment, never in the database.
#[derive(Debug)]
pub struct InstallationKey {
    pub(crate) master: Secret,
    sealing: Secret,
    indexing: Secret,
}

/// The key of one programme: opens its persons' keys, and seals what belongs to the programme as a whole.
#[derive(Debug, Clone)]
pub struct ProgrammeKey(Secret);

/// The key of one person: seals what belongs to them. Destroyed, all of it is gone for good, back-ups included.
#[derive(Debug, Clone)]
pub struct PersonKey(Secret);

impl InstallationKey {
    pub(crate) fn from_secret(master: Secret) -> InstallationKey {
        let sealing = master.derive("cairn-seal/1 sealing");
        let indexing = master.derive("cairn-seal/1 blind index");
        InstallationKey {
            master,
            sealing,
            indexing,
        }
    }

    /// A new key from the operating system's generator.
    ///
    /// # Panics
    /// Where the operating system gives no random bytes. This holds for everything here that makes a key or seals.
    pub fn generate() -> InstallationKey {
        InstallationKey::from_secret(Secret::random())
    }

    /// Sixteen hexadecimal digits by which two keys can be told apart. They give nothing of the key away; stored beside
    /// the data they tell at the start that the wrong key was given.
    pub fn fingerprint(&self) -> String {
        hexadecimal(&self.master.digest("cairn-seal/1 fingerprint", b"")[..8])
    }

    /// What to look a text up by without storing it readable: the same text gives the same 32 bytes, and only this
    /// key can tell which. Each purpose ("login", "e-mail") has its own, so that two tables cannot be joined by them.
    ///
    /// The text counts letter by letter: bring it into one form (case, blanks, Unicode) before.
    pub fn blind_index(&self, purpose: &str, text: &str) -> [u8; 32] {
        self.indexing.digest(purpose, text.as_bytes())
    }

    /// A new programme's key, and its wrapped form to store in the programme's row.
    pub fn new_programme_key(&self, row: Row) -> (ProgrammeKey, Vec<u8>) {
        let key = ProgrammeKey(Secret::random());
        let wrapped = self.wrap_programme(row, &key);
        (key, wrapped)
    }

    /// Wraps a programme's key again, under this installation key: for changing the installation key.
    pub fn wrap_programme(&self, row: Row, key: &ProgrammeKey) -> Vec<u8> {
        wrap(&self.sealing, Kind::ProgrammeKey, row, &key.0)
    }

    /// Unwraps the key of the programme with this id.
    ///
    /// # Errors
    /// If it was wrapped for another programme or under another key, or changed.
    pub fn unwrap_programme(&self, row: Row, wrapped: &[u8]) -> Result<ProgrammeKey, Tampered> {
        unwrap(&self.sealing, Kind::ProgrammeKey, row, wrapped).map(ProgrammeKey)
    }

    /// A new account's key, and its wrapped form to store in the account's row. An account may belong to several
    /// programmes, and so hangs on none.
    pub fn new_account_key(&self, row: Row) -> (PersonKey, Vec<u8>) {
        let key = PersonKey(Secret::random());
        let wrapped = self.wrap_account(row, &key);
        (key, wrapped)
    }

    /// Wraps an account's key again, under this installation key: for changing the installation key.
    pub fn wrap_account(&self, row: Row, key: &PersonKey) -> Vec<u8> {
        wrap(&self.sealing, Kind::AccountKey, row, &key.0)
    }

    /// Unwraps the key of the account with this id.
    ///
    /// # Errors
    /// If it was wrapped for another account or under another key, or changed.
    pub fn unwrap_account(&self, row: Row, wrapped: &[u8]) -> Result<PersonKey, Tampered> {
        unwrap(&self.sealing, Kind::AccountKey, row, wrapped).map(PersonKey)
    }
}

impl ProgrammeKey {
    /// A new person's key, and its wrapped form to store in the person's row.
    pub fn new_person_key(&self, row: Row) -> (PersonKey, Vec<u8>) {
        let key = PersonKey(Secret::random());
        let wrapped = self.wrap_person(row, &key);
        (key, wrapped)
    }

    /// Wraps a person's key under this programme's: for a key made before the person belonged to it.
    pub fn wrap_person(&self, row: Row, key: &PersonKey) -> Vec<u8> {
        wrap(&self.0, Kind::PersonKey, row, &key.0)
    }

    /// Unwraps the key of the person with this id.
    ///
    /// # Errors
    /// If it was wrapped for another person or under another programme's key, or changed.
    pub fn unwrap_person(&self, row: Row, wrapped: &[u8]) -> Result<PersonKey, Tampered> {
        unwrap(&self.0, Kind::PersonKey, row, wrapped).map(PersonKey)
    }
}

impl PersonKey {
    /// The key that a secret token stands for: whoever holds the token can open what was sealed, nobody else.
    ///
    /// The token must be unguessable (16 random bytes or more). A passphrase is not: it can be tried out.
    pub fn from_token(token: &[u8]) -> PersonKey {
        PersonKey(Secret::from_token(token))
    }
}

fn wrap(key: &Secret, kind: Kind, row: Row, wrapped: &Secret) -> Vec<u8> {
    envelope::seal(key, kind, key_place(kind, row), wrapped.bytes())
}

fn unwrap(key: &Secret, kind: Kind, row: Row, wrapped: &[u8]) -> Result<Secret, Tampered> {
    let place = key_place(kind, row);
    let bytes = zeroize::Zeroizing::new(envelope::open(key, kind, place, wrapped)?);
    Secret::from_slice(&bytes).ok_or_else(|| place.into())
}

const fn key_place(kind: Kind, row: Row) -> Place {
    let whose = match kind {
        Kind::Value => "value",
        Kind::ProgrammeKey => "programme",
        Kind::AccountKey => "account",
        Kind::PersonKey => "person",
    };
    Place::new(whose, "wrapped key", row)
}

macro_rules! sealing {
    ($($key:ty)+) => {$(
        impl $key {
            /// Seals bytes for one place. Sealed twice, the same bytes look different.
            pub fn seal(&self, place: Place, bytes: &[u8]) -> Vec<u8> {
                envelope::seal(self.sealing_key(), Kind::Value, place, bytes)
            }

            /// Opens what [`Self::seal`] made.
            ///
            /// # Errors
            /// If it was changed, belongs to another place, or was sealed under another key.
            pub fn open(&self, place: Place, sealed: &[u8]) -> Result<Vec<u8>, Tampered> {
                envelope::open(self.sealing_key(), Kind::Value, place, sealed)
            }

            /// Seals a text for one place.
            pub fn seal_text(&self, place: Place, text: &str) -> Vec<u8> {
                self.seal(place, text.as_bytes())
            }

            /// Opens what [`Self::seal_text`] made.
            ///
            /// # Errors
            /// As [`Self::open`], and if what was sealed is no text.
            pub fn open_text(&self, place: Place, sealed: &[u8]) -> Result<String, Tampered> {
                envelope::open_text(self.sealing_key(), place, sealed)
            }
        }
    )+};
}

impl InstallationKey {
    const fn sealing_key(&self) -> &Secret {
        &self.sealing
    }
}

impl ProgrammeKey {
    const fn sealing_key(&self) -> &Secret {
        &self.0
    }
}

impl PersonKey {
    const fn sealing_key(&self) -> &Secret {
        &self.0
    }
}

sealing!(InstallationKey ProgrammeKey PersonKey);
