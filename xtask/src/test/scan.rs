//! Reads test runners' output while it passes: how many passed, failed, and were skipped, and which.

/// Whose closing lines to expect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Runner {
    Cargo,
    Playwright,
}

/// What a part's output said.
#[derive(Debug, Default, Clone)]
pub(crate) struct Scan {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
    /// Passed only when tried again: a bug, in the product or in the test.
    pub(crate) flaky: u64,
    /// Each skipped test, with its reason where one was given.
    pub(crate) skipped: Vec<String>,
    /// Tests that the runner counted as skipped.
    pub(super) counted: usize,
    /// Tests that the runner named as skipped.
    pub(super) named: usize,
}

impl Scan {
    /// Takes one line of output, without its end.
    pub(crate) fn line(&mut self, runner: Runner, raw: &str) {
        let line = without_colours(raw);
        let line = line.trim_end();
        if let Some(what) = line.strip_prefix("skipped:") {
            self.skipped.push(what.trim().to_owned());
            return;
        }
        match runner {
            Runner::Cargo => self.cargo(line),
            Runner::Playwright => self.playwright(line.trim_start()),
        }
    }

    /// `test result: ok. 12 passed; 0 failed; 1 ignored; …` and `test a::b ... ignored, reason`.
    fn cargo(&mut self, line: &str) {
        if let Some(result) = line.strip_prefix("test result:") {
            let counts = result.split_once('.').map_or(result, |(_, counts)| counts);
            for count in counts.split(';') {
                match number_and_word(count) {
                    Some((number, "passed")) => self.passed += number,
                    Some((number, "failed")) => self.failed += number,
                    _ => {}
                }
            }
        } else if let Some(rest) = line.strip_prefix("test ")
            && let Some((name, state)) = rest.split_once(" ... ")
            && state.starts_with("ignored")
        {
            self.skipped.push(format!("{name} ({state})"));
        }
    }

    /// `  12 passed (3.4s)`, `  2 skipped`, and the list's lines `-  3 [desktop] › a.spec.ts:1:2 › title`.
    fn playwright(&mut self, line: &str) {
        if let Some(rest) = line.strip_prefix("- ")
            && let Some((number, title)) = rest.trim_start().split_once(' ')
            && number.parse::<u64>().is_ok()
        {
            self.named += 1;
            self.skipped.push(title.trim().to_owned());
            return;
        }
        let Some((number, word)) = number_and_word(line) else {
            return;
        };
        let end = line
            .split_once(word)
            .map_or("", |(_, end)| end.trim_start());
        let closing = end.is_empty() || end.starts_with('(') || end == "not run";
        match word {
            _ if !closing => {}
            "passed" => self.passed += number,
            "failed" | "interrupted" => self.failed += number,
            "flaky" => self.flaky += number,
            "skipped" => self.counted += usize::try_from(number).unwrap_or(usize::MAX),
            "did" if end == "not run" => {
                self.counted += usize::try_from(number).unwrap_or(usize::MAX);
            }
            _ => {}
        }
    }

    /// Called after the last line: skips that were counted but not named get a line, too.
    pub(crate) fn finish(&mut self) {
        if let Some(unnamed) = self.counted.checked_sub(self.named)
            && unnamed > 0
        {
            self.skipped
                .push(format!("{unnamed} that the runner counted without naming"));
        }
        self.counted = 0;
        self.named = 0;
    }
}

/// ` 12 passed` → `(12, "passed")`.
fn number_and_word(text: &str) -> Option<(u64, &str)> {
    let mut parts = text.split_whitespace();
    let number = parts.next()?.parse().ok()?;
    Some((number, parts.next()?))
}

/// A line without terminal colours (`ESC [ … letter`).
fn without_colours(line: &str) -> String {
    let mut kept = String::new();
    let mut letters = line.chars();
    while let Some(letter) = letters.next() {
        if letter == '\u{1b}' {
            letters.by_ref().skip(1).find(char::is_ascii_alphabetic);
        } else {
            kept.push(letter);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scanned(runner: Runner, output: &str) -> Scan {
        let mut scan = Scan::default();
        for line in output.lines() {
            scan.line(runner, line);
        }
        scan.finish();
        scan
    }

    #[test]
    fn cargo_output() {
        let scan = scanned(
            Runner::Cargo,
            "running 3 tests\n\
             test a::b ... ok\n\
             skipped: two nodes (needs PostgreSQL)\n\
             test a::c ... ignored, later\n\
             test src/lib.rs - x (line 3) ... ignored\n\
             test result: ok. 12 passed; 0 failed; 2 ignored; 0 measured; 7 filtered out; finished in 0.1s\n\
             test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out\n",
        );
        assert_eq!((scan.passed, scan.failed), (15, 2));
        assert_eq!(
            scan.skipped,
            [
                "two nodes (needs PostgreSQL)",
                "a::c (ignored, later)",
                "src/lib.rs - x (line 3) (ignored)"
            ]
        );
    }

    #[test]
    fn playwright_output() {
        let scan = scanned(
            Runner::Playwright,
            "Running 5 tests using 1 worker\n\
             \u{1b}[32m  ✓  1 [desktop] › a.spec.ts:1:2 › one (2.3s)\u{1b}[39m\n\
             \u{1b}[36m  -  2 [desktop] › a.spec.ts:9:2 › two\u{1b}[39m\n\
             skipped: a part of three (no camera)\n\
             - 7 not this\n\
             4 passed the test of time\n\
             \u{1b}[31m  1 failed\u{1b}[39m\n\
             \u{1b}[33m  1 flaky\u{1b}[39m\n\
             \u{1b}[33m  3 skipped\u{1b}[39m\n\
             \u{1b}[33m  1 did not run\u{1b}[39m\n\
             \u{1b}[32m  2 passed\u{1b}[39m (1.1m)\n",
        );
        assert_eq!((scan.passed, scan.failed, scan.flaky), (2, 1, 1));
        assert_eq!(scan.skipped.len(), 4, "{:?}", scan.skipped);
        assert_eq!(scan.skipped[0], "[desktop] › a.spec.ts:9:2 › two");
        assert!(scan.skipped[3].starts_with("2 that the runner"));
    }
}
