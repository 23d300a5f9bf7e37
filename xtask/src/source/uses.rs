//! The paths that start at the crate, in `use` trees and in the middle of code.

use super::{is_word, line_of, words};

/// A path below `crate::`, with the line it starts on.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct CratePath {
    pub(crate) line: usize,
    /// `crate::people::{Member, store::X}` gives `[people, Member]` and `[people, store, X]`.
    pub(crate) parts: Vec<String>,
}

/// Every path that begins with `crate::` in Rust code (comments and literals blanked).
pub(crate) fn crate_paths(code: &str) -> Vec<CratePath> {
    let mut found = Vec::new();
    for at in words(code, "crate") {
        let mut reader = Reader {
            code: code.as_bytes(),
            at: at + "crate".len(),
        };
        if !reader.eat("::") {
            continue;
        }
        let mut paths = Vec::new();
        reader.tree(&mut Vec::new(), &mut paths);
        let line = line_of(code, at);
        found.extend(paths.into_iter().map(|parts| CratePath { line, parts }));
    }
    found
}

struct Reader<'a> {
    code: &'a [u8],
    at: usize,
}

impl Reader<'_> {
    fn space(&mut self) {
        while self.code.get(self.at).is_some_and(u8::is_ascii_whitespace) {
            self.at += 1;
        }
    }

    fn eat(&mut self, text: &str) -> bool {
        self.space();
        let there = self.code[self.at..].starts_with(text.as_bytes());
        if there {
            self.at += text.len();
        }
        there
    }

    fn word(&mut self) -> String {
        self.space();
        let from = self.at;
        while self.code.get(self.at).is_some_and(|byte| is_word(*byte)) {
            self.at += 1;
        }
        String::from_utf8_lossy(&self.code[from..self.at]).into_owned()
    }

    /// Reads one tree below `path` and adds each of its paths.
    fn tree(&mut self, path: &mut Vec<String>, paths: &mut Vec<Vec<String>>) {
        let length = path.len();
        if self.eat("{") {
            while !self.eat("}") && self.at < self.code.len() {
                let before = self.at;
                self.tree(path, paths);
                if self.eat("as") {
                    self.word();
                }
                self.eat(",");
                if self.at == before {
                    // Not a use tree after all; never stand still.
                    self.at += 1;
                }
            }
            return;
        }
        if self.eat("*") {
            path.push("*".to_owned());
        } else {
            let word = self.word();
            if word.is_empty() {
                return;
            }
            path.push(word);
            let after = self.at;
            if self.eat("::") {
                // `crate::people::Member::<T>::new`: what follows is no part of the path we check.
                match self.code.get(self.at) {
                    Some(b'<') => self.at = after,
                    _ => {
                        self.tree(path, paths);
                        path.truncate(length);
                        return;
                    }
                }
            }
        }
        paths.push(path.clone());
        path.truncate(length);
    }
}

#[cfg(test)]
mod tests {
    use super::crate_paths;

    #[test]
    fn trees_are_unfolded() {
        let code = "use crate::people::{Member, store::{self, X as Y}};\n\
                    use crate::{cx::Cx, matching::*};\n\
                    fn f() { crate::people::Member::new(); crate::error::no::<T>() }\n\
                    pub(crate) fn g() {}";
        let paths: Vec<String> = crate_paths(code)
            .into_iter()
            .map(|path| format!("{} {}", path.line, path.parts.join("::")))
            .collect();
        assert_eq!(
            paths,
            [
                "1 people::Member",
                "1 people::store::self",
                "1 people::store::X",
                "2 cx::Cx",
                "2 matching::*",
                "3 people::Member::new",
                "3 error::no",
            ]
        );
    }

    #[test]
    fn unfinished_trees_end() {
        assert!(crate_paths("use crate::{").is_empty());
        assert_eq!(crate_paths("use crate::{a, (").len(), 1);
    }
}
