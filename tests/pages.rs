//! Pages: what is read of each of `tests/pages`, and that nothing that stands in results is lost.

use std::fs;
use std::path::{Path, PathBuf};

use hasila::input::Source;
use hasila::{Article, Extractor, FactKind};

fn pages() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages")
}

fn read(path: PathBuf) -> Article {
    let mut articles: Vec<_> = Source::new([path]).collect();
    assert_eq!(articles.len(), 1, "{articles:?}");
    articles.remove(0).unwrap()
}

#[test]
fn the_article_is_read_and_nothing_around_it() {
    let expected: toml::Table = fs::read_to_string(pages().join("expected.toml")).unwrap().parse().unwrap();
    let mut failures = Vec::new();
    for (name, page) in &expected {
        let article = read(pages().join(format!("{name}.html")));
        let words = |key: &str| page[key].as_array().unwrap().iter().map(|words| words.as_str().unwrap()).collect::<Vec<_>>();
        let lost = words("keep").into_iter().filter(|words| !article.text.contains(words));
        failures.extend(lost.map(|words| format!("{name}: lost {words:?}")));
        let kept = words("drop").into_iter().filter(|words| article.text.contains(words));
        failures.extend(kept.map(|words| format!("{name}: kept {words:?}")));
        let title = article.title.as_deref().unwrap_or_default();
        if title != page["title"].as_str().unwrap() || !article.text.starts_with(title) {
            failures.push(format!("{name}: title {title:?}"));
        }
        let published = article.published.map(|date| date.to_string());
        if published.as_deref() != page["published"].as_str() {
            failures.push(format!("{name}: published {published:?}"));
        }
        if failures.iter().any(|failure| failure.starts_with(name)) {
            failures.push(format!("{name} was read as:\n{}", article.text));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    assert!(expected.len() >= 8);
}

#[test]
fn results_in_lists_and_tables_give_all_shares() {
    for (name, shares) in [
        ("list-en", &["54.17", "31.02", "9.66", "5.15"][..]),
        ("table-en", &["54.17", "31.02", "9.66", "5.15"]),
        ("widget-ar", &["50.4", "37.9", "11.7"]),
    ] {
        let record = Extractor::new().extract(&read(pages().join(format!("{name}.html"))));
        let is_share = |fact: &&hasila::Fact| fact.kind == FactKind::VoteShare;
        let found: Vec<String> = record.facts.iter().filter(is_share).filter_map(|fact| Some(fact.value?.to_string())).collect();
        assert_eq!(found, shares, "{name}");
    }
}
