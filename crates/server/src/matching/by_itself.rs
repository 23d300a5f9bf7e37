//! Programmes whose offers go out by themselves: whenever somebody begins to wait, it is worked
//! out again for everybody who does.

use std::time::Duration;

use cairn_domain::matching::RequestState;

use crate::app::Shared;
use crate::cx::Cx;
use crate::error::Result;
use crate::look;
use crate::matching::runs::{self, Scope};
use crate::people;

/// How long it takes at most until somebody is looked for whose notice was lost.
const AT_LEAST_EVERY: Duration = Duration::from_secs(600);
/// Several who begin to wait at once are looked for together.
const GATHER: Duration = Duration::from_millis(200);

/// Looks again whenever somebody begins to wait, for as long as the server runs.
pub async fn look_again(app: Shared) {
    let mut notices = app.bus.subscribe(people::LOOK_AGAIN);
    loop {
        if let Err(error) = look_once(&app).await {
            tracing::error!(%error, "looking for offers by itself failed");
        }
        let _ = tokio::time::timeout(AT_LEAST_EVERY, notices.next()).await;
        tokio::time::sleep(GATHER).await;
    }
}

/// Looks once, in every programme that wants it.
///
/// # Errors
/// The database's.
pub async fn look_once(app: &Shared) -> Result<()> {
    let cx = Cx::command(app, None);
    for programme in look!(cx, |w| people::programmes::all(w).await)? {
        if !programme.settings.offers_go_out {
            continue;
        }
        let id = programme.id;
        let cx = Cx::command(app, Some(programme));
        let counts = look!(cx, |w| people::request_counts(w, id).await)?;
        if counts
            .iter()
            .any(|(state, _)| *state == RequestState::Waiting)
        {
            runs::run(&cx, Scope::All).await?;
        }
    }
    Ok(())
}
