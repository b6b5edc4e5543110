//! One fact a row, as RFC 4180 wants it.

use std::borrow::Cow;
use std::io::{self, Write};

use csv::{Terminator, WriterBuilder};

use super::view::RecordView;
use crate::kind::snake;

const COLUMNS: [&str; 26] = [
    "article_id",
    "source",
    "lang",
    "published",
    "fact_id",
    "kind",
    "value",
    "value_max",
    "unit",
    "bound",
    "status",
    "date",
    "date_end",
    "subject",
    "subject_type",
    "subject_latin",
    "party",
    "place",
    "election",
    "country",
    "office",
    "confidence",
    "rule",
    "start",
    "end",
    "evidence",
];

/// The facts of one article; before the first, the names of the columns.
pub(super) fn write(out: &mut impl Write, view: &RecordView<'_>, first: bool) -> io::Result<()> {
    if first {
        write_header(out)?;
    }
    rows(
        out,
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
            ]
        }),
    )
}

pub(super) fn write_header(out: &mut impl Write) -> io::Result<()> {
    rows(out, [COLUMNS.map(Cow::Borrowed)])
}

/// Rows as RFC 4180 wants them.
pub(super) fn rows<'a, const N: usize>(out: &mut impl Write, rows: impl IntoIterator<Item = [Cow<'a, str>; N]>) -> io::Result<()> {
    // Into memory first: the csv writer flushes what it writes to, which would cost a system call an article.
    let mut bytes = Vec::new();
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(&mut bytes);
    for row in rows {
        writer.write_record(row.iter().map(|cell| cell.as_bytes()))?;
    }
    writer.flush()?;
    drop(writer);
    out.write_all(&bytes)
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
