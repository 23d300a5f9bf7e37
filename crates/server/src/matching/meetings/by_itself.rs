//! What time does: first meetings whose time is over count as going on, and goodbyes come to their
//! end. Each is done in a piece of work of its own that changes nothing when it was done before, so
//! that any number of servers can look at once.

use std::time::Duration;

use cairn_db::params;
use cairn_domain::id::{ChangeId, ProgrammeId, RelationshipId};
use cairn_domain::matching::Standing;
use cairn_domain::matching::meetings as rules;

use crate::app::Shared;
use crate::cx::{Cx, Work};
use crate::error::{Error, Result};
use crate::matching::changes;
use crate::matching::meetings::{go_on, meeting};
use crate::matching::store::{changes as store_changes, meetings as store};
use crate::{look, people, work};

/// How long it takes at most until something is done whose time has come.
const EVERY: Duration = Duration::from_secs(60);

/// Looks every minute, for as long as the server runs.
pub async fn settle_by_itself(app: Shared) {
    loop {
        if let Err(error) = settle_once(&app).await {
            tracing::error!(%error, "settling pairs whose time has come failed");
        }
        tokio::time::sleep(EVERY).await;
    }
}

/// Does everything whose time has come; answers with how many first meetings were settled and how
/// many goodbyes ended.
///
/// # Errors
/// The database's.
pub async fn settle_once(app: &Shared) -> Result<(usize, usize)> {
    let cx = Cx::command(app, None);
    let (meetings, endings) = look!(cx, |w| due(w).await)?;
    let (mut settled, mut ended) = (0, 0);
    for (id, programme) in meetings {
        let cx = of_programme(app, programme).await?;
        settled += usize::from(once(work!(cx, |w| goes_on(w, id).await))?);
    }
    for (id, programme) in endings {
        let cx = of_programme(app, programme).await?;
        ended += usize::from(once(work!(cx, |w| changes::time_is_over(w, id).await))?);
    }
    Ok((settled, ended))
}

/// First meetings and changes with their programmes.
type Due = (
    Vec<(RelationshipId, ProgrammeId)>,
    Vec<(ChangeId, ProgrammeId)>,
);

async fn due(w: &mut Work<'_>) -> Result<Due> {
    let now = params![w.now()];
    let mut due = Due::default();
    for row in w.tx.all(&store::DUE_MEETINGS, &now).await? {
        due.0
            .push((RelationshipId(row.id(0)?), ProgrammeId(row.id(1)?)));
    }
    for row in w.tx.all(&store_changes::DUE_CHANGES, &now).await? {
        due.1.push((ChangeId(row.id(0)?), ProgrammeId(row.id(1)?)));
    }
    Ok(due)
}

async fn of_programme(app: &Shared, id: ProgrammeId) -> Result<Cx> {
    let cx = Cx::command(app, None);
    let programme = look!(cx, |w| people::programme_by_id(w, id).await)?;
    Ok(Cx::command(app, Some(programme)))
}

/// Somebody else, or another server, was there first: that is no fault.
fn once(done: Result<bool>) -> Result<bool> {
    match done {
        Err(Error::Refused(_)) => Ok(false),
        done => done,
    }
}

/// A "no" settles a first meeting when it is said, so none is left here that has one.
async fn goes_on(w: &mut Work<'_>, id: RelationshipId) -> Result<bool> {
    let Some(meeting) = meeting(w, id).await? else {
        return Ok(false);
    };
    let standing = rules::outcome_at(None, None, meeting.goes_on_at, w.now());
    if meeting.standing != Standing::Meeting || standing != Standing::GoingOn {
        return Ok(false);
    }
    go_on(w, &meeting, "time-over").await?;
    Ok(true)
}
