//! `/never`: whom I would rather not be matched with. The page is the same for a name that
//! somebody has and for one that nobody has.

use askama::Template;
use axum::response::Response;
use cairn_domain::Refusals;
use cairn_domain::access::Role;
use cairn_domain::id::MemberId;
use cairn_domain::matching::never::Entry;
use uuid::Uuid;

use super::{add_name, add_people, mine, take_back};
use crate::cx::{Cx, Work};
use crate::error::{Error, Result};
use crate::people;
use crate::site::page::query;
use crate::site::{Form, Page, reply};
use crate::{look, work};

/// Names beyond which the list to choose from gets a search field.
const MANY: usize = 30;
/// Where one can come from and go back to: the word in the address, the page, the words of the link.
const FROM: &[(&str, &str, &str)] = &[
    ("ask", "/ask/6", "never-back-ask"),
    ("check", "/ask/check", "never-back-ask"),
    ("profile", "/profile", "never-back-profile"),
    ("account", "/account", "never-back-account"),
    ("offers", "/offers", "never-back-offers"),
];

/// A worker who can be chosen.
struct Choice {
    id: MemberId,
    name: String,
    on: bool,
}

#[derive(Template)]
#[template(path = "matching/exclusions/never.html")]
struct NeverPage {
    page: Page,
    entries: Vec<Entry>,
    /// Whether the reader is supported: then they can choose from the workers.
    chooses: bool,
    choices: Vec<Choice>,
    /// Whether there are so many workers that one has to search.
    many: bool,
    /// What was searched for, and how many were found.
    found: Option<(String, usize)>,
    /// The word of where the reader came from; empty for home.
    from: &'static str,
    back: (&'static str, &'static str),
}

fn origin(word: &str) -> (&'static str, (&'static str, &'static str)) {
    let known = FROM.iter().find(|(name, ..)| *name == word);
    known.map_or(
        ("", ("/home", "never-back-home")),
        |(name, place, words)| (name, (place, words)),
    )
}

async fn show(w: &mut Work<'_>, page: Page, form: Form, from: &str) -> Result<NeverPage> {
    let list = mine(w).await?;
    let member = w.cx.member()?.clone();
    let chooses = member.roles.contains(&Role::Participant);
    let mut choices = Vec::new();
    if chooses {
        for (id, name) in people::never_names(w).await? {
            let listed = list.people().any(|one| one == id);
            if id != member.id && !listed {
                let on = form.ticked("never", &id.to_string());
                choices.push(Choice { id, name, on });
            }
        }
    }
    let many = choices.len() > MANY;
    let find = form.get("find").trim().to_owned();
    let mut found = None;
    if many {
        let fits = |one: &Choice| one.name.to_lowercase().contains(&find.to_lowercase());
        if !find.is_empty() {
            found = Some((find.clone(), choices.iter().filter(|one| fits(one)).count()));
        }
        choices.retain(|one| one.on || (!find.is_empty() && fits(one)));
    }
    let (from, back) = origin(from);
    Ok(NeverPage {
        entries: list.entries,
        chooses,
        choices,
        many,
        found,
        from,
        back,
        page,
    })
}

/// `GET /never`.
///
/// # Errors
/// Not found.
pub async fn never_page(cx: Cx) -> Result<Response> {
    let page = Page::new(&cx, "never-title");
    let from = query(&cx.path, "from").unwrap_or_default();
    reply::page(&look!(cx, |w| show(w, page, Form::default(), &from).await)?)
}

/// What is said once it is done; empty for a search, which changes nothing.
async fn act(w: &mut Work<'_>, form: &Form) -> Result<&'static str> {
    match form.get("go") {
        "find" => Ok(""),
        "choose" => {
            let ids: Vec<MemberId> = form.all("never").filter_map(|id| id.parse().ok()).collect();
            add_people(w, &ids).await.map(|()| "never-kept")
        }
        "back" => {
            let id: Uuid = form.get("entry").parse().map_err(|_| Error::NOT_YOURS)?;
            take_back(w, id).await.map(|()| "never-taken-back")
        }
        _ => add_name(w, form.get("name")).await.map(|()| "never-kept"),
    }
}

/// `POST /never`: adds somebody or takes somebody back.
///
/// # Errors
/// Not found.
pub async fn never_act_page(cx: Cx, form: Form) -> Result<Response> {
    let (sent, from) = (form.clone(), form.get("from").to_owned());
    match work!(cx, |w| act(w, &sent).await) {
        Ok("") => {
            let page = Page::new(&cx, "never-title").refused(form.clone(), Refusals::default());
            reply::page(&look!(cx, |w| show(w, page, form, &from).await)?)
        }
        Ok(said) => Ok(reply::see(&leads(&from, said))),
        Err(Error::Refused(refusals)) => {
            let page = Page::new(&cx, "never-title").refused(form.clone(), refusals);
            reply::page_again(&look!(cx, |w| show(w, page, form, &from).await)?)
        }
        Err(error) => Err(error),
    }
}

fn leads(from: &str, said: &str) -> String {
    match origin(from).0 {
        "" => format!("/never?said={said}"),
        from => format!("/never?said={said}&from={from}"),
    }
}
