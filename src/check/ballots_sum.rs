//! Stub.
use super::vote::Vote;
use super::Check;
use crate::resolve::record::{Finding, Severity};

pub(super) const CHECK: Check = Check { id: "ballots_sum", severity: Severity::Error, doc: "To come.", run };

fn run(_: &[Vote]) -> Vec<Finding> {
    Vec::new()
}
