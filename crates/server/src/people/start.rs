//! The moment after somebody has shown who they are: a new session, in this browser, with what
//! they had typed before waiting for them.

use axum::http::HeaderValue;
use cairn_db::params;
use cairn_domain::id::{AccountId, MemberId};
use cairn_domain::people::browser;
use cairn_seal::PersonKey;

use crate::cx::{Cx, Work};
use crate::error::Result;
use crate::people::drafts::is_place;
use crate::people::keep_draft;
use crate::people::parked::{Parked, parked_place};
use crate::people::sessions::{begin_session, new_token, session_cookies, token_hash};
use crate::people::store::{self, signing};
use crate::site::cookie;
use crate::work;

/// How long a browser is remembered as one that has signed in before.
const BROWSER_DAYS: u32 = 400;

/// What a browser is given once a session has begun.
pub struct Started {
    /// The session's token.
    pub session: String,
    /// The token by which the browser is known the next time.
    pub browser: String,
}

/// Begins a session for an account in this browser, in a transaction of its own, and answers with
/// the cookies to set. A session that the browser had is ended; a form it had parked becomes a
/// draft of the account.
///
/// # Errors
/// The database's.
pub async fn start_session(
    cx: &Cx,
    account: AccountId,
    member: Option<MemberId>,
) -> Result<Vec<HeaderValue>> {
    let started = work!(cx, |w| start(w, account, member).await)?;
    Ok(cookies(cx, &started))
}

/// The same within a transaction; [`cookies`] makes the cookies of what it answers.
///
/// # Errors
/// The database's.
pub async fn start(
    w: &mut Work<'_>,
    account: AccountId,
    member: Option<MemberId>,
) -> Result<Started> {
    if let Some(old) = w.cx.who.as_ref().and_then(|who| who.session) {
        w.tx.execute(&store::END_SESSION, &params![old.0]).await?;
    }
    let seen = browser::short(&w.cx.agent);
    let session = begin_session(w, account, member, &seen).await?;
    let browser = match &w.cx.browser {
        Some(token) if token.len() == 43 && token.is_ascii() => token.clone(),
        _ => new_token(&w.cx),
    };
    let values = params![account.0, token_hash(&browser), w.now()];
    w.tx.execute(&signing::KNOW_BROWSER, &values).await?;
    unpark(w, account).await?;
    Ok(Started { session, browser })
}

/// The cookies of a session that has begun.
#[must_use]
pub fn cookies(cx: &Cx, started: &Started) -> Vec<HeaderValue> {
    let secure = cx.app.config.secure();
    let known = BROWSER_DAYS * cookie::DAY;
    let mut all = session_cookies(cx, &started.session);
    all.push(cookie::set(
        cookie::BROWSER,
        &started.browser,
        known,
        secure,
    ));
    if cx.parked.is_some() {
        all.push(cookie::set(cookie::PARKED, "", 0, secure));
    }
    all
}

/// A form that was sent after the session had ended becomes a draft of whoever signs in with the
/// browser it was typed in.
async fn unpark(w: &mut Work<'_>, account: AccountId) -> Result<()> {
    let Some(token) = w.cx.parked.clone() else {
        return Ok(());
    };
    let hash = token_hash(&token);
    let row =
        w.tx.first(&signing::PARKED, &params![hash.clone(), w.now()])
            .await?;
    if let Some(row) = row {
        let key = PersonKey::from_token(token.as_bytes());
        let text = key.open_text(parked_place(), &row.bytes(0)?)?;
        let parked = serde_json::from_str::<Parked>(&text).ok();
        if let Some(parked) = parked.filter(|parked| is_place(&parked.place)) {
            keep_draft(w, account, &parked.place, &parked.fields).await?;
        }
    }
    w.tx.execute(&signing::DROP_PARKED, &params![hash]).await?;
    Ok(())
}
