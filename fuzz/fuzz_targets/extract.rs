//! Any bytes: no panic, and evidence and mentions are slices of the text.
#![no_main]

use hasila::{Article, Extractor, Span};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    // As files are read: what is not UTF-8 is replaced.
    let text = String::from_utf8_lossy(bytes);
    let (title, text) = text.split_once('\n').map_or((None, &*text), |(title, rest)| (Some(title.to_owned()), rest));
    let article = Article { title, ..Article::new(text) };
    let record = Extractor::new().extract(&article);
    let cut = |span: Span| text.get(span.start as usize..span.end as usize).expect("a span on character boundaries");
    for fact in &record.facts {
        assert!(!fact.evidence.is_empty());
        assert!(fact.evidence.iter().all(|&span| !cut(span).trim().is_empty()));
    }
    assert!(record.mentions.iter().all(|mention| !cut(mention.span).trim().is_empty()));
});
