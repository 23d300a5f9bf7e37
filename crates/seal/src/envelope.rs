//! The form of a sealed value: version, nonce, encrypted text with its padding, tag.

use crate::secret::{Secret, fill_random};
use crate::{Place, Tampered};
use chacha20poly1305::aead::AeadInOut;
use chacha20poly1305::{KeyInit, Tag, XChaCha20Poly1305, XNonce};
use zeroize::{Zeroize, Zeroizing};

/// The first byte of everything sealed.
pub(crate) const VERSION: u8 = 1;
const NONCE: usize = 24;
const TAG: usize = 16;
/// The text's own length stands before it, inside the encryption.
const LENGTH: usize = 8;

/// What is sealed. Bound in, so that a wrapped key never opens as a value, nor one kind of key as another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Kind {
    Value = 1,
    ProgrammeKey = 2,
    AccountKey = 3,
    PersonKey = 4,
}

/// Seals bytes for one place.
pub(crate) fn seal(key: &Secret, kind: Kind, place: Place, text: &[u8]) -> Vec<u8> {
    #[cfg(feature = "mutants")]
    if crate::mutants::planted("seal-plain") {
        return crate::mutants::plain(text);
    }
    let padded = padded_length(text.len());
    let mut sealed = Vec::with_capacity(1 + NONCE + padded + TAG);
    sealed.push(VERSION);
    let mut nonce = [0; NONCE];
    fill_random(&mut nonce);
    sealed.extend_from_slice(&nonce);
    sealed.extend_from_slice(&(text.len() as u64).to_be_bytes());
    sealed.extend_from_slice(text);
    sealed.resize(1 + NONCE + padded, 0);
    let tag = cipher(key)
        .encrypt_inout_detached(
            &XNonce::from(nonce),
            &bound(kind, place),
            (&mut sealed[1 + NONCE..]).into(),
        )
        .expect("a value that fits into memory is shorter than the cipher's limit of 256 GiB");
    sealed.extend_from_slice(&tag);
    sealed
}

/// Opens what was sealed with the same key, as the same kind, for the same place.
pub(crate) fn open(
    key: &Secret,
    kind: Kind,
    place: Place,
    sealed: &[u8],
) -> Result<Vec<u8>, Tampered> {
    #[cfg(feature = "mutants")]
    if let Some(text) = crate::mutants::opened(sealed) {
        return Ok(text);
    }
    try_open(key, kind, place, sealed).ok_or_else(|| place.into())
}

fn try_open(key: &Secret, kind: Kind, place: Place, sealed: &[u8]) -> Option<Vec<u8>> {
    let (version, rest) = sealed.split_first()?;
    let (nonce, rest) = rest.split_first_chunk::<NONCE>()?;
    let (encrypted, tag) = rest.split_last_chunk::<TAG>()?;
    if *version != VERSION {
        return None;
    }
    let mut text = Zeroizing::new(encrypted.to_vec());
    cipher(key)
        .decrypt_inout_detached(
            &XNonce::from(*nonce),
            &bound(kind, place),
            text.as_mut_slice().into(),
            &Tag::from(*tag),
        )
        .ok()?;
    let (length, padded) = text.split_first_chunk::<LENGTH>()?;
    let length = usize::try_from(u64::from_be_bytes(*length)).ok()?;
    padded.get(..length).map(<[u8]>::to_vec)
}

/// The same for text.
pub(crate) fn open_text(key: &Secret, place: Place, sealed: &[u8]) -> Result<String, Tampered> {
    String::from_utf8(open(key, Kind::Value, place, sealed)?).map_err(|error| {
        error.into_bytes().zeroize();
        place.into()
    })
}

fn cipher(key: &Secret) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(key.bytes().into())
}

/// What a sealed value is bound to. Every part of changing length has its length before it: "ab" + "c" is not "a" + "bc".
fn bound(kind: Kind, place: Place) -> Vec<u8> {
    #[cfg(feature = "mutants")]
    if crate::mutants::planted("seal-unbound") {
        return Vec::new();
    }
    let mut bytes = b"cairn-seal".to_vec();
    bytes.extend([VERSION, kind as u8]);
    for name in [place.table, place.column] {
        bytes.extend((name.len() as u64).to_be_bytes());
        bytes.extend(name.as_bytes());
    }
    bytes.extend(place.row);
    bytes
}

/// The length of the encrypted part for a text of this length: steps of 32 bytes up to 256, of 256 up to 4096, of 4096
/// beyond. The length that stands before the text counts.
pub(crate) const fn padded_length(text: usize) -> usize {
    let full = text.saturating_add(LENGTH);
    let step = match full {
        0..=256 => 32,
        257..=4096 => 256,
        _ => 4096,
    };
    full.div_ceil(step) * step
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_leak_only_in_steps() {
        let cases = [
            (0, 32),
            (24, 32),
            (25, 64),
            (248, 256),
            (249, 512),
            (4088, 4096),
            (4089, 8192),
            (9000, 12288),
        ];
        for (text, padded) in cases {
            assert_eq!(padded_length(text), padded, "{text}");
        }
    }

    #[test]
    fn what_is_bound_is_unambiguous() {
        let row = [7; 16];
        let places = [
            (Kind::Value, Place::new("ab", "c", row)),
            (Kind::Value, Place::new("a", "bc", row)),
            (Kind::Value, Place::new("abc", "", row)),
            (Kind::Value, Place::new("", "abc", row)),
            (Kind::Value, Place::new("ab", "c", [8; 16])),
            (Kind::PersonKey, Place::new("ab", "c", row)),
        ];
        let all: std::collections::BTreeSet<_> = places
            .iter()
            .map(|(kind, place)| bound(*kind, *place))
            .collect();
        assert_eq!(all.len(), places.len());
    }
}
