//! Where functions begin and end.

use super::{is_word, line_of, words};

/// A function and how many lines it takes, from its name's line to its closing brace.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Function {
    pub(crate) name: String,
    /// Its first line, counted from 1.
    pub(crate) line: usize,
    pub(crate) lines: usize,
}

/// The functions with a body in Rust code (comments and literals blanked), inner ones included.
pub(crate) fn rust_functions(code: &str) -> Vec<Function> {
    let mut found = Vec::new();
    for at in words(code, "fn") {
        let after = at + 2;
        let name = name_after(code, after);
        // `fn(A) -> B` is a type.
        if name.is_empty() {
            continue;
        }
        if let Some(open) = body(code, after)
            && let Some(close) = closing(code, open)
        {
            found.push(function(code, name, at, close));
        }
    }
    found
}

/// The functions in JavaScript or TypeScript code (comments and literals blanked): declarations,
/// methods and arrows with a body. The callback of a `describe` is a list of tests, not a function.
pub(crate) fn script_functions(code: &str) -> Vec<Function> {
    let mut found = Vec::new();
    for (open, _) in code.match_indices('{') {
        let Some((start, name)) = script_head(code, open) else {
            continue;
        };
        if let Some(close) = closing(code, open) {
            found.push(function(code, name, start, close));
        }
    }
    found
}

fn function(code: &str, name: String, start: usize, close: usize) -> Function {
    let line = line_of(code, start);
    Function {
        name,
        line,
        lines: line_of(code, close) - line + 1,
    }
}

fn name_after(code: &str, from: usize) -> String {
    let rest = code[from..].trim_start();
    let letters = rest
        .chars()
        .take_while(|c| c.is_alphanumeric() || "_$#".contains(*c));
    letters.collect()
}

/// The brace that opens the body; nothing for a declaration that ends in `;`.
fn body(code: &str, from: usize) -> Option<usize> {
    let mut depth = 0_i32;
    for (index, byte) in code.bytes().enumerate().skip(from) {
        match byte {
            b'(' | b'[' => depth += 1,
            b')' | b']' => depth -= 1,
            b'{' if depth == 0 => return Some(index),
            b';' | b'}' if depth == 0 => return None,
            _ => {}
        }
        if depth < 0 {
            return None;
        }
    }
    None
}

/// The brace that closes the one at `open`.
fn closing(code: &str, open: usize) -> Option<usize> {
    let mut depth = 0_i32;
    for (index, byte) in code.bytes().enumerate().skip(open) {
        match byte {
            b'{' => depth += 1,
            b'}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(index);
        }
    }
    None
}

const NO_FUNCTIONS: &[&str] = &["if", "for", "while", "switch", "catch", "with", "await"];

/// If the brace at `open` opens a function's body: where the function starts and its name.
fn script_head(code: &str, open: usize) -> Option<(usize, String)> {
    let before = code[..open].trim_end();
    if let Some(head) = before.strip_suffix("=>") {
        let head = head.trim_end();
        let start = match head.ends_with(')') {
            true => opening(head, head.len() - 1)?,
            false => start_of_word(head, head.len()),
        };
        let line = code[..start].rfind('\n').map_or(0, |end| end + 1);
        let first_words = &code[line..start];
        let is_list = first_words.contains("describe");
        return (!is_list).then(|| (start, arrow_name(first_words)));
    }
    let close = match before.ends_with(')') {
        true => before.len() - 1,
        false => before_return_type(before)?,
    };
    let parameters = opening(before, close)?;
    let head = before[..parameters].trim_end();
    let start = start_of_word(head, head.len());
    let name = &head[start..];
    if name == "function" {
        return Some((start, "(without a name)".to_owned()));
    }
    (!name.is_empty() && !NO_FUNCTIONS.contains(&name)).then(|| (start, name.to_owned()))
}

/// The closing parenthesis in `): Promise<void>`, where a TypeScript result type stands before the body.
fn before_return_type(before: &str) -> Option<usize> {
    let colon = before.rfind("):")?;
    let kind = &before[colon + 2..];
    let plain = !kind.contains([';', '{', '}', '(', '=', '?', '\n']) && !kind.trim().is_empty();
    plain.then_some(colon)
}

/// `const name = async` → `name`, or the first word of the line.
fn arrow_name(first_words: &str) -> String {
    let mut names = first_words.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == '.'));
    let name = names
        .rfind(|word| !["", "const", "let", "export", "default", "async", "return"].contains(word));
    name.unwrap_or("(without a name)").to_owned()
}

/// The parenthesis that opens the one that closes at `close`.
fn opening(code: &str, close: usize) -> Option<usize> {
    let mut depth = 0_i32;
    for index in (0..=close).rev() {
        match code.as_bytes()[index] {
            b')' => depth += 1,
            b'(' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(index);
        }
    }
    None
}

fn start_of_word(code: &str, end: usize) -> usize {
    let bytes = code.as_bytes();
    let mut start = end;
    while start > 0 && (is_word(bytes[start - 1]) || b"$#".contains(&bytes[start - 1])) {
        start -= 1;
    }
    start
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source;

    fn measured(functions: &[Function]) -> Vec<(&str, usize, usize)> {
        let each = functions.iter();
        each.map(|f| (f.name.as_str(), f.line, f.lines)).collect()
    }

    #[test]
    fn rust() {
        let text = "\
/// fn no() {
pub fn one(a: [u8; 4]) -> Result<(), String>
where
    A: Fn(u8) -> u8,
{
    let s = \"}\";
    fn inner() {}
}
trait T { fn declared(&self); fn given(&self) {
    } }
type F = fn(u8) -> u8;
async fn two() { if x { } }
";
        let functions = rust_functions(&source::rust(text).code);
        assert_eq!(
            measured(&functions),
            [
                ("one", 2, 7),
                ("inner", 7, 1),
                ("given", 9, 2),
                ("two", 12, 1)
            ]
        );
    }

    #[test]
    fn scripts() {
        let text = "\
export async function one(a, { b }) {
  if (a) {
    return `${b}}`;
  }
}
const two = async (x) => {
  for (const y of x) { y(); }
};
class C {
  three(): Promise<void> {
  }
}
test.describe('many', () => {
  test('four', async ({ page }) => {
    await page.goto('/');
  });
});
const plain = { a: 1 };
function () {}
";
        let functions = script_functions(&source::script(text).code);
        assert_eq!(
            measured(&functions),
            [
                ("one", 1, 5),
                ("two", 6, 3),
                ("three", 10, 2),
                ("test", 14, 3),
                ("(without a name)", 19, 1)
            ]
        );
    }
}
