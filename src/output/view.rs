//! A record as it is written: the fields, names and order of the contract. The JSON Schema is made from these very types.
//!
//! What an article does not state is left out.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Number;

use super::Options;
use super::offsets::Offsets;
use crate::date::PartialDate;
use crate::decimal::Decimal;
use crate::input::Article;
use crate::kind::{Bound, FactKind, Status};
use crate::resolve::record::{Duplicate, Election, Fact, Finding, Mention, MentionKind, Name, Record, Severity};
use crate::span::Span;
use crate::text::Lang;

/// Everything found in one article.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Record")]
pub(super) struct RecordView<'a> {
    /// Which article.
    pub(super) article: ArticleView<'a>,
    /// The elections it speaks of; the first is its main one.
    pub(super) elections: &'a [Election],
    /// What it states, in the order in which it is said.
    pub(super) facts: Vec<FactView<'a>>,
    /// Every number, date and name recognized in it; only on request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) mentions: Option<Vec<MentionView<'a>>>,
    /// Contradictions inside the article.
    pub(super) checks: Vec<FindingView<'a>>,
    /// The text that it is of.
    #[serde(skip)]
    pub(super) body: &'a str,
}

/// An article without its text.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Article")]
pub(super) struct ArticleView<'a> {
    /// Its name in its source.
    pub(super) id: &'a str,
    /// Path or URL.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) source: Option<&'a str>,
    /// The language most of it is written in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) lang: Option<Lang>,
    /// Its title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) title: Option<&'a str>,
    /// Day of publication.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>", regex(pattern = ISO))]
    pub(super) published: Option<PartialDate>,
    /// The article before it that it repeats.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) duplicate_of: Option<&'a Duplicate>,
}

/// Something the article states.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Fact")]
pub(super) struct FactView<'a> {
    /// Unique in its record.
    pub(super) id: &'a str,
    /// What it says.
    pub(super) kind: FactKind,
    /// The figure, as said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) value: Option<Number>,
    /// Upper end of a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) value_max: Option<Number>,
    /// What is counted; of figures only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) unit: Option<&'a str>,
    /// How the value bounds the truth; of figures only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) bound: Option<Bound>,
    /// What the article says the figure is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) status: Option<Status>,
    /// Day of voting.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>", regex(pattern = ISO))]
    pub(super) date: Option<PartialDate>,
    /// Last day of voting where there are several.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>", regex(pattern = ISO))]
    pub(super) date_end: Option<PartialDate>,
    /// Who it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) subject: Option<&'a Name>,
    /// The party of the subject.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) party: Option<&'a Name>,
    /// The part of the election it covers; absent, it is the whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) place: Option<&'a Name>,
    /// Id of one of the record's elections.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) election: Option<&'a str>,
    /// Where the article says it.
    pub(super) evidence: Vec<EvidenceView<'a>>,
    /// How likely it is right, 0 to 1.
    pub(super) confidence: Number,
    /// The rule that read it.
    pub(super) rule: &'a str,
}

/// A slice of the article's text.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Evidence")]
pub(super) struct EvidenceView<'a> {
    /// Offset of its beginning: code points of the text, unless another unit was asked for.
    pub(super) start: usize,
    /// Offset of its end.
    pub(super) end: usize,
    /// Exactly what stands there.
    pub(super) text: &'a str,
    /// Where it stands in bytes.
    #[serde(skip)]
    pub(super) span: Span,
}

/// Something recognized in the text, whatever it serves for.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Mention")]
pub(super) struct MentionView<'a> {
    /// What it is.
    #[serde(rename = "type")]
    pub(super) kind: MentionKind,
    /// Where it stands.
    #[serde(flatten)]
    pub(super) at: EvidenceView<'a>,
    /// Value of a number, percent, count, ordinal or duration.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) value: Option<Number>,
    /// What is counted, or the unit of a duration.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) unit: Option<&'a str>,
    /// A date, as exact as it could be resolved.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>", regex(pattern = ISO))]
    pub(super) date: Option<PartialDate>,
}

/// A contradiction inside one article.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Finding")]
pub(super) struct FindingView<'a> {
    /// Id of the check.
    pub(super) check: &'a str,
    /// How bad.
    pub(super) severity: Severity,
    /// In words.
    pub(super) message: &'a str,
    /// Ids of the facts it is about.
    pub(super) facts: &'a [String],
    /// What the other figures make of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) expected: Option<Number>,
    /// What the article says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) found: Option<Number>,
}

/// A year, a month or a day.
const ISO: &str = r"^\d{4}(-\d{2}(-\d{2})?)?$";

impl<'a> RecordView<'a> {
    /// What `record` says of `article`; the two must belong together.
    pub(super) fn new(record: &'a Record, article: &'a Article, options: &Options) -> Self {
        let spans = Spans { text: &article.text, offsets: Offsets::new(&article.text, options.offsets) };
        let meta = &record.article;
        RecordView {
            article: ArticleView {
                id: &meta.id,
                source: meta.source.as_deref(),
                lang: meta.lang,
                title: meta.title.as_deref(),
                published: meta.published,
                duplicate_of: meta.duplicate_of.as_ref(),
            },
            elections: &record.elections,
            facts: record.facts.iter().map(|fact| FactView::new(fact, &spans)).collect(),
            mentions: options.mentions.then(|| record.mentions.iter().map(|mention| MentionView::new(mention, &spans)).collect()),
            checks: record.checks.iter().map(FindingView::new).collect(),
            body: &article.text,
        }
    }
}

impl<'a> FactView<'a> {
    fn new(fact: &'a Fact, spans: &Spans<'a>) -> Self {
        let figure = fact.kind.is_figure();
        FactView {
            id: &fact.id,
            kind: fact.kind,
            value: fact.value.map(exact),
            value_max: fact.value_max.map(exact),
            unit: (!fact.unit.is_empty()).then_some(fact.unit),
            bound: figure.then_some(fact.bound),
            status: fact.status,
            date: fact.date,
            date_end: fact.date_end,
            subject: fact.subject.as_deref(),
            party: fact.party.as_deref(),
            place: fact.place.as_deref(),
            election: fact.election.as_deref(),
            evidence: fact.evidence.iter().map(|&span| spans.evidence(span)).collect(),
            confidence: rounded(fact.confidence, 1e3),
            rule: fact.rule,
        }
    }
}

impl<'a> MentionView<'a> {
    fn new(mention: &'a Mention, spans: &Spans<'a>) -> Self {
        MentionView {
            kind: mention.kind,
            at: spans.evidence(mention.span),
            value: mention.value.map(exact),
            unit: mention.unit.as_deref(),
            date: mention.date,
        }
    }
}

impl<'a> FindingView<'a> {
    fn new(finding: &'a Finding) -> Self {
        FindingView {
            check: finding.check,
            severity: finding.severity,
            message: &finding.message,
            facts: &finding.facts,
            expected: finding.expected.map(|value| rounded(value, 1e6)),
            found: finding.found.map(|value| rounded(value, 1e6)),
        }
    }
}

/// Spans → evidence of one text.
struct Spans<'a> {
    text: &'a str,
    offsets: Offsets<'a>,
}

impl<'a> Spans<'a> {
    fn evidence(&self, span: Span) -> EvidenceView<'a> {
        EvidenceView { start: self.offsets.at(span.start), end: self.offsets.at(span.end), text: span.of(self.text), span }
    }
}

/// A figure as a JSON number: whole where it is whole, else the shortest decimal.
fn exact(value: Decimal) -> Number {
    match value.integer() {
        Some(whole) => Number::from(whole),
        None => Number::from_f64(value.to_f64()).unwrap_or_else(|| Number::from(0)),
    }
}

/// A computed number without the noise of binary fractions: in steps of 1/`steps`.
fn rounded(value: f64, steps: f64) -> Number {
    let value = (value * steps).round() / steps;
    if value.fract() == 0.0 && value.abs() < 9e15 {
        Number::from(value as i64)
    } else {
        Number::from_f64(value).unwrap_or_else(|| Number::from(0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_they_are_read() {
        let written = |digits, scale| exact(Decimal { digits, scale }).to_string();
        assert_eq!(written(8131, 2), "81.31");
        assert_eq!(written(830_046, 0), "830046");
        assert_eq!(written(2_600, 3), "2.6");
        assert_eq!(written(500, 1), "50");
        assert_eq!(written(u64::MAX, 0), "18446744073709551615");
        assert_eq!(rounded(0.1 + 0.2, 1e6).to_string(), "0.3");
        assert_eq!(rounded(100.0, 1e6).to_string(), "100");
        assert_eq!(rounded(f64::NAN, 1e6).to_string(), "0");
    }
}
