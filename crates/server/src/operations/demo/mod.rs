//! The demonstration: a programme of invented people, with a waiting list, offers out, and
//! relationships of different ages. The same seed on the same day makes the same programme; on
//! another day everything is moved by whole days.

mod cast;
mod fill;
mod pairs;
mod papers;
mod texts;

pub use fill::fill;

use serde::{Deserialize, Serialize};

/// The passphrase with which everybody of the demonstration can sign in.
pub const PASSPHRASE: &str = "everybody here is invented";
/// The word in the address of the demonstration's programme.
pub const SLUG: &str = "demo";

/// How large the demonstration is to be.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    /// People who have asked for support, those in pairs among them.
    pub participants: usize,
    /// Peer workers.
    pub workers: usize,
    /// Pairs that support and are supported now.
    pub pairs: usize,
    /// What the names, texts and tokens come from.
    pub seed: u64,
}

impl Default for Wanted {
    fn default() -> Self {
        Self {
            participants: 36,
            workers: 12,
            pairs: 8,
            seed: 1,
        }
    }
}

/// What somebody has to know to use a demonstration. Addresses are paths on the server.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Demo {
    /// The programme's word.
    pub programme: String,
    /// The people one can sign in as.
    pub accounts: Vec<Account>,
    /// The pairs, with their conversations.
    pub pairs: Vec<Pair>,
}

/// Somebody one can sign in as.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// What to type at sign-in, with the common passphrase.
    pub login: String,
    /// What they are in the programme.
    pub role: String,
    /// A bearer token for the API.
    pub token: String,
    /// A link that signs in at once.
    pub sign_in: String,
}

/// Two people who write to each other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pair {
    /// Id of their conversation.
    pub conversation: String,
    /// The participant's login.
    pub participant: String,
    /// The worker's login.
    pub worker: String,
}

impl Demo {
    /// The same with full addresses, for a server at `url`, as one line of JSON.
    #[must_use]
    pub fn line(&self, url: &str) -> String {
        let accounts: Vec<Account> = self
            .accounts
            .iter()
            .map(|account| Account {
                sign_in: format!("{url}{}", account.sign_in),
                ..account.clone()
            })
            .collect();
        serde_json::json!({
            "url": url,
            "programme": self.programme,
            "accounts": accounts,
            "pairs": self.pairs,
        })
        .to_string()
    }
}
