//! Numbers out of one line of JSON, by where they stand: `seconds.solve`.

/// Every number in the order of the text, as it is written there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Figures(Vec<(String, String)>);

impl Figures {
    /// Reads an object of numbers, texts and objects; anything else is passed over.
    pub(super) fn read(line: &str) -> Self {
        let (mut figures, mut keys) = (Self::default(), Vec::<String>::new());
        let mut key = String::new();
        let mut rest = line.trim();
        while let Some(letter) = rest.chars().next() {
            rest = &rest[letter.len_utf8()..];
            match letter {
                '"' => {
                    let end = rest.find('"').unwrap_or(rest.len());
                    let text = &rest[..end];
                    rest = rest.get(end + 1..).unwrap_or_default();
                    if rest.trim_start().starts_with(':') {
                        text.clone_into(&mut key);
                    }
                }
                '{' => keys.push(std::mem::take(&mut key)),
                '}' => drop(keys.pop()),
                '-' | '0'..='9' => {
                    let number = |c: char| !c.is_ascii_alphanumeric() && !".+-".contains(c);
                    let end = rest.find(number).unwrap_or(rest.len());
                    let above = keys.iter().filter(|key| !key.is_empty());
                    let place: Vec<&str> = above.chain([&key]).map(String::as_str).collect();
                    figures
                        .0
                        .push((place.join("."), format!("{letter}{}", &rest[..end])));
                    rest = &rest[end..];
                }
                _ => {}
            }
        }
        figures
    }

    /// A number exactly as it was written.
    pub(super) fn text(&self, place: &str) -> Option<&str> {
        let found = self.0.iter().find(|(name, _)| name == place);
        found.map(|(_, number)| number.as_str())
    }

    pub(super) fn number(&self, place: &str) -> Option<f64> {
        self.text(place)?.parse().ok()
    }

    /// A whole number, or an error that names it.
    pub(super) fn whole(&self, place: &str) -> Result<i64, String> {
        let text = self
            .text(place)
            .ok_or_else(|| format!("no figure {place}"))?;
        text.parse().map_err(|_| format!("{place} is {text}"))
    }

    /// The places of all numbers, in order.
    pub(super) fn places(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(place, _)| place.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::Figures;

    #[test]
    fn numbers_are_found_by_their_place() {
        let line = r#"{"people":2,"seconds":{"read":1.5e-3,"total":0.2},"name":"a 7","none":null,"sum":-10000000001}"#;
        let figures = Figures::read(line);
        assert_eq!(figures.whole("people"), Ok(2));
        assert_eq!(figures.number("seconds.read"), Some(0.0015));
        assert_eq!(figures.text("sum"), Some("-10000000001"));
        let places: Vec<&str> = figures.places().collect();
        assert_eq!(places, ["people", "seconds.read", "seconds.total", "sum"]);
        assert!(figures.whole("none").is_err() && figures.whole("seconds.read").is_err());
        assert_eq!(Figures::read("not JSON"), Figures::default());
    }
}
