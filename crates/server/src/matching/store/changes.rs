//! SQL of changes of worker and of what is handed over.

use cairn_db::statements;

statements! {
    /// A change of worker.
    pub ADD_CHANGE = "INSERT INTO matching_change (id, programme, participant, worker, relationship, thread,
            request, own_request, state, keeps, by_participant, by_worker, by_coordinator, sealed_note, asked_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'looking', $9, $10, $11, $12, $13, $14)";
    /// A change by its id, with how its request and its relationship stand.
    pub CHANGE = "SELECT c.participant, c.worker, c.relationship, c.thread, c.request, c.own_request,
            c.state, c.keeps, c.by_participant, c.by_worker, c.by_coordinator, c.sealed_note,
            c.new_worker, c.came_seq, c.ends_at, q.state, r.ended_at
        FROM matching_change c JOIN people_request q ON q.id = c.request
        JOIN people_relationship r ON r.id = c.relationship WHERE c.id = $1";
    /// The change of a pair that is under way.
    pub OPEN_CHANGE = "SELECT id FROM matching_change
        WHERE relationship = $1 AND state IN ('looking', 'ending')";
    /// The changes that a request belongs to.
    pub CHANGES_OF_REQUEST = "SELECT id FROM matching_change WHERE request = $1 AND state <> 'taken-back'
        ORDER BY asked_at, id";
    /// Takes hold of a change until the work is done.
    pub HOLD_CHANGE = "UPDATE matching_change SET state = state WHERE id = $1";
    /// Who stands by a change, and whether the worker of before stays.
    pub STAND_BY = "UPDATE matching_change SET by_participant = $2, by_worker = $3, by_coordinator = $4,
        keeps = $5, sealed_note = $6 WHERE id = $1";
    /// A change moves on, from where it was read.
    pub MOVE_CHANGE = "UPDATE matching_change SET state = $3, ends_at = $4, ended_at = $5
        WHERE id = $1 AND state = $2";
    /// Somebody new is there, or not any more.
    pub NEW_WORKER = "UPDATE matching_change SET new_worker = $2, came_seq = $3 WHERE id = $1";
    /// Changes whose time for saying goodbye is over.
    pub DUE_CHANGES = "SELECT id, programme FROM matching_change
        WHERE state = 'ending' AND ends_at <= $1 ORDER BY ends_at, id LIMIT 200";
    /// The last request of a person that came to a pair.
    pub LAST_MATCHED = "SELECT id FROM people_request WHERE participant = $1 AND state = 'matched'
        ORDER BY sent_at DESC, started_at DESC, id DESC LIMIT 1";
    /// A person's changes that are under way, or whose new worker is there and can still be handed something.
    pub CHANGES_OF = "SELECT c.id FROM matching_change c
        LEFT JOIN people_relationship n ON n.participant = c.participant AND n.worker = c.new_worker
            AND n.ended_at IS NULL
        WHERE c.participant = $1 AND (c.state IN ('looking', 'ending')
            OR (c.state = 'done' AND n.id IS NOT NULL AND c.ended_at > $2)) ORDER BY c.asked_at, c.id";
    /// Changes in which a worker is the one of before, and of which they know.
    pub LEAVING = "SELECT c.id FROM matching_change c
        JOIN people_relationship r ON r.id = c.relationship AND r.ended_at IS NULL
        WHERE c.worker = $1 AND (c.state = 'ending'
            OR (c.state = 'looking' AND (c.by_worker OR c.by_coordinator))) ORDER BY c.asked_at, c.id";

    /// What is handed over.
    pub HAND_OVER = "SELECT sealed_written, sealed_text, reads, approved_at FROM matching_hand_over WHERE change = $1";
    /// There is a place for it.
    pub ADD_HAND_OVER = "INSERT INTO matching_hand_over (change, participant, reads) VALUES ($1, $2, 'nothing')";
    /// What the worker of before wrote.
    pub KEEP_WRITTEN = "UPDATE matching_hand_over SET sealed_written = $2 WHERE change = $1";
    /// What the participant made of it.
    pub KEEP_TEXT = "UPDATE matching_hand_over SET sealed_text = $2, reads = $3, approved_at = $4 WHERE change = $1";
    /// Nothing is approved any more; the words stay with the participant.
    pub CLOSE_HAND_OVER = "UPDATE matching_hand_over SET reads = 'nothing', approved_at = NULL WHERE change = $1";
}
