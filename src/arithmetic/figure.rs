//! A fact's value → the stretch in which the truth lies if the article is right, from its digits and its hedge.

use crate::decimal::{Decimal, grouped};
use crate::kind::{Bound, FactKind};
use crate::resolve::record::Fact;

/// From `low` to `high`, both included.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Stretch {
    pub(crate) low: f64,
    pub(crate) high: f64,
}

impl Stretch {
    pub(crate) const ZERO: Stretch = Stretch { low: 0.0, high: 0.0 };

    pub(crate) fn new(low: f64, high: f64) -> Self {
        Stretch { low, high }
    }

    /// Whether one value lies in both.
    pub(crate) fn meets(self, other: Stretch) -> bool {
        // Binary fractions of decimals are off in the last bits.
        let slack = 1e-9 * self.high.abs().min(other.high.abs()).max(1.0);
        self.low <= other.high + slack && other.low <= self.high + slack
    }

    pub(crate) fn plus(self, other: Stretch) -> Stretch {
        Stretch::new(self.low + other.low, self.high + other.high)
    }

    pub(crate) fn minus(self, other: Stretch) -> Stretch {
        Stretch::new((self.low - other.high).max(0.0), self.high - other.low)
    }

    pub(crate) fn times(self, factor: f64) -> Stretch {
        Stretch::new(self.low * factor, self.high * factor)
    }

    pub(crate) fn over(self, other: Stretch) -> Stretch {
        Stretch::new(self.low / other.high, if other.low > 0.0 { self.high / other.low } else { f64::INFINITY })
    }

    /// This many percent of `whole`.
    pub(crate) fn of(self, whole: Stretch) -> Stretch {
        Stretch::new(self.low * whole.low, self.high * whole.high).times(0.01)
    }

    /// What lies in both.
    pub(crate) fn and(self, other: Stretch) -> Stretch {
        Stretch::new(self.low.max(other.low), self.high.min(other.high))
    }
}

/// A fact that has a value, and what the value leaves open.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Figure<'a> {
    pub(crate) fact: &'a Fact,
    /// The value as said.
    pub(crate) decimal: Decimal,
    /// The value as said, for arithmetic.
    pub(crate) value: f64,
    /// The worth of its last digit that says something; nothing where all of them do.
    pub(crate) step: f64,
    /// Where the truth lies if the article is right.
    pub(crate) stretch: Stretch,
}

/// "About" leaves at least this share of a value open to both sides.
const ABOUT: f64 = 0.1;

impl<'a> Figure<'a> {
    /// None for what carries no value.
    pub(crate) fn of(fact: &'a Fact) -> Option<Self> {
        let decimal = fact.value?;
        let value = decimal.to_f64();
        let step = step(fact.kind, fact.unit, decimal);
        let stretch = match fact.bound {
            // Newsrooms round, and cut off: 81.37 is printed as 81.4 and as 81.3.
            Bound::Exact => Stretch::new(value - step / 2.0, value + step),
            Bound::About => {
                let open = step.max(value * ABOUT);
                Stretch::new(value - open, value + open)
            }
            Bound::Over => Stretch::new(value, f64::INFINITY),
            Bound::Under => Stretch::new(0.0, value),
            Bound::Range => Stretch::new(value, fact.value_max.map_or(f64::INFINITY, Decimal::to_f64)),
        };
        Some(Figure { fact, decimal, value, step, stretch })
    }

    /// It stands without a hedge.
    pub(crate) fn exact(&self) -> bool {
        self.fact.bound == Bound::Exact
    }

    /// Where in the article it is said first, in bytes.
    pub(crate) fn at(&self) -> u32 {
        self.fact.evidence.first().map_or(0, |span| span.start)
    }

    /// How far apart in the article the two are said, in bytes, where they are said nearest to each other.
    pub(crate) fn apart(&self, other: &Figure) -> u32 {
        // What is said more often than this is said everywhere.
        let places = |figure: &Figure<'a>| figure.fact.evidence.iter().take(8).map(|span| span.start);
        let others = || other.fact.evidence.iter().take(8).map(|span| span.start);
        places(self).flat_map(|a| others().map(move |b| a.abs_diff(b))).min().unwrap_or(u32::MAX)
    }

    /// Whether both can be right of the same thing.
    pub(crate) fn meets(&self, other: &Figure) -> bool {
        self.stretch.meets(other.stretch)
    }

    /// The value as a reader knows it, with its hedge: `over 81%`, `8,300,046`.
    pub(crate) fn show(&self) -> String {
        let hedge = match self.fact.bound {
            Bound::About => "about ",
            Bound::Over => "over ",
            Bound::Under => "under ",
            Bound::Exact | Bound::Range => "",
        };
        let sign = if self.fact.unit == "percent" { "%" } else { "" };
        match self.fact.value_max {
            Some(max) => format!("{}–{}{sign}", plain(self.decimal), plain(max)),
            None => format!("{hedge}{}{sign}", plain(self.decimal)),
        }
    }
}

/// The worth of the last digit that says something: 0.01 of 81.31, a hundred thousand of 8,300,000, nothing of 8,300,046.
///
/// A zero at the end may be a digit or a place held open. It is taken for the latter, which leaves more open.
fn step(kind: FactKind, unit: &str, value: Decimal) -> f64 {
    let value = value.normal();
    if unit.starts_with("percent") || value.scale > 0 {
        return 10f64.powi(-i32::from(value.scale));
    }
    // Nobody rounds seats; a round number of them is a number of them.
    let people = matches!(
        kind,
        FactKind::Votes
            | FactKind::VotesCast
            | FactKind::RegisteredVoters
            | FactKind::ValidVotes
            | FactKind::InvalidVotes
            | FactKind::BlankVotes
            | FactKind::Margin
            | FactKind::SecurityPersonnel
            | FactKind::ElectionStaff
            | FactKind::PollingStations
            | FactKind::Observers
    );
    let zeros = std::iter::successors(Some(value.digits), |n| Some(n / 10)).take_while(|&n| n > 0 && n % 10 == 0).count();
    if people && zeros > 0 && value.digits >= 1000 { 10f64.powi(zeros as i32) } else { 0.0 }
}

/// `8300046` → `8,300,046`.
pub(crate) fn plain(value: Decimal) -> String {
    grouped(&value.to_string())
}

/// A computed value as it is best read: whole if it is large, else with two decimals at most.
pub(crate) fn rounded(value: f64) -> String {
    let text = if value.abs() >= 1000.0 { format!("{value:.0}") } else { format!("{value:.2}") };
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    grouped(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_digit_that_says_something() {
        let share = |digits, scale| step(FactKind::VoteShare, "percent", Decimal { digits, scale });
        assert_eq!((share(8131, 2), share(260, 2), share(70, 0)), (0.01, 0.1, 1.0));
        let votes = |digits| step(FactKind::Votes, "votes", Decimal::whole(digits));
        assert_eq!((votes(8_300_046), votes(8_300_000), votes(900)), (0.0, 100_000.0, 0.0));
        assert_eq!(step(FactKind::Seats, "seats", Decimal::whole(1000)), 0.0);
    }

    #[test]
    fn numbers_are_shown_as_readers_write_them() {
        assert_eq!(plain(Decimal::whole(830_046)), "830,046");
        assert_eq!((rounded(6.944), rounded(100.0), rounded(1234.5)), ("6.94".into(), "100".into(), "1,234".into()));
    }

    #[test]
    fn stretches() {
        let half = Stretch::new(50.0, 51.0);
        assert!(half.meets(Stretch::new(51.0, 60.0)) && !half.meets(Stretch::new(51.1, 60.0)));
        assert_eq!(half.over(Stretch::new(0.0, 2.0)).high, f64::INFINITY);
    }
}
