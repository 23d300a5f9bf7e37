//! An e-mail as it goes over the wire.

use crate::{MailError, Message, SettingsError};
use lettre::Address;
use lettre::message::header::{ContentType, HeaderName, HeaderValue, MIME_VERSION_1_0};
use lettre::message::{Mailbox, MessageBuilder};

/// The longest subject line, in characters; what is beyond is cut.
const SUBJECT: usize = 200;

/// Reads the sender.
pub(crate) fn sender(from: &str) -> Result<Mailbox, SettingsError> {
    if from.chars().any(char::is_control) {
        return Err(SettingsError::From);
    }
    from.trim().parse().map_err(|_| SettingsError::From)
}

/// Puts an e-mail together.
///
/// Nothing that comes from outside can add a header: an address with a line end is none, and the subject is one line.
pub(crate) fn compose(from: &Mailbox, message: &Message) -> Result<lettre::Message, MailError> {
    let to: Address = message
        .to
        .trim()
        .parse()
        .map_err(|_| MailError::permanent("the address is none"))?;
    let automatic = HeaderValue::new(
        HeaderName::new_from_ascii_str("Auto-Submitted"),
        "auto-generated".to_owned(),
    );
    MessageBuilder::new()
        .from(from.clone())
        .to(Mailbox::new(None, to))
        .subject(one_line(&message.subject))
        .message_id(Some(message_id(from.email.domain())?))
        // Answering machines do not answer what says of itself that a machine sent it.
        .raw_header(automatic)
        // Without it the letters beyond ASCII mean nothing; lettre sets it only where there are attachments.
        .header(MIME_VERSION_1_0)
        .header(ContentType::TEXT_PLAIN)
        .body(message.text.clone())
        .map_err(|error| {
            MailError::permanent(format!("the e-mail cannot be put together: {error}"))
        })
}

/// A name for the e-mail that is new each time and tells nothing but the sender's domain.
fn message_id(domain: &str) -> Result<String, MailError> {
    let mut random = [0_u8; 16];
    getrandom::fill(&mut random)
        .map_err(|_| MailError::temporary("the system gives no random bytes"))?;
    Ok(format!("<{:032x}@{domain}>", u128::from_be_bytes(random)))
}

/// The subject without anything that a mail program would read as more than text: line ends, and the sign that begins
/// an encoded word.
fn one_line(text: &str) -> String {
    let blank = |c: char| {
        if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') {
            ' '
        } else {
            c
        }
    };
    text.chars()
        .map(blank)
        .take(SUBJECT)
        .collect::<String>()
        .trim()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The names of the headers, and the text after them, of an e-mail as it goes out.
    fn parts(message: &Message) -> Result<(Vec<String>, String), MailError> {
        let from = sender("Cairn <cairn@example.org>").expect("a sender");
        let bytes = compose(&from, message)?.formatted();
        let whole = String::from_utf8(bytes).expect("the whole is text");
        let (head, body) = whole
            .split_once("\r\n\r\n")
            .expect("an empty line after the headers");
        let starts = head
            .split("\r\n")
            .filter(|line| !line.starts_with([' ', '\t']));
        let names = starts
            .map(|line| line.split_once(':').expect("a header").0.to_owned())
            .collect();
        Ok((names, body.to_owned()))
    }

    fn expected() -> Vec<&'static str> {
        let mut names = [
            "From",
            "To",
            "Subject",
            "Message-ID",
            "Auto-Submitted",
            "Content-Type",
        ]
        .to_vec();
        names.extend(["MIME-Version", "Content-Transfer-Encoding", "Date"]);
        names.sort_unstable();
        names
    }

    fn check(to: &str, subject: &str, text: &str) -> bool {
        match parts(&Message {
            to: to.into(),
            subject: subject.into(),
            text: text.into(),
        }) {
            Ok((mut names, _)) => {
                names.sort();
                assert_eq!(names, expected(), "{to:?} {subject:?}");
                true
            }
            Err(error) => {
                assert!(error.is_permanent());
                false
            }
        }
    }

    proptest! {
        #[test]
        fn no_header_can_be_added(to in any::<String>(), subject in any::<String>(), text in any::<String>()) {
            check(&to, &subject, &text);
            prop_assert!(check("ana@example.org", &subject, &text));
        }

        #[test]
        fn not_with_line_ends_either(subject in "[a-z:\r\n\t\u{0}\u{85}\u{2028}é ]{0,300}", to in "[a-z@.<>,;:\r\n \"]{0,30}") {
            prop_assert!(check("ana@example.org", &subject, ""));
            check(&to, &subject, "");
        }
    }

    #[test]
    fn an_address_is_one_address() {
        assert!(check(
            " ana@example.org ",
            "Hello\r\nBcc: eve@example.org",
            "x"
        ));
        for to in [
            "",
            "ana",
            "ana@example.org\r\nBcc: eve@example.org",
            "ana@example.org, eve@example.org",
            "Ana <ana@example.org>",
            "ana@example.org\0",
            "ana@exa mple.org",
        ] {
            assert!(!check(to, "Hello", "x"), "{to:?}");
        }
        for from in [
            "",
            "cairn",
            "Cairn\r\nBcc: eve@example.org <cairn@example.org>",
        ] {
            assert!(sender(from).is_err(), "{from:?}");
        }
    }

    #[test]
    fn the_sender_s_machine_is_not_told() {
        let from = sender("cairn@example.org").expect("a sender");
        let message = Message {
            to: "ana@example.org".into(),
            subject: "Hello".into(),
            text: "x".into(),
        };
        let id = || {
            let whole = String::from_utf8(compose(&from, &message).expect("an e-mail").formatted())
                .expect("text");
            let line = whole
                .lines()
                .find(|line| line.starts_with("Message-ID:"))
                .expect("a name");
            line.to_owned()
        };
        assert!(id().ends_with("@example.org>"), "{}", id());
        assert_ne!(id(), id());
        assert_eq!(
            format!("{message:?}"),
            "Message(subject of 5 bytes, text of 1 bytes)"
        );
    }
}
