//! Whom the programme would have to look for: those who cannot be served, grouped by the worker
//! they need.

use cairn_domain::id::{MemberId, RequestId};
use cairn_domain::matching::board::{self, Missing, Need, Part, Suits, Wanted};
use cairn_domain::people::Mode;
use cairn_matching::Lack;
use cairn_words::args;

use crate::cx::{Cx, Work};
use crate::error::Result;
use crate::matching::runs::{self, Unserved};
use crate::matching::said;
use crate::people::{self, Request};

/// A worker to look for, and who would be served by one.
pub struct Group {
    /// What they would have to be.
    pub wanted: Wanted,
    /// Who waits for somebody like that: request, person.
    pub people: Vec<(RequestId, MemberId)>,
}

fn missing(lack: Lack) -> Missing {
    match lack {
        Lack::Role => Missing::Kind,
        Lack::Language => Missing::Language,
        Lack::Mode => Missing::Mode,
        Lack::Reach => Missing::Reach,
        Lack::Time => Missing::Time,
        Lack::Must => Missing::Must,
        Lack::Training => Missing::Training,
        Lack::Capacity => Missing::Place,
    }
}

fn need(request: &Request, unserved: &Unserved, home: &str, least: u32) -> Need {
    let said = request.answers.for_matching(home, 0);
    let musts = said.wishes.iter().filter(|wish| wish.must);
    let mut lacks: Vec<Vec<Missing>> = unserved
        .closest
        .iter()
        .map(|near| near.lacks.iter().copied().map(missing).collect())
        .collect();
    if unserved.no_place {
        lacks.push(Vec::new());
    }
    Need {
        request: request.id,
        kind: said.kind,
        musts: musts.map(|wish| wish.trait_code.clone()).collect(),
        // On the person's own clock.
        parts: board::parts_free(&request.answers.times, least),
        near: said.place.map(|place| place.name).unwrap_or_default(),
        languages: said.languages,
        modes: said.modes,
        trainings: said.needs,
        lacks,
    }
}

/// The groups, the largest first.
///
/// # Errors
/// The database's, or tampered.
pub async fn groups(w: &mut Work<'_>) -> Result<Vec<Group>> {
    let settings = w.cx.programme()?.settings.clone();
    let (mut needs, mut members) = (Vec::new(), std::collections::HashMap::new());
    for one in runs::unserved(w).await? {
        let request = people::request(w, one.request).await?;
        members.insert(request.id, request.participant);
        let least = settings.min_overlap_minutes;
        needs.push(need(&request, &one, &settings.home_language, least));
    }
    let people = |wanted: &Wanted| {
        let known = wanted.people.iter();
        known
            .filter_map(|id| Some((*id, *members.get(id)?)))
            .collect()
    };
    let groups = board::wanted(&needs).into_iter();
    Ok(groups
        .map(|wanted| Group {
            people: people(&wanted),
            wanted,
        })
        .collect())
}

/// What a worker would have to be, piece by piece.
pub struct Profile {
    /// The kind of supporter.
    pub kind: String,
    /// Languages.
    pub languages: String,
    /// Ways of meeting; empty when any would do.
    pub modes: String,
    /// Parts of the week; empty when any would do.
    pub times: String,
    /// Where to meet.
    pub near: String,
    /// Traits.
    pub musts: String,
    /// Trainings.
    pub trainings: String,
    /// What is missing now.
    pub missing: String,
}

/// A worker to look for, in the reader's words and without anybody's name.
#[must_use]
pub fn profile(cx: &Cx, wanted: &Wanted) -> Profile {
    let part = |part: &Part| cx.t(&format!("board-part-{}", part.word()));
    let missing = |one: &Missing| cx.t(&format!("board-missing-{}", missing_word(*one)));
    let near = wanted.missing.contains(&Missing::Reach);
    Profile {
        kind: said::kind(cx, wanted.kind),
        languages: suits(cx, &wanted.languages, usize::MAX, |tags| {
            said::languages(cx, tags)
        }),
        modes: suits(cx, &wanted.modes, Mode::ALL.len(), |modes| {
            said::modes(cx, modes)
        }),
        times: suits(cx, &wanted.parts, Part::ALL.len(), |parts| {
            parts.iter().map(part).collect()
        }),
        near: match (near, wanted.near.is_empty()) {
            (false, _) => String::new(),
            (true, true) => cx.t("board-near-them"),
            (true, false) => wanted.near.clone(),
        },
        musts: said::list(cx, &said::traits(cx, &wanted.musts)),
        trainings: said::list(cx, &said::trainings(cx, &wanted.trainings)),
        missing: said::list(cx, &wanted.missing.iter().map(missing).collect::<Vec<_>>()),
    }
}

/// Choices in words: any one will do, or each helps some; nothing when all there are will do.
fn suits<T>(cx: &Cx, suits: &Suits<T>, all: usize, words: impl Fn(&[T]) -> Vec<String>) -> String {
    match suits {
        Suits::Each(list) if list.len() >= all => String::new(),
        Suits::Each(list) => said::list_or(cx, &words(list)),
        Suits::Some(list) => {
            let what = said::list_or(cx, &words(list));
            cx.text("board-some", &args().set("what", what))
        }
    }
}

impl Profile {
    /// The whole in one line: "a Spanish-speaking carer peer at weekends".
    #[must_use]
    pub fn line(&self, cx: &Cx) -> String {
        let piece = |key: &str, what: &str| {
            (!what.is_empty()).then(|| cx.text(key, &args().set("what", what)))
        };
        let pieces = [
            Some(self.kind.clone()),
            piece("board-wants-language", &self.languages),
            piece("board-wants-mode", &self.modes),
            piece("board-wants-near", &self.near),
            piece("board-wants-time", &self.times),
            piece("board-wants-must", &self.musts),
            piece("board-wants-training", &self.trainings),
        ];
        pieces.into_iter().flatten().collect::<Vec<_>>().join("; ")
    }
}

fn missing_word(missing: Missing) -> &'static str {
    match missing {
        Missing::Kind => "kind",
        Missing::Language => "language",
        Missing::Mode => "mode",
        Missing::Reach => "reach",
        Missing::Time => "time",
        Missing::Must => "must",
        Missing::Training => "training",
        Missing::Place => "place",
    }
}

/// The heading of a group: how many people need whom.
#[must_use]
pub fn heading(cx: &Cx, group: &Group) -> String {
    let what = profile(cx, &group.wanted).line(cx);
    let filled = args().set("count", group.wanted.people.len());
    cx.text("board-wanted", &filled.set("what", what))
}

/// The address of "what if" that thinks of such a worker.
#[must_use]
pub fn what_if(wanted: &Wanted) -> String {
    let mut fields: Vec<(&str, String)> = vec![
        ("go", "1".into()),
        ("count", "1".into()),
        ("places", wanted.people.len().clamp(1, 60).to_string()),
        ("kind", wanted.kind.word().into()),
    ];
    let (Suits::Each(languages) | Suits::Some(languages)) = &wanted.languages;
    fields.extend(languages.iter().map(|tag| ("language", tag.clone())));
    let (Suits::Each(modes) | Suits::Some(modes)) = &wanted.modes;
    fields.extend(modes.iter().map(|mode| ("mode", mode.word().to_owned())));
    let (Suits::Each(parts) | Suits::Some(parts)) = &wanted.parts;
    fields.extend(parts.iter().map(|part| ("part", part.word().to_owned())));
    fields.extend(wanted.musts.iter().map(|code| ("trait", code.clone())));
    fields.extend(
        wanted
            .trainings
            .iter()
            .map(|code| ("training", code.clone())),
    );
    if wanted.missing.contains(&Missing::Reach) && !wanted.near.is_empty() {
        fields.push(("place", wanted.near.clone()));
    }
    let query = serde_urlencoded::to_string(&fields).unwrap_or_default();
    format!("/what-if?{query}")
}
