//! The matching problem as the database has it: who waits, who has places, and who never meets.

use std::collections::{BTreeSet, HashMap, HashSet};

use cairn_db::params;
use cairn_domain::id::{MemberId, ProgrammeId, RequestId};
use cairn_domain::matching::RequestState;
use cairn_domain::people::{Kind, Mode};
use cairn_domain::{DAY, Micros};
use cairn_matching as engine;
use cairn_words::{TimeZone, time_zone};

use crate::cx::Work;
use crate::error::{Error, Result};
use crate::matching::{Worker, exclusions, meetings, store, workers};
use crate::people::{self, Request};

/// What a worker's places are taken by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// People supported now.
    pub supported: i64,
    /// People who picked the worker and wait for the answer.
    pub picked: i64,
    /// Offers that are out and whose time runs: each holds a place.
    pub held: i64,
    /// First offers to others that are proposed.
    pub proposed: i64,
    /// Second and third offers to others that are proposed.
    pub proposed_more: i64,
}

impl Taken {
    /// Places free for somebody for whom none is held.
    #[must_use]
    pub fn free(&self, capacity: i64) -> u64 {
        at_least_none(capacity - self.supported - self.picked - self.held)
    }

    /// Places free for somebody for whom one is held. Where the worker has lowered their number
    /// since, it goes to the first of those who were promised it.
    #[must_use]
    pub fn kept(&self, capacity: i64) -> u64 {
        at_least_none(capacity - self.supported - self.picked)
    }

    /// Free places that no first offer proposed to somebody else counts on.
    #[must_use]
    pub fn unspoken(&self, capacity: i64) -> u64 {
        self.free(capacity - self.proposed)
    }

    /// Free places that are proposed to nobody else at all.
    #[must_use]
    pub fn spare(&self, capacity: i64) -> u64 {
        self.free(capacity - self.proposed - self.proposed_more)
    }
}

fn at_least_none(places: i64) -> u64 {
    u64::try_from(places).unwrap_or(0)
}

/// Takes hold of a worker's places until the work is done, and says what they are taken by.
/// Whoever else wants a place of this worker waits for it.
///
/// # Errors
/// Not found when the worker never said anything of themselves.
pub async fn hold_places(w: &mut Work<'_>, worker: MemberId) -> Result<Taken> {
    hold_places_for(w, worker, None).await
}

/// The same; a place that is held for `request` itself is left out.
///
/// # Errors
/// As [`hold_places`].
pub async fn hold_places_for(
    w: &mut Work<'_>,
    worker: MemberId,
    request: Option<RequestId>,
) -> Result<Taken> {
    if w.tx
        .execute(&store::HOLD_WORKER, &params![worker.0])
        .await?
        == 0
    {
        return Err(Error::NOT_YOURS);
    }
    taken_for(w, worker, request).await
}

/// Takes hold of the places of several workers, always in the order of their ids, so that no two
/// pieces of work wait for each other.
///
/// # Errors
/// As [`hold_places`].
pub async fn hold_all(w: &mut Work<'_>, workers: &BTreeSet<MemberId>) -> Result<()> {
    for worker in workers {
        hold_places(w, *worker).await?;
    }
    Ok(())
}

/// What a worker's places are taken by now.
///
/// # Errors
/// The database's.
pub async fn taken(w: &mut Work<'_>, worker: MemberId) -> Result<Taken> {
    taken_for(w, worker, None).await
}

/// The same; a place that is held for `request` itself is left out.
///
/// # Errors
/// The database's.
pub async fn taken_for(
    w: &mut Work<'_>,
    worker: MemberId,
    request: Option<RequestId>,
) -> Result<Taken> {
    let own = request.map_or(uuid::Uuid::nil(), |id| id.0);
    let values = params![worker.0, w.now(), own];
    let row = w.tx.one(&store::TAKEN, &values).await?;
    Ok(Taken {
        supported: row.int(0)?,
        picked: row.int(1)?,
        held: row.int(2)?,
        ..Taken::default()
    })
}

/// What the places of all workers are taken by; offers to `request` are left out.
///
/// # Errors
/// The database's.
pub async fn all_taken(
    w: &mut Work<'_>,
    programme: ProgrammeId,
    request: Option<RequestId>,
) -> Result<HashMap<MemberId, Taken>> {
    let mine = request.map_or(uuid::Uuid::nil(), |id| id.0);
    let values = params![programme.0, w.now(), mine];
    let rows = w.tx.all(&store::ALL_TAKEN, &values).await?;
    // In a computation for everybody all proposals are made anew.
    let counts = i64::from(request.is_some());
    let mut all = HashMap::with_capacity(rows.len());
    for row in &rows {
        let taken = Taken {
            supported: row.int(1)?,
            picked: row.int(2)?,
            held: row.int(3)?,
            proposed: row.int(4)? * counts,
            proposed_more: row.int(5)? * counts,
        };
        all.insert(MemberId(row.id(0)?), taken);
    }
    Ok(all)
}

/// Everything the computation needs, as it stood at one moment.
pub struct Snapshot {
    /// The problem; a worker's capacity in it is the places nobody else's first offer counts on.
    pub problem: engine::Problem,
    /// The requests in the problem's order.
    pub requests: Vec<Request>,
    /// The workers in the problem's order.
    pub workers: Vec<Worker>,
    /// Places of each worker that are proposed to nobody else at all: what second and third
    /// offers may count on.
    pub spare: Vec<u64>,
}

/// Reads the problem: for everybody who waits, or for one request. Who asks must have been let
/// through before.
///
/// # Errors
/// The database's, or tampered.
pub async fn snapshot(w: &mut Work<'_>, one: Option<RequestId>) -> Result<Snapshot> {
    let programme = w.cx.programme()?.clone();
    let requests = match one {
        Some(id) => vec![people::request(w, id).await?],
        None => people::requests_in(w, programme.id, RequestState::Waiting).await?,
    };
    let taken = all_taken(w, programme.id, one).await?;
    let mut past = past_pairs(w, programme.id).await?;
    for (person, workers) in meetings::not_again(w, programme.id).await? {
        past.entry(person).or_default().extend(workers);
    }
    let mut listed = Vec::new();
    let (mut workers, mut spare) = (Vec::new(), Vec::new());
    for worker in workers::published_workers(w, programme.id).await? {
        if !worker.profile.missing().is_empty() {
            continue;
        }
        let taken = taken.get(&worker.member).copied().unwrap_or_default();
        let offset = offset(&worker.profile.time_zone, &programme.time_zone, w.now());
        listed.push(as_worker(&worker, taken.unspoken(worker.capacity), offset));
        spare.push(taken.spare(worker.capacity));
        workers.push(worker);
    }
    let alone = one.and_then(|_| requests.first().map(|request| request.participant));
    let apart = exclusions::apart(w, alone, &requests, &workers).await?;
    let participants = requests
        .iter()
        .map(|request| {
            let offset = offset(&request.answers.time_zone, &programme.time_zone, w.now());
            let home = &programme.settings.home_language;
            let mut person = as_participant(request, home, offset, w.now());
            if let Some(never) = past.get(&request.participant) {
                person.not.extend(never.iter().map(MemberId::to_string));
            }
            if let Some(never) = apart.get(&request.participant) {
                person.not.extend(never.iter().map(MemberId::to_string));
            }
            person
        })
        .collect();
    let settings = engine::Settings {
        min_overlap_minutes: u64::from(programme.settings.min_overlap_minutes),
    };
    Ok(Snapshot {
        problem: engine::Problem {
            format: engine::FORMAT.into(),
            settings,
            participants,
            workers: listed,
        },
        requests,
        workers,
        spare,
    })
}

/// Workers whom a person has passed over, or who could not, in the request that goes on.
async fn past_pairs(
    w: &mut Work<'_>,
    programme: ProgrammeId,
) -> Result<HashMap<MemberId, HashSet<MemberId>>> {
    let rows = w.tx.all(&store::PAST_PAIRS, &params![programme.0]).await?;
    let mut past: HashMap<MemberId, HashSet<MemberId>> = HashMap::new();
    for row in &rows {
        let worker = MemberId(row.id(1)?);
        past.entry(MemberId(row.id(0)?)).or_default().insert(worker);
    }
    Ok(past)
}

/// The zone a person named, or the programme's.
#[must_use]
pub fn zone(own: &str, programme: &str) -> TimeZone {
    time_zone(own)
        .filter(|_| !own.is_empty())
        .or_else(|| time_zone(programme))
        .unwrap_or(TimeZone::UTC)
}

/// By how many minutes a zone's clock is ahead of UTC now: times of the week move with summer time.
#[must_use]
pub fn offset(own: &str, programme: &str, now: Micros) -> i32 {
    let moment = jiff::Timestamp::from_microsecond(now).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    zone(own, programme).to_offset(moment).seconds() / 60
}

/// A request as the engine takes it. Workers never to be offered are among it; what was left
/// open is read as widely as it can be.
#[must_use]
pub fn as_participant(
    request: &Request,
    home_language: &str,
    offset: i32,
    now: Micros,
) -> engine::Participant {
    let said = request.answers.for_matching(home_language, offset);
    let waits = (now - request.sent_at.unwrap_or(now)).max(0) / DAY;
    engine::Participant {
        id: request.participant.to_string(),
        role: role(said.kind),
        priority: u8::try_from(request.priority.clamp(0, 2)).unwrap_or(0),
        waiting_days: u64::try_from(waits).unwrap_or(0),
        experiences: said
            .experiences
            .into_iter()
            .map(|e| engine::Experience {
                code: e.code,
                weight: e.weight,
            })
            .collect(),
        languages: said.languages,
        modes: said.modes.into_iter().map(mode).collect(),
        availability: said.times.iter().map(span).collect(),
        location: said.place.map(|place| engine::Location {
            lat: place.lat,
            lon: place.lon,
        }),
        max_km: said.max_km.map(f64::from),
        wishes: said
            .wishes
            .into_iter()
            .map(|wish| engine::Wish {
                trait_name: wish.trait_code,
                weight: wish.weight,
                must: wish.must,
            })
            .collect(),
        sector: said.sector,
        needs: said.needs,
        not: said.never.iter().map(MemberId::to_string).collect(),
    }
}

/// A worker as the engine takes them, with places for `places` more people.
#[must_use]
pub fn as_worker(worker: &Worker, places: u64, offset: i32) -> engine::Worker {
    let said = &worker.profile;
    let times = cairn_domain::people::intake::to_utc(&said.times, offset);
    engine::Worker {
        id: worker.member.to_string(),
        roles: said.roles.iter().copied().map(role).collect(),
        experiences: said.experiences.clone(),
        languages: said.languages.clone(),
        modes: said.modes.iter().copied().map(mode).collect(),
        availability: times.iter().map(span).collect(),
        location: said.place.as_ref().map(|place| engine::Location {
            lat: place.lat,
            lon: place.lon,
        }),
        travel_km: said.travel_km.map(f64::from),
        traits: said.traits.clone(),
        sector: said.sector.clone(),
        trainings: said.trainings.clone(),
        capacity: places,
        headroom: u8::try_from(worker.headroom.clamp(0, 100)).unwrap_or(0),
        not: said.not.iter().map(MemberId::to_string).collect(),
    }
}

fn role(kind: Kind) -> engine::Role {
    match kind {
        Kind::PeerWorker => engine::Role::PeerWorker,
        Kind::RecoveryCoach => engine::Role::RecoveryCoach,
        Kind::CarerPeer => engine::Role::CarerPeer,
    }
}

fn mode(mode: Mode) -> engine::Mode {
    match mode {
        Mode::Chat => engine::Mode::Chat,
        Mode::Phone => engine::Mode::Phone,
        Mode::Video => engine::Mode::Video,
        Mode::InPerson => engine::Mode::InPerson,
    }
}

fn span(span: &[u32; 2]) -> engine::Span {
    let minute = |m: u32| u16::try_from(m.min(u32::from(engine::WEEK_MINUTES))).unwrap_or(0);
    engine::Span {
        start: minute(span[0]),
        end: minute(span[1]),
    }
}
