//! The page of "what if": a form of what is thought of, and who would be served then.

use askama::Template;
use axum::response::Response;
use cairn_domain::access::Act;
use cairn_domain::id::{MemberId, RequestId};
use cairn_domain::matching::WorkerProfile;
use cairn_domain::matching::board::{Moved, Part};
use cairn_domain::matching::profile::MOST_CAPACITY;
use cairn_domain::matching::terms::{self, TRAITS, word_key};
use cairn_domain::matching::what_if::{Added, Fewer, MOST_ADDED, WhatIf, by_wait, times_of};
use cairn_domain::people::{Kind, Mode};
use cairn_domain::{Refusal, Refusals};

use crate::cx::{Cx, Work};
use crate::error::Result;
use crate::matching::board::list::{Choice, asked_for, choices, languages, trainings};
use crate::matching::board::what_if::{self, Answer};
use crate::matching::{offers, runs, seen};
use crate::site::{Form, Page, reply};
use crate::work;

/// Names shown of those who would be served; the others are counted.
const NAMES: usize = 100;

/// Choices under one heading.
struct Group {
    title: String,
    choices: Vec<Choice>,
}

/// One person for whom something would change.
struct Line {
    id: RequestId,
    name: String,
    days: i64,
}

/// What would be, in words and names.
struct Then {
    waiting: usize,
    served: (usize, usize),
    fit: (i64, i64),
    used: usize,
    sooner: Vec<Line>,
    sooner_more: usize,
    sooner_count: usize,
    /// Of those: waited up to 14 days.
    upto_14: usize,
    /// Up to 30.
    upto_30: usize,
    /// Longer.
    over_30: usize,
    longer: Vec<Line>,
    longer_more: usize,
    longer_count: usize,
    other: usize,
}

#[derive(Template)]
#[template(path = "matching/board/what_if.html")]
struct WhatIfPage {
    page: Page,
    form: Form,
    kinds: Vec<Choice>,
    languages: Vec<Choice>,
    parts: Vec<Choice>,
    modes: Vec<Choice>,
    places: Vec<Choice>,
    trainings: Vec<Choice>,
    traits: Vec<Group>,
    workers: Vec<Choice>,
    then: Option<Then>,
    proposed: usize,
}

/// The form before anything was thought of.
fn usual(cx: &Cx) -> Form {
    let mut form = Form::default()
        .with("count", "1")
        .with("places", "3")
        .with("kind", Kind::PeerWorker.word());
    if let Ok(programme) = cx.programme() {
        form = form.with("language", &programme.settings.home_language);
    }
    for mode in [Mode::Chat, Mode::Phone, Mode::Video] {
        form = form.with("mode", mode.word());
    }
    form
}

/// Reads what is thought of.
fn read(form: &Form, cx: &Cx) -> std::result::Result<WhatIf, Refusals> {
    let mut refusals = Refusals::default();
    let count = refusals.keep(form.int("count", 0, MOST_ADDED)).flatten();
    let places = refusals
        .keep(form.int("places", 1, MOST_CAPACITY))
        .flatten();
    let fewer = refusals.keep(form.int("fewer", 1, MOST_CAPACITY)).flatten();
    let added = count.filter(|count| *count > 0).map(|count| Added {
        count,
        places: places.unwrap_or(1),
        profile: profile(form, cx, &mut refusals),
    });
    let worker: Option<MemberId> = form.get("worker").parse().ok();
    let fewer = worker.map(|worker| Fewer {
        worker,
        places: fewer.unwrap_or(1),
    });
    refusals.done()?;
    WhatIf { added, fewer }.checked()
}

fn profile(form: &Form, cx: &Cx, refusals: &mut Refusals) -> WorkerProfile {
    let texts = |field: &str| form.all(field).map(str::to_owned).collect::<Vec<String>>();
    let parts: Vec<Part> = form.all("part").filter_map(Part::from_word).collect();
    let programme = cx.programme().ok();
    let place = form.get("place").trim();
    let place = (!place.is_empty()).then(|| {
        let places = programme.iter().flat_map(|one| &one.settings.places);
        let known = places
            .into_iter()
            .find(|known| known.name == place)
            .cloned();
        if known.is_none() {
            refusals.push(Refusal::of("place", "unknown-choice"));
        }
        known
    });
    WorkerProfile {
        roles: form.all("kind").filter_map(Kind::from_word).collect(),
        languages: texts("language"),
        modes: form.all("mode").filter_map(Mode::from_word).collect(),
        times: times_of(&parts),
        traits: texts("trait"),
        trainings: texts("training"),
        place: place.flatten(),
        ..WorkerProfile::default()
    }
}

async fn lines<'a>(
    w: &mut Work<'_>,
    seen: &mut seen::Today,
    all: impl Iterator<Item = &'a Moved>,
) -> Result<(Vec<Line>, usize)> {
    let (mut out, mut more) = (Vec::new(), 0);
    for moved in all {
        if out.len() == NAMES {
            more += 1;
            continue;
        }
        let person = runs::owner(w, moved.request).await?;
        seen.saw(w, person, moved.request.0).await?;
        out.push(Line {
            id: moved.request,
            name: w.name(person).await?,
            days: moved.days,
        });
    }
    Ok((out, more))
}

async fn then(w: &mut Work<'_>, answer: &Answer) -> Result<Then> {
    let mut seen = seen::Today::of(w, "what-if").await?;
    let changes = &answer.changes;
    let (sooner, sooner_more) = lines(w, &mut seen, changes.sooner()).await?;
    let (longer, longer_more) = lines(w, &mut seen, changes.longer()).await?;
    let [upto_14, upto_30, over_30] = by_wait(changes.sooner().map(|one| one.days));
    Ok(Then {
        waiting: answer.waiting,
        served: (changes.served_now, changes.served_then),
        fit: (changes.fit_now, changes.fit_then),
        used: answer.used,
        sooner,
        sooner_more,
        sooner_count: changes.sooner().count(),
        longer_count: changes.longer().count(),
        upto_14,
        upto_30,
        over_30,
        longer,
        longer_more,
        other: changes.other().count(),
    })
}

async fn show(
    w: &mut Work<'_>,
    page: Page,
    form: Form,
    answer: Option<Answer>,
) -> Result<WhatIfPage> {
    let then = match &answer {
        Some(answer) => Some(then(w, answer).await?),
        None => None,
    };
    let workers: Vec<(String, String)> = what_if::workers(w)
        .await?
        .into_iter()
        .map(|(worker, name)| (worker.to_string(), name))
        .collect();
    let proposed = offers::proposed_for(w).await?.len();
    let cx = &w.cx;
    let part = |part: Part| (part.word(), cx.t(&format!("board-part-{}", part.word())));
    let named = |list: &str, word: &'static str| (word, cx.t(&word_key(list, word)));
    let places = &cx.programme()?.settings.places;
    let traits = TRAITS.iter().map(|(group, values)| {
        let codes: Vec<String> = values
            .iter()
            .map(|value| format!("{group}:{value}"))
            .collect();
        let words = codes
            .iter()
            .map(|code| (code.as_str(), cx.t(&terms::trait_key(code))));
        Group {
            title: cx.t(&word_key("trait-group", group)),
            choices: choices(&form, "trait", words),
        }
    });
    Ok(WhatIfPage {
        kinds: choices(
            &form,
            "kind",
            Kind::ALL.iter().map(|kind| named("kind", kind.word())),
        ),
        languages: choices(&form, "language", languages(cx)),
        parts: choices(&form, "part", Part::ALL.map(part)),
        modes: choices(
            &form,
            "mode",
            Mode::ALL.iter().map(|mode| named("mode", mode.word())),
        ),
        places: choices(
            &form,
            "place",
            places
                .iter()
                .map(|place| (place.name.as_str(), place.name.clone())),
        ),
        trainings: choices(&form, "training", trainings(cx)),
        traits: traits.collect(),
        workers: choices(
            &form,
            "worker",
            workers.iter().map(|(id, name)| (id.as_str(), name.clone())),
        ),
        page,
        form,
        then,
        proposed,
    })
}

/// What is thought of, worked out; what was refused stands on the page.
async fn answered(cx: &Cx, form: &Form) -> Result<(Option<Answer>, Refusals)> {
    work!(cx, |w| w.note(Act::AskWhatIf, "what-if", None).await)?;
    match read(form, cx) {
        Ok(what) => Ok((Some(what_if::ask(cx, what).await?), Refusals::default())),
        Err(refusals) => Ok((None, fields(refusals))),
    }
}

/// The fields of a profile by the names they have in this form.
fn fields(mut refusals: Refusals) -> Refusals {
    for refusal in &mut refusals.0 {
        let name = match refusal.field.as_deref() {
            Some("roles") => "kind",
            Some("languages") => "language",
            Some("modes") => "mode",
            Some("times") => "part",
            _ => continue,
        };
        refusal.field = Some(name.to_owned());
    }
    refusals
}

async fn whole(cx: Cx) -> Result<Response> {
    let asked = asked_for(&cx);
    let page = Page::new(&cx, "board-what-if-title").class("wide");
    if !asked.has("go") {
        let form = usual(&cx);
        return reply::page(&work!(cx, |w| show(w, page, form, None).await)?);
    }
    let (answer, refusals) = answered(&cx, &asked).await?;
    if refusals.0.is_empty() {
        return reply::page(&work!(cx, |w| show(w, page, asked, answer).await)?);
    }
    let page = page.refused(asked.clone(), refusals);
    reply::page_again(&work!(cx, |w| show(w, page, asked, None).await)?)
}

/// `GET /what-if`: the form; with `go`, what would be.
///
/// # Errors
/// Not found.
pub async fn what_if_page(cx: Cx) -> Result<Response> {
    whole(cx).await
}
