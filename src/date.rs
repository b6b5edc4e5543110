//! Dates as exact as their source: a year, a month or a day. ISO 8601 in text form.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// `2022`, `2022-11` or `2022-11-20`. A day is always a day that exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct PartialDate {
    /// The Gregorian year.
    pub year: i16,
    /// 1 to 12 where known.
    pub month: Option<i8>,
    /// 1 to 31 where known; never without a month.
    pub day: Option<i8>,
}

impl PartialDate {
    /// A year alone.
    pub fn year(year: i16) -> Self {
        PartialDate { year, month: None, day: None }
    }

    /// A month of a year; `None` if the month is not 1 to 12.
    pub fn month(year: i16, month: i8) -> Option<Self> {
        (1..=12).contains(&month).then_some(PartialDate { year, month: Some(month), day: None })
    }

    /// A day; `None` if there is no such day.
    pub fn day(year: i16, month: i8, day: i8) -> Option<Self> {
        Date::new(year, month, day).ok()?;
        Some(PartialDate { year, month: Some(month), day: Some(day) })
    }

    /// The civil date, where the day is known.
    pub fn civil(self) -> Option<Date> {
        Date::new(self.year, self.month?, self.day?).ok()
    }
}

impl From<Date> for PartialDate {
    fn from(d: Date) -> Self {
        PartialDate { year: d.year(), month: Some(d.month()), day: Some(d.day()) }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(m) = self.month {
            write!(f, "-{m:02}")?;
        }
        if let Some(d) = self.day {
            write!(f, "-{d:02}")?;
        }
        Ok(())
    }
}

impl From<PartialDate> for String {
    fn from(d: PartialDate) -> String {
        d.to_string()
    }
}

impl TryFrom<String> for PartialDate {
    type Error = String;
    fn try_from(s: String) -> Result<Self, String> {
        s.parse()
    }
}

impl FromStr for PartialDate {
    type Err = String;

    /// Reads `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, or an ISO date-time of which the date is kept.
    fn from_str(s: &str) -> Result<Self, String> {
        let bad = || format!("expected a date as YYYY, YYYY-MM or YYYY-MM-DD, found {s:?}");
        let day = match s.as_bytes().get(10) {
            Some(b'T' | b' ') => s.get(..10).ok_or_else(bad)?,
            _ => s,
        };
        let parts: Vec<&str> = day.split('-').collect();
        let digits = |p: &str, n: usize| (p.len() == n && p.bytes().all(|b| b.is_ascii_digit())).then(|| p.parse::<i16>().ok()).flatten();
        match parts[..] {
            [y] => digits(y, 4).map(PartialDate::year),
            [y, m] => digits(y, 4).zip(digits(m, 2)).and_then(|(y, m)| PartialDate::month(y, m as i8)),
            [y, m, d] => digits(y, 4).zip(digits(m, 2).zip(digits(d, 2))).and_then(|(y, (m, d))| PartialDate::day(y, m as i8, d as i8)),
            _ => None,
        }
        .ok_or_else(bad)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_prints_what_it_knows() {
        for s in ["2022", "2022-11", "2022-11-20"] {
            assert_eq!(s.parse::<PartialDate>().unwrap().to_string(), s);
        }
        assert_eq!("2022-11-20T08:00:00Z".parse::<PartialDate>().unwrap().to_string(), "2022-11-20");
        for s in ["", "20-11-2022", "2022-13", "2022-02-30", "yesterday", "2022-11-20x", "+022"] {
            assert!(s.parse::<PartialDate>().is_err(), "{s}");
        }
    }
}
