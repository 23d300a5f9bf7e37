//! Who is in the demonstration: names, logins, roles.

use std::collections::HashMap;

use cairn_domain::access::Role;
use cairn_domain::id::{AccountId, MemberId};

use super::texts;
use crate::cx::{Cx, Member, Who, Work};
use crate::error::Result;
use crate::people::{self, NewAccount, NewMember};

/// Staff beside the workers, one of each kind.
pub(super) const STAFF: &[(&str, Role)] = &[
    ("Cora", Role::Coordinator),
    ("Sunita", Role::Supervisor),
    ("Eva", Role::Evaluator),
    ("Adam", Role::Administrator),
    ("Paula", Role::Partner),
    ("Carl", Role::Carer),
];

/// Names at the head of [`texts::PARTICIPANTS`] that are kept for the first pairs.
pub(super) const PAIR_NAMES: usize = 8;
/// Names after those that are kept for people at each turn of the way.
pub(super) const TURN_NAMES: usize = 5;

/// Somebody in the demonstration.
#[derive(Clone, Debug)]
pub(super) struct Somebody {
    pub(super) account: AccountId,
    pub(super) member: MemberId,
    pub(super) name: String,
    pub(super) login: String,
    pub(super) role: Role,
}

impl Somebody {
    /// From here on the work is done in their name, at this moment.
    pub(super) fn acts(&self, w: &mut Work<'_>, now: i64) {
        self.comes(&mut w.cx, now);
    }

    /// What is done in this context is done in their name, at this moment.
    pub(super) fn comes(&self, cx: &mut Cx, now: i64) {
        cx.now = now;
        cx.who = Some(Who {
            account: self.account,
            session: None,
            member: Some(Member {
                id: self.member,
                roles: vec![self.role],
                name: self.name.clone(),
            }),
            programmes: 1,
        });
    }
}

/// Adds somebody to the programme. All have the same passphrase, so its hash is made once.
pub(super) async fn add(
    w: &mut Work<'_>,
    name: String,
    role: Role,
    hash: &str,
    language: Option<&str>,
) -> Result<Somebody> {
    let login = login(&name);
    let account = NewAccount {
        login: Some(login.clone()),
        passphrase_hash: Some(hash.to_owned()),
        language: language.map(str::to_owned),
        ..NewAccount::default()
    };
    let account = people::add_account(w, &account).await?;
    let programme = w.cx.programme()?.clone();
    let new = NewMember {
        name: name.clone(),
        roles: vec![role],
    };
    let member = people::add_member(w, (programme.id, &programme.key), account, &new).await?;
    Ok(Somebody {
        account,
        member,
        name,
        login,
        role,
    })
}

/// Names, each given once: the second Ana is called "Ana 2".
#[derive(Default)]
pub(super) struct Names(HashMap<&'static str, usize>);

impl Names {
    /// The name of a worker.
    pub(super) fn worker(&mut self, number: usize) -> String {
        self.give(texts::WORKERS[number % texts::WORKERS.len()])
    }

    /// The name of the participant of a pair.
    pub(super) fn paired(&mut self, number: usize) -> String {
        match number {
            known if known < PAIR_NAMES => self.give(texts::PARTICIPANTS[known]),
            other => self.other(other - PAIR_NAMES),
        }
    }

    /// The name of somebody who is on the way to a pair.
    pub(super) fn on_the_way(&mut self, number: usize) -> String {
        match number {
            turn if turn < TURN_NAMES => self.give(texts::PARTICIPANTS[PAIR_NAMES + turn]),
            other => self.other(other - TURN_NAMES),
        }
    }

    fn other(&mut self, number: usize) -> String {
        let others = &texts::PARTICIPANTS[PAIR_NAMES + TURN_NAMES..];
        self.give(others[number % others.len()])
    }

    fn give(&mut self, name: &'static str) -> String {
        let count = self.0.entry(name).or_insert(0);
        *count += 1;
        match *count {
            1 => name.to_owned(),
            number => format!("{name} {number}"),
        }
    }
}

/// What they type to sign in: their name in small letters without accents.
fn login(name: &str) -> String {
    let plain = |c: char| match c {
        'á' => 'a',
        'é' | 'ë' => 'e',
        'í' => 'i',
        'ó' => 'o',
        'ú' => 'u',
        other => other,
    };
    name.to_lowercase().chars().map(plain).collect()
}
