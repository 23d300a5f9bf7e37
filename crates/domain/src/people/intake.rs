//! What a person answers when asking for support. Everything is optional; what is missing is
//! missing and never guessed.

use serde::{Deserialize, Serialize};

use crate::access::words;
use crate::id::MemberId;
use crate::people::about::{self, CaringFor};
use crate::text::{self, LINE_LIMIT};
use crate::{Refusal, Refusals};

/// Minutes in a week.
pub const WEEK: u32 = 7 * 24 * 60;

words! {
    /// The kind of supporter asked for.
    Kind {
        /// A peer support worker.
        PeerWorker = "peer_worker",
        /// A recovery coach: more structure, goals and action plans.
        RecoveryCoach = "recovery_coach",
        /// A peer for family and friends.
        CarerPeer = "carer_peer",
    }
}

words! {
    /// A way of meeting.
    Mode {
        /// Written messages.
        Chat = "chat",
        /// A telephone call.
        Phone = "phone",
        /// A video call.
        Video = "video",
        /// Face to face.
        InPerson = "in_person",
    }
}

/// Something lived through, and how much it matters that the other knows it from inside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Experience {
    /// A code of the programme's list, for example `hearing_voices`.
    pub code: String,
    /// 1 "nice to have" to 5 "essential".
    pub weight: u8,
}

/// Something wished for in a supporter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wish {
    /// A trait of the programme's list, for example `gender:woman`.
    #[serde(rename = "trait")]
    pub trait_code: String,
    /// 1 "nice to have" to 5 "essential".
    pub weight: u8,
    /// Nobody without it is ever offered.
    #[serde(default)]
    pub must: bool,
}

/// A place of the programme's list, for meeting in person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// The name on the programme's list; empty when only coordinates were given.
    #[serde(default)]
    pub name: String,
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
}

/// All answers of one request for support. Kept sealed; written in JSON.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Answers {
    /// The kind of supporter; `None` is read as a peer support worker.
    pub kind: Option<Kind>,
    /// What they have been through.
    pub experiences: Vec<Experience>,
    /// The same in their own words, for the worker they pick.
    pub story: String,
    /// Whether the worker they pick may see the experiences above, or only those both have.
    pub show_experiences: bool,
    /// What they wish for in a supporter.
    pub wishes: Vec<Wish>,
    /// BCP 47 tags, best first.
    pub languages: Vec<String>,
    /// Ways of meeting that suit.
    pub modes: Vec<Mode>,
    /// Times that suit: minutes of the week on the person's own clock, Monday 00:00 = 0.
    pub times: Vec<[u32; 2]>,
    /// IANA name of the person's time zone; empty for the programme's.
    pub time_zone: String,
    /// Where they could meet in person.
    pub place: Option<Place>,
    /// How far they can travel, in kilometres; `None` for any distance.
    pub max_km: Option<u32>,
    /// Their line of work.
    pub sector: Option<String>,
    /// Where they work, in their own words. Private: used only for `not_own_employer`.
    pub employer: String,
    /// Nobody who works for the same employer is ever offered.
    pub not_own_employer: bool,
    /// Whom they care for, when they ask for a carer peer.
    pub caring_for: Option<CaringFor>,
    /// What they say of themselves (`gender:…`, `age:…`, `culture:…`), so that the programme can
    /// count whether it is fair. Never used for matching and shown to nobody.
    pub about: Vec<String>,
    /// Workers who must never be offered. Private to the person who wrote it.
    pub never: Vec<MemberId>,
    /// People who must never be offered, in the person's own words, where the list did not help.
    pub never_note: String,
    /// What else they would like the worker they pick to know.
    pub tell: String,
    /// Pages of the form that were left with "continue", for the way back in.
    pub pages_done: Vec<String>,
    /// Trainings without which a match is not safe, set by the programme.
    pub needs: Vec<String>,
}

/// What the matching works with: the answers, and in place of what was left open the widest
/// reading of it. `assumed` says which, so that the person can be told.
#[derive(Clone, Debug, PartialEq)]
pub struct ForMatching {
    /// The kind of supporter asked for.
    pub kind: Kind,
    /// What they have been through.
    pub experiences: Vec<Experience>,
    /// What they wish for in a supporter.
    pub wishes: Vec<Wish>,
    /// BCP 47 tags; never empty.
    pub languages: Vec<String>,
    /// Ways of meeting; never empty.
    pub modes: Vec<Mode>,
    /// Minutes of the week in UTC, sorted and joined; never empty.
    pub times: Vec<[u32; 2]>,
    /// Where they could meet in person.
    pub place: Option<Place>,
    /// How far they can travel, in kilometres; `None` for any distance.
    pub max_km: Option<u32>,
    /// Their line of work.
    pub sector: Option<String>,
    /// Trainings without which a match is not safe.
    pub needs: Vec<String>,
    /// Workers who must never be offered. Private.
    pub never: Vec<MemberId>,
    /// What was left open and read as widely as it can be.
    pub assumed: Assumed,
}

/// What a person left open, and the matching had to fill in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Assumed {
    /// No language was named: the language everybody in the programme speaks.
    pub languages: bool,
    /// No way of meeting was named: any way will do.
    pub modes: bool,
    /// No time was named: any time of the week will do.
    pub times: bool,
}

impl Answers {
    /// What was left open.
    #[must_use]
    pub fn assumed(&self) -> Assumed {
        Assumed {
            languages: self.languages.is_empty(),
            modes: self.modes.is_empty(),
            times: joined(self.times.clone()).is_empty(),
        }
    }

    /// The answers as the matching takes them, for a programme whose people speak `home_language`
    /// and a person whose clock is `offset` minutes ahead of UTC. A person who named no language
    /// is taken to speak the programme's; who named no way of meeting, to be open to all; who
    /// named no times, to be free at any. The form says so where it asks.
    #[must_use]
    pub fn for_matching(&self, home_language: &str, offset: i32) -> ForMatching {
        let assumed = self.assumed();
        ForMatching {
            kind: self.kind(),
            experiences: self.lived_through(),
            wishes: self.wishes.clone(),
            languages: if assumed.languages {
                vec![home_language.to_owned()]
            } else {
                self.languages.clone()
            },
            modes: if assumed.modes {
                Mode::ALL.to_vec()
            } else {
                self.modes.clone()
            },
            times: if assumed.times {
                vec![[0, WEEK]]
            } else {
                to_utc(&self.times, offset)
            },
            place: self.place.clone(),
            max_km: self.max_km,
            sector: self.sector.clone(),
            needs: self.needs.clone(),
            never: self.never.clone(),
            assumed,
        }
    }

    /// The kind of supporter asked for.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind.unwrap_or(Kind::PeerWorker)
    }

    /// What they have been through as the matching takes it: who asks for a carer peer is looked for
    /// somebody who has cared for the same, as far as that can be.
    #[must_use]
    pub fn lived_through(&self) -> Vec<Experience> {
        let mut all = self.experiences.clone();
        if let Some(caring) = self.caring_for.filter(|_| self.kind() == Kind::CarerPeer) {
            all.retain(|experience| experience.code != caring.experience());
            all.push(Experience {
                code: caring.experience().to_owned(),
                weight: 5,
            });
        }
        all
    }

    /// Refuses weights outside 1..5, times outside the week, and what cannot be said of oneself.
    ///
    /// # Errors
    /// `out-of-range`, `time-span`, `language-tag`, `unknown-choice` for what a person cannot say of
    /// themselves, and what [`text::line`] refuses in `employer`, by field.
    pub fn check(&self) -> Result<(), Refusals> {
        let mut refusals = Refusals::default();
        let weights = self
            .experiences
            .iter()
            .map(|e| e.weight)
            .chain(self.wishes.iter().map(|w| w.weight));
        if weights.into_iter().any(|weight| !(1..=5).contains(&weight)) {
            refusals.push(
                Refusal::of("weight", "out-of-range")
                    .with("low", 1)
                    .with("high", 5),
            );
        }
        if self
            .times
            .iter()
            .any(|[start, end]| start >= end || *end > WEEK)
        {
            refusals.push(Refusal::of("times", "time-span"));
        }
        for tag in &self.languages {
            refusals.keep(language_tag("languages", tag));
        }
        refusals.keep(text::line("employer", &self.employer, LINE_LIMIT));
        refusals.keep(about::check(&self.about));
        refusals.done()
    }
}

/// A BCP 47 tag in its plain form, as far as its shape tells: a language of two or three letters
/// (or a registered word such as `auslan` of up to eight), then subtags.
///
/// # Errors
/// `language-tag`.
pub fn language_tag(field: &str, raw: &str) -> Result<String, Refusal> {
    let tag = raw.trim();
    let mut parts = tag.split('-');
    let first = parts.next().unwrap_or_default();
    let letters = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_alphabetic());
    let fits = letters(first)
        && (2..=8).contains(&first.len())
        && first.len() != 4
        && parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
        })
        && tag.len() <= 35;
    if fits {
        Ok(tag.to_owned())
    } else {
        Err(Refusal::of(field, "language-tag").with("tag", tag))
    }
}

/// Times on a person's own clock as times in UTC, for a clock that is `offset` minutes ahead of
/// UTC: spans are moved and, where they cross the end of the week, cut in two. Sorted and joined.
#[must_use]
pub fn to_utc(times: &[[u32; 2]], offset: i32) -> Vec<[u32; 2]> {
    let week = i64::from(WEEK);
    let mut out: Vec<[u32; 2]> = Vec::new();
    for [start, end] in times {
        let length = i64::from(*end) - i64::from(*start);
        if length <= 0 {
            continue;
        }
        let from = (i64::from(*start) - i64::from(offset)).rem_euclid(week);
        let to = from + length.min(week);
        out.push([from as u32, to.min(week) as u32]);
        if to > week {
            out.push([0, (to - week) as u32]);
        }
    }
    joined(out)
}

/// Spans sorted, with those that touch or overlap made one.
#[must_use]
pub fn joined(mut spans: Vec<[u32; 2]>) -> Vec<[u32; 2]> {
    spans.sort_unstable();
    let mut out: Vec<[u32; 2]> = Vec::new();
    for [start, end] in spans {
        match out.last_mut() {
            Some(last) if start <= last[1] => last[1] = last[1].max(end),
            _ => out.push([start, end]),
        }
    }
    out
}

/// The parts of a day that the form offers: word and minutes of the day.
pub const DAY_PARTS: &[(&str, u32, u32)] = &[
    ("early", 6 * 60, 9 * 60),
    ("morning", 9 * 60, 12 * 60),
    ("midday", 12 * 60, 14 * 60),
    ("afternoon", 14 * 60, 17 * 60),
    ("evening", 17 * 60, 21 * 60),
    ("night", 21 * 60, 24 * 60),
];

/// The minutes of the week of one cell of the form: day 0 = Monday, and the word of a part.
#[must_use]
pub fn cell(day: u32, part: &str) -> Option<[u32; 2]> {
    let (_, start, end) = DAY_PARTS.iter().find(|(word, ..)| *word == part)?;
    (day < 7).then(|| [day * 1440 + start, day * 1440 + end])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_sunday_night_in_sydney_stays_one_evening() {
        // 20:00-24:00 on Sunday, ten hours ahead of UTC.
        assert_eq!(
            to_utc(&[[6 * 1440 + 1200, WEEK]], 600),
            vec![[6 * 1440 + 600, 6 * 1440 + 840]]
        );
        // 00:00-02:00 on Monday there is Sunday afternoon in UTC.
        assert_eq!(to_utc(&[[0, 120]], 600), vec![[WEEK - 600, WEEK - 480]]);
        // In New York, Sunday 22:00-24:00 is Monday 03:00-05:00.
        assert_eq!(to_utc(&[[WEEK - 120, WEEK]], -300), vec![[180, 300]]);
        assert_eq!(
            to_utc(&[[WEEK - 60, WEEK]], -30),
            vec![[0, 30], [WEEK - 30, WEEK]]
        );
    }

    #[test]
    fn language_tags_by_their_shape() {
        for good in ["en", "es-MX", "zh-Hant-TW", "auslan", "mi", "sgn-ase"] {
            assert!(language_tag("f", good).is_ok(), "{good}");
        }
        for bad in ["", "e", "english language", "xx_YY", "en-", "12", "engl"] {
            assert!(language_tag("f", bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn an_empty_form_is_a_valid_request() {
        assert!(Answers::default().check().is_ok());
        let text = serde_json::to_string(&Answers::default()).expect("writes");
        assert_eq!(
            serde_json::from_str::<Answers>(&text).expect("reads"),
            Answers::default()
        );
    }

    #[test]
    fn what_is_left_open_is_read_as_widely_as_it_can_be() {
        let open = Answers::default().for_matching("mi", 600);
        assert_eq!(open.languages, ["mi"]);
        assert_eq!(open.modes, Mode::ALL);
        assert_eq!(open.times, [[0, WEEK]]);
        assert!(open.assumed.languages && open.assumed.modes && open.assumed.times);
        let said = Answers {
            languages: vec!["es".into()],
            modes: vec![Mode::Phone],
            times: vec![[600, 660], [660, 720]],
            ..Answers::default()
        };
        let said = said.for_matching("mi", 60);
        assert_eq!(said.languages, ["es"]);
        assert_eq!(said.modes, [Mode::Phone]);
        assert_eq!(said.times, [[540, 660]]);
        assert_eq!(said.assumed, Assumed::default());
    }

    proptest! {
        #[test]
        fn moving_a_week_keeps_its_minutes(spans in proptest::collection::vec((0u32..WEEK, 1u32..600), 0..8), offset in -840i32..840) {
            let spans: Vec<[u32; 2]> = spans.into_iter().map(|(s, l)| [s, (s + l).min(WEEK)]).collect();
            let minutes = |spans: &[[u32; 2]]| spans.iter().map(|s| s[1] - s[0]).sum::<u32>();
            let moved = to_utc(&spans, offset);
            prop_assert!(moved.iter().all(|s| s[0] < s[1] && s[1] <= WEEK));
            prop_assert_eq!(minutes(&moved), minutes(&joined(spans)));
        }
    }
}
