//! The lists a person chooses from. The words for each code are in the locale files
//! (`experience-…`, `trait-…`, `sector-…`, `training-…`); a programme works with these codes so
//! that people and workers mean the same thing by them.

/// What people have been through, in groups that the form shows under a heading each.
pub const EXPERIENCES: &[(&str, &[&str])] = &[
    (
        "mood",
        &[
            "anxiety",
            "depression",
            "bipolar",
            "postnatal_depression",
            "ocd",
            "agoraphobia",
        ],
    ),
    (
        "mind",
        &[
            "psychosis",
            "hearing_voices",
            "dissociation",
            "schizophrenia_label",
            "borderline_label",
        ],
    ),
    (
        "hurt",
        &[
            "trauma",
            "ptsd",
            "domestic_violence",
            "childhood_abuse",
            "bullying",
            "racism",
        ],
    ),
    ("dark", &["self_harm", "suicide_attempt", "eating_disorder"]),
    (
        "loss",
        &["bereavement", "bereavement_by_suicide", "perinatal_loss"],
    ),
    (
        "habits",
        &["addiction_alcohol", "addiction_drugs", "gambling"],
    ),
    (
        "services",
        &[
            "hospital_stay",
            "compulsory_treatment",
            "seclusion",
            "prison",
        ],
    ),
    (
        "life",
        &[
            "homelessness",
            "unemployment",
            "burnout_at_work",
            "migration",
            "refugee",
            "military_service",
        ],
    ),
    (
        "self",
        &[
            "adhd",
            "autism",
            "chronic_pain",
            "brain_injury",
            "coming_out",
            "gender_transition",
        ],
    ),
    (
        "caring",
        &[
            "caring_for_parent",
            "caring_for_child",
            "caring_for_partner",
            "young_carer",
        ],
    ),
];

/// Traits a person may wish for in a supporter, by group.
pub const TRAITS: &[(&str, &[&str])] = &[
    ("gender", &["woman", "man", "nonbinary"]),
    ("age", &["18-24", "25-34", "35-44", "45-54", "55-64", "65+"]),
    (
        "culture",
        &[
            "first_nations",
            "maori",
            "arab",
            "chinese",
            "latin",
            "african",
            "european",
        ],
    ),
    ("lgbtq", &["yes"]),
    ("parent", &["yes"]),
];

/// Lines of work.
pub const SECTORS: &[&str] = &[
    "health",
    "education",
    "construction",
    "police",
    "fire",
    "retail",
    "hospitality",
    "farming",
    "mining",
    "office",
    "transport",
    "defence",
];

/// Trainings a programme can require for a match.
pub const TRAININGS: &[&str] = &[
    "suicide_prevention",
    "eating_disorders",
    "trauma",
    "family",
    "aod",
];

/// Languages the form offers first; any other can be chosen by a longer list.
pub const LANGUAGES: &[&str] = &[
    "en", "es", "ar", "zh", "vi", "pt", "fr", "pl", "ur", "so", "mi", "it", "el", "hi", "uk", "tr",
    "auslan",
];

/// Most experiences one person can name; more would make none of them count.
pub const MOST_EXPERIENCES: usize = 12;

/// Whether the programme's list has this experience.
#[must_use]
pub fn is_experience(code: &str) -> bool {
    EXPERIENCES.iter().any(|(_, codes)| codes.contains(&code))
}

/// Whether the list has this trait, written `group:value`.
#[must_use]
pub fn is_trait(code: &str) -> bool {
    code.split_once(':').is_some_and(|(group, value)| {
        TRAITS
            .iter()
            .any(|(g, values)| *g == group && values.contains(&value))
    })
}

/// The message id of the words for an experience: `hearing_voices` is `experience-hearing-voices`.
#[must_use]
pub fn experience_key(code: &str) -> String {
    format!("experience-{}", code.replace('_', "-"))
}

/// The message id of the words for any other code: `word_key("sector", "health")`,
/// `word_key("training", "aod")`, `word_key("mode", "in_person")`, `word_key("kind", "peer_worker")`,
/// `word_key("experience-group", "mood")`, `word_key("trait-group", "gender")`.
#[must_use]
pub fn word_key(list: &str, code: &str) -> String {
    format!("{list}-{}", code.replace('_', "-"))
}

/// The message id of the words for a trait: `age:65+` is `trait-age-65-plus`.
#[must_use]
pub fn trait_key(code: &str) -> String {
    format!(
        "trait-{}",
        code.replace([':', '_'], "-").replace('+', "-plus")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_listed_once_and_found() {
        let mut codes: Vec<&str> = EXPERIENCES
            .iter()
            .flat_map(|(_, codes)| codes.iter().copied())
            .collect();
        let count = codes.len();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), count);
        assert!(codes.iter().all(|code| is_experience(code)));
        assert!(is_trait("age:65+") && !is_trait("age:12") && !is_trait("age"));
        assert_eq!(trait_key("age:65+"), "trait-age-65-plus");
        assert_eq!(
            trait_key("culture:first_nations"),
            "trait-culture-first-nations"
        );
    }
}
