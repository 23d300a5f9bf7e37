//! What a browser calls itself, in two words that a person recognises: "Firefox" and "Android".
//! Nothing more of it is kept.

/// Marks in what a browser calls itself, the telling ones first: most of them also claim to be others.
const BROWSERS: &[(&str, &str)] = &[
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("DuckDuckGo", "DuckDuckGo"),
    ("Vivaldi", "Vivaldi"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chromium", "Chromium"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
];
const SYSTEMS: &[(&str, &str)] = &[
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("CrOS", "Chromebook"),
    ("Macintosh", "Mac"),
    ("Linux", "Linux"),
];

fn first(agent: &str, marks: &[(&str, &'static str)]) -> Option<&'static str> {
    marks
        .iter()
        .find(|(mark, _)| agent.contains(mark))
        .map(|(_, name)| *name)
}

/// Program and system of a browser, as far as they can be told.
#[must_use]
pub fn read(agent: &str) -> (Option<&'static str>, Option<&'static str>) {
    (first(agent, BROWSERS), first(agent, SYSTEMS))
}

/// The form that is kept with a session: `Firefox/Android`, either half empty when not known.
#[must_use]
pub fn short(agent: &str) -> String {
    let (program, system) = read(agent);
    format!("{}/{}", program.unwrap_or(""), system.unwrap_or(""))
}

/// Reads the kept form back.
#[must_use]
pub fn halves(short: &str) -> (Option<&str>, Option<&str>) {
    let (program, system) = short.split_once('/').unwrap_or(("", ""));
    let given = |half: &'_ str| !half.is_empty();
    (
        Some(program).filter(|half| given(half)),
        Some(system).filter(|half| given(half)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn people_recognise_their_browsers() {
        for (agent, kept) in [
            (
                "Mozilla/5.0 (Android 14; Mobile; rv:128.0) Gecko/128.0 Firefox/128.0",
                "Firefox/Android",
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0",
                "Edge/Windows",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
                "Safari/iPhone",
            ),
            (
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36",
                "Chrome/Linux",
            ),
            ("curl/8.5.0", "/"),
            ("", "/"),
        ] {
            assert_eq!(short(agent), kept, "{agent}");
        }
        assert_eq!(
            halves("Firefox/Android"),
            (Some("Firefox"), Some("Android"))
        );
        assert_eq!(halves("/"), (None, None));
        assert_eq!(halves("test"), (None, None));
    }

    proptest! {
        #[test]
        fn whatever_it_says_the_kept_form_is_short(agent in ".{0,400}") {
            prop_assert!(short(&agent).len() < 40);
        }
    }
}
