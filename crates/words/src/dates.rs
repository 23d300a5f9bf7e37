//! Days and times of day, in a given time zone.

use crate::numbers::digits;
use crate::{Args, Language, Micros, Words, args};
use jiff::civil::{Date, DateTime};
use jiff::{Span, Timestamp};

pub use jiff::tz::TimeZone;

/// The time zone with this IANA name ("Australia/Adelaide"), or nothing.
pub fn time_zone(name: &str) -> Option<TimeZone> {
    TimeZone::get(name).ok()
}

/// What the clock on the wall shows. Moments beyond the years that the calendar knows (-9999 to 9999) become its ends.
pub(crate) fn on_the_wall(at: Micros, zone: &TimeZone) -> DateTime {
    let end = if at < 0 {
        Timestamp::MIN
    } else {
        Timestamp::MAX
    };
    zone.to_datetime(Timestamp::from_microsecond(at).unwrap_or(end))
}

/// A count of minutes since midnight, 0 to 1440, as a time of day.
pub(crate) fn clock(language: Language, minutes: i64) -> String {
    digits(
        language,
        &format!("{:02}:{:02}", minutes / 60, minutes % 60),
    )
}

impl Words {
    /// A day: "3 March 2026".
    pub fn date(&self, language: Language, at: Micros, zone: &TimeZone) -> String {
        let day = on_the_wall(at, zone).date();
        self.piece(
            language,
            "date-long",
            &self.date_args(language, day, "month"),
        )
    }

    /// A day, short: "3 Mar 2026".
    pub fn date_short(&self, language: Language, at: Micros, zone: &TimeZone) -> String {
        let day = on_the_wall(at, zone).date();
        self.piece(
            language,
            "date-short",
            &self.date_args(language, day, "month-short"),
        )
    }

    /// A time of day on a clock of 24 hours: "18:00".
    pub fn time(&self, language: Language, at: Micros, zone: &TimeZone) -> String {
        let wall = on_the_wall(at, zone);
        clock(
            language,
            i64::from(wall.hour()) * 60 + i64::from(wall.minute()),
        )
    }

    /// A day and a time: "3 March 2026, 18:00".
    pub fn date_time(&self, language: Language, at: Micros, zone: &TimeZone) -> String {
        let filled = args()
            .set("date", self.date(language, at, zone))
            .set("time", self.time(language, at, zone));
        self.piece(language, "date-time", &filled)
    }

    /// The name of a day of the week, counted from Monday = 0; counting goes on in the next week (7 is Monday again).
    pub fn weekday(&self, language: Language, day: u8) -> String {
        self.piece(language, &format!("weekday-{}", day % 7), &args())
    }

    /// The heading over what happened on a day: "Today", "Yesterday", "Tomorrow", "Monday 3 March", and with the year where
    /// it is not the present one: "Monday 3 March 2025".
    pub fn day_heading(
        &self,
        language: Language,
        at: Micros,
        now: Micros,
        zone: &TimeZone,
    ) -> String {
        let (day, today) = (on_the_wall(at, zone).date(), on_the_wall(now, zone).date());
        let is = |days: i64| {
            today
                .checked_add(Span::new().days(days))
                .is_ok_and(|other| other == day)
        };
        let key = match () {
            () if is(0) => "day-today",
            () if is(-1) => "day-yesterday",
            () if is(1) => "day-tomorrow",
            () if day.year() == today.year() => "day-of-this-year",
            () => "day-of-another-year",
        };
        capitalized(&self.piece(language, key, &self.date_args(language, day, "month")))
    }

    fn date_args(&self, language: Language, day: Date, month: &str) -> Args {
        let weekday = u8::try_from(day.weekday().to_monday_zero_offset()).unwrap_or_default();
        args()
            .set("day", digits(language, &day.day().to_string()))
            .set(
                "month",
                self.piece(language, &format!("{month}-{}", day.month()), &args()),
            )
            .set("year", digits(language, &day.year().to_string()))
            .set("weekday", self.weekday(language, weekday))
    }
}

/// With a capital first letter: Spanish writes "lunes" small, but not at the beginning of a heading.
fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
