//! The checks of the checks: with a planted fault they must turn red.

use std::process::{Command, Stdio};

/// Runs one test of this program with a fault planted; true if it passes.
fn passes(test: &str, fault: &str) -> bool {
    let output = Command::new(std::env::current_exe().expect("this program"))
        .args(["--exact", test])
        .env("CAIRN_MUTANT", fault)
        .stderr(Stdio::null())
        .output()
        .expect("starts");
    let said = String::from_utf8_lossy(&output.stdout);
    // A test that is not there would pass and prove nothing.
    assert!(
        said.contains("running 1 test\n"),
        "{test} was not run: {said}"
    );
    output.status.success()
}

#[test]
fn planted_faults_are_found() {
    let checks = [
        (
            "seal-plain",
            "values::a_sealed_value_shows_nothing_of_its_text",
        ),
        ("seal-plain", "values::a_flipped_bit_anywhere_is_found"),
        ("seal-plain", "values::the_length_tells_only_the_step"),
        ("seal-unbound", "values::a_moved_value_is_found"),
        (
            "seal-unbound",
            "values::a_wrapped_key_opens_only_as_what_it_is",
        ),
    ];
    for (fault, test) in checks {
        assert!(passes(test, ""), "{test} is red without a fault");
        assert!(!passes(test, fault), "{test} is green with {fault}");
    }
    println!("{} faults planted, all found", checks.len());
}

#[test]
fn a_planted_fault_still_opens_what_it_wrote() {
    for fault in ["seal-plain", "seal-unbound"] {
        assert!(passes("values::what_goes_in_comes_out", fault), "{fault}");
    }
}
