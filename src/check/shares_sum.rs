//! The shares of one vote: together at most 100%, and 100% where all of them are given.

use super::vote::{Camp, Vote, distinct};
use super::{Check, finding};
use crate::arithmetic::class::Class;
use crate::arithmetic::figure::{Figure, Stretch, rounded};
use crate::arithmetic::slip::{slip, swapped};
use crate::kind::{FactKind, Office, Status};
use crate::resolve::record::{Finding, NameKind, Severity};

pub(super) const CHECK: Check = Check {
    id: "shares_sum",
    severity: Severity::Error,
    doc: "The shares of one vote are together no more than 100%, and just 100% where the list is whole.",
    run,
};

/// Shares that stand this near to each other belong together; in bytes.
const NEAR: u32 = 300;
/// The shares of a run-off that stand this near to each other are of it alone; in bytes.
const BREATH: u32 = 120;
/// A sum above this comes from shares of different votes rather than from a mistake in one, unless a slip explains it.
const MUCH: f64 = 112.0;
/// Shares whose reading is less sure than this are not summed.
const SURE: f64 = 0.7;
/// Where shares are of all ballots, the invalid ones are missing from a whole list; seldom more of them than this.
const INVALID: f64 = 5.0;
/// A list whose sum is outside of this around 100 is no whole list with a slip, but a part of one.
const WHOLE: f64 = 15.0;

fn run(votes: &[Vote]) -> Vec<Finding> {
    let each = |vote| Class::COUNTS.into_iter().filter_map(move |class| one(vote, class));
    votes.iter().flat_map(each).collect()
}

fn one(vote: &Vote, class: Class) -> Option<Finding> {
    let camps = vote.camps(FactKind::VoteShare, class);
    // Candidates beside parties are two votes, or one counted twice; a bloc stands beside its members.
    let persons = camps.iter().filter(|camp| camp.single() && camp.personal()).collect();
    let parties = camps.iter().filter(|camp| camp.single() && camp.partisan()).collect();
    // Where parties stand, a person is a party's leader, or a party taken for a person.
    // A primary tells the shares of lists, and of those who stood on them.
    let personal =
        matches!(vote.election.and_then(|e| e.office), None | Some(Office::President | Office::Governor | Office::Mayor | Office::Primary));
    let all = if personal { Vec::new() } else { distinct(&camps) };
    [persons, parties, all]
        .into_iter()
        .find_map(|list: Vec<&Camp>| over(&list))
        .or_else(|| duel(vote, &camps))
        .or_else(|| whole(vote, class, &camps))
}

/// Together over 100%.
fn over(camps: &[&Camp]) -> Option<Finding> {
    let figures = together(camps);
    let low: f64 = figures.iter().map(|figure| figure.stretch.low).sum();
    if figures.len() < 2 || low <= 100.0 + 1e-9 {
        return None;
    }
    let sum: f64 = figures.iter().map(|figure| figure.value).sum();
    let part = Stretch::new(sum - 100.0, sum - 100.0 + WHOLE);
    // What is said in another breath, with another status, may be of another vote.
    let alike = figures.iter().all(|figure| figure.fact.status == figures[0].fact.status);
    let one_slip = figures.iter().any(|figure| {
        let less = Stretch::new(figure.value, figure.value).minus(part);
        slip(figure.decimal, wanted(figure, &figures)).is_some() || alike && swapped(figure.decimal, less)
    });
    (sum <= MUCH || one_slip).then(|| exceeded(&figures))
}

/// Over 100%; of two shares in surveys one may be of another survey, told right behind the first.
fn exceeded(figures: &[Figure]) -> Finding {
    let surveyed = figures.iter().all(|figure| figure.fact.status == Some(Status::OpinionPoll));
    let severity = if surveyed && figures.len() == 2 { Severity::Warning } else { Severity::Error };
    told(severity, figures, "over")
}

/// The two of a run-off, told in one breath: "X won 52.18% to 48.72% for Y". What they had in the first round stands elsewhere.
fn duel(vote: &Vote, camps: &[Camp]) -> Option<Finding> {
    vote.election.filter(|election| election.round == Some(2))?;
    let shares = camps.iter().enumerate().filter(|(_, camp)| camp.single() && camp.personal());
    let mut shares: Vec<(usize, Figure)> =
        shares.flat_map(|(k, camp)| camp.figures.iter().filter(|f| f.exact()).map(move |f| (k, *f))).collect();
    shares.sort_by_key(|(_, figure)| figure.at());
    shares.windows(2).find_map(|two| {
        let [(k, a), (l, b)] = two else { return None };
        let low = a.stretch.low + b.stretch.low;
        let breath = k != l && b.at() - a.at() <= BREATH && a.fact.status == b.fact.status;
        (breath && low > 100.0 + 1e-9 && low <= MUCH).then(|| exceeded(&[*a, *b]))
    })
}

/// The longest run of shares that stand near each other, of those who have but one: what is surely of one count.
///
/// Several counts, rounds, polls and places follow each other in one article, and not every figure says whose it is.
fn together<'a>(camps: &[&Camp<'a>]) -> Vec<Figure<'a>> {
    let mut runs: Vec<Vec<Figure<'a>>> = Vec::new();
    let mut last = None;
    // "More than half" is what it takes as often as what somebody got.
    for figure in camps.iter().filter_map(|camp| camp.only()).filter(|figure| figure.exact() && figure.fact.confidence >= SURE) {
        let at = figure.at();
        if last.is_some_and(|last| at.saturating_sub(last) <= NEAR) {
            runs.last_mut().expect("there is a last").push(*figure);
        } else {
            runs.push(vec![*figure]);
        }
        last = Some(at);
    }
    runs.into_iter().max_by_key(Vec::len).unwrap_or_default()
}

/// All are given, and they are not 100% together.
fn whole(vote: &Vote, class: Class, camps: &[Camp]) -> Option<Finding> {
    if class != Class::Result || vote.rounds || camps.len() < 3 {
        return None;
    }
    let kind = |camp: &Camp| camp.name.kind;
    let figures: Vec<Figure> = camps.iter().map(|camp| camp.only().copied().filter(Figure::exact)).collect::<Option<_>>()?;
    let alike = camps.iter().all(Camp::single) && (camps.iter().all(Camp::personal) || camps.iter().all(Camp::partisan));
    let sum: f64 = figures.iter().map(|figure| figure.value).sum();
    if !alike || (sum - 100.0).abs() > WHOLE {
        return None;
    }
    let against_all = camps.iter().any(|camp| kind(camp) == Some(NameKind::Option));
    let running = camps.iter().filter(|camp| kind(camp) != Some(NameKind::Option)).count() as f64;
    let standing = || vote.all(FactKind::Candidates).filter(|figure| figure.fact.subject.is_none() && figure.exact());
    let counted = standing().any(|figure| figure.value == running);
    if !counted && standing().any(|figure| figure.value > running) {
        return None;
    }
    let open = figures.iter().fold(Stretch::ZERO, |sum, figure| sum.plus(figure.stretch));
    if !(against_all || counted) || open.high >= 100.0 {
        return None;
    }
    // The article tells of invalid ballots: what is missing is theirs.
    let void = [FactKind::InvalidVotes, FactKind::BlankVotes].iter().any(|kind| vote.all(*kind).next().is_some());
    if void && open.high >= 100.0 - INVALID {
        return None;
    }
    let severity = if open.high < 100.0 - INVALID { Severity::Error } else { Severity::Warning };
    Some(told(severity, &figures, "not"))
}

/// What one of the figures would be if the others are right and all are 100% together.
fn wanted(figure: &Figure, figures: &[Figure]) -> Stretch {
    let sum = figures.iter().fold(Stretch::ZERO, |sum, other| sum.plus(other.stretch));
    let others = Stretch::new(sum.low - figure.stretch.low, sum.high - figure.stretch.high);
    Stretch::new(100.0, 100.0).minus(others)
}

fn told(severity: Severity, figures: &[Figure], how: &str) -> Finding {
    let sum: f64 = figures.iter().map(|figure| figure.value).sum();
    let list: Vec<String> = figures.iter().map(|figure| figure.show()).collect();
    // A slip in one of them, if only one explains the sum.
    let mut slips = figures.iter().filter_map(|figure| Some((figure, slip(figure.decimal, wanted(figure, figures))?)));
    let cause = match (slips.next(), slips.next()) {
        (Some((figure, cause)), None) => format!("; for {}, {cause}", figure.show()),
        _ => String::new(),
    };
    let message = format!("the shares {} are together {}%, {how} 100%{cause}", list.join(" + "), rounded(sum));
    finding((CHECK.id, severity), figures.iter().map(|figure| figure.fact), message, 100.0, sum)
}
