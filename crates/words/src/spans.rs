//! Lengths of time, and spans of the week.

use crate::dates::{clock, on_the_wall};
use crate::{Language, Micros, TimeZone, Words, args};

const MINUTE: u64 = 60_000_000;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;
/// A twelfth of 365.2425 days.
const MONTH: u64 = 2_629_746_000_000;

const MINUTES_OF_DAY: i64 = 24 * 60;
const MINUTES_OF_WEEK: i64 = 7 * MINUTES_OF_DAY;

impl Words {
    /// How long it is between a moment and now, whichever comes first: "5 minutes", "3 days". Whole units, never rounded
    /// up: minutes under an hour, hours under a day, days under two months, months under two years.
    pub fn ago(&self, language: Language, at: Micros, now: Micros) -> String {
        self.span(language, "span", at.abs_diff(now))
    }

    /// The same as part of a sentence: "3 days ago", "in 5 minutes", "just now".
    pub fn relative(&self, language: Language, at: Micros, now: Micros) -> String {
        self.span(
            language,
            if at <= now { "past" } else { "future" },
            at.abs_diff(now),
        )
    }

    fn span(&self, language: Language, kind: &str, micros: u64) -> String {
        let (unit, count) = match micros {
            0..MINUTE => ("moment", 0),
            MINUTE..HOUR => ("minutes", micros / MINUTE),
            HOUR..DAY => ("hours", micros / HOUR),
            _ if micros / DAY < 60 => ("days", micros / DAY),
            _ if micros / MONTH < 24 => ("months", micros / MONTH),
            _ => ("years", micros / (12 * MONTH)),
        };
        self.piece(
            language,
            &format!("{kind}-{unit}"),
            &args().set("count", count),
        )
    }

    /// A weekly span: "Tuesday 18:00–20:00", "Tuesday 22:00–Wednesday 02:00", "Tuesday, all day", "at any time".
    ///
    /// `start` and `end` are minutes since Monday 00:00, end after start. With a zone they count in UTC and are shown as
    /// the wall clock there has it at the given moment (a span of the week has no date of its own, and summer time
    /// moves it); without one they are shown as they are.
    pub fn minutes_of_week(
        &self,
        language: Language,
        start: i64,
        end: i64,
        zone: Option<(&TimeZone, Micros)>,
    ) -> String {
        let length = end.saturating_sub(start).clamp(0, MINUTES_OF_WEEK);
        if length == MINUTES_OF_WEEK {
            return self.piece(language, "week-any-time", &args());
        }
        let shift = zone.map_or(0, |(zone, now)| offset_minutes(now, zone));
        let start = start.rem_euclid(MINUTES_OF_WEEK) + shift;
        let (first_day, from) = (
            start.div_euclid(MINUTES_OF_DAY),
            start.rem_euclid(MINUTES_OF_DAY),
        );
        let until = from + length;
        // A span that ends at midnight ends at 24:00 of its own day, not at 00:00 of the next.
        let days_later = (until - 1).max(from).div_euclid(MINUTES_OF_DAY);
        let day = |days: i64| {
            self.weekday(
                language,
                u8::try_from((first_day + days).rem_euclid(7)).unwrap_or_default(),
            )
        };
        let filled = args()
            .set("day", day(0))
            .set("from", clock(language, from))
            .set("lastday", day(days_later))
            .set(
                "until",
                clock(language, until - days_later * MINUTES_OF_DAY),
            );
        let key = match (days_later, length) {
            (0, MINUTES_OF_DAY) => "week-whole-day",
            (0, _) => "week-one-day",
            _ => "week-two-days",
        };
        self.piece(language, key, &filled)
    }
}

/// By how many minutes the wall clock is ahead of UTC at a moment.
fn offset_minutes(at: Micros, zone: &TimeZone) -> i64 {
    let ahead = on_the_wall(at, zone).duration_since(on_the_wall(at, &TimeZone::UTC));
    ahead.as_secs().div_euclid(60)
}
