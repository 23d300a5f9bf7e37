//! Signing in by a link in a letter. Opening the link uses nothing up: programs that look through
//! letters open links, too. The button on its page does.

use askama::Template;
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use cairn_db::params;
use cairn_domain::id::{AccountId, MemberId, ProgrammeId};
use cairn_domain::people::passphrase;
use cairn_domain::{HOUR, MINUTE, Micros, Refusal};
use cairn_words::{Language, args};

use crate::cx::{Cx, Work};
use crate::error::{Error, Result};
use crate::people::letters::{NewLetter, write_letter};
use crate::people::links::{NewLink, Purpose, add_link, find_link, use_link};
use crate::people::sign_in::{again, onwards, welcome};
use crate::people::start::cookies;
use crate::people::store::{self, signing};
use crate::people::tries::Counted;
use crate::people::{accounts, programmes};
use crate::site::{Form, Id, Page, reply};
use crate::{look, work};

/// Most letters with a link to sign in that an account is sent in an hour.
const LETTERS_AN_HOUR: i64 = 5;

#[derive(Template)]
#[template(path = "people/link.html")]
struct LinkPage {
    page: Page,
    lead: String,
    action: String,
    button: String,
}

/// A page with one button that uses a link, or the page that says it cannot be used any more.
pub(crate) fn one_button(cx: &Cx, key: &str, action: &str, good: bool) -> Result<Response> {
    let (key, action) = if good {
        (key, action)
    } else {
        ("people-link-gone", "")
    };
    let mut response = reply::page(&LinkPage {
        page: Page::new(cx, &format!("{key}-title")),
        lead: cx.t(&format!("{key}-lead")),
        action: action.to_owned(),
        button: if good {
            cx.t(&format!("{key}-button"))
        } else {
            String::new()
        },
    })?;
    if !good {
        *response.status_mut() = StatusCode::NOT_FOUND;
    }
    Ok(response)
}

/// How long a link in a letter can be used, in microseconds.
pub(crate) fn lasts(cx: &Cx) -> Micros {
    i64::from(cx.app.config.sign_in.link_minutes) * MINUTE
}

/// The language an account chose, or else the asker's.
pub(crate) async fn language_of(w: &mut Work<'_>, account: AccountId) -> Result<Language> {
    let row = w.tx.one(&signing::ACCOUNT, &params![account.0]).await?;
    let chosen = row.opt_text(3)?.and_then(|tag| Language::from_tag(&tag));
    Ok(chosen.unwrap_or(w.cx.language))
}

/// Sends an account a letter with a link to sign in, which leads on to `next`.
///
/// # Errors
/// The database's.
pub async fn send_sign_in_link(
    w: &mut Work<'_>,
    account: AccountId,
    email: &str,
    next: &str,
) -> Result<()> {
    let Some(programme) = programme_for(w, account).await? else {
        return Ok(());
    };
    let values = params![account.0, "sign-in", w.now() - HOUR];
    let sent = w.tx.one(&signing::LINKS_SINCE, &values).await?.int(0)?;
    if sent >= LETTERS_AN_HOUR {
        return Ok(());
    }
    let programme = programmes::by_id(w, programme).await?;
    let until = w.now() + lasts(&w.cx);
    let link = NewLink {
        purpose: Purpose::SignIn,
        account: Some(account),
        programme: Some(programme.id),
        content: reply::local(next).to_owned(),
        until,
    };
    let (_, token) = add_link(w, &link).await?;
    let address = w.cx.app.config.address(&format!("/sign-in/link/{token}"));
    let letter = NewLetter {
        to: email,
        language: language_of(w, account).await?,
        key: "people-letter-sign-in",
        args: args()
            .set("link", address)
            .set("minutes", i64::from(w.cx.app.config.sign_in.link_minutes)),
        until: Some(until),
    };
    write_letter(w, &programme, letter).await
}

/// The programme of the page, if the account belongs to it, else the one it joined last.
pub(crate) async fn programme_for(
    w: &mut Work<'_>,
    account: AccountId,
) -> Result<Option<ProgrammeId>> {
    let rows = w.tx.all(&store::MEMBERSHIPS, &params![account.0]).await?;
    let mut all = Vec::with_capacity(rows.len());
    for row in &rows {
        all.push(ProgrammeId(row.id(1)?));
    }
    let here = w.cx.programme.as_ref().map(|programme| programme.id);
    Ok(here.filter(|id| all.contains(id)).or(all.first().copied()))
}

/// Asks for a letter. The answer is the same whether the address is known or not.
async fn ask(cx: &Cx, form: &Form) -> Result<()> {
    if !cx.app.mailer.configured() {
        return Err(Error::NOT_YOURS);
    }
    let email = passphrase::email(form.get("email"))?;
    let next = form.get("next").to_owned();
    let counted = Counted::letter(cx);
    work!(cx, |w| {
        counted.count(w).await?;
        let index = accounts::email_index(w, &email);
        let row =
            w.tx.first(&signing::ACCOUNT_BY_EMAIL, &params![index])
                .await?;
        match row {
            None => Ok(()),
            Some(row) => send_sign_in_link(w, AccountId(row.id(0)?), &email, &next).await,
        }
    })
}

/// The sign-in page of the same programme, with a word that a letter is on its way.
fn sent_href(cx: &Cx) -> String {
    match &cx.programme {
        None => "/sign-in?said=link-sent".into(),
        Some(programme) => format!("/sign-in?said=link-sent&p={}", programme.slug),
    }
}

/// The form that asks for a letter.
///
/// # Errors
/// The database's.
pub async fn ask_page(cx: Cx, form: Form) -> Result<Response> {
    match ask(&cx, &form).await {
        Ok(()) => Ok(reply::see(&sent_href(&cx))),
        Err(error) => again(&cx, form, error),
    }
}

/// The page of a link.
///
/// # Errors
/// The database's.
pub async fn open_link_page(cx: Cx, Id(token): Id<String>) -> Result<Response> {
    let action = format!("/sign-in/link/{token}");
    let found = look!(cx, |w| find_link(w, Purpose::SignIn, &token).await)?;
    one_button(&cx, "people-link", &action, found.is_some())
}

/// Signs in by a link; answers with the cookies to set and where to go, or nothing when the link
/// has been used or is too old.
async fn by_link(cx: &Cx, token: String) -> Result<Option<(Vec<HeaderValue>, String)>> {
    let done = work!(cx, |w| {
        let Some(link) = find_link(w, Purpose::SignIn, &token).await? else {
            return Ok(None);
        };
        let account = link
            .account
            .ok_or(Error::Fault("a link without an account"))?;
        if !use_link(w, &link).await? {
            return Ok(None);
        }
        let mut member = None;
        if let Some(programme) = link.programme {
            let values = params![account.0, programme.0];
            let row = w.tx.first(&signing::MEMBER_OF, &values).await?;
            member = row.map(|row| row.id(0).map(MemberId)).transpose()?;
        }
        Ok(Some((welcome(w, account, member).await?, link.content)))
    })?;
    Ok(done.map(|(started, next)| (cookies(cx, &started), onwards(&next, 1, cx))))
}

/// The button of a link's page.
///
/// # Errors
/// The database's.
pub async fn use_link_page(cx: Cx, Id(token): Id<String>) -> Result<Response> {
    match by_link(&cx, token).await? {
        Some((cookies, next)) => Ok(reply::see_with(&next, cookies)),
        None => one_button(&cx, "people-link", "", false),
    }
}

/// Signs in to the demonstration: a link that can be used again and again, and leads nowhere in
/// any other installation.
///
/// # Errors
/// Not found.
pub async fn demo_page(cx: Cx, Id(token): Id<String>) -> Result<Response> {
    if !cx.app.demo {
        return Err(Error::NOT_YOURS);
    }
    let started = work!(cx, |w| {
        let link = find_link(w, Purpose::Demo, &token)
            .await?
            .ok_or(Error::NOT_YOURS)?;
        let account = link.account.ok_or(Error::NOT_YOURS)?;
        welcome(w, account, None).await
    })?;
    Ok(reply::see_with("/home", cookies(&cx, &started)))
}

/// Makes a link by which everybody can sign in to an account of the demonstration; answers with
/// its path.
///
/// # Errors
/// The database's.
pub async fn add_demo_link(w: &mut Work<'_>, account: AccountId) -> Result<String> {
    let link = NewLink {
        purpose: Purpose::Demo,
        account: Some(account),
        programme: None,
        content: String::new(),
        until: Micros::MAX,
    };
    let (_, token) = add_link(w, &link).await?;
    Ok(format!("/demo/{token}"))
}

/// The refusal of a link that was used or is too old.
pub(crate) fn gone() -> Error {
    Refusal::new("link-used").into()
}
