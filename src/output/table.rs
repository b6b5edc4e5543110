//! Aligned columns for a person at a terminal.
//!
//! Arabic stays in logical order: turning it round is the terminal's work, and isolates keep it from turning the columns round too.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::Options;
use super::view::{FactView, MentionView, RecordView};
use crate::decimal::grouped;
use crate::kind::{Bound, snake};
use crate::resolve::record::{Election, Name, Severity};
use crate::text::fold::is_arabic;

/// The widest that each column gets: kind, value, subject, place or election, evidence.
const WIDEST: [usize; 5] = [22, 36, 40, 28, 40];
const STYLES: [Style; 5] = [AnsiColor::Cyan.on_default(), Style::new().bold(), Style::new(), Style::new(), Style::new().dimmed()];

/// The widest title: with it a heading is not wider than its table.
const TITLE: usize = 100;

type Row = [String; 5];

/// One article: a heading, its facts, its mentions if asked for, its findings.
pub(super) fn write(out: &mut impl Write, view: &RecordView<'_>, options: &Options) -> io::Result<()> {
    let pen = Pen { options };
    let article = &view.article;
    let title = article.title.map(|title| cut(&clean(title), TITLE));
    let parts = [Some(clean(article.id)), title, article.published.map(|date| date.to_string())];
    let heading: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).map(|part| pen.isolated(&part)).collect();
    writeln!(out, "{}", pen.styled(Style::new().bold().underline(), &heading.join(" · ")))?;
    for election in view.elections {
        writeln!(out, "  {}", described(election))?;
    }
    if view.facts.is_empty() {
        writeln!(out, "  {}", pen.styled(Style::new().dimmed(), "no facts"))?;
    }
    let main = view.elections.first().map(|election| election.id.as_str());
    pen.rows(out, view.facts.iter().map(|fact| fact_row(fact, main)).collect())?;
    if let Some(mentions) = &view.mentions {
        writeln!(out, "  {}", pen.styled(Style::new().underline(), "mentions"))?;
        pen.rows(out, mentions.iter().map(mention_row).collect())?;
    }
    for finding in &view.checks {
        let color = if finding.severity == Severity::Error { AnsiColor::Red } else { AnsiColor::Yellow };
        let line = format!("! {}: {} ({})", finding.check, clean(finding.message), finding.facts.join(", "));
        writeln!(out, "  {}", pen.styled(color.on_default(), &pen.isolated(&line)))?;
    }
    Ok(())
}

fn fact_row(fact: &FactView<'_>, main: Option<&str>) -> Row {
    let mut value = amount(fact);
    if let Some(status) = fact.status {
        value = [value, snake(&status).replace('_', " ")].join(" ");
    }
    let name = |name: &Name| clean(&name.name);
    let subject = match (fact.subject, fact.party) {
        (Some(subject), Some(party)) => format!("{} ({})", name(subject), name(party)),
        (one, other) => one.or(other).map(name).unwrap_or_default(),
    };
    // The main election stands in the heading.
    let place = fact
        .place
        .map(name)
        .into_iter()
        .chain(fact.election.filter(|id| Some(*id) != main).map(str::to_owned))
        .collect::<Vec<_>>()
        .join(", ");
    let more = if fact.evidence.len() > 1 { format!(" ×{}", fact.evidence.len()) } else { String::new() };
    let quote = fact.evidence.first().map(|evidence| clean(evidence.text)).unwrap_or_default();
    [snake(&fact.kind), value.trim().to_owned(), subject, place, format!("“{}”{more}", cut(&quote, WIDEST[4] - 6))]
}

fn mention_row(mention: &MentionView<'_>) -> Row {
    let value = mention
        .value
        .iter()
        .map(ToString::to_string)
        .chain(mention.unit.map(str::to_owned))
        .chain(mention.date.map(|date| date.to_string()));
    [snake(&mention.kind), value.collect::<Vec<_>>().join(" "), String::new(), String::new(), format!("“{}”", clean(mention.at.text))]
}

/// A figure in words, or the date of a relation.
fn amount(fact: &FactView<'_>) -> String {
    let shown = |value: &Option<serde_json::Number>| value.as_ref().map(ToString::to_string);
    match shown(&fact.value) {
        Some(value) => figure(&value, shown(&fact.value_max).as_deref(), fact.bound, fact.unit),
        None => fact.date.iter().chain(&fact.date_end).map(ToString::to_string).collect::<Vec<_>>().join(" – "),
    }
}

/// `about 24,254,152 voters`, `10–15 seats`, `81.31%`.
pub(super) fn figure(value: &str, value_max: Option<&str>, bound: Option<Bound>, unit: Option<&str>) -> String {
    let value = std::iter::once(value).chain(value_max).map(grouped).collect::<Vec<_>>().join("–");
    let bound = bound
        .filter(|bound| matches!(bound, Bound::About | Bound::Over | Bound::Under))
        .map_or_else(String::new, |bound| snake(&bound) + " ");
    match unit {
        Some("percent") => format!("{bound}{value}%"),
        Some(unit) => format!("{bound}{value} {}", unit.replace('_', " ")),
        None => bound + &value,
    }
}

fn described(election: &Election) -> String {
    let round = election.round.map(|round| format!(" round {round}")).unwrap_or_default();
    let early = if election.early == Some(true) { " early" } else { "" };
    format!("{}{round}{early}", election.id)
}

/// Text that cannot move the cursor, break the line or end an isolate: what an article holds is not the terminal's to obey.
pub(super) fn clean(text: &str) -> String {
    let isolate = |c: char| matches!(c, '\u{2066}'..='\u{2069}');
    let visible: String = text.chars().filter(|&c| !isolate(c)).map(|c| if c.is_control() { ' ' } else { c }).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Columns of a terminal. Letter by letter: the width crate counts lam-alef as one, for the ligature, but terminals give it two.
pub(super) fn width(text: &str) -> usize {
    text.graphemes(true).map(UnicodeWidthStr::width).sum()
}

/// At most `widest` columns of `text`, cut between what a reader sees as letters.
pub(super) fn cut(text: &str, widest: usize) -> String {
    if width(text) <= widest {
        return text.to_owned();
    }
    let mut used = 1;
    let kept = text.graphemes(true).take_while(|letter| {
        used += letter.width();
        used <= widest
    });
    kept.collect::<String>().trim_end().to_owned() + "…"
}

/// How to draw for whoever looks.
pub(super) struct Pen<'a> {
    pub(super) options: &'a Options,
}

impl Pen<'_> {
    fn rows(&self, out: &mut impl Write, mut rows: Vec<Row>) -> io::Result<()> {
        let mut widths = [0; 5];
        for row in &mut rows {
            for (column, cell) in row.iter_mut().enumerate() {
                *cell = cut(cell, WIDEST[column]);
                widths[column] = widths[column].max(width(cell));
            }
        }
        for row in &rows {
            let mut line = String::from("  ");
            for (column, cell) in row.iter().enumerate().filter(|(column, _)| widths[*column] > 0) {
                let gap = if column + 1 < row.len() { widths[column] - width(cell) + 2 } else { 0 };
                line += &self.styled(STYLES[column], &self.isolated(cell));
                line.extend(std::iter::repeat_n(' ', gap));
            }
            writeln!(out, "{}", line.trim_end())?;
        }
        Ok(())
    }

    /// The text between marks that keep its direction from its neighbours, where somebody reads it who needs them.
    pub(super) fn isolated(&self, text: &str) -> String {
        if self.options.isolates && text.chars().any(is_arabic) { format!("\u{2068}{text}\u{2069}") } else { text.to_owned() }
    }

    pub(super) fn styled(&self, style: Style, text: &str) -> String {
        if self.options.color && !text.is_empty() { format!("{style}{text}{style:#}") } else { text.to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_keep_whole_letters() {
        assert_eq!(cut("توكاييف", 7), "توكاييف");
        assert_eq!(cut("e\u{301}e\u{301}e\u{301}", 2), "e\u{301}…");
        assert_eq!(cut("👨‍👩‍👧👨‍👩‍👧", 3), "👨‍👩‍👧…");
        assert_eq!(width("السلام"), 6);
        assert_eq!(clean("a\n\u{1b}[31m\u{2069}b\t"), "a [31mb");
    }
}
