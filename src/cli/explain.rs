//! `hasila explain`: why each fact is one, and why a number is none.

use std::io::Write;

use super::Outcome;
use super::input::Input;
use crate::error::Error;
use crate::extractor::Extractor;

/// Show how articles are read: sentences, tokens, mentions, the rule behind each fact
#[derive(clap::Args)]
#[command(after_help = "Examples:
  hasila explain article.txt
  echo 'Turnout was 69.44%.' | hasila explain")]
pub(super) struct Args {
    #[command(flatten)]
    input: Input,
}

pub(super) fn run(args: Args, out: &mut impl Write) -> Result<Outcome, Error> {
    let extractor = Extractor::new();
    args.input.each(|article| Ok(writeln!(out, "{}", extractor.explain(&article).trim_end())?))
}
