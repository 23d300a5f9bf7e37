//! Offers whose time has run: their places are let go, and when the last offer of a request has
//! run out, the request rests until its person comes back. Nothing waits for this to happen: every
//! act decides by an offer's time and the clock. Sweeping only writes down what is so already.

use std::time::Duration;

use cairn_db::params;
use cairn_domain::id::{MemberId, RequestId};
use cairn_domain::matching::{RequestState, Step};

use crate::app::Shared;
use crate::cx::{Cx, Work};
use crate::error::Result;
use crate::matching::{offers, store};
use crate::{look, work};

/// How often it is looked for offers that ran out.
const EVERY: Duration = Duration::from_secs(60);

/// Sweeps up what has run out, for as long as the server runs. Several nodes may do it at once:
/// each change asks for the state it starts from, so the second finds nothing left to do.
pub async fn sweep_offers(app: Shared) {
    loop {
        if let Err(error) = sweep_offers_once(&app).await {
            tracing::error!(%error, "offers that ran out could not be swept up");
        }
        tokio::time::sleep(EVERY).await;
    }
}

/// Sweeps once; answers for how many requests something had run out.
///
/// # Errors
/// The database's.
pub async fn sweep_offers_once(app: &Shared) -> Result<usize> {
    let cx = Cx::command(app, None);
    let ids = look!(cx, |w| {
        let rows = w.tx.all(&store::RUNS_OUT, &params![w.now()]).await?;
        let ids = rows.iter().map(|row| Ok(RequestId(row.id(0)?)));
        ids.collect::<Result<Vec<RequestId>>>()
    })?;
    let mut swept = 0;
    for id in ids {
        let done = work!(cx, |w| {
            offers::hold_request(w, id).await?;
            settle(w, id).await
        });
        match done {
            Ok(done) => swept += usize::from(done),
            // One that cannot be swept must not keep the others from it.
            Err(error) => tracing::error!(%id, %error, "offers of a request could not be swept up"),
        }
    }
    Ok(swept)
}

/// Writes down which offers of a request have run out, and lets it rest when none is left. Nothing
/// sealed is opened. Whoever calls this has taken hold of the request. `false` when there was
/// nothing to write.
///
/// # Errors
/// The database's.
pub async fn settle(w: &mut Work<'_>, id: RequestId) -> Result<bool> {
    let row = w.tx.one(&store::REQUEST_STANDS, &params![id.0]).await?;
    let participant = MemberId(row.id(0)?);
    let state = RequestState::from_word(&row.text(1)?);
    let Some(Ok(next)) = state.map(|state| state.after(Step::RunOut)) else {
        return Ok(false);
    };
    if expire(w, id).await? == 0 {
        return Ok(false);
    }
    if offers::still_out(w, id).await? == 0 {
        let values = params![id.0, next.word(), w.now()];
        w.tx.execute(&store::REST, &values).await?;
    }
    offers::wake(w, participant);
    Ok(true)
}

/// The offers of a request whose time has run end; answers how many.
///
/// # Errors
/// The database's.
pub async fn expire(w: &mut Work<'_>, id: RequestId) -> Result<u64> {
    Ok(w.tx
        .execute(&store::RUN_OUT, &params![id.0, w.now()])
        .await?)
}

/// The requests of the programme whose offers all ran out and whose person has not answered since.
///
/// # Errors
/// The database's.
pub async fn ran_out(w: &mut Work<'_>) -> Result<Vec<RequestId>> {
    let programme = w.cx.programme()?.id;
    let values = params![programme.0, w.now()];
    let rows = w.tx.all(&store::RAN_OUT, &values).await?;
    rows.iter().map(|row| Ok(RequestId(row.id(0)?))).collect()
}
