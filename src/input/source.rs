//! Paths → articles: text files, JSON lines, folders, standard input. Nothing that cannot be read stops the rest.

use std::collections::VecDeque;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::path::{Path, PathBuf};

use super::jsonl::Lines;
use super::{Article, MAX_BYTES, decode};
use crate::error::Error;

/// How much of a file is looked at to tell what it is.
const HEAD: u64 = 8 << 10;

/// The articles of some paths, in order; `-` is standard input, folders are walked in the order of their entries' names.
///
/// Every input that cannot be read, or not wholly, gives an [`Error`] that names it; what can be read of it follows. A text file is one
/// article, named after the file; a file of JSON lines (told by its extension or its first bytes) holds one a line. In folders, hidden
/// entries are passed over.
///
/// ```no_run
/// for article in hasila::input::Source::new(["articles/"]) {
///     match article {
///         Ok(article) => println!("{}", article.id),
///         Err(error) => eprintln!("{error}"),
///     }
/// }
/// ```
pub struct Source {
    /// Still to be read, the next one last.
    pending: Vec<Pending>,
    lines: Option<Lines>,
    /// Read and not yet handed out: an article waits here behind its warnings.
    ready: VecDeque<Result<Article, Error>>,
}

/// A path, and whether the user named it or a folder held it.
struct Pending {
    path: PathBuf,
    named: bool,
}

impl Source {
    /// Of these paths.
    pub fn new<P: Into<PathBuf>>(paths: impl IntoIterator<Item = P>) -> Self {
        let mut pending: Vec<Pending> = paths.into_iter().map(|path| Pending { path: path.into(), named: true }).collect();
        pending.reverse();
        Source { pending, lines: None, ready: VecDeque::new() }
    }

    fn open(&mut self, Pending { path, named }: Pending) -> Result<(), Error> {
        if named && path.as_os_str() == "-" {
            return self.read(Box::new(io::stdin()), "-", None, None, "stdin");
        }
        let metadata = fs::metadata(&path)?;
        if metadata.is_dir() {
            return self.open_folder(&path);
        }
        // A pipe that the user names is an input; one that lies in a folder would only block.
        if !named && !metadata.is_file() {
            return Err(Error::new("expected a file, found a device or pipe"));
        }
        let name = path.to_string_lossy();
        let stem = path.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
        let extension = path.extension().and_then(|extension| extension.to_str());
        self.read(Box::new(File::open(&path)?), &name, Some(&name), extension, &stem)
    }

    fn open_folder(&mut self, folder: &Path) -> Result<(), Error> {
        let mut entries = Vec::new();
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
            // Links to folders may lead round in a circle.
            let link_to_folder = entry.file_type()?.is_symlink() && entry.path().is_dir();
            if !hidden && !link_to_folder {
                entries.push(entry.path());
            }
        }
        if entries.is_empty() {
            return Err(Error::new("expected articles, found an empty folder"));
        }
        entries.sort();
        self.pending.extend(entries.into_iter().rev().map(|path| Pending { path, named: false }));
        Ok(())
    }

    /// Reads a text at once, or gets JSON lines ready to be read one by one.
    fn read(
        &mut self,
        file: Box<dyn Read + Send>,
        name: &str,
        source: Option<&str>,
        extension: Option<&str>,
        stem: &str,
    ) -> Result<(), Error> {
        let mut rest = BufReader::with_capacity(64 << 10, file);
        let mut head = Vec::new();
        rest.by_ref().take(HEAD).read_to_end(&mut head)?;
        if head.starts_with(b"\xFF\xFE") || head.starts_with(b"\xFE\xFF") {
            return Err(Error::new("expected UTF-8, found UTF-16"));
        }
        if head.contains(&0) {
            return Err(Error::new("expected text, found a binary file"));
        }
        let mark = if head.starts_with(b"\xEF\xBB\xBF") { 3 } else { 0 };
        head.drain(..mark);
        let json = matches!(extension, Some("jsonl" | "ndjson" | "json")) || looks_like_json(&head);
        let mut reader = Cursor::new(head).chain(rest);
        if json && !reader.get_ref().0.get_ref().trim_ascii().is_empty() {
            let reader: Box<dyn BufRead + Send> = Box::new(reader);
            self.lines = Some(Lines::new(reader, name.to_owned(), stem.to_owned(), source.map(str::to_owned), mark as u64));
            return Ok(());
        }
        let mut bytes = Vec::new();
        reader.by_ref().take(MAX_BYTES).read_to_end(&mut bytes)?;
        if bytes.len() as u64 == MAX_BYTES {
            return Err(Error::new(format!("expected an article of less than {MAX_BYTES} bytes, found a longer one")));
        }
        let (text, repair) = decode(&bytes, mark as u64);
        if text.trim().is_empty() {
            return Err(Error::new("expected an article, found nothing in it"));
        }
        self.ready.extend(repair.map(|(line, repair)| Err(repair.at_line(name, line + 1))));
        let article = Article {
            id: stem.to_owned(),
            source: source.map(str::to_owned),
            title: title(&text),
            text: text.into_owned(),
            ..Article::default()
        };
        self.ready.push_back(Ok(article));
        Ok(())
    }
}

impl Iterator for Source {
    type Item = Result<Article, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(ready) = self.ready.pop_front() {
                return Some(ready);
            }
            if let Some(lines) = &mut self.lines {
                if !lines.read(&mut |found| self.ready.push_back(found)) {
                    self.lines = None;
                }
                continue;
            }
            let next = self.pending.pop()?;
            let name = next.path.display().to_string();
            if let Err(error) = self.open(next) {
                return Some(Err(error.at(name)));
            }
        }
    }
}

/// Whether the first bytes are those of a JSON object, which no article begins with.
fn looks_like_json(head: &[u8]) -> bool {
    head.trim_ascii_start().strip_prefix(b"{").is_some_and(|rest| rest.trim_ascii_start().starts_with(b"\""))
}

/// The first line, where a blank one parts it from the text.
fn title(text: &str) -> Option<String> {
    let (first, rest) = text.trim_start().split_once('\n')?;
    let (second, body) = rest.split_once('\n')?;
    (second.trim().is_empty() && !body.trim().is_empty()).then(|| first.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_stands_alone() {
        assert_eq!(title("Tokayev wins\n\nHe got 81.31%.\n").as_deref(), Some("Tokayev wins"));
        assert_eq!(title("\nTokayev wins\r\n\r\nHe got 81.31%.").as_deref(), Some("Tokayev wins"));
        for none in ["", "one line", "one line\n\n", "two\nlines\n\nand a third"] {
            assert_eq!(title(none), None, "{none:?}");
        }
    }

    #[test]
    fn json_is_told_from_text() {
        assert!(looks_like_json(b" { \"id\": 1}"));
        assert!(!looks_like_json(b"{sic} he said"));
        assert!(!looks_like_json("«81%» {".as_bytes()));
    }
}
