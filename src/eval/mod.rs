//! Scoring: gold facts against predicted ones, as the contract defines it. The figures are those of its reference scorer.
//!
//! Gold and predictions are JSON as it was read: what the scorer judges is the output as users get it.

pub mod ranking;

mod name;
mod reliability;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::io::{self, Write};

use serde::Deserialize;
use serde_json::{Value, json};

use crate::error::Error;
use crate::kind::FactKind;
use name::{Names, listed};
use reliability::Reliability;

/// How much of a fact must be right for it to be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    /// Kind and value, or date.
    Figure,
    /// And subject and place.
    Fact,
    /// And bound, status and election year.
    Strict,
}

impl Level {
    const ALL: [(Level, &str); 3] = [(Level::Figure, "figure"), (Level::Fact, "fact"), (Level::Strict, "strict")];
}

/// How well predictions meet the gold.
#[derive(Debug, Default)]
pub struct Scores {
    /// By level and group: all, a language, figures or relations, one kind.
    counts: BTreeMap<(Level, String), Count>,
    /// Of the facts found, how many have each qualifier right.
    qualifiers: [(usize, usize); 3],
    documents: usize,
    absent: usize,
    missed: Vec<Mistake>,
    invented: Vec<Mistake>,
    reliability: Reliability,
}

const QUALIFIERS: [&str; 3] = ["bound", "status", "election"];

#[derive(Clone, Copy, Debug, Default)]
struct Count {
    matched: usize,
    predicted: usize,
    gold: usize,
}

/// A fact missed or invented: its document, what it says, the words it stands on.
#[derive(Debug)]
struct Mistake {
    doc: String,
    fact: String,
    words: String,
}

/// A fact of either side, its names made ready to be compared.
struct Fact<'a> {
    json: &'a Value,
    kind: FactKind,
    value: Option<f64>,
    subject: Names,
    party: Names,
    place: Names,
}

impl<'a> Fact<'a> {
    /// `None` where the kind is not one that is scored.
    fn new(json: &'a Value) -> Option<Self> {
        let value = &json["value"];
        Some(Fact {
            json,
            kind: FactKind::deserialize(&json["kind"]).ok()?,
            value: value.as_f64().or_else(|| value.as_str()?.trim().parse().ok()),
            subject: Names::of(&json["subject"]),
            party: Names::of(&json["party"]),
            place: Names::of(&json["place"]),
        })
    }

    fn bound(&self) -> &str {
        self.json["bound"].as_str().filter(|bound| !bound.is_empty()).unwrap_or("exact")
    }

    /// In a line: kind, then what is not the default.
    fn show(&self) -> String {
        let mut shown = self.json["kind"].as_str().unwrap_or_default().to_owned();
        for key in ["value", "date", "subject", "party", "place", "bound", "status", "election_year", "election"] {
            let field = &self.json[key];
            let value = match key {
                _ if field.is_null() || field.as_array().is_some_and(Vec::is_empty) || field == "exact" => continue,
                "subject" | "party" | "place" => listed(field).first().copied().unwrap_or("?").to_owned(),
                _ => plain(field),
            };
            shown += &format!(" {key}={value}");
        }
        shown
    }
}

/// A gold document with the prediction for it.
struct Pair<'a> {
    doc: &'a Value,
    record: &'a Value,
    /// Year of each predicted election, by id; empty where the date is unknown.
    years: HashMap<&'a str, &'a str>,
}

impl<'a> Pair<'a> {
    fn new(doc: &'a Value, record: &'a Value) -> Self {
        let year = |election: &'a Value| election["date"].as_str().map_or("", |date| date.get(..4).unwrap_or(date));
        let elections = record["elections"].as_array().into_iter().flatten();
        Pair { doc, record, years: elections.filter_map(|election| Some((election["id"].as_str()?, year(election)))).collect() }
    }

    fn agree(&self, gold: &Fact<'_>, predicted: &Fact<'_>, level: Level) -> bool {
        let kind = gold.kind;
        if kind != predicted.kind {
            return false;
        }
        let figure = if kind.is_figure() {
            gold.value.zip(predicted.value).is_some_and(|(a, b)| (a - b).abs() <= 1e-9 * a.abs().max(1.0))
        } else if kind == FactKind::ElectionDate {
            gold.json["date"] == predicted.json["date"]
        } else {
            gold.subject.meets(&predicted.subject)
        };
        let with_subject = kind.needs_subject() || kind == FactKind::Margin;
        let fact = || {
            (!with_subject || gold.subject.meets(&predicted.subject))
                && (kind != FactKind::Candidacy || gold.party.meets(&predicted.party))
                && (!kind.is_figure() || gold.place.is_empty() && predicted.place.is_empty() || gold.place.meets(&predicted.place))
        };
        figure && (level < Level::Fact || fact()) && (level < Level::Strict || self.qualifiers(gold, predicted) == [true; 3])
    }

    /// Whether bound, status and election year are right.
    fn qualifiers(&self, gold: &Fact<'_>, predicted: &Fact<'_>) -> [bool; 3] {
        let year = Some(&gold.json["election_year"]).filter(|year| truthy(year)).unwrap_or(&self.doc["election"]["year"]);
        let predicted_year = predicted.json["election"].as_str().and_then(|id| self.years.get(id)).copied().unwrap_or_default();
        let election =
            year.is_null() || predicted_year == plain(year) || predicted_year.is_empty() && gold.json.get("election_year").is_none();
        [gold.bound() == predicted.bound(), gold.json["status"] == predicted.json["status"], election]
    }

    /// Whether a gold fact is no miss when it is not found: readers disagreed, or it is a relation of another election or of one place.
    fn optional(&self, gold: &Fact<'_>) -> bool {
        let (main, year) = (&self.doc["election"], &gold.json["election_year"]);
        let aside = main["office"].is_null() || !year.is_null() && *year != main["year"];
        gold.json["optional"] == true || !gold.kind.is_figure() && (aside || !gold.place.is_empty())
    }

    /// Whether a prediction that the gold does not have is passed over: such a relation.
    fn ignored(&self, predicted: &Fact<'_>) -> bool {
        let main = &self.record["elections"][0]["id"];
        !predicted.kind.is_figure() && (predicted.json["election"] != *main || !predicted.place.is_empty())
    }
}

/// Scores `predicted` (records as `extract --format jsonl` prints them) against `gold` documents.
///
/// A record belongs to the document whose `doc` is its article's `id`, or the file stem of its `source`.
pub fn score(gold: &[Value], predicted: &[Value]) -> Result<Scores, Error> {
    let mut records: HashMap<String, &Value> = HashMap::new();
    for record in predicted {
        let article = &record["article"];
        records.insert(plain(&article["id"]), record);
        records.insert(stem(article["source"].as_str().unwrap_or("None")).to_owned(), record);
    }
    let mut scores = Scores { documents: gold.len(), ..Scores::default() };
    for (doc, line) in gold.iter().zip(1..) {
        let missing = |what: &str| Error::new(format!("expected a gold document with {what}, found none in document {line}"));
        let name = doc["doc"].as_str().ok_or_else(|| missing("`doc`"))?;
        let lang = doc["lang"].as_str().ok_or_else(|| missing("`lang`"))?;
        let golds = doc["facts"].as_array().ok_or_else(|| missing("`facts`"))?;
        let record = records.get(name).copied();
        scores.absent += usize::from(record.is_none());
        let record = record.unwrap_or(&Value::Null);
        let golds: Vec<Fact<'_>> =
            golds.iter().map(|fact| Fact::new(fact).ok_or_else(|| missing("facts of known kinds only"))).collect::<Result<_, _>>()?;
        let predictions: Vec<Fact<'_>> = record["facts"].as_array().into_iter().flatten().filter_map(Fact::new).collect();
        scores.add(&Pair::new(doc, record), name, lang, &golds, &predictions);
    }
    Ok(scores)
}

impl Scores {
    fn add(&mut self, pair: &Pair<'_>, doc: &str, lang: &str, golds: &[Fact<'_>], predictions: &[Fact<'_>]) {
        let extra: Vec<bool> = golds.iter().map(|gold| pair.optional(gold)).collect();
        for (level, _) in Level::ALL {
            // By prediction, the gold fact that it is; and the other way round.
            let owner = matching(golds.len(), predictions.len(), |g, p| pair.agree(&golds[g], &predictions[p], level));
            let found: HashMap<usize, usize> = owner.iter().enumerate().filter_map(|(p, g)| Some(((*g)?, p))).collect();
            for (g, gold) in golds.iter().enumerate().filter(|(g, _)| !extra[*g]) {
                self.count(level, lang, gold, |count| {
                    count.gold += 1;
                    count.matched += usize::from(found.contains_key(&g));
                });
            }
            let free = |p: usize| owner[p].map_or_else(|| pair.ignored(&predictions[p]), |g| extra[g]);
            for (_, prediction) in predictions.iter().enumerate().filter(|(p, _)| !free(*p)) {
                self.count(level, lang, prediction, |count| count.predicted += 1);
            }
            if level != Level::Fact {
                continue;
            }
            for (&g, &p) in &found {
                for (total, right) in self.qualifiers.iter_mut().zip(pair.qualifiers(&golds[g], &predictions[p])) {
                    total.0 += usize::from(right);
                    total.1 += 1;
                }
            }
            for (p, prediction) in predictions.iter().enumerate().filter(|(p, _)| !free(*p)) {
                if let Some(confidence) = prediction.json["confidence"].as_f64() {
                    self.reliability.add(lang, prediction.json["rule"].as_str().unwrap_or("none"), confidence, owner[p].is_some());
                }
            }
            let mistake = |fact: &Fact<'_>, words: &Value| Mistake {
                doc: doc.to_owned(),
                fact: fact.show(),
                words: words.as_str().unwrap_or_default().to_owned(),
            };
            let missed = golds.iter().enumerate().filter(|(g, _)| !found.contains_key(g) && !extra[*g]);
            self.missed.extend(missed.map(|(_, gold)| mistake(gold, &gold.json["quote"])));
            let invented = predictions.iter().enumerate().filter(|(p, _)| owner[*p].is_none() && !free(*p));
            self.invented.extend(invented.map(|(_, prediction)| mistake(prediction, &prediction.json["evidence"][0]["text"])));
        }
    }

    fn count(&mut self, level: Level, lang: &str, fact: &Fact<'_>, add: impl Fn(&mut Count)) {
        let part = if fact.kind.is_figure() { "figures" } else { "relations" };
        for group in ["all".to_owned(), lang.to_owned(), part.to_owned(), format!("{part}/{lang}"), fact.kind.name()] {
            add(self.counts.entry((level, group)).or_default());
        }
    }

    /// The fact F1 over all: the headline.
    pub fn fact_f1(&self) -> f64 {
        self.counts.get(&(Level::Fact, "all".to_owned())).copied().unwrap_or_default().f1()
    }

    /// For people: every level, the kinds at fact level, and up to `errors` facts missed and as many invented.
    pub fn write(&self, out: &mut impl Write, errors: usize) -> io::Result<()> {
        writeln!(out, "{} documents, {} of them absent from the predictions", self.documents, self.absent)?;
        for (level, name) in Level::ALL {
            for group in ["all", "ar", "en", "figures", "relations"] {
                if let Some(count) = self.counts.get(&(level, group.to_owned())) {
                    let (p, r, f1) = (count.precision(), count.recall(), count.f1());
                    let Count { matched, gold, predicted } = count;
                    writeln!(out, "{name:7} {group:9} P {p:.3}  R {r:.3}  F1 {f1:.3}   ({matched} of {gold} gold, {predicted} predicted)")?;
                }
            }
        }
        let found = self.qualifiers[0].1;
        let right = QUALIFIERS
            .iter()
            .zip(self.qualifiers)
            .filter(|_| found > 0)
            .map(|(name, (right, all))| format!("{name} right {:.3}", ratio(right, all)));
        writeln!(out, "of matched facts: {}", right.collect::<Vec<_>>().join(", "))?;
        writeln!(out, "\nfact level by kind")?;
        let kinds: BTreeSet<String> = FactKind::ALL.iter().map(|row| row.0.name()).collect();
        for kind in kinds {
            if let Some(count) = self.counts.get(&(Level::Fact, kind.clone())) {
                let (p, r, f1) = (count.precision(), count.recall(), count.f1());
                let Count { matched, gold, predicted } = count;
                writeln!(out, "  {kind:24} P {p:.2} R {r:.2} F1 {f1:.2}  ({matched}/{gold}, {predicted} predicted)")?;
            }
        }
        for (title, mistakes) in [("missed", &self.missed), ("invented", &self.invented)] {
            if errors > 0 {
                writeln!(out, "\n{title} ({})", mistakes.len())?;
            }
            for Mistake { doc, fact, words } in mistakes.iter().take(errors) {
                writeln!(out, "  {doc}: {fact}   «{words}»")?;
            }
        }
        Ok(())
    }

    /// How often facts of about the same confidence, and those of each rule, are right at fact level: two tables in Markdown.
    pub fn write_reliability(&self, out: &mut impl Write) -> io::Result<()> {
        self.reliability.write(out)
    }

    /// The same for machines.
    pub fn reliability_json(&self) -> Value {
        self.reliability.to_json()
    }

    /// For machines: `scores` by `level/group`, `qualifiers`, `documents`, `absent`.
    pub fn to_json(&self) -> Value {
        let scores: serde_json::Map<String, Value> = self.counts.iter().map(|((level, group), count)| {
            let Count { matched, predicted, gold } = count;
            let name = Level::ALL[*level as usize].1;
            let score = json!({"p": count.precision(), "r": count.recall(), "f1": count.f1(), "matched": matched, "predicted": predicted, "gold": gold});
            (format!("{name}/{group}"), score)
        }).collect();
        let qualifiers: serde_json::Map<String, Value> = QUALIFIERS
            .iter()
            .zip(self.qualifiers)
            .filter(|(_, counts)| counts.1 > 0)
            .map(|(name, (right, all))| ((*name).to_owned(), ratio(right, all).into()))
            .collect();
        json!({"scores": scores, "qualifiers": qualifiers, "documents": self.documents, "absent": self.absent})
    }
}

impl Count {
    fn precision(self) -> f64 {
        ratio(self.matched, self.predicted)
    }

    fn recall(self) -> f64 {
        ratio(self.matched, self.gold)
    }

    fn f1(self) -> f64 {
        let (p, r) = (self.precision(), self.recall());
        if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 }
    }
}

/// A share; of nothing, all of it.
fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

/// A largest one-to-one matching: for each of `right`, the one of `left` that it goes to.
///
/// Augmenting paths in a fixed order, so that which of several largest ones it is does not change.
fn matching(left: usize, right: usize, ok: impl Fn(usize, usize) -> bool) -> Vec<Option<usize>> {
    fn place(l: usize, edges: &[Vec<usize>], seen: &mut [bool], owner: &mut [Option<usize>]) -> bool {
        for &r in &edges[l] {
            if !std::mem::replace(&mut seen[r], true) && owner[r].is_none_or(|other| place(other, edges, seen, owner)) {
                owner[r] = Some(l);
                return true;
            }
        }
        false
    }
    let edges: Vec<Vec<usize>> = (0..left).map(|l| (0..right).filter(|&r| ok(l, r)).collect()).collect();
    let mut owner = vec![None; right];
    for l in 0..left {
        place(l, &edges, &mut vec![false; right], &mut owner);
    }
    owner
}

/// A JSON value without the quotes of a string; what is absent reads as the reference scorer has it.
fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => "None".to_owned(),
        other => other.to_string(),
    }
}

/// Whether a year is there at all.
fn truthy(value: &Value) -> bool {
    !(value.is_null() || *value == 0 || *value == "")
}

/// The name of a file without folders and extension, whatever system or site the path is of.
fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    match name.rfind('.') {
        Some(dot) if name[..dot].contains(|c| c != '.') => &name[..dot],
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_matching_gives_way_where_it_can() {
        // 0 takes 0 first, and moves on to 1 so that 1 finds a place.
        let owner = matching(2, 2, |l, r| l == 0 || r == 0);
        assert_eq!(owner, [Some(1), Some(0)]);
    }

    #[test]
    fn stems_are_those_of_the_reference() {
        for (path, want) in [("a/b.c.txt", "b.c"), (".hidden", ".hidden"), ("..x", "..x"), ("https://x.org/y.html", "y"), ("a/", "")] {
            assert_eq!(stem(path), want);
        }
    }
}
