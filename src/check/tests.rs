//! Hand-made records, each check both ways: the doctored one fires it, the honest one does not.

use std::path::Path;
use std::sync::Arc;

use serde_json::Value;

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
    Fact { value: Some(Decimal { digits, scale }.normal()), election: Some("xx-president-2022".to_owned()), ..Fact::blank(kind) }
}

fn name(name: &str, kind: NameKind) -> Option<Arc<Name>> {
    Some(Arc::new(Name { name: name.to_owned(), kind: Some(kind), latin: None, aliases: Vec::new() }))
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
    assert_eq!(
        found(vec![turnout, cast, registered, fact(FactKind::Turnout, "6.9")]).iter().filter(|f| f.starts_with("turnout_a")).count(),
        0
    );
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
    let shares =
        |list: &[&str]| list.iter().zip(["A Aa", "B Bb", "C Cc", "D Dd"]).map(|(v, who)| person(FactKind::VoteShare, who, v)).collect();
    assert_eq!(found(shares(&["50.49", "48.85", "0.44", "0.23"])), NONE);
    assert_eq!(found(shares(&["51", "49", "1"])), NONE);
    assert_eq!(found(shares(&["58.49", "48.85", "0.44"])), ["shares_sum:Error f1 f2 f3"]);
    // Far too much is of several votes, unless swapped digits explain it.
    assert_eq!(found(shares(&["50.7", "1.8", "1.1", "63.8"])), ["shares_sum:Error f1 f2 f3 f4"]);
    assert_eq!(found(shares(&["50.7", "1.8", "1.1", "66.3"])), NONE);
    let mut before: Vec<Fact> = shares(&["50.7", "1.8", "1.1", "63.8"]);
    before[3].status = Some(Status::Final);
    assert_eq!(found(before), NONE);
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
fn the_two_of_a_run_off_are_at_most_a_hundred() {
    let told = |round, a: &str, b: &str| {
        // What they had in the first round, too.
        let shares = [("A Aa", a), ("B Bb", b), ("A Aa", "49.5"), ("B Bb", "44.9")];
        let mut record = record(shares.iter().map(|(who, v)| person(FactKind::VoteShare, who, v)).collect());
        record.elections[0].round = Some(round);
        shown(&record).into_iter().filter(|finding| finding.starts_with("shares_sum")).collect::<Vec<_>>()
    };
    assert_eq!(told(2, "52.18", "47.82"), NONE);
    assert_eq!(told(2, "52.18", "48.72"), ["shares_sum:Error f1 f2"]);
    assert_eq!(told(1, "52.18", "48.72"), NONE);
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

#[test]
fn ballots_are_the_votes_cast() {
    let with = |cast, valid, invalid| {
        vec![fact(FactKind::VotesCast, cast), fact(FactKind::ValidVotes, valid), fact(FactKind::InvalidVotes, invalid)]
    };
    assert_eq!(found(with("14326641", "14213027", "113614")), NONE);
    assert_eq!(found(with("14326641", "14213027", "133614")), ["ballots_sum:Error f2 f3 f1"]);
    assert_eq!(found(with("14326641", "12413027", "113614")), ["ballots_sum:Error f2 f3 f1"]);
    // Blank ones among the invalid or beside them; figures of something else; only a part of all ballots.
    let blank = |n| [with("1000000", "940001", "59999"), vec![fact(FactKind::BlankVotes, n)]].concat();
    assert_eq!(found(blank("20111")), NONE);
    let beside = [with("1000112", "940001", "40000"), vec![fact(FactKind::BlankVotes, "20111")]].concat();
    assert_eq!(found(beside), NONE);
    assert_eq!(found(with("14326641", "7176141", "113614")), ["ballots_sum:Warning f2 f3 f1"]);
    assert_eq!(found(vec![fact(FactKind::VotesCast, "1000"), fact(FactKind::ValidVotes, "990")]), NONE);
    assert_eq!(found(vec![fact(FactKind::VotesCast, "1011"), fact(FactKind::ValidVotes, "1031")]), ["ballots_sum:Error f2 f1"]);
    let share = |kind, v| Fact { unit: "percent", ..fact(kind, v) };
    assert_eq!(found(vec![share(FactKind::ValidVotes, "95.92"), share(FactKind::InvalidVotes, "4.08")]), NONE);
    assert_eq!(found(vec![share(FactKind::ValidVotes, "95.92"), share(FactKind::InvalidVotes, "40.8")]), ["ballots_sum:Error f1 f2"]);
}

#[test]
fn seats_are_the_house() {
    let with = |total: &str, list: &[&str]| {
        let parties = list.iter().zip(["Alpha", "Beta", "Gamma", "Delta"]).map(|(v, who)| party(FactKind::Seats, who, v));
        parties.chain([fact(FactKind::SeatsTotal, total)]).collect::<Vec<Fact>>()
    };
    assert_eq!(found(with("217", &["52", "38", "22"])), NONE);
    assert_eq!(found(with("217", &["89", "68", "62"])), ["seats_sum:Error f1 f2 f3 f4"]);
    // The seats of a house of which a part was elected; women and blocs beside parties; the house before.
    assert_eq!(found(with("35", &["53", "47"])), NONE);
    let women = Fact { subject: name("النساء", NameKind::Group), ..fact(FactKind::Seats, "60") };
    assert_eq!(found([with("217", &["89", "68", "52"]), vec![women]].concat()), NONE);
    assert_eq!(found([with("217", &["89", "68", "52"]), vec![party(FactKind::Seats, "تحالف البناء", "120")]].concat()), NONE);
    assert_eq!(found([with("217", &["89", "68", "52"]), vec![party(FactKind::Seats, "Gamma", "70")]].concat()), NONE);
    let independents = |n| Fact { subject: name("المستقلون", NameKind::Group), ..fact(FactKind::Seats, n) };
    assert_eq!(found([with("217", &["89", "68", "52"]), vec![independents("8")]].concat()), NONE);
    // A list with independents may leave out the smallest; one that a slip explains, or that ends with the others, is whole.
    assert_eq!(found([with("217", &["89", "68", "42"]), vec![independents("8")]].concat()), NONE);
    assert_eq!(found([with("217", &["89", "68", "25"]), vec![independents("8")]].concat()), ["seats_sum:Error f1 f2 f3 f5 f4"]);
    let others = |n| Fact { subject: name("others", NameKind::Group), ..fact(FactKind::Seats, n) };
    assert_eq!(found([with("217", &["89", "68", "42"]), vec![others("18")]].concat()), NONE);
    assert_eq!(found([with("217", &["89", "68", "42"]), vec![others("8")]].concat()), ["seats_sum:Error f1 f2 f3 f5 f4"]);
    // An alliance may be one of the parties, or several of them.
    let alliance = |n| party(FactKind::Seats, "Democratic Alliance", n);
    assert_eq!(found([with("217", &["89", "68"]), vec![alliance("42"), others("18")]].concat()), NONE);
    assert_eq!(found([with("217", &["89", "68", "42"]), vec![alliance("110"), others("18")]].concat()), NONE);
    assert_eq!(found([with("217", &["129", "68"]), vec![alliance("42"), others("18")]].concat()).len(), 1);
    assert_eq!(found([with("217", &["89", "68"]), vec![alliance("24"), others("18")]].concat()).len(), 1);
    // A party and its letters, a party and its leader are one.
    assert_eq!(found([with("217", &["89", "68", "52"]), vec![party(FactKind::Seats, "ABP", "89")]].concat()), NONE);
    assert_eq!(found([with("217", &["89", "68", "52"]), vec![person(FactKind::Seats, "Ann Bell", "68")]].concat()), NONE);
}

fn winner(who: &str) -> Fact {
    Fact { value: None, unit: "", ..person(FactKind::Winner, who, "0") }
}

#[test]
fn the_winner_is_first() {
    let with = |a: &str, b: &str| vec![winner("A Aa"), person(FactKind::VoteShare, "A Aa", a), person(FactKind::VoteShare, "B Bb", b)];
    assert_eq!(found(with("50.49", "48.85")), NONE);
    assert_eq!(found(with("48.85", "50.49")), ["winner_first:Error f1 f2 f3"]);
    assert_eq!(found(with("50", "50")), NONE);
    let mut rounds = record(with("23.1", "27.8"));
    rounds.elections[0].round = Some(1);
    assert_eq!(shown(&rounds), NONE);
    let mut electors = record(with("46.1", "48.2"));
    electors.elections[0].country = Some("US".to_owned());
    assert_eq!(shown(&electors), NONE);
    let mut parliament = record(with("46.1", "48.2"));
    parliament.elections[0].office = Some(Office::Parliament);
    assert_eq!(shown(&parliament), NONE);
}

#[test]
fn a_margin_is_a_difference() {
    let margin = |v, unit| Fact { unit, ..person(FactKind::Margin, "A Aa", v) };
    let points =
        |v| vec![margin(v, "percent_points"), person(FactKind::VoteShare, "A Aa", "50.49"), person(FactKind::VoteShare, "B Bb", "48.85")];
    assert_eq!(found(points("1.64")), NONE);
    assert_eq!(found(points("1.6")), NONE);
    assert_eq!(found(points("2")), NONE);
    assert_eq!(found(points("2.64")), ["margin_difference:Error f1 f2 f3"]);
    let votes = |v| vec![margin(v, "votes"), person(FactKind::Votes, "A Aa", "7176141"), person(FactKind::Votes, "B Bb", "6942930")];
    assert_eq!(found(votes("233000")), NONE);
    assert_eq!(found(votes("233211")), NONE);
    assert_eq!(found(votes("323211")), ["margin_difference:Error f1 f2 f3"]);
    let mut about = votes("250000");
    about[0].bound = Bound::About;
    assert_eq!(found(about), NONE);
}

#[test]
fn no_more_candidates_than_counted() {
    let with = |n: &str| {
        let shares = ["41.2", "30.1", "28.7"].iter().zip(["A Aa", "B Bb", "C Cc"]).map(|(v, who)| person(FactKind::VoteShare, who, v));
        shares.chain([fact(FactKind::Candidates, n)]).collect::<Vec<Fact>>()
    };
    assert_eq!(found(with("3")), NONE);
    assert_eq!(found(with("2")), ["candidates_counted:Error f4 f1 f2 f3"]);
    let mut second = record(with("2"));
    second.elections[0].round = Some(2);
    assert_eq!(shown(&second), NONE);
    let mut women = with("2");
    women[3].subject = name("نساء", NameKind::Group);
    assert_eq!(found(women), NONE);
}

#[test]
fn votes_and_shares_go_together() {
    let one = |who, votes, share| [person(FactKind::Votes, who, votes), person(FactKind::VoteShare, who, share)];
    let valid = |votes, share| [one("A Aa", votes, share).to_vec(), vec![fact(FactKind::ValidVotes, "14213027")]].concat();
    assert_eq!(found(valid("7176141", "50.49")), NONE);
    assert_eq!(found(valid("7180000", "50.5")), NONE);
    assert_eq!(found(valid("7176141", "62.18")), ["share_arithmetic:Warning f1 f2 f3"]);
    assert_eq!(found(valid("7176141", "54.49")), ["share_arithmetic:Error f1 f2 f3"]);
    assert_eq!(found(valid("7716141", "50.49")), ["share_arithmetic:Error f1 f2 f3"]);
    // Without the valid votes, the others tell what the shares are of.
    let four = |c: &'static str, d: &'static str| {
        [one("A Aa", "7176141", "50.49"), one("B Bb", "6942930", "48.85"), one("C Cc", "61969", c), one("D Dd", "31987", d)].concat()
    };
    assert_eq!(found(four("0.44", "0.23")), NONE);
    let exchanged = check(&record(four("0.23", "0.44")));
    assert_eq!(exchanged.iter().map(|f| f.check).collect::<Vec<_>>(), ["share_arithmetic"]);
    assert!(exchanged[0].message.contains("C Cc has more votes than D Dd"), "{}", exchanged[0].message);
    // One of another vote, which the article does not say.
    assert_eq!(found([four("0.44", "0.23"), one("E Ee", "13230131", "51.73").to_vec()].concat()), NONE);
    // Rounded figures leave more open.
    assert_eq!(found([one("A Aa", "7200000", "50"), one("B Bb", "6900000", "49")].concat()), NONE);
}

/// Articles of two rounds, of a poll beside a result, of women beside parties, and of a lead over one whose votes are not told: gold does not tell them apart, so that
/// facts made from it seem to contradict each other. The program, which knows the rounds and polls, calls none of them wrong. One is
/// called wrong by the program too, and rightly: the turnout of Jordan, given as 32.25% with votes and voters that make 32.03%.
const APART: &[&str] = &[
    "ar-president-2023-en-long",
    "cz-president-2023-en-runoff-preview",
    "in-karnataka-2023-en-leads",
    "jo-parliament-2024-winners",
    "jp-senate-2022",
];

/// The corpus holds honest articles: read without mistakes, none is called wrong. (Official figures may be a hundredth of a point apart.)
#[test]
fn the_gold_of_the_corpus_holds_no_error() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    for lang in ["ar", "en"] {
        let gold = std::fs::read_to_string(corpus.join("gold").join(lang).with_extension("jsonl")).unwrap();
        for line in gold.lines().filter(|line| !line.trim().is_empty()) {
            let document: Value = serde_json::from_str(line).unwrap();
            let id = document["doc"].as_str().unwrap();
            let text = std::fs::read_to_string(corpus.join("articles").join(lang).join(id).with_extension("txt")).unwrap();
            let mut findings = check(&of_gold(&document, &text));
            findings.retain(|finding| finding.severity == Severity::Error);
            assert!(findings.is_empty() != APART.contains(&id), "{id}: {findings:#?}");
        }
    }
}

/// A record of a gold document's facts.
fn of_gold(document: &Value, text: &str) -> Record {
    let year = |value: &Value| value.as_i64().map_or_else(|| "none".to_owned(), |year| year.to_string());
    let main = year(&document["election"]["year"]);
    let office: Option<Office> = serde_json::from_value(document["election"]["office"].clone()).unwrap();
    let country = document["election"]["country"].as_str().map(str::to_owned);
    let named = |names: &Value| -> Option<Arc<Name>> {
        let first = names.as_array()?.first()?.as_str()?.to_owned();
        let folded = crate::text::normalize(&first);
        let any = |words: &[&str]| words.iter().any(|word| folded.contains(word));
        let kind = if matches!(folded.as_str(), "yes" | "no" | "نعم" | "لا") || any(&["ضد", "against all"]) {
            NameKind::Option
        } else if any(&["مستقل", "نساء", "independent", "women", "الاحزاب الصغيره", "smaller parties"]) {
            NameKind::Group
        } else if any(&["حزب", "تحالف", "حركه", "قايمه", "ايتلاف", "party", "alliance", "coalition", "list", "bloc"])
        {
            NameKind::Party
        } else {
            NameKind::Person
        };
        Some(Arc::new(Name { name: first, kind: Some(kind), latin: None, aliases: Vec::new() }))
    };
    // What may be read so or not ("the six others": candidates) is no statement to hold against others.
    let sure = document["facts"].as_array().unwrap().iter().filter(|gold| gold["optional"] != true);
    let facts = sure.map(|gold| {
        let kind: FactKind = serde_json::from_value(gold["kind"].clone()).unwrap();
        let value = gold["value"].as_number().map(ToString::to_string);
        let at = gold["quote"].as_str().and_then(|quote| text.find(quote)).unwrap_or(0);
        let unit = if gold["unit"] == "percent" {
            "percent"
        } else if gold["unit"] == "votes" {
            "votes"
        } else {
            kind.unit()
        };
        Fact {
            value: value.as_ref().map(|value| self::fact(kind, value).value.unwrap()),
            value_max: gold["value_max"].as_number().map(|value| self::fact(kind, &value.to_string()).value.unwrap()),
            unit,
            bound: serde_json::from_value(gold["bound"].clone()).unwrap_or_default(),
            status: serde_json::from_value(gold["status"].clone()).unwrap(),
            subject: named(&gold["subject"]),
            party: named(&gold["party"]),
            place: named(&gold["place"]),
            election: Some(if gold["election_year"].is_null() { main.clone() } else { year(&gold["election_year"]) }),
            evidence: vec![Span::new(at, at + 1)],
            ..fact(kind, "0")
        }
    });
    let mut record = record(facts.collect());
    let round = ["جوله الثانيه", "الدور الثاني", "run-off", "runoff", "second round", "جولة ثانية", "جولة الإعادة", "الجولة الثانية"];
    let round = round.iter().any(|word| text.contains(word)).then_some(2);
    record.elections = vec![Election { id: main, country, office, date: None, round, early: None }];
    record
}
