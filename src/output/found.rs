//! Findings of checks → bytes: a table for people, JSON lines; each with the words that contradict each other.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use clap::ValueEnum;
use serde::Serialize;

use super::Options;
use super::table::{Pen, clean, cut, figure, width};
use crate::compare::{Quote, Report};
use crate::kind::{FactKind, snake};
use crate::resolve::record::{Finding, Severity};

/// How findings are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FindingFormat {
    /// For people.
    Table,
    /// One finding a line.
    Jsonl,
}

/// A finding with the words it is about.
#[derive(Serialize)]
struct Found<'a> {
    article: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'a str>,
    #[serde(flatten)]
    finding: &'a Finding,
    quotes: Vec<Said<'a>>,
}

/// A fact that a finding is about, and what states it.
#[derive(Serialize)]
struct Said<'a> {
    fact: &'a str,
    kind: FactKind,
    evidence: &'a [Quote],
}

/// The widest that a figure, its subject and its words get in a table.
const WIDEST: [usize; 2] = [40, 60];

/// Writes what `findings` there are on one article. Each is of facts of `report`.
pub fn write_findings(
    out: &mut impl Write,
    report: &Report,
    findings: &[Finding],
    format: FindingFormat,
    options: &Options,
) -> io::Result<()> {
    match format {
        FindingFormat::Table => table(out, report, findings, &Pen { options }),
        FindingFormat::Jsonl => findings.iter().try_for_each(|finding| {
            let quotes = facts(report, finding)
                .map(|at| Said { fact: &report.record.facts[at].id, kind: report.record.facts[at].kind, evidence: &report.quotes[at] })
                .collect();
            let article = &report.record.article;
            serde_json::to_writer(&mut *out, &Found { article: &article.id, source: article.source.as_deref(), finding, quotes })?;
            out.write_all(b"\n")
        }),
    }
}

/// Where in the record the facts of a finding are, in the order of its message.
fn facts<'a>(report: &'a Report, finding: &'a Finding) -> impl Iterator<Item = usize> + 'a {
    finding.facts.iter().filter_map(|id| report.record.facts.iter().position(|fact| fact.id == *id))
}

fn table(out: &mut impl Write, report: &Report, findings: &[Finding], pen: &Pen<'_>) -> io::Result<()> {
    if findings.is_empty() {
        return Ok(());
    }
    let article = &report.record.article;
    let heading: Vec<String> = [Some(article.id.as_str()), article.title.as_deref()]
        .into_iter()
        .flatten()
        .map(|part| pen.isolated(&cut(&clean(part), 100)))
        .collect();
    writeln!(out, "{}", pen.styled(Style::new().bold().underline(), &heading.join(" · ")))?;
    for finding in findings {
        let color = if finding.severity == Severity::Error { AnsiColor::Red } else { AnsiColor::Yellow };
        let head = pen.styled(color.on_default(), &format!("{} {}", snake(&finding.severity), finding.check));
        writeln!(out, "  {head}: {}", pen.isolated(&clean(&finding.message)))?;
        let lines: Vec<[String; 2]> = facts(report, finding)
            .map(|at| {
                let fact = &report.record.facts[at];
                let value = fact.value.map(|value| {
                    let max = fact.value_max.map(|max| max.to_string());
                    figure(&value.to_string(), max.as_deref(), Some(fact.bound), Some(fact.unit))
                });
                let whose = fact.subject.as_ref().map(|subject| clean(&subject.name));
                let parts = [Some(snake(&fact.kind)), value, whose];
                let quote = report.quotes[at].first().map(|quote| clean(&quote.text)).unwrap_or_default();
                let what = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
                [cut(&what, WIDEST[0]), format!("“{}”", cut(&quote, WIDEST[1] - 2))]
            })
            .collect();
        let widest = lines.iter().map(|[what, _]| width(what)).max().unwrap_or(0);
        for [what, quote] in &lines {
            let gap = " ".repeat(widest - width(what) + 2);
            writeln!(out, "    {}{gap}{}", pen.isolated(what), pen.isolated(quote))?;
        }
    }
    Ok(())
}
