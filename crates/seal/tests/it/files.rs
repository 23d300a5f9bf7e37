//! The key in a file and in the environment.

use cairn_seal::{InstallationKey, KeyError};
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// A folder of its own for each test, gone afterwards.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let path = std::env::temp_dir().join(format!("cairn-seal-{}-{name}", std::process::id()));
        fs::create_dir_all(&path).expect("a folder");
        Folder(path)
    }

    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.0).expect("the folder");
        entries
            .map(|entry| {
                entry
                    .expect("an entry")
                    .file_name()
                    .to_string_lossy()
                    .into_owned()
            })
            .collect()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn a_key_is_made_once_and_found_again() {
    let folder = Folder::new("once");
    let path = folder.0.join("key");
    let (first, created) = InstallationKey::load_or_create(&path).expect("a key");
    assert!(created);
    assert_eq!(
        fs::metadata(&path).expect("the file").permissions().mode() & 0o777,
        0o600
    );
    let (second, created) = InstallationKey::load_or_create(&path).expect("a key");
    assert!(!created);
    assert_eq!(first.fingerprint(), second.fingerprint());
    assert_eq!(folder.names(), ["key"], "no draft stays behind");
}

#[test]
fn a_file_that_others_may_read_is_refused() {
    let folder = Folder::new("modes");
    let path = folder.0.join("key");
    InstallationKey::load_or_create(&path).expect("a key");
    for (mode, good) in [
        (0o600, true),
        (0o400, true),
        (0o640, false),
        (0o604, false),
        (0o620, false),
        (0o610, false),
    ] {
        fs::set_permissions(&path, Permissions::from_mode(mode)).expect("a mode");
        match InstallationKey::load_or_create(&path) {
            Ok(_) => assert!(good, "{mode:o}"),
            Err(error) => {
                assert!(
                    !good && matches!(error, KeyError::TooOpen { .. }),
                    "{mode:o}: {error}"
                );
                assert!(
                    error.to_string().contains(&format!("{mode:o}"))
                        && error.to_string().contains("chmod 600")
                );
            }
        }
    }
}

#[test]
fn a_file_without_a_key_is_refused_and_kept() {
    let folder = Folder::new("no-key");
    let path = folder.0.join("key");
    for text in ["", "hello", "AAAA", &"A".repeat(43), "\u{fffd}"] {
        fs::write(&path, text).expect("a file");
        fs::set_permissions(&path, Permissions::from_mode(0o600)).expect("a mode");
        let error = InstallationKey::load_or_create(&path).expect_err(text);
        assert!(matches!(error, KeyError::NotAKey { .. }), "{error}");
        assert_eq!(fs::read_to_string(&path).expect("the file"), text);
    }
    let error =
        InstallationKey::load_or_create(folder.0.join("nowhere/key")).expect_err("no folder");
    assert!(
        matches!(error, KeyError::File { doing: "made", .. }),
        "{error}"
    );
    let error = InstallationKey::load_or_create(&folder.0).expect_err("a folder is no key");
    assert!(
        matches!(error, KeyError::TooOpen { .. } | KeyError::File { .. }),
        "{error}"
    );
}

#[test]
fn many_threads_agree_on_one_key() {
    let folder = Folder::new("threads");
    let path = folder.0.join("key");
    let prints: Vec<(String, bool)> = std::thread::scope(|scope| {
        let start = || {
            InstallationKey::load_or_create(&path)
                .map(|(key, created)| (key.fingerprint(), created))
        };
        let threads: Vec<_> = (0..16).map(|_| scope.spawn(start)).collect();
        threads
            .into_iter()
            .map(|thread| thread.join().expect("no panic").expect("a key"))
            .collect()
    });
    assert!(prints.iter().all(|(print, _)| *print == prints[0].0));
    assert_eq!(prints.iter().filter(|(_, created)| *created).count(), 1);
    assert_eq!(folder.names(), ["key"]);
}

#[test]
fn several_processes_agree_on_one_key() {
    let folder = Folder::new("processes");
    let path = folder.0.join("key");
    let start = |_| {
        Command::new(std::env::current_exe().expect("this program"))
            .args(["--exact", "files::one_process_of_several", "--nocapture"])
            .env("CAIRN_SEAL_TEST_KEY", &path)
            .stdout(Stdio::piped())
            .spawn()
            .expect("starts")
    };
    let children: Vec<_> = (0..8).map(start).collect();
    let mut prints = Vec::new();
    for child in children {
        let output = child.wait_with_output().expect("ends");
        assert!(output.status.success());
        let text = String::from_utf8(output.stdout).expect("text");
        prints.push(text.split_once("fingerprint=").expect("a print").1[..16].to_owned());
    }
    assert_eq!(prints.len(), 8);
    assert!(prints.iter().all(|print| *print == prints[0]), "{prints:?}");
}

/// Does nothing by itself; the test above starts it in processes of their own.
#[test]
fn one_process_of_several() {
    if let Some(path) = std::env::var_os("CAIRN_SEAL_TEST_KEY") {
        let (key, _) = InstallationKey::load_or_create(path).expect("a key");
        println!("fingerprint={}", key.fingerprint());
    }
}

#[test]
fn base64_of_every_kind_is_a_key() {
    let standard = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwd//8=";
    let print = InstallationKey::from_base64(standard)
        .expect("a key")
        .fingerprint();
    for form in [
        "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwd//8",
        "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwd__8=",
        " AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwd//8=\n",
    ] {
        assert_eq!(
            InstallationKey::from_base64(form)
                .expect(form)
                .fingerprint(),
            print
        );
    }
    let key = InstallationKey::generate();
    let again = InstallationKey::from_base64(&key.to_base64()).expect("a key");
    assert_eq!(key.fingerprint(), again.fingerprint());
    for (text, what) in [
        ("", "not 32 bytes"),
        ("!", "not base64"),
        ("AAECAw==", "not 32 bytes"),
        (&"A".repeat(43), "repeated"),
    ] {
        let error = InstallationKey::from_base64(text)
            .expect_err(text)
            .to_string();
        assert!(error.contains(what), "{text}: {error}");
    }
}
