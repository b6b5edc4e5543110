//! The whole path for one article.

use crate::input::Article;
use crate::lexicon::Lexicon;
use crate::mentions;
use crate::resolve::record::{Meta, Record};
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
        let tagged = self.lexicon.tag(Text::new(&article.text));
        let numbers = mentions::numbers(&tagged);
        let _dates = mentions::dates(&tagged, &numbers, article.published);
        let mut record = Record::default();
        record.article = Meta {
            id: article.id.clone(),
            source: article.source.clone(),
            lang: Some(article.lang.unwrap_or_else(|| tagged.text.lang())),
            title: article.title.clone(),
            published: article.published,
        };
        record
    }
}
