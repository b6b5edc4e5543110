//! `hasila eval`: how well predictions meet a gold file.

use std::fs::File;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::Outcome;
use crate::error::Error;
use crate::eval::score;

/// Score extracted facts against a gold file: precision, recall and F1 by kind and language
#[derive(clap::Args)]
#[command(after_help = "Levels: a gold figure is found when kind and value (or date) agree; a fact, \
when subject and place agree as well; strict, when bound, status and election year do too.

Examples:
  hasila extract --format jsonl dev.jsonl > out.jsonl
  hasila eval dev.gold.jsonl out.jsonl --errors 20
  hasila eval dev.gold.jsonl out.jsonl --reliability")]
pub(super) struct Args {
    /// Gold file: one document a line, as `doc`, `lang`, `election` and `facts`
    gold: PathBuf,

    /// What `extract --format jsonl` printed
    predicted: PathBuf,

    /// Print up to N missed and N invented facts
    #[arg(long, value_name = "N", default_value_t = 0, hide_default_value = true)]
    errors: usize,

    /// Print, instead of the scores, how often facts are right, by their confidence and by their rule
    #[arg(long, conflicts_with = "errors")]
    reliability: bool,

    /// Print the scores as one JSON object
    #[arg(long)]
    json: bool,
}

pub(super) fn run(args: Args, out: &mut impl Write) -> Result<Outcome, Error> {
    let gold = lines(&args.gold)?;
    let scores = score(&gold, &lines(&args.predicted)?).map_err(|error| error.at(args.gold.display()))?;
    match (args.reliability, args.json) {
        (true, true) => writeln!(out, "{}", scores.reliability_json())?,
        (true, false) => scores.write_reliability(out)?,
        (false, true) => writeln!(out, "{}", scores.to_json())?,
        (false, false) => scores.write(out, args.errors)?,
    }
    Ok(Outcome::Fine)
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
