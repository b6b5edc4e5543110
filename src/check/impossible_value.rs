//! Shares of more than the whole.

use super::vote::Vote;
use super::{Check, finding};
use crate::arithmetic::figure::Figure;
use crate::arithmetic::slip::slip;
use crate::kind::Bound;
use crate::resolve::record::{Finding, Severity};

pub(super) const CHECK: Check = Check { id: "impossible_value", severity: Severity::Error, doc: "No share is over 100%.", run };

fn run(votes: &[Vote]) -> Vec<Finding> {
    votes.iter().flat_map(|vote| &vote.figures).filter_map(one).collect()
}

fn one(figure: &Figure) -> Option<Finding> {
    let fact = figure.fact;
    if !fact.unit.starts_with("percent") || figure.value <= 100.0 || fact.bound == Bound::Under {
        return None;
    }
    let what = fact.kind.name().replace('_', " ");
    let cause = slip(figure.decimal, crate::arithmetic::figure::Stretch::new(1.0, 100.0))
        .map_or_else(String::new, |_| "; a decimal point may be missing".to_owned());
    let message = format!("{what} is given as {}, but no share is over 100%{cause}", figure.show());
    Some(finding((CHECK.id, CHECK.severity), [fact], message, 100.0, figure.value))
}
