//! `hasila schema`: what `extract` prints, for machines.

use std::io::Write;

use super::Outcome;
use crate::error::Error;

/// Print the JSON Schema of one line of `extract --format jsonl`
#[derive(clap::Args)]
#[command(after_help = "Examples:
  hasila schema > hasila.schema.json")]
pub(super) struct Args {}

pub(super) fn run(Args {}: Args, out: &mut impl Write) -> Result<Outcome, Error> {
    writeln!(out, "{:#}", crate::output::schema())?;
    Ok(Outcome::Fine)
}
