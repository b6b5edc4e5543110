//! Exact decimals: figures are kept as printed and become floating point only in the output.

/// An exact decimal: `digits / 10^scale`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct Decimal {
    /// All digits, without the point.
    pub digits: u64,
    /// How many of them stand after the point.
    pub scale: u8,
}

impl Decimal {
    /// A whole number.
    pub fn whole(digits: u64) -> Self {
        Decimal { digits, scale: 0 }
    }

    /// The nearest double, which JSON prints back as the same decimal for up to 15 digits.
    pub fn to_f64(self) -> f64 {
        // Dividing by an exact power of ten rounds once, so 8131/100 prints as 81.31.
        self.digits as f64 / 10f64.powi(i32::from(self.scale))
    }

    /// The same value without trailing zeros after the point: 2.60 = 2.6.
    pub fn normal(mut self) -> Self {
        while self.scale > 0 && self.digits.is_multiple_of(10) {
            self.digits /= 10;
            self.scale -= 1;
        }
        self
    }

    /// The whole number it is, if it is one.
    pub fn integer(self) -> Option<u64> {
        let n = self.normal();
        (n.scale == 0).then_some(n.digits)
    }
}

impl std::fmt::Display for Decimal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let n = self.normal();
        let scale = n.scale as usize;
        if scale == 0 {
            return write!(f, "{}", n.digits);
        }
        let digits = format!("{:0width$}", n.digits, width = scale + 1);
        let (whole, part) = digits.split_at(digits.len() - scale);
        write!(f, "{whole}.{part}")
    }
}

/// As a JSON number: whole where it is whole, else the shortest decimal.
impl serde::Serialize for Decimal {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.integer() {
            Some(whole) => serializer.serialize_u64(whole),
            None => serializer.serialize_f64(self.to_f64()),
        }
    }
}

impl std::str::FromStr for Decimal {
    type Err = String;

    /// Reads `81`, `81.31`.
    fn from_str(text: &str) -> Result<Self, String> {
        let bad = || format!("expected a decimal such as 81.31, found {text:?}");
        let (whole, part) = text.split_once('.').unwrap_or((text, ""));
        let digits = whole.bytes().chain(part.bytes()).all(|b| b.is_ascii_digit());
        let scale = u8::try_from(part.len()).map_err(|_| bad())?;
        let digits = (digits && !whole.is_empty()).then(|| [whole, part].concat().parse().ok()).flatten().ok_or_else(bad)?;
        Ok(Decimal { digits, scale }.normal())
    }
}

/// `8300046.5` → `8,300,046.5`.
pub(crate) fn grouped(number: &str) -> String {
    let whole = number.find('.').unwrap_or(number.len());
    let mut out = String::with_capacity(number.len() + whole / 3);
    for (i, digit) in number.char_indices() {
        if i > 0 && i < whole && (whole - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_prints() {
        for text in ["0", "81.31", "8300046", "0.05"] {
            assert_eq!(text.parse::<Decimal>().unwrap().to_string(), text);
        }
        for text in ["", ".5", "1e5", "-1", "1.2.3", "99999999999999999999"] {
            assert!(text.parse::<Decimal>().is_err(), "{text}");
        }
    }

    #[test]
    fn digits_stand_in_threes() {
        for (plain, grouping) in [("830046", "830,046"), ("8300046.25", "8,300,046.25"), ("123", "123"), ("81.3125", "81.3125")] {
            assert_eq!(grouped(plain), grouping);
        }
    }
}
