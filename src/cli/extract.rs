//! `hasila extract`: articles → facts.

use std::collections::HashSet;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};

use super::Outcome;
use super::input::Input;
use crate::error::Error;
use crate::extractor::Extractor;
use crate::output::{Format, Options, Ui, Unit, Writer};
use crate::resolve::record::Record;

/// Print the facts that articles state, each with the words that state it
#[derive(clap::Args)]
#[command(after_help = "Examples:
  hasila extract article.txt
  hasila extract --format jsonl news.jsonl | jq '.facts[] | select(.kind == \"turnout\")'
  hasila extract --published 2022-11-21 --min-confidence 0.9 -o facts.csv news/
  hasila extract -o page.html article.txt")]
pub(super) struct Args {
    #[command(flatten)]
    input: Input,

    /// How to print [default: what the extension of --output says; without it table on a terminal, else jsonl]
    #[arg(long, short, value_enum)]
    format: Option<Format>,

    /// Write to FILE, replaced only when all is written; `-` is standard output
    ///
    /// The extension chooses the format where --format does not: .csv, .json, .html, and JSON lines for every other.
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Print every number, date and name recognized, too
    #[arg(long)]
    mentions: bool,

    /// What evidence offsets count
    #[arg(long, value_enum, default_value_t = Unit::Chars, value_name = "UNIT")]
    offsets: Unit,

    /// Leave out facts of less confidence, 0 to 1
    #[arg(long, value_name = "X", default_value_t = 0.0, hide_default_value = true, value_parser = share)]
    min_confidence: f64,

    /// Language of the page's own words, with --format html
    #[arg(long, value_enum, default_value_t = Ui::En, value_name = "LANG")]
    ui: Ui,
}

pub(super) fn run(args: Args, out: &mut impl Write) -> Result<Outcome, Error> {
    let output = args.output.filter(|path| path.as_os_str() != "-");
    let terminal = output.is_none() && io::stdout().is_terminal();
    let format = args.format.unwrap_or_else(|| match output.as_deref().map(Path::extension) {
        Some(Some(extension)) if extension == "csv" => Format::Csv,
        Some(Some(extension)) if extension == "json" => Format::Json,
        Some(Some(extension)) if extension == "html" || extension == "htm" => Format::Html,
        None if terminal => Format::Table,
        _ => Format::Jsonl,
    });
    if args.mentions && matches!(format, Format::Csv | Format::Html) {
        return Err(Error::new("expected --mentions with jsonl, json or table, found csv or html, which show facts alone"));
    }
    let no_color = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let options = Options { offsets: args.offsets, mentions: args.mentions, isolates: terminal, color: terminal && !no_color, ui: args.ui };
    let place = output.as_ref().map_or_else(|| "standard output".to_owned(), |path| path.display().to_string());
    let lost = |error: io::Error| Error::from(error).at(&place);
    let extract = |out: &mut dyn Write| {
        let extractor = Extractor::new().mentions(args.mentions);
        let mut writer = Writer::new(out, format, options);
        let outcome = args.input.each(|article| {
            let mut record = extractor.extract(&article);
            keep_confident(&mut record, args.min_confidence);
            writer.write(&record, &article).map_err(lost)?;
            // Somebody is looking, and the next article may be long in coming.
            if terminal { writer.flush().map_err(lost) } else { Ok(()) }
        })?;
        writer.finish().map_err(lost)?;
        Ok(outcome)
    };
    match &output {
        Some(path) => replace(path, extract),
        None => extract(out),
    }
}

/// Leaves out facts of less confidence, and findings on such facts.
fn keep_confident(record: &mut Record, least: f64) {
    record.facts.retain(|fact| fact.confidence >= least);
    let kept: HashSet<&str> = record.facts.iter().map(|fact| fact.id.as_str()).collect();
    record.checks.retain(|finding| finding.facts.iter().all(|id| kept.contains(id.as_str())));
}

/// Writes a file aside and puts it in its place when it is whole, so that a failure leaves the old one.
pub(super) fn replace(path: &Path, write: impl FnOnce(&mut dyn Write) -> Result<Outcome, Error>) -> Result<Outcome, Error> {
    let blame = |error: io::Error| Error::from(error).at(path.display());
    // A link stays a link; a device or pipe cannot be replaced.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    if fs::metadata(&target).is_ok_and(|metadata| !metadata.is_file() && !metadata.is_dir()) {
        return write(&mut BufWriter::new(File::create(&target).map_err(blame)?));
    }
    // Hidden, so that it is no input where the folder written to is also the one read.
    let mut name = OsString::from(".");
    name.push(target.file_name().ok_or_else(|| Error::new("expected a file to write, found a folder").at(path.display()))?);
    name.push(format!(".{}.part", std::process::id()));
    let aside = target.with_file_name(name);
    let written = File::create_new(&aside).map_err(blame).and_then(|file| {
        let outcome = write(&mut BufWriter::new(file))?;
        fs::rename(&aside, &target).map_err(blame)?;
        Ok(outcome)
    });
    if written.is_err() {
        // Nothing more can be done where this fails too.
        let _ = fs::remove_file(&aside);
    }
    written
}

/// A number from 0 to 1.
pub(super) fn share(text: &str) -> Result<f64, String> {
    text.parse().ok().filter(|share| (0.0..=1.0).contains(share)).ok_or_else(|| format!("expected a number from 0 to 1, found {text:?}"))
}
