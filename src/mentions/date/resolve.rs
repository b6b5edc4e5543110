//! Date expressions as written → dates: from the publication date where there is one, else from the article's own dates.
//!
//! There is no clock: what neither of them tells stays open.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use rustc_hash::FxHashMap;

use super::draft::{Draft, SAME, When, Year};
use super::hijri;
use super::parse::{Tense, called, tense};
use crate::date::PartialDate;
use crate::lexicon::{Concept, Tagged};

/// First and last day of an expression, the last only of a range.
pub(super) type Resolved = (Option<PartialDate>, Option<PartialDate>);

/// How far a date without year is taken from one with it, in dates and in sentences around.
const NEIGHBOURS: usize = 32;
const AROUND: usize = 2;
/// A month that is to come is at most this far off, unless the text says so; one of a vote; one of a vote that the text says is near.
const MONTHS_AHEAD: i32 = 3;
/// A day that is to come is at most this many days off, unless the text says so.
const FAR_AHEAD: i32 = 330;
const VOTE_AHEAD: i32 = 6;
const VOTE_NEAR: i32 = 9;

/// What each of `drafts` resolves to.
pub(super) fn resolve(tagged: &Tagged, drafts: &[Draft], published: Option<PartialDate>) -> Vec<Resolved> {
    let latest = drafts.iter().filter_map(Draft::known_year).max();
    let told = told_years(tagged, drafts, latest);
    let only = told.first().map(|f| f.year).filter(|&y| told.iter().all(|t| t.year == y));
    let anchor = Anchor { tagged, published, told, only, latest };
    let mut out: Vec<Resolved> = Vec::with_capacity(drafts.len());
    let (mut last, mut last_day) = (None, None);
    for draft in drafts {
        let resolved = anchor.resolve(draft, last, last_day);
        last = resolved.0.or(last);
        last_day = resolved.0.filter(|d| d.day.is_some()).or(last_day);
        out.push(resolved);
    }
    same_days(drafts, &mut out);
    out
}

/// A year in digits and where it stands.
struct Told {
    token: usize,
    sentence: usize,
    year: i16,
    /// The month of a full date.
    month: Option<i8>,
}

fn told_years(tagged: &Tagged, drafts: &[Draft], latest: Option<i16>) -> Vec<Told> {
    let told = drafts.iter().filter_map(|d| {
        let month = if let When::Day { month, .. } = d.when { Some(month) } else { None };
        let sentence = tagged.text.sentence_of(d.start);
        let this_year = matches!(d.when, When::Day { year: Year::By(0), .. } | When::Month { year: Year::By(0), .. });
        let year = d.known_year().or(latest.filter(|_| this_year))?;
        Some(Told { token: d.start, sentence, year, month })
    });
    told.collect()
}

/// A day told without a year is that of the same name that is told with one: "26 فبراير 2016 … في 26 فبراير".
fn same_days(drafts: &[Draft], resolved: &mut [Resolved]) {
    let mut years: FxHashMap<(i8, i8), i16> = FxHashMap::default();
    for draft in drafts {
        if let (When::Day { month, day, .. }, Some(year)) = (draft.when, draft.known_year()) {
            years.entry((month, day)).or_insert(year);
        }
    }
    for (draft, resolved) in drafts.iter().zip(resolved) {
        if let When::Day { month, day, year: Year::Open } = draft.when
            && draft.direction.is_none()
            && draft.until.is_none()
            && let Some(&year) = years.get(&(month, day))
        {
            resolved.0 = PartialDate::day(year, month, day);
        }
    }
}

struct Anchor<'a> {
    tagged: &'a Tagged<'a>,
    published: Option<PartialDate>,
    told: Vec<Told>,
    /// The one year that the article names, if it names one.
    only: Option<i16>,
    /// The last year that it names.
    latest: Option<i16>,
}

impl Anchor<'_> {
    /// `last` is the date told before, `last_day` the last of them that was so exact.
    fn resolve(&self, draft: &Draft, last: Option<PartialDate>, last_day: Option<PartialDate>) -> Resolved {
        let last_year = last.map(|d| d.year);
        match draft.when {
            When::Day { year, month, day } => self.day(draft, year, month, day, last_year),
            When::Month { year, month } => {
                let year = self.year(year, last_year).or_else(|| self.year_of_month(draft, month));
                (year.and_then(|y| PartialDate::month(y, month)), None)
            }
            When::Year(Year::Open | Year::By(_)) if self.published.is_none() => (None, None),
            When::Name => (None, None),
            When::Year(year) => (self.year(year, last_year).map(PartialDate::year), None),
            When::Months(by) => (self.month_by(by), None),
            When::DayOf { months, day } => {
                let date = self.month_by(months).and_then(|d| PartialDate::day(d.year, d.month?, day));
                (date, None)
            }
            When::Days(by) => {
                let near = self.today().and_then(|d| d.checked_add(by.days()).ok());
                (near.map(|d| draft.weekday.map_or(d, |w| closest(d, w)).into()), None)
            }
            When::DayOfSame(day) => (last_day.and_then(|d| PartialDate::day(d.year, d.month?, day)), None),
            When::Weekday => {
                let first = self.weekday(draft);
                let last = first.filter(|_| draft.more > 0).and_then(|d| d.checked_add(i32::from(draft.more).days()).ok());
                (first.map(PartialDate::from), last.map(PartialDate::from))
            }
            When::Weeks(by) => {
                let monday =
                    self.today().and_then(|d| d.checked_add((7 * by - i32::from(d.weekday().to_monday_zero_offset())).days()).ok());
                (monday.and_then(|m| common(m, m.checked_add(6.days()).ok()?)), None)
            }
            When::Hijri { year, month, day } => self.hijri(draft, year, month, day),
        }
    }

    /// The publication day, if it is that exact.
    fn today(&self) -> Option<Date> {
        self.published?.civil()
    }

    /// The publication day, or the middle of its month.
    fn about(&self) -> Option<Date> {
        let published = self.published?;
        Date::new(published.year, published.month?, published.day.unwrap_or(15)).ok()
    }

    fn year(&self, year: Year, last: Option<i16>) -> Option<i16> {
        match year {
            Year::Open => None,
            Year::Known(year) => Some(year),
            // An article that tells no date of its own is hardly older than what it tells.
            Year::By(0) if self.published.is_none() => self.latest,
            Year::By(by) => self.published?.year.checked_add(by),
            Year::Same => last,
        }
    }

    fn month_by(&self, by: i32) -> Option<PartialDate> {
        let published = self.published?;
        let month = Date::new(published.year, published.month?, 1).ok()?.checked_add(by.months()).ok()?;
        PartialDate::month(month.year(), month.month())
    }

    fn day(&self, draft: &Draft, year: Year, month: i8, day: i8, last_year: Option<i16>) -> Resolved {
        let year = self.year(year, last_year).or_else(|| self.year_of_day(draft, month, day));
        let date = year.and_then(|y| PartialDate::day(y, month, day));
        let end = draft.until.zip(year).and_then(|((m, d), y)| PartialDate::day(y + i16::from(m < month), m, d));
        (date, end.filter(|_| date.is_some()))
    }

    /// The year of a day and month without one.
    fn year_of_day(&self, draft: &Draft, month: i8, day: i8) -> Option<i16> {
        let Some(about) = self.about() else {
            return match self.published {
                Some(published) => draft.direction.is_none_or(|d| d == 0).then_some(published.year),
                None => self.told_year(draft, Some(month)),
            };
        };
        let days = (-4..=4).filter_map(|by| Date::new(about.year().checked_add(by)?, month, day).ok());
        let near = if draft.direction.is_none() && draft.weekday.is_none() { self.next_vote(draft, days.clone(), about) } else { None };
        // "على أن تجرى الإعادة في 3 نوفمبر", read a week after: hardly in a year's time.
        let far = |d: Date| about.until(d).is_ok_and(|s| s.get_days() > FAR_AHEAD);
        let told = match self.tense(draft) {
            Tense::Future if !pick(days.clone(), about, Some(1), None).is_some_and(far) => Some(1),
            Tense::Past => Some(-1),
            _ => None,
        };
        near.or_else(|| pick(days, about, draft.direction.or(told), draft.weekday)).map(Date::year)
    }

    /// "Before the November 6 elections" in May: of two such days almost as near the one to come, of a vote that is faced in any case.
    fn next_vote(&self, draft: &Draft, days: impl Iterator<Item = Date> + Clone, about: Date) -> Option<Date> {
        let tense = self.tense(draft);
        let limit = about.checked_add(VOTE_NEAR.months()).ok()?;
        let next = days.clone().find(|&d| d > about && d <= limit)?;
        let gap = |d: Date| about.until(d).map_or(i32::MAX, |s| s.get_days().abs());
        let nearer = |last: Date| gap(next) < gap(last) + gap(last) / 3;
        match tense {
            Tense::Faced => Some(next),
            Tense::Approaching | Tense::Vote => days.filter(|&d| d <= about).max().is_none_or(nearer).then_some(next),
            Tense::Future | Tense::Past | Tense::Held | Tense::Open => None,
        }
    }

    /// The year of a month without one.
    fn year_of_month(&self, draft: &Draft, month: i8) -> Option<i16> {
        let Some(PartialDate { year, month: Some(now), .. }) = self.published else {
            return match self.published {
                Some(published) => draft.direction.is_none_or(|d| d == 0).then_some(published.year),
                None => self.told_year(draft, Some(month)),
            };
        };
        let ahead = i32::from(month - now).rem_euclid(12);
        let ahead = match draft.direction.or_else(|| self.coming(draft)) {
            Some(-2 | -1) => ahead - 12,
            Some(0) => return Some(year),
            Some(1 | 2) if ahead == 0 && draft.direction.is_some() => 12,
            Some(1 | 2) => ahead,
            _ if ahead <= self.horizon(draft) => ahead,
            _ => ahead - 12,
        };
        Some(year + (i32::from(now) - 1 + ahead).div_euclid(12) as i16)
    }

    /// The direction that the words before a date give it.
    fn coming(&self, draft: &Draft) -> Option<i64> {
        (self.tense(draft) == Tense::Future).then_some(1)
    }

    fn tense(&self, draft: &Draft) -> Tense {
        tense(self.tagged, draft.start, draft.end)
    }

    /// How many months ahead a date without a year may be.
    fn horizon(&self, draft: &Draft) -> i32 {
        match self.tense(draft) {
            Tense::Faced | Tense::Approaching => VOTE_NEAR,
            Tense::Vote => VOTE_AHEAD,
            Tense::Future | Tense::Past | Tense::Held | Tense::Open => MONTHS_AHEAD,
        }
    }

    fn weekday(&self, draft: &Draft) -> Option<Date> {
        let (today, weekday) = (self.today()?, draft.weekday?);
        let back = i32::from(today.weekday().since(day_of_week(weekday)));
        let by = match draft.direction {
            Some(-2) => -7 - if back == 0 { 7 } else { back },
            Some(-1) if back == 0 => -7,
            Some(1) => 7 - back,
            Some(2) => 14 - back,
            Some(0) => (7 - back) % 7,
            None if self.coming(draft).is_some() => (7 - back) % 7,
            // "Voters go to the polls on Thursday", two days after a Thursday.
            None if back == 2 && called(self.tagged, draft.start) => 7 - back,
            // "Going into Tuesday's election" is told of one just over, too.
            None if back > 2 && self.tense(draft) == Tense::Faced => 7 - back,
            _ => -back,
        };
        today.checked_add(by.days()).ok()
    }

    fn hijri(&self, draft: &Draft, year: Option<i16>, month: Option<i8>, day: Option<i8>) -> Resolved {
        let Some(month) = month else {
            let first = year.and_then(|y| hijri::day(y, 1, 1)).map(|d| PartialDate::year(d.year()));
            return (first, first.map(|d| PartialDate::year(d.year + 1)));
        };
        let year = year.or_else(|| {
            let about = self.about()?;
            let now = hijri::year_of(about);
            let days = (-1..=1).filter_map(|by| hijri::day(now.checked_add(by)?, month, day.unwrap_or(15)));
            pick(days, about, draft.direction.or_else(|| self.coming(draft)), draft.weekday).map(hijri::year_of)
        });
        let date = year.and_then(|y| match day {
            Some(day) => hijri::day(y, month, day).map(PartialDate::from),
            None => hijri::month(y, month).and_then(|(first, last)| common(first, last)),
        });
        (date, None)
    }

    /// With no publication date: the year that the article gives a date of the same time, or that stands nearby.
    fn told_year(&self, draft: &Draft, month: Option<i8>) -> Option<i16> {
        if draft.direction.is_some_and(|d| d != 0 && d != SAME) {
            return None;
        }
        let at = self.told.partition_point(|t| t.token < draft.start);
        let near = |told: &Told| {
            // Across the turn of the year December and January are neighbours.
            let months = i16::from(month?) - i16::from(told.month?);
            match months {
                -1..=1 => Some(told.year),
                -11 => told.year.checked_add(1),
                11 => told.year.checked_sub(1),
                _ => None,
            }
        };
        let before = &self.told[at.saturating_sub(NEIGHBOURS)..at];
        if let Some(year) = before.iter().rev().find_map(near) {
            return Some(year);
        }
        let sentence = self.tagged.text.sentence_of(draft.start);
        let after = &self.told[at..(at + NEIGHBOURS).min(self.told.len())];
        let preceding = before.iter().rev().take_while(|t| t.sentence + AROUND >= sentence).next();
        let following = after.iter().take_while(|t| t.sentence <= sentence + AROUND).next();
        preceding.or(following).map(|t| t.year).or(self.only)
    }
}

/// Of the same day in several years: the one that direction and weekday want, else the nearest to `about`.
fn pick(days: impl Iterator<Item = Date> + Clone, about: Date, direction: Option<i64>, weekday: Option<i8>) -> Option<Date> {
    let distance = |d: &Date| about.until(*d).map_or(i32::MAX, |s| s.get_days());
    match direction {
        Some(-2 | -1) => days.filter(|&d| d < about).max(),
        Some(1 | 2) => days.filter(|&d| d > about).min(),
        Some(0) => days.clone().find(|d| d.year() == about.year()),
        _ => {
            let fits = weekday.and_then(|w| days.clone().filter(|d| d.weekday() == day_of_week(w)).min_by_key(|d| distance(d).abs()));
            let nearest = days.min_by_key(|d| distance(d).abs());
            // A weekday that fits only years away is a slip of the pen.
            fits.filter(|d| distance(d).abs() < 550).or(nearest)
        }
    }
}

/// The day of this weekday about `day`: "yesterday, Sunday" is read days after it was written, hardly before.
fn closest(day: Date, weekday: i8) -> Date {
    let back = i32::from(day.weekday().since(day_of_week(weekday)));
    day.checked_add((if back > 5 { 7 - back } else { -back }).days()).unwrap_or(day)
}

fn day_of_week(weekday: i8) -> Weekday {
    Weekday::from_monday_one_offset(weekday).unwrap_or(Weekday::Monday)
}

/// What two days have in common: a month or a year.
fn common(first: Date, last: Date) -> Option<PartialDate> {
    if first.year() != last.year() {
        return None;
    }
    if first.month() == last.month() { PartialDate::month(first.year(), first.month()) } else { Some(PartialDate::year(first.year())) }
}

/// A day and month with no year share that of the date they are listed with, a weekday its direction: "23 أبريل و7 مايو 2017".
pub(super) fn share_years(tagged: &Tagged, drafts: &mut [Draft]) {
    for i in (1..drafts.len()).rev() {
        let (last, next) = (drafts[i - 1], drafts[i]);
        let listed = next.start.saturating_sub(last.end) <= 2
            && (last.end..next.start).all(|t| tagged.is(t, Concept::RangeLink) || matches!(tagged.text.form(t), "," | "،" | "-"));
        let clitic = next.start == last.end && tagged.text.tokens[next.start].line == tagged.text.tokens[last.start].line;
        if last.direction.is_some() || !(listed || clitic) {
            continue;
        }
        // "السبت والأحد المقبلين".
        if matches!((last.when, next.when), (When::Weekday, When::Weekday)) {
            drafts[i - 1].direction = next.direction;
        }
        if !last.is_open() {
            continue;
        }
        if let (
            When::Day { year, month, .. } | When::Month { year, month },
            When::Day { month: later, .. } | When::Month { month: later, .. },
            Some(known),
        ) = (&mut drafts[i - 1].when, next.when, next.known_year())
        {
            *year = Year::Known(if *month <= later { known } else { known - 1 });
        }
    }
}
