//! The winner against the order of the shares or votes.

use super::vote::{Camp, Vote};
use super::{Check, finding};
use crate::arithmetic::class::Class;
use crate::kind::{FactKind, Office};
use crate::resolve::record::{Fact, Finding, NameKind, Severity};

pub(super) const CHECK: Check =
    Check { id: "winner_first", severity: Severity::Error, doc: "Who won a vote has the largest share of it.", run };

/// A winner whose reading is less sure than this may be the loser.
const SURE: f64 = 0.7;
/// Figures that stand farther apart may be of two counts; in bytes.
const NEAR: u32 = 600;

fn run(votes: &[Vote]) -> Vec<Finding> {
    votes.iter().filter_map(one).collect()
}

fn one(vote: &Vote) -> Option<Finding> {
    let election = vote.election?;
    // Parliaments are won by seats and alliances, and an American president by electors.
    let direct = matches!(election.office, Some(Office::President | Office::Governor | Office::Mayor | Office::Referendum));
    let electors = election.office == Some(Office::President) && election.country.as_deref() == Some("US");
    // The winner of the second round is often not first in the first one.
    if !direct || electors || vote.rounds {
        return None;
    }
    let mut winners = vote.relations.iter().filter(|fact| fact.kind == FactKind::Winner && fact.confidence >= SURE);
    let winner = winners.next().filter(|winner| winners.all(|other| other.subject == winner.subject))?;
    [FactKind::VoteShare, FactKind::Votes].into_iter().find_map(|kind| order(vote, winner, kind))
}

fn order(vote: &Vote, winner: &Fact, kind: FactKind) -> Option<Finding> {
    let name = winner.subject.as_ref()?;
    let camps = vote.camps(kind, Class::Result);
    let own = camps.iter().find(|camp| camp.named(name))?;
    let option = |camp: &Camp| camp.name.kind == Some(NameKind::Option);
    let figure = own.only()?;
    let rivals = camps.iter().filter(|camp| !camp.named(name) && camp.single() && option(camp) == option(own));
    let first = rivals.filter_map(|camp| camp.only()).max_by(|a, b| a.stretch.low.total_cmp(&b.stretch.low))?;
    if first.stretch.low <= figure.stretch.high || first.apart(figure) > NEAR {
        return None;
    }
    // Shares of one count are no more than all of it.
    if kind == FactKind::VoteShare && figure.stretch.low + first.stretch.low > 100.0 {
        return None;
    }
    let what = if kind == FactKind::Votes { " votes" } else { "" };
    let other = first.fact.subject.as_ref()?;
    let message = format!("{} won with {}{what}, but {} got {}{what}", name.name, figure.show(), other.name, first.show());
    Some(finding((CHECK.id, CHECK.severity), [winner, figure.fact, first.fact], message, first.value, figure.value))
}
