//! Valid, invalid and blank ballots against the votes cast.

use super::vote::Vote;
use super::{Check, finding};
use crate::arithmetic::class::Class;
use crate::arithmetic::figure::{Figure, Stretch, rounded};
use crate::arithmetic::slip::likeliest;
use crate::kind::FactKind;
use crate::resolve::record::{Finding, Severity};

pub(super) const CHECK: Check = Check {
    id: "ballots_sum",
    severity: Severity::Error,
    doc: "Valid and invalid ballots (and blank ones, where they are counted apart) are the votes cast; as shares they are 100%.",
    run,
};

/// Of the votes cast: ballots that were handed out and are in no box.
const MISSING: f64 = 0.0005;
/// Of the votes cast: sums that miss them by more, with no slip that explains it, may be of something else.
const KIN: f64 = 0.05;

fn run(votes: &[Vote]) -> Vec<Finding> {
    votes.iter().flat_map(|vote| counts(vote).into_iter().chain(shares(vote))).collect()
}

fn counts(vote: &Vote) -> Option<Finding> {
    let of = |kind| vote.counts(kind, Class::Result).collect::<Vec<_>>();
    let (casts, sums) = (of(FactKind::VotesCast), sums(&of(FactKind::ValidVotes), &of(FactKind::InvalidVotes), &of(FactKind::BlankVotes)));
    let right = |sum: &Sum, cast: &Figure| if sum.whole { sum.total.meets(cast.stretch) } else { sum.total.low <= cast.stretch.high };
    if casts.iter().any(|cast| sums.iter().any(|sum| right(sum, cast))) {
        return None;
    }
    let (cast, sum) = (casts.first()?, sums.first()?);
    let off = (sum.total.low - cast.stretch.high).max(cast.stretch.low - sum.total.high) / cast.value;
    let others = |figure: &Figure| Stretch::new(sum.total.low - figure.stretch.low, sum.total.high - figure.stretch.high);
    let parts = sum.parts.iter().map(|part| (part.decimal, cast.stretch.minus(others(part))));
    let cause = if sum.whole { likeliest(std::iter::once((cast.decimal, sum.total)).chain(parts)) } else { None };
    let severity = if off > MISSING && (off < KIN || cause.is_some()) { Severity::Error } else { Severity::Warning };
    let list: Vec<String> = sum.parts.iter().map(|part| format!("{} {}", part.show(), word(part.fact.kind))).collect();
    let is = if sum.whole { "not the" } else { "more than the" };
    let cause = cause.map_or_else(String::new, |cause| format!("; {cause}"));
    let message = format!("{} are {} ballots, {is} {} votes cast{cause}", list.join(" + "), rounded(sum.value), cast.show());
    let facts = sum.parts.iter().map(|part| part.fact).chain([cast.fact]);
    Some(finding((CHECK.id, severity), facts, message, cast.value, sum.value))
}

fn shares(vote: &Vote) -> Option<Finding> {
    let of = |kind| vote.of(kind, Class::Result).filter(|figure| figure.fact.unit == "percent").collect::<Vec<_>>();
    let sums = sums(&of(FactKind::ValidVotes), &of(FactKind::InvalidVotes), &of(FactKind::BlankVotes));
    let all = Stretch::new(100.0, 100.0);
    if sums.iter().any(|sum| if sum.whole { sum.total.meets(all) } else { sum.total.low <= 100.0 }) {
        return None;
    }
    let sum = sums.first()?;
    let list: Vec<String> = sum.parts.iter().map(|part| format!("{} {}", part.show(), word(part.fact.kind))).collect();
    let message = format!("{} are together {}%, not 100%", list.join(" + "), rounded(sum.value));
    Some(finding((CHECK.id, CHECK.severity), sum.parts.iter().map(|part| part.fact), message, 100.0, sum.value))
}

/// Parts of the ballots with what they are together.
struct Sum<'a> {
    parts: Vec<&'a Figure<'a>>,
    value: f64,
    total: Stretch,
    /// They are all ballots, not only some of them.
    whole: bool,
}

/// The ways in which the figures may be meant: blank ballots are among the invalid ones or beside them.
fn sums<'a>(valid: &[&'a Figure<'a>], invalid: &[&'a Figure<'a>], blank: &[&'a Figure<'a>]) -> Vec<Sum<'a>> {
    let mut out = Vec::new();
    let mut add = |parts: Vec<&'a Figure<'a>>, whole| {
        let value = parts.iter().map(|part| part.value).sum();
        let total = parts.iter().fold(Stretch::ZERO, |sum, part| sum.plus(part.stretch));
        out.push(Sum { parts, value, total, whole });
    };
    for &valid in valid {
        for &invalid in invalid {
            for &blank in blank {
                add(vec![valid, invalid, blank], true);
            }
            add(vec![valid, invalid], true);
        }
        if invalid.is_empty() {
            blank.iter().for_each(|&blank| add(vec![valid, blank], false));
            if blank.is_empty() {
                add(vec![valid], false);
            }
        }
    }
    out
}

fn word(kind: FactKind) -> &'static str {
    match kind {
        FactKind::ValidVotes => "valid",
        FactKind::InvalidVotes => "invalid",
        _ => "blank",
    }
}
