//! Lists and the names of languages.

use crate::{Args, Language, Words, args};

/// The codes of languages that people speak, as offered in forms: BCP-47, and `auslan` by the name everyone uses.
const CODES: &[&str] = &[
    "en", "es", "ar", "am", "ase", "auslan", "bfi", "bn", "bs", "cs", "de", "el", "fa", "fil",
    "fr", "fsl", "gu", "haw", "he", "hi", "hr", "ht", "hu", "id", "it", "ja", "ko", "ku", "mfs",
    "mi", "my", "ne", "nl", "nzs", "pa", "pl", "prs", "ps", "pt", "ro", "ru", "sm", "so", "sq",
    "sr", "ssp", "sw", "ta", "th", "ti", "to", "tr", "uk", "ur", "vi", "yue", "zh",
];

/// Other codes for the same languages.
const ALIASES: &[(&str, &str)] = &[
    ("asf", "auslan"),
    ("cmn", "zh"),
    ("iw", "he"),
    ("tl", "fil"),
];

/// The codes of the languages that have a name in every locale: what a form offers to those who say what they speak.
pub const fn language_codes() -> &'static [&'static str] {
    CODES
}

impl Words {
    /// The name of a language that people speak or sign, in the reader's language: "es" is "Spanish". A region is ignored
    /// where it has no name of its own. A code without a name is returned as it is.
    pub fn language_name(&self, language: Language, code: &str) -> String {
        let lower = code.trim().to_ascii_lowercase();
        let primary = lower.split(['-', '_']).next().unwrap_or_default();
        let primary = ALIASES
            .iter()
            .find(|(alias, _)| *alias == primary)
            .map_or(primary, |(_, known)| known);
        if CODES.contains(&primary) {
            self.piece(language, &format!("language-{primary}"), &args())
        } else {
            code.trim().to_owned()
        }
    }

    /// A list as one reads it: "a, b and c".
    pub fn list(&self, language: Language, items: &[&str]) -> String {
        self.joined(language, items, "and")
    }

    /// A list of choices: "a, b or c".
    pub fn list_or(&self, language: Language, items: &[&str]) -> String {
        self.joined(language, items, "or")
    }

    fn joined(&self, language: Language, items: &[&str], word: &str) -> String {
        // An item may be in any script: in Arabic each is kept together by invisible marks.
        let item = |text: &str| match language {
            Language::Ar => format!("\u{2068}{text}\u{2069}"),
            Language::En | Language::Es => text.to_owned(),
        };
        match items {
            [] => String::new(),
            [only] => item(only),
            [first, middle @ .., last] => {
                let mut start = item(first);
                for text in middle {
                    start = self.piece(language, "list-comma", &pair(&start, &item(text)));
                }
                let key = format!("list-{word}{}", before_sound(language, word, last));
                self.piece(language, &key, &pair(&start, &item(last)))
            }
        }
    }
}

fn pair(first: &str, last: &str) -> Args {
    args().set("first", first).set("last", last)
}

/// Spanish "y" becomes "e" before the sound of i, and "o" becomes "u" before that of o: "padre e hija", "siete u ocho".
fn before_sound(language: Language, word: &str, next: &str) -> &'static str {
    const CHANGED: &str = "-before-same-sound";
    if language != Language::Es {
        return "";
    }
    let next = next.trim_start().to_lowercase();
    let starts = |sounds: &[&str]| sounds.iter().any(|sound| next.starts_with(sound));
    let changed = match word {
        // "hielo" and "hiato" begin with the sound of y, not of i.
        "and" => starts(&["i", "í", "hi", "hí"]) && !starts(&["hie", "hia", "hio"]),
        _ => starts(&["o", "ó", "ho", "hó", "8", "11"]),
    };
    if changed { CHANGED } else { "" }
}
