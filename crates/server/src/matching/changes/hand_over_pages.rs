//! The pages of what is handed over: the worker of before writes, the person decides, the new worker
//! reads what was approved for them.

use askama::Template;
use axum::response::Response;
use cairn_domain::access::Act;
use cairn_domain::id::{ChangeId, MemberId};
use cairn_domain::matching::{Asker, Reads};
use cairn_domain::{Refusal, Refusals};

use super::hand_over::{self, Decision, HandOver, KIND, decide, handed, write};
use super::{Change, asker, change};
use crate::cx::{Cx, Work};
use crate::error::{Error, Result};
use crate::matching::meetings::called;
use crate::site::{Form, Id, Page, reply};
use crate::{people, work};

#[derive(Template)]
#[template(path = "matching/changes/hand_over.html")]
struct HandOverPage {
    page: Page,
    change: Change,
    /// Who reads it: `participant`, `worker` or `new`.
    who: &'static str,
    name: String,
    worker: String,
    new_worker: String,
    handed: HandOver,
    draft: String,
}

fn draft_place(id: ChangeId) -> String {
    format!("hand-over-{id}")
}

impl HandOverPage {
    /// What stands in the field of the person: what they wrote, or what the worker proposed.
    fn proposal(&self) -> &str {
        if self.handed.text.is_empty() {
            &self.handed.written
        } else {
            &self.handed.text
        }
    }

    /// Whether this is what may be read of the conversation, as it was sent or as it is kept.
    fn reads(&self, word: &str) -> bool {
        self.page.value("reads", self.handed.reads.word()) == word
    }

    async fn of(w: &mut Work<'_>, id: ChangeId, page: Page) -> Result<Self> {
        let found = change(w, id).await?;
        let me = w.me()?;
        let (who, handed) = match asker(me, found.participant, found.worker) {
            Some(Asker::Participant) => ("participant", mine(w, &found).await?),
            Some(_) if found.runs => ("worker", written(w, &found).await?),
            _ => ("new", handed(w, id).await?.1),
        };
        let draft = draft_place(id);
        let page = match who {
            "new" => page,
            _ if !page.refusals.0.is_empty() => page,
            _ => page.draft(people::draft(w, &draft).await?),
        };
        let new_worker = match found.new_worker {
            Some(new) => called(w, new).await?,
            None => String::new(),
        };
        Ok(Self {
            page,
            who,
            name: called(w, found.participant).await?,
            worker: called(w, found.worker).await?,
            new_worker,
            handed,
            draft,
            change: found,
        })
    }
}

async fn mine(w: &mut Work<'_>, change: &Change) -> Result<HandOver> {
    w.may(Act::ReadHandOver, change.participant, KIND, change.id.0)
        .await?;
    hand_over::hand_over(w, change).await
}

/// The worker of before reads what they wrote themselves, and nothing of what became of it.
async fn written(w: &mut Work<'_>, change: &Change) -> Result<HandOver> {
    super::reach(w, change.id, Act::ReadHandOver).await?;
    let all = hand_over::hand_over(w, change).await?;
    Ok(HandOver {
        text: String::new(),
        reads: Reads::Nothing,
        approved_at: None,
        ..all
    })
}

/// `GET /changes/{id}/hand-over`.
///
/// # Errors
/// Not found.
pub async fn hand_over_page(cx: Cx, Id(id): Id<ChangeId>) -> Result<Response> {
    let page = Page::new(&cx, "changes-hand-over");
    reply::page(&work!(cx, |w| HandOverPage::of(w, id, page).await)?)
}

/// `POST /changes/{id}/hand-over`: what the worker of before wrote, or what the person decides.
///
/// # Errors
/// Not found.
pub async fn hand_over_act_page(cx: Cx, Id(id): Id<ChangeId>, form: Form) -> Result<Response> {
    let sent = form.clone();
    match work!(cx, |w| sends(w, id, &sent).await) {
        Ok(said) => Ok(reply::see(&format!("/changes/{id}/hand-over?said={said}"))),
        Err(Error::Refused(refusals)) => {
            let page = Page::new(&cx, "changes-hand-over").refused(form, refusals);
            reply::page_again(&work!(cx, |w| HandOverPage::of(w, id, page).await)?)
        }
        Err(error) => Err(error),
    }
}

async fn sends(w: &mut Work<'_>, id: ChangeId, form: &Form) -> Result<&'static str> {
    let found = change(w, id).await?;
    let me: MemberId = w.me()?;
    let said = if me == found.participant {
        let (reads, decision) = decision(form)?;
        decide(w, id, form.get("words"), reads, decision).await?;
        match decision {
            Decision::Keep => "hand-over-kept",
            Decision::Approve => "hand-over-approved",
            Decision::Leave => "hand-over-left",
        }
    } else {
        write(w, id, form.get("words")).await?;
        "hand-over-written"
    };
    people::drop_draft(w, &draft_place(id)).await?;
    Ok(said)
}

fn decision(form: &Form) -> std::result::Result<(Reads, Decision), Refusals> {
    let decision = match form.get("go") {
        "approve" => Decision::Approve,
        "leave" => Decision::Leave,
        _ => Decision::Keep,
    };
    let reads = match form.get("reads") {
        "" => Reads::Nothing,
        word => Reads::from_word(word).ok_or(Refusal::of("reads", "unknown-choice"))?,
    };
    Ok((reads, decision))
}
