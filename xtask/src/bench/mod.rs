//! Figures that a timed test must not hold: machines are noisy, so a person reads them.

mod footprint;
mod matching;

use crate::{place, run};
use std::path::{Path, PathBuf};

/// `cargo xtask bench NAME`.
pub(crate) fn command(arguments: &[String]) -> Result<bool, String> {
    match arguments.split_first() {
        Some((name, [])) if name == "footprint" => footprint::footprint(),
        Some((name, rest)) if name == "matching" => matching::command(rest),
        _ => Err("which benchmark? footprint, matching".to_owned()),
    }
}

/// Builds `cairn` as it is released.
fn cairn(root: &Path) -> Result<PathBuf, String> {
    let mut build = run::command("cargo", root);
    build.args(["build", "--release", "--package", "cairn", "--bin", "cairn"]);
    match run::plainly(&mut build)? {
        true => Ok(place::target(root).join("release").join("cairn")),
        false => Err("cairn does not build".to_owned()),
    }
}
