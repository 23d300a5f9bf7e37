//! A program that is killed, frozen and started again on purpose, and that ends with xtask.

use crate::keeper::{Keeper, Person, Service, wait_until};
use crate::run;
use std::collections::HashMap;
use std::fs::OpenOptions;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

/// How to start it.
#[derive(Debug, Clone)]
pub(crate) struct Launch {
    pub(crate) program: PathBuf,
    pub(crate) arguments: Vec<String>,
    /// Its working folder, in which its number is written down; it stays.
    pub(crate) folder: PathBuf,
    pub(crate) variables: Vec<(String, String)>,
    pub(crate) person: Option<Person>,
    /// What asks it to end.
    pub(crate) signal: &'static str,
    /// Takes what it says, at the end of what is there.
    pub(crate) log: PathBuf,
    /// Tells it from others in the same folder.
    pub(crate) name: String,
}

/// It runs; asked to end when this is dropped.
#[derive(Debug)]
pub(crate) struct Program {
    keeper: Option<Keeper>,
    number: u32,
}

impl Launch {
    pub(crate) fn start(&self) -> Result<Program, String> {
        let log = OpenOptions::new()
            .create(true)
            .append(true)
            .open(&self.log)
            .map_err(|e| format!("{}: {e}", self.log.display()))?;
        let numbered = self.folder.join(format!("{}.number", self.name));
        let _ = std::fs::remove_file(&numbered);
        let service = Service {
            program: &self.program,
            arguments: &self.arguments,
            folder: &self.folder,
            log,
            person: self.person,
            signal: self.signal,
        };
        let keeper = Keeper::program(service, &self.variables, &numbered)?;
        let mut number = None;
        wait_until(
            Duration::from_secs(10),
            || false,
            || {
                let text = std::fs::read_to_string(&numbered).unwrap_or_default();
                number = text
                    .strip_suffix('\n')
                    .and_then(|text| text.trim().parse().ok());
                number.is_some()
            },
        );
        let number = number.ok_or_else(|| format!("{} did not start", self.name))?;
        Ok(Program {
            keeper: Some(keeper),
            number,
        })
    }
}

impl Program {
    /// Kills it and everything it has started, without a word.
    pub(crate) fn kill(&mut self) -> Result<(), String> {
        let all = family(self.number);
        signal("KILL", &all)?;
        drop(self.keeper.take());
        Ok(())
    }

    /// Asks it to end, and waits until it has.
    pub(crate) fn end(&mut self) {
        drop(self.keeper.take());
    }

    /// It and all it has started.
    pub(crate) fn numbers(&self) -> Vec<u32> {
        family(self.number)
    }
}

/// Sends a signal to processes; those that have gone already are no error.
pub(crate) fn signal(name: &str, numbers: &[u32]) -> Result<(), String> {
    for number in numbers {
        let mut kill = Command::new("kill");
        kill.args([format!("-{name}"), number.to_string()]);
        let gone = |text: &String| text.contains("No such process");
        match run::captured(&mut kill) {
            Err(text) if !gone(&text) => return Err(text),
            _ => {}
        }
    }
    Ok(())
}

/// A process and its descendants, itself first.
pub(crate) fn family(number: u32) -> Vec<u32> {
    let mut children: HashMap<u32, Vec<u32>> = HashMap::new();
    for entry in std::fs::read_dir("/proc").into_iter().flatten().flatten() {
        let Ok(child) = entry.file_name().to_string_lossy().parse::<u32>() else {
            continue;
        };
        let stat = std::fs::read_to_string(entry.path().join("stat")).unwrap_or_default();
        // `number (name) state parent …`; the name may hold anything.
        let parent = stat
            .rsplit_once(')')
            .and_then(|(_, rest)| rest.split_whitespace().nth(1)?.parse().ok());
        if let Some(parent) = parent {
            children.entry(parent).or_default().push(child);
        }
    }
    let mut all = vec![number];
    let mut at = 0;
    while let Some(next) = all.get(at) {
        all.extend(children.get(next).into_iter().flatten().copied());
        at += 1;
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keeper::private_folder;

    #[test]
    fn what_is_killed_is_gone_with_all_it_started_and_can_be_started_again() {
        let folder = private_folder("program-test", None).unwrap();
        let launch = Launch {
            program: "/bin/sh".into(),
            arguments: ["-c", "sleep 1000 & wait"].map(str::to_owned).to_vec(),
            folder: folder.clone(),
            variables: Vec::new(),
            person: None,
            signal: "TERM",
            log: folder.join("log"),
            name: "sleeper".to_owned(),
        };
        let mut program = launch.start().unwrap();
        let two = || program.numbers().len() == 2;
        assert!(wait_until(Duration::from_secs(10), || false, two));
        let all = program.numbers();
        program.kill().unwrap();
        let there = |n: &u32| std::path::Path::new(&format!("/proc/{n}/cmdline")).exists();
        let gone = || !all.iter().any(there);
        assert!(wait_until(Duration::from_secs(10), || false, gone));
        let mut again = launch.start().unwrap();
        assert!(!all.contains(&again.number));
        again.end();
        std::fs::remove_dir_all(folder).unwrap();
    }
}
