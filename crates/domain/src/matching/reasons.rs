//! Why two people might suit each other, in the order in which a person would want to hear it.

use crate::people::intake::joined;

/// What the matching found that a pair has in common.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Common<'a> {
    /// Experience codes both have, as the person listed them, with the person's weights.
    pub experiences: &'a [(String, u8)],
    /// Wishes the worker meets.
    pub wishes: &'a [String],
    /// Languages both speak.
    pub languages: &'a [String],
    /// The longest stretches of the week both are free: minutes of the person's own week.
    pub free: &'a [[u32; 2]],
    /// The line of work both know.
    pub sector: Option<&'a str>,
    /// Room the worker says they have, 0..100.
    pub headroom: u32,
}

/// One reason; the words are made in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Has lived with this too (up to three, what matters most first).
    Experiences(Vec<String>),
    /// Is as the person wished.
    Wishes(Vec<String>),
    /// Speaks a language other than the programme's first.
    Language(String),
    /// Is free at the same time.
    Free([u32; 2]),
    /// Knows the same line of work.
    Sector(String),
    /// Has plenty of room for somebody new.
    Room,
}

/// The reasons in words' order: shared experience, wishes, language, time, work, room; at most five.
/// `home_language` is the one everybody in the programme speaks, which is no reason by itself.
#[must_use]
pub fn reasons(common: &Common<'_>, home_language: &str) -> Vec<Reason> {
    let mut out = Vec::new();
    let mut shared: Vec<&(String, u8)> = common.experiences.iter().collect();
    shared.sort_by_key(|(_, weight)| std::cmp::Reverse(*weight));
    if !shared.is_empty() {
        out.push(Reason::Experiences(
            shared
                .iter()
                .take(3)
                .map(|(code, _)| code.clone())
                .collect(),
        ));
    }
    if !common.wishes.is_empty() {
        out.push(Reason::Wishes(
            common.wishes.iter().take(3).cloned().collect(),
        ));
    }
    if let Some(language) = common
        .languages
        .iter()
        .find(|tag| tag.as_str() != home_language)
    {
        out.push(Reason::Language(language.clone()));
    }
    if let Some(span) = common
        .free
        .iter()
        .max_by_key(|[start, end]| (end - start, std::cmp::Reverse(*start)))
    {
        out.push(Reason::Free(*span));
    }
    if let Some(sector) = common.sector {
        out.push(Reason::Sector(sector.to_owned()));
    }
    if common.headroom >= 70 {
        out.push(Reason::Room);
    }
    out.truncate(5);
    out
}

/// The stretches of the week in both lists, in order. Spans are minutes, start before end.
#[must_use]
pub fn both_free(one: &[[u32; 2]], other: &[[u32; 2]]) -> Vec<[u32; 2]> {
    let (one, other) = (joined(one.to_vec()), joined(other.to_vec()));
    let mut both: Vec<[u32; 2]> = Vec::new();
    for [start, end] in &one {
        for [from, to] in &other {
            let span = [*start.max(from), *end.min(to)];
            if span[0] < span[1] {
                both.push(span);
            }
        }
    }
    both
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn free_together_is_what_lies_in_both_weeks() {
        let one = [[600, 720], [60, 120], [100, 180]];
        let other = [[0, 110], [150, 660], [700, 800]];
        assert_eq!(
            both_free(&one, &other),
            vec![[60, 110], [150, 180], [600, 660], [700, 720]]
        );
        assert!(both_free(&one, &[]).is_empty());
        assert!(both_free(&[[0, 60]], &[[60, 120]]).is_empty());
    }

    #[test]
    fn what_matters_most_comes_first() {
        let experiences = vec![("anxiety".to_owned(), 1), ("hearing_voices".to_owned(), 5)];
        let free = vec![[600, 660], [1440, 1680]];
        let languages = vec!["en".to_owned(), "es".to_owned()];
        let common = Common {
            experiences: &experiences,
            languages: &languages,
            free: &free,
            headroom: 80,
            ..Common::default()
        };
        assert_eq!(
            reasons(&common, "en"),
            vec![
                Reason::Experiences(vec!["hearing_voices".into(), "anxiety".into()]),
                Reason::Language("es".into()),
                Reason::Free([1440, 1680]),
                Reason::Room,
            ]
        );
    }

    #[test]
    fn nothing_in_common_gives_no_reason() {
        assert!(reasons(&Common::default(), "en").is_empty());
    }
}
