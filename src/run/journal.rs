//! What a run leaves on the disk so that a later one can go on where it stopped: `.NAME.resume` beside the output.
//!
//! The first line says what run it is, each later one how far it had come and how much of its files belonged to that. A line counts
//! only if the files still hold just those bytes, whatever else was written before the end came. Nothing has to be flushed to the disk
//! for that: after a loss of power, too, the last line that is true is found.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Seek, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::Position;
use crate::error::Error;
use crate::output::LeftOut;
use crate::output::aside::{Aside, Extent, beside};

/// The journal of the run that writes to one file. No other process has it at the same time.
#[derive(Debug)]
pub(super) struct Journal {
    path: PathBuf,
    file: File,
    /// What the run before had come to, where it is to be gone on with.
    begun: Checkpoint,
}

/// How far a run had come, and how much of its files belonged to that.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Checkpoint {
    /// In the input. What `stating` holds comes to what the lines before hold.
    pub(super) at: Position,
    /// The output.
    pub(super) output: Extent,
    /// The file of errors, where there is one.
    pub(super) errors: Option<Extent>,
    /// What had no place in the output.
    pub(super) left_out: LeftOut,
}

#[cfg(feature = "sqlite")]
impl Checkpoint {
    /// As a line of a journal that stands elsewhere.
    pub(super) fn to_line(&self) -> Result<String, Error> {
        serde_json::to_string(self).map_err(|error| Error::new(error.to_string()))
    }

    /// Reads such a line.
    pub(super) fn from_line(line: &str) -> Result<Self, Error> {
        serde_json::from_str(line).map_err(|error| Error::new(format!("expected how far a run had come: {error}")))
    }
}

/// The first line: what the output depends on.
#[derive(PartialEq, Serialize, Deserialize)]
struct Head {
    run: String,
}

impl Journal {
    /// Begins a journal for `output`, or goes on with the one that is there if `resume` says so and it is of the same `run`.
    pub(super) fn open(output: &Path, errors: Option<&Path>, run: &str, resume: bool) -> Result<Self, Error> {
        let blame = |error: std::io::Error| Error::from(error).at(output.display());
        let path = beside(&fs::canonicalize(output).unwrap_or_else(|_| output.to_owned()), "resume")?;
        let mut file = File::options().read(true).write(true).create(true).truncate(false).open(&path).map_err(blame)?;
        if file.try_lock().is_err() {
            return Err(Error::new("expected to be the only one that writes it, found another run at it").at(output.display()));
        }
        let head = Head { run: run.to_owned() };
        let mut journal = Journal { path, begun: Checkpoint::default(), file: file.try_clone().map_err(blame)? };
        let mut end = 0;
        if resume {
            let mut lines = whole_lines(&file);
            if let Some((length, line)) = lines.next() {
                if serde_json::from_str::<Head>(&line).ok().as_ref() != Some(&head) {
                    return Err(Self::other_run(output));
                }
                end = length;
                let holds = |path, extent: &Extent| Aside::holds(path, extent);
                let checkpoints: Vec<(u64, Checkpoint)> =
                    lines.map_while(|(length, line)| Some((length, serde_json::from_str(&line).ok()?))).collect();
                let is_true = |(_, point): &(u64, Checkpoint)| {
                    holds(output, &point.output)
                        && point.errors.as_ref().is_none_or(|extent| errors.is_some_and(|path| holds(path, extent)))
                };
                if let Some(last) = checkpoints.iter().rposition(is_true) {
                    journal.begun = checkpoints[last].1.clone();
                    journal.begun.at.stating = checkpoints[..=last].iter().flat_map(|(_, point)| &point.at.stating).copied().collect();
                    end += checkpoints[..=last].iter().map(|(length, _)| length).sum::<u64>();
                }
            }
        }
        file.set_len(end).and_then(|()| file.seek(std::io::SeekFrom::Start(end))).map_err(blame)?;
        if end == 0 {
            journal.line(&head)?;
        }
        Ok(journal)
    }

    /// What to say where another run was stopped.
    pub(super) fn other_run(output: &Path) -> Error {
        let reason = "expected the inputs and options of the run that was stopped, found others; run without --resume to begin anew";
        Error::new(reason).at(output.display())
    }

    /// Where to go on.
    pub(super) fn begun(&self) -> &Checkpoint {
        &self.begun
    }

    /// Notes how far the run has come. What it says was written must be out of the process's buffers.
    pub(super) fn note(&mut self, checkpoint: &Checkpoint) -> Result<(), Error> {
        self.line(checkpoint)
    }

    /// Removes the journal: the run has come to its end, or to nothing.
    pub(super) fn finish(self) {
        // Left behind, it is found to be of no file and goes with the next run.
        let _ = fs::remove_file(&self.path);
    }

    fn line(&mut self, line: &impl Serialize) -> Result<(), Error> {
        let mut bytes = serde_json::to_vec(line).map_err(|error| Error::new(error.to_string()))?;
        bytes.push(b'\n');
        // One call: a line is there whole, or it is the last.
        self.file.write_all(&bytes).map_err(|error| Error::from(error).at(self.path.display()))
    }
}

/// The lines that have an end, with their length.
fn whole_lines(file: &File) -> impl Iterator<Item = (u64, String)> {
    let mut reader = BufReader::new(file);
    std::iter::from_fn(move || {
        let mut line = Vec::new();
        reader.read_until(b'\n', &mut line).ok()?;
        let length = line.len() as u64;
        line.pop_if(|end| *end == b'\n')?;
        Some((length, String::from_utf8(line).ok()?))
    })
}
