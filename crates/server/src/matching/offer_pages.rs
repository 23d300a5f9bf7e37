//! The participant's pages: how their request stands, whom they are offered, until when each place
//! is kept for them, and what they can do.

use askama::Template;
use axum::response::Response;
use cairn_db::params;
use cairn_domain::Micros;
use cairn_domain::access::Act;
use cairn_domain::id::{OfferId, RequestId};
use cairn_domain::matching::{OfferState, RequestState, Step};

use crate::cx::{Cx, Work};
use crate::error::{Error, Result};
use crate::matching::choices::{self, Picked};
use crate::matching::none_of_these::{self, Asked};
use crate::matching::offers::{self, Offer};
use crate::matching::{meetings, release, said, store};
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
    /// Until when the place is kept, or was.
    pub until: Option<Micros>,
    /// Whether its time has run.
    pub ran_out: bool,
    /// Whether there is a place for this person now.
    pub free: bool,
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
    /// A word for how the request stands; `none` when there is none, `ran_out` when the time of
    /// all offers has run.
    state: &'static str,
    days: i64,
    offers: Vec<Shown>,
    answer: Option<Answer>,
    /// What happened to the last thing the person tried: empty, `taken`, `late` or `moved`.
    tried: &'static str,
    /// Whether the coordinator lets offers out, or they go out by themselves.
    by_hand: bool,
    /// Whether there were offers before.
    again: bool,
    /// Why there are fewer than three: empty, `places` or `nobody`.
    fewer: &'static str,
    /// What can be said with "none of these".
    asked: Asked,
    /// How the answers stand after what was said with the last "none of these".
    heard: Vec<(String, String)>,
    /// First meetings and changes of worker.
    beside: meetings::Beside,
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
        until: offer.holds_until,
        ran_out: offer.ran_out(w.now()),
        free: release::has_place(w, offer).await?,
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

/// Which offers are shown as a request stands, those whose time runs first.
fn to_show<'a>(request: &Request, all: &'a [Offer], now: Micros) -> Vec<&'a Offer> {
    let mut shown: Vec<&Offer> = match request.state {
        RequestState::Offered | RequestState::Resting => offers::current(all).collect(),
        RequestState::Picked => by_state(all, OfferState::Picked),
        RequestState::Matched => by_state(all, OfferState::Agreed),
        _ => Vec::new(),
    };
    if request.state == RequestState::Resting && !choices::all_ran_out(request, all, now) {
        shown.clear();
    }
    shown.sort_by_key(|offer| offer.ran_out(now));
    shown
}

fn by_state(all: &[Offer], state: OfferState) -> Vec<&Offer> {
    all.iter().filter(|offer| offer.state == state).collect()
}

impl OffersPage {
    async fn of(w: &mut Work<'_>, page: Page) -> Result<Self> {
        let tried = match query(&page.cx.path, "tried").as_deref() {
            Some("taken") => "taken",
            Some("late") => "late",
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
            fewer: "",
            asked: Asked::default(),
            heard: Vec::new(),
            beside: meetings::beside(w).await?,
        };
        if let Some(request) = latest(w).await? {
            this.fill(w, &request).await?;
        }
        Ok(this)
    }

    async fn fill(&mut self, w: &mut Work<'_>, request: &Request) -> Result<()> {
        let now = w.now();
        let all = offers::offers_of(w, request.id).await?;
        self.state = match choices::all_ran_out(request, &all, now) {
            true => "ran_out",
            false => request.state.word(),
        };
        self.days = (now - request.sent_at.unwrap_or(now)).max(0) / cairn_domain::DAY;
        self.again = all.iter().any(|offer| offer.state != OfferState::Proposed);
        for offer in to_show(request, &all, now) {
            self.offers.push(shown(w, request, offer).await?);
            if let Some(fewer) = offer.fewer {
                self.fewer = fewer.word();
            }
        }
        self.asked = none_of_these::asked(&w.cx, request, &self.page.form);
        if request.state == RequestState::Waiting {
            self.heard = none_of_these::heard(&w.cx, request, &all);
        }
        self.answer = last_answer(w, request, &all).await?;
        Ok(())
    }

    /// How many of the offers shown are still kept for the person.
    fn kept(&self) -> usize {
        self.offers.iter().filter(|offer| !offer.ran_out).count()
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
    let open = matches!(offer.state, OfferState::Released | OfferState::Expired)
        && request.state.after(Step::Pick).is_ok();
    let shown = shown(w, &request, &offer).await?;
    let open = open && (shown.free || !shown.ran_out);
    Ok((shown, open))
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
    let picked = work!(cx, |w| choices::pick(w, id).await);
    lead(picked.map(|picked| match picked {
        Picked::Yes => "/offers",
        Picked::Taken => "/offers?tried=taken",
        Picked::Late => "/offers?tried=late",
    }))
}

/// `POST /offers/others`: none of these.
///
/// # Errors
/// Not found.
pub async fn others_page(cx: Cx, form: Form) -> Result<Response> {
    let (why, chosen) = none_of_these::read(&form);
    let done = work!(cx, |w| {
        let heard = choices::ask_others(w, &why, chosen).await?;
        people::drop_draft(w, WHY_DRAFT).await?;
        Ok(heard)
    });
    match done {
        Err(Error::Refused(refusals)) if refusals.0.iter().any(|r| r.field.is_some()) => {
            let page = Page::new(&cx, "site-nav-offers").refused(form, refusals);
            reply::page_again(&look!(cx, |w| OffersPage::of(w, page).await)?)
        }
        done => lead(done.map(|_| "/offers?said=others-asked")),
    }
}

/// `POST /offers/time`.
///
/// # Errors
/// Not found.
pub async fn time_page(cx: Cx) -> Result<Response> {
    lead(work!(cx, |w| choices::ask_time(w).await).map(|()| "/offers"))
}

/// `POST /offers/return`.
///
/// # Errors
/// Not found.
pub async fn return_page(cx: Cx) -> Result<Response> {
    lead(work!(cx, |w| choices::come_back(w).await).map(|()| "/offers?said=welcome-back"))
}

#[derive(Template)]
#[template(path = "matching/withdraw.html")]
struct WithdrawPage {
    page: Page,
    /// The name of the worker who was asked and has not answered, or empty.
    asked: String,
}

async fn to_withdraw(w: &mut Work<'_>, page: Page) -> Result<Option<WithdrawPage>> {
    let me = w.me()?;
    let Some(request) = people::open_request(w, me).await? else {
        return Ok(None);
    };
    let all = offers::offers_of(w, request.id).await?;
    let asked = match by_state(&all, OfferState::Picked).first() {
        Some(offer) => said::shown_name(w, offer).await?,
        None => String::new(),
    };
    Ok(Some(WithdrawPage { page, asked }))
}

/// `GET /offers/withdraw`: asks once more before a request is taken back.
///
/// # Errors
/// Not found.
pub async fn withdraw_page(cx: Cx) -> Result<Response> {
    let page = Page::new(&cx, "matching-withdraw-title");
    match look!(cx, |w| to_withdraw(w, page).await)? {
        Some(template) => reply::page(&template),
        None => Ok(reply::see("/offers")),
    }
}

/// `POST /offers/withdraw`. Sent twice is taken back once.
///
/// # Errors
/// Not found.
pub async fn withdraw_act_page(cx: Cx) -> Result<Response> {
    match work!(cx, |w| choices::withdraw(w).await) {
        Err(Error::NotYours { act: None, .. }) => Ok(reply::see("/offers")),
        done => lead(done.map(|()| "/offers?said=request-withdrawn")),
    }
}
