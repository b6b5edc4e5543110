//! Dates as exact as the text: Gregorian with the month names of every Arab region, numeric, Hijri, relative to publication.

use super::Number;
use crate::date::PartialDate;
use crate::decimal::Decimal;
use crate::lexicon::Tagged;
use crate::span::Span;

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
pub fn dates(_tagged: &Tagged, _numbers: &[Number], _published: Option<PartialDate>) -> Vec<DateMention> {
    Vec::new()
}

/// All lengths of time of a text in order.
pub fn durations(_tagged: &Tagged, _numbers: &[Number]) -> Vec<Duration> {
    Vec::new()
}
