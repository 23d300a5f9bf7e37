//! The scanner for Rust.

use super::{Builder, Source, is_word};

/// Cuts a Rust text into code, comments and literals.
pub(crate) fn scan(text: &str) -> Source {
    let bytes = text.as_bytes();
    let mut builder = Builder::new(text);
    let mut at = 0;
    while at < bytes.len() {
        at = match bytes[at] {
            b'/' if bytes.get(at + 1) == Some(&b'/') => {
                let end = end_of_line(bytes, at);
                builder.comment(at, end);
                end
            }
            b'/' if bytes.get(at + 1) == Some(&b'*') => {
                let end = end_of_block(bytes, at);
                builder.comment(at, end);
                end
            }
            b'"' => {
                let end = end_of_string(bytes, at + 1);
                builder.literal(at + 1, end);
                end + 1
            }
            b'r' if !follows_a_word(bytes, at) => match raw_string(bytes, at) {
                Some((from, to, after)) => {
                    builder.literal(from, to);
                    after
                }
                None => at + 1,
            },
            b'\'' => match end_of_character(text, at) {
                Some(end) => {
                    builder.other_literal(at, end);
                    end
                }
                None => at + 1,
            },
            _ => at + 1,
        };
    }
    builder.finish()
}

/// Whether the byte before belongs to a name; `br"…"` and `cr"…"` are the two exceptions.
fn follows_a_word(bytes: &[u8], at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else {
        return false;
    };
    let prefix = matches!(bytes[before], b'b' | b'c');
    let alone = before == 0 || !is_word(bytes[before - 1]);
    is_word(bytes[before]) && !(prefix && alone)
}

fn end_of_line(bytes: &[u8], from: usize) -> usize {
    let rest = bytes[from..].iter().position(|byte| *byte == b'\n');
    rest.map_or(bytes.len(), |length| from + length)
}

/// The end of a `/* … */`, which may hold others.
fn end_of_block(bytes: &[u8], from: usize) -> usize {
    let mut depth = 0;
    let mut at = from;
    while at < bytes.len() {
        if bytes[at..].starts_with(b"/*") {
            depth += 1;
            at += 2;
        } else if bytes[at..].starts_with(b"*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += 1;
        }
    }
    bytes.len()
}

/// The place of the closing quote of a string whose insides start at `from`.
fn end_of_string(bytes: &[u8], from: usize) -> usize {
    let mut at = from;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 2,
            b'"' => return at,
            _ => at += 1,
        }
    }
    bytes.len()
}

/// For an `r` at `at`: the insides of the raw string that starts there and the place after it.
fn raw_string(bytes: &[u8], at: usize) -> Option<(usize, usize, usize)> {
    let hashes = bytes[at + 1..]
        .iter()
        .take_while(|byte| **byte == b'#')
        .count();
    let from = at + 1 + hashes + 1;
    if bytes.get(from - 1) != Some(&b'"') {
        return None;
    }
    let mut closing = vec![b'"'];
    closing.resize(1 + hashes, b'#');
    let length = bytes[from..]
        .windows(closing.len())
        .position(|window| window == closing)?;
    let to = from + length;
    Some((from, to, to + closing.len()))
}

/// The place after a character literal that starts at `at`; nothing when it is a lifetime.
fn end_of_character(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at + 1..)?;
    let first = rest.chars().next()?;
    if first == '\\' {
        let after = rest.get(2..)?.find('\'')?;
        return Some(at + 1 + 2 + after + 1);
    }
    let end = first.len_utf8();
    (rest.get(end..)?.starts_with('\'')).then_some(at + 1 + end + 1)
}

#[cfg(test)]
mod tests {
    use super::scan;

    fn literals(text: &str) -> Vec<String> {
        scan(text)
            .literals
            .into_iter()
            .map(|literal| literal.text)
            .collect()
    }

    #[test]
    fn strings_of_every_kind() {
        let text = r####"a("x\"}", b"y", r"\", r#"q"q"#, br##"z"# "##, for_r, r#type, 'é', '"', '\'', &'a str, "end")"####;
        assert_eq!(
            literals(text),
            ["x\\\"}", "y", "\\", "q\"q", "z\"# ", "end"]
        );
        let code = scan(text).code;
        assert_eq!(code.len(), text.len());
        assert!(code.contains("for_r, r#type"), "{code}");
        assert!(code.contains("&'a str"), "{code}");
        assert!(!code.contains('}'), "{code}");
    }

    #[test]
    fn comments_and_lines() {
        let text = "one // \"no\" {\n/* two /* { */ \" */ three \"four\n\" five";
        let source = scan(text);
        assert_eq!(source.literals.len(), 1);
        assert_eq!(source.literals[0].line, 2);
        assert!(!source.code.contains('{'));
        assert_eq!(source.code.lines().count(), text.lines().count());
        assert!(source.uncommented.contains("four") && !source.code.contains("four"));
        assert!(!source.uncommented.contains("two"));
        assert!(source.code.contains("three") && source.code.contains("five"));
    }

    #[test]
    fn unfinished_texts_end() {
        for text in ["\"", "r#\"", "'", "'\\", "/*", "r", "\"\\", "br"] {
            assert_eq!(scan(text).code.len(), text.len());
        }
    }
}
