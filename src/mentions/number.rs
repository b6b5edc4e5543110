//! Every number that stands in the text, in digits, words or both; read exactly, decided late.

use crate::decimal::Decimal;
use crate::lexicon::Tagged;
use crate::span::Span;

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Digits, perhaps with scale words: `1.2m`, `39 مليون`, `24 مليونا و254 ألفا و152`.
    Digits,
    /// Words only.
    Words,
    /// An Arabic dual noun that says two by itself (مقعدان, مرشحين); the token is the noun.
    Dual,
    /// An ordinal: السابعة, الـ23, 23rd, third.
    Ordinal,
}

/// A number and its place.
#[derive(Clone, Copy, Debug)]
pub struct Number {
    /// First token.
    pub start: u32,
    /// One past the last token.
    pub end: u32,
    /// Exactly the number, without clitics.
    pub span: Span,
    /// The reading without context: a single separator before three digits is taken for thousands in 1,234 and 11.360 alike.
    pub value: Decimal,
    /// The other reading where a separator can be either: 11.360 as a decimal, 38,250 …
    pub other: Option<Decimal>,
    /// How it is written.
    pub form: Form,
}

impl Number {
    /// The reading for things that are counted: a whole number where one of the readings is whole.
    pub fn as_count(&self) -> Decimal {
        match self.other {
            Some(other) if self.value.integer().is_none() && other.integer().is_some() => other,
            _ => self.value,
        }
    }

    /// The reading for shares: of two readings the one of at most 100.
    pub fn as_percent(&self) -> Decimal {
        match self.other {
            Some(other) if self.value.to_f64() > 100.0 => other,
            _ => self.value,
        }
    }
}

/// All numbers of a text in order; they do not overlap.
pub fn numbers(_tagged: &Tagged) -> Vec<Number> {
    Vec::new()
}
