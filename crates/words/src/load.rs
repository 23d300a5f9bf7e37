//! Reading the texts, and naming everything that is wrong with them at once.

use crate::shape::{self, Uses};
use crate::text::{Texts, Words};
use crate::{Language, numbers};
use fluent_bundle::FluentResource;
use fluent_bundle::concurrent::FluentBundle;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

/// One thing that is wrong with the texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The language.
    pub language: Language,
    /// The file as named by the caller.
    pub file: String,
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong, in English, for the person who writes texts.
    pub what: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}/{}:{}: {}",
            self.language, self.file, self.line, self.what
        )
    }
}

/// The texts cannot be used. Names every fault found, one a line.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", problems.iter().map(Problem::to_string).collect::<Vec<_>>().join("\n"))]
pub struct WordsError {
    /// The faults, never none.
    pub problems: Vec<Problem>,
}

impl Words {
    /// Reads all texts: (language, file name, the file's contents).
    ///
    /// # Errors
    /// Names, with file and line: syntax that cannot be read, a name used twice within a language, a reference to a
    /// text or function that is not there, and a number that Fluent cannot count with.
    pub fn load(resources: &[(Language, &str, &str)]) -> Result<Words, WordsError> {
        let mut problems = Vec::new();
        let languages = Language::all().map(|language| {
            let mut reader = Reader::new(language);
            for (_, file, text) in resources.iter().filter(|(of, _, _)| *of == language) {
                reader.read(file, text);
            }
            reader.finish(&mut problems)
        });
        if problems.is_empty() {
            Ok(Words::new(languages))
        } else {
            Err(WordsError { problems })
        }
    }
}

/// Reads the files of one language.
struct Reader {
    language: Language,
    resources: Vec<Arc<FluentResource>>,
    /// Everything named so far, with the file and line where it stands.
    uses: BTreeMap<String, Uses>,
    places: BTreeMap<String, (String, usize)>,
    problems: Vec<Problem>,
}

impl Reader {
    fn new(language: Language) -> Reader {
        Reader {
            language,
            resources: vec![],
            uses: BTreeMap::new(),
            places: BTreeMap::new(),
            problems: vec![],
        }
    }

    fn problem(&mut self, file: &str, line: usize, what: String) {
        self.problems.push(Problem {
            language: self.language,
            file: file.to_owned(),
            line,
            what,
        });
    }

    fn read(&mut self, file: &str, text: &str) {
        let resource = match FluentResource::try_new(text.to_owned()) {
            Ok(resource) => resource,
            Err((_, errors)) => {
                for error in errors {
                    self.problem(
                        file,
                        line_at(text, error.pos.start),
                        format!("cannot be read: {}", error.kind),
                    );
                }
                return;
            }
        };
        let mut occurrences = BTreeMap::new();
        for (name, uses) in shape::entries(resource.entries()) {
            let occurrence = occurrences.entry(name.clone()).or_insert(0);
            let line = line_of(text, &name, *occurrence);
            *occurrence += 1;
            for what in &uses.unusable {
                self.problem(file, line, format!("{name}: {what}"));
            }
            if let Some((other, at)) = self.places.get(&name) {
                let what = format!("{name} is already in {other}:{at}");
                self.problem(file, line, what);
            } else {
                self.places.insert(name.clone(), (file.to_owned(), line));
                self.uses.insert(name, uses);
            }
        }
        self.resources.push(Arc::new(resource));
    }

    /// Faults that show only when all files are read.
    fn check_references(&mut self) {
        let mut faults = Vec::new();
        for (name, uses) in &self.uses {
            let lost = uses
                .references
                .iter()
                .filter(|other| !self.uses.contains_key(*other));
            faults.extend(lost.map(|other| {
                (
                    name.clone(),
                    format!("{name} refers to {other}, which is not there"),
                )
            }));
            let unknown = uses
                .functions
                .iter()
                .filter(|function| *function != "NUMBER");
            faults.extend(unknown.map(|function| {
                (
                    name.clone(),
                    format!("{name} calls {function}, which is not there"),
                )
            }));
        }
        for (name, what) in faults {
            let (file, line) = self.places.get(&name).cloned().unwrap_or_default();
            self.problem(&file, line, what);
        }
    }

    fn finish(mut self, problems: &mut Vec<Problem>) -> Texts {
        // After a fault in the syntax, names are missing that are there in truth.
        if self.problems.is_empty() {
            self.check_references();
        }
        problems.append(&mut self.problems);
        Texts {
            bundle: bundle(
                self.language,
                &self.resources,
                self.language == Language::Ar,
            ),
            bare: (self.language == Language::Ar)
                .then(|| bundle(self.language, &self.resources, false)),
            variables: shape::variables(&self.uses),
        }
    }
}

/// A bundle over the resources. Double names have been found by the caller, so that the only faults Fluent could
/// report here are known already.
fn bundle(
    language: Language,
    resources: &[Arc<FluentResource>],
    isolating: bool,
) -> crate::text::Bundle {
    let mut bundle = FluentBundle::new_concurrent(vec![language.identifier()]);
    bundle.set_use_isolating(isolating);
    bundle.set_formatter(Some(numbers::formatter(language)));
    let _known = bundle.add_builtins();
    for resource in resources {
        let _known = bundle.add_resource(Arc::clone(resource));
    }
    bundle
}

/// The line of a byte position, counted from 1.
fn line_at(text: &str, position: usize) -> usize {
    1 + text
        .bytes()
        .take(position)
        .filter(|byte| *byte == b'\n')
        .count()
}

/// The line on which a name is given its text for the n-th time (from 0); an attribute has the line of its message.
fn line_of(text: &str, name: &str, occurrence: usize) -> usize {
    let name = name.split('.').next().unwrap_or(name);
    let starts = |line: &str| {
        line.strip_prefix(name)
            .is_some_and(|rest| rest.trim_start().starts_with('='))
    };
    text.lines()
        .enumerate()
        .filter(|(_, line)| starts(line))
        .nth(occurrence)
        .map_or(1, |(index, _)| index + 1)
}
