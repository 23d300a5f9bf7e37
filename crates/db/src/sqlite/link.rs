//! One connection to the file: statements, values and errors as SQLite has them.

use crate::tx::{Answer, Take};
use crate::{DbError, Options, Row, Statement, Value};
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, OpenFlags, ffi};
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

const CACHED_STATEMENTS: usize = 1024;
/// The unique index over columns as SQLite names them when it refuses a row. A UNIQUE inside CREATE TABLE has no name
/// here; it is called as PostgreSQL would.
const INDEX_OVER: &str = "SELECT CASE l.origin WHEN 'c' THEN l.name
      ELSE ?1 || '_' || group_concat(i.name, '_' ORDER BY i.seqno) || '_key' END
    FROM pragma_index_list(?1) l, pragma_index_info(l.name) i WHERE l.\"unique\" AND l.origin <> 'pk'
    GROUP BY l.name HAVING group_concat(?1 || '.' || i.name, ', ' ORDER BY i.seqno) = ?2";

/// A connection.
pub(crate) struct Link {
    pub(super) conn: Connection,
}

impl Link {
    pub(super) fn open(path: &Path, options: &Options) -> Result<Self, DbError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let conn = Connection::open_with_flags(path, flags)
            .map_err(|e| DbError::Unavailable(format!("cannot open the database file: {e}")))?;
        let link = Self { conn };
        link.set_up(options).map_err(|e| link.refused(&e))?;
        Ok(link)
    }

    fn set_up(&self, options: &Options) -> rusqlite::Result<()> {
        self.conn.busy_timeout(options.wait)?;
        self.conn
            .set_prepared_statement_cache_capacity(CACHED_STATEMENTS);
        let begun = Instant::now();
        // Turning a new file to WAL does not heed busy_timeout when two processes open it together.
        while let Err(e) = self.conn.execute_batch("PRAGMA journal_mode = WAL") {
            if begun.elapsed() > options.wait {
                return Err(e);
            }
            thread::sleep(Duration::from_millis(5));
        }
        self.conn.execute_batch(if options.fsync {
            "PRAGMA synchronous = FULL; PRAGMA fullfsync = ON"
        } else {
            "PRAGMA synchronous = OFF"
        })?;
        self.conn.execute_batch(
            "PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF;
             PRAGMA temp_store = MEMORY; PRAGMA journal_size_limit = 67108864",
        )
    }

    pub(crate) fn batch(&self, text: &str) -> Result<(), DbError> {
        let done = match text.contains(';') {
            true => self.conn.execute_batch(text),
            false => self
                .conn
                .prepare_cached(text)
                .and_then(|mut s| s.raw_query().next().map(drop)),
        };
        done.map_err(|e| self.refused(&e))
    }

    pub(crate) fn prepare(&self, statement: &Statement) -> Result<(), DbError> {
        let named = |e: rusqlite::Error| DbError::Other(format!("{}: {e}", statement.name));
        let prepared = self.conn.prepare(statement.sqlite).map_err(named)?;
        (1..=prepared.parameter_count()).try_for_each(|i| place(&prepared, i, statement).map(drop))
    }

    pub(crate) fn run(
        &self,
        statement: &Statement,
        values: &[Value],
        take: Take,
    ) -> Result<Answer, DbError> {
        let refused = |e: rusqlite::Error| match self.refused(&e) {
            DbError::Other(text) => DbError::Other(format!("{}: {text}", statement.name)),
            known => known,
        };
        let mut prepared = self
            .conn
            .prepare_cached(statement.sqlite)
            .map_err(refused)?;
        let wanted = prepared.parameter_count();
        if wanted != values.len() {
            let (name, given) = (statement.name, values.len());
            return Err(DbError::Other(format!(
                "{name}: {given} values for {wanted} parameters"
            )));
        }
        for index in 1..=wanted {
            // `$2` is only a name to SQLite: its place follows from where it first stands in the text.
            let value = place(&prepared, index, statement)?;
            let value = values.get(value - 1).ok_or_else(|| {
                DbError::Other(format!("{}: ${value} has no value", statement.name))
            })?;
            prepared.raw_bind_parameter(index, value).map_err(refused)?;
        }
        let (columns, reads) = (prepared.column_count(), prepared.readonly());
        let mut answer = Answer::default();
        let mut rows = prepared.raw_query();
        while let Some(row) = rows.next().map_err(refused)? {
            answer.count += 1;
            if take == Take::All || (take == Take::First && answer.count == 1) {
                let cells = (0..columns).map(|i| row.get_ref(i).and_then(from_sqlite));
                answer
                    .rows
                    .push(Row(cells.collect::<Result<_, _>>().map_err(refused)?));
            }
            // What writes is always run to its end: only there are its foreign keys checked.
            if take == Take::First && reads {
                break;
            }
        }
        if !reads {
            answer.count = self.conn.changes();
        }
        Ok(answer)
    }

    /// Puts the engine's error into the door's words.
    pub(super) fn refused(&self, error: &rusqlite::Error) -> DbError {
        let (code, text) = match error {
            rusqlite::Error::SqliteFailure(code, text) => (code, text),
            rusqlite::Error::SqlInputError { msg, .. } => return DbError::Other(msg.clone()),
            _ => return DbError::Other(error.to_string()),
        };
        let text = text.clone().unwrap_or_else(|| code.to_string());
        let what = text
            .split_once(": ")
            .map_or(text.as_str(), |(_, what)| what);
        match (code.extended_code, code.extended_code & 0xff) {
            (ffi::SQLITE_CONSTRAINT_UNIQUE, _) => DbError::Unique {
                constraint: self.index_over(what),
            },
            (ffi::SQLITE_CONSTRAINT_PRIMARYKEY | ffi::SQLITE_CONSTRAINT_ROWID, _) => {
                let table = what.split_once('.').map_or(what, |(table, _)| table);
                DbError::Unique {
                    constraint: format!("{table}_pkey"),
                }
            }
            (ffi::SQLITE_CONSTRAINT_FOREIGNKEY, _) => DbError::ForeignKey { constraint: None },
            (_, ffi::SQLITE_CONSTRAINT) => DbError::Check {
                constraint: what.to_owned(),
            },
            (_, ffi::SQLITE_BUSY | ffi::SQLITE_LOCKED) => DbError::Busy,
            (_, ffi::SQLITE_FULL | ffi::SQLITE_IOERR | ffi::SQLITE_CANTOPEN) => {
                DbError::Unavailable(text)
            }
            _ => DbError::Other(text),
        }
    }

    /// "t.a, t.b" or "index 'name'" as SQLite says it, turned into the index's name.
    fn index_over(&self, what: &str) -> String {
        if let Some(name) = what.strip_prefix("index '") {
            return name.trim_end_matches('\'').to_owned();
        }
        let table = what.split_once('.').map_or(what, |(table, _)| table);
        let found = self
            .conn
            .query_row(INDEX_OVER, [table, what], |row| row.get(0));
        found.unwrap_or_else(|_| what.to_owned())
    }
}

/// Which value belongs to the engine's parameter: 3 for `$3`.
fn place(
    prepared: &rusqlite::Statement<'_>,
    index: usize,
    statement: &Statement,
) -> Result<usize, DbError> {
    let name = prepared
        .parameter_name(index)
        .and_then(|name| name.strip_prefix('$'));
    let number = name.and_then(|n| n.parse().ok()).filter(|n| *n > 0);
    number.ok_or_else(|| {
        DbError::Other(format!(
            "{}: parameters are written $1, $2 …",
            statement.name
        ))
    })
}

fn from_sqlite(value: ValueRef<'_>) -> rusqlite::Result<Value> {
    Ok(match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(v) => Value::Int(v),
        ValueRef::Real(v) => Value::Real(v),
        ValueRef::Text(_) => Value::Text(value.as_str()?.to_owned()),
        ValueRef::Blob(v) => Value::Bytes(v.to_vec()),
    })
}

impl rusqlite::ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Value::Null => ValueRef::Null,
            Value::Bool(v) => ValueRef::Integer((*v).into()),
            Value::Int(v) => ValueRef::Integer(*v),
            Value::Real(v) => ValueRef::Real(*v),
            Value::Text(v) => ValueRef::Text(v.as_bytes()),
            Value::Bytes(v) => ValueRef::Blob(v),
            Value::Id(v) => ValueRef::Blob(v.as_bytes()),
        }))
    }
}
