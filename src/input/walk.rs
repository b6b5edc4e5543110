//! Paths → files, in the order of the paths and, in folders, of the names.

use std::fs;
use std::path::{Path, PathBuf};

use ignore::{Walk, WalkBuilder};

use crate::error::Error;

/// The files of one path that the user named: itself, or what lies in it.
pub(super) struct Files {
    walk: Walk,
    /// The last folder that was entered, until something is found in it.
    empty: Option<PathBuf>,
    waiting: Option<PathBuf>,
}

impl Files {
    /// Of a folder; hidden entries are passed over, links to folders too, since they may lead round in a circle.
    pub(super) fn of(folder: &Path, ignore_files: bool) -> Self {
        let mut builder = WalkBuilder::new(folder);
        builder.standard_filters(ignore_files).git_global(false).require_git(false).hidden(true).sort_by_file_name(|a, b| a.cmp(b));
        Files { walk: builder.build(), empty: None, waiting: None }
    }
}

impl Iterator for Files {
    /// A file, or why there is none, with the name of what was to be read.
    type Item = (PathBuf, Result<(), Error>);

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(file) = self.waiting.take() {
            return Some((file, Ok(())));
        }
        let empty = |folder: PathBuf| Some((folder, Err(Error::new("expected articles, found an empty folder"))));
        loop {
            let Some(entry) = self.walk.next() else { return empty(self.empty.take()?) };
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => return Some(told(error)),
            };
            let path = entry.path().to_owned();
            let inside = self.empty.take_if(|folder| path.starts_with(folder)).is_some();
            // What is not inside shows that the one before was empty.
            let before = if inside { None } else { self.empty.take() };
            let kind = entry.file_type();
            let is_folder = kind.is_some_and(|kind| kind.is_dir()) || (entry.depth() == 0 && path.is_dir());
            if is_folder {
                self.empty = Some(path);
                match before {
                    Some(folder) => return empty(folder),
                    None => continue,
                }
            }
            if kind.is_some_and(|kind| kind.is_symlink()) && path.is_dir() {
                match before {
                    Some(folder) => return empty(folder),
                    None => continue,
                }
            }
            return match before {
                Some(folder) => {
                    self.waiting = Some(path);
                    empty(folder)
                }
                None => Some((path, Ok(()))),
            };
        }
    }
}

/// An error of the walk in our words, with the path it is about.
fn told(error: ignore::Error) -> (PathBuf, Result<(), Error>) {
    let mut path = PathBuf::new();
    let mut inner = &error;
    loop {
        inner = match inner {
            ignore::Error::WithPath { path: of, err } => {
                path = of.clone();
                err
            }
            ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => err,
            ignore::Error::Loop { child, .. } => {
                path = child.clone();
                break;
            }
            _ => break,
        };
    }
    let reason = match error.io_error() {
        Some(io) => Error::from(std::io::Error::from(io.kind())),
        None => Error::new(error.to_string()),
    };
    (path, Err(reason))
}

/// How many bytes the files of some paths have; none where one cannot be known, such as standard input.
pub fn total_bytes<'a>(paths: impl IntoIterator<Item = &'a Path>, ignore_files: bool) -> Option<u64> {
    let mut total = 0;
    for path in paths {
        let metadata = fs::metadata(path).ok().filter(|_| path.as_os_str() != "-")?;
        total += match metadata.is_dir() {
            true => {
                let files = Files::of(path, ignore_files).filter(|(_, found)| found.is_ok());
                files.filter_map(|(file, _)| Some(fs::metadata(file).ok()?.len())).sum()
            }
            false => metadata.len(),
        };
    }
    Some(total)
}
