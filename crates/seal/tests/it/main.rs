//! What a seal keeps.

mod files;
#[cfg(feature = "mutants")]
mod planted;
mod values;
