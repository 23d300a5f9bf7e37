//! How long two people are free together, quickly: the week in slots of the largest length that
//! everybody's times are whole numbers of, one bit a slot.

use crate::problem::{Span, WEEK_MINUTES};
use crate::rule::Week;

/// Slots shorter than this (minutes) make more words than walking along the spans costs.
const SHORTEST_SLOT: u16 = 5;

/// The length of a slot, in minutes, that divides every start and end; `None` when the times are
/// too uneven for slots to be worth it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Grain(Option<u16>);

impl Grain {
    /// The grain of all these times.
    pub(crate) fn of<'a>(times: impl Iterator<Item = &'a [Span]>) -> Grain {
        let mut slot = WEEK_MINUTES;
        for span in times.flatten() {
            slot = divisor(slot, span.start);
            slot = divisor(slot, span.end.min(WEEK_MINUTES));
        }
        Grain((slot >= SHORTEST_SLOT).then_some(slot))
    }

    /// Words of bits that a week takes.
    pub(crate) fn words(self) -> usize {
        self.0
            .map_or(0, |slot| usize::from(WEEK_MINUTES / slot).div_ceil(64))
    }

    /// Minutes of a slot; 0 when there are none.
    pub(crate) fn minutes(self) -> u32 {
        self.0.map_or(0, u32::from)
    }

    /// The week in bits; `None` when it does not fit the slots.
    pub(crate) fn bits(self, week: &Week) -> Option<Vec<u64>> {
        let slot = self.0?;
        let mut words = vec![0_u64; self.words()];
        for span in week.spans() {
            if span.start % slot != 0 || span.end % slot != 0 {
                return None;
            }
            for at in span.start / slot..span.end / slot {
                words[usize::from(at / 64)] |= 1 << (at % 64);
            }
        }
        Some(words)
    }
}

fn divisor(a: u16, b: u16) -> u16 {
    if b == 0 { a } else { divisor(b, a % b) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(start: u16, end: u16) -> Span {
        Span { start, end }
    }

    #[test]
    fn slots_are_as_long_as_the_times_allow() {
        let times = [span(0, 90), span(120, WEEK_MINUTES)];
        let grain = Grain::of(std::iter::once(&times[..]));
        assert_eq!((grain.minutes(), grain.words()), (30, 6));
        let bits = grain.bits(&Week::of(&times)).expect("fits");
        let ones: u32 = bits.iter().map(|word| word.count_ones()).sum();
        assert_eq!(ones * 30, 90 + u32::from(WEEK_MINUTES) - 120);
        assert_eq!(grain.bits(&Week::of(&[span(10, 40)])), None);
        let uneven = [span(1, 8)];
        assert_eq!(Grain::of(std::iter::once(&uneven[..])).words(), 0);
    }
}
