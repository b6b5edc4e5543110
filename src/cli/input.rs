//! The articles that a command works on: the arguments that name them, and the loop over them.

use std::fs::{File, Metadata};
use std::io::{self, BufRead, BufReader, IsTerminal};
use std::path::{Path, PathBuf};

use clap::builder::{PossibleValuesParser, TypedValueParser};

use super::{Outcome, say};
use crate::compare::Report;
use crate::date::PartialDate;
use crate::error::Error;
use crate::extractor::Extractor;
use crate::input::{Article, Source};
use crate::text::Lang;

/// Where articles are read from.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct Paths {
    /// Text files, JSON lines or folders; `-`, or nothing where something is piped in, is standard input
    ///
    /// A text file is one article. A .jsonl file holds one article a line, as an object with `text` and where known `id`, `title`,
    /// `published`, `url`, `lang`. Folders are read with all they hold, except hidden files.
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
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

impl Paths {
    /// The paths, or standard input.
    fn list(self) -> Result<Vec<PathBuf>, Error> {
        if self.paths.is_empty() && io::stdin().is_terminal() {
            return Err(Error::new("expected a path, or text on standard input, found neither; see --help"));
        }
        Ok(if self.paths.is_empty() { vec!["-".into()] } else { self.paths })
    }

    /// The articles, in an order that is always the same, and what cannot be read.
    pub(super) fn articles(self) -> Result<Source, Error> {
        Ok(Source::new(self.list()?))
    }

    /// Does something with every article that can be read, and tells of what cannot.
    pub(super) fn each(self, mut work: impl FnMut(Article) -> Result<(), Error>) -> Result<Outcome, Error> {
        let mut outcome = Outcome::Fine;
        for article in Source::new(self.list()?) {
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
}

impl Input {
    /// Whether articles come from standard input, where the next one may be long in coming.
    pub(super) fn is_stdin(&self) -> bool {
        self.paths.paths.is_empty() || self.paths.paths.iter().any(|path| path.as_os_str() == "-")
    }

    /// How much there is to read, where that can be known.
    pub(super) fn bytes(&self) -> Option<u64> {
        fn size(path: &Path, metadata: &Metadata) -> Option<u64> {
            if !metadata.is_dir() {
                return metadata.is_file().then_some(metadata.len());
            }
            // The metadata of an entry are those of a link, not of what it leads to: there is no going round in a circle.
            Some(path.read_dir().ok()?.flatten().filter_map(|entry| size(&entry.path(), &entry.metadata().ok()?)).sum())
        }
        if self.is_stdin() { None } else { self.paths.paths.iter().map(|path| size(path, &path.metadata().ok()?)).sum() }
    }

    /// The articles with what the options add to them, and what cannot be read; in an order that is always the same.
    pub(super) fn articles(self) -> Result<impl Iterator<Item = Result<Article, Error>> + Send, Error> {
        let (published, lang) = (self.published, self.lang);
        Ok(self.paths.articles()?.map(move |article| {
            article.map(|article| Article { published: article.published.or(published), lang: article.lang.or(lang), ..article })
        }))
    }

    /// Does something with what every article states. Records that `extract` wrote before are read back instead of read anew.
    pub(super) fn reports(self, mut work: impl FnMut(Report)) -> Result<Outcome, Error> {
        let extractor = Extractor::new().mentions(false);
        let (published, lang) = (self.published, self.lang);
        let mut outcome = Outcome::Fine;
        for path in self.paths.list()? {
            let found = match Records::open(&path) {
                Some(records) => records.each(&mut work),
                None => {
                    let one = Input { paths: Paths { paths: vec![path] }, published, lang };
                    one.each(|article| {
                        work(Report::new(extractor.extract(&article), article));
                        Ok(())
                    })?
                }
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
