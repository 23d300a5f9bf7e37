//! What somebody is told about a pair of theirs: on the page everybody starts from, until they say
//! that they have seen it. The words are `meetings-told-<kind>`, for the worker `…-work` where they differ.

use axum::response::Response;
use cairn_db::params;
use cairn_domain::Micros;
use cairn_domain::id::MemberId;
use cairn_words::Language;
use uuid::Uuid;

use crate::cx::{Cx, Work};
use crate::error::{Error, Result};
use crate::matching::offers;
use crate::matching::store::meetings as store;
use crate::site::{Id, reply};
use crate::work;

/// One thing somebody is told.
pub struct Told {
    /// Its id.
    pub id: Uuid,
    /// In words.
    pub words: String,
    /// Where more of it stands; empty when nowhere.
    pub href: String,
    /// Since when, microseconds since 1970 UTC.
    pub at: Micros,
}

/// Somebody is told something about a pair of theirs.
///
/// # Errors
/// The database's.
pub async fn tell(
    w: &mut Work<'_>,
    member: MemberId,
    about: MemberId,
    kind: &'static str,
    record: Uuid,
) -> Result<()> {
    let id = w.cx.new_id();
    let programme = w.cx.programme()?.id;
    let values = params![id, programme.0, member.0, about.0, kind, record, w.now()];
    w.tx.execute(&store::TELL, &values).await?;
    offers::wake(w, member);
    Ok(())
}

/// What somebody was told of a matter before is over: its page is not theirs any more.
///
/// # Errors
/// The database's.
pub async fn told_is_over(w: &mut Work<'_>, member: MemberId, record: Uuid) -> Result<()> {
    let values = params![member.0, record, w.now()];
    w.tx.execute(&store::SUPERSEDE, &values).await?;
    Ok(())
}

/// What the asker was told and has not marked as seen; `own` when they are the one supported.
///
/// # Errors
/// The database's, or tampered.
pub async fn told(w: &mut Work<'_>) -> Result<Vec<Told>> {
    let me = w.me()?;
    let rows = w.tx.all(&store::TOLD, &params![me.0]).await?;
    let mut all = Vec::with_capacity(rows.len());
    for row in &rows {
        let name = match w.name(MemberId(row.id(1)?)).await {
            Err(Error::NotYours { .. }) => String::new(),
            name => name?,
        };
        let kind = row.text(2)?;
        all.push(Told {
            id: row.id(0)?,
            words: words(&w.cx, &kind, name),
            href: href(&kind, row.id(3)?),
            at: row.int(4)?,
        });
    }
    Ok(all)
}

fn words(cx: &Cx, kind: &str, name: String) -> String {
    let name = if name.is_empty() {
        cx.t("conversations-somebody")
    } else {
        name
    };
    let key = format!("meetings-told-{kind}");
    debug_assert!(cx.app.words.has(Language::En, &key), "{key}");
    cx.text(&key, &cairn_words::args().set("name", name))
}

/// Where more of it stands. What has ended has no page any more for the worker who left.
fn href(kind: &str, record: Uuid) -> String {
    match kind {
        "change-asked" | "change-programme" | "change-programme-work" | "new-worker" | "ending" => {
            format!("/changes/{record}")
        }
        "hand-over" | "words" => format!("/changes/{record}/hand-over"),
        "apart" => "/offers".into(),
        _ => String::new(),
    }
}

/// `POST /told/{id}`: the asker has seen it.
///
/// # Errors
/// Not found when it was not told to them.
pub async fn seen_page(cx: Cx, Id(id): Id<Uuid>) -> Result<Response> {
    work!(cx, |w| seen(w, id).await)?;
    Ok(reply::see("/home"))
}

async fn seen(w: &mut Work<'_>, id: Uuid) -> Result<()> {
    let row = w.tx.one(&store::TOLD_TO, &params![id]).await?;
    let me = w.me()?;
    if MemberId(row.id(0)?) != me {
        return Err(Error::NOT_YOURS);
    }
    let values = params![id, me.0, w.now()];
    w.tx.execute(&store::SEEN_TOLD, &values).await?;
    Ok(())
}
