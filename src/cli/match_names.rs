//! `hasila match`: two lists of names → for each name of one the most alike of the other.

use std::io::Write;
use std::path::PathBuf;

use clap::ValueEnum;
use serde_json::json;

use super::extract::share;
use super::{Outcome, lists};
use crate::error::Error;
use crate::names::Index;

/// Find, for every name of one list, the most alike name of another, across spellings and scripts
#[derive(clap::Args)]
#[command(after_help = "Prints left name, right name, score and rank, with tabs between. The score is from 0 to 1; \
names of one person mostly have 0.6 or more. A name that nothing is like has one row with no right name, score 0 and no rank.

Examples:
  hasila match arabic.txt latin.txt > joined.tsv
  hasila match --top 3 --min-score 0.6 arabic.txt latin.txt
  cut -f2 voters.tsv | hasila match - register.txt")]
pub(super) struct Args {
    /// The names to find: UTF-8, one a line; `-` is standard input
    left: PathBuf,

    /// The names to find them among; `-` is standard input
    right: PathBuf,

    /// Print the N best for each name
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u16).range(1..))]
    top: u16,

    /// Leave out names of a lower score, 0 to 1
    #[arg(long, value_name = "X", default_value_t = 0.0, hide_default_value = true, value_parser = share)]
    min_score: f64,

    /// How to print
    #[arg(long, short, value_enum, default_value_t = Format::Tsv)]
    format: Format,

    /// Print the names of the columns first
    #[arg(long)]
    header: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Columns with tabs between
    Tsv,
    /// One JSON object a line
    Jsonl,
}

pub(super) fn run(args: Args, out: &mut impl Write) -> Result<Outcome, Error> {
    let [left, right] = [&args.left, &args.right];
    if left.as_os_str() == "-" && right.as_os_str() == "-" {
        return Err(Error::new("expected standard input for one of the lists, found it for both"));
    }
    if args.header && args.format == Format::Jsonl {
        return Err(Error::new("expected --header with tsv, found jsonl"));
    }
    let mut outcome = Outcome::Fine;
    let (left, right) = (lists::names(left, &mut outcome)?, lists::names(right, &mut outcome)?);
    let found = Index::new(&right).find_all(&left, usize::from(args.top));
    if args.header {
        writeln!(out, "left\tright\tscore\trank")?;
    }
    for (name, found) in left.iter().zip(found) {
        let kept: Vec<_> = found.iter().filter(|m| m.score > 0.0 && m.score >= args.min_score).zip(1..).collect();
        for (m, rank) in &kept {
            write(out, args.format, name, Some((&right[m.at], m.score, *rank)))?;
        }
        if kept.is_empty() {
            write(out, args.format, name, None)?;
        }
    }
    Ok(outcome)
}

fn write(out: &mut impl Write, format: Format, left: &str, right: Option<(&str, f64, usize)>) -> Result<(), Error> {
    // A tab within a name would be a column.
    let cell = |name: &str| name.replace('\t', " ");
    let (name, score, rank) = (right.map(|r| r.0), right.map_or(0.0, |r| r.1), right.map(|r| r.2));
    match format {
        Format::Tsv => {
            let rank = rank.map_or_else(String::new, |rank| rank.to_string());
            writeln!(out, "{}\t{}\t{score:.4}\t{rank}", cell(left), cell(name.unwrap_or_default()))?;
        }
        Format::Jsonl => writeln!(out, "{}", json!({"left": left, "right": name, "score": score, "rank": rank}))?,
    }
    Ok(())
}
