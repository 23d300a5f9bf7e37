//! The worker's own page: what they say of themselves, how many people they can support, and what
//! participants see of it.

use askama::Template;
use axum::response::Response;
use cairn_domain::access::Act;
use cairn_domain::matching::terms;
use cairn_domain::people::intake::DAY_PARTS;
use cairn_domain::people::{Kind, Mode};
use cairn_domain::{Refusals, matching::WorkerProfile};

use crate::cx::{Cx, Work};
use crate::error::{Error, Result};
use crate::matching::profile_form::{self, DAYS, KEPT_PLACE};
use crate::matching::{problem, said, workers};
use crate::people;
use crate::site::{Form, Page, reply};
use crate::{look, work};

/// Where the unsent form is kept.
const DRAFT: &str = "profile";

/// One choice with its words.
struct Choice {
    value: String,
    words: String,
    on: bool,
    /// Whether everybody who is offered this worker may read it.
    all: bool,
}

/// Choices under one heading.
struct Group {
    id: String,
    title: String,
    choices: Vec<Choice>,
}

impl Group {
    /// How many are ticked.
    fn count(&self) -> usize {
        self.choices.iter().filter(|choice| choice.on).count()
    }
}

#[derive(Template)]
#[template(path = "matching/profile.html")]
struct ProfilePage {
    page: Page,
    form: Form,
    kinds: Vec<Choice>,
    experiences: Vec<Group>,
    traits: Vec<Group>,
    languages: Vec<Choice>,
    others: Vec<Choice>,
    modes: Vec<Choice>,
    days: Vec<Group>,
    spans: Vec<Choice>,
    zones: Vec<Choice>,
    places: Vec<Choice>,
    sectors: Vec<Choice>,
    trainings: Vec<Choice>,
    rooms: Vec<Choice>,
    supported: i64,
    picked: i64,
    held: i64,
    published: bool,
    /// What participants see, as it was last saved.
    card: said::Card,
}

fn choice(form: &Form, field: &str, value: &str, words: String) -> Choice {
    Choice {
        value: value.to_owned(),
        words: said::capital(&words),
        on: form.ticked(field, value),
        all: form.get(&format!("show-{value}")) == "all",
    }
}

fn choices<'a>(
    cx: &Cx,
    form: &Form,
    field: &str,
    list: &str,
    codes: impl IntoIterator<Item = &'a str>,
) -> Vec<Choice> {
    codes
        .into_iter()
        .map(|code| choice(form, field, code, cx.t(&terms::word_key(list, code))))
        .collect()
}

fn experiences(cx: &Cx, form: &Form) -> Vec<Group> {
    let group = |(name, codes): &(&str, &[&str])| Group {
        id: format!("experience-{name}"),
        title: cx.t(&terms::word_key("experience-group", name)),
        choices: choices(cx, form, "experience", "experience", codes.iter().copied()),
    };
    terms::EXPERIENCES.iter().map(group).collect()
}

fn traits(cx: &Cx, form: &Form) -> Vec<Group> {
    let group = |(name, values): &(&str, &[&str])| Group {
        id: format!("trait-{name}"),
        title: cx.t(&terms::word_key("trait-group", name)),
        choices: values
            .iter()
            .map(|value| {
                let code = format!("{name}:{value}");
                choice(form, "trait", &code, cx.t(&terms::trait_key(&code)))
            })
            .collect(),
    };
    terms::TRAITS.iter().map(group).collect()
}

/// The languages shown as chips, and those in the longer list.
fn languages(cx: &Cx, form: &Form, home: &str) -> (Vec<Choice>, Vec<Choice>) {
    let name = |tag: &str| cx.app.words.language_name(cx.language, tag);
    let mut listed: Vec<&str> = Vec::new();
    let first = [home, cx.language.tag()].into_iter();
    for tag in first
        .chain(terms::LANGUAGES.iter().copied())
        .chain(form.all("language"))
    {
        if !listed.contains(&tag) {
            listed.push(tag);
        }
    }
    let mut others: Vec<Choice> = cairn_words::language_codes()
        .iter()
        .filter(|tag| !listed.contains(*tag))
        .map(|tag| choice(form, "other", tag, name(tag)))
        .collect();
    others.sort_by(|a, b| a.words.cmp(&b.words));
    let chips = listed
        .iter()
        .map(|tag| choice(form, "language", tag, name(tag)))
        .collect();
    (chips, others)
}

fn days(cx: &Cx, form: &Form) -> Vec<Group> {
    (0u8..)
        .zip(DAYS)
        .map(|(n, day)| Group {
            id: day.to_owned(),
            title: said::capital(&cx.app.words.weekday(cx.language, n)),
            choices: DAY_PARTS
                .iter()
                .map(|(part, ..)| {
                    let words = cx.t(&format!("matching-part-of-day-{part}"));
                    let value = format!("{day}-{part}");
                    Choice {
                        words,
                        ..choice(form, "time", &value, String::new())
                    }
                })
                .collect(),
        })
        .collect()
}

/// Times that are no whole cells of the form: they came from elsewhere and can be kept or dropped.
fn spans(cx: &Cx, form: &Form) -> Vec<Choice> {
    form.all("span")
        .filter_map(|word| {
            let span = profile_form::read_span(word)?;
            Some(choice(
                form,
                "span",
                word,
                said::times(cx, &[span]).concat(),
            ))
        })
        .collect()
}

fn zones(form: &Form, programme: &str) -> Vec<Choice> {
    let chosen = match form.get("zone") {
        "" => programme,
        zone => zone,
    };
    let mut names: Vec<&str> = people::ZONES.to_vec();
    for name in [programme, chosen] {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.sort_unstable();
    names
        .into_iter()
        .map(|name| Choice {
            on: name == chosen,
            ..choice(
                form,
                "zone",
                name,
                name.replace('_', " ").replace('/', " · "),
            )
        })
        .collect()
}

fn places(cx: &Cx, form: &Form) -> Result<Vec<Choice>> {
    let listed = &cx.programme()?.settings.places;
    let mut all: Vec<Choice> = listed
        .iter()
        .map(|place| choice(form, "place", &place.name, place.name.clone()))
        .collect();
    let kept = form.get("place");
    if kept == KEPT_PLACE {
        all.push(choice(
            form,
            "place",
            KEPT_PLACE,
            cx.t("matching-profile-place-kept"),
        ));
    } else if !kept.is_empty() && !all.iter().any(|one| one.value == kept) {
        all.push(choice(form, "place", kept, kept.to_owned()));
    }
    Ok(all)
}

/// How much room, in five steps; another number, from an import for example, stays as it is.
fn rooms(cx: &Cx, form: &Form) -> Vec<Choice> {
    let mut all: Vec<Choice> = [0, 25, 50, 75, 100]
        .into_iter()
        .map(|n| {
            let words = cx.t(&format!("matching-headroom-{n}"));
            choice(form, "headroom", &n.to_string(), words)
        })
        .collect();
    let kept = form.get("headroom").to_owned();
    if let Ok(number) = kept.parse::<i64>()
        && !all.iter().any(|one| one.on)
    {
        let filled = cairn_words::args().set("number", number);
        let words = cx.text("matching-headroom-kept", &filled);
        all.push(choice(form, "headroom", &kept, words));
    }
    all
}

async fn show(w: &mut Work<'_>, page: Page, sent: Option<Form>) -> Result<ProfilePage> {
    let me = w.me()?;
    let kept = workers::worker(w, me).await?;
    let taken = match kept {
        None => problem::Taken::default(),
        Some(_) => problem::taken(w, me).await?,
    };
    let programme = w.cx.programme()?.clone();
    let name = w.name(me).await?;
    let published = kept.as_ref().is_some_and(|one| one.published_at.is_some());
    let profile = kept.as_ref().map(|worker| worker.profile.clone());
    let profile = profile.unwrap_or_default();
    let form = sent.unwrap_or_else(|| profile_form::write(kept.as_ref()));
    let cx = w.cx.clone();
    let (languages, others) = languages(&cx, &form, &programme.settings.home_language);
    Ok(ProfilePage {
        kinds: choices(
            &cx,
            &form,
            "role",
            "kind",
            Kind::ALL.iter().map(|k| k.word()),
        ),
        experiences: experiences(&cx, &form),
        traits: traits(&cx, &form),
        languages,
        others,
        modes: choices(
            &cx,
            &form,
            "mode",
            "mode",
            Mode::ALL.iter().map(|m| m.word()),
        ),
        days: days(&cx, &form),
        spans: spans(&cx, &form),
        zones: zones(&form, &programme.time_zone),
        places: places(&cx, &form)?,
        sectors: choices(
            &cx,
            &form,
            "sector",
            "sector",
            terms::SECTORS.iter().copied(),
        ),
        trainings: choices(
            &cx,
            &form,
            "training",
            "training",
            terms::TRAININGS.iter().copied(),
        ),
        rooms: rooms(&cx, &form),
        supported: taken.supported,
        picked: taken.picked,
        held: taken.held,
        published,
        card: said::card(&cx, &profile.published(&name)),
        form,
        page,
    })
}

/// `GET /profile`.
///
/// # Errors
/// Not found.
pub async fn profile_page(cx: Cx) -> Result<Response> {
    let page = Page::new(&cx, "site-nav-profile");
    let template = look!(cx, |w| {
        let draft = people::draft(w, DRAFT).await?;
        let page = page.draft(draft.clone());
        show(w, page, draft).await
    })?;
    reply::page(&template)
}

async fn save(w: &mut Work<'_>, form: &Form) -> Result<()> {
    let me = w.me()?;
    w.may(Act::WriteWorkerProfile, me, "profile", me.0).await?;
    let kept = workers::worker(w, me).await?;
    let kept: WorkerProfile = kept.map(|worker| worker.profile).unwrap_or_default();
    let settings = w.cx.programme()?.settings.clone();
    let sent = profile_form::read(form, &kept, &settings)?;
    let numbers = (sent.capacity, sent.headroom);
    workers::save_worker(w, me, sent.profile, numbers, sent.publish).await?;
    people::drop_draft(w, DRAFT).await
}

/// The refusals under the names of the form's fields.
fn by_field(refusals: Refusals) -> Refusals {
    let field = |name: &str| {
        match name {
            "roles" => "role",
            "modes" => "mode",
            "languages" => "language",
            "experiences" => "experience",
            "traits" => "trait",
            "trainings" => "training",
            other => other,
        }
        .to_owned()
    };
    let mut refusals = refusals;
    for refusal in &mut refusals.0 {
        refusal.field = refusal.field.as_deref().map(field);
    }
    refusals
}

/// `POST /profile`.
///
/// # Errors
/// Not found.
pub async fn save_page(cx: Cx, form: Form) -> Result<Response> {
    let sent = form.clone();
    match work!(cx, |w| save(w, &sent).await) {
        Ok(()) => Ok(reply::see("/profile?said=profile-saved")),
        Err(Error::Refused(refusals)) => {
            let page = Page::new(&cx, "site-nav-profile").refused(form.clone(), by_field(refusals));
            reply::page_again(&look!(cx, |w| show(w, page, Some(form)).await)?)
        }
        Err(error) => Err(error),
    }
}
