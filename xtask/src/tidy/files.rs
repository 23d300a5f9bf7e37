//! The repository's files in memory, so that checks are plain functions and tests need no disk.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Folders that hold what is built or downloaded, not what is written.
const NOT_OURS: &[&str] = &[
    "target",
    "node_modules",
    ".git",
    "screenshots",
    "test-results",
    "playwright-report",
];

/// The endings of files whose text a check reads.
const READ: &[&str] = &[
    "rs", "js", "mjs", "ts", "css", "html", "md", "ftl", "toml", "txt", "sql", "REQUIRED",
];

/// Paths relative to the repository's top, with `/`, and the texts of those that checks read.
#[derive(Debug, Default)]
pub(crate) struct Files {
    texts: BTreeMap<String, String>,
    others: BTreeSet<String>,
    /// The top folder; nothing for samples in tests.
    pub(crate) root: Option<PathBuf>,
}

impl Files {
    /// Reads the repository at `root`.
    pub(crate) fn load(root: &Path) -> Result<Self, String> {
        let mut files = Self {
            root: Some(root.to_path_buf()),
            ..Self::default()
        };
        files.walk(root, "")?;
        Ok(files)
    }

    #[cfg(test)]
    pub(crate) fn sample(texts: &[(&str, &str)]) -> Self {
        let owned = texts
            .iter()
            .map(|(path, text)| ((*path).to_owned(), (*text).to_owned()));
        Self {
            texts: owned.collect(),
            ..Self::default()
        }
    }

    fn walk(&mut self, folder: &Path, prefix: &str) -> Result<(), String> {
        let told = |e: std::io::Error| format!("{}: {e}", folder.display());
        for entry in std::fs::read_dir(folder).map_err(told)? {
            let entry = entry.map_err(told)?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = format!("{prefix}{name}");
            let kind = entry.file_type().map_err(told)?;
            if kind.is_dir() {
                let data = prefix.is_empty() && name == "data";
                if !NOT_OURS.contains(&name.as_str()) && !data {
                    self.walk(&entry.path(), &format!("{path}/"))?;
                }
            } else if READ.contains(&name.rsplit('.').next().unwrap_or_default()) {
                let bytes = std::fs::read(entry.path()).map_err(told)?;
                let text = String::from_utf8_lossy(&bytes).into_owned();
                self.texts.insert(path, text);
            } else {
                self.others.insert(path);
            }
        }
        Ok(())
    }

    /// The text of a file.
    pub(crate) fn text(&self, path: &str) -> Option<&str> {
        self.texts.get(path).map(String::as_str)
    }

    /// Files whose path begins with `prefix` and ends with `ending`, with their texts, in order.
    pub(crate) fn texts<'a>(
        &'a self,
        prefix: &'a str,
        ending: &'a str,
    ) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.texts
            .range(prefix.to_owned()..)
            .take_while(move |(path, _)| path.starts_with(prefix))
            .filter(move |(path, _)| path.ends_with(ending))
            .map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// Whether there is such a file or folder.
    pub(crate) fn exists(&self, path: &str) -> bool {
        let path = path.trim_end_matches('/');
        let inside = format!("{path}/");
        let in_texts = self.texts.range(inside.clone()..).next();
        let in_others = self.others.range(inside.clone()..).next();
        self.texts.contains_key(path)
            || self.others.contains(path)
            || in_texts.is_some_and(|(name, _)| name.starts_with(&inside))
            || in_others.is_some_and(|name| name.starts_with(&inside))
    }

    /// The names at the top of the repository.
    pub(crate) fn top(&self) -> BTreeSet<&str> {
        let names = self.texts.keys().chain(&self.others);
        names.filter_map(|path| path.split('/').next()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Files;

    #[test]
    fn files_and_folders_exist() {
        let files = Files::sample(&[("a/b/c.rs", "x"), ("a/bc.rs", "y"), ("d.md", "z")]);
        assert!(files.exists("a") && files.exists("a/b/") && files.exists("a/b/c.rs"));
        assert!(!files.exists("a/b/c") && !files.exists("a/c"));
        let below: Vec<&str> = files.texts("a/b", ".rs").map(|(path, _)| path).collect();
        assert_eq!(below, ["a/b/c.rs", "a/bc.rs"]);
        assert_eq!(files.top().into_iter().collect::<Vec<_>>(), ["a", "d.md"]);
    }
}
