//! A date expression as it is written, before it is given a year.

/// The direction of "the same year", "نفس العام".
pub(super) const SAME: i64 = 9;

/// The year of a date as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Year {
    /// Not told.
    Open,
    /// In digits.
    Known(i16),
    /// This one (0), last (-1), next (1).
    By(i16),
    /// The year told last.
    Same,
}

/// What a date expression names.
#[derive(Clone, Copy, Debug)]
pub(super) enum When {
    Day {
        year: Year,
        month: i8,
        day: i8,
    },
    Month {
        year: Year,
        month: i8,
    },
    Year(Year),
    /// A day of this, the last or the next month.
    DayOf {
        months: i32,
        day: i8,
    },
    Weekday,
    /// A day of the month told last.
    DayOfSame(i8),
    /// Days from the publication.
    Days(i32),
    Weeks(i32),
    Months(i32),
    /// Umm al-Qura; what is not told is `None`.
    Hijri {
        year: Option<i16>,
        month: Option<i8>,
        day: Option<i8>,
    },
    /// No time at all: the day only names a thing, as in قوى 14 آذار or "the September 11 attacks".
    Name,
}

/// A date expression: tokens `start..end`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Draft {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) when: When,
    /// Month and day on which a range ends.
    pub(super) until: Option<(i8, i8)>,
    /// 1 (Monday) to 7.
    pub(super) weekday: Option<i8>,
    /// How many days it goes on, as "Saturday and Sunday" do.
    pub(super) more: i8,
    /// Last (-1), this (0), next (1), one further (±2), the same as before (`SAME`).
    pub(super) direction: Option<i64>,
    /// A word like today.
    pub(super) relative: bool,
    /// A year in digits and nothing else.
    pub(super) bare_year: bool,
}

impl Draft {
    pub(super) fn new(start: usize, end: usize, when: When) -> Self {
        Draft { start, end, when, until: None, weekday: None, more: 0, direction: None, relative: false, bare_year: false }
    }

    /// With words before it that lead to it.
    pub(super) fn starting(self, start: usize) -> Self {
        Draft { start, ..self }
    }

    /// The year in digits, if it has one.
    pub(super) fn known_year(&self) -> Option<i16> {
        match self.when {
            When::Day { year: Year::Known(y), .. } | When::Month { year: Year::Known(y), .. } | When::Year(Year::Known(y)) => Some(y),
            _ => None,
        }
    }

    /// Names a day or month and no year.
    pub(super) fn is_open(&self) -> bool {
        matches!(self.when, When::Day { year: Year::Open, .. } | When::Month { year: Year::Open, .. })
    }
}
