//! The few command line forms xtask understands: `--flag`, `--option VALUE`, words, and `-- REST`.

/// What stood on the command line, sorted by form.
#[derive(Debug, Default)]
pub(crate) struct Arguments {
    flags: Vec<String>,
    options: Vec<(String, String)>,
    /// Words that belong to no option, in order.
    pub(crate) words: Vec<String>,
    /// Everything after `--`.
    pub(crate) rest: Vec<String>,
}

impl Arguments {
    /// Reads `given`; an option that is in neither list is an error that names it.
    pub(crate) fn read(given: &[String], flags: &[&str], options: &[&str]) -> Result<Self, String> {
        let mut read = Self::default();
        let mut items = given.iter();
        while let Some(item) = items.next() {
            if item == "--" {
                read.rest = items.cloned().collect();
                break;
            }
            if let Some((name, value)) = item.split_once('=')
                && options.contains(&name)
            {
                read.options.push((name.to_owned(), value.to_owned()));
            } else if flags.contains(&item.as_str()) {
                read.flags.push(item.clone());
            } else if options.contains(&item.as_str()) {
                let value = items
                    .next()
                    .ok_or_else(|| format!("{item} needs a value after it"))?;
                read.options.push((item.clone(), value.clone()));
            } else if item.starts_with('-') {
                return Err(format!("unknown option {item}"));
            } else {
                read.words.push(item.clone());
            }
        }
        Ok(read)
    }

    pub(crate) fn has(&self, flag: &str) -> bool {
        self.flags.iter().any(|given| given == flag)
    }

    /// Every value given for an option, in order.
    pub(crate) fn values(&self, option: &str) -> Vec<&str> {
        let of_this = self.options.iter().filter(|(name, _)| name == option);
        of_this.map(|(_, value)| value.as_str()).collect()
    }

    /// The last value given for an option as a whole number, or `otherwise`.
    pub(crate) fn number(&self, option: &str, otherwise: u64) -> Result<u64, String> {
        match self.values(option).last() {
            None => Ok(otherwise),
            Some(text) => text
                .parse()
                .map_err(|_| format!("{option} {text}: not a whole number")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Arguments;

    fn given(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn forms_are_told_apart() {
        let read = Arguments::read(
            &given("power-cut --cuts 3 --quick --only=fmt --only tidy -- cargo test --quick"),
            &["--quick"],
            &["--cuts", "--only"],
        )
        .unwrap();
        assert_eq!(read.words, ["power-cut"]);
        assert!(read.has("--quick"));
        assert_eq!(read.values("--only"), ["fmt", "tidy"]);
        assert_eq!(read.number("--cuts", 9), Ok(3));
        assert_eq!(read.number("--seconds", 9), Ok(9));
        assert_eq!(read.rest, ["cargo", "test", "--quick"]);
    }

    #[test]
    fn mistakes_are_named() {
        let unknown = Arguments::read(&given("--quik"), &["--quick"], &[]).unwrap_err();
        assert_eq!(unknown, "unknown option --quik");
        let lone = Arguments::read(&given("--cuts"), &[], &["--cuts"]).unwrap_err();
        assert_eq!(lone, "--cuts needs a value after it");
        let words = Arguments::read(&given("--cuts many"), &[], &["--cuts"]).unwrap();
        assert!(words.number("--cuts", 1).is_err());
    }
}
