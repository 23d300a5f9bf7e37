//! Every SQL statement of the coordinator's board.

use cairn_db::statements;

statements! {
    /// Everybody on the list: where they stand, whether something was found for them, and whether it
    /// was found that nobody fits. Whoever's turn is the coordinator's comes first.
    pub LISTED = "SELECT q.id, q.participant, q.state, q.priority, q.sent_at,
            (SELECT COUNT(*) FROM matching_offer o WHERE o.request = q.id AND o.state = 'proposed'),
            (SELECT COUNT(*) FROM matching_unserved u WHERE u.request = q.id)
        FROM people_request q
        WHERE q.programme = $1 AND q.state IN ('waiting', 'offered', 'picked', 'resting')
        ORDER BY CASE q.state WHEN 'waiting' THEN 1 WHEN 'offered' THEN 2 WHEN 'picked' THEN 3 ELSE 4 END,
            q.priority DESC, q.sent_at, q.id";

    /// What makes requests pressing, in words.
    pub PRESSING = "SELECT request, sealed_why FROM matching_pressing WHERE programme = $1";
    /// The same of one request.
    pub PRESSING_ONE = "SELECT sealed_why FROM matching_pressing WHERE request = $1";
    /// Keeps what makes a request pressing.
    pub KEEP_PRESSING = "INSERT INTO matching_pressing (request, programme, participant, sealed_why, set_at)
        VALUES ($1, $2, $3, $4, $5) ON CONFLICT (request) DO UPDATE
        SET sealed_why = excluded.sealed_why, set_at = excluded.set_at";
    /// Nothing makes it pressing any more.
    pub DROP_PRESSING = "DELETE FROM matching_pressing WHERE request = $1";

    /// Whom coordinators want to be proposed, the oldest choice first; a choice is over once the offer
    /// that was made of it has gone out.
    pub CHOICES = "SELECT c.request, c.worker FROM matching_choice c
        JOIN people_request q ON q.id = c.request AND q.state = 'waiting'
        WHERE c.programme = $1 AND NOT EXISTS (SELECT 1 FROM matching_offer o
            WHERE o.request = c.request AND o.worker = c.worker AND o.state <> 'proposed'
              AND o.proposed_at >= c.chosen_at)
        ORDER BY c.chosen_at, c.request";
    /// Keeps a choice.
    pub KEEP_CHOICE = "INSERT INTO matching_choice (request, programme, worker, chosen_by, chosen_at)
        VALUES ($1, $2, $3, $4, $5) ON CONFLICT (request) DO UPDATE
        SET worker = excluded.worker, chosen_by = excluded.chosen_by, chosen_at = excluded.chosen_at";
    /// Leaves it to the computation again.
    pub DROP_CHOICE = "DELETE FROM matching_choice WHERE request = $1";
    /// How often proposals were written or let out in the programme.
    pub TURNS = "SELECT turns FROM matching_run WHERE programme = $1";

    /// Who is proposed to somebody first.
    pub FIRST_NOW = "SELECT worker FROM matching_offer WHERE request = $1 AND state = 'proposed' AND place = 1";

    /// Every worker who has said how many people they support.
    pub WORKERS = "SELECT w.member, w.capacity, w.headroom, w.published_at
        FROM matching_worker w
        JOIN people_member m ON m.id = w.member AND m.ended_at IS NULL
        JOIN people_role r ON r.member = w.member AND r.role = 'worker'
        WHERE w.programme = $1 ORDER BY m.created_at, w.member";

    /// The last figures of fairness that were told.
    pub LAST_FAIRNESS = "SELECT until, figures FROM matching_fairness WHERE programme = $1
        ORDER BY until DESC LIMIT 1";
    /// Keeps figures; the first that were told of a week stay.
    pub KEEP_FAIRNESS = "INSERT INTO matching_fairness (programme, until, figures, made_at)
        VALUES ($1, $2, $3, $4) ON CONFLICT (programme, until) DO NOTHING";
    /// How many requests were sent after one moment and up to another.
    pub SENT_BETWEEN = "SELECT COUNT(*) FROM people_request
        WHERE programme = $1 AND sent_at > $2 AND sent_at <= $3";
    /// Every request that was sent up to a moment: when two agreed, when it was taken back.
    pub ASKED_UNTIL = "SELECT q.id, q.state, q.sent_at, q.updated_at,
            (SELECT MIN(o.answered_at) FROM matching_offer o WHERE o.request = q.id AND o.state = 'agreed')
        FROM people_request q WHERE q.programme = $1 AND q.sent_at <= $2 ORDER BY q.sent_at, q.id";
    /// The first offers made up to a moment, with their scores: those agreed last, then the newest.
    pub FIRST_SCORES = "SELECT o.request, o.score FROM matching_offer o
        WHERE o.programme = $1 AND o.proposed_at <= $2 AND (o.place = 1 OR o.state = 'agreed')
        ORDER BY CASE o.state WHEN 'agreed' THEN 2 ELSE 1 END, o.proposed_at, o.id";
}
