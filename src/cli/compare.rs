//! `hasila compare`: several articles → what they agree and differ in.

use std::collections::HashSet;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use super::input::Input;
use super::{Outcome, say};
use crate::compare::{Comparison, compare};
use crate::error::Error;
use crate::output::{ComparisonFormat, Options, Ui, replace, write_comparisons};

/// Compare what several articles say of one election, in any mixture of languages
///
/// Articles are brought together by the election they are about; what each states is laid side by side and given a verdict: conflict,
/// progress (an earlier count and a later one), compatible (rounded, hedged), agree, or single. A file may also hold records that
/// `extract` wrote before, as JSON lines.
#[derive(clap::Args)]
#[command(after_help = "Exit status: 0 no contradiction; 1 there are some, or some input could not be read; 2 the command could not run.

Examples:
  hasila compare arabic.txt english.txt agency.txt
  hasila compare --published 2022-11-22 news/ --format csv -o compared.csv
  hasila compare news/ -o report.html
  hasila extract --format jsonl news/ > facts.jsonl; hasila compare facts.jsonl late.txt
  hasila compare --format json news.jsonl | jq '.rows[] | select(.verdict == \"conflict\")'")]
pub(super) struct Args {
    #[command(flatten)]
    input: Input,

    /// How to print [default: what the extension of --output says; without it table on a terminal, else json]
    #[arg(long, short, value_enum)]
    format: Option<ComparisonFormat>,

    /// Write to FILE, replaced only when all is written; `-` is standard output
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,

    /// In the table, show also what one source alone says
    #[arg(long)]
    all: bool,

    /// Language of the page's own words, with --format html
    #[arg(long, value_enum, default_value_t = Ui::En, value_name = "LANG")]
    ui: Ui,
}

pub(super) fn run(args: Args, out: &mut impl Write) -> Result<Outcome, Error> {
    let output = args.output.filter(|path| path.as_os_str() != "-");
    let terminal = output.is_none() && io::stdout().is_terminal();
    let format = args.format.unwrap_or_else(|| match output.as_deref().map(Path::extension) {
        Some(Some(extension)) if extension == "csv" => ComparisonFormat::Csv,
        Some(Some(extension)) if extension == "html" || extension == "htm" => ComparisonFormat::Html,
        None if terminal => ComparisonFormat::Table,
        _ => ComparisonFormat::Json,
    });
    let mut reports = Vec::new();
    let read = args.input.reports(|report| reports.push(report))?;
    if reports.len() < 2 {
        return Err(Error::new(format!("expected at least two articles to compare, found {}", ["none", "one"][reports.len()])));
    }
    let compared = compare(&reports);
    tell_of_the_others(reports.len(), &compared);
    let no_color = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let options = Options { isolates: terminal, color: terminal && !no_color, ui: args.ui, ..Options::default() };
    let place = output.as_ref().map_or_else(|| "standard output".to_owned(), |path| path.display().to_string());
    let write = |mut out: &mut dyn Write| {
        write_comparisons(&mut out, &compared, &reports, format, &options, args.all).map_err(|error| Error::from(error).at(&place))?;
        Ok(if compared.iter().any(Comparison::has_conflict) { Outcome::Found } else { read })
    };
    match &output {
        Some(path) => replace(path, write),
        None => write(out),
    }
}

/// Silence would look like agreement.
fn tell_of_the_others(all: usize, compared: &[Comparison]) {
    let heard: HashSet<&String> = compared.iter().flat_map(|comparison| &comparison.articles).collect();
    let left = all - heard.len();
    if left > 0 {
        say(&Error::new(format!("{left} of {all} articles speak of no election that another one speaks of; they are left out")));
    }
}
