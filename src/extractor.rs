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
        let tagged = self.lexicon.tag(Text::new(&article.text));
        let numbers = mentions::numbers(&tagged);
        let dates = mentions::dates(&tagged, &numbers, article.published);
        let durations = mentions::durations(&tagged, &numbers);
        let names = mentions::names(&tagged);
        let scene = Scene::new(&tagged, &numbers, &dates, &durations, &names, None);
        let mut out = String::new();
        let mut readings = std::collections::BTreeMap::new();
        facts::read(&scene, |s, r| {
            readings.insert(s, r);
        });
        use std::fmt::Write;
        for (s, sentence) in tagged.text.sentences.iter().enumerate() {
            let r = sentence.range();
            let _ = writeln!(out, "\n# {}", tagged.text.slice(r.start, r.end));
            for k in scene.names_in(r.start, r.end) {
                let _ = write!(out, "  [{:?} {}{}]", names[k].kind, names[k].span.of(tagged.text.raw), if names[k].echo { " ~" } else { "" });
            }
            let _ = writeln!(out);
            for d in scene.dates_in(r.start, r.end) {
                let _ = write!(out, "  <{} {:?}{}>", d.span.of(tagged.text.raw), d.date.map(|x| x.to_string()), if d.relative { " rel" } else { "" });
            }
            let _ = writeln!(out);
            for reading in readings.get(&s).into_iter().flatten() {
                let m = &reading.measure;
                let _ = writeln!(out, "  {} = {} {:?} {:?}{} -> {} {}", tagged.text.slice(m.start, m.end), m.value, m.max.map(|x| x.to_string()), m.unit, if m.inherited { " inh" } else { "" }, reading.rule.map_or("-", |r| r.id), reading.why);
                for d in &reading.drafts {
                    let _ = writeln!(out, "      {:?} subj={:?} place={:?} {:?} {:?} {:?} {:.2}", d.kind, d.subject.map(|k| names[k].span.of(tagged.text.raw)), d.place.map(|k| names[k].span.of(tagged.text.raw)), d.bound, d.status, d.when, d.confidence);
                }
            }
        }
        for d in facts::drafts(&scene).iter().filter(|d| !d.kind.is_figure()) {
            let _ = writeln!(out, "{:?} {:?} {:?} {:?} {:?} {:?}", d.kind, d.subject.map(|k| names[k].span.of(tagged.text.raw)), d.party.map(|k| names[k].span.of(tagged.text.raw)), d.date.map(|x| x.to_string()), d.when, d.evidence.of(tagged.text.raw));
        }
        out
    }
}
