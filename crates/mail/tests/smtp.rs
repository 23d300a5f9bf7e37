//! Sending to a small mail server of our own that behaves in many ways.

use cairn_mail::{MailError, Mailer, Message, SettingsError, SmtpSettings, Tls};
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// How the mail server behaves.
#[derive(Clone, Copy, PartialEq)]
enum Manner {
    Accepts,
    /// Answers this to the command that begins so.
    Says(&'static str, &'static str),
    /// Hangs up when this command comes; "" hangs up at once.
    HangsUp(&'static str),
    /// Never says a word.
    Silent,
}

/// A mail server for one connection; gives back every line that it heard.
async fn server(manner: Manner) -> (u16, JoinHandle<Vec<String>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let port = listener.local_addr().expect("an address").port();
    let task = tokio::spawn(async move {
        let (stream, _) = listener.accept().await.expect("a connection");
        let mut heard = Vec::new();
        // What ends the talk does not matter here, only what was heard.
        let _ = talk(stream, manner, &mut heard).await;
        heard
    });
    (port, task)
}

async fn talk(stream: TcpStream, manner: Manner, heard: &mut Vec<String>) -> std::io::Result<()> {
    let mut stream = BufReader::new(stream);
    match manner {
        Manner::HangsUp("") => return Ok(()),
        Manner::Silent => {
            let mut line = String::new();
            stream.read_line(&mut line).await?;
            return Ok(());
        }
        _ => stream.write_all(b"220 test ESMTP\r\n").await?,
    }
    let mut in_data = false;
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line).await? == 0 {
            return Ok(());
        }
        let line = line.trim_end_matches("\r\n").to_owned();
        heard.push(line.clone());
        if in_data && line != "." {
            continue;
        }
        let answer = match manner {
            Manner::HangsUp(command) if line.starts_with(command) => return Ok(()),
            Manner::Says(command, answer) if line.starts_with(command) => answer,
            _ if line == "." => "250 taken",
            _ if line == "DATA" => "354 go on",
            _ if line.starts_with("EHLO") => "250-test\r\n250 AUTH PLAIN",
            _ if line.starts_with("AUTH") => "235 welcome",
            _ => "250 ok",
        };
        in_data = line == "DATA" && answer.starts_with('3');
        stream.write_all(format!("{answer}\r\n").as_bytes()).await?;
    }
}

fn settings(port: u16) -> SmtpSettings {
    SmtpSettings {
        host: "127.0.0.1".into(),
        port,
        tls: Tls::None,
        user: None,
        password: None,
        from: "Our programme <cairn@example.org>".into(),
    }
}

fn message() -> Message {
    Message {
        to: "ana@example.net".into(),
        subject: "Mañana a las 18:00".into(),
        text: "Hola, Ana.\n\nقريبًا.\n.\nBcc: eve@example.net\n".into(),
    }
}

/// Sends one e-mail to a server of this manner: how it ended, and what the server heard.
async fn send_to(manner: Manner, message: Message) -> (Result<(), MailError>, Vec<String>) {
    let (port, heard) = server(manner).await;
    let mailer =
        Mailer::smtp_within(settings(port), Duration::from_secs(2)).expect("good settings");
    let result = mailer.send(message).await;
    (result, heard.await.expect("the server ends"))
}

#[tokio::test]
async fn an_e_mail_arrives() {
    let (result, heard) = send_to(Manner::Accepts, message()).await;
    assert_eq!(result, Ok(()));
    assert_eq!(
        heard[0], "EHLO example.org",
        "the greeting names the sender's domain, not the machine"
    );
    assert!(
        heard
            .iter()
            .any(|line| line.starts_with("MAIL FROM:<cairn@example.org>")),
        "{heard:?}"
    );
    let recipients: Vec<_> = heard
        .iter()
        .filter(|line| line.starts_with("RCPT"))
        .collect();
    assert_eq!(recipients, ["RCPT TO:<ana@example.net>"]);
    let start = heard.iter().position(|line| line == "DATA").expect("data") + 1;
    let end = heard.iter().position(|line| line == ".").expect("an end");
    let data = &heard[start..end];
    let head: Vec<_> = data.iter().take_while(|line| !line.is_empty()).collect();
    let has = |line: &str| head.iter().any(|other| *other == line);
    assert!(has("Auto-Submitted: auto-generated"), "{head:?}");
    assert!(
        has("From: \"Our programme\" <cairn@example.org>"),
        "{head:?}"
    );
    assert!(has("To: ana@example.net"), "{head:?}");
    assert!(has("Content-Type: text/plain; charset=utf-8"), "{head:?}");
    assert!(!head.iter().any(|line| line.starts_with("Bcc")), "{head:?}");
}

#[tokio::test]
async fn refusals_are_sorted() {
    let permanent = [
        Manner::Says("RCPT", "550 5.1.1 <ana@example.net> is unknown here"),
        Manner::Says("MAIL", "553 no"),
        Manner::Says(".", "554 no"),
    ];
    for manner in permanent {
        let (result, _) = send_to(manner, message()).await;
        let error = result.expect_err("refused");
        assert!(error.is_permanent(), "{error}");
        assert!(
            !error.to_string().contains("ana@"),
            "the address must not get into a log: {error}"
        );
    }
    let temporary = [
        Manner::Says("RCPT", "451 4.7.1 <ana@example.net> come back later"),
        Manner::Says("EHLO", "421 busy"),
        Manner::Says(".", "452 full"),
        Manner::Says("MAIL", "530 5.7.0 sign in first"),
        Manner::Says("RCPT", "nonsense <ana@example.net>"),
        Manner::HangsUp(""),
        Manner::HangsUp("EHLO"),
        Manner::HangsUp("RCPT"),
        Manner::HangsUp("."),
        Manner::Silent,
    ];
    for manner in temporary {
        let (result, _) = send_to(manner, message()).await;
        let error = result.expect_err("not sent");
        assert!(matches!(error, MailError::Temporary { .. }), "{error}");
        assert!(
            !error.to_string().contains("ana@"),
            "the address must not get into a log: {error}"
        );
    }
    let (result, _) = send_to(Manner::Says("RCPT", "550 no"), message()).await;
    let refused = MailError::Permanent {
        code: Some(550),
        what: "the mail server refuses it".into(),
    };
    assert_eq!(result, Err(refused));
}

#[tokio::test]
async fn nobody_there() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let port = listener.local_addr().expect("an address").port();
    drop(listener);
    let mailer = Mailer::smtp(settings(port)).expect("good settings");
    let error = mailer.send(message()).await.expect_err("not sent");
    assert!(
        matches!(error, MailError::Temporary { code: None, .. }),
        "{error}"
    );
}

#[tokio::test]
async fn without_the_tls_that_was_asked_for_nothing_is_said() {
    for tls in [Tls::StartTls, Tls::Tls] {
        let (port, heard) = server(Manner::Accepts).await;
        let asked = SmtpSettings {
            tls,
            user: Some("cairn".into()),
            password: Some("secret".into()),
            ..settings(port)
        };
        let mailer = Mailer::smtp_within(asked, Duration::from_secs(2)).expect("good settings");
        let error = mailer.send(message()).await.expect_err("not sent");
        assert!(
            matches!(error, MailError::Temporary { .. }),
            "{tls:?}: {error}"
        );
        drop(mailer);
        let heard = heard.await.expect("the server ends");
        let told = |word: &str| heard.iter().any(|line| line.starts_with(word));
        assert!(
            !told("AUTH") && !told("MAIL") && !told("DATA"),
            "{tls:?}: {heard:?}"
        );
    }
}

#[tokio::test]
async fn a_sign_in_is_used_and_its_refusal_is_not_the_e_mail_s_fault() {
    let signing_in = |port| SmtpSettings {
        user: Some("cairn".into()),
        password: Some("secret".into()),
        ..settings(port)
    };
    let (port, heard) = server(Manner::Accepts).await;
    Mailer::smtp(signing_in(port))
        .expect("good settings")
        .send(message())
        .await
        .expect("sent");
    assert!(
        heard
            .await
            .expect("the server ends")
            .iter()
            .any(|line| line.starts_with("AUTH PLAIN "))
    );

    let (port, heard) = server(Manner::Says("AUTH", "535 wrong")).await;
    let error = Mailer::smtp(signing_in(port))
        .expect("good settings")
        .send(message())
        .await
        .expect_err("not sent");
    assert!(
        matches!(
            error,
            MailError::Temporary {
                code: Some(535),
                ..
            }
        ),
        "{error}"
    );
    drop(heard);
}

#[tokio::test]
async fn a_wrong_address_reaches_no_server() {
    let mailer = Mailer::smtp(settings(9)).expect("good settings");
    let error = mailer
        .send(Message {
            to: "a@b.org\r\nRCPT TO:<eve@example.net>".into(),
            ..message()
        })
        .await;
    assert!(error.expect_err("no address").is_permanent());
    let (result, _) = send_to(
        Manner::Accepts,
        Message {
            to: "añá@example.net".into(),
            ..message()
        },
    )
    .await;
    assert!(
        result
            .expect_err("the server takes plain letters only")
            .is_permanent()
    );
}

#[test]
fn settings_are_checked() {
    let check = |settings| {
        Mailer::smtp(settings)
            .map(|_| ())
            .expect_err("bad settings")
    };
    assert_eq!(
        check(SmtpSettings {
            from: "nobody".into(),
            ..settings(25)
        }),
        SettingsError::From
    );
    assert_eq!(
        check(SmtpSettings {
            user: Some("x".into()),
            ..settings(25)
        }),
        SettingsError::HalfSignIn
    );
    let signing_in = SmtpSettings {
        user: Some("x".into()),
        password: Some("hidden".into()),
        ..settings(25)
    };
    assert!(!format!("{signing_in:?}").contains("hidden"));
    let far = SmtpSettings {
        host: "mail.example.org".into(),
        ..signing_in.clone()
    };
    assert_eq!(check(far.clone()), SettingsError::PasswordInTheClear);
    assert!(
        Mailer::smtp(SmtpSettings {
            tls: Tls::Tls,
            ..far
        })
        .is_ok()
    );
    assert!(Mailer::smtp(signing_in).is_ok());
}

#[tokio::test]
async fn a_mailer_in_memory_keeps_what_it_sends() {
    let mailer = Mailer::memory();
    mailer.clone().send(message()).await.expect("kept");
    assert_eq!(mailer.sent(), [message()]);
    mailer.refuse_next(MailError::NotConfigured);
    assert_eq!(mailer.send(message()).await, Err(MailError::NotConfigured));
    assert!(
        mailer
            .send(Message {
                to: "nobody".into(),
                ..message()
            })
            .await
            .expect_err("no address")
            .is_permanent()
    );
    assert_eq!(mailer.sent().len(), 1);
    assert!(mailer.configured());

    let none = Mailer::none();
    assert!(!none.configured());
    assert_eq!(none.send(message()).await, Err(MailError::NotConfigured));
    assert!(none.sent().is_empty());
}
