//! Going over to another of one's programmes.

use askama::Template;
use axum::http::HeaderValue;
use axum::response::Response;
use cairn_db::params;
use cairn_domain::Refusal;
use cairn_domain::id::MemberId;

use crate::cx::{Cx, Work};
use crate::error::Result;
use crate::people::sessions::{move_session, session_cookies};
use crate::people::store::signing;
use crate::site::{Form, Page, reply};
use crate::{look, work};

/// A programme to choose.
struct Choice {
    member: MemberId,
    name: String,
    here: bool,
}

#[derive(Template)]
#[template(path = "people/programmes.html")]
struct ProgrammesPage {
    page: Page,
    choices: Vec<Choice>,
}

async fn choices(w: &mut Work<'_>) -> Result<Vec<Choice>> {
    let account = w.cx.who()?.account;
    let here = w.cx.member().ok().map(|member| member.id);
    let rows =
        w.tx.all(&signing::PROGRAMMES_OF, &params![account.0])
            .await?;
    let read = |row: &cairn_db::Row| {
        let member = MemberId(row.id(0)?);
        Ok(Choice {
            member,
            name: row.text(2)?,
            here: here == Some(member),
        })
    };
    rows.iter().map(read).collect()
}

/// The programmes of the asker.
///
/// # Errors
/// The database's.
pub async fn programmes_page(cx: Cx) -> Result<Response> {
    let choices = look!(cx, |w| choices(w).await)?;
    reply::page(&ProgrammesPage {
        page: Page::new(&cx, "people-programmes-title"),
        choices,
    })
}

/// Takes the session over to another programme of the asker's.
async fn choose(cx: &Cx, form: &Form) -> Result<Vec<HeaderValue>> {
    let wanted: Option<MemberId> = form.get("member").parse().ok();
    let token = work!(cx, |w| {
        let mine = choices(w).await?;
        let member = mine
            .iter()
            .map(|choice| choice.member)
            .find(|id| Some(*id) == wanted);
        match member {
            Some(member) => move_session(w, member).await,
            None => Err(Refusal::new("unknown-choice").into()),
        }
    })?;
    Ok(session_cookies(cx, &token))
}

/// The button beside a programme.
///
/// # Errors
/// `unknown-choice`.
pub async fn choose_page(cx: Cx, form: Form) -> Result<Response> {
    let cookies = choose(&cx, &form).await?;
    Ok(reply::see_with("/home", cookies))
}
