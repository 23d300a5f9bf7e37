//! A keeper looks after something that must not outlive xtask: a server, a mounted file system.
//!
//! It is a small shell in a process group of its own that waits on a pipe from xtask. When xtask lets
//! go of the pipe (it is done, it panicked, somebody pressed control-C, it was killed) the keeper ends
//! what it keeps, by process id, and removes the folder. Nothing else is touched, and no signal
//! handler is needed.

use std::fs::File;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

/// Starts the service, waits for it or for the end of the pipe, whichever is first.
const SERVICE: &str = r#"
folder=$1; signal=$2; shift 2
exec 3<&0
"$@" </dev/null 3<&- &
service=$!
{
    cat <&3
    kill -"$signal" "$service"
    patience=15
    while kill -0 "$service" && [ "$patience" -gt 0 ]; do sleep 1; patience=$((patience - 1)); done
    kill -KILL "$service"
} >/dev/null 2>&1 &
watcher=$!
wait "$service"
kill "$watcher" 2>/dev/null
rm -rf -- "$folder"
"#;

/// The same for a program that is to be killed and started again: its number goes into a file, and
/// its folder stays.
const PROGRAM: &str = r#"
numbered=$1; signal=$2; shift 2
exec 3<&0
"$@" </dev/null 3<&- &
program=$!
echo "$program" > "$numbered"
{
    cat <&3
    kill -CONT "$program"
    kill -"$signal" "$program"
    patience=15
    while kill -0 "$program" && [ "$patience" -gt 0 ]; do sleep 1; patience=$((patience - 1)); done
    kill -KILL "$program"
} >/dev/null 2>&1 &
watcher=$!
wait "$program"
kill "$watcher" 2>/dev/null
"#;

/// Waits for the end of the pipe, then takes a mounted file system away.
const MOUNT: &str = r#"
cat >/dev/null
mountpoint -q "$1/mnt" && { umount "$1/mnt" || umount -l "$1/mnt"; }
rm -rf -- "$1"
"#;

/// The person a service runs as, when we are root and the service refuses root.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Person {
    pub(crate) user: u32,
    pub(crate) group: u32,
}

/// A program to keep.
#[derive(Debug)]
pub(crate) struct Service<'a> {
    pub(crate) program: &'a Path,
    pub(crate) arguments: &'a [String],
    /// Its working folder, removed at the end.
    pub(crate) folder: &'a Path,
    /// Takes both streams of its output.
    pub(crate) log: File,
    pub(crate) person: Option<Person>,
    /// What asks it to end at once, without waiting for its clients: `TERM`, or `INT` for PostgreSQL.
    pub(crate) signal: &'static str,
}

/// Something kept; it ends when this value is dropped or xtask ends.
#[derive(Debug)]
pub(crate) struct Keeper {
    shell: Child,
    /// Removed at the end, where there is one.
    folder: Option<PathBuf>,
}

impl Keeper {
    /// Starts a service.
    pub(crate) fn service(service: Service<'_>) -> Result<Self, String> {
        let also = service.log.try_clone().map_err(|e| format!("log: {e}"))?;
        let mut command = Command::new("sh");
        command.args(["-c", SERVICE, "keeper"]);
        command.arg(service.folder).arg(service.signal);
        command.arg(service.program).args(service.arguments);
        command.current_dir(service.folder);
        command.stdout(service.log).stderr(also);
        if let Some(person) = service.person {
            command.gid(person.group).uid(person.user);
        }
        Self::start(command, Some(service.folder))
    }

    /// Starts a program that may be killed and started again, with these variables. Its number is
    /// written into the file `numbered`.
    pub(crate) fn program(
        service: Service<'_>,
        variables: &[(String, String)],
        numbered: &Path,
    ) -> Result<Self, String> {
        let also = service.log.try_clone().map_err(|e| format!("log: {e}"))?;
        let mut command = Command::new("sh");
        command.args(["-c", PROGRAM, "keeper"]);
        command.arg(numbered).arg(service.signal);
        command.arg(service.program).args(service.arguments);
        command.current_dir(service.folder);
        command.envs(variables.iter().map(|(name, value)| (name, value)));
        command.stdout(service.log).stderr(also);
        if let Some(person) = service.person {
            command.gid(person.group).uid(person.user);
        }
        Self::start(command, None)
    }

    /// Sees to it that the file system mounted at `folder/mnt` is taken away and `folder` removed.
    pub(crate) fn mount(folder: &Path) -> Result<Self, String> {
        let mut command = Command::new("sh");
        command.args(["-c", MOUNT, "keeper"]).arg(folder);
        command.stdout(Stdio::null()).stderr(Stdio::null());
        Self::start(command, Some(folder))
    }

    fn start(mut command: Command, folder: Option<&Path>) -> Result<Self, String> {
        // Its own process group: control-C in the terminal reaches xtask, not the keeper.
        command.stdin(Stdio::piped()).process_group(0);
        let shell = command
            .spawn()
            .map_err(|e| format!("cannot start sh: {e}"))?;
        Ok(Self {
            shell,
            folder: folder.map(Path::to_path_buf),
        })
    }

    /// Whether what is kept has ended by itself.
    pub(crate) fn has_ended(&mut self) -> bool {
        !matches!(self.shell.try_wait(), Ok(None))
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        drop(self.shell.stdin.take());
        // Nobody is left to tell when waiting fails; the keeper ends by itself.
        let _ = self.shell.wait();
        if let Some(folder) = &self.folder {
            let _ = std::fs::remove_dir_all(folder);
        }
    }
}

/// Makes a new, private folder directly under the system's folder for temporary files.
pub(crate) fn private_folder(purpose: &str, person: Option<Person>) -> Result<PathBuf, String> {
    use std::os::unix::fs::{DirBuilderExt, chown};
    // A name is never used again: its first owner may still be about to remove the folder.
    static NEXT: AtomicU32 = AtomicU32::new(0);
    for _ in 0..1000 {
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("cairn-{purpose}-{}-{number}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        match std::fs::DirBuilder::new().mode(0o700).create(&folder) {
            Ok(()) => {
                if let Some(person) = person {
                    chown(&folder, Some(person.user), Some(person.group))
                        .map_err(|e| format!("{}: {e}", folder.display()))?;
                }
                return Ok(folder);
            }
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(format!("{}: {error}", folder.display())),
        }
    }
    Err("no name is left for a temporary folder".to_owned())
}

/// Asks `ready` again and again until it says yes; `false` when the time is over or `given_up` says so.
pub(crate) fn wait_until(
    limit: Duration,
    mut given_up: impl FnMut() -> bool,
    mut ready: impl FnMut() -> bool,
) -> bool {
    let started = Instant::now();
    while started.elapsed() < limit {
        if ready() {
            return true;
        }
        if given_up() {
            return false;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alive(pid: &str) -> bool {
        let status = Command::new("kill")
            .args(["-0", pid])
            .stderr(Stdio::null())
            .status();
        status.is_ok_and(|status| status.success())
    }

    fn started(folder: &Path, script: &str) -> Keeper {
        Keeper::service(Service {
            program: Path::new("/bin/sh"),
            arguments: &["-c".to_owned(), script.to_owned()],
            folder,
            log: File::create(folder.join("log")).unwrap(),
            person: None,
            signal: "TERM",
        })
        .unwrap()
    }

    #[test]
    fn what_is_kept_ends_with_its_keeper() {
        let folder = private_folder("keeper-test", None).unwrap();
        let keeper = started(&folder, "echo $$ > pid; exec sleep 1000");
        let limit = Duration::from_secs(10);
        let pid_file = folder.join("pid");
        let text = || std::fs::read_to_string(&pid_file).unwrap_or_default();
        assert!(wait_until(limit, || false, || text().ends_with('\n')));
        let pid = text().trim().to_owned();
        assert!(alive(&pid));
        drop(keeper);
        assert!(!alive(&pid));
        assert!(!folder.exists());
    }

    #[test]
    fn an_early_end_is_noticed() {
        let folder = private_folder("keeper-test", None).unwrap();
        let mut keeper = started(&folder, "exit 3");
        assert!(wait_until(
            Duration::from_secs(10),
            || false,
            || keeper.has_ended()
        ));
    }

    #[test]
    fn private_folders_are_new_and_closed_to_others() {
        use std::os::unix::fs::PermissionsExt;
        let one = private_folder("folder-test", None).unwrap();
        let two = private_folder("folder-test", None).unwrap();
        assert_ne!(one, two);
        let mode = std::fs::metadata(&one).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o700);
        for folder in [one, two] {
            std::fs::remove_dir(folder).unwrap();
        }
    }
}
