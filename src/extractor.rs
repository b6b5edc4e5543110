//! The whole path for one article.

use crate::check;
use crate::date::PartialDate;
use crate::explain;
use crate::input::Article;
use crate::lexicon::Lexicon;
use crate::facts::{self, Scene};
use crate::mentions;
use crate::resolve::record::{Meta, Record};
use crate::resolve;
use crate::text::Text;

/// Reads articles. Cheap to make, `Send + Sync`; the lexicon is loaded once for all.
#[derive(Clone, Copy, Debug)]
pub struct Extractor {
    lexicon: &'static Lexicon,
}

impl Default for Extractor {
    fn default() -> Self {
        Self::new()
    }
}

impl Extractor {
    /// An extractor with the built-in lexicon and rules.
    pub fn new() -> Self {
        Extractor { lexicon: Lexicon::get() }
    }

    /// Everything that the article states. Never fails, whatever the text.
    pub fn extract(&self, article: &Article) -> Record {
        self.scene(article, |scene, published| self.record(article, scene, published))
    }

    /// How the article is read, for people: each stage, sentence by sentence.
    pub fn explain(&self, article: &Article) -> String {
        self.scene(article, |scene, published| explain::explain(scene, &self.record(article, scene, published), None))
    }

    /// How one sentence of the article is read; the first is 1. Empty where there is none of this number.
    pub fn explain_sentence(&self, article: &Article, number: usize) -> String {
        self.scene(article, |scene, published| explain::explain(scene, &self.record(article, scene, published), Some(number)))
    }

    /// Hands `then` all mentions of the article and the day it was published.
    fn scene<T>(&self, article: &Article, then: impl FnOnce(&Scene, Option<PartialDate>) -> T) -> T {
        let title = article.title.as_deref().map(|t| self.lexicon.tag(Text::new(t)));
        let tagged = self.lexicon.tag(Text::new(&article.text));
        let published = article.published.or_else(|| mentions::dateline(&tagged));
        let numbers = mentions::numbers(&tagged);
        let dates = mentions::dates(&tagged, &numbers, published);
        let durations = mentions::durations(&tagged, &numbers);
        let names = mentions::names(&tagged);
        then(&Scene::new(&tagged, &numbers, &dates, &durations, &names, title.as_ref()), published)
    }

    fn record(&self, article: &Article, scene: &Scene, published: Option<PartialDate>) -> Record {
        let mut record = resolve::resolve(scene, facts::drafts(scene), published);
        record.article = Meta {
            id: article.id.clone(),
            source: article.source.clone(),
            lang: Some(article.lang.unwrap_or_else(|| scene.tagged.text.lang())),
            title: article.title.clone(),
            published,
        };
        record.checks = check::check(&record);
        record
    }
}
