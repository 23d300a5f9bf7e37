//! Every SQL statement of the room.

use cairn_db::statements;

statements! {
    /// Those who support a person now, the newest first.
    pub SUPPORTERS = "SELECT worker FROM people_relationship
        WHERE participant = $1 AND ended_at IS NULL ORDER BY started_at DESC, id DESC LIMIT 5";
}
