//! What a person says of themselves beside what they ask for: whom they care for, and, so that the
//! programme can see whether it is fair, who they are.

use serde::{Deserialize, Serialize};

use crate::Refusal;
use crate::access::words;
use crate::matching::terms;

words! {
    /// Whom a person who asks for a carer peer cares for.
    CaringFor {
        /// A mother, a father, somebody like them.
        Parent = "parent",
        /// A husband, a wife, a partner.
        Partner = "partner",
        /// A daughter or a son, of any age.
        Child = "child",
    }
}

impl CaringFor {
    /// The experience that a carer peer who knows it from inside has.
    #[must_use]
    pub fn experience(self) -> &'static str {
        match self {
            Self::Parent => "caring_for_parent",
            Self::Partner => "caring_for_partner",
            Self::Child => "caring_for_child",
        }
    }
}

/// The groups of traits that a person may say of themselves, to be counted.
pub const ABOUT: &[&str] = &["gender", "age", "culture"];

/// Refuses what a person cannot say of themselves: at most one gender and one age, and any
/// cultures of the list.
///
/// # Errors
/// `unknown-choice`.
pub fn check(said: &[String]) -> Result<(), Refusal> {
    let group = |code: &str| code.split_once(':').map(|(group, _)| group.to_owned());
    let of = |wanted: &str| {
        let fits = |code: &&String| group(code).as_deref() == Some(wanted);
        said.iter().filter(fits).count()
    };
    let known = said.iter().all(|code| {
        terms::is_trait(code) && group(code).is_some_and(|group| ABOUT.contains(&group.as_str()))
    });
    let repeated = (1..said.len()).any(|i| said[..i].contains(&said[i]));
    if known && !repeated && of("gender") <= 1 && of("age") <= 1 {
        Ok(())
    } else {
        Err(Refusal::of("about", "unknown-choice"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::{Answers, Experience, Kind};

    #[test]
    fn a_carer_is_looked_for_somebody_who_has_cared_for_the_same() {
        let mut answers = Answers {
            caring_for: Some(CaringFor::Parent),
            experiences: vec![Experience {
                code: "caring_for_parent".into(),
                weight: 2,
            }],
            ..Answers::default()
        };
        let weights = |answers: &Answers| -> Vec<u8> {
            let said = answers.for_matching("en", 0);
            said.experiences.iter().map(|e| e.weight).collect()
        };
        // Only for a carer peer is it the same question.
        assert_eq!(weights(&answers), [2]);
        answers.kind = Some(Kind::CarerPeer);
        assert_eq!(weights(&answers), [5]);
        answers.caring_for = Some(CaringFor::Child);
        assert_eq!(weights(&answers), [2, 5]);
        for caring in CaringFor::ALL {
            assert!(terms::is_experience(caring.experience()));
        }
    }

    #[test]
    fn what_is_said_of_oneself_is_counted_only_as_it_was_asked() {
        let said = |codes: &[&str]| {
            let about = codes.iter().map(ToString::to_string).collect();
            let answers = Answers {
                about,
                ..Answers::default()
            };
            answers.check().is_ok()
        };
        assert!(said(&[]));
        assert!(said(&[
            "gender:woman",
            "age:35-44",
            "culture:arab",
            "culture:african"
        ]));
        for wrong in [
            &["gender:woman", "gender:man"][..],
            &["age:18-24", "age:35-44"],
            &["culture:arab", "culture:arab"],
            &["parent:yes"],
            &["gender:purple"],
            &["woman"],
        ] {
            assert!(!said(wrong), "{wrong:?}");
        }
    }

    #[test]
    fn answers_of_before_are_read_and_the_new_ones_kept() {
        let old: Answers = serde_json::from_str(r#"{"sector":"mining"}"#).expect("reads");
        assert!(old.employer.is_empty() && !old.not_own_employer && old.about.is_empty());
        let new = Answers {
            employer: "Northside Mining".into(),
            not_own_employer: true,
            caring_for: Some(CaringFor::Partner),
            about: vec!["gender:woman".into()],
            ..old
        };
        let text = serde_json::to_string(&new).expect("writes");
        assert_eq!(serde_json::from_str::<Answers>(&text).expect("reads"), new);
        let wrong = Answers {
            employer: "a\0b".into(),
            ..new
        };
        assert!(
            wrong
                .check()
                .expect_err("not kept")
                .of("employer")
                .is_some()
        );
    }
}
