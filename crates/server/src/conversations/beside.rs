//! What the two of a conversation can do about being a pair: links to their first meeting, to a
//! change of worker, and to what was handed over.

use cairn_db::params;
use cairn_domain::id::MemberId;
use uuid::Uuid;

use crate::conversations::store;
use crate::conversations::threads::{self, Thread};
use crate::cx::Work;
use crate::error::Result;

/// A link with its words.
pub struct Link {
    /// Where it leads.
    pub href: String,
    /// What it says.
    pub words: String,
}

/// The links for the asker.
///
/// # Errors
/// The database's, or tampered.
pub async fn links(w: &mut Work<'_>, thread: &Thread) -> Result<Vec<Link>> {
    let me = w.me()?;
    let values = params![thread.participant.0, me.0, thread.id.0];
    let rows = w.tx.all(&store::BESIDE, &values).await?;
    let mut links = Vec::new();
    for row in &rows {
        let own = thread.participant == me;
        let other = if own {
            MemberId(row.id(1)?)
        } else {
            thread.participant
        };
        let knows = own || row.opt_boolean(4)? == Some(true);
        let (key, href) = of_pair(row, own, knows)?;
        let name = threads::called(w, other).await?;
        let words = w.cx.text(key, &cairn_words::args().set("name", name));
        links.push(Link { href, words });
    }
    if let Some(row) =
        w.tx.first(&store::HANDED, &params![thread.id.0, me.0])
            .await?
    {
        links.push(Link {
            href: format!("/changes/{}/hand-over", row.id(0)?),
            words: w.cx.t("conversations-handed-over"),
        });
    }
    Ok(links)
}

/// What one pair can do now.
fn of_pair(row: &cairn_db::Row, own: bool, knows: bool) -> Result<(&'static str, String)> {
    let pair: Uuid = row.id(0)?;
    let change = row.opt_id(3)?.filter(|_| knows);
    Ok(match (row.opt_text(2)?.as_deref(), change) {
        (Some("meeting"), _) => ("conversations-first-meeting", format!("/meetings/{pair}")),
        (_, Some(change)) => ("conversations-change", format!("/changes/{change}")),
        _ if own => ("conversations-other", format!("/pairs/{pair}/change")),
        _ => ("conversations-cannot", format!("/pairs/{pair}/change")),
    })
}
