//! The languages that pages are written in.

use std::fmt;
use unic_langid::LanguageIdentifier;

/// A language that pages are written in. (Languages that people speak are many more, and are plain codes.)
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Language {
    /// English, the language every text exists in.
    #[default]
    En,
    /// Spanish.
    Es,
    /// Arabic, written from right to left.
    Ar,
}

impl Language {
    /// Every language, English first.
    pub const fn all() -> [Language; 3] {
        [Language::En, Language::Es, Language::Ar]
    }

    /// The BCP-47 code: what belongs in `lang="…"` and names the folder in `locales/`.
    pub const fn tag(self) -> &'static str {
        match self {
            Language::En => "en",
            Language::Es => "es",
            Language::Ar => "ar",
        }
    }

    /// The direction of writing: what belongs in `dir="…"`, "ltr" or "rtl".
    pub const fn direction(self) -> &'static str {
        match self {
            Language::En | Language::Es => "ltr",
            Language::Ar => "rtl",
        }
    }

    /// What the language calls itself, for a list from which a reader chooses.
    pub const fn own_name(self) -> &'static str {
        match self {
            Language::En => "English",
            Language::Es => "Español",
            Language::Ar => "العربية",
        }
    }

    /// The language with this code, whatever the case; a region is allowed and ignored ("es-MX" is Spanish).
    pub fn from_tag(tag: &str) -> Option<Language> {
        let primary = tag.trim().split(['-', '_']).next().unwrap_or_default();
        Language::all()
            .into_iter()
            .find(|language| language.tag().eq_ignore_ascii_case(primary))
    }

    /// The position in [`Language::all`].
    pub(crate) const fn index(self) -> usize {
        match self {
            Language::En => 0,
            Language::Es => 1,
            Language::Ar => 2,
        }
    }

    /// The identifier that Fluent chooses plural rules by.
    pub(crate) fn identifier(self) -> LanguageIdentifier {
        // An unreadable code would mean "no language", whose plural rules know one form only; a test reads all three.
        self.tag().parse().unwrap_or_default()
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}
