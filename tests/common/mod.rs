//! The corpus as the tests read it.

use std::fs;
use std::path::{Path, PathBuf};

use hasila::{Article, Lang};
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

/// The articles of a language, each published on the day that its gold document says.
pub(crate) fn articles(lang: &str) -> Vec<Article> {
    let article = |doc: &Value| {
        let id = doc["doc"].as_str().expect("a gold document has `doc`");
        Article {
            id: id.to_owned(),
            published: doc["published"].as_str().map(|day| day.parse().expect("a date of publication")),
            lang: Some(if lang == "ar" { Lang::Ar } else { Lang::En }),
            ..Article::new(read(&format!("corpus/articles/{lang}/{id}.txt")))
        }
    };
    gold(lang).iter().map(article).collect()
}
