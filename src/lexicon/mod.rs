//! `*.toml` and CLDR → every word of either language that means something here, by concept; and its occurrences in a text.
//!
//! Words live in the data files, names of countries in CLDR. A form is folded when it is loaded, so spelling variants that
//! folding removes are not written down; nor are Arabic forms with و ف ب ل ك س ال before them, which are read off when a text is tagged.

mod concept;
mod countries;
mod load;
mod sieve;
mod tag;

pub use concept::Concept;
pub(crate) use concept::INDEPENDENTS;
pub use countries::{Iso, country_name, iso, iso_code};
pub use load::Lexicon;
pub use sieve::is_voting;
pub use tag::{Concepts, Hit, Tagged, Word};
