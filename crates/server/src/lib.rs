//! The server of a peer support programme, as rooms. `docs/ARCHITECTURE.md` is its map.

pub mod app;
pub mod cli;
pub mod config;
pub mod conversations;
pub mod cx;
pub mod error;
pub mod guard;
pub mod matching;
pub mod operations;
pub mod people;
pub mod plans;
pub mod routes;
pub mod safety;
pub mod serve;
pub mod site;
pub mod wire;

/// The rooms, each with the rooms it may use. No circles; `cargo xtask tidy` holds the code to it.
pub const ROOMS: &[(&str, &[&str])] = &[
    ("people", &[]),
    ("safety", &["people"]),
    ("conversations", &["people", "plans", "safety"]),
    ("plans", &["people"]),
    ("matching", &["people", "conversations"]),
    (
        "operations",
        &["people", "safety", "conversations", "plans", "matching"],
    ),
];

/// Every SQL statement of the product, so that one test can prepare them all on each engine.
#[must_use]
pub fn statements() -> Vec<&'static cairn_db::Statement> {
    [
        people::store::ALL,
        people::store::signing::ALL,
        matching::store::ALL,
        matching::store::exclusions::ALL,
        matching::store::board::ALL,
        matching::store::changes::ALL,
        matching::store::meetings::ALL,
        conversations::store::ALL,
        plans::store::ALL,
        safety::store::ALL,
        operations::store::ALL,
        operations::store::health::ALL,
    ]
    .concat()
}

/// Whether a fault has been planted, to see that the checks find it. Always `false` in a build
/// without the feature `mutants`.
#[must_use]
pub fn mutant(name: &str) -> bool {
    cfg!(feature = "mutants") && std::env::var("CAIRN_MUTANT").is_ok_and(|planted| planted == name)
}
