//! The whole path for one article.

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
        let title = article.title.as_deref().map(|t| self.lexicon.tag(Text::new(t)));
        let tagged = self.lexicon.tag(Text::new(&article.text));
        let published = article.published.or_else(|| mentions::dateline(&tagged));
        let numbers = mentions::numbers(&tagged);
        let dates = mentions::dates(&tagged, &numbers, published);
        let durations = mentions::durations(&tagged, &numbers);
        let names = mentions::names(&tagged);
        let scene = Scene::new(&tagged, &numbers, &dates, &durations, &names, title.as_ref());
        let mut record = resolve::resolve(&scene, facts::drafts(&scene), published);
        record.article = Meta {
            id: article.id.clone(),
            source: article.source.clone(),
            lang: Some(article.lang.unwrap_or_else(|| tagged.text.lang())),
            title: article.title.clone(),
            published,
        };
        record
    }

    /// How the article is read, for people.
    pub fn explain(&self, article: &Article) -> String {
        let record = self.extract(article);
        record.facts.iter().map(|fact| format!("{fact:?}\n")).collect()
    }
}
