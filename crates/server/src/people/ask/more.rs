//! What the form asks beside the support itself: work and employer, whom somebody cares for, and,
//! to be counted only, who they are. The kind of programme decides what comes first.

use cairn_domain::matching::terms;
use cairn_domain::operations::ProgrammeKind;
use cairn_domain::people::about::{self, ABOUT};
use cairn_domain::people::{Answers, CaringFor, Kind};
use cairn_domain::text::{self, LINE_LIMIT};
use cairn_domain::{Refusal, Refusals};

use super::view::{Choice, Group, capital, choice};
use crate::cx::Cx;
use crate::site::Form;

/// What the second page asks beside kind and wishes.
pub struct More {
    /// The kind of programme.
    pub kind: ProgrammeKind,
    /// Lines of work.
    pub sectors: Vec<Choice>,
    /// Whom somebody cares for.
    pub caring: Vec<Choice>,
}

impl More {
    /// The choices as the form stands.
    #[must_use]
    pub fn of(cx: &Cx, form: &Form) -> Self {
        Self {
            kind: kind(cx),
            sectors: sectors(cx, form),
            caring: caring(cx, form),
        }
    }

    /// Whether work is asked about before anything else.
    #[must_use]
    pub fn work_first(&self) -> bool {
        self.kind == ProgrammeKind::Workplace
    }

    /// Whether it is asked first whom somebody cares for.
    #[must_use]
    pub fn caring_first(&self) -> bool {
        self.kind == ProgrammeKind::Carers
    }

    /// Whether both are asked, after the rest.
    #[must_use]
    pub fn both_last(&self) -> bool {
        self.kind == ProgrammeKind::General
    }

    /// Whether something is chosen of whom somebody cares for.
    #[must_use]
    pub fn cares(&self) -> bool {
        self.caring
            .iter()
            .any(|one| one.on && !one.value.is_empty())
    }
}

/// The kind of the asker's programme.
#[must_use]
pub fn kind(cx: &Cx) -> ProgrammeKind {
    cx.programme()
        .map_or(ProgrammeKind::General, |programme| programme.settings.kind)
}

fn sectors(cx: &Cx, form: &Form) -> Vec<Choice> {
    let mut all = vec![choice(form, "sector", "", cx.t("people-ask-2-sector-none"))];
    all.extend(terms::SECTORS.iter().map(|code| {
        let words = capital(&cx.t(&terms::word_key("sector", code)));
        choice(form, "sector", code, words)
    }));
    all
}

fn caring(cx: &Cx, form: &Form) -> Vec<Choice> {
    let one = |word: &str, key: &str| choice(form, "caring_for", word, cx.t(key));
    let mut all: Vec<Choice> = CaringFor::ALL
        .iter()
        .map(|who| one(who.word(), &terms::word_key("caring", who.word())))
        .collect();
    all.push(one("", "caring-none"));
    all
}

/// The fields about work and caring.
pub(super) fn write_work(form: Form, answers: &Answers) -> Form {
    let mut form = form
        .with("sector", answers.sector.as_deref().unwrap_or(""))
        .with("employer", &answers.employer)
        .with("caring_for", answers.caring_for.map_or("", CaringFor::word));
    if answers.not_own_employer {
        form = form.with("not_own_employer", "yes");
    }
    form
}

/// Reads them; what the page did not ask stays as it was.
pub(super) fn read_work(form: &Form, answers: &mut Answers, refusals: &mut Refusals) {
    if form.has("sector") {
        answers.sector = match form.get("sector").trim() {
            "" => None,
            word if terms::SECTORS.contains(&word) => Some(word.to_owned()),
            _ => {
                refusals.push(Refusal::of("sector", "unknown-choice"));
                None
            }
        };
    }
    if form.has("employer") {
        let line = text::line("employer", form.get("employer"), LINE_LIMIT);
        answers.employer = refusals.keep(line).unwrap_or_default();
        answers.not_own_employer = form.ticked("not_own_employer", "yes");
        if answers.not_own_employer && answers.employer.is_empty() {
            refusals.push(Refusal::of("employer", "empty"));
        }
    }
    if form.has("caring_for") {
        answers.caring_for = match form.get("caring_for") {
            "" => None,
            word => refusals.keep(
                CaringFor::from_word(word)
                    .ok_or_else(|| Refusal::of("caring_for", "unknown-choice")),
            ),
        };
    }
}

/// What somebody says of themselves, in groups: gender and age are one each.
#[must_use]
pub fn groups(cx: &Cx, form: &Form) -> Vec<(&'static str, Group)> {
    let listed = |group: &str| terms::TRAITS.iter().find(|(name, _)| *name == group);
    let one = |group: &&'static str| {
        let (_, values) = listed(group)?;
        let mut choices: Vec<Choice> = values
            .iter()
            .map(|value| {
                let code = format!("{group}:{value}");
                let words = capital(&cx.t(&terms::trait_key(&code)));
                choice(form, group, &code, words)
            })
            .collect();
        if *group != "culture" {
            choices.push(choice(form, group, "", cx.t("about-none")));
        }
        let title = cx.t(&format!("about-{group}"));
        Some((*group, Group { title, choices }))
    };
    ABOUT.iter().filter_map(one).collect()
}

/// The fields of the page about oneself.
pub(super) fn write_about(form: Form, answers: &Answers) -> Form {
    ABOUT.iter().fold(form, |form, group| {
        let prefix = format!("{group}:");
        let of = |code: &&String| code.starts_with(&prefix);
        let mut said = answers.about.iter().filter(of).peekable();
        if said.peek().is_none() && *group != "culture" {
            return form.with(group, "");
        }
        said.fold(form, |form, code| form.with(group, code))
    })
}

/// Reads them.
pub(super) fn read_about(form: &Form, answers: &mut Answers, refusals: &mut Refusals) {
    let mut all: Vec<String> = Vec::new();
    for group in ABOUT {
        for code in form.all(group).filter(|code| !code.is_empty()) {
            if !all.iter().any(|known| known == code) {
                all.push(code.to_owned());
            }
        }
    }
    if refusals.keep(about::check(&all)).is_some() {
        answers.about = all;
    }
}

/// Sentences about all this for the overview: work and caring.
#[must_use]
pub fn said(cx: &Cx, answers: &Answers) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(who) = answers.caring_for {
        let key = terms::word_key("caring", who.word());
        lines.push(format!("{} {}", cx.t("caring-legend"), cx.t(&key)));
        if answers.kind() != Kind::CarerPeer {
            lines.push(cx.t("caring-not-asked"));
        }
    }
    if !answers.employer.is_empty() {
        lines.push(cx.t("work-check-employer"));
    }
    if answers.not_own_employer {
        lines.push(cx.t("work-check-apart"));
    }
    lines
}
