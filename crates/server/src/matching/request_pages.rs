//! The worker's pages: who picked them, what that person chose to tell, and the answer.

use askama::Template;
use axum::response::Response;
use cairn_domain::access::Act;
use cairn_domain::id::OfferId;
use cairn_domain::matching::terms::word_key;

use crate::cx::{Cx, Work};
use crate::error::{Error, Result};
use crate::matching::requests::{self, DECLINES, Decline, addressed};
use crate::matching::{offers, problem, said, workers};
use crate::people;
use crate::site::{Form, Id, Page, reply};
use crate::{look, work};

/// Somebody who picked the reader.
struct Asks {
    id: OfferId,
    name: String,
    picked_at: i64,
}

#[derive(Template)]
#[template(path = "matching/requests.html")]
struct RequestsPage {
    page: Page,
    asks: Vec<Asks>,
    /// Whether the reader can be offered to anybody now.
    published: bool,
}

#[derive(Template)]
#[template(path = "matching/request.html")]
struct RequestPage {
    page: Page,
    id: OfferId,
    name: String,
    picked_at: i64,
    story: String,
    tell: String,
    shared: Vec<String>,
    others: Vec<String>,
    languages: String,
    modes: String,
    times: Vec<String>,
    /// Sentences to choose from: code, words, whether it is chosen. The empty code is for own words only.
    declines: Vec<(&'static str, String, bool)>,
    agree_words: String,
    decline: Form,
}

fn agree_draft(id: OfferId) -> String {
    format!("agree-{id}")
}

fn decline_draft(id: OfferId) -> String {
    format!("decline-{id}")
}

impl RequestsPage {
    async fn of(w: &mut Work<'_>, page: Page) -> Result<Self> {
        let me = w.me()?;
        let mut asks = Vec::new();
        for offer in offers::picked(w, me).await? {
            let name = w.name(offer.participant).await?;
            asks.push(Asks {
                id: offer.id,
                name,
                picked_at: offer.picked_at.unwrap_or(0),
            });
        }
        let worker = workers::worker(w, me).await?;
        let published = worker.is_some_and(|worker| worker.published_at.is_some());
        Ok(Self {
            page,
            asks,
            published,
        })
    }
}

/// Experiences, each on a line of its own.
fn lines(cx: &Cx, codes: &[String]) -> Vec<String> {
    let words = said::experiences(cx, codes);
    words.iter().map(|one| said::capital(one)).collect()
}

/// The sentences a worker can choose from; the first one, unless another was chosen before.
fn declines(cx: &Cx, form: &Form) -> Vec<(&'static str, String, bool)> {
    let kept = form.has("said").then(|| form.get("said").to_owned());
    let chosen = kept.as_deref().unwrap_or(DECLINES[0]);
    let sentences = DECLINES.iter().map(|code| {
        let words = cx.t(&word_key("matching-declined", code));
        (*code, words, *code == chosen)
    });
    let own = cx.t("matching-decline-own-only");
    sentences
        .chain(std::iter::once(("", own, chosen.is_empty())))
        .collect()
}

impl RequestPage {
    async fn of(w: &mut Work<'_>, id: OfferId, page: Page, sent: Option<Form>) -> Result<Self> {
        let (offer, request) = addressed(w, Act::ReadRequest, id).await?;
        let name = w.name(offer.participant).await?;
        let said_all = &request.answers;
        let shared = offer.why.shared.experiences.clone();
        let others: Vec<String> = said_all
            .experiences
            .iter()
            .map(|e| e.code.clone())
            .filter(|code| said_all.show_experiences && !shared.contains(code))
            .collect();
        let own = workers::worker(w, offer.worker).await?;
        let own_zone = own.map(|worker| worker.profile.time_zone);
        let zone = problem::zone(
            &own_zone.unwrap_or_default(),
            &w.cx.programme()?.time_zone.clone(),
        );
        let kept_agree = people::draft(w, &agree_draft(id)).await?;
        let kept_decline = people::draft(w, &decline_draft(id)).await?;
        let mut page = page.titled(w.cx.text(
            "matching-request-title",
            &cairn_words::args().set("name", name.as_str()),
        ));
        page.from_draft = sent.is_none() && (kept_agree.is_some() || kept_decline.is_some());
        let agree = sent.clone().or(kept_agree).unwrap_or_default();
        let decline = sent.or(kept_decline).unwrap_or_default();
        let declines = declines(&w.cx, &decline);
        let cx = &w.cx;
        Ok(Self {
            id,
            name,
            picked_at: offer.picked_at.unwrap_or(0),
            story: said_all.story.clone(),
            tell: said_all.tell.clone(),
            shared: lines(cx, &shared),
            others: lines(cx, &others),
            languages: said::capital(&said::list(cx, &said::languages(cx, &said_all.languages))),
            modes: said::capital(&said::list(cx, &said::modes(cx, &said_all.modes))),
            times: said::times_in(cx, &offer.why.free, &zone),
            declines,
            agree_words: agree.get("words").to_owned(),
            decline,
            page,
        })
    }
}

/// `GET /requests`.
///
/// # Errors
/// Not found.
pub async fn requests_page(cx: Cx) -> Result<Response> {
    let page = Page::new(&cx, "site-nav-requests");
    reply::page(&look!(cx, |w| RequestsPage::of(w, page).await)?)
}

/// `GET /requests/{id}`. The reading is written down.
///
/// # Errors
/// Not found.
pub async fn request_page(cx: Cx, Id(id): Id<OfferId>) -> Result<Response> {
    let page = Page::new(&cx, "site-nav-requests");
    reply::page(&work!(cx, |w| RequestPage::of(w, id, page, None).await)?)
}

/// The page again, with what was refused.
async fn again(cx: Cx, id: OfferId, form: Form, error: Error) -> Result<Response> {
    let Error::Refused(refusals) = error else {
        return Err(error);
    };
    if refusals.0.iter().any(|r| r.code == "already-answered") {
        return Ok(reply::see("/requests?said=answered-meanwhile"));
    }
    let page = Page::new(&cx, "site-nav-requests").refused(form.clone(), refusals);
    reply::page_again(&work!(cx, |w| RequestPage::of(w, id, page, Some(form)).await)?)
}

async fn drop_drafts(w: &mut Work<'_>, id: OfferId) -> Result<()> {
    people::drop_draft(w, &agree_draft(id)).await?;
    people::drop_draft(w, &decline_draft(id)).await
}

fn how(form: &Form) -> Decline {
    Decline {
        said: form.get("said").to_owned(),
        words: form.get("own").to_owned(),
        known: form.ticked("known", "yes"),
    }
}

/// `POST /requests/{id}/agree`.
///
/// # Errors
/// Not found.
pub async fn agree_page(cx: Cx, Id(id): Id<OfferId>, form: Form) -> Result<Response> {
    let words = form.get("words").to_owned();
    let done = work!(cx, |w| {
        let thread = requests::agree(w, id, &words).await?;
        drop_drafts(w, id).await?;
        Ok(thread)
    });
    match done {
        Ok(Some(thread)) => Ok(reply::see(&format!("/messages/{thread}"))),
        Ok(None) => Ok(reply::see("/messages")),
        Err(error) => again(cx, id, form, error).await,
    }
}

/// `POST /requests/{id}/decline`.
///
/// # Errors
/// Not found.
pub async fn decline_page(cx: Cx, Id(id): Id<OfferId>, form: Form) -> Result<Response> {
    let how = how(&form);
    let done = work!(cx, |w| {
        requests::decline(w, id, how).await?;
        drop_drafts(w, id).await
    });
    match done {
        Ok(()) => Ok(reply::see("/requests?said=declined")),
        Err(error) => again(cx, id, form, error).await,
    }
}
