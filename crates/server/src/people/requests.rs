//! Requests for support, as they are kept: one sealed document of answers for each.

use cairn_db::{Row, params};
use cairn_domain::Refusal;
use cairn_domain::id::{MemberId, ProgrammeId, RequestId};
use cairn_domain::matching::{RequestState, Step};
use cairn_domain::people::Answers;
use cairn_seal::Place;

use crate::cx::Work;
use crate::error::{Error, Result};
use crate::people::store;

/// A request for support.
#[derive(Clone, Debug)]
pub struct Request {
    /// Its id.
    pub id: RequestId,
    /// Who asks.
    pub participant: MemberId,
    /// Where it stands.
    pub state: RequestState,
    /// 0, 1 or 2, the most pressing; set by the programme.
    pub priority: i64,
    /// What was answered.
    pub answers: Answers,
    /// When it was begun, microseconds since 1970 UTC.
    pub started_at: i64,
    /// When it was sent, microseconds since 1970 UTC; `None` while it is being written.
    pub sent_at: Option<i64>,
    /// Counts changes, so that two people who change it at once notice.
    pub version: i64,
}

/// Where the answers of a request are kept. They are sealed with the participant's key.
#[must_use]
pub fn answers_place(request: RequestId) -> Place {
    Place {
        table: "people_request",
        column: "sealed_answers",
        row: request.bytes(),
    }
}

async fn read(w: &mut Work<'_>, row: &Row) -> Result<Request> {
    let id = RequestId(row.id(0)?);
    let participant = MemberId(row.id(1)?);
    let text = w
        .open(participant, answers_place(id), &row.bytes(4)?)
        .await?;
    Ok(Request {
        id,
        participant,
        state: RequestState::from_word(&row.text(2)?)
            .ok_or(Error::Fault("a request's state is not known"))?,
        priority: row.int(3)?,
        answers: serde_json::from_str(&text)
            .map_err(|_| Error::Fault("a request's answers cannot be read"))?,
        version: row.int(5)?,
        started_at: row.int(6)?,
        sent_at: row.opt_int(7)?,
    })
}

/// A request by its id. Whoever asks must have been let through by [`Work::may`].
///
/// # Errors
/// Not found.
pub async fn request(w: &mut Work<'_>, id: RequestId) -> Result<Request> {
    let row = w.tx.one(&store::REQUEST, &params![id.0]).await?;
    read(w, &row).await
}

/// A person's request that has not ended, if there is one.
///
/// # Errors
/// The database's.
pub async fn open_request(w: &mut Work<'_>, participant: MemberId) -> Result<Option<Request>> {
    match w
        .tx
        .first(&store::OPEN_REQUEST, &params![participant.0])
        .await?
    {
        None => Ok(None),
        Some(row) => Ok(Some(read(w, &row).await?)),
    }
}

/// What was read, or nothing when just this one cannot be: its seal does not open, its key is gone,
/// or what it holds is not understood. It is named in the log, and the others go on.
///
/// # Errors
/// The database's.
pub fn readable<T>(read: Result<T>, what: &'static str, id: uuid::Uuid) -> Result<Option<T>> {
    match read {
        Ok(read) => Ok(Some(read)),
        Err(error @ (Error::Tampered(_) | Error::NotYours { .. } | Error::Fault(_))) => {
            tracing::error!(what, %id, %error, "this one cannot be read; the others go on");
            Ok(None)
        }
        Err(error) => Err(error),
    }
}

/// All requests of a programme in a state that can be read, the longest waiting first. One that is
/// damaged is named in the log and left out.
///
/// # Errors
/// The database's.
pub async fn requests_in(
    w: &mut Work<'_>,
    programme: ProgrammeId,
    state: RequestState,
) -> Result<Vec<Request>> {
    Ok(requests_and_damaged(w, programme, state).await?.0)
}

/// The same, and beside them those that cannot be read.
///
/// # Errors
/// The database's.
pub async fn requests_and_damaged(
    w: &mut Work<'_>,
    programme: ProgrammeId,
    state: RequestState,
) -> Result<(Vec<Request>, Vec<Damaged>)> {
    let rows =
        w.tx.all(&store::REQUESTS_IN, &params![programme.0, state.word()])
            .await?;
    let (mut out, mut damaged) = (Vec::with_capacity(rows.len()), Vec::new());
    for row in &rows {
        let id = RequestId(row.id(0)?);
        let request = read(w, row).await;
        match readable(request, "a request", id.0)? {
            Some(request) => out.push(request),
            None => damaged.push(Damaged {
                id,
                sent_at: row.opt_int(7)?,
            }),
        }
    }
    Ok((out, damaged))
}

/// A request that cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Damaged {
    /// Its id.
    pub id: RequestId,
    /// When it was sent, microseconds since 1970 UTC.
    pub sent_at: Option<i64>,
}

/// How many requests of a programme stand where.
///
/// # Errors
/// The database's.
pub async fn request_counts(
    w: &mut Work<'_>,
    programme: ProgrammeId,
) -> Result<Vec<(RequestState, i64)>> {
    let rows =
        w.tx.all(&store::REQUEST_COUNTS, &params![programme.0])
            .await?;
    let mut out = Vec::with_capacity(rows.len());
    for row in &rows {
        if let Some(state) = RequestState::from_word(&row.text(0)?) {
            out.push((state, row.int(1)?));
        }
    }
    Ok(out)
}

/// Begins a request in the state `draft`.
///
/// # Errors
/// `already-waiting` when the person has one that has not ended.
pub async fn begin_request(
    w: &mut Work<'_>,
    participant: MemberId,
    answers: &Answers,
) -> Result<RequestId> {
    let id = RequestId(w.cx.new_id());
    let programme = w.cx.programme()?.id;
    let text = written(answers)?;
    let sealed = w.seal(participant, answers_place(id), &text).await?;
    let draft = RequestState::Draft.word();
    let never: Option<i64> = None;
    let values = params![
        id.0,
        programme.0,
        participant.0,
        draft,
        0i64,
        sealed,
        w.now(),
        never
    ];
    let added =
        w.tx.execute(&store::ADD_REQUEST, &values)
            .await
            .map_err(Error::from);
    added.map_err(|e| e.unique("people_request_open", Refusal::new("already-waiting")))?;
    Ok(id)
}

/// Keeps changed answers. The request counts one version up.
///
/// # Errors
/// `already-answered` when somebody changed it since it was read.
pub async fn save_answers(w: &mut Work<'_>, request: &mut Request) -> Result<()> {
    let text = written(&request.answers)?;
    let sealed = w
        .seal(request.participant, answers_place(request.id), &text)
        .await?;
    let values = params![request.id.0, sealed, w.now(), request.version];
    moved(w.tx.execute(&store::SAVE_ANSWERS, &values).await?)?;
    request.version += 1;
    Ok(())
}

/// The topic on which it is said that somebody waits for whom offers could be looked for.
pub const LOOK_AGAIN: &str = "requests";

/// Moves a request one step on, if it still stands where it was read.
///
/// # Errors
/// `already-answered` or `not-in-order`.
pub async fn move_request(w: &mut Work<'_>, request: &mut Request, step: Step) -> Result<()> {
    let next = request.state.after(step)?;
    let sent_at = if step == Step::Send {
        // A request that took over an earlier place keeps it.
        request.sent_at.or(Some(w.now()))
    } else {
        request.sent_at
    };
    let values = params![request.id.0, next.word(), sent_at, w.now(), request.version];
    moved(w.tx.execute(&store::MOVE_REQUEST, &values).await?)?;
    request.state = next;
    request.sent_at = sent_at;
    request.version += 1;
    if next == RequestState::Waiting {
        w.wake(LOOK_AGAIN.to_owned(), Vec::new());
    }
    Ok(())
}

/// Sets how pressing a request is: 0, 1 or 2.
///
/// # Errors
/// `already-answered` when somebody changed it since it was read.
pub async fn set_priority(w: &mut Work<'_>, request: &mut Request, priority: i64) -> Result<()> {
    let values = params![request.id.0, priority.clamp(0, 2), w.now(), request.version];
    moved(w.tx.execute(&store::SET_PRIORITY, &values).await?)?;
    request.priority = priority.clamp(0, 2);
    request.version += 1;
    Ok(())
}

/// A request that is open takes over the place of an earlier one in the list, and how pressing it
/// was, where that is the better place.
///
/// # Errors
/// The database's.
pub async fn carry_place(w: &mut Work<'_>, open: RequestId, earlier: &Request) -> Result<()> {
    let values = params![open.0, earlier.sent_at, earlier.priority];
    w.tx.execute(&store::CARRY_PLACE, &values).await?;
    Ok(())
}

fn moved(rows: u64) -> Result<()> {
    if rows == 1 {
        Ok(())
    } else {
        Err(Refusal::new("already-answered").into())
    }
}

fn written(answers: &Answers) -> Result<String> {
    serde_json::to_string(answers)
        .map_err(|_| Error::Fault("a request's answers could not be written"))
}
