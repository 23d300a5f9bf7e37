//! What somebody typed while their session had already ended: kept, sealed with a key only their
//! browser holds, until they have signed in again.

use axum::extract::Request;
use axum::http::header;
use axum::response::Response;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use cairn_db::params;
use cairn_domain::HOUR;
use cairn_seal::{PersonKey, Place};
use serde::{Deserialize, Serialize};

use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::guard::only_reads;
use crate::people::drafts::{DRAFT_LIMIT, is_place};
use crate::people::store::signing;
use crate::people::tries::Counted;
use crate::people::{sessions, store};
use crate::site::{Form, cookie, form, reply};
use crate::work;

/// Most forms parked at once, whoever sent them.
const MOST_PARKED: i64 = 2_000;

/// A form that was sent too late, and the page it stands on.
#[derive(Serialize, Deserialize)]
pub struct Parked {
    /// The draft's place.
    pub place: String,
    /// Its fields.
    pub fields: Form,
}

/// Where a parked form is sealed to.
#[must_use]
pub fn parked_place() -> Place {
    Place {
        table: "people_parked",
        column: "sealed_form",
        row: [0; 16],
    }
}

/// Sends a browser without a session to the sign-in page, and back afterwards. A form that names
/// its draft is kept.
pub async fn to_sign_in(cx: &Cx, request: Request) -> Response {
    if only_reads(request.method()) {
        return reply::see(&sign_in_href(&cx.path));
    }
    let referer = request
        .headers()
        .get(header::REFERER)
        .and_then(|value| value.to_str().ok());
    let back = referer
        .and_then(local_path)
        .unwrap_or_else(|| "/home".into());
    let to = sign_in_href(&back);
    match park(cx, request).await {
        Ok(Some(token)) => {
            let kept = cookie::set(cookie::PARKED, &token, 24 * 60 * 60, cx.app.config.secure());
            reply::see_with(&to, [kept])
        }
        Ok(None) => reply::see(&to),
        Err(error) => reply::error(cx, &error),
    }
}

fn sign_in_href(next: &str) -> String {
    let next = reply::local(next);
    serde_urlencoded::to_string([("next", next)])
        .map_or("/sign-in".into(), |query| format!("/sign-in?{query}"))
}

/// The path of an address, wherever its site; it is only ever used on this one.
fn local_path(address: &str) -> Option<String> {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.find('/').map(|at| rest[at..].to_owned())
}

/// Keeps a form that names its draft. Anybody can send one, so there are bounds to how much is
/// kept for people who may never come; beyond them it is let go.
async fn park(cx: &Cx, request: Request) -> Result<Option<String>> {
    let fields = Form::parse(&form::bytes(request.into_body()).await?)?.without_secrets();
    let place = fields.get("draft").to_owned();
    if !is_place(&place) {
        return Ok(None);
    }
    let token = URL_SAFE_NO_PAD.encode(cx.app.chance.bytes::<32>());
    let text = serde_json::to_string(&Parked { place, fields })
        .map_err(|_| crate::error::Error::Fault("a form could not be written"))?;
    if text.len() > DRAFT_LIMIT {
        return Ok(None);
    }
    let sealed = PersonKey::from_token(token.as_bytes()).seal_text(parked_place(), &text);
    let values = params![sessions::token_hash(&token), sealed, cx.now + 24 * HOUR];
    let counted = Counted::of_address(cx, "parked");
    let kept = work!(cx, |w| {
        w.tx.execute(&signing::DROP_OLD_PARKED, &params![w.now()])
            .await?;
        if w.tx.one(&store::PARKED_FORMS, &params![]).await?.int(0)? >= MOST_PARKED {
            return Ok(false);
        }
        counted.count(w).await?;
        w.tx.execute(&store::PARK, &values).await?;
        Ok(true)
    });
    match kept {
        Ok(kept) => Ok(kept.then_some(token)),
        Err(Error::Wait { .. }) => Ok(None),
        Err(error) => Err(error),
    }
}
