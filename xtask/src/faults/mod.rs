//! Faults of the machine, made on purpose, and what they cost.

mod power_cut;

pub(crate) use power_cut::{Cut, Outcome, run as power_cut};

use crate::arguments::Arguments;

/// `cargo xtask faults power-cut [--cuts N] [--seconds N] [--mutants] [--writer PROGRAM]`
pub(crate) fn command(given: &[String]) -> Result<bool, String> {
    let options = ["--cuts", "--seconds", "--writer"];
    let arguments = Arguments::read(given, &["--mutants"], &options)?;
    if arguments.words != ["power-cut"] {
        return Err("faults: which one? There is: power-cut".to_owned());
    }
    let usual = Cut::default();
    let cut = Cut {
        cuts: arguments.number("--cuts", usual.cuts)?,
        seconds: arguments.number("--seconds", usual.seconds)?,
        mutants: arguments.has("--mutants"),
        writer: arguments.values("--writer").last().map(Into::into),
        // Without --mutants the build has no faults to switch on.
        mutant: std::env::var("CAIRN_MUTANT").ok(),
    };
    match power_cut(&cut)? {
        Outcome::Skipped(lack) => {
            println!("skipped: power cut ({lack})");
            Ok(!std::env::var("CI").is_ok_and(|value| value == "true"))
        }
        Outcome::Counted(count) => {
            println!("power cut: {}", count.in_words());
            Ok(count.is_good())
        }
    }
}
