//! `cargo xtask`: sets up what the tests need, runs every check, and keeps the house tidy.
//!
//! | module | what it is for |
//! | --- | --- |
//! | `setup` | finds, and on Debian installs, what the tests need |
//! | `services` | a private PostgreSQL and NATS that end with the command that asked for them |
//! | `test` | every check in order, with a count of what passed, failed and was skipped |
//! | `tidy` | the rules of the house that a compiler does not know |
//! | `bench` | figures that a person reads |
//! | `fuzz` | damaged documents for as long as one likes |
//! | `faults` | what happens to acknowledged messages when the machine fails |
//!
//! It depends on nothing but the standard library, so it is built in seconds after a fresh clone.
#![allow(
    clippy::print_stdout,
    reason = "a command line program speaks on standard output"
)]

mod arguments;
mod bench;
mod deny;
mod faults;
mod fuzz;
mod keeper;
mod place;
mod program;
mod run;
mod services;
mod setup;
mod source;
mod test;
mod tidy;

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask setup                     finds, and on Debian installs, what the tests need
cargo xtask test [options]            every check; exit status 0 only when all are green
    --quick                           what needs nothing but Rust: fmt, clippy, tidy, tests on SQLite
    --mutants                         plants each known fault and wants its check to turn red
    --mutant NAME                     only this fault, may be repeated
    --faults                          the long form of the faults, with the power cut and Patroni (needs root)
    --only PART                       one part, may be repeated:
                                      setup fmt clippy tidy deny sqlite postgres e2e mutants faults
    --release                         browser journeys against a release build
cargo xtask tidy [CHECK…]             the rules of the house
cargo xtask deny                      licences, banned crates, sources
cargo xtask services [--durable] -- COMMAND…
                                      runs COMMAND with CAIRN_TEST_DATABASE_URL and CAIRN_TEST_NATS_URL
                                      set to a PostgreSQL and a NATS of its own; --durable leaves fsync on
cargo xtask faults power-cut [--cuts N] [--seconds N] [--mutants]
                                      shuts a file system down under the database and counts what is lost
cargo xtask faults NAME [--rounds N] [--seed N] [--mutant NAME] [--release]
                                      people write and read while something fails, and everything is counted; NAME:
                                      kill-server kill-postgres kill-nats kill-node full-disk clock-jump patroni
cargo xtask bench footprint           size of the binary, time to the first connection, memory at rest
cargo xtask bench matching [options]  `cairn match` from support group to country, each answer checked by a second
                                      program and held against OR-Tools on the same pairs in the same run; writes
                                      docs/benchmarks/matching.md and .svg (with options: target/bench/matching.*)
    --quick                           four sizes, one seed, under three minutes
    --sizes 50x10,…  --seeds 1,…      these only
    --no-ortools                      without the other solver (no Python, no network)
    --objectives                      writes OR-Tools' sums into crates/matching/tests/data/objectives.txt
cargo xtask fuzz matching [--seconds N] [--seed N]
                                      damages matching problems and reads them, 60 seconds unless told";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match command(&arguments) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(text) => {
            eprintln!("xtask: {text}");
            ExitCode::from(2)
        }
    }
}

/// Runs one command; `Ok(false)` when it ran and found something wrong, `Err` when it could not run.
fn command(arguments: &[String]) -> Result<bool, String> {
    let Some((name, rest)) = arguments.split_first() else {
        return Err(format!("which command?\n\n{USAGE}"));
    };
    match name.as_str() {
        "setup" => setup::command(rest),
        "test" => test::command(rest),
        "tidy" => tidy::command(rest),
        "deny" => deny::command(rest),
        "services" => services::command(rest),
        "faults" => faults::command(rest),
        "bench" => bench::command(rest),
        "fuzz" => fuzz::command(rest),
        "help" | "--help" | "-h" => {
            println!("{USAGE}");
            Ok(true)
        }
        other => Err(format!("there is no command \"{other}\"\n\n{USAGE}")),
    }
}
