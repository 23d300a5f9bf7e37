//! Safety: where to turn, for the place where the programme is.

use serde::{Deserialize, Serialize};

/// A line that answers people in crisis. A setting of the programme; never a promise of ours.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CrisisLine {
    /// Its name, as it calls itself.
    pub name: String,
    /// Number to call, as people write it; empty when it cannot be called.
    #[serde(default)]
    pub call: String,
    /// Number to text; empty when it cannot be texted.
    #[serde(default)]
    pub text: String,
    /// When it answers, in the programme's words, for example "day and night".
    #[serde(default)]
    pub hours: String,
    /// BCP 47 tags of the languages it answers in.
    #[serde(default)]
    pub languages: Vec<String>,
    /// The line for danger to life (112, 911, 000 …): shown last and set apart.
    #[serde(default)]
    pub emergency: bool,
}

impl CrisisLine {
    /// The number as a telephone can dial it: digits and a leading plus.
    #[must_use]
    pub fn dial(number: &str) -> String {
        number
            .chars()
            .enumerate()
            .filter(|(i, c)| c.is_ascii_digit() || (*i == 0 && *c == '+'))
            .map(|(_, c)| c)
            .collect()
    }
}

/// The lines for a reader: those that speak their language first, the emergency number last.
#[must_use]
pub fn in_order<'a>(lines: &'a [CrisisLine], language: &str) -> Vec<&'a CrisisLine> {
    let mut lines: Vec<&CrisisLine> = lines.iter().collect();
    lines.sort_by_key(|line| {
        (
            line.emergency,
            !line.languages.iter().any(|tag| tag == language),
        )
    });
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_can_be_dialled() {
        assert_eq!(CrisisLine::dial("+44 (0)116 123"), "+440116123");
        assert_eq!(CrisisLine::dial("13 11 14"), "131114");
    }

    #[test]
    fn the_readers_language_comes_first_and_the_emergency_number_last() {
        let line = |name: &str, tag: &str, emergency| CrisisLine {
            name: name.into(),
            call: "1".into(),
            text: String::new(),
            hours: String::new(),
            languages: vec![tag.into()],
            emergency,
        };
        let lines = [
            line("emergency", "es", true),
            line("a", "en", false),
            line("b", "es", false),
        ];
        let names: Vec<&str> = in_order(&lines, "es")
            .iter()
            .map(|l| l.name.as_str())
            .collect();
        assert_eq!(names, ["b", "a", "emergency"]);
    }
}
