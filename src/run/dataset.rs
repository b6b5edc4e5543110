//! Records → a file that a run which was stopped, or killed, can go on with: by a journal beside it, or inside it for a database.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use super::Position;
use super::journal::{Checkpoint, Journal};
use crate::error::Error;
use crate::input::Article;
#[cfg(feature = "sqlite")]
use crate::output::Database;
use crate::output::aside::{Aside, Extent};
#[cfg(feature = "parquet")]
use crate::output::from_csv;
use crate::output::{Format, LeftOut, Options, Writer};
use crate::resolve::record::Record;

/// So many articles, or so many bytes of text, are done again at most after a kill.
const ITEMS: u64 = 64;
const BYTES: u64 = 1 << 20;

/// The output of a run, and beside it the file of what could not be read.
#[derive(Debug)]
pub struct Dataset {
    to: To,
    /// How the file is to be in the end; on the way it is in a format that can be gone on with.
    format: Format,
    errors: Option<Aside>,
    path: PathBuf,
    begun: Position,
    /// What had no place in the output before the run was stopped that is gone on with.
    left_out: LeftOut,
    /// Items and bytes since the last checkpoint.
    since: (u64, u64),
}

#[derive(Debug)]
enum To {
    /// Without a journal it is a device or pipe.
    File(Box<Writer<Aside>>, Option<Box<Journal>>),
    #[cfg(feature = "sqlite")]
    Database(Box<Database>),
}

impl Dataset {
    /// The file at `path`, and that of errors where one is wanted. `run` tells apart runs with other outputs: their inputs and options
    /// as text; with `resume`, one that is the same goes on where it stopped.
    pub fn open(path: &Path, errors: Option<&Path>, format: Format, options: Options, run: &str, resume: bool) -> Result<Self, Error> {
        if path.is_dir() {
            return Err(Error::new("expected a file to write, found a folder").at(path.display()));
        }
        let (to, begun) = match format {
            #[cfg(feature = "sqlite")]
            Format::Sqlite => {
                let mut database = Database::open(path, options)?;
                let begun = if resume { committed(&database, path, errors, run)? } else { None };
                if begun.is_none() {
                    database.begin_anew()?;
                    database.commit(run)?;
                }
                (To::Database(Box::new(database)), begun.unwrap_or_default())
            }
            _ if fs::metadata(path).is_ok_and(|metadata| !metadata.is_file()) => {
                let writer = Writer::new(Aside::create(path)?, format, options);
                (To::File(Box::new(writer), None), Checkpoint::default())
            }
            _ => {
                let (format, options) = on_the_way(format, options);
                let journal = Journal::open(path, errors, run, resume)?;
                let begun = journal.begun().clone();
                let file = Aside::resume(path, &begun.output)?;
                let written = usize::try_from(begun.at.records).unwrap_or(usize::MAX);
                (To::File(Box::new(Writer::resume(file, format, options, written)), Some(Box::new(journal))), begun)
            }
        };
        let errors = errors.map(|errors| Aside::resume(errors, &begun.errors.unwrap_or_default())).transpose()?;
        Ok(Dataset { to, format, errors, path: path.to_owned(), begun: begun.at, left_out: begun.left_out, since: (0, 0) })
    }

    /// How far the run had come that is gone on with.
    pub fn begun(&self) -> &Position {
        &self.begun
    }

    /// Writes what was found in one article.
    pub fn write(&mut self, record: &Record, article: &Article) -> Result<(), Error> {
        match &mut self.to {
            To::File(writer, _) => writer.write(record, article).map_err(|error| Error::from(error).at(self.path.display())),
            #[cfg(feature = "sqlite")]
            To::Database(database) => database.write(record, article),
        }
    }

    /// Writes what was wrong with an input; false where there is no file for it.
    pub fn fail(&mut self, error: &Error) -> Result<bool, Error> {
        self.errors.as_mut().map_or(Ok(false), |file| write_error(file, error).map(|()| true))
    }

    /// Tells how far the run has come, after every item, with the bytes of text in it. Now and then it is noted on the disk.
    pub fn reached(&mut self, at: &mut Position, bytes: usize) -> Result<(), Error> {
        self.since = (self.since.0 + 1, self.since.1 + bytes as u64);
        if self.since.0 >= ITEMS || self.since.1 >= BYTES { self.note(at) } else { Ok(()) }
    }

    /// What had no place in the output so far.
    pub fn left_out(&self) -> LeftOut {
        let mut all = self.left_out;
        match &self.to {
            To::File(writer, _) => all += writer.left_out(),
            #[cfg(feature = "sqlite")]
            To::Database(_) => {}
        }
        all
    }

    /// Leaves all as it is, to be gone on with.
    pub fn stop(mut self, at: &mut Position) -> Result<(), Error> {
        self.note(at)
    }

    /// Puts the files in their place. Of the output, if it is a file, the extent.
    pub fn finish(self) -> Result<Option<Extent>, Error> {
        if let Some(errors) = self.errors {
            errors.finish()?;
        }
        match self.to {
            To::File(writer, journal) => {
                let mut file = writer.finish().map_err(|error| Error::from(error).at(self.path.display()))?;
                let extent = match self.format {
                    #[cfg(feature = "parquet")]
                    Format::Parquet if journal.is_some() => file.rewrite(from_csv)?,
                    _ => {
                        let extent = file.extent()?;
                        file.finish()?;
                        extent
                    }
                };
                if let Some(journal) = journal {
                    journal.finish();
                }
                Ok(Some(extent))
            }
            #[cfg(feature = "sqlite")]
            To::Database(database) => database.finish().map(|()| None),
        }
    }

    fn note(&mut self, at: &mut Position) -> Result<(), Error> {
        self.since = (0, 0);
        let errors = self.errors.as_mut().map(Aside::extent).transpose()?;
        let mut checkpoint = Checkpoint { at: at.clone(), output: Extent::default(), errors, left_out: self.left_out() };
        // The next line says only what is new.
        at.stating.clear();
        match &mut self.to {
            To::File(writer, Some(journal)) => {
                checkpoint.output = writer.get_mut().extent()?;
                journal.note(&checkpoint)
            }
            To::File(_, None) => Ok(()),
            #[cfg(feature = "sqlite")]
            To::Database(database) => database.commit(&checkpoint.to_line()?),
        }
    }
}

/// In which format and how a file is written until it is whole. The end of a Parquet file speaks of all before it, so that half of one
/// is nothing to go on with; the same table as CSV is.
fn on_the_way(format: Format, options: Options) -> (Format, Options) {
    match format {
        #[cfg(feature = "parquet")]
        Format::Parquet => (Format::Csv, Options { bom: false, excel: false, ..options }),
        _ => (format, options),
    }
}

/// Writes what was wrong with an input as a JSON line.
pub fn write_error(out: &mut impl Write, error: &Error) -> Result<(), Error> {
    let line = serde_json::to_string(error).map_err(|error| Error::new(error.to_string()))?;
    writeln!(out, "{line}").map_err(Error::from)
}

/// How far the stopped run had come whose rows are in the database, where there is one.
#[cfg(feature = "sqlite")]
fn committed(database: &Database, path: &Path, errors: Option<&Path>, run: &str) -> Result<Option<Checkpoint>, Error> {
    let lines = database.journal()?;
    let Some((head, lines)) = lines.split_first() else { return Ok(None) };
    if head != run {
        return Err(Journal::other_run(path));
    }
    let mut stating = Vec::new();
    let mut last = Checkpoint::default();
    for line in lines {
        last = Checkpoint::from_line(line)?;
        stating.append(&mut last.at.stating);
    }
    last.at.stating = stating;
    let holds = |extent: &Extent| errors.is_some_and(|errors| Aside::holds(errors, extent));
    if !last.errors.as_ref().is_none_or(holds) {
        return Err(Journal::other_run(path));
    }
    Ok(Some(last))
}
