//! What was acknowledged and what was shown, held against what is there.

use super::crowd::{Read, Wrote};
use std::collections::{HashMap, HashSet};

/// A message as it is found afterwards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) seq: i64,
    pub(super) number: String,
    pub(super) body: String,
}

/// The counts of one trial.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Tally {
    /// How often the fault was made.
    pub(super) rounds: u64,
    pub(super) acknowledged: u64,
    /// Acknowledged and found.
    pub(super) found: u64,
    pub(super) missing: u64,
    /// Found more than once, or found though nobody sent it.
    pub(super) doubled: u64,
    /// Elsewhere than was told, or with a hole or a repeat before it.
    pub(super) disorder: u64,
    /// Events that readers were shown.
    pub(super) shown: u64,
    pub(super) not_shown: u64,
    pub(super) shown_twice: u64,
    pub(super) shown_in_disorder: u64,
    /// How often a reader's stream broke and went on.
    pub(super) breaks: u64,
    pub(super) refused: u64,
    pub(super) unanswered: u64,
    /// The longest time for which one writer was told nothing, in milliseconds.
    pub(super) gap: u64,
    /// Whatever else was wrong, in words.
    pub(super) wrong: Vec<String>,
}

impl Tally {
    /// Something was tried, and all of it held.
    pub(crate) fn is_good(&self) -> bool {
        self.acknowledged > 0 && self.shown > 0 && self.rounds > 0 && self.faults() == 0
    }

    /// How many things are wrong.
    pub(crate) fn faults(&self) -> u64 {
        self.missing
            + self.doubled
            + self.disorder
            + self.not_shown
            + self.shown_twice
            + self.shown_in_disorder
            + self.wrong.len() as u64
    }

    pub(crate) fn acknowledged(&self) -> u64 {
        self.acknowledged
    }

    pub(crate) fn in_words(&self) -> String {
        let mut text = format!(
            "{} rounds, {} acknowledged: {} found, {} missing, {} doubled, {} out of order; \
             readers: {} shown, {} missing, {} twice, {} out of order, {} streams taken up again; \
             {} refused, {} unanswered, longest wait {}.{:03} s",
            self.rounds,
            self.acknowledged,
            self.found,
            self.missing,
            self.doubled,
            self.disorder,
            self.shown,
            self.not_shown,
            self.shown_twice,
            self.shown_in_disorder,
            self.breaks,
            self.refused,
            self.unanswered,
            self.gap / 1000,
            self.gap % 1000,
        );
        for wrong in self.wrong.iter().take(5) {
            text += &format!("; WRONG: {wrong}");
        }
        text
    }

    /// Counts what writers were told against what is found, for one conversation that held
    /// `before` messages when they began.
    pub(super) fn hold_writers(&mut self, wrote: &[&Wrote], found: &[Found], before: i64) {
        let mut places: HashMap<&str, Vec<i64>> = HashMap::new();
        let mut bodies = HashSet::new();
        for (message, wanted) in found.iter().zip(1..) {
            self.disorder += u64::from(message.seq != wanted);
            if message.seq > before {
                places.entry(&message.number).or_default().push(message.seq);
                self.doubled += u64::from(!bodies.insert(&message.body));
            }
        }
        for writer in wrote {
            let mut last = 0;
            for told in &writer.acknowledged {
                self.acknowledged += 1;
                self.disorder += u64::from(told.seq <= last);
                last = told.seq;
                match places.remove(told.number.as_str()).as_deref() {
                    None | Some([]) => self.missing += 1,
                    Some([seq]) if *seq == told.seq => self.found += 1,
                    Some([_]) => self.disorder += 1,
                    Some([_, more @ ..]) => self.doubled += more.len() as u64,
                }
            }
            if let Some(number) = &writer.unsettled {
                places.remove(number.as_str());
            }
            self.doubled += writer.differs;
            self.wrong.extend(writer.strange.iter().cloned());
            let gap = u64::try_from(writer.gap.as_millis()).unwrap_or(u64::MAX);
            self.gap = self.gap.max(gap);
        }
        // Under a number that nobody used.
        self.doubled += places.len() as u64;
    }

    /// Counts what a reader was shown against what is found.
    pub(super) fn hold_reader(&mut self, read: &Read, found: &[Found], before: i64) {
        let there: HashMap<i64, &str> = found
            .iter()
            .filter(|message| message.seq > before)
            .map(|message| (message.seq, message.number.as_str()))
            .collect();
        let mut seen = HashSet::new();
        let mut last = before;
        for (seq, number) in &read.shown {
            self.shown += 1;
            if !seen.insert(*seq) {
                self.shown_twice += 1;
            } else if *seq <= last || there.get(seq) != Some(&number.as_str()) {
                self.shown_in_disorder += 1;
            }
            last = last.max(*seq);
        }
        self.not_shown += there.keys().filter(|seq| !seen.contains(seq)).count() as u64;
        self.breaks += read.breaks;
        self.wrong.extend(read.strange.iter().cloned());
    }

    /// Both together.
    pub(super) fn and(mut self, other: Tally) -> Tally {
        self.rounds += other.rounds;
        self.acknowledged += other.acknowledged;
        self.found += other.found;
        self.missing += other.missing;
        self.doubled += other.doubled;
        self.disorder += other.disorder;
        self.shown += other.shown;
        self.not_shown += other.not_shown;
        self.shown_twice += other.shown_twice;
        self.shown_in_disorder += other.shown_in_disorder;
        self.breaks += other.breaks;
        self.refused += other.refused;
        self.unanswered += other.unanswered;
        self.gap = self.gap.max(other.gap);
        self.wrong.extend(other.wrong);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::super::crowd::Acknowledged;
    use super::*;

    fn found(numbers: &[(i64, &str)]) -> Vec<Found> {
        let one = |(seq, number): &(i64, &str)| Found {
            seq: *seq,
            number: (*number).to_owned(),
            body: format!("words of {number}"),
        };
        numbers.iter().map(one).collect()
    }

    fn held(told: &[(i64, &str)], there: &[(i64, &str)], shown: &[(i64, &str)]) -> Tally {
        let acknowledged = told
            .iter()
            .map(|(seq, number)| Acknowledged {
                seq: *seq,
                number: (*number).to_owned(),
            })
            .collect();
        let wrote = Wrote {
            acknowledged,
            ..Wrote::default()
        };
        let shown = shown.iter().map(|(seq, n)| (*seq, (*n).to_owned()));
        let read = Read {
            shown: shown.collect(),
            ..Read::default()
        };
        let mut tally = Tally {
            rounds: 1,
            ..Tally::default()
        };
        tally.hold_writers(&[&wrote], &found(there), 0);
        tally.hold_reader(&read, &found(there), 0);
        tally
    }

    #[test]
    fn all_is_well_when_all_is_there_once_and_in_order() {
        let all = [(1, "a"), (2, "b"), (3, "c")];
        let tally = held(&all, &all, &all);
        assert!(tally.is_good(), "{}", tally.in_words());
        assert_eq!((tally.acknowledged, tally.found, tally.shown), (3, 3, 3));
        assert!(!held(&[], &[], &[]).is_good(), "nothing was tried");
    }

    #[test]
    fn each_kind_of_fault_is_counted_as_what_it_is() {
        let all = [(1, "a"), (2, "b"), (3, "c")];
        let lost = held(&all, &all[..2], &all[..2]);
        assert_eq!((lost.missing, lost.faults()), (1, 1));
        let twice = held(&all, &[(1, "a"), (2, "b"), (3, "c"), (4, "c")], &all);
        assert_eq!((twice.doubled, twice.not_shown), (2, 1));
        let strangers = held(&all, &[(1, "a"), (2, "b"), (3, "c"), (4, "x")], &all);
        assert_eq!(strangers.doubled, 1);
        let moved = held(&[(1, "a"), (2, "c"), (3, "b")], &all, &all);
        assert_eq!(moved.disorder, 2);
        let hole = held(
            &[(1, "a"), (3, "c")],
            &[(1, "a"), (3, "c")],
            &[(1, "a"), (3, "c")],
        );
        assert_eq!(hole.disorder, 1);
        let skipped = held(&all, &all, &[(1, "a"), (3, "c")]);
        assert_eq!((skipped.not_shown, skipped.faults()), (1, 1));
        let again = held(&all, &all, &[(1, "a"), (2, "b"), (2, "b"), (3, "c")]);
        assert_eq!((again.shown_twice, again.faults()), (1, 1));
        let late = held(&all, &all, &[(1, "a"), (3, "c"), (2, "b")]);
        assert_eq!((late.shown_in_disorder, late.faults()), (1, 1));
    }
}
