//! One fact a row, as RFC 4180 wants it, for programs or for spreadsheets.

use std::borrow::Cow;
use std::io::{self, Write};

use csv::{Terminator, WriterBuilder};

use super::view::RecordView;
use super::{Options, link};
use crate::kind::snake;

/// The names of the columns. `package` says what each holds.
pub(super) const COLUMNS: [&str; 28] = [
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
    "link",
    "duplicate_of",
];

/// The facts of one article.
pub(super) fn write(out: &mut impl Write, view: &RecordView<'_>, options: &Options) -> io::Result<()> {
    rows(
        out,
        options.excel,
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
        }),
    )
}

/// The names of the columns, behind the mark that spreadsheets know UTF-8 by where it is wanted.
pub(super) fn write_header<const N: usize>(out: &mut impl Write, columns: [&str; N], options: &Options) -> io::Result<()> {
    if options.bom || options.excel {
        out.write_all("\u{FEFF}".as_bytes())?;
    }
    rows(out, false, [columns.map(Cow::Borrowed)])
}

/// Rows as RFC 4180 wants them; `excel`: none of their cells is a formula.
pub(super) fn rows<'a, const N: usize>(
    out: &mut impl Write,
    excel: bool,
    rows: impl IntoIterator<Item = [Cow<'a, str>; N]>,
) -> io::Result<()> {
    // Into memory first: the csv writer flushes what it writes to, which would cost a system call an article.
    let mut bytes = Vec::new();
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(&mut bytes);
    for row in rows {
        let row = if excel { row.map(no_formula) } else { row };
        writer.write_record(row.iter().map(|cell| cell.as_bytes()))?;
    }
    writer.flush()?;
    drop(writer);
    out.write_all(&bytes)
}

/// A cell that a spreadsheet shows as it is. What begins with one of these signs, in either width, it would compute
/// (OWASP, "CSV Injection"); an apostrophe before it makes it text.
fn no_formula(cell: Cow<'_, str>) -> Cow<'_, str> {
    let signs = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    let starts = |text: &str| text.starts_with(signs);
    if starts(&cell) || starts(cell.trim_start()) { format!("'{cell}").into() } else { cell }
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
