//! The rule: what makes a pair possible, what it lacks otherwise, and what it is worth.

use serde::{Deserialize, Serialize};

use crate::problem::{Location, Mode, Participant, Problem, Settings, Span, WEEK_MINUTES, Worker};

/// Mean radius of the Earth in kilometres, as the rule fixes it.
pub const EARTH_RADIUS_KM: f64 = 6371.0088;

/// A condition that does not hold between two people, in the order of the rule.
///
/// That one of them does not want the other is not among them: it is never told to anyone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lack {
    /// The worker is not the kind of supporter asked for.
    Role,
    /// No language in common.
    Language,
    /// No way of meeting in common.
    Mode,
    /// Meeting in person is the only way in common, and they are too far apart.
    Reach,
    /// Too few minutes of the week in common.
    Time,
    /// Something the person must have in a supporter is not so.
    Must,
    /// A training the person needs a supporter to have is missing.
    Training,
    /// The worker takes nobody on now.
    Capacity,
}

/// The five parts of a score, in points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parts {
    /// 0 to 500: experiences the worker knows from inside.
    pub experience: u16,
    /// 0 to 200: wishes met.
    pub wishes: u16,
    /// 0 to 100: minutes of the week in common.
    pub time: u16,
    /// 0 or 100: the same line of work.
    pub workplace: u16,
    /// 0 to 100: the room the worker has.
    pub headroom: u16,
}

impl Parts {
    /// The sum, 0 to 1000.
    #[must_use]
    pub fn score(&self) -> u16 {
        self.experience + self.wishes + self.time + self.workplace + self.headroom
    }
}

/// What two people have in common; lists are in the person's own order, each entry once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shared {
    /// Codes of experiences.
    pub experiences: Vec<String>,
    /// Language tags.
    pub languages: Vec<String>,
    /// Ways of meeting. `in_person` may be among them beside others however far apart they live:
    /// ask [`within_reach`] before proposing it.
    pub modes: Vec<Mode>,
    /// Traits the person wished for and the worker has.
    pub wishes: Vec<String>,
    /// Minutes of the week.
    pub overlap_minutes: u32,
}

/// What can be said about two people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Explanation {
    /// They could be a pair, for these reasons.
    Possible {
        /// What the assignment adds up, in points.
        value: i64,
        /// How well they fit, by part.
        parts: Parts,
        /// What they have in common.
        shared: Shared,
    },
    /// They could not, for these reasons; never empty.
    Lacks(Vec<Lack>),
}

/// Says why two people could be a pair, or why not.
///
/// `None` when either has excluded the other. Nothing may then be told to anyone about the two:
/// go on as if this worker were not there.
#[must_use]
pub fn explain(settings: &Settings, person: &Participant, worker: &Worker) -> Option<Explanation> {
    let (theirs, ours) = (
        Week::of(&person.availability),
        Week::of(&worker.availability),
    );
    Pair::new(settings, (person, &theirs), (worker, &ours)).explain()
}

/// What a pair adds to the sum that the best assignment makes as large as it can be.
#[must_use]
pub fn value(person: &Participant, score: u16) -> i64 {
    let waiting = i64::try_from(person.waiting_days.min(365)).unwrap_or(365);
    1_000_000 + 100_000 * i64::from(person.priority) + 100 * waiting + i64::from(score)
}

/// Whether the two can meet in person: near enough for both, or neither sets a limit.
#[must_use]
pub fn within_reach(person: &Participant, worker: &Worker) -> bool {
    near(
        (person.location, person.max_km),
        (worker.location, worker.travel_km),
    )
}

/// The same for two places and how far each can travel, in kilometres.
pub(crate) fn near(
    one: (Option<Location>, Option<f64>),
    other: (Option<Location>, Option<f64>),
) -> bool {
    let limits = [one.1, other.1];
    if limits == [None, None] {
        return true;
    }
    let (Some(from), Some(to)) = (one.0, other.0) else {
        return false;
    };
    // One degree of latitude is 111.19 km: whoever is far enough north or south needs no more.
    let north_south = (from.lat - to.lat).abs() * 110.0;
    if limits
        .into_iter()
        .flatten()
        .any(|limit| north_south > limit + 1.0)
    {
        return false;
    }
    let km = distance_km(from, to);
    limits.into_iter().flatten().all(|limit| km <= limit)
}

/// Great-circle distance in kilometres, by the haversine formula.
#[must_use]
pub fn distance_km(from: Location, to: Location) -> f64 {
    let (lat1, lat2) = (from.lat.to_radians(), to.lat.to_radians());
    let half_lat = ((lat2 - lat1) / 2.0).sin();
    let half_lon = ((to.lon - from.lon).to_radians() / 2.0).sin();
    let h = half_lat * half_lat + lat1.cos() * lat2.cos() * half_lon * half_lon;
    // Rounding can lift h a hair above 1 at opposite ends of the Earth.
    2.0 * EARTH_RADIUS_KM * h.sqrt().min(1.0).asin()
}

/// The union of somebody's spans: in order, apart from each other, within the week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Week(Vec<Span>);

impl Week {
    /// Joins what overlaps or touches. Spans that are empty count for nothing.
    #[must_use]
    pub fn of(spans: &[Span]) -> Week {
        let inside = |span: &Span| Span {
            start: span.start,
            end: span.end.min(WEEK_MINUTES),
        };
        let mut sorted: Vec<Span> = spans
            .iter()
            .map(inside)
            .filter(|s| s.start < s.end)
            .collect();
        sorted.sort_unstable();
        let mut union: Vec<Span> = Vec::with_capacity(sorted.len());
        for span in sorted {
            match union.last_mut() {
                Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
                _ => union.push(span),
            }
        }
        Week(union)
    }

    /// The spans, in order.
    pub(crate) fn spans(&self) -> &[Span] {
        &self.0
    }

    /// How many minutes of the week lie in both.
    #[must_use]
    pub fn overlap(&self, other: &Week) -> u32 {
        let (mut a, mut b, mut minutes) = (0, 0, 0);
        while let (Some(x), Some(y)) = (self.0.get(a), other.0.get(b)) {
            minutes += u32::from(x.end.min(y.end).saturating_sub(x.start.max(y.start)));
            if x.end <= y.end { a += 1 } else { b += 1 }
        }
        minutes
    }
}

/// A problem with everybody's week made ready, so that asking about all pairs is cheap.
pub(crate) struct Ready<'a> {
    pub(crate) problem: &'a Problem,
    people: Vec<Week>,
    workers: Vec<Week>,
}

impl<'a> Ready<'a> {
    pub(crate) fn new(problem: &'a Problem) -> Ready<'a> {
        Ready {
            problem,
            people: problem
                .participants
                .iter()
                .map(|p| Week::of(&p.availability))
                .collect(),
            workers: problem
                .workers
                .iter()
                .map(|w| Week::of(&w.availability))
                .collect(),
        }
    }

    pub(crate) fn pair(&self, person: usize, worker: usize) -> Pair<'_> {
        Pair::new(
            &self.problem.settings,
            (&self.problem.participants[person], &self.people[person]),
            (&self.problem.workers[worker], &self.workers[worker]),
        )
    }
}

/// Two people held against each other.
pub(crate) struct Pair<'a> {
    needed: u64,
    person: &'a Participant,
    worker: &'a Worker,
    weeks: (&'a Week, &'a Week),
}

impl<'a> Pair<'a> {
    pub(crate) fn new(
        settings: &Settings,
        person: (&'a Participant, &'a Week),
        worker: (&'a Worker, &'a Week),
    ) -> Pair<'a> {
        let needed = settings.min_overlap_minutes;
        Pair {
            needed,
            person: person.0,
            worker: worker.0,
            weeks: (person.1, worker.1),
        }
    }

    /// Whether either has excluded the other.
    pub(crate) fn excluded(&self) -> bool {
        self.person.not.contains(&self.worker.id) || self.worker.not.contains(&self.person.id)
    }

    /// Conditions 1 to 6 and 8 that do not hold, in the order of the rule.
    pub(crate) fn lacks(&self) -> Vec<Lack> {
        let mut lacks = self.lacks_but_capacity();
        if self.worker.capacity == 0 {
            lacks.push(Lack::Capacity);
        }
        lacks
    }

    /// Conditions 1 to 6 alone: for a caller who knows better how much room the worker has.
    pub(crate) fn lacks_but_capacity(&self) -> Vec<Lack> {
        let conditions = [
            (Lack::Role, self.role()),
            (Lack::Language, self.language()),
            (Lack::Mode, self.mode()),
            (Lack::Reach, self.reach()),
            (Lack::Time, self.time()),
            (Lack::Must, self.must()),
            (Lack::Training, self.training()),
        ];
        conditions
            .into_iter()
            .filter(|(_, holds)| !holds)
            .map(|(lack, _)| lack)
            .collect()
    }

    /// Whether all eight conditions hold; the quick questions come first.
    pub(crate) fn possible(&self) -> bool {
        self.worker.capacity > 0 && self.fits()
    }

    /// Whether conditions 1 to 7 hold.
    pub(crate) fn fits(&self) -> bool {
        self.role()
            && self.language()
            && self.mode()
            && self.training()
            && self.must()
            && !self.excluded()
            && self.time()
            && self.reach()
    }

    pub(crate) fn explain(&self) -> Option<Explanation> {
        if self.excluded() {
            return None;
        }
        let lacks = self.lacks();
        if !lacks.is_empty() {
            return Some(Explanation::Lacks(lacks));
        }
        let (parts, shared) = (self.parts(), self.shared());
        Some(Explanation::Possible {
            value: value(self.person, parts.score()),
            parts,
            shared,
        })
    }

    /// What the pair is worth, whether it is possible or not.
    pub(crate) fn value(&self) -> i64 {
        value(self.person, self.parts().score())
    }

    pub(crate) fn parts(&self) -> Parts {
        let known = self.person.experiences.iter();
        let known = known.map(|e| (e.weight, self.worker.experiences.contains(&e.code)));
        let wished = self.person.wishes.iter();
        let wished = wished.map(|w| (w.weight, self.worker.traits.contains(&w.trait_name)));
        let same_sector = self.person.sector.is_some() && self.person.sector == self.worker.sector;
        // At most 600 minutes make at most 100 points, so the number is small.
        let time = u16::try_from(100 * self.overlap().min(600) / 600).unwrap_or(100);
        Parts {
            experience: share(500, known),
            wishes: share(200, wished),
            time,
            workplace: if same_sector { 100 } else { 0 },
            headroom: u16::from(self.worker.headroom),
        }
    }

    pub(crate) fn shared(&self) -> Shared {
        let (person, worker) = (self.person, self.worker);
        let codes = person.experiences.iter().map(|e| &e.code);
        let traits = person.wishes.iter().map(|w| &w.trait_name);
        Shared {
            experiences: common(codes, &worker.experiences),
            languages: common(person.languages.iter(), &worker.languages),
            modes: common(person.modes.iter(), &worker.modes),
            wishes: common(traits, &worker.traits),
            overlap_minutes: self.overlap(),
        }
    }

    fn overlap(&self) -> u32 {
        self.weeks.0.overlap(self.weeks.1)
    }

    fn role(&self) -> bool {
        self.worker.roles.contains(&self.person.role)
    }

    fn language(&self) -> bool {
        self.person
            .languages
            .iter()
            .any(|tag| self.worker.languages.contains(tag))
    }

    fn mode(&self) -> bool {
        self.person
            .modes
            .iter()
            .any(|mode| self.worker.modes.contains(mode))
    }

    /// Holds unless meeting in person is the only way they share and they are too far apart.
    fn reach(&self) -> bool {
        let mut shared = self
            .person
            .modes
            .iter()
            .filter(|m| self.worker.modes.contains(m));
        match shared.next() {
            None => true,
            Some(Mode::InPerson) if shared.all(|m| *m == Mode::InPerson) => {
                within_reach(self.person, self.worker)
            }
            Some(_) => true,
        }
    }

    fn time(&self) -> bool {
        u64::from(self.overlap()) >= self.needed
    }

    fn must(&self) -> bool {
        let mut musts = self.person.wishes.iter().filter(|wish| wish.must);
        musts.all(|wish| self.worker.traits.contains(&wish.trait_name))
    }

    fn training(&self) -> bool {
        self.person
            .needs
            .iter()
            .all(|need| self.worker.trainings.contains(need))
    }
}

/// `points` times the met share of all weights, rounded down; half of them if nothing was named.
fn share(points: u16, weights: impl Iterator<Item = (u8, bool)>) -> u16 {
    let (mut met, mut all) = (0_u64, 0_u64);
    for (weight, holds) in weights {
        all += u64::from(weight);
        met += if holds { u64::from(weight) } else { 0 };
    }
    if all == 0 {
        return points / 2;
    }
    // met <= all, so the result is at most `points`.
    u16::try_from(u64::from(points) * met / all).unwrap_or(points)
}

fn common<'a, T: PartialEq + Clone + 'a>(
    ours: impl Iterator<Item = &'a T>,
    theirs: &[T],
) -> Vec<T> {
    let mut list = Vec::new();
    for entry in ours {
        if theirs.contains(entry) && !list.contains(entry) {
            list.push(entry.clone());
        }
    }
    list
}
