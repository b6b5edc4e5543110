//! The slip of a typist that would explain a figure: a digit dropped or doubled, two digits swapped, a point that moved.

use super::figure::{Stretch, plain};
use crate::decimal::Decimal;

/// What the figure may have been meant to be, in words, where one slip puts it within `wanted`.
pub(super) fn slip(value: Decimal, wanted: Stretch) -> Option<String> {
    let value = value.normal();
    for (what, variants) in variants(value) {
        let mut fits: Vec<Decimal> = variants.into_iter().filter(|v| wanted.meets(open(*v))).collect();
        fits.sort_by_key(|v| (v.scale, v.digits));
        fits.dedup();
        let list: Vec<String> = fits.iter().map(|&v| plain(v)).collect();
        match &list[..] {
            [] => {}
            [one] => return Some(format!("{one} ({what}) would fit")),
            // Of several nobody can tell which was meant.
            [a, b] => return Some(format!("{a} or {b} ({what}) would fit")),
            [a, b, c] => return Some(format!("{a}, {b} or {c} ({what}) would fit")),
            _ => return Some(format!("{what} would explain it")),
        }
    }
    None
}

/// Whether swapping two digits, the commonest slip, puts the figure within `wanted`, however wide that is.
pub(super) fn swapped(value: Decimal, wanted: Stretch) -> bool {
    variants(value.normal()).first().is_some_and(|(_, swaps)| swaps.iter().any(|v| wanted.meets(open(*v))))
}

/// What a variant leaves open: its last decimal is rounded or cut off.
fn open(value: Decimal) -> Stretch {
    let step = if value.scale > 0 { 10f64.powi(-i32::from(value.scale)) } else { 0.0 };
    Stretch::new(value.to_f64() - step / 2.0, value.to_f64() + step)
}

/// The slip that makes one value of the other.
pub(super) fn near(a: Decimal, b: Decimal) -> Option<&'static str> {
    let (a, b) = (a.normal(), b.normal());
    let made = |(what, all): (&'static str, Vec<Decimal>)| all.iter().any(|v| v.normal() == b).then_some(what);
    // Of two short numbers only a swap tells.
    let telling = if a.digits.min(b.digits) < 1000 { 1 } else { usize::MAX };
    variants(a).into_iter().take(telling).find_map(made)
}

/// Numbers of fewer digits are near everything.
const LONG: usize = 4;

/// What one slip makes of a number, the likelier slips first.
fn variants(value: Decimal) -> Vec<(&'static str, Vec<Decimal>)> {
    if value.digits < 100 {
        return Vec::new();
    }
    let digits: Vec<u8> = value.digits.to_string().into_bytes();
    let number = |digits: Vec<u8>| {
        let digits = String::from_utf8(digits).ok()?.parse().ok()?;
        Some(Decimal { digits, scale: value.scale })
    };
    let with = |at: usize, digit: u8| {
        let mut more = digits.clone();
        more.insert(at, digit);
        number(more)
    };
    let without = |at: usize| {
        let mut less = digits.clone();
        less.remove(at);
        number(less)
    };
    let swapped = |at: usize| {
        let mut other = digits.clone();
        other.swap(at - 1, at);
        number(other)
    };
    let changed = |at: usize, digit: u8| {
        let mut other = digits.clone();
        other[at] = digit;
        number(other).filter(|other| other.digits != value.digits)
    };
    let moved = |by: i32| {
        let scale = i32::from(value.scale) + by;
        match u8::try_from(scale) {
            Ok(scale) => Some(Decimal { digits: value.digits, scale }),
            Err(_) => Some(Decimal::whole(value.digits.checked_mul(10u64.checked_pow(scale.unsigned_abs())?)?)),
        }
    };
    let all = 0..digits.len();
    let repeats = |&at: &usize| at > 0 && digits[at] == digits[at - 1];
    let swaps = all.clone().skip(1).filter(|at| !repeats(at)).filter_map(swapped).collect();
    let mut out: Vec<(&str, Vec<Decimal>)> = vec![("two digits swapped", swaps)];
    let each = |places: std::ops::Range<usize>| places.flat_map(|at| (b'0'..=b'9').map(move |digit| (at, digit)));
    let mut also = |what, variants: Vec<Decimal>| out.push((what, variants));
    let long = |more: usize| digits.len() + more >= LONG;
    if long(1) {
        also("a repeated digit dropped", all.clone().filter_map(|at| with(at, digits[at])).collect());
    }
    if long(0) {
        also("a digit doubled", all.clone().filter(repeats).filter_map(without).collect());
        also("a decimal comma read as a thousands separator", [moved(3), moved(-3)].into_iter().flatten().collect());
    }
    if long(1) {
        also("a digit dropped", each(0..digits.len() + 1).filter_map(|(at, digit)| with(at, digit)).collect());
    }
    if long(0) {
        also("a wrong digit", each(all.clone()).filter_map(|(at, digit)| changed(at, digit)).collect());
        also("a digit too many", all.filter(|at| !repeats(at)).filter_map(without).collect());
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
