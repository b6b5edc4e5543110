//! `hasila explain`: why each fact is one, and why a number is none.

use std::io::Write;

use super::Outcome;
use super::input::Input;
use crate::error::Error;
use crate::extractor::Extractor;

/// Show how articles are read: sentences, words, mentions, the rule behind each fact
#[derive(clap::Args)]
#[command(after_help = "Examples:
  hasila explain article.txt
  hasila explain article.txt --sentence 3
  echo 'Turnout in the election was 69.44%.' | hasila explain")]
pub(super) struct Args {
    #[command(flatten)]
    input: Input,

    /// Show sentence N only; the first is 1
    #[arg(long, value_name = "N")]
    sentence: Option<usize>,
}

pub(super) fn run(args: Args, out: &mut impl Write) -> Result<Outcome, Error> {
    let extractor = Extractor::new();
    args.input.each(|article| {
        let explained = match args.sentence {
            Some(number) => extractor.explain_sentence(&article, number),
            None => extractor.explain(&article),
        };
        Ok(writeln!(out, "{}", explained.trim_end())?)
    })
}
