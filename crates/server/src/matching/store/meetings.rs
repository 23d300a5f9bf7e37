//! SQL of first meetings, and of what people are told about their pairs.

use cairn_db::statements;

statements! {
    /// A first meeting begins.
    pub ADD_MEETING = "INSERT INTO matching_meeting (relationship, programme, participant, worker, request,
            thread, state, began_at, asks_again_at, goes_on_at)
        VALUES ($1, $2, $3, $4, $5, $6, 'meeting', $7, $8, $9)";
    /// What one of the two says, before they have said anything.
    pub ADD_ANSWER = "INSERT INTO matching_answer (id, relationship, member, sealed_answer)
        VALUES ($1, $2, $3, $4)";
    /// How a pair stands.
    pub MEETING = "SELECT participant, worker, request, thread, state, began_at, asks_again_at, goes_on_at
        FROM matching_meeting WHERE relationship = $1";
    /// Takes hold of a first meeting that is open, so that two answers come one after the other.
    pub HOLD_MEETING = "UPDATE matching_meeting SET state = state WHERE relationship = $1 AND state = 'meeting'";
    /// It is settled.
    pub SETTLE = "UPDATE matching_meeting SET state = $2, settled_at = $3
        WHERE relationship = $1 AND state = 'meeting'";
    /// What one of the two said.
    pub ANSWER_OF = "SELECT id, sealed_answer FROM matching_answer WHERE relationship = $1 AND member = $2";
    /// One of the two says something.
    pub KEEP_ANSWER = "UPDATE matching_answer SET sealed_answer = $2 WHERE id = $1";
    /// What was said is forgotten.
    pub FORGET_ANSWERS = "DELETE FROM matching_answer WHERE relationship = $1";
    /// First meetings whose time is over.
    pub DUE_MEETINGS = "SELECT relationship, programme FROM matching_meeting
        WHERE state = 'meeting' AND goes_on_at <= $1 ORDER BY goes_on_at, relationship LIMIT 200";
    /// The thread of the last pair that came together by a request.
    pub THREAD_OF_REQUEST = "SELECT thread FROM matching_meeting WHERE request = $1
        ORDER BY began_at DESC, relationship DESC LIMIT 1";
    /// The offer by which two came together is not theirs any more.
    pub MET = "UPDATE matching_offer SET state = 'met' WHERE request = $1 AND worker = $2 AND state = 'agreed'";
    /// Pairs that are not to be offered to each other: they have met and parted kindly, the person
    /// is to have somebody else than this worker, or they are a pair now.
    pub APART = "SELECT participant, worker FROM matching_meeting WHERE programme = $1 AND state = 'apart'
        UNION SELECT c.participant, c.worker FROM matching_change c JOIN people_request q ON q.id = c.request
            WHERE c.programme = $1 AND c.state <> 'taken-back' AND q.state NOT IN ('matched', 'withdrawn')
        UNION SELECT participant, worker FROM people_relationship WHERE programme = $1 AND ended_at IS NULL";
    /// The pairs of somebody that run, with how they stand and the change that is under way.
    pub PAIRS_OF = "SELECT r.id, r.participant, r.worker, r.started_at, g.state, g.asks_again_at, c.id, c.state,
            (SELECT q.id FROM people_request q WHERE q.participant = r.participant
                AND q.state NOT IN ('draft', 'withdrawn') ORDER BY q.started_at DESC, q.id DESC LIMIT 1)
        FROM people_relationship r
        LEFT JOIN matching_meeting g ON g.relationship = r.id
        LEFT JOIN matching_change c ON c.relationship = r.id AND c.state IN ('looking', 'ending')
        WHERE (r.participant = $1 OR r.worker = $1) AND r.ended_at IS NULL ORDER BY r.started_at, r.id";
    /// The newest pairs of a programme that run, in the same shape.
    pub PAIRS = "SELECT r.id, r.participant, r.worker, r.started_at, g.state, g.asks_again_at, c.id, c.state,
            (SELECT q.id FROM people_request q WHERE q.participant = r.participant
                AND q.state NOT IN ('draft', 'withdrawn') ORDER BY q.started_at DESC, q.id DESC LIMIT 1)
        FROM people_relationship r
        LEFT JOIN matching_meeting g ON g.relationship = r.id
        LEFT JOIN matching_change c ON c.relationship = r.id AND c.state IN ('looking', 'ending')
        WHERE r.programme = $1 AND r.ended_at IS NULL
        ORDER BY r.started_at DESC, r.id DESC LIMIT $2 OFFSET $3";
    /// Requests of a programme by which somebody is looked for again.
    pub AGAIN = "SELECT g.request FROM matching_meeting g JOIN people_request q ON q.id = g.request
        WHERE g.programme = $1 AND g.state = 'apart' AND q.state NOT IN ('matched', 'withdrawn')";
    /// Requests of a programme by which a change of worker is under way.
    pub BY_CHANGE = "SELECT request FROM matching_change WHERE programme = $1 AND state <> 'taken-back'";
    /// Whether a reader has opened one record since then.
    pub OPENED_SINCE = "SELECT COUNT(*) FROM operations_trail WHERE subject = $1 AND at >= $2
        AND actor = $3 AND act = $4 AND record = $5 AND outcome = 'done'";

    /// Somebody is told something about a pair of theirs.
    pub TELL = "INSERT INTO matching_told (id, programme, member, about, kind, record, told_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    /// What somebody was told and has not marked as seen.
    pub TOLD = "SELECT id, about, kind, record, told_at FROM matching_told
        WHERE member = $1 AND seen_at IS NULL ORDER BY told_at DESC, id DESC LIMIT 20";
    /// Somebody has seen what they were told.
    pub SEEN_TOLD = "UPDATE matching_told SET seen_at = $3 WHERE id = $1 AND member = $2 AND seen_at IS NULL";
    /// What was told of a matter before is over.
    pub SUPERSEDE = "UPDATE matching_told SET seen_at = $3
        WHERE member = $1 AND record = $2 AND seen_at IS NULL";
    /// Whose it is.
    pub TOLD_TO = "SELECT member FROM matching_told WHERE id = $1";
}
