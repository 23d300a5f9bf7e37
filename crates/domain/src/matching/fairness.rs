//! Fairness in figures: how long people wait, who has found somebody and how well the two fit, by
//! groups, so that nobody can be recognised.
//!
//! **What is kept back.** A count under five is hidden (primary suppression). Of a hidden count
//! nothing more may be found out from all that is shown, sums and shares included, than that it is
//! one of at least five neighbouring numbers (complementary suppression hides more until that is
//! so). The proof is done on the exact counts; what is shown is rounded down to fives after it and
//! says less.
//!
//! The whole programme's counts are taken to be known to everybody. A table has a row for each
//! group; a row counts its people, and splits them by each [measure](Split) into columns. A row is
//! hidden whole, or its people are told and each measure is told or hidden as a whole.
//!
//! - Rows hidden whole: what they hold together can be computed. If that is at least five people,
//!   and there are at least two such rows, any of those people can be in any of the rows, so each
//!   row's count can be anything from 0 to the sum.
//! - A measure hidden in some rows: what those rows hold together by column can be computed. The
//!   count of one row and column can then be every number between `max(0, n + r - k)` and
//!   `min(n, r)`, where `n` are the row's people, `r` the column's sum over the hidden rows and `k`
//!   all their people (the bounds of Fréchet; for two-way tables they are exact). Rows hidden whole
//!   take part in this as one row.

use serde::{Deserialize, Serialize};

use crate::operations::SMALLEST_TOLD;

/// How many neighbouring numbers a hidden count must leave open.
pub const WIDE: i64 = SMALLEST_TOLD;
/// Fewest people whose middle value may be told when nothing is told of how they split up.
const FOR_A_MEDIAN: usize = 10;

/// What became of somebody's request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Two have agreed.
    Agreed,
    /// Somebody was proposed to them.
    Proposed,
    /// Nobody yet.
    Nobody,
}

/// One request, as far as it is counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// For each table the row they belong to.
    pub rows: Vec<usize>,
    /// What became of it.
    pub progress: Progress,
    /// Days from asking until two agreed, or until now.
    pub days: i64,
    /// How well the first who was proposed fits, 0 to 1000.
    pub score: Option<i64>,
}

/// How the columns of a measure are told: each list of columns is told as one.
type Columns = &'static [&'static [usize]];

/// Agreed, proposed, nobody: the finest first.
const PROGRESS: [Columns; 4] = [
    &[&[0], &[1], &[2]],
    &[&[0], &[1, 2]],
    &[&[0, 1], &[2]],
    &[&[0, 1, 2]],
];
/// Up to 14 days, up to 30, longer.
const WAITS: [Columns; 4] = [
    &[&[0], &[1], &[2]],
    &[&[0], &[1, 2]],
    &[&[0, 1], &[2]],
    &[&[0, 1, 2]],
];

/// The exact counts of one row: its people, and by measure and column how they split up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// People.
    pub people: i64,
    /// For each measure its columns; they sum up to the people.
    pub splits: Vec<Vec<i64>>,
}

/// What of a row is told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// Whether its people are counted.
    pub people: bool,
    /// For each measure, whether its columns are told.
    pub splits: Vec<bool>,
}

/// Decides what is told of a table whose sums over all rows are known. With fewer than five people
/// in all, or a column with fewer than five in all, that sum must not be told either: leave such
/// columns together before.
#[must_use]
pub fn hide(rows: &[Row]) -> Vec<Told> {
    let measures = rows.first().map_or(0, |row| row.splits.len());
    let mut told: Vec<Told> = rows
        .iter()
        .map(|row| Told {
            people: row.people >= SMALLEST_TOLD,
            splits: vec![false; measures],
        })
        .collect();
    hide_rows(rows, &mut told);
    for measure in 0..measures {
        hide_measure(rows, &mut told, measure);
    }
    told
}

/// Hides whole rows until what is hidden together are at least two rows and five people.
fn hide_rows(rows: &[Row], told: &mut [Told]) {
    loop {
        let hidden: Vec<usize> = (0..rows.len()).filter(|row| !told[*row].people).collect();
        let together: i64 = hidden.iter().map(|row| rows[*row].people).sum();
        let enough = hidden.len() >= 2 && together >= SMALLEST_TOLD;
        if hidden.is_empty() || enough {
            return;
        }
        match smallest(rows, |row| told[row].people) {
            Some(row) => told[row].people = false,
            None => return,
        }
    }
}

/// The row with the fewest people among some; the first of several.
fn smallest(rows: &[Row], among: impl Fn(usize) -> bool) -> Option<usize> {
    let all = (0..rows.len()).filter(|row| among(*row));
    all.min_by_key(|row| rows[*row].people)
}

/// Tells a measure in every row in which no column is small, then hides it in more rows until no
/// hidden count can be found out.
fn hide_measure(rows: &[Row], told: &mut [Told], measure: usize) {
    for (row, told) in rows.iter().zip(told.iter_mut()) {
        let large = row.splits[measure].iter().all(|n| *n >= SMALLEST_TOLD);
        told.splits[measure] = told.people && large;
    }
    while !is_safe(rows, told, measure) {
        match smallest(rows, |row| told[row].splits[measure]) {
            Some(row) => told[row].splits[measure] = false,
            None => return,
        }
    }
}

fn is_safe(rows: &[Row], told: &[Told], measure: usize) -> bool {
    let all = || rows.iter().zip(told);
    // Rows whose people are known and whose split is not; and all rows hidden whole, as one.
    let mut hidden: Vec<Row> = all()
        .filter(|(_, told)| told.people && !told.splits[measure])
        .map(|(row, _)| row.clone())
        .collect();
    let whole: Vec<&Row> = all()
        .filter(|(_, t)| !t.people)
        .map(|(row, _)| row)
        .collect();
    if hidden.is_empty() && whole.is_empty() {
        return true;
    }
    let columns = rows.first().map_or(0, |row| row.splits[measure].len());
    let sum = |rows: &[&Row], column: usize| -> i64 {
        rows.iter().map(|row| row.splits[measure][column]).sum()
    };
    if hidden.is_empty() {
        // What the rows hidden whole hold together is known to the last person.
        return (0..columns).all(|column| sum(&whole, column) >= SMALLEST_TOLD);
    }
    if !whole.is_empty() {
        hidden.push(Row {
            people: whole.iter().map(|row| row.people).sum(),
            splits: Vec::new(),
        });
    }
    let everybody: i64 = hidden.iter().map(|row| row.people).sum();
    (0..columns).all(|column| {
        let split: i64 = all()
            .filter(|(_, told)| !told.splits[measure])
            .map(|(row, _)| row.splits[measure][column])
            .sum();
        hidden.iter().all(|row| {
            let most = row.people.min(split);
            let least = (row.people + split - everybody).max(0);
            most - least >= WIDE - 1
        })
    })
}

/// What is told of one group, rounded.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Figures {
    /// How many people asked: at least this many and fewer than five more.
    pub people: Option<i64>,
    /// Of a hundred, how many have found somebody, to the nearest five.
    pub served: Option<i64>,
    /// How many waited longer than 14 days: at least this many and fewer than five more.
    pub over_14: Option<i64>,
    /// The same for 30 days.
    pub over_30: Option<i64>,
    /// The middle one of the waits, in days.
    pub days: Option<i64>,
    /// The middle one of the scores, to the nearest ten.
    pub score: Option<i64>,
}

/// What is told of one programme.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Report {
    /// Of everybody.
    pub all: Figures,
    /// Of each group of each table.
    pub tables: Vec<Vec<Figures>>,
}

/// Makes the report; `sizes` says how many rows each table has.
#[must_use]
pub fn report(people: &[Person], sizes: &[usize]) -> Report {
    let everybody: Vec<&Person> = people.iter().collect();
    if (people.len() as i64) < SMALLEST_TOLD {
        let nothing = |size: &usize| vec![Figures::default(); *size];
        return Report {
            all: Figures::default(),
            tables: sizes.iter().map(nothing).collect(),
        };
    }
    let split = Split::of(&everybody);
    let whole = split.row(&everybody);
    let told = Told {
        people: true,
        splits: vec![true; whole.splits.len()],
    };
    let tables = (0..sizes.len()).map(|table| {
        let groups: Vec<Vec<&Person>> = (0..sizes[table])
            .map(|row| {
                let inside = |one: &&Person| one.rows.get(table) == Some(&row);
                people.iter().filter(inside).collect()
            })
            .collect();
        let rows: Vec<Row> = groups.iter().map(|group| split.row(group)).collect();
        let told = hide(&rows);
        let all = groups.iter().zip(&rows).zip(&told);
        all.map(|((group, row), told)| split.figures(group, row, told))
            .collect()
    });
    Report {
        tables: tables.collect(),
        all: split.figures(&everybody, &whole, &told),
    }
}

/// How the measures are told in this programme: in the finest columns of which none holds fewer
/// than five of everybody.
#[derive(Clone, Copy, Debug)]
pub struct Split {
    progress: usize,
    waits: usize,
}

impl Split {
    /// The finest that everybody together allows.
    fn of(everybody: &[&Person]) -> Self {
        let finest = |counts: [i64; 3], choices: &[Columns; 4]| {
            let fits = |columns: &&Columns| {
                let merged = merged(counts, columns);
                merged.iter().all(|count| *count >= SMALLEST_TOLD)
            };
            choices
                .iter()
                .position(|columns| fits(&columns))
                .unwrap_or(3)
        };
        let (progress, waits) = counts(everybody);
        Self {
            progress: finest(progress, &PROGRESS),
            waits: finest(waits, &WAITS),
        }
    }

    fn row(self, group: &[&Person]) -> Row {
        let (progress, waits) = counts(group);
        Row {
            people: group.len() as i64,
            splits: vec![
                merged(progress, PROGRESS[self.progress]),
                merged(waits, WAITS[self.waits]),
            ],
        }
    }

    fn figures(self, group: &[&Person], row: &Row, told: &Told) -> Figures {
        let mut figures = Figures::default();
        if !told.people {
            return figures;
        }
        let fives = |count: i64| count - count.rem_euclid(5);
        figures.people = Some(fives(row.people));
        // With one column only, everybody is in it, and nothing is told of how they split up.
        let (progress, waits) = (&row.splits[0], &row.splits[1]);
        let (told_progress, told_waits) = (told.splits[0], told.splits[1]);
        if told_progress && self.progress < 2 {
            figures.served = Some(nearest(100 * progress[0], row.people, 5));
        }
        if told_waits {
            (figures.over_14, figures.over_30) = match self.waits {
                0 => (Some(fives(waits[1] + waits[2])), Some(fives(waits[2]))),
                1 => (Some(fives(waits[1])), None),
                2 => (None, Some(fives(waits[1]))),
                _ => (None, None),
            };
        }
        let many = group.len() >= FOR_A_MEDIAN;
        if told_waits && (self.waits < 3 || many) {
            figures.days = median(group.iter().map(|one| one.days).collect());
        }
        if told_progress && (self.progress < 3 || many) {
            figures.score = self.score(group);
        }
        figures
    }

    /// The middle score of those whose number is told.
    fn score(self, group: &[&Person]) -> Option<i64> {
        let counted = |one: &&&Person| match self.progress {
            1 => one.progress == Progress::Agreed,
            _ => one.progress != Progress::Nobody,
        };
        let scores = group.iter().filter(counted).filter_map(|one| one.score);
        let scores: Vec<i64> = scores.collect();
        let enough = scores.len() as i64 >= SMALLEST_TOLD;
        let middle = median(scores).filter(|_| enough)?;
        Some(nearest(middle, 1, 10))
    }
}

/// How people split up: agreed, proposed, nobody; up to 14 days, up to 30, longer.
fn counts(group: &[&Person]) -> ([i64; 3], [i64; 3]) {
    let (mut progress, mut waits) = ([0; 3], [0; 3]);
    for one in group {
        progress[one.progress as usize] += 1;
        waits[usize::from(one.days > 14) + usize::from(one.days > 30)] += 1;
    }
    (progress, waits)
}

fn merged(counts: [i64; 3], columns: Columns) -> Vec<i64> {
    let sum = |column: &&[usize]| column.iter().map(|n| counts[*n]).sum();
    columns.iter().map(sum).collect()
}

/// `of / among`, rounded to the nearest multiple of `step`.
fn nearest(of: i64, among: i64, step: i64) -> i64 {
    let unit = among.max(1) * step;
    (2 * of + unit) / (2 * unit) * step
}

/// The middle one; of an even number the lower of the middle two.
fn median(mut values: Vec<i64>) -> Option<i64> {
    values.sort_unstable();
    let middle = values.len().checked_sub(1)? / 2;
    values.get(middle).copied()
}

/// Whether new figures may take the place of the last ones: so that two pages differ by five people
/// at least, and what changed is never one person alone. `newcomers` have asked in between.
#[must_use]
pub fn may_replace(last_until: Option<i64>, until: i64, newcomers: i64) -> bool {
    match last_until {
        None => true,
        Some(last) => until > last && newcomers >= SMALLEST_TOLD,
    }
}

#[cfg(test)]
mod tests;
