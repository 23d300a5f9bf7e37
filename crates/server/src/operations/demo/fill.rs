//! Fills an empty database with the demonstration, some hundred people in a transaction.

use std::ops::Range;

use cairn_domain::access::{Act, Role};
use cairn_domain::id::{ConversationId, GoalId, MemberId, OfferId, RelationshipId, StepId};
use cairn_domain::matching::Step;
use cairn_domain::people::Answers;
use cairn_domain::people::intake::cell;
use cairn_domain::plans::GoalState;
use cairn_domain::{DAY, HOUR, MINUTE, Micros};
use rand::RngExt;
use rand::rngs::StdRng;

use super::cast::{self, Names, STAFF, Somebody, TURN_NAMES};
use super::texts::{Line, Says};
use super::{Account, Demo, PASSPHRASE, Pair, SLUG, Wanted, pairs, papers, texts};
use crate::app::Shared;
use crate::conversations::NewMessage;
use crate::cx::{Cx, Work};
use crate::error::{Error, Result};
use crate::matching::Scope;
use crate::operations::store;
use crate::people::{self, NewProgramme, Request};
use crate::{conversations, matching, plans, work};

/// People in one transaction.
const PART: usize = 250;
/// Pairs whose story is told in full; of the others only the beginning.
const TOLD: usize = 40;

/// Numbers of the people on the way who have offers.
const SERVED: &[usize] = &[0, 1, 5, 6];

/// Where the filling stands.
struct State {
    rng: StdRng,
    names: Names,
    /// Midnight in UTC at the beginning of today.
    today: Micros,
    hash: String,
    wanted: Wanted,
}

/// Two people with their conversation.
struct Couple {
    participant: Somebody,
    worker: Somebody,
    thread: ConversationId,
    pair: Option<RelationshipId>,
}

/// Makes the programme and everybody in it.
///
/// # Errors
/// The database's; a database can hold one demonstration.
pub async fn fill(app: &Shared, wanted: &Wanted) -> Result<Demo> {
    let salt = app.chance.bytes::<16>();
    let hash = tokio::task::spawn_blocking(move || people::hash_now(PASSPHRASE, salt))
        .await
        .map_err(|_| Error::Fault("hashing a passphrase broke off"))??;
    let mut state = State {
        rng: papers::rng(wanted.seed),
        names: Names::default(),
        today: app.clock.now() / DAY * DAY,
        hash,
        wanted: sensible(*wanted),
    };
    let cx = programme(app, state.today).await?;
    let wanted = state.wanted;
    let (staff, back) = work!(cx, |w| {
        let mut state = state;
        Ok((staff(w, &mut state).await?, state))
    })?;
    state = back;
    let mut workers = Vec::with_capacity(wanted.workers);
    for part in parts(wanted.workers) {
        let (some, back) = work!(cx, |w| {
            let mut state = state;
            Ok((add_workers(w, &mut state, part).await?, state))
        })?;
        state = back;
        workers.extend(some);
    }
    let coordinator = staff[0].clone();
    let mut couples = Vec::with_capacity(wanted.pairs);
    for part in parts(wanted.pairs) {
        let (all, cora) = (workers.clone(), coordinator.clone());
        let (some, back) = work!(cx, |w| {
            let mut state = state;
            let some = add_pairs(w, &mut state, part, &all, &cora).await?;
            Ok((some, state))
        })?;
        state = back;
        couples.extend(some);
    }
    let today = state.today;
    let known = on_the_way(&cx, state, &coordinator).await?;
    if let Some(Couple {
        worker,
        pair: Some(pair),
        ..
    }) = couples.get(pairs::CHANGES)
    {
        pairs::changes(&cx, today, *pair, worker).await?;
    }
    let listed = listed(&couples, &workers, known, staff);
    let accounts = accounts(&cx, listed).await?;
    Ok(Demo {
        programme: SLUG.into(),
        accounts,
        pairs: couples.iter().map(Couple::told).collect(),
    })
}

/// No pairs without workers, and no fewer participants than pairs.
fn sensible(wanted: Wanted) -> Wanted {
    let pairs = if wanted.workers == 0 { 0 } else { wanted.pairs };
    Wanted {
        pairs,
        participants: wanted.participants.max(pairs),
        ..wanted
    }
}

fn parts(count: usize) -> impl Iterator<Item = Range<usize>> {
    (0..count)
        .step_by(PART)
        .map(move |start| start..(start + PART).min(count))
}

impl Couple {
    fn told(&self) -> Pair {
        Pair {
            conversation: self.thread.to_string(),
            participant: self.participant.login.clone(),
            worker: self.worker.login.clone(),
        }
    }
}

async fn programme(app: &Shared, today: Micros) -> Result<Cx> {
    let mut cx = Cx::command(app, None);
    cx.now = today - 400 * DAY;
    let new = NewProgramme {
        slug: SLUG.into(),
        name: "Stonebridge Peer Support".into(),
        language: "en".into(),
        time_zone: "Europe/London".into(),
        settings: papers::settings(),
    };
    let programme = work!(cx, |w| {
        let (id, _) = people::add_programme(w, &new).await?;
        people::programme_by_id(w, id).await
    })?;
    cx.programme = Some(programme);
    Ok(cx)
}

async fn staff(w: &mut Work<'_>, state: &mut State) -> Result<Vec<Somebody>> {
    let mut all = Vec::new();
    for (name, role) in STAFF {
        all.push(cast::add(w, (*name).to_owned(), *role, &state.hash, None).await?);
    }
    Ok(all)
}

async fn add_workers(
    w: &mut Work<'_>,
    state: &mut State,
    part: Range<usize>,
) -> Result<Vec<Somebody>> {
    let mut all = Vec::with_capacity(part.len());
    for number in part {
        w.cx.now = state.today - papers::days(&mut state.rng, 30, 390) * DAY;
        let name = state.names.worker(number);
        let worker = cast::add(w, name, Role::Worker, &state.hash, None).await?;
        let supports =
            (state.wanted.pairs + state.wanted.workers - 1 - number) / state.wanted.workers;
        let (profile, numbers) = papers::profile(&mut state.rng, number, supports);
        matching::save_worker(w, worker.member, profile, numbers, true).await?;
        all.push(worker);
    }
    Ok(all)
}

async fn add_pairs(
    w: &mut Work<'_>,
    state: &mut State,
    part: Range<usize>,
    workers: &[Somebody],
    coordinator: &Somebody,
) -> Result<Vec<Couple>> {
    let mut all = Vec::with_capacity(part.len());
    for number in part {
        let language = pairs::language_of(number);
        let name = state.names.paired(number);
        let age = match [24, 47, 9, 130, 83, 1, 200, 310].get(number) {
            Some(days) => *days,
            None => papers::days(&mut state.rng, 2, 350),
        } * DAY;
        let began = state.today - age;
        w.cx.now = began - 12 * DAY;
        let participant = cast::add(w, name, Role::Participant, &state.hash, language).await?;
        let answers = papers::answers(&mut state.rng, language, true);
        let request = asked_and_found(w, &participant, &answers, began, coordinator).await?;
        let worker = workers[number % workers.len()].clone();
        w.cx.now = began;
        let (thread, pair) = pairs::begin(w, number, &request, worker.member).await?;
        let couple = Couple {
            participant,
            worker,
            thread,
            pair,
        };
        if number < TOLD {
            tell(w, state.today, number, &couple, began).await?;
        }
        all.push(couple);
    }
    Ok(all)
}

/// A request that went all the way, with the readings there were on it.
async fn asked_and_found(
    w: &mut Work<'_>,
    participant: &Somebody,
    answers: &Answers,
    began: Micros,
    coordinator: &Somebody,
) -> Result<Request> {
    let sent = began - 11 * DAY;
    participant.acts(w, sent);
    let id = people::begin_request(w, participant.member, answers).await?;
    w.may(Act::WriteIntake, participant.member, "request", id.0)
        .await?;
    let mut request = people::request(w, id).await?;
    people::move_request(w, &mut request, Step::Send).await?;
    coordinator.acts(w, began - 3 * DAY);
    w.may(Act::ReadIntake, participant.member, "request", id.0)
        .await?;
    people::move_request(w, &mut request, Step::Release).await?;
    participant.acts(w, began - DAY);
    people::move_request(w, &mut request, Step::Pick).await?;
    w.cx.now = began;
    people::move_request(w, &mut request, Step::Agree).await?;
    Ok(request)
}

/// What the two wrote to each other, the participant's goals, and who read them.
async fn tell(
    w: &mut Work<'_>,
    today: Micros,
    number: usize,
    couple: &Couple,
    began: Micros,
) -> Result<()> {
    if let Some((title, steps)) = texts::GOALS.get(number) {
        let (me, goal) = (couple.participant.member, GoalId(w.cx.new_id()));
        couple.participant.acts(w, began + 20 * HOUR);
        w.may(Act::WriteGoals, me, "goal", goal.0).await?;
        plans::add_goal(w, me, goal, title, GoalState::Open).await?;
        for (text, done) in *steps {
            let step = StepId(w.cx.new_id());
            let done_at = done.then(|| today - 30 * HOUR);
            plans::add_step(w, (me, goal), step, text, done_at).await?;
        }
        couple.worker.acts(w, today - 20 * HOUR);
        w.may(Act::ReadGoals, me, "goals", me.0).await?;
    }
    talk(w, today, number, couple, began).await
}

/// What the two wrote to each other, each having read what came before.
async fn talk(
    w: &mut Work<'_>,
    today: Micros,
    number: usize,
    couple: &Couple,
    began: Micros,
) -> Result<()> {
    let own = texts::TALKS.len() - texts::TALKS_FOR_ANYBODY;
    let lines = match number {
        known if known < own => texts::TALKS[known],
        other => texts::TALKS[own + other % texts::TALKS_FOR_ANYBODY],
    };
    let mut last = None;
    for ((says, _, body), at) in lines.iter().zip(moments(lines, began, today)) {
        let who = match says {
            Says::Participant => &couple.participant,
            Says::Worker => &couple.worker,
        };
        who.acts(w, at);
        if last.is_some_and(|last| last != *says) {
            let thread = conversations::reach(w, couple.thread, Act::ReadConversation).await?;
            conversations::mark_read(w, &thread, thread.last_seq).await?;
        }
        last = Some(*says);
        let new = NewMessage {
            client_id: w.cx.new_id(),
            body: (*body).to_owned(),
        };
        conversations::write(w, couple.thread, new).await?;
    }
    Ok(())
}

/// When each line was written: soon after each other within one talk, and the talks spread from
/// the beginning of the relationship to the present.
fn moments(lines: &[Line], began: Micros, today: Micros) -> Vec<Micros> {
    const BREAK: i64 = 1_000;
    let told: i64 = lines.iter().map(|(_, gap, _)| gap).sum();
    let breaks = lines.iter().filter(|(_, gap, _)| *gap >= BREAK).count();
    let there = (today - 5 * HOUR - began) / MINUTE;
    let more = (there - told).max(0) / i64::try_from(breaks.max(1)).unwrap_or(1);
    let mut at = began + 2 * HOUR;
    lines
        .iter()
        .map(|(_, gap, _)| {
            let waits = if *gap >= BREAK { gap + more } else { *gap };
            at += waits * MINUTE;
            at.min(today)
        })
        .collect()
}

/// Everybody who is on the way to a pair. The first few have a name that is known, and each stands
/// at another turn.
async fn on_the_way(cx: &Cx, state: State, coordinator: &Somebody) -> Result<Vec<Somebody>> {
    let count = state.wanted.participants - state.wanted.pairs;
    let (served, others): (Vec<usize>, Vec<usize>) =
        (0..count).partition(|number| SERVED.contains(number));
    let (first, state) = asked(cx, state, served, coordinator).await?;
    if state.wanted.workers > 0 {
        offers(cx, &state, coordinator, &first).await?;
    }
    let (rest, _) = asked(cx, state, others, coordinator).await?;
    let known = first.into_iter().chain(rest);
    Ok(known
        .filter(|(number, _)| *number < TURN_NAMES)
        .map(|(_, person)| person)
        .collect())
}

/// People by their numbers, some hundred in a transaction.
async fn asked(
    cx: &Cx,
    state: State,
    numbers: Vec<usize>,
    coordinator: &Somebody,
) -> Result<(Vec<(usize, Somebody)>, State)> {
    let mut state = state;
    let mut all = Vec::with_capacity(numbers.len());
    for part in numbers.chunks(PART) {
        let (part, cora) = (part.to_vec(), coordinator.clone());
        let (some, back) = work!(cx, |w| {
            let mut state = state;
            let mut some = Vec::with_capacity(part.len());
            for number in part {
                some.push((number, ask(w, &mut state, number, &cora).await?));
            }
            Ok((some, state))
        })?;
        state = back;
        all.extend(some);
    }
    Ok((all, state))
}

/// Works out offers for those who wait so far, lets them out, and lets the second of them pick.
async fn offers(
    cx: &Cx,
    state: &State,
    coordinator: &Somebody,
    people: &[(usize, Somebody)],
) -> Result<()> {
    let mut cora = cx.clone();
    coordinator.comes(&mut cora, state.today - 3 * DAY);
    matching::run(&cora, Scope::All).await?;
    let (cora, people, today) = (coordinator.clone(), people.to_vec(), state.today);
    work!(cx, |w| {
        cora.acts(w, today - 2 * DAY);
        let mut requests = Vec::new();
        for (_, person) in &people {
            let open = people::open_request(w, person.member).await?;
            requests.extend(open.map(|request| request.id));
        }
        matching::release(w, &requests).await?;
        let Some((_, sam)) = people.iter().find(|(number, _)| *number == 1) else {
            return Ok(());
        };
        let values = cairn_db::params![sam.member.0];
        if let Some(row) = w.tx.first(&store::FIRST_OFFER, &values).await? {
            sam.acts(w, today - DAY);
            matching::pick(w, OfferId(row.id(0)?)).await?;
        }
        Ok(())
    })
}

/// Somebody asks for support, and comes as far as their number says.
async fn ask(
    w: &mut Work<'_>,
    state: &mut State,
    number: usize,
    coordinator: &Somebody,
) -> Result<Somebody> {
    let language = (number == 2).then_some("ar");
    let name = state.names.on_the_way(number);
    let (writes, rests) = match number {
        3 => (true, false),
        4 => (false, true),
        turn if turn < TURN_NAMES => (false, false),
        other => (other % 9 == 8, other % 11 == 10),
    };
    let served = SERVED.contains(&number);
    let (low, high) = if served { (5, 20) } else { (1, 60) };
    let sent = state.today - papers::days(&mut state.rng, low, high) * DAY
        + state.rng.random_range(8..20) * HOUR
        + state.rng.random_range(0..60) * MINUTE
        - DAY;
    w.cx.now = sent - HOUR;
    let person = cast::add(w, name, Role::Participant, &state.hash, language).await?;
    let mut answers = papers::answers(&mut state.rng, language, !writes);
    if served {
        answers.times = open_evenings();
    }
    person.acts(w, sent);
    let id = people::begin_request(w, person.member, &answers).await?;
    if writes {
        return Ok(person);
    }
    let mut request = people::request(w, id).await?;
    people::move_request(w, &mut request, Step::Send).await?;
    if rests {
        people::move_request(w, &mut request, Step::AskTime).await?;
    }
    if number < TURN_NAMES {
        w.may(Act::WriteIntake, person.member, "request", id.0)
            .await?;
        coordinator.acts(w, sent + 20 * HOUR);
        w.may(Act::ReadIntake, person.member, "request", id.0)
            .await?;
    }
    Ok(person)
}

/// Every afternoon and evening of the week.
fn open_evenings() -> Vec<[u32; 2]> {
    (0..7)
        .flat_map(|day| ["afternoon", "evening"].map(|part| cell(day, part)))
        .flatten()
        .collect()
}

/// Whom one can sign in as: everybody in a pair, some workers, those at each turn, the staff.
fn listed(
    couples: &[Couple],
    workers: &[Somebody],
    known: Vec<Somebody>,
    staff: Vec<Somebody>,
) -> Vec<Somebody> {
    let busy: std::collections::HashSet<MemberId> =
        couples.iter().map(|couple| couple.worker.member).collect();
    let mut all: Vec<Somebody> = couples.iter().map(|c| c.participant.clone()).collect();
    let shown = workers
        .iter()
        .enumerate()
        .filter(|(number, worker)| *number < 12 || busy.contains(&worker.member));
    all.extend(shown.map(|(_, worker)| worker.clone()));
    all.extend(known);
    all.extend(staff);
    all
}

async fn accounts(cx: &Cx, listed: Vec<Somebody>) -> Result<Vec<Account>> {
    let mut all = Vec::with_capacity(listed.len());
    for part in parts(listed.len()) {
        let people = listed[part].to_vec();
        let some = work!(cx, |w| {
            let mut some = Vec::with_capacity(people.len());
            for person in people {
                some.push(Account {
                    token: people::give_token(w, person.account, Some(person.member)).await?,
                    sign_in: people::add_demo_link(w, person.account).await?,
                    login: person.login,
                    role: person.role.word().to_owned(),
                });
            }
            Ok(some)
        })?;
        all.extend(some);
    }
    Ok(all)
}
