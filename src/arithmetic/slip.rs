//! The slip of a typist that would explain a figure: a digit dropped or doubled, two digits swapped, a point that moved.

use super::figure::{Stretch, plain};
use crate::decimal::Decimal;

/// Slips by name, the likeliest first.
pub(crate) const SWAPPED: &str = "two digits swapped";
const REPEATED: &str = "a repeated digit dropped";
const DOUBLED: &str = "a digit doubled";
/// The slip of [`between`] that has no direction.
pub(crate) const REPEATED_OR_DOUBLED: &str = "a digit dropped or doubled";
/// Likewise.
pub(crate) const DROPPED_OR_ADDED: &str = "a digit dropped or added";
pub(crate) const WRONG: &str = "a wrong digit";

/// What the figure may have been meant to be, in words, where one slip puts it within `wanted`.
pub(crate) fn slip(value: Decimal, wanted: Stretch) -> Option<String> {
    likeliest([(value, wanted)])
}

/// Of several figures, one of which must be wrong: the likeliest slip that puts one within what the others want it to be, in words.
pub(crate) fn likeliest(figures: impl IntoIterator<Item = (Decimal, Stretch)>) -> Option<String> {
    let told = |(value, wanted): (Decimal, Stretch)| {
        let fitting = |variants: Vec<Decimal>| variants.into_iter().filter(|v| wanted.meets(open(*v))).collect::<Vec<_>>();
        let slips = variants(value.normal()).into_iter().map(|(what, variants)| (what, fitting(variants)));
        slips.enumerate().find(|(_, (_, fits))| !fits.is_empty())
    };
    let (_, (what, mut fits)) = figures.into_iter().filter_map(told).min_by_key(|(rank, _)| *rank)?;
    fits.sort_by_key(|v| (v.scale, v.digits));
    fits.dedup();
    let list: Vec<String> = fits.iter().map(|&v| plain(v)).collect();
    // Of several nobody can tell which was meant.
    Some(match &list[..] {
        [one] => format!("{one} ({what}) would fit"),
        [a, b] => format!("{a} or {b} ({what}) would fit"),
        [a, b, c] => format!("{a}, {b} or {c} ({what}) would fit"),
        _ => format!("{what} would explain it"),
    })
}

/// Whether swapping two digits, the commonest slip, puts the figure within `wanted`, however wide that is.
pub(crate) fn swapped(value: Decimal, wanted: Stretch) -> bool {
    variants(value.normal()).first().is_some_and(|(_, swaps)| swaps.iter().any(|v| wanted.meets(open(*v))))
}

/// What a variant leaves open: its last decimal is rounded or cut off.
fn open(value: Decimal) -> Stretch {
    let step = if value.scale > 0 { 10f64.powi(-i32::from(value.scale)) } else { 0.0 };
    Stretch::new(value.to_f64() - step / 2.0, value.to_f64() + step)
}

/// The slip that makes one value of the other, whichever is the right one.
pub(crate) fn between(a: Decimal, b: Decimal) -> Option<&'static str> {
    let either = |slip| match slip {
        REPEATED | DOUBLED => REPEATED_OR_DOUBLED,
        "a digit dropped" | "a digit too many" => DROPPED_OR_ADDED,
        other => other,
    };
    near(a, b).map(either)
}

/// Whether the two are numbers of two digits, one of which is the other turned round: 2.8 and 8.2, 37 and 73.
pub(crate) fn turned(a: Decimal, b: Decimal) -> bool {
    let two = |n: u64| (10..100).contains(&n);
    a.scale == b.scale && two(a.digits) && two(b.digits) && a.digits != b.digits && a.digits % 10 * 10 + a.digits / 10 == b.digits
}

/// Whether one digit of three or four, but the first, is another: 60.9 and 66.9.
pub(crate) fn one_digit(a: Decimal, b: Decimal) -> bool {
    let (x, y) = (a.digits.to_string(), b.digits.to_string());
    a.scale == b.scale
        && x.len() == y.len()
        && (3..=4).contains(&x.len())
        && x.starts_with(&y[..1])
        && x.chars().zip(y.chars()).filter(|(c, d)| c != d).count() == 1
}

/// The slip that makes one value of the other.
pub(crate) fn near(a: Decimal, b: Decimal) -> Option<&'static str> {
    let (a, b) = (a.normal(), b.normal());
    let made = |(what, all): (&'static str, Vec<Decimal>)| all.iter().any(|v| v.normal() == b).then_some(what);
    // Of two short numbers only a swap tells; and 52.14 and 52.18 may be two counts.
    let short = a.digits.min(b.digits);
    let telling = |what: &str| what == SWAPPED || short >= 1000 && (what != WRONG || short >= 10_000);
    variants(a).into_iter().filter(|(what, _)| telling(what)).find_map(made)
}

/// The slip that would put the figure within `wanted`.
pub(crate) fn cause(value: Decimal, wanted: Stretch) -> Option<&'static str> {
    variants(value.normal()).into_iter().find(|(_, all)| all.iter().any(|v| wanted.meets(open(*v)))).map(|(what, _)| what)
}

/// Numbers of fewer digits are near everything.
const LONG: usize = 4;

/// What one slip makes of a number, the likelier slips first.
fn variants(value: Decimal) -> Vec<(&'static str, Vec<Decimal>)> {
    if value.digits < 100 {
        return Vec::new();
    }
    let number = value.digits;
    let length = number.ilog10() + 1;
    // Places are counted from the last digit.
    let digit = |place: u32| number / 10u64.pow(place) % 10;
    let repeats = |&place: &u32| place + 1 < length && digit(place) == digit(place + 1);
    let make = |digits: u64| Decimal { digits, scale: value.scale };
    let with = |place: u32, digit: u64| {
        let worth = 10u64.checked_pow(place)?;
        let high = (number / worth).checked_mul(10)?.checked_add(digit)?;
        Some(make(high.checked_mul(worth)?.checked_add(number % worth)?))
    };
    let without = |place: u32| {
        let worth = 10u64.pow(place);
        make(number / worth / 10 * worth + number % worth)
    };
    let raised = |place: u32, by: i128| u64::try_from(i128::from(number) + by * 10i128.pow(place)).ok().map(make);
    let less = |a: u64, b: u64| i128::from(a) - i128::from(b);
    let swapped = |place: u32| raised(place, 9 * less(digit(place), digit(place + 1)));
    let changed = |place: u32, to: u64| raised(place, less(to, digit(place))).filter(|other| other.digits != number);
    let moved = |by: i32| {
        let scale = i32::from(value.scale) + by;
        match u8::try_from(scale) {
            Ok(scale) => Some(Decimal { digits: number, scale }),
            Err(_) => Some(Decimal::whole(number.checked_mul(10u64.checked_pow(scale.unsigned_abs())?)?)),
        }
    };
    let all = 0..length;
    let swaps = (0..length - 1).filter(|place| !repeats(place)).filter_map(swapped).collect();
    let mut out: Vec<(&str, Vec<Decimal>)> = vec![(SWAPPED, swaps)];
    let each = |places: std::ops::Range<u32>| places.flat_map(|place| (0..10).map(move |digit| (place, digit)));
    let mut also = |what, variants: Vec<Decimal>| out.push((what, variants));
    let long = |more: usize| length as usize + more >= LONG;
    if long(1) {
        also(REPEATED, all.clone().filter_map(|place| with(place, digit(place))).collect());
    }
    if long(0) {
        also(DOUBLED, all.clone().filter(repeats).map(without).collect());
        also("a decimal comma read as a thousands separator", [moved(3), moved(-3)].into_iter().flatten().collect());
    }
    if long(1) {
        also("a digit dropped", each(0..length + 1).filter_map(|(place, digit)| with(place, digit)).collect());
    }
    if long(0) {
        also(WRONG, each(all.clone()).filter_map(|(place, digit)| changed(place, digit)).collect());
        also("a digit too many", all.filter(|place| !repeats(place)).map(without).collect());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_slip_is_named() {
        let at = |value: u64, low: f64, high: f64| slip(Decimal::whole(value), Stretch::new(low, high));
        assert_eq!(
            at(830_046, 8_299_291.0, 8_301_681.0).unwrap(),
            "8,300,046, 8,300,446 or 8,300,466 (a repeated digit dropped) would fit"
        );
        assert_eq!(at(7_047_575, 7_074_000.0, 7_075_000.0).unwrap(), "7,074,575 (two digits swapped) would fit");
        assert_eq!(at(11_360, 11.0, 11.5).unwrap(), "11.36 (a decimal comma read as a thousands separator) would fit");
        assert_eq!(at(12_345, 500.0, 600.0), None);
        assert_eq!(at(52, 25.0, 25.0), None);
    }

    #[test]
    fn near_values_are_one_slip_apart() {
        let near = |a, b| near(Decimal::whole(a), Decimal::whole(b));
        assert_eq!(near(10_101, 10_110), Some("two digits swapped"));
        assert_eq!(near(1_042_894, 1_042_849), Some("two digits swapped"));
        assert_eq!(near(46_229, 50_000), None);
        assert_eq!((near(130, 1130), near(512, 521)), (None, Some("two digits swapped")));
    }
}
