//! Every SQL statement of the room.

use cairn_db::statements;

pub mod health;

statements! {
    /// A line in the trail.
    pub ADD_LINE = "INSERT INTO operations_trail
        (id, programme, at, actor, subject, act, outcome, kind, record, route)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

    /// A line of somebody who was turned away. Whoever reaches into another programme leaves no line
    /// with its people: the line would tell them a name from elsewhere.
    pub ADD_REFUSAL = "INSERT INTO operations_trail
        (id, programme, at, actor, subject, act, outcome, kind, record, route)
        VALUES ($1, $2, $3, $4, (SELECT id FROM people_member WHERE id = $5 AND programme = $2),
            $6, $7, $8, $9, $10)";

    /// One more refusal of somebody who has not signed in.
    pub COUNT_STRANGER = "INSERT INTO operations_stranger (day, route, refused) VALUES ($1, $2, 1)
        ON CONFLICT (day, route) DO UPDATE SET refused = operations_stranger.refused + 1";

    /// What was done with a person's record, the newest first: all of it, or only what others did.
    pub LINES_ABOUT = "SELECT id, at, actor, act, outcome, kind FROM operations_trail
        WHERE subject = $1 AND ($2 OR actor IS NULL OR actor <> $1)
            AND (at < $3 OR (at = $3 AND id < $4))
        ORDER BY at DESC, id DESC LIMIT $5";

    /// How a programme stands, counted at one moment: $2, at which offers still hold their places.
    pub COUNTS = "SELECT
        (SELECT COUNT(*) FROM people_request WHERE programme = $1 AND state = 'draft'),
        (SELECT COUNT(*) FROM people_request WHERE programme = $1 AND state = 'waiting'),
        (SELECT COUNT(*) FROM people_request WHERE programme = $1 AND state = 'offered'),
        (SELECT COUNT(*) FROM people_request WHERE programme = $1 AND state = 'picked'),
        (SELECT COUNT(*) FROM people_request WHERE programme = $1 AND state = 'resting'),
        (SELECT COUNT(*) FROM people_request WHERE programme = $1 AND state = 'matched'),
        (SELECT COUNT(*) FROM people_relationship WHERE programme = $1 AND ended_at IS NULL),
        (SELECT COUNT(*) FROM matching_worker w
            JOIN people_member m ON m.id = w.member AND m.ended_at IS NULL
            JOIN people_role r ON r.member = w.member AND r.role = 'worker'
            WHERE w.programme = $1 AND w.published_at IS NOT NULL),
        (SELECT COUNT(*) FROM matching_worker w
            JOIN people_member m ON m.id = w.member AND m.ended_at IS NULL
            JOIN people_role r ON r.member = w.member AND r.role = 'worker'
            WHERE w.programme = $1 AND w.published_at IS NOT NULL AND w.capacity >
                (SELECT COUNT(*) FROM people_relationship s WHERE s.worker = w.member AND s.ended_at IS NULL)
                + (SELECT COUNT(*) FROM matching_offer o WHERE o.worker = w.member
                    AND (o.state = 'picked' OR (o.state = 'released' AND o.holds_until > $2)))),
        (SELECT COUNT(*) FROM matching_offer WHERE programme = $1 AND state = 'proposed'),
        (SELECT MIN(sent_at) FROM people_request WHERE programme = $1 AND state = 'waiting')";

    /// Where a person's last request for support stands, how many offers they can read whose time
    /// has not run at $2, and how many have run out.
    pub LAST_REQUEST = "SELECT state,
            (SELECT COUNT(*) FROM matching_offer o WHERE o.request = q.id AND o.state = 'released'
                AND (o.holds_until IS NULL OR o.holds_until > $2)),
            (SELECT COUNT(*) FROM matching_offer o WHERE o.request = q.id
                AND (o.state = 'expired' OR (o.state = 'released' AND o.holds_until <= $2)))
        FROM people_request q WHERE participant = $1 ORDER BY started_at DESC, id DESC LIMIT 1";
    /// Those who support a person now, with the thread the two share and its unread messages.
    pub MY_SUPPORTERS = "SELECT r.worker, r.started_at, t.id,
            (SELECT COUNT(*) FROM conversations_message m
                WHERE m.thread = t.id AND m.seq > t.read_seq AND m.author <> $1)
        FROM people_relationship r
        LEFT JOIN (SELECT c.id, mine.read_seq, theirs.member AS other FROM conversations_party mine
            JOIN conversations_thread c ON c.id = mine.thread
            JOIN conversations_party theirs ON theirs.thread = mine.thread AND theirs.left_at IS NULL
            WHERE mine.member = $1 AND mine.left_at IS NULL) t ON t.other = r.worker
        WHERE r.participant = $1 AND r.ended_at IS NULL ORDER BY r.started_at, r.id";
    /// Those whom a worker supports now, with the thread the two share and its unread messages.
    pub MY_PEOPLE = "SELECT r.participant, r.started_at, t.id,
            (SELECT COUNT(*) FROM conversations_message m
                WHERE m.thread = t.id AND m.seq > t.read_seq AND m.author <> $1)
        FROM people_relationship r
        LEFT JOIN (SELECT c.id, c.participant AS other, mine.read_seq FROM conversations_party mine
            JOIN conversations_thread c ON c.id = mine.thread
            WHERE mine.member = $1 AND mine.left_at IS NULL) t ON t.other = r.participant
        WHERE r.worker = $1 AND r.ended_at IS NULL ORDER BY r.started_at, r.id";
    /// How many people picked a worker and wait for the answer, and whether the worker can be
    /// offered to anybody.
    pub ASKED_OF_ME = "SELECT
        (SELECT COUNT(*) FROM matching_offer WHERE worker = $1 AND state = 'picked'),
        (SELECT COUNT(*) FROM matching_worker WHERE member = $1 AND published_at IS NOT NULL)";

    /// The offer at the head of a person's offers.
    pub FIRST_OFFER = "SELECT id FROM matching_offer
        WHERE participant = $1 AND state = 'released' ORDER BY place LIMIT 1";
}
