//! What the rules make: a fact whose names are still mentions and whose election is still a hint.

use crate::date::PartialDate;
use crate::decimal::Decimal;
use crate::kind::{Bound, FactKind, Status};
use crate::span::Span;

/// A fact before `resolve` has settled who, where and which election.
#[derive(Clone, Debug)]
pub struct Draft {
    /// What it says.
    pub kind: FactKind,
    /// The figure.
    pub value: Option<Decimal>,
    /// Upper end of a range.
    pub value_max: Option<Decimal>,
    /// Day of voting.
    pub date: Option<PartialDate>,
    /// Last day of voting.
    pub date_end: Option<PartialDate>,
    /// The unit where it is not the kind's own.
    pub unit: Option<&'static str>,
    /// How the value bounds the truth.
    pub bound: Bound,
    /// What the figure is said to be.
    pub status: Option<Status>,
    /// Index of the name mention it is about.
    pub subject: Option<usize>,
    /// Index of the party's mention.
    pub party: Option<usize>,
    /// Index of the place's mention.
    pub place: Option<usize>,
    /// Which election, where the clause says so.
    pub when: When,
    /// The words that state it.
    pub evidence: Span,
    /// First token of the statement: what stands near it.
    pub token: usize,
    /// 0 to 1.
    pub confidence: f64,
    /// The rule that made it.
    pub rule: &'static str,
}

/// Which election a fact belongs to, as far as its clause tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct When {
    /// The year named beside it.
    pub year: Option<i16>,
    /// It is said of an earlier election ("previously", "up from").
    pub earlier: bool,
    /// The office named beside it, as `Office as i64`.
    pub office: Option<i64>,
    /// The country named beside it, packed.
    pub country: Option<i64>,
    /// The round named beside it.
    pub round: Option<u8>,
}
