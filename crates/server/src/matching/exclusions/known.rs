//! Two who know each other from elsewhere and are matched all the same: one says it, the other is
//! asked, and when both are fine with going on it is kept, with their words, for supervision.

use cairn_db::{Row, params};
use cairn_domain::access::Act;
use cairn_domain::id::{KnownId, MemberId, RelationshipId};
use cairn_domain::matching::KnownState;
use cairn_domain::text::{self, TEXT_LIMIT};
use cairn_domain::{Micros, Refusal};
use cairn_seal::Place;

use crate::cx::Work;
use crate::error::{Error, Result};
use crate::matching::store::exclusions as store;
use crate::matching::{offers, seen};

/// What one of a pair has said.
pub struct Said {
    /// Its id.
    pub id: KnownId,
    /// Who said it.
    pub by: MemberId,
    /// Where it stands.
    pub state: KnownState,
    /// In their own words.
    pub words: String,
    /// What the other answered in theirs; empty for nothing.
    pub answer: String,
    /// When it was said.
    pub at: Micros,
}

/// Two people one of whom supports the other now.
pub struct Pair {
    /// Their relationship.
    pub id: RelationshipId,
    /// Who is supported. What is said is sealed with their key.
    pub participant: MemberId,
    /// Who supports.
    pub worker: MemberId,
    /// Since when.
    pub since: Micros,
    /// What was said about knowing each other.
    pub said: Option<Said>,
}

fn place(column: &'static str, id: KnownId) -> Place {
    Place {
        table: "matching_known",
        column,
        row: id.bytes(),
    }
}

async fn open(
    w: &mut Work<'_>,
    participant: MemberId,
    id: KnownId,
    (words, answer): (Vec<u8>, Option<Vec<u8>>),
) -> Result<(String, String)> {
    let words = w
        .open(participant, place("sealed_words", id), &words)
        .await?;
    let answer = match answer {
        None => String::new(),
        Some(sealed) => {
            w.open(participant, place("sealed_answer", id), &sealed)
                .await?
        }
    };
    Ok((words, answer))
}

/// Reads a pair for the asker, who is one of the two.
async fn read(w: &mut Work<'_>, act: Act, row: &Row) -> Result<Pair> {
    let mut pair = Pair {
        id: RelationshipId(row.id(0)?),
        participant: MemberId(row.id(1)?),
        worker: MemberId(row.id(2)?),
        since: row.int(3)?,
        said: None,
    };
    let me = w.me()?;
    if me != pair.participant && me != pair.worker {
        return Err(Error::NotYours {
            act: Some(act),
            subject: Some(pair.participant),
        });
    }
    let Some(id) = row.opt_id(4)?.map(KnownId) else {
        return Ok(pair);
    };
    let sealed = (row.bytes(7)?, row.opt_bytes(8)?);
    let (words, answer) = open(w, pair.participant, id, sealed).await?;
    pair.said = Some(Said {
        id,
        by: MemberId(row.id(5)?),
        state: KnownState::from_word(&row.text(6)?)
            .ok_or(Error::Fault("what a pair said stands nowhere"))?,
        words,
        answer,
        at: row.int(9)?,
    });
    Ok(pair)
}

/// The pairs the asker is one of, with what was said.
///
/// # Errors
/// The database's, or tampered.
pub async fn mine(w: &mut Work<'_>) -> Result<Vec<Pair>> {
    let me = w.me()?;
    let rows = w.tx.all(&store::PAIRS_OF, &params![me.0]).await?;
    let mut pairs = Vec::with_capacity(rows.len());
    for row in &rows {
        let pair = read(w, Act::ReadKnown, row).await?;
        if let Some(said) = &pair.said {
            w.may(Act::ReadKnown, pair.participant, "known", said.id.0)
                .await?;
        }
        pairs.push(pair);
    }
    Ok(pairs)
}

/// One pair of the asker's, for saying something about it.
async fn own(w: &mut Work<'_>, id: RelationshipId) -> Result<Pair> {
    let row = w.tx.one(&store::PAIR, &params![id.0]).await?;
    let pair = read(w, Act::SayKnown, &row).await?;
    w.may(Act::SayKnown, pair.participant, "relationship", id.0)
        .await?;
    Ok(pair)
}

/// The asker says that the two know each other from elsewhere; the other is asked. Saying it twice
/// is saying it once.
///
/// # Errors
/// Not found; what cannot be kept of the words, by the field `words`; `already-answered` when the
/// other said it first.
pub async fn say(w: &mut Work<'_>, id: RelationshipId, words: &str) -> Result<()> {
    let pair = own(w, id).await?;
    let me = w.me()?;
    let words = text::required_free("words", words, TEXT_LIMIT)?;
    match &pair.said {
        None => {}
        Some(said) if said.state.can_be_said_anew() => {
            let values = params![said.id.0, said.state.word()];
            w.tx.execute(&store::DROP_KNOWN, &values).await?;
        }
        Some(said) if said.by == me && said.words == words => return Ok(()),
        Some(_) => return Err(Refusal::new("already-answered").into()),
    }
    let known = KnownId(w.cx.new_id());
    let sealed = w
        .seal(pair.participant, place("sealed_words", known), &words)
        .await?;
    let values = params![
        known.0,
        w.cx.programme()?.id.0,
        id.0,
        pair.participant.0,
        pair.worker.0,
        me.0,
        sealed,
        w.now()
    ];
    if w.tx.execute(&store::SAY_KNOWN, &values).await? == 0 {
        return Err(Refusal::new("already-answered").into());
    }
    offers::wake(w, other(&pair, me));
    Ok(())
}

fn other(pair: &Pair, me: MemberId) -> MemberId {
    if pair.participant == me {
        pair.worker
    } else {
        pair.participant
    }
}

/// The other of the two answers whether they know of it and are fine with going on.
///
/// # Errors
/// Not found; `not-in-order` for who said it; `already-answered`; what cannot be kept of the words.
pub async fn answer(
    w: &mut Work<'_>,
    id: RelationshipId,
    go_on: bool,
    words: &str,
) -> Result<KnownState> {
    let pair = own(w, id).await?;
    let me = w.me()?;
    let words = text::free("answer", words, TEXT_LIMIT)?;
    let said = pair.said.as_ref().ok_or(Error::NOT_YOURS)?;
    let next = said.state.answered(said.by == me, go_on)?;
    if next == said.state {
        return Ok(next);
    }
    let sealed = match words.is_empty() {
        true => None,
        false => Some(
            w.seal(pair.participant, place("sealed_answer", said.id), &words)
                .await?,
        ),
    };
    let values = params![said.id.0, next.word(), sealed, w.now()];
    if w.tx.execute(&store::ANSWER_KNOWN, &values).await? == 0 {
        return Err(Refusal::new("already-answered").into());
    }
    offers::wake(w, said.by);
    Ok(next)
}

/// Who said it takes it back while the other has not answered. Nothing of it remains.
///
/// # Errors
/// Not found; `already-answered`.
pub async fn take_back(w: &mut Work<'_>, id: RelationshipId) -> Result<()> {
    let pair = own(w, id).await?;
    let me = w.me()?;
    let Some(said) = &pair.said else {
        return Ok(());
    };
    let values = params![said.id.0, KnownState::Asked.word()];
    if said.by != me || w.tx.execute(&store::DROP_KNOWN, &values).await? == 0 {
        return Err(Refusal::new("already-answered").into());
    }
    Ok(())
}

/// The asker would rather not be matched with the other of a pair again. Theirs alone; the pair
/// stays as it is.
///
/// # Errors
/// Not found.
pub async fn never_again(w: &mut Work<'_>, id: RelationshipId) -> Result<()> {
    let row = w.tx.one(&store::PAIR, &params![id.0]).await?;
    let me = super::admit(w).await?;
    let pair = [MemberId(row.id(1)?), MemberId(row.id(2)?)];
    if !pair.contains(&me) {
        return Err(Error::NOT_YOURS);
    }
    let other = if pair[0] == me { pair[1] } else { pair[0] };
    super::exclude(w, me, other).await
}

/// How many people wait for the asker's answer.
///
/// # Errors
/// The database's.
pub async fn asked(w: &mut Work<'_>) -> Result<i64> {
    let me = w.me()?;
    Ok(w.tx
        .one(&store::KNOWN_ASKED, &params![me.0])
        .await?
        .int(0)?)
}

/// A pair who know each other and go on, as supervision sees it on the list.
pub struct Kept {
    /// Its id.
    pub id: KnownId,
    /// Who is supported.
    pub participant: MemberId,
    /// Who supports.
    pub worker: MemberId,
    /// Since when both have said yes.
    pub at: Micros,
}

/// All pairs of the programme who know each other and go on. Who is on the list learns once a day
/// that it was read.
///
/// # Errors
/// The database's.
pub async fn kept(w: &mut Work<'_>) -> Result<Vec<Kept>> {
    w.note(Act::ReadKnownNotes, "known-list", None).await?;
    let mut today = seen::Today::by(w, Act::ReadKnownNotes, "known-list").await?;
    let programme = w.cx.programme()?.id;
    let rows = w.tx.all(&store::KNOWN_KEPT, &params![programme.0]).await?;
    let mut all = Vec::with_capacity(rows.len());
    for row in &rows {
        let kept = Kept {
            id: KnownId(row.id(0)?),
            participant: MemberId(row.id(1)?),
            worker: MemberId(row.id(2)?),
            at: row.opt_int(3)?.unwrap_or(0),
        };
        today.saw(w, kept.participant, kept.id.0).await?;
        all.push(kept);
    }
    Ok(all)
}

/// What a pair said, for supervision: kept ones only. The reading is written down.
///
/// # Errors
/// Not found.
pub async fn note(w: &mut Work<'_>, id: KnownId) -> Result<(Pair, Micros)> {
    let row = w.tx.one(&store::KNOWN, &params![id.0]).await?;
    let participant = MemberId(row.id(1)?);
    w.may(Act::ReadKnownNotes, participant, "known", id.0)
        .await?;
    let sealed = (row.bytes(4)?, row.opt_bytes(5)?);
    let (words, answer) = open(w, participant, id, sealed).await?;
    let at = row.int(6)?;
    let pair = Pair {
        id: RelationshipId(row.id(0)?),
        participant,
        worker: MemberId(row.id(2)?),
        since: at,
        said: Some(Said {
            id,
            by: MemberId(row.id(3)?),
            state: KnownState::Kept,
            words,
            answer,
            at,
        }),
    };
    Ok((pair, row.opt_int(7)?.unwrap_or(at)))
}
