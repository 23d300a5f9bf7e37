//! The page everybody starts from. A person who is several things in a programme finds the parts
//! one below the other.

use askama::Template;
use axum::response::Response;
use cairn_db::{Row, params};
use cairn_domain::Micros;
use cairn_domain::access::{Act, Role};
use cairn_domain::id::{ConversationId, MemberId};
use cairn_domain::matching::RequestState;
use cairn_domain::operations::told;

use crate::cx::{Cx, Work};
use crate::error::{Error, Result};
use crate::matching::{self, Beside};
use crate::operations::counts::{self, Counts};
use crate::operations::store;
use crate::plans::{self, GoalCounts};
use crate::site::{Page, reply};
use crate::work;

/// What a participant comes home to.
struct Mine {
    /// Where their last request stands, as a word; `ran_out` when the time of all their offers has
    /// run; empty when they never asked.
    request: &'static str,
    /// How many offers they can read.
    offers: i64,
    supporters: Vec<Other>,
    goals: GoalCounts,
}

/// What a worker comes home to.
struct AtWork {
    /// How many people picked them and wait.
    asked: i64,
    /// Whether they can be offered to anybody.
    published: bool,
    people: Vec<Other>,
}

/// The other of a pair.
struct Other {
    member: MemberId,
    name: String,
    since: Micros,
    thread: Option<ConversationId>,
    unread: i64,
}

/// One number with its words, and the list it counts.
struct Figure {
    /// `None` when it is too small to be told.
    number: Option<i64>,
    key: &'static str,
    href: &'static str,
    note: String,
}

#[derive(Template)]
#[template(path = "operations/home.html")]
struct HomePage {
    page: Page,
    name: String,
    ask_href: String,
    mine: Option<Mine>,
    at_work: Option<AtWork>,
    board: Vec<Figure>,
    outcome: Vec<Figure>,
    administrator: bool,
    /// How many ask the reader whether it is all right that they know each other; `None` for who
    /// is in no pair.
    known: Option<i64>,
    /// Whether the reader sees who knows each other, for supervision.
    notes: bool,
    /// First meetings, changes of worker, and what one is told about them.
    beside: Beside,
}

impl HomePage {
    /// Whether there is nothing on the page for the roles this person has.
    fn is_empty(&self) -> bool {
        self.mine.is_none()
            && self.at_work.is_none()
            && self.board.is_empty()
            && self.outcome.is_empty()
            && !self.administrator
            && !self.notes
            && self.beside.told.is_empty()
    }
}

/// The page everybody starts from.
///
/// # Errors
/// The database's, or tampered.
pub async fn home_page(cx: Cx) -> Result<Response> {
    if cx.member().is_err() {
        return Ok(reply::see("/programmes"));
    }
    reply::page(&home(&cx).await?)
}

/// The parts for each of the asker's roles, read at one moment.
async fn home(cx: &Cx) -> Result<HomePage> {
    let (mine, at_work, counts, known, beside) = work!(cx, |w| {
        let mine = match is(&w.cx, Role::Participant) {
            true => Some(mine(w).await?),
            false => None,
        };
        let at_work = match is(&w.cx, Role::Worker) {
            true => Some(at_work(w).await?),
            false => None,
        };
        let pairs = mine.as_ref().map_or(0, |mine: &Mine| mine.supporters.len())
            + at_work
                .as_ref()
                .map_or(0, |work: &AtWork| work.people.len());
        let known = match pairs {
            0 => None,
            _ => Some(matching::exclusions::asked(w).await?),
        };
        let counts = match w.cx.could(Act::ReadCounts) {
            true => counts::counts(w).await?,
            false => Counts::default(),
        };
        let beside = match w.cx.could(Act::ReadMeeting) {
            true => matching::beside(w).await?,
            false => Beside::default(),
        };
        Ok((mine, at_work, counts, known, beside))
    })?;
    let coordinates = is(cx, Role::Coordinator);
    let class = if coordinates { "wide" } else { "" };
    let mut page = HomePage {
        page: Page::new(cx, "operations-home").class(class),
        name: cx.member()?.name.clone(),
        ask_href: format!("/p/{}/ask", cx.programme()?.slug),
        mine,
        at_work,
        board: Vec::new(),
        outcome: Vec::new(),
        administrator: is(cx, Role::Administrator),
        known,
        notes: cx.could(Act::ReadKnownNotes),
        beside,
    };
    if coordinates {
        page.board = board(&page.page, &counts);
    } else if is(cx, Role::Evaluator) {
        page.outcome = outcome(&counts);
    }
    Ok(page)
}

fn is(cx: &Cx, role: Role) -> bool {
    cx.member().is_ok_and(|member| member.roles.contains(&role))
}

async fn mine(w: &mut Work<'_>) -> Result<Mine> {
    let me = params![w.me()?.0];
    let (mut request, mut offers) = ("", 0);
    let asked = params![w.me()?.0, w.now()];
    if let Some(row) = w.tx.first(&store::LAST_REQUEST, &asked).await? {
        request = RequestState::from_word(&row.text(0)?).map_or("", RequestState::word);
        offers = row.int(1)?;
        if matches!(request, "offered" | "resting") && offers == 0 && row.int(2)? > 0 {
            request = "ran_out";
        }
    }
    let rows = w.tx.all(&store::MY_SUPPORTERS, &me).await?;
    let me = w.me()?;
    Ok(Mine {
        request,
        offers,
        supporters: others(w, &rows).await?,
        goals: plans::goal_counts(w, me).await?,
    })
}

async fn at_work(w: &mut Work<'_>) -> Result<AtWork> {
    let me = params![w.me()?.0];
    let row = w.tx.one(&store::ASKED_OF_ME, &me).await?;
    let rows = w.tx.all(&store::MY_PEOPLE, &me).await?;
    Ok(AtWork {
        asked: row.int(0)?,
        published: row.int(1)? > 0,
        people: others(w, &rows).await?,
    })
}

async fn others(w: &mut Work<'_>, rows: &[Row]) -> Result<Vec<Other>> {
    let mut out = Vec::with_capacity(rows.len());
    for row in rows {
        let member = MemberId(row.id(0)?);
        out.push(Other {
            member,
            name: match w.name(member).await {
                Err(Error::NotYours { .. }) => String::new(),
                name => name?,
            },
            since: row.int(1)?,
            thread: row.opt_id(2)?.map(ConversationId),
            unread: row.int(3)?,
        });
    }
    Ok(out)
}

/// What the coordinator's turn is, and how everybody else stands.
fn board(page: &Page, counts: &Counts) -> Vec<Figure> {
    let figure = |number, key, href| Figure {
        number: Some(number),
        key,
        href,
        note: String::new(),
    };
    let longest = counts
        .longest
        .map(|at| page.with("operations-longest", "ago", page.ago(&at)))
        .unwrap_or_default();
    let of = page.with("operations-free-of", "count", counts.workers);
    vec![
        Figure {
            note: longest,
            ..figure(counts.waiting, "operations-waiting", "/waiting")
        },
        figure(counts.proposed, "operations-proposed", "/proposals"),
        figure(
            counts.offered,
            "operations-offered",
            "/waiting?state=offered",
        ),
        figure(counts.picked, "operations-picked", "/waiting?state=picked"),
        figure(
            counts.resting,
            "operations-resting",
            "/waiting?state=resting",
        ),
        figure(counts.draft, "operations-draft", ""),
        figure(counts.running, "operations-running", "/pairs"),
        figure(counts.matched, "operations-matched", ""),
        Figure {
            note: of,
            ..figure(counts.free, "operations-free", "/load")
        },
    ]
}

/// Counts without names; small ones are not told.
fn outcome(counts: &Counts) -> Vec<Figure> {
    [
        (counts.draft, "operations-draft"),
        (counts.waiting, "operations-waiting"),
        (counts.offered, "operations-offered"),
        (counts.picked, "operations-picked"),
        (counts.resting, "operations-resting"),
        (counts.running, "operations-running"),
        (counts.matched, "operations-matched"),
        (counts.free, "operations-free"),
    ]
    .into_iter()
    .map(|(number, key)| Figure {
        number: told(number),
        key,
        href: "",
        note: String::new(),
    })
    .collect()
}
