//! Source texts cut into code, comments and literals, as far as the rules of the house need it.
//!
//! Not a parser: a scanner that knows where strings and comments begin and end, so that a brace in a
//! string is no brace and a `todo!` in a comment is no call.

mod functions;
mod rust;
mod script;
mod uses;

pub(crate) use functions::{Function, rust_functions, script_functions};
pub(crate) use rust::scan as rust;
pub(crate) use script::scan as script;
pub(crate) use uses::crate_paths;

/// A text with everything that is not code blanked out. All three parts have the same length and the
/// same lines, so an offset in one is an offset in all.
#[derive(Debug)]
pub(crate) struct Source {
    /// Code only: comments and the insides of literals are spaces.
    pub(crate) code: String,
    /// Code and literals: only comments are spaces.
    pub(crate) uncommented: String,
    /// The string literals in order.
    pub(crate) literals: Vec<Literal>,
}

/// A string literal, without its quotes.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Literal {
    /// Its first line, counted from 1.
    pub(crate) line: usize,
    pub(crate) text: String,
}

/// The line of an offset, counted from 1.
pub(crate) fn line_of(text: &str, offset: usize) -> usize {
    text.as_bytes()[..offset.min(text.len())]
        .iter()
        .filter(|byte| **byte == b'\n')
        .count()
        + 1
}

/// Whether a byte can be part of a name.
pub(crate) fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 0x80
}

/// Offsets at which `word` stands alone in `text`, not as part of a longer name.
pub(crate) fn words(text: &str, word: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let found = text.match_indices(word).map(|(at, _)| at);
    found
        .filter(|&at| {
            let before = at.checked_sub(1).map(|index| bytes[index]);
            let after = bytes.get(at + word.len()).copied();
            !before.is_some_and(is_word) && !after.is_some_and(is_word)
        })
        .collect()
}

/// Builds a `Source` while a scanner walks over the text.
struct Builder<'a> {
    text: &'a str,
    code: Vec<u8>,
    uncommented: Vec<u8>,
    literals: Vec<Literal>,
}

impl<'a> Builder<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            text,
            code: text.as_bytes().to_vec(),
            uncommented: text.as_bytes().to_vec(),
            literals: Vec::new(),
        }
    }

    fn comment(&mut self, from: usize, to: usize) {
        blank(&mut self.code, from, to);
        blank(&mut self.uncommented, from, to);
    }

    /// A literal whose insides are `from..to`.
    fn literal(&mut self, from: usize, to: usize) {
        blank(&mut self.code, from, to);
        self.literals.push(Literal {
            line: line_of(self.text, from),
            text: self.text.get(from..to).unwrap_or_default().to_owned(),
        });
    }

    /// A literal that is no string, for example a character.
    fn other_literal(&mut self, from: usize, to: usize) {
        blank(&mut self.code, from, to);
    }

    fn finish(self) -> Source {
        let readable = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
        Source {
            code: readable(self.code),
            uncommented: readable(self.uncommented),
            literals: self.literals,
        }
    }
}

fn blank(bytes: &mut [u8], from: usize, to: usize) {
    let end = to.min(bytes.len());
    for byte in &mut bytes[from.min(end)..end] {
        if *byte != b'\n' {
            *byte = b' ';
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_words_are_found() {
        let text = "fn a() {}\nlet fnord = fn_name; fn b() {}";
        assert_eq!(words(text, "fn").len(), 2);
        assert_eq!(line_of(text, words(text, "fn")[1]), 2);
    }
}
