//! Every SQL statement of the room.

use cairn_db::statements;

pub mod signing;

statements! {
    /// A programme by its id.
    pub PROGRAMME = "SELECT id, slug, name, language, time_zone, settings, sealed_key
        FROM people_programme WHERE id = $1";
    /// A programme by the word in its address.
    pub PROGRAMME_BY_SLUG = "SELECT id, slug, name, language, time_zone, settings, sealed_key
        FROM people_programme WHERE slug = $1";
    /// The first programmes: enough to know whether there is only one.
    pub PROGRAMMES = "SELECT id, slug, name, language, time_zone, settings, sealed_key
        FROM people_programme ORDER BY name, id LIMIT 100";
    /// A new programme.
    pub ADD_PROGRAMME = "INSERT INTO people_programme
        (id, slug, name, language, time_zone, settings, sealed_key, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";

    /// The session of a token, with its account and the person in the programme chosen.
    pub SESSION = "SELECT s.id, s.account, a.language, s.seen_at, s.expires_at,
            m.id, m.programme, k.sealed_key, m.sealed_name,
            (SELECT COUNT(*) FROM people_member o WHERE o.account = s.account AND o.ended_at IS NULL)
        FROM people_session s
        JOIN people_account a ON a.id = s.account
        JOIN people_key own ON own.owner = a.id
        LEFT JOIN people_member m ON m.id = s.member AND m.ended_at IS NULL
        LEFT JOIN people_key k ON k.owner = m.id
        WHERE s.token_hash = $1 AND s.expires_at > $2";
    /// The account of a bearer token, in the same shape as a session.
    pub BEARER = "SELECT t.id, t.account, a.language, t.created_at, t.expires_at,
            m.id, m.programme, k.sealed_key, m.sealed_name,
            (SELECT COUNT(*) FROM people_member o WHERE o.account = t.account AND o.ended_at IS NULL)
        FROM people_token t
        JOIN people_account a ON a.id = t.account
        JOIN people_key own ON own.owner = a.id
        LEFT JOIN people_member m ON m.id = t.member AND m.ended_at IS NULL
        LEFT JOIN people_key k ON k.owner = m.id
        WHERE t.token_hash = $1 AND (t.expires_at IS NULL OR t.expires_at > $2)";
    /// Whether a session still stands for this person.
    pub SESSION_HOLDS = "SELECT COUNT(*) FROM people_session s JOIN people_member m ON m.id = s.member
        JOIN people_key k ON k.owner = m.id JOIN people_key own ON own.owner = s.account
        WHERE s.id = $1 AND s.member = $2 AND s.expires_at > $3 AND m.ended_at IS NULL";
    /// Whether a bearer token still stands for this person.
    pub TOKEN_HOLDS = "SELECT COUNT(*) FROM people_token t JOIN people_member m ON m.id = t.member
        JOIN people_key k ON k.owner = m.id JOIN people_key own ON own.owner = t.account
        WHERE t.token_hash = $1 AND t.member = $2 AND (t.expires_at IS NULL OR t.expires_at > $3)
            AND m.ended_at IS NULL";
    /// What a person is in their programme.
    pub ROLES = "SELECT role FROM people_role WHERE member = $1 ORDER BY role";
    /// A session was used: it lives on.
    pub TOUCH_SESSION = "UPDATE people_session SET seen_at = $2, expires_at = $3 WHERE id = $1";
    /// Ends a session.
    pub END_SESSION = "DELETE FROM people_session WHERE id = $1";
    /// Keeps the language an account chose.
    pub KEEP_LANGUAGE = "UPDATE people_account SET language = $2 WHERE id = $1";

    /// The keys that open a person's texts.
    pub MEMBER_KEYS = "SELECT k.sealed_key, p.id, p.sealed_key
        FROM people_member m JOIN people_programme p ON p.id = m.programme
        LEFT JOIN people_key k ON k.owner = m.id WHERE m.id = $1";
    /// What a person is called.
    pub MEMBER_NAME = "SELECT sealed_name FROM people_member WHERE id = $1";
    /// The programme a person is in.
    pub MEMBER_PROGRAMME = "SELECT programme FROM people_member WHERE id = $1";
    /// Whether one supports the other now, whether the other picked them and waits, and whether
    /// each of them belongs to the programme: the asker now, the other at any time.
    pub STANDS = "SELECT
        (SELECT COUNT(*) FROM people_relationship
            WHERE worker = $1 AND participant = $2 AND ended_at IS NULL),
        (SELECT COUNT(*) FROM matching_offer
            WHERE worker = $1 AND participant = $2 AND state = 'picked'),
        (SELECT COUNT(*) FROM people_member WHERE id = $1 AND programme = $3 AND ended_at IS NULL),
        (SELECT COUNT(*) FROM people_member WHERE id = $2 AND programme = $3)";

    /// Who an account is in a programme.
    pub MEMBER_IN = "SELECT id FROM people_member WHERE programme = $1 AND account = $2";
    /// The workers of a programme who published a profile, as they wrote it.
    pub PUBLISHED = "SELECT member, sealed_profile FROM matching_worker
        WHERE programme = $1 AND published_at IS NOT NULL";
    /// How many drafts an account has beside one place.
    pub OTHER_DRAFTS = "SELECT COUNT(*) FROM people_draft WHERE account = $1 AND place <> $2";

    /// Whether a login is taken.
    pub LOGIN_TAKEN = "SELECT COUNT(*) FROM people_account WHERE login_index = $1";
    /// Whether an e-mail address is taken.
    pub EMAIL_TAKEN = "SELECT COUNT(*) FROM people_account WHERE email_index = $1";
    /// Who signs in with a login, in a programme.
    pub MEMBER_BY_LOGIN = "SELECT m.id FROM people_account a JOIN people_member m ON m.account = a.id
        WHERE a.login_index = $1 AND m.programme = $2";

    /// How many forms are parked.
    pub PARKED_FORMS = "SELECT COUNT(*) FROM people_parked";
    /// Ends the session of a token.
    pub END_SESSION_OF_TOKEN = "DELETE FROM people_session WHERE token_hash = $1";
    /// Parks a form.
    pub PARK = "INSERT INTO people_parked (token_hash, sealed_form, expires_at) VALUES ($1, $2, $3)";

    /// A new account.
    pub ADD_ACCOUNT = "INSERT INTO people_account
        (id, login_index, sealed_login, email_index, sealed_email, passphrase_hash, language, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    /// The key of an account or a member.
    pub ADD_KEY = "INSERT INTO people_key (owner, sealed_key) VALUES ($1, $2)";
    /// The key of an account.
    pub ACCOUNT_KEY = "SELECT sealed_key FROM people_key WHERE owner = $1";
    /// Destroys a key, and with it all that it opens.
    pub DESTROY_KEY = "DELETE FROM people_key WHERE owner = $1";
    /// A new person in a programme.
    pub ADD_MEMBER = "INSERT INTO people_member (id, programme, account, sealed_name, created_at)
        VALUES ($1, $2, $3, $4, $5)";
    /// A role for a person.
    pub ADD_ROLE = "INSERT INTO people_role (member, role) VALUES ($1, $2) ON CONFLICT DO NOTHING";
    /// A new session.
    pub ADD_SESSION = "INSERT INTO people_session
        (id, account, member, token_hash, browser, created_at, seen_at, expires_at)
        VALUES ($1, $2, $3, $4, $5, $6, $6, $7)";
    /// A new bearer token.
    pub ADD_TOKEN = "INSERT INTO people_token (id, account, member, token_hash, created_at, expires_at)
        VALUES ($1, $2, $3, $4, $5, $6)";
    /// The programmes an account belongs to, the newest first.
    pub MEMBERSHIPS = "SELECT m.id, m.programme FROM people_member m
        WHERE m.account = $1 AND m.ended_at IS NULL ORDER BY m.created_at DESC, m.id DESC";
    /// A relationship begins.
    pub ADD_RELATIONSHIP = "INSERT INTO people_relationship (id, programme, participant, worker, started_at)
        VALUES ($1, $2, $3, $4, $5)";
    /// A relationship.
    pub RELATIONSHIP = "SELECT id, participant, worker, started_at, ended_at
        FROM people_relationship WHERE id = $1";
    /// Takes hold of a relationship that runs until the work is done.
    pub HOLD_RELATIONSHIP = "UPDATE people_relationship SET worker = worker WHERE id = $1 AND ended_at IS NULL";
    /// A relationship ends.
    pub END_RELATIONSHIP = "UPDATE people_relationship SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL";
    /// A request for support begins.
    pub ADD_REQUEST = "INSERT INTO people_request
        (id, programme, participant, state, priority, sealed_answers, version, started_at, sent_at, updated_at)
        VALUES ($1, $2, $3, $4, $5, $6, 1, $7, $8, $7)";
    /// A request for support.
    pub REQUEST = "SELECT id, participant, state, priority, sealed_answers, version, started_at, sent_at
        FROM people_request WHERE id = $1";
    /// The request of a person that has not ended.
    pub OPEN_REQUEST = "SELECT id, participant, state, priority, sealed_answers, version, started_at, sent_at
        FROM people_request WHERE participant = $1 AND state NOT IN ('matched', 'withdrawn')";
    /// All requests of a programme in one state.
    pub REQUESTS_IN = "SELECT id, participant, state, priority, sealed_answers, version, started_at, sent_at
        FROM people_request WHERE programme = $1 AND state = $2 ORDER BY sent_at, id";
    /// How many requests stand where.
    pub REQUEST_COUNTS = "SELECT state, COUNT(*) FROM people_request WHERE programme = $1 GROUP BY state";
    /// Changed answers, if nobody else changed them since.
    pub SAVE_ANSWERS = "UPDATE people_request SET sealed_answers = $2, updated_at = $3, version = version + 1
        WHERE id = $1 AND version = $4";
    /// One step on, if nobody else moved it since.
    pub MOVE_REQUEST = "UPDATE people_request
        SET state = $2, sent_at = $3, updated_at = $4, version = version + 1 WHERE id = $1 AND version = $5";
    /// A request that is open takes over the place of one before it, where that is the better one.
    pub CARRY_PLACE = "UPDATE people_request SET
            sent_at = CASE WHEN sent_at IS NULL OR sent_at > $2 THEN $2 ELSE sent_at END,
            priority = CASE WHEN priority < $3 THEN $3 ELSE priority END,
            version = version + 1 WHERE id = $1";
    /// How pressing it is.
    pub SET_PRIORITY = "UPDATE people_request SET priority = $2, updated_at = $3, version = version + 1
        WHERE id = $1 AND version = $4";

    /// Keeps a draft.
    pub KEEP_DRAFT = "INSERT INTO people_draft (account, place, sealed_fields, updated_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (account, place) DO UPDATE
        SET sealed_fields = excluded.sealed_fields, updated_at = excluded.updated_at";
    /// A draft.
    pub DRAFT = "SELECT sealed_fields FROM people_draft WHERE account = $1 AND place = $2";
    /// Lets go of a draft.
    pub DROP_DRAFT = "DELETE FROM people_draft WHERE account = $1 AND place = $2";
}
