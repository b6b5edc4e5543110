//! Files that appear whole or not at all: written aside, flushed to the disk, then put in their place.
//!
//! Aside means a hidden file in the same folder, so that it is no input where the folder written to is also the one read.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, BufWriter, Read, Seek, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::error::Error;

/// A file on its way. Dropped before it is finished, it is removed, unless it is to be gone on with.
#[derive(Debug)]
pub struct Aside {
    target: PathBuf,
    /// None for a device or pipe, which nothing can be put in the place of.
    part: Option<PathBuf>,
    file: BufWriter<File>,
    length: u64,
    /// Of all that was written, where somebody will want to know whether it is still there.
    sum: Option<Sha256>,
    keep: bool,
}

/// What had been written of a file at some moment.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Extent {
    /// Bytes.
    pub length: u64,
    /// The SHA-256 of them.
    pub sum: String,
}

impl Aside {
    /// A new file for `target`, under a name of this process's own.
    pub fn create(target: &Path) -> Result<Self, Error> {
        let blame = |error: io::Error| Error::from(error).at(target.display());
        let real = real(target);
        // A link stays a link; a device or pipe cannot be replaced.
        if fs::metadata(&real).is_ok_and(|metadata| !metadata.is_file() && !metadata.is_dir()) {
            let file = BufWriter::new(File::create(&real).map_err(blame)?);
            return Ok(Aside { target: real, part: None, file, length: 0, sum: None, keep: false });
        }
        let part = beside(&real, &format!("{}.part", std::process::id()))?;
        let file = BufWriter::new(File::create_new(&part).map_err(blame)?);
        Ok(Aside { target: real, part: Some(part), file, length: 0, sum: None, keep: false })
    }

    /// The file for `target` that a later run can go on with: what stands in it up to `extent` stays. The caller sees to it that no
    /// other process does the same.
    pub fn resume(target: &Path, extent: &Extent) -> Result<Self, Error> {
        let blame = |error: io::Error| Error::from(error).at(target.display());
        let target = real(target);
        let part = part(&target)?;
        let mut file = File::options().read(true).write(true).create(true).truncate(false).open(&part).map_err(blame)?;
        let sum = sum(&mut file, extent.length).map_err(blame)?;
        file.set_len(extent.length).map_err(blame)?;
        file.seek(io::SeekFrom::Start(extent.length)).map_err(blame)?;
        let file = BufWriter::with_capacity(64 << 10, file);
        Ok(Aside { target, part: Some(part), file, length: extent.length, sum: Some(sum), keep: true })
    }

    /// Whether the file for `target` still begins with what had been written when it had this `extent`.
    pub fn holds(target: &Path, extent: &Extent) -> bool {
        let read = || -> Result<bool, Error> {
            let mut file = File::open(part(&real(target))?)?;
            Ok(file.metadata()?.len() >= extent.length && hex(&sum(&mut file, extent.length)?.finalize()) == extent.sum)
        };
        read().unwrap_or(false)
    }

    /// Hands on what is still in a buffer, and says how much there is now.
    pub fn extent(&mut self) -> Result<Extent, Error> {
        self.file.flush().map_err(|error| self.blame(error))?;
        Ok(Extent { length: self.length, sum: self.sum.as_ref().map_or_else(String::new, |sum| hex(&sum.clone().finalize())) })
    }

    /// Puts the file in its place.
    pub fn finish(mut self) -> Result<(), Error> {
        self.put().map_err(|error| self.blame(error))?;
        self.part = None;
        Ok(())
    }

    /// Puts in the place of the target what `rewrite` makes of the file, not the file itself. Says how much there is of it.
    #[cfg(feature = "parquet")]
    pub(crate) fn rewrite(mut self, rewrite: impl FnOnce(File, &mut dyn Write) -> io::Result<()>) -> Result<Extent, Error> {
        let rewritten = || -> Result<Aside, Error> {
            self.file.flush()?;
            let part = beside(&self.target, "rewritten")?;
            let file = BufWriter::new(File::create(&part)?);
            let mut to = Aside { target: self.target.clone(), part: Some(part), file, length: 0, sum: Some(Sha256::new()), keep: false };
            rewrite(File::open(self.part.as_ref().unwrap_or(&self.target))?, &mut to)?;
            Ok(to)
        };
        let mut to = rewritten().map_err(|error| error.at(self.target.display()))?;
        let extent = to.extent()?;
        to.finish()?;
        // What was rewritten is wanted no more.
        self.keep = false;
        Ok(extent)
    }

    fn put(&mut self) -> io::Result<()> {
        self.file.flush()?;
        let Some(part) = &self.part else { return Ok(()) };
        self.file.get_ref().sync_all()?;
        fs::rename(part, &self.target)?;
        // The name, too, is to outlive a loss of power; where folders cannot be flushed, nothing is to be done.
        let folder = self.target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        File::open(folder).and_then(|folder| folder.sync_all()).ok();
        Ok(())
    }

    fn blame(&self, error: io::Error) -> Error {
        Error::from(error).at(self.target.display())
    }
}

impl Write for Aside {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.file.write(bytes)?;
        self.length += written as u64;
        if let Some(sum) = &mut self.sum {
            sum.update(&bytes[..written]);
        }
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Drop for Aside {
    fn drop(&mut self) {
        if let Some(part) = self.part.as_ref().filter(|_| !self.keep) {
            // Nothing more can be done where this fails too.
            let _ = fs::remove_file(part);
        }
    }
}

/// Writes a file aside and puts it in its place when `write` has done its work, so that a failure leaves the old one.
pub fn replace<T>(target: &Path, write: impl FnOnce(&mut dyn Write) -> Result<T, Error>) -> Result<T, Error> {
    let mut file = Aside::create(target)?;
    let value = write(&mut file)?;
    file.finish()?;
    Ok(value)
}

/// The file that a link leads to.
fn real(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

/// A hidden file beside `target`: `.facts.csv.part`.
pub(crate) fn beside(target: &Path, what: &str) -> Result<PathBuf, Error> {
    let mut name = OsString::from(".");
    name.push(target.file_name().ok_or_else(|| Error::new("expected a file to write, found a folder").at(target.display()))?);
    name.push(".");
    name.push(what);
    Ok(target.with_file_name(name))
}

fn part(target: &Path) -> Result<PathBuf, Error> {
    beside(target, "part")
}

/// Of the first bytes of a file; of all, where there are fewer.
fn sum(file: &mut File, length: u64) -> io::Result<Sha256> {
    let mut sum = Sha256::new();
    io::copy(&mut file.take(length), &mut Hasher(&mut sum))?;
    Ok(sum)
}

struct Hasher<'a>(&'a mut Sha256);

impl Write for Hasher<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Bytes in hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
