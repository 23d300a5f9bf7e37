//! The page about a first meeting: a short guide for each of the two, and what each says afterwards.

use askama::Template;
use axum::response::Response;
use cairn_domain::Refusal;
use cairn_domain::id::{MemberId, RelationshipId};
use cairn_domain::matching::{Answer, Standing};

use super::{Meeting, answer, meeting, reach, said_by_me};
use crate::cx::{Cx, Work};
use crate::error::{Error, Result};
use crate::site::{Form, Id, Page, reply};
use crate::work;

#[derive(Template)]
#[template(path = "matching/meetings/meeting.html")]
struct MeetingPage {
    page: Page,
    meeting: Meeting,
    /// The other of the two.
    name: String,
    /// Whether the reader is the one who is supported.
    own: bool,
    /// What the reader has said, as a word; empty when nothing.
    said: &'static str,
    /// Whether it is time to ask again.
    asks_again: bool,
}

#[derive(Template)]
#[template(path = "matching/meetings/sure.html")]
struct SurePage {
    page: Page,
    id: RelationshipId,
    name: String,
    own: bool,
}

impl MeetingPage {
    /// Whether they are getting to know each other.
    fn open(&self) -> bool {
        self.meeting.standing == Standing::Meeting
    }

    /// Whether they go on.
    fn goes_on(&self) -> bool {
        self.meeting.standing == Standing::GoingOn
    }

    /// The text for the reader: the participant's, or the worker's.
    fn guide(&self, part: &str) -> String {
        let side = if self.own { "own" } else { "work" };
        let key = format!("meetings-guide-{side}-{part}");
        self.page.with(&key, "name", self.name.as_str())
    }

    async fn of(w: &mut Work<'_>, id: RelationshipId, page: Page) -> Result<Self> {
        let meeting = reach(w, id, true).await?;
        let (own, name) = other(w, &meeting).await?;
        let said = said_by_me(w, &meeting).await?;
        Ok(Self {
            page: page.titled(w.cx.text(
                "meetings-title-with",
                &cairn_words::args().set("name", name.as_str()),
            )),
            name,
            own,
            said: said.map_or("", Answer::word),
            asks_again: w.now() >= meeting.asks_again_at && said != Some(Answer::Yes),
            meeting,
        })
    }
}

/// Whether the asker is the one supported, and what the other is called.
async fn other(w: &mut Work<'_>, meeting: &Meeting) -> Result<(bool, String)> {
    let own = w.me()? == meeting.participant;
    let other = if own {
        meeting.worker
    } else {
        meeting.participant
    };
    Ok((own, called(w, other).await?))
}

/// What somebody is called, or "somebody".
///
/// # Errors
/// The database's, or tampered.
pub(in crate::matching) async fn called(w: &mut Work<'_>, member: MemberId) -> Result<String> {
    let name = match w.name(member).await {
        Err(Error::NotYours { .. }) => String::new(),
        name => name?,
    };
    Ok(if name.is_empty() {
        w.cx.t("conversations-somebody")
    } else {
        name
    })
}

/// `GET /meetings/{id}`.
///
/// # Errors
/// Not found.
pub async fn meeting_page(cx: Cx, Id(id): Id<RelationshipId>) -> Result<Response> {
    let page = Page::new(&cx, "meetings-title");
    reply::page(&work!(cx, |w| MeetingPage::of(w, id, page).await)?)
}

/// `POST /meetings/{id}`: what one of the two says.
///
/// # Errors
/// Not found.
pub async fn answer_page(cx: Cx, Id(id): Id<RelationshipId>, form: Form) -> Result<Response> {
    match Answer::from_word(form.get("answer")) {
        None => again(cx, id, form).await,
        Some(Answer::No) if form.get("sure") != "yes" => sure(cx, id).await,
        Some(said) => led(&cx, id, work!(cx, |w| answer(w, id, said).await)),
    }
}

fn led(cx: &Cx, id: RelationshipId, done: Result<Standing>) -> Result<Response> {
    let participant = cx.could(cairn_domain::access::Act::AnswerOffers);
    match done {
        Ok(Standing::Apart) if participant => Ok(reply::see("/offers?said=meeting-apart")),
        Ok(Standing::Apart) => Ok(reply::see("/home?said=meeting-apart-work")),
        Ok(Standing::GoingOn) => Ok(reply::see(&format!("/meetings/{id}"))),
        Ok(Standing::Meeting) => Ok(reply::see(&format!("/meetings/{id}?said=meeting-kept"))),
        Err(Error::Refused(_)) => Ok(reply::see("/home?said=changed-meanwhile")),
        Err(error) => Err(error),
    }
}

/// The page again, with nothing chosen.
async fn again(cx: Cx, id: RelationshipId, form: Form) -> Result<Response> {
    let refused = Refusal::of("answer", "empty-choice").into();
    let page = Page::new(&cx, "meetings-title").refused(form, refused);
    reply::page_again(&work!(cx, |w| MeetingPage::of(w, id, page).await)?)
}

/// A "no" ends something, so it is asked once more in plain words what it does.
async fn sure(cx: Cx, id: RelationshipId) -> Result<Response> {
    let page = Page::new(&cx, "meetings-sure-title");
    let shown = work!(cx, |w| {
        let settled = meeting(w, id).await?;
        if settled.is_some_and(|meeting| meeting.standing != Standing::Meeting) {
            return Ok(None);
        }
        let meeting = reach(w, id, true).await?;
        let (own, name) = other(w, &meeting).await?;
        Ok(Some(SurePage {
            page,
            id,
            name,
            own,
        }))
    })?;
    match shown {
        Some(shown) => reply::page(&shown),
        None => Ok(reply::see("/home?said=changed-meanwhile")),
    }
}
