//! What a passphrase and a login must be.
//!
//! After NIST SP 800-63B-4: where the passphrase is the only factor it has at least 15 characters;
//! long ones, spaces and any script are welcome; no rule about kinds of characters; common ones
//! are refused.

use crate::{Refusal, text};

/// Fewest characters of a passphrase that is the only factor (NIST SP 800-63B-4).
pub const SHORTEST: usize = 15;
/// Most characters that are read; far beyond the 64 that have to be allowed.
pub const LONGEST: usize = 256;
/// Longest login, in characters.
pub const LOGIN_LIMIT: usize = 40;

/// Pieces that, repeated or strung together, make up the passphrases tried first.
const COMMON_PIECES: &[&str] = &[
    "password",
    "passphrase",
    "passwort",
    "contraseña",
    "contrasena",
    "qwertyuiop",
    "qwerty",
    "asdfghjkl",
    "asdf",
    "zxcvbnm",
    "letmein",
    "iloveyou",
    "welcome",
    "dragon",
    "monkey",
    "football",
    "baseball",
    "sunshine",
    "princess",
    "admin",
    "administrator",
    "abc",
    "abcdefghijklmnopqrstuvwxyz",
    "1234567890",
    "0123456789",
    "123456789",
    "12345678",
    "1234567",
    "123456",
    "12345",
    "1234",
    "123",
    "0987654321",
    "987654321",
    "4321",
    "111",
    "000",
    "cairn",
    "secret",
    "changeme",
    "correcthorsebatterystaple",
    "support",
    "hello",
    "please",
    "test",
    "user",
    "login",
    "guest",
    "root",
    "1q2w3e4r",
    "1qaz2wsx",
    "q1w2e3r4",
    "mustang",
    "superman",
    "trustno1",
    "2024",
    "2025",
    "2026",
];

/// Looks at a new passphrase.
///
/// # Errors
/// `passphrase-short`, `too-long`, `passphrase-like-login` or `passphrase-common`.
pub fn check(passphrase: &str, login: &str) -> Result<(), Refusal> {
    let count = passphrase.chars().count();
    if count < SHORTEST {
        return Err(Refusal::of("passphrase", "passphrase-short")
            .with("shortest", SHORTEST)
            .with("count", count));
    }
    if count > LONGEST {
        return Err(Refusal::of("passphrase", "too-long").with("limit", LONGEST));
    }
    let plain: String = passphrase
        .to_lowercase()
        .chars()
        .filter(|c| c.is_alphanumeric())
        .collect();
    let login: String = login
        .to_lowercase()
        .chars()
        .filter(|c| c.is_alphanumeric())
        .collect();
    if !login.is_empty() && without(&plain, &[&login]).chars().count() < 4 {
        return Err(Refusal::of("passphrase", "passphrase-like-login"));
    }
    let mut kinds: Vec<char> = plain.chars().collect();
    kinds.sort_unstable();
    kinds.dedup();
    if kinds.len() < 5 || without(&plain, COMMON_PIECES).chars().count() < 4 {
        return Err(Refusal::of("passphrase", "passphrase-common"));
    }
    Ok(())
}

/// What is left of a text when these pieces are cut out, the longest first.
fn without(text: &str, pieces: &[&str]) -> String {
    let mut pieces: Vec<&str> = pieces.to_vec();
    pieces.sort_by_key(|piece| std::cmp::Reverse(piece.len()));
    pieces
        .iter()
        .fold(text.to_owned(), |left, piece| left.replace(piece, ""))
}

/// A login: a name of one's own choosing, compared without regard to case and spaces.
///
/// # Errors
/// `login-short` under two characters, `login-characters` for `@` (that would be an e-mail
/// address) or for characters that cannot be kept, `too-long`.
pub fn login(raw: &str) -> Result<String, Refusal> {
    let login = text::line("login", raw, LOGIN_LIMIT).map_err(|refusal| match refusal.code {
        "too-long" => refusal,
        _ => Refusal::of("login", "login-characters"),
    })?;
    if login.chars().filter(|c| c.is_alphanumeric()).count() < 2 {
        return Err(Refusal::of("login", "login-short"));
    }
    if login.contains('@') {
        return Err(Refusal::of("login", "login-characters"));
    }
    Ok(login)
}

/// The form in which two logins or two addresses are the same.
#[must_use]
pub fn folded(text: &str) -> String {
    text.to_lowercase()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// An e-mail address that could exist: one `@`, something before it, a dotted name after it.
///
/// # Errors
/// `email-malformed`.
pub fn email(raw: &str) -> Result<String, Refusal> {
    let address = raw.trim();
    let bad = || Refusal::of("email", "email-malformed");
    let (local, host) = address.rsplit_once('@').ok_or_else(bad)?;
    let plain = |c: char| {
        !c.is_whitespace()
            && !c.is_control()
            && !matches!(c, '<' | '>' | ',' | ';' | '"' | '(' | ')')
    };
    let host_fits = host.contains('.')
        && !host.starts_with('.')
        && !host.ends_with('.')
        && !host.contains("..");
    if local.is_empty()
        || local.contains('@')
        || !host_fits
        || address.len() > 254
        || !address.chars().all(plain)
    {
        return Err(bad());
    }
    Ok(address.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn length_is_what_counts() {
        assert!(check("grey river stone seven", "ana").is_ok());
        assert!(check("日本語の長いパスフレーズですよね", "ana").is_ok());
        assert_eq!(check("Sh0rt!", "ana").unwrap_err().code, "passphrase-short");
        assert_eq!(
            check(&"longer than long ".repeat(20), "ana")
                .unwrap_err()
                .code,
            "too-long"
        );
    }

    #[test]
    fn the_ones_tried_first_are_refused() {
        for common in [
            "passwordpassword",
            "123456789012345",
            "aaaaaaaaaaaaaaaa",
            "qwertyuiopasdfghjkl",
            "Password1234567890!",
        ] {
            assert_eq!(
                check(common, "ana").unwrap_err().code,
                "passphrase-common",
                "{common}"
            );
        }
        assert_eq!(
            check("juniper juniper", "juniper").unwrap_err().code,
            "passphrase-like-login"
        );
    }

    #[test]
    fn logins_and_addresses() {
        assert_eq!(login("  River   Stone ").as_deref(), Ok("River Stone"));
        assert_eq!(login("x").unwrap_err().code, "login-short");
        assert_eq!(login("a@b.c").unwrap_err().code, "login-characters");
        assert_eq!(folded("River  STONE"), "river stone");
        assert!(email("ana@example.org").is_ok());
        for bad in [
            "ana",
            "ana@",
            "@example.org",
            "a b@example.org",
            "ana@example",
            "a@b@c.d",
            "ana@ex..org",
            "ana@example.org\r\nBcc: x@y.z",
        ] {
            assert!(email(bad).is_err(), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn nothing_typed_makes_it_fall_over(a in ".{0,300}", b in ".{0,60}") {
            let _ = check(&a, &b);
            let _ = login(&b);
            let _ = email(&a);
        }
    }
}
