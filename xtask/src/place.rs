//! Where things are: the repository, the target folder, programs.

use std::env;
use std::path::{Path, PathBuf};

/// The repository's top folder: the nearest one upward that holds the workspace.
pub(crate) fn root() -> Result<PathBuf, String> {
    let from_cargo = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let start = match from_cargo {
        Some(folder) => folder,
        None => env::current_dir().map_err(|e| format!("no current folder: {e}"))?,
    };
    let workspace = start.ancestors().find(|folder| {
        std::fs::read_to_string(folder.join("Cargo.toml"))
            .is_ok_and(|text| text.contains("[workspace]"))
    });
    match workspace {
        Some(folder) => Ok(folder.to_path_buf()),
        None => Err(format!("no workspace at or above {}", start.display())),
    }
}

/// Where cargo builds: `CARGO_TARGET_DIR` or `target` in the repository.
pub(crate) fn target(root: &Path) -> PathBuf {
    match env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root.join(folder),
        None => root.join("target"),
    }
}

/// Programs that Debian keeps out of an ordinary user's search path live here.
const ALSO_LOOK_IN: &[&str] = &["/usr/local/sbin", "/usr/sbin", "/sbin", "/opt/homebrew/bin"];

/// The full path of a program, or nothing when it is not installed.
pub(crate) fn program(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let also = ALSO_LOOK_IN.iter().map(PathBuf::from);
    let mut candidates = env::split_paths(&path)
        .chain(also)
        .map(|folder| folder.join(name));
    candidates.find(|candidate| is_program(candidate))
}

fn is_program(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    std::fs::metadata(path)
        .is_ok_and(|meta| meta.is_file() && meta.permissions().mode() & 0o111 != 0)
}

/// The folder of PostgreSQL's own programs (`initdb`, `postgres`), the newest where several are installed.
pub(crate) fn postgres_programs() -> Option<PathBuf> {
    // The one in the search path may be a link to where all the others are.
    let real = program("initdb").and_then(|initdb| initdb.canonicalize().ok());
    if let Some(folder) = real.as_deref().and_then(Path::parent)
        && is_program(&folder.join("postgres"))
    {
        return Some(folder.to_path_buf());
    }
    let mut found: Vec<(u32, PathBuf)> = Vec::new();
    for (base, inside) in [
        ("/usr/lib/postgresql", "bin"),
        ("/opt/homebrew/opt", "bin"),
        ("/usr/local/opt", "bin"),
        ("/usr", "bin"),
    ] {
        for entry in std::fs::read_dir(base).into_iter().flatten().flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let number = name
                .trim_start_matches("postgresql@")
                .trim_start_matches("pgsql-");
            let folder = entry.path().join(inside);
            if let Ok(version) = number.parse()
                && is_program(&folder.join("initdb"))
            {
                found.push((version, folder));
            }
        }
    }
    found.sort();
    found.pop().map(|(_, folder)| folder)
}

/// Debian's library that tells a program another time.
pub(crate) fn faketime() -> Option<PathBuf> {
    let folders = std::fs::read_dir("/usr/lib").ok()?.flatten();
    let mut places = folders.map(|folder| folder.path().join("faketime/libfaketimeMT.so.1"));
    places.find(|library| library.is_file())
}

/// The browser of the journeys, under whichever of its names it is installed.
pub(crate) fn chromium() -> Option<PathBuf> {
    ["chromium", "chromium-browser", "google-chrome"]
        .iter()
        .find_map(|name| program(name))
}

/// Whether we are root, who may install packages and mount file systems but may not run PostgreSQL.
pub(crate) fn is_root() -> bool {
    user_id(None) == Some(0)
}

/// The number of a user, or of ourselves; nothing when there is no such user.
pub(crate) fn user_id(name: Option<&str>) -> Option<u32> {
    number_of("-u", name)
}

/// The number of a user's own group.
pub(crate) fn group_id(name: Option<&str>) -> Option<u32> {
    number_of("-g", name)
}

fn number_of(which: &str, name: Option<&str>) -> Option<u32> {
    let mut command = std::process::Command::new("id");
    command.arg(which).args(name);
    command.stderr(std::process::Stdio::null());
    let output = command.output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    text.parse().ok().filter(|_| output.status.success())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_root_holds_this_crate() {
        assert!(root().unwrap().join("xtask/src/place.rs").is_file());
    }

    #[test]
    fn programs_are_found_or_not() {
        assert!(program("sh").is_some());
        assert!(program("no-such-program-anywhere").is_none());
    }

    #[test]
    fn we_are_somebody_and_nobody_else_is() {
        assert!(user_id(None).is_some());
        assert!(user_id(Some("no-such-person-here")).is_none());
    }
}
