//! Rows of tables and items of lists → drafts: the column's name, the units beside a figure and the heading say what it is.

use super::draft::{Draft, When};
use super::figures::Reading;
use super::measure::{Measure, sign_before};
use super::place::prepositioned;
use super::rule::{Rule, rule};
use super::scene::Scene;
use super::subject::votable;
use super::{candidacy, figures, qualify, relations};
use crate::decimal::Decimal;
use crate::kind::{Bound, FactKind, Status};
use crate::lexicon::{Concept, Concepts, Hit};
use crate::mentions::{Cell, Form, Label, NameType, Row};

/// What a heading or a column can say that figures are.
const KINDS: Concepts = Concepts::of(&[
    Concept::Vote,
    Concept::Seat,
    Concept::Member,
    Concept::Percent,
    Concept::Share,
    Concept::Turnout,
    Concept::Registered,
    Concept::Cast,
    Concept::Voter,
    Concept::Station,
    Concept::Candidate,
]);
/// What makes a bare percent one of a vote.
const OF_A_VOTE: Concepts = Concepts::of(&[
    Concept::Vote,
    Concept::Seat,
    Concept::Share,
    Concept::Result,
    Concept::Election,
    Concept::Candidate,
    Concept::PartyUnit,
    Concept::Projection,
    Concept::OpinionPoll,
    Concept::Counted,
    Concept::Preliminary,
    Concept::Final,
    Concept::Round,
]);
/// A whole article's list of small numbers counts seats where seats are told this near, in sentences.
const NEAR: usize = 4;

/// What is said above a table or list.
struct Heading {
    /// The concepts of the nearest sentence that says what the figures are.
    told: Concepts,
    /// Those of the nearest sentence, whatever it says.
    nearest: Concepts,
    /// Tokens of that.
    at: Option<(usize, usize)>,
    /// Whose results it heads, where one is named.
    subject: Option<usize>,
    place: Option<usize>,
    year: Option<i16>,
}

/// What a figure is and of whom, or why it is nothing.
type Read = Result<What, &'static str>;

#[derive(Clone, Copy)]
struct What {
    kind: FactKind,
    subject: Option<usize>,
    year: Option<i16>,
}

/// One row with what it is read by.
struct Reader<'s, 'a> {
    scene: &'s Scene<'a>,
    row: &'s Row,
    heading: Heading,
    subject: Option<usize>,
    place: Option<usize>,
    table: bool,
    /// The rows of its block are about candidates, parties or options.
    people: bool,
}

/// The readings of the figures of a row. `region` is the place that a line above names.
pub(super) fn read(scene: &Scene, row: &Row, region: Option<usize>) -> Vec<Reading> {
    let heading = heading(scene, row);
    let name = |label: &Option<Label>| label.as_ref().and_then(|label| named(scene, label));
    let reader = Reader {
        scene,
        row,
        subject: name(&row.subject),
        place: name(&row.place).or_else(|| name(&scene.rows.blocks[row.block].place)).or(heading.place).or(region),
        table: scene.rows.blocks[row.block].table,
        people: scene.rows.blocks[row.block].people,
        heading,
    };
    let mut out: Vec<Reading> = Vec::with_capacity(row.cells.len());
    for (at, cell) in row.cells.iter().enumerate() {
        let measure = reader.measure(at);
        let reading = match reader.what(at, &measure, &out).and_then(|what| reader.draft(cell, &measure, what)) {
            Ok((rule, draft)) => Reading { measure, rule: Some(rule), why: "", drafts: vec![draft] },
            Err(why) => Reading { measure, rule: None, why, drafts: Vec::new() },
        };
        out.push(reading);
    }
    // The subject stands for the party beside it.
    if let (Some(subject), Some(party), Some(last)) =
        (reader.subject, name(&row.party), out.iter_mut().rev().find(|r| !r.drafts.is_empty()))
        && scene.names[subject].kind == NameType::Person
    {
        let span = scene.names[subject].span.to(scene.names[party].span);
        let mut draft = relations::blank(FactKind::Candidacy, candidacy::CANDIDACY, row.start as usize, span);
        (draft.subject, draft.party) = (Some(subject), Some(party));
        draft.when.year = reader.heading.year;
        last.drafts.push(draft);
    }
    out
}

fn named(scene: &Scene, label: &Label) -> Option<usize> {
    scene.names_in(label.start as usize, label.start as usize + 1).next()
}

fn concepts(scene: &Scene, start: usize, end: usize) -> Concepts {
    let all: Vec<Concept> =
        scene.tagged.within(start, end).iter().filter(|h| h.end as usize <= end.max(h.start as usize + 1)).map(|h| h.concept).collect();
    let mut set = Concepts::of(&all);
    if (start..end).any(|j| scene.form(j) == "%") {
        set.insert(Concept::Percent);
    }
    set
}

/// What a heading tells: "the vote" in it is the election, not what is counted.
fn told_above(scene: &Scene, start: usize, end: usize) -> Concepts {
    let named = |h: &Hit| h.concept == Concept::Vote && !scene.is(h.start as usize, Concept::Election);
    let votes = scene.tagged.within(start, end).iter().any(named);
    let all = concepts(scene, start, end);
    if votes { all } else { all.without(Concept::Vote) }
}

/// What a label says its figures are.
fn told(label: Concepts) -> Option<FactKind> {
    let kinds = [
        (Concept::Turnout, FactKind::Turnout),
        (Concept::Invalid, FactKind::InvalidVotes),
        (Concept::Blank, FactKind::BlankVotes),
        (Concept::Valid, FactKind::ValidVotes),
        (Concept::Registered, FactKind::RegisteredVoters),
        (Concept::Cast, FactKind::VotesCast),
    ];
    kinds.iter().find(|(concept, _)| label.holds(*concept)).map(|(_, kind)| *kind)
}

fn heading(scene: &Scene, row: &Row) -> Heading {
    let all: Vec<(usize, usize)> = scene.rows.blocks[row.block].headings.iter().map(|&(s, e)| (s as usize, e as usize)).collect();
    let near = all.first().copied();
    let nearest = near.map_or(Concepts::default(), |(s, e)| concepts(scene, s, e));
    // Beyond the nearest sentence only a line that is a heading itself is looked at, and for places what the same paragraph says.
    let above = all.iter().enumerate().filter(|(i, (s, e))| {
        let (sentence, paragraph) = (scene.sentence(*s), scene.tagged.text.tokens[all[0].0].line == scene.tagged.text.tokens[*s].line);
        *i == 0 || sentence.line && e - s <= 16 || row.place.is_some() && paragraph
    });
    let told = above.map(|(_, &(s, e))| told_above(scene, s, e)).find(|set| set.meet(KINDS)).unwrap_or_default();
    let mut told = told;
    // «وتوزعت النسب كالآتي:», "The figures by province:", where a turnout was told.
    let rates = near.is_some_and(|(s, e)| (s..e).any(|j| matches!(scene.form(j), "النسب" | "نسب" | "rates" | "figures")));
    if rates && all.iter().any(|&(s, e)| scene.has(s, e, Concept::Turnout)) {
        told.insert(Concept::Turnout);
    }
    let mut heading = Heading { told, nearest, at: near, subject: None, place: None, year: None };
    let Some((start, end)) = near else { return heading };
    let sentence = scene.sentence(start);
    let heads = scene.form(end - 1) == ":" && end - start <= 60
        || sentence.line && end - start <= 16 && scene.form(end - 1) != "."
        || (end as u32) < sentence.end;
    if !heads {
        return heading;
    }
    let mut names = scene.names_in(start, end).filter(|&k| votable(scene.names[k].kind));
    let of_somebody = nearest.meet(const { Concepts::of(&[Concept::Result, Concept::Vote, Concept::Share, Concept::Got, Concept::Seat]) });
    heading.subject = names.next().filter(|_| names.next().is_none() && of_somebody);
    let short = end - start <= 12;
    heading.place = scene.names_in(start, end).rev().find(|&k| {
        let name = &scene.names[k];
        let (ns, ne) = (name.start as usize, name.end as usize);
        let told =
            scene.tagged.within(ns.saturating_sub(6).max(start), ns).iter().any(|h| OF_A_VOTE.holds(h.concept) || KINDS.holds(h.concept));
        // "Declared at City Hall" is no part of the vote.
        let at = ns > start && scene.form(ns - 1) == "at";
        // «نشرت لجنة الانتخابات في سول الحصيلة»: where the commission sits.
        let seat = !scene.tagged.of(Concept::Capital, ns, ne).is_empty()
            && scene.tagged.within(ns.saturating_sub(4).max(start), ns).iter().any(|h| h.concept == Concept::OrgHead);
        name.kind == NameType::Place
            && !at
            && !seat
            && (prepositioned(scene, k, sentence.lang) && (short || told || ns <= start + 2)
                || ns == start && matches!(scene.form(ne), ":" | "-"))
    });
    let mut years = scene.dates_in(start, end).iter().filter(|d| !d.relative).filter_map(|d| d.date).map(|d| d.year);
    let first = years.next();
    heading.year = first.filter(|year| years.all(|other| other == *year));
    heading
}

impl Reader<'_, '_> {
    fn number(&self, cell: &Cell) -> &crate::mentions::Number {
        &self.scene.numbers[cell.number]
    }

    /// Whether a percent sign or word stands at the number.
    fn is_percent(&self, cell: &Cell) -> bool {
        let number = self.number(cell);
        let end = number.end as usize;
        self.scene.is(end, Concept::Percent) || self.scene.form(end) == "%" || sign_before(self.scene, number.start as usize)
    }

    /// The figure at `at` with the unit that stands beside it.
    fn measure(&self, at: usize) -> Measure {
        let cell = &self.row.cells[at];
        let number = self.number(cell);
        let (start, end) = (number.start as usize, number.end as usize);
        let percent = self.is_percent(cell);
        let after = self.after(cell);
        let unit = [Concept::Vote, Concept::Seat, Concept::Member, Concept::Voter, Concept::Station, Concept::Candidate];
        let from = if number.form == Form::Dual { start } else { end };
        let hit = (from..after).find_map(|j| self.scene.tagged.at(j).iter().find(|h| unit.contains(&h.concept) && h.end as usize <= after));
        let (unit, unit_at, to) = match hit {
            _ if percent => {
                let to = self.scene.tagged.hit(end, Concept::Percent).map_or(end, |h| h.end as usize);
                let sign = to == end && self.scene.form(end) == "%";
                (Concept::Percent, end, if sign { end + 1 } else { to })
            }
            Some(hit) => (hit.concept, hit.start as usize, hit.end as usize),
            None => (Concept::OtherUnit, start, end),
        };
        let from = if percent && sign_before(self.scene, start) { start - 1 } else { start };
        let next = self.scene.numbers.get(cell.number + 1).filter(|_| number.range_with_next);
        Measure {
            start: from,
            end: to,
            number: (start, end),
            value: if percent { number.as_percent() } else { number.as_count() },
            max: next.map(|n| if percent { n.as_percent() } else { n.as_count() }),
            unit,
            weak: false,
            compound: false,
            inherited: hit.is_none() && !percent,
            unit_at,
        }
    }

    /// One past the words behind a figure that belong to it: up to a mark.
    fn after(&self, cell: &Cell) -> usize {
        let from = self.number(cell).end as usize;
        let stop = |j: usize| matches!(self.scene.form(j), "," | "،" | "(" | ")" | "-" | "|" | ";" | "/" | ":");
        (from..cell.end as usize).find(|&j| stop(j)).unwrap_or((cell.end as usize).max(from))
    }

    /// Where the words before a figure that belong to it begin: behind a mark.
    fn before(&self, cell: &Cell) -> usize {
        let to = self.number(cell).start as usize;
        let stop = |j: usize| matches!(self.scene.form(j), "," | "،" | "(" | ")" | "-" | "|" | ";" | "/");
        (cell.start as usize..to).rev().find(|&j| stop(j)).map_or((cell.start as usize).min(to), |j| j + 1)
    }

    fn told(&self, concept: Concept) -> bool {
        self.heading.told.holds(concept)
    }

    fn of(&self, kind: FactKind) -> Read {
        self.of_year(kind, self.heading.year)
    }

    fn of_year(&self, kind: FactKind, year: Option<i16>) -> Read {
        let subject =
            if kind.needs_subject() { Some(self.subject.or(self.heading.subject).ok_or("nobody whose figure it could be")?) } else { None };
        let subject = subject.or(self.subject.filter(|_| kind == FactKind::Candidates));
        if self.row.whole.is_some() && kind.needs_subject() {
            return Err("of all together, or of those that are not named");
        }
        Ok(What { kind, subject, year })
    }

    fn what(&self, at: usize, measure: &Measure, before: &[Reading]) -> Read {
        let cell = &self.row.cells[at];
        let what = match cell.column {
            Some(column) => self.in_column(at, measure, (column.0 as usize, column.1 as usize)),
            None => self.in_list(at, measure, before).or_else(|why| self.of(self.as_first(at, measure).ok_or(why)?)),
        }?;
        let what = What { year: cell.year.or(what.year), ..what };
        // "159 (155)": of another time, or of something else.
        let same = |d: &Draft| (d.kind, d.subject, d.when.year) == (what.kind, what.subject, what.year);
        if before.iter().flat_map(|r| &r.drafts).any(same) {
            return Err("a second figure of one kind");
        }
        Ok(what)
    }

    // Tables.

    fn in_column(&self, at: usize, measure: &Measure, (start, end): (usize, usize)) -> Read {
        let cell = &self.row.cells[at];
        let set = concepts(self.scene, start, end);
        let year = self
            .scene
            .numbers
            .iter()
            .skip(self.scene.numbers.partition_point(|n| (n.start as usize) < start))
            .take_while(|n| (n.start as usize) < end)
            .map(|n| n.value.to_f64() as i16)
            .next();
        let marks = (start..end).any(|j| matches!(self.scene.form(j), "+" | "±"));
        let column = |value: i64| self.scene.hits(start, end, Concept::Column).any(|h| h.value == value);
        let name = self.scene.names_in(start, end).next().filter(|&k| !self.people && votable(self.scene.names[k].kind));
        let name = name.filter(|_| self.row.whole.is_none());
        let other = [Concept::Change, Concept::Abstention, Concept::Lead].iter().any(|c| set.holds(*c));
        if name.is_none() && (marks || column(3) || column(4) || other) {
            return Err("a change, a lead or a rank");
        }
        if set.holds(Concept::Previous) && year.is_none() {
            return Err("of an earlier election that is not said");
        }
        let year = year.or(self.heading.year);
        // The second figure of a cell: "1,234 (5.6%)".
        if at > 0 && self.row.cells[at - 1].column == cell.column && self.row.cells[at - 1].start == cell.start {
            let kind = self.column_kind((start, end), set, measure).filter(|_| measure.unit == Concept::Percent);
            return match kind {
                Some(FactKind::Votes | FactKind::VoteShare) => self.of_year(FactKind::VoteShare, year),
                Some(FactKind::VotesCast | FactKind::Turnout) => self.of_year(FactKind::Turnout, year),
                _ => Err("a second figure of a cell"),
            };
        }
        if let Some((s, e)) = self.row.whole {
            return self.of_whole(concepts(self.scene, s as usize, e as usize), (start, end), set, measure, year);
        }
        // "Province | Smith | Jones".
        if name.is_some() {
            let kind = match self.bare_kind(measure) {
                Some(kind) if kind.needs_subject() => kind,
                _ => return Err("nothing says what the column of a name counts"),
            };
            return Ok(What { kind, subject: name, year });
        }
        let kind = self.column_kind((start, end), set, measure);
        self.of_year(kind.ok_or("nothing says what the column counts")?, year)
    }

    /// What a column's name says of its figures.
    fn column_kind(&self, (start, end): (usize, usize), set: Concepts, measure: &Measure) -> Option<FactKind> {
        let has = |concept| set.holds(concept);
        let percent = measure.unit == Concept::Percent || has(Concept::Percent) || has(Concept::Share);
        let people = self.people;
        let voted = self.scene.hits(start, end, Concept::Column).any(|h| h.value == 6);
        Some(if has(Concept::Turnout) {
            FactKind::Turnout
        } else if has(Concept::Invalid) {
            FactKind::InvalidVotes
        } else if has(Concept::Blank) {
            FactKind::BlankVotes
        } else if has(Concept::Valid) {
            if people { if percent { FactKind::VoteShare } else { FactKind::Votes } } else { FactKind::ValidVotes }
        } else if has(Concept::Counted) && percent {
            FactKind::CountedShare
        } else if has(Concept::Seat) || has(Concept::Member) {
            match (percent, people) {
                (true, _) => return None,
                (_, true) => FactKind::Seats,
                _ => FactKind::SeatsTotal,
            }
        } else if has(Concept::Registered) {
            FactKind::RegisteredVoters
        } else if has(Concept::Vote) || has(Concept::Ballot) || has(Concept::Cast) {
            match (people, percent) {
                (true, true) => FactKind::VoteShare,
                (true, false) => FactKind::Votes,
                (false, true) => FactKind::Turnout,
                (false, false) => FactKind::VotesCast,
            }
        } else if has(Concept::Station) {
            FactKind::PollingStations
        } else if has(Concept::Voter) {
            // المصوتون, "voting".
            if voted { FactKind::VotesCast } else { FactKind::RegisteredVoters }
        } else if has(Concept::Candidate) {
            FactKind::Candidates
        } else if percent {
            let voters = || self.columns().any(|set| [Concept::Registered, Concept::Cast, Concept::Voter].iter().any(|c| set.holds(*c)));
            match people {
                true => FactKind::VoteShare,
                false if self.told(Concept::Turnout) || voters() => FactKind::Turnout,
                false if self.heading.subject.is_some() => FactKind::VoteShare,
                false => return None,
            }
        } else {
            return self.bare_kind(measure);
        })
    }

    /// What the names of all columns say.
    fn columns(&self) -> impl Iterator<Item = Concepts> {
        self.row.cells.iter().filter_map(|c| c.column).map(|(s, e)| concepts(self.scene, s as usize, e as usize))
    }

    /// "P: 642,973 votes, 26.4%, 69 seats" above "Q: 346,063, 14.2%, 37": the first row says it for all.
    fn as_first(&self, at: usize, measure: &Measure) -> Option<FactKind> {
        let rows = &self.scene.rows.rows;
        let first = rows.get(rows.partition_point(|row| row.block < self.row.block))?;
        let alike = first.start != self.row.start && first.cells.len() == self.row.cells.len();
        if !alike || first.subject.is_none() || self.row.subject.is_none() {
            return None;
        }
        let to = first.cells.get(at + 1).map_or(first.end, |cell| self.number(cell).start);
        let said = concepts(self.scene, self.number(&first.cells[at]).end as usize, to as usize);
        let counted = concepts(self.scene, first.start as usize, first.end as usize);
        match measure.unit == Concept::Percent {
            percent if percent != said.holds(Concept::Percent) => None,
            true => [Concept::Vote, Concept::Seat].iter().any(|unit| counted.holds(*unit)).then_some(FactKind::VoteShare),
            false if said.holds(Concept::Seat) => Some(FactKind::Seats),
            false => said.holds(Concept::Vote).then_some(FactKind::Votes),
        }
    }

    /// What the heading alone says of a figure.
    fn bare_kind(&self, measure: &Measure) -> Option<FactKind> {
        let value = measure.value;
        let people = self.row.subject.is_some() || self.table;
        let share = measure.unit == Concept::Percent || value.scale > 0 && value.to_f64() <= 100.0;
        Some(match () {
            () if share && self.told(Concept::Turnout) && self.row.subject.is_none() => FactKind::Turnout,
            () if share && people => FactKind::VoteShare,
            () if share => return None,
            () if self.told(Concept::Seat) && !self.told(Concept::Vote) => FactKind::Seats,
            () if self.told(Concept::Vote) || value.to_f64() >= 1000.0 => FactKind::Votes,
            () => return None,
        })
    }

    /// A row of all: "Total", "Invalid votes".
    fn of_whole(&self, label: Concepts, at: (usize, usize), column: Concepts, measure: &Measure, year: Option<i16>) -> Read {
        let percent = measure.unit == Concept::Percent || column.holds(Concept::Percent) || column.holds(Concept::Share);
        let votes = [Concept::Vote, Concept::Ballot, Concept::Cast].iter().any(|c| column.holds(*c));
        if let Some(kind) = told(label) {
            return match (percent, kind) {
                (true, FactKind::Turnout) => self.of_year(FactKind::Turnout, year),
                (false, FactKind::Turnout) => Err("a turnout that is no percent"),
                (false, kind) if votes => self.of_year(kind, year),
                _ => Err("a figure of a row that says something else"),
            };
        }
        // "Others" are not the whole.
        let (s, e) = self.row.whole.unwrap_or_default();
        let other = self.scene.tagged.within(s as usize, e as usize).iter().any(|h| h.concept == Concept::Group)
            || !self.scene.tagged.within(s as usize, e as usize).iter().any(|h| matches!(h.concept, Concept::CountWord | Concept::Column));
        match self.column_kind(at, column, measure) {
            _ if other => Err("of those that are not named"),
            Some(FactKind::Seats) | Some(FactKind::SeatsTotal) if measure.value.to_f64() > 2.0 => {
                Ok(What { kind: FactKind::SeatsTotal, subject: None, year })
            }
            Some(kind) if !kind.needs_subject() => self.of_year(kind, year),
            _ => Err("of all together"),
        }
    }

    // Lists.

    fn in_list(&self, at: usize, measure: &Measure, earlier: &[Reading]) -> Read {
        let cell = &self.row.cells[at];
        let number = self.number(cell);
        let before = concepts(self.scene, self.before(cell), number.start as usize);
        let after = concepts(self.scene, number.end as usize, self.after(cell));
        let beside = |concept| before.holds(concept) || after.holds(concept);
        let people = self.row.subject.is_some();
        if let Some((start, end)) = self.row.whole {
            let kind = told(concepts(self.scene, start as usize, end as usize)).ok_or("of all together, or of those that are not named")?;
            // "Votes cast: 10,744,319 (59.35%)".
            let kind = if kind == FactKind::VotesCast && measure.unit == Concept::Percent && at > 0 { FactKind::Turnout } else { kind };
            return match (measure.unit == Concept::Percent, kind) {
                (false, FactKind::Turnout) => Err("a turnout that is no percent"),
                (true, FactKind::RegisteredVoters | FactKind::VotesCast) => Err("a share of something else"),
                _ => self.of(kind),
            };
        }
        let first = at == 0 || earlier.iter().all(|r| r.drafts.is_empty());
        let previous = earlier.last().and_then(|r| r.drafts.first()).map(|d| d.kind);
        if measure.unit == Concept::Percent {
            let voters = matches!(previous, Some(FactKind::VotesCast | FactKind::RegisteredVoters));
            return match () {
                () if before.holds(Concept::Turnout) || after.holds(Concept::Turnout) => self.of(FactKind::Turnout),
                () if beside(Concept::Counted) => self.of(FactKind::CountedShare),
                () if beside(Concept::Registered) || beside(Concept::Invalid) || beside(Concept::Blank) => Err("a share of something else"),
                () if people && self.told(Concept::Turnout) && !self.told(Concept::Vote) && !self.heading.nearest.meet(OF_A_VOTE) => {
                    Err("a turnout, and no place")
                }
                () if people && (first || matches!(previous, Some(FactKind::Votes | FactKind::Seats))) => self.share(),
                () if people => Err("a second share"),
                () if voters => self.of(FactKind::Turnout),
                () if self.told(Concept::Turnout) && !self.turnout_said() && first => self.of(FactKind::Turnout),
                () if self.heading.subject.is_some() && (first || previous == Some(FactKind::Votes)) => self.share(),
                () => Err("nothing says what the percent is of"),
            };
        }
        let out_of = before.holds(Concept::OutOf) || self.scene.form(number.start as usize - 1) == "of";
        let whole = number.value.scale == 0 || number.as_count().integer().is_some();
        if !whole && measure.unit == Concept::OtherUnit {
            // "Moderates 19.1" under "Share of the vote".
            let share = number.value.to_f64() <= 100.0 && !self.told(Concept::Seat);
            return match () {
                () if share && people && (self.told(Concept::Percent) || self.told(Concept::Share)) => self.share(),
                () if share && !people && self.told(Concept::Turnout) => self.of(FactKind::Turnout),
                () => Err("a decimal number, and nothing says of what"),
            };
        }
        match measure.unit {
            Concept::Vote if beside(Concept::Invalid) => self.of(FactKind::InvalidVotes),
            Concept::Vote if beside(Concept::Blank) => self.of(FactKind::BlankVotes),
            Concept::Vote if beside(Concept::Valid) && !people => self.of(FactKind::ValidVotes),
            Concept::Vote if out_of => Err("all votes of a place"),
            Concept::Vote if people || self.heading.subject.is_some() => self.of(FactKind::Votes),
            Concept::Vote => self.of(FactKind::VotesCast),
            Concept::Seat | Concept::Member if out_of => Err("all seats of a place"),
            Concept::Seat | Concept::Member if people => self.of(FactKind::Seats),
            Concept::Seat => self.of(FactKind::SeatsTotal),
            Concept::Station => self.of(FactKind::PollingStations),
            Concept::Candidate => self.of(FactKind::Candidates),
            Concept::Voter if people => Err("voters of nobody"),
            _ if people => self.bare(at, measure, before, earlier),
            _ => self.bare_of_place(at, measure, before, out_of),
        }
    }

    fn share(&self) -> Read {
        let voted = [self.heading.told, self.heading.nearest].iter().any(|set| set.meet(OF_A_VOTE));
        let counted = self.row.cells.iter().enumerate().any(|(at, _)| matches!(self.measure(at).unit, Concept::Vote | Concept::Seat));
        if self.heading.nearest.holds(Concept::Economy) || !(voted || counted || self.row.party.is_some()) {
            return Err("no word of voting above it");
        }
        self.of(FactKind::VoteShare)
    }

    /// Some figure of the row is said to be the turnout.
    fn turnout_said(&self) -> bool {
        self.row.cells.iter().any(|cell| self.scene.has(cell.start as usize, cell.end as usize, Concept::Turnout))
    }

    /// A number without a unit in the item of a candidate or party.
    fn bare(&self, at: usize, measure: &Measure, before: Concepts, earlier: &[Reading]) -> Read {
        let value = measure.value.to_f64();
        if before.holds(Concept::Seat) {
            return self.of(FactKind::Seats);
        }
        if before.holds(Concept::Vote) {
            return self.of(FactKind::Votes);
        }
        if at > 0 && before.holds(Concept::OutOf) {
            return Err("a part of the figure before");
        }
        let percent = self.row.cells.get(at + 1).is_some_and(|next| self.is_percent(next));
        // "37 (17)", "37 seats (17 in 2021)": those of the vote before.
        let opened = |cell: &Cell| self.scene.form((self.number(cell).start as usize).wrapping_sub(1)) == "(";
        if at > 0 && opened(&self.row.cells[at]) && earlier.last().and_then(|r| r.drafts.first()).is_some_and(|d| d.kind == FactKind::Seats)
        {
            let rows = &self.scene.rows.rows;
            let first = rows.partition_point(|row| row.block < self.row.block);
            let mut cells = rows[first..].iter().take_while(|row| row.block == self.row.block).flat_map(|row| &row.cells);
            let year = cells.find_map(|cell| cell.year.filter(|_| opened(cell))).ok_or("of another vote, and nothing says which")?;
            return self.of_year(FactKind::Seats, Some(year));
        }
        let voted = self.row.party.is_some() || [self.heading.told, self.heading.nearest].iter().any(|set| set.meet(OF_A_VOTE));
        let (votes, seats) = (self.told(Concept::Vote), self.told(Concept::Seat) || self.told(Concept::Member));
        match () {
            () if self.told(Concept::Candidate) && !votes && !seats && !self.heading.nearest.holds(Concept::Result) && !percent => {
                self.of(FactKind::Candidates)
            }
            () if seats && (!votes && !percent && value < 20_000.0 || percent && value < 1000.0) => self.of(FactKind::Seats),
            () if value >= 1000.0 && (percent || voted) => self.of(FactKind::Votes),
            () if votes && !seats => self.of(FactKind::Votes),
            () if percent => self.of(FactKind::Votes),
            () if votes && seats => self.of(FactKind::Seats),
            () if self.seats_near() => self.of(FactKind::Seats),
            // "Michael Shanks (Labour) 17,845 (58.6%)" above "David Stark (Reform UK) 403".
            () if at == 0 && voted && self.votes_above(value) => self.of(FactKind::Votes),
            () => Err("nothing says what it counts"),
        }
    }

    /// The first item of the list has so many more that it can only count votes.
    fn votes_above(&self, value: f64) -> bool {
        let rows = &self.scene.rows.rows;
        let first = rows.get(rows.partition_point(|row| row.block < self.row.block)).and_then(|row| row.cells.first());
        first.is_some_and(|cell| !self.is_percent(cell) && self.number(cell).value.to_f64() >= value.max(1000.0))
    }

    /// Small numbers of parties, where seats are what the article tells just before, or its title.
    fn seats_near(&self) -> bool {
        let small = |row: &Row| row.cells.iter().all(|c| self.number(c).value.to_f64() < 1000.0 && !self.is_percent(c));
        let rows = &self.scene.rows.rows;
        let first = rows.partition_point(|row| row.block < self.row.block);
        let items = rows[first..].iter().take_while(|row| row.block == self.row.block);
        let here = self.scene.tagged.text.sentence_of(self.heading.at.map_or(self.row.start as usize, |(s, _)| s));
        let seats = |set: Concepts| set.holds(Concept::Seat) || set.holds(Concept::Member);
        let told = (here.saturating_sub(NEAR)..=here).any(|s| seats(self.scene.tagged.concepts_of(s)));
        let titled = self.scene.title.is_some_and(|title| !title.all(Concept::Seat).is_empty());
        (told || titled) && items.take(30).all(small)
    }

    /// A number without a unit, or of voters, in the item of a place.
    fn bare_of_place(&self, at: usize, measure: &Measure, before: Concepts, out_of: bool) -> Read {
        let cell = &self.row.cells[at];
        let next_out_of = self.row.cells.get(at + 1).is_some_and(|next| {
            let (from, to) = (self.number(cell).end as usize, self.number(next).start as usize);
            !self.is_percent(next) && (self.scene.has(from, to, Concept::OutOf) || self.scene.form(to - 1) == "of")
        });
        let voters = self.told(Concept::Voter) || self.told(Concept::Turnout) || self.told(Concept::Cast) || self.told(Concept::Registered);
        let registered =
            before.holds(Concept::Registered) || concepts(self.scene, measure.number.1, self.after(cell)).holds(Concept::Registered);
        match () {
            () if registered => self.of(FactKind::RegisteredVoters),
            () if out_of && voters => self.of(FactKind::RegisteredVoters),
            () if next_out_of && voters => self.of(FactKind::VotesCast),
            () if before.holds(Concept::Cast) => self.of(FactKind::VotesCast),
            () if self.told(Concept::Registered) => self.of(FactKind::RegisteredVoters),
            () if self.told(Concept::Station) => self.of(FactKind::PollingStations),
            () if self.told(Concept::Cast) => self.of(FactKind::VotesCast),
            () if self.told(Concept::Vote) && self.heading.subject.is_some() => self.of(FactKind::Votes),
            () if self.told(Concept::Seat) && self.heading.subject.is_some() => self.of(FactKind::Seats),
            () if self.told(Concept::Seat) => self.of(FactKind::SeatsTotal),
            () if self.told(Concept::Voter) => self.of(FactKind::RegisteredVoters),
            () if self.told(Concept::Candidate) => self.of(FactKind::Candidates),
            () => Err("nothing says what it counts"),
        }
    }

    // Drafts.

    fn draft(&self, cell: &Cell, measure: &Measure, what: What) -> Result<(&'static Rule, Draft), &'static str> {
        let (scene, What { kind, subject, year }) = (self.scene, what);
        let share = kind.unit() == "percent";
        let ballots = matches!(kind, FactKind::InvalidVotes | FactKind::BlankVotes | FactKind::ValidVotes);
        let percent = share || ballots && measure.unit == Concept::Percent;
        let number = self.number(cell);
        let value = match percent {
            true => number.as_percent(),
            false => Decimal::whole(number.as_count().integer().ok_or("not a whole number")?),
        };
        if !percent && measure.unit == Concept::Percent || percent && value.to_f64() > 100.0 {
            return Err("the value cannot be one of this kind");
        }
        let measure = Measure { value, ..*measure };
        figures::plausible(kind, &measure)?;
        let rule = rule(rule_of(kind).ok_or("nothing that tables and lists tell")?);
        let when = When { year, ..When::default() };
        let bound = if self.table && measure.max.is_none() { Bound::Exact } else { qualify::bound(scene, &measure) };
        let above = self.heading.at.and_then(|(s, e)| qualify::result_status(scene, s, e, kind));
        // A count that is not over tells of who is ahead, not of who voted.
        let above = above.filter(|status| match kind {
            FactKind::VoteShare | FactKind::Votes | FactKind::Seats => true,
            FactKind::SeatsTotal | FactKind::RegisteredVoters | FactKind::PollingStations | FactKind::Candidates => false,
            _ => *status != Status::Partial,
        });
        let status = qualify::status(scene, &measure, kind, when, None);
        Ok((
            rule,
            Draft {
                kind,
                value: Some(value),
                value_max: measure.max,
                date: None,
                date_end: None,
                unit: (ballots && percent).then_some("percent"),
                bound,
                status: above.filter(|_| status.is_some() || year == self.heading.year).or(status),
                subject,
                party: None,
                place: self.place,
                when,
                evidence: figures::evidence(scene, &measure),
                token: measure.start,
                confidence: rule.trust,
                rule: rule.id,
            },
        ))
    }
}

fn rule_of(kind: FactKind) -> Option<&'static str> {
    Some(match kind {
        FactKind::VoteShare => "row.vote_share",
        FactKind::Votes => "row.votes",
        FactKind::Seats => "row.seats",
        FactKind::SeatsTotal => "row.seats_total",
        FactKind::Turnout => "row.turnout",
        FactKind::VotesCast => "row.votes_cast",
        FactKind::RegisteredVoters => "row.registered_voters",
        FactKind::ValidVotes => "row.valid_votes",
        FactKind::InvalidVotes => "row.invalid_votes",
        FactKind::BlankVotes => "row.blank_votes",
        FactKind::CountedShare => "row.counted_share",
        FactKind::PollingStations => "row.polling_stations",
        FactKind::Candidates => "row.candidates",
        _ => return None,
    })
}
