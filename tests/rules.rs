//! Every rule reads its `yes` examples, through the whole extractor, and leaves its `no` examples alone.

mod report;

use std::sync::Arc;

use hasila::facts::{Example, Rule, rules};
use hasila::names::{contains, words};
use hasila::text::Text;
use hasila::{Article, Extractor, Fact, Lang, Name};

fn read(example: &Example) -> Vec<Fact> {
    let published = example.published.as_deref().map(|day| day.parse().expect("`published` of an example is a date"));
    Extractor::new().extract(&Article { published, ..Article::new(example.text.as_str()) }).facts
}

/// In a line: the rule, the kind, and what the example can ask for.
fn show(fact: &Fact) -> String {
    let mut shown = format!("{} {}", fact.rule, fact.kind.name());
    let name = |name: &Option<Arc<Name>>| name.as_ref().map(|n| n.name.clone());
    let fields = [
        ("value", fact.value.map(|v| v.to_string())),
        ("date", fact.date.map(|d| d.to_string())),
        ("subject", name(&fact.subject)),
        ("party", name(&fact.party)),
    ];
    for (field, value) in fields {
        if let Some(value) = value {
            shown += &format!(" {field}={value}");
        }
    }
    shown
}

fn show_all(facts: &[Fact]) -> String {
    if facts.is_empty() { "nothing".to_owned() } else { facts.iter().map(show).collect::<Vec<_>>().join("; ") }
}

/// What an example asks for that the fact does not say.
fn wrong(fact: &Fact, example: &Example) -> Vec<&'static str> {
    let holds = |found: &Option<Arc<Name>>, wanted: &Option<String>| {
        wanted.as_ref().is_none_or(|wanted| found.as_ref().is_some_and(|found| contains(&words(&found.name), &words(wanted))))
    };
    let checks = [
        ("value", example.value.is_none_or(|value| fact.value.is_some_and(|found| found.to_f64() == value))),
        ("subject", holds(&fact.subject, &example.subject)),
        ("party", holds(&fact.party, &example.party)),
        ("date", example.date.as_ref().is_none_or(|date| fact.date.is_some_and(|found| found.to_string() == *date))),
    ];
    checks.into_iter().filter(|(_, right)| !right).map(|(field, _)| field).collect()
}

/// What is amiss with a `yes` example.
fn failure(rule: &Rule, example: &Example) -> Option<String> {
    let facts = read(example);
    let text = &example.text;
    let Some(kind) = rule.kind else {
        // A rule without a kind keeps its number from becoming a fact at all.
        let made = facts.iter().find(|f| example.value.is_some() && f.value.map(|v| v.to_f64()) == example.value)?;
        return Some(format!("noisy   {}: «{text}» gives {}", rule.id, show(made)));
    };
    let own: Vec<&Fact> = facts.iter().filter(|f| f.rule == rule.id && f.kind == kind).collect();
    if own.is_empty() {
        return Some(format!("missing {}: «{text}» gives {}", rule.id, show_all(&facts)));
    }
    // The fields of the fact that comes nearest.
    let fields = own.iter().map(|fact| wrong(fact, example)).min_by_key(Vec::len)?;
    (!fields.is_empty()).then(|| format!("wrong   {}: {} of «{text}»: gives {}", rule.id, fields.join(", "), show_all(&facts)))
}

#[test]
fn yes_examples_are_read_and_no_examples_are_not() {
    let mut failures = Vec::new();
    for rule in rules() {
        failures.extend(rule.yes.iter().filter_map(|example| failure(rule, example)));
        for example in &rule.no {
            let facts = read(example);
            if let Some(fact) = facts.iter().find(|f| f.rule == rule.id) {
                let why = example.why.as_deref().unwrap_or_default();
                failures.push(format!("noisy   {}: «{}» gives {} ({why})", rule.id, example.text, show(fact)));
            }
        }
    }
    report::assert_none(&failures);
}

#[test]
fn rules_prove_themselves_in_both_languages() {
    let mut failures = Vec::new();
    for rule in rules() {
        let id = rule.id;
        let reads = |lang| rule.yes.iter().any(|example| Text::new(&example.text).lang() == lang);
        if rule.kind.is_some() {
            for (lang, name) in [(Lang::Ar, "an Arabic"), (Lang::En, "an English")] {
                if !reads(lang) {
                    failures.push(format!("{id}: expected {name} yes, found none"));
                }
            }
            if !rule.no.iter().any(|example| example.why.as_ref().is_some_and(|why| !why.is_empty())) {
                failures.push(format!("{id}: expected a no with a why, found none"));
            }
        }
        for example in &rule.yes {
            let asked = example.value.is_some() || example.subject.is_some() || example.party.is_some() || example.date.is_some();
            if !asked || example.why.is_some() {
                failures.push(format!("{id}: expected a yes with a value, a name or a date and no why: «{}»", example.text));
            }
        }
        for example in &rule.no {
            let asked = example.value.is_some() || example.subject.is_some() || example.party.is_some() || example.date.is_some();
            if asked || example.why.is_none() {
                failures.push(format!("{id}: expected a no with a why and nothing else: «{}»", example.text));
            }
        }
    }
    report::assert_none(&failures);
}

#[test]
fn ids_are_unique_and_say_family_and_match() {
    let mut failures = Vec::new();
    for (i, rule) in rules().iter().enumerate() {
        let name = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
        if !rule.id.split_once('.').is_some_and(|(family, what)| name(family) && name(what)) {
            failures.push(format!("{:?}: expected `family.what_is_matched`", rule.id));
        }
        if rules()[..i].iter().any(|other| other.id == rule.id) {
            failures.push(format!("{}: stands twice", rule.id));
        }
        if !(rule.trust > 0.0 && rule.trust <= 1.0) || rule.doc.is_empty() {
            failures.push(format!("{}: expected a doc and a trust above 0 and at most 1", rule.id));
        }
    }
    report::assert_none(&failures);
}
