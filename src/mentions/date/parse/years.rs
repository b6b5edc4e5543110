//! Years in digits, periods with a direction, and the Hijri calendar.

use super::{HIJRI_YEARS, Reader};
use crate::lexicon::{Concept, Hit};
use crate::mentions::date::draft::{Draft, SAME, When, Year};
use crate::text::clitic::Clitics;

impl Reader<'_> {
    /// `عام 2014`, `العام الماضي`, `شهر نوفمبر الماضي`, `الأسبوع المقبل`.
    pub(super) fn period(&self, i: usize, hit: &Hit) -> Option<Draft> {
        let end = hit.end as usize;
        if hit.value == 365 {
            let at = self.after(end, "،,:(.\"");
            if let Some(year) = self.four_digits(at).filter(|_| !matches!(self.form(at + 1), "%")) {
                let end = self.era(at + 1, 0);
                return Some(Draft { bare_year: true, ..Draft::new(i, end, When::Year(Year::Known(year))) });
            }
            if let Some(draft) = self.hijri_year(at) {
                return Some(draft.starting(i));
            }
        }
        if hit.value == 30 && !hit.clitics.has(Clitics::AL) {
            return self.month_first(i, end).or_else(|| self.hijri_month(i, end));
        }
        let (unit, by, end) = self.directed_period(i)?;
        self.by(i, unit, by, end)
    }

    pub(super) fn by(&self, i: usize, unit: i64, by: i64, end: usize) -> Option<Draft> {
        let when = match unit {
            // "العام الماضي 2014".
            365 => match self.four_digits(self.after(end, "،,(")) {
                Some(year) if !self.is_counted(self.after(end, "،,(") + 1) => {
                    let year_end = self.after(end, "،,(") + 1;
                    let end = if self.mark(end, "(") { self.after(year_end, ")") } else { year_end };
                    return Some(Draft::new(i, end, When::Year(Year::Known(year))));
                }
                _ => When::Year(if by == SAME { Year::Same } else { Year::By(by as i16) }),
            },
            _ if by == SAME => return None,
            30 => When::Months(by as i32),
            _ => When::Weeks(by as i32),
        };
        Some(Draft::new(i, end, when))
    }

    /// Four digits by themselves that mean a year: in doubt only after a word or mark that leads to one.
    pub(super) fn year(&self, i: usize, last: Option<&Draft>) -> Option<Draft> {
        let year = self.four_digits(i)?;
        let end = self.era(i + 1, 0);
        if self.is(i + 1, Concept::Era) && end == i + 1 || self.is_counted(i + 1) || self.mark(i + 1, "%$€£") {
            return None;
        }
        // "the 1990s".
        if self.is_word(i + 1) && !self.spaced(i + 1) && !self.is_arabic(i + 1) {
            return None;
        }
        let before = i.wrapping_sub(1);
        let lone = (year % 100 == 0) && self.is_word(end) && !self.is_capital(end) && !self.tagged.words[end].tagged;
        let glued = !self.spaced(i) && self.mark(before, ".:/=&_$€£@#+");
        let place = if self.mark(before, "،,.\"'") { before } else { i };
        let led = self.lead(place).is_some() && !(glued && place == i) || self.mark(before, "-") && self.lead(before).is_some();
        let listed = last.is_some_and(|l| {
            l.known_year().is_some()
                && l.end < i
                && l.end + 2 >= i
                && (l.end..i).all(|t| self.is(t, Concept::RangeLink) || self.mark(t, "،,-/"))
        });
        let bracketed = self.mark(before, "([") && (self.mark(i + 1, ":،,)]-") || self.form(i + 1).is_empty());
        let headed = i == self.line.start && self.mark(i + 1, ":");
        let era = end > i + 1;
        let ranged =
            self.mark(i + 1, "-") && !self.spaced(i + 1) && self.four_digits(i + 2).is_some_and(|y| y > year) && !self.is_counted(i + 3);
        // "الأعوام 2010 و2011".
        let plural = self.ends_before(i, Concept::DurationUnit).is_some_and(|h| h.value == 1 && h.clitics.has(Clitics::AL));
        let sure = listed || bracketed || headed || era || ranged || plural || !lone && (led || self.labels_vote(i));
        (sure && (!glued || place < i || listed)).then(|| Draft { bare_year: true, ..Draft::new(i, end, When::Year(Year::Known(year))) })
    }

    /// Whether the year at token `i` stands in the name of an election: `انتخابات الرئاسة 2014`, "2013 general election".
    pub(super) fn labels_vote(&self, i: usize) -> bool {
        let vote = |at: usize| self.is(at, Concept::Election) || self.is(at, Concept::Polling);
        let before = (1..=4).map_while(|back| i.checked_sub(back).filter(|&at| self.is_word(at))).any(vote);
        // «برلمان 2018»: the body that was elected then.
        let body = i.checked_sub(1).is_some_and(|at| self.is_arabic(at) && self.is(at, Concept::Office));
        before || body || (i + 1..i + 4).take_while(|&at| self.is_word(at)).any(|at| vote(at) && !self.is_arabic(at))
    }

    /// Beyond the era mark of this value at `i`.
    pub(super) fn era(&self, i: usize, value: i64) -> usize {
        self.hit(i, Concept::Era).filter(|h| h.value == value && (self.is_arabic(i) || self.is_capital(i))).map_or(i, |h| h.end as usize)
    }

    pub(super) fn hijri_digits(&self, i: usize) -> Option<i16> {
        self.digits(i, 4..5).filter(|y| HIJRI_YEARS.contains(y))
    }

    /// `10 رمضان 1445`: without a year only where the month's name is not a man's or a zero's.
    pub(super) fn hijri_day(&self, i: usize, day: i8, end: usize) -> Option<Draft> {
        let at = self.linked(end);
        let month = self.hit(at, Concept::HijriMonth).filter(|h| h.clitics.is_empty() && day <= 30)?;
        let (year, end) = self.hijri_tail(month.end as usize);
        if year.is_none() && month.value == 2 {
            return None;
        }
        let when = When::Hijri { year, month: Some(month.value as i8), day: Some(day) };
        Some(self.with_direction(Draft::new(i, end, when)))
    }

    /// `رمضان 1445`, `شهر رمضان المقبل`.
    pub(super) fn hijri_month(&self, start: usize, i: usize) -> Option<Draft> {
        let month = self.hit(i, Concept::HijriMonth)?;
        let (year, end) = self.hijri_tail(month.end as usize);
        let when = When::Hijri { year, month: Some(month.value as i8), day: None };
        let draft = self.with_direction(Draft::new(start, end, when));
        (year.is_some() || start < i || draft.direction.is_some()).then_some(draft)
    }

    pub(super) fn with_direction(&self, mut draft: Draft) -> Draft {
        if let Some(direction) = self.hit(draft.end, Concept::Direction).filter(|h| self.follows(h)) {
            draft.direction = Some(direction.value);
            draft.end = direction.end as usize;
        }
        draft
    }

    pub(super) fn hijri_tail(&self, i: usize) -> (Option<i16>, usize) {
        let at = self.after(i, "،,/");
        let at = self.hit(at, Concept::DateLink).map_or(at, |h| h.end as usize);
        let at = self.hit(at, Concept::PeriodWord).filter(|h| h.value == 365).map_or(at, |h| h.end as usize);
        self.hijri_digits(at).map_or((None, i), |year| (Some(year), self.era(at + 1, 1)))
    }

    /// `1445 هـ`.
    pub(super) fn hijri_year(&self, i: usize) -> Option<Draft> {
        let year = self.hijri_digits(i)?;
        let end = self.era(i + 1, 1);
        let when = When::Hijri { year: Some(year), month: None, day: None };
        (end > i + 1).then(|| Draft { bare_year: true, ..Draft::new(i, end, when) })
    }
}
