//! Signing in with a name and a passphrase, and signing out.

use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use cairn_db::params;
use cairn_domain::id::{AccountId, MemberId};
use cairn_domain::people::passphrase::LONGEST;
use cairn_domain::{Refusal, Refusals, SECOND};
use uuid::Uuid;

use crate::cx::{Cx, Work};
use crate::error::{Error, Result};
use crate::people::sessions::{self, token_hash};
use crate::people::start::{Started, cookies, start};
use crate::people::store::{self, signing};
use crate::people::tries::{self, Counted, Whose};
use crate::people::{accounts, forget_cookies};
use crate::site::page::query;
use crate::site::{Form, Page, reply};
use crate::{look, work};

/// An account as sign-in finds it.
struct Found {
    id: AccountId,
    hash: Option<String>,
    known: bool,
}

#[derive(Template)]
#[template(path = "people/sign_in.html")]
struct SignInPage {
    page: Page,
    next: String,
    here: String,
    letters: bool,
    wait: Option<String>,
}

/// The account of a login or an e-mail address, and whether this browser has signed in to it.
async fn find(w: &mut Work<'_>, name: &str) -> Result<Option<Found>> {
    let row = if name.contains('@') {
        let index = accounts::email_index(w, name);
        w.tx.first(&signing::ACCOUNT_BY_EMAIL, &params![index])
            .await?
    } else {
        let index = accounts::login_index(w, name);
        w.tx.first(&signing::ACCOUNT_BY_LOGIN, &params![index])
            .await?
    };
    let id = row.as_ref().map_or(Ok(Uuid::nil()), |row| row.id(0))?;
    // Asked for an account that is not there as well, so that it takes as long.
    let known = match w.cx.browser.clone() {
        None => false,
        Some(token) => knows(w, AccountId(id), &token).await?,
    };
    let found = |row: cairn_db::Row| {
        let hash = row.opt_text(1)?;
        let id = AccountId(id);
        Ok(Found { id, hash, known })
    };
    row.map(found).transpose()
}

/// The account of a login or an e-mail address, for commands.
///
/// # Errors
/// The database's.
pub async fn account_of(w: &mut Work<'_>, name: &str) -> Result<Option<AccountId>> {
    Ok(find(w, name).await?.map(|found| found.id))
}

/// Whether a browser has signed in to an account before.
pub(crate) async fn knows(w: &mut Work<'_>, account: AccountId, browser: &str) -> Result<bool> {
    let values = params![account.0, token_hash(browser)];
    Ok(w.tx.one(&signing::KNOWS_BROWSER, &values).await?.int(0)? > 0)
}

/// Checks a name with its passphrase. Whether the name exists makes no difference to the answer or
/// to how long it takes.
///
/// # Errors
/// `sign-in-failed`, or [`Error::Wait`] after too many tries.
async fn check(cx: &Cx, name: &str, passphrase: &str) -> Result<AccountId> {
    let asked = name.to_owned();
    let found = look!(cx, |w| find(w, &asked).await)?;
    let whose = match &found {
        Some(found) => Whose::Account {
            id: found.id,
            known: cx.browser.clone().filter(|_| found.known),
        },
        None => Whose::Nobody(name.to_owned()),
    };
    let counted = Counted::passphrase(cx, &whose);
    prove(
        cx,
        &counted,
        passphrase,
        found.as_ref().and_then(|f| f.hash.clone()),
    )
    .await?;
    found
        .map(|found| found.id)
        .ok_or_else(|| Refusal::of("passphrase", "sign-in-failed").into())
}

/// Counts a try and makes it.
///
/// # Errors
/// `sign-in-failed` on the field `passphrase`, or [`Error::Wait`].
pub(crate) async fn prove(
    cx: &Cx,
    counted: &Counted,
    passphrase: &str,
    hash: Option<String>,
) -> Result<()> {
    let before = counted.clone();
    work!(cx, |w| before.count(w).await)?;
    // What is longer than any passphrase can be is not one; it is not worth hashing, either.
    let hash = hash.filter(|_| passphrase.chars().count() <= LONGEST);
    let short: String = passphrase.chars().take(LONGEST).collect();
    let verified = cx.app.passphrases.verify(&short, hash).await;
    if verified != Ok(false) {
        let after = counted.clone();
        work!(cx, |w| after.take_back(w).await)?;
    }
    if verified? {
        Ok(())
    } else {
        Err(Refusal::of("passphrase", "sign-in-failed").into())
    }
}

/// Begins a session for somebody who has shown who they are: in the programme of the page they
/// came from, if they belong to it.
pub(crate) async fn welcome(
    w: &mut Work<'_>,
    account: AccountId,
    member: Option<MemberId>,
) -> Result<Started> {
    tries::succeeded(w, account).await?;
    let member = match (member, w.cx.programme.clone()) {
        (Some(member), _) => Some(member),
        (None, Some(programme)) => {
            let values = params![account.0, programme.id.0];
            let row = w.tx.first(&signing::MEMBER_OF, &values).await?;
            row.map(|row| row.id(0).map(MemberId)).transpose()?
        }
        (None, None) => None,
    };
    start(w, account, member).await
}

/// Signs in; answers with the cookies to set and where to go.
async fn sign_in(cx: &Cx, form: &Form) -> Result<(Vec<HeaderValue>, String)> {
    let name = form.get("login").trim().to_owned();
    let mut refusals = Refusals::default();
    for (field, value) in [
        ("login", name.as_str()),
        ("passphrase", form.get("passphrase")),
    ] {
        if value.is_empty() {
            refusals.push(Refusal::of(field, "empty"));
        }
    }
    refusals.done()?;
    let account = check(cx, &name, form.get("passphrase")).await?;
    let (started, programmes) = work!(cx, |w| {
        let started = welcome(w, account, None).await?;
        let rows = w.tx.all(&store::MEMBERSHIPS, &params![account.0]).await?;
        Ok((started, rows.len()))
    })?;
    Ok((
        cookies(cx, &started),
        onwards(form.get("next"), programmes, cx),
    ))
}

/// Where somebody goes after signing in: on where they were, or to choose a programme.
pub(crate) fn onwards(next: &str, programmes: usize, cx: &Cx) -> String {
    let next = reply::local(next);
    let undecided = programmes > 1 && cx.programme.is_none() && next == "/home";
    if undecided {
        "/programmes".into()
    } else if next.starts_with("/sign-in") {
        "/home".into()
    } else {
        next.to_owned()
    }
}

fn page(cx: &Cx, next: &str) -> SignInPage {
    let query = cx
        .programme
        .as_ref()
        .map(|programme| format!("?p={}", programme.slug));
    SignInPage {
        page: Page::new(cx, "people-sign-in-title"),
        next: reply::local(next).to_owned(),
        here: query.unwrap_or_default(),
        letters: cx.app.mailer.configured(),
        wait: None,
    }
}

/// The page to sign in on.
///
/// # Errors
/// A fault of the template.
pub async fn sign_in_page(cx: Cx) -> Result<Response> {
    let next = query(&cx.path, "next").unwrap_or_default();
    if cx.who.is_some() {
        return Ok(reply::see(&onwards(&next, 1, &cx)));
    }
    reply::page(&page(&cx, &next))
}

/// The form of that page.
///
/// # Errors
/// The database's.
pub async fn sign_in_act_page(cx: Cx, form: Form) -> Result<Response> {
    match sign_in(&cx, &form).await {
        Ok((cookies, next)) => Ok(reply::see_with(&next, cookies)),
        Err(error) => again(&cx, form, error),
    }
}

/// The page again after a refusal: what was typed stays, but for the passphrase.
pub(crate) fn again(cx: &Cx, form: Form, error: Error) -> Result<Response> {
    let mut shown = page(cx, form.get("next"));
    match error {
        Error::Refused(refusals) => {
            shown.page = shown.page.refused(form, refusals);
            reply::page_again(&shown)
        }
        Error::Wait { until } => {
            shown.page = shown.page.refused(form, Refusals::default());
            shown.wait = Some(wait_text(cx, until));
            let mut response = reply::page(&shown)?;
            *response.status_mut() = StatusCode::TOO_MANY_REQUESTS;
            if let Some(until) = until {
                let seconds = (until - cx.now).max(0) / SECOND + 1;
                response
                    .headers_mut()
                    .insert(header::RETRY_AFTER, HeaderValue::from(seconds));
            }
            Ok(response)
        }
        error => Err(error),
    }
}

fn wait_text(cx: &Cx, until: Option<i64>) -> String {
    match until {
        None => cx.t("error-closed-detail"),
        Some(until) => {
            let when = cx.app.words.relative(cx.language, until, cx.now);
            cx.text("people-wait", &cairn_words::args().set("when", when))
        }
    }
}

/// Signs out of this browser. The browser stays known to the account.
///
/// # Errors
/// The database's.
pub async fn sign_out_page(cx: Cx) -> Result<Response> {
    sessions::end_session(&cx).await?;
    Ok(reply::see_with(
        "/sign-in?said=signed-out",
        forget_cookies(&cx),
    ))
}
