//! A stretch of a file, as much as its reader wants to see at once: how memory stays bounded whatever the file's size.

use std::fs::File;
use std::io::{self, BufRead, Read, Seek, SeekFrom};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

/// How much is read at once.
const PIECE: usize = 256 << 10;
/// How much of a file is read first: most files of folders are no longer.
const FIRST: usize = 16 << 10;

/// A gap in a stream that goes on behind it, such as a damaged member of a gzip file. Every other error ends the stream.
#[derive(Debug)]
pub(super) struct Gap {
    pub(super) reason: String,
    /// Whether the bytes right before it are damaged, too.
    #[cfg_attr(not(feature = "warc"), allow(dead_code))]
    pub(super) taints: bool,
}

impl Gap {
    fn of(error: &io::Error) -> Option<&Gap> {
        error.get_ref().and_then(|inner| inner.downcast_ref())
    }
}

impl std::fmt::Display for Gap {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.reason)
    }
}

impl std::error::Error for Gap {}

/// Where bytes come from.
pub(super) enum Bytes {
    /// A file as it lies on disk, in which one can go on anywhere.
    Plain(File),
    /// What has to be read from its beginning.
    Stream(Box<dyn Read + Send>),
}

impl Read for Bytes {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            Bytes::Plain(file) => file.read(buffer),
            Bytes::Stream(stream) => stream.read(buffer),
        }
    }
}

/// The bytes of a file from some place on, as many as were asked for so far.
pub(super) struct Window {
    input: Bytes,
    bytes: Vec<u8>,
    /// Where in `bytes` the view begins and ends, and where its beginning is in the file.
    start: usize,
    end: usize,
    offset: u64,
    ended: bool,
    /// What went wrong while nobody could be told.
    postponed: Option<io::Error>,
    /// How much was read so far, for all to see.
    count: Arc<AtomicU64>,
}

impl Window {
    /// `count` goes on counting what is read.
    pub(super) fn new(input: Bytes, count: Arc<AtomicU64>) -> Self {
        Window { input, bytes: Vec::new(), start: 0, end: 0, offset: 0, ended: false, postponed: None, count }
    }

    /// What is in view.
    pub(super) fn view(&self) -> &[u8] {
        &self.bytes[self.start..self.end]
    }

    /// Where the view begins in the file.
    pub(super) fn offset(&self) -> u64 {
        self.offset
    }

    /// Brings a further piece into view; false where there is none. After a [`Gap`] there may be more.
    pub(super) fn more(&mut self) -> io::Result<bool> {
        if let Some(error) = self.postponed.take() {
            return Err(error);
        }
        if self.ended {
            return Ok(false);
        }
        self.bytes.copy_within(self.start..self.end, 0);
        (self.start, self.end) = (0, self.end - self.start);
        let piece = if self.bytes.is_empty() { FIRST } else { PIECE };
        if self.bytes.len() < self.end + piece {
            self.bytes.resize(self.end + piece, 0);
        }
        let read = loop {
            match self.input.read(&mut self.bytes[self.end..]) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                read => break read,
            }
        };
        self.end += *read.as_ref().unwrap_or(&0);
        match &read {
            Ok(n) => {
                self.ended = *n == 0;
                self.count.fetch_add(*n as u64, Relaxed);
            }
            Err(error) => self.ended = Gap::of(error).is_none(),
        }
        Ok(read? > 0)
    }

    /// Brings at least so many bytes into view, where there are as many.
    pub(super) fn want(&mut self, bytes: usize) -> io::Result<&[u8]> {
        while self.view().len() < bytes && self.more()? {}
        Ok(self.view())
    }

    /// At least `needed` bytes, and with a look as far as `looked`, which tells whether they are sound.
    #[cfg(feature = "warc")]
    pub(super) fn want_sound(&mut self, needed: usize, looked: usize) -> io::Result<&[u8]> {
        match self.want(looked).map(|_| ()) {
            Err(error) if self.view().len() < needed || Gap::of(&error).is_some_and(|gap| gap.taints) => return Err(error),
            Err(error) => self.postponed = Some(error),
            Ok(()) => {}
        }
        Ok(self.view())
    }

    /// As much of so many bytes as can be had; what is wrong behind them comes to light when there is to be more.
    pub(super) fn peek(&mut self, bytes: usize) -> &[u8] {
        if let Err(error) = self.want(bytes).map(|_| ()) {
            self.postponed = Some(error);
        }
        self.view()
    }

    /// Moves on by so many bytes of the view.
    pub(super) fn pass(&mut self, bytes: usize) {
        let bytes = bytes.min(self.view().len());
        self.start += bytes;
        self.offset += bytes as u64;
    }

    /// Moves on by so many bytes of the view and hands them out.
    pub(super) fn take(&mut self, bytes: usize) -> Vec<u8> {
        let taken = self.view()[..bytes.min(self.view().len())].to_vec();
        self.pass(bytes);
        taken
    }

    /// Moves on by all that is in view and hands it out, without a copy where it can.
    pub(super) fn take_all(&mut self) -> Vec<u8> {
        let mut taken = std::mem::take(&mut self.bytes);
        taken.truncate(self.end);
        taken.drain(..self.start);
        self.offset += taken.len() as u64;
        (self.start, self.end) = (0, 0);
        taken
    }

    /// Moves on by so many bytes of the file, in view or not; tells how many there were.
    pub(super) fn skip(&mut self, bytes: u64) -> io::Result<u64> {
        let mut left = bytes;
        loop {
            let here = (self.view().len() as u64).min(left);
            self.pass(here as usize);
            left -= here;
            if left == 0 {
                return Ok(bytes);
            }
            if let Bytes::Plain(file) = &mut self.input {
                // What lies behind the end of the file is nothing that could be skipped.
                let size = file.metadata()?.len();
                let far = left.min(size.saturating_sub(self.offset));
                if far > PIECE as u64 && !self.ended {
                    file.seek(SeekFrom::Current(far as i64))?;
                    self.offset += far;
                    self.count.fetch_add(far, Relaxed);
                    left -= far;
                    continue;
                }
            }
            if !self.more()? {
                return Ok(bytes - left);
            }
        }
    }

    /// Moves on behind the next line break; false where there is none.
    pub(super) fn skip_line(&mut self) -> io::Result<bool> {
        loop {
            match memchr::memchr(b'\n', self.view()) {
                Some(at) => {
                    self.pass(at + 1);
                    return Ok(true);
                }
                None => self.pass(self.view().len()),
            }
            if !self.more()? {
                return Ok(false);
            }
        }
    }
}

impl Read for Window {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.fill_buf()?.read(buffer)?;
        self.consume(n);
        Ok(n)
    }
}

impl BufRead for Window {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.want(1)
    }

    fn consume(&mut self, bytes: usize) {
        self.pass(bytes);
    }
}
