//! Election figures out of Arabic and English news, each on the exact words that state it.
//!
//! ```
//! let extractor = hasila::Extractor::new();
//! let record = extractor.extract(&hasila::Article::new("Voter turnout reached 69.44% in the presidential election."));
//! assert_eq!(record.facts[0].kind, hasila::FactKind::Turnout);
//! ```
//!
//! The modules are the stages, in the order in which data passes them; each uses only what stands above it:
//!
//! - `error`, [`span`], [`decimal`], [`date`], [`kind`]: what everything is made of
//! - [`text`]: text → tokens and sentences
//! - [`input`]: bytes → [`Article`]
//! - [`lexicon`]: words → concepts
//! - [`names`]: names across spellings and scripts
//! - [`mentions`]: tagged text → numbers, dates, names
//! - [`facts`]: mentions → drafts of facts
//! - [`resolve`]: drafts → [`Record`]
//! - `arithmetic`: figures → what they leave open, and the slips between them
//! - [`check`]: [`Record`] → findings
//! - [`compare`]: [`Record`]s → [`compare::Comparison`]s
//! - `explain`, `extractor`: the whole path for one article
//! - [`output`]: [`Record`] → bytes
//! - [`run`]: many articles → records, on every core, in their order
//! - [`eval`]: what is written → scores
//! - `cli`: the program

#![warn(clippy::print_stdout)]

pub mod date;
pub mod decimal;
pub mod kind;
pub mod span;

pub mod check;
#[doc(hidden)]
pub mod cli;
pub mod compare;
pub mod eval;
pub mod facts;
pub mod input;
pub mod lexicon;
pub mod mentions;
pub mod names;
pub mod output;
pub mod resolve;
pub mod run;
pub mod text;

mod arithmetic;
mod error;
mod explain;
mod extractor;

pub use date::PartialDate;
pub use decimal::Decimal;
pub use error::Error;
pub use extractor::Extractor;
pub use input::Article;
pub use kind::{Bound, FactKind, Office, Status};
pub use resolve::record::{Duplicate, Election, Fact, Finding, Mention, MentionKind, Meta, Name, NameKind, Record, Severity};
pub use span::Span;
pub use text::{Lang, normalize};
