//! Choosing a language for a reader whose browser says what it likes.

use crate::Language;

/// Longer headers than any browser sends are not read to the end.
const LONGEST: usize = 4096;

/// The best of the available languages for an `Accept-Language` header.
///
/// Weights (`;q=0.8`) count, a region is ignored, `*` stands for the first available language not named, `q=0` means
/// "not this one". What cannot be read is passed over. Where nothing fits: English if available, else the first
/// available language, and English for an empty list.
pub fn negotiate(accept_language: &str, available: &[Language]) -> Language {
    let wishes: Vec<(&str, f64)> = accept_language
        .char_indices()
        .nth(LONGEST)
        .map_or(accept_language, |(end, _)| &accept_language[..end])
        .split(',')
        .filter_map(wish)
        .collect();
    let named = |language: &Language| {
        wishes
            .iter()
            .any(|(tag, _)| Language::from_tag(tag) == Some(*language))
    };
    let mut best: Option<(Language, f64)> = None;
    for (tag, weight) in wishes.iter().filter(|(_, weight)| *weight > 0.0) {
        let language = if *tag == "*" {
            available.iter().find(|language| !named(language)).copied()
        } else {
            Language::from_tag(tag).filter(|language| available.contains(language))
        };
        // Of equal weights the earlier wish wins.
        if let Some(language) = language
            && best.is_none_or(|(_, other)| *weight > other)
        {
            best = Some((language, *weight));
        }
    }
    match best {
        Some((language, _)) => language,
        None if available.contains(&Language::En) => Language::En,
        None => available.first().copied().unwrap_or_default(),
    }
}

/// One entry of the header: the code and its weight. None where it cannot be read.
fn wish(entry: &str) -> Option<(&str, f64)> {
    let mut parts = entry.split(';').map(str::trim);
    let tag = parts.next().filter(|tag| !tag.is_empty())?;
    let mut weight = 1.0;
    for part in parts {
        if let Some(value) = part.strip_prefix("q=").or_else(|| part.strip_prefix("Q=")) {
            weight = value
                .trim()
                .parse::<f64>()
                .ok()
                .filter(|value| (0.0..=1.0).contains(value))?;
        }
    }
    Some((tag, weight))
}
