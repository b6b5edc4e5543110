//! Names and figures in any order stay paired: in items of a list, in rows of a table, in a list behind a colon, and in sentences
//! that pair them by order.
//!
//! Each text is made of a few of the names and figures below, shuffled. What is extracted must be exactly the pairs it was made of.

use std::collections::BTreeSet;

use hasila::{Article, Extractor, FactKind};
use proptest::prelude::*;

/// Parties, persons and places of no election.
const PARTIES: [&str; 6] = ["Labour Party", "Unity", "Green Alliance", "Forward Movement", "National Front", "Liberal Union"];
const PERSONS: [&str; 6] = ["Jane Doe", "John Roe", "Maria Silva", "Peter Novak", "Ana Kovac", "David Okello"];
const PLACES: [&str; 6] = ["Northern Province", "Eastern Province", "Lake District", "River State", "Coast Region", "Hill County"];
const AR_PARTIES: [&str; 6] = ["حزب العمال", "حركة الأمل", "تحالف النهوض", "جبهة الإصلاح", "حزب الوحدة", "تيار المستقبل"];
const AR_PERSONS: [&str; 6] = ["أحمد الخالدي", "محمود السالمي", "سامي الراوي", "سعيد الهاشمي", "خالد المنصوري", "يوسف العامري"];
const AR_PLACES: [&str; 6] = ["محافظة الشرق", "محافظة البحر", "محافظة الجبل", "محافظة السهل", "محافظة النهر", "محافظة الساحل"];

/// Percents that add up to less than 100, votes and seats, all different.
const PERCENTS: [&str; 6] = ["31.4", "24.75", "17.2", "9.8", "6.31", "4.5"];
const VOTES: [&str; 6] = ["1,204,331", "948,120", "655,009", "371,448", "240,766", "171,902"];
const SEATS: [&str; 6] = ["61", "48", "33", "19", "12", "8"];

/// Some names in some order, with figures in some order.
fn pairs(names: [&'static str; 6], figures: [&'static str; 6], least: usize) -> impl Strategy<Value = Vec<(&'static str, &'static str)>> {
    let order = |all: [&'static str; 6]| Just(all.to_vec()).prop_shuffle();
    (order(names), order(figures), least..=6).prop_map(|(names, figures, count)| names.into_iter().zip(figures).take(count).collect())
}

/// What a text says of one kind: value with subject, or with place where there is none.
fn said(text: &str, kind: FactKind) -> BTreeSet<(String, String)> {
    let record = Extractor::new().extract(&Article::new(text));
    let facts = record.facts.iter().filter(|fact| fact.kind == kind);
    facts
        .map(|fact| {
            let name = if kind.needs_subject() { &fact.subject } else { &fact.place };
            (name.as_ref().map_or_else(String::new, |name| name.name.clone()), fact.value.map(|v| v.to_string()).unwrap_or_default())
        })
        .collect()
}

fn wanted(pairs: &[(&str, &str)]) -> BTreeSet<(String, String)> {
    pairs.iter().map(|(name, figure)| ((*name).to_owned(), figure.replace(',', ""))).collect()
}

/// The pairs, each written by `item`.
fn lines(pairs: &[(&str, &str)], item: impl Fn(usize, &str, &str) -> String) -> String {
    pairs.iter().enumerate().map(|(i, (name, figure))| item(i, name, figure) + "\n").collect()
}

/// How an item of a list is written; `{unit}` may follow the figure.
fn items(style: usize, pairs: &[(&str, &str)], unit: &str) -> String {
    lines(pairs, |i, name, figure| match style {
        0 => format!("{name}: {figure}{unit}"),
        1 => format!("- {name}: {figure}{unit}"),
        2 => format!("• {name} – {figure}{unit}"),
        3 => format!("{}. {name} – {figure}{unit}", i + 1),
        4 => format!("{}- {name}: {figure}{unit}", i + 1),
        _ => format!("{name} {figure}{unit}"),
    })
}

/// What parts the cells of a table.
const MARKS: [&str; 4] = ["\t", " | ", "   ", "; "];

fn check(text: &str, kind: FactKind, pairs: &[(&str, &str)]) -> Result<(), TestCaseError> {
    prop_assert_eq!(said(text, kind), wanted(pairs), "{}", text);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn lists_of_shares(pairs in pairs(PERSONS, PERCENTS, 2), ar in pairs(AR_PERSONS, PERCENTS, 2), style in 0..6usize) {
        check(&format!("Results of the presidential election:\n{}", items(style, &pairs, "%")), FactKind::VoteShare, &pairs)?;
        check(&format!("نتائج الانتخابات الرئاسية:\n{}", items(style, &ar, "%")), FactKind::VoteShare, &ar)?;
    }

    #[test]
    fn lists_of_votes(pairs in pairs(PERSONS, VOTES, 2), ar in pairs(AR_PERSONS, VOTES, 2), style in 0..6usize) {
        check(&format!("Results of the presidential election:\n{}", items(style, &pairs, " votes")), FactKind::Votes, &pairs)?;
        check(&format!("نتائج الانتخابات الرئاسية:\n{}", items(style, &ar, " صوتا")), FactKind::Votes, &ar)?;
    }

    #[test]
    fn lists_of_seats(pairs in pairs(PARTIES, SEATS, 2), ar in pairs(AR_PARTIES, SEATS, 2), style in 0..6usize, bare in any::<bool>()) {
        let (unit, ar_unit) = if bare { ("", "") } else { (" seats", " مقعدا") };
        check(&format!("Seats by party after the election:\n{}", items(style, &pairs, unit)), FactKind::Seats, &pairs)?;
        check(&format!("توزعت المقاعد بعد الانتخابات كما يلي:\n{}", items(style, &ar, ar_unit)), FactKind::Seats, &ar)?;
    }

    #[test]
    fn lists_of_places(pairs in pairs(PLACES, PERCENTS, 2), ar in pairs(AR_PLACES, PERCENTS, 2), style in 0..6usize) {
        check(&format!("Turnout in the election by province:\n{}", items(style, &pairs, "%")), FactKind::Turnout, &pairs)?;
        check(&format!("نسب المشاركة في الانتخابات حسب المحافظات:\n{}", items(style, &ar, "%")), FactKind::Turnout, &ar)?;
    }

    #[test]
    fn tables(parties in pairs(PARTIES, VOTES, 3), seats in Just(SEATS.to_vec()).prop_shuffle(), mark in 0..4usize, turned in any::<bool>()) {
        let table = |heads: [&str; 3], names: &[&str]| {
            let mark = MARKS[mark];
            let row = |a: &str, b: &str, c: &str| if turned { [a, c, b].join(mark) } else { [a, b, c].join(mark) };
            let rows = parties.iter().zip(names).zip(&seats).map(|(((_, votes), name), seats)| row(name, votes, seats));
            let rows: Vec<String> = std::iter::once(row(heads[0], heads[1], heads[2])).chain(rows).collect();
            rows.join("\n")
        };
        let both = |text: String, names: &[&'static str]| -> Result<(), TestCaseError> {
            let votes: Vec<_> = names.iter().zip(&parties).map(|(name, (_, votes))| (*name, *votes)).collect();
            let seats: Vec<_> = names.iter().zip(&seats).map(|(name, seats)| (*name, *seats)).take(parties.len()).collect();
            check(&text, FactKind::Votes, &votes)?;
            check(&text, FactKind::Seats, &seats)
        };
        let names: Vec<&'static str> = parties.iter().map(|(name, _)| *name).collect();
        both(format!("The results of the election:\n\n{}", table(["Party", "Votes", "Seats"], &names)), &names)?;
        let names: Vec<&'static str> = AR_PARTIES[..parties.len()].to_vec();
        both(format!("نتائج الانتخابات:\n\n{}", table(["الحزب", "الأصوات", "المقاعد"], &names)), &names)?;
    }

    #[test]
    fn lists_behind_a_colon(pairs in pairs(PARTIES, PERCENTS, 2), ar in pairs(AR_PARTIES, PERCENTS, 2)) {
        let joined = |pairs: &[(&str, &str)], comma: &str| pairs.iter().map(|(n, f)| format!("{n} {f}%")).collect::<Vec<_>>().join(comma);
        check(&format!("The results of the election by party were: {}.", joined(&pairs, ", ")), FactKind::VoteShare, &pairs)?;
        check(&format!("وجاءت نتائج الانتخابات كما يلي: {}.", joined(&ar, "، ")), FactKind::VoteShare, &ar)?;
    }

    #[test]
    fn respectively(pairs in pairs(PERSONS, PERCENTS, 2), ar in pairs(AR_PERSONS, PERCENTS, 2), count in 2..=3usize) {
        let pairs: Vec<_> = pairs.into_iter().take(count).collect();
        let ar: Vec<_> = ar.into_iter().take(count).collect();
        let names: Vec<&str> = pairs.iter().map(|p| p.0).collect();
        let shares: Vec<String> = pairs.iter().map(|p| format!("{}%", p.1)).collect();
        let text = format!("In the presidential election {} won {} of the vote respectively.", joined(&names, ", ", " and "), joined(&shares, ", ", " and "));
        check(&text, FactKind::VoteShare, &pairs)?;
        let names: Vec<&str> = ar.iter().map(|p| p.0).collect();
        let shares: Vec<String> = ar.iter().map(|p| format!("{}%", p.1)).collect();
        let text = format!("في الانتخابات الرئاسية حصل {} على {} من الأصوات على التوالي.", joined(&names, " و", " و"), joined(&shares, " و", " و"));
        check(&text, FactKind::VoteShare, &ar)?;
    }
}

fn joined<T: AsRef<str>>(all: &[T], comma: &str, last: &str) -> String {
    match all {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [rest @ .., end] => rest.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(comma) + last + end.as_ref(),
    }
}
