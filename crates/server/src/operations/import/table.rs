//! Tables as spreadsheets write them: with or without a byte order mark, in UTF-8 or UTF-16,
//! separated by commas, semicolons or tabs, lines ending either way.

use cairn_domain::{Refusal, Refusals};

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// The file, as it was given.
    pub file: String,
    /// The line, counted from 1; 0 for the whole file.
    pub line: u64,
    /// The column's heading; empty for the whole line.
    pub column: String,
    /// Why, in words.
    pub reason: String,
}

impl std::fmt::Display for Wrong {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.file)?;
        if self.line > 0 {
            write!(f, ", line {}", self.line)?;
        }
        if !self.column.is_empty() {
            write!(f, ", column “{}”", self.column)?;
        }
        write!(f, ": {}", self.reason)
    }
}

/// A file that was read.
pub struct Table {
    /// The file, as it was given.
    pub file: String,
    /// Headings, in small letters.
    headings: Vec<String>,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// One row with the line it stands on.
pub struct Row {
    /// The line, counted from 1.
    pub line: u64,
    cells: Vec<String>,
}

/// Most rows that are read from one file.
const MOST_ROWS: usize = 50_000;

/// Turns the bytes of a file into text.
fn decode(bytes: &[u8]) -> Result<String, String> {
    let wide = |rest: &[u8], unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = rest
            .chunks(2)
            .map(|pair| unit([pair[0], pair.get(1).copied().unwrap_or(0)]))
            .collect();
        String::from_utf16(&units).map_err(|_| "begins like UTF-16 but is not".to_owned())
    };
    match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(rest),
        [0xFF, 0xFE, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => wide(rest, u16::from_be_bytes),
        [0x50, 0x4B, 0x03, 0x04, ..] => {
            Err("is a spreadsheet, not a CSV file. Save it as “CSV UTF-8” and try again".into())
        }
        // Letters with a zero beside each: UTF-16 without its mark.
        [first, 0, _, 0, ..] if *first != 0 => wide(bytes, u16::from_le_bytes),
        [0, first, 0, _, ..] if *first != 0 => wide(bytes, u16::from_be_bytes),
        _ => utf8(bytes),
    }
}

fn utf8(bytes: &[u8]) -> Result<String, String> {
    std::str::from_utf8(bytes)
        .map(str::to_owned)
        .map_err(|error| {
            let line = bytes[..error.valid_up_to()]
                .iter()
                .filter(|b| **b == b'\n')
                .count()
                + 1;
            format!(
                "is not in UTF-8 (first seen on line {line}). In Excel save it as “CSV UTF-8”, in \
             LibreOffice choose the character set “Unicode (UTF-8)”"
            )
        })
}

/// The sign between cells: the one the first line has most of, outside quotes.
fn delimiter(head: &str) -> u8 {
    let mut quoted = false;
    let mut counts = [(b';', 0), (b',', 0), (b'\t', 0)];
    for byte in head.bytes() {
        quoted ^= byte == b'"';
        if !quoted {
            counts
                .iter_mut()
                .filter(|(sign, _)| *sign == byte)
                .for_each(|(_, count)| *count += 1);
        }
    }
    let most = counts
        .into_iter()
        .max_by_key(|(sign, count)| (*count, *sign == b','));
    most.map_or(b',', |(sign, _)| sign)
}

/// The sign between cells, told by a line of its own (Excel's "sep=;") or found; with the text
/// that is left and how many lines were skipped.
fn told_sign(text: &str) -> (&str, u64, u8) {
    if let Some((first, rest)) = text.split_once('\n')
        && let Some([sign]) = first.trim_end().strip_prefix("sep=").map(str::as_bytes)
    {
        return (rest, 1, *sign);
    }
    (text, 0, delimiter(text.lines().next().unwrap_or("")))
}

/// Reads a file whose columns are all among `known` and which has all of `needed`.
///
/// # Errors
/// Everything that is wrong with the file as a table.
pub fn read(
    file: &str,
    bytes: &[u8],
    known: &[&str],
    needed: &[&str],
) -> Result<Table, Vec<Wrong>> {
    let whole = |line: u64, column: &str, reason: String| Wrong {
        file: file.to_owned(),
        line,
        column: column.to_owned(),
        reason,
    };
    let text = decode(bytes).map_err(|reason| vec![whole(0, "", reason)])?;
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let (text, skipped, sign) = told_sign(&text);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(sign)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut lines = Lines {
        text: text.as_bytes(),
        at: 0,
        line: 1 + skipped,
    };
    let mut wrongs = Vec::new();
    let mut headings: Option<Vec<String>> = None;
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| vec![whole(0, "", error.to_string())])?;
        let line = lines.of(record.position());
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let cells: Vec<String> = record.iter().map(|cell| cell.trim().to_owned()).collect();
        let Some(headings) = &headings else {
            let names: Vec<String> = cells.iter().map(|cell| cell.to_lowercase()).collect();
            check_headings(&names, known, needed, &mut |column, reason| {
                wrongs.push(whole(line, column, reason));
            });
            headings = Some(names);
            continue;
        };
        if let Some(reason) = too_many(&cells, headings.len()) {
            wrongs.push(whole(line, "", reason));
        }
        rows.push(Row { line, cells });
        if rows.len() > MOST_ROWS {
            return Err(vec![whole(line, "", format!("more than {MOST_ROWS} rows"))]);
        }
    }
    if !wrongs.is_empty() {
        return Err(wrongs);
    }
    match headings {
        Some(headings) => Ok(Table {
            file: file.to_owned(),
            headings,
            rows,
        }),
        None => Err(vec![whole(
            0,
            "",
            "is empty: the first line names the columns".into(),
        )]),
    }
}

/// Counts lines as far as records have been read: from where it stands to where the next begins.
struct Lines<'t> {
    text: &'t [u8],
    at: usize,
    line: u64,
}

impl Lines<'_> {
    /// The line a record begins on, counted from 1; blank lines before it are not its own.
    fn of(&mut self, position: Option<&csv::Position>) -> u64 {
        let start = position.map_or(0, csv::Position::byte);
        let start = usize::try_from(start).unwrap_or(0).min(self.text.len());
        while self.at < self.text.len() && (self.at < start || self.text[self.at] == b'\n') {
            self.line += u64::from(self.text[self.at] == b'\n');
            self.at += 1;
        }
        self.line
    }
}

/// Says so when a row has more in it than there are columns: a sign between cells unquoted, mostly.
fn too_many(cells: &[String], columns: usize) -> Option<String> {
    let over = cells.iter().skip(columns).any(|cell| !cell.is_empty());
    over.then(|| format!("{} cells, but there are {columns} columns", cells.len()))
}

fn check_headings(
    names: &[String],
    known: &[&str],
    needed: &[&str],
    wrong: &mut impl FnMut(&str, String),
) {
    for (at, name) in names.iter().enumerate() {
        if !name.is_empty() && !known.contains(&name.as_str()) {
            wrong(
                name,
                format!("there is no such column; there are: {}", known.join(", ")),
            );
        } else if !name.is_empty() && names[..at].contains(name) {
            wrong(name, "this column is there twice".into());
        }
    }
    for name in needed
        .iter()
        .filter(|name| !names.iter().any(|n| n == **name))
    {
        wrong(name, "this column is missing".into());
    }
}

impl Table {
    /// A cell by its column's heading; empty when there is none.
    #[must_use]
    pub fn cell<'a>(&self, row: &'a Row, column: &str) -> &'a str {
        self.headings
            .iter()
            .position(|name| name == column)
            .and_then(|at| row.cells.get(at))
            .map_or("", String::as_str)
    }

    /// Something wrong in a cell.
    #[must_use]
    pub fn wrong(&self, row: &Row, column: &str, reason: impl Into<String>) -> Wrong {
        Wrong {
            file: self.file.clone(),
            line: row.line,
            column: column.to_owned(),
            reason: reason.into(),
        }
    }
}

/// One row as it is being read: its cells, and what is wrong in them.
pub struct Reading<'a> {
    /// The file.
    pub table: &'a Table,
    /// The row.
    pub row: &'a Row,
    /// What was found wrong so far.
    pub wrongs: Vec<Wrong>,
    /// Turns a refusal into words.
    pub words: &'a dyn Fn(&Refusal) -> String,
}

impl<'a> Reading<'a> {
    /// A cell.
    #[must_use]
    pub fn cell(&self, column: &str) -> &'a str {
        self.table.cell(self.row, column)
    }

    /// Notes something wrong.
    pub fn no(&mut self, column: &str, reason: impl Into<String>) {
        self.wrongs.push(self.table.wrong(self.row, column, reason));
    }

    /// Keeps what went well, and notes the refusal under the column otherwise.
    pub fn keep<T>(&mut self, column: &str, result: Result<T, Refusal>) -> Option<T> {
        match result {
            Ok(value) => Some(value),
            Err(refusal) => {
                let reason = (self.words)(&refusal);
                self.no(column, reason);
                None
            }
        }
    }

    /// Notes refusals that name a column themselves.
    pub fn refused(&mut self, refusals: &Refusals) {
        for refusal in &refusals.0 {
            let column = refusal.field.clone().unwrap_or_default();
            let reason = (self.words)(refusal);
            self.no(&column, reason);
        }
    }

    /// The words of a cell that holds several: `en es`, `chat, phone`, `anxiety; ptsd`.
    pub fn several(&self, column: &str) -> impl Iterator<Item = &'a str> + use<'a> {
        self.cell(column)
            .split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '|'))
            .filter(|word| !word.is_empty())
    }

    /// A whole number within bounds; `None` for an empty cell.
    pub fn number(&mut self, column: &str, low: i64, high: i64) -> Option<i64> {
        let cell = self.cell(column);
        if cell.is_empty() {
            return None;
        }
        match cell.parse::<i64>() {
            Ok(number) if (low..=high).contains(&number) => Some(number),
            _ => {
                self.no(
                    column,
                    format!("“{cell}” is not a whole number from {low} to {high}"),
                );
                None
            }
        }
    }

    /// `yes` or `no`; `None` for an empty cell.
    pub fn yes(&mut self, column: &str) -> Option<bool> {
        match self.cell(column).to_lowercase().as_str() {
            "" => None,
            "yes" | "y" | "true" | "1" | "si" | "sí" => Some(true),
            "no" | "n" | "false" | "0" => Some(false),
            other => {
                self.no(column, format!("“{other}” is neither yes nor no"));
                None
            }
        }
    }
}
