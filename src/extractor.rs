//! The whole path for one article.

use crate::check;
use crate::date::PartialDate;
use crate::explain;
use crate::facts::Scene;
use crate::input::Article;
use crate::lexicon::{Lexicon, Tagged};
use crate::mentions;
use crate::resolve;
use crate::resolve::record::{Meta, Record};
use crate::text::{Lang, Text};

/// Reads articles. Cheap to make, `Send + Sync`; the lexicon is loaded once for all.
#[derive(Clone, Copy, Debug)]
pub struct Extractor {
    lexicon: &'static Lexicon,
    mentions: bool,
}

impl Default for Extractor {
    fn default() -> Self {
        Self::new()
    }
}

impl Extractor {
    /// An extractor with the built-in lexicon and rules.
    pub fn new() -> Self {
        Extractor { lexicon: Lexicon::get(), mentions: true }
    }

    /// Whether records hold every number, date and name of their article (as from the start), or facts alone.
    ///
    /// Where nobody wants the mentions, an article without a word of voting is passed over at the speed of memory.
    ///
    /// ```
    /// let extractor = hasila::Extractor::new().mentions(false);
    /// let record = extractor.extract(&hasila::Article::new("Prices rose 3.1%."));
    /// assert!(record.facts.is_empty() && record.mentions.is_empty());
    /// ```
    pub fn mentions(self, wanted: bool) -> Self {
        Extractor { mentions: wanted, ..self }
    }

    /// Everything that the article states. Never fails, whatever the text.
    pub fn extract(&self, article: &Article) -> Record {
        let empty = |published| Record { article: self.meta(article, published), ..Record::default() };
        if self.passes_over(article) {
            return empty(article.published.or_else(|| mentions::dateline_of(&article.text)));
        }
        let (title, text) = self.tag(article);
        let news = resolve::is_election_news(&text, title.as_ref());
        if !self.mentions && !news {
            return empty(article.published.or_else(|| mentions::dateline(&text)));
        }
        self.scene(article, (title, text), |scene, published| self.record(article, scene, published, news))
    }

    /// Whether the record of the article is empty, told at the speed of memory.
    pub(crate) fn passes_over(&self, article: &Article) -> bool {
        !self.mentions && !self.may_have_facts(article)
    }

    /// Without a word of voting in text or title there are no facts: see `resolve::is_election_news`.
    fn may_have_facts(&self, article: &Article) -> bool {
        let speaks = |text: &str| self.lexicon.speaks_of_voting(text);
        speaks(&article.text) || article.title.as_deref().is_some_and(speaks)
    }

    /// How the article is read, for people: each stage, sentence by sentence.
    pub fn explain(&self, article: &Article) -> String {
        self.explained(article, None)
    }

    /// How one sentence of the article is read; the first is 1. Empty where there is none of this number.
    pub fn explain_sentence(&self, article: &Article, number: usize) -> String {
        self.explained(article, Some(number))
    }

    fn explained(&self, article: &Article, only: Option<usize>) -> String {
        let (title, text) = self.tag(article);
        let news = resolve::is_election_news(&text, title.as_ref());
        self.scene(article, (title, text), |scene, published| {
            explain::explain(scene, &self.record(article, scene, published, news), news, only)
        })
    }

    /// Title and text with the words that mean something.
    fn tag<'a>(&self, article: &'a Article) -> (Option<Tagged<'a>>, Tagged<'a>) {
        (article.title.as_deref().map(|title| self.lexicon.tag(Text::new(title))), self.lexicon.tag(Text::new(&article.text)))
    }

    /// Hands `then` all mentions of the article and the day it was published.
    fn scene<'a, T>(
        &self,
        article: &Article,
        (title, tagged): (Option<Tagged<'a>>, Tagged<'a>),
        then: impl FnOnce(&Scene, Option<PartialDate>) -> T,
    ) -> T {
        let published = article.published.or_else(|| mentions::dateline(&tagged));
        let numbers = mentions::numbers(&tagged);
        let dates = mentions::dates(&tagged, &numbers, published);
        let durations = mentions::durations(&tagged, &numbers);
        let rows = mentions::rows(&tagged, &numbers, &dates);
        let names = mentions::names(&tagged, &rows);
        then(&Scene::new(&tagged, &numbers, &dates, &durations, &rows, &names, title.as_ref()), published)
    }

    /// `news`: whether the article is held to be election news; else it has no facts.
    fn record(&self, article: &Article, scene: &Scene, published: Option<PartialDate>, news: bool) -> Record {
        let mut record = if news { resolve::resolve(scene, published) } else { Record::default() };
        if self.mentions {
            record.mentions = resolve::mentions(scene);
        }
        record.article = self.meta(article, published);
        record.checks = check::check(&record);
        record
    }

    fn meta(&self, article: &Article, published: Option<PartialDate>) -> Meta {
        Meta {
            id: article.id.clone(),
            source: article.source.clone(),
            lang: Some(article.lang.unwrap_or_else(|| Lang::of(&article.text))),
            title: article.title.clone(),
            published,
            duplicate_of: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::Source;

    #[test]
    fn without_mentions_the_facts_are_the_same() {
        let (with, without) = (Extractor::new(), Extractor::new().mentions(false));
        let mut seen = 0;
        for article in Source::new([concat!(env!("CARGO_MANIFEST_DIR"), "/corpus/articles")]).filter_map(Result::ok) {
            let (a, b) = (with.extract(&article), without.extract(&article));
            assert_eq!((a.facts, a.elections, a.checks), (b.facts, b.elections, b.checks), "{}", article.id);
            assert_eq!((a.article.lang, a.article.published), (b.article.lang, b.article.published), "{}", article.id);
            assert!(b.mentions.is_empty());
            seen += 1;
        }
        assert!(seen > 30);
    }

    #[test]
    fn what_is_passed_over_is_described_all_the_same() {
        let text = "القاهرة، 3 مارس 2021 (رويترز) - ارتفعت الأسعار 3.1% أمس.";
        let (a, b) = (Extractor::new(), Extractor::new().mentions(false));
        let article = Article::new(text);
        assert!(!b.may_have_facts(&article));
        let (a, b) = (a.extract(&article).article, b.extract(&article).article);
        assert_eq!((a.lang, a.published), (b.lang, b.published));
        assert!(a.published.is_some());
    }
}
