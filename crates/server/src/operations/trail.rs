//! The trail: who read or changed what about whom, and who was turned away. Lines are written in
//! the transaction of the act itself; they hold ids and words of the tables, never anybody's text.

use cairn_db::params;
use cairn_domain::DAY;
use cairn_domain::access::Act;
use cairn_domain::id::MemberId;
use uuid::Uuid;

use crate::cx::{Cx, Work};
use crate::error::Result;
use crate::operations::store;

/// One line of the trail as its subject reads it.
pub struct Line {
    /// When, microseconds since 1970 UTC.
    pub at: i64,
    /// Who; `None` for the programme's own doing.
    pub actor: Option<MemberId>,
    /// What, a word of [`Act`].
    pub act: String,
    /// The kind of record.
    pub kind: String,
    /// Whether it was refused.
    pub refused: bool,
}

/// Writes down an act in its own transaction.
///
/// # Errors
/// The database's.
pub async fn done(
    w: &mut Work<'_>,
    act: Act,
    subject: Option<MemberId>,
    kind: &'static str,
    record: Option<Uuid>,
) -> Result<()> {
    let values = line(&w.cx, act.word(), subject, kind, record, "done");
    w.tx.execute(&store::ADD_LINE, &values).await?;
    Ok(())
}

fn line(
    cx: &Cx,
    act: &str,
    subject: Option<MemberId>,
    kind: &str,
    record: Option<Uuid>,
    outcome: &str,
) -> [cairn_db::Value; 10] {
    params![
        cx.new_id(),
        cx.programme.as_ref().map(|programme| programme.id.0),
        cx.now,
        cx.member().ok().map(|member| member.id.0),
        subject.map(|member| member.0),
        act,
        outcome,
        kind,
        record,
        cx.route
    ]
}

/// Writes down that somebody who has signed in was turned away.
///
/// # Errors
/// The database's.
pub async fn refused(cx: &Cx, act: Option<Act>, subject: Option<MemberId>) -> Result<()> {
    if cx.who.is_none() {
        return stranger(cx).await;
    }
    let values = line(
        cx,
        act.map_or("open", Act::word),
        subject,
        "route",
        None,
        "refused",
    );
    cx.app
        .db
        .act(move |tx| Box::pin(async move { tx.execute(&store::ADD_REFUSAL, &values).await }))
        .await?;
    Ok(())
}

/// Counts that somebody who has not signed in was turned away.
///
/// # Errors
/// The database's.
pub async fn stranger(cx: &Cx) -> Result<()> {
    let values = params![cx.now / DAY, cx.route];
    cx.app
        .db
        .act(move |tx| Box::pin(async move { tx.execute(&store::COUNT_STRANGER, &values).await }))
        .await?;
    Ok(())
}
