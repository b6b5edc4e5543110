//! The elections of several reports → which of them are one.

use std::cmp::Reverse;

use rustc_hash::FxHashSet;

use super::name::Prepared;
use super::report::Report;
use crate::date::PartialDate;
use crate::decimal::Decimal;
use crate::kind::{FactKind, Office};
use crate::resolve::record::{Election, NameKind, Record};

/// Days of voting that are farther apart are of two elections or rounds, unless the figures say otherwise.
const APART: i32 = 10;
/// Names this alike speak for one election.
const ALIKE: f64 = 0.8;
/// With so many figures in common, two articles are about one election whatever they say of its date.
const COMMON: usize = 3;

/// So many reports of an election are asked whether it is that of another.
const ASKED: usize = 8;
/// So many names of a report are looked at.
const NAMES: usize = 12;
/// Days between two reports on one election, where neither names its day.
const SEASON: i32 = 200;

/// One election, in all reports that speak of it.
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub(super) election: Election,
    /// Report, and which of its elections.
    pub(super) members: Vec<(usize, usize)>,
}

/// The elections, in the order in which they are first spoken of as main ones, then the others.
pub(super) fn groups(reports: &[Report]) -> Vec<Group> {
    let views: Vec<View> = reports.iter().map(View::new).collect();
    let mut groups: Vec<Group> = Vec::new();
    // Of each report, what its main election's office is held to be.
    let mut offices: Vec<Option<Option<Office>>> = vec![None; reports.len()];
    // The surest first, so that it makes no difference in which order the reports were given.
    let order = order(reports);
    for &r in &order {
        if let Some(main) = reports[r].record.elections.first() {
            let same = |&(other, _): &(usize, usize)| same_main(&views[r], &views[other], main, &reports[other].record.elections[0]);
            let fits = |group: &&mut Group| group.members.iter().take(ASKED).any(same);
            match groups.iter_mut().find(fits) {
                Some(group) => group.members.push((r, 0)),
                None => groups.push(Group { election: main.clone(), members: vec![(r, 0)] }),
            }
        }
    }
    for group in &mut groups {
        group.election = shown(reports, &group.members);
        for &(r, _) in &group.members {
            offices[r] = Some(group.election.office);
        }
    }
    let mains = groups.len();
    for &r in &order {
        let report = &reports[r];
        for (e, other) in report.record.elections.iter().enumerate().skip(1) {
            // Where the office of the main election was mistaken, so was that of those it is compared with.
            let mistaken = other.office == report.record.elections[0].office;
            let election = Election { office: offices[r].filter(|_| mistaken).unwrap_or(other.office), ..other.clone() };
            let country = |group: &Group| group.election.country.is_some() && group.election.country == election.country;
            let fits = |group: &Group| country(group) && same_other(&group.election, &election);
            // Rather with another that is no main election: of those, it has the more exact date.
            let found =
                (0..groups.len()).filter(|&g| fits(&groups[g])).max_by_key(|&g| (groups[g].election.date == election.date, g >= mains));
            match found {
                Some(g) => {
                    groups[g].members.push((r, e));
                    if exactness(election.date) > exactness(groups[g].election.date) {
                        groups[g].election = election;
                    }
                }
                None => groups.push(Group { election, members: vec![(r, e)] }),
            }
        }
    }
    groups.iter_mut().for_each(|group| group.members.sort_unstable());
    let (main, others) = groups.split_at_mut(mains);
    main.sort_by_key(|group| group.members.iter().find(|(_, e)| *e == 0).copied());
    others.sort_by_key(|group| group.members.first().copied());
    groups
}

/// The reports, first those that know most of their main election, then the oldest.
fn order(reports: &[Report]) -> Vec<usize> {
    let key = |&r: &usize| {
        let Record { article, elections, .. } = &reports[r].record;
        let known =
            elections.first().map(|main| (exactness(main.date), main.country.is_some(), main.office.is_some(), main.round.is_some()));
        (Reverse(known), article.published, &article.id, &article.source)
    };
    let mut order: Vec<usize> = (0..reports.len()).collect();
    order.sort_by(|a, b| key(a).cmp(&key(b)));
    order
}

/// What of a report tells elections apart.
struct View<'a> {
    published: Option<PartialDate>,
    people: Vec<Prepared<'a>>,
    figures: FxHashSet<(FactKind, Decimal)>,
}

impl<'a> View<'a> {
    fn new(report: &'a Report) -> Self {
        let mut seen = FxHashSet::default();
        let main = report.record.elections.first().map(|main| &main.id);
        let facts = || report.record.facts.iter().filter(|fact| fact.election.as_ref() == main);
        let names = facts()
            .filter_map(|fact| fact.subject.as_deref())
            .filter(|name| matches!(name.kind, None | Some(NameKind::Person | NameKind::Party)));
        View {
            published: report.record.article.published,
            people: names.filter(|name| seen.insert(&name.name)).take(NAMES).map(Prepared::new).collect(),
            figures: facts().filter_map(|fact| fact.value.filter(|value| value.digits >= 100).map(|value| (fact.kind, value))).collect(),
        }
    }

    fn acquainted(&self, other: &View) -> usize {
        self.people.iter().filter(|a| other.people.iter().any(|b| a.likeness(b) >= ALIKE)).count()
    }

    fn common(&self, other: &View) -> usize {
        self.figures.intersection(&other.figures).count()
    }
}

/// Whether the main elections of two reports are one.
fn same_main(a: &View, b: &View, x: &Election, y: &Election) -> bool {
    // A magazine's country may be taken for the voters'.
    let known_to_both = || a.acquainted(b) >= COMMON && a.common(b) >= COMMON;
    if x.country.is_some() && y.country.is_some() && x.country != y.country && !known_to_both() {
        return false;
    }
    let known = x.country.is_some() && y.country.is_some();
    let rounds = x.round.is_some() && y.round.is_some() && x.round != y.round;
    let published = a.published.and_then(PartialDate::civil).zip(b.published.and_then(PartialDate::civil));
    let season = published.is_none_or(|(a, b)| (a - b).get_days().abs() <= SEASON);
    let (near, day) = match (x.date, y.date) {
        (Some(a), Some(b)) => (near(a, b), a == b && a.day.is_some()),
        _ => (season, false),
    };
    let offices = x.office.is_none() || y.office.is_none() || x.office == y.office;
    // Nothing speaks against it, and enough for it.
    let plain = near && offices && (day || !rounds) && known && x.date.is_some() && y.date.is_some();
    plain || near && (day || !rounds) && a.acquainted(b) > 0 || a.common(b) >= COMMON
}

/// Whether two elections of one country, at least one of which is only mentioned, are one.
fn same_other(x: &Election, y: &Election) -> bool {
    let date = match (x.date, y.date) {
        (Some(a), Some(b)) => within(a, b) || within(b, a),
        (None, None) => true,
        _ => false,
    };
    date && (x.office == y.office || x.office.is_none() || y.office.is_none())
}

/// Whether both may be one day, as far as they are known, or nearly.
fn near(a: PartialDate, b: PartialDate) -> bool {
    match (a.civil(), b.civil()) {
        (Some(a), Some(b)) => (a - b).get_days().abs() <= APART,
        _ => within(a, b) || within(b, a),
    }
}

/// Whether the more exact date lies in the other.
pub(super) fn within(exact: PartialDate, wide: PartialDate) -> bool {
    exact.year == wide.year && (wide.month.is_none() || wide.month == exact.month) && (wide.day.is_none() || wide.day == exact.day)
}

fn exactness(date: Option<PartialDate>) -> u8 {
    date.map_or(0, |date| 1 + u8::from(date.month.is_some()) + u8::from(date.day.is_some()))
}

/// What most of the reports hold the election to be; of equals, the first.
fn shown(reports: &[Report], members: &[(usize, usize)]) -> Election {
    let all: Vec<&Election> = members.iter().map(|&(r, e)| &reports[r].record.elections[e]).collect();
    let votes = |one: &Election| {
        let same = |other: &&&Election| other.office == one.office && other.country == one.country;
        (
            one.country.is_some() && one.office.is_some(),
            all.iter().filter(same).count(),
            exactness(one.date),
            all.iter().filter(|other| other.date == one.date).count(),
        )
    };
    let best = (0..all.len()).max_by_key(|&i| (votes(all[i]), Reverse(i)));
    let mut election = best.map(|i| all[i].clone()).unwrap_or_else(|| all[0].clone());
    election.early = all.iter().find_map(|election| election.early);
    election
}
