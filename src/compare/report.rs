//! What one source says, with its words: from an article that was just read, or from a record written before.

use std::collections::BTreeMap;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::date::PartialDate;
use crate::decimal::Decimal;
use crate::error::Error;
use crate::facts::rules;
use crate::input::Article;
use crate::kind::{Bound, FactKind, Status};
use crate::resolve::record::{Election, Fact, Meta, Name, Record};
use crate::span::Span;
use crate::text::Lang;

/// Words of an article and where they stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Quote {
    /// First code point (of records read back: in the unit in which they were written).
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// Exactly what stands there.
    pub text: String,
}

/// A record with the words of its evidence.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// What the article states.
    pub record: Record,
    /// For each of the record's facts, the words that state it.
    pub quotes: Vec<Vec<Quote>>,
    /// The text, where it is known: of two near copies one source is made.
    pub text: Option<String>,
}

impl Report {
    /// Of an article and the record made of it.
    pub fn new(record: Record, article: Article) -> Self {
        let spans = || record.facts.iter().flat_map(|fact| &fact.evidence);
        let mut bounds: Vec<usize> = spans().flat_map(|span| [span.start as usize, span.end as usize]).collect();
        bounds.sort_unstable();
        // One pass over the text, however many facts there are.
        let (mut at, mut points) = (0, 0);
        let points: BTreeMap<usize, usize> = bounds
            .into_iter()
            .map(|bound| {
                points += article.text[at..bound].chars().count();
                at = bound;
                (bound, points)
            })
            .collect();
        let quote = |span: &Span| Quote {
            start: points[&(span.start as usize)],
            end: points[&(span.end as usize)],
            text: span.of(&article.text).to_owned(),
        };
        let quotes = record.facts.iter().map(|fact| fact.evidence.iter().map(quote).collect()).collect();
        Report { record, quotes, text: Some(article.text) }
    }

    /// Reads back one line that `extract --format jsonl` wrote. Its findings and mentions are left where they are.
    pub fn from_json(line: &str) -> Result<Self, Error> {
        let expected = |reason: String| Error::new(format!("expected a record as `extract` writes it: {reason}"));
        let written: Written = serde_json::from_str(line).map_err(|error| expected(error.to_string()))?;
        let mut report = Report {
            record: Record { article: written.article.into(), elections: written.elections, ..Record::default() },
            ..Report::default()
        };
        for fact in written.facts {
            let (fact, quotes) = fact.read().map_err(expected)?;
            report.record.facts.push(fact);
            report.quotes.push(quotes);
        }
        Ok(report)
    }
}

/// A record as it is written; what comparison does not ask for is passed over.
#[derive(Deserialize)]
struct Written {
    article: WrittenMeta,
    elections: Vec<Election>,
    facts: Vec<WrittenFact>,
}

#[derive(Deserialize)]
struct WrittenMeta {
    id: String,
    source: Option<String>,
    lang: Option<Lang>,
    title: Option<String>,
    published: Option<PartialDate>,
}

#[derive(Deserialize)]
struct WrittenFact {
    id: String,
    kind: FactKind,
    value: Option<serde_json::Number>,
    value_max: Option<serde_json::Number>,
    unit: Option<String>,
    bound: Option<Bound>,
    status: Option<Status>,
    date: Option<PartialDate>,
    date_end: Option<PartialDate>,
    subject: Option<Name>,
    party: Option<Name>,
    place: Option<Name>,
    election: Option<String>,
    evidence: Vec<Quote>,
    confidence: f64,
    rule: String,
}

impl From<WrittenMeta> for Meta {
    fn from(meta: WrittenMeta) -> Meta {
        Meta { id: meta.id, source: meta.source, lang: meta.lang, title: meta.title, published: meta.published, duplicate_of: None }
    }
}

impl WrittenFact {
    fn read(self) -> Result<(Fact, Vec<Quote>), String> {
        let number = |number: Option<serde_json::Number>| number.map(|n| n.to_string().parse::<Decimal>()).transpose();
        // Units and rules are fixed words; a word of another version says nothing here.
        let units = FactKind::ALL.iter().map(|kind| kind.1);
        let unit = self.unit.as_deref().and_then(|unit| units.into_iter().find(|known| *known == unit)).unwrap_or(self.kind.unit());
        let rule = rules().iter().find(|rule| rule.id == self.rule).map_or("", |rule| rule.id);
        let fact = Fact {
            id: self.id,
            kind: self.kind,
            value: number(self.value)?,
            value_max: number(self.value_max)?,
            date: self.date,
            date_end: self.date_end,
            unit,
            bound: self.bound.unwrap_or_default(),
            status: self.status,
            subject: self.subject.map(Arc::new),
            party: self.party.map(Arc::new),
            place: self.place.map(Arc::new),
            election: self.election,
            evidence: self.evidence.iter().map(|quote| Span::new(quote.start, quote.end)).collect(),
            confidence: self.confidence,
            rule,
        };
        Ok((fact, self.evidence))
    }
}
