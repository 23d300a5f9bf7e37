//! The seven pages as templates: what is offered, what is ticked, and the words for it.

use askama::Template;
use axum::response::Response;
use cairn_domain::Refusals;
use cairn_domain::matching::terms;
use cairn_domain::operations::ProgrammeKind;
use cairn_domain::people::intake::DAY_PARTS;
use cairn_domain::people::{Kind, Mode};

use super::fields::{self, DAYS, KEPT_PLACE, MUST, PAGES};
use super::more::{self, More};
use crate::cx::Cx;
use crate::error::Result;
use crate::site::{Form, Page, reply};

/// What a page is filled with.
#[derive(Default)]
pub struct Filled {
    /// Its fields.
    pub form: Form,
    /// Whether they come from a draft.
    pub from_draft: bool,
    /// Whether "go on" leads back to the overview.
    pub check: bool,
    /// Whether another window changed the page in the meantime.
    pub elsewhere: bool,
    /// What was refused.
    pub refusals: Refusals,
}

/// One choice with its words.
pub struct Choice {
    /// Its value.
    pub value: String,
    /// Its words.
    pub words: String,
    /// A sentence more about it; empty for none.
    pub hint: String,
    /// Whether it is chosen.
    pub on: bool,
    /// For what can be weighed: 1 to 5, or `must`.
    pub weight: String,
}

/// Choices under one heading.
pub struct Group {
    /// The heading.
    pub title: String,
    /// The choices.
    pub choices: Vec<Choice>,
}

impl Group {
    /// How many are chosen.
    #[must_use]
    pub fn count(&self) -> usize {
        self.choices.iter().filter(|choice| choice.on).count()
    }
}

/// What all pages have.
pub struct Frame {
    /// Which page, from 1.
    pub n: u8,
    /// Mark of the answers it was filled from.
    pub seen: String,
    /// Whether "go on" leads back to the overview.
    pub check: bool,
    /// Whether another window changed it in the meantime.
    pub elsewhere: bool,
}

impl Frame {
    /// "Page 2 of 7".
    #[must_use]
    pub fn progress(&self, page: &Page) -> String {
        page.with2(
            "people-ask-page",
            "n",
            i64::from(self.n),
            "of",
            i64::from(PAGES),
        )
    }

    /// The dots: how far one is.
    #[must_use]
    pub fn dots(&self) -> Vec<&'static str> {
        (1..=PAGES)
            .map(|n| match n.cmp(&self.n) {
                std::cmp::Ordering::Less => "done",
                std::cmp::Ordering::Equal => "now",
                std::cmp::Ordering::Greater => "",
            })
            .collect()
    }
}

macro_rules! pages {
    ($($(#[$doc:meta])* $name:ident $path:literal { $($field:ident: $kind:ty),* $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Template)]
        #[template(path = $path)]
        struct $name { page: Page, frame: Frame, $($field: $kind),* }
    )+};
}

pages! {
    /// 1: what you have been through.
    Experiences "people/ask/1.html" { groups: Vec<Group>, weights: Vec<Choice> }
    /// 2: who you would like.
    Wishes "people/ask/2.html" { kinds: Vec<Choice>, groups: Vec<Group>, weights: Vec<Choice>, more: More }
    /// 3: languages.
    Languages "people/ask/3.html" { listed: Vec<Choice>, others: Vec<Choice>, home: String }
    /// 4: ways of meeting.
    Ways "people/ask/4.html" { modes: Vec<Choice>, places: Vec<Choice> }
    /// 5: times of the week.
    Times "people/ask/5.html" { days: Vec<(String, Group)>, also: Vec<Choice>, zones: Vec<Choice> }
    /// 6: who must never be offered, and what else matters.
    Never "people/ask/6.html" { }
    /// 7: who one is, to be counted only.
    About "people/ask/7.html" { groups: Vec<(&'static str, Group)> }
}

/// Makes a page of the form.
///
/// # Errors
/// The database's.
pub async fn page(cx: &Cx, n: u8, filled: Filled) -> Result<Response> {
    let frame = Frame {
        n,
        seen: filled.form.get("seen").to_owned(),
        check: filled.check,
        elsewhere: filled.elsewhere,
    };
    let form = filled.form.clone();
    let title = format!("people-ask-{n}-title");
    let mut page = Page::new(cx, &title).refused(filled.form, filled.refusals);
    page.from_draft = filled.from_draft;
    match n {
        1 => reply::page(&Experiences {
            groups: experiences(cx, &form),
            weights: weights(cx, false),
            page,
            frame,
        }),
        2 => reply::page(&Wishes {
            kinds: kinds(cx, &form),
            groups: wishes(cx, &form),
            weights: weights(cx, true),
            more: More::of(cx, &form),
            page,
            frame,
        }),
        3 => languages(cx, &form, page, frame),
        4 => reply::page(&Ways {
            modes: modes(cx, &form),
            places: places(cx, &form)?,
            page,
            frame,
        }),
        5 => reply::page(&Times {
            days: days(cx, &form),
            also: also(cx, &form),
            zones: zones(cx, &form),
            page,
            frame,
        }),
        6 => reply::page(&Never { page, frame }),
        _ => reply::page(&About {
            groups: more::groups(cx, &form),
            page,
            frame,
        }),
    }
}

/// A choice as the form stands.
#[must_use]
pub fn choice(form: &Form, field: &str, value: &str, words: String) -> Choice {
    Choice {
        value: value.to_owned(),
        words,
        hint: String::new(),
        on: form.ticked(field, value),
        weight: String::new(),
    }
}

/// The same, with how much it matters beside it.
fn weighed(form: &Form, field: &str, value: &str, words: String) -> Choice {
    let kept = form.get(&format!("weight-{value}"));
    let weight = if kept.is_empty() { "3" } else { kept };
    Choice {
        weight: weight.to_owned(),
        ..choice(form, field, value, capital(&words))
    }
}

/// The words with a capital letter in front: on a line of their own.
#[must_use]
pub fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

fn weights(cx: &Cx, must: bool) -> Vec<Choice> {
    let form = Form::default();
    let word = |value: &str, key: &str| choice(&form, "", value, cx.t(key));
    let mut all: Vec<Choice> = (1..=5)
        .map(|n| word(&n.to_string(), &format!("weight-{n}")))
        .collect();
    if must {
        all.push(word(MUST, "people-ask-must"));
    }
    all
}

fn experiences(cx: &Cx, form: &Form) -> Vec<Group> {
    let group = |(name, codes): &(&str, &[&str])| Group {
        title: cx.t(&terms::word_key("experience-group", name)),
        choices: codes
            .iter()
            .map(|code| weighed(form, "experience", code, cx.t(&terms::experience_key(code))))
            .collect(),
    };
    terms::EXPERIENCES.iter().map(group).collect()
}

fn wishes(cx: &Cx, form: &Form) -> Vec<Group> {
    let group = |(name, values): &(&str, &[&str])| Group {
        title: cx.t(&terms::word_key("trait-group", name)),
        choices: values
            .iter()
            .map(|value| {
                let code = format!("{name}:{value}");
                weighed(form, "wish", &code, cx.t(&terms::trait_key(&code)))
            })
            .collect(),
    };
    terms::TRAITS.iter().map(group).collect()
}

fn kinds(cx: &Cx, form: &Form) -> Vec<Choice> {
    let carers = more::kind(cx) == ProgrammeKind::Carers;
    let one = |kind: &Kind| {
        let key = terms::word_key("people-ask-kind", kind.word());
        let mut one = choice(form, "kind", kind.word(), cx.t(&key));
        one.hint = cx.t(&format!("{key}-hint"));
        // In a programme for carers a peer for carers is what most people want.
        one.on |= carers && form.get("kind").is_empty() && *kind == Kind::CarerPeer;
        one
    };
    Kind::ALL.iter().map(one).collect()
}

/// The name of a language as it stands on a line of its own.
#[must_use]
pub fn language(cx: &Cx, tag: &str) -> String {
    cx.app.words.language_name(cx.language, tag)
}

/// The language taken for granted in the asker's programme.
///
/// # Errors
/// Not found.
pub fn home_language(cx: &Cx) -> Result<String> {
    Ok(language(cx, &cx.programme()?.settings.home_language))
}

fn languages(cx: &Cx, form: &Form, page: Page, frame: Frame) -> Result<Response> {
    let home = cx.programme()?.settings.home_language.clone();
    let first = [home.as_str(), cx.language.tag()];
    let mut listed: Vec<&str> = Vec::new();
    for tag in first
        .into_iter()
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
        .map(|tag| choice(form, "other", tag, capital(&language(cx, tag))))
        .collect();
    others.sort_by(|a, b| a.words.cmp(&b.words));
    others.insert(
        0,
        choice(form, "other", "", cx.t("people-ask-3-other-none")),
    );
    let one = |tag: &&str| choice(form, "language", tag, capital(&language(cx, tag)));
    let listed = listed.iter().map(one).collect();
    reply::page(&Languages {
        listed,
        others,
        home: home_language(cx)?,
        page,
        frame,
    })
}

fn modes(cx: &Cx, form: &Form) -> Vec<Choice> {
    let one = |mode: &Mode| {
        let key = terms::word_key("people-ask-mode", mode.word());
        Choice {
            hint: cx.t(&format!("{key}-hint")),
            ..choice(form, "mode", mode.word(), cx.t(&key))
        }
    };
    Mode::ALL.iter().map(one).collect()
}

fn places(cx: &Cx, form: &Form) -> Result<Vec<Choice>> {
    let listed = &cx.programme()?.settings.places;
    let kept = form.get("place");
    let mut all = vec![choice(form, "place", "", cx.t("people-ask-4-place-none"))];
    all.extend(
        listed
            .iter()
            .map(|place| choice(form, "place", &place.name, place.name.clone())),
    );
    if kept == KEPT_PLACE {
        all.push(choice(
            form,
            "place",
            KEPT_PLACE,
            cx.t("people-ask-4-place-kept"),
        ));
    } else if !kept.is_empty() && !listed.iter().any(|place| place.name == kept) {
        all.push(choice(form, "place", kept, kept.to_owned()));
    }
    Ok(all)
}

fn days(cx: &Cx, form: &Form) -> Vec<(String, Group)> {
    let parts = |day: &str| {
        DAY_PARTS
            .iter()
            .map(|(part, ..)| {
                choice(
                    form,
                    "time",
                    &format!("{day}-{part}"),
                    cx.t(&format!("people-ask-part-{part}")),
                )
            })
            .collect()
    };
    (0u8..)
        .zip(DAYS)
        .map(|(n, day)| {
            let title = capital(&cx.app.words.weekday(cx.language, n));
            (
                day.to_owned(),
                Group {
                    title,
                    choices: parts(day),
                },
            )
        })
        .collect()
}

/// Times that are no whole cells of the form: they came from elsewhere and can be kept or dropped.
fn also(cx: &Cx, form: &Form) -> Vec<Choice> {
    form.all("span")
        .filter_map(|word| {
            let [start, end] = fields::read_span(word)?;
            let words = cx
                .app
                .words
                .minutes_of_week(cx.language, start.into(), end.into(), None);
            Some(choice(form, "span", word, capital(&words)))
        })
        .collect()
}

/// Time zones offered beside the programme's and the one chosen.
pub const ZONES: &[&str] = &[
    "Africa/Cairo",
    "Africa/Casablanca",
    "Africa/Johannesburg",
    "Africa/Lagos",
    "Africa/Nairobi",
    "America/Argentina/Buenos_Aires",
    "America/Bogota",
    "America/Chicago",
    "America/Denver",
    "America/Halifax",
    "America/Lima",
    "America/Los_Angeles",
    "America/Mexico_City",
    "America/New_York",
    "America/Santiago",
    "America/Sao_Paulo",
    "Asia/Baghdad",
    "Asia/Beirut",
    "Asia/Dubai",
    "Asia/Hong_Kong",
    "Asia/Kolkata",
    "Asia/Manila",
    "Asia/Riyadh",
    "Asia/Tokyo",
    "Atlantic/Canary",
    "Australia/Adelaide",
    "Australia/Brisbane",
    "Australia/Darwin",
    "Australia/Melbourne",
    "Australia/Perth",
    "Australia/Sydney",
    "Europe/Athens",
    "Europe/Berlin",
    "Europe/Dublin",
    "Europe/Istanbul",
    "Europe/Lisbon",
    "Europe/London",
    "Europe/Madrid",
    "Europe/Paris",
    "Europe/Rome",
    "Europe/Warsaw",
    "Pacific/Auckland",
];

fn zones(cx: &Cx, form: &Form) -> Vec<Choice> {
    let own = cx
        .programme()
        .map(|p| p.time_zone.clone())
        .unwrap_or_default();
    let kept = form.get("zone");
    let chosen = if kept.is_empty() { own.as_str() } else { kept };
    let mut all: Vec<&str> = ZONES.to_vec();
    for name in [own.as_str(), chosen] {
        if !all.contains(&name) {
            all.push(name);
        }
    }
    all.sort_unstable();
    let one = |name: &str| Choice {
        on: name == chosen,
        ..choice(
            form,
            "zone",
            name,
            name.replace('_', " ").replace('/', " · "),
        )
    };
    all.into_iter().map(one).collect()
}
