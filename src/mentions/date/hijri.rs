//! The Umm al-Qura calendar, in which Saudi and much Arabic news dates its days, to the Gregorian and back.

use icu_calendar::cal::Hijri;
use icu_calendar::types::Month;
use icu_calendar::{Date as Calendar, Iso};
use jiff::civil::Date;

/// The Gregorian day of a Hijri one.
pub(super) fn day(year: i16, month: i8, day: i8) -> Option<Date> {
    let month = Month::new(u8::try_from(month).ok()?);
    let date = Calendar::try_new(i32::from(year).into(), month, u8::try_from(day).ok()?, Hijri::new_umm_al_qura()).ok()?;
    let iso = date.to_calendar(Iso);
    Date::new(i16::try_from(iso.year().extended_year()).ok()?, iso.month().number() as i8, iso.day_of_month().0 as i8).ok()
}

/// First and last Gregorian day of a Hijri month.
pub(super) fn month(year: i16, month: i8) -> Option<(Date, Date)> {
    let first = day(year, month, 1)?;
    Some((first, day(year, month, 30).or_else(|| day(year, month, 29))?))
}

/// The Hijri year that holds a Gregorian day.
pub(super) fn year_of(date: Date) -> i16 {
    let month = Month::new(date.month().unsigned_abs());
    Calendar::try_new(i32::from(date.year()).into(), month, date.day().unsigned_abs(), Iso)
        .map_or(0, |d| d.to_calendar(Hijri::new_umm_al_qura()).year().extended_year() as i16)
}
