//! Running other programs: shown before they start, passed through while they run.

use std::io::{Read, Write};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

/// The variables cargo sets for a program it runs; a cargo started from here must not see them.
const CARGOS_OWN: &[&str] = &["CARGO_MANIFEST_DIR", "CARGO_MANIFEST_PATH", "CARGO_PKG_"];

/// How long output may still arrive after a program has ended but something it started has not.
const LINGER: Duration = Duration::from_secs(2);

/// A command that starts in `folder` and does not see what cargo told xtask about xtask.
pub(crate) fn command(program: &str, folder: &std::path::Path) -> Command {
    let mut command = Command::new(program);
    command.current_dir(folder);
    for (name, _) in std::env::vars_os() {
        let name = name.to_string_lossy();
        if CARGOS_OWN.iter().any(|own| name.starts_with(own)) {
            command.env_remove(name.as_ref());
        }
    }
    command
}

/// How a command is shown: its words as one would type them.
pub(crate) fn shown(command: &Command) -> String {
    let mut words = Vec::new();
    for (name, value) in command.get_envs() {
        let name = name.to_string_lossy();
        if let Some(value) = value
            && !name.contains("URL")
        {
            words.push(format!("{name}={}", value.to_string_lossy()));
        }
    }
    words.push(command.get_program().to_string_lossy().into_owned());
    for argument in command.get_args() {
        let text = argument.to_string_lossy();
        match text.contains([' ', '\n']) || text.is_empty() {
            true => words.push(format!("'{text}'")),
            false => words.push(text.into_owned()),
        }
    }
    words.join(" ")
}

/// Runs a command with its output passed through; whether it succeeded.
pub(crate) fn plainly(command: &mut Command) -> Result<bool, String> {
    println!("+ {}", shown(command));
    let status = command.status().map_err(|e| cannot_start(command, &e))?;
    Ok(status.success())
}

/// Runs a command silently; its standard output, or what it said on standard error.
pub(crate) fn captured(command: &mut Command) -> Result<String, String> {
    let output = command.output().map_err(|e| cannot_start(command, &e))?;
    match output.status.success() {
        true => Ok(String::from_utf8_lossy(&output.stdout).into_owned()),
        false => Err(format!(
            "{} ended with {}:\n{}",
            shown(command),
            output.status,
            String::from_utf8_lossy(&output.stderr).trim_end()
        )),
    }
}

/// Runs a command, passes every line through unchanged and shows it to `on_line` (without the line's
/// end); whether the command succeeded.
pub(crate) fn watched(
    command: &mut Command,
    mut on_line: impl FnMut(&str),
) -> Result<bool, String> {
    println!("+ {}", shown(command));
    listened(command, |error, bytes| {
        pass_through(error, bytes);
        on_line(String::from_utf8_lossy(bytes).trim_end_matches(['\n', '\r']));
    })
}

/// Runs a command and gives every line of both streams to `on_line`: whether it is of standard error,
/// and its bytes with the line's end.
fn listened(command: &mut Command, mut on_line: impl FnMut(bool, &[u8])) -> Result<bool, String> {
    command.stdin(Stdio::null());
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(|e| cannot_start(command, &e))?;
    let (sender, pieces) = channel();
    let mut open = 0;
    if let Some(pipe) = child.stdout.take() {
        open += 1;
        pass_on(pipe, false, sender.clone());
    }
    if let Some(pipe) = child.stderr.take() {
        open += 1;
        pass_on(pipe, true, sender);
    }
    drain(&mut child, &pieces, open, &mut on_line)
}

/// A piece of output, or the end of one of the two streams.
enum Piece {
    Line { error: bool, bytes: Vec<u8> },
    End,
}

fn pass_on(mut pipe: impl Read + Send + 'static, error: bool, to: Sender<Piece>) {
    std::thread::spawn(move || {
        let mut waiting: Vec<u8> = Vec::new();
        let mut buffer = [0_u8; 8192];
        while let Ok(count) = pipe.read(&mut buffer) {
            if count == 0 {
                break;
            }
            waiting.extend_from_slice(&buffer[..count]);
            while let Some(end) = waiting.iter().position(|byte| *byte == b'\n') {
                let rest = waiting.split_off(end + 1);
                let bytes = std::mem::replace(&mut waiting, rest);
                // The receiver is gone only when xtask no longer listens.
                let _ = to.send(Piece::Line { error, bytes });
            }
        }
        if !waiting.is_empty() {
            let _ = to.send(Piece::Line {
                error,
                bytes: waiting,
            });
        }
        let _ = to.send(Piece::End);
    });
}

fn drain(
    child: &mut Child,
    pieces: &Receiver<Piece>,
    mut open: usize,
    on_line: &mut impl FnMut(bool, &[u8]),
) -> Result<bool, String> {
    let mut ended: Option<Instant> = None;
    while open > 0 {
        match pieces.recv_timeout(Duration::from_millis(100)) {
            Ok(Piece::Line { error, bytes }) => {
                on_line(error, &bytes);
            }
            Ok(Piece::End) => open -= 1,
            Err(RecvTimeoutError::Disconnected) => break,
            Err(RecvTimeoutError::Timeout) => {
                let over = child.try_wait().map_err(|e| e.to_string())?.is_some();
                let since = ended.get_or_insert_with(Instant::now);
                if !over {
                    ended = None;
                } else if since.elapsed() > LINGER {
                    println!(
                        "xtask: the command has ended; something it started still holds its output"
                    );
                    break;
                }
            }
        }
    }
    let status = child.wait().map_err(|e| e.to_string())?;
    Ok(status.success())
}

/// Writes one line of the child to our own stream of the same kind. A closed stream is not our error.
fn pass_through(error: bool, bytes: &[u8]) {
    let _ = match error {
        true => std::io::stderr().write_all(bytes),
        false => std::io::stdout().write_all(bytes),
    };
}

fn cannot_start(command: &Command, error: &std::io::Error) -> String {
    let name = command.get_program().to_string_lossy().into_owned();
    format!("cannot start {name}: {error}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    fn shell(script: &str) -> Command {
        let mut command = command("sh", Path::new("/"));
        command.args(["-c", script]);
        command
    }

    #[test]
    fn every_line_of_both_streams_is_seen() {
        let mut lines = Vec::new();
        let mut script = shell("echo one; echo two >&2; printf three; exit 3");
        let good = listened(&mut script, |error, bytes| {
            lines.push((error, String::from_utf8_lossy(bytes).into_owned()));
        });
        lines.sort();
        assert_eq!(good, Ok(false));
        let all = lines.iter().map(|(error, text)| (*error, text.as_str()));
        assert_eq!(
            all.collect::<Vec<_>>(),
            [(false, "one\n"), (false, "three"), (true, "two\n")]
        );
    }

    #[test]
    fn a_grandchild_that_holds_the_pipe_does_not_hang_us() {
        let started = Instant::now();
        let good = listened(&mut shell("sleep 20 & echo over"), |_, _| ());
        assert_eq!(good, Ok(true));
        assert!(started.elapsed() < Duration::from_secs(15));
    }

    #[test]
    fn captured_says_what_went_wrong() {
        assert_eq!(captured(&mut shell("echo fine")), Ok("fine\n".to_owned()));
        let error = captured(&mut shell("echo broken >&2; exit 1")).unwrap_err();
        assert!(error.contains("broken"), "{error}");
        assert!(captured(&mut command("no-such-program", Path::new("/"))).is_err());
    }

    #[test]
    fn addresses_with_passwords_are_not_shown() {
        let mut command = shell("true");
        command
            .env("CAIRN_TEST_DATABASE_URL", "postgres://secret")
            .env("CI", "true");
        let text = shown(&command);
        assert!(
            !text.contains("secret") && text.contains("CI=true"),
            "{text}"
        );
    }
}
