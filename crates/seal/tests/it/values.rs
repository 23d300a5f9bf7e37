//! Values and wrapped keys: they open where they belong and nowhere else.

use cairn_seal::{InstallationKey, PersonKey, Place, ProgrammeKey, Tampered};
use proptest::prelude::*;
use std::collections::BTreeSet;

const PLACE: Place = Place::new("note", "text", [3; 16]);
const TEXT: &str = "We talked about the garden.";

fn keys() -> (InstallationKey, ProgrammeKey, PersonKey) {
    let installation = InstallationKey::generate();
    let programme = installation.new_programme_key([1; 16]).0;
    let person = programme.new_person_key([2; 16]).0;
    (installation, programme, person)
}

proptest! {
    #[test]
    fn what_goes_in_comes_out(bytes in proptest::collection::vec(any::<u8>(), 0..2_000), text in any::<String>(), row in any::<[u8; 16]>()) {
        let (installation, programme, person) = keys();
        let place = Place::new("note", "text", row);
        prop_assert_eq!(&installation.open(place, &installation.seal(place, &bytes)).expect("opens"), &bytes);
        prop_assert_eq!(&programme.open(place, &programme.seal(place, &bytes)).expect("opens"), &bytes);
        prop_assert_eq!(&person.open(place, &person.seal(place, &bytes)).expect("opens"), &bytes);
        prop_assert_eq!(&person.open_text(place, &person.seal_text(place, &text)).expect("opens"), &text);
    }

    #[test]
    fn whatever_else_is_given_does_not_open(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let (installation, programme, person) = keys();
        prop_assert!(person.open(PLACE, &bytes).is_err());
        prop_assert!(installation.unwrap_programme([1; 16], &bytes).is_err());
        prop_assert!(programme.unwrap_person([1; 16], &bytes).is_err());
        prop_assert!(InstallationKey::from_base64(&String::from_utf8_lossy(&bytes)).is_err());
    }
}

#[test]
fn a_sealed_value_shows_nothing_of_its_text() {
    let sealed = keys().2.seal_text(PLACE, TEXT);
    assert_eq!(sealed[0], 1, "the version");
    for word in TEXT.split(' ') {
        assert!(
            !sealed
                .windows(word.len())
                .any(|window| window == word.as_bytes()),
            "{word} can be read"
        );
    }
}

#[test]
fn the_length_tells_only_the_step() {
    let person = keys().2;
    let length = |text: &str| person.seal_text(PLACE, text).len();
    assert_eq!(length("bad"), length("could be much better"));
    assert_eq!(length(""), length("x"));
    assert_eq!(length(&"x".repeat(300)), length(&"x".repeat(500)));
    assert!(length(&"x".repeat(2000)) > length("x"));
}

#[test]
fn a_flipped_bit_anywhere_is_found() {
    let person = keys().2;
    let sealed = person.seal_text(PLACE, TEXT);
    let mut tried = 0;
    for byte in 0..sealed.len() {
        for bit in 0..8 {
            let mut changed = sealed.clone();
            changed[byte] ^= 1 << bit;
            assert_eq!(
                person.open(PLACE, &changed),
                Err(PLACE.into()),
                "bit {bit} of byte {byte}"
            );
            tried += 1;
        }
    }
    assert_eq!(tried, 8 * (1 + 24 + 64 + 16));
}

#[test]
fn a_cut_or_lengthened_value_is_found() {
    let person = keys().2;
    let mut sealed = person.seal_text(PLACE, TEXT);
    for length in 0..sealed.len() {
        assert!(
            person.open(PLACE, &sealed[..length]).is_err(),
            "cut to {length}"
        );
    }
    sealed.push(0);
    assert!(person.open(PLACE, &sealed).is_err());
}

#[test]
fn a_moved_value_is_found() {
    let person = keys().2;
    let places = [
        PLACE,
        Place::new("note", "text", [4; 16]),
        Place::new("note", "title", [3; 16]),
        Place::new("goal", "text", [3; 16]),
        Place::new("notet", "ext", [3; 16]),
    ];
    let sealed = places.map(|place| person.seal_text(place, TEXT));
    for (from, value) in sealed.iter().enumerate() {
        for (to, place) in places.iter().enumerate() {
            assert_eq!(
                person.open_text(*place, value).is_ok(),
                from == to,
                "from {from} to {to}"
            );
        }
    }
}

#[test]
fn another_key_does_not_open() {
    let (installation, programme, person) = keys();
    let sealed = person.seal_text(PLACE, TEXT);
    let other = programme.new_person_key([2; 16]).0;
    assert!(other.open(PLACE, &sealed).is_err());
    assert!(programme.open(PLACE, &sealed).is_err());
    assert!(installation.open(PLACE, &sealed).is_err());
}

#[test]
fn a_wrapped_key_opens_only_as_what_it_is() {
    let (installation, programme, _) = keys();
    let (row, other) = ([1; 16], [2; 16]);
    let (key, wrapped_programme) = installation.new_programme_key(row);
    let (account, wrapped_account) = installation.new_account_key(row);
    let (person, wrapped_person) = programme.new_person_key(row);

    let again = installation
        .unwrap_programme(row, &wrapped_programme)
        .expect("opens");
    assert!(again.open(PLACE, &key.seal(PLACE, b"x")).is_ok());
    let again = installation
        .unwrap_account(row, &wrapped_account)
        .expect("opens");
    assert!(again.open(PLACE, &account.seal(PLACE, b"x")).is_ok());
    let again = programme
        .unwrap_person(row, &wrapped_person)
        .expect("opens");
    assert!(again.open(PLACE, &person.seal(PLACE, b"x")).is_ok());

    assert!(
        installation
            .unwrap_programme(other, &wrapped_programme)
            .is_err()
    );
    assert!(
        installation
            .unwrap_programme(row, &wrapped_account)
            .is_err()
    );
    assert!(
        installation
            .unwrap_account(row, &wrapped_programme)
            .is_err()
    );
    assert!(key.unwrap_person(row, &wrapped_person).is_err());
    assert!(
        InstallationKey::generate()
            .unwrap_programme(row, &wrapped_programme)
            .is_err()
    );
    assert!(
        installation
            .open(
                Place::new("programme", "wrapped key", row),
                &wrapped_programme
            )
            .is_err()
    );
}

#[test]
fn the_installation_key_can_be_changed() {
    let (old, new) = (InstallationKey::generate(), InstallationKey::generate());
    let row = [1; 16];
    let (key, wrapped) = old.new_programme_key(row);
    let sealed = key.seal(PLACE, b"x");
    let wrapped = new.wrap_programme(row, &old.unwrap_programme(row, &wrapped).expect("opens"));
    assert!(
        new.unwrap_programme(row, &wrapped)
            .expect("opens")
            .open(PLACE, &sealed)
            .is_ok()
    );
    assert!(old.unwrap_programme(row, &wrapped).is_err());
    assert_ne!(old.fingerprint(), new.fingerprint());
    assert_eq!(old.fingerprint().len(), 16);
}

#[test]
fn sealing_twice_looks_different() {
    let person = keys().2;
    let all: BTreeSet<_> = (0..500).map(|_| person.seal_text(PLACE, TEXT)).collect();
    assert_eq!(all.len(), 500);
    let nonces: BTreeSet<_> = all.iter().map(|sealed| sealed[1..25].to_vec()).collect();
    assert_eq!(nonces.len(), 500);
}

#[test]
fn an_index_is_stable_and_of_one_purpose() {
    // Thirty-two bytes counting up, so that the expected index is one and the same for ever.
    let fixed = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    let key = InstallationKey::from_base64(fixed).expect("a key");
    let again = InstallationKey::from_base64(fixed).expect("a key");
    assert_eq!(
        key.blind_index("login", "ana"),
        again.blind_index("login", "ana")
    );
    assert_ne!(
        key.blind_index("login", "ana"),
        key.blind_index("e-mail", "ana")
    );
    assert_ne!(
        key.blind_index("login", "ana"),
        key.blind_index("logina", "na")
    );
    assert_ne!(
        key.blind_index("login", "ana"),
        key.blind_index("login", "Ana")
    );
    assert_ne!(
        key.blind_index("login", "ana"),
        InstallationKey::generate().blind_index("login", "ana")
    );
    let hex: String = key
        .blind_index("login", "ana")
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    assert_eq!(
        hex, "ee4584d3c88d1ffaebff8ceb7b51786a9c97d62c5074a82227b949c5d9dbfca0",
        "an index in a database must be found after an upgrade"
    );
    assert_eq!(key.fingerprint(), "bdea0cbfd0e936a8");
}

#[test]
fn what_an_older_version_sealed_still_opens() {
    let key = InstallationKey::from_base64("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")
        .expect("a key");
    let sealed = bytes(
        "01a4ea566392346c59edb24daea57a94d5876e6dea163e45976bcbcd66eccee542486c3ad60310915623bc228842ff69c65478a5bdbdb5404dd9e99cf5d3dda4866b377f8d47978bd34253cfb7d109ab9fa2cb219028bf6b5c28d2879c639f71ad2420d710c095aea8",
    );
    assert_eq!(key.open_text(PLACE, &sealed).expect("opens"), TEXT);
}

fn bytes(hexadecimal: &str) -> Vec<u8> {
    let byte = |at| u8::from_str_radix(&hexadecimal[at..at + 2], 16).expect("two digits");
    (0..hexadecimal.len()).step_by(2).map(byte).collect()
}

#[test]
fn a_token_opens_what_it_sealed() {
    let sealed = PersonKey::from_token(b"0123456789abcdef").seal_text(PLACE, TEXT);
    assert!(
        PersonKey::from_token(b"0123456789abcdef")
            .open_text(PLACE, &sealed)
            .is_ok()
    );
    assert!(
        PersonKey::from_token(b"0123456789abcdeg")
            .open_text(PLACE, &sealed)
            .is_err()
    );
}

#[test]
fn no_key_is_printed_and_no_text() {
    let (installation, programme, person) = keys();
    let printed = format!("{installation:?} {programme:?} {person:?}");
    assert!(printed.contains("(secret)") && !printed.contains(installation.to_base64().as_str()));
    assert!(!printed.chars().any(|c| c.is_ascii_digit()), "{printed}");
    let tampered = person.open(PLACE, b"garden").expect_err("no sealed value");
    assert_eq!(
        tampered,
        Tampered {
            table: "note",
            column: "text",
            row: [3; 16]
        }
    );
    assert_eq!(
        tampered.to_string(),
        "the sealed value in note.text, row 03030303030303030303030303030303, does not open"
    );
}

#[test]
fn bytes_that_are_no_text_do_not_open_as_text() {
    let person = keys().2;
    let sealed = person.seal(PLACE, &[0xff, 0xfe]);
    assert!(person.open(PLACE, &sealed).is_ok());
    assert!(person.open_text(PLACE, &sealed).is_err());
}
