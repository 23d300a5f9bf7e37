//! The pages of a change of worker: asking for it, how it stands, taking it back, and ending earlier.

use askama::Template;
use axum::response::Response;
use cairn_domain::access::Act;
use cairn_domain::id::{ChangeId, RelationshipId};
use cairn_domain::matching::{Asker, ChangeState, Standing};

use super::ask::{end, open, pair};
use super::{Asking, Change, Led, ask, reach, take_back};
use crate::cx::{Cx, Work};
use crate::error::{Error, Result};
use crate::matching::meetings::{called, meeting};
use crate::site::{Form, Id, Page, reply};
use crate::{look, people, work};

#[derive(Template)]
#[template(path = "matching/changes/ask.html")]
struct AskPage {
    page: Page,
    id: RelationshipId,
    /// Who asks, as a word.
    who: &'static str,
    /// The person who is supported.
    name: String,
    /// Who supports them.
    worker: String,
    /// Whether they are still getting to know each other.
    meeting: bool,
    /// Whether somebody is looked for already.
    looking: bool,
    draft: String,
}

/// The page, or where to go instead.
enum Shown {
    Page(Box<AskPage>),
    Lead(String),
}

fn draft_place(id: RelationshipId) -> String {
    format!("change-{id}")
}

async fn asking(w: &mut Work<'_>, id: RelationshipId, page: Page) -> Result<Shown> {
    let (pair, who) = pair(w, id).await?;
    let getting_to_know = meeting(w, id)
        .await?
        .is_some_and(|meeting| meeting.standing == Standing::Meeting);
    let change = open(w, id).await?;
    match (&change, who) {
        _ if getting_to_know && who != Asker::Coordinator => {
            return Ok(Shown::Lead(format!("/meetings/{id}")));
        }
        (Some(change), Asker::Participant) => {
            return Ok(Shown::Lead(format!("/changes/{}", change.id)));
        }
        _ if pair.ended_at.is_some() => return Err(Error::NOT_YOURS),
        _ => {}
    }
    let draft = draft_place(id);
    let page = if page.refusals.0.is_empty() {
        page.draft(people::draft(w, &draft).await?)
    } else {
        page
    };
    let known = change.is_some_and(|change| match who {
        Asker::Coordinator => true,
        _ => change.by.worker_knows(change.state),
    });
    Ok(Shown::Page(Box::new(AskPage {
        page,
        id,
        who: who.word(),
        name: called(w, pair.participant).await?,
        worker: called(w, pair.worker).await?,
        meeting: getting_to_know,
        looking: known,
        draft,
    })))
}

/// `GET /pairs/{id}/change`.
///
/// # Errors
/// Not found.
pub async fn ask_page(cx: Cx, Id(id): Id<RelationshipId>) -> Result<Response> {
    let page = Page::new(&cx, "changes-title");
    match work!(cx, |w| asking(w, id, page).await)? {
        Shown::Page(shown) => reply::page(&*shown),
        Shown::Lead(place) => Ok(reply::see(&place)),
    }
}

/// `POST /pairs/{id}/change`.
///
/// # Errors
/// Not found.
pub async fn ask_act_page(cx: Cx, Id(id): Id<RelationshipId>, form: Form) -> Result<Response> {
    let how = Asking {
        stop: form.get("stop") == "now",
        words: form.get("words").to_owned(),
    };
    match work!(cx, |w| asked(w, id, &how).await) {
        Ok(place) => Ok(reply::see(&place)),
        Err(Error::Refused(refusals)) => refused(cx, id, form, refusals).await,
        Err(error) => Err(error),
    }
}

/// Asks, and says where to go then.
async fn asked(w: &mut Work<'_>, id: RelationshipId, how: &Asking) -> Result<String> {
    let (_, who) = pair(w, id).await?;
    let led = ask(w, id, how).await?;
    people::drop_draft(w, &draft_place(id)).await?;
    Ok(match (led, who) {
        (Led::Meeting(id), _) => format!("/meetings/{id}"),
        (_, Asker::Coordinator) => "/pairs?said=change-asked".into(),
        (_, Asker::Worker) if how.stop => "/home?said=change-stopped-work".into(),
        (Led::Change(id), _) => format!("/changes/{id}?said=change-asked"),
        (Led::LookingAgain, _) => "/home".into(),
    })
}

async fn refused(
    cx: Cx,
    id: RelationshipId,
    form: Form,
    refusals: cairn_domain::Refusals,
) -> Result<Response> {
    if refusals.of("words").is_none() {
        return Ok(reply::see("/home?said=changed-meanwhile"));
    }
    let page = Page::new(&cx, "changes-title").refused(form, refusals);
    match work!(cx, |w| asking(w, id, page).await)? {
        Shown::Page(shown) => reply::page_again(&*shown),
        Shown::Lead(place) => Ok(reply::see(&place)),
    }
}

#[derive(Template)]
#[template(path = "matching/changes/change.html")]
struct ChangePage {
    page: Page,
    change: Change,
    /// Whether the reader is the one who is supported.
    own: bool,
    /// The person who is supported.
    name: String,
    /// The worker of before.
    worker: String,
    /// Who has said yes; empty while nobody has.
    new_worker: String,
    can_take_back: bool,
}

impl ChangePage {
    fn state(&self) -> &'static str {
        self.change.state.word()
    }

    /// The text for the reader: the participant's, or the worker's.
    fn say(&self, part: &str) -> String {
        let side = if self.own { "own" } else { "work" };
        let other = if self.own { &self.worker } else { &self.name };
        let key = format!("changes-{side}-{part}");
        self.page.with2(
            &key,
            "name",
            other.as_str(),
            "new",
            self.new_worker.as_str(),
        )
    }

    /// Until when the two have to say goodbye.
    fn until(&self) -> String {
        let date = self.page.date(&self.change.ends_at.unwrap_or(0));
        let side = if self.own { "own" } else { "work" };
        let other = if self.own { &self.worker } else { &self.name };
        let key = format!("changes-{side}-until");
        self.page.with2(&key, "name", other.as_str(), "date", date)
    }

    async fn of(w: &mut Work<'_>, id: ChangeId, page: Page) -> Result<Self> {
        let (change, who) = reach(w, id, Act::ReadChange).await?;
        let looking = change.state == ChangeState::Looking;
        Ok(Self {
            own: who == Asker::Participant,
            name: called(w, change.participant).await?,
            worker: called(w, change.worker).await?,
            new_worker: match change.new_worker {
                Some(new) => called(w, new).await?,
                None => String::new(),
            },
            can_take_back: looking && change.by.can_take_back(who),
            change,
            page,
        })
    }
}

/// `GET /changes/{id}`.
///
/// # Errors
/// Not found.
pub async fn change_page(cx: Cx, Id(id): Id<ChangeId>) -> Result<Response> {
    let page = Page::new(&cx, "changes-title");
    reply::page(&work!(cx, |w| ChangePage::of(w, id, page).await)?)
}

/// `POST /changes/{id}/take-back`.
///
/// # Errors
/// Not found.
pub async fn take_back_page(cx: Cx, Id(id): Id<ChangeId>) -> Result<Response> {
    let done = work!(cx, |w| take_back(w, id).await);
    match done {
        Ok(ChangeState::TakenBack) => Ok(reply::see("/home?said=change-taken-back")),
        Ok(_) => back(&cx, id, "change-goes-on").await,
        Err(Error::Refused(_)) => back(&cx, id, "changed-meanwhile").await,
        Err(error) => Err(error),
    }
}

/// `POST /changes/{id}/end`: the person says goodbye earlier.
///
/// # Errors
/// Not found.
pub async fn end_page(cx: Cx, Id(id): Id<ChangeId>) -> Result<Response> {
    match work!(cx, |w| end(w, id).await) {
        Ok(()) => back(&cx, id, "change-ended").await,
        Err(Error::Refused(_)) => back(&cx, id, "changed-meanwhile").await,
        Err(error) => Err(error),
    }
}

/// Back to the change for one who may still see it, and home for one who may not.
async fn back(cx: &Cx, id: ChangeId, said: &str) -> Result<Response> {
    let own = look!(cx, |w| {
        let change = super::change(w, id).await?;
        Ok(change.participant == w.me()?)
    })?;
    Ok(reply::see(&if own {
        format!("/changes/{id}?said={said}")
    } else {
        format!("/home?said={said}")
    }))
}
