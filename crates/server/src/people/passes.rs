//! With what a live stream came in, so that it can look now and then whether that still holds.
//! Looking does not count as using the session: a forgotten open page keeps nobody signed in.

use axum::http::HeaderMap;
use cairn_db::params;
use cairn_domain::id::SessionId;

use crate::cx::{Cx, Work};
use crate::error::{Error, Result};
use crate::people::{sessions, store};

/// A session, or a bearer token in the form in which it is kept.
#[derive(Clone)]
pub enum Pass {
    /// The browser's session.
    Session(SessionId),
    /// The hash of a bearer token.
    Token(Vec<u8>),
}

impl Pass {
    /// With what this request came in.
    ///
    /// # Errors
    /// [`Error::SignIn`] when nobody has signed in.
    pub fn of(cx: &Cx, headers: &HeaderMap) -> Result<Self> {
        match cx.who()?.session {
            Some(session) => Ok(Self::Session(session)),
            None => sessions::bearer(headers)
                .map(|token| Self::Token(sessions::token_hash(&token)))
                .ok_or(Error::SignIn),
        }
    }

    /// Whether it still opens the door for the same person in the same programme.
    ///
    /// # Errors
    /// The database's.
    pub async fn holds(&self, w: &mut Work<'_>) -> Result<bool> {
        let me = w.me()?.0;
        let now = w.now();
        let row = match self {
            Self::Session(id) => {
                let values = params![id.0, me, now];
                w.tx.one(&store::SESSION_HOLDS, &values).await?
            }
            Self::Token(hash) => {
                let values = params![hash.as_slice(), me, now];
                w.tx.one(&store::TOKEN_HOLDS, &values).await?
            }
        };
        Ok(row.int(0)? > 0)
    }
}
