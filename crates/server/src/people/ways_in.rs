//! The ways to sign in to one's own account: changing the passphrase, adding a name with a
//! passphrase to an account that only had an e-mail address, and adding or changing the address.

use axum::http::HeaderValue;
use axum::response::Response;
use cairn_db::params;
use cairn_domain::id::AccountId;
use cairn_domain::people::passphrase;
use cairn_domain::{Refusal, Refusals};
use cairn_words::args;
use serde::{Deserialize, Serialize};

use crate::cx::{Cx, Work};
use crate::error::{Error, Result};
use crate::people::account::{self, Account, end_others, settled};
use crate::people::accounts::{account_key, email_index, email_place, login_index, login_place};
use crate::people::email::{gone, language_of, lasts, one_button, programme_for};
use crate::people::letters::{NewLetter, write_letter};
use crate::people::links::{NewLink, Purpose, add_link, find_link, use_link};
use crate::people::programmes;
use crate::people::sessions::session_cookies;
use crate::people::sign_in::{knows, prove};
use crate::people::store::signing;
use crate::people::tries::{Counted, Whose};
use crate::site::{Form, Id, reply};
use crate::{look, work};

/// Asks for the passphrase as it is now, where there is one: an unlocked telephone in other hands
/// must not be enough to take an account over.
async fn prove_again(cx: &Cx, account: &Account, passphrase: &str, field: &str) -> Result<()> {
    if account.hash.is_none() {
        return Ok(());
    }
    if passphrase.is_empty() {
        return Err(account::empty(field).into());
    }
    let id = cx.who()?.account;
    let known = match cx.browser.clone() {
        None => None,
        Some(token) => {
            let browser = token.clone();
            look!(cx, |w| knows(w, id, &browser).await)?.then_some(token)
        }
    };
    let counted = Counted::passphrase(cx, &Whose::Account { id, known });
    match prove(cx, &counted, passphrase, account.hash.clone()).await {
        Err(Error::Refused(_)) => Err(Refusal::of(field, "passphrase-wrong").into()),
        Err(Error::Wait { .. }) => Err(Refusal::of(field, "sign-in-wait").into()),
        other => other,
    }
}

/// Changes the passphrase. Every other session ends, and this one gets another token.
async fn change_passphrase(cx: &Cx, form: &Form) -> Result<Vec<HeaderValue>> {
    let mine = look!(cx, |w| account::mine(w).await)?;
    if mine.hash.is_none() {
        return Err(Error::NOT_YOURS);
    }
    let login = mine.login.clone().unwrap_or_default();
    let mut refusals = Refusals::default();
    refusals.keep(passphrase::check(form.get("passphrase"), &login));
    if form.get("old").is_empty() {
        refusals.push(account::empty("old"));
    }
    refusals.done()?;
    prove_again(cx, &mine, form.get("old"), "old").await?;
    let salt = cx.app.chance.bytes();
    let hash = cx
        .app
        .passphrases
        .hash(form.get("passphrase"), salt)
        .await?;
    let id = cx.who()?.account;
    let token = work!(cx, |w| {
        w.tx.execute(&signing::SET_PASSPHRASE, &params![id.0, hash])
            .await?;
        end_others(w, id).await
    })?;
    Ok(session_cookies(cx, &token))
}

/// The form that changes the passphrase.
///
/// # Errors
/// The database's.
pub async fn passphrase_page(cx: Cx, form: Form) -> Result<Response> {
    let done = change_passphrase(&cx, &form).await;
    settled(&cx, form, done, "passphrase-changed").await
}

/// Gives an account that had no passphrase a name and a passphrase.
async fn add_login(cx: &Cx, form: &Form) -> Result<Vec<HeaderValue>> {
    let id = cx.who()?.account;
    let mut refusals = Refusals::default();
    let login = refusals.keep(passphrase::login(form.get("login")));
    let wanted = login.clone().unwrap_or_default();
    refusals.keep(passphrase::check(form.get("passphrase"), &wanted));
    refusals.done()?;
    let salt = cx.app.chance.bytes();
    let hash = cx
        .app
        .passphrases
        .hash(form.get("passphrase"), salt)
        .await?;
    let token = work!(cx, |w| {
        let index = login_index(w, &wanted);
        let sealed = account_key(w, id)
            .await?
            .seal_text(login_place(id), &wanted);
        let values = params![id.0, index, sealed, hash];
        let set = w.tx.execute(&signing::SET_LOGIN, &values).await;
        let set = set
            .map_err(Error::from)
            .map_err(taken("people_account_login", "login"))?;
        if set == 0 {
            return Err(Refusal::new("already-answered").into());
        }
        end_others(w, id).await
    })?;
    Ok(session_cookies(cx, &token))
}

/// The form that adds a name and a passphrase.
///
/// # Errors
/// The database's.
pub async fn login_page(cx: Cx, form: Form) -> Result<Response> {
    let done = add_login(&cx, &form).await;
    settled(&cx, form, done, "saved").await
}

fn taken(index: &'static str, field: &'static str) -> impl Fn(Error) -> Error {
    move |error| error.unique(index, Refusal::of(field, "login-taken"))
}

/// What the link in a letter to a new address carries.
#[derive(Serialize, Deserialize)]
struct NewAddress {
    email: String,
}

/// Sends a letter to a new address. The address counts only once the link in it has been used.
async fn send_to_new_address(cx: &Cx, form: &Form) -> Result<()> {
    if !cx.app.mailer.configured() {
        return Err(Error::NOT_YOURS);
    }
    let id = cx.who()?.account;
    let email = passphrase::email(form.get("email"))?;
    let mine = look!(cx, |w| account::mine(w).await)?;
    prove_again(cx, &mine, form.get("proof"), "proof").await?;
    let counted = Counted::letter(cx);
    let counting = work!(cx, |w| counted.count(w).await);
    counting.map_err(|error| match error {
        Error::Wait { .. } => Refusal::of("email", "sign-in-wait").into(),
        other => other,
    })?;
    work!(cx, |w| write_to_new_address(w, id, &email).await)
}

async fn write_to_new_address(w: &mut Work<'_>, id: AccountId, email: &str) -> Result<()> {
    let programme = programme_for(w, id).await?.ok_or(Error::NOT_YOURS)?;
    let programme = programmes::by_id(w, programme).await?;
    let carried = NewAddress {
        email: email.to_owned(),
    };
    let until = w.now() + lasts(&w.cx);
    let link = NewLink {
        purpose: Purpose::Email,
        account: Some(id),
        programme: Some(programme.id),
        content: serde_json::to_string(&carried)
            .map_err(|_| Error::Fault("an address could not be written"))?,
        until,
    };
    let (_, token) = add_link(w, &link).await?;
    let address = w.cx.app.config.address(&format!("/account/email/{token}"));
    let letter = NewLetter {
        to: email,
        language: language_of(w, id).await?,
        key: "people-letter-email",
        args: args()
            .set("link", address)
            .set("minutes", i64::from(w.cx.app.config.sign_in.link_minutes)),
        until: Some(until),
    };
    write_letter(w, &programme, letter).await
}

/// The form that adds or changes the e-mail address. The answer does not tell whether somebody
/// else has the address.
///
/// # Errors
/// The database's.
pub async fn email_page(cx: Cx, form: Form) -> Result<Response> {
    let done = send_to_new_address(&cx, &form).await.map(|()| Vec::new());
    settled(&cx, form, done, "email-sent").await
}

/// The page of the link in a letter to a new address. It can be used by the account that asked
/// for it only: whoever finds the letter has not asked for anything.
///
/// # Errors
/// The database's.
pub async fn open_email_page(cx: Cx, Id(token): Id<String>) -> Result<Response> {
    let action = format!("/account/email/{token}");
    let me = cx.who()?.account;
    let found = look!(cx, |w| find_link(w, Purpose::Email, &token).await)?;
    let good = found.is_some_and(|link| link.account == Some(me));
    one_button(&cx, "people-email-link", &action, good)
}

/// Takes a new address into use, and tells the old one.
async fn use_address(cx: &Cx, token: String) -> Result<()> {
    let me = cx.who()?.account;
    work!(cx, |w| {
        let link = find_link(w, Purpose::Email, &token)
            .await?
            .ok_or_else(gone)?;
        if link.account != Some(me) || !use_link(w, &link).await? {
            return Err(gone());
        }
        let carried: NewAddress = serde_json::from_str(&link.content)
            .map_err(|_| Error::Fault("an address cannot be read"))?;
        let old = account::mine(w).await?.email;
        let index = email_index(w, &carried.email);
        let sealed = account_key(w, me)
            .await?
            .seal_text(email_place(me), &carried.email);
        let set =
            w.tx.execute(&signing::SET_EMAIL, &params![me.0, index, sealed])
                .await;
        set.map_err(Error::from)
            .map_err(taken("people_account_email", "email"))?;
        match old.filter(|old| *old != carried.email) {
            None => Ok(()),
            Some(old) => tell_old_address(w, me, &old).await,
        }
    })
}

async fn tell_old_address(w: &mut Work<'_>, me: AccountId, old: &str) -> Result<()> {
    let Some(programme) = programme_for(w, me).await? else {
        return Ok(());
    };
    let programme = programmes::by_id(w, programme).await?;
    let letter = NewLetter {
        to: old,
        language: language_of(w, me).await?,
        key: "people-letter-email-changed",
        args: args(),
        until: None,
    };
    write_letter(w, &programme, letter).await
}

/// The button of that page.
///
/// # Errors
/// The database's.
pub async fn use_email_page(cx: Cx, Id(token): Id<String>) -> Result<Response> {
    match use_address(&cx, token).await {
        Ok(()) => Ok(reply::see("/account?said=email-kept")),
        Err(Error::Refused(refusals)) => account::again(&cx, Form::default(), refusals).await,
        Err(error) => Err(error),
    }
}
