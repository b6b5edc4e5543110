//! Paths → records: files of any format, folders, standard input. Nothing that cannot be read stops the rest.

use std::collections::VecDeque;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::str;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use encoding_rs_io::DecodeReaderBytesBuilder;

use super::delimited::{Columns, Rows};
use super::encoding::{Known, decode, guess, unmarked_utf16};
use super::item::{File, Origin, Unread};
use super::json::{Lines, Values};
use super::recognize::{Format, HEAD};
use super::split::{Pieces, Whole};
use super::unpack::unpack;
use super::walk::Files;
use super::window::{Bytes, Window};
use super::{Article, Options, warc};
use crate::error::Error;

/// The articles of some paths, in order; `-` is standard input, folders are walked in the order of their entries' names.
///
/// What a file is, is told from its content and then from its name: a text or a page is one article, named after the file; JSON, CSV
/// and web archives hold many. Every input that cannot be read, or not wholly, gives an [`Error`] that names it; what can be read of
/// it follows. In folders, hidden entries are passed over. No more is held in memory than one record.
///
/// ```no_run
/// for article in hasila::input::Source::new(["articles/"]) {
///     match article {
///         Ok(article) => println!("{}", article.id),
///         Err(error) => eprintln!("{error}"),
///     }
/// }
/// ```
///
/// Reading records is most of the work, and may be done on other threads than finding them:
///
/// ```no_run
/// let mut source = hasila::input::Source::new(["crawl.warc.gz"]);
/// while let Some(unread) = source.next_unread() {
///     let item = unread.read(); // on any thread
///     println!("{} {}: {:?}", item.origin.path, item.origin.record, item.article.map(|article| article.id));
/// }
/// ```
pub struct Source {
    /// What the user named, and how many of that were taken.
    paths: Box<dyn Iterator<Item = PathBuf> + Send>,
    taken: u64,
    /// What is read instead of the first path.
    stream: Option<Box<dyn Read + Send>>,
    folder: Option<Files>,
    open: Option<Open>,
    options: Arc<Options>,
    /// The record behind which to go on; the way there is passed over.
    behind: Option<Origin>,
    count: Arc<AtomicU64>,
    /// Read and not yet handed out: an article waits here behind its warnings.
    ready: VecDeque<Result<Article, Error>>,
}

/// A file that is being read.
struct Open {
    window: Window,
    pieces: Box<dyn Pieces>,
    file: Arc<File>,
}

impl Source {
    /// Of these paths.
    pub fn new<I>(paths: I) -> Self
    where
        I: IntoIterator<Item: Into<PathBuf> + 'static, IntoIter: Send + 'static>,
    {
        Source {
            paths: Box::new(paths.into_iter().map(Into::into)),
            taken: 0,
            stream: None,
            folder: None,
            open: None,
            options: Arc::default(),
            behind: None,
            count: Arc::default(),
            ready: VecDeque::new(),
        }
    }

    /// Of what a stream holds, which is told as it is of a file of this name.
    ///
    /// ```
    /// let page = "<html><title>Turnout</title><body><p>Turnout was 69.44%.</p></body></html>";
    /// # #[cfg(feature = "html")] {
    /// let article = hasila::input::Source::from_reader("page.html", page.as_bytes()).next().unwrap()?;
    /// assert_eq!(article.text, "Turnout\n\nTurnout was 69.44%.\n");
    /// # }
    /// # Ok::<(), hasila::Error>(())
    /// ```
    pub fn from_reader(name: impl Into<PathBuf>, reader: impl Read + Send + 'static) -> Self {
        Source { stream: Some(Box::new(reader)), ..Source::new([name.into()]) }
    }

    /// Read as these options say.
    pub fn options(self, options: Options) -> Self {
        Source { options: Arc::new(options), ..self }
    }

    /// Goes on behind the record of this origin, as if all before had been read. The paths must be the same.
    ///
    /// Files before it are not opened; a file that is not compressed is not read up to there.
    pub fn behind(self, origin: Origin) -> Self {
        Source { behind: Some(origin), ..self }
    }

    /// How many bytes were read so far, of files as they lie on disk.
    pub fn bytes_read(&self) -> u64 {
        self.count.load(Relaxed)
    }

    /// What [`Source::bytes_read`] says, also when the source has gone to another thread.
    pub fn counter(&self) -> Arc<AtomicU64> {
        self.count.clone()
    }

    /// The next record, found and not read. Every one comes to one [`super::Item`].
    pub fn next_unread(&mut self) -> Option<Unread> {
        loop {
            if let Some(open) = &mut self.open {
                if let Some(piece) = open.pieces.next(&mut open.window) {
                    let origin = Origin { input: self.taken - 1, path: open.file.path.clone(), record: piece.record, offset: piece.offset };
                    return Some(Unread { origin, file: Some(open.file.clone()), bytes: piece.bytes });
                }
                self.open = None;
            }
            let Some((path, named, found)) = self.next_file() else {
                return self.behind.take().map(gone);
            };
            let name = path.display().to_string();
            let origin = Origin { input: self.taken - 1, path: name, ..Origin::default() };
            if let Some(behind) = &self.behind {
                if origin.input > behind.input {
                    self.paths = Box::new(std::iter::empty());
                    self.folder = None;
                    return self.behind.take().map(gone);
                }
                if origin.input < behind.input || origin.path != behind.path {
                    continue;
                }
            }
            let behind = self.behind.take();
            let opened = found.and_then(|()| self.open(&path, named));
            match (opened, behind) {
                (Ok(mut open), Some(behind)) => {
                    // What goes wrong on the way is told by the piece that comes.
                    let way = behind.offset.saturating_sub(open.window.offset());
                    let _ = open.window.skip(way);
                    open.pieces.go_on(behind.record);
                    open.pieces.next(&mut open.window);
                    self.open = Some(open);
                }
                (Ok(open), None) => self.open = Some(open),
                // It was told before.
                (Err(_), Some(_)) => {}
                (Err(error), None) => return Some(Unread { origin, file: None, bytes: Err(error) }),
            }
        }
    }

    /// The next file, whether the user named it, and whether there is one.
    fn next_file(&mut self) -> Option<(PathBuf, bool, Result<(), Error>)> {
        loop {
            if let Some((path, found)) = self.folder.as_mut().and_then(Iterator::next) {
                return Some((path, false, found));
            }
            let path = self.paths.next()?;
            self.folder = None;
            self.taken += 1;
            let passed_over = self.behind.as_ref().is_some_and(|behind| self.taken - 1 < behind.input);
            if passed_over {
                continue;
            }
            if self.stream.is_none() && path.as_os_str() != "-" && path.is_dir() {
                self.folder = Some(Files::of(&path, self.options.ignore_files));
                continue;
            }
            return Some((path, true, Ok(())));
        }
    }

    fn open(&mut self, path: &Path, named: bool) -> Result<Open, Error> {
        let stdin = named && path.as_os_str() == "-";
        let input = if let Some(stream) = self.stream.take() {
            Bytes::Stream(stream)
        } else if stdin {
            Bytes::Stream(Box::new(io::stdin()))
        } else {
            // A pipe that the user names is an input; one that lies in a folder would only block.
            if !named && !fs::metadata(path)?.is_file() {
                return Err(Error::new("expected a file, found a device or pipe"));
            }
            let file = fs::File::open(path)?;
            if file.metadata()?.is_file() { Bytes::Plain(file) } else { Bytes::Stream(Box::new(file)) }
        };
        let window = unpack(input, &self.count, &self.options)?;
        if stdin {
            return self.recognize(window, "-", None, None, "stdin");
        }
        let packed = matches!(path.extension().and_then(|it| it.to_str()), Some("gz" | "gzip" | "zst" | "zstd"));
        let inner = if packed { path.with_extension("") } else { path.to_owned() };
        let stem = inner.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
        let extension = inner.extension().and_then(|extension| extension.to_str());
        let name = path.display().to_string();
        self.recognize(window, &name, Some(&name), extension, &stem)
    }

    /// Tells what is in a file and how to split it.
    fn recognize(&self, mut window: Window, name: &str, source: Option<&str>, extension: Option<&str>, stem: &str) -> Result<Open, Error> {
        let options = &self.options;
        let head = window.peek(HEAD);
        let mut known = options.encoding.map_or(Known::No, Known::Said);
        if !head.starts_with(b"WARC/1.") {
            if let Some((encoding, mark)) = Encoding::for_bom(head) {
                window.pass(mark);
                (window, known) = as_utf8(window, encoding, Known::Surely(UTF_8));
            } else if let Some(encoding) = options.encoding.filter(|encoding| [UTF_16LE, UTF_16BE].contains(encoding)) {
                (window, known) = as_utf8(window, encoding, Known::Surely(UTF_8));
            } else if let Some(binary) = binary(head) {
                let encoding = unmarked_utf16(head).ok_or_else(|| Error::new(format!("expected text, found {binary}")))?;
                (window, known) = as_utf8(window, encoding, Known::Surely(UTF_8));
            } else if matches!(known, Known::No) && str::from_utf8(head).is_err_and(|error| error.error_len().is_some()) {
                // One encoding for all lines; a head that is UTF-8 with some damage is found to be that by each line.
                let encoding = guess(head);
                let (text, _) = decode(head, Known::No, 0);
                if text == encoding.decode_without_bom_handling(head).0 {
                    known = Known::Said(encoding);
                }
            }
        }
        let format = Format::of(window.peek(HEAD), extension, options);
        let max = options.max_record as usize;
        let mut pieces: Box<dyn Pieces> = match format {
            Format::Text | Format::Html => Box::new(Whole { max, done: false }),
            Format::JsonLines => Box::new(Lines { line: 1, max }),
            Format::Json => Box::new(Values { line: 1, max }),
            Format::Delimited(delimiter) => Box::new(Rows { line: 1, max, delimiter }),
            Format::Warc => Box::new(warc::Records { number: 1, max }),
        };
        let columns = match format {
            Format::Delimited(delimiter) => {
                let header = pieces.next(&mut window).ok_or_else(|| Error::new("expected an article, found nothing in it"))?;
                let (offset, bytes) = (header.offset, header.bytes?);
                let (header, _) = decode(&bytes, known, offset);
                Some(Columns::new(&header, delimiter, &options.fields)?)
            }
            _ => None,
        };
        let file = File {
            path: name.to_owned(),
            stem: stem.to_owned(),
            source: source.map(str::to_owned),
            format,
            known,
            columns,
            options: self.options.clone(),
        };
        Ok(Open { window, pieces, file: Arc::new(file) })
    }
}

impl Iterator for Source {
    type Item = Result<Article, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ready.is_empty() {
            let item = self.next_unread()?.read();
            self.ready.extend(item.warnings.into_iter().map(Err));
            self.ready.push_back(item.article);
        }
        self.ready.pop_front()
    }
}

/// Where to go on cannot be found.
fn gone(behind: Origin) -> Unread {
    let reason = Error::new("expected it among the inputs, to go on behind it, found it gone");
    Unread { origin: behind, file: None, bytes: Err(reason) }
}

/// UTF-16 as UTF-8, since lines and brackets are looked for as single bytes; other encodings have them so and stay.
fn as_utf8(window: Window, encoding: &'static Encoding, known: Known) -> (Window, Known) {
    if encoding == UTF_8 {
        return (window, known);
    }
    let decoded = DecodeReaderBytesBuilder::new().encoding(Some(encoding)).bom_override(false).build(window);
    (Window::new(Bytes::Stream(Box::new(decoded)), Arc::default()), known)
}

/// What a file is that is no text.
fn binary(head: &[u8]) -> Option<&'static str> {
    const MAGIC: [(&[u8], &str); 9] = [
        (b"%PDF-", "a PDF file"),
        (b"PK\x03\x04", "a ZIP file (such as a word processor's)"),
        (b"\xD0\xCF\x11\xE0", "a file of an old word processor"),
        (b"{\\rtf", "an RTF file"),
        (b"\x89PNG", "a picture"),
        (b"\xFF\xD8\xFF", "a picture"),
        (b"GIF8", "a picture"),
        (b"BZh", "a bzip2 file"),
        (b"\xFD7zXZ", "an xz file"),
    ];
    if let Some((_, name)) = MAGIC.iter().find(|(magic, _)| head.starts_with(magic)) {
        return Some(name);
    }
    let control = |byte: &u8| *byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0C | 0x1B | 0x1E | 0x1A);
    let controls = head.iter().filter(|byte| control(byte)).count();
    (head.contains(&0) || controls * 20 > head.len()).then_some("a binary file")
}
