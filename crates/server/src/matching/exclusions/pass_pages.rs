//! "Not this one", with or without "I know this person". To everybody else the two are the same.

use axum::response::Response;
use cairn_domain::id::OfferId;

use super::exclude;
use crate::cx::{Cx, Work};
use crate::error::{Error, Result};
use crate::matching::{self, offers};
use crate::site::{Form, Id, reply};
use crate::work;

/// The person passes on one of their offers; who they know goes on their private list too.
///
/// # Errors
/// Not found for an offer that is not the asker's; `already-answered` when it has ended.
async fn pass(w: &mut Work<'_>, id: OfferId, known: bool) -> Result<()> {
    matching::pass(w, id, "").await?;
    if known {
        let (participant, worker) = offers::parties(w, id).await?;
        exclude(w, participant, worker).await?;
    }
    Ok(())
}

/// `POST /offers/{id}/pass`.
///
/// # Errors
/// Not found.
pub async fn pass_page(cx: Cx, Id(id): Id<OfferId>, form: Form) -> Result<Response> {
    let known = form.ticked("known", "yes");
    match work!(cx, |w| pass(w, id, known).await) {
        Ok(()) if known => Ok(reply::see("/offers?said=never-passed")),
        Ok(()) => Ok(reply::see("/offers?said=passed-on")),
        Err(Error::Refused(_)) => Ok(reply::see("/offers?tried=moved")),
        Err(error) => Err(error),
    }
}
