//! Records → comparisons: the same fact in several sources, in any mixture of languages.
//!
//! Reports on one election are brought together (`election`), their names are told to be one or two (`name`), and their facts are
//! laid side by side in rows (`align`): first what agrees, then, of what is left, what was meant to be the same. What contradicts
//! what, and why, is said by `verdict`. Nothing is corrected, and nothing that one source says is dropped.

mod align;
mod election;
mod name;
mod origin;
mod report;
mod verdict;

pub use origin::{Copy, Origins, Shingles};
pub use report::{Quote, Report};

use schemars::JsonSchema;
use serde::Serialize;

use crate::date::PartialDate;
use crate::decimal::Decimal;
use crate::kind::{Bound, FactKind, Status};
use crate::resolve::record::{Election, Name};

/// What several reports say of one election.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Comparison {
    /// The election, as most of them have it.
    pub election: Election,
    /// Ids of the articles that speak of it, in the order in which they were given. The path is added where two share an id.
    pub articles: Vec<String>,
    /// What they speak of: contradictions first, then by kind.
    pub rows: Vec<Row>,
}

/// One thing, and what each source says of it.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Row {
    /// What it is.
    pub kind: FactKind,
    /// What is counted; absent for relations.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<&'static str>,
    /// Who it is about, by the name in the first source; absent for `winner`, where that is what is compared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<Name>,
    /// The part of the election that it covers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Name>,
    /// Whether the sources contradict each other.
    pub verdict: Verdict,
    /// The likely reason of a difference.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// One value a source, in the order of the articles.
    pub values: Vec<Value>,
}

/// Whether the values of a row contradict each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// They cannot all be right.
    Conflict,
    /// An earlier count, and a later one.
    Progress,
    /// Rounded or hedged, they can all be right.
    Compatible,
    /// The same.
    Agree,
    /// One source only; copies of one wire text are one.
    Single,
}

/// What one source says.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Value {
    /// Id of the article.
    pub article: String,
    /// The number of its text: copies of one wire text have the same.
    pub origin: usize,
    /// Values of one group do not contradict each other.
    pub group: usize,
    /// The figure, as said.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<f64>")]
    pub value: Option<Decimal>,
    /// Upper end of a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<f64>")]
    pub value_max: Option<Decimal>,
    /// How the value bounds the truth; of figures only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bound: Option<Bound>,
    /// What the article says the figure is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// Day of voting.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub date: Option<PartialDate>,
    /// Last day of voting where there are several.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub date_end: Option<PartialDate>,
    /// Who it is about, by the name in this source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<Name>,
    /// The party of the subject.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub party: Option<Name>,
    /// The part of the election it covers, by the name in this source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Name>,
    /// How likely it is read rightly, 0 to 1.
    pub confidence: f64,
    /// Id of the fact in the record of its article.
    pub fact: String,
    /// Where the article says it.
    pub evidence: Vec<Quote>,
}

impl Comparison {
    /// Whether any row is a contradiction.
    pub fn has_conflict(&self) -> bool {
        self.rows.iter().any(|row| row.verdict == Verdict::Conflict)
    }
}

/// Compares reports, election by election: those that at least two of them speak of, main ones first.
///
/// ```
/// use hasila::compare::{Report, Verdict, compare};
/// use hasila::{Article, Extractor};
///
/// let read = |id: &str, text: &str| {
///     let article = Article { id: id.into(), published: "2022-11-21".parse().ok(), ..Article::new(text) };
///     Report::new(Extractor::new().extract(&article), article)
/// };
/// let reports = [
///     read("a", "Turnout in Sunday's presidential election in Kazakhstan was 69.44%."),
///     read("b", "بلغت نسبة المشاركة في الانتخابات الرئاسية في كازاخستان أمس الأحد 64.94٪."),
/// ];
/// let compared = compare(&reports);
/// let row = &compared[0].rows[0];
/// assert_eq!((row.verdict, row.note.as_deref()), (Verdict::Conflict, Some("two digits swapped")));
/// ```
pub fn compare(reports: &[Report]) -> Vec<Comparison> {
    let ids = ids(reports);
    align::align(reports, &ids)
}

/// The articles' ids, made different where they are not.
pub(crate) fn ids(reports: &[Report]) -> Vec<String> {
    let id = |report: &Report| report.record.article.id.clone();
    let mut seen = rustc_hash::FxHashMap::<String, usize>::default();
    for report in reports {
        *seen.entry(id(report)).or_default() += 1;
    }
    let mut taken = rustc_hash::FxHashSet::default();
    let named = |(i, report): (usize, &Report)| {
        let own = id(report);
        let source = report.record.article.source.clone().filter(|_| seen[&own] > 1).unwrap_or_else(|| own.clone());
        let name = if taken.insert(source.clone()) { source } else { format!("{own}#{}", i + 1) };
        taken.insert(name.clone());
        name
    };
    reports.iter().enumerate().map(named).collect()
}

#[cfg(test)]
mod tests;
