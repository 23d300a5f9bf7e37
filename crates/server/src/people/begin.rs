//! The first step of asking for support: a way to come back. A name of one's own choosing and a
//! passphrase, or a link by e-mail; whoever has signed in already needs neither.

use std::sync::Arc;

use askama::Template;
use axum::extract::Path;
use axum::http::HeaderValue;
use axum::response::Response;
use cairn_domain::access::{Act, Role};
use cairn_domain::id::{AccountId, MemberId};
use cairn_domain::people::{Answers, passphrase};
use cairn_domain::text::{self, NAME_LIMIT};
use cairn_domain::{Refusal, Refusals};

use crate::cx::{Cx, Member, Who, Work};
use crate::error::{Error, Result};
use crate::people::accounts::{self, NewAccount, NewMember};
use crate::people::tries::Counted;
use crate::people::{Programme, begin_mail, begin_request, front, member_in, open_request, start};
use crate::site::{Form, Page, reply};
use crate::{look, work};

/// Somebody who begins: what they chose.
struct Beginning {
    name: String,
    login: String,
    hash: String,
}

#[derive(Template)]
#[template(path = "people/begin.html")]
struct BeginPage {
    page: Page,
    programme: Arc<Programme>,
    mail: bool,
    taken: bool,
}

#[derive(Template)]
#[template(path = "people/begin_known.html")]
struct KnownPage {
    page: Page,
    programme: Arc<Programme>,
    staff: bool,
}

/// Where a person's request goes on: at the first page not yet left, or at the overview.
#[must_use]
pub fn go_on(answers: &Answers) -> String {
    let next = (1..=super::ask::PAGES).find(|page| !answers.pages_done.contains(&page.to_string()));
    next.map_or("/ask/check".into(), |page| format!("/ask/{page}"))
}

/// `GET /p/{slug}/ask`.
///
/// # Errors
/// Not found.
pub async fn begin_page(cx: Cx, Path(slug): Path<String>) -> Result<Response> {
    let mine = front::is_mine(&cx, &slug);
    let (cx, programme) = front::at(cx, slug).await?;
    match &cx.who {
        None => reply::page(&blank(&cx, programme)),
        Some(_) => known(&cx, programme, mine).await,
    }
}

/// For somebody who has signed in: on where they were, or one button to begin.
async fn known(cx: &Cx, programme: Arc<Programme>, mine: bool) -> Result<Response> {
    if let Ok(member) = cx.member().map(|member| member.id)
        && mine
        && let Some(request) = look!(cx, |w| open_request(w, member).await)?
    {
        return Ok(reply::see(&go_on(&request.answers)));
    }
    let staff = |member: &Member| member.roles.iter().any(|role| *role != Role::Participant);
    reply::page(&KnownPage {
        page: Page::new(cx, "people-begin-known-title"),
        programme,
        staff: cx.member().is_ok_and(staff),
    })
}

fn blank(cx: &Cx, programme: Arc<Programme>) -> BeginPage {
    BeginPage {
        page: Page::new(cx, "people-begin-title"),
        programme,
        mail: cx.app.mailer.configured(),
        taken: false,
    }
}

/// `POST /p/{slug}/ask`.
///
/// # Errors
/// Not found, busy, or the database's.
pub async fn begin_act_page(cx: Cx, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let (cx, programme) = front::at(cx, slug).await?;
    match by_any_way(&cx, &programme, &form).await {
        Ok(Some((cookies, to))) => Ok(reply::see_with(&to, cookies)),
        Ok(None) => begin_mail::sent_page(&cx),
        Err(Error::Refused(refusals)) => refused(&cx, programme, form, refusals),
        Err(error) => Err(error),
    }
}

/// Begins by whichever way was chosen; nothing when a letter has to be opened first.
async fn by_any_way(
    cx: &Cx,
    programme: &Arc<Programme>,
    form: &Form,
) -> Result<Option<(Vec<HeaderValue>, String)>> {
    if let Some(who) = &cx.who {
        return again(cx, who.account).await.map(Some);
    }
    if form.get("way") == "email" {
        return begin_mail::ask(cx, programme, form).await.map(|()| None);
    }
    Ok(Some((begin(cx, form).await?, "/ask/1".to_owned())))
}

fn refused(cx: &Cx, programme: Arc<Programme>, form: Form, refusals: Refusals) -> Result<Response> {
    let mut template = blank(cx, programme);
    template.taken = refusals.0.iter().any(|r| r.code == "login-taken");
    template.page = template.page.refused(form, refusals);
    reply::page_again(&template)
}

/// Makes an account, a participant and a request that is being written, and signs them in.
///
/// # Errors
/// What was refused of name, login and passphrase.
async fn begin(cx: &Cx, form: &Form) -> Result<Vec<HeaderValue>> {
    let chosen = read(cx, form).await?;
    let language = cx.language.tag().to_owned();
    let started = work!(cx, |w| {
        let account = NewAccount {
            login: Some(chosen.login),
            passphrase_hash: Some(chosen.hash),
            language: Some(language),
            ..NewAccount::default()
        };
        let account = accounts::add_account(w, &account).await?;
        let member = join(w, account, &chosen.name).await?;
        start::start(w, account, Some(member)).await
    })?;
    Ok(start::cookies(cx, &started))
}

/// Reads what was chosen. The passphrase is hashed before the transaction begins.
async fn read(cx: &Cx, form: &Form) -> Result<Beginning> {
    let mut refusals = Refusals::default();
    let name = refusals.keep(text::line("name", form.get("name"), NAME_LIMIT));
    let chosen = if form.get("login").trim().is_empty() {
        form.get("name")
    } else {
        form.get("login")
    };
    let login = if chosen.trim().is_empty() {
        refusals.push(Refusal::of("name", "no-way-back"));
        None
    } else {
        refusals.keep(passphrase::login(chosen))
    };
    let secret = form.get("passphrase");
    refusals.keep(passphrase::check(secret, login.as_deref().unwrap_or("")));
    Work::settle(refusals)?;
    let (Some(name), Some(login)) = (name, login) else {
        return Err(Refusal::new("no-way-back").into());
    };
    let counted = Counted::newcomer(cx);
    work!(cx, |w| counted.count(w).await)?;
    let hash = cx
        .app
        .passphrases
        .hash(secret, cx.app.chance.bytes::<16>())
        .await?;
    Ok(Beginning {
        name: if name.is_empty() { login.clone() } else { name },
        login,
        hash,
    })
}

/// A participant of the programme who begins a request: also the way in through a link by e-mail.
/// From here on the work is done in their name.
///
/// # Errors
/// The database's.
pub async fn join(w: &mut Work<'_>, account: AccountId, name: &str) -> Result<MemberId> {
    let programme = w.cx.programme()?.clone();
    let new = NewMember {
        name: name.to_owned(),
        roles: vec![Role::Participant],
    };
    let member = accounts::add_member(w, (programme.id, &programme.key), account, &new).await?;
    in_the_name_of(w, account, member, &new.name);
    let request = begin_request(w, member, &Answers::default()).await?;
    w.may(Act::WriteIntake, member, "request", request.0)
        .await?;
    Ok(member)
}

fn in_the_name_of(w: &mut Work<'_>, account: AccountId, member: MemberId, name: &str) {
    w.cx.who = Some(Who {
        account,
        session: w.cx.who.as_ref().and_then(|who| who.session),
        member: Some(Member {
            id: member,
            roles: vec![Role::Participant],
            name: name.to_owned(),
        }),
        programmes: 1,
    });
}

/// Somebody who has signed in asks for support here: they become a participant of the programme
/// if they are not one, and their request begins or goes on. A role that changed needs a new session.
///
/// # Errors
/// The database's.
async fn again(cx: &Cx, account: AccountId) -> Result<(Vec<HeaderValue>, String)> {
    let (started, to) = work!(cx, |w| {
        let programme = w.cx.programme()?.id;
        let Some(member) = member_in(w, programme, account).await? else {
            let name = w.cx.member().map(|m| m.name.clone()).unwrap_or_default();
            let member = join(w, account, &name).await?;
            let started = start::start(w, account, Some(member)).await?;
            return Ok((Some(started), "/ask/1".to_owned()));
        };
        accounts::add_role(w, member, Role::Participant).await?;
        let stays =
            w.cx.member()
                .is_ok_and(|m| m.id == member && m.roles.contains(&Role::Participant));
        let name = w.name(member).await?;
        in_the_name_of(w, account, member, &name);
        let to = match open_request(w, member).await? {
            Some(request) => {
                w.may(Act::WriteIntake, member, "request", request.id.0)
                    .await?;
                go_on(&request.answers)
            }
            None => {
                let request = begin_request(w, member, &Answers::default()).await?;
                w.may(Act::WriteIntake, member, "request", request.0)
                    .await?;
                "/ask/1".to_owned()
            }
        };
        let started = if stays {
            None
        } else {
            Some(start::start(w, account, Some(member)).await?)
        };
        Ok((started, to))
    })?;
    let cookies = started.map_or_else(Vec::new, |started| start::cookies(cx, &started));
    Ok((cookies, to))
}
