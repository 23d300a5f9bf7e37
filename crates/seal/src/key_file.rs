//! The installation key in a file or in the environment.

use crate::InstallationKey;
use crate::hexadecimal;
use crate::secret::{LENGTH, Secret, fill_random};
use base64::Engine;
use base64::alphabet::{STANDARD, URL_SAFE};
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Write};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// Longer files are no key files and are not read to the end.
const LONGEST: u64 = 1024;

/// Either alphabet and any padding are taken: keys are copied by hand and made by many tools.
const FORGIVING: GeneralPurposeConfig =
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);
const BASE64: GeneralPurpose = GeneralPurpose::new(&STANDARD, FORGIVING);
const BASE64_URL: GeneralPurpose = GeneralPurpose::new(&URL_SAFE, FORGIVING);

/// Why there is no installation key. Never contains the key.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// Others than the owner may read or change the file.
    #[error(
        "the key file {} may be read or changed by others than its owner (mode {mode:03o}): run chmod 600 on it, \
         and make a new key if somebody could have copied it",
        path.display()
    )]
    TooOpen {
        /// The file.
        path: PathBuf,
        /// Its permissions.
        mode: u32,
    },
    /// The text is no key.
    #[error("{what}: a key is 32 random bytes in base64, as `openssl rand -base64 32` makes one")]
    NotAKey {
        /// What is wrong with it.
        what: &'static str,
    },
    /// The file cannot be read or made.
    #[error("the key file {} cannot be {doing}: {source}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// "read" or "made".
        doing: &'static str,
        /// What the operating system says.
        source: io::Error,
    },
}

impl InstallationKey {
    /// Reads the key from a file. Where there is none, makes a key and the file: readable by its owner alone, whole or
    /// not there, on the disk before this returns; of several processes that start together one makes the key and all
    /// have the same. The second value tells whether this call made it.
    ///
    /// # Errors
    /// If others may read or change the file, if it holds no key, or if it cannot be read or made. The folder must
    /// exist.
    pub fn load_or_create(path: impl AsRef<Path>) -> Result<(InstallationKey, bool), KeyError> {
        let path = path.as_ref();
        if let Some(key) = load(path)? {
            return Ok((key, false));
        }
        let key = InstallationKey::generate();
        let made = publish(path, &key).map_err(|source| failed(path, "made", source))?;
        if made {
            return Ok((key, true));
        }
        // Another process was quicker; its file was whole from the moment it could be seen.
        match load(path)? {
            Some(key) => Ok((key, false)),
            None => Err(failed(path, "read", ErrorKind::NotFound.into())),
        }
    }

    /// Reads the key from base64, as the environment gives it. Blanks around it are allowed.
    ///
    /// # Errors
    /// If it is not base64, not 32 bytes long, or plainly not random.
    pub fn from_base64(text: &str) -> Result<InstallationKey, KeyError> {
        let text = text.trim();
        let bytes = BASE64.decode(text).or_else(|_| BASE64_URL.decode(text));
        let bytes = Zeroizing::new(bytes.map_err(|_| KeyError::NotAKey {
            what: "the key is not base64",
        })?);
        let secret = Secret::from_slice(&bytes).ok_or(KeyError::NotAKey {
            what: "the key is not 32 bytes long",
        })?;
        // One byte repeated is a placeholder that somebody forgot to fill.
        if bytes.iter().all(|byte| *byte == bytes[0]) {
            return Err(KeyError::NotAKey {
                what: "the key is one byte repeated",
            });
        }
        Ok(InstallationKey::from_secret(secret))
    }

    /// The key as base64, for keeping a copy in a safe place. Whoever reads it can read everything.
    pub fn to_base64(&self) -> Zeroizing<String> {
        Zeroizing::new(BASE64.encode(self.master.bytes()))
    }
}

fn failed(path: &Path, doing: &'static str, source: io::Error) -> KeyError {
    KeyError::File {
        path: path.to_owned(),
        doing,
        source,
    }
}

/// The key in the file, or nothing where there is no file.
fn load(path: &Path) -> Result<Option<InstallationKey>, KeyError> {
    let cannot = |source| failed(path, "read", source);
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(cannot(error)),
    };
    // Asked of the open file, not of the path, which may name another file by now.
    let mode = file.metadata().map_err(cannot)?.mode() & 0o777;
    if mode & 0o077 != 0 {
        return Err(KeyError::TooOpen {
            path: path.to_owned(),
            mode,
        });
    }
    let mut text = Zeroizing::new(String::with_capacity(LENGTH * 2));
    file.take(LONGEST)
        .read_to_string(&mut text)
        .map_err(cannot)?;
    InstallationKey::from_base64(&text).map(Some)
}

/// Writes the key beside its place and then links it there, which happens at once or not at all. False if the
/// place is taken.
fn publish(path: &Path, key: &InstallationKey) -> io::Result<bool> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mut random = [0; 8];
    fill_random(&mut random);
    let draft = folder.join(format!(".cairn-key-{}", hexadecimal(&random)));
    let written = write_whole(&draft, key).and_then(|()| match fs::hard_link(&draft, path) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(error),
    });
    // The draft goes in every case; where it cannot, it is as well protected as the key itself.
    let removed = fs::remove_file(&draft);
    let made = written?;
    removed?;
    File::open(folder)?.sync_all()?;
    Ok(made)
}

fn write_whole(path: &Path, key: &InstallationKey) -> io::Result<()> {
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)?;
    file.write_all(key.to_base64().as_bytes())?;
    file.write_all(b"\n")?;
    file.sync_all()
}
