//! `hasila eval`: how well predictions meet a gold file.

use std::fs::File;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::{Outcome, lists};
use crate::error::Error;
use crate::eval::{ranking, score};
use crate::names::write;

/// Score extracted facts against a gold file, or names against their pairs
///
/// Of facts: precision, recall and F1 by kind and language. Of names: how often the right one is ranked first.
#[derive(clap::Args)]
#[command(after_help = "Levels: a gold figure is found when kind and value (or date) agree; a fact, \
when subject and place agree as well; strict, when bound, status and election year do too.

Examples:
  hasila extract --format jsonl dev.jsonl > out.jsonl
  hasila eval dev.gold.jsonl out.jsonl --errors 20
  hasila eval dev.gold.jsonl out.jsonl --reliability
  hasila eval --names pairs.tsv --folds 5
  hasila eval --names pairs.tsv --estimate > src/names/sounds.tsv")]
pub(super) struct Args {
    /// Gold file: one document a line, as `doc`, `lang`, `election` and `facts`
    #[arg(required_unless_present = "names", conflicts_with = "names")]
    gold: Option<PathBuf>,

    /// What `extract --format jsonl` printed
    #[arg(required_unless_present = "names", conflicts_with = "names")]
    predicted: Option<PathBuf>,

    /// Print up to N missed and N invented facts
    #[arg(long, value_name = "N", default_value_t = 0, hide_default_value = true)]
    errors: usize,

    /// Print, instead of the scores, how often facts are right, by their confidence and by their rule
    #[arg(long, conflicts_with = "errors")]
    reliability: bool,

    /// Print the scores as one JSON object
    #[arg(long)]
    json: bool,

    /// Score, instead of facts, how often an Arabic name of PAIRS finds its Latin form: one pair a line, with a tab between
    #[arg(long, value_name = "PAIRS", conflicts_with_all = ["errors", "reliability", "json"])]
    names: Option<PathBuf>,

    /// Look for the names also among those of FILE, one a line
    #[arg(long, value_name = "FILE", requires = "names", conflicts_with = "gold")]
    among: Option<PathBuf>,

    /// Estimate the costs of sounds anew, N times, each from all but every N-th pair, and score these
    #[arg(long, value_name = "N", requires = "names", conflicts_with = "gold", value_parser = clap::value_parser!(u8).range(2..))]
    folds: Option<u8>,

    /// Print the table of sounds that PAIRS and the project's own pairs give
    #[arg(long, requires = "names", conflicts_with_all = ["gold", "folds", "among"])]
    estimate: bool,
}

pub(super) fn run(args: Args, out: &mut impl Write) -> Result<Outcome, Error> {
    let (gold, predicted) = match (&args.names, &args.gold, &args.predicted) {
        (None, Some(gold), Some(predicted)) => (gold, predicted),
        (Some(pairs), ..) => return names(pairs, &args, out),
        _ => return Err(Error::new("expected a gold file and predictions, or --names; see --help")),
    };
    let scores = score(&lines(gold)?, &lines(predicted)?).map_err(|error| error.at(gold.display()))?;
    match (args.reliability, args.json) {
        (true, true) => writeln!(out, "{}", scores.reliability_json())?,
        (true, false) => scores.write_reliability(out)?,
        (false, true) => writeln!(out, "{}", scores.to_json())?,
        (false, false) => scores.write(out, args.errors)?,
    }
    Ok(Outcome::Fine)
}

fn names(pairs: &Path, args: &Args, out: &mut impl Write) -> Result<Outcome, Error> {
    let mut outcome = Outcome::Fine;
    let pairs = lists::pairs(pairs, &mut outcome)?;
    if args.estimate {
        write(&ranking::table(&pairs), out)?;
        return Ok(outcome);
    }
    let others = args.among.as_ref().map_or(Ok(Vec::new()), |file| lists::names(file, &mut outcome))?;
    ranking::rank(&pairs, &others, args.folds.map_or(0, usize::from)).write(out)?;
    Ok(outcome)
}

/// The JSON objects of a file. Half a gold file would give wrong scores, so that one bad line ends it.
fn lines(path: &Path) -> Result<Vec<Value>, Error> {
    let file = File::open(path).map_err(|error| Error::from(error).at(path.display()))?;
    let mut values = Vec::new();
    for (line, i) in BufReader::new(file).lines().zip(1..) {
        let line = line.map_err(|error| Error::from(error).at_line(path.display(), i))?;
        if !line.trim().is_empty() {
            let value: Value = serde_json::from_str(&line)
                .map_err(|error| Error::new(format!("expected a JSON object, found {error}")).at_line(path.display(), i))?;
            values.push(value);
        }
    }
    Ok(values)
}
