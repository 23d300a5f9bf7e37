use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;

/// Everybody who looks at the table: every way to fill in what is hidden that agrees with all that
/// is told, and what each hidden count can be in them.
struct Attacker<'a> {
    rows: &'a [Row],
    told: &'a [Told],
}

type Cells = BTreeSet<i64>;

/// All ways to split a number into so many columns.
fn splits(people: i64, columns: usize) -> Vec<Vec<i64>> {
    if columns == 1 {
        return vec![vec![people]];
    }
    let mut all = Vec::new();
    for first in 0..=people {
        for rest in splits(people - first, columns - 1) {
            all.push([vec![first], rest].concat());
        }
    }
    all
}

impl Attacker<'_> {
    /// All ways the people of rows that are hidden whole can be spread over them.
    fn sizes(&self) -> Vec<Vec<i64>> {
        let hidden: Vec<usize> = (0..self.rows.len())
            .filter(|r| !self.told[*r].people)
            .collect();
        let together: i64 = hidden.iter().map(|row| self.rows[*row].people).sum();
        let known: Vec<i64> = self.rows.iter().map(|row| row.people).collect();
        if hidden.is_empty() {
            return vec![known];
        }
        let fill = |spread: Vec<i64>| {
            let mut sizes = known.clone();
            for (row, people) in hidden.iter().zip(spread) {
                sizes[*row] = people;
            }
            sizes
        };
        splits(together, hidden.len())
            .into_iter()
            .map(fill)
            .collect()
    }

    /// For rows of these sizes, what each cell of a measure can be; `None` if nothing fits.
    fn cells(&self, sizes: &[i64], measure: usize) -> Option<Vec<Vec<Cells>>> {
        let columns = self.rows[0].splits[measure].len();
        let sums: Vec<i64> = (0..columns)
            .map(|c| self.rows.iter().map(|row| row.splits[measure][c]).sum())
            .collect();
        let options: Vec<Vec<Vec<i64>>> = (0..self.rows.len())
            .map(|row| match self.told[row].splits[measure] {
                true => vec![self.rows[row].splits[measure].clone()],
                false => splits(sizes[row], columns),
            })
            .collect();
        let step = |from: &BTreeSet<Vec<i64>>, options: &[Vec<i64>]| -> BTreeSet<Vec<i64>> {
            let add = |sum: &Vec<i64>, one: &Vec<i64>| -> Vec<i64> {
                sum.iter().zip(one).map(|(a, b)| a + b).collect()
            };
            let all = from
                .iter()
                .flat_map(|sum| options.iter().map(move |one| add(sum, one)));
            all.filter(|sum| sum.iter().zip(&sums).all(|(a, b)| a <= b))
                .collect()
        };
        let mut before = vec![BTreeSet::from([vec![0; columns]])];
        for row in &options {
            before.push(step(before.last().unwrap(), row));
        }
        let mut after = vec![BTreeSet::from([vec![0; columns]])];
        for row in options.iter().rev() {
            after.push(step(after.last().unwrap(), row));
        }
        after.reverse();
        if !before.last().unwrap().contains(&sums) {
            return None;
        }
        let mut cells = vec![vec![Cells::new(); columns]; self.rows.len()];
        for (row, options) in options.iter().enumerate() {
            for option in options {
                let fits = before[row].iter().any(|sum| {
                    let rest: Vec<i64> =
                        (0..columns).map(|c| sums[c] - sum[c] - option[c]).collect();
                    after[row + 1].contains(&rest)
                });
                if fits {
                    for column in 0..columns {
                        cells[row][column].insert(option[column]);
                    }
                }
            }
        }
        Some(cells)
    }

    /// Asserts that no hidden count can be told apart further than it may be.
    fn learns_nothing(&self) -> Result<(), TestCaseError> {
        let measures = self.rows[0].splits.len();
        let mut people = vec![Cells::new(); self.rows.len()];
        let mut columns: Vec<Vec<Vec<Cells>>> = (0..measures)
            .map(|m| vec![vec![Cells::new(); self.rows[0].splits[m].len()]; self.rows.len()])
            .collect();
        for sizes in self.sizes() {
            let ways: Vec<_> = (0..measures).map(|m| self.cells(&sizes, m)).collect();
            if ways.iter().any(Option::is_none) {
                continue;
            }
            for (row, size) in sizes.iter().enumerate() {
                people[row].insert(*size);
            }
            for (measure, cells) in ways.into_iter().flatten().enumerate() {
                for (row, cells) in cells.into_iter().enumerate() {
                    for (column, cells) in cells.into_iter().enumerate() {
                        columns[measure][row][column].extend(cells);
                    }
                }
            }
        }
        for (row, told) in self.told.iter().enumerate() {
            if !told.people {
                open(&people[row], &format!("the people of row {row}"), self)?;
            }
            for (measure, columns) in columns.iter().enumerate() {
                if told.splits[measure] {
                    continue;
                }
                for (column, cells) in columns[row].iter().enumerate() {
                    open(cells, &format!("row {row}, {measure}.{column}"), self)?;
                }
            }
        }
        Ok(())
    }
}

/// At least five neighbouring numbers are possible.
fn open(cells: &Cells, what: &str, all: &Attacker<'_>) -> Result<(), TestCaseError> {
    let wide = cells
        .iter()
        .any(|low| (*low..*low + WIDE).all(|n| cells.contains(&n)));
    prop_assert!(
        wide,
        "{what} can only be {cells:?}: {:?} {:?}",
        all.rows,
        all.told
    );
    Ok(())
}

/// Rows with one measure of two columns and one of three, whose sums are all large enough.
fn table(rows: usize, most: i64) -> impl Strategy<Value = Vec<Row>> {
    let row = (0..=most, 0..=most, 0..=most).prop_flat_map(|(a, b, c)| {
        let people = a + b + c;
        (0..=people).prop_map(move |yes| Row {
            people,
            splits: vec![vec![yes, people - yes], vec![a, b, c]],
        })
    });
    proptest::collection::vec(row, 2..=rows).prop_filter("sums are told", |rows| {
        (0..2).all(|m| {
            (0..rows[0].splits[m].len())
                .all(|c| rows.iter().map(|row| row.splits[m][c]).sum::<i64>() >= SMALLEST_TOLD)
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_hidden_count_can_be_found_out(rows in table(4, 5)) {
        let told = hide(&rows);
        Attacker { rows: &rows, told: &told }.learns_nothing()?;
    }

    #[test]
    fn nor_in_tables_in_which_much_is_told(rows in table(3, 9)) {
        let told = hide(&rows);
        Attacker { rows: &rows, told: &told }.learns_nothing()?;
    }

    #[test]
    fn no_small_count_is_told(rows in table(6, 30)) {
        for (row, told) in rows.iter().zip(hide(&rows)) {
            prop_assert!(!told.people || row.people >= SMALLEST_TOLD);
            for (split, told_split) in row.splits.iter().zip(&told.splits) {
                prop_assert!(!told_split || (told.people && split.iter().all(|n| *n >= SMALLEST_TOLD)));
            }
        }
    }

    #[test]
    fn a_report_says_no_more_than_its_table(
        people in proptest::collection::vec((0usize..3, 0usize..3, 0i64..50, 0i64..1000), 0..80)
    ) {
        let progress = [Progress::Agreed, Progress::Proposed, Progress::Nobody];
        let people: Vec<Person> = people.into_iter().map(|(row, p, days, score)| Person {
            rows: vec![row], progress: progress[p], days, score: (p < 2).then_some(score),
        }).collect();
        let report = report(&people, &[3]);
        prop_assert_eq!(report.all.people.is_some(), people.len() >= 5);
        for (row, figures) in report.tables[0].iter().enumerate() {
            let group: Vec<&Person> = people.iter().filter(|one| one.rows[0] == row).collect();
            let told = figures.people;
            prop_assert!(told.is_none() || group.len() >= 5);
            prop_assert!(told.is_none_or(|n| n % 5 == 0 && (n..n + 5).contains(&(group.len() as i64))));
            let rest = [figures.served, figures.over_14, figures.over_30, figures.days, figures.score];
            prop_assert!(told.is_some() || rest.iter().all(Option::is_none));
            let long = group.iter().filter(|one| one.days > 14).count() as i64;
            prop_assert!(figures.over_14.is_none_or(|n| long >= 5 && (n..n + 5).contains(&long)));
            prop_assert!(figures.served.is_none_or(|share| share % 5 == 0 && (0..=100).contains(&share)));
            if figures.served.is_some() {
                let agreed = group.iter().filter(|one| one.progress == Progress::Agreed).count();
                prop_assert!(agreed >= 5 && group.len() - agreed >= 5);
            }
            if figures.over_14.is_some() {
                prop_assert!(group.len() as i64 - long >= 5);
            }
        }
    }
}

/// Rows by their people, all alike in the one measure.
fn rows(all: &[(i64, i64)]) -> Vec<Row> {
    let row = |(yes, no): &(i64, i64)| Row {
        people: yes + no,
        splits: vec![vec![*yes, *no]],
    };
    all.iter().map(row).collect()
}

#[test]
fn one_hidden_row_would_be_what_is_left() {
    let told = hide(&rows(&[(20, 20), (10, 10), (2, 1)]));
    let people: Vec<bool> = told.iter().map(|row| row.people).collect();
    assert_eq!(people, [true, false, false]);
}

#[test]
fn an_attacker_finds_a_lone_hidden_count() {
    // What it would be with primary suppression alone: the attacker of these tests is no straw man.
    let rows = rows(&[(20, 20), (10, 10), (2, 1)]);
    let told = |people, split| Told {
        people,
        splits: vec![split],
    };
    let naive = [told(true, true), told(true, true), told(false, false)];
    let attacker = Attacker {
        rows: &rows,
        told: &naive,
    };
    assert!(attacker.learns_nothing().is_err());
    // Nor are two small ones together enough.
    let two = self::rows(&[(20, 20), (1, 1), (1, 0)]);
    let naive = [told(true, true), told(false, false), told(false, false)];
    let attacker = Attacker {
        rows: &two,
        told: &naive,
    };
    assert!(attacker.learns_nothing().is_err());
}

#[test]
fn large_groups_are_all_told() {
    let told = hide(&rows(&[(20, 20), (10, 10), (8, 5)]));
    assert!(told.iter().all(|row| row.people && row.splits[0]));
}

#[test]
fn where_nobody_waited_long_the_middle_is_still_told() {
    let person = |row| Person {
        rows: vec![row],
        progress: Progress::Agreed,
        days: 6,
        score: Some(618),
    };
    let people: Vec<Person> = (0..24).map(|n| person(n % 2)).collect();
    let report = report(&people, &[2]);
    let expected = Figures {
        people: Some(20),
        days: Some(6),
        score: Some(620),
        ..Figures::default()
    };
    assert_eq!(report.all, expected);
    assert_eq!(report.tables[0][0].people, Some(10));
    assert_eq!(report.tables[0][0].days, Some(6));
}

#[test]
fn few_people_are_not_told_at_all() {
    let person = Person {
        rows: vec![0],
        progress: Progress::Nobody,
        days: 90,
        score: None,
    };
    assert_eq!(report(&vec![person; 4], &[2]).all, Figures::default());
}

#[test]
fn two_pages_differ_by_five_people_at_least() {
    assert!(may_replace(None, 7, 0));
    assert!(!may_replace(Some(7), 14, 4));
    assert!(may_replace(Some(7), 14, 5));
    assert!(!may_replace(Some(14), 14, 9));
}
