//! The scanner for JavaScript and TypeScript.

use super::{Builder, Source, is_word};

/// Cuts a script into code, comments and literals. Regular expressions are told from divisions by
/// what stands before them, which is right for formatted code.
pub(crate) fn scan(text: &str) -> Source {
    let mut scanner = Scanner {
        bytes: text.as_bytes(),
        builder: Builder::new(text),
        templates: Vec::new(),
        last: Last::Operator,
    };
    let mut at = 0;
    while at < text.len() {
        at = scanner.step(at);
    }
    scanner.builder.finish()
}

/// What the last piece of code was, to tell `/` the division from `/` the regular expression.
#[derive(Clone, Copy, PartialEq)]
enum Last {
    Operator,
    Value,
}

struct Scanner<'a> {
    bytes: &'a [u8],
    builder: Builder<'a>,
    /// For each template literal we are inside of: how many braces are open in its `${ … }`.
    templates: Vec<usize>,
    last: Last,
}

impl Scanner<'_> {
    fn step(&mut self, at: usize) -> usize {
        let byte = self.bytes[at];
        match byte {
            b'/' if self.bytes[at..].starts_with(b"//") => {
                let end = self.find(at, |rest| rest[0] == b'\n');
                self.builder.comment(at, end);
                end
            }
            b'/' if self.bytes[at..].starts_with(b"/*") => {
                let end = self.find(at + 2, |rest| rest.starts_with(b"*/")) + 2;
                let end = end.min(self.bytes.len());
                self.builder.comment(at, end);
                end
            }
            b'/' if self.last == Last::Operator => self.expression(at),
            b'"' | b'\'' => {
                let end = self.quoted(at + 1, byte);
                self.builder.literal(at + 1, end);
                self.last = Last::Value;
                end + 1
            }
            b'`' => self.template(at + 1),
            b'{' | b'}' => self.brace(at),
            _ if is_word(byte) => self.word(at),
            _ if byte.is_ascii_whitespace() => at + 1,
            _ => {
                let value = matches!(byte, b')' | b']');
                self.last = if value { Last::Value } else { Last::Operator };
                at + 1
            }
        }
    }

    /// The first place from `from` where `stop` says yes, or the end.
    fn find(&self, from: usize, stop: impl Fn(&[u8]) -> bool) -> usize {
        let mut at = from;
        while at < self.bytes.len() && !stop(&self.bytes[at..]) {
            at += 1;
        }
        at.min(self.bytes.len())
    }

    fn quoted(&self, from: usize, quote: u8) -> usize {
        let mut at = from;
        while at < self.bytes.len() && self.bytes[at] != quote && self.bytes[at] != b'\n' {
            at += if self.bytes[at] == b'\\' { 2 } else { 1 };
        }
        at.min(self.bytes.len())
    }

    fn expression(&mut self, at: usize) -> usize {
        let mut end = at + 1;
        let mut class = false;
        while let Some(byte) = self.bytes.get(end) {
            match byte {
                b'\n' => break,
                b'\\' => end += 1,
                b'[' => class = true,
                b']' => class = false,
                b'/' if !class => break,
                _ => {}
            }
            end += 1;
        }
        self.builder.other_literal(at + 1, end);
        self.last = Last::Value;
        end + 1
    }

    /// A stretch of template text from `from` to its end or its next `${`.
    fn template(&mut self, from: usize) -> usize {
        let mut at = from;
        while at < self.bytes.len() {
            match self.bytes[at] {
                b'\\' => at += 2,
                b'`' => {
                    self.builder.literal(from, at);
                    self.last = Last::Value;
                    return at + 1;
                }
                b'$' if self.bytes.get(at + 1) == Some(&b'{') => {
                    self.builder.literal(from, at);
                    self.builder.other_literal(at, at + 2);
                    self.templates.push(0);
                    self.last = Last::Operator;
                    return at + 2;
                }
                _ => at += 1,
            }
        }
        self.builder.literal(from, self.bytes.len());
        self.bytes.len()
    }

    fn brace(&mut self, at: usize) -> usize {
        self.last = Last::Operator;
        let Some(open) = self.templates.last_mut() else {
            return at + 1;
        };
        if self.bytes[at] == b'{' {
            *open += 1;
        } else if *open > 0 {
            *open -= 1;
        } else {
            self.templates.pop();
            self.builder.other_literal(at, at + 1);
            return self.template(at + 1);
        }
        at + 1
    }

    fn word(&mut self, at: usize) -> usize {
        let end = self.find(at, |rest| !is_word(rest[0]));
        let before_expression: &[&[u8]] = &[b"return", b"typeof", b"case", b"in", b"of", b"await"];
        let operator = before_expression.contains(&&self.bytes[at..end]);
        self.last = if operator {
            Last::Operator
        } else {
            Last::Value
        };
        end
    }
}

#[cfg(test)]
mod tests {
    use super::scan;

    #[test]
    fn strings_templates_and_expressions() {
        let text = "f('a{', \"b}\", `c{${g({ d: `e}` })}f}`, /[/{]\\/{/.test(h), 1 / 2 / 3); // {\n/* { */";
        let source = scan(text);
        let literals: Vec<&str> = source.literals.iter().map(|l| l.text.as_str()).collect();
        assert_eq!(literals, ["a{", "b}", "c{", "e}", "f}"]);
        assert_eq!(source.code.matches('{').count(), 1, "{}", source.code);
        assert_eq!(source.code.matches('}').count(), 1, "{}", source.code);
        assert!(source.code.contains("1 / 2 / 3"), "{}", source.code);
        assert_eq!(source.code.len(), text.len());
    }

    #[test]
    fn unfinished_texts_end() {
        for text in ["'", "`${", "`", "/*", "/", "'\\", "`\\", "/\\"] {
            assert_eq!(scan(text).code.len(), text.len());
        }
    }
}
