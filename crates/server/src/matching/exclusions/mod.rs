//! Whom somebody would rather not be matched with. Each person has one list of their own; nobody
//! else reads it, and nothing that others see differs by what stands on it.

mod known;
mod known_pages;
mod notes_pages;
mod pages;
mod pass_pages;
mod sides;

pub use known::asked;
pub use sides::apart;

use cairn_db::params;
use cairn_domain::Refusal;
use cairn_domain::access::Act;
use cairn_domain::id::{MemberId, RequestId};
use cairn_domain::matching::Never;
use cairn_domain::matching::never::Entry;
use cairn_seal::Place;
use uuid::Uuid;

use crate::cx::Work;
use crate::error::{Error, Result};
use crate::matching::store::exclusions as store;
use crate::matching::{said, workers};
use crate::people;
use crate::routes::{Route, Rule, get, post};

/// The routes of private exclusions, and of pairs who know each other from elsewhere.
#[must_use]
pub fn routes() -> Vec<Route> {
    let never = Rule::Act(Act::WriteNever);
    let known = Rule::Act(Act::SayKnown);
    let notes = Rule::Act(Act::ReadKnownNotes);
    vec![
        get("/never", never, pages::never_page),
        post("/never", never, pages::never_act_page),
        post(
            "/offers/{id}/pass",
            Rule::Act(Act::AnswerOffers),
            pass_pages::pass_page,
        ),
        get("/known", known, known_pages::known_page),
        post("/known", known, known_pages::known_act_page),
        get("/supervision/known", notes, notes_pages::notes_page),
        get("/supervision/known/{id}", notes, notes_pages::note_page),
    ]
}

/// Where somebody's list is kept. It is sealed with their key.
#[must_use]
pub fn list_place(member: MemberId) -> Place {
    Place {
        table: "matching_never",
        column: "sealed_list",
        row: member.bytes(),
    }
}

/// Lets the asker at their own list. No line is written into the trail: one would tell whoever
/// reads it that there is something to hide.
async fn admit(w: &mut Work<'_>) -> Result<MemberId> {
    let me = w.me()?;
    match w.still_may(Act::WriteNever, me).await? {
        true => Ok(me),
        false => Err(Error::NotYours {
            act: Some(Act::WriteNever),
            subject: Some(me),
        }),
    }
}

async fn kept(w: &mut Work<'_>, member: MemberId) -> Result<Never> {
    match w.tx.first(&store::NEVER, &params![member.0]).await? {
        None => Ok(Never::default()),
        Some(row) => {
            let text = w.open(member, list_place(member), &row.bytes(0)?).await?;
            read(&text)
        }
    }
}

fn read(text: &str) -> Result<Never> {
    serde_json::from_str(text).map_err(|_| Error::Fault("a private list cannot be read"))
}

async fn keep(w: &mut Work<'_>, member: MemberId, list: &Never) -> Result<()> {
    let text = serde_json::to_string(list)
        .map_err(|_| Error::Fault("a private list could not be written"))?;
    let sealed = w.seal(member, list_place(member), &text).await?;
    let values = params![member.0, w.cx.programme()?.id.0, sealed];
    w.tx.execute(&store::KEEP_NEVER, &values).await?;
    Ok(())
}

/// People who stand in the places where exclusions were kept before: a worker's profile, a
/// person's answers.
async fn of_before(w: &mut Work<'_>, me: MemberId) -> Result<Vec<MemberId>> {
    let mut all: Vec<MemberId> = Vec::new();
    if let Some(worker) = workers::worker(w, me).await? {
        all.extend(worker.profile.not);
    }
    for id in requests_of(w, me).await? {
        let request = people::request(w, id).await?;
        all.extend(request.answers.never);
    }
    Ok(all)
}

async fn requests_of(w: &mut Work<'_>, me: MemberId) -> Result<Vec<RequestId>> {
    let rows = w.tx.all(&store::REQUESTS_OF, &params![me.0]).await?;
    rows.iter().map(|row| Ok(RequestId(row.id(0)?))).collect()
}

/// The asker's list with those kept before, without changing anything.
///
/// # Errors
/// Not found; the database's, or tampered.
async fn mine(w: &mut Work<'_>) -> Result<Never> {
    let me = admit(w).await?;
    let mut list = kept(w, me).await?;
    for who in of_before(w, me).await? {
        let name = called(w, me, who).await?;
        // Their own id serves for taking them back: nobody stands here twice.
        if list.add_person((who.0, w.now()), who, &name).is_err() {
            break;
        }
    }
    Ok(list)
}

/// The name under which the owner of a list knows somebody: of a worker what they publish, unless
/// it is a worker who asks.
async fn called(w: &mut Work<'_>, me: MemberId, who: MemberId) -> Result<String> {
    let published = workers::worker(w, who).await?.is_some() && who != me;
    let name = match published {
        true => said::published(w, who).await.map(|one| one.name),
        false => w.name(who).await,
    };
    match name {
        Err(Error::NotYours { .. }) => Ok(String::new()),
        name => name,
    }
}

/// Moves those kept before onto the list, and their old places are empty from then on.
async fn adopt(w: &mut Work<'_>, me: MemberId) -> Result<Vec<Entry>> {
    let mut moved = Vec::new();
    if let Some(mut worker) = workers::worker(w, me).await?
        && !worker.profile.not.is_empty()
    {
        moved.append(&mut worker.profile.not);
        workers::save_profile(w, me, &worker.profile).await?;
    }
    for id in requests_of(w, me).await? {
        let mut request = people::request(w, id).await?;
        if !request.answers.never.is_empty() {
            moved.append(&mut request.answers.never);
            people::save_answers(w, &mut request).await?;
        }
    }
    let mut entries = Vec::with_capacity(moved.len());
    for who in moved {
        entries.push(Entry {
            id: who.0,
            who: Some(who),
            name: called(w, me, who).await?,
            at: w.now(),
        });
    }
    Ok(entries)
}

/// Changes somebody's own list, which takes in those kept elsewhere before. Two changes at once
/// follow one another.
async fn change(
    w: &mut Work<'_>,
    member: MemberId,
    before: Vec<Entry>,
    how: impl FnOnce(&mut Never) -> Result<(), Refusal>,
) -> Result<()> {
    w.tx.lock("matching_never", member.0).await?;
    let mut list = kept(w, member).await?;
    for entry in before {
        if let Some(who) = entry.who {
            list.add_person((entry.id, entry.at), who, &entry.name)?;
        }
    }
    how(&mut list)?;
    keep(w, member, &list).await
}

/// Adds somebody to `member`'s own list: "I know this person". Whoever calls this has let the
/// member through by the act in which they said so.
///
/// # Errors
/// `too-many-choices`.
pub async fn exclude(w: &mut Work<'_>, member: MemberId, who: MemberId) -> Result<()> {
    let name = called(w, member, who).await?;
    let entry = (w.cx.new_id(), w.now());
    change(w, member, Vec::new(), |list| {
        list.add_person(entry, who, &name)
    })
    .await
}

/// Adds workers who can be chosen to the asker's list. Who cannot be chosen is not looked for
/// any further: an id tells nobody whether it is somebody's.
///
/// # Errors
/// `unknown-choice` for an id that is not on the list to choose from.
async fn add_people(w: &mut Work<'_>, ids: &[MemberId]) -> Result<()> {
    let me = admit(w).await?;
    let all = people::never_names(w).await?;
    let mut chosen = Vec::with_capacity(ids.len());
    for id in ids {
        let one = all.iter().find(|(member, _)| member == id);
        let unknown = Refusal::of("never", "unknown-choice");
        let (member, name) = one.filter(|(member, _)| *member != me).ok_or(unknown)?;
        chosen.push(((w.cx.new_id(), w.now()), *member, name.clone()));
    }
    // The rows of requests and workers come first, as everywhere, and the list last.
    let before = adopt(w, me).await?;
    change(w, me, before, |list| {
        chosen
            .iter()
            .try_for_each(|(entry, who, name)| list.add_person(*entry, *who, name))
    })
    .await
}

/// Adds a name that the asker typed. Nobody is looked for by it here.
///
/// # Errors
/// What cannot be kept of it, by field.
async fn add_name(w: &mut Work<'_>, name: &str) -> Result<()> {
    let me = admit(w).await?;
    let entry = (w.cx.new_id(), w.now());
    let before = adopt(w, me).await?;
    change(w, me, before, |list| list.add_name(entry, name)).await
}

/// Takes somebody off the asker's list.
///
/// # Errors
/// Not found.
async fn take_back(w: &mut Work<'_>, id: Uuid) -> Result<()> {
    let me = admit(w).await?;
    // The rows of requests and workers come first, as everywhere, and the list last.
    let before = adopt(w, me).await?;
    change(w, me, before, |list| {
        list.take_back(id);
        Ok(())
    })
    .await
}
