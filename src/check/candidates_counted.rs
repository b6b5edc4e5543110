//! The candidates named against the number of candidates.

use super::vote::Vote;
use super::{Check, finding};
use crate::arithmetic::class::Class;
use crate::kind::{FactKind, Office};
use crate::resolve::record::{Fact, Finding, NameKind, Severity};

pub(super) const CHECK: Check =
    Check { id: "candidates_counted", severity: Severity::Error, doc: "No more candidates are named than are said to stand.", run };

/// Persons whose figure is less sure than this may be no candidates.
const SURE: f64 = 0.7;
/// Numbers off by more than this are of something else: of the second round, of the women among them.
const KIN: usize = 2;

fn run(votes: &[Vote]) -> Vec<Finding> {
    votes.iter().filter_map(one).collect()
}

fn one(vote: &Vote) -> Option<Finding> {
    let office = vote.election?.office;
    if !matches!(office, Some(Office::President | Office::Governor | Office::Mayor)) || vote.rounds {
        return None;
    }
    // The largest number: before some withdrew.
    let counted = vote
        .all(FactKind::Candidates)
        .filter(|figure| figure.fact.subject.is_none() && figure.fact.confidence >= SURE)
        .max_by(|a, b| a.stretch.high.total_cmp(&b.stretch.high))?;
    let camps = vote.camps(FactKind::VoteShare, Class::Result);
    let person = |name: &crate::resolve::record::Name| name.kind == Some(NameKind::Person);
    let named: Vec<&Fact> = camps
        .iter()
        .filter(|camp| person(camp.name))
        .filter_map(|camp| camp.only())
        .map(|figure| figure.fact)
        .filter(|fact| fact.confidence >= SURE)
        .collect();
    let most = counted.stretch.high;
    if named.len() as f64 <= most || named.len() as f64 > most + KIN as f64 {
        return None;
    }
    let names: Vec<&str> = named.iter().filter_map(|fact| fact.subject.as_ref()).map(|name| name.name.as_str()).collect();
    let message = format!("{} candidates are said to stand, but {} have a share: {}", counted.show(), named.len(), names.join(", "));
    let facts = std::iter::once(counted.fact).chain(named.iter().copied());
    Some(finding((CHECK.id, CHECK.severity), facts, message, counted.value, named.len() as f64))
}
