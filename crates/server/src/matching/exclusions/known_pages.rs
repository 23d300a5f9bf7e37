//! `/known`: the people I am paired with now, and whether we know each other from elsewhere.

use askama::Template;
use axum::response::Response;
use cairn_domain::id::{MemberId, RelationshipId};
use cairn_domain::matching::KnownState;
use cairn_domain::{Refusal, Refusals};

use super::{called, known};
use crate::cx::{Cx, Work};
use crate::error::{Error, Result};
use crate::people;
use crate::site::{Form, Page, reply};
use crate::work;

/// One pair as one of the two sees it.
struct Card {
    id: RelationshipId,
    name: String,
    since: i64,
    /// Where it stands, from the reader's side: `none`, `waiting`, `asked`, `kept` or `apart`.
    state: &'static str,
    /// What the one and what the other said.
    words: String,
    answer: String,
    /// Whether the reader said it.
    mine: bool,
    /// What was typed and not sent.
    typed: Form,
    /// What was refused.
    wrong: Option<String>,
}

#[derive(Template)]
#[template(path = "matching/exclusions/known.html")]
struct KnownPage {
    page: Page,
    cards: Vec<Card>,
    /// Whether the reader is the one who is supported.
    supported: bool,
}

fn draft(id: RelationshipId) -> String {
    format!("known-{id}")
}

fn state(said: &known::Said, me: MemberId) -> &'static str {
    match said.state {
        KnownState::Asked if said.by == me => "waiting",
        KnownState::Asked => "asked",
        KnownState::Kept => "kept",
        KnownState::Apart => "apart",
    }
}

async fn show(w: &mut Work<'_>, page: Page, sent: Option<&Form>) -> Result<KnownPage> {
    let me = w.me()?;
    let mut cards = Vec::new();
    let mut supported = false;
    for pair in known::mine(w).await? {
        supported |= pair.participant == me;
        let other = if pair.participant == me {
            pair.worker
        } else {
            pair.participant
        };
        let own = sent.filter(|form| form.get("pair") == pair.id.to_string());
        let typed = match own {
            Some(form) => form.clone(),
            None => people::draft(w, &draft(pair.id)).await?.unwrap_or_default(),
        };
        let wrong = own.and_then(|_| page.wrong("words").or_else(|| page.wrong("answer")));
        let name = called(w, me, other).await?;
        let said = pair.said;
        cards.push(Card {
            id: pair.id,
            name,
            since: pair.since,
            state: said.as_ref().map_or("none", |said| state(said, me)),
            mine: said.as_ref().is_some_and(|said| said.by == me),
            words: said.as_ref().map_or(String::new(), |s| s.words.clone()),
            answer: said.map_or(String::new(), |said| said.answer),
            typed,
            wrong,
        });
    }
    Ok(KnownPage {
        page,
        cards,
        supported,
    })
}

/// `GET /known`. Reading what was said is written down.
///
/// # Errors
/// Not found.
pub async fn known_page(cx: Cx) -> Result<Response> {
    let page = Page::new(&cx, "known-title");
    reply::page(&work!(cx, |w| show(w, page, None).await)?)
}

async fn act(w: &mut Work<'_>, form: &Form) -> Result<&'static str> {
    let gone = |_| Refusal::new("already-answered");
    let id: RelationshipId = form.get("pair").parse().map_err(gone)?;
    let said = match form.get("go") {
        "yes" | "no" => {
            let go_on = form.get("go") == "yes";
            match known::answer(w, id, go_on, form.get("answer")).await? {
                KnownState::Apart => "known-apart",
                _ => "known-kept",
            }
        }
        "back" => known::take_back(w, id).await.map(|()| "known-taken-back")?,
        "never" => known::never_again(w, id).await.map(|()| "never-kept")?,
        _ => known::say(w, id, form.get("words"))
            .await
            .map(|()| "known-said")?,
    };
    people::drop_draft(w, &draft(id)).await?;
    Ok(said)
}

/// `POST /known`: says it, answers it, takes it back.
///
/// # Errors
/// Not found.
pub async fn known_act_page(cx: Cx, form: Form) -> Result<Response> {
    let sent = form.clone();
    match work!(cx, |w| act(w, &sent).await) {
        Ok(said) => Ok(reply::see(&format!("/known?said={said}"))),
        Err(Error::Refused(refusals)) if moved(&refusals) => {
            Ok(reply::see("/known?said=known-meanwhile"))
        }
        Err(Error::Refused(refusals)) => {
            let page = Page::new(&cx, "known-title").refused(form.clone(), refusals);
            reply::page_again(&work!(cx, |w| show(w, page, Some(&form)).await)?)
        }
        Err(error) => Err(error),
    }
}

/// Whether it stands otherwise than the form thought.
fn moved(refusals: &Refusals) -> bool {
    refusals.0.iter().all(|one| one.field.is_none())
}
