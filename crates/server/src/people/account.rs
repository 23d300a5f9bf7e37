//! One's own account: the name in the programme, the ways to sign in, and where one is signed in.

use askama::Template;
use axum::response::Response;
use cairn_db::params;
use cairn_domain::access::Act;
use cairn_domain::id::{AccountId, SessionId};
use cairn_domain::people::browser;
use cairn_domain::{Refusal, Refusals, text};
use uuid::Uuid;

use crate::cx::{Cx, Work};
use crate::error::{Error, Result};
use crate::people::accounts::{account_key, email_place, login_place};
use crate::people::sessions::session_cookies;
use crate::people::store::signing;
use crate::people::{draft, drop_draft, name_place};
use crate::site::{Form, Id, Page, reply};
use crate::{look, work};

/// The place of the draft of the name.
const NAME_DRAFT: &str = "account-name";

/// A browser or a program that is signed in.
pub struct Place {
    /// Its id.
    pub id: Uuid,
    /// What it is, in words.
    pub what: String,
    /// Since when, microseconds since 1970 UTC.
    pub since: i64,
    /// When it was last there, microseconds since 1970 UTC.
    pub seen: i64,
    /// Whether it is the one that asks.
    pub here: bool,
}

/// An account as its owner sees it.
#[derive(Default)]
pub struct Account {
    /// The name to sign in with.
    pub login: Option<String>,
    /// The e-mail address.
    pub email: Option<String>,
    /// The hash of the passphrase; never shown.
    pub hash: Option<String>,
    /// The browsers that are signed in.
    pub sessions: Vec<Place>,
    /// The programs that have a token.
    pub tokens: Vec<Place>,
}

#[derive(Template)]
#[template(path = "people/account.html")]
struct AccountPage {
    page: Page,
    account: Account,
    letters: bool,
    several: bool,
    /// Whether the reader has a list of people they would rather not be matched with.
    private_list: bool,
    shortest: usize,
}

/// What a session's browser is called, in words.
fn browser_words(cx: &Cx, short: &str) -> String {
    let args = cairn_words::args();
    match browser::halves(short) {
        (Some(program), Some(system)) => {
            let args = args.set("program", program).set("system", system);
            cx.text("people-browser-on", &args)
        }
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => cx.t("people-browser-unknown"),
    }
}

/// The asker's account.
///
/// # Errors
/// The database's, or tampered.
pub async fn mine(w: &mut Work<'_>) -> Result<Account> {
    let who = w.cx.who()?.clone();
    let id = who.account;
    let key = account_key(w, id).await?;
    let row = w.tx.one(&signing::ACCOUNT, &params![id.0]).await?;
    let open = |place, sealed: Option<Vec<u8>>| {
        sealed
            .map(|sealed| key.open_text(place, &sealed))
            .transpose()
    };
    let mut account = Account {
        login: open(login_place(id), row.opt_bytes(0)?)?,
        email: open(email_place(id), row.opt_bytes(1)?)?,
        hash: row.opt_text(2)?,
        ..Account::default()
    };
    let now = w.now();
    for row in w.tx.all(&signing::SESSIONS_OF, &params![id.0, now]).await? {
        let session = row.id(0)?;
        account.sessions.push(Place {
            id: session,
            what: browser_words(&w.cx, &row.text(1)?),
            since: row.int(2)?,
            seen: row.int(3)?,
            here: who.session == Some(SessionId(session)),
        });
    }
    for row in w.tx.all(&signing::TOKENS_OF, &params![id.0, now]).await? {
        account.tokens.push(Place {
            id: row.id(0)?,
            what: w.cx.t("people-token"),
            since: row.int(1)?,
            seen: row.int(1)?,
            here: false,
        });
    }
    Ok(account)
}

fn shown(cx: &Cx, page: Page, account: Account) -> AccountPage {
    AccountPage {
        page,
        account,
        letters: cx.app.mailer.configured(),
        private_list: cx.could(Act::WriteNever),
        several: cx.who.as_ref().is_some_and(|who| who.programmes > 1),
        shortest: cairn_domain::people::passphrase::SHORTEST,
    }
}

/// The page of one's account.
///
/// # Errors
/// The database's.
pub async fn account_page(cx: Cx) -> Result<Response> {
    let (account, name) = look!(cx, |w| Ok((mine(w).await?, draft(w, NAME_DRAFT).await?)))?;
    let page = Page::new(&cx, "site-nav-account").draft(name);
    reply::page(&shown(&cx, page, account))
}

/// The page again after a refusal.
///
/// # Errors
/// The database's.
pub(crate) async fn again(cx: &Cx, form: Form, refusals: Refusals) -> Result<Response> {
    let account = look!(cx, |w| mine(w).await)?;
    let page = Page::new(cx, "site-nav-account").refused(form, refusals);
    reply::page_again(&shown(cx, page, account))
}

/// Goes back to the account with a notice, or shows what was refused.
pub(crate) async fn settled(
    cx: &Cx,
    form: Form,
    done: Result<Vec<axum::http::HeaderValue>>,
    said: &str,
) -> Result<Response> {
    match done {
        Ok(cookies) => Ok(reply::see_with(&format!("/account?said={said}"), cookies)),
        Err(Error::Refused(refusals)) => again(cx, form, refusals).await,
        Err(error) => Err(error),
    }
}

/// Changes what the asker is called in the programme.
async fn rename(cx: &Cx, form: &Form) -> Result<()> {
    let name = text::required_line("name", form.get("name"), text::NAME_LIMIT)?;
    work!(cx, |w| {
        let me = w.me()?;
        let sealed = w.seal(me, name_place(me), &name).await?;
        w.tx.execute(&signing::SET_NAME, &params![me.0, sealed])
            .await?;
        drop_draft(w, NAME_DRAFT).await
    })
}

/// The form with the name.
///
/// # Errors
/// The database's.
pub async fn name_page(cx: Cx, form: Form) -> Result<Response> {
    let done = rename(&cx, &form).await.map(|()| Vec::new());
    settled(&cx, form, done, "saved").await
}

/// Ends a session of the asker's own; somebody else's is not found.
async fn end_one(cx: &Cx, id: SessionId) -> Result<()> {
    let account = cx.who()?.account;
    work!(cx, |w| {
        let values = params![id.0, account.0];
        match w.tx.execute(&signing::END_ONE_SESSION, &values).await? {
            1 => Ok(()),
            _ => Err(Error::NOT_YOURS),
        }
    })
}

/// The button that ends one session.
///
/// # Errors
/// Not found.
pub async fn end_page(cx: Cx, Id(id): Id<SessionId>) -> Result<Response> {
    end_one(&cx, id).await?;
    if cx.who()?.session == Some(id) {
        let cookies = crate::people::forget_cookies(&cx);
        return Ok(reply::see_with("/sign-in?said=signed-out", cookies));
    }
    Ok(reply::see("/account?said=session-ended"))
}

/// The button that takes a program's token back.
///
/// # Errors
/// Not found.
pub async fn end_token_page(cx: Cx, Id(id): Id<Uuid>) -> Result<Response> {
    let account = cx.who()?.account;
    work!(cx, |w| {
        let values = params![id, account.0];
        match w.tx.execute(&signing::END_ONE_TOKEN, &values).await? {
            0 => Err(Error::NOT_YOURS),
            _ => Ok(()),
        }
    })?;
    Ok(reply::see("/account?said=session-ended"))
}

/// Ends every session of the account but the asker's, takes back its tokens, and gives the
/// asker's session another token, which it answers with.
///
/// # Errors
/// The database's.
pub(crate) async fn end_others(w: &mut Work<'_>, account: AccountId) -> Result<String> {
    let session = w.cx.who()?.session.ok_or(Error::SignIn)?;
    let values = params![account.0, session.0];
    w.tx.execute(&signing::END_OTHER_SESSIONS, &values).await?;
    w.tx.execute(&signing::END_TOKENS, &params![account.0])
        .await?;
    crate::people::sessions::rotate(w, session).await
}

/// The button that ends all other sessions.
///
/// # Errors
/// The database's.
pub async fn end_others_page(cx: Cx) -> Result<Response> {
    let account = cx.who()?.account;
    let token = work!(cx, |w| end_others(w, account).await)?;
    let cookies = session_cookies(&cx, &token);
    Ok(reply::see_with("/account?said=others-ended", cookies))
}

/// The refusal of a field that was left empty.
pub(crate) fn empty(field: &str) -> Refusal {
    Refusal::of(field, "empty")
}
