//! A lead against the two figures it lies between.

use super::vote::{Camp, Vote};
use super::{Check, finding};
use crate::arithmetic::class::Class;
use crate::arithmetic::figure::{Figure, Stretch, rounded};
use crate::arithmetic::slip::likeliest;
use crate::kind::{Bound, FactKind};
use crate::resolve::record::{Finding, Severity};

pub(super) const CHECK: Check = Check {
    id: "margin_difference",
    severity: Severity::Error,
    doc: "A margin is the difference of the figures of the first and the second.",
    run,
};

/// In percentage points, and as a share of a difference in votes: a margin that misses by more may be of something else.
const KIN: f64 = 3.0;
const KIN_VOTES: f64 = 0.3;

fn run(votes: &[Vote]) -> Vec<Finding> {
    let of = |vote| [Class::Result, Class::Partial, Class::Poll].into_iter().filter_map(move |class| one(vote, class));
    votes.iter().flat_map(of).collect()
}

fn one(vote: &Vote, class: Class) -> Option<Finding> {
    let margins: Vec<&Figure> = vote.of(FactKind::Margin, class).collect();
    // Several margins are of several pairs.
    let [margin] = margins[..] else { return None };
    // "About a million votes": a hedged lead is no slip, and may be of another round.
    if margin.fact.bound != Bound::Exact {
        return None;
    }
    let points = margin.fact.unit == "percent_points";
    let kinds: &[FactKind] = if points { &[FactKind::VoteShare] } else { &[FactKind::Votes, FactKind::Seats] };
    if kinds.iter().any(|kind| explained(&vote.camps(*kind, class), margin)) {
        return None;
    }
    let camps = vote.camps(kinds[0], class);
    let mut sorted: Vec<&Camp> = camps.iter().filter(|camp| camp.single()).collect();
    sorted.sort_by(|a, b| b.low().total_cmp(&a.low()));
    let [first, second, ..] = sorted[..] else { return None };
    let leads = margin.fact.subject.as_ref().is_none_or(|subject| first.named(subject));
    let (first, second) = (first.only()?, second.only()?);
    if !leads || !first.exact() || !second.exact() {
        return None;
    }
    let difference = first.stretch.minus(second.stretch);
    let (expected, found) = (first.value - second.value, margin.value);
    let off = (difference.low - margin.stretch.high).max(margin.stretch.low - difference.high);
    let cause = likeliest([
        (margin.decimal, difference),
        (first.decimal, second.stretch.plus(margin.stretch)),
        (second.decimal, first.stretch.minus(margin.stretch)),
    ]);
    let kin = if points { off < KIN } else { off < expected * KIN_VOTES };
    // Else the second is not named, and the two are the first and the third.
    if !kin && cause.is_none() {
        return None;
    }
    let cause = cause.map_or_else(String::new, |cause| format!("; {cause}"));
    let unit = if points { "points" } else { "votes" };
    let message = format!(
        "a lead of {} {unit} is given, but {} and {} are {} apart{cause}",
        margin.show(),
        first.show(),
        second.show(),
        rounded(expected)
    );
    Some(finding((CHECK.id, CHECK.severity), [margin.fact, first.fact, second.fact], message, expected, found))
}

/// Whether the margin is the difference of any two figures.
fn explained(camps: &[Camp], margin: &Figure) -> bool {
    let all: Vec<Stretch> = camps.iter().flat_map(|camp| &camp.figures).map(|figure| figure.stretch).collect();
    all.iter().any(|a| all.iter().any(|b| a.low > b.high && Stretch::new(a.low - b.high, a.high - b.low).meets(margin.stretch)))
}
