//! What readers of each language see.

mod hostile;
mod loading;
mod readers;

use cairn_words::{Language, Words};

/// The crate's own texts, as the product ships them.
const OWN: [(Language, &str, &str); 3] = [
    (
        Language::En,
        "words.ftl",
        include_str!("../../../../locales/en/words.ftl"),
    ),
    (
        Language::Es,
        "words.ftl",
        include_str!("../../../../locales/es/words.ftl"),
    ),
    (
        Language::Ar,
        "words.ftl",
        include_str!("../../../../locales/ar/words.ftl"),
    ),
];

/// The crate's own texts and some more.
fn words_with(more: &[(Language, &str)]) -> Words {
    let more = more
        .iter()
        .map(|(language, text)| (*language, "test.ftl", *text));
    Words::load(&OWN.into_iter().chain(more).collect::<Vec<_>>()).expect("the texts are sound")
}

fn words() -> Words {
    words_with(&[])
}
