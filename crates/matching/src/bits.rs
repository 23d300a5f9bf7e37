//! Sets of workers as bits, and the lists of workers who have a certain code.

/// A set of workers: worker `w` is bit `w % 64` of word `w / 64`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Bits(Vec<u64>);

impl Bits {
    pub(crate) fn none(len: usize) -> Bits {
        Bits(vec![0; len.div_ceil(64)])
    }

    pub(crate) fn set(&mut self, at: usize) {
        self.0[at / 64] |= 1 << (at % 64);
    }

    pub(crate) fn clear(&mut self, at: usize) {
        self.0[at / 64] &= !(1 << (at % 64));
    }

    pub(crate) fn has(&self, at: usize) -> bool {
        self.0[at / 64] >> (at % 64) & 1 == 1
    }

    pub(crate) fn keep(&mut self, other: &Bits) {
        for (a, b) in self.0.iter_mut().zip(&other.0) {
            *a &= b;
        }
    }

    pub(crate) fn empty(&mut self) {
        self.0.fill(0);
    }

    pub(crate) fn join(&mut self, other: &Bits) {
        for (a, b) in self.0.iter_mut().zip(&other.0) {
            *a |= b;
        }
    }

    pub(crate) fn words(&self) -> &[u64] {
        &self.0
    }

    /// The members in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        let words = self.0.iter().enumerate();
        words.flat_map(|(at, word)| Ones(*word).map(move |bit| at * 64 + bit))
    }
}

/// The places of the ones in a word, from the lowest.
pub(crate) struct Ones(pub(crate) u64);

impl Iterator for Ones {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        if self.0 == 0 {
            return None;
        }
        let bit = self.0.trailing_zeros() as usize;
        self.0 &= self.0 - 1;
        Some(bit)
    }
}

/// The workers who have a code: as bits when they are many, as a list when they are few, so that
/// thousands of codes that hardly anybody has cost hardly anything.
#[derive(Clone, Debug)]
pub(crate) enum Posting {
    Few(Vec<u32>),
    Many(Bits),
}

impl Posting {
    /// From the workers in order, each once.
    pub(crate) fn new(list: Vec<u32>, workers: usize) -> Posting {
        if list.len() <= workers / 64 {
            return Posting::Few(list);
        }
        let mut bits = Bits::none(workers);
        for worker in list {
            bits.set(worker as usize);
        }
        Posting::Many(bits)
    }

    /// Puts into `part` those of `set` who have the code (or, without `having`, who have not).
    /// `false` when that is nobody.
    pub(crate) fn split(&self, set: &Bits, part: &mut Bits, having: bool) -> bool {
        match self {
            Posting::Many(bits) => {
                let flip = if having { 0 } else { u64::MAX };
                let mut any = 0;
                for ((to, from), have) in part.0.iter_mut().zip(&set.0).zip(&bits.0) {
                    *to = from & (have ^ flip);
                    any |= *to;
                }
                any != 0
            }
            Posting::Few(list) if having => {
                part.empty();
                let theirs = list.iter().filter(|worker| set.has(**worker as usize));
                theirs.map(|worker| part.set(*worker as usize)).count() > 0
            }
            Posting::Few(list) => {
                part.0.copy_from_slice(&set.0);
                list.iter().for_each(|worker| part.clear(*worker as usize));
                part.0.iter().any(|word| *word != 0)
            }
        }
    }

    pub(crate) fn join_into(&self, set: &mut Bits) {
        match self {
            Posting::Few(list) => list.iter().for_each(|worker| set.set(*worker as usize)),
            Posting::Many(bits) => set.join(bits),
        }
    }

    /// Leaves in `set` only those who have the code; `spare` is room to work in.
    pub(crate) fn keep_in(&self, set: &mut Bits, spare: &mut Bits) {
        match self {
            Posting::Many(bits) => set.keep(bits),
            Posting::Few(_) => {
                spare.empty();
                self.join_into(spare);
                set.keep(spare);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_and_many_are_the_same_set() {
        for list in [vec![], vec![3], vec![0, 63, 64, 199], (0..200).collect()] {
            let posting = Posting::new(list.clone(), 200);
            let (mut set, mut spare) = (Bits::none(200), Bits::none(200));
            posting.join_into(&mut set);
            assert_eq!(set.iter().map(|w| w as u32).collect::<Vec<_>>(), list);
            let mut all = Bits::none(200);
            (0..200).for_each(|at| all.set(at));
            posting.keep_in(&mut all, &mut spare);
            assert_eq!(all, set);
            let mut part = Bits::none(200);
            (0..200).filter(|at| at % 3 == 0).for_each(|at| all.set(at));
            for having in [true, false] {
                let some = posting.split(&all, &mut part, having);
                let wanted: Vec<usize> = all.iter().filter(|at| set.has(*at) == having).collect();
                assert_eq!(part.iter().collect::<Vec<_>>(), wanted);
                assert_eq!(some, !wanted.is_empty());
            }
        }
    }
}
