//! "None of these": what a person can say with it in plain choices, and how their answers stand
//! after it was heard.

use cairn_domain::matching::OfferState;
use cairn_domain::matching::terms::{self, experience_key, trait_key, word_key};
use cairn_domain::people::WhyNot;

use crate::cx::Cx;
use crate::matching::offers::Offer;
use crate::matching::said;
use crate::people::Request;
use crate::site::Form;

/// One choice with its words.
pub struct Choice {
    /// The code.
    pub value: String,
    /// Its words.
    pub words: String,
    /// Whether it is ticked.
    pub on: bool,
}

/// What can be said with "none of these".
#[derive(Default)]
pub struct Asked {
    /// The person's own experiences.
    pub experiences: Vec<Choice>,
    /// Traits under their headings.
    pub traits: Vec<(String, Vec<Choice>)>,
}

impl Asked {
    /// Whether a trait is ticked, so that its part of the form is open.
    #[must_use]
    pub fn some_trait(&self) -> bool {
        let all = self.traits.iter().flat_map(|(_, choices)| choices);
        all.into_iter().any(|choice| choice.on)
    }
}

/// The choices for a person, with what was ticked before.
#[must_use]
pub fn asked(cx: &Cx, request: &Request, form: &Form) -> Asked {
    let choice = |field: &str, code: &str, words: String| Choice {
        value: code.to_owned(),
        words: said::capital(&words),
        on: form.ticked(field, code),
    };
    let experiences = request.answers.experiences.iter();
    let experiences =
        experiences.map(|one| choice("more", &one.code, cx.t(&experience_key(&one.code))));
    let traits = terms::TRAITS.iter().map(|(group, values)| {
        let choices = values.iter().map(|value| {
            let code = format!("{group}:{value}");
            choice("rather", &code, cx.t(&trait_key(&code)))
        });
        (cx.t(&word_key("trait-group", group)), choices.collect())
    });
    Asked {
        experiences: experiences.collect(),
        traits: traits.collect(),
    }
}

/// What was sent: own words, and what was chosen.
#[must_use]
pub fn read(form: &Form) -> (String, WhyNot) {
    let ticked = |field: &str| form.all(field).map(str::to_owned).collect();
    let chosen = WhyNot {
        more: ticked("more"),
        rather: ticked("rather"),
    };
    (form.get("why").to_owned(), chosen)
}

/// The latest "none of these" that said something in choices.
fn last_said(all: &[Offer]) -> Option<&WhyNot> {
    let passed = all.iter().filter(|one| one.state == OfferState::Passed);
    let last = passed.clone().map(|one| one.answered_at).max()?;
    passed
        .filter(|one| one.answered_at == last)
        .find_map(|one| one.note.as_ref())
        .map(|note| &note.why)
        .filter(|why| **why != WhyNot::default())
}

/// How the answers stand after the last "none of these", as far as it changed them: what, and how
/// much it matters, in words.
#[must_use]
pub fn heard(cx: &Cx, request: &Request, all: &[Offer]) -> Vec<(String, String)> {
    let Some(why) = last_said(all) else {
        return Vec::new();
    };
    let how = |weight: u8| cx.t(&format!("weight-{weight}"));
    let mut lines = Vec::new();
    if !why.more.is_empty() {
        let experiences = request.answers.experiences.iter();
        lines.extend(experiences.map(|one| {
            let words = cx.t(&experience_key(&one.code));
            (said::capital(&words), how(one.weight))
        }));
    }
    let wishes = request.answers.wishes.iter();
    let wishes = wishes.filter(|wish| why.rather.contains(&wish.trait_code));
    lines.extend(wishes.map(|wish| {
        let words = cx.t(&trait_key(&wish.trait_code));
        let how = match wish.must {
            true => cx.t("matching-must"),
            false => how(wish.weight),
        };
        (said::capital(&words), how)
    }));
    lines
}

/// What was chosen with "none of these", in words for the coordinator.
#[must_use]
pub fn in_words(cx: &Cx, why: &WhyNot) -> Vec<String> {
    let filled = |key: &str, words: Vec<String>| {
        let what = said::list(cx, &words);
        cx.text(key, &cairn_words::args().set("what", what))
    };
    let mut lines = Vec::new();
    if !why.more.is_empty() {
        let words = said::experiences(cx, &why.more);
        lines.push(filled("matching-why-more", words));
    }
    if !why.rather.is_empty() {
        lines.push(filled("matching-why-rather", said::traits(cx, &why.rather)));
    }
    lines
}
