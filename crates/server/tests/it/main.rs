//! The one test binary of the server: stories told through its pages and its API, on SQLite with
//! the bus in memory or, with `CAIRN_TEST_DATABASE_URL` and `CAIRN_TEST_NATS_URL`, on PostgreSQL
//! with NATS.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    missing_docs
)]

mod bounds;
mod commands;
mod conversations;
mod database;
mod demo;
mod durability;
mod every_page;
mod every_route;
mod everyone;
mod frame;
mod hostile;
mod import;
mod intake;
mod live;
mod match_command;
mod matching;
mod nodes;
mod operations;
mod people;
mod plans;
mod raw_http;
mod safety;
mod sealing;
mod web_safety;
mod wire;
mod world;
