//! `hasila schema`: what `extract` and `compare` print, for machines.

use std::io::Write;

use clap::ValueEnum;

use super::Outcome;
use crate::error::Error;
use crate::output::{comparison_schema, schema};

/// Print the JSON Schema of one line of `extract --format jsonl`, or of `compare --format json`
#[derive(clap::Args)]
#[command(after_help = "Examples:
  hasila schema > hasila.schema.json
  hasila schema comparison")]
pub(super) struct Args {
    /// Of what
    #[arg(value_enum, default_value_t = Of::Record)]
    of: Of,
}

#[derive(Clone, Copy, ValueEnum)]
enum Of {
    /// One article, as `extract` prints it
    Record,
    /// One election, as `compare` prints it
    Comparison,
}

pub(super) fn run(Args { of }: Args, out: &mut impl Write) -> Result<Outcome, Error> {
    let schema = match of {
        Of::Record => schema(),
        Of::Comparison => comparison_schema(),
    };
    writeln!(out, "{schema:#}")?;
    Ok(Outcome::Fine)
}
