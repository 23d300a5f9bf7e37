//! Every SQL statement of the room.

pub mod exclusions;

use cairn_db::statements;

pub mod board;
pub mod changes;
pub mod meetings;

statements! {
    /// What a worker said of themselves.
    pub WORKER = "SELECT member, sealed_profile, capacity, headroom, published_at
        FROM matching_worker WHERE member = $1";
    /// All workers of a programme who can be offered.
    pub PUBLISHED_WORKERS = "SELECT w.member, w.sealed_profile, w.capacity, w.headroom, w.published_at
        FROM matching_worker w
        JOIN people_member m ON m.id = w.member AND m.ended_at IS NULL
        JOIN people_role r ON r.member = w.member AND r.role = 'worker'
        WHERE w.programme = $1 AND w.published_at IS NOT NULL ORDER BY m.created_at, w.member";
    /// Keeps what a worker said; once published, the first moment stays.
    pub SAVE_WORKER = "INSERT INTO matching_worker
        (member, programme, sealed_profile, capacity, headroom, published_at, updated_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (member) DO UPDATE SET sealed_profile = excluded.sealed_profile,
            capacity = excluded.capacity, headroom = excluded.headroom,
            published_at = CASE WHEN excluded.published_at IS NULL THEN NULL
                ELSE COALESCE(matching_worker.published_at, excluded.published_at) END,
            updated_at = excluded.updated_at";
    /// Keeps a changed profile and nothing else.
    pub SAVE_PROFILE = "UPDATE matching_worker SET sealed_profile = $2 WHERE member = $1";
    /// Takes hold of a worker's row until the work is done, so that places are given one by one.
    pub HOLD_WORKER = "UPDATE matching_worker SET updated_at = updated_at WHERE member = $1";
    /// What a worker's places are taken by: people supported now, people who picked them, and
    /// offers whose time runs at $2, those of request $3 left out.
    pub TAKEN = "SELECT
        (SELECT COUNT(*) FROM people_relationship WHERE worker = $1 AND ended_at IS NULL),
        (SELECT COUNT(*) FROM matching_offer WHERE worker = $1 AND state = 'picked'),
        (SELECT COUNT(*) FROM matching_offer WHERE worker = $1 AND state = 'released'
            AND holds_until > $2 AND request <> $3)";
    /// The same for all workers of a programme, and the first and the further offers that are
    /// proposed to people other than request $3.
    pub ALL_TAKEN = "SELECT w.member,
        (SELECT COUNT(*) FROM people_relationship r WHERE r.worker = w.member AND r.ended_at IS NULL),
        (SELECT COUNT(*) FROM matching_offer o WHERE o.worker = w.member AND o.state = 'picked'),
        (SELECT COUNT(*) FROM matching_offer o WHERE o.worker = w.member AND o.state = 'released'
            AND o.holds_until > $2 AND o.request <> $3),
        (SELECT COUNT(*) FROM matching_offer o JOIN people_request q ON q.id = o.request
            WHERE o.worker = w.member AND o.place = 1 AND o.state = 'proposed'
              AND o.request <> $3 AND q.state = 'waiting'),
        (SELECT COUNT(*) FROM matching_offer o JOIN people_request q ON q.id = o.request
            WHERE o.worker = w.member AND o.place > 1 AND o.state = 'proposed'
              AND o.request <> $3 AND q.state = 'waiting')
        FROM matching_worker w WHERE w.programme = $1";

    /// An offer.
    pub OFFER = "SELECT id, request, participant, worker, state, place, value, score,
            sealed_reasons, sealed_note, released_at, picked_at, answered_at,
            holds_until, fewer
        FROM matching_offer WHERE id = $1";
    /// All offers ever made for a request, the newest first.
    pub OFFERS_OF_REQUEST = "SELECT id, request, participant, worker, state, place, value, score,
            sealed_reasons, sealed_note, released_at, picked_at, answered_at,
            holds_until, fewer
        FROM matching_offer WHERE request = $1 ORDER BY proposed_at DESC, place, id";
    /// The requests that have offers waiting for their release.
    pub PROPOSED_FOR = "SELECT q.id FROM people_request q
        WHERE q.programme = $1 AND q.state = 'waiting' AND EXISTS
            (SELECT 1 FROM matching_offer o WHERE o.request = q.id AND o.state = 'proposed')
        ORDER BY q.priority DESC, q.sent_at, q.id";
    /// Who picked a worker and waits for the answer, the longest first.
    pub PICKED_WORKER = "SELECT id, request, participant, worker, state, place, value, score,
            sealed_reasons, sealed_note, released_at, picked_at, answered_at,
            holds_until, fewer
        FROM matching_offer WHERE worker = $1 AND state = 'picked' ORDER BY picked_at, id";
    /// A new offer.
    pub ADD_OFFER = "INSERT INTO matching_offer (id, programme, request, participant, worker, state,
            place, value, score, sealed_reasons, proposed_at, fewer)
        VALUES ($1, $2, $3, $4, $5, 'proposed', $6, $7, $8, $9, $10, $11)";
    /// The offers of a request that wait for their release, without opening anything.
    pub PROPOSED_TO = "SELECT id, worker, place FROM matching_offer
        WHERE request = $1 AND state = 'proposed' ORDER BY place, id";
    /// Lets a proposed offer out: from now until then it holds a place.
    pub RELEASE = "UPDATE matching_offer SET state = 'released', released_at = $2, holds_until = $3
        WHERE id = $1 AND state = 'proposed'";
    /// An offer that is out holds its place until then.
    pub HOLD_AGAIN = "UPDATE matching_offer SET holds_until = $2 WHERE id = $1 AND state = 'released'";
    /// The places that offers of a request hold are let go; the offers stay.
    pub LET_GO = "UPDATE matching_offer SET holds_until = NULL WHERE request = $1 AND state = 'released'";
    /// Why fewer than three are out.
    pub SAY_FEWER = "UPDATE matching_offer SET fewer = $2 WHERE request = $1 AND state = 'released'";
    /// Takes back proposals that nobody has seen.
    pub DROP_PROPOSED = "DELETE FROM matching_offer WHERE request = $1 AND state = 'proposed'";
    /// An offer that stands so is picked.
    pub PICK = "UPDATE matching_offer SET state = 'picked', picked_at = $3
        WHERE id = $1 AND state = $2";
    /// An offer that stands so is answered.
    pub ANSWER = "UPDATE matching_offer SET state = $3, answered_at = $4, sealed_note = $5
        WHERE id = $1 AND state = $2";
    /// All offers of a request that are still open end.
    pub CLOSE_OPEN = "UPDATE matching_offer SET state = $2, answered_at = $3
        WHERE request = $1 AND state IN ('proposed', 'released')";
    /// All offers of a request end that somebody could still have answered.
    pub CLOSE_ALL = "UPDATE matching_offer SET state = 'lapsed', answered_at = $2
        WHERE request = $1 AND state IN ('released', 'picked', 'expired')";
    /// Offers that ran out are of no more use.
    pub CLOSE_EXPIRED = "UPDATE matching_offer SET state = 'lapsed', answered_at = $2
        WHERE request = $1 AND state = 'expired'";
    /// How many offers of a request are out.
    pub STILL_OUT = "SELECT COUNT(*) FROM matching_offer WHERE request = $1 AND state = 'released'";

    /// Takes hold of a request until the work is done: after that nobody else moves it.
    pub HOLD_REQUEST = "UPDATE people_request SET updated_at = updated_at WHERE id = $1";
    /// The offers of a request whose time has run end.
    pub RUN_OUT = "UPDATE matching_offer SET state = 'expired', answered_at = $2
        WHERE request = $1 AND state = 'released' AND holds_until <= $2";
    /// Requests with offers out whose time has run.
    pub RUNS_OUT = "SELECT DISTINCT q.id FROM matching_offer o JOIN people_request q ON q.id = o.request
        WHERE o.state = 'released' AND o.holds_until <= $1 AND q.state = 'offered' ORDER BY q.id";
    /// A request whose last offer ran out rests; its place in the list stays.
    pub REST = "UPDATE people_request SET state = $2, updated_at = $3, version = version + 1
        WHERE id = $1 AND state = 'offered'";
    /// The requests of a programme whose offers all ran out, and nobody has answered since.
    pub RAN_OUT = "SELECT q.id FROM people_request q
        WHERE q.programme = $1 AND q.state IN ('offered', 'resting')
          AND EXISTS (SELECT 1 FROM matching_offer o WHERE o.request = q.id
            AND (o.state = 'expired' OR (o.state = 'released' AND o.holds_until <= $2)))
          AND NOT EXISTS (SELECT 1 FROM matching_offer o WHERE o.request = q.id
            AND o.state = 'released' AND (o.holds_until IS NULL OR o.holds_until > $2))";
    /// Pairs that have said no to each other, of requests that go on.
    pub PAST_PAIRS = "SELECT o.participant, o.worker FROM matching_offer o
        JOIN people_request q ON q.id = o.request
        WHERE q.programme = $1 AND o.state IN ('declined', 'passed')
          AND q.state NOT IN ('matched', 'withdrawn')";

    /// Whose a request is, where it stands, and in which version.
    pub REQUEST_STANDS = "SELECT participant, state, version FROM people_request WHERE id = $1";
    /// A person's latest request, also one that has led to a match.
    pub LATEST_REQUEST = "SELECT id FROM people_request
        WHERE participant = $1 AND state <> 'withdrawn' ORDER BY started_at DESC, id DESC LIMIT 1";
    /// Of whom it is written down already that this reader saw them on a list since then.
    pub SEEN_SINCE = "SELECT DISTINCT subject FROM operations_trail
        WHERE programme = $1 AND at >= $2 AND actor = $3 AND act = $4 AND kind = $5
          AND subject IS NOT NULL";

    /// Takes the programme's turn: whoever else wants it waits until this work is done.
    pub TAKE_TURN = "INSERT INTO matching_run (programme, turns) VALUES ($1, 1)
        ON CONFLICT (programme) DO UPDATE SET turns = matching_run.turns + 1";
    /// It was worked out for everybody who waits.
    pub RAN = "UPDATE matching_run SET ran_at = $2 WHERE programme = $1";
    /// When it was last worked out for everybody.
    pub LAST_RUN = "SELECT ran_at FROM matching_run WHERE programme = $1";
    /// Somebody could not be served.
    pub KEEP_UNSERVED = "INSERT INTO matching_unserved (request, programme, reason, closest, found_at)
        VALUES ($1, $2, $3, $4, $5) ON CONFLICT (request) DO UPDATE
        SET reason = excluded.reason, closest = excluded.closest, found_at = excluded.found_at";
    /// Somebody can be served after all.
    pub DROP_UNSERVED = "DELETE FROM matching_unserved WHERE request = $1";
    /// Who could not be served.
    pub UNSERVED = "SELECT u.request, u.reason, u.closest, u.found_at
        FROM matching_unserved u JOIN people_request q ON q.id = u.request
        WHERE u.programme = $1 AND q.state = 'waiting' ORDER BY q.priority DESC, q.sent_at, q.id";
    /// Why one person could not be served.
    pub UNSERVED_ONE = "SELECT request, reason, closest, found_at FROM matching_unserved WHERE request = $1";
}
