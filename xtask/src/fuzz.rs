//! Damaged documents for as long as one likes.

use crate::arguments::Arguments;
use crate::{place, run};
use std::io::Read;

const USUAL_SECONDS: u64 = 60;

/// `cargo xtask fuzz matching [--seconds N] [--seed N]`.
pub(crate) fn command(arguments: &[String]) -> Result<bool, String> {
    let given = Arguments::read(arguments, &[], &["--seconds", "--seed"])?;
    if given.words != ["matching"] {
        return Err("fuzz what? matching".to_owned());
    }
    let seconds = given.number("--seconds", USUAL_SECONDS)?;
    let seed = match given.values("--seed").is_empty() {
        true => any_seed()?,
        false => given.number("--seed", 0)?,
    };
    println!("seed {seed}: --seed {seed} tries the same documents again");
    let mut test = run::command("cargo", &place::root()?);
    test.args(["test", "--package", "cairn-matching", "--test", "it"]);
    test.args(["fuzz::", "--", "--nocapture"]);
    test.env("CAIRN_SEED", seed.to_string());
    test.env("CAIRN_FUZZ_SECONDS", seconds.to_string());
    run::plainly(&mut test)
}

/// Other documents each time; the seed is printed.
fn any_seed() -> Result<u64, String> {
    let mut bytes = [0; 4];
    let chance =
        std::fs::File::open("/dev/urandom").and_then(|mut file| file.read_exact(&mut bytes));
    chance.map_err(|e| format!("/dev/urandom: {e}; name a --seed"))?;
    Ok(u64::from(u32::from_le_bytes(bytes)))
}
