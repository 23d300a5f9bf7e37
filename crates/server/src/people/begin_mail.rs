//! Beginning with an e-mail address: whoever opens the letter has shown that the address is
//! theirs, and only then an account is made. The answer to the form is the same whether the
//! address is known or not; somebody who is known gets a link to sign in.

use std::sync::Arc;

use askama::Template;
use axum::extract::Path;
use axum::http::HeaderValue;
use axum::response::Response;
use cairn_domain::people::passphrase;
use cairn_domain::text::{self, NAME_LIMIT};
use cairn_domain::{HOUR, Refusals};
use cairn_words::{Language, args};

use crate::cx::{Cx, Work};
use crate::error::{Error, Result};
use crate::people::accounts::{self, NewAccount};
use crate::people::begin::join;
use crate::people::email::{lasts, one_button, send_sign_in_link};
use crate::people::letters::{NewLetter, write_letter};
use crate::people::links::{NewLink, Purpose, add_link, find_link, use_link};
use crate::people::sign_in::{account_of, welcome};
use crate::people::tries::Counted;
use crate::people::{Programme, front, start};
use crate::site::{Form, Page, reply};
use crate::{look, work};

/// What a link to begin carries: address, name, language.
type Carried = (String, String, String);

#[derive(Template)]
#[template(path = "people/begin_sent.html")]
struct SentPage {
    page: Page,
}

/// Sends a letter with a link to begin.
///
/// # Errors
/// What was refused of name and address; not found where no letters can be sent.
pub async fn ask(cx: &Cx, programme: &Arc<Programme>, form: &Form) -> Result<()> {
    if !cx.app.mailer.configured() {
        return Err(Error::NOT_YOURS);
    }
    let mut refusals = Refusals::default();
    let email = refusals.keep(passphrase::email(form.get("email")));
    let name = refusals.keep(text::required_line("name", form.get("name"), NAME_LIMIT));
    Work::settle(refusals)?;
    let (Some(email), Some(name)) = (email, name) else {
        return Err(Error::NOT_YOURS);
    };
    let programme = programme.clone();
    let counted = Counted::letter(cx);
    work!(cx, |w| {
        counted.count(w).await?;
        match account_of(w, &email).await? {
            Some(account) => {
                let next = format!("/p/{}/ask", programme.slug);
                send_sign_in_link(w, account, &email, &next).await
            }
            None => write(w, &programme, email, name).await,
        }
    })
}

async fn write(w: &mut Work<'_>, programme: &Programme, email: String, name: String) -> Result<()> {
    let language = w.cx.language;
    let carried: Carried = (email.clone(), name, language.tag().to_owned());
    // A letter is read later than a page: at least an hour.
    let until = w.now() + lasts(&w.cx).max(HOUR);
    let link = NewLink {
        purpose: Purpose::Begin,
        account: None,
        programme: Some(programme.id),
        content: serde_json::to_string(&carried)
            .map_err(|_| Error::Fault("a link could not be written"))?,
        until,
    };
    let (_, token) = add_link(w, &link).await?;
    let path = format!("/p/{}/begin/{token}", programme.slug);
    let letter = NewLetter {
        to: &email,
        language,
        key: "people-letter-begin",
        args: args().set("link", w.cx.app.config.address(&path)),
        until: Some(until),
    };
    write_letter(w, programme, letter).await
}

/// "We sent you a link."
///
/// # Errors
/// A fault of the template.
pub fn sent_page(cx: &Cx) -> Result<Response> {
    reply::page(&SentPage {
        page: Page::new(cx, "people-begin-sent-title"),
    })
}

/// `GET /p/{slug}/begin/{token}`: opening a link uses nothing up, the button on its page does.
///
/// # Errors
/// Not found.
pub async fn open_page(cx: Cx, Path((slug, token)): Path<(String, String)>) -> Result<Response> {
    let action = format!("/p/{slug}/begin/{token}");
    let (cx, _) = front::at(cx, slug).await?;
    let found = look!(cx, |w| find_link(w, Purpose::Begin, &token).await)?;
    one_button(&cx, "people-begin-link", &action, found.is_some())
}

/// `POST /p/{slug}/begin/{token}`: makes the account, and the request begins.
///
/// # Errors
/// Not found, or the database's.
pub async fn use_page(cx: Cx, Path((slug, token)): Path<(String, String)>) -> Result<Response> {
    let (cx, programme) = front::at(cx, slug).await?;
    match by_link(&cx, &programme, token).await? {
        None => one_button(&cx, "people-begin-link", "", false),
        Some((cookies, next)) => Ok(reply::see_with(&next, cookies)),
    }
}

async fn by_link(
    cx: &Cx,
    programme: &Arc<Programme>,
    token: String,
) -> Result<Option<(Vec<HeaderValue>, String)>> {
    let programme = programme.clone();
    let done = work!(cx, |w| {
        let link = find_link(w, Purpose::Begin, &token).await?;
        let Some(link) = link.filter(|link| link.programme == Some(programme.id)) else {
            return Ok(None);
        };
        if !use_link(w, &link).await? {
            return Ok(None);
        }
        let (email, name, language): Carried = serde_json::from_str(&link.content)
            .map_err(|_| Error::Fault("a link cannot be read"))?;
        // Two letters were asked for, and the other was opened first: that account is theirs.
        if let Some(account) = account_of(w, &email).await? {
            let started = welcome(w, account, None).await?;
            return Ok(Some((started, format!("/p/{}/ask", programme.slug))));
        }
        let new = NewAccount {
            email: Some(email),
            language: Language::from_tag(&language).map(|language| language.tag().to_owned()),
            ..NewAccount::default()
        };
        let account = accounts::add_account(w, &new).await?;
        let member = join(w, account, &name).await?;
        let started = start::start(w, account, Some(member)).await?;
        Ok(Some((started, "/ask/1".to_owned())))
    })?;
    Ok(done.map(|(started, next)| (start::cookies(cx, &started), next)))
}
