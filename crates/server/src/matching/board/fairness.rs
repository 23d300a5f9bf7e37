//! The figures of fairness: as they stood at the end of a week, kept as they were told, and made
//! anew only when enough people are new. The rules are in `cairn_domain::matching::fairness`.

use std::collections::HashMap;

use cairn_db::params;
use cairn_domain::id::RequestId;
use cairn_domain::matching::fairness::{Person, Progress, Report, may_replace, report};
use cairn_domain::matching::{RequestState, terms};
use cairn_domain::people::Answers;
use cairn_domain::{DAY, MINUTE, Micros};

use crate::cx::{Cx, Work};
use crate::error::{Error, Result};
use crate::matching::problem;
use crate::matching::store::board as store;
use crate::people;
use crate::{look, work};

/// The tables, in the order of the page.
pub const TABLES: [&str; 4] = ["gender", "age", "culture", "language"];
/// The row of those who said more than one.
pub const SEVERAL: &str = "several";
/// The row of those who said something that is not on the list.
pub const OTHER: &str = "other";
/// The row of those who said nothing.
pub const NOTHING: &str = "";

/// The rows of a table: the values of its group, then the others.
#[must_use]
pub fn rows(table: &str) -> Vec<&'static str> {
    let values = match table {
        "language" => terms::LANGUAGES,
        group => {
            let known = terms::TRAITS.iter().find(|(name, _)| *name == group);
            known.map_or(&[][..], |(_, values)| values)
        }
    };
    let last = match table {
        "language" => vec![OTHER, NOTHING],
        "culture" => vec![SEVERAL, NOTHING],
        _ => vec![NOTHING],
    };
    [values, &last].concat()
}

/// The row of a table to which somebody belongs by what they said.
fn row(answers: &Answers, table: &str, rows: &[&str]) -> usize {
    let group = format!("{table}:");
    let said: Vec<&str> = match table {
        // The language they named first: the one they would rather speak.
        "language" => answers
            .languages
            .first()
            .map(String::as_str)
            .into_iter()
            .collect(),
        _ => answers
            .about
            .iter()
            .filter_map(|code| code.strip_prefix(&group))
            .collect(),
    };
    let value = match said.as_slice() {
        [] => NOTHING,
        [one] if rows.contains(one) => one,
        [_] => OTHER,
        _ => SEVERAL,
    };
    let at = |value: &str| rows.iter().position(|row| *row == value);
    at(value).or_else(|| at(NOTHING)).unwrap_or(0)
}

/// Midnight at the end of the last whole week, on the programme's clock.
#[must_use]
pub fn last_week_ended(cx: &Cx) -> Micros {
    let zone = cx.programme().map(|programme| programme.time_zone.clone());
    let zone = zone.unwrap_or_default();
    let ahead = |at: Micros| Micros::from(problem::offset("", &zone, at)) * MINUTE;
    let wall = cx.now + ahead(cx.now);
    // 1970 began on a Thursday.
    let monday = wall - (wall + 3 * DAY).rem_euclid(7 * DAY);
    // Summer time may have come or gone since.
    let guess = monday - ahead(cx.now);
    monday - ahead(guess)
}

/// The figures that are told now, and up to when they count. The first who looks after enough
/// people are new has them made.
///
/// # Errors
/// The database's, or tampered.
pub async fn told(cx: &Cx) -> Result<(Micros, Report)> {
    let until = last_week_ended(cx);
    let last = look!(cx, |w| last(w).await)?;
    let since = last.as_ref().map(|(until, _)| *until);
    let newcomers = look!(cx, |w| sent_between(w, since.unwrap_or(Micros::MIN), until)
        .await)?;
    if let Some(last) = last.filter(|_| !may_replace(since, until, newcomers)) {
        return Ok(last);
    }
    let people = look!(cx, |w| gather(w, until).await)?;
    let sizes = TABLES.map(|table| rows(table).len());
    let made = tokio::task::spawn_blocking(move || report(&people, &sizes))
        .await
        .map_err(|_| Error::Fault("the figures were not made"))?;
    work!(cx, |w| {
        keep(w, until, &made).await?;
        // Somebody else may have had them made at the same time.
        last_kept(w).await
    })
}

async fn last_kept(w: &mut Work<'_>) -> Result<(Micros, Report)> {
    let last = last(w).await?;
    last.ok_or(Error::Fault("figures that were kept are not there"))
}

async fn last(w: &mut Work<'_>) -> Result<Option<(Micros, Report)>> {
    let programme = w.cx.programme()?.id;
    let row =
        w.tx.first(&store::LAST_FAIRNESS, &params![programme.0])
            .await?;
    let Some(row) = row else {
        return Ok(None);
    };
    let report = serde_json::from_str(&row.text(1)?)
        .map_err(|_| Error::Fault("figures that were kept cannot be read"))?;
    Ok(Some((row.int(0)?, report)))
}

async fn sent_between(w: &mut Work<'_>, after: Micros, until: Micros) -> Result<i64> {
    let programme = w.cx.programme()?.id;
    let values = params![programme.0, after, until];
    Ok(w.tx.one(&store::SENT_BETWEEN, &values).await?.int(0)?)
}

async fn keep(w: &mut Work<'_>, until: Micros, report: &Report) -> Result<()> {
    let programme = w.cx.programme()?.id;
    let text =
        serde_json::to_string(report).map_err(|_| Error::Fault("figures could not be written"))?;
    let values = params![programme.0, until, text, w.now()];
    w.tx.execute(&store::KEEP_FAIRNESS, &values).await?;
    Ok(())
}

/// Everybody who had asked at that moment, as far as they are counted.
async fn gather(w: &mut Work<'_>, until: Micros) -> Result<Vec<Person>> {
    let programme = w.cx.programme()?.id;
    let values = params![programme.0, until];
    let mut scores: HashMap<RequestId, i64> = HashMap::new();
    for row in w.tx.all(&store::FIRST_SCORES, &values).await? {
        scores.insert(RequestId(row.id(0)?), row.int(1)?);
    }
    let tables = TABLES.map(|table| (table, rows(table)));
    let mut people = Vec::new();
    for asked in w.tx.all(&store::ASKED_UNTIL, &values).await? {
        let id = RequestId(asked.id(0)?);
        let answers = match people::request(w, id).await {
            Ok(request) => request.answers,
            // Erased: they are counted, and say nothing.
            Err(Error::NotYours { .. }) => Answers::default(),
            Err(error) => return Err(error),
        };
        let (state, sent) = (asked.text(1)?, asked.int(2)?);
        let changed = asked.int(3)?;
        let matched = state == RequestState::Matched.word();
        let agreed = asked.opt_int(4)?.or(matched.then_some(changed));
        let agreed = agreed.filter(|at| *at <= until);
        let gone = (state == RequestState::Withdrawn.word() && changed <= until).then_some(changed);
        let score = scores.get(&id).copied();
        people.push(Person {
            rows: tables
                .iter()
                .map(|(table, rows)| row(&answers, table, rows))
                .collect(),
            progress: match (agreed, score) {
                (Some(_), _) => Progress::Agreed,
                (None, Some(_)) => Progress::Proposed,
                (None, None) => Progress::Nobody,
            },
            days: (agreed.or(gone).unwrap_or(until) - sent).max(0) / DAY,
            score,
        });
    }
    Ok(people)
}
