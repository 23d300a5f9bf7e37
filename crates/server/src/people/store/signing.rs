//! Every SQL statement of signing in, of one's account, of invitations and of letters.

use cairn_db::statements;

statements! {
    /// The account of a login.
    pub ACCOUNT_BY_LOGIN = "SELECT id, passphrase_hash FROM people_account WHERE login_index = $1";
    /// The account of an e-mail address.
    pub ACCOUNT_BY_EMAIL = "SELECT id, passphrase_hash FROM people_account WHERE email_index = $1";
    /// An account as its owner sees it.
    pub ACCOUNT = "SELECT sealed_login, sealed_email, passphrase_hash, language FROM people_account WHERE id = $1";
    /// Another passphrase.
    pub SET_PASSPHRASE = "UPDATE people_account SET passphrase_hash = $2 WHERE id = $1";
    /// A login and a passphrase for an account that had none.
    pub SET_LOGIN = "UPDATE people_account SET login_index = $2, sealed_login = $3, passphrase_hash = $4
        WHERE id = $1 AND passphrase_hash IS NULL";
    /// Another e-mail address.
    pub SET_EMAIL = "UPDATE people_account SET email_index = $2, sealed_email = $3 WHERE id = $1";
    /// Another name in a programme.
    pub SET_NAME = "UPDATE people_member SET sealed_name = $2 WHERE id = $1";

    /// The failed tries of a bucket; holds the row until the end of the transaction, so that tries
    /// at the same time are counted one after the other.
    pub TRIES = "INSERT INTO people_attempt (bucket, failed, last_at) VALUES ($1, 0, 0)
        ON CONFLICT (bucket) DO UPDATE SET failed = people_attempt.failed
        RETURNING failed, last_at";
    /// One more try; how many there are now is worked out from the row that [`TRIES`] holds.
    pub COUNT_TRY = "UPDATE people_attempt SET failed = $3, last_at = $2 WHERE bucket = $1";
    /// A try that was none after all.
    pub UNCOUNT_TRY = "UPDATE people_attempt SET failed = failed - 1 WHERE bucket = $1 AND failed > 0";
    /// Nothing has failed any more.
    pub FORGET_TRIES = "DELETE FROM people_attempt WHERE bucket = $1";
    /// Tries too old to matter.
    pub FORGET_OLD_TRIES = "DELETE FROM people_attempt
        WHERE (last_at < $1 AND failed < 100) OR last_at < $2";

    /// A form that was parked, if it has not grown too old.
    pub PARKED = "SELECT sealed_form FROM people_parked WHERE token_hash = $1 AND expires_at > $2";
    /// Lets go of a parked form.
    pub DROP_PARKED = "DELETE FROM people_parked WHERE token_hash = $1";
    /// Lets go of parked forms that nobody came back for.
    pub DROP_OLD_PARKED = "DELETE FROM people_parked WHERE expires_at <= $1";
    /// A browser that has signed in to an account.
    pub KNOW_BROWSER = "INSERT INTO people_browser (account, token_hash, created_at) VALUES ($1, $2, $3)
        ON CONFLICT (account, token_hash) DO UPDATE SET created_at = excluded.created_at";
    /// Whether a browser has signed in to an account before.
    pub KNOWS_BROWSER = "SELECT COUNT(*) FROM people_browser WHERE account = $1 AND token_hash = $2";
    /// Forgets browsers that have not signed in for long.
    pub FORGET_BROWSERS = "DELETE FROM people_browser WHERE created_at < $1";

    /// The sessions of an account, the last used first.
    pub SESSIONS_OF = "SELECT id, browser, created_at, seen_at FROM people_session
        WHERE account = $1 AND expires_at > $2 ORDER BY seen_at DESC, id DESC";
    /// The bearer tokens of an account.
    pub TOKENS_OF = "SELECT id, created_at FROM people_token
        WHERE account = $1 AND (expires_at IS NULL OR expires_at > $2) ORDER BY created_at DESC";
    /// Ends one session of an account.
    pub END_ONE_SESSION = "DELETE FROM people_session WHERE id = $1 AND account = $2";
    /// Ends one bearer token of an account.
    pub END_ONE_TOKEN = "DELETE FROM people_token WHERE id = $1 AND account = $2";
    /// Ends all sessions of an account but one.
    pub END_OTHER_SESSIONS = "DELETE FROM people_session WHERE account = $1 AND id <> $2";
    /// Ends all bearer tokens of an account.
    pub END_TOKENS = "DELETE FROM people_token WHERE account = $1";
    /// Ends all sessions in which somebody works as this member, but one.
    pub END_SESSIONS_OF_MEMBER = "DELETE FROM people_session WHERE member = $1 AND id <> $2";
    /// Ends sessions that have run out.
    pub END_OLD_SESSIONS = "DELETE FROM people_session WHERE expires_at <= $1";
    /// Gives a session another token.
    pub ROTATE_SESSION = "UPDATE people_session SET token_hash = $2 WHERE id = $1";
    /// A session goes on in another programme, with another token.
    pub MOVE_SESSION = "UPDATE people_session SET member = $2, token_hash = $3 WHERE id = $1";

    /// The programmes an account belongs to, by name.
    pub PROGRAMMES_OF = "SELECT m.id, p.id, p.name, p.slug FROM people_member m
        JOIN people_programme p ON p.id = m.programme
        WHERE m.account = $1 AND m.ended_at IS NULL ORDER BY p.name, p.id";
    /// The member that an account is in a programme.
    pub MEMBER_OF = "SELECT id FROM people_member WHERE account = $1 AND programme = $2 AND ended_at IS NULL";
    /// The staff of a programme, a row for each of their roles.
    pub STAFF = "SELECT m.id, r.role FROM people_member m JOIN people_role r ON r.member = m.id
        WHERE m.programme = $1 AND m.ended_at IS NULL AND r.role NOT IN ('participant', 'carer')
        ORDER BY m.created_at, m.id, r.role";

    /// A new link.
    pub ADD_LINK = "INSERT INTO people_link
        (id, token_hash, purpose, account, programme, sealed_content, created_at, expires_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    /// A link that can be used.
    pub LINK = "SELECT id, account, programme, sealed_content FROM people_link
        WHERE token_hash = $1 AND purpose = $2 AND used_at IS NULL AND expires_at > $3";
    /// A link is used; only the first to do so changes a row.
    pub USE_LINK = "UPDATE people_link SET used_at = $2 WHERE id = $1 AND used_at IS NULL";
    /// How many links for a purpose an account was sent since then.
    pub LINKS_SINCE = "SELECT COUNT(*) FROM people_link WHERE account = $1 AND purpose = $2 AND created_at > $3";
    /// Links that have run out, but for invitations, which stay on the list of the staff.
    pub DROP_OLD_LINKS = "DELETE FROM people_link WHERE expires_at < $1 AND purpose <> 'invitation'";

    /// A new invitation.
    pub ADD_INVITATION = "INSERT INTO people_invitation
        (id, programme, link, invited_by, roles, sealed_name, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    /// The invitations of a programme that are open, the newest first.
    pub OPEN_INVITATIONS = "SELECT i.id, i.roles, i.sealed_name, i.created_at, l.expires_at
        FROM people_invitation i JOIN people_link l ON l.id = i.link
        WHERE i.programme = $1 AND i.accepted_at IS NULL AND i.withdrawn_at IS NULL AND l.expires_at > $2
        ORDER BY i.created_at DESC, i.id DESC";
    /// The invitation of a link, if it is open.
    pub INVITATION_OF_LINK = "SELECT id, roles FROM people_invitation
        WHERE link = $1 AND accepted_at IS NULL AND withdrawn_at IS NULL";
    /// The programme of an invitation.
    pub INVITATION = "SELECT programme FROM people_invitation WHERE id = $1";
    /// An invitation is accepted, if nobody accepted or withdrew it before.
    pub ACCEPT_INVITATION = "UPDATE people_invitation SET accepted_at = $2
        WHERE id = $1 AND accepted_at IS NULL AND withdrawn_at IS NULL";
    /// An invitation is withdrawn, if nobody accepted or withdrew it before.
    pub WITHDRAW_INVITATION = "UPDATE people_invitation SET withdrawn_at = $2
        WHERE id = $1 AND accepted_at IS NULL AND withdrawn_at IS NULL";

    /// A letter waits to be sent.
    pub ADD_LETTER = "INSERT INTO people_letter (id, programme, sealed_letter, tries, next_at, created_at)
        VALUES ($1, $2, $3, 0, $4, $4)";
    /// Letters whose time has come.
    pub LETTERS_DUE = "SELECT id, programme, sealed_letter, tries, next_at, created_at FROM people_letter
        WHERE next_at <= $1 ORDER BY next_at, id LIMIT 20";
    /// Takes a letter to send; of several nodes only one changes the row.
    pub TAKE_LETTER = "UPDATE people_letter SET tries = tries + 1, next_at = $3 WHERE id = $1 AND next_at = $2";
    /// A letter has left, or never will.
    pub DROP_LETTER = "DELETE FROM people_letter WHERE id = $1";
    /// How many letters wait, and since when the oldest does.
    pub LETTERS_WAITING = "SELECT COUNT(*), MIN(created_at) FROM people_letter";

    /// Takes a forgotten passphrase away.
    pub FORGET_PASSPHRASE = "UPDATE people_account SET passphrase_hash = NULL WHERE id = $1";
}
