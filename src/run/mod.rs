//! Many articles → their records, on every core, in the order of the articles; from the beginning or from where a run before stopped.
//!
//! What is known only of all articles together is known here: which repeat one before them, and how far the run has come. Writing is
//! for others.

mod dataset;
mod journal;
mod ordered;

pub use dataset::{Dataset, write_error};

use std::collections::HashSet;
use std::hash::{Hash, Hasher};
use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicBool, Ordering};

use rustc_hash::{FxHashSet, FxHasher};
use serde::{Deserialize, Serialize};

use crate::compare::{Origins, Shingles};
use crate::error::Error;
use crate::extractor::Extractor;
use crate::input::{Article, Item, Unread};
use crate::resolve::record::{Duplicate, Record};
use ordered::Plan;

/// Articles that a copy is looked for among: the last ones with facts that were no copies themselves. With [`KEPT`] it is what keeps
/// the memory of a long run bounded: 90 MB in all at the worst (25,000 articles with facts, no two alike).
const REMEMBERED: usize = 10_000;
/// Shingles kept of each.
const KEPT: usize = 48;

/// How to go through many articles.
///
/// ```
/// use hasila::{Article, Extractor, run::Run};
///
/// let texts = ["Voter turnout was 64.77% in Kenya's presidential election.", "Prices rose 3.1%."];
/// let articles = texts.into_iter().map(|text| Ok(Article::new(text)));
/// let mut facts = 0;
/// Run::new(Extractor::new()).each(articles, |step| {
///     facts += step.record.map_or(0, |(record, _)| record.facts.len());
///     Ok(())
/// })?;
/// assert_eq!(facts, 1);
/// # Ok::<(), hasila::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Run<'a> {
    extractor: Extractor,
    jobs: NonZeroUsize,
    min_confidence: f64,
    only_elections: bool,
    eager: bool,
    stop: &'a AtomicBool,
    from: Position,
}

/// One input, found and not yet read: reading is the better part of the work, and is done on many threads.
pub trait Input {
    /// The memory it takes, in bytes.
    fn size(&self) -> usize;
    /// A hash of it, by which a run that goes on knows it again.
    fn digest(&self) -> u64;
    /// The article, and why there is none or what was wrong with it.
    fn read(self) -> (Option<Article>, Vec<Error>);
}

impl Input for Result<Article, Error> {
    fn size(&self) -> usize {
        self.as_ref().map_or(0, |article| article.text.len())
    }

    fn digest(&self) -> u64 {
        match self {
            Ok(article) => hash(&(&article.id, &article.source, &article.text)),
            Err(error) => hash(&error.to_string()),
        }
    }

    fn read(self) -> (Option<Article>, Vec<Error>) {
        match self {
            Ok(article) => (Some(article), Vec::new()),
            Err(error) => (None, vec![error]),
        }
    }
}

impl Input for Unread {
    fn size(&self) -> usize {
        self.size()
    }

    fn digest(&self) -> u64 {
        self.digest()
    }

    fn read(self) -> (Option<Article>, Vec<Error>) {
        let Item { article, mut warnings, .. } = self.read();
        let article = article.map_err(|error| warnings.push(error)).ok();
        (article, warnings)
    }
}

/// How far a run has come: what a later one needs to go on where it stopped, and to know that it goes on with the same input.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Position {
    /// Inputs met.
    pub inputs: u64,
    /// A hash of them.
    pub digest: u64,
    /// Articles among them.
    pub articles: u64,
    /// Errors met.
    pub failed: u64,
    /// Records handed on.
    pub records: u64,
    /// Facts in them.
    pub facts: u64,
    /// The numbers of the articles that later ones may be copies of.
    pub stating: Vec<u64>,
}

/// What came of the next input.
#[derive(Debug)]
pub struct Step<'a> {
    /// What the article states, where there is one and it was not to be left out.
    pub record: Option<(Record, Article)>,
    /// Why there is none, or what was wrong with it.
    pub errors: Vec<Error>,
    /// Its size.
    pub bytes: usize,
    /// How far the run has come with it.
    pub at: &'a mut Position,
}

/// What a thread makes of an input.
struct Worked {
    digest: u64,
    bytes: usize,
    errors: Vec<Error>,
    is_article: bool,
    /// None for what is left out; boxed, because that is most.
    found: Option<Box<Found>>,
}

struct Found {
    /// By what copies of the article are known, where it states anything.
    shingles: Option<Shingles>,
    article: Article,
    record: Record,
}

static NEVER: AtomicBool = AtomicBool::new(false);

impl<'a> Run<'a> {
    /// On every core, with all that `extractor` finds.
    pub fn new(extractor: Extractor) -> Self {
        let jobs = std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
        Run { extractor, jobs, min_confidence: 0.0, only_elections: false, eager: false, stop: &NEVER, from: Position::default() }
    }

    /// On so many threads. What is found, and the order in which it is handed on, does not depend on it.
    pub fn jobs(self, jobs: NonZeroUsize) -> Self {
        Run { jobs, ..self }
    }

    /// Leaves out facts of less confidence, 0 to 1, and findings on such facts.
    pub fn min_confidence(self, least: f64) -> Self {
        Run { min_confidence: least, ..self }
    }

    /// Whether articles without facts are left out.
    pub fn only_elections(self, only: bool) -> Self {
        Run { only_elections: only, ..self }
    }

    /// Whether to hand on every record as soon as it is there, since the next article may be long in coming.
    pub fn eager(self, eager: bool) -> Self {
        Run { eager, ..self }
    }

    /// Takes no further article once this is true; those in hand are finished.
    pub fn stop(self, stop: &'a AtomicBool) -> Self {
        Run { stop, ..self }
    }

    /// Passes over what a run before has met; it must be the same input.
    pub fn from(self, from: Position) -> Self {
        Run { from, ..self }
    }

    /// Hands `each` what comes of the inputs, one by one, in their order; its first error ends the run. Says how far it came.
    pub fn each<I: Input>(
        self,
        inputs: impl Iterator<Item = I> + Send,
        mut each: impl FnMut(Step<'_>) -> Result<(), Error>,
    ) -> Result<Position, Error> {
        let again = Error::new("expected the input that the stopped run had read, found another; run without --resume to begin anew");
        let passed: FxHashSet<u64> = self.from.stating.iter().copied().collect();
        let work = |number: u64, input: I| {
            let wanted = match number {
                _ if number >= self.from.inputs => Wanted::Record,
                _ if passed.contains(&number) => Wanted::Shingles,
                _ => Wanted::Nothing,
            };
            self.work(input, wanted)
        };
        let plan = Plan { jobs: self.jobs, eager: self.eager, stop: self.stop };
        let mut origins: Origins<(String, Option<String>)> = Origins::new(REMEMBERED);
        let mut at = Position { inputs: 0, digest: 0, stating: Vec::new(), ..self.from };
        ordered::in_order(plan, inputs, I::size, work, |worked| {
            let Worked { digest, bytes, errors, is_article, mut found } = worked;
            let number = at.inputs;
            at.inputs += 1;
            at.digest = hash(&(at.digest, digest));
            if let Some(Found { shingles, article, record }) = found.as_deref_mut()
                && let Some(shingles) = shingles.take()
            {
                let copy = origins.add(shingles, (article.id.clone(), article.source.clone()));
                record.article.duplicate_of =
                    copy.map(|copy| Duplicate { id: copy.of.0.clone(), source: copy.of.1.clone(), same: copy.same });
                at.stating.push(number);
            }
            if at.inputs <= self.from.inputs {
                at.stating.clear();
                return if at.inputs == self.from.inputs && at.digest != self.from.digest { Err(again.clone()) } else { Ok(()) };
            }
            at.failed += errors.len() as u64;
            at.articles += u64::from(is_article);
            at.records += u64::from(found.is_some());
            at.facts += found.as_ref().map_or(0, |found| found.record.facts.len() as u64);
            let record = found.map(|found| (found.record, found.article));
            each(Step { record, errors, bytes, at: &mut at })
        })?;
        if at.inputs >= self.from.inputs {
            return Ok(at);
        }
        // Stopped while passing over, it has come no less far than before.
        if self.stop.load(Ordering::Relaxed) { Ok(Position { stating: Vec::new(), ..self.from }) } else { Err(again) }
    }

    fn work(&self, input: impl Input, wanted: Wanted) -> Worked {
        let (digest, bytes) = (input.digest(), input.size());
        let mut worked = Worked { digest, bytes, errors: Vec::new(), is_article: false, found: None };
        if wanted == Wanted::Nothing {
            return worked;
        }
        let article;
        (article, worked.errors) = input.read();
        let Some(article) = article else { return worked };
        worked.is_article = true;
        // What is left out need not be described, nor handed on.
        if wanted == Wanted::Record && self.only_elections && self.extractor.passes_over(&article) {
            return worked;
        }
        let mut record = Record::default();
        if wanted == Wanted::Record {
            record = self.extractor.extract(&article);
            keep_confident(&mut record, self.min_confidence);
        }
        // Copies of what states nothing harm nobody, and are many.
        let states = wanted == Wanted::Shingles || !record.facts.is_empty();
        let shingles = states.then(|| Shingles::of(&article.text, KEPT));
        if states || !self.only_elections {
            worked.found = Some(Box::new(Found { shingles, article, record }));
        }
        worked
    }
}

/// What is wanted of an input: of those that a run before has met, only what tells copies of them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wanted {
    Record,
    Shingles,
    Nothing,
}

/// Leaves out facts of less confidence, and findings on such facts.
fn keep_confident(record: &mut Record, least: f64) {
    record.facts.retain(|fact| fact.confidence >= least);
    let kept: HashSet<&str> = record.facts.iter().map(|fact| fact.id.as_str()).collect();
    record.checks.retain(|finding| finding.facts.iter().all(|id| kept.contains(id.as_str())));
}

fn hash(value: &impl Hash) -> u64 {
    let mut hasher = FxHasher::default();
    value.hash(&mut hasher);
    hasher.finish()
}
