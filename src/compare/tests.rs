//! Hand-made reports: which of their facts are one thing, and what is said of it.

use std::sync::Arc;

use super::*;
use crate::kind::Office;
use crate::resolve::record::{Fact, NameKind, Record};

const ELECTION: &str = "xx-president-2022-11-20";

fn election(id: &str, date: &str) -> Election {
    let country = Some("KZ".to_owned());
    Election { id: id.to_owned(), country, office: Some(Office::President), date: date.parse().ok(), round: None, early: None }
}

/// A report published on a day of November 2022.
fn report(id: &str, day: &str, facts: Vec<Fact>) -> Report {
    let mut record = Record { elections: vec![election(ELECTION, "2022-11-20")], facts, ..Record::default() };
    record.article.id = id.to_owned();
    record.article.published = format!("2022-11-{day}").parse().ok();
    if record.facts.iter().any(|fact| fact.election.as_deref() == Some("earlier")) {
        record.elections.push(election("earlier", "2019-06-09"));
    }
    for (i, fact) in record.facts.iter_mut().enumerate() {
        fact.id = format!("f{}", i + 1);
    }
    let quotes = record.facts.iter().map(|fact| vec![Quote { start: 0, end: 1, text: fact.id.clone() }]).collect();
    Report { record, quotes, text: None }
}

fn fact(kind: FactKind, value: &str) -> Fact {
    Fact { value: value.parse().ok(), election: Some(ELECTION.to_owned()), ..Fact::blank(kind) }
}

fn of(who: &str, kind: FactKind, value: &str) -> Fact {
    Fact { subject: name(who, NameKind::Person), ..fact(kind, value) }
}

fn name(name: &str, kind: NameKind) -> Option<Arc<Name>> {
    Some(Arc::new(Name { name: name.to_owned(), kind: Some(kind), latin: None, aliases: Vec::new() }))
}

fn hedged(bound: Bound, fact: Fact) -> Fact {
    Fact { bound, ..fact }
}

fn counted(status: Status, fact: Fact) -> Fact {
    Fact { status: Some(status), ..fact }
}

/// One report a list, named a, b, c, published on one day.
fn rows(lists: Vec<Vec<Fact>>) -> Vec<String> {
    shown(&lists.into_iter().zip(["a", "b", "c", "d"]).map(|(facts, id)| report(id, "21", facts)).collect::<Vec<_>>())
}

/// `verdict kind: a0=1 b1=2 (note)`: the group of each value stands behind its article.
fn shown(reports: &[Report]) -> Vec<String> {
    let value = |value: &Value| {
        let said = value.value.map(|v| v.to_string()).or(value.date.map(|d| d.to_string()));
        let said = said.or(value.party.as_ref().map(|p| p.name.clone())).or(value.subject.as_ref().map(|s| s.name.clone()));
        format!("{}{}={}", value.article, value.group, said.unwrap_or_default())
    };
    let row = |row: &Row| {
        let values: Vec<String> = row.values.iter().map(value).collect();
        let note = row.note.as_ref().map(|note| format!(" ({note})")).unwrap_or_default();
        format!("{:?} {}: {}{note}", row.verdict, row.kind.name(), values.join(" "))
    };
    compare(reports).iter().flat_map(|comparison| comparison.rows.iter().map(row).collect::<Vec<_>>()).collect()
}

use crate::kind::FactKind::*;

#[test]
fn the_same_in_two_sources() {
    assert_eq!(rows(vec![vec![fact(Turnout, "69.44")], vec![fact(Turnout, "69.44")]]), ["Agree turnout: a0=69.44 b0=69.44"]);
    assert_eq!(rows(vec![vec![fact(Turnout, "69.44")], vec![fact(Turnout, "69")]]), ["Compatible turnout: a0=69.44 b0=69 (rounding)"]);
    // Cut off instead of rounded.
    assert_eq!(rows(vec![vec![fact(Turnout, "69.46")], vec![fact(Turnout, "69.4")]]), ["Compatible turnout: a0=69.46 b0=69.4 (rounding)"]);
    assert_eq!(
        rows(vec![vec![fact(VotesCast, "8300046")], vec![fact(VotesCast, "8300000")]]),
        ["Compatible votes_cast: a0=8300046 b0=8300000 (rounding)"]
    );
    assert_eq!(
        rows(vec![vec![fact(RegisteredVoters, "18800000")], vec![fact(RegisteredVoters, "18700000")]]),
        ["Compatible registered_voters: a0=18800000 b0=18700000 (rounding)"]
    );
}

#[test]
fn hedges_leave_room() {
    let two = |a: Fact, b: Fact| rows(vec![vec![a], vec![b]]).remove(0);
    let turnout = |v| fact(Turnout, v);
    assert!(two(turnout("81.31"), hedged(Bound::Over, turnout("81"))).starts_with("Compatible"));
    assert!(two(turnout("28.72"), hedged(Bound::Under, turnout("28.72"))).starts_with("Compatible"));
    assert!(two(hedged(Bound::Over, turnout("81")), hedged(Bound::Over, turnout("81"))).starts_with("Agree"));
    assert!(two(turnout("80.3"), hedged(Bound::Over, turnout("81"))).starts_with("Conflict"));
    let registered = |v| fact(RegisteredVoters, v);
    assert!(two(registered("11953465"), hedged(Bound::About, registered("12000000"))).starts_with("Compatible"));
    // As exact as it is said.
    assert_eq!(
        two(registered("9753217"), hedged(Bound::About, registered("9570000"))),
        "Conflict registered_voters: a0=9753217 b1=9570000 (two digits swapped)"
    );
}

#[test]
fn contradictions_and_their_likely_causes() {
    let two = |a: Fact, b: Fact| rows(vec![vec![a], vec![b]]);
    assert_eq!(two(fact(Turnout, "69.44"), fact(Turnout, "69.31")), ["Conflict turnout: a0=69.44 b1=69.31"]);
    assert_eq!(
        two(fact(PollingStations, "10101"), fact(PollingStations, "10110")),
        ["Conflict polling_stations: a0=10101 b1=10110 (two digits swapped)"]
    );
    assert_eq!(
        two(fact(VotesCast, "8300046"), fact(VotesCast, "830046")),
        ["Conflict votes_cast: a0=8300046 b1=830046 (a digit dropped or doubled)"]
    );
    assert_eq!(two(fact(Candidates, "19"), fact(Candidates, "18")), ["Conflict candidates: a0=19 b1=18"]);
    // A rounded figure goes with one of them, and makes it no weaker.
    assert_eq!(
        rows(vec![
            vec![fact(RegisteredVoters, "22120458")],
            vec![fact(RegisteredVoters, "22100000")],
            vec![fact(RegisteredVoters, "22102458")]
        ]),
        ["Conflict registered_voters: a0=22120458 b0=22100000 c1=22102458 (two digits swapped)"]
    );
    // Far apart and no slip: another thing.
    let apart = two(fact(PollingStations, "10101"), fact(PollingStations, "68"));
    assert_eq!(apart, ["Single polling_stations: a0=10101", "Single polling_stations: b0=68"]);
    // Too likely misread.
    let unsure = Fact { confidence: 0.3, ..fact(Turnout, "69.31") };
    assert_eq!(two(fact(Turnout, "69.44"), unsure).len(), 2);
}

#[test]
fn exchanged_figures() {
    let list = |x, y| vec![of("Karakat Abden", VoteShare, x), of("Nurlan Auesbayev", VoteShare, y)];
    let arabic = vec![of("كاراكات أبدين", VoteShare, "2.6"), of("نورلان أويسباييف", VoteShare, "2.22")];
    assert_eq!(
        rows(vec![arabic, list("2.22", "2.6")]),
        [
            "Conflict vote_share: a0=2.6 b1=2.22 (exchanged with نورلان أويسباييف)",
            "Conflict vote_share: a0=2.22 b1=2.6 (exchanged with كاراكات أبدين)"
        ]
    );
    // One may be the other rounded, but not both ways.
    let told = rows(vec![list("4.5", "4"), list("4", "4.5")]);
    assert!(told.iter().all(|row| row.starts_with("Conflict")), "{told:?}");
    let told = rows(vec![list("4.5", "4"), list("4.5", "4")]);
    assert!(told.iter().all(|row| row.starts_with("Agree")), "{told:?}");
}

#[test]
fn two_rounds_in_every_article() {
    let article = |second, first| vec![of("Saied", VoteShare, second), of("Saied", VoteShare, first)];
    assert_eq!(
        rows(vec![article("72.71", "18.4"), article("72.7", "18.4")]),
        ["Compatible vote_share: a0=72.71 b0=72.7 (rounding)", "Agree vote_share: a0=18.4 b0=18.4"]
    );
    // One round only here, the other only there.
    let told = rows(vec![vec![of("Saied", VoteShare, "72.71")], vec![of("Saied", VoteShare, "18.4")]]);
    assert!(told.iter().all(|row| row.starts_with("Single")), "{told:?}");
}

#[test]
fn counts_go_on() {
    let two = |a: Fact, b: Fact| rows(vec![vec![a], vec![b]]).remove(0);
    let share = |v| of("Odinga", VoteShare, v);
    // The earlier count is the first group.
    assert_eq!(two(counted(Status::Final, share("48.85")), counted(Status::Partial, share("54"))), "Progress vote_share: a1=48.85 b0=54");
    assert!(two(counted(Status::Preliminary, share("48.8")), counted(Status::Final, share("49.1"))).starts_with("Progress"));
    // Digits swapped are no count, and a count does not shrink.
    assert!(two(counted(Status::Preliminary, share("48.85")), counted(Status::Final, share("48.58"))).starts_with("Conflict"));
    let cast = |v| fact(VotesCast, v);
    assert!(two(counted(Status::Partial, cast("14000123")), counted(Status::Final, cast("13900456"))).starts_with("Conflict"));
    assert!(two(counted(Status::Preliminary, cast("2808548")), counted(Status::Final, cast("280548"))).starts_with("Conflict"));
    // What is not counted does not go on.
    let voters = |v| fact(RegisteredVoters, v);
    assert!(two(counted(Status::Preliminary, voters("7074575")), counted(Status::Final, voters("7047575"))).starts_with("Conflict"));
    assert!(two(counted(Status::Final, share("48.85")), share("49.1")).starts_with("Conflict"));
    // Who tells how much is counted tells of a count that goes on.
    let counting = vec![share("52.1"), fact(CountedShare, "80")];
    assert!(rows(vec![counting, vec![counted(Status::Final, share("51.2"))]])[0].starts_with("Progress vote_share"));
}

#[test]
fn days_before_the_final_results() {
    let share = || of("Erdogan", VoteShare, "52.14");
    let last = || counted(Status::Final, of("Erdogan", VoteShare, "52.18"));
    let told = |day, other| shown(&[report("a", day, vec![share()]), report("b", other, vec![last()])]).remove(0);
    assert!(told("21", "25").starts_with("Progress"));
    assert!(told("21", "21").starts_with("Conflict"));
    assert!(told("25", "21").starts_with("Conflict"));
    // A third source repeats the earlier figure when all was settled.
    let third = report("c", "26", vec![share()]);
    assert!(shown(&[report("a", "21", vec![share()]), report("b", "25", vec![last()]), third])[0].starts_with("Conflict"));
}

#[test]
fn polls_and_results_are_two() {
    let poll = counted(Status::Projection, of("Saied", VoteShare, "76.9"));
    let told = rows(vec![vec![poll.clone()], vec![of("Saied", VoteShare, "72.7")]]);
    assert!(told.iter().all(|row| row.starts_with("Single")), "{told:?}");
    let other = counted(Status::OpinionPoll, of("Saied", VoteShare, "76.9"));
    assert_eq!(rows(vec![vec![poll], vec![other]]), ["Agree vote_share: a0=76.9 b0=76.9"]);
}

#[test]
fn places_are_things_of_their_own() {
    let there = |place: &str, v| Fact { place: name(place, NameKind::Place), ..fact(PollingStations, v) };
    assert_eq!(
        rows(vec![
            vec![fact(PollingStations, "10101"), there("الخارج", "68")],
            vec![fact(PollingStations, "10101"), there("abroad", "68")]
        ]),
        ["Agree polling_stations: a0=10101 b0=10101", "Agree polling_stations: a0=68 b0=68"]
    );
    let told = rows(vec![vec![there("الخارج", "680")], vec![fact(PollingStations, "710")]]);
    assert!(told.iter().all(|row| row.starts_with("Single")), "{told:?}");
    // The very figure, for one source's scene.
    assert_eq!(
        rows(vec![vec![there("Dubai", "10101")], vec![fact(PollingStations, "10101")]]),
        ["Compatible polling_stations: a0=10101 b0=10101 (another scope)"]
    );
}

#[test]
fn earlier_votes() {
    let earlier = |v| Fact { election: Some("earlier".to_owned()), ..of("Tokayev", VoteShare, v) };
    let now = |v| of("Tokayev", VoteShare, v);
    let told = rows(vec![vec![now("81.31"), earlier("70.96")], vec![now("81.31"), earlier("71")]]);
    assert_eq!(told, ["Agree vote_share: a0=81.31 b0=81.31", "Compatible vote_share: a0=70.96 b0=71 (rounding)"]);
    // One source did not say which vote it means; it is held against nobody.
    let told = rows(vec![vec![now("81.31"), earlier("70.96")], vec![now("81.31"), now("71")], vec![now("81.31"), earlier("70.96")]]);
    assert_eq!(told, ["Agree vote_share: a0=81.31 b0=81.31 c0=81.31", "Compatible vote_share: a0=70.96 b0=71 c0=70.96 (rounding)"]);
}

#[test]
fn parties_of_candidates() {
    let stood = |party: &str| {
        let unit = "";
        Fact { value: None, unit, party: name(party, NameKind::Party), ..of("Nabil Karoui", Candidacy, "0") }
    };
    let two = |a: &str, b: &str| rows(vec![vec![stood(a)], vec![stood(b)]]).remove(0);
    assert!(two("حزب «قلب تونس»", "قلب تونس").starts_with("Agree"));
    assert!(two("حزب «قلب تونس»", "حزب «نداء تونس»").starts_with("Conflict"));
    assert!(two("حركة الشعب", "التيار الشعبي").starts_with("Conflict"));
    assert!(two("حزب «أويل»", "Auyl party").starts_with("Agree"));
    // One is translated perhaps, or stands for words.
    assert!(two("حزب «أويل»", "Village Union").starts_with("Compatible"));
    assert!(
        two("Umbrella for Democratic Change", "UDC").starts_with("Agree")
            || two("Umbrella for Democratic Change", "UDC").starts_with("Compatible")
    );
}

#[test]
fn winners() {
    let won = |who: &str, kind| Fact { value: None, unit: "", subject: name(who, kind), ..fact(Winner, "0") };
    let two = |a: Fact, b: Fact| rows(vec![vec![a], vec![b]]);
    let person = |who| won(who, NameKind::Person);
    assert_eq!(two(person("قيس سعيّد"), person("Kais Saied")), ["Agree winner: a0=قيس سعيّد b0=Kais Saied"]);
    assert_eq!(two(person("Nabil Karoui"), person("Kais Saied")), ["Conflict winner: a0=Nabil Karoui b1=Kais Saied"]);
    assert_eq!(two(won("People's Power", NameKind::Party), person("Dissanayake")).len(), 2);
}

#[test]
fn days_of_voting() {
    let voted = |date: &str| Fact { value: None, unit: "", date: date.parse().ok(), ..fact(ElectionDate, "0") };
    let two = |a: &str, b: &str| rows(vec![vec![voted(a)], vec![voted(b)]]);
    assert_eq!(two("2022-11-20", "2022-11"), ["Compatible election_date: a0=2022-11-20 b0=2022-11"]);
    assert_eq!(two("2022-11-20", "2022-11-21"), ["Conflict election_date: a0=2022-11-20 b1=2022-11-21"]);
    let days = Fact { date_end: "2022-11-21".parse().ok(), ..voted("2022-11-20") };
    assert_eq!(rows(vec![vec![days], vec![voted("2022-11-21")]]), ["Compatible election_date: a0=2022-11-20 b0=2022-11-21"]);
    // Two rounds, of which one article names one.
    let both = vec![voted("2022-11-20"), voted("2022-12-04")];
    assert_eq!(rows(vec![both, vec![voted("2022-11-20")]]).len(), 2);
}

#[test]
fn copies_of_one_text_are_one_source() {
    let text = "Turnout in the presidential election in Kazakhstan was 69.44 percent, the commission said on Monday, and eight million people voted.";
    let copy = |id: &str, text: &str, value| Report { text: Some(text.to_owned()), ..report(id, "21", vec![fact(Turnout, value)]) };
    let cut = text.replace("the commission said on Monday, ", "");
    assert_eq!(shown(&[copy("a", text, "69.44"), copy("b", &cut, "69.44")]), ["Single turnout: a0=69.44 b0=69.44 (copies of one text)"]);
    let own = "The commission in Astana put the share of Kazakhs who voted at 69.44 percent after a quiet Sunday at the polls across the country.";
    let three = [copy("a", text, "69.44"), copy("b", &cut, "69.44"), copy("c", own, "69.44")];
    assert_eq!(shown(&three), ["Agree turnout: a0=69.44 b0=69.44 c0=69.44"]);
    let origins: Vec<usize> = compare(&three)[0].rows[0].values.iter().map(|value| value.origin).collect();
    assert_eq!(origins, [0, 0, 2]);
    // A copy that differs is a mistake of one of them.
    assert!(shown(&[copy("a", text, "69.44"), copy("b", &cut, "64.94")])[0].starts_with("Conflict"));
}

#[test]
fn elections_are_brought_together() {
    let with = |id: &str, country: Option<&str>, office, date: &str, value: &str| {
        let mut report = report(id, "21", vec![fact(Turnout, value), of("قاسم جومارت توكاييف", VoteShare, "81.31")]);
        let main = &mut report.record.elections[0];
        (main.country, main.office, main.date) = (country.map(str::to_owned), office, date.parse().ok());
        report
    };
    let president = Some(Office::President);
    let together = |a: Report, b: Report| compare(&[a, b]).len();
    let one = || with("a", Some("KZ"), president, "2022-11-20", "69.44");
    assert_eq!(together(one(), with("b", Some("KZ"), president, "2022-11", "69.44")), 1);
    assert_eq!(together(one(), with("b", Some("KZ"), president, "2022-11-19", "69.44")), 1);
    assert_eq!(together(one(), with("b", Some("UZ"), president, "2022-11-20", "69.44")), 0);
    assert_eq!(together(one(), with("b", Some("KZ"), president, "2019-06-09", "70")), 0);
    // What one of them does not say, or mistakes, the names in common make up for.
    assert_eq!(together(one(), with("b", None, president, "2022", "69.44")), 1);
    assert_eq!(together(one(), with("b", Some("KZ"), Some(Office::Parliament), "2022-11-20", "69.44")), 1);
    let mut stranger = with("b", Some("KZ"), Some(Office::Parliament), "2022-11-20", "50");
    stranger.record.facts.truncate(1);
    assert_eq!(together(one(), stranger), 0);
}

#[test]
fn articles_of_one_name_are_told_apart() {
    let named = |source: &str| {
        let mut report = report("news", "21", vec![fact(Turnout, "69.44")]);
        report.record.article.source = Some(source.to_owned());
        report
    };
    assert_eq!(compare(&[named("a/news.txt"), named("b/news.txt")])[0].articles, ["a/news.txt", "b/news.txt"]);
    assert_eq!(compare(&[named("news.txt"), named("news.txt")])[0].articles, ["news.txt", "news#2"]);
}

#[test]
fn nothing_to_compare() {
    assert!(compare(&[]).is_empty());
    assert!(compare(&[report("a", "21", vec![fact(Turnout, "69.44")])]).is_empty());
    assert!(compare(&[report("a", "21", vec![]), report("b", "21", vec![])]).is_empty());
    assert!(compare(&[Report::default(), Report::default()]).is_empty());
}
