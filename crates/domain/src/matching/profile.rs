//! What a worker says of themselves: what counts when people are matched, what is published, and
//! what stays between the worker and the matching.

use serde::{Deserialize, Serialize};

use crate::id::MemberId;
use crate::matching::terms;
use crate::people::intake::{Kind, Mode, Place, WEEK, joined, language_tag};
use crate::text::{self, LINE_LIMIT, NAME_LIMIT, TEXT_LIMIT};
use crate::{Refusal, Refusals};

/// Most people a worker can say they support at once.
pub const MOST_CAPACITY: i64 = 60;
/// How much room a worker has who has not said anything, 0 to 100.
pub const USUAL_HEADROOM: i64 = 50;
/// Most languages, ways of meeting, spans of the week or private exclusions in one profile.
const MOST_ENTRIES: usize = 200;

/// Everything a worker says of themselves. Kept sealed with the worker's key; written in JSON.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct WorkerProfile {
    /// The kinds of supporter this worker is.
    pub roles: Vec<Kind>,
    /// Codes of experiences the worker is willing to draw on. Somebody who has been through the
    /// same is told so; nobody else, unless it is under `shown_experiences` too.
    pub experiences: Vec<String>,
    /// BCP 47 tags, best first.
    pub languages: Vec<String>,
    /// Ways of meeting.
    pub modes: Vec<Mode>,
    /// Free times: minutes of the week on the worker's own clock, Monday 00:00 = 0.
    pub times: Vec<[u32; 2]>,
    /// IANA name of the worker's time zone; empty for the programme's.
    pub time_zone: String,
    /// Where the worker starts from when meeting in person.
    pub place: Option<Place>,
    /// How far the worker can travel, in kilometres; `None` for any distance.
    pub travel_km: Option<u32>,
    /// Codes of traits, for example `gender:woman`. Somebody who wished for one is told so.
    pub traits: Vec<String>,
    /// The line of work the worker knows.
    pub sector: Option<String>,
    /// Where the worker works, or worked, in their own words. Private: used only so that nobody is
    /// matched with somebody of their own employer who did not want it.
    pub employer: String,
    /// Never to be offered to somebody who works for the same employer.
    pub not_own_employer: bool,
    /// Codes of trainings done.
    pub trainings: Vec<String>,
    /// Participants who must never be offered this worker. Private to the worker.
    pub not: Vec<MemberId>,
    /// The name participants see; empty for the worker's name in the programme.
    pub name: String,
    /// Published: about the worker, in their own words.
    pub about: String,
    /// Published: those of `experiences` that everybody who is offered this worker may read.
    pub shown_experiences: Vec<String>,
    /// Published: those of `traits` that everybody who is offered this worker may read.
    pub shown_traits: Vec<String>,
}

/// What participants see of a worker: only what the worker chose to publish.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PublishedProfile {
    /// The name shown.
    pub name: String,
    /// In the worker's own words.
    pub about: String,
    /// The kinds of supporter this worker is.
    pub roles: Vec<Kind>,
    /// BCP 47 tags.
    pub languages: Vec<String>,
    /// Ways of meeting.
    pub modes: Vec<Mode>,
    /// Codes of experiences.
    pub experiences: Vec<String>,
    /// Codes of traits.
    pub traits: Vec<String>,
}

impl WorkerProfile {
    /// The profile with its texts cleaned, its spans joined, repeats left out, and nothing shown
    /// that is not also drawn on.
    ///
    /// # Errors
    /// By field: `unknown-choice` for a code that is not on the programme's lists, `language-tag`,
    /// `time-span`, `out-of-range` for a place off the globe, `too-many-choices`, and what
    /// [`text::line`] and [`text::free`] refuse in `name` and `about`.
    pub fn checked(mut self) -> Result<Self, Refusals> {
        let mut refusals = Refusals::default();
        self.check_choices(&mut refusals);
        self.check_languages(&mut refusals);
        if self.times.iter().any(|[s, e]| s >= e || *e > WEEK) {
            refusals.push(Refusal::of("times", "time-span"));
        }
        if let Some(place) = &self.place
            && !(place.lat.abs() <= 90.0 && place.lon.abs() <= 180.0)
        {
            let refusal = Refusal::of("place", "out-of-range");
            refusals.push(refusal.with("low", -180).with("high", 180));
        }
        if let Some(name) = refusals.keep(text::line("name", &self.name, NAME_LIMIT)) {
            self.name = name;
        }
        if let Some(employer) = refusals.keep(text::line("employer", &self.employer, LINE_LIMIT)) {
            self.employer = employer;
        }
        if let Some(about) = refusals.keep(text::free("about", &self.about, TEXT_LIMIT)) {
            self.about = about;
        }
        if self.not.len() > MOST_ENTRIES || self.times.len() > MOST_ENTRIES {
            refusals.push(Refusal::of("not", "too-many-choices").with("limit", MOST_ENTRIES));
        }
        refusals.done()?;
        self.tidy();
        Ok(self)
    }

    fn check_choices(&self, refusals: &mut Refusals) {
        let mut listed = |field: &'static str, codes: &[String], known: fn(&str) -> bool| {
            if codes.iter().any(|code| !known(code)) {
                refusals.push(Refusal::of(field, "unknown-choice"));
            }
        };
        listed("experiences", &self.experiences, terms::is_experience);
        listed("traits", &self.traits, terms::is_trait);
        listed("trainings", &self.trainings, |code| {
            terms::TRAININGS.contains(&code)
        });
        listed("sector", self.sector.as_slice(), |code| {
            terms::SECTORS.contains(&code)
        });
    }

    fn check_languages(&self, refusals: &mut Refusals) {
        if self.languages.len() > MOST_ENTRIES {
            refusals.push(Refusal::of("languages", "too-many-choices").with("limit", MOST_ENTRIES));
            return;
        }
        for tag in &self.languages {
            refusals.keep(language_tag("languages", tag));
        }
    }

    fn tidy(&mut self) {
        once(&mut self.roles);
        once(&mut self.experiences);
        once(&mut self.languages);
        once(&mut self.modes);
        once(&mut self.traits);
        once(&mut self.trainings);
        once(&mut self.not);
        once(&mut self.shown_experiences);
        once(&mut self.shown_traits);
        self.times = joined(std::mem::take(&mut self.times));
        let (experiences, traits) = (&self.experiences, &self.traits);
        self.shown_experiences
            .retain(|code| experiences.contains(code));
        self.shown_traits.retain(|code| traits.contains(code));
    }

    /// What is still missing before this worker can be offered to anybody: the form's fields.
    #[must_use]
    pub fn missing(&self) -> Vec<&'static str> {
        [
            ("roles", self.roles.is_empty()),
            ("languages", self.languages.is_empty()),
            ("modes", self.modes.is_empty()),
            ("times", self.times.is_empty()),
        ]
        .into_iter()
        .filter_map(|(field, empty)| empty.then_some(field))
        .collect()
    }

    /// What participants see. `name` is the worker's name in the programme, used when they did
    /// not choose another.
    #[must_use]
    pub fn published(&self, name: &str) -> PublishedProfile {
        let name = if self.name.is_empty() {
            name
        } else {
            &self.name
        };
        PublishedProfile {
            name: name.to_owned(),
            about: self.about.clone(),
            roles: self.roles.clone(),
            languages: self.languages.clone(),
            modes: self.modes.clone(),
            experiences: self.shown_experiences.clone(),
            traits: self.shown_traits.clone(),
        }
    }
}

/// Leaves out repeats; the first one stays where it is.
fn once<T: PartialEq>(list: &mut Vec<T>) {
    let mut kept: Vec<T> = Vec::with_capacity(list.len());
    for entry in list.drain(..) {
        if !kept.contains(&entry) {
            kept.push(entry);
        }
    }
    *list = kept;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ruth() -> WorkerProfile {
        WorkerProfile {
            roles: vec![Kind::PeerWorker],
            experiences: vec!["hearing_voices".into(), "anxiety".into()],
            languages: vec!["en".into(), "es".into()],
            modes: vec![Mode::Chat],
            times: vec![[600, 660], [540, 600]],
            traits: vec!["gender:woman".into(), "age:35-44".into()],
            shown_experiences: vec!["anxiety".into(), "psychosis".into()],
            shown_traits: vec!["gender:woman".into()],
            about: "I like the sea.".into(),
            ..WorkerProfile::default()
        }
    }

    #[test]
    fn only_what_was_chosen_is_published() {
        let profile = ruth().checked().expect("nothing wrong");
        assert_eq!(profile.times, vec![[540, 660]]);
        let published = profile.published("Ruth");
        assert_eq!(published.name, "Ruth");
        assert_eq!(published.experiences, vec!["anxiety"]);
        assert_eq!(published.traits, vec!["gender:woman"]);
        let named = WorkerProfile {
            name: " R. ".into(),
            ..profile
        };
        let named = named.checked().expect("nothing wrong");
        assert_eq!(named.published("Ruth").name, "R.");
    }

    #[test]
    fn what_is_wrong_is_named_by_its_field() {
        let wrong = WorkerProfile {
            experiences: vec!["flying".into()],
            traits: vec!["gender".into()],
            trainings: vec!["karate".into()],
            sector: Some("moon".into()),
            languages: vec!["english language".into()],
            times: vec![[700, 600]],
            place: Some(Place {
                name: String::new(),
                lat: f64::NAN,
                lon: 0.0,
            }),
            name: "a\0b".into(),
            employer: "x".repeat(LINE_LIMIT + 1),
            about: "x".repeat(TEXT_LIMIT + 1),
            ..WorkerProfile::default()
        };
        let refusals = wrong.checked().expect_err("all of it");
        for field in [
            "experiences",
            "traits",
            "trainings",
            "sector",
            "languages",
            "times",
            "place",
            "name",
            "employer",
            "about",
        ] {
            assert!(refusals.of(field).is_some(), "{field}: {refusals:?}");
        }
    }

    #[test]
    fn an_empty_profile_can_be_kept_but_says_what_is_missing() {
        let empty = WorkerProfile::default().checked().expect("nothing wrong");
        assert_eq!(
            empty.missing(),
            vec!["roles", "languages", "modes", "times"]
        );
        assert!(ruth().missing().is_empty());
        let text = serde_json::to_string(&ruth()).expect("writes");
        assert_eq!(
            serde_json::from_str::<WorkerProfile>(&text).expect("reads"),
            ruth()
        );
    }
}
