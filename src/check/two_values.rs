//! One thing with two values.
//!
//! Two values alone are no contradiction that a machine can be sure of: the second may be of an earlier vote, of one place, of
//! another hour. But when one slip of a typist makes one of the other, they were meant to be the same.

use rustc_hash::FxHashMap;

use super::vote::Vote;
use super::{Check, finding};
use crate::arithmetic::class::Class;
use crate::arithmetic::figure::Figure;
use crate::arithmetic::slip::near;
use crate::kind::FactKind;
use crate::resolve::record::{Finding, Severity};

pub(super) const CHECK: Check = Check {
    id: "two_values",
    severity: Severity::Error,
    doc: "The article does not give one thing two values of which one is a slip of the other.",
    run,
};

/// Kind, unit and subject: what a value is of, within one vote.
type Thing<'a> = (FactKind, &'a str, Option<&'a [String]>);

fn run(votes: &[Vote]) -> Vec<Finding> {
    votes.iter().flat_map(one).collect()
}

fn one(vote: &Vote) -> Vec<Finding> {
    let mut things: FxHashMap<Thing<'_>, usize> = FxHashMap::default();
    let mut values: Vec<Vec<&Figure>> = Vec::new();
    for figure in vote.figures.iter().filter(|figure| figure.exact() && Class::of(figure.fact.status) == Class::Result) {
        let fact = figure.fact;
        let thing = (fact.kind, fact.unit, fact.subject.as_ref().map(|subject| vote.words(subject)));
        let at = *things.entry(thing).or_insert_with(|| {
            values.push(Vec::new());
            values.len() - 1
        });
        values[at].push(figure);
    }
    values.iter().filter_map(|values| told(values)).collect()
}

fn told(values: &[&Figure]) -> Option<Finding> {
    let (first, rest) = values.split_first()?;
    let (second, slip) =
        rest.iter().filter(|other| !other.meets(first)).find_map(|other| Some((other, near(first.decimal, other.decimal)?)))?;
    let what = first.fact.kind.name().replace('_', " ");
    let whose = first.fact.subject.as_ref().map_or_else(String::new, |subject| format!(" of {}", subject.name));
    let message = format!("{what}{whose} is given as {} and as {}; {slip} would explain it", first.show(), second.show());
    Some(finding((CHECK.id, CHECK.severity), [first.fact, second.fact], message, first.value, second.value))
}
