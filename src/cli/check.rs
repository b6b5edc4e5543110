//! `hasila check`: articles → what contradicts itself in them.

use std::io::{self, IsTerminal, Write};

use clap::ValueEnum;

use super::Outcome;
use super::input::Input;
use crate::check::check;
use crate::error::Error;
use crate::output::{FindingFormat, Options, write_findings};
use crate::resolve::record::Severity;

/// Print what contradicts itself in articles, with the words that do
///
/// The figures of each article are held against each other: shares against 100%, votes against shares, turnout against votes cast and
/// voters registered, seats against the house. Nothing is looked up and nothing is corrected. A file may also hold records that
/// `extract` wrote before, as JSON lines.
#[derive(clap::Args)]
#[command(after_help = "Exit status: 0 nothing found; 1 there are findings (see --fail-on), or some input could not be read; \
2 the command could not run.

Examples:
  hasila check article.txt
  hasila check --fail-on error news/
  hasila check --format jsonl news.jsonl | jq -r '[.article, .message] | @tsv'")]
pub(super) struct Args {
    #[command(flatten)]
    input: Input,

    /// How to print [default: table on a terminal, else jsonl]
    #[arg(long, short, value_enum)]
    format: Option<FindingFormat>,

    /// The least severity that makes the exit status 1
    #[arg(long, value_enum, default_value_t = Least::Warning, value_name = "SEVERITY")]
    fail_on: Least,
}

#[derive(Clone, Copy, ValueEnum)]
enum Least {
    /// The figures cannot all be right
    Error,
    /// Odd, but possible
    Warning,
}

pub(super) fn run(args: Args, out: &mut impl Write) -> Result<Outcome, Error> {
    let terminal = io::stdout().is_terminal();
    let format = args.format.unwrap_or(if terminal { FindingFormat::Table } else { FindingFormat::Jsonl });
    let no_color = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let options = Options { isolates: terminal, color: terminal && !no_color, ..Options::default() };
    let least = match args.fail_on {
        Least::Error => Severity::Error,
        Least::Warning => Severity::Warning,
    };
    let mut worst: Option<Severity> = None;
    let mut written = Ok(());
    let outcome = args.input.reports(|report| {
        let findings = check(&report.record);
        worst = worst.max(findings.iter().map(|finding| finding.severity).max());
        if written.is_ok() {
            written = write_findings(out, &report, &findings, format, &options);
        }
    })?;
    written.map_err(Error::from)?;
    Ok(if worst.is_some_and(|worst| worst >= least) { Outcome::Found } else { outcome })
}
