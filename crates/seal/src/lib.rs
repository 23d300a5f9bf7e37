#![doc = include_str!("../README.md")]

mod envelope;
mod key_file;
mod keys;
#[cfg(feature = "mutants")]
mod mutants;
mod secret;

pub use key_file::KeyError;
pub use keys::{InstallationKey, PersonKey, ProgrammeKey};
pub use zeroize::Zeroizing;

/// The id of a row, as its bytes.
pub type Row = [u8; 16];

/// Where a sealed value stands in the database. Bound into the seal: moved to any other place, the value does not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Place {
    /// The table's name.
    pub table: &'static str,
    /// The column's name.
    pub column: &'static str,
    /// The id of the row.
    pub row: Row,
}

impl Place {
    /// A place from its parts.
    pub const fn new(table: &'static str, column: &'static str, row: Row) -> Place {
        Place { table, column, row }
    }
}

/// A sealed value does not open: it was changed, cut short, moved from another place, or sealed under another key.
///
/// Says where, never what: it may be logged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
#[error(
    "the sealed value in {table}.{column}, row {}, does not open",
    hexadecimal(row)
)]
pub struct Tampered {
    /// The table's name; for a wrapped key, whose key it is.
    pub table: &'static str,
    /// The column's name; for a wrapped key, "wrapped key".
    pub column: &'static str,
    /// The id of the row.
    pub row: Row,
}

impl From<Place> for Tampered {
    fn from(place: Place) -> Tampered {
        Tampered {
            table: place.table,
            column: place.column,
            row: place.row,
        }
    }
}

/// Bytes as pairs of hexadecimal digits.
fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
