//! The waiting list: who has asked, for how many days they wait, how pressing it is and why, and
//! whose turn it is; a page at a time, by what one looks for.

use askama::Template;
use axum::response::Response;
use cairn_db::params;
use cairn_domain::access::Act;
use cairn_domain::id::{MemberId, RequestId};
use cairn_domain::matching::RequestState;
use cairn_domain::matching::terms::{self, word_key};
use cairn_domain::people::Kind;

use crate::cx::{Cx, Work};
use crate::error::{Error, Result};
use crate::matching::board::choose::days_since;
use crate::matching::board::pressing;
use crate::matching::store::board as store;
use crate::matching::waiting::priority_words;
use crate::matching::{meetings, offers, run_out, said, seen};
use crate::people;
use crate::site::page::query;
use crate::site::{Form, Page, reply};
use crate::work;

/// People on one page.
const PEOPLE: usize = 50;
/// What one can look for by how it stands.
const STATES: [&str; 6] = ["waiting", "found", "nobody", "offered", "picked", "resting"];

/// One request as the list's statement tells it, nothing opened.
struct Listed {
    id: RequestId,
    participant: MemberId,
    state: RequestState,
    priority: i64,
    sent_at: Option<i64>,
    found: bool,
    unserved: bool,
    ran_out: bool,
}

/// One person on the list.
struct Row {
    id: RequestId,
    name: String,
    days: i64,
    kind: String,
    priority: i64,
    priority_words: String,
    /// What makes it pressing, in words of a coordinator's.
    why: String,
    /// Trainings a supporter must have.
    needs: String,
    state: String,
    /// A change of worker, or looking again after a first meeting, in words; empty for a first request.
    again: String,
}

/// People of one state.
struct Group {
    state: &'static str,
    title: String,
    text: String,
    /// How many there are on all pages.
    count: usize,
    rows: Vec<Row>,
}

/// A request that cannot be read.
struct Damaged {
    id: RequestId,
    sent_at: Option<i64>,
}

/// One choice of a filter.
pub(super) struct Choice {
    pub(super) value: String,
    pub(super) words: String,
    pub(super) on: bool,
}

#[derive(Template)]
#[template(path = "matching/board/list.html")]
struct WaitingPage {
    page: Page,
    groups: Vec<Group>,
    /// Requests that cannot be read.
    damaged: Vec<Damaged>,
    /// How many fit what is looked for.
    count: usize,
    /// Whether anything is looked for.
    filtered: bool,
    filter: Form,
    states: Vec<Choice>,
    kinds: Vec<Choice>,
    languages: Vec<Choice>,
    priorities: Vec<Choice>,
    pages: Pages,
    proposed: usize,
}

/// Where one is among several pages.
pub struct Pages {
    /// This one, from 1.
    pub here: usize,
    /// How many there are.
    pub of: usize,
    /// Where the one before is.
    pub before: Option<String>,
    /// Where the next is.
    pub after: Option<String>,
}

impl Pages {
    /// The pages of a list of `count`, `size` on each; the one asked for by the query.
    #[must_use]
    pub fn of(cx: &Cx, count: usize, size: usize) -> Self {
        let of = count.div_ceil(size).max(1);
        let asked = query(&cx.path, "page").and_then(|page| page.parse().ok());
        let here = asked.unwrap_or(1).clamp(1, of);
        let address = |page: usize| {
            let mut form = asked_for(cx);
            form.0.retain(|(name, _)| name != "page" && name != "said");
            let form = form.with("page", page.to_string());
            let text = serde_urlencoded::to_string(&form.0).unwrap_or_default();
            let path = cx.path.split('?').next().unwrap_or("/");
            format!("{path}?{text}")
        };
        Self {
            here,
            of,
            before: (here > 1).then(|| address(here - 1)),
            after: (here < of).then(|| address(here + 1)),
        }
    }

    /// Those of a list that stand on this page.
    pub fn slice<T>(&self, list: Vec<T>, size: usize) -> Vec<T> {
        let from = (self.here - 1) * size;
        list.into_iter().skip(from).take(size).collect()
    }
}

/// What the address asks for, as a form.
#[must_use]
pub fn asked_for(cx: &Cx) -> Form {
    let query = cx.path.split_once('?').map_or("", |(_, query)| query);
    Form::parse(query.as_bytes()).unwrap_or_default()
}

async fn listed(w: &mut Work<'_>) -> Result<Vec<Listed>> {
    let programme = w.cx.programme()?.id;
    let ran_out = run_out::ran_out(w).await?;
    let rows = w.tx.all(&store::LISTED, &params![programme.0]).await?;
    rows.iter()
        .map(|row| {
            Ok(Listed {
                id: RequestId(row.id(0)?),
                participant: MemberId(row.id(1)?),
                state: RequestState::from_word(&row.text(2)?)
                    .ok_or(Error::Fault("a request's state is not known"))?,
                priority: row.int(3)?,
                sent_at: row.opt_int(4)?,
                found: row.int(5)? > 0,
                unserved: row.int(6)? > 0,
                ran_out: ran_out.contains(&RequestId(row.id(0)?)),
            })
        })
        .collect()
}

impl Listed {
    /// What is told of it when it cannot be read.
    fn damaged(&self) -> Damaged {
        Damaged {
            id: self.id,
            sent_at: self.sent_at,
        }
    }

    /// Whether it stands as is looked for.
    fn stands(&self, wanted: &str) -> bool {
        match wanted {
            "" => true,
            "found" => self.state == RequestState::Waiting && self.found,
            "nobody" => self.state == RequestState::Waiting && !self.found && self.unserved,
            state => self.state.word() == state,
        }
    }

    fn state_key(&self) -> &'static str {
        match self.state {
            RequestState::Offered | RequestState::Resting if self.ran_out => {
                "matching-state-ran-out"
            }
            RequestState::Waiting if self.found => "matching-state-proposed",
            RequestState::Waiting if self.unserved => "matching-state-unserved",
            RequestState::Waiting => "matching-state-waiting",
            RequestState::Offered => "matching-state-offered",
            RequestState::Picked => "matching-state-picked",
            RequestState::Resting => "matching-state-resting",
            _ => "matching-state-matched",
        }
    }
}

/// Leaves those who fit what is looked for, and beside them those of whom it cannot be read. What
/// people answered is opened only if it is needed.
async fn fitting(
    w: &mut Work<'_>,
    all: Vec<Listed>,
    filter: &Form,
) -> Result<(Vec<Listed>, Vec<Damaged>)> {
    let (state, priority) = (filter.get("state"), filter.get("priority"));
    let (mut out, mut damaged) = (Vec::new(), Vec::new());
    for one in all {
        if !one.stands(state) || !(priority.is_empty() || one.priority.to_string() == priority) {
            continue;
        }
        let fits = fits(w, &one, filter).await;
        match people::readable(fits, "a request", one.id.0)? {
            Some(true) => out.push(one),
            Some(false) => {}
            None => damaged.push(one.damaged()),
        }
    }
    Ok((out, damaged))
}

/// Whether what is sealed of somebody is as is looked for.
async fn fits(w: &mut Work<'_>, one: &Listed, filter: &Form) -> Result<bool> {
    let (kind, language) = (filter.get("kind"), filter.get("language"));
    let name = filter.get("name").trim().to_lowercase();
    if !name.is_empty() {
        let theirs = w.name(one.participant).await?.to_lowercase();
        if !theirs.contains(&name) {
            return Ok(false);
        }
    }
    if kind.is_empty() && language.is_empty() {
        return Ok(true);
    }
    let answers = people::request(w, one.id).await?.answers;
    let home = &w.cx.programme()?.settings.home_language;
    let said = answers.for_matching(home, 0);
    let speaks = language.is_empty() || said.languages.iter().any(|tag| tag == language);
    Ok(speaks && (kind.is_empty() || said.kind.word() == kind))
}

/// One person in words.
async fn row(w: &mut Work<'_>, one: &Listed, why: Option<&Vec<u8>>) -> Result<Row> {
    let answers = people::request(w, one.id).await?.answers;
    let why = match why {
        None => String::new(),
        Some(sealed) => pressing::open(w, one.id, one.participant, sealed).await?,
    };
    let name = w.name(one.participant).await?;
    let cx = &w.cx;
    Ok(Row {
        id: one.id,
        name,
        days: days_since(w.now(), one.sent_at),
        kind: said::capital(&said::kind(cx, answers.kind())),
        priority: one.priority,
        priority_words: said::capital(&priority_words(cx, one.priority)),
        why,
        needs: said::list(cx, &said::trainings(cx, &answers.needs)),
        state: cx.t(one.state_key()),
        again: String::new(),
    })
}

/// How many there are of each state, in the order of the list.
fn per_state(all: &[Listed]) -> Vec<(RequestState, usize)> {
    let mut counts: Vec<(RequestState, usize)> = Vec::new();
    for one in all {
        match counts.last_mut() {
            Some((state, count)) if *state == one.state => *count += 1,
            _ => counts.push((one.state, 1)),
        }
    }
    counts
}

async fn waiting(w: &mut Work<'_>, page: Page) -> Result<WaitingPage> {
    w.note(Act::ReadWaitingList, "waiting-list", None).await?;
    let (filter, all) = (asked_for(&page.cx), listed(w).await?);
    let (all, mut damaged) = fitting(w, all, &filter).await?;
    let count = all.len();
    let counts = per_state(&all);
    let pages = Pages::of(&page.cx, count, PEOPLE);
    let pressing = pressing::all(w).await?;
    let mut seen = seen::Today::of(w, "waiting-list").await?;
    let kinds = meetings::Kinds::of(w).await?;
    let mut groups: Vec<Group> = Vec::new();
    for one in pages.slice(all, PEOPLE) {
        seen.saw(w, one.participant, one.id.0).await?;
        let row = row(w, &one, pressing.get(&one.id)).await;
        let Some(mut row) = people::readable(row, "a request", one.id.0)? else {
            damaged.push(one.damaged());
            continue;
        };
        row.again = kinds.words(&w.cx, one.id);
        let word = one.state.word();
        match groups.last_mut().filter(|group| group.state == word) {
            Some(group) => group.rows.push(row),
            None => groups.push(Group {
                state: word,
                title: w.cx.t(&format!("matching-list-{word}")),
                text: w.cx.t(&format!("matching-list-{word}-text")),
                count: counts
                    .iter()
                    .find(|(s, _)| *s == one.state)
                    .map_or(0, |(_, n)| *n),
                rows: vec![row],
            }),
        }
    }
    let fields = ["state", "kind", "language", "priority", "name"];
    Ok(WaitingPage {
        filtered: fields
            .iter()
            .any(|field| !filter.get(field).trim().is_empty()),
        states: choices(
            &filter,
            "state",
            STATES.map(|s| (s, w.cx.t(&format!("board-state-{s}")))),
        ),
        kinds: choices(
            &filter,
            "kind",
            Kind::ALL.iter().map(|k| (k.word(), said::kind(&w.cx, *k))),
        ),
        languages: choices(&filter, "language", languages(&w.cx)),
        priorities: choices(
            &filter,
            "priority",
            [("0", 0), ("1", 1), ("2", 2)].map(|(word, n)| (word, priority_words(&w.cx, n))),
        ),
        proposed: offers::proposed_for(w).await?.len(),
        page,
        groups,
        damaged,
        count,
        filter,
        pages,
    })
}

/// The languages one can look for.
pub(super) fn languages(cx: &Cx) -> Vec<(&'static str, String)> {
    let name = |tag: &&'static str| (*tag, cx.app.words.language_name(cx.language, tag));
    terms::LANGUAGES.iter().map(name).collect()
}

/// The choices of a field, those of the form ticked.
pub(super) fn choices<'a>(
    form: &Form,
    field: &str,
    all: impl IntoIterator<Item = (&'a str, String)>,
) -> Vec<Choice> {
    all.into_iter()
        .map(|(value, words)| Choice {
            value: value.to_owned(),
            words: said::capital(&words),
            on: form.ticked(field, value),
        })
        .collect()
}

/// Trainings of the list, for a form: code and words.
pub(super) fn trainings(cx: &Cx) -> Vec<(&'static str, String)> {
    let words = |code: &&'static str| (*code, cx.t(&word_key("training", code)));
    terms::TRAININGS.iter().map(words).collect()
}

/// `GET /waiting`. Whoever stands on the page is written down as seen; see `docs/rooms/matching.md`.
///
/// # Errors
/// Not found.
pub async fn waiting_page(cx: Cx) -> Result<Response> {
    let page = Page::new(&cx, "site-nav-waiting").class("wide");
    reply::page(&work!(cx, |w| waiting(w, page).await)?)
}
