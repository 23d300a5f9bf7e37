//! Every SQL statement of `cairn doctor`. The statements over sealed columns have one shape: row,
//! owner of the key, sealed text, in the order of the rows, from a row on.

use cairn_db::statements;

statements! {
    /// The migrations that were applied.
    pub APPLIED = "SELECT COUNT(*) FROM cairn_migration";
    /// Whether the engine finds its own file whole.
    pub WHOLE = sqlite "PRAGMA quick_check(1)" postgres "SELECT 'ok'";
    /// The database's clock, microseconds since 1970 UTC.
    pub CLOCK = sqlite "SELECT CAST((julianday('now') - 2440587.5) * 86400000000.0 AS BIGINT)"
        postgres "SELECT (EXTRACT(EPOCH FROM clock_timestamp()) * 1000000)::BIGINT";
    /// The newest moment that was written down.
    pub NEWEST = "SELECT MAX(at) FROM (SELECT MAX(at) AS at FROM operations_trail
        UNION ALL SELECT MAX(created_at) FROM people_session
        UNION ALL SELECT MAX(sent_at) FROM conversations_message) AS moments";
    /// How many programmes there are.
    pub PROGRAMMES = "SELECT COUNT(*) FROM people_programme";
    /// How many letters wait, and since when the oldest does.
    pub LETTERS = "SELECT COUNT(*), MIN(created_at) FROM people_letter";

    /// The key of an account or a member, with the member's programme.
    pub KEY_OF = "SELECT k.sealed_key, m.programme FROM people_key k
        LEFT JOIN people_member m ON m.id = k.owner WHERE k.owner = $1";
    /// The key of a programme.
    pub PROGRAMME_KEY = "SELECT sealed_key FROM people_programme WHERE id = $1";

    /// Programmes' keys.
    pub SEALED_PROGRAMME = "SELECT id, id, sealed_key FROM people_programme WHERE id > $1 ORDER BY id LIMIT 200";
    /// Persons' keys.
    pub SEALED_KEY = "SELECT owner, owner, sealed_key FROM people_key WHERE owner > $1 ORDER BY owner LIMIT 200";
    /// Logins.
    pub SEALED_LOGIN = "SELECT id, id, sealed_login FROM people_account WHERE id > $1 ORDER BY id LIMIT 200";
    /// E-mail addresses.
    pub SEALED_EMAIL = "SELECT id, id, sealed_email FROM people_account WHERE id > $1 ORDER BY id LIMIT 200";
    /// Names.
    pub SEALED_NAME = "SELECT id, id, sealed_name FROM people_member WHERE id > $1 ORDER BY id LIMIT 200";
    /// Names on invitations.
    pub SEALED_INVITED = "SELECT id, programme, sealed_name FROM people_invitation WHERE id > $1 ORDER BY id LIMIT 200";
    /// Drafts: an account has several, so that a page is some accounts with all they have.
    pub SEALED_DRAFT = "SELECT account, account, sealed_fields FROM people_draft WHERE account IN
        (SELECT DISTINCT account FROM people_draft WHERE account > $1 ORDER BY account LIMIT 50)
        ORDER BY account, place";
    /// Answers.
    pub SEALED_ANSWERS = "SELECT id, participant, sealed_answers FROM people_request WHERE id > $1 ORDER BY id LIMIT 200";
    /// Letters.
    pub SEALED_LETTER = "SELECT id, programme, sealed_letter FROM people_letter WHERE id > $1 ORDER BY id LIMIT 200";
    /// Workers' profiles.
    pub SEALED_PROFILE = "SELECT member, member, sealed_profile FROM matching_worker
        WHERE member > $1 ORDER BY member LIMIT 200";
    /// Private lists.
    pub SEALED_LIST = "SELECT member, member, sealed_list FROM matching_never WHERE member > $1 ORDER BY member LIMIT 200";
    /// What one of a pair said about knowing the other.
    pub SEALED_KNOWN = "SELECT id, participant, sealed_words FROM matching_known WHERE id > $1 ORDER BY id LIMIT 200";
    /// What the other answered.
    pub SEALED_KNOWN_ANSWER = "SELECT id, participant, sealed_answer FROM matching_known WHERE id > $1 ORDER BY id LIMIT 200";
    /// Reasons of offers.
    pub SEALED_REASONS = "SELECT id, participant, sealed_reasons FROM matching_offer WHERE id > $1 ORDER BY id LIMIT 200";
    /// Notes on offers.
    pub SEALED_NOTE = "SELECT id, participant, sealed_note FROM matching_offer WHERE id > $1 ORDER BY id LIMIT 200";
    /// What makes requests pressing.
    pub SEALED_WHY = "SELECT request, participant, sealed_why FROM matching_pressing WHERE request > $1 ORDER BY request LIMIT 200";
    /// What was said after first meetings.
    pub SEALED_SAID = "SELECT id, member, sealed_answer FROM matching_answer WHERE id > $1 ORDER BY id LIMIT 200";
    /// Words about changes of worker.
    pub SEALED_CHANGE = "SELECT id, participant, sealed_note FROM matching_change WHERE id > $1 ORDER BY id LIMIT 200";
    /// Proposals for what is handed over.
    pub SEALED_WRITTEN = "SELECT change, participant, sealed_written FROM matching_hand_over
        WHERE change > $1 ORDER BY change LIMIT 200";
    /// What is handed over.
    pub SEALED_HANDED = "SELECT change, participant, sealed_text FROM matching_hand_over
        WHERE change > $1 ORDER BY change LIMIT 200";
    /// Messages.
    pub SEALED_BODY = "SELECT m.id, t.participant, m.sealed_body FROM conversations_message m
        JOIN conversations_thread t ON t.id = m.thread WHERE m.id > $1 ORDER BY m.id LIMIT 200";
    /// Goals.
    pub SEALED_TITLE = "SELECT id, participant, sealed_title FROM plans_goal WHERE id > $1 ORDER BY id LIMIT 200";
    /// Steps.
    pub SEALED_TEXT = "SELECT id, participant, sealed_text FROM plans_step WHERE id > $1 ORDER BY id LIMIT 200";
}
