//! Tagged text → mentions: numbers, dates and durations, names. What they are for is decided in `facts`.

mod date;
mod number;

pub use date::{DateMention, Duration, dates, durations};
pub use number::{Form, Number, numbers};
