//! Reads JSON, as much of it as the server's answers need.

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Json {
    /// null, true or false, as written.
    Word(String),
    Number(f64),
    Text(String),
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
}

impl Json {
    /// Reads a whole document; nothing when it is not one.
    pub(super) fn read(text: &str) -> Option<Self> {
        let mut letters = Letters(text.trim().as_bytes());
        let value = letters.value()?;
        letters.0.is_empty().then_some(value)
    }

    /// The value under a name.
    pub(super) fn get(&self, name: &str) -> Option<&Json> {
        match self {
            Json::Object(pairs) => pairs.iter().find(|(key, _)| key == name).map(|(_, v)| v),
            _ => None,
        }
    }

    /// The text under a name.
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        match self.get(name)? {
            Json::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The whole number under a name.
    #[allow(
        clippy::cast_possible_truncation,
        reason = "numbers of messages, far below 2^53"
    )]
    pub(super) fn whole(&self, name: &str) -> Option<i64> {
        match self.get(name)? {
            Json::Number(number) => Some(*number as i64),
            _ => None,
        }
    }

    /// The list under a name; an empty one when there is none.
    pub(super) fn list(&self, name: &str) -> &[Json] {
        match self.get(name) {
            Some(Json::List(items)) => items,
            _ => &[],
        }
    }
}

/// What is left to read.
struct Letters<'a>(&'a [u8]);

impl Letters<'_> {
    fn blank(&mut self) {
        while let [b' ' | b'\t' | b'\r' | b'\n', rest @ ..] = self.0 {
            self.0 = rest;
        }
    }

    fn next(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    fn peek(&mut self) -> Option<u8> {
        self.blank();
        self.0.first().copied()
    }

    fn value(&mut self) -> Option<Json> {
        match self.peek()? {
            b'{' => self.object(),
            b'[' => self.items(),
            b'"' => self.string().map(Json::Text),
            _ => self.word(),
        }
    }

    fn object(&mut self) -> Option<Json> {
        self.next()?;
        let mut pairs = Vec::new();
        if self.peek()? == b'}' {
            self.next()?;
            return Some(Json::Object(pairs));
        }
        loop {
            self.blank();
            let name = self.string()?;
            if self.peek()? != b':' {
                return None;
            }
            self.next()?;
            pairs.push((name, self.value()?));
            self.blank();
            match self.next()? {
                b',' => {}
                b'}' => return Some(Json::Object(pairs)),
                _ => return None,
            }
        }
    }

    fn items(&mut self) -> Option<Json> {
        self.next()?;
        let mut items = Vec::new();
        if self.peek()? == b']' {
            self.next()?;
            return Some(Json::List(items));
        }
        loop {
            items.push(self.value()?);
            self.blank();
            match self.next()? {
                b',' => {}
                b']' => return Some(Json::List(items)),
                _ => return None,
            }
        }
    }

    fn string(&mut self) -> Option<String> {
        if self.next()? != b'"' {
            return None;
        }
        let mut bytes = Vec::new();
        loop {
            match self.next()? {
                b'"' => return String::from_utf8(bytes).ok(),
                b'\\' => {
                    let letter = match self.next()? {
                        b'n' => '\n',
                        b't' => '\t',
                        b'r' => '\r',
                        b'b' => '\u{8}',
                        b'f' => '\u{c}',
                        b'u' => self.escaped()?,
                        other => char::from(other),
                    };
                    bytes.extend(letter.to_string().into_bytes());
                }
                other => bytes.push(other),
            }
        }
    }

    /// The four digits of `\u…`; halves of a pair are not put together.
    fn escaped(&mut self) -> Option<char> {
        let (digits, rest) = self.0.split_at_checked(4)?;
        self.0 = rest;
        let number = u32::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?;
        Some(char::from_u32(number).unwrap_or(char::REPLACEMENT_CHARACTER))
    }

    fn word(&mut self) -> Option<Json> {
        let is_end = |byte: &u8| b",]} \t\r\n".contains(byte);
        let end = self.0.iter().position(is_end).unwrap_or(self.0.len());
        let (word, rest) = self.0.split_at(end);
        self.0 = rest;
        let word = std::str::from_utf8(word).ok()?;
        match word {
            "null" | "true" | "false" => Some(Json::Word(word.to_owned())),
            number => number.parse().ok().map(Json::Number),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Json;

    #[test]
    fn values_are_read() {
        let text =
            r#" {"a": [1, -2.5, {"b": "x\"\n\u00e9"}], "c": null, "d": true, "e": {}, "f": []} "#;
        let json = Json::read(text).unwrap();
        assert_eq!(json.list("a").len(), 3);
        assert_eq!(json.list("a")[2].text("b"), Some("x\"\né"));
        assert_eq!(json.get("c"), Some(&Json::Word("null".to_owned())));
        assert_eq!(Json::read(r#"{"seq":42}"#).unwrap().whole("seq"), Some(42));
        for broken in ["", "{", "[1,", "{\"a\"}", "[1] 2", "\"x", "nul"] {
            assert_eq!(Json::read(broken), None, "{broken}");
        }
    }
}
