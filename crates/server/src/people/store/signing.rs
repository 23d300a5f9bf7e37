//! Every SQL statement of signing in, of one's account, of invitations and of letters.

use cairn_db::statements;

statements! {
    /// A form that was parked, if it has not grown too old.
    pub PARKED = "SELECT sealed_form FROM people_parked WHERE token_hash = $1 AND expires_at > $2";
    /// Lets go of a parked form.
    pub DROP_PARKED = "DELETE FROM people_parked WHERE token_hash = $1";
    /// A browser that has signed in to an account.
    pub KNOW_BROWSER = "INSERT INTO people_browser (account, token_hash, created_at) VALUES ($1, $2, $3)
        ON CONFLICT (account, token_hash) DO UPDATE SET created_at = excluded.created_at";
    /// Whether a browser has signed in to an account before.
    pub KNOWS_BROWSER = "SELECT COUNT(*) FROM people_browser WHERE account = $1 AND token_hash = $2";
}
