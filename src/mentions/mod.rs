//! Tagged text → mentions: numbers, dates and durations, names. What they are for is decided in `facts`.

mod date;
mod name;
mod number;
mod row;

pub use date::{DateMention, Duration, dateline, dateline_of, dates, durations};
pub(crate) use name::party_head;
pub use name::{NameMention, NameType, names};
pub use number::{Form, Number, numbers};
pub use row::{Block, Cell, Label, Row, Rows, rows};
