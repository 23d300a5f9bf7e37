//! Signing in, one's account, the team and its invitations, letters.

mod account;
mod hostile;
mod letters;
mod sign_in;
mod staff;

use crate::world::{Browser, Reply};

/// The passphrase somebody chooses in these tests.
pub const CHOSEN: &str = "seven green boats asleep";

/// What stands between two marks in a page.
pub fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    let start = text
        .find(before)
        .unwrap_or_else(|| panic!("no {before} in {text}"))
        + before.len();
    let end = text[start..].find(after).unwrap();
    &text[start..start + end]
}

/// Signs in and answers with what came.
pub async fn sign_in(browser: &Browser, login: &str, passphrase: &str) -> Reply {
    let fields = [("login", login), ("passphrase", passphrase)];
    browser.post("/sign-in", &fields).await
}
