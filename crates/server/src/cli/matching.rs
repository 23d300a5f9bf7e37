//! `cairn match`: solves a matching problem from a file.

use std::path::PathBuf;

use crate::cli::Failed;

#[derive(clap::Args)]
pub(crate) struct Match {
    /// The problem, `cairn-matching/1`.
    problem: PathBuf,
    /// Where the assignment goes; standard output when not given.
    #[arg(long)]
    output: Option<PathBuf>,
    /// Prints one JSON line of figures on standard error.
    #[arg(long)]
    stats: bool,
}

pub(crate) fn run(_command: &Match) -> Result<(), Failed> {
    Err(Failed("being built".into()))
}
