//! Counting tries to sign in, so that guessing is hopeless and nobody locks out the owner. What is
//! counted is kept under a keyed hash: the table tells neither names nor addresses.

use std::net::IpAddr;

use cairn_db::params;
use cairn_domain::id::AccountId;
use cairn_domain::people::passphrase::folded;
use cairn_domain::people::sign_in::{Bucket, Tries};

use crate::cx::{Cx, Work};
use crate::error::{Error, Result};
use crate::people::sessions::token_hash;
use crate::people::store::signing;

/// Whose passphrase is tried.
#[derive(Clone)]
pub enum Whose {
    /// An account, from a browser that has signed in to it before or not.
    Account {
        /// The account.
        id: AccountId,
        /// The browser's token, when the browser is known to the account.
        known: Option<String>,
    },
    /// A name that no account has.
    Nobody(String),
}

/// What one try is counted for. The account's bucket comes first.
#[derive(Clone)]
pub struct Counted(Vec<(Bucket, Vec<u8>)>);

fn key(cx: &Cx, name: &str) -> Vec<u8> {
    cx.app.key.blind_index("attempt", name).to_vec()
}

/// The network of an address: one line of IPv6 has millions of addresses.
fn network(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(v4) => v4.to_string(),
        IpAddr::V6(v6) => {
            let s = v6.segments();
            format!("{:x}:{:x}:{:x}:{:x}::/64", s[0], s[1], s[2], s[3])
        }
    }
}

impl Counted {
    /// A try of a passphrase. One from a browser that is known to the account is not held against
    /// the address: somebody else on the same line must not lock the owner out.
    #[must_use]
    pub fn passphrase(cx: &Cx, whose: &Whose) -> Self {
        let address = || {
            (
                Bucket::Address,
                key(cx, &format!("address:{}", network(cx.address))),
            )
        };
        Self(match whose {
            Whose::Account {
                id,
                known: Some(token),
            } => {
                let browser: String = token_hash(token)
                    .iter()
                    .map(|b| format!("{b:02x}"))
                    .collect();
                let name = key(cx, &format!("known:{id}:{browser}"));
                vec![(Bucket::AccountFromKnownBrowser, name)]
            }
            Whose::Account { id, known: None } => {
                let name = key(cx, &format!("account:{id}"));
                vec![(Bucket::AccountFromStrangers, name), address()]
            }
            Whose::Nobody(name) => {
                let name = key(cx, &format!("nobody:{}", folded(name)));
                vec![(Bucket::AccountFromStrangers, name), address()]
            }
        })
    }

    /// A letter asked for, held against the address only.
    #[must_use]
    pub fn letter(cx: &Cx) -> Self {
        Self::of_address(cx, "letters")
    }

    /// Something that costs the server and that anybody may ask for, held against the address only.
    #[must_use]
    pub fn of_address(cx: &Cx, what: &str) -> Self {
        let name = key(cx, &format!("{what}:{}", network(cx.address)));
        Self(vec![(Bucket::Address, name)])
    }

    /// Somebody new: an account is made.
    #[must_use]
    pub fn newcomer(cx: &Cx) -> Self {
        let name = key(cx, &format!("newcomer:{}", network(cx.address)));
        Self(vec![(Bucket::Newcomers, name)])
    }

    /// Counts the try before it is made, so that a hundred made at once count as a hundred.
    ///
    /// # Errors
    /// [`Error::Wait`] when it is too early; nothing is counted then.
    pub async fn count(&self, w: &mut Work<'_>) -> Result<()> {
        for (bucket, name) in &self.0 {
            let row = w.tx.one(&signing::TRIES, &params![name.clone()]).await?;
            let mut tries = Tries {
                failed: u32::try_from(row.int(0)?).unwrap_or(u32::MAX),
                last: row.int(1)?,
            };
            tries.failed = bucket.still(tries, w.now());
            match bucket.next_try(tries) {
                None => return Err(Error::Wait { until: None }),
                Some(at) if at > w.now() => return Err(Error::Wait { until: Some(at) }),
                Some(_) => {}
            }
            let failed = i64::from(tries.failed) + 1;
            let values = params![name.clone(), w.now(), failed];
            w.tx.execute(&signing::COUNT_TRY, &values).await?;
        }
        Ok(())
    }

    /// Takes the try back: it could not be made, or it went well.
    ///
    /// # Errors
    /// The database's.
    pub async fn take_back(&self, w: &mut Work<'_>) -> Result<()> {
        for (_, name) in &self.0 {
            w.tx.execute(&signing::UNCOUNT_TRY, &params![name.clone()])
                .await?;
        }
        Ok(())
    }
}

/// The owner has signed in: failures against the account no longer count. The address keeps its
/// own, or somebody with an account could guess at others' for ever.
///
/// # Errors
/// The database's.
pub async fn succeeded(w: &mut Work<'_>, account: AccountId) -> Result<()> {
    let mut names = vec![key(&w.cx, &format!("account:{account}"))];
    if let Some(token) = w.cx.browser.clone() {
        let whose = Whose::Account {
            id: account,
            known: Some(token),
        };
        names.extend(
            Counted::passphrase(&w.cx, &whose)
                .0
                .into_iter()
                .map(|(_, name)| name),
        );
    }
    for name in names {
        w.tx.execute(&signing::FORGET_TRIES, &params![name]).await?;
    }
    Ok(())
}
