//! The page that `compare` makes: for each election a matrix of facts by sources, and the texts of the sources below.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};

use maud::{Markup, html};

use super::article::{heading, text};
use super::data::{Data, name};
use super::election;
use super::figure::{amount, bar};
use super::labels::Ui;
use super::text::Marks;
use crate::compare::{self, Comparison, Report, Row, Value, Verdict};
use crate::kind::{Bound, FactKind, snake};
use crate::resolve::record::Name;
use crate::span::Span;

/// In the order of the page, each with a sign: verdicts are never told by colour alone.
const VERDICTS: [(Verdict, &str); 5] =
    [(Verdict::Conflict, "≠"), (Verdict::Progress, "↗"), (Verdict::Compatible, "≈"), (Verdict::Agree, "="), (Verdict::Single, "·")];

/// The boxes that say rows of which verdict are shown, with how many there are.
pub(super) fn verdicts(comparisons: &[Comparison], ui: Ui) -> Markup {
    let rows = |verdict| comparisons.iter().flat_map(|comparison| &comparison.rows).filter(|row| row.verdict == verdict).count();
    html! {
        fieldset {
            legend { (ui.word("verdict")) }
            @for (verdict, sign) in VERDICTS {
                @let (rows, key) = (rows(verdict), snake(&verdict));
                @if rows > 0 {
                    label { input type="checkbox" data-verdict=(key) checked; " " (badge(verdict, sign, ui)) " " span.count { (rows) } }
                }
            }
        }
    }
}

/// The matrices and the articles.
pub(super) fn body(comparisons: &[Comparison], reports: &[Report], ui: Ui) -> Markup {
    let ids = compare::ids(reports);
    let index: HashMap<&str, usize> = ids.iter().enumerate().map(|(i, id)| (id.as_str(), i)).collect();
    // What each article is quoted for, in which row.
    let texts: Vec<Quoted> = reports.iter().map(Quoted::new).collect();
    let mut quotes: Vec<Vec<(Span, String)>> = vec![Vec::new(); reports.len()];
    for (comparison, c) in comparisons.iter().zip(1..) {
        for (row, r) in comparison.rows.iter().zip(1..) {
            for value in &row.values {
                let Some(&i) = index.get(value.article.as_str()) else { continue };
                quotes[i].extend(texts[i].spans(&value.fact).iter().map(|span| (*span, row_id(c, r))));
            }
        }
    }
    let marks: Vec<Marks> = texts
        .iter()
        .zip(&quotes)
        .zip(1..)
        .map(|((quoted, quotes), i)| Marks::new(&quoted.text, format!("s{i}"), quotes.iter().map(|(span, id)| (*span, id.as_str()))))
        .collect();
    let compared: BTreeSet<usize> =
        comparisons.iter().flat_map(|comparison| &comparison.articles).filter_map(|id| index.get(id.as_str()).copied()).collect();
    let page = Page { reports, ids: &ids, index, texts: &texts, marks: &marks, ui };
    html! {
        @if comparisons.is_empty() { p.none { (ui.word("no_shared")) } }
        @for (comparison, c) in comparisons.iter().zip(1..) { (page.election(comparison, c)) }
        @if !comparisons.is_empty() {
            section.articles aria-labelledby="articles" {
                h2 #articles { (ui.word("articles")) }
                @for i in compared { (page.article(i)) }
            }
        }
    }
}

/// The id of the `r`th row of the `c`th comparison.
fn row_id(c: usize, r: usize) -> String {
    format!("e{c}-r{r}")
}

/// An article's text and where its facts stand in it; of a record that was read back, its quotes, one a line.
struct Quoted<'a> {
    text: Cow<'a, str>,
    /// Whether `text` is the article's.
    whole: bool,
    spans: HashMap<&'a str, Vec<Span>>,
}

impl<'a> Quoted<'a> {
    fn new(report: &'a Report) -> Self {
        let facts = &report.record.facts;
        if let Some(text) = &report.text {
            let spans = facts.iter().map(|fact| (fact.id.as_str(), fact.evidence.clone())).collect();
            return Quoted { text: text.into(), whole: true, spans };
        }
        let mut text = String::new();
        let mut spans = HashMap::new();
        for (fact, quotes) in facts.iter().zip(&report.quotes) {
            let own: &mut Vec<Span> = spans.entry(fact.id.as_str()).or_default();
            for quote in quotes {
                let start = text.len();
                text += &quote.text.replace('\n', " ");
                own.push(Span::new(start, text.len()));
                text.push('\n');
            }
        }
        Quoted { text: text.into(), whole: false, spans }
    }

    fn spans(&self, fact: &str) -> &[Span] {
        self.spans.get(fact).map_or(&[], Vec::as_slice)
    }
}

/// What all parts of the page share.
struct Page<'a> {
    reports: &'a [Report],
    ids: &'a [String],
    index: HashMap<&'a str, usize>,
    texts: &'a [Quoted<'a>],
    marks: &'a [Marks<'a>],
    ui: Ui,
}

impl Page<'_> {
    fn election(&self, comparison: &Comparison, c: usize) -> Markup {
        let title = format!("e{c}-title");
        let sources: Vec<usize> = comparison.articles.iter().filter_map(|id| self.index.get(id.as_str()).copied()).collect();
        let numbered = || comparison.rows.iter().zip(1..);
        let origins: HashMap<&str, usize> =
            comparison.rows.iter().flat_map(|row| &row.values).map(|value| (value.article.as_str(), value.origin)).collect();
        // Of the sources that share an origin, the first.
        let mut firsts: HashMap<usize, &str> = HashMap::new();
        for id in &comparison.articles {
            if let Some(origin) = origins.get(id.as_str()) {
                firsts.entry(*origin).or_insert(id);
            }
        }
        let copied =
            |i: usize| origins.get(self.ids[i].as_str()).and_then(|origin| firsts.get(origin)).filter(|first| **first != self.ids[i]);
        html! {
            section.election aria-labelledby=(title) {
                h2 id=(title) { (election::described(&comparison.election, self.ui)) }
                // Tabbable: what scrolls must be scrolled without a mouse too.
                div.scroll role="region" tabindex="0" aria-labelledby=(title) {
                    table.matrix {
                        thead {
                            tr {
                                th scope="col" { (self.ui.word("fact")) }
                                @for &i in &sources { th scope="col" { (self.source(i, copied(i).copied())) } }
                            }
                        }
                        @for (verdict, sign) in VERDICTS {
                            @let rows: Vec<_> = numbered().filter(|(row, _)| row.verdict == verdict).collect();
                            @if !rows.is_empty() {
                                tbody class=(snake(&verdict)) {
                                    tr.group { th scope="rowgroup" colspan=(sources.len() + 1) { (badge(verdict, sign, self.ui)) " " span.count { (rows.len()) } } }
                                    @for (row, r) in rows { (self.row(row, sign, &row_id(c, r), &sources)) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// The head of a source's column, with the source that it is a copy of.
    fn source(&self, i: usize, copied: Option<&str>) -> Markup {
        html! {
            a href={ "#s" (i + 1) } { (name(&self.ids[i])) }
            @if let Some(title) = &self.reports[i].record.article.title { span.more { (name(title)) } }
            @if let Some(first) = copied { span.more { (self.ui.word("copy_of")) " " (name(first)) } }
        }
    }

    fn row(&self, row: &Row, sign: &str, id: &str, sources: &[usize]) -> Markup {
        let ui = self.ui;
        let kind = row.kind.name();
        let of = |i: usize| row.values.iter().filter(move |value| self.index.get(value.article.as_str()) == Some(&i));
        let stating = sources.iter().filter(|&&i| of(i).next().is_some()).map(|i| format!("s{}", i + 1)).collect::<Vec<_>>();
        // Letters part the groups of values that contradict each other, or that one count parts from the next.
        let parted = row.values.iter().any(|value| value.group != row.values[0].group);
        html! {
            tr id=(id) data-kind=(kind) data-verdict=(snake(&row.verdict)) data-sources=(stating.join(" ")) {
                th scope="row" {
                    (badge(row.verdict, sign, ui))
                    span.kind { (ui.label("kind", &kind)) }
                    @if let Some(subject) = &row.subject { span.who { (name(&subject.name)) } }
                    @if let Some(place) = &row.place { span.more { span { (ui.word("place")) " " (name(&place.name)) } } }
                    @if let Some(note) = &row.note { span.note lang="en" dir="ltr" { (Data(note)) } }
                }
                @for &i in sources {
                    td data-source={ "s" (i + 1) } {
                        @for value in of(i) { (self.cell(i, row, value, parted)) }
                        @if of(i).next().is_none() { span.none title=(ui.word("not_stated")) aria-label=(ui.word("not_stated")) role="img" { "–" } }
                    }
                }
            }
        }
    }

    fn cell(&self, i: usize, row: &Row, value: &Value, parted: bool) -> Markup {
        let ui = self.ui;
        let mark =
            self.texts[i].spans(&value.fact).iter().find_map(|span| self.marks[i].id(*span)).unwrap_or_else(|| format!("s{}", i + 1));
        // What is compared where there is no figure.
        let compared = match row.kind {
            FactKind::Winner => value.subject.as_ref(),
            FactKind::Candidacy => value.party.as_ref(),
            _ => None,
        };
        let other = |own: &Option<Name>, of_row: &Option<Name>| {
            let own = own.as_ref().filter(|own| Some(*own) != compared);
            own.filter(|own| of_row.as_ref().is_none_or(|of_row| of_row.name != own.name)).map(|own| name(&own.name))
        };
        html! {
            a.cell href={ "#" (mark) } {
                @if parted { span.letter { span.unseen { (ui.word("group")) " " } (letter(value.group)) } " " }
                @if let Some(figure) = value.value {
                    @let max = value.value_max.map(|max| max.to_string());
                    span.amount { (amount(&figure.to_string(), max.as_deref(), row.unit.unwrap_or(""), value.bound.unwrap_or(Bound::Exact), ui)) }
                }
                @if let Some(date) = value.date { span.amount { time { (date) } @if let Some(end) = value.date_end { " – " time { (end) } } } }
                @if let Some(compared) = compared { span.amount { (name(&compared.name)) } }
                @if let Some(status) = value.status { span.status { (ui.label("status", &snake(&status))) } }
                @if let Some(subject) = other(&value.subject, &row.subject) { span.own { (subject) } }
                @if let Some(party) = value.party.as_ref().filter(|party| Some(*party) != compared) { span.own { (name(&party.name)) } }
                @if let Some(place) = other(&value.place, &row.place) { span.own { (ui.word("place")) " " (place) } }
                @if let (Some(figure), Some("percent")) = (value.value, row.unit) { (bar(figure.to_f64())) }
            }
        }
    }

    fn article(&self, i: usize) -> Markup {
        let meta = &self.reports[i].record.article;
        html! {
            article id={ "s" (i + 1) } aria-labelledby={ "s" (i + 1) "-title" } {
                header { (heading(&self.marks[i], &self.ids[i], meta, self.ui)) }
                @if !self.texts[i].whole { p.none { (self.ui.word("quotes_only")) } }
                (text(&self.marks[i], meta, self.ui))
            }
        }
    }
}

fn badge(verdict: Verdict, sign: &str, ui: Ui) -> Markup {
    let verdict = snake(&verdict);
    html! { span class={ "badge " (verdict) } { span aria-hidden="true" { (sign) } " " span.said { (ui.label("verdict", &verdict)) } } }
}

/// A, B, C, …; a number where the alphabet ends.
fn letter(group: usize) -> String {
    u8::try_from(group)
        .ok()
        .filter(|group| *group < 26)
        .map_or_else(|| (group + 1).to_string(), |group| char::from(b'A' + group).to_string())
}

/// Where the script shows the quotes of one row in their articles, side by side; not part of `main`.
pub(super) fn dialog(ui: Ui) -> Markup {
    html! {
        dialog #quotes aria-labelledby="quotes-title" {
            header {
                div #quotes-title aria-live="polite" {}
                div.buttons {
                    button type="button" data-step="-1" { (ui.word("previous")) }
                    button type="button" data-step="1" { (ui.word("next")) }
                    button.close type="button" { (ui.word("close")) }
                }
            }
            div.columns {}
        }
    }
}
