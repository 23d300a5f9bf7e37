//! What the crate promises, told as tests. `CAIRN_SEED` and `PROPTEST_CASES` change the tries.

mod certificate;
mod damage;
mod degenerate;
mod flow;
mod fuzz;
mod hundreds;
mod live;
mod oracle;
mod properties;
mod ranking;
mod reading;
mod rules;
mod second;
mod second_check;
mod sizes;
mod small;
mod world;
