//! The people of a market as sets, to find those whom one worker might suit: the index the other
//! way round.

use crate::asker::Asker;
use crate::bits::Bits;
use crate::index::Index;

/// Who asks for which role, speaks which language, meets in which ways.
pub(crate) struct Crowd {
    roles: [Bits; 3],
    modes: [Bits; 4],
    /// By the number of the language; empty for one that nobody here speaks.
    languages: Vec<Bits>,
    set: Bits,
    spare: Bits,
}

impl Crowd {
    pub(crate) fn of(index: &Index, askers: &[&Asker]) -> Crowd {
        let none = || Bits::none(askers.len());
        let mut crowd = Crowd {
            roles: std::array::from_fn(|_| none()),
            modes: std::array::from_fn(|_| none()),
            languages: vec![Bits::default(); index.codes.languages.len()],
            set: none(),
            spare: none(),
        };
        for (person, asker) in askers.iter().enumerate() {
            crowd.roles[asker.role].set(person);
            for (bits, suits) in crowd.modes.iter_mut().zip(asker.modes) {
                if suits {
                    bits.set(person);
                }
            }
            for language in &asker.languages {
                let bits = &mut crowd.languages[*language as usize];
                if bits.words().is_empty() {
                    *bits = none();
                }
                bits.set(person);
            }
        }
        crowd
    }

    /// Calls `see` for everybody who shares a role, a language and a way of meeting with this
    /// worker; the other conditions are not looked at.
    pub(crate) fn near(&mut self, index: &Index, worker: usize, mut see: impl FnMut(usize)) {
        let (roles, languages) = index.kind(worker);
        let (set, spare) = (&mut self.set, &mut self.spare);
        set.empty();
        for language in languages {
            set.join(&self.languages[language as usize]);
        }
        spare.empty();
        for (bits, has) in self.roles.iter().zip(roles) {
            if has {
                spare.join(bits);
            }
        }
        set.keep(spare);
        spare.empty();
        for (bits, has) in self.modes.iter().zip(index.meets(worker)) {
            if has {
                spare.join(bits);
            }
        }
        set.keep(spare);
        set.iter().for_each(&mut see);
    }
}
