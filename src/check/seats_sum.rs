//! The seats of the parties against the seats there are.

use super::vote::{Camp, Vote, distinct};
use super::{Check, finding};
use crate::arithmetic::class::Class;
use crate::arithmetic::figure::{Figure, Stretch, rounded};
use crate::arithmetic::slip::{self, slip};
use crate::kind::FactKind;
use crate::lexicon::{Concept, INDEPENDENTS, Lexicon};
use crate::resolve::record::{Finding, NameKind, Severity};

pub(super) const CHECK: Check = Check {
    id: "seats_sum",
    severity: Severity::Error,
    doc: "The seats of the parties are no more than there are, and just as many where the list is whole.",
    run,
};

/// Seats whose reading is less sure than this are not summed.
const SURE: f64 = 0.7;
/// Parties may hold more seats than were at stake: a sum this many times the total is of another body or of all its seats.
const OTHER: f64 = 1.15;
/// The group of the lexicon that ends a list.
const REST: i64 = 5;
/// A list that "the others" close and that makes more than the total by more than this is of several votes.
const OFF: f64 = 0.35;
/// A list of less than this of the total is a part of one.
const WHOLE: f64 = 0.85;

fn run(votes: &[Vote]) -> Vec<Finding> {
    votes.iter().filter_map(one).collect()
}

fn one(vote: &Vote) -> Option<Finding> {
    // The larger one of several totals: the smaller is of a chamber, or of the seats at stake.
    let total = vote.all(FactKind::SeatsTotal).max_by(|a, b| a.stretch.high.total_cmp(&b.stretch.high))?;
    let camps = vote.camps(FactKind::Seats, Class::Result);
    // Of several values, the lowest: the others may be of the house before.
    let lowest = |camp: &Camp<'_>| camp.low();
    let parties: Vec<&Camp> = distinct(&camps).into_iter().filter(|camp| sure(camp)).collect();
    let low: f64 = parties.iter().map(|camp| lowest(camp)).sum();
    let figures: Vec<Figure> =
        parties.iter().filter_map(|camp| camp.figures.iter().copied().min_by(|a, b| a.stretch.low.total_cmp(&b.stretch.low))).collect();
    if low > total.stretch.high {
        return (low <= total.value * OTHER).then(|| told(Severity::Error, &figures, total, "more than the"));
    }
    let closed = |rest| -> Option<Vec<Figure>> { parties.iter().copied().chain([rest]).map(only).collect() };
    let sum_of = |figures: &[Figure]| figures.iter().map(|figure| figure.value).sum::<f64>();
    let missing = |sum: f64| sum < total.stretch.low && sum > total.value * WHOLE && total.exact();
    // "The others" close a list.
    if let Some(rest) = camps.iter().find(|camp| group(camp) == Some(REST)) {
        let figures = closed(rest)?;
        let blocs: Vec<Figure> = camps.iter().filter(|camp| camp.bloc() && sure(camp)).filter_map(only).collect();
        // A bloc stands beside the other parties, or for some of them.
        let (least, most) = (sum_of(&figures), sum_of(&figures) + sum_of(&blocs));
        let fits = least == total.value || most == total.value;
        if fits || figures.len() + blocs.len() < 4 || !total.exact() {
            return None;
        }
        let all: Vec<Figure> = figures.iter().chain(&blocs).copied().collect();
        let over = most > total.value && most <= total.value * (1.0 + OFF);
        let is = if over { "more than the" } else { "not the" };
        return (over || missing(most)).then(|| told(CHECK.severity, &all, total, is));
    }
    // So do independents mostly, but some newsrooms leave out the smallest.
    let figures = closed(camps.iter().find(|camp| group(camp) == Some(INDEPENDENTS))?)?;
    let sum = sum_of(&figures);
    let slips = |figure: &Figure| {
        let wanted = figure.value + total.value - sum;
        slip(figure.decimal, Stretch::new(wanted, wanted)).is_some() || turned(figure.decimal, wanted)
    };
    let whole = figures.iter().any(slips) || slip(total.decimal, Stretch::new(sum, sum)).is_some();
    (whole && figures.len() > 3 && missing(sum)).then(|| told(CHECK.severity, &figures, total, "not the"))
}

fn only<'a>(camp: &Camp<'a>) -> Option<Figure<'a>> {
    camp.only().copied().filter(Figure::exact)
}

/// Whether two digits swapped make a number of seats the wanted one.
fn turned(value: crate::Decimal, wanted: f64) -> bool {
    wanted > 0.0 && slip::turned(value, crate::Decimal::whole(wanted as u64))
}

/// Which group the lexicon knows it for.
fn group(camp: &Camp) -> Option<i64> {
    let meaning = Lexicon::get().meaning(&camp.name.name).filter(|_| camp.name.kind == Some(NameKind::Group));
    meaning.filter(|(concept, _)| *concept == Concept::Group).map(|(_, group)| group)
}

fn sure(camp: &Camp) -> bool {
    camp.figures.iter().all(|figure| figure.fact.confidence >= SURE)
}

fn told(severity: Severity, figures: &[Figure], total: &Figure, is: &str) -> Finding {
    let sum: f64 = figures.iter().map(|figure| figure.value).sum();
    let list: Vec<String> = figures.iter().map(Figure::show).collect();
    let cause = slip(total.decimal, Stretch::new(sum, sum)).map_or_else(String::new, |cause| format!("; {cause}"));
    let message = format!("{} are {} seats, {is} {} there are{cause}", list.join(" + "), rounded(sum), total.show());
    let facts = figures.iter().map(|figure| figure.fact).chain([total.fact]);
    finding((CHECK.id, severity), facts, message, total.value, sum)
}
