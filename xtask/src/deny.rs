//! cargo-deny: licences, banned crates and sources, as `deny.toml` says.

use crate::{place, run, setup};
use std::path::{Path, PathBuf};

/// The checks that need no network. `advisories` is not among them, and the output says so.
const CHECKS: [&str; 3] = ["bans", "licenses", "sources"];

/// `cargo xtask deny`
pub(crate) fn command(given: &[String]) -> Result<bool, String> {
    if let Some(unknown) = given.first() {
        return Err(format!("deny takes no {unknown}"));
    }
    let root = place::root()?;
    let Some(tool) = tool(&root) else {
        let missing = setup::cargo_deny(&root);
        return Err(missing
            .err()
            .unwrap_or_else(|| "run the command again".to_owned()));
    };
    check(&root, &tool)
}

/// Where cargo-deny is: our own copy, or one that is installed.
pub(crate) fn tool(root: &Path) -> Option<PathBuf> {
    let own = root.join("target/tools/bin/cargo-deny");
    if own.is_file() {
        return Some(own);
    }
    place::program("cargo-deny")
}

/// Runs the checks; whether all are green.
pub(crate) fn check(root: &Path, tool: &Path) -> Result<bool, String> {
    let mut command = run::command(&tool.to_string_lossy(), root);
    command.args(["--locked", "check"]).args(CHECKS);
    let good = run::plainly(&mut command)?;
    println!(
        "deny: {} looked at; known security advisories were not (their database is on the network: \
         cargo deny check advisories)",
        CHECKS.join(", ")
    );
    Ok(good)
}
