//! Everything somebody said at a glance, with a way back to each page; and what happens once the
//! request is sent.

use askama::Template;
use axum::response::Response;
use cairn_domain::matching::RequestState;
use cairn_domain::matching::terms;
use cairn_domain::people::{Answers, Wish};
use cairn_words::args;

use super::fields::PAGES;
use super::more;
use super::view::{capital, home_language, language};
use crate::cx::Cx;
use crate::error::Result;
use crate::people::Request;
use crate::site::{Page, reply};

/// What one page of the form holds, in words.
struct Part {
    page: u8,
    title: String,
    /// Sentences of ours.
    lines: Vec<String>,
    /// What the person wrote themselves, each under the question it answers.
    words: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "people/ask/check.html")]
struct CheckPage {
    page: Page,
    parts: Vec<Part>,
    sent: bool,
    musts: Option<String>,
}

#[derive(Template)]
#[template(path = "people/ask/done.html")]
struct DonePage {
    page: Page,
    programme: String,
}

/// The overview.
///
/// # Errors
/// A fault of the template.
pub async fn check(cx: &Cx, request: &Request) -> Result<Response> {
    let parts = (1..=PAGES)
        .map(|page| part(cx, page, &request.answers))
        .collect::<Result<_>>()?;
    reply::page(&CheckPage {
        page: Page::new(cx, "people-check-title"),
        parts,
        sent: request.state != RequestState::Draft,
        musts: musts(cx, &request.answers),
    })
}

/// What happens next.
///
/// # Errors
/// A fault of the template.
pub async fn done(cx: &Cx) -> Result<Response> {
    reply::page(&DonePage {
        page: Page::new(cx, "people-done-title"),
        programme: cx.programme()?.name.clone(),
    })
}

fn part(cx: &Cx, page: u8, answers: &Answers) -> Result<Part> {
    let (lines, words) = match page {
        1 => been(cx, answers),
        2 => (who(cx, answers), Vec::new()),
        3 => (languages(cx, answers)?, Vec::new()),
        4 => (ways(cx, answers), Vec::new()),
        5 => (times(cx, answers), Vec::new()),
        6 => never(cx, answers),
        _ => (about(cx, answers), Vec::new()),
    };
    let words = words
        .into_iter()
        .filter(|(_, text): &(&str, String)| !text.is_empty())
        .map(|(question, text)| (cx.t(question), text))
        .collect();
    Ok(Part {
        page,
        title: cx.t(&format!("people-ask-{page}-title")),
        lines,
        words,
    })
}

fn weighed(cx: &Cx, what: &str, how: &str) -> String {
    cx.text(
        "people-check-weighed",
        &args().set("what", capital(what)).set("how", how),
    )
}

/// Sentences of ours, and each question (its key) with what was written under it.
type Said = (Vec<String>, Vec<(&'static str, String)>);

fn been(cx: &Cx, answers: &Answers) -> Said {
    let mut lines: Vec<String> = answers
        .experiences
        .iter()
        .map(|e| {
            weighed(
                cx,
                &cx.t(&terms::experience_key(&e.code)),
                &cx.t(&format!("weight-{}", e.weight)),
            )
        })
        .collect();
    if !answers.experiences.is_empty() {
        lines.push(cx.t(if answers.show_experiences {
            "people-check-show"
        } else {
            "people-check-hide"
        }));
    }
    (lines, vec![("people-ask-story", answers.story.clone())])
}

fn who(cx: &Cx, answers: &Answers) -> Vec<String> {
    let mut lines = vec![match answers.kind {
        Some(kind) => cx.t(&terms::word_key("people-ask-kind", kind.word())),
        None => cx.t("people-check-kind-open"),
    }];
    lines.extend(answers.wishes.iter().map(|wish| {
        let how = if wish.must {
            "people-ask-must".to_owned()
        } else {
            format!("weight-{}", wish.weight)
        };
        weighed(cx, &cx.t(&terms::trait_key(&wish.trait_code)), &cx.t(&how))
    }));
    if let Some(sector) = &answers.sector {
        let what = cx.t(&terms::word_key("sector", sector));
        lines.push(cx.text("people-check-sector", &args().set("what", what)));
    }
    lines.extend(more::said(cx, answers));
    lines
}

/// That something was said is enough: what it was stands on its page.
fn about(cx: &Cx, answers: &Answers) -> Vec<String> {
    let said = !answers.about.is_empty();
    said.then(|| cx.t("about-check")).into_iter().collect()
}

fn languages(cx: &Cx, answers: &Answers) -> Result<Vec<String>> {
    if answers.assumed().languages {
        let home = home_language(cx)?;
        return Ok(vec![cx.text(
            "people-check-languages-open",
            &args().set("language", home),
        )]);
    }
    let names: Vec<String> = answers
        .languages
        .iter()
        .map(|tag| language(cx, tag))
        .collect();
    Ok(vec![capital(&list(cx, &names))])
}

fn list(cx: &Cx, items: &[String]) -> String {
    let items: Vec<&str> = items.iter().map(String::as_str).collect();
    cx.app.words.list(cx.language, &items)
}

fn ways(cx: &Cx, answers: &Answers) -> Vec<String> {
    let mut lines = if answers.assumed().modes {
        vec![cx.t("people-check-modes-open")]
    } else {
        let modes: Vec<String> = answers
            .modes
            .iter()
            .map(|mode| cx.t(&terms::word_key("mode", mode.word())))
            .collect();
        vec![capital(&list(cx, &modes))]
    };
    if let Some(place) = answers.place.as_ref() {
        lines.push(if place.name.is_empty() {
            cx.t("people-ask-4-place-kept")
        } else {
            cx.text(
                "people-check-place",
                &args().set("place", place.name.as_str()),
            )
        });
    }
    if let Some(km) = answers.max_km {
        lines.push(cx.text("people-check-km", &args().set("km", km)));
    }
    lines
}

fn times(cx: &Cx, answers: &Answers) -> Vec<String> {
    if answers.assumed().times {
        return vec![cx.t("people-check-times-open")];
    }
    let mut lines: Vec<String> = answers
        .times
        .iter()
        .map(|[start, end]| {
            let span =
                cx.app
                    .words
                    .minutes_of_week(cx.language, (*start).into(), (*end).into(), None);
            capital(&span)
        })
        .collect();
    if !answers.time_zone.is_empty() {
        let zone = answers.time_zone.replace('_', " ");
        lines.push(cx.text("people-check-zone", &args().set("zone", zone)));
    }
    lines
}

fn never(cx: &Cx, answers: &Answers) -> Said {
    (
        vec![cx.t("never-check")],
        vec![
            ("people-ask-6-note", answers.never_note.clone()),
            ("people-ask-6-tell", answers.tell.clone()),
        ],
    )
}

/// Musts of one kind that hardly anybody meets together: a woman and a man, two ages.
fn musts(cx: &Cx, answers: &Answers) -> Option<String> {
    let group = |wish: &Wish| wish.trait_code.split(':').next().unwrap_or("").to_owned();
    let musts: Vec<&Wish> = answers.wishes.iter().filter(|wish| wish.must).collect();
    let clashing: Vec<String> = musts
        .iter()
        .filter(|wish| matches!(group(wish).as_str(), "gender" | "age"))
        .filter(|wish| {
            musts
                .iter()
                .filter(|other| group(other) == group(wish))
                .count()
                > 1
        })
        .map(|wish| cx.t(&terms::trait_key(&wish.trait_code)))
        .collect();
    (!clashing.is_empty()).then(|| {
        cx.text(
            "people-check-musts",
            &args().set("what", list(cx, &clashing)),
        )
    })
}
