//! Record → findings: what cannot all be right in one article. One small file for each check.
//!
//! A check compares what the article says with what its other figures make of it. Nothing is corrected and nothing is
//! looked up. Each figure stands for the stretch of values that its digits and its hedge leave open (`arithmetic`), and only
//! stretches that do not meet are a contradiction. Where a figure could belong to another round, place or count than it
//! seems to, the checks are silent: a false alarm costs a reader more than a missed one.

mod ballots_sum;
mod candidates_counted;
mod cast_over_registered;
mod impossible_value;
mod margin_difference;
mod seats_sum;
mod share_arithmetic;
mod shares_sum;
mod turnout_arithmetic;
mod two_values;
mod vote;
mod winner_first;

use crate::resolve::record::{Fact, Finding, Record, Severity};
use vote::{Vote, Words};

/// A check that each record goes through.
#[derive(Clone, Copy, Debug)]
pub struct Check {
    /// Goes out with its findings; does not change between versions.
    pub id: &'static str,
    /// The worst that it reports.
    pub severity: Severity,
    /// What it holds against what, in a sentence.
    pub doc: &'static str,
    run: fn(&[Vote]) -> Vec<Finding>,
}

/// All checks, in the order in which they run.
pub const CHECKS: &[Check] = &[
    impossible_value::CHECK,
    two_values::CHECK,
    shares_sum::CHECK,
    share_arithmetic::CHECK,
    turnout_arithmetic::CHECK,
    ballots_sum::CHECK,
    cast_over_registered::CHECK,
    seats_sum::CHECK,
    winner_first::CHECK,
    margin_difference::CHECK,
    candidates_counted::CHECK,
];

/// What contradicts itself in `record`.
///
/// ```
/// let article = hasila::Article::new("Turnout was 69.44%: 830,046 of 11,953,465 registered voters cast their ballots in the presidential election.");
/// let record = hasila::Extractor::new().extract(&article);
/// assert_eq!(hasila::check::check(&record), record.checks);
/// ```
pub fn check(record: &Record) -> Vec<Finding> {
    let words = Words::new(record);
    let votes = vote::votes(record, &words);
    CHECKS.iter().flat_map(|check| (check.run)(&votes)).collect()
}

/// A finding about `facts`, the order of which is that of the message.
fn finding<'a>(
    (check, severity): (&'static str, Severity),
    facts: impl IntoIterator<Item = &'a Fact>,
    message: String,
    expected: f64,
    found: f64,
) -> Finding {
    let facts = facts.into_iter().map(|fact| fact.id.clone()).collect();
    Finding { check, severity, message, facts, expected: Some(expected), found: Some(found) }
}

#[cfg(test)]
mod tests;
