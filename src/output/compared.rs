//! Comparisons → bytes: JSON, one election a line; a table for people; CSV, one value a row. The page is made by `html`.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use clap::ValueEnum;

use super::columns::{name, shown, text};
use super::csv::rows;
use super::table::{Pen, clean, cut, figure, width};
use super::{Options, csv, html};
use crate::compare::{Comparison, Report, Row, Value, Verdict};
use crate::kind::{FactKind, snake};
use crate::resolve::record::Name;

/// How comparisons are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ComparisonFormat {
    /// Contradictions first, for people.
    Table,
    /// One JSON object a line, one line an election.
    Json,
    /// One value a row.
    Csv,
    /// One page for a browser, which needs no network: facts by sources, each linked to its words.
    Html,
}

/// The widest that a value, a source and its words get in a table.
const WIDEST: [usize; 3] = [60, 30, 60];

/// Writes comparisons of `reports`. The table leaves out what one source alone says, unless `all`.
pub fn write_comparisons(
    out: &mut impl Write,
    list: &[Comparison],
    reports: &[Report],
    format: ComparisonFormat,
    options: &Options,
    all: bool,
) -> io::Result<()> {
    match format {
        ComparisonFormat::Json => list.iter().try_for_each(|comparison| {
            serde_json::to_writer(&mut *out, comparison)?;
            out.write_all(b"\n")
        }),
        ComparisonFormat::Csv => write_csv(out, list),
        ComparisonFormat::Html => html::write_comparisons(out, list, reports, options.ui),
        ComparisonFormat::Table => list.iter().enumerate().try_for_each(|(i, comparison)| {
            if i > 0 {
                out.write_all(b"\n")?;
            }
            table(out, comparison, &Pen { options }, all)
        }),
    }
}

fn table(out: &mut impl Write, comparison: &Comparison, pen: &Pen<'_>, all: bool) -> io::Result<()> {
    let articles: Vec<String> = comparison.articles.iter().map(|id| pen.isolated(&cut(&clean(id), WIDEST[1]))).collect();
    let heading = format!("{} · {}", comparison.election.id, articles.join(", "));
    writeln!(out, "{}", pen.styled(Style::new().bold().underline(), &heading))?;
    let told: Vec<&Row> = comparison.rows.iter().filter(|row| all || row.verdict != Verdict::Single).collect();
    for row in &told {
        let place = row.place.as_ref().map(|place| format!(" ({})", clean(&place.name))).unwrap_or_default();
        let subject = row.subject.as_ref().map(|subject| format!(" {}", clean(&subject.name))).unwrap_or_default();
        let note = row.note.as_ref().map(|note| format!(": {}", clean(note))).unwrap_or_default();
        let verdict = pen.styled(style(row.verdict), &format!("{:<10}", snake(&row.verdict)));
        writeln!(out, "  {verdict}  {}{}{}{}", snake(&row.kind), pen.isolated(&subject), pen.isolated(&place), pen.isolated(&note))?;
        values(out, row, pen)?;
    }
    let alone = comparison.rows.len() - told.len();
    if alone > 0 {
        let line = format!("{alone} more {} in one source only (--all shows them)", if alone == 1 { "stands" } else { "stand" });
        writeln!(out, "  {}", pen.styled(Style::new().dimmed(), &line))?;
    }
    Ok(())
}

/// One line a source, the groups one after the other, parted by a mark.
fn values(out: &mut impl Write, row: &Row, pen: &Pen<'_>) -> io::Result<()> {
    let mut sorted: Vec<&Value> = row.values.iter().collect();
    sorted.sort_by_key(|value| value.group);
    let cells: Vec<[String; 3]> = sorted
        .iter()
        .map(|value| {
            let quote = value.evidence.first().map(|quote| clean(&quote.text)).unwrap_or_default();
            let cells = [said(row, value), clean(&value.article), format!("“{}”", cut(&quote, WIDEST[2] - 2))];
            let mut widest = WIDEST.iter();
            cells.map(|cell| cut(&cell, *widest.next().expect("three columns")))
        })
        .collect();
    let widths: Vec<usize> = (0..2).map(|column| cells.iter().map(|cells| width(&cells[column])).max().unwrap_or(0)).collect();
    let mut last = 0;
    for (value, [said, article, quote]) in sorted.iter().zip(&cells) {
        let mark = match (value.group == last, row.verdict) {
            (true, _) => " ",
            (false, Verdict::Progress) => "→",
            (false, _) => "≠",
        };
        last = value.group;
        let gap = |column: usize, cell: &str| " ".repeat(widths[column] - width(cell) + 2);
        let (said_gap, article_gap) = (gap(0, said), gap(1, article));
        let line =
            [pen.styled(Style::new().bold(), &pen.isolated(said)), said_gap, pen.isolated(article), article_gap, pen.isolated(quote)];
        writeln!(out, "           {mark} {}", line.concat().trim_end())?;
    }
    Ok(())
}

/// What is compared, in words, with its status.
fn said(row: &Row, value: &Value) -> String {
    let name = |name: &Option<Name>| name.as_ref().map(|name| clean(&name.name)).unwrap_or_default();
    let said = match (row.kind, value.value) {
        (_, Some(decimal)) => figure(&decimal.to_string(), value.value_max.map(|max| max.to_string()).as_deref(), value.bound, row.unit),
        (FactKind::Candidacy, _) => name(&value.party),
        (FactKind::ElectionDate, _) => value.date.iter().chain(&value.date_end).map(ToString::to_string).collect::<Vec<_>>().join(" – "),
        _ => name(&value.subject),
    };
    match value.status {
        Some(status) => format!("{said} {}", snake(&status).replace('_', " ")),
        None => said,
    }
}

fn style(verdict: Verdict) -> Style {
    match verdict {
        Verdict::Conflict => AnsiColor::Red.on_default().bold(),
        Verdict::Progress => AnsiColor::Yellow.on_default(),
        Verdict::Compatible | Verdict::Agree => AnsiColor::Green.on_default(),
        Verdict::Single => Style::new().dimmed(),
    }
}

const COLUMNS: [&str; 25] = [
    "election",
    "row",
    "kind",
    "unit",
    "subject",
    "place",
    "verdict",
    "note",
    "article_id",
    "origin",
    "group",
    "value",
    "value_max",
    "bound",
    "status",
    "date",
    "date_end",
    "value_subject",
    "party",
    "value_place",
    "confidence",
    "fact_id",
    "start",
    "end",
    "evidence",
];

fn write_csv(out: &mut impl Write, list: &[Comparison]) -> io::Result<()> {
    rows(out, false, [COLUMNS.map(std::borrow::Cow::Borrowed)])?;
    let called = |name: &'_ Option<Name>| -> String { name.as_ref().map(|name| name.name.clone()).unwrap_or_default() };
    for comparison in list {
        for (number, row) in (1..).zip(&comparison.rows) {
            let cells = row.values.iter().map(|value| {
                let quote = value.evidence.first();
                [
                    comparison.election.id.as_str().into(),
                    shown(Some(number)),
                    name(Some(row.kind)),
                    text(row.unit),
                    called(&row.subject).into(),
                    called(&row.place).into(),
                    name(Some(row.verdict)),
                    text(row.note.as_deref()),
                    value.article.as_str().into(),
                    shown(Some(value.origin)),
                    shown(Some(value.group)),
                    shown(value.value),
                    shown(value.value_max),
                    name(value.bound),
                    name(value.status),
                    shown(value.date),
                    shown(value.date_end),
                    called(&value.subject).into(),
                    called(&value.party).into(),
                    called(&value.place).into(),
                    shown(Some(value.confidence)),
                    value.fact.as_str().into(),
                    shown(quote.map(|quote| quote.start)),
                    shown(quote.map(|quote| quote.end)),
                    text(quote.map(|quote| quote.text.as_str())),
                ]
            });
            csv::rows(out, false, cells)?;
        }
    }
    Ok(())
}
