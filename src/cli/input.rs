//! The articles that a command works on: the arguments that name them, and the loop over them.

use std::fs::File;
use std::io::{self, BufRead, BufReader, IsTerminal};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

use clap::builder::{PossibleValuesParser, TypedValueParser};

use super::{Outcome, say};
use crate::compare::Report;
use crate::date::PartialDate;
use crate::error::Error;
use crate::extractor::Extractor;
use crate::input::{self, Article, Options, Source, total_bytes};
use crate::run;
use crate::text::Lang;

/// Where articles are read from.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct Paths {
    /// Files or folders; `-`, or nothing where something is piped in, is standard input
    ///
    /// What a file is, is told from its content and then from its name. A text or a saved page is one article. JSON (one object a line,
    /// or in an array), CSV, TSV and web archives (WARC) hold many. Any of them may be packed with gzip or zstd. Folders are read with
    /// all they hold, except hidden files.
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,

    /// Read the paths in FILE, one a line, behind those given; `-` is standard input
    #[arg(long, value_name = "FILE", help_heading = "Input")]
    files_from: Option<PathBuf>,

    /// In JSON and CSV, take PART (id, text, title, published, url or lang) from the key or column NAME
    ///
    /// Without it, usual names are known: text, content, body, article; title, headline; published, date, pubDate and the like; url,
    /// link; lang, language.
    #[arg(long, value_name = "PART=NAME", help_heading = "Input", value_parser = part_and_name)]
    field: Vec<(String, String)>,

    /// The encoding of what does not tell its own, such as windows-1256 [default: told from the bytes]
    #[arg(long, value_name = "NAME", help_heading = "Input")]
    encoding: Option<String>,

    /// Pass over records of more bytes, such as 500k, 16M; at most 1G
    #[arg(long, value_name = "SIZE", help_heading = "Input", default_value = "16M", value_parser = size)]
    max_record: u64,

    /// Cut off what unpacks to more than so many times its size, as archives made to do harm do
    #[arg(long, value_name = "TIMES", help_heading = "Input", default_value_t = 200, value_parser = clap::value_parser!(u64).range(1..))]
    max_ratio: u64,

    /// In folders, pass over what .gitignore and .ignore files name
    #[arg(long, help_heading = "Input")]
    ignore_files: bool,
}

/// Articles, and what is known of those that do not say it themselves.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct Input {
    #[command(flatten)]
    paths: Paths,

    /// Day of publication of articles that do not tell theirs; "yesterday" is counted from it
    #[arg(long, value_name = "DATE")]
    published: Option<PartialDate>,

    /// Language of articles that do not tell theirs [default: told from the script]
    #[arg(long, value_parser = PossibleValuesParser::new(["ar", "en"]).map(|name| if name == "ar" { Lang::Ar } else { Lang::En }))]
    lang: Option<Lang>,
}

/// The paths that the user named, in order.
type List = Box<dyn Iterator<Item = PathBuf> + Send>;

impl Paths {
    /// The paths, or standard input; and how they are to be read.
    fn list(self) -> Result<(List, Options), Error> {
        let mut options = Options::default().max_record(self.max_record).max_ratio(self.max_ratio).ignore_files(self.ignore_files);
        for (part, name) in &self.field {
            options = options.field(part, name).map_err(|error| error.at("--field"))?;
        }
        if let Some(encoding) = &self.encoding {
            options = options.encoding(encoding).map_err(|error| error.at("--encoding"))?;
        }
        let Some(list) = self.files_from else {
            if self.paths.is_empty() && io::stdin().is_terminal() {
                return Err(Error::new("expected a path, or text on standard input, found neither; see --help"));
            }
            let paths = if self.paths.is_empty() { vec!["-".into()] } else { self.paths };
            return Ok((Box::new(paths.into_iter()), options));
        };
        let lines: Box<dyn BufRead + Send> = if list.as_os_str() == "-" {
            Box::new(BufReader::new(io::stdin()))
        } else {
            Box::new(BufReader::new(File::open(&list).map_err(|error| Error::from(error).at(list.display()))?))
        };
        // A list that cannot be read to its end ends there, and says so; names of files need not be UTF-8 where files are not.
        let paths = lines.split(b'\n').map_while(move |line| {
            line.map_err(|error| say(&Error::from(error).at(list.display()))).ok().map(|line| path_of(line.trim_ascii_end()))
        });
        Ok((Box::new(self.paths.into_iter().chain(paths.filter(|path| !path.as_os_str().is_empty()))), options))
    }

    /// What is to be read.
    pub(super) fn source(self) -> Result<Source, Error> {
        let (paths, options) = self.list()?;
        Ok(Source::new(paths).options(options))
    }

    /// Does something with every article that can be read, and tells of what cannot.
    pub(super) fn each(self, work: impl FnMut(Article) -> Result<(), Error>) -> Result<Outcome, Error> {
        each(self.source()?, work)
    }
}

fn each(source: Source, mut work: impl FnMut(Article) -> Result<(), Error>) -> Result<Outcome, Error> {
    let mut outcome = Outcome::Fine;
    for article in source {
        match article {
            Ok(article) => work(article)?,
            Err(error) => {
                say(&error);
                outcome = Outcome::SomeFailed;
            }
        }
    }
    Ok(outcome)
}

#[cfg(unix)]
fn path_of(name: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt;
    PathBuf::from(std::ffi::OsStr::from_bytes(name))
}

#[cfg(not(unix))]
fn path_of(name: &[u8]) -> PathBuf {
    PathBuf::from(String::from_utf8_lossy(name).into_owned())
}

fn part_and_name(text: &str) -> Result<(String, String), String> {
    let (part, name) = text.split_once('=').ok_or_else(|| format!("expected PART=NAME, found {text:?}"))?;
    Ok((part.to_owned(), name.to_owned()))
}

/// `16M` → 16777216.
fn size(text: &str) -> Result<u64, String> {
    let expected = || format!("expected a size such as 500k, 16M or 1G, found {text:?}");
    let digits = text.trim_end_matches(|c: char| !c.is_ascii_digit());
    let unit = match text[digits.len()..].to_ascii_lowercase().as_str() {
        "" => 1,
        "k" | "kb" | "kib" => 1 << 10,
        "m" | "mb" | "mib" => 1 << 20,
        "g" | "gb" | "gib" => 1 << 30,
        _ => return Err(expected()),
    };
    let bytes = digits.parse::<u64>().ok().and_then(|number| number.checked_mul(unit));
    bytes.filter(|bytes| (1..=1 << 30).contains(bytes)).ok_or_else(expected)
}

impl Input {
    /// Whether articles come from standard input, where the next one may be long in coming.
    pub(super) fn is_stdin(&self) -> bool {
        let piped = |path: &PathBuf| path.as_os_str() == "-";
        self.paths.files_from.as_ref().map_or(self.paths.paths.is_empty(), piped) || self.paths.paths.iter().any(piped)
    }

    /// How much there is to read, where that can be known.
    pub(super) fn bytes(&self) -> Option<u64> {
        let known = !self.is_stdin() && self.paths.files_from.is_none();
        known.then(|| total_bytes(self.paths.paths.iter().map(PathBuf::as_path), self.paths.ignore_files)).flatten()
    }

    /// What is to be read, in an order that is always the same; and how many bytes of it were read so far.
    pub(super) fn unread(self) -> Result<(impl Iterator<Item = Unread> + Send, Arc<AtomicU64>), Error> {
        let (published, lang) = (self.published, self.lang);
        let mut source = self.paths.source()?;
        let count = source.counter();
        Ok((std::iter::from_fn(move || Some(Unread { record: source.next_unread()?, published, lang })), count))
    }

    /// Does something with what every article states. Records that `extract` wrote before are read back instead of read anew.
    pub(super) fn reports(self, mut work: impl FnMut(Report)) -> Result<Outcome, Error> {
        let extractor = Extractor::new().mentions(false);
        let (published, lang) = (self.published, self.lang);
        let mut outcome = Outcome::Fine;
        let (paths, options) = self.paths.list()?;
        for path in paths {
            let found = match Records::open(&path) {
                Some(records) => records.each(&mut work),
                None => each(Source::new([path]).options(options.clone()), |mut article| {
                    article.published = article.published.or(published);
                    article.lang = article.lang.or(lang);
                    work(Report::new(extractor.extract(&article), article));
                    Ok(())
                })?,
            };
            if found != Outcome::Fine {
                outcome = found;
            }
        }
        Ok(outcome)
    }

    /// As [`Paths::each`], with what the options add to the articles.
    pub(super) fn each(self, mut work: impl FnMut(Article) -> Result<(), Error>) -> Result<Outcome, Error> {
        let (published, lang) = (self.published, self.lang);
        self.paths.each(|mut article| {
            article.published = article.published.or(published);
            article.lang = article.lang.or(lang);
            work(article)
        })
    }
}

/// What is to be read, with what the options add to it.
pub(super) struct Unread {
    record: input::Unread,
    published: Option<PartialDate>,
    lang: Option<Lang>,
}

impl run::Input for Unread {
    fn size(&self) -> usize {
        self.record.size()
    }

    fn digest(&self) -> u64 {
        self.record.digest()
    }

    fn read(self) -> (Option<Article>, Vec<Error>) {
        let (article, errors) = run::Input::read(self.record);
        let add =
            |article: Article| Article { published: article.published.or(self.published), lang: article.lang.or(self.lang), ..article };
        (article.map(add), errors)
    }
}

/// A file of records, as `extract` writes them: one a line, or one a line between brackets.
struct Records {
    name: String,
    lines: Box<dyn BufRead>,
}

impl Records {
    /// None for what is no such file, or cannot be looked at: it is for others to say why.
    fn open(path: &Path) -> Option<Self> {
        let mut lines: Box<dyn BufRead> = if path.as_os_str() == "-" {
            Box::new(io::stdin().lock())
        } else {
            Box::new(BufReader::new(File::open(path).ok().filter(|file| file.metadata().is_ok_and(|metadata| !metadata.is_dir()))?))
        };
        let head = lines.fill_buf().ok()?;
        let head = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head).trim_ascii_start();
        let head = head.strip_prefix(b"[").unwrap_or(head).trim_ascii_start();
        let head = head.strip_prefix(b"{")?.trim_ascii_start().strip_prefix(b"\"article\"")?.trim_ascii_start();
        head.strip_prefix(b":").is_some_and(|rest| rest.trim_ascii_start().starts_with(b"{")).then_some(())?;
        Some(Records { name: path.display().to_string(), lines })
    }

    fn each(self, work: &mut impl FnMut(Report)) -> Outcome {
        let mut outcome = Outcome::Fine;
        for (line, number) in self.lines.lines().zip(1..) {
            let report = line.map_err(Error::from).and_then(|line| {
                let record = line.trim_start_matches('\u{FEFF}').trim().trim_start_matches('[').trim_end_matches([',', ']']);
                if record.is_empty() { Ok(None) } else { Report::from_json(record).map(Some) }
            });
            match report {
                Ok(report) => report.into_iter().for_each(&mut *work),
                Err(error) => {
                    say(&error.at_line(&self.name, number));
                    outcome = Outcome::SomeFailed;
                }
            }
        }
        outcome
    }
}
