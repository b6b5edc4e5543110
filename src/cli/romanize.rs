//! `hasila romanize`: Arabic names → Latin forms.

use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use super::{Outcome, lists};
use crate::error::Error;
use crate::names::romanize;

/// Print Arabic names in Latin letters, one a line; a name without Arabic letters as it is
#[derive(clap::Args)]
#[command(after_help = "A common name has its usual Latin form, every other is written letter by letter: Arabic does not write short \
vowels, so that such a form helps to search and is no spelling to print.

Examples:
  hasila romanize 'قاسم جومارت توكاييف'
  hasila romanize --file names.txt > latin.txt
  cut -f1 table.tsv | hasila romanize")]
pub(super) struct Args {
    /// The names; with none, and no --file, they are read from standard input
    #[arg(value_name = "NAME")]
    names: Vec<String>,

    /// Read names from FILE: UTF-8, one a line; `-` is standard input
    #[arg(long, short, value_name = "FILE", conflicts_with = "names")]
    file: Option<PathBuf>,
}

pub(super) fn run(args: Args, out: &mut impl Write) -> Result<Outcome, Error> {
    let mut outcome = Outcome::Fine;
    let names = match (&args.file, args.names.is_empty()) {
        (Some(file), _) => lists::names(file, &mut outcome)?,
        (None, false) => args.names,
        (None, true) if io::stdin().is_terminal() => {
            return Err(Error::new("expected a name, or names on standard input, found neither; see --help"));
        }
        (None, true) => lists::names(Path::new("-"), &mut outcome)?,
    };
    for name in names {
        writeln!(out, "{}", romanize(&name).as_deref().unwrap_or(&name))?;
    }
    Ok(outcome)
}
