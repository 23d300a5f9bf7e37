//! Every SQL statement of the room.

use cairn_db::statements;

statements! {
    /// A new thread.
    pub ADD_THREAD = "INSERT INTO conversations_thread (id, programme, participant, last_seq, created_at)
        VALUES ($1, $2, $3, 0, $4)";
    /// Somebody joins a thread and reads it from its beginning.
    pub ADD_PARTY = "INSERT INTO conversations_party (thread, member, from_seq, read_seq, joined_at)
        VALUES ($1, $2, 0, 0, $3)";
    /// Takes hold of a thread, and says the number of its last message.
    pub HOLD_THREAD = "UPDATE conversations_thread SET last_seq = last_seq WHERE id = $1 RETURNING last_seq";
    /// Somebody comes into a thread, and sees what is written from then on; who was there before
    /// is there again in the same way.
    pub JOIN = "INSERT INTO conversations_party (thread, member, from_seq, read_seq, joined_at)
        VALUES ($1, $2, $3, $3, $4) ON CONFLICT (thread, member) DO UPDATE SET from_seq = excluded.from_seq,
            read_seq = excluded.read_seq, joined_at = excluded.joined_at, opened_at = NULL, left_at = NULL";
    /// Somebody leaves a thread.
    pub LEAVE = "UPDATE conversations_party SET left_at = $3 WHERE thread = $1 AND member = $2 AND left_at IS NULL";
    /// From which message on somebody sees a thread.
    pub SHOW_FROM = "UPDATE conversations_party SET from_seq = $3
        WHERE thread = $1 AND member = $2 AND left_at IS NULL";
    /// The thread of a participant in which somebody takes part.
    pub THREAD_WITH = "SELECT t.id FROM conversations_thread t
        JOIN conversations_party p ON p.thread = t.id AND p.member = $2 AND p.left_at IS NULL
        WHERE t.participant = $1 ORDER BY t.created_at DESC, t.id DESC LIMIT 1";
    /// The pairs that a reader of a person's thread belongs to, how they stand, and the change of
    /// worker that is under way.
    pub BESIDE = "SELECT r.id, r.worker, g.state, c.id, (c.state = 'ending' OR c.by_worker OR c.by_coordinator)
        FROM people_relationship r
        JOIN conversations_party p ON p.thread = $3 AND p.member = r.worker AND p.left_at IS NULL
        LEFT JOIN matching_meeting g ON g.relationship = r.id
        LEFT JOIN matching_change c ON c.relationship = r.id AND c.state IN ('looking', 'ending')
        WHERE r.participant = $1 AND ($2 = r.participant OR $2 = r.worker) AND r.ended_at IS NULL
        ORDER BY r.started_at, r.id";
    /// What was handed over to a worker who came into a thread.
    pub HANDED = "SELECT c.id FROM matching_change c JOIN matching_hand_over h ON h.change = c.id
        WHERE c.thread = $1 AND c.new_worker = $2 AND c.state <> 'taken-back' AND h.approved_at IS NOT NULL
        ORDER BY c.asked_at DESC, c.id DESC LIMIT 1";
    /// Whose a thread is, and how a member takes part in it, if they do.
    pub THREAD = "SELECT t.participant, t.last_seq, p.from_seq, p.read_seq, p.opened_at
        FROM conversations_thread t
        LEFT JOIN conversations_party p ON p.thread = t.id AND p.member = $2 AND p.left_at IS NULL
        WHERE t.id = $1";
    /// The threads a member takes part in.
    pub HELD = "SELECT t.id, t.participant, t.last_seq, p.from_seq, p.read_seq, p.opened_at
        FROM conversations_party p JOIN conversations_thread t ON t.id = p.thread
        WHERE p.member = $1 AND p.left_at IS NULL ORDER BY t.id";
    /// When the last message of a thread was sent, and how many of others' messages a member has not read.
    pub NEWS = "SELECT
        (SELECT sent_at FROM conversations_message WHERE thread = $1 AND seq = $2),
        (SELECT COUNT(*) FROM conversations_message WHERE thread = $1 AND seq > $3 AND author <> $4)";
    /// Who takes part in a thread.
    pub PARTIES = "SELECT member FROM conversations_party
        WHERE thread = $1 AND left_at IS NULL ORDER BY joined_at, member";
    /// The next number of a thread. The row stays locked until the message is in, so that there are no holes.
    pub NEXT_SEQ = "UPDATE conversations_thread SET last_seq = last_seq + 1 WHERE id = $1 RETURNING last_seq";
    /// A message.
    pub ADD_MESSAGE = "INSERT INTO conversations_message
        (id, thread, seq, author, client_id, sealed_body, sent_at) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    /// What its author sent under this number of their own.
    pub SENT_BEFORE = "SELECT id, thread, seq, sealed_body, sent_at
        FROM conversations_message WHERE author = $1 AND client_id = $2";
    /// Messages of a thread after one, the oldest first.
    pub AFTER = "SELECT id, seq, client_id, author, sealed_body, sent_at
        FROM conversations_message WHERE thread = $1 AND seq > $2 ORDER BY seq LIMIT $3";
    /// Messages of a thread before one, the newest first.
    pub BEFORE = "SELECT id, seq, client_id, author, sealed_body, sent_at
        FROM conversations_message WHERE thread = $1 AND seq < $2 AND seq > $3 ORDER BY seq DESC LIMIT $4";
    /// When a message was sent.
    pub SENT_AT = "SELECT sent_at FROM conversations_message WHERE thread = $1 AND seq = $2";
    /// How far a member has read; only ever forward.
    pub MARK_READ = "UPDATE conversations_party SET read_seq = $3
        WHERE thread = $1 AND member = $2 AND read_seq < $3";
    /// A member opened the thread, and the trail says so.
    pub MARK_OPENED = "UPDATE conversations_party SET opened_at = $3 WHERE thread = $1 AND member = $2";
}
