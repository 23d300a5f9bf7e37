//! "What if": workers who are not there, and places that are not there any more, thought of for
//! one computation and never kept.

use crate::id::MemberId;
use crate::matching::WorkerProfile;
use crate::matching::board::Part;
use crate::matching::profile::MOST_CAPACITY;
use crate::people::intake::joined;
use crate::{Refusal, Refusals};

/// Most workers one can think of at once.
pub const MOST_ADDED: i64 = 50;

/// Workers to think of: so many, all alike.
#[derive(Clone, Debug, PartialEq)]
pub struct Added {
    /// How many.
    pub count: i64,
    /// What each of them would be.
    pub profile: WorkerProfile,
    /// How many people each could support.
    pub places: i64,
}

/// A worker of the programme with fewer places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fewer {
    /// Who.
    pub worker: MemberId,
    /// How many places fewer.
    pub places: i64,
}

/// What is thought of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WhatIf {
    /// New workers.
    pub added: Option<Added>,
    /// Somebody with fewer places.
    pub fewer: Option<Fewer>,
}

impl WhatIf {
    /// The same, put in order.
    ///
    /// # Errors
    /// `out-of-range` for `count`, `places` and `fewer`; `role-missing` for a list that is empty
    /// without which nobody could be offered; what [`WorkerProfile::checked`] refuses; `empty`
    /// when nothing is thought of.
    pub fn checked(mut self) -> Result<Self, Refusals> {
        let mut refusals = Refusals::default();
        if let Some(added) = self.added.take() {
            within(&mut refusals, "count", added.count, MOST_ADDED);
            within(&mut refusals, "places", added.places, MOST_CAPACITY);
            for field in added.profile.missing() {
                refusals.push(Refusal::of(field, "role-missing"));
            }
            match added.profile.checked() {
                Ok(profile) => self.added = Some(Added { profile, ..added }),
                Err(more) => more.0.into_iter().for_each(|one| refusals.push(one)),
            }
        } else if self.fewer.is_none() {
            refusals.push(Refusal::of("count", "empty"));
        }
        if let Some(fewer) = self.fewer {
            within(&mut refusals, "fewer", fewer.places, MOST_CAPACITY);
        }
        refusals.done()?;
        Ok(self)
    }
}

fn within(refusals: &mut Refusals, field: &'static str, number: i64, high: i64) {
    if !(1..=high).contains(&number) {
        let refusal = Refusal::of(field, "out-of-range");
        refusals.push(refusal.with("low", 1).with("high", high));
    }
}

/// The stretches of the week that some parts of it make.
#[must_use]
pub fn times_of(parts: &[Part]) -> Vec<[u32; 2]> {
    joined(parts.iter().flat_map(|part| part.spans()).collect())
}

/// Places that are left when somebody takes fewer. What is taken already stays taken.
#[must_use]
pub fn left(free: u64, fewer: i64) -> u64 {
    free.saturating_sub(u64::try_from(fewer).unwrap_or(0))
}

/// How many of these have waited up to 14 days, up to 30, and longer.
#[must_use]
pub fn by_wait(days: impl IntoIterator<Item = i64>) -> [usize; 3] {
    let mut counts = [0; 3];
    for days in days {
        counts[usize::from(days > 14) + usize::from(days > 30)] += 1;
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::intake::{Kind, Mode};

    fn added(count: i64, places: i64) -> WhatIf {
        let profile = WorkerProfile {
            roles: vec![Kind::PeerWorker],
            languages: vec!["es".into()],
            modes: vec![Mode::Chat],
            times: times_of(&[Part::Weekends]),
            ..WorkerProfile::default()
        };
        let added = Added {
            count,
            profile,
            places,
        };
        WhatIf {
            added: Some(added),
            fewer: None,
        }
    }

    #[test]
    fn what_can_be_thought_of() {
        assert!(added(2, 3).checked().is_ok());
        for (count, places, field) in [(0, 3, "count"), (51, 3, "count"), (1, 0, "places")] {
            let refusals = added(count, places).checked().expect_err("out of range");
            assert!(refusals.of(field).is_some(), "{refusals:?}");
        }
        let mut nothing_said = added(1, 1);
        if let Some(added) = &mut nothing_said.added {
            added.profile = WorkerProfile::default();
        }
        let refusals = nothing_said.checked().expect_err("nothing said");
        for field in ["roles", "languages", "modes", "times"] {
            assert!(refusals.of(field).is_some(), "{field}");
        }
        let refusals = WhatIf::default().checked().expect_err("nothing thought of");
        assert!(refusals.of("count").is_some());
    }

    #[test]
    fn fewer_places_never_are_less_than_none() {
        assert_eq!([left(3, 2), left(1, 2), left(2, -1)], [1, 0, 2]);
    }

    #[test]
    fn waits_are_counted_at_their_bounds() {
        assert_eq!(by_wait([0, 14, 15, 30, 31, 400]), [2, 2, 2]);
    }

    #[test]
    fn evenings_and_weekends_make_one_week() {
        assert_eq!(times_of(&[Part::Daytime, Part::Evenings])[0], [540, 1260]);
        assert_eq!(times_of(&Part::ALL), [[0, 10_080]]);
    }
}
