//! Results as a wide table, a row for each candidate or party, with the column names of the Constituency-Level Elections Archive
//! (electiondataarchive.org, "Variables"): suffix 1 is the first round, 2 the second.
//!
//! Rows are of one article each. What CLEA has no column for is left to the other formats, and counted: hedged figures, polls and
//! projections, groups such as women, and all that is no result. Shares and turnout are in percent, as articles give them.

use std::borrow::Cow;
use std::fmt;
use std::io::{self, Write};
use std::ops::AddAssign;

use serde::{Deserialize, Serialize};

use super::Options;
use super::columns::{name, shown, text};
use super::csv::rows;
use super::view::{FactView, RecordView};
use crate::decimal::grouped;
use crate::kind::{Bound, FactKind, Status};
use crate::lexicon::country_name;
use crate::resolve::record::{Election, NameKind};
use crate::text::Lang;

/// The names of the columns.
pub(super) const COLUMNS: [&str; 32] = [
    "article_id",
    "source",
    "election",
    "iso2",
    "ctr_n",
    "office",
    "yr",
    "mn",
    "cst_n",
    "mag",
    "pty_n",
    "can",
    "status",
    "pev1",
    "vot1",
    "vv1",
    "ivv1",
    "to1",
    "cv1",
    "cvs1",
    "pv1",
    "pvs1",
    "pev2",
    "vot2",
    "vv2",
    "ivv2",
    "to2",
    "cv2",
    "cvs2",
    "pv2",
    "pvs2",
    "seat",
];

/// How many facts the table has no cell for, by the first reason that holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// All facts, with those that are in the table.
    pub facts: u64,
    /// No column holds what they say.
    pub kinds: u64,
    /// Of polls, projections and expectations.
    pub forecasts: u64,
    /// Of groups such as women.
    pub groups: u64,
    /// "More than", "about", ranges.
    pub hedged: u64,
    /// The article has another value of the same thing before.
    pub repeated: u64,
}

/// Why a fact is not in the table.
#[derive(Clone, Copy)]
enum Reason {
    Kind,
    Forecast,
    Group,
    Hedged,
    Repeated,
}

impl LeftOut {
    /// Those without a cell.
    pub fn all(&self) -> u64 {
        self.kinds + self.forecasts + self.groups + self.hedged + self.repeated
    }

    fn add(&mut self, reason: Reason) {
        *match reason {
            Reason::Kind => &mut self.kinds,
            Reason::Forecast => &mut self.forecasts,
            Reason::Group => &mut self.groups,
            Reason::Hedged => &mut self.hedged,
            Reason::Repeated => &mut self.repeated,
        } += 1;
    }
}

impl AddAssign for LeftOut {
    fn add_assign(&mut self, more: LeftOut) {
        self.facts += more.facts;
        self.kinds += more.kinds;
        self.forecasts += more.forecasts;
        self.groups += more.groups;
        self.hedged += more.hedged;
        self.repeated += more.repeated;
    }
}

/// `12 of 90 facts: 7 of kinds that are no result, 5 hedged`
impl fmt::Display for LeftOut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = |count: u64| grouped(&count.to_string());
        write!(f, "{} of {} facts", number(self.all()), number(self.facts))?;
        let reasons = [
            (self.kinds, "of what is no result"),
            (self.forecasts, "polls, projections or expectations"),
            (self.groups, "of groups"),
            (self.hedged, "hedged"),
            (self.repeated, "second values of one thing"),
        ];
        let mut mark = ": ";
        for (count, reason) in reasons.into_iter().filter(|(count, _)| *count > 0) {
            write!(f, "{mark}{} {reason}", number(count))?;
            mark = ", ";
        }
        Ok(())
    }
}

/// The column of a result, but for its round.
fn column(kind: FactKind, unit: Option<&str>, person: bool) -> Option<&'static str> {
    let votes = unit == Some("votes");
    Some(match kind {
        FactKind::VoteShare if person => "cvs",
        FactKind::VoteShare => "pvs",
        FactKind::Votes if person => "cv",
        FactKind::Votes => "pv",
        FactKind::Seats => "seat",
        FactKind::SeatsTotal => "mag",
        FactKind::Turnout => "to",
        FactKind::VotesCast => "vot",
        FactKind::RegisteredVoters => "pev",
        FactKind::ValidVotes if votes => "vv",
        FactKind::InvalidVotes if votes => "ivv",
        _ => return None,
    })
}

/// What the rows of one vote in one place share.
struct Vote<'a> {
    election: Option<&'a Election>,
    place: Option<&'a str>,
    status: Option<Status>,
    figures: Vec<(String, String)>,
    contenders: Vec<Contender<'a>>,
}

/// A candidate or a party, and its figures by column.
struct Contender<'a> {
    name: &'a str,
    person: bool,
    party: Option<&'a str>,
    figures: Vec<(String, String)>,
}

/// The results of one article, and what is not among them.
pub(super) fn write(out: &mut impl Write, view: &RecordView<'_>, options: &Options) -> io::Result<LeftOut> {
    let mut left_out = LeftOut { facts: view.facts.len() as u64, ..LeftOut::default() };
    let votes = votes(view, &mut left_out);
    for vote in &votes {
        let nobody = Contender { name: "", person: false, party: None, figures: Vec::new() };
        let contenders = if vote.contenders.is_empty() { std::slice::from_ref(&nobody) } else { &vote.contenders };
        rows(out, options.excel, contenders.iter().map(|contender| row(view, vote, contender)))?;
    }
    Ok(left_out)
}

/// The votes that the article gives results of, in the order in which it does.
fn votes<'a>(view: &RecordView<'a>, left_out: &mut LeftOut) -> Vec<Vote<'a>> {
    let mut votes = Vec::new();
    // Figures first, since who stood and when stands in their rows.
    let mut facts: Vec<&FactView<'a>> = view.facts.iter().collect();
    facts.sort_by_key(|fact| !fact.kind.is_figure());
    for fact in facts {
        let cell = match cell(fact) {
            Ok(cell) => cell,
            Err(reason) => {
                left_out.add(reason);
                continue;
            }
        };
        let election = view.elections.iter().find(|election| Some(election.id.as_str()) == fact.election);
        let (first, round) = match election {
            Some(election) => first_round(view.elections, election),
            None => (None, 1),
        };
        let place = fact.place.map(|place| place.name.as_str());
        let party = fact.party.map(|party| party.name.as_str());
        let is_of_it = |vote: &Vote<'_>| vote.election.map(|e| &e.id) == first.map(|e| &e.id);
        match cell {
            Cell::Figure(column, value) => {
                let column = if matches!(column, "seat" | "mag") { column.to_owned() } else { format!("{column}{round}") };
                let vote = vote(&mut votes, first, place, fact.status);
                let figures = match fact.subject {
                    None => &mut vote.figures,
                    Some(subject) => {
                        let contender = vote.contender(&subject.name, is_person(fact));
                        contender.party = contender.party.or(party);
                        &mut contender.figures
                    }
                };
                // Of two values of one thing the first, as the article has them; `checks` tells of such.
                match figures.iter().find(|(known, _)| *known == column) {
                    None => figures.push((column, value)),
                    Some((_, known)) if *known == value => {}
                    Some(_) => left_out.add(Reason::Repeated),
                }
            }
            Cell::Candidate(name) => {
                let rows = votes.iter_mut().filter(|vote| is_of_it(vote)).flat_map(|vote| &mut vote.contenders);
                let mut known: Vec<&mut Contender<'_>> = rows.filter(|contender| contender.name == name).collect();
                known.iter_mut().for_each(|contender| contender.party = contender.party.or(party));
                if known.iter().any(|contender| contender.party != party) {
                    left_out.add(Reason::Repeated);
                }
                if known.is_empty() {
                    vote(&mut votes, first, place, fact.status).contender(name, true).party = party;
                }
            }
            // Year and month are cells of all rows, where there are any.
            Cell::Day => {
                if !votes.iter().any(is_of_it) {
                    left_out.add(Reason::Kind);
                }
            }
        }
    }
    votes
}

/// The rows of a vote, found or begun.
fn vote<'v, 'a>(
    votes: &'v mut Vec<Vote<'a>>,
    election: Option<&'a Election>,
    place: Option<&'a str>,
    status: Option<Status>,
) -> &'v mut Vote<'a> {
    let is_it = |vote: &Vote<'_>| (vote.election.map(|e| &e.id), vote.place, vote.status) == (election.map(|e| &e.id), place, status);
    let at = votes.iter().position(is_it).unwrap_or_else(|| {
        votes.push(Vote { election, place, status, figures: Vec::new(), contenders: Vec::new() });
        votes.len() - 1
    });
    &mut votes[at]
}

impl<'a> Vote<'a> {
    /// The row of a candidate or party, found or begun.
    fn contender(&mut self, name: &'a str, person: bool) -> &mut Contender<'a> {
        let at = self.contenders.iter().position(|contender| contender.name == name).unwrap_or_else(|| {
            self.contenders.push(Contender { name, person, party: None, figures: Vec::new() });
            self.contenders.len() - 1
        });
        &mut self.contenders[at]
    }
}

fn row<'a>(view: &RecordView<'a>, vote: &Vote<'a>, contender: &Contender<'a>) -> [Cow<'a, str>; 32] {
    let election = vote.election;
    let date = election.and_then(|election| election.date);
    let country = election.and_then(|election| election.country.as_deref());
    COLUMNS.map(|column| match column {
        "article_id" => view.article.id.into(),
        "source" => text(view.article.source),
        "election" => text(election.map(|election| election.id.as_str())),
        "iso2" => text(country),
        "ctr_n" => country.and_then(|code| country_name(code, Lang::En)).unwrap_or_default().into(),
        "office" => name(election.and_then(|election| election.office)),
        "yr" => shown(date.map(|date| date.year)),
        "mn" => shown(date.and_then(|date| date.month)),
        "cst_n" => text(vote.place),
        "pty_n" if contender.person => text(contender.party),
        "pty_n" => contender.name.into(),
        "can" if contender.person => contender.name.into(),
        "status" => name(vote.status),
        figure => {
            let known = contender.figures.iter().chain(&vote.figures).find(|(column, _)| column == figure);
            known.map(|(_, value)| value.clone()).unwrap_or_default().into()
        }
    })
}

/// Whether a ballot names it: a person, or an option such as "against all".
fn is_person(fact: &FactView<'_>) -> bool {
    fact.subject.is_some_and(|subject| matches!(subject.kind, Some(NameKind::Person | NameKind::Option) | None))
}

/// What a fact is to the table.
enum Cell<'a> {
    /// A result: its column, but for its round, and its value.
    Figure(&'static str, String),
    /// Who stood.
    Candidate(&'a str),
    /// When the vote was.
    Day,
}

/// Only what is a result, and exactly told.
fn cell<'a>(fact: &FactView<'a>) -> Result<Cell<'a>, Reason> {
    let Some(value) = &fact.value else {
        return match (fact.kind, fact.subject) {
            (FactKind::Candidacy, Some(subject)) if is_person(fact) => Ok(Cell::Candidate(&subject.name)),
            (FactKind::ElectionDate, _) => Ok(Cell::Day),
            _ => Err(Reason::Kind),
        };
    };
    let column = column(fact.kind, fact.unit, is_person(fact)).ok_or(Reason::Kind)?;
    if matches!(fact.status, Some(Status::Projection | Status::OpinionPoll | Status::Expected)) {
        return Err(Reason::Forecast);
    }
    if fact.subject.is_some_and(|subject| subject.kind == Some(NameKind::Group)) {
        return Err(Reason::Group);
    }
    // The seats at stake are of a place, the seats won of a party.
    if fact.subject.is_some() != fact.kind.needs_subject() {
        return Err(Reason::Kind);
    }
    if fact.bound == Some(Bound::Exact) { Ok(Cell::Figure(column, value.to_string())) } else { Err(Reason::Hedged) }
}

/// The first round that a second one follows, if the article has it, and which round it is. What names no round is the first.
fn first_round<'a>(elections: &'a [Election], election: &'a Election) -> (Option<&'a Election>, u8) {
    if election.round != Some(2) {
        return (Some(election), 1);
    }
    let year = |election: &Election| election.date.map(|date| date.year);
    let same = |other: &&Election| {
        other.round != Some(2)
            && year(other).is_some()
            && (&other.country, other.office, year(other)) == (&election.country, election.office, year(election))
    };
    let mut first = elections.iter().filter(same);
    // Of two votes in one year it is not known which the run-off belongs to.
    match (first.next(), first.next()) {
        (Some(first), None) => (Some(first), 2),
        _ => (Some(election), 2),
    }
}
