//! The table of facts, one a row: its columns, and the cells of a fact. CSV, Parquet and the data package are made of it.

use std::borrow::Cow;

use super::link;
use super::view::RecordView;
use crate::kind::snake;

/// What the cells of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holds {
    Text,
    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    Date,
    Number,
    Integer,
}

/// A column of the table. `package` says what it is for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Column {
    pub(super) name: &'static str,
    pub(super) holds: Holds,
    /// Whether every fact has it. Elsewhere an empty cell is an absent value.
    pub(super) required: bool,
}

const fn always(name: &'static str, holds: Holds) -> Column {
    Column { name, holds, required: true }
}

const fn maybe(name: &'static str, holds: Holds) -> Column {
    Column { name, holds, required: false }
}

/// The columns, in their order.
pub(super) const COLUMNS: [Column; 28] = {
    use Holds::{Date, Integer, Number, Text};
    [
        always("article_id", Text),
        maybe("source", Text),
        maybe("lang", Text),
        maybe("published", Date),
        always("fact_id", Text),
        always("kind", Text),
        maybe("value", Number),
        maybe("value_max", Number),
        maybe("unit", Text),
        maybe("bound", Text),
        maybe("status", Text),
        maybe("date", Date),
        maybe("date_end", Date),
        maybe("subject", Text),
        maybe("subject_type", Text),
        maybe("subject_latin", Text),
        maybe("party", Text),
        maybe("place", Text),
        maybe("election", Text),
        maybe("country", Text),
        maybe("office", Text),
        always("confidence", Number),
        always("rule", Text),
        maybe("start", Integer),
        maybe("end", Integer),
        always("evidence", Text),
        maybe("link", Text),
        maybe("duplicate_of", Text),
    ]
};

/// A row for each fact of an article: its cells as text, empty where there is nothing.
pub(super) fn rows<'a>(view: &'a RecordView<'_>) -> impl Iterator<Item = [Cow<'a, str>; COLUMNS.len()]> {
    view.facts.iter().map(|fact| {
        let election = view.elections.iter().find(|election| Some(election.id.as_str()) == fact.election);
        // The first place where it is said: the others are in the JSON.
        let evidence = fact.evidence.first();
        let subject = fact.subject;
        [
            view.article.id.into(),
            text(view.article.source),
            name(view.article.lang),
            shown(view.article.published),
            fact.id.into(),
            name(Some(fact.kind)),
            shown(fact.value.as_ref()),
            shown(fact.value_max.as_ref()),
            text(fact.unit),
            name(fact.bound),
            name(fact.status),
            shown(fact.date),
            shown(fact.date_end),
            text(subject.map(|subject| subject.name.as_str())),
            name(subject.and_then(|subject| subject.kind)),
            text(subject.and_then(|subject| subject.latin.as_deref())),
            text(fact.party.map(|party| party.name.as_str())),
            text(fact.place.map(|place| place.name.as_str())),
            text(fact.election),
            text(election.and_then(|election| election.country.as_deref())),
            name(election.and_then(|election| election.office)),
            shown(Some(&fact.confidence)),
            fact.rule.into(),
            shown(evidence.map(|evidence| evidence.start)),
            shown(evidence.map(|evidence| evidence.end)),
            text(evidence.map(|evidence| evidence.text)),
            evidence.and_then(|evidence| link::to_words(view.article.source, view.body, evidence.span)).unwrap_or_default().into(),
            text(view.article.duplicate_of.map(|of| of.id.as_str())),
        ]
    })
}

pub(super) fn text(value: Option<&str>) -> Cow<'_, str> {
    value.unwrap_or_default().into()
}

pub(super) fn shown<'a>(value: Option<impl ToString>) -> Cow<'a, str> {
    value.map(|value| value.to_string()).unwrap_or_default().into()
}

/// The name that an enum has in the JSON.
pub(super) fn name<'a, T: serde::Serialize>(value: Option<T>) -> Cow<'a, str> {
    value.map(|value| snake(&value)).unwrap_or_default().into()
}
