//! Faults planted on purpose, so that a check can show that it would find them. Compiled only with the feature `mutants`,
//! asleep until the environment names one: `CAIRN_MUTANT=seal-plain` writes values readable, `CAIRN_MUTANT=seal-unbound`
//! binds them to no place.

/// The first byte of a value that was written readable.
const PLAIN: u8 = 0;

/// Whether this fault is asked for.
pub(crate) fn planted(name: &str) -> bool {
    std::env::var_os("CAIRN_MUTANT").is_some_and(|value| value == name)
}

/// A value "sealed" readable.
pub(crate) fn plain(text: &[u8]) -> Vec<u8> {
    [&[PLAIN], text].concat()
}

/// What a readable value says, where that fault is asked for.
pub(crate) fn opened(sealed: &[u8]) -> Option<Vec<u8>> {
    let (version, text) = sealed.split_first()?;
    (*version == PLAIN && planted("seal-plain")).then(|| text.to_vec())
}
