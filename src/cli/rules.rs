//! `hasila rules`: the rules and their examples.

use std::io::Write;

use super::Outcome;
use crate::error::Error;

/// List the rules by which facts are read, with their examples
#[derive(clap::Args)]
#[command(after_help = "Examples:
  hasila rules | less")]
pub(super) struct Args {}

pub(super) fn run(Args {}: Args, out: &mut impl Write) -> Result<Outcome, Error> {
    writeln!(out, "{}", crate::facts::describe_rules().trim_end())?;
    Ok(Outcome::Fine)
}
