//! Dates as exact as the text: Gregorian with the month names of every Arab region, numeric, Hijri, relative to publication.
//!
//! `parse` reads what is written into a `draft`, `resolve` gives it a year, `dateline` finds the day an article was written.

mod dateline;
mod draft;
mod hijri;
mod parse;
mod resolve;
#[cfg(test)]
mod tests;

pub use dateline::{dateline, dateline_of};

use super::{Form, Number};
use crate::date::PartialDate;
use crate::decimal::Decimal;
use crate::lexicon::{Concept, Tagged};
use crate::span::Span;
use crate::text::clitic::{Clitics, skip_letters};
use draft::{Draft, When};

/// A date expression and what it resolves to.
#[derive(Clone, Copy, Debug)]
pub struct DateMention {
    /// First token.
    pub start: u32,
    /// One past the last token.
    pub end: u32,
    /// Where it stands.
    pub span: Span,
    /// What it resolves to, as exact as text and publication date allow; `None` where the year is unknown.
    pub date: Option<PartialDate>,
    /// Last day of a range ("9 و10 يونيو", "March 4-6").
    pub date_end: Option<PartialDate>,
    /// A bare year.
    pub bare_year: bool,
    /// A word like اليوم or "today" that stands for the publication day.
    pub relative: bool,
    /// It is written in the Hijri calendar only.
    pub hijri: bool,
}

/// A length of time.
#[derive(Clone, Copy, Debug)]
pub struct Duration {
    /// First token.
    pub start: u32,
    /// One past the last token.
    pub end: u32,
    /// Where it stands.
    pub span: Span,
    /// How many units.
    pub value: Decimal,
    /// `years`, `months`, `weeks`, `days`, `hours` or `minutes`.
    pub unit: &'static str,
}

/// All date expressions of a text in order. `numbers` are those of the text; `published` anchors what is relative.
pub fn dates(tagged: &Tagged, numbers: &[Number], published: Option<PartialDate>) -> Vec<DateMention> {
    let mut drafts = parse::drafts(tagged, numbers, tagged.text.lang(), usize::MAX);
    resolve::share_years(tagged, &mut drafts);
    let resolved = resolve::resolve(tagged, &drafts, published);
    let mention = |(draft, (date, date_end)): (&Draft, resolve::Resolved)| DateMention {
        start: draft.start as u32,
        end: draft.end as u32,
        span: span(tagged, draft.start, draft.end),
        date,
        date_end,
        bare_year: draft.bare_year,
        relative: draft.relative,
        hijri: matches!(draft.when, When::Hijri { .. }),
    };
    drafts.iter().zip(resolved).map(mention).collect()
}

/// The words of tokens `start..end` without what is written as one with the first: و ف ب ل ك س.
fn span(tagged: &Tagged, start: usize, end: usize) -> Span {
    let mut span = tagged.text.span(start, end);
    let clitics = tagged.at(start).first().map_or(Clitics::NONE, |h| h.clitics);
    let letters = [Clitics::AND, Clitics::BI, Clitics::LI, Clitics::KA, Clitics::SA].iter().filter(|&&c| clitics.has(c)).count();
    if letters > 0 {
        span.start += skip_letters(tagged.text.slice(start, start + 1), letters) as u32;
    }
    span
}

const UNITS: [&str; 6] = ["years", "months", "weeks", "days", "hours", "minutes"];

/// All lengths of time of a text in order.
pub fn durations(tagged: &Tagged, numbers: &[Number]) -> Vec<Duration> {
    let mut out = Vec::new();
    let mut numbers = numbers.iter().peekable();
    for hit in &tagged.hits {
        let Some(&unit) = usize::try_from(hit.value - 1).ok().and_then(|at| UNITS.get(at)) else { continue };
        let (start, end) = (hit.start as usize, hit.end as usize);
        match hit.concept {
            Concept::DurationDual => {
                let span = span(tagged, start, end);
                out.push(Duration { start: hit.start, end: hit.end, span, value: Decimal::whole(2), unit });
            }
            Concept::DurationUnit if hit.clitics.is_empty() => {
                while numbers.next_if(|n| n.end < hit.start).is_some() {}
                let counts = |n: &&Number| n.end == hit.start && !matches!(n.form, Form::Ordinal | Form::Dual);
                let Some(number) = numbers.peek().copied().filter(counts) else { continue };
                // "four-year term", "years old": the unit is one word, perhaps after a dash.
                let end = start + 1 + usize::from(tagged.text.form(start) == "-");
                if tagged.text.tokens[start].line == tagged.text.tokens[number.start as usize].line {
                    let span = number.span.to(tagged.text.span(start, end));
                    out.push(Duration { start: number.start, end: end as u32, span, value: number.value, unit });
                }
            }
            _ => {}
        }
    }
    out
}
