//! The team of a programme: who is there with which roles, and who has been invited.

use askama::Template;
use axum::response::Response;
use cairn_db::params;
use cairn_domain::access::{Act, Role};
use cairn_domain::id::{InvitationId, MemberId, ProgrammeId};
use cairn_domain::people::{passphrase, staff};
use cairn_domain::{Refusal, Refusals, text};
use cairn_seal::Place;
use cairn_words::{Language, args};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::cx::{Cx, Work};
use crate::error::{Error, Result};
use crate::people::letters::{NewLetter, write_letter};
use crate::people::links::{NewLink, Purpose, add_link};
use crate::people::store::signing;
use crate::people::{Programme, draft, drop_draft};
use crate::site::{Form, Id, Page, reply};
use crate::work;

/// The place of the draft of an invitation.
const DRAFT: &str = "staff-invite";

/// One of the team.
struct Person {
    name: String,
    roles: String,
}

/// An open invitation.
struct Invited {
    id: InvitationId,
    name: String,
    roles: String,
    until: i64,
}

/// A role to tick.
struct Choice {
    word: &'static str,
    name: String,
    hint: String,
}

#[derive(Default)]
struct Team {
    people: Vec<Person>,
    invited: Vec<Invited>,
}

/// An invitation just made; its address is shown this once.
struct Made {
    name: String,
    link: String,
    sent: bool,
}

#[derive(Template)]
#[template(path = "people/staff.html")]
struct StaffPage {
    page: Page,
    team: Team,
    choices: Vec<Choice>,
    letters: bool,
    made: Option<Made>,
}

/// Where the name on an invitation is kept; with the programme's key.
#[must_use]
pub fn invited_place(invitation: InvitationId) -> Place {
    Place {
        table: "people_invitation",
        column: "sealed_name",
        row: invitation.bytes(),
    }
}

/// What an invitation's link carries.
#[derive(Serialize, Deserialize)]
pub struct Carried {
    /// The name by which somebody was invited.
    pub name: String,
    /// What they are invited as, in the words of [`Role`].
    pub roles: Vec<Role>,
}

/// Roles as a list in words.
#[must_use]
pub fn roles_text(cx: &Cx, roles: &[Role]) -> String {
    let names: Vec<String> = roles
        .iter()
        .map(|role| cx.t(&format!("people-role-{}", role.word())))
        .collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    cx.app.words.list(cx.language, &names)
}

fn roles_of(words: &str) -> Vec<Role> {
    words.split(' ').filter_map(Role::from_word).collect()
}

/// The team and the open invitations. That somebody looked is written down.
async fn team(w: &mut Work<'_>) -> Result<Team> {
    let programme = w.cx.programme()?.clone();
    w.note(Act::ReadStaff, "staff", None).await?;
    let mut found: Vec<(MemberId, Vec<Role>)> = Vec::new();
    for row in w.tx.all(&signing::STAFF, &params![programme.id.0]).await? {
        let (id, role) = (MemberId(row.id(0)?), Role::from_word(&row.text(1)?));
        match found.last_mut() {
            Some((last, roles)) if *last == id => roles.extend(role),
            _ => found.push((id, role.into_iter().collect())),
        }
    }
    let mut team = Team::default();
    for (id, roles) in found {
        let name = w.name(id).await?;
        let roles = roles_text(&w.cx, &roles);
        team.people.push(Person { name, roles });
    }
    let values = params![programme.id.0, w.now()];
    for row in w.tx.all(&signing::OPEN_INVITATIONS, &values).await? {
        let id = InvitationId(row.id(0)?);
        let name = match row.opt_bytes(2)? {
            None => String::new(),
            Some(sealed) => programme.key.open_text(invited_place(id), &sealed)?,
        };
        team.invited.push(Invited {
            id,
            name,
            roles: roles_text(&w.cx, &roles_of(&row.text(1)?)),
            until: row.int(4)?,
        });
    }
    Ok(team)
}

fn shown(cx: &Cx, page: Page, team: Team, made: Option<Made>) -> StaffPage {
    let mine = cx
        .member()
        .map(|member| member.roles.clone())
        .unwrap_or_default();
    let choice = |role: &Role| Choice {
        word: role.word(),
        name: cx.t(&format!("people-role-{}", role.word())),
        hint: cx.t(&format!("people-role-{}-hint", role.word())),
    };
    StaffPage {
        page,
        team,
        choices: staff::STAFF
            .iter()
            .filter(|role| staff::may_grant(&mine, **role))
            .map(choice)
            .collect(),
        letters: cx.app.mailer.configured(),
        made,
    }
}

/// The team's page.
///
/// # Errors
/// The database's.
pub async fn staff_page(cx: Cx) -> Result<Response> {
    let (team, kept) = work!(cx, |w| Ok((team(w).await?, draft(w, DRAFT).await?)))?;
    let page = Page::new(&cx, "site-nav-staff").class("wide").draft(kept);
    reply::page(&shown(&cx, page, team, None))
}

/// An invitation to make.
pub struct NewInvitation {
    /// The name by which somebody is invited; they can change it.
    pub name: String,
    /// What they are invited as.
    pub roles: Vec<Role>,
    /// Where the letter goes, if one does.
    pub email: Option<String>,
}

/// Makes an invitation to a programme; answers with the path of its link. What is written about
/// it in the trail is the caller's business.
///
/// # Errors
/// The database's.
pub async fn add_invitation(
    w: &mut Work<'_>,
    programme: &Programme,
    new: &NewInvitation,
) -> Result<(InvitationId, String)> {
    let carried = Carried {
        name: new.name.clone(),
        roles: new.roles.clone(),
    };
    let until = w.now() + staff::INVITATION_LASTS;
    let link = NewLink {
        purpose: Purpose::Invitation,
        account: None,
        programme: Some(programme.id),
        content: serde_json::to_string(&carried)
            .map_err(|_| Error::Fault("an invitation could not be written"))?,
        until,
    };
    let (link, token) = add_link(w, &link).await?;
    let id = InvitationId(w.cx.new_id());
    let words: Vec<&str> = new.roles.iter().map(|role| role.word()).collect();
    let values = params![
        id.0,
        programme.id.0,
        link,
        w.cx.member().ok().map(|member| member.id.0),
        words.join(" "),
        programme.key.seal_text(invited_place(id), &new.name),
        w.now()
    ];
    w.tx.execute(&signing::ADD_INVITATION, &values).await?;
    let path = format!("/invitation/{token}");
    if let Some(email) = &new.email {
        let language = Language::from_tag(&programme.language).unwrap_or(w.cx.language);
        let letter = NewLetter {
            to: email,
            language,
            key: "people-letter-invitation",
            args: args().set("link", w.cx.app.config.address(&path)),
            until: Some(until),
        };
        write_letter(w, programme, letter).await?;
    }
    Ok((id, path))
}

/// Reads the form of an invitation.
fn read(cx: &Cx, form: &Form) -> Result<NewInvitation> {
    let mut refusals = Refusals::default();
    let name = refusals.keep(text::required_line(
        "name",
        form.get("name"),
        text::NAME_LIMIT,
    ));
    let roles = refusals.keep(staff::granted(&cx.member()?.roles, form.all("roles")));
    let email = match form.get("email").trim() {
        "" => None,
        given if cx.app.mailer.configured() => refusals.keep(passphrase::email(given)),
        _ => None,
    };
    refusals.done()?;
    Ok(NewInvitation {
        name: name.unwrap_or_default(),
        roles: roles.unwrap_or_default(),
        email,
    })
}

async fn invite(cx: &Cx, form: &Form) -> Result<Made> {
    let new = read(cx, form)?;
    let programme = cx.programme()?.clone();
    let (name, sent) = (new.name.clone(), new.email.is_some());
    let path = work!(cx, |w| {
        let (id, path) = add_invitation(w, &programme, &new).await?;
        w.note(Act::InviteStaff, "invitation", Some(id.0)).await?;
        drop_draft(w, DRAFT).await?;
        Ok(path)
    })?;
    let link = cx.app.config.address(&path);
    Ok(Made { name, link, sent })
}

/// The form that invites somebody. Its answer shows the link, which is kept nowhere and so cannot
/// be shown again.
///
/// # Errors
/// The database's.
pub async fn invite_page(cx: Cx, form: Form) -> Result<Response> {
    let done = invite(&cx, &form).await;
    let team = work!(cx, |w| team(w).await)?;
    let page = Page::new(&cx, "site-nav-staff").class("wide");
    match done {
        Ok(made) => reply::page(&shown(&cx, page, team, Some(made))),
        Err(Error::Refused(refusals)) => {
            reply::page_again(&shown(&cx, page.refused(form, refusals), team, None))
        }
        Err(error) => Err(error),
    }
}

/// Withdraws an invitation; its link leads nowhere from then on.
async fn withdraw(cx: &Cx, id: InvitationId) -> Result<()> {
    let programme = cx.programme()?.id;
    work!(cx, |w| {
        let no = Error::NotYours {
            act: Some(Act::InviteStaff),
            subject: None,
        };
        let row = w.tx.first(&signing::INVITATION, &params![id.0]).await?;
        let of = row.map(|row| row.id(0).map(ProgrammeId)).transpose()?;
        if of != Some(programme) {
            return Err(no);
        }
        let done =
            w.tx.execute(&signing::WITHDRAW_INVITATION, &params![id.0, w.now()])
                .await?;
        if done == 0 {
            return Err(Refusal::new("already-answered").into());
        }
        w.note(Act::InviteStaff, "invitation-withdrawn", Some(id.0))
            .await
    })
}

/// The button beside an open invitation.
///
/// # Errors
/// Not found, or `already-answered`.
pub async fn withdraw_page(cx: Cx, Id(id): Id<InvitationId>) -> Result<Response> {
    withdraw(&cx, id).await?;
    Ok(reply::see("/staff?said=invitation-withdrawn"))
}

/// The programme of a link, and its invitation if that is still open.
pub(crate) async fn invitation_of(w: &mut Work<'_>, link: Uuid) -> Result<Option<InvitationId>> {
    let row =
        w.tx.first(&signing::INVITATION_OF_LINK, &params![link])
            .await?;
    Ok(row.map(|row| row.id(0).map(InvitationId)).transpose()?)
}
