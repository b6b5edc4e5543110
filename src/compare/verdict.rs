//! Two statements of one thing by two sources → whether they agree, and if not, what may have gone wrong.

use super::election::within;
use super::name;
use crate::arithmetic::class::Class;
use crate::arithmetic::figure::{Figure, Stretch};
use crate::arithmetic::slip;
use crate::date::PartialDate;
use crate::kind::{Bound, FactKind, Status};
use crate::resolve::record::{Fact, Name, NameKind};

/// What one source says of one thing.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item<'a> {
    /// Which report.
    pub(super) report: usize,
    /// Which of its facts.
    pub(super) at: usize,
    pub(super) fact: &'a Fact,
    /// The fact's value, where it has one.
    pub(super) figure: Option<Figure<'a>>,
    /// Which election, among those of all reports.
    pub(super) election: usize,
    /// Of the figure; where it has none, what the report's state of the count makes of it.
    pub(super) status: Option<Status>,
    /// Of the report.
    pub(super) published: Option<PartialDate>,
    /// The report's main election.
    pub(super) main: bool,
    /// Number of the subject among all who are named; of the party for a candidacy.
    pub(super) who: Option<usize>,
}

/// How two values go together; the closest is the least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// They are the same.
    Same,
    /// One is the other, rounded, or less exact.
    Rounded,
    /// A hedge leaves room for both.
    Hedged,
    /// They are names of which nobody can tell.
    Untold,
}

/// "About" leaves at least this share of a value open to both sides.
const ABOUT: f64 = 0.01;
/// How far apart figures of one thing may be with no slip that explains it. Farther apart they are of different things: another
/// place, another round. `Wide` where each source has but one.
const NEAR_POINTS: [f64; 2] = [3.0, 5.0];
const NEAR_COUNTS: [f64; 2] = [0.1, 0.5];
/// Numbers below this are far apart sooner than their ratio says.
const SMALL: f64 = 100.0;
const NEAR_SMALL: [f64; 2] = [1.0, 2.0];
/// What is left of preliminary figures at least, when all is settled.
const RECOUNT: f64 = 0.7;
/// From so many days before the final results on, figures of no status are those of an earlier count.
const SETTLED: i32 = 3;
/// Days of voting of one election that two sources give differently.
const NEAR_DAYS: i32 = 45;

impl Item<'_> {
    pub(super) fn class(&self) -> Class {
        Class::of(self.status)
    }

    /// How far the count was, so that earlier figures sort before later ones.
    pub(super) fn stage(&self) -> (u8, Option<PartialDate>) {
        let stage = match self.status {
            Some(Status::Expected) => 0,
            Some(Status::Partial) => 1,
            Some(Status::Preliminary) => 2,
            Some(Status::Final) => 4,
            _ => 3,
        };
        (stage, self.published)
    }

    /// Enough digits that two sources do not have them by chance.
    pub(super) fn telling(&self) -> bool {
        self.figure.is_none_or(|figure| figure.decimal.normal().digits >= 100)
    }
}

/// How the two go together; none where they contradict each other.
pub(super) fn fit(a: &Item, b: &Item) -> Option<Fit> {
    match (a.figure, b.figure) {
        (Some(x), Some(y)) => figures(&x, &y),
        _ => match a.fact.kind {
            FactKind::ElectionDate => dates(a.fact, b.fact),
            FactKind::Candidacy => match name::one_party(a.fact.party.as_deref()?, b.fact.party.as_deref()?) {
                Some(one) => one.then_some(Fit::Same),
                None if a.who == b.who => Some(Fit::Same),
                None => Some(Fit::Untold),
            },
            _ if a.who == b.who => Some(Fit::Same),
            _ => {
                let (x, y) = (a.fact.subject.as_deref()?, b.fact.subject.as_deref()?);
                let party = |name: &Name| name.kind == Some(NameKind::Party);
                // A movement wins by its bloc; and names that are somewhat alike may be one, spelled by two.
                let parties = party(x) && party(y) && name::one_party(x, y).is_none();
                (parties || name::likeness(x, y) >= name::KIN).then_some(Fit::Untold)
            }
        },
    }
}

fn figures(a: &Figure, b: &Figure) -> Option<Fit> {
    if a.decimal == b.decimal && a.fact.value_max == b.fact.value_max && a.fact.bound == b.fact.bound {
        return Some(Fit::Same);
    }
    if !a.exact() || !b.exact() {
        return open(a).meets(open(b)).then_some(Fit::Hedged);
    }
    if a.decimal == b.decimal {
        return Some(Fit::Same);
    }
    let (fine, coarse) = if a.step <= b.step { (a, b) } else { (b, a) };
    let point = Stretch::new(fine.value, fine.value);
    if fine.step < coarse.step {
        return coarse.stretch.meets(point).then_some(Fit::Rounded);
    }
    // Of 18.77 million one makes 18.8 and another cuts off at 18.7; where decimals of a percent are given nobody does.
    let cut = coarse.step >= if a.fact.unit.starts_with("percent") { 1.0 } else { 1000.0 };
    (cut && (a.value - b.value).abs() <= coarse.step * 1.001).then_some(Fit::Rounded)
}

/// What a figure leaves open to other sources. "About 9.57 million" is no word for 9,753,217, though arithmetic allows for it.
fn open(figure: &Figure) -> Stretch {
    match figure.fact.bound {
        Bound::About => {
            // Of a round number, the worth of its last digit that is none of the zeros.
            let zeros = std::iter::successors(Some(figure.decimal.normal().digits), |n| Some(n / 10)).take_while(|&n| n > 0 && n % 10 == 0);
            let step = 10f64.powi(zeros.count() as i32 - i32::from(figure.decimal.normal().scale));
            let open = step.max(figure.value * ABOUT);
            Stretch::new(figure.value - open, figure.value + open)
        }
        _ => figure.stretch,
    }
}

fn dates(a: &Fact, b: &Fact) -> Option<Fit> {
    let (x, y) = a.date.zip(b.date)?;
    let ends = |fact: &Fact, date: PartialDate| (date, fact.date_end.unwrap_or(date));
    let ((x, x_end), (y, y_end)) = (ends(a, x), ends(b, y));
    if (x, x_end) == (y, y_end) {
        return Some(Fit::Same);
    }
    if within(x, y) || within(y, x) {
        return Some(Fit::Rounded);
    }
    (x <= y && y_end <= x_end || y <= x && x_end <= y_end).then_some(Fit::Hedged)
}

/// Whether one is an earlier state of the count that the other goes on with.
pub(super) fn progress(a: &Item, b: &Item) -> bool {
    let later = |old: &Item, new: &Item| match (old.status, new.status) {
        (Some(Status::Expected), new) => new != Some(Status::Expected),
        (Some(Status::Partial), _) => !shrinks(old, new, 1.0) && !(long(old) && mistyped(old, new)),
        (Some(Status::Preliminary), Some(Status::Final)) => old.fact.kind.is_result() && !shrinks(old, new, RECOUNT) && !mistyped(old, new),
        // What nobody called final, days before the final results.
        (None, Some(Status::Final)) => {
            old.fact.kind.is_result()
                && days(old, new).is_some_and(|days| days >= SETTLED)
                && !shrinks(old, new, RECOUNT)
                && !mistyped(old, new)
        }
        _ => false,
    };
    later(a, b) || later(b, a)
}

/// Two counts seldom differ so.
fn mistyped(a: &Item, b: &Item) -> bool {
    let slip = slip_of(a, b);
    slip == Some(slip::SWAPPED) || long(a) && matches!(slip, Some(slip::REPEATED_OR_DOUBLED | slip::DROPPED_OR_ADDED))
}

/// So long that no two counts are one slip apart by chance.
fn long(item: &Item) -> bool {
    item.figure.is_some_and(|figure| figure.decimal.normal().digits >= 10_000)
}

/// Days from the publication of one to that of the other.
fn days(old: &Item, new: &Item) -> Option<i32> {
    Some((new.published?.civil()? - old.published?.civil()?).get_days())
}

/// What only grows while votes are counted became less.
fn shrinks(old: &Item, new: &Item, least: f64) -> bool {
    let grows =
        matches!(old.fact.kind, FactKind::Votes | FactKind::VotesCast | FactKind::Turnout | FactKind::ValidVotes | FactKind::CountedShare);
    grows && old.figure.zip(new.figure).is_some_and(|(old, new)| old.stretch.low * least > new.stretch.high)
}

/// The slip of a typist that makes one of the other.
pub(super) fn slip_of(a: &Item, b: &Item) -> Option<&'static str> {
    let (x, y) = a.figure.zip(b.figure)?;
    // 8.3 million and 830,046: what the rounded one stands for.
    let (fine, coarse) = if x.exact() && (!y.exact() || x.step <= y.step) { (x, y) } else { (y, x) };
    let near = matches!(coarse.fact.bound, Bound::Exact | Bound::About);
    if !fine.exact() || !near {
        return None;
    }
    slip::between(x.decimal, y.decimal).filter(|_| coarse.exact()).or_else(|| {
        let slip = slip::cause(fine.decimal, rounded(&coarse)).filter(|_| coarse.step > 0.0 && fine.step == 0.0 && fine.value >= 1000.0);
        // Many numbers begin with 8.3; but of those none is 830,046.
        let magnitude = |slip: &&str| !matches!(*slip, slip::SWAPPED | slip::WRONG);
        slip.filter(|slip| coarse.value / coarse.step >= 100.0 || magnitude(slip))
    })
}

/// The slip, where nothing else tells that both are figures of one thing.
pub(super) fn turned(a: &Item, b: &Item) -> Option<&'static str> {
    let (x, y) = a.figure.zip(b.figure)?;
    (x.exact() && y.exact() && slip::turned(x.decimal, y.decimal)).then_some(slip::SWAPPED)
}

/// What a rounded figure may have been made of, hedged or not.
fn rounded(figure: &Figure) -> Stretch {
    Stretch::new(figure.value - figure.step / 2.0, figure.value + figure.step)
}

/// How likely two values that do not agree were meant to be the same thing, from 0 to 1; none where they were not. `sole`: neither
/// source says anything else of the kind.
pub(super) fn near(a: &Item, b: &Item, sole: bool) -> Option<f64> {
    // One source counts all seats, another those that were voted for.
    let limit = usize::from(sole && a.fact.kind != FactKind::SeatsTotal);
    match (a.figure, b.figure) {
        (Some(x), Some(y)) => {
            let off = (open(&x).low - open(&y).high).max(open(&y).low - open(&x).high).max(0.0);
            let most = x.value.max(y.value);
            let allowed = if a.fact.unit.starts_with("percent") {
                NEAR_POINTS[limit].min(most * NEAR_COUNTS[1])
            } else if most < SMALL {
                NEAR_SMALL[limit].min(most * NEAR_COUNTS[1])
            } else {
                most * NEAR_COUNTS[limit]
            };
            if sole && (slip::turned(x.decimal, y.decimal) || slip::one_digit(x.decimal, y.decimal)) {
                return Some(1.0);
            }
            (off <= allowed && allowed > 0.0).then(|| 1.0 - off / allowed)
        }
        _ if a.fact.kind == FactKind::ElectionDate => {
            let (x, y) = (a.fact.date?.civil()?, b.fact.date?.civil()?);
            let days = (x - y).get_days().abs();
            (sole && days <= NEAR_DAYS).then(|| 1.0 - f64::from(days) / f64::from(NEAR_DAYS + 1))
        }
        // A party that won and a person that won are one as often as not.
        _ if a.fact.kind == FactKind::Winner => {
            let kind = |item: &Item| item.fact.subject.as_ref().and_then(|subject| subject.kind);
            (kind(a).is_some() && kind(a) == kind(b)).then_some(1.0)
        }
        _ => Some(1.0),
    }
}

/// Why two values that go together are not the same, where it is worth a word.
pub(super) fn difference(a: &Item, b: &Item) -> Option<&'static str> {
    match (a.figure, b.figure) {
        (Some(x), Some(y)) if x.exact() && y.exact() && x.decimal != y.decimal => Some("rounding"),
        (Some(x), Some(y)) if x.fact.bound != Bound::Exact || y.fact.bound != Bound::Exact => None,
        _ => None,
    }
}
