//! Sessions: who is behind a cookie or a bearer token.

use std::sync::Arc;

use axum::http::{HeaderMap, HeaderValue, header};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use cairn_db::{Row, Statement, params};
use cairn_domain::access::Role;
use cairn_domain::id::{AccountId, MemberId, ProgrammeId, SessionId};
use cairn_domain::{DAY, MINUTE, Micros};
use cairn_words::Language;
use sha2::{Digest, Sha256};

use crate::cx::{Cx, Door, Member, Who, Work};
use crate::error::Result;
use crate::people::store::signing;
use crate::people::{Programme, name_place, programmes, store};
use crate::site::{cookie, page};
use crate::{look, work};

/// How long somebody who leaves waits for the end of their session.
const LEAVING: std::time::Duration = std::time::Duration::from_secs(2);

/// What the guard learns of a request.
#[derive(Default)]
pub struct Recognised {
    /// Who asks.
    pub who: Option<Who>,
    /// The programme.
    pub programme: Option<Arc<Programme>>,
    /// The language of the account.
    pub language: Option<Language>,
}

/// The form in which a token is kept.
#[must_use]
pub fn token_hash(token: &str) -> Vec<u8> {
    Sha256::digest(token.as_bytes()).to_vec()
}

/// How long a session lasts without being used, in microseconds.
#[must_use]
pub fn lasts(cx: &Cx) -> Micros {
    i64::from(cx.app.config.sign_in.session_days) * DAY
}

/// Finds out who asks and in which programme. A bearer token is never helped out by a cookie.
///
/// # Errors
/// The database's, or tampered.
pub async fn recognise(cx: &Cx, headers: &HeaderMap) -> Result<Recognised> {
    let bearer = (cx.door == Door::Api).then(|| bearer(headers)).flatten();
    let (statement, token): (&'static Statement, _) = match bearer {
        Some(token) => (&store::BEARER, Some(token)),
        None => (&store::SESSION, session_cookie(cx, headers)),
    };
    let is_session = std::ptr::eq(statement, &store::SESSION);
    let path = cx.path.clone();
    let (recognised, seen_at) = look!(cx, |w| {
        let mut recognised = Recognised::default();
        let mut seen_at = i64::MAX;
        if let Some(token) = token {
            let row =
                w.tx.first(statement, &params![token_hash(&token), w.now()])
                    .await?;
            if let Some(row) = row {
                seen_at = row.int(3)?;
                recognised = read(w, &row, is_session).await?;
            }
        }
        if recognised.who.is_none() {
            recognised.programme = by_address(w, &path).await?;
        }
        Ok((recognised, seen_at))
    })?;
    if let Some(session) = recognised.who.as_ref().and_then(|who| who.session)
        && cx.now - seen_at > 10 * MINUTE
    {
        let until = cx.now + lasts(cx);
        work!(cx, |w| {
            w.tx.execute(&store::TOUCH_SESSION, &params![session.0, w.now(), until])
                .await?;
            Ok(())
        })?;
    }
    Ok(recognised)
}

/// The bearer token of a request.
pub(super) fn bearer(headers: &HeaderMap) -> Option<String> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    scheme
        .eq_ignore_ascii_case("bearer")
        .then(|| token.trim().to_owned())
}

fn session_cookie(cx: &Cx, headers: &HeaderMap) -> Option<String> {
    cookie::get(headers, cookie::SESSION, cx.app.config.secure())
}

async fn read(w: &mut Work<'_>, row: &Row, is_session: bool) -> Result<Recognised> {
    let member = row.opt_id(5)?.map(MemberId);
    let mut programme = None;
    let mut known = None;
    // Somebody whose key was destroyed is nobody here any more.
    if let (Some(id), Some(wrapped)) = (member, row.opt_bytes(7)?) {
        let found = programmes::by_id(w, ProgrammeId(row.id(6)?)).await?;
        let rows = w.tx.all(&store::ROLES, &params![id.0]).await?;
        let mut roles = Vec::with_capacity(rows.len());
        for role in &rows {
            roles.extend(Role::from_word(&role.text(0)?));
        }
        let name = match row.opt_bytes(8)? {
            Some(sealed) => found
                .key
                .unwrap_person(id.bytes(), &wrapped)?
                .open_text(name_place(id), &sealed)?,
            None => String::new(),
        };
        known = Some(Member { id, roles, name });
        programme = Some(found);
    }
    let who = Who {
        account: AccountId(row.id(1)?),
        session: is_session.then_some(SessionId(row.id(0)?)),
        member: known,
        programmes: usize::try_from(row.int(9)?).unwrap_or(0),
    };
    let language = row.opt_text(2)?.and_then(|tag| Language::from_tag(&tag));
    Ok(Recognised {
        who: Some(who),
        programme,
        language,
    })
}

/// The programme of a page that anybody may read: named in the address (`/p/slug…` or `?p=slug`),
/// or the only one there is.
async fn by_address(w: &mut Work<'_>, path: &str) -> Result<Option<Arc<Programme>>> {
    let plain = path.split('?').next().unwrap_or("");
    let slug = match plain.strip_prefix("/p/") {
        Some(rest) => rest.split('/').next().map(str::to_owned),
        None => page::query(path, "p"),
    };
    match slug {
        Some(slug) => match programmes::by_slug(w, &slug).await {
            Ok(programme) => Ok(Some(programme)),
            Err(crate::error::Error::NotYours { .. }) => Ok(None),
            Err(error) => Err(error),
        },
        None => {
            let mut all = programmes::all(w).await?;
            Ok(if all.len() == 1 { all.pop() } else { None })
        }
    }
}

/// Begins a session for an account; the token goes into the browser's cookie and nowhere else.
/// The person signs in to the programme they were added to last, or to the one given.
///
/// # Errors
/// The database's.
pub async fn begin_session(
    w: &mut Work<'_>,
    account: AccountId,
    member: Option<MemberId>,
    browser: &str,
) -> Result<String> {
    let token = new_token(&w.cx);
    let member = match member {
        Some(member) => Some(member),
        None => newest_membership(w, account).await?,
    };
    let short: String = browser
        .chars()
        .filter(|c| !c.is_control())
        .take(120)
        .collect();
    let until = w.now() + lasts(&w.cx);
    let id = w.cx.new_id();
    let values = params![
        id,
        account.0,
        member.map(|m| m.0),
        token_hash(&token),
        short,
        w.now(),
        until
    ];
    w.tx.execute(&store::ADD_SESSION, &values).await?;
    Ok(token)
}

/// Gives an account a bearer token for scripts.
///
/// # Errors
/// The database's.
pub async fn give_token(
    w: &mut Work<'_>,
    account: AccountId,
    member: Option<MemberId>,
) -> Result<String> {
    let token = new_token(&w.cx);
    let member = match member {
        Some(member) => Some(member),
        None => newest_membership(w, account).await?,
    };
    let no_end: Option<i64> = None;
    let values = params![
        w.cx.new_id(),
        account.0,
        member.map(|m| m.0),
        token_hash(&token),
        w.now(),
        no_end
    ];
    w.tx.execute(&store::ADD_TOKEN, &values).await?;
    Ok(token)
}

/// A secret of 32 random bytes that can stand in a cookie, a header or an address.
#[must_use]
pub fn new_token(cx: &Cx) -> String {
    URL_SAFE_NO_PAD.encode(cx.app.chance.bytes::<32>())
}

async fn newest_membership(w: &mut Work<'_>, account: AccountId) -> Result<Option<MemberId>> {
    let row = w.tx.first(&store::MEMBERSHIPS, &params![account.0]).await?;
    row.map(|row| Ok(MemberId(row.id(0)?))).transpose()
}

/// Ends the asker's session, if they have one.
///
/// # Errors
/// The database's.
pub async fn end_session(cx: &Cx) -> Result<()> {
    let Some(session) = cx.who.as_ref().and_then(|who| who.session) else {
        return Ok(());
    };
    work!(cx, |w| {
        w.tx.execute(&store::END_SESSION, &params![session.0])
            .await?;
        Ok(())
    })
}

/// Gives a session another token, and answers with it. Whoever has the old one is signed out.
///
/// # Errors
/// The database's.
pub async fn rotate(w: &mut Work<'_>, session: SessionId) -> Result<String> {
    let token = new_token(&w.cx);
    let values = params![session.0, token_hash(&token)];
    w.tx.execute(&signing::ROTATE_SESSION, &values).await?;
    Ok(token)
}

/// To be called whenever a person's roles have changed: every session in which they work as this
/// member ends, but the asker's own, which goes on with another token. Answers with that token.
///
/// # Errors
/// The database's.
pub async fn roles_changed(w: &mut Work<'_>, member: MemberId) -> Result<Option<String>> {
    let me =
        w.cx.who
            .as_ref()
            .filter(|who| who.member.as_ref().is_some_and(|mine| mine.id == member));
    let session = me.and_then(|who| who.session);
    let kept = session.map_or(uuid::Uuid::nil(), |session| session.0);
    w.tx.execute(&signing::END_SESSIONS_OF_MEMBER, &params![member.0, kept])
        .await?;
    match session {
        None => Ok(None),
        Some(session) => Ok(Some(rotate(w, session).await?)),
    }
}

/// The asker's session goes on as another member of the same account, with another token.
///
/// # Errors
/// [`crate::error::Error::SignIn`] without a session.
pub async fn move_session(w: &mut Work<'_>, member: MemberId) -> Result<String> {
    let session = w.cx.who()?.session.ok_or(crate::error::Error::SignIn)?;
    let token = new_token(&w.cx);
    let values = params![session.0, member.0, token_hash(&token)];
    w.tx.execute(&signing::MOVE_SESSION, &values).await?;
    Ok(token)
}

/// The cookie of a session, in the form in which answers take cookies.
#[must_use]
pub fn session_cookies(cx: &Cx, token: &str) -> Vec<HeaderValue> {
    // The server decides when a session ends; the cookie only has to live as long.
    let seconds = 400 * cookie::DAY;
    vec![cookie::set(
        cookie::SESSION,
        token,
        seconds,
        cx.app.config.secure(),
    )]
}

/// Ends the session of a browser that leaves, whatever state the rest is in; waits for it only so
/// long that leaving stays quick.
pub async fn end_session_at_once(cx: &Cx, headers: &HeaderMap) {
    let Some(token) = session_cookie(cx, headers) else {
        return;
    };
    let cx = cx.clone();
    let ending = tokio::spawn(async move {
        let ended = work!(cx, |w| {
            w.tx.execute(&store::END_SESSION_OF_TOKEN, &params![token_hash(&token)])
                .await?;
            Ok(())
        });
        if let Err(error) = ended {
            tracing::error!(%error, "a session could not be ended on leaving");
        }
    });
    if tokio::time::timeout(LEAVING, ending).await.is_err() {
        tracing::warn!("a session takes long to end on leaving");
    }
}

/// The cookies that make a browser forget who used it.
#[must_use]
pub fn forget_cookies(cx: &Cx) -> Vec<HeaderValue> {
    let secure = cx.app.config.secure();
    [cookie::SESSION, cookie::PARKED]
        .map(|name| cookie::set(name, "", 0, secure))
        .to_vec()
}

/// Keeps the language an account chose.
///
/// # Errors
/// The database's.
pub async fn keep_language(cx: &Cx, language: Language) -> Result<()> {
    let Some(account) = cx.who.as_ref().map(|who| who.account) else {
        return Ok(());
    };
    work!(cx, |w| {
        w.tx.execute(&store::KEEP_LANGUAGE, &params![account.0, language.tag()])
            .await?;
        Ok(())
    })
}
