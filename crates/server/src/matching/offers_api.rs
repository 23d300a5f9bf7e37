//! A participant's offers for other programs: the same acts as on the pages.

use axum::http::StatusCode;
use axum::response::Response;
use bytes::Bytes;
use cairn_domain::Refusal;
use cairn_domain::id::OfferId;
use cairn_domain::matching::{OfferState, PublishedProfile, RequestState};
use cairn_matching::{Parts, Shared};
use serde::{Deserialize, Serialize};

use crate::cx::{Cx, Work};
use crate::error::Result;
use crate::matching::offer_pages::latest;
use crate::matching::offers::{self, Picked};
use crate::matching::said;
use crate::site::form::read_json;
use crate::site::page::rfc3339;
use crate::site::{Id, reply};
use crate::{look, work};

/// How a request stands, and what is offered.
#[derive(Serialize)]
pub struct Offers {
    /// Where the request stands; `null` when there is none.
    state: Option<RequestState>,
    /// The offers that can be answered, or the one that was picked or agreed.
    offers: Vec<OneOffer>,
}

/// One offer.
#[derive(Serialize)]
struct OneOffer {
    id: OfferId,
    state: OfferState,
    released_at: Option<String>,
    worker: PublishedProfile,
    score: i64,
    parts: Parts,
    shared: Shared,
    reasons: Vec<String>,
}

async fn mine(w: &mut Work<'_>) -> Result<Offers> {
    let Some(request) = latest(w).await? else {
        return Ok(Offers {
            state: None,
            offers: Vec::new(),
        });
    };
    let zone = said::their_zone(&w.cx, &request);
    let mut listed = Vec::new();
    for offer in offers::offers_of(w, request.id).await? {
        let shown = match request.state {
            RequestState::Offered => offer.state == OfferState::Released,
            RequestState::Picked => {
                matches!(offer.state, OfferState::Released | OfferState::Picked)
            }
            RequestState::Matched => offer.state == OfferState::Agreed,
            _ => false,
        };
        if shown {
            listed.push(OneOffer {
                id: offer.id,
                state: offer.state,
                released_at: offer.released_at.map(rfc3339),
                worker: said::published(w, offer.worker).await?,
                score: offer.score,
                reasons: said::why(&w.cx, &offer.why, &zone),
                parts: offer.why.parts,
                shared: offer.why.shared,
            });
        }
    }
    Ok(Offers {
        state: Some(request.state),
        offers: listed,
    })
}

/// `GET /api/v1/me/offers`.
///
/// # Errors
/// Not found.
pub async fn offers_api(cx: Cx) -> Result<Response> {
    let body = look!(cx, |w| mine(w).await)?;
    Ok(reply::json(StatusCode::OK, &body))
}

/// What may come with an answer.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Body {
    /// Why not, for the coordinator.
    why: String,
}

/// Nothing at all may come with accepting.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct NoBody {}

/// `POST /api/v1/offers/{id}/accept`: the person picks it; the worker is asked.
///
/// # Errors
/// Not found; conflict when the place was taken or it was answered in the meantime.
pub async fn accept_api(cx: Cx, Id(id): Id<OfferId>, body: Bytes) -> Result<Response> {
    if !body.is_empty() {
        read_json::<NoBody>(&body)?;
    }
    match work!(cx, |w| offers::pick(w, id).await)? {
        Picked::Taken => Err(Refusal::new("place-taken").into()),
        Picked::Yes => Ok(answered(id, OfferState::Picked)),
    }
}

/// `POST /api/v1/offers/{id}/decline`: not this one.
///
/// # Errors
/// Not found; conflict when it was answered in the meantime.
pub async fn decline_api(cx: Cx, Id(id): Id<OfferId>, body: Bytes) -> Result<Response> {
    let body = if body.is_empty() {
        Body::default()
    } else {
        read_json::<Body>(&body)?
    };
    work!(cx, |w| offers::pass(w, id, &body.why).await)?;
    Ok(answered(id, OfferState::Passed))
}

fn answered(id: OfferId, state: OfferState) -> Response {
    let body = serde_json::json!({"id": id, "state": state});
    reply::json(StatusCode::OK, &body)
}
