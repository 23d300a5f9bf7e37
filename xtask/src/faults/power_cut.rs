//! The power goes while the database is writing: nothing that was acknowledged may be missing.
//!
//! A file system of its own, in a file, is shut down under the database the way a power cut leaves it:
//! what was not yet on the disk never gets there, the journal included. Acknowledged numbers are kept
//! here, outside the system under test. After a new mount they are looked for with another SQLite than
//! the product's own.

use crate::keeper::{self, Keeper};
use crate::{place, run};
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// How often to cut, after how long, and what writes.
#[derive(Debug, Clone)]
pub(crate) struct Cut {
    pub(crate) cuts: u64,
    /// Between the first acknowledged row and the cut.
    pub(crate) seconds: u64,
    /// Build the writer with the feature `mutants`.
    pub(crate) mutants: bool,
    /// The fault to plant.
    pub(crate) mutant: Option<String>,
    /// Another writer than `pace`, called in the same way.
    pub(crate) writer: Option<PathBuf>,
}

impl Default for Cut {
    fn default() -> Self {
        Self {
            cuts: 3,
            seconds: 3,
            mutants: false,
            mutant: None,
            writer: None,
        }
    }
}

/// What was found, or why nothing could be tried.
#[derive(Debug)]
pub(crate) enum Outcome {
    Skipped(String),
    Counted(Count),
}

/// Acknowledged rows after the cuts.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Count {
    pub(crate) cuts: u64,
    pub(crate) acknowledged: usize,
    pub(crate) found: usize,
    pub(crate) missing: usize,
    /// Found, or acknowledged, more than once.
    pub(crate) doubled: usize,
    /// What the database said about itself, where that was not "ok".
    pub(crate) damage: Option<String>,
}

impl Count {
    /// Rows were acknowledged, and each is there once, in a database that is whole.
    pub(crate) fn is_good(&self) -> bool {
        self.acknowledged > 0 && self.lost() == 0
    }

    /// How many things are wrong.
    pub(crate) fn lost(&self) -> usize {
        self.missing + self.doubled + usize::from(self.damage.is_some())
    }

    pub(crate) fn in_words(&self) -> String {
        let Self {
            cuts,
            acknowledged,
            found,
            missing,
            doubled,
            damage,
        } = self;
        let damage = damage
            .as_ref()
            .map_or(String::new(), |text| format!(", damaged: {text}"));
        format!(
            "{cuts} cuts, {acknowledged} rows acknowledged: {found} found, {missing} missing, \
             {doubled} doubled{damage}"
        )
    }
}

/// Several writers, each pausing 2 ms: an unpaced writer hides lost writes behind its checkpoints.
const WRITERS: &str = "4";

/// EXT4_IOC_SHUTDOWN with EXT4_GOING_FLAGS_NOLOGFLUSH: stop now, do not even write the journal.
const SHUT_DOWN: &str = "
import fcntl, os, struct, sys
folder = os.open(sys.argv[1], os.O_RDONLY)
fcntl.ioctl(folder, 0x8004587D, struct.pack('I', 2))
";

/// First line: what the database says about itself; then a line a row: number, how often.
const LOOK: &str = "
import sqlite3, sys
db = sqlite3.connect(sys.argv[1])
print(db.execute('PRAGMA integrity_check(1)').fetchone()[0].splitlines()[0])
for n, times in db.execute('SELECT n, count(*) FROM pace GROUP BY n'):
    print(n, times)
";

/// Cuts the power `cut.cuts` times and counts after each; stops at the first loss.
pub(crate) fn run(cut: &Cut) -> Result<Outcome, String> {
    if let Some(lack) = lacks() {
        return Ok(Outcome::Skipped(lack));
    }
    let writer = match &cut.writer {
        Some(program) => program.clone(),
        None => build(cut.mutants)?,
    };
    let disk = match Disk::new() {
        Ok(disk) => disk,
        Err(error) => {
            return Ok(Outcome::Skipped(format!(
                "loop devices do not work here: {error}"
            )));
        }
    };
    let mut acknowledged = Vec::new();
    let mut count = Count::default();
    for number in 1..=cut.cuts {
        let before = acknowledged.len();
        one(&disk, &writer, cut, &mut acknowledged)?;
        if acknowledged.len() == before {
            return Err("the writer acknowledged nothing".to_owned());
        }
        count = match look(&disk) {
            Ok((state, rows)) => tally(&acknowledged, &rows, &state),
            Err(error) => tally(&acknowledged, &BTreeMap::new(), &error),
        };
        count.cuts = number;
        println!("power cut {number}: {}", count.in_words());
        if !count.is_good() {
            break;
        }
    }
    Ok(Outcome::Counted(count))
}

/// What this machine lacks for the check.
fn lacks() -> Option<String> {
    if !place::is_root() || !Path::new("/dev/loop-control").exists() {
        return Some("needs root and loop devices".to_owned());
    }
    let programs = ["mkfs.ext4", "mount", "umount", "mountpoint", "python3"];
    let missing = programs.iter().find(|name| place::program(name).is_none());
    missing.map(|name| format!("needs {name}"))
}

fn build(mutants: bool) -> Result<PathBuf, String> {
    let root = place::root()?;
    let mut target = place::target(&root);
    let mut command = run::command("cargo", &root);
    command.args(["build", "--package", "cairn-db", "--example", "pace"]);
    if mutants {
        target = target.join("mutants");
        command.args(["--features", "mutants"]);
    }
    command.arg("--target-dir").arg(&target);
    match run::plainly(&mut command)? {
        true => Ok(target.join("debug/examples/pace")),
        false => Err("the writer crates/db/examples/pace.rs does not build".to_owned()),
    }
}

/// A small ext4 in a file, mounted as long as this lives.
struct Disk {
    image: PathBuf,
    mounted: PathBuf,
    _keeper: Keeper,
}

impl Disk {
    fn new() -> Result<Self, String> {
        let folder = keeper::private_folder("power-cut", None)?;
        let keeper = Keeper::mount(&folder)?;
        let disk = Self {
            image: folder.join("disk.img"),
            mounted: folder.join("mnt"),
            _keeper: keeper,
        };
        let told = |e: std::io::Error| format!("{}: {e}", folder.display());
        std::fs::create_dir(&disk.mounted).map_err(told)?;
        let image = std::fs::File::create(&disk.image).map_err(told)?;
        image.set_len(512 * 1024 * 1024).map_err(told)?;
        run::captured(program("mkfs.ext4")?.args(["-q", "-F"]).arg(&disk.image))?;
        disk.mount()?;
        Ok(disk)
    }

    fn mount(&self) -> Result<(), String> {
        let mut command = program("mount")?;
        command
            .args(["-o", "loop"])
            .arg(&self.image)
            .arg(&self.mounted);
        run::captured(&mut command).map(|_| ())
    }

    fn unmount(&self) -> Result<(), String> {
        let mut error = String::new();
        // The writer's last file handle may take a moment to go.
        for _ in 0..50 {
            match run::captured(program("umount")?.arg(&self.mounted)) {
                Ok(_) => return Ok(()),
                Err(text) => error = text,
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        Err(error)
    }

    fn cut_the_power(&self) -> Result<(), String> {
        python(SHUT_DOWN, &self.mounted).map(|_| ())
    }

    fn database(&self) -> PathBuf {
        self.mounted.join("pace.db")
    }
}

fn program(name: &str) -> Result<Command, String> {
    let path = place::program(name).ok_or_else(|| format!("{name} is not installed"))?;
    Ok(Command::new(path))
}

fn python(script: &str, argument: &Path) -> Result<String, String> {
    let mut command = program("python3")?;
    command.args(["-c", script]).arg(argument);
    run::captured(&mut command)
}

/// Writes, cuts, mounts again. What was acknowledged is added to `acknowledged`.
fn one(disk: &Disk, writer: &Path, cut: &Cut, acknowledged: &mut Vec<i64>) -> Result<(), String> {
    let mut command = Command::new(writer);
    command.arg(disk.database()).arg(WRITERS);
    command.stdin(Stdio::null()).stdout(Stdio::piped());
    // After the cut it complains that the disk is gone, as it should.
    command.stderr(Stdio::null());
    command.env_remove("CAIRN_MUTANT");
    command.envs(cut.mutant.as_ref().map(|name| ("CAIRN_MUTANT", name)));
    let child = command
        .spawn()
        .map_err(|e| format!("{}: {e}", writer.display()))?;
    let mut child = Writer(child);
    let numbers = listen(&mut child.0)?;
    if let Ok(first) = numbers.recv_timeout(Duration::from_secs(20)) {
        acknowledged.push(first);
        std::thread::sleep(Duration::from_secs(cut.seconds));
    }
    let result = disk.cut_the_power();
    std::thread::sleep(Duration::from_millis(200));
    drop(child);
    acknowledged.extend(numbers.iter());
    result?;
    disk.unmount()?;
    disk.mount()
}

/// The writer; killed when dropped, whatever happened.
struct Writer(Child);

impl Drop for Writer {
    fn drop(&mut self) {
        // It may have ended by itself when its disk went.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Every whole line the writer prints, as a number.
fn listen(child: &mut Child) -> Result<Receiver<i64>, String> {
    let pipe = child.stdout.take().ok_or("the writer has no output")?;
    let (sender, numbers) = channel();
    std::thread::spawn(move || {
        let mut lines = BufReader::new(pipe);
        let mut line = String::new();
        while lines.read_line(&mut line).is_ok_and(|length| length > 0) {
            if line.ends_with('\n')
                && let Ok(number) = line.trim().parse()
                && sender.send(number).is_err()
            {
                break;
            }
            line.clear();
        }
    });
    Ok(numbers)
}

/// What the database says about itself, and how often each number is in it.
fn look(disk: &Disk) -> Result<(String, BTreeMap<i64, usize>), String> {
    let text = python(LOOK, &disk.database()).map_err(|error| {
        let last = error.lines().last().unwrap_or_default();
        format!("cannot be read: {last}")
    })?;
    let mut lines = text.lines();
    let state = lines.next().unwrap_or("it said nothing").to_owned();
    let mut rows = BTreeMap::new();
    for line in lines {
        let both = line.split_once(' ');
        let both = both.and_then(|(n, times)| Some((n.parse().ok()?, times.parse().ok()?)));
        let (number, times) = both.ok_or_else(|| format!("cannot read \"{line}\""))?;
        rows.insert(number, times);
    }
    Ok((state, rows))
}

fn tally(acknowledged: &[i64], rows: &BTreeMap<i64, usize>, state: &str) -> Count {
    let mut told: BTreeMap<i64, usize> = BTreeMap::new();
    for number in acknowledged {
        *told.entry(*number).or_default() += 1;
    }
    let found = told
        .keys()
        .filter(|number| rows.contains_key(number))
        .count();
    let twice = |counts: &BTreeMap<i64, usize>| counts.values().filter(|times| **times > 1).count();
    Count {
        cuts: 0,
        acknowledged: told.len(),
        found,
        missing: told.len() - found,
        doubled: twice(&told) + twice(rows),
        damage: (state != "ok").then(|| state.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(numbers: &[(i64, usize)]) -> BTreeMap<i64, usize> {
        numbers.iter().copied().collect()
    }

    #[test]
    fn everything_there_once_is_good() {
        let count = tally(&[1, 2, 3], &rows(&[(1, 1), (2, 1), (3, 1), (4, 1)]), "ok");
        assert!(count.is_good(), "{count:?}");
        assert_eq!((count.acknowledged, count.found), (3, 3));
    }

    #[test]
    fn losses_are_counted() {
        let missing = tally(&[1, 2, 3], &rows(&[(1, 1)]), "ok");
        assert_eq!((missing.found, missing.missing), (1, 2));
        let doubled = tally(&[1, 2, 2], &rows(&[(1, 2), (2, 1)]), "ok");
        assert_eq!(doubled.doubled, 2);
        let damaged = tally(&[1], &rows(&[(1, 1)]), "row 5 missing from index");
        for count in [missing, doubled, damaged, tally(&[], &rows(&[]), "ok")] {
            assert!(!count.is_good(), "{count:?}");
        }
    }

    #[test]
    fn half_a_line_is_no_acknowledgement() {
        let mut command = Command::new("sh");
        command
            .args(["-c", "printf '1\\n2\\nnoise\\n34'"])
            .stdout(Stdio::piped());
        let mut writer = Writer(command.spawn().unwrap());
        let numbers: Vec<i64> = listen(&mut writer.0).unwrap().iter().collect();
        assert_eq!(numbers, [1, 2]);
    }
}
