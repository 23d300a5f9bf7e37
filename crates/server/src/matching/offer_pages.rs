//! The participant's pages: how their request stands, whom they are offered, and what they can do.

use askama::Template;
use axum::response::Response;
use cairn_db::params;
use cairn_domain::access::Act;
use cairn_domain::id::{OfferId, RequestId};
use cairn_domain::matching::{OfferState, RequestState};

use crate::cx::{Cx, Work};
use crate::error::{Error, Result};
use crate::matching::offers::{self, Offer, Picked};
use crate::matching::{said, store};
use crate::people::{self, Request};
use crate::site::page::query;
use crate::site::{Form, Id, Page, reply};
use crate::{look, work};

/// Where the unsent words of "none of these" are kept.
const WHY_DRAFT: &str = "offers-why";

/// One offer as the person reads it.
pub struct Shown {
    /// The offer's id.
    pub id: OfferId,
    /// The worker's published profile.
    pub card: said::Card,
    /// Why the two might suit each other.
    pub reasons: Vec<String>,
    /// When they could meet, on the person's clock.
    pub times: Vec<String>,
}

/// A worker's answer: who, a sentence of the product's, the worker's own words.
pub struct Answer {
    name: String,
    said: String,
    words: String,
}

#[derive(Template)]
#[template(path = "matching/offers.html")]
struct OffersPage {
    page: Page,
    /// A word for how the request stands; `none` when there is none.
    state: &'static str,
    days: i64,
    offers: Vec<Shown>,
    answer: Option<Answer>,
    /// What happened to the last thing the person tried: empty, `taken` or `moved`.
    tried: &'static str,
    /// Whether the coordinator lets offers out, or they go out by themselves.
    by_hand: bool,
    /// Whether there were offers before.
    again: bool,
}

#[derive(Template)]
#[template(path = "matching/offer.html")]
struct OfferPage {
    page: Page,
    offer: Shown,
    open: bool,
}

/// An offer in words, for the person it was made to.
///
/// # Errors
/// The database's, or tampered.
pub async fn shown(w: &mut Work<'_>, request: &Request, offer: &Offer) -> Result<Shown> {
    let published = said::published(w, offer.worker).await?;
    let zone = said::their_zone(&w.cx, request);
    Ok(Shown {
        id: offer.id,
        card: said::card(&w.cx, &published),
        reasons: said::why(&w.cx, &offer.why, &zone),
        times: said::times_in(&w.cx, &offer.why.free, &zone),
    })
}

/// The asker's latest request that was not taken back.
///
/// # Errors
/// The database's, or tampered.
pub async fn latest(w: &mut Work<'_>) -> Result<Option<Request>> {
    let me = w.me()?;
    let row = w.tx.first(&store::LATEST_REQUEST, &params![me.0]).await?;
    match row {
        None => Ok(None),
        Some(row) => Ok(Some(people::request(w, RequestId(row.id(0)?)).await?)),
    }
}

impl OffersPage {
    async fn of(w: &mut Work<'_>, page: Page) -> Result<Self> {
        let tried = match query(&page.cx.path, "tried").as_deref() {
            Some("taken") => "taken",
            Some("moved") => "moved",
            _ => "",
        };
        let by_hand = !w.cx.programme()?.settings.offers_go_out;
        let mut this = Self {
            page,
            state: "none",
            days: 0,
            offers: Vec::new(),
            answer: None,
            tried,
            by_hand,
            again: false,
        };
        let Some(request) = latest(w).await? else {
            return Ok(this);
        };
        this.state = request.state.word();
        this.days = (w.now() - request.sent_at.unwrap_or(w.now())).max(0) / cairn_domain::DAY;
        let all = offers::offers_of(w, request.id).await?;
        this.again = all.iter().any(|offer| offer.state != OfferState::Proposed);
        let wanted = match request.state {
            RequestState::Offered => OfferState::Released,
            RequestState::Picked => OfferState::Picked,
            RequestState::Matched => OfferState::Agreed,
            _ => OfferState::Declined,
        };
        if wanted != OfferState::Declined {
            for offer in all.iter().filter(|offer| offer.state == wanted) {
                this.offers.push(shown(w, &request, offer).await?);
            }
        }
        this.answer = last_answer(w, &request, &all).await?;
        Ok(this)
    }
}

/// The last answer of a worker: shown until the person has done something after it.
async fn last_answer(w: &mut Work<'_>, request: &Request, all: &[Offer]) -> Result<Option<Answer>> {
    let told = match request.state {
        RequestState::Matched => OfferState::Agreed,
        RequestState::Waiting | RequestState::Offered => OfferState::Declined,
        _ => return Ok(None),
    };
    let last = all
        .iter()
        .filter(|offer| offer.state == told)
        .max_by_key(|offer| offer.answered_at);
    let Some(offer) = last else { return Ok(None) };
    let (said, words) = offer
        .note
        .as_ref()
        .map(|note| said::note(&w.cx, note))
        .unwrap_or_default();
    Ok(Some(Answer {
        name: said::shown_name(w, offer).await?,
        said,
        words,
    }))
}

/// `GET /offers`.
///
/// # Errors
/// Not found.
pub async fn offers_page(cx: Cx) -> Result<Response> {
    let page = Page::new(&cx, "site-nav-offers");
    let template = look!(cx, |w| {
        let page = page.draft(people::draft(w, WHY_DRAFT).await?);
        OffersPage::of(w, page).await
    })?;
    reply::page(&template)
}

async fn one(w: &mut Work<'_>, id: OfferId) -> Result<(Shown, bool)> {
    let (participant, _) = offers::parties(w, id).await?;
    if participant != w.me()? {
        return Err(Error::NotYours {
            act: Some(Act::AnswerOffers),
            subject: Some(participant),
        });
    }
    let offer = offers::offer(w, id).await?;
    let gone = matches!(offer.state, OfferState::Proposed | OfferState::Lapsed);
    let request = people::request(w, offer.request).await?;
    if gone || offer.state == OfferState::Passed {
        return Err(Error::NOT_YOURS);
    }
    let open = offer.state == OfferState::Released && request.state == RequestState::Offered;
    Ok((shown(w, &request, &offer).await?, open))
}

/// `GET /offers/{id}`: everything the worker published.
///
/// # Errors
/// Not found.
pub async fn offer_page(cx: Cx, Id(id): Id<OfferId>) -> Result<Response> {
    let (offer, open) = look!(cx, |w| one(w, id).await)?;
    let page = Page::new(&cx, "site-nav-offers").titled(offer.card.name.clone());
    reply::page(&OfferPage { page, offer, open })
}

/// Leads on to how it stands now: also when that has changed while the form lay open.
fn lead(done: Result<&'static str>) -> Result<Response> {
    match done {
        Ok(place) => Ok(reply::see(place)),
        Err(Error::Refused(refusals)) if refusals.0.iter().all(|r| r.field.is_none()) => {
            Ok(reply::see("/offers?tried=moved"))
        }
        Err(error) => Err(error),
    }
}

/// `POST /offers/{id}/pick`.
///
/// # Errors
/// Not found.
pub async fn pick_page(cx: Cx, Id(id): Id<OfferId>) -> Result<Response> {
    let picked = work!(cx, |w| offers::pick(w, id).await);
    lead(picked.map(|picked| match picked {
        Picked::Yes => "/offers",
        Picked::Taken => "/offers?tried=taken",
    }))
}

/// `POST /offers/others`: none of these.
///
/// # Errors
/// Not found.
pub async fn others_page(cx: Cx, form: Form) -> Result<Response> {
    let why = form.get("why").to_owned();
    let done = work!(cx, |w| {
        offers::ask_others(w, &why).await?;
        people::drop_draft(w, WHY_DRAFT).await
    });
    match done {
        Err(Error::Refused(refusals)) if refusals.of("why").is_some() => {
            let page = Page::new(&cx, "site-nav-offers").refused(form, refusals);
            reply::page_again(&look!(cx, |w| OffersPage::of(w, page).await)?)
        }
        done => lead(done.map(|()| "/offers?said=others-asked")),
    }
}

/// `POST /offers/time`.
///
/// # Errors
/// Not found.
pub async fn time_page(cx: Cx) -> Result<Response> {
    lead(work!(cx, |w| offers::ask_time(w).await).map(|()| "/offers"))
}

/// `POST /offers/return`.
///
/// # Errors
/// Not found.
pub async fn return_page(cx: Cx) -> Result<Response> {
    lead(work!(cx, |w| offers::come_back(w).await).map(|()| "/offers?said=welcome-back"))
}
