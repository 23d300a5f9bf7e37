//! What the page everybody starts from says of somebody's pairs: what they were told, first meetings,
//! and changes of worker.

use cairn_db::params;
use cairn_domain::id::{MemberId, RelationshipId};
use cairn_domain::matching::{Answer, ChangeState, Standing};
use uuid::Uuid;

use super::pages::called;
use super::told::{Told, told};
use super::{meeting, said_by_me};
use crate::cx::Work;
use crate::error::Result;
use crate::matching::changes::{self, Change};
use crate::matching::store::meetings as store;

/// A link with a line of text.
pub struct Door {
    /// Where it leads.
    pub href: String,
    /// Its words.
    pub title: String,
    /// What stands below them.
    pub text: String,
}

/// What somebody's pairs are about now.
#[derive(Default)]
pub struct Beside {
    /// What they were told.
    pub told: Vec<Told>,
    /// First meetings and changes.
    pub doors: Vec<Door>,
    /// The name of a worker who stays until somebody new has said yes.
    pub stays: Option<String>,
    /// Pairs that go on: the other's name, and where one can ask for a change.
    pub going_on: Vec<(Uuid, String)>,
}

/// What the asker's pairs are about now.
///
/// # Errors
/// The database's, or tampered.
pub async fn beside(w: &mut Work<'_>) -> Result<Beside> {
    let mut beside = Beside {
        told: told(w).await?,
        ..Beside::default()
    };
    let me = w.me()?;
    let changes = changes::mine(w).await?;
    for row in w.tx.all(&store::PAIRS_OF, &params![me.0]).await? {
        let id = RelationshipId(row.id(0)?);
        let (participant, worker) = (MemberId(row.id(1)?), MemberId(row.id(2)?));
        let other = if participant == me {
            worker
        } else {
            participant
        };
        if row.opt_text(4)?.as_deref() == Some(Standing::Meeting.word()) {
            let door = first_meeting(w, id, other).await?;
            beside.doors.push(door);
        } else if !changes.iter().any(|change| change.relationship == id) {
            beside.going_on.push((id.0, called(w, other).await?));
        }
    }
    for change in &changes {
        if change.participant == me && change.state == ChangeState::Looking && change.runs {
            beside.stays = Some(called(w, change.worker).await?);
        }
        let door = of_change(w, change).await?;
        beside.doors.push(door);
    }
    Ok(beside)
}

async fn first_meeting(w: &mut Work<'_>, id: RelationshipId, other: MemberId) -> Result<Door> {
    let name = called(w, other).await?;
    let mut text = "meetings-door-text";
    if let Some(meeting) = meeting(w, id).await?
        && w.now() >= meeting.asks_again_at
        && said_by_me(w, &meeting).await? != Some(Answer::Yes)
    {
        text = "meetings-door-again";
    }
    let args = cairn_words::args().set("name", name);
    Ok(Door {
        href: format!("/meetings/{id}"),
        title: w.cx.text("meetings-title-with", &args),
        text: w.cx.text(text, &args),
    })
}

async fn of_change(w: &mut Work<'_>, change: &Change) -> Result<Door> {
    let own = change.participant == w.me()?;
    let other = if own {
        change.worker
    } else {
        change.participant
    };
    let name = called(w, other).await?;
    let side = if own { "own" } else { "work" };
    let args = cairn_words::args().set("name", name);
    let title = format!("changes-door-{side}");
    let text = format!("changes-door-{}-text", change.state.word());
    Ok(Door {
        href: format!("/changes/{}", change.id),
        title: w.cx.text(&title, &args),
        text: w.cx.text(&text, &args),
    })
}
