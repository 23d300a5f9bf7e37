//! The database door, tried on SQLite always and on PostgreSQL when `CAIRN_TEST_DATABASE_URL` is set.

mod acts;
mod group;
mod kill;
mod migrations;
mod rooms;
mod server;
mod values;
mod world;
