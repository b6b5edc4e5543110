//! The articles that a command works on: the arguments that name them, and the loop over them.

use std::io::{self, IsTerminal};
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};

use super::{Outcome, say};
use crate::date::PartialDate;
use crate::error::Error;
use crate::input::{Article, Source};
use crate::text::Lang;

/// Where articles are read from.
#[derive(clap::Args)]
pub(super) struct Paths {
    /// Text files, JSON lines or folders; `-`, or nothing where something is piped in, is standard input
    ///
    /// A text file is one article. A .jsonl file holds one article a line, as an object with `text` and where known `id`, `title`,
    /// `published`, `url`, `lang`. Folders are read with all they hold, except hidden files.
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
}

/// Articles, and what is known of those that do not say it themselves.
#[derive(clap::Args)]
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
    /// Does something with every article that can be read, and tells of what cannot.
    pub(super) fn each(self, mut work: impl FnMut(Article) -> Result<(), Error>) -> Result<Outcome, Error> {
        let mut paths = self.paths;
        if paths.is_empty() {
            if io::stdin().is_terminal() {
                return Err(Error::new("expected a path, or text on standard input, found neither; see --help"));
            }
            paths.push("-".into());
        }
        let mut outcome = Outcome::Fine;
        for article in Source::new(paths) {
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
