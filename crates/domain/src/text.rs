//! What may be kept of what people type: any script, any length up to a stated limit, but no
//! characters that cannot be stored or that make one text pass for another.

use crate::Refusal;

/// Longest name, in characters.
pub const NAME_LIMIT: usize = 60;
/// Longest single line, in characters.
pub const LINE_LIMIT: usize = 200;
/// Longest free text, in characters.
pub const TEXT_LIMIT: usize = 4_000;
/// Longest message, in characters.
pub const MESSAGE_LIMIT: usize = 8_000;

/// Characters that turn the direction of what follows, and so let one text look like another.
fn turns_direction(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

fn is_control(c: char, lines: bool) -> bool {
    c.is_control() && !(lines && matches!(c, '\n' | '\t'))
}

fn clean(field: &str, raw: &str, limit: usize, lines: bool) -> Result<String, Refusal> {
    let text = raw.replace("\r\n", "\n").replace('\r', "\n");
    let text = text.trim();
    if text.chars().count() > limit {
        return Err(Refusal::of(field, "too-long").with("limit", limit));
    }
    if text.chars().any(|c| is_control(c, lines)) {
        return Err(Refusal::of(field, "control-characters"));
    }
    Ok(text.to_owned())
}

/// A name or another single line that others will read: trimmed, inner white space made one space.
/// Empty is allowed.
///
/// # Errors
/// `too-long`, `control-characters`, or `hidden-direction` for characters that turn the reading
/// direction.
pub fn line(field: &str, raw: &str, limit: usize) -> Result<String, Refusal> {
    let text = clean(field, raw, limit, false)?;
    if text.chars().any(turns_direction) {
        return Err(Refusal::of(field, "hidden-direction"));
    }
    Ok(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The same, and something has to be there.
///
/// # Errors
/// As [`line`], and `empty`.
pub fn required_line(field: &str, raw: &str, limit: usize) -> Result<String, Refusal> {
    let text = line(field, raw, limit)?;
    if text.is_empty() {
        Err(Refusal::of(field, "empty"))
    } else {
        Ok(text)
    }
}

/// Free text of several lines, as typed but for its ends. Direction marks are kept: people who
/// write right to left use them.
///
/// # Errors
/// `too-long` or `control-characters` (a NUL, for example).
pub fn free(field: &str, raw: &str, limit: usize) -> Result<String, Refusal> {
    clean(field, raw, limit, true)
}

/// Free text that has to be there.
///
/// # Errors
/// As [`free`], and `empty`.
pub fn required_free(field: &str, raw: &str, limit: usize) -> Result<String, Refusal> {
    let text = free(field, raw, limit)?;
    if text.is_empty() {
        Err(Refusal::of(field, "empty"))
    } else {
        Ok(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_of_any_script_are_kept() {
        for name in [
            "Ana",
            "Nguyễn Thị Hoa",
            "محمد",
            "O’Brien-Smith",
            "李",
            "Þóra",
            "👩🏽‍🌾 Jo",
        ] {
            assert_eq!(line("name", name, NAME_LIMIT).as_deref(), Ok(name));
        }
    }

    #[test]
    fn what_cannot_be_kept_is_named() {
        assert_eq!(
            line("name", "a\0b", 60).unwrap_err().code,
            "control-characters"
        );
        assert_eq!(
            line("name", "a\u{202E}b", 60).unwrap_err().code,
            "hidden-direction"
        );
        assert_eq!(
            line("name", &"x".repeat(61), 60).unwrap_err().code,
            "too-long"
        );
        assert_eq!(
            required_line("name", " \u{a0} ", 60).unwrap_err().code,
            "empty"
        );
        assert_eq!(free("body", "one\r\ntwo", 60).as_deref(), Ok("one\ntwo"));
    }

    proptest! {
        #[test]
        fn cleaning_twice_changes_nothing(raw in ".{0,80}") {
            if let Ok(once) = line("f", &raw, 200) {
                prop_assert_eq!(line("f", &once, 200), Ok(once.clone()));
            }
            if let Ok(once) = free("f", &raw, 200) {
                prop_assert_eq!(free("f", &once, 200), Ok(once.clone()));
            }
        }
    }
}
