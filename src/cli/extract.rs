//! `hasila extract`: articles → facts, from one text to an archive.

use std::fs;
use std::io::{self, IsTerminal, Write};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use clap::ValueEnum;

use super::input::{Input, Unread};
use super::progress::{Progress, counted};
use super::{Outcome, STOPPED, say};
use crate::error::Error;
use crate::extractor::Extractor;
use crate::output::aside::{Aside, Extent};
use crate::output::{Format, LeftOut, Options, Ui, Unit, Writer, data_package, replace};
use crate::run::{Dataset, Position, Run, write_error};

/// Print the facts that articles state, each with the words that state it
#[derive(clap::Args)]
#[command(after_help = "Examples:
  hasila extract article.txt
  hasila extract --format jsonl news.jsonl | jq '.facts[] | select(.kind == \"turnout\")'
  hasila extract --published 2022-11-21 --min-confidence 0.9 -o facts.csv news/
  hasila extract -o page.html article.txt
  hasila extract --only-elections --errors unread.jsonl -o archive.db archive/
  hasila extract --only-elections --errors unread.jsonl -o archive.db archive/ --resume")]
pub(super) struct Args {
    #[command(flatten)]
    input: Input,

    /// How to print [default: what the extension of --output says; without it table on a terminal, else jsonl]
    #[arg(long, short, value_enum)]
    format: Option<Format>,

    /// Write to FILE, replaced only when all is written; `-` is standard output
    ///
    /// The extension chooses the format where --format does not: .csv, .json, .html, .parquet, .db or .sqlite, and JSON lines for every
    /// other.
    /// A database is not replaced: what was found in an article that it has is brought up to date, other articles are added.
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Go on where a run with the same inputs and options was stopped or killed; where there was none, begin
    #[arg(long, requires = "output")]
    resume: bool,

    /// Write what could not be read to FILE instead of the terminal, one JSON object a line
    #[arg(long, value_name = "FILE")]
    errors: Option<PathBuf>,

    /// Leave out articles without facts
    #[arg(long)]
    only_elections: bool,

    /// How many threads work [default: one for each core]; the output is the same, whatever it is
    #[arg(long, short, value_name = "N")]
    jobs: Option<NonZeroUsize>,

    /// Print every number, date and name recognized, too
    #[arg(long)]
    mentions: bool,

    /// What evidence offsets count
    #[arg(long, value_enum, default_value_t = Unit::Chars, value_name = "UNIT")]
    offsets: Unit,

    /// Leave out facts of less confidence, 0 to 1
    #[arg(long, value_name = "X", default_value_t = 0.0, hide_default_value = true, value_parser = share)]
    min_confidence: f64,

    /// In CSV, begin with a byte order mark, by which spreadsheets know UTF-8
    #[arg(long)]
    bom: bool,

    /// In CSV, as --bom, and with an apostrophe before what a spreadsheet would take for a formula
    #[arg(long)]
    excel: bool,

    /// Describe the columns of the CSV file in a Frictionless datapackage.json beside it
    #[arg(long, requires = "output")]
    datapackage: bool,

    /// Language of the page's own words, with --format html
    #[arg(long, value_enum, default_value_t = Ui::En, value_name = "LANG")]
    ui: Ui,
}

/// Set by Ctrl-C: no further article is begun.
static STOP: AtomicBool = AtomicBool::new(false);

pub(super) fn run(mut args: Args, out: &mut impl Write) -> Result<Outcome, Error> {
    args.output = args.output.filter(|path| path.as_os_str() != "-");
    let terminal = args.output.is_none() && io::stdout().is_terminal();
    let format = format(&args, terminal)?;
    let no_color = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let options = Options {
        offsets: args.offsets,
        mentions: args.mentions,
        isolates: terminal,
        color: terminal && !no_color,
        ui: args.ui,
        bom: args.bom,
        excel: args.excel,
    };
    let name = run_name(&args, format, &options);
    let piped = args.input.is_stdin();
    let progress = Progress::new(args.output.is_some(), || args.input.bytes());
    let (inputs, count) = args.input.unread()?;
    let run = Run::new(Extractor::new().mentions(args.mentions))
        .min_confidence(args.min_confidence)
        .only_elections(args.only_elections)
        .eager(terminal || piped);
    let run = if let Some(jobs) = args.jobs { run.jobs(jobs) } else { run };
    let Some(path) = &args.output else {
        return print(run, inputs, &count, out, format, options, terminal, args.errors.as_deref(), &progress);
    };
    let mut dataset = Dataset::open(path, args.errors.as_deref(), format, options, &name, args.resume)?;
    // The second time it is meant; what is on the disk can be gone on with all the same.
    let heard = || {
        if STOP.swap(true, Ordering::Relaxed) {
            process::exit(i32::from(STOPPED))
        }
    };
    ctrlc::set_handler(heard).map_err(|error| Error::new(error.to_string()))?;
    let run = run.stop(&STOP).from(dataset.begun().clone());
    let reached = run.each(inputs, |step| {
        for error in &step.errors {
            if !dataset.fail(error)? {
                progress.say(error);
            }
        }
        if let Some((record, article)) = &step.record {
            dataset.write(record, article)?;
        }
        progress.reached(step.at, count.load(Ordering::Relaxed));
        dataset.reached(step.at, step.bytes)
    });
    progress.finish();
    let mut reached = reached?;
    if STOP.load(Ordering::Relaxed) {
        dataset.stop(&mut reached)?;
        say(&Error::new(format!("stopped after {}; the same command with --resume goes on", counted(reached.articles, "article")))
            .at(path.display()));
        return Ok(Outcome::Stopped);
    }
    let left_out = dataset.left_out();
    let extent = dataset.finish()?;
    tell(left_out);
    if let Some(extent) = extent.filter(|_| args.datapackage) {
        describe(path, &extent)?;
    }
    Ok(outcome(&reached, args.errors.as_deref()))
}

/// To standard output, which nobody can go on with.
#[allow(clippy::too_many_arguments)] // Of one caller, which has them all.
fn print(
    run: Run<'_>,
    inputs: impl Iterator<Item = Unread> + Send,
    count: &AtomicU64,
    out: &mut impl Write,
    format: Format,
    options: Options,
    terminal: bool,
    errors: Option<&Path>,
    progress: &Progress,
) -> Result<Outcome, Error> {
    let lost = |error: io::Error| Error::from(error).at("standard output");
    let mut failed = errors.map(Aside::create).transpose()?;
    let mut writer = Writer::new(out, format, options);
    let reached = run.each(inputs, |step| {
        for error in &step.errors {
            match &mut failed {
                Some(file) => write_error(file, error)?,
                None => progress.say(error),
            }
        }
        if let Some((record, article)) = &step.record {
            writer.write(record, article).map_err(lost)?;
            // Somebody is looking, and the next article may be long in coming.
            if terminal {
                writer.flush().map_err(lost)?;
            }
        }
        progress.reached(step.at, count.load(Ordering::Relaxed));
        Ok(())
    });
    progress.finish();
    let reached = reached?;
    let left_out = writer.left_out();
    writer.finish().map_err(lost)?;
    tell(left_out);
    if let Some(file) = failed {
        file.finish()?;
    }
    Ok(outcome(&reached, errors))
}

/// Says what had no place in the output.
fn tell(left_out: LeftOut) {
    if left_out.all() > 0 {
        say(&Error::new(format!("the table has no place for {left_out}")));
    }
}

fn outcome(reached: &Position, errors: Option<&Path>) -> Outcome {
    if reached.failed == 0 {
        return Outcome::Fine;
    }
    if let Some(errors) = errors {
        let inputs = counted(reached.failed, "input");
        say(&Error::new(format!("{inputs} could not be read, or not wholly; {} says why", errors.display())));
    }
    Outcome::SomeFailed
}

/// How to write, and whether the other options go with it.
fn format(args: &Args, terminal: bool) -> Result<Format, Error> {
    let named = || match args.output.as_deref().map(Format::of) {
        None if terminal => Ok(Format::Table),
        None => Ok(Format::Jsonl),
        Some(Ok(format)) => Ok(format.unwrap_or(Format::Jsonl)),
        Some(Err(feature)) => Err(Error::new(format!("expected another format: this hasila was built without the feature {feature}"))),
    };
    let format = args.format.map_or_else(named, Ok)?;
    let is_csv = matches!(format, Format::Csv | Format::Clea);
    if args.mentions && !matches!(format, Format::Jsonl | Format::Json | Format::Table) {
        let found = format.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default();
        return Err(Error::new(format!("expected --mentions with jsonl, json or table, found {found}, which shows facts alone")));
    }
    if (args.bom || args.excel) && !is_csv {
        return Err(Error::new("expected --bom and --excel with csv or clea, found another format"));
    }
    if args.datapackage && (format != Format::Csv || args.output.is_none()) {
        return Err(Error::new("expected --datapackage with -o FILE and csv, found another format or no file"));
    }
    #[cfg(feature = "parquet")]
    if format == Format::Parquet && terminal {
        return Err(Error::new("expected -o FILE or a pipe with --format parquet, found a terminal, which cannot show it"));
    }
    #[cfg(feature = "sqlite")]
    if format == Format::Sqlite && args.output.is_none() {
        return Err(Error::new("expected -o FILE with --format sqlite, found none: a database is no stream"));
    }
    if args.resume && args.output.is_none() {
        return Err(Error::new("expected -o FILE with --resume, found none: there is nothing to go on with"));
    }
    Ok(format)
}

/// What the output depends on, as one line.
fn run_name(args: &Args, format: Format, options: &Options) -> String {
    let version = env!("CARGO_PKG_VERSION");
    let Args { min_confidence, only_elections, errors, input, .. } = args;
    format!("{version} {format:?} {options:?} {min_confidence} {only_elections} {errors:?} {input:?}")
}

/// Writes the description of a CSV file beside it.
fn describe(path: &Path, extent: &Extent) -> Result<(), Error> {
    let real = fs::canonicalize(path).map_err(|error| Error::from(error).at(path.display()))?;
    let name = real.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let package = data_package(&name, extent.length, &extent.sum);
    let target = real.with_file_name("datapackage.json");
    replace(&target, |out| writeln!(out, "{package:#}").map_err(|error| Error::from(error).at(target.display())))
}

/// A number from 0 to 1.
pub(super) fn share(text: &str) -> Result<f64, String> {
    text.parse().ok().filter(|share| (0.0..=1.0).contains(share)).ok_or_else(|| format!("expected a number from 0 to 1, found {text:?}"))
}
