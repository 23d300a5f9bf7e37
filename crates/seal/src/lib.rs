#![doc = include_str!("../README.md")]

use std::path::Path;

/// Where a sealed value stands in the database. Bound into the seal: moved anywhere else, the value does not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The table's name.
    pub table: &'static str,
    /// The column's name.
    pub column: &'static str,
    /// The row's id.
    pub row: [u8; 16],
}

/// A sealed value that does not open at this place under this key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the sealed value in {table}.{column} does not open")]
pub struct Tampered {
    /// The table's name.
    pub table: &'static str,
    /// The column's name.
    pub column: &'static str,
    /// The row's id.
    pub row: [u8; 16],
}

/// Why an installation key could not be had.
#[derive(Debug, thiserror::Error)]
#[error("key")]
pub struct KeyError;

/// The key of the installation.
pub struct InstallationKey;
/// The key of one programme.
pub struct ProgrammeKey;
/// The key of one person.
pub struct PersonKey;

#[allow(missing_docs, unused_variables, clippy::unimplemented)]
impl InstallationKey {
    pub fn load_or_create(path: impl AsRef<Path>) -> Result<(Self, bool), KeyError> {
        unimplemented!()
    }
    pub fn from_base64(text: &str) -> Result<Self, KeyError> {
        unimplemented!()
    }
    pub fn generate() -> Self {
        unimplemented!()
    }
    pub fn fingerprint(&self) -> String {
        unimplemented!()
    }
    pub fn blind_index(&self, purpose: &str, text: &str) -> [u8; 32] {
        unimplemented!()
    }
    pub fn new_programme_key(&self, row: [u8; 16]) -> (ProgrammeKey, Vec<u8>) {
        unimplemented!()
    }
    pub fn wrap_programme(&self, row: [u8; 16], key: &ProgrammeKey) -> Vec<u8> {
        unimplemented!()
    }
    pub fn unwrap_programme(
        &self,
        row: [u8; 16],
        wrapped: &[u8],
    ) -> Result<ProgrammeKey, Tampered> {
        unimplemented!()
    }
    pub fn new_account_key(&self, row: [u8; 16]) -> (PersonKey, Vec<u8>) {
        unimplemented!()
    }
    pub fn wrap_account(&self, row: [u8; 16], key: &PersonKey) -> Vec<u8> {
        unimplemented!()
    }
    pub fn unwrap_account(&self, row: [u8; 16], wrapped: &[u8]) -> Result<PersonKey, Tampered> {
        unimplemented!()
    }
}

#[allow(missing_docs, unused_variables, clippy::unimplemented)]
impl ProgrammeKey {
    pub fn new_person_key(&self, row: [u8; 16]) -> (PersonKey, Vec<u8>) {
        unimplemented!()
    }
    pub fn wrap_person(&self, row: [u8; 16], key: &PersonKey) -> Vec<u8> {
        unimplemented!()
    }
    pub fn unwrap_person(&self, row: [u8; 16], wrapped: &[u8]) -> Result<PersonKey, Tampered> {
        unimplemented!()
    }
}

#[allow(missing_docs, unused_variables, clippy::unimplemented)]
impl PersonKey {
    pub fn from_token(token: &[u8]) -> Self {
        unimplemented!()
    }
}

macro_rules! sealing {
    ($($key:ty)+) => {$(
        #[allow(missing_docs, unused_variables, clippy::unimplemented)]
        impl $key {
            pub fn seal(&self, place: Place, bytes: &[u8]) -> Vec<u8> { unimplemented!() }
            pub fn open(&self, place: Place, sealed: &[u8]) -> Result<Vec<u8>, Tampered> { unimplemented!() }
            pub fn seal_text(&self, place: Place, text: &str) -> Vec<u8> { unimplemented!() }
            pub fn open_text(&self, place: Place, sealed: &[u8]) -> Result<String, Tampered> { unimplemented!() }
        }
    )+};
}
sealing!(InstallationKey ProgrammeKey PersonKey);
