//! What an article yields: the types of the output, in the fields and names of the contract.
//!
//! Spans are bytes here; `output` turns them into the unit the user asked for.

use std::sync::Arc;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::date::PartialDate;
use crate::decimal::Decimal;
use crate::kind::{Bound, FactKind, Office, Status};
use crate::span::Span;
use crate::text::Lang;

/// Everything found in one article.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Record {
    /// Which article.
    pub article: Meta,
    /// The elections it speaks of; the first is its main one.
    pub elections: Vec<Election>,
    /// The facts, in the order of their first evidence.
    pub facts: Vec<Fact>,
    /// Every number, date and name that was recognized, in the order of the text.
    pub mentions: Vec<Mention>,
    /// Contradictions inside the article.
    pub checks: Vec<Finding>,
}

/// An article without its text.
#[derive(Clone, Debug, Default)]
pub struct Meta {
    /// See [`crate::Article::id`].
    pub id: String,
    /// Path or URL.
    pub source: Option<String>,
    /// The language most of it is written in.
    pub lang: Option<Lang>,
    /// Its title, or its first line where that is one.
    pub title: Option<String>,
    /// Day of publication: given, or read from the dateline.
    pub published: Option<PartialDate>,
    /// The article before it that it repeats; known where many articles are read together.
    pub duplicate_of: Option<Duplicate>,
}

/// An article that another one repeats.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Duplicate {
    /// Its id.
    pub id: String,
    /// Path or URL it was read from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Whether the words are the same; else the two are nearly so, as copies of one wire report are.
    pub same: bool,
}

/// An election that the article speaks of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Election {
    /// `kz-president-2022-11-20`: country, office, date as far as known, `r2` for a second round.
    pub id: String,
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// What is voted for.
    pub office: Option<Office>,
    /// Day, month or year of the vote.
    #[schemars(with = "Option<String>")]
    pub date: Option<PartialDate>,
    /// 1 or 2 where the article speaks of rounds.
    pub round: Option<u8>,
    /// Called before its time.
    pub early: Option<bool>,
}

/// A name of a subject, party or place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Name {
    /// The fullest form in the article, as it stands there.
    pub name: String,
    /// `person`, `party`, `option`, `group` or `place`.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub kind: Option<NameKind>,
    /// An Arabic name in Latin letters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub latin: Option<String>,
    /// Other forms in the article.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
}

/// What a name is the name of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum NameKind {
    /// A person.
    Person,
    /// A party, list, movement or coalition.
    Party,
    /// A ballot option: yes, no, against all.
    Option,
    /// A group: women, independents, the opposition.
    Group,
    /// A region, city or country.
    Place,
}

/// Something the article states.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Fact {
    /// `f1`, `f2`, …: unique in its record.
    pub id: String,
    /// What it says.
    pub kind: FactKind,
    /// The figure, exactly as said.
    pub value: Option<Decimal>,
    /// Upper end of a range.
    pub value_max: Option<Decimal>,
    /// Day of voting.
    pub date: Option<PartialDate>,
    /// Last day of voting where there are several.
    pub date_end: Option<PartialDate>,
    /// `percent`, `votes`, …; empty for relations.
    pub unit: &'static str,
    /// How the value bounds the truth.
    pub bound: Bound,
    /// What the article says the figure is.
    pub status: Option<Status>,
    /// Who it is about. Facts about one share its name.
    pub subject: Option<Arc<Name>>,
    /// The party of the subject.
    pub party: Option<Arc<Name>>,
    /// The part of the election it covers; none is the whole.
    pub place: Option<Arc<Name>>,
    /// Id of one of the record's elections.
    pub election: Option<String>,
    /// Where the article says it; never empty.
    pub evidence: Vec<Span>,
    /// How likely it is right, 0 to 1; see the documentation of confidence.
    pub confidence: f64,
    /// The rule that read it.
    pub rule: &'static str,
}

#[cfg(test)]
impl Fact {
    /// A fact of `kind` that says nothing, for tests to fill in.
    pub(crate) fn blank(kind: FactKind) -> Self {
        Fact {
            id: String::new(),
            kind,
            value: None,
            value_max: None,
            date: None,
            date_end: None,
            unit: kind.unit(),
            bound: Bound::Exact,
            status: None,
            subject: None,
            party: None,
            place: None,
            election: None,
            evidence: Vec::new(),
            confidence: 0.9,
            rule: "test",
        }
    }
}

/// Something recognized in the text, whatever it serves for.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// What it is.
    pub kind: MentionKind,
    /// Where it stands.
    pub span: Span,
    /// Value of a number, percent, count, ordinal or duration.
    pub value: Option<Decimal>,
    /// What is counted, or the unit of a duration.
    pub unit: Option<String>,
    /// A date, as exact as it could be resolved.
    pub date: Option<PartialDate>,
}

/// The types of mentions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum MentionKind {
    Number,
    Percent,
    Count,
    Ordinal,
    Date,
    Duration,
    Person,
    Party,
    Organization,
    Place,
}

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Odd, but possible.
    Warning,
    /// The figures cannot all be right.
    Error,
}

/// A contradiction inside one article.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Finding {
    /// Id of the check.
    pub check: &'static str,
    /// How bad.
    pub severity: Severity,
    /// In words.
    pub message: String,
    /// Ids of the facts it is about.
    pub facts: Vec<String>,
    /// What the other figures make of it.
    pub expected: Option<f64>,
    /// What the article says.
    pub found: Option<f64>,
}
