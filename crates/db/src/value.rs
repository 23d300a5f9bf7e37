//! Values going in and rows coming out, the same on both engines.

use crate::DbError;
use uuid::Uuid;

/// A value bound to a statement or read from a row.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// SQL NULL.
    Null,
    /// BOOLEAN.
    Bool(bool),
    /// BIGINT; times are microseconds since 1970, UTC.
    Int(i64),
    /// DOUBLE PRECISION.
    Real(f64),
    /// TEXT.
    Text(String),
    /// BYTEA, a blob on SQLite.
    Bytes(Vec<u8>),
    /// UUID, a blob of 16 bytes on SQLite.
    Id(Uuid),
}

/// Makes the array of values for a statement: `params![id, name, now]`.
#[macro_export]
macro_rules! params {
    ($($value:expr),* $(,)?) => {{
        let values: [$crate::Value; _] = [$($crate::Value::from($value)),*];
        values
    }};
}

macro_rules! from {
    ($($from:ty => |$v:ident| $to:expr;)*) => {
        $(impl From<$from> for Value { fn from($v: $from) -> Self { $to } })*
    };
}
from! {
    bool => |v| Self::Bool(v);
    i64 => |v| Self::Int(v);
    i32 => |v| Self::Int(v.into());
    u32 => |v| Self::Int(v.into());
    u16 => |v| Self::Int(v.into());
    u8 => |v| Self::Int(v.into());
    f64 => |v| Self::Real(v);
    &str => |v| Self::Text(v.to_owned());
    &String => |v| Self::Text(v.clone());
    String => |v| Self::Text(v);
    Vec<u8> => |v| Self::Bytes(v);
    &Vec<u8> => |v| Self::Bytes(v.clone());
    &[u8] => |v| Self::Bytes(v.to_vec());
    Uuid => |v| Self::Id(v);
    &Uuid => |v| Self::Id(*v);
}
impl<const N: usize> From<[u8; N]> for Value {
    fn from(v: [u8; N]) -> Self {
        Self::Bytes(v.to_vec())
    }
}
impl<const N: usize> From<&[u8; N]> for Value {
    fn from(v: &[u8; N]) -> Self {
        Self::Bytes(v.to_vec())
    }
}
impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(v: Option<T>) -> Self {
        v.map_or(Self::Null, Into::into)
    }
}

/// One row, read by column index from 0. A missing column, NULL where a value is wanted or another type is an error.
#[derive(Debug, Clone, PartialEq)]
pub struct Row(pub(crate) Vec<Value>);

macro_rules! readers {
    ($($(#[$meta:meta])* $name:ident, $optional:ident -> $to:ty: $($pattern:pat $(if $guard:expr)? => $value:expr),+;)*) => {
        $($(#[$meta])*
        pub fn $name(&self, column: usize) -> Result<$to, DbError> {
            self.$optional(column)?.ok_or_else(|| self.wrong(column, stringify!($name)))
        }
        /// The same, or `None` where the column is NULL.
        pub fn $optional(&self, column: usize) -> Result<Option<$to>, DbError> {
            match self.0.get(column) {
                Some(Value::Null) => Ok(None),
                $(Some($pattern) $(if $guard)? => Ok(Some($value)),)+
                _ => Err(self.wrong(column, stringify!($name))),
            }
        })*
    };
}
impl Row {
    readers! {
        /// A UUID.
        id, opt_id -> Uuid: Value::Id(v) => *v, Value::Bytes(v) if v.len() == 16 => Uuid::from_slice(v).unwrap_or_default();
        /// A BIGINT, also for times.
        int, opt_int -> i64: Value::Int(v) => *v;
        /// A DOUBLE PRECISION.
        real, opt_real -> f64: Value::Real(v) => *v;
        /// A TEXT.
        text, opt_text -> String: Value::Text(v) => v.clone();
        /// A BYTEA.
        bytes, opt_bytes -> Vec<u8>: Value::Bytes(v) => v.clone();
        /// A BOOLEAN; 0 and 1 on SQLite.
        boolean, opt_boolean -> bool: Value::Bool(v) => *v, Value::Int(0) => false, Value::Int(1) => true;
    }

    /// How many columns the row has.
    pub fn columns(&self) -> usize {
        self.0.len()
    }

    fn wrong(&self, column: usize, wanted: &str) -> DbError {
        let found = match self.0.get(column) {
            None => "no such column",
            Some(Value::Null) => "NULL",
            Some(Value::Bool(_)) => "BOOLEAN",
            Some(Value::Int(_)) => "BIGINT",
            Some(Value::Real(_)) => "DOUBLE PRECISION",
            Some(Value::Text(_)) => "TEXT",
            Some(Value::Bytes(_)) => "BYTEA",
            Some(Value::Id(_)) => "UUID",
        };
        DbError::Other(format!("column {column}: wanted {wanted}, found {found}"))
    }
}
