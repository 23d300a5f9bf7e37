//! Cookies: read from a request, and written so that scripts and other sites cannot have them.

use axum::http::{HeaderMap, HeaderValue, header};

/// The session.
pub const SESSION: &str = "cairn";
/// A browser that has signed in here before.
pub const BROWSER: &str = "cairn_browser";
/// The language chosen in this browser.
pub const LANGUAGE: &str = "cairn_language";
/// The key of a form kept until its writer signs in again.
pub const PARKED: &str = "cairn_parked";

/// Seconds in a day.
pub const DAY: u32 = 24 * 60 * 60;

fn named(name: &str, secure: bool) -> String {
    if secure {
        format!("__Host-{name}")
    } else {
        name.to_owned()
    }
}

/// A cookie's value. On an installation that is reached through TLS only the name with `__Host-`
/// counts: a cookie of the plain name may have been planted by a neighbouring subdomain or by
/// somebody on the line.
#[must_use]
pub fn get(headers: &HeaderMap, name: &str, secure: bool) -> Option<String> {
    let all = headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok());
    let mut pairs = all
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='));
    let wanted = named(name, secure);
    pairs
        .find(|(key, _)| *key == wanted)
        .map(|(_, value)| value.to_owned())
}

/// A cookie to set for so many seconds; 0 takes it back.
#[must_use]
pub fn set(name: &str, value: &str, seconds: u32, secure: bool) -> HeaderValue {
    let mark = if secure { "; Secure" } else { "" };
    let text = format!(
        "{}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{mark}",
        named(name, secure)
    );
    HeaderValue::from_str(&text).unwrap_or_else(|_| HeaderValue::from_static(""))
}
