//! No more votes than voters.

use super::vote::Vote;
use super::{Check, finding};
use crate::arithmetic::class::Class;
use crate::arithmetic::slip::likeliest;
use crate::kind::FactKind;
use crate::resolve::record::{Finding, Severity};

pub(super) const CHECK: Check =
    Check { id: "cast_over_registered", severity: Severity::Error, doc: "No more people vote than are registered.", run };

fn run(votes: &[Vote]) -> Vec<Finding> {
    votes.iter().filter_map(one).collect()
}

fn one(vote: &Vote) -> Option<Finding> {
    // The most registered and the fewest cast: of several figures some may cover a part only.
    let registered = vote.all(FactKind::RegisteredVoters).max_by(|a, b| a.stretch.high.total_cmp(&b.stretch.high))?;
    let cast = [Class::Result, Class::Partial]
        .into_iter()
        .flat_map(|class| vote.of(FactKind::VotesCast, class))
        .min_by(|a, b| a.stretch.low.total_cmp(&b.stretch.low))?;
    if cast.stretch.low <= registered.stretch.high {
        return None;
    }
    let turnout = vote.of(FactKind::Turnout, Class::Result).next();
    let cause = turnout
        .and_then(|turnout| {
            likeliest([
                (cast.decimal, turnout.stretch.of(registered.stretch)),
                (registered.decimal, cast.stretch.over(turnout.stretch).times(100.0)),
            ])
        })
        .map_or_else(String::new, |cause| format!("; {cause}"));
    let message = format!("{} votes were cast, but only {} voters are registered{cause}", cast.show(), registered.show());
    Some(finding((CHECK.id, CHECK.severity), [cast.fact, registered.fact], message, registered.value, cast.value))
}
