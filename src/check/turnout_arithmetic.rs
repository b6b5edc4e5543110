//! Turnout against the votes cast and the voters registered.

use super::vote::Vote;
use super::{Check, finding};
use crate::arithmetic::class::Class;
use crate::arithmetic::figure::{Figure, rounded};
use crate::arithmetic::slip::likeliest;
use crate::kind::FactKind;
use crate::resolve::record::{Finding, Severity};

pub(super) const CHECK: Check = Check {
    id: "turnout_arithmetic",
    severity: Severity::Error,
    doc: "The votes cast divided by the registered voters are the turnout.",
    run,
};

/// In percentage points: what the ways of counting who voted (ballots in the box, names ticked off) commonly differ by.
const COUNTING: f64 = 0.1;
/// In percentage points: figures that miss each other by more, with no slip that explains it, may not belong together; and are
/// sooner of one thing where they are said in one breath. In bytes, how near that is.
const KIN: [(u32, f64); 2] = [(1000, 3.0), (600, 30.0)];

fn run(votes: &[Vote]) -> Vec<Finding> {
    votes.iter().filter_map(one).collect()
}

fn one(vote: &Vote) -> Option<Finding> {
    let registered: Vec<&Figure> = vote.all(FactKind::RegisteredVoters).collect();
    let mut worst = None;
    // Several figures of a kind may cover different things: where any three of them agree, nothing is wrong. Those of a
    // count that goes on are of different hours.
    for turnout in vote.of(FactKind::Turnout, Class::Result) {
        for cast in vote.of(FactKind::VotesCast, Class::Result) {
            for registered in &registered {
                let share = cast.stretch.over(registered.stretch).times(100.0);
                if turnout.stretch.meets(share) {
                    return None;
                }
                worst = worst.or(Some((turnout, cast, *registered, share)));
            }
        }
    }
    let (turnout, cast, registered, share) = worst?;
    let expected = cast.value / registered.value * 100.0;
    let off = (turnout.stretch.low - share.high).max(share.low - turnout.stretch.high);
    let cause = likeliest([
        (cast.decimal, turnout.stretch.of(registered.stretch)),
        (registered.decimal, cast.stretch.over(turnout.stretch).times(100.0)),
        (turnout.decimal, share),
    ]);
    let apart = turnout.apart(cast).max(turnout.apart(registered));
    let kin = KIN.iter().any(|&(near, most)| apart <= near && off < most);
    // Of the town and of the whole country.
    if !kin && cause.is_none() && off > KIN[1].1 {
        return None;
    }
    let severity = if off > COUNTING && (kin || cause.is_some()) { Severity::Error } else { Severity::Warning };
    let cause = cause.map_or_else(String::new, |cause| format!("; {cause}"));
    let message = format!(
        "turnout is given as {}, but {} votes cast of {} registered voters make {}%{cause}",
        turnout.show(),
        cast.show(),
        registered.show(),
        rounded(expected),
    );
    Some(finding((CHECK.id, severity), [turnout.fact, cast.fact, registered.fact], message, expected, turnout.value))
}
