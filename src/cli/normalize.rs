//! `hasila normalize`: articles → folded text.

use std::io::Write;

use super::Outcome;
use super::input::Paths;
use crate::error::Error;
use crate::text::normalize;

/// Print texts folded for matching: no vowel signs, one form of each letter, plain digits
#[derive(clap::Args)]
#[command(after_help = "Examples:
  echo 'الإِنْتِخَابَـــات ٢٣٫٥٪' | hasila normalize
  hasila normalize article.txt | grep مرشح")]
pub(super) struct Args {
    #[command(flatten)]
    paths: Paths,
}

pub(super) fn run(args: Args, out: &mut impl Write) -> Result<Outcome, Error> {
    args.paths.each(|article| {
        let folded = normalize(&article.text);
        out.write_all(folded.as_bytes())?;
        if !folded.ends_with('\n') {
            out.write_all(b"\n")?;
        }
        Ok(())
    })
}
