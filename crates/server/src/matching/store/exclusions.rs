//! Statements about whom somebody would rather not be matched with, and about pairs who know each
//! other from elsewhere.

use cairn_db::statements;

statements! {
    /// Somebody's own list.
    pub NEVER = "SELECT sealed_list FROM matching_never WHERE member = $1";
    /// Keeps somebody's list.
    pub KEEP_NEVER = "INSERT INTO matching_never (member, programme, sealed_list) VALUES ($1, $2, $3)
        ON CONFLICT (member) DO UPDATE SET sealed_list = excluded.sealed_list";
    /// The name and the list of everybody who could be matched: workers who can be offered, and who
    /// waits (when $3) or the one person $2.
    pub SIDES = "SELECT m.id, m.sealed_name, n.sealed_list FROM people_member m
        LEFT JOIN matching_never n ON n.member = m.id
        WHERE m.programme = $1 AND (m.id = $2
            OR EXISTS (SELECT 1 FROM matching_worker w WHERE w.member = m.id AND w.published_at IS NOT NULL)
            OR ($3 AND EXISTS (SELECT 1 FROM people_request q WHERE q.participant = m.id AND q.state = 'waiting')))";
    /// What the same people answered in requests that have ended.
    pub ENDED_ANSWERS = "SELECT q.id, q.participant, q.sealed_answers FROM people_request q
        WHERE q.programme = $1 AND q.state IN ('matched', 'withdrawn') AND (q.participant = $2
            OR ($3 AND EXISTS (SELECT 1 FROM people_request o
                WHERE o.participant = q.participant AND o.state = 'waiting')))";
    /// All requests of a person.
    pub REQUESTS_OF = "SELECT id FROM people_request WHERE participant = $1 ORDER BY id";

    /// The pairs somebody is one of, with what was said about knowing each other.
    pub PAIRS_OF = "SELECT r.id, r.participant, r.worker, r.started_at,
            k.id, k.said_by, k.state, k.sealed_words, k.sealed_answer, k.said_at
        FROM people_relationship r LEFT JOIN matching_known k ON k.relationship = r.id
        WHERE (r.participant = $1 OR r.worker = $1) AND r.ended_at IS NULL ORDER BY r.started_at, r.id";
    /// One running pair.
    pub PAIR = "SELECT r.id, r.participant, r.worker, r.started_at,
            k.id, k.said_by, k.state, k.sealed_words, k.sealed_answer, k.said_at
        FROM people_relationship r LEFT JOIN matching_known k ON k.relationship = r.id
        WHERE r.id = $1 AND r.ended_at IS NULL";
    /// One of a pair says it.
    pub SAY_KNOWN = "INSERT INTO matching_known
        (id, programme, relationship, participant, worker, said_by, state, sealed_words, said_at)
        VALUES ($1, $2, $3, $4, $5, $6, 'asked', $7, $8) ON CONFLICT (relationship) DO NOTHING";
    /// What was said is gone, if it still stands so.
    pub DROP_KNOWN = "DELETE FROM matching_known WHERE id = $1 AND state = $2";
    /// The other answers.
    pub ANSWER_KNOWN = "UPDATE matching_known SET state = $2, sealed_answer = $3, answered_at = $4
        WHERE id = $1 AND state = 'asked'";
    /// How many running pairs of somebody wait for their answer.
    pub KNOWN_ASKED = "SELECT COUNT(*) FROM matching_known k JOIN people_relationship r ON r.id = k.relationship
        WHERE (k.participant = $1 OR k.worker = $1) AND k.said_by <> $1 AND k.state = 'asked'
            AND r.ended_at IS NULL";
    /// The running pairs of a programme who know each other and go on.
    pub KNOWN_KEPT = "SELECT k.id, k.participant, k.worker, k.answered_at
        FROM matching_known k JOIN people_relationship r ON r.id = k.relationship
        WHERE k.programme = $1 AND k.state = 'kept' AND r.ended_at IS NULL ORDER BY k.answered_at, k.id";
    /// One of them.
    pub KNOWN = "SELECT k.relationship, k.participant, k.worker, k.said_by, k.sealed_words,
            k.sealed_answer, k.said_at, k.answered_at
        FROM matching_known k JOIN people_relationship r ON r.id = k.relationship
        WHERE k.id = $1 AND k.state = 'kept' AND r.ended_at IS NULL";
}
