//! All texts of all languages, and finding one.

use crate::{Args, Language};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

pub(crate) type Bundle = FluentBundle<Arc<FluentResource>>;

/// The most faults that are remembered. Names are written in the code, so that more would be a fault of another kind.
const MOST: usize = 1000;

/// The texts of one language.
pub(crate) struct Texts {
    pub(crate) bundle: Bundle,
    /// The same without the invisible marks around filled gaps, where the language has them at all: for the pieces
    /// that dates and lists are put together from.
    pub(crate) bare: Option<Bundle>,
    /// Every key, with the variables its text uses.
    pub(crate) variables: BTreeMap<String, BTreeSet<String>>,
}

/// All texts of all languages. Load once, share behind an `Arc`; every call takes `&self`.
pub struct Words {
    languages: [Texts; 3],
    missing: Mutex<BTreeSet<String>>,
    fallbacks: Mutex<BTreeSet<(Language, String)>>,
}

impl Words {
    pub(crate) fn new(languages: [Texts; 3]) -> Words {
        Words {
            languages,
            missing: Mutex::default(),
            fallbacks: Mutex::default(),
        }
    }

    fn texts(&self, language: Language) -> &Texts {
        &self.languages[language.index()]
    }

    /// A text, its gaps filled. `key` is a message's name, or `name.attribute`.
    ///
    /// Where the language lacks the text, the English one is taken (and noted in [`Words::fallbacks`]; inside Arabic it
    /// is marked as running left to right). Where English lacks it too, the result is `⟦key⟧`, noted in
    /// [`Words::missing`], as is a gap for which no value was given. Never panics, and is not escaped for HTML.
    pub fn text(&self, language: Language, key: &str, args: &Args) -> String {
        let found = |of: Language| self.format(&self.texts(of).bundle, key, &args.to_fluent(of));
        if let Some(text) = found(language) {
            return text;
        }
        match found(Language::En) {
            Some(text) if language == Language::En => text,
            Some(text) => {
                remember(&self.fallbacks, (language, key.to_owned()));
                // Marks that the reader does not see: without them a full stop of English would stand on its wrong end.
                if language.direction() == "rtl" {
                    format!("\u{2066}{text}\u{2069}")
                } else {
                    text
                }
            }
            None => self.lost(key),
        }
    }

    /// Whether the language itself has the text.
    pub fn has(&self, language: Language, key: &str) -> bool {
        self.texts(language).variables.contains_key(key)
    }

    /// Every key of the language: `name` for a message with a text, `name.attribute` for its attributes.
    pub fn keys(&self, language: Language) -> BTreeSet<String> {
        self.texts(language).variables.keys().cloned().collect()
    }

    /// The variables that a text uses, without the `$`, those of other texts it refers to included. Empty for a
    /// key that the language lacks.
    pub fn variables(&self, language: Language, key: &str) -> BTreeSet<String> {
        self.texts(language)
            .variables
            .get(key)
            .cloned()
            .unwrap_or_default()
    }

    /// What was asked for and was not there: keys, and `key: …` with what Fluent says of a text that could not be filled.
    /// In tests this must be empty at the end.
    pub fn missing(&self) -> Vec<String> {
        lock(&self.missing).iter().cloned().collect()
    }

    /// The texts for which English stood in.
    pub fn fallbacks(&self) -> Vec<(Language, String)> {
        lock(&self.fallbacks).iter().cloned().collect()
    }

    /// A piece of this crate's own texts (`words.ftl`), without invisible marks.
    pub(crate) fn piece(&self, language: Language, key: &str, args: &Args) -> String {
        let texts = self.texts(language);
        let bundle = texts.bare.as_ref().unwrap_or(&texts.bundle);
        self.format(bundle, key, &args.to_fluent(language))
            .unwrap_or_else(|| self.lost(key))
    }

    /// The text as a bundle has it, or nothing.
    fn format(&self, bundle: &Bundle, key: &str, args: &FluentArgs) -> Option<String> {
        let (name, attribute) = match key.split_once('.') {
            Some((name, attribute)) => (name, Some(attribute)),
            None => (key, None),
        };
        let message = bundle.get_message(name)?;
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute)?.value(),
            None => message.value()?,
        };
        let mut errors: Vec<FluentError> = Vec::new();
        let text = bundle
            .format_pattern(pattern, Some(args), &mut errors)
            .into_owned();
        for error in errors {
            remember(&self.missing, format!("{key}: {error}"));
        }
        Some(text)
    }

    fn lost(&self, key: &str) -> String {
        remember(&self.missing, key.to_owned());
        format!("⟦{key}⟧")
    }
}

fn lock<T>(what: &Mutex<T>) -> MutexGuard<'_, T> {
    // A list of names is whole whatever happened to the thread that held it.
    what.lock().unwrap_or_else(PoisonError::into_inner)
}

fn remember<T: Ord>(list: &Mutex<BTreeSet<T>>, what: T) {
    let mut list = lock(list);
    if list.len() < MOST {
        list.insert(what);
    }
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let counts = self.languages.each_ref().map(|texts| texts.variables.len());
        f.debug_struct("Words")
            .field("texts", &counts)
            .finish_non_exhaustive()
    }
}
