//! Every SQL statement of the room.

use cairn_db::statements;

statements! {
    /// What a worker said of themselves.
    pub WORKER = "SELECT member, sealed_profile, capacity, headroom, published_at
        FROM matching_worker WHERE member = $1";
    /// All workers of a programme who can be offered.
    pub PUBLISHED_WORKERS = "SELECT w.member, w.sealed_profile, w.capacity, w.headroom, w.published_at
        FROM matching_worker w
        JOIN people_member m ON m.id = w.member AND m.ended_at IS NULL
        JOIN people_role r ON r.member = w.member AND r.role = 'worker'
        WHERE w.programme = $1 AND w.published_at IS NOT NULL ORDER BY m.created_at, w.member";
    /// Keeps what a worker said; once published, the first moment stays.
    pub SAVE_WORKER = "INSERT INTO matching_worker
        (member, programme, sealed_profile, capacity, headroom, published_at, updated_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (member) DO UPDATE SET sealed_profile = excluded.sealed_profile,
            capacity = excluded.capacity, headroom = excluded.headroom,
            published_at = CASE WHEN excluded.published_at IS NULL THEN NULL
                ELSE COALESCE(matching_worker.published_at, excluded.published_at) END,
            updated_at = excluded.updated_at";
}
