//! Reports → rows: which facts of which sources are about one thing.
//!
//! A source may give several values of what looks like one thing: two rounds, two polls, this vote and the one before. So values
//! that agree are laid together first, the closest first; what is left is a contradiction only where it was surely meant to be the
//! same, by a slip that makes one of the other, or because it is near. Else each stands alone.

use std::cmp::Reverse;

use rustc_hash::{FxHashMap, FxHashSet};

use super::election::{Group, groups};
use super::name::{Who, likeness};
use super::origin::origins;
use super::report::Report;
use super::verdict::{Fit, Item, difference, fit, near, progress, slip_of, turned};
use super::{Comparison, Row, Value, Verdict};
use crate::arithmetic::class::Class;
use crate::arithmetic::figure::Figure;
use crate::kind::{FactKind, Status};
use crate::resolve::record::{Fact, Name};

/// Facts below this are too likely misread to contradict anybody only because they are near.
const SURE: f64 = 0.5;

/// What a value is of: kind, unit, subject, place. The election is told by the values themselves: it is the least sure.
type Key = (FactKind, &'static str, Option<usize>, Option<usize>);

pub(super) fn align(reports: &[Report], ids: &[String]) -> Vec<Comparison> {
    let groups = groups(reports);
    let origins = origins(reports);
    let mut tables: Vec<Vec<Row>> = groups.iter().map(|_| Vec::new()).collect();
    for family in families(reports.len(), &groups) {
        let table = Table::new(reports, ids, &origins, &groups, &family);
        for (election, row) in table.rows() {
            tables[election].push(row);
        }
    }
    let shared = |(group, mut rows): (Group, Vec<Row>)| {
        let speak: FxHashSet<usize> = group.members.iter().map(|&(report, _)| report).collect();
        if speak.len() < 2 {
            rows.retain(|row| row.values.len() > 1);
        }
        let heard = |id: &&String| rows.iter().any(|row| row.values.iter().any(|value| value.article == **id));
        let articles: Vec<String> =
            ids.iter().enumerate().filter(|(r, id)| speak.contains(r) || heard(id)).map(|(_, id)| id.clone()).collect();
        rows.sort_by_key(|row| (row.verdict, row.kind));
        (articles.len() > 1 && !rows.is_empty()).then_some(Comparison { election: group.election, articles, rows })
    };
    groups.into_iter().zip(tables).filter_map(shared).collect()
}

/// Reports that speak of one election, or of one that another of them speaks of.
fn families(reports: usize, groups: &[Group]) -> Vec<Vec<usize>> {
    let mut family: Vec<usize> = (0..reports).collect();
    fn root(family: &mut [usize], mut r: usize) -> usize {
        while family[r] != r {
            family[r] = family[family[r]];
            r = family[r];
        }
        r
    }
    for group in groups {
        for pair in group.members.windows(2) {
            let (a, b) = (root(&mut family, pair[0].0), root(&mut family, pair[1].0));
            family[a.max(b)] = a.min(b);
        }
    }
    let mut all: Vec<Vec<usize>> = vec![Vec::new(); reports];
    for r in 0..reports {
        let root = root(&mut family, r);
        all[root].push(r);
    }
    all.retain(|family| family.len() > 1);
    all
}

/// The facts of some reports, thing by thing.
struct Table<'a> {
    reports: &'a [Report],
    ids: &'a [String],
    origins: &'a [usize],
    who: Who<'a>,
    /// In the order in which they are first spoken of.
    things: Vec<(Key, Vec<Item<'a>>)>,
    /// The subjects' figures of a kind by report, to see whether two were exchanged.
    figures: FxHashMap<(usize, FactKind), Vec<(usize, Item<'a>)>>,
}

/// Values of different sources that agree.
struct Bundle<'a>(Vec<Item<'a>>);

impl<'a> Table<'a> {
    fn new(reports: &'a [Report], ids: &'a [String], origins: &'a [usize], groups: &[Group], family: &[usize]) -> Self {
        let (mut who, mut places) = (Who::default(), Who::default());
        // Who is who hangs on who is met first: the report that tells most, in whatever order they are given.
        let mut order = family.to_vec();
        order.sort_by_key(|&r| (Reverse(reports[r].record.facts.len()), &ids[r]));
        for r in order {
            who.add(r, &reports[r], |fact| [fact.subject.as_deref(), fact.party.as_deref()]);
            places.add(r, &reports[r], |fact| [fact.place.as_deref(), None]);
        }
        let mut elections: FxHashMap<(usize, &str), usize> = FxHashMap::default();
        for (g, group) in groups.iter().enumerate() {
            for &(r, e) in &group.members {
                elections.insert((r, &reports[r].record.elections[e].id), g);
            }
        }
        let mut table = Table { reports, ids, origins, who, things: Vec::new(), figures: FxHashMap::default() };
        let mut at: FxHashMap<Key, usize> = FxHashMap::default();
        for &r in family {
            let record = &reports[r].record;
            // An article that tells how much is counted tells of a count that goes on, if not at every figure.
            let counting =
                record.facts.iter().any(|fact| fact.kind == FactKind::CountedShare && fact.value.is_some_and(|v| v.to_f64() < 100.0));
            for (i, fact) in record.facts.iter().enumerate() {
                let Some(main) = record.elections.first() else { continue };
                let named = fact.election.as_deref().unwrap_or(&main.id);
                let Some(&election) = elections.get(&(r, named)) else { continue };
                let of = |name: &Option<std::sync::Arc<Name>>, who: &Who| name.as_deref().and_then(|name| who.is(r, name));
                let (subject, place) = (of(&fact.subject, &table.who), of(&fact.place, &places));
                let party = of(&fact.party, &table.who);
                let (of_whom, compared) = match fact.kind {
                    FactKind::Winner => (None, subject),
                    FactKind::Candidacy => (subject, party),
                    _ => (subject, subject),
                };
                let item = Item {
                    report: r,
                    at: i,
                    fact,
                    figure: Figure::of(fact),
                    election,
                    status: fact.status.or((counting && named == main.id && is_result(fact.kind)).then_some(Status::Partial)),
                    published: record.article.published,
                    main: named == main.id,
                    who: compared,
                };
                let key = (fact.kind, fact.unit, of_whom, place);
                let at = *at.entry(key).or_insert_with(|| {
                    table.things.push((key, Vec::new()));
                    table.things.len() - 1
                });
                table.things[at].1.push(item);
                if let (Some(subject), Some(_)) = (of_whom, item.figure) {
                    table.figures.entry((r, fact.kind)).or_default().push((subject, item));
                }
            }
        }
        table.doubtful_places();
        table
    }

    /// Where one source alone gives a figure for a place, and another gives the very figure for the whole, the place was only the
    /// scene: laid beside each other they can be judged.
    fn doubtful_places(&mut self) {
        let whole: FxHashMap<Key, usize> =
            self.things.iter().enumerate().filter(|(_, (key, _))| key.3.is_none()).map(|(at, (key, _))| (*key, at)).collect();
        let mut moved: Vec<(usize, Item<'a>)> = Vec::new();
        for at in 0..self.things.len() {
            let (key, items) = &self.things[at];
            let Some(&to) = whole.get(&(key.0, key.1, key.2, None)).filter(|&&to| to != at) else { continue };
            let said = &self.things[to].1;
            let alone = items.iter().all(|item| item.report == items[0].report);
            let same = |item: &Item| {
                let elsewhere = said.iter().any(|other| other.report != item.report && fit(item, other) == Some(Fit::Same));
                item.figure.is_some()
                    && item.telling()
                    && elsewhere
                    && said.iter().all(|other| other.report != item.report || fit(item, other).is_none())
            };
            if alone {
                moved.extend(items.iter().filter(|item| same(item)).map(|item| (to, *item)));
                let kept = items.iter().filter(|item| !same(item)).copied().collect();
                self.things[at].1 = kept;
            }
        }
        for (to, item) in moved {
            let items = &mut self.things[to].1;
            items.insert(items.partition_point(|other| (other.report, other.at) < (item.report, item.at)), item);
        }
    }

    fn rows(&self) -> Vec<(usize, Row)> {
        self.things.iter().flat_map(|(key, items)| self.thing(*key, items)).collect()
    }

    /// The rows of one thing.
    fn thing(&self, key: Key, items: &[Item<'a>]) -> Vec<(usize, Row)> {
        // 4 and 4.5 may be one figure, rounded; but not where the next candidate has 4.5 and 4.
        let crossed = |a: &Item<'a>, b: &Item<'a>| self.exchanged(key, a, b, Fit::Same).is_some();
        let mut rows: Vec<Vec<Bundle<'a>>> = bundles(items, crossed).into_iter().map(|bundle| vec![bundle]).collect();
        let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
        for (b, second) in rows.iter().enumerate() {
            for (a, first) in rows[..b].iter().enumerate() {
                pairs.extend(self.meant_alike(key, &first[0], &second[0], items).map(|likely| (likely, a, b)));
            }
        }
        pairs.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
        let mut into: Vec<usize> = (0..rows.len()).collect();
        for (_, a, b) in pairs {
            let (a, b) = (into[a].min(into[b]), into[a].max(into[b]));
            let sources = |row: &[Bundle]| row.iter().flat_map(|bundle| &bundle.0).map(|item| item.report).collect::<FxHashSet<_>>();
            if a == b || !sources(&rows[a]).is_disjoint(&sources(&rows[b])) {
                continue;
            }
            let moved = std::mem::take(&mut rows[b]);
            rows[a].extend(moved);
            into.iter_mut().filter(|row| **row == b).for_each(|row| *row = a);
        }
        rows.retain(|row| !row.is_empty());
        rows.iter_mut().map(|row| self.row(key, row)).collect()
    }

    /// How likely two bundles that do not agree were meant to be one thing.
    fn meant_alike(&self, key: Key, a: &Bundle<'a>, b: &Bundle<'a>, items: &[Item<'a>]) -> Option<f64> {
        let mut best: Option<f64> = None;
        // What another source says of an earlier vote is not held against this one, though its own source does not say which it means.
        let election = a.0[0].election;
        if a.0.iter().chain(&b.0).any(|item| item.election != election) {
            return None;
        }
        let (first, second) = (spoken(&a.0), spoken(&b.0));
        for x in &first {
            for y in &second {
                let sure = x.fact.confidence >= SURE && y.fact.confidence >= SURE;
                let (one, other) = (x.class(), y.class());
                let results = |class| matches!(class, Class::Result | Class::Partial | Class::Expected);
                let classes = if one == other { results(one) || slip_of(x, y).is_some() } else { results(one) && results(other) };
                if x.report == y.report || !classes {
                    continue;
                }
                let alone = |item: &Item| {
                    let same = |other: &&Item| other.report == item.report && other.election == item.election && results(other.class());
                    items.iter().filter(same).count() == 1
                };
                let likely = if slip_of(x, y).is_some() || self.exchanged(key, x, y, Fit::Rounded).is_some() {
                    Some(3.0)
                } else if sure {
                    let likely = near(x, y, alone(x) && alone(y));
                    match likely {
                        Some(likely) if progress(x, y) => Some(1.0 + likely),
                        // A count that went on far is likelier than nothing, and less so than what is near.
                        None if progress(x, y) && one != other => Some(0.5),
                        likely => likely,
                    }
                } else {
                    None
                };
                best = best.into_iter().chain(likely).reduce(f64::max);
            }
        }
        best
    }

    /// The one whose figure this source gives to the subject, and the other way round, to within `most`.
    fn exchanged(&self, key: Key, a: &Item<'a>, b: &Item<'a>, most: Fit) -> Option<&'a Name> {
        let subject = key.2?;
        let others = |item: &Item| self.figures.get(&(item.report, key.0)).into_iter().flatten().filter(move |(who, _)| *who != subject);
        let fits = |x: &Item, y: &Item| fit(x, y).is_some_and(|fit| fit <= most) && x.election == y.election;
        let (_, other) = others(a).find(|(who, own)| fits(own, b) && others(b).any(|(same, theirs)| same == who && fits(theirs, a)))?;
        other.fact.subject.as_deref()
    }

    fn row(&self, key: Key, bundles: &mut [Bundle<'a>]) -> (usize, Row) {
        for bundle in bundles.iter_mut() {
            bundle.0.sort_by_key(|item| item.report);
        }
        bundles.sort_by_key(|bundle| bundle.0[0].report);
        let progresses = |a: &Bundle, b: &Bundle| {
            let later = spoken(&b.0);
            spoken(&a.0).iter().all(|x| later.iter().all(|y| progress(x, y)))
        };
        if bundles.iter().enumerate().all(|(i, a)| bundles[i + 1..].iter().all(|b| progresses(a, b))) {
            bundles.sort_by_key(|bundle| bundle.0.iter().map(Item::stage).min());
        }
        let all: Vec<(usize, Item)> = {
            let mut all: Vec<(usize, Item)> =
                bundles.iter().enumerate().flat_map(|(group, bundle)| bundle.0.iter().map(move |item| (group, *item))).collect();
            all.sort_by_key(|(_, item)| item.report);
            all
        };
        let (verdict, note) = self.verdict(key, &all);
        let first = all[0].1.fact;
        let name = |name: &Option<std::sync::Arc<Name>>| name.as_deref().cloned();
        let row = Row {
            kind: key.0,
            unit: Some(key.1).filter(|unit| !unit.is_empty()),
            subject: if key.0 == FactKind::Winner { None } else { name(&first.subject) },
            place: if key.3.is_some() { name(&first.place) } else { None },
            verdict,
            note,
            values: all.iter().map(|(group, item)| self.value(*group, item)).collect(),
        };
        (belongs(&all), row)
    }

    fn verdict(&self, key: Key, all: &[(usize, Item<'a>)]) -> (Verdict, Option<String>) {
        let groups = all.iter().map(|(group, _)| group + 1).max().unwrap_or(0);
        let of = |group| spoken(&all.iter().filter(|(g, _)| *g == group).map(|(_, item)| *item).collect::<Vec<_>>());
        let said: Vec<(usize, Item<'a>)> = (0..groups).flat_map(|group| of(group).into_iter().map(move |item| (group, item))).collect();
        let pairs = || said.iter().enumerate().flat_map(|(i, a)| said[i + 1..].iter().map(move |b| (a, b)));
        let mut apart = pairs().filter(|(a, b)| a.0 != b.0).peekable();
        if apart.peek().is_some() {
            let apart: Vec<(&Item, &Item)> = apart.map(|(a, b)| (&a.1, &b.1)).collect();
            // No count goes on so that two have each other's figures.
            let exchanged = apart.iter().find_map(|(a, b)| self.exchanged(key, a, b, Fit::Rounded));
            if exchanged.is_none() && apart.iter().all(|(a, b)| progress(a, b)) {
                return (Verdict::Progress, None);
            }
            let slip = || apart.iter().find_map(|(a, b)| slip_of(a, b).or_else(|| turned(a, b))).map(str::to_owned);
            let note = exchanged.map(|other| format!("exchanged with {}", other.name)).or_else(slip);
            return (Verdict::Conflict, note);
        }
        let origins: FxHashSet<usize> = all.iter().map(|(_, item)| self.origins[item.report]).collect();
        if origins.len() == 1 {
            return (Verdict::Single, (all.len() > 1).then(|| "copies of one text".to_owned()));
        }
        let scopes = all.iter().filter(|(_, item)| item.fact.place.is_some()).count();
        if scopes > 0 && scopes < all.len() {
            return (Verdict::Compatible, Some("another scope".to_owned()));
        }
        let fits: Vec<Option<Fit>> = pairs().map(|(a, b)| fit(&a.1, &b.1)).collect();
        if fits.iter().all(|fit| *fit == Some(Fit::Same)) {
            return (Verdict::Agree, None);
        }
        let untold = fits.contains(&Some(Fit::Untold)).then_some("names that could not be compared");
        let note = untold.or_else(|| pairs().find_map(|(a, b)| difference(&a.1, &b.1)));
        (Verdict::Compatible, note.map(str::to_owned))
    }

    fn value(&self, group: usize, item: &Item<'a>) -> Value {
        let fact: &Fact = item.fact;
        let name = |name: &Option<std::sync::Arc<Name>>| name.as_deref().cloned();
        Value {
            article: self.ids[item.report].clone(),
            origin: self.origins[item.report],
            group,
            value: fact.value,
            value_max: fact.value_max,
            bound: fact.kind.is_figure().then_some(fact.bound),
            status: fact.status,
            date: fact.date,
            date_end: fact.date_end,
            subject: name(&fact.subject),
            party: name(&fact.party),
            place: name(&fact.place),
            confidence: fact.confidence,
            fact: fact.id.clone(),
            evidence: self.reports[item.report].quotes[item.at].clone(),
        }
    }
}

/// The values of one thing, laid together where they agree: the closest first, at most one of each source in a bundle.
fn bundles<'a>(items: &[Item<'a>], crossed: impl Fn(&Item<'a>, &Item<'a>) -> bool) -> Vec<Bundle<'a>> {
    let mut bundles = alike(items);
    let fit = |a: &Item<'a>, b: &Item<'a>| fit(a, b).filter(|fit| *fit == Fit::Same || !crossed(a, b));
    let mut pairs: Vec<_> = Vec::new();
    for (j, second) in bundles.iter().enumerate() {
        for (i, first) in bundles[..j].iter().enumerate() {
            // Those of a bundle are the same but for their source.
            let (a, b) = (&first.0[0], &second.0[0]);
            let Some(fit) = fit(a, b) else { continue };
            // The year of an earlier vote is easily missed; what is told by its digits is the same all the same.
            let (elsewhere, another) = (a.election != b.election, a.class() != b.class());
            if elsewhere && !(fit <= Fit::Rounded && (a.telling() || b.telling()) && (a.main || b.main)) {
                continue;
            }
            let polls = |item: &Item| matches!(item.class(), Class::Poll | Class::Projection);
            if another && (polls(a) != polls(b)) && !(fit == Fit::Same && a.telling()) {
                continue;
            }
            // Of what fits two values alike, the first; but "over 50" is rather 54 than 81, and a name rather one that shares a word.
            let off = match (a.figure.zip(b.figure), a.fact.party.as_deref().zip(b.fact.party.as_deref())) {
                (Some((x, y)), _) => (x.value - y.value).abs() / x.value.max(y.value).max(1e-9),
                (None, Some((x, y))) if a.fact.kind == FactKind::Candidacy => 1.0 - likeness(x, y),
                _ => 0.0,
            };
            pairs.push(((fit, elsewhere, another, (off * 10.0) as u64), i, j));
        }
    }
    pairs.sort_unstable();
    let mut into: Vec<usize> = (0..bundles.len()).collect();
    for (_, i, j) in pairs {
        let (a, b) = (into[i].min(into[j]), into[i].max(into[j]));
        let (first, second) = (&bundles[a].0, &bundles[b].0);
        let sources: FxHashSet<usize> = first.iter().map(|item| item.report).collect();
        let all_fit = || {
            let second = spoken(second);
            spoken(first).iter().all(|x| second.iter().all(|y| fit(x, y).is_some()))
        };
        if a == b || second.iter().any(|item| sources.contains(&item.report)) || !all_fit() {
            continue;
        }
        let moved = std::mem::take(&mut bundles[b].0);
        bundles[a].0.extend(moved);
        into.iter_mut().filter(|bundle| **bundle == b).for_each(|bundle| *bundle = a);
    }
    bundles.retain(|bundle| !bundle.0.is_empty());
    bundles
}

/// What is the same but for its source, laid together. Then there are as many as there are values, however many articles.
fn alike<'a>(items: &[Item<'a>]) -> Vec<Bundle<'a>> {
    let mut at: FxHashMap<_, Vec<usize>> = FxHashMap::default();
    let mut bundles: Vec<Bundle<'a>> = Vec::new();
    for item in items {
        let fact = item.fact;
        let key = (fact.value, fact.value_max, fact.bound, fact.date, fact.date_end, item.status, item.election, item.main, item.who);
        let key = (key, fact.party.as_deref().filter(|_| fact.kind == FactKind::Candidacy).map(|party| party.name.as_str()));
        let same = at.entry(key).or_default();
        match same.iter().find(|&&k| bundles[k].0.last().is_some_and(|last| last.report != item.report)) {
            Some(&k) => bundles[k].0.push(*item),
            None => {
                same.push(bundles.len());
                bundles.push(Bundle(vec![*item]));
            }
        }
    }
    bundles
}

/// What is said, each by one source; by two where it matters when: the first and the last that was published.
fn spoken<'a>(items: &[Item<'a>]) -> Vec<Item<'a>> {
    let mut items = items.to_vec();
    items.sort_by_key(|item| (item.published, item.report));
    let mut at: FxHashMap<_, [usize; 2]> = FxHashMap::default();
    for (i, item) in items.iter().enumerate() {
        let fact = item.fact;
        let named = (item.who, fact.party.as_deref().map(|party| &party.name), fact.place.is_some());
        let key = (fact.value, fact.value_max, fact.bound, fact.date, fact.date_end, item.status, named);
        at.entry(key).and_modify(|ends| ends[1] = i).or_insert([i, i]);
    }
    let kept: FxHashSet<usize> = at.into_values().flatten().collect();
    let mut said: Vec<Item<'a>> = items.into_iter().enumerate().filter(|(i, _)| kept.contains(i)).map(|(_, item)| item).collect();
    said.sort_by_key(|item| (item.report, item.at));
    said
}

/// What a count tells.
fn is_result(kind: FactKind) -> bool {
    matches!(kind, FactKind::VoteShare | FactKind::Votes | FactKind::Seats | FactKind::Margin)
}

/// The election of a row: what most values say; of equals, one that somebody names beside their main one.
fn belongs(all: &[(usize, Item)]) -> usize {
    let votes = |election: usize| all.iter().filter(|(_, item)| item.election == election).count();
    let best = all.iter().min_by_key(|(_, item)| (Reverse(votes(item.election)), item.main, item.election));
    best.map_or(0, |(_, item)| item.election)
}
