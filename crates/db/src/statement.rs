//! Registered statements: every SQL text is a named static, so that one test can prepare them all on both engines.

/// One SQL statement with a name. The texts are the same unless the dialects truly part.
#[derive(Debug)]
pub struct Statement {
    /// The static's own name, used in errors and checks.
    pub name: &'static str,
    /// The text for SQLite.
    pub sqlite: &'static str,
    /// The text for PostgreSQL.
    pub postgres: &'static str,
}

/// Declares statements as statics, and `ALL`, the list of them.
///
/// ```
/// cairn_db::statements! {
///     /// A member by id.
///     pub MEMBER_BY_ID = "SELECT name FROM member WHERE id = $1";
///     /// Where dialects part.
///     pub SEARCH = sqlite "SELECT 1" postgres "SELECT 2";
/// }
/// assert_eq!(ALL.len(), 2);
/// assert_eq!(MEMBER_BY_ID.name, "MEMBER_BY_ID");
/// ```
#[macro_export]
macro_rules! statements {
    ($($(#[$meta:meta])* $vis:vis $name:ident = $(sqlite $sqlite:literal postgres $postgres:literal)? $($both:literal)?;)*) => {
        $($(#[$meta])* $vis static $name: $crate::Statement = $crate::Statement {
            name: stringify!($name),
            sqlite: concat!($($sqlite)? $($both)?),
            postgres: concat!($($postgres)? $($both)?),
        };)*
        /// Every statement declared here, to be prepared on both engines by one test.
        #[allow(dead_code, unreachable_pub, reason = "a crate may prepare its statements by other means")]
        pub static ALL: &[&$crate::Statement] = &[$(&$name),*];
    };
}
