//! Every SQL statement of the room.

use cairn_db::statements;

statements! {
    /// A new thread.
    pub ADD_THREAD = "INSERT INTO conversations_thread (id, programme, participant, last_seq, created_at)
        VALUES ($1, $2, $3, 0, $4)";
    /// Somebody joins a thread and reads it from its beginning.
    pub ADD_PARTY = "INSERT INTO conversations_party (thread, member, from_seq, read_seq, joined_at)
        VALUES ($1, $2, 0, 0, $3)";
}
