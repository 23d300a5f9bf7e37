//! What the benchmark runs: `cairn`, the second program, and OR-Tools in an environment of its own.

use super::figures::Figures;
use crate::{place, run};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The other solver and what it needs, as they are measured.
const PACKAGES: &[&str] = &["ortools==9.15.6755", "numpy==2.4.6"];
const PYTHONS: &[&str] = &["python3.11", "python3"];

/// Programs that are built or installed, and a folder for what goes between them.
pub(super) struct Tools {
    pub(super) root: PathBuf,
    pub(super) folder: PathBuf,
    second: PathBuf,
    coming: PathBuf,
    cairn: Option<PathBuf>,
    python: Option<PathBuf>,
}

/// What OR-Tools' min-cost flow found.
#[derive(Clone, Debug)]
pub(super) struct Flow {
    pub(super) objective: i64,
    pub(super) pairs: i64,
    pub(super) seconds: f64,
}

impl Tools {
    /// Builds everything; `cairn` only when it is wanted.
    pub(super) fn ready(cairn: bool, ortools: bool) -> Result<Self, String> {
        let root = place::root()?;
        let folder = place::target(&root).join("bench");
        std::fs::create_dir_all(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
        let mut build = run::command("cargo", &root);
        build.args([
            "build",
            "--release",
            "--package",
            "cairn-matching",
            "--examples",
        ]);
        if !run::plainly(&mut build)? {
            return Err("the examples of cairn-matching do not build".to_owned());
        }
        Ok(Self {
            second: place::target(&root).join("release/examples/second"),
            coming: place::target(&root).join("release/examples/coming"),
            cairn: cairn.then(|| super::super::cairn(&root)).transpose()?,
            python: ortools.then(|| python(&root, &folder)).transpose()?,
            root,
            folder,
        })
    }

    pub(super) fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    pub(super) fn has_ortools(&self) -> bool {
        self.python.is_some()
    }

    /// A command of the second program.
    pub(super) fn second(&self, words: &[&str]) -> Command {
        let mut command = run::command(&self.second.to_string_lossy(), &self.folder);
        command.args(words);
        command
    }

    /// `cairn match` on the problem that was made last.
    pub(super) fn cairn(&self) -> Result<Command, String> {
        let binary = self.cairn.as_ref().ok_or("cairn was not built")?;
        let mut command = run::command(&binary.to_string_lossy(), &self.folder);
        command.args(["match", PROBLEM, "--output", ANSWER, "--stats"]);
        Ok(command)
    }

    /// Newcomers and single changes in the problem that was made last.
    pub(super) fn changes(&self) -> Result<Figures, String> {
        let mut command = run::command(&self.coming.to_string_lossy(), &self.folder);
        let said = run::captured(command.arg(PROBLEM))?;
        Ok(Figures::read(&said))
    }

    /// OR-Tools on the possible pairs of the problem that was made last, as the second program lists them.
    pub(super) fn flow(&self) -> Result<Option<Flow>, String> {
        let Some(python) = &self.python else {
            return Ok(None);
        };
        run::captured(&mut self.second(&["pairs", PROBLEM, PAIRS]))?;
        let script = self.root.join("xtask/src/bench/matching/flow.py");
        let mut command = run::command(&python.to_string_lossy(), &self.folder);
        command.arg(script).arg(PAIRS);
        let said = Figures::read(&run::captured(&mut command)?);
        Ok(Some(Flow {
            objective: said.whole("objective")?,
            pairs: said.whole("pairs")?,
            seconds: said.number("seconds").ok_or("no seconds from OR-Tools")?,
        }))
    }
}

pub(super) const PROBLEM: &str = "problem.json";
pub(super) const ANSWER: &str = "answer.json";
const PAIRS: &str = "pairs.bin";

/// The names and versions of what stands beside us, for the report.
pub(super) fn packages() -> String {
    PACKAGES.join(", ").replace("==", " ")
}

/// A Python of our own with OR-Tools in it, made the first time from PyPI.
fn python(root: &Path, folder: &Path) -> Result<PathBuf, String> {
    let environment = folder.join("venv");
    let inside = environment.join("bin/python");
    let mark = environment.join("installed");
    let wanted = PACKAGES.join("\n");
    if std::fs::read_to_string(&mark).is_ok_and(|there| there == wanted) {
        return Ok(inside);
    }
    let found = PYTHONS.iter().find(|name| place::program(name).is_some());
    let outside = found.ok_or("no Python: --no-ortools runs without it")?;
    let mut make = run::command(outside, root);
    make.args(["-m", "venv"]).arg(&environment);
    let mut install = run::command(&inside.to_string_lossy(), root);
    install.args([
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
    ]);
    install.args(PACKAGES);
    if !run::plainly(&mut make)? || !run::plainly(&mut install)? {
        return Err("OR-Tools cannot be installed: --no-ortools runs without it".to_owned());
    }
    std::fs::write(&mark, wanted).map_err(|e| format!("{}: {e}", mark.display()))?;
    Ok(inside)
}
