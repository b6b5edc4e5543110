//! Results as a wide table, a row for each candidate or party, with the column names of the Constituency-Level Elections Archive
//! (electiondataarchive.org, "Variables"): suffix 1 is the first round, 2 the second.
//!
//! Rows are of one article each. What CLEA has no column for is left to the other formats: hedged figures, polls and projections,
//! groups such as women, and all that is no result. Shares and turnout are in percent, as articles give them.

use std::borrow::Cow;
use std::io::{self, Write};

use super::Options;
use super::csv::{name, rows, shown, text};
use super::view::{FactView, RecordView};
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

/// The results of one article.
pub(super) fn write(out: &mut impl Write, view: &RecordView<'_>, options: &Options) -> io::Result<()> {
    let elections = view.elections;
    let mut votes: Vec<Vote<'_>> = Vec::new();
    for fact in &view.facts {
        let Some((column, value)) = result(fact) else { continue };
        let election = elections.iter().find(|election| Some(election.id.as_str()) == fact.election);
        let (first, round) = match election {
            Some(election) => first_round(elections, election),
            None => (None, 1),
        };
        let column = if matches!(column, "seat" | "mag") { column.to_owned() } else { format!("{column}{round}") };
        let place = fact.place.map(|place| place.name.as_str());
        let is_it = |vote: &Vote<'_>| (vote.election.map(|e| &e.id), vote.place, vote.status) == (first.map(|e| &e.id), place, fact.status);
        let at = votes.iter().position(is_it).unwrap_or_else(|| {
            votes.push(Vote { election: first, place, status: fact.status, figures: Vec::new(), contenders: Vec::new() });
            votes.len() - 1
        });
        let vote = &mut votes[at];
        let figures = match fact.subject {
            None => &mut vote.figures,
            Some(subject) => {
                let at = vote.contenders.iter().position(|contender| contender.name == subject.name).unwrap_or_else(|| {
                    let person = is_person(fact);
                    vote.contenders.push(Contender { name: &subject.name, person, party: None, figures: Vec::new() });
                    vote.contenders.len() - 1
                });
                let contender = &mut vote.contenders[at];
                contender.party = contender.party.or(fact.party.map(|party| party.name.as_str()));
                &mut contender.figures
            }
        };
        // Of two values of one thing the first, as the article has them; `checks` tells of such.
        if figures.iter().all(|(known, _)| *known != column) {
            figures.push((column, value));
        }
    }
    for vote in &votes {
        let nobody = Contender { name: "", person: false, party: None, figures: Vec::new() };
        let contenders = if vote.contenders.is_empty() { std::slice::from_ref(&nobody) } else { &vote.contenders };
        rows(out, options.excel, contenders.iter().map(|contender| row(view, vote, contender)))?;
    }
    Ok(())
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

/// The column and value of a fact that is a result, and exactly told.
fn result(fact: &FactView<'_>) -> Option<(&'static str, String)> {
    let counted = !matches!(fact.status, Some(Status::Projection | Status::OpinionPoll | Status::Expected));
    let group = fact.subject.is_some_and(|subject| subject.kind == Some(NameKind::Group));
    let value = fact.value.as_ref().filter(|_| counted && !group && fact.bound == Some(Bound::Exact))?;
    let column = column(fact.kind, fact.unit, is_person(fact))?;
    // The seats at stake are of a place, the seats won of a party.
    (fact.subject.is_some() == fact.kind.needs_subject()).then(|| (column, value.to_string()))
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
