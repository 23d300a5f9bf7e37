//! A participant's offers for other programs: the same acts as on the pages.

use axum::http::StatusCode;
use axum::response::Response;
use bytes::Bytes;
use cairn_domain::Refusal;
use cairn_domain::id::OfferId;
use cairn_domain::matching::{OfferState, PublishedProfile, RequestState};
use cairn_matching::{Mode, Parts, Shared};
use cairn_words::TimeZone;
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};

use crate::cx::{Cx, Work};
use crate::error::Result;
use crate::matching::choices::{self, Picked};
use crate::matching::offer_pages::latest;
use crate::matching::offers::{self, Offer};
use crate::matching::said;
use crate::site::form::read_json;
use crate::site::page::rfc3339;
use crate::site::{Id, reply};
use crate::{look, work};

/// The room's part of the API's description.
#[must_use]
pub fn openapi() -> utoipa::openapi::OpenApi {
    #[derive(OpenApi)]
    #[openapi(paths(offers_api, accept_api, decline_api))]
    struct Room;
    Room::openapi()
}

/// How a request stands, and what is offered.
#[derive(Serialize, ToSchema)]
pub struct Offers {
    /// Where the request stands: `draft`, `waiting`, `offered`, `picked`, `matched` or `resting`
    /// (they asked for time, or all offers ran out); `null` when there is none.
    #[schema(value_type = Option<String>)]
    state: Option<RequestState>,
    /// The offers that can be answered, or the one that was picked or agreed.
    offers: Vec<OneOffer>,
}

/// One offer.
#[derive(Serialize, ToSchema)]
pub struct OneOffer {
    /// Its id.
    #[schema(value_type = String)]
    id: OfferId,
    /// `released`, `picked`, `agreed`, or `expired`: its time has run, and it can still be accepted
    /// if the worker has a place that is kept for nobody else.
    #[schema(value_type = String)]
    state: OfferState,
    /// Since when it can be read.
    released_at: Option<String>,
    /// Until when the worker's place is kept for this person; `null` when none is kept, because it
    /// was picked or agreed, or the person asked for time.
    holds_until: Option<String>,
    /// What the worker chose to publish.
    worker: WorkerOut,
    /// The sum of the parts, 0 to 1000.
    score: i64,
    /// How well the two fit.
    parts: PartsOut,
    /// What they have in common.
    shared: SharedOut,
    /// Why, in words.
    reasons: Vec<String>,
}

/// A worker's published profile.
#[derive(Serialize, ToSchema)]
pub struct WorkerOut {
    /// The name shown.
    name: String,
    /// In their own words.
    about: String,
    /// `peer_worker`, `recovery_coach`, `carer_peer`.
    roles: Vec<&'static str>,
    /// Language tags.
    languages: Vec<String>,
    /// `chat`, `phone`, `video`, `in_person`.
    modes: Vec<&'static str>,
    /// Codes of experiences.
    experiences: Vec<String>,
    /// Codes of traits.
    traits: Vec<String>,
}

/// Points by part.
#[derive(Serialize, ToSchema)]
pub struct PartsOut {
    /// 0 to 500.
    experience: u16,
    /// 0 to 200.
    wishes: u16,
    /// 0 to 100.
    time: u16,
    /// 0 or 100.
    workplace: u16,
    /// 0 to 100.
    headroom: u16,
}

/// What two people have in common.
#[derive(Serialize, ToSchema)]
pub struct SharedOut {
    /// Codes of experiences.
    experiences: Vec<String>,
    /// Language tags.
    languages: Vec<String>,
    /// Ways of meeting.
    modes: Vec<String>,
    /// Wishes the worker meets.
    wishes: Vec<String>,
    /// Minutes of the week.
    overlap_minutes: u32,
}

impl From<PublishedProfile> for WorkerOut {
    fn from(worker: PublishedProfile) -> Self {
        Self {
            name: worker.name,
            about: worker.about,
            roles: worker.roles.iter().map(|role| role.word()).collect(),
            languages: worker.languages,
            modes: worker.modes.iter().map(|mode| mode.word()).collect(),
            experiences: worker.experiences,
            traits: worker.traits,
        }
    }
}

impl From<Parts> for PartsOut {
    fn from(parts: Parts) -> Self {
        Self {
            experience: parts.experience,
            wishes: parts.wishes,
            time: parts.time,
            workplace: parts.workplace,
            headroom: parts.headroom,
        }
    }
}

impl From<Shared> for SharedOut {
    fn from(shared: Shared) -> Self {
        let word = |mode: &Mode| {
            let known = Mode::ALL.iter().find(|(_, known)| known == mode);
            known.map_or(String::new(), |(word, _)| (*word).to_owned())
        };
        Self {
            modes: shared.modes.iter().map(word).collect(),
            experiences: shared.experiences,
            languages: shared.languages,
            wishes: shared.wishes,
            overlap_minutes: shared.overlap_minutes,
        }
    }
}

async fn mine(w: &mut Work<'_>) -> Result<Offers> {
    let Some(request) = latest(w).await? else {
        return Ok(Offers {
            state: None,
            offers: Vec::new(),
        });
    };
    let zone = said::their_zone(&w.cx, &request);
    let all = offers::offers_of(w, request.id).await?;
    let now = w.now();
    let ran_out = choices::all_ran_out(&request, &all, now);
    let mut listed = Vec::new();
    for offer in &all {
        let current = || offers::current(&all).any(|one| one.id == offer.id);
        let shown = match request.state {
            RequestState::Offered => current(),
            RequestState::Resting => ran_out && current(),
            RequestState::Picked => {
                matches!(offer.state, OfferState::Released | OfferState::Picked)
            }
            RequestState::Matched => offer.state == OfferState::Agreed,
            _ => false,
        };
        if shown {
            listed.push(one(w, offer, &zone).await?);
        }
    }
    Ok(Offers {
        // As it is at this moment, whether it has been swept up yet or not.
        state: Some(if ran_out {
            RequestState::Resting
        } else {
            request.state
        }),
        offers: listed,
    })
}

async fn one(w: &mut Work<'_>, offer: &Offer, zone: &TimeZone) -> Result<OneOffer> {
    let (state, keeps) = match offer.state {
        OfferState::Released if offer.ran_out(w.now()) => (OfferState::Expired, true),
        state => (
            state,
            matches!(state, OfferState::Released | OfferState::Expired),
        ),
    };
    let why = offer.why.clone();
    Ok(OneOffer {
        id: offer.id,
        state,
        released_at: offer.released_at.map(rfc3339),
        holds_until: offer.holds_until.filter(|_| keeps).map(rfc3339),
        worker: said::published(w, offer.worker).await?.into(),
        score: offer.score,
        reasons: said::why(&w.cx, &why, zone),
        parts: why.parts.into(),
        shared: why.shared.into(),
    })
}

/// `GET /api/v1/me/offers`.
///
/// # Errors
/// Not found.
#[utoipa::path(get, path = "/api/v1/me/offers", tag = "matching",
    responses((status = 200, description = "The asker's request and its offers", body = Offers)))]
pub async fn offers_api(cx: Cx) -> Result<Response> {
    let body = look!(cx, |w| mine(w).await)?;
    Ok(reply::json(StatusCode::OK, &body))
}

/// What may come with "not this one".
#[derive(Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct PassIn {
    /// Why not, for the coordinator.
    why: String,
}

/// Nothing at all may come with accepting.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct NoBody {}

/// How an offer stands after the answer.
#[derive(Serialize, ToSchema)]
pub struct AnsweredOut {
    /// The offer.
    #[schema(value_type = String)]
    id: OfferId,
    /// `picked` or `passed`.
    #[schema(value_type = String)]
    state: OfferState,
}

/// `POST /api/v1/offers/{id}/accept`: the person picks it; the worker is asked. After `holds_until`
/// it is picked all the same, if the worker has a place that is kept for nobody else.
///
/// # Errors
/// Not found; conflict when the place was taken, its time had run, or it was answered meanwhile.
#[utoipa::path(post, path = "/api/v1/offers/{id}/accept", tag = "matching",
    params(("id" = String, Path, description = "The offer")),
    responses((status = 200, description = "The worker is asked", body = AnsweredOut),
        (status = 409, description = "One problem, by its code: `offer-expired` when its time had \
            run and the worker has no place free now, `place-taken` when the worker gave up the \
            place in time, `already-answered` when it was answered in the meantime")))]
pub async fn accept_api(cx: Cx, Id(id): Id<OfferId>, body: Bytes) -> Result<Response> {
    if !body.is_empty() {
        read_json::<NoBody>(&body)?;
    }
    match work!(cx, |w| choices::pick(w, id).await)? {
        Picked::Taken => Err(Refusal::new("place-taken").into()),
        Picked::Late => Err(Refusal::new("offer-expired").into()),
        Picked::Yes => Ok(answered(id, OfferState::Picked)),
    }
}

/// `POST /api/v1/offers/{id}/decline`: not this one.
///
/// # Errors
/// Not found; conflict when it was answered in the meantime.
#[utoipa::path(post, path = "/api/v1/offers/{id}/decline", tag = "matching",
    request_body = inline(Option<PassIn>),
    params(("id" = String, Path, description = "The offer")),
    responses((status = 200, description = "Passed; the other offers remain", body = AnsweredOut)))]
pub async fn decline_api(cx: Cx, Id(id): Id<OfferId>, body: Bytes) -> Result<Response> {
    let body = if body.is_empty() {
        PassIn::default()
    } else {
        read_json::<PassIn>(&body)?
    };
    work!(cx, |w| choices::pass(w, id, &body.why).await)?;
    Ok(answered(id, OfferState::Passed))
}

fn answered(id: OfferId, state: OfferState) -> Response {
    reply::json(StatusCode::OK, &AnsweredOut { id, state })
}
