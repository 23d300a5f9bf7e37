//! Who is never to meet whom, beyond the ids: names that somebody typed, and employers. Both are
//! compared as people write them, not letter for letter: case, accents, spaces, punctuation and
//! the ways one letter can be written make no difference.

use std::collections::{BTreeSet, HashMap};

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::id::MemberId;

/// Whether a letter carries nothing: marks on another letter, and what is there for the eye only.
fn carries_nothing(c: char) -> bool {
    is_combining_mark(c)
        || matches!(c, '\u{640}' | '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{2069}' | '\u{FEFF}' | '\u{FE00}'..='\u{FE0F}')
        || matches!(c, '\'' | '’' | '‘' | 'ʼ' | 'ʻ' | '`' | '´' | '.')
}

/// A letter that no rule of Unicode takes apart, as people write it who do not have it.
fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'ø' => "o",
        'đ' | 'ð' => "d",
        'ł' => "l",
        'ħ' => "h",
        'ı' => "i",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ŋ' => "n",
        // Arabic: endings and letters that are written one way or the other.
        'ة' => "ه",
        'ى' | 'ی' => "ي",
        'ک' => "ك",
        'ٱ' => "ا",
        _ => return None,
    })
}

/// A name as it is compared, in small plain letters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    /// Its words, sorted.
    pub words: Vec<String>,
    /// All of it in its own order, without spaces.
    pub whole: String,
}

/// A name as it is compared.
#[must_use]
pub fn fold(name: &str) -> Folded {
    let mut folded = String::with_capacity(name.len());
    // A capital and back makes one of letters that only look different small, such as ß and ss.
    let letters = name.nfkd().flat_map(char::to_uppercase);
    for c in letters.flat_map(char::to_lowercase).nfkd() {
        if carries_nothing(c) {
            continue;
        }
        match plain(c) {
            Some(letters) => folded.push_str(letters),
            None if c.is_alphanumeric() => folded.push(c),
            None => folded.push(' '),
        }
    }
    let mut words: Vec<String> = folded.split_whitespace().map(str::to_owned).collect();
    let whole = words.concat();
    words.sort_unstable();
    Folded { words, whole }
}

/// Whether every one of these words, as often as it is there, is among those. Both are sorted.
fn within(these: &[String], those: &[String]) -> bool {
    let mut rest = those.iter();
    these.iter().all(|word| rest.any(|other| other == word))
}

/// Whether two names of an employer mean the same one: one's words are all in the other's. An
/// employer that was not named is nobody's.
#[must_use]
pub fn same_employer(one: &Folded, other: &Folded) -> bool {
    let (one, other) = (&one.words, &other.words);
    !one.is_empty() && !other.is_empty() && (within(one, other) || within(other, one))
}

/// Whether somebody who goes by `name` is meant by a name that was typed: all its words are in the
/// name, or the two are the same but for their spaces. A first name alone means everybody of that name.
#[must_use]
pub fn is_meant(typed: &Folded, name: &Folded) -> bool {
    !typed.words.is_empty() && (within(&typed.words, &name.words) || typed.whole == name.whole)
}

/// Somebody who waits or could be offered, with all that keeps them apart from others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// Who.
    pub id: MemberId,
    /// The names they go by in the programme.
    pub names: Vec<String>,
    /// Where they work.
    pub employer: String,
    /// They do not want to meet somebody of their own employer.
    pub not_own_employer: bool,
    /// People they never want to meet.
    pub never: Vec<MemberId>,
    /// The same by names they typed.
    pub never_names: Vec<String>,
}

/// For each participant the workers they are never to meet, whichever of the two wants it so.
/// Participants and workers without any are left out.
#[must_use]
pub fn apart(participants: &[Side], workers: &[Side]) -> HashMap<MemberId, BTreeSet<MemberId>> {
    let mut pairs: HashMap<MemberId, BTreeSet<MemberId>> = HashMap::new();
    let mut keep = |participant: MemberId, worker: MemberId| {
        pairs.entry(participant).or_default().insert(worker);
    };
    let (people, others) = (Index::of(participants), Index::of(workers));
    for participant in participants {
        let chosen = participant
            .never
            .iter()
            .filter(|id| others.ids.contains(id));
        chosen.for_each(|worker| keep(participant.id, *worker));
        let meant = others.meant(participant);
        meant.for_each(|worker| keep(participant.id, worker));
        let colleagues = others.colleagues(participant);
        colleagues.for_each(|worker| keep(participant.id, worker));
    }
    for worker in workers {
        let chosen = worker.never.iter().filter(|id| people.ids.contains(id));
        chosen.for_each(|participant| keep(*participant, worker.id));
        let meant = people.meant(worker);
        meant.for_each(|participant| keep(participant, worker.id));
        let colleagues = people.colleagues(worker);
        colleagues.for_each(|participant| keep(participant, worker.id));
    }
    pairs
}

/// Names and employers by their words, so that nobody has to be compared with everybody.
struct Index<'a> {
    all: &'a [Side],
    ids: BTreeSet<MemberId>,
    /// Folded names, each with whose it is.
    names: Vec<(usize, Folded)>,
    /// Word of a name, and a whole name without spaces, to places in `names`.
    by_name: HashMap<String, Vec<usize>>,
    employers: Vec<Folded>,
    /// Word of an employer to places in `all`.
    by_employer: HashMap<String, Vec<usize>>,
}

impl<'a> Index<'a> {
    fn of(all: &'a [Side]) -> Self {
        let mut index = Self {
            all,
            ids: all.iter().map(|side| side.id).collect(),
            names: Vec::with_capacity(all.len()),
            by_name: HashMap::new(),
            employers: Vec::with_capacity(all.len()),
            by_employer: HashMap::new(),
        };
        for (who, side) in all.iter().enumerate() {
            for name in &side.names {
                let (name, place) = (fold(name), index.names.len());
                for word in name.words.iter().cloned().chain([name.whole.clone()]) {
                    index.by_name.entry(word).or_default().push(place);
                }
                index.names.push((who, name));
            }
            let employer = fold(&side.employer);
            for word in &employer.words {
                let places = index.by_employer.entry(word.clone()).or_default();
                places.push(who);
            }
            index.employers.push(employer);
        }
        index
    }

    /// Those whom somebody means by the names they typed.
    fn meant(&self, by: &Side) -> impl Iterator<Item = MemberId> {
        let mut found = BTreeSet::new();
        for typed in by.never_names.iter().map(|name| fold(name)) {
            let keys = [typed.words.first().unwrap_or(&typed.whole), &typed.whole];
            for place in keys
                .iter()
                .filter_map(|key| self.by_name.get(*key))
                .flatten()
            {
                let (who, name) = &self.names[*place];
                if is_meant(&typed, name) {
                    found.insert(self.all[*who].id);
                }
            }
        }
        found.into_iter()
    }

    /// Those of somebody's own employer, if that somebody does not want to meet them.
    fn colleagues(&self, of: &Side) -> impl Iterator<Item = MemberId> {
        let mut found = BTreeSet::new();
        let employer = fold(&of.employer);
        if of.not_own_employer {
            let places = employer
                .words
                .iter()
                .filter_map(|word| self.by_employer.get(word));
            for who in places.flatten() {
                if same_employer(&employer, &self.employers[*who]) {
                    found.insert(self.all[*who].id);
                }
            }
        }
        found.into_iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words(name: &str) -> Vec<String> {
        fold(name).words
    }

    fn same(one: &str, other: &str) -> bool {
        same_employer(&fold(one), &fold(other))
    }

    #[test]
    fn names_are_folded_as_people_write_them() {
        for (one, other) in [
            ("José Núñez", "jose nunez"),
            ("JOSE\u{301}  NUN\u{303}EZ", "José Núñez"),
            ("Nguyễn Thị Hoa", "nguyen thi hoa"),
            ("O’Brien-Smith", "obrien smith"),
            ("Ｒｕｔｈ", "ruth"),
            ("Straße", "STRASSE"),
            ("Łukasz Øvergård", "lukasz overgard"),
            ("İpek Yılmaz", "ipek yilmaz"),
            ("ΝΊΚΟΣ", "νίκος"),
            ("أحمد عبدالله", "احمد عبداللّه"),
            ("فاطمة", "فاطمه"),
            ("محـمد", "محمد"),
            ("Pérez Ana", "Ana Pérez"),
        ] {
            assert_eq!(words(one), words(other), "{one} {other}");
        }
        assert_eq!(words("Zoë\u{200B}\t Lee "), ["lee", "zoe"]);
        assert!(words(" –’. ").is_empty());
        assert_ne!(words("Ana"), words("Anna"));
    }

    #[test]
    fn an_employer_is_the_same_under_a_longer_name() {
        assert!(same("Northside Mining", "NORTHSIDE MINING Pty. Ltd."));
        assert!(same("Harbour Council", "harbour  council"));
        assert!(!same("Northside Mining", "Southside Mining"));
        assert!(!same("", "") && !same("", "Harbour Council") && !same("…", "…"));
        assert!(!same("Day Day", "Day Centre"));
    }

    #[test]
    fn a_typed_name_means_who_goes_by_it() {
        let meant = |typed: &str, name: &str| is_meant(&fold(typed), &fold(name));
        assert!(meant("tom okafor", "Tom Okafor"));
        assert!(meant("Tom", "Tom Okafor"));
        assert!(meant("Okafor, Tom", "Tom J. Okafor"));
        assert!(meant("Maryanne Lee", "Mary Anne Lee"));
        assert!(meant("李 明", "李明"));
        assert!(!meant("Tom Okafor", "Tom"));
        assert!(!meant("To", "Tom"));
        assert!(!meant("", "Tom") && !meant("…", "…"));
    }

    fn side(id: u128, name: &str) -> Side {
        Side {
            id: MemberId(uuid::Uuid::from_u128(id)),
            names: vec![name.to_owned()],
            employer: String::new(),
            not_own_employer: false,
            never: Vec::new(),
            never_names: Vec::new(),
        }
    }

    #[test]
    fn either_side_keeps_the_two_apart() {
        let (ana, ruth, omar) = (side(1, "Ana"), side(2, "Ruth Lee"), side(3, "Omar"));
        let workers = [ruth.clone(), omar.clone()];
        assert!(apart(std::slice::from_ref(&ana), &workers).is_empty());
        let only_ruth = HashMap::from([(ana.id, BTreeSet::from([ruth.id]))]);
        let chosen = Side {
            never: vec![ruth.id],
            ..ana.clone()
        };
        let typed = Side {
            never_names: vec!["RUTH".into()],
            ..ana.clone()
        };
        for ana in [chosen, typed] {
            assert_eq!(apart(&[ana], &workers), only_ruth);
        }
        let chosen = Side {
            never: vec![ana.id],
            ..ruth.clone()
        };
        let typed = Side {
            never_names: vec!["  ána ".into()],
            ..ruth.clone()
        };
        for ruth in [chosen, typed] {
            assert_eq!(
                apart(std::slice::from_ref(&ana), &[ruth, omar.clone()]),
                only_ruth
            );
        }
        // Somebody who is not there, or on the same side, is nobody.
        let aside = Side {
            never: vec![MemberId(uuid::Uuid::from_u128(9)), ana.id],
            ..ana
        };
        assert!(apart(&[aside], &workers).is_empty());
    }

    #[test]
    fn colleagues_are_apart_if_either_wants_it_so() {
        let at = |id, name: &str, employer: &str, not_own_employer| Side {
            employer: employer.into(),
            not_own_employer,
            ..side(id, name)
        };
        let (ruth, omar) = (
            at(2, "Ruth", "Northside Mining Ltd", false),
            at(3, "Omar", "", true),
        );
        let workers = [ruth.clone(), omar];
        let apart = |ana: &Side, workers: &[Side]| apart(std::slice::from_ref(ana), workers);
        assert!(apart(&at(1, "Ana", "Northside Mining", false), &workers).is_empty());
        let ana = at(1, "Ana", "NORTHSIDE mining", true);
        let only_ruth = HashMap::from([(ana.id, BTreeSet::from([ruth.id]))]);
        assert_eq!(apart(&ana, &workers), only_ruth);
        let open = at(1, "Ana", "Northside Mining", false);
        let strict = at(2, "Ruth", "Northside Mining Ltd", true);
        assert_eq!(apart(&open, &[strict]), only_ruth);
    }

    proptest! {
        #[test]
        fn folding_is_done_once_and_for_all(name in "\\PC{0,40}") {
            let once = words(&name);
            prop_assert_eq!(words(&once.join(" ")), once.clone());
            prop_assert_eq!(words(&name.to_uppercase()), once);
        }

        #[test]
        fn employers_are_the_same_both_ways(one in "[a-c ]{0,6}", other in "[a-c ]{0,6}") {
            prop_assert_eq!(same(&one, &other), same(&other, &one));
        }
    }
}
