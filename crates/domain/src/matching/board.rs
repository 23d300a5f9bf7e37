//! The coordinator's board: what changes when one choice is made otherwise, and whom a programme
//! would have to find for those it cannot serve.

use std::collections::BTreeMap;

use crate::id::{MemberId, RequestId};
use crate::people::intake::{Kind, Mode, WEEK, joined};

/// One person as a joint assignment leaves them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// Their request.
    pub request: RequestId,
    /// Days they have waited.
    pub days: i64,
    /// Who is proposed to them first; `None` when nobody is.
    pub worker: Option<MemberId>,
    /// How well the two fit, 0 to 1000; 0 without a worker.
    pub score: i64,
}

/// What becomes of one person when it is worked out otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Becomes {
    /// Somebody else is proposed to them.
    Other {
        /// Who was.
        from: MemberId,
        /// Who would be.
        to: MemberId,
    },
    /// Nobody is proposed to them any more: they would wait longer.
    Longer {
        /// Who was.
        from: MemberId,
    },
    /// Somebody is proposed to them who had nobody: they would wait less.
    Sooner {
        /// Who would be.
        to: MemberId,
    },
}

/// One person for whom something changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved {
    /// Their request.
    pub request: RequestId,
    /// Days they have waited.
    pub days: i64,
    /// What becomes of them.
    pub becomes: Becomes,
}

/// Two joint assignments of the same people, held against each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Everybody for whom something changes, the longest wait first.
    pub moved: Vec<Moved>,
    /// For how many nothing changes.
    pub same: usize,
    /// How many have somebody now.
    pub served_now: usize,
    /// How many would.
    pub served_then: usize,
    /// The sum of fit now.
    pub fit_now: i64,
    /// What it would be.
    pub fit_then: i64,
}

impl Changes {
    /// Those who get somebody else.
    pub fn other(&self) -> impl Iterator<Item = &Moved> {
        let other = |one: &&Moved| matches!(one.becomes, Becomes::Other { .. });
        self.moved.iter().filter(other)
    }

    /// Those who would wait longer.
    pub fn longer(&self) -> impl Iterator<Item = &Moved> {
        let longer = |one: &&Moved| matches!(one.becomes, Becomes::Longer { .. });
        self.moved.iter().filter(longer)
    }

    /// Those who would wait less.
    pub fn sooner(&self) -> impl Iterator<Item = &Moved> {
        let sooner = |one: &&Moved| matches!(one.becomes, Becomes::Sooner { .. });
        self.moved.iter().filter(sooner)
    }
}

/// Holds two joint assignments against each other, person by person. Somebody who stands in one of
/// them only is taken to have nobody in the other.
#[must_use]
pub fn compare(now: &[Given], then: &[Given]) -> Changes {
    let mut both: BTreeMap<RequestId, (Option<&Given>, Option<&Given>)> = BTreeMap::new();
    for one in now {
        both.entry(one.request).or_default().0 = Some(one);
    }
    for one in then {
        both.entry(one.request).or_default().1 = Some(one);
    }
    let mut changes = Changes::default();
    for (request, (before, after)) in both {
        let of = |one: Option<&Given>| one.and_then(|one| Some((one.worker?, one.score)));
        let (before_worker, after_worker) = (of(before), of(after));
        changes.served_now += usize::from(before_worker.is_some());
        changes.served_then += usize::from(after_worker.is_some());
        changes.fit_now += before_worker.map_or(0, |(_, score)| score);
        changes.fit_then += after_worker.map_or(0, |(_, score)| score);
        let becomes = match (before_worker, after_worker) {
            (Some((from, _)), Some((to, _))) if from != to => Becomes::Other { from, to },
            (Some((from, _)), None) => Becomes::Longer { from },
            (None, Some((to, _))) => Becomes::Sooner { to },
            _ => {
                changes.same += 1;
                continue;
            }
        };
        let days = before.or(after).map_or(0, |one| one.days);
        changes.moved.push(Moved {
            request,
            days,
            becomes,
        });
    }
    let key = |one: &Moved| (std::cmp::Reverse(one.days), one.request);
    changes.moved.sort_by_key(key);
    changes
}

/// A part of the week, as one says it in an advertisement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// Monday to Friday, 9 to 17.
    Daytime,
    /// Monday to Friday, 17 to 21.
    Evenings,
    /// Saturday and Sunday, 9 to 21.
    Weekends,
    /// All other hours.
    Nights,
}

impl Part {
    /// All of them.
    pub const ALL: [Part; 4] = [Part::Daytime, Part::Evenings, Part::Weekends, Part::Nights];

    /// The word used in forms and for texts.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Part::Daytime => "daytime",
            Part::Evenings => "evenings",
            Part::Weekends => "weekends",
            Part::Nights => "nights",
        }
    }

    /// Reads the word back.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Part> {
        Part::ALL.into_iter().find(|part| part.word() == word)
    }

    /// Its stretches of the week: minutes, Monday 00:00 = 0.
    #[must_use]
    pub fn spans(self) -> Vec<[u32; 2]> {
        let days = |days: std::ops::Range<u32>, from: u32, to: u32| -> Vec<[u32; 2]> {
            days.map(|day| [day * 1440 + from * 60, day * 1440 + to * 60])
                .collect()
        };
        match self {
            Part::Daytime => days(0..5, 9, 17),
            Part::Evenings => days(0..5, 17, 21),
            Part::Weekends => days(5..7, 9, 21),
            Part::Nights => joined([days(0..7, 0, 9), days(0..7, 21, 24)].concat()),
        }
    }
}

/// The parts of the week in which somebody is free for at least so many minutes; all of them for
/// somebody who named no times.
#[must_use]
pub fn parts_free(times: &[[u32; 2]], least: u32) -> Vec<Part> {
    let times = match times {
        [] => vec![[0, WEEK]],
        some => joined(some.to_vec()),
    };
    let minutes = |part: Part| -> u32 {
        super::both_free(&times, &part.spans())
            .iter()
            .map(|[start, end]| end - start)
            .sum()
    };
    let least = least.max(1);
    let free: Vec<Part> = Part::ALL
        .into_iter()
        .filter(|part| minutes(*part) >= least)
        .collect();
    if !free.is_empty() {
        return free;
    }
    // Short stretches here and there: the part with most of them.
    let most = Part::ALL.into_iter().max_by_key(|part| minutes(*part));
    most.into_iter().collect()
}

/// What a worker who came near did not have. The order is that of the rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Missing {
    /// The kind of supporter asked for.
    Kind,
    /// A language in common.
    Language,
    /// A way of meeting.
    Mode,
    /// Near enough to meet face to face.
    Reach,
    /// Free times in common.
    Time,
    /// Something the person said must be.
    Must,
    /// A training that is needed.
    Training,
    /// A free place.
    Place,
}

/// Somebody who cannot be served, with what they asked for.
#[derive(Clone, Debug)]
pub struct Need {
    /// Their request.
    pub request: RequestId,
    /// The kind of supporter asked for.
    pub kind: Kind,
    /// Languages of which one is enough.
    pub languages: Vec<String>,
    /// Ways of meeting of which one is enough.
    pub modes: Vec<Mode>,
    /// Parts of the week of which one is enough.
    pub parts: Vec<Part>,
    /// Traits that must be.
    pub musts: Vec<String>,
    /// Trainings that must be.
    pub trainings: Vec<String>,
    /// Where they could meet; empty when they named no place.
    pub near: String,
    /// What each of the nearest workers did not have; nothing for one who fits and has no place.
    pub lacks: Vec<Vec<Missing>>,
}

/// Some of a list, for several people at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Suits<T> {
    /// Any one of these suits everybody.
    Each(Vec<T>),
    /// None suits everybody; each of these suits somebody.
    Some(Vec<T>),
}

/// A worker to look for: what they would have to be for everybody of the group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Who would be served, in the order given.
    pub people: Vec<RequestId>,
    /// What is missing now: the smallest set of it.
    pub missing: Vec<Missing>,
    /// The kind of supporter.
    pub kind: Kind,
    /// Languages.
    pub languages: Suits<String>,
    /// Ways of meeting.
    pub modes: Suits<Mode>,
    /// Parts of the week.
    pub parts: Suits<Part>,
    /// Traits that must be, all of them.
    pub musts: Vec<String>,
    /// Trainings that must be, all of them.
    pub trainings: Vec<String>,
    /// Where to meet; empty when that is not what is missing.
    pub near: String,
}

/// The smallest set of what is missing; the first of the rule among several.
#[must_use]
pub fn smallest(lacks: &[Vec<Missing>]) -> Vec<Missing> {
    let sets = lacks.iter().map(|set| {
        let mut set = set.clone();
        if set.is_empty() {
            set.push(Missing::Place);
        }
        set.sort_unstable();
        set.dedup();
        set
    });
    // Somebody who fits and has no place is nearer than anybody who does not fit.
    let unfit = |set: &Vec<Missing>| set.iter().filter(|one| **one != Missing::Place).count();
    let least = sets.min_by_key(|set| (unfit(set), set.len(), set.clone()));
    least.unwrap_or_else(|| vec![Missing::Kind])
}

/// Groups people by the worker they need. Those are in one group who miss the same and for whom
/// one worker would do as far as kind, musts, trainings and what is missing go; the largest group
/// comes first, then the one whose first person stands first.
#[must_use]
pub fn wanted(needs: &[Need]) -> Vec<Wanted> {
    let mut groups: Vec<(Key, Vec<&Need>)> = Vec::new();
    for need in needs {
        let key = Key::of(need);
        match groups.iter_mut().find(|(known, _)| *known == key) {
            Some((_, members)) => members.push(need),
            None => groups.push((key, vec![need])),
        }
    }
    let mut out: Vec<Wanted> = groups
        .into_iter()
        .map(|(key, members)| key.wanted(&members))
        .collect();
    out.sort_by_key(|group| std::cmp::Reverse(group.people.len()));
    out
}

/// What people of one group have the same.
#[derive(PartialEq, Eq)]
struct Key {
    missing: Vec<Missing>,
    kind: Kind,
    languages: Vec<String>,
    modes: Vec<Mode>,
    parts: Vec<Part>,
    near: String,
    musts: Vec<String>,
    trainings: Vec<String>,
}

impl Key {
    fn of(need: &Need) -> Self {
        let missing = smallest(&need.lacks);
        let lacks = |one: Missing| missing.contains(&one);
        Self {
            kind: need.kind,
            languages: if lacks(Missing::Language) {
                sorted(&need.languages)
            } else {
                Vec::new()
            },
            modes: if lacks(Missing::Mode) {
                sorted(&need.modes)
            } else {
                Vec::new()
            },
            parts: if lacks(Missing::Time) {
                sorted(&need.parts)
            } else {
                Vec::new()
            },
            near: if lacks(Missing::Reach) {
                need.near.clone()
            } else {
                String::new()
            },
            musts: sorted(&need.musts),
            trainings: sorted(&need.trainings),
            missing,
        }
    }

    fn wanted(self, members: &[&Need]) -> Wanted {
        Wanted {
            people: members.iter().map(|need| need.request).collect(),
            languages: suits(members, |need| &need.languages),
            modes: suits(members, |need| &need.modes),
            parts: suits(members, |need| &need.parts),
            missing: self.missing,
            kind: self.kind,
            musts: self.musts,
            trainings: self.trainings,
            near: self.near,
        }
    }
}

fn sorted<T: Ord + Clone>(list: &[T]) -> Vec<T> {
    let mut list = list.to_vec();
    list.sort_unstable();
    list.dedup();
    list
}

/// What suits everybody; or, if nothing does, everything that suits somebody.
fn suits<T: Ord + Clone>(members: &[&Need], of: impl Fn(&Need) -> &Vec<T>) -> Suits<T> {
    let all = sorted(
        &members
            .iter()
            .flat_map(|n| of(n).clone())
            .collect::<Vec<T>>(),
    );
    let each: Vec<T> = all
        .iter()
        .filter(|one| members.iter().all(|need| of(need).contains(one)))
        .cloned()
        .collect();
    if each.is_empty() {
        Suits::Some(all)
    } else {
        Suits::Each(each)
    }
}

#[cfg(test)]
mod tests;
