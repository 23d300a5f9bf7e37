//! The one binary.

use std::process::ExitCode;

fn main() -> ExitCode {
    cairn::cli::main()
}
