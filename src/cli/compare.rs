//! `hasila compare`: several articles → what they agree and differ in.

use std::io::Write;
use std::path::PathBuf;

use clap::ValueEnum;

use super::Outcome;
use super::extract::replace;
use super::input::Input;
use crate::compare::{Report, compare};
use crate::error::Error;
use crate::extractor::Extractor;
use crate::output::{Ui, write_comparisons};

/// Compare what several articles say of one election
#[derive(clap::Args)]
#[command(after_help = "Examples:
  hasila compare a.txt b.txt c.txt
  hasila compare -o report.html news.jsonl")]
pub(super) struct Args {
    #[command(flatten)]
    input: Input,

    /// How to print [default: html where the name of --output ends so, else json]
    #[arg(long, short, value_enum)]
    format: Option<Format>,

    /// Write to FILE, replaced only when all is written; `-` is standard output
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Language of the page's own words, with --format html
    #[arg(long, value_enum, default_value_t = Ui::En, value_name = "LANG")]
    ui: Ui,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// One JSON object a line, one line an election.
    Json,
    /// One page for a browser, which needs no network: facts by sources, each linked to its words.
    Html,
}

pub(super) fn run(args: Args, out: &mut impl Write) -> Result<Outcome, Error> {
    let output = args.output.filter(|path| path.as_os_str() != "-");
    let named = output.as_ref().and_then(|path| path.extension()).is_some_and(|extension| extension == "html" || extension == "htm");
    let format = args.format.unwrap_or(if named { Format::Html } else { Format::Json });
    let extractor = Extractor::new().mentions(false);
    let mut reports = Vec::new();
    let outcome = args.input.each(|article| {
        reports.push(Report::new(extractor.extract(&article), article));
        Ok(())
    })?;
    let comparisons = compare(&reports);
    let write = |mut out: &mut dyn Write| {
        match format {
            Format::Json => {
                for comparison in &comparisons {
                    serde_json::to_writer(&mut out, comparison).map_err(std::io::Error::from)?;
                    out.write_all(b"\n")?;
                }
            }
            Format::Html => write_comparisons(&mut out, &comparisons, &reports, args.ui)?,
        }
        out.flush()?;
        Ok(outcome)
    };
    match &output {
        Some(path) => replace(path, write),
        None => write(out),
    }
}
