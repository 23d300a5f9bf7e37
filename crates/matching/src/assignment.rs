//! The answer: who is matched with whom, who is not and why, and the proof that it is the best.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::rule::{Lack, Parts, Shared};

/// The output format, as it stands under the key `format`.
pub const ASSIGNMENT_FORMAT: &str = "cairn-assignment/1";

/// One whole answer to a [`Problem`](crate::Problem).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assignment {
    /// Always [`ASSIGNMENT_FORMAT`].
    pub format: String,
    /// The sum of the values of all assigned pairs.
    pub objective: i64,
    /// Everybody who got a worker, in the order of the problem.
    pub assigned: Vec<Assigned>,
    /// Everybody else, in the order of the problem.
    pub unassigned: Vec<Unassigned>,
    /// The proof that no other answer has a larger sum.
    pub certificate: Certificate,
}

/// A pair, and why it is a good one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assigned {
    /// Id of the person.
    pub participant: String,
    /// Id of the worker.
    pub worker: String,
    /// What the pair adds to the objective.
    pub value: i64,
    /// The sum of the parts.
    pub score: u16,
    /// How well the two fit, by part.
    pub parts: Parts,
    /// What they have in common.
    pub shared: Shared,
}

/// A person who got no worker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unassigned {
    /// Id of the person.
    pub participant: String,
    /// Whether anybody could have served the person at all.
    pub reason: Reason,
    /// Up to three workers who come nearest to fitting, fewest lacks first.
    pub closest: Vec<Close>,
}

/// Why a person got no worker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// No pair with any worker is possible.
    NoPossibleWorker,
    /// Some are, but their places went where they add more.
    NoCapacityLeft,
}

/// A worker who comes near to fitting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Close {
    /// Id of the worker.
    pub worker: String,
    /// The conditions that fail; empty for a worker who fits and whose places are all taken.
    pub lacks: Vec<Lack>,
}

/// Prices that prove the objective to be the maximum; see the crate's documentation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Certificate {
    /// A price of 0 or more for every participant, by id.
    pub participant_price: BTreeMap<String, i64>,
    /// A price of 0 or more for every worker, by id.
    pub worker_price: BTreeMap<String, i64>,
}
