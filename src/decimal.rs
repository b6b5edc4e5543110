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
