//! How many times a passphrase may be tried, so that guessing is hopeless and the owner is never
//! locked out by somebody else's guesses.
//!
//! Failed tries are counted in three kinds of bucket: the account tried from browsers never seen
//! before, the account tried from one browser that has signed in to it before, and the network
//! address. A stranger who fills the first leaves the second empty; and the link by e-mail always
//! remains. NIST SP 800-63B-4 asks for at most 100 failed tries in a row.

use crate::{MINUTE, Micros};

/// What failed tries are counted for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bucket {
    /// An account, from browsers it has not signed in from.
    AccountFromStrangers,
    /// An account, from one browser it has signed in from.
    AccountFromKnownBrowser,
    /// A network address, whichever account is tried.
    Address,
    /// A network address from which new accounts are made: a clinic's, or a whole telephone company's.
    Newcomers,
}

/// Failed tries in a row and when the last was.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tries {
    /// Failures since the last success.
    pub failed: u32,
    /// When the last one was.
    pub last: Micros,
}

impl Bucket {
    /// Failures that cost nothing: people mistype.
    #[must_use]
    pub fn free_tries(self) -> u32 {
        match self {
            Bucket::AccountFromStrangers | Bucket::AccountFromKnownBrowser => 5,
            Bucket::Address => 20,
            Bucket::Newcomers => 60,
        }
    }

    /// Failures in a row after which this way is closed until the owner signs in another way.
    /// An address is never closed for good: many people can share one.
    #[must_use]
    pub fn last_try(self) -> Option<u32> {
        match self {
            Bucket::AccountFromStrangers | Bucket::AccountFromKnownBrowser => Some(100),
            Bucket::Address | Bucket::Newcomers => None,
        }
    }

    /// Failures that still count. Many people share an address and nobody signs in "as" it, so
    /// nothing else would ever take them off: one is forgiven every three minutes, or every
    /// minute for newcomers.
    #[must_use]
    pub fn still(self, tries: Tries, now: Micros) -> u32 {
        let every = match self {
            Bucket::AccountFromStrangers | Bucket::AccountFromKnownBrowser => return tries.failed,
            Bucket::Address => 3 * MINUTE,
            Bucket::Newcomers => MINUTE,
        };
        let forgiven = now.saturating_sub(tries.last).max(0) / every;
        tries
            .failed
            .saturating_sub(u32::try_from(forgiven).unwrap_or(u32::MAX))
    }

    /// When the next try may be made: at once for the first few, then after one minute, two, four
    /// and so on up to an hour. `None` when this way is closed.
    #[must_use]
    pub fn next_try(self, tries: Tries) -> Option<Micros> {
        if self.last_try().is_some_and(|last| tries.failed >= last) {
            return None;
        }
        let over = tries.failed.saturating_sub(self.free_tries());
        if tries.failed < self.free_tries() {
            return Some(tries.last);
        }
        let wait = MINUTE << over.min(6);
        Some(tries.last + wait.min(60 * MINUTE))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn mistyping_costs_nothing_and_guessing_costs_hours() {
        let at = |failed| Bucket::AccountFromStrangers.next_try(Tries { failed, last: 0 });
        assert_eq!(at(4), Some(0));
        assert_eq!(at(5), Some(MINUTE));
        assert_eq!(at(7), Some(4 * MINUTE));
        assert_eq!(at(50), Some(60 * MINUTE));
        assert_eq!(at(100), None);
    }

    #[test]
    fn an_address_is_forgiven_an_account_is_not() {
        let tries = Tries {
            failed: 30,
            last: 0,
        };
        assert_eq!(Bucket::Address.still(tries, 31 * MINUTE), 20);
        assert_eq!(Bucket::Address.still(tries, -MINUTE), 30);
        assert_eq!(Bucket::Newcomers.still(tries, Micros::MAX), 0);
        assert_eq!(Bucket::AccountFromStrangers.still(tries, Micros::MAX), 30);
    }

    proptest! {
        #[test]
        fn waits_only_grow(failed in 0u32..99) {
            for bucket in [Bucket::AccountFromStrangers, Bucket::AccountFromKnownBrowser, Bucket::Address] {
                let now = bucket.next_try(Tries { failed, last: 7 });
                let later = bucket.next_try(Tries { failed: failed + 1, last: 7 });
                prop_assert!(later.is_none() || now <= later);
            }
        }
    }
}
