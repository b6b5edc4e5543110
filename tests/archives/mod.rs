//! Archives that tests make, and `hasila extract` run on them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};

use crate::common;

pub(crate) fn hasila(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hasila"));
    command.current_dir(folder).arg("extract").args(arguments).stdin(Stdio::null());
    command
}

pub(crate) fn run(folder: &Path, arguments: &[&str]) -> Output {
    hasila(folder, arguments).output().unwrap()
}

/// An empty folder of the test's own.
pub(crate) fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("archive").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

pub(crate) fn said(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

pub(crate) fn lines(bytes: &[u8]) -> Vec<Value> {
    std::str::from_utf8(bytes).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Articles of the corpus, many without an election between them, some twice, and lines that are none.
pub(crate) fn write_archive(path: &Path, rounds: usize) {
    let articles: Vec<_> =
        ["ar", "en"].iter().flat_map(|lang| common::articles(lang)).filter(|article| article.text.len() < 2500).collect();
    let mut out = String::new();
    for i in 0..rounds * articles.len() {
        let article = &articles[i % articles.len()];
        // In the first round as it is, later with words of its own, so that it is no copy.
        let own = if i % 3 == 0 { String::new() } else { (0..250).map(|word| format!(" w{i}x{word}")).collect() };
        let line = json!({"id": format!("{}-{i}", article.id), "text": format!("{}\n{own}", article.text),
            "published": article.published.map(|day| day.to_string()), "url": format!("https://x.org/{i}")});
        out.push_str(&format!("{line}\n"));
        for quiet in 0..6 {
            out.push_str(&format!("{{\"id\":\"q{i}-{quiet}\",\"text\":\"Prices rose by {i}.{quiet}% in a month.\"}}\n"));
        }
        if i % 5 == 0 {
            out.push_str("{\"id\": \"broken\", \"text\": \n");
        }
    }
    fs::write(path, out).unwrap();
}
