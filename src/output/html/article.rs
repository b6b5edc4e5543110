//! One article of the page that `extract` makes: its facts as a table beside its text, and what the checks found.

use maud::{Markup, Render, html};

use super::data::{Data, address, code_and_dir, name};
use super::election;
use super::figure::{amount, bar};
use super::labels::Ui;
use super::text::Marks;
use crate::input::Article;
use crate::kind::snake;
use crate::resolve::record::{Fact, Finding, Meta, Record};
use crate::span::Span;
use crate::text::Lang;

/// The section of the `number`th article.
pub(super) fn section(record: &Record, article: &Article, number: usize, ui: Ui) -> Markup {
    let ids: Vec<String> = (1..=record.facts.len()).map(|fact| format!("a{number}-f{fact}")).collect();
    let quotes = record.facts.iter().zip(&ids).flat_map(|(fact, id)| fact.evidence.iter().map(|span| (*span, id.as_str())));
    let marks = Marks::new(&article.text, format!("a{number}"), quotes);
    let page = Page { record, ids: &ids, marks: &marks, ui };
    html! {
        article id={ "a" (number) } aria-labelledby={ "a" (number) "-title" } {
            (page.head())
            @if !record.checks.is_empty() { (page.findings()) }
            div.beside {
                div { (page.table()) }
                (text(&marks, &record.article, ui))
            }
        }
    }
}

/// The text of an article from behind its title on, in its own language and direction.
pub(super) fn text(marks: &Marks<'_>, meta: &Meta, ui: Ui) -> Markup {
    let lang = meta.lang.unwrap_or(Lang::En);
    let (code, dir) = code_and_dir(lang);
    let start = marks.title_line(meta.title.as_deref()).map_or(0, |line| line.end as usize);
    html! {
        // Tabbable: what scrolls must be scrolled without a mouse too.
        div.text tabindex="0" role="group" aria-label=(ui.word("text")) lang=(code) dir=(dir) { (marks.paragraphs(start, lang)) }
    }
}

/// The title, with its marks where it is the first line of the text; and where and when the article appeared.
/// `id` is what the article is called on this page.
pub(super) fn heading(marks: &Marks<'_>, id: &str, meta: &Meta, ui: Ui) -> Markup {
    let (code, dir) = code_and_dir(meta.lang.unwrap_or(Lang::En));
    let title = match (marks.title_line(meta.title.as_deref()), &meta.title) {
        (Some(line), _) => marks.line(line),
        (None, Some(title)) => Data(title).render(),
        (None, None) => Data(id).render(),
    };
    html! {
        h2 id={ (marks.prefix()) "-title" } lang=(code) dir=(dir) { (title) }
        p.meta {
            span.id { (name(id)) }
            @if let Some(date) = meta.published { " · " (ui.word("published")) " " time { (date) } }
            @if let Some(source) = &meta.source { " · " (address(source)) }
        }
    }
}

/// What the parts of an article's section share.
struct Page<'a> {
    record: &'a Record,
    /// Of the rows of its facts.
    ids: &'a [String],
    marks: &'a Marks<'a>,
    ui: Ui,
}

impl Page<'_> {
    fn head(&self) -> Markup {
        html! {
            header {
                (heading(self.marks, &self.record.article.id, &self.record.article, self.ui))
                @if !self.record.elections.is_empty() {
                    ul.elections { @for election in &self.record.elections { li { (election::described(election, self.ui)) } } }
                }
            }
        }
    }

    fn findings(&self) -> Markup {
        let ui = self.ui;
        html! {
            section.findings {
                h3 { (ui.word("checks")) }
                ul { @for finding in &self.record.checks { (self.finding(finding)) } }
            }
        }
    }

    fn finding(&self, finding: &Finding) -> Markup {
        let severity = snake(&finding.severity);
        html! {
            li class=(severity) {
                strong { (self.ui.label("severity", &severity)) } " "
                // The checks speak English.
                span lang="en" dir="ltr" { (Data(&finding.message)) }
                @for id in &finding.facts {
                    @if let Some((fact, row)) = self.record.facts.iter().zip(self.ids).find(|(fact, _)| fact.id == *id) {
                        " " a href={ "#" (row) } { (self.ui.label("kind", &fact.kind.name())) }
                    }
                }
                " " code { (finding.check) }
            }
        }
    }

    fn table(&self) -> Markup {
        let ui = self.ui;
        html! {
            @if self.record.facts.is_empty() { p.none { (ui.word("no_facts")) } } @else {
                table.facts {
                    thead { tr { @for column in ["fact", "value", "words"] { th scope="col" { (ui.word(column)) } } } }
                    tbody { @for (fact, id) in self.record.facts.iter().zip(self.ids) { (self.row(fact, id)) } }
                }
            }
        }
    }

    fn row(&self, fact: &Fact, id: &str) -> Markup {
        let ui = self.ui;
        let kind = fact.kind.name();
        let main = self.record.elections.first().map(|election| election.id.as_str());
        let other = fact.election.as_deref().filter(|id| Some(*id) != main);
        html! {
            tr id=(id) data-kind=(kind) {
                th scope="row" {
                    span.kind { (ui.label("kind", &kind)) }
                    @if let Some(subject) = &fact.subject { span.who { (name(&subject.name)) } }
                    @if fact.party.is_some() || fact.place.is_some() || other.is_some() {
                        span.more {
                            @if let Some(party) = &fact.party { span { (name(&party.name)) } }
                            @if let Some(place) = &fact.place { span { (ui.word("place")) " " (name(&place.name)) } }
                            @if let Some(id) = other {
                                @match self.record.elections.iter().find(|election| election.id == id) {
                                    Some(election) => { span { (election::described(election, ui)) } },
                                    None => { span { (name(id)) } },
                                }
                            }
                        }
                    }
                }
                td.value {
                    @if let Some(value) = fact.value {
                        span.amount { (amount(&value.to_string(), fact.value_max.map(|max| max.to_string()).as_deref(), fact.unit, fact.bound, ui)) }
                    }
                    @if let Some(date) = fact.date { span.amount { time { (date) } @if let Some(end) = fact.date_end { " – " time { (end) } } } }
                    @if let Some(status) = fact.status { span.status { (ui.label("status", &snake(&status))) } }
                    @if let (Some(value), "percent") = (fact.value, fact.unit) { (bar(value.to_f64())) }
                }
                td.words {
                    @for span in &fact.evidence { (self.quote(*span)) }
                    span.confidence title=(fact.rule) { span.unseen { (ui.word("confidence")) " " } (format!("{:.2}", fact.confidence)) }
                }
            }
        }
    }

    fn quote(&self, span: Span) -> Markup {
        let (code, dir) = code_and_dir(self.record.article.lang.unwrap_or(Lang::En));
        html! {
            @if let Some(mark) = self.marks.id(span) {
                a.quote href={ "#" (mark) } lang=(code) dir=(dir) { (Data(span.of(self.marks.text()))) }
            }
        }
    }
}
