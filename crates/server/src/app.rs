//! What one running server holds: its database, bus, words, keys, clock and chance.

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};

use cairn_bus::Bus;
use cairn_db::{Db, Migration};
use cairn_domain::Micros;
use cairn_mail::Mailer;
use cairn_seal::InstallationKey;
use cairn_words::Words;
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use tokio::sync::watch;
use uuid::Uuid;

use crate::config::Config;
use crate::people::Passphrases;
use crate::safety::Lines;

/// One server; handed to every request.
pub type Shared = Arc<App>;

/// What one running server holds.
pub struct App {
    /// The database.
    pub db: Db,
    /// Wakes readers on this node and on others.
    pub bus: Bus,
    /// All texts in all languages.
    pub words: Words,
    /// The installation's key, which opens the programmes' keys.
    pub key: InstallationKey,
    /// How letters leave.
    pub mailer: Mailer,
    /// The settings.
    pub config: Config,
    /// What time it is.
    pub clock: Clock,
    /// Where ids and tokens come from.
    pub chance: Chance,
    /// The workers that hash passphrases.
    pub passphrases: Passphrases,
    /// Whether this is a demonstration with invented people.
    pub demo: bool,
    /// The crisis lines of each programme, for when the database does not answer.
    pub lines: Lines,
    /// Told when the server is to stop, so that answers without an end come to one.
    pub stop: Stop,
}

/// Tells everything that would go on for ever that the server is to stop; and before that, whoever
/// sends people here that it is going to.
#[derive(Clone)]
pub struct Stop(Arc<watch::Sender<Stopping>>);

/// How far a server is on its way out.
#[derive(Clone, Copy, PartialEq)]
enum Stopping {
    No,
    Leaving,
    Now,
}

impl Default for Stop {
    fn default() -> Self {
        Self(Arc::new(watch::Sender::new(Stopping::No)))
    }
}

impl Stop {
    /// Says that it is time.
    pub fn tell(&self) {
        self.0.send_replace(Stopping::Now);
    }

    /// Says that it will be time soon: from now on `/readyz` says "not ready", and nothing else changes.
    pub fn leave(&self) {
        self.0.send_if_modified(|stopping| {
            let serves = *stopping == Stopping::No;
            if serves {
                *stopping = Stopping::Leaving;
            }
            serves
        });
    }

    /// Whether the server is to stop, now or soon.
    #[must_use]
    pub fn is_leaving(&self) -> bool {
        *self.0.borrow() != Stopping::No
    }

    /// Waits until it is time; at once when it was said before.
    pub async fn told(&self) {
        // The sender lives as long as `self`, so the wait ends only when it was told.
        let _ = self
            .0
            .subscribe()
            .wait_for(|stopping| *stopping == Stopping::Now)
            .await;
    }
}

/// What time it is: the machine's clock, or a hand that a test moves.
#[derive(Clone)]
pub enum Clock {
    /// The machine's clock.
    Machine,
    /// A clock that stands still until it is moved; microseconds since 1970 UTC.
    Hand(Arc<AtomicI64>),
}

impl Clock {
    /// Microseconds since 1970 UTC.
    #[must_use]
    #[allow(
        clippy::disallowed_methods,
        reason = "the one place that reads the machine's clock"
    )]
    pub fn now(&self) -> Micros {
        match self {
            Clock::Machine => jiff::Timestamp::now().as_microsecond(),
            Clock::Hand(hand) => hand.load(Ordering::SeqCst),
        }
    }
}

/// Where ids and tokens come from: the operating system's generator, or a seed in tests and in
/// the demonstration.
#[derive(Clone)]
pub struct Chance(Arc<Mutex<StdRng>>);

impl Chance {
    /// From the operating system's generator.
    ///
    /// # Panics
    /// When the operating system gives no random bytes; nothing safe can be done without.
    #[must_use]
    pub fn from_system() -> Self {
        let mut seed = [0; 32];
        getrandom::fill(&mut seed).expect("the operating system gives random bytes");
        Self(Arc::new(Mutex::new(StdRng::from_seed(seed))))
    }

    /// The same numbers each time.
    #[must_use]
    pub fn from_seed(seed: u64) -> Self {
        Self(Arc::new(Mutex::new(StdRng::seed_from_u64(seed))))
    }

    /// From here on as [`Chance::from_system`]: what comes next cannot be told from the seed.
    ///
    /// # Panics
    /// As [`Chance::from_system`].
    pub fn forget_seed(&self) {
        let mut seed = [0; 32];
        getrandom::fill(&mut seed).expect("the operating system gives random bytes");
        *self
            .0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner) = StdRng::from_seed(seed);
    }

    /// Random bytes.
    #[must_use]
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        let mut rng = self
            .0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        rng.fill_bytes(&mut bytes);
        bytes
    }

    /// A new id of version 7: ordered by the moment, random within it.
    #[must_use]
    pub fn id(&self, now: Micros) -> Uuid {
        let millis = u64::try_from(now / 1000).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(millis, &self.bytes::<10>()).into_uuid()
    }
}

macro_rules! migrations {
    ($($number:literal $name:literal),+ $(,)?) => {
        &[$(Migration {
            number: $number,
            name: $name,
            sqlite: include_str!(concat!("../../../migrations/", $name, ".sql")),
            postgres: include_str!(concat!("../../../migrations/", $name, ".sql")),
        }),+]
    };
}

/// The schema, in order.
pub static MIGRATIONS: &[Migration] = migrations![
    1 "0001_people",
    2 "0002_matching",
    3 "0003_conversations",
    4 "0004_plans",
    5 "0005_operations",
    6 "0006_matching_holds",
    7 "0007_matching_meetings",
    8 "0008_matching_exclusions",
    9 "0009_matching_board",
];
