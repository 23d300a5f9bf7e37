//! A person's request for support as they write it: seven short pages, each saved as it is left, an
//! overview, and what happens next.

mod api;
mod fields;
mod more;
mod overview;
mod view;
mod workers;

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use cairn_domain::access::Act;
use cairn_domain::id::MemberId;
use cairn_domain::matching::{RequestState, Step};
use cairn_domain::people::Answers;
use cairn_domain::{Refusal, Refusals};

use crate::cx::{Cx, Work};
use crate::error::{Error, Result};
use crate::people::{
    Request, draft, drop_draft, move_request, open_request, same_programme, save_answers,
};
use crate::site::page::query;
use crate::site::{Form, reply};
use crate::{look, work};

pub use api::intake_api;
pub use fields::PAGES;
pub use view::ZONES;
pub use workers::never_names;

/// The room's part of the description of the API.
#[derive(utoipa::OpenApi)]
#[openapi(paths(api::intake_api))]
struct Described;

/// The room's part of the description of the API.
#[must_use]
pub fn openapi() -> utoipa::openapi::OpenApi {
    use utoipa::OpenApi;
    Described::openapi()
}

/// The asker's request that has not ended, for changing it.
///
/// # Errors
/// Not found when there is none.
async fn mine(w: &mut Work<'_>) -> Result<Request> {
    let me = w.me()?;
    let request = open_request(w, me).await?.ok_or(Error::NOT_YOURS)?;
    w.may(Act::WriteIntake, me, "request", request.id.0).await?;
    Ok(request)
}

/// Saves one page of the form, if nobody else changed that page since it was shown.
///
/// # Errors
/// What the page refuses; `already-answered` when another window changed it.
async fn save(w: &mut Work<'_>, page: u8, form: &Form) -> Result<Answers> {
    let mut request = mine(w).await?;
    let seen = form.get("seen");
    let before = request.answers.clone();
    let settings = w.cx.programme()?.settings.clone();
    fields::read(page, form, &settings, &mut request.answers)?;
    let stands = fields::mark(page, &before);
    let agrees = fields::mark(page, &request.answers) == stands;
    if !seen.is_empty() && seen != stands && !agrees {
        return Err(Refusal::new("already-answered").into());
    }
    let word = page.to_string();
    if !request.answers.pages_done.contains(&word) {
        request.answers.pages_done.push(word);
    }
    save_answers(w, &mut request).await?;
    drop_draft(w, &fields::place(page)).await?;
    Ok(request.answers)
}

/// People who must never be offered belong to this programme, or were named before.
async fn known(w: &mut Work<'_>, field: &str, before: &[MemberId], now: &[MemberId]) -> Result<()> {
    let programme = w.cx.programme()?.id;
    for id in now.iter().filter(|id| !before.contains(id)) {
        if !same_programme(w, programme, *id).await? {
            return Err(Refusal::of(field, "not-found-worker").into());
        }
    }
    Ok(())
}

/// Sends the asker's request; sending it again changes nothing.
///
/// # Errors
/// Not found when there is none.
pub async fn send(w: &mut Work<'_>) -> Result<Request> {
    let mut request = mine(w).await?;
    if request.state == RequestState::Draft {
        move_request(w, &mut request, Step::Send).await?;
    }
    Ok(request)
}

/// `GET /ask/{page}`: a page of the form, the overview, or what happens next.
///
/// # Errors
/// Not found.
pub async fn ask_page(cx: Cx, Path(page): Path<String>) -> Result<Response> {
    let me = cx.member()?.id;
    let Some(request) = look!(cx, |w| open_request(w, me).await)? else {
        let slug = &cx.programme()?.slug;
        return Ok(reply::see(&format!("/p/{slug}/ask")));
    };
    match page.as_str() {
        "check" => overview::check(&cx, &request).await,
        "done" => overview::done(&cx).await,
        word => show(&cx, number(word)?, &request).await,
    }
}

fn number(word: &str) -> Result<u8> {
    let page: u8 = word.parse().map_err(|_| Error::NOT_YOURS)?;
    if (1..=PAGES).contains(&page) && word.len() == 1 {
        Ok(page)
    } else {
        Err(Error::NOT_YOURS)
    }
}

async fn show(cx: &Cx, page: u8, request: &Request) -> Result<Response> {
    let place = fields::place(page);
    let kept = look!(cx, |w| draft(w, &place).await)?;
    let written = fields::write(page, &request.answers);
    // A draft that says what is saved already is none.
    let kept = kept.filter(|form| {
        let mut said = request.answers.clone();
        let settings = cx
            .programme()
            .map(|p| p.settings.clone())
            .unwrap_or_default();
        fields::read(page, form, &settings, &mut said).is_err() || said != request.answers
    });
    let from_draft = kept.is_some();
    let mut form = kept.unwrap_or(written);
    if !form.has("seen") {
        form = form.with("seen", fields::mark(page, &request.answers));
    }
    let check = query(&cx.path, "from").is_some_and(|from| from == "check")
        || request.state != RequestState::Draft;
    view::page(
        cx,
        page,
        view::Filled {
            form,
            from_draft,
            check,
            ..view::Filled::default()
        },
    )
    .await
}

/// `POST /ask/{page}`: saves a page and goes where the button says; or sends the request.
///
/// # Errors
/// Not found, or the database's.
pub async fn ask_act_page(cx: Cx, Path(page): Path<String>, form: Form) -> Result<Response> {
    if page == "check" {
        return leave_check(&cx, &form).await;
    }
    let page = number(&page)?;
    let sent = form.clone();
    match work!(cx, |w| save(w, page, &sent).await) {
        Ok(_) => Ok(reply::see(&after(page, &form))),
        Err(Error::Refused(refusals)) => again(&cx, page, form, refusals).await,
        Err(error) => Err(error),
    }
}

/// Leaves the overview: the request is sent, or kept for later.
async fn leave_check(cx: &Cx, form: &Form) -> Result<Response> {
    if form.get("go") == "leave" {
        return Ok(reply::see("/home?said=intake-kept"));
    }
    work!(cx, |w| send(w).await)?;
    Ok(reply::see("/ask/done"))
}

/// Where a button of a page leads once the page is saved.
fn after(page: u8, form: &Form) -> String {
    match form.get("go") {
        "leave" => "/home?said=intake-kept".into(),
        "never" if form.get("from") == "check" => "/never?from=check".into(),
        "never" => "/never?from=ask".into(),
        "back" if page > 1 => format!("/ask/{}", page - 1),
        "back" => "/home".into(),
        _ if form.get("from") == "check" || page == PAGES => "/ask/check".into(),
        _ => format!("/ask/{}", page + 1),
    }
}

/// The page once more, with everything that was typed and what was refused.
async fn again(cx: &Cx, page: u8, mut form: Form, refusals: Refusals) -> Result<Response> {
    let me = cx.member()?.id;
    let elsewhere = refusals.0.iter().any(|r| r.code == "already-answered");
    if elsewhere {
        let stands = look!(cx, |w| open_request(w, me).await)?.ok_or(Error::NOT_YOURS)?;
        form.0.retain(|(name, _)| name != "seen");
        form = form.with("seen", fields::mark(page, &stands.answers));
    }
    let check = form.get("from") == "check";
    let filled = view::Filled {
        form,
        check,
        elsewhere,
        refusals: if elsewhere {
            Refusals::default()
        } else {
            refusals
        },
        from_draft: false,
    };
    let mut response = view::page(cx, page, filled).await?;
    *response.status_mut() = if elsewhere {
        StatusCode::CONFLICT
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    Ok(response)
}
