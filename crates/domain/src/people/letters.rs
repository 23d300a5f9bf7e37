//! Letters by e-mail: when one that could not be sent is tried again, and when it is given up.

use crate::{DAY, HOUR, MINUTE, Micros};

/// How long a letter is tried.
pub const TRIED_FOR: Micros = 2 * DAY;

/// The pause after so many tries: two minutes, four, eight, and so on up to four hours. The first
/// is longer than one sending can take, so that two nodes never send the same letter at once.
#[must_use]
pub fn pause(tries: i64) -> Micros {
    let doubled = u32::try_from(tries.clamp(1, 8)).unwrap_or(8);
    (MINUTE << doubled).min(4 * HOUR)
}

/// Whether a letter written then is given up now.
#[must_use]
pub fn given_up(written_at: Micros, now: Micros) -> bool {
    now - written_at > TRIED_FOR
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_and_the_tries_end_after_two_days() {
        assert_eq!(pause(1), 2 * MINUTE);
        assert_eq!(pause(2), 4 * MINUTE);
        assert_eq!(pause(1_000), 4 * HOUR);
        assert!((0..20).all(|tries| pause(tries) <= pause(tries + 1)));
        let (mut now, mut tries) = (0, 0);
        while !given_up(0, now) {
            tries += 1;
            now += pause(tries);
        }
        assert!((15..30).contains(&tries), "{tries} tries");
    }
}
