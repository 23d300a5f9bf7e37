//! Every SQL statement of the room.

use cairn_db::statements;

statements! {
    /// A new thread.
    pub ADD_THREAD = "INSERT INTO conversations_thread (id, programme, participant, last_seq, created_at)
        VALUES ($1, $2, $3, 0, $4)";
    /// Somebody joins a thread and reads it from its beginning.
    pub ADD_PARTY = "INSERT INTO conversations_party (thread, member, from_seq, read_seq, joined_at)
        VALUES ($1, $2, 0, 0, $3)";
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
