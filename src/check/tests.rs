//! Hand-made records, each check both ways: the doctored one fires it, the honest one does not.

use super::*;
use crate::decimal::Decimal;
use crate::kind::{Bound, FactKind, Office, Status};
use crate::resolve::record::{Election, Name, NameKind};
use crate::span::Span;

/// Facts of one presidential election.
fn record(facts: Vec<Fact>) -> Record {
    let id = "xx-president-2022".to_owned();
    let election = Election { id, country: None, office: Some(Office::President), date: None, round: None, early: None };
    let mut record = Record { elections: vec![election], facts, ..Record::default() };
    for (i, fact) in record.facts.iter_mut().enumerate() {
        fact.id = format!("f{}", i + 1);
        if fact.evidence.is_empty() {
            fact.evidence.push(Span::new(i * 40, i * 40 + 6));
        }
    }
    record
}

/// A fact of `kind` with a value as printed: `69.44`.
fn fact(kind: FactKind, value: &str) -> Fact {
    let digits = value.replace(['.', ','], "").parse().unwrap();
    let scale = value.split('.').nth(1).map_or(0, |part| part.len() as u8);
    Fact {
        id: String::new(),
        kind,
        value: Some(Decimal { digits, scale }.normal()),
        value_max: None,
        date: None,
        date_end: None,
        unit: kind.unit(),
        bound: Bound::Exact,
        status: None,
        subject: None,
        party: None,
        place: None,
        election: Some("xx-president-2022".to_owned()),
        evidence: Vec::new(),
        confidence: 0.9,
        rule: "test",
    }
}

fn name(name: &str, kind: NameKind) -> Option<Name> {
    Some(Name { name: name.to_owned(), kind: Some(kind), latin: None, aliases: Vec::new() })
}

/// A person's figure.
fn person(kind: FactKind, who: &str, value: &str) -> Fact {
    Fact { subject: name(who, NameKind::Person), ..fact(kind, value) }
}

/// A party's figure.
fn party(kind: FactKind, who: &str, value: &str) -> Fact {
    Fact { subject: name(who, NameKind::Party), ..fact(kind, value) }
}

/// The findings as `check:severity` with the ids of their facts.
fn found(facts: Vec<Fact>) -> Vec<String> {
    shown(&record(facts))
}

fn shown(record: &Record) -> Vec<String> {
    let shown = |finding: &Finding| format!("{}:{:?} {}", finding.check, finding.severity, finding.facts.join(" "));
    check(record).iter().map(shown).collect()
}

const NONE: [&str; 0] = [];

#[test]
fn ids_are_those_of_the_checks() {
    let mut ids: Vec<&str> = CHECKS.iter().map(|check| check.id).collect();
    assert!(CHECKS.iter().all(|check| !check.doc.is_empty()));
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), CHECKS.len());
}

#[test]
fn turnout_is_cast_of_registered() {
    let three = |turnout, cast, registered| {
        vec![fact(FactKind::Turnout, turnout), fact(FactKind::VotesCast, cast), fact(FactKind::RegisteredVoters, registered)]
    };
    assert_eq!(found(three("69.44", "8300046", "11953465")), NONE);
    assert_eq!(found(three("69.4", "8300046", "12000000")), NONE);
    assert_eq!(found(three("69.44", "830046", "11953465")), ["turnout_arithmetic:Error f1 f2 f3"]);
    let finding = &check(&record(three("69.44", "830046", "11953465")))[0];
    assert_eq!(
        finding.message,
        "turnout is given as 69.44%, but 830,046 votes cast of 11,953,465 registered voters make 6.94%; 8,300,046, 8,300,446 or 8,300,466 (a repeated digit dropped) would fit"
    );
    assert_eq!((finding.found, finding.expected.map(|e| (e * 100.0).round())), (Some(69.44), Some(694.0)));
}

#[test]
fn turnout_of_other_things_is_not_held_against_it() {
    let three = || [fact(FactKind::Turnout, "69.44"), fact(FactKind::VotesCast, "830046"), fact(FactKind::RegisteredVoters, "11953465")];
    let [mut turnout, cast, registered] = three();
    turnout.place = name("الخارج", NameKind::Place);
    assert_eq!(found(vec![turnout, cast, registered]), NONE);
    let [turnout, mut cast, registered] = three();
    cast.status = Some(Status::Partial);
    assert_eq!(found(vec![turnout, cast, registered]), NONE);
    let [turnout, mut cast, registered] = three();
    cast.bound = Bound::Over;
    assert_eq!(found(vec![turnout, cast, registered]), NONE);
    let [mut turnout, cast, registered] = three();
    turnout.confidence = 0.4;
    assert_eq!(found(vec![turnout, cast, registered]), NONE);
    let [turnout, cast, registered] = three();
    assert_eq!(found(vec![turnout, cast, registered, fact(FactKind::Turnout, "6.9")]).iter().filter(|f| f.starts_with("turnout_a")).count(), 0);
}

#[test]
fn no_more_votes_than_voters() {
    let two = |cast, registered| vec![fact(FactKind::VotesCast, cast), fact(FactKind::RegisteredVoters, registered)];
    assert_eq!(found(two("8300046", "11953465")), NONE);
    assert_eq!(found(two("8300046", "1195346")), ["cast_over_registered:Error f1 f2"]);
    assert_eq!(found(two("12030000", "12000000")), NONE);
}

#[test]
fn shares_are_at_most_a_hundred() {
    let shares = |list: &[&str]| list.iter().zip(["A Aa", "B Bb", "C Cc", "D Dd"]).map(|(v, who)| person(FactKind::VoteShare, who, v)).collect();
    assert_eq!(found(shares(&["50.49", "48.85", "0.44", "0.23"])), NONE);
    assert_eq!(found(shares(&["51", "49", "1"])), NONE);
    assert_eq!(found(shares(&["58.49", "48.85", "0.44"])), ["shares_sum:Error f1 f2 f3"]);
    // A part of a list is no finding, neither are two polls, nor a party beside its leader.
    assert_eq!(found(shares(&["50.49", "40.1"])), NONE);
    let mut polls: Vec<Fact> = shares(&["58", "49"]);
    polls[1].status = Some(Status::OpinionPoll);
    assert_eq!(found(polls), NONE);
    let leader = Fact { party: name("Reform Party", NameKind::Party), ..person(FactKind::VoteShare, "A Aa", "61.2") };
    assert_eq!(found(vec![leader, party(FactKind::VoteShare, "Reform Party", "61.2")]), NONE);
    assert_eq!(found(vec![person(FactKind::VoteShare, "A Aa", "61.2"), party(FactKind::VoteShare, "Reform Party", "60")]), NONE);
}

#[test]
fn a_whole_list_is_a_hundred() {
    let with = |list: &[&str]| {
        let mut facts: Vec<Fact> = list.iter().zip(["A Aa", "B Bb", "C Cc"]).map(|(v, who)| person(FactKind::VoteShare, who, v)).collect();
        facts.push(Fact { subject: name("ضد الجميع", NameKind::Option), ..fact(FactKind::VoteShare, "5.8") });
        facts
    };
    assert_eq!(found(with(&["81.31", "6.79", "6.1"])), NONE);
    assert_eq!(found(with(&["71.31", "6.79", "6.1"])), ["shares_sum:Error f1 f2 f3 f4"]);
    assert_eq!(found(with(&["80.31", "6.79", "6.1"])), ["shares_sum:Warning f1 f2 f3 f4"]);
    assert_eq!(found(with(&["61.31", "6.79", "6.1"])), NONE);
}

#[test]
fn first_and_second_round_are_not_summed() {
    let mut mixed = record(vec![
        person(FactKind::VoteShare, "A Aa", "72.71"),
        person(FactKind::VoteShare, "B Bb", "15.58"),
        person(FactKind::VoteShare, "C Cc", "12.9"),
    ]);
    mixed.facts[0].evidence = vec![Span::new(0, 5)];
    mixed.facts[1].evidence = vec![Span::new(2000, 2005)];
    mixed.facts[2].evidence = vec![Span::new(2050, 2055)];
    assert_eq!(shown(&mixed), NONE);
    mixed.facts[0].evidence = vec![Span::new(1960, 1965)];
    assert_eq!(shown(&mixed), ["shares_sum:Error f1 f2 f3"]);
}

#[test]
fn one_thing_has_one_value() {
    let two = |kind, a, b| vec![fact(kind, a), fact(kind, b)];
    assert_eq!(found(two(FactKind::PollingStations, "10101", "10110")), ["two_values:Error f1 f2"]);
    assert_eq!(found(two(FactKind::RegisteredVoters, "11953465", "12953465")), ["two_values:Error f1 f2"]);
    assert_eq!(found(two(FactKind::VoteShare, "52.1", "51.2")), ["two_values:Error f1 f2"]);
    assert_eq!(found(two(FactKind::Turnout, "66.2", "66.5")), NONE);
    // Rounded, hedged, of another place, of a count that goes on, of things of which there may be two.
    assert_eq!(found(two(FactKind::VotesCast, "8300046", "8300000")), NONE);
    assert_eq!(found(two(FactKind::Turnout, "69.44", "69")), NONE);
    assert_eq!(found(two(FactKind::Observers, "641", "10000")), NONE);
    let mut over = two(FactKind::Turnout, "69.44", "60");
    over[1].bound = Bound::Over;
    assert_eq!(found(over), NONE);
    let mut partial = two(FactKind::Turnout, "69.44", "28.2");
    partial[1].status = Some(Status::Partial);
    assert_eq!(found(partial), NONE);
    let mut there = two(FactKind::Turnout, "69.44", "28.72");
    there[1].place = name("Almaty", NameKind::Place);
    assert_eq!(found(there), NONE);
}

#[test]
fn no_share_is_over_a_hundred() {
    assert_eq!(found(vec![fact(FactKind::Turnout, "100")]), NONE);
    assert_eq!(found(vec![fact(FactKind::Turnout, "694.4")]), ["impossible_value:Error f1"]);
    assert_eq!(found(vec![fact(FactKind::Seats, "120")]), NONE);
}
