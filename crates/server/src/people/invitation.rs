//! Accepting an invitation: with a new account, or with the one somebody is signed in with.

use std::sync::Arc;

use askama::Template;
use axum::http::HeaderValue;
use axum::response::Response;
use cairn_db::params;
use cairn_domain::access::Act;
use cairn_domain::id::{AccountId, InvitationId, MemberId};
use cairn_domain::people::passphrase;
use cairn_domain::{Refusal, Refusals, text};

use crate::cx::{Cx, Work};
use crate::error::{Error, Result};
use crate::people::accounts::{self, NewAccount, NewMember};
use crate::people::email::{gone, one_button};
use crate::people::links::{Link, Purpose, find_link, use_link};
use crate::people::sessions::{move_session, roles_changed, session_cookies};
use crate::people::staff::{Carried, invitation_of, roles_text};
use crate::people::start::{cookies, start};
use crate::people::store::signing;
use crate::people::{Programme, programmes};
use crate::site::{Form, Id, Page, reply};
use crate::{look, work};

/// An invitation that can be accepted.
struct Open {
    link: Link,
    id: InvitationId,
    carried: Carried,
    programme: Arc<Programme>,
}

#[derive(Template)]
#[template(path = "people/invitation.html")]
struct InvitationPage {
    page: Page,
    token: String,
    programme: String,
    roles: String,
    called: String,
    shortest: usize,
}

async fn open(w: &mut Work<'_>, token: &str) -> Result<Option<Open>> {
    let Some(link) = find_link(w, Purpose::Invitation, token).await? else {
        return Ok(None);
    };
    let Some(id) = invitation_of(w, link.id).await? else {
        return Ok(None);
    };
    let programme = link
        .programme
        .ok_or(Error::Fault("an invitation to no programme"))?;
    Ok(Some(Open {
        carried: serde_json::from_str(&link.content)
            .map_err(|_| Error::Fault("an invitation cannot be read"))?,
        programme: programmes::by_id(w, programme).await?,
        link,
        id,
    }))
}

/// The page of an invitation shows the programme's name, whichever programme one works in now.
fn shown(cx: &Cx, open: &Open, token: String, name: &str) -> InvitationPage {
    let mut there = cx.clone();
    if cx.who.is_none() {
        there.programme = Some(open.programme.clone());
    }
    InvitationPage {
        page: Page::new(&there, "people-invitation-title"),
        token,
        programme: open.programme.name.clone(),
        roles: roles_text(cx, &open.carried.roles),
        called: name.to_owned(),
        shortest: passphrase::SHORTEST,
    }
}

/// The page of an invitation.
///
/// # Errors
/// The database's.
pub async fn invitation_page(cx: Cx, Id(token): Id<String>) -> Result<Response> {
    let asked = token.clone();
    match look!(cx, |w| open(w, &asked).await)? {
        None => one_button(&cx, "people-invitation", "", false),
        Some(open) => {
            let name = open.carried.name.clone();
            reply::page(&shown(&cx, &open, token, &name))
        }
    }
}

/// What somebody typed who accepts.
struct Accepted {
    name: String,
    /// Login and hash of a passphrase for a new account; `None` for the one that is signed in.
    account: Option<NewAccount>,
}

/// Reads the form, and hashes the passphrase before the transaction.
async fn read(cx: &Cx, form: &Form) -> Result<Accepted> {
    let mut refusals = Refusals::default();
    let name = refusals.keep(text::required_line(
        "name",
        form.get("name"),
        text::NAME_LIMIT,
    ));
    let fresh = cx.who.is_none();
    let login = fresh
        .then(|| refusals.keep(passphrase::login(form.get("login"))))
        .flatten();
    if fresh {
        let login = login.as_deref().unwrap_or("");
        refusals.keep(passphrase::check(form.get("passphrase"), login));
    }
    if form.get("agree") != "yes" {
        refusals.push(Refusal::of("agree", "consent-missing"));
    }
    refusals.done()?;
    let account = match login {
        None => None,
        Some(login) => Some(NewAccount {
            login: Some(login),
            passphrase_hash: Some(
                cx.app
                    .passphrases
                    .hash(form.get("passphrase"), cx.app.chance.bytes())
                    .await?,
            ),
            language: Some(cx.language.tag().to_owned()),
            ..NewAccount::default()
        }),
    };
    Ok(Accepted {
        name: name.unwrap_or_default(),
        account,
    })
}

/// Makes the person a member with the roles of the invitation, or gives these roles to the member
/// they are already; answers with the cookies to set.
async fn join(w: &mut Work<'_>, token: &str, accepted: Accepted) -> Result<Vec<HeaderValue>> {
    let open = open(w, token).await?.ok_or_else(gone)?;
    let taken =
        w.tx.execute(&signing::ACCEPT_INVITATION, &params![open.id.0, w.now()])
            .await?;
    if taken == 0 || !use_link(w, &open.link).await? {
        return Err(gone());
    }
    // From here on the work is done in the programme of the invitation.
    w.cx.programme = Some(open.programme.clone());
    let (account, fresh) = match (&accepted.account, &w.cx.who) {
        (Some(new), _) => (accounts::add_account(w, new).await?, true),
        (None, Some(who)) => (who.account, false),
        (None, None) => return Err(Error::SignIn),
    };
    let (member, joined) = member_of(w, account, &open, accepted.name).await?;
    let cookies = if fresh {
        let started = start(w, account, Some(member)).await?;
        cookies(&w.cx, &started)
    } else {
        let rotated = if joined {
            None
        } else {
            roles_changed(w, member).await?
        };
        let token = match rotated {
            Some(token) => token,
            None => move_session(w, member).await?,
        };
        session_cookies(&w.cx, &token)
    };
    // The trail names the new member, not who the asker is in another programme.
    w.cx.who = None;
    w.note_about(Act::InviteStaff, member, "joined", open.id.0)
        .await?;
    Ok(cookies)
}

/// The member of an account in the programme of the invitation, with its roles; and whether they
/// have only just become one.
async fn member_of(
    w: &mut Work<'_>,
    account: AccountId,
    open: &Open,
    name: String,
) -> Result<(MemberId, bool)> {
    let values = params![account.0, open.programme.id.0];
    if let Some(row) = w.tx.first(&signing::MEMBER_OF, &values).await? {
        let member = MemberId(row.id(0)?);
        for role in &open.carried.roles {
            accounts::add_role(w, member, *role).await?;
        }
        return Ok((member, false));
    }
    let programme = (open.programme.id, &open.programme.key);
    let new = NewMember {
        name,
        roles: open.carried.roles.clone(),
    };
    let added = accounts::add_member(w, programme, account, &new).await;
    let added = added.map_err(|e| e.unique("people_member_once", Refusal::new("already-answered")));
    Ok((added?, true))
}

async fn accept(cx: &Cx, token: &str, form: &Form) -> Result<Vec<HeaderValue>> {
    let asked = token.to_owned();
    if look!(cx, |w| open(w, &asked).await)?.is_none() {
        return Err(gone());
    }
    let accepted = read(cx, form).await?;
    let token = token.to_owned();
    work!(cx, |w| join(w, &token, accepted).await)
}

/// The form of an invitation.
///
/// # Errors
/// The database's.
pub async fn accept_page(cx: Cx, Id(token): Id<String>, form: Form) -> Result<Response> {
    let refusals = match accept(&cx, &token, &form).await {
        Ok(cookies) => return Ok(reply::see_with("/home?said=joined", cookies)),
        Err(Error::Refused(refusals)) => refusals,
        Err(error) => return Err(error),
    };
    let asked = token.clone();
    let Some(open) = look!(cx, |w| open(w, &asked).await)? else {
        return one_button(&cx, "people-invitation", "", false);
    };
    let mut again = shown(&cx, &open, token, "");
    again.page = again.page.refused(form, refusals);
    reply::page_again(&again)
}
