//! The corpus as the tests read it.

use std::fs;
use std::path::{Path, PathBuf};

use hasila::Article;
use hasila::input::Source;
use serde_json::Value;

/// A file of the project.
pub(crate) fn path(relative: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(relative)
}

/// The text of a file of the project.
pub(crate) fn read(relative: &str) -> String {
    fs::read_to_string(path(relative)).unwrap_or_else(|error| panic!("{relative}: {error}"))
}

/// The gold documents of a language, in the order of their file.
pub(crate) fn gold(lang: &str) -> Vec<Value> {
    let file = format!("corpus/gold/{lang}.jsonl");
    let line = |(i, line): (usize, &str)| serde_json::from_str(line).unwrap_or_else(|error| panic!("{file}:{}: {error}", i + 1));
    read(&file).lines().enumerate().map(line).collect()
}

/// The articles of a language as the command line reads them, each with the `--published` that its gold document says.
pub(crate) fn articles(lang: &str) -> Vec<Article> {
    let article = |doc: &Value| {
        let id = doc["doc"].as_str().expect("a gold document has `doc`");
        let mut read: Vec<_> = Source::new([path(&format!("corpus/articles/{lang}/{id}.txt"))]).collect();
        assert_eq!(read.len(), 1, "{id} is read without a complaint, as one article");
        let mut article = read.remove(0).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(article.id, id);
        article.published = doc["published"].as_str().map(|day| day.parse().expect("a date of publication"));
        article
    };
    gold(lang).iter().map(article).collect()
}
