//! Chance from a seed, the same on every machine: whole numbers only, so that no rounding differs.

/// SplitMix64.
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn of(seed: u64) -> Chance {
        Chance(seed)
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// 0 up to, not including, `n`.
    pub(crate) fn below(&mut self, n: u64) -> u64 {
        self.next() % n.max(1)
    }

    /// `low` to `high`, both included.
    pub(crate) fn between(&mut self, low: u64, high: u64) -> u64 {
        low + self.below(high - low + 1)
    }

    /// True `part` times in `whole`.
    pub(crate) fn is(&mut self, part: u64, whole: u64) -> bool {
        self.below(whole) < part
    }

    /// An index into a list of this length.
    pub(crate) fn index(&mut self, length: usize) -> usize {
        usize::try_from(self.below(length as u64)).unwrap_or(0)
    }

    pub(crate) fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.index(from.len())]
    }

    /// Words earlier in the list more often: the n-th has a weight of 1 / (n + 2).
    pub(crate) fn early(&mut self, from: &[&'static str]) -> &'static str {
        let weight = |n: usize| 1_000_000 / (n as u64 + 2);
        let mut at = self.below((0..from.len()).map(weight).sum());
        for (n, word) in from.iter().enumerate() {
            if at < weight(n) {
                return word;
            }
            at -= weight(n);
        }
        from[0]
    }

    /// `count` different ones, in an order by chance.
    pub(crate) fn some<T: Copy>(&mut self, from: &[T], count: u64) -> Vec<T> {
        let mut left = from.to_vec();
        let count = usize::try_from(count).unwrap_or(usize::MAX).min(left.len());
        (0..count)
            .map(|_| left.remove(self.index(left.len())))
            .collect()
    }

    /// About a bell around 0: the spread (standard deviation) is `spread`.
    pub(crate) fn bell(&mut self, spread: i64) -> i64 {
        // Twelve even draws have a variance of 1; a million steps each.
        let sum: u64 = (0..12).map(|_| self.below(1_000_001)).sum();
        let centred = i64::try_from(sum).unwrap_or(0) - 6_000_000;
        spread * centred / 1_000_000
    }

    /// How many days pass when each day ends the wait once in `mean + 1`; at most `most`.
    pub(crate) fn wait(&mut self, mean: u64, most: u64) -> u64 {
        let mut days = 0;
        while days < most && !self.is(1, mean + 1) {
            days += 1;
        }
        days
    }
}
