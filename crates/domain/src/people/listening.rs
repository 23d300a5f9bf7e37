//! What a person says with "none of these", and what changes in their answers because of it: the
//! next offers are looked for with what matters more to them now.

use serde::{Deserialize, Serialize};

use super::intake::{Answers, Wish};
use crate::Refusal;
use crate::matching::terms;

/// How much an experience matters that was named with "none of these".
const MATTERS: u8 = 5;
/// How much a wish matters that was named with "none of these".
const RATHER: u8 = 4;

/// Why none of the people offered was right, in choices; everything may stay empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct WhyNot {
    /// Codes of the person's own experiences that matter more now.
    pub more: Vec<String>,
    /// Codes of traits: "I would rather have somebody …".
    pub rather: Vec<String>,
}

/// What was changed in the answers, for telling the person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heard {
    /// Experiences that are essential now and were less before.
    pub raised: Vec<String>,
    /// Experiences that count a step less than before.
    pub lowered: Vec<String>,
    /// Wishes that are new, or count more than before.
    pub wished: Vec<String>,
}

impl Heard {
    /// Whether nothing was changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.raised.is_empty() && self.lowered.is_empty() && self.wished.is_empty()
    }
}

impl WhyNot {
    /// Refuses what the person did not name among their experiences, and traits that no list has.
    ///
    /// # Errors
    /// `unknown-choice`, by field.
    pub fn check(&self, answers: &Answers) -> Result<(), Refusal> {
        let named = |code: &String| answers.experiences.iter().any(|one| one.code == *code);
        if !self.more.iter().all(named) {
            return Err(Refusal::of("more", "unknown-choice"));
        }
        if !self.rather.iter().all(|code| terms::is_trait(code)) {
            return Err(Refusal::of("rather", "unknown-choice"));
        }
        Ok(())
    }
}

impl Answers {
    /// The answers as they are after listening to `why`: the experiences named are essential, the
    /// others count a step less (never nothing); a trait named is wished for strongly, and a wish
    /// that was stronger or a must stays as it was.
    #[must_use]
    pub fn listening_to(&self, why: &WhyNot) -> (Answers, Heard) {
        let (mut next, mut heard) = (self.clone(), Heard::default());
        for one in &mut next.experiences {
            if why.more.contains(&one.code) {
                if one.weight < MATTERS {
                    heard.raised.push(one.code.clone());
                }
                one.weight = MATTERS;
            } else if !why.more.is_empty() && one.weight > 1 {
                heard.lowered.push(one.code.clone());
                one.weight -= 1;
            }
        }
        for code in &why.rather {
            let known = next.wishes.iter_mut().find(|one| one.trait_code == *code);
            match known {
                Some(wish) if wish.must || wish.weight >= RATHER => continue,
                Some(wish) => wish.weight = RATHER,
                None => next.wishes.push(Wish {
                    trait_code: code.clone(),
                    weight: RATHER,
                    must: false,
                }),
            }
            heard.wished.push(code.clone());
        }
        (next, heard)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::intake::Experience;
    use proptest::prelude::*;

    fn answers(experiences: &[(&str, u8)], wishes: &[(&str, u8, bool)]) -> Answers {
        let experience = |(code, weight): &(&str, u8)| Experience {
            code: (*code).into(),
            weight: *weight,
        };
        let wish = |(code, weight, must): &(&str, u8, bool)| Wish {
            trait_code: (*code).into(),
            weight: *weight,
            must: *must,
        };
        Answers {
            experiences: experiences.iter().map(experience).collect(),
            wishes: wishes.iter().map(wish).collect(),
            ..Answers::default()
        }
    }

    fn why(more: &[&str], rather: &[&str]) -> WhyNot {
        let words = |list: &[&str]| list.iter().map(|one| (*one).to_owned()).collect();
        WhyNot {
            more: words(more),
            rather: words(rather),
        }
    }

    #[test]
    fn what_was_named_is_essential_and_the_rest_steps_back() {
        let before = answers(
            &[("anxiety", 4), ("hearing_voices", 2), ("migration", 1)],
            &[],
        );
        let (after, heard) = before.listening_to(&why(&["hearing_voices"], &[]));
        let expected = [("anxiety", 3), ("hearing_voices", 5), ("migration", 1)];
        assert_eq!(after, answers(&expected, &[]));
        assert_eq!(heard.raised, ["hearing_voices"]);
        assert_eq!(heard.lowered, ["anxiety"]);
        assert!(heard.wished.is_empty() && !heard.is_empty());
    }

    #[test]
    fn a_wish_is_added_or_strengthened_and_never_weakened() {
        let before = answers(&[], &[("gender:woman", 2, false), ("parent:yes", 5, true)]);
        let said = why(&[], &["gender:woman", "parent:yes", "age:65+"]);
        let (after, heard) = before.listening_to(&said);
        let expected = [
            ("gender:woman", 4, false),
            ("parent:yes", 5, true),
            ("age:65+", 4, false),
        ];
        assert_eq!(after, answers(&[], &expected));
        assert_eq!(heard.wished, ["gender:woman", "age:65+"]);
    }

    #[test]
    fn saying_nothing_changes_nothing() {
        let before = answers(&[("anxiety", 3)], &[("parent:yes", 1, false)]);
        let (after, heard) = before.listening_to(&WhyNot::default());
        assert_eq!(after, before);
        assert!(heard.is_empty());
    }

    #[test]
    fn only_what_is_ones_own_and_on_the_list_is_understood() {
        let before = answers(&[("anxiety", 3)], &[]);
        assert!(why(&["anxiety"], &["age:65+"]).check(&before).is_ok());
        let refused = why(&["psychosis"], &[]).check(&before).unwrap_err();
        assert_eq!(
            (refused.field.as_deref(), refused.code),
            (Some("more"), "unknown-choice")
        );
        let refused = why(&[], &["age:12"]).check(&before).unwrap_err();
        assert_eq!(refused.field.as_deref(), Some("rather"));
    }

    proptest! {
        #[test]
        fn answers_stay_answers(
            weights in proptest::collection::vec(1u8..=5, 0..6),
            named in proptest::collection::vec(any::<bool>(), 6),
        ) {
            let codes = ["anxiety", "ptsd", "ocd", "prison", "adhd", "bullying"];
            let all: Vec<(&str, u8)> = codes.into_iter().zip(weights).collect();
            let more: Vec<&str> =
                codes[..all.len()].iter().zip(&named).filter(|(_, n)| **n).map(|(c, _)| *c).collect();
            let before = answers(&all, &[]);
            let (after, heard) = before.listening_to(&why(&more, &["gender:man"]));
            prop_assert!(after.check().is_ok());
            for (was, is) in before.experiences.iter().zip(&after.experiences) {
                prop_assert_eq!(&was.code, &is.code);
                let named = more.contains(&is.code.as_str());
                let right = if named { is.weight == 5 } else { is.weight <= was.weight };
                prop_assert!(right);
                let told = heard.raised.contains(&is.code) || heard.lowered.contains(&is.code);
                prop_assert_eq!(told, was.weight != is.weight);
            }
        }
    }
}
