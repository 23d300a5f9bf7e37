//! Every SQL statement of the room.

use cairn_db::statements;

statements! {
    /// A line in the trail.
    pub ADD_LINE = "INSERT INTO operations_trail
        (id, programme, at, actor, subject, act, outcome, kind, record, route)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

    /// One more refusal of somebody who has not signed in.
    pub COUNT_STRANGER = "INSERT INTO operations_stranger (day, route, refused) VALUES ($1, $2, 1)
        ON CONFLICT (day, route) DO UPDATE SET refused = operations_stranger.refused + 1";
}
