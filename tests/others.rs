//! What `extract` writes, read by the programs of others: Python, duckdb, pandas and frictionless, the Parquet library, a terminal.
//!
//! `HASILA_PYTHON` says which Python (default `python3`); where it or its modules are missing, the tests say "skipped".

use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

mod archives;
mod common;

use archives::{folder, lines, run, said, write_archive};

/// What a script under `tests/others` prints; none where this Python has not the modules for it.
fn python(folder: &Path, modules: &str, arguments: &[&str]) -> Option<String> {
    let python = std::env::var("HASILA_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let can = Command::new(&python).args(["-c", &format!("import {modules}")]).output();
    if !can.is_ok_and(|output| output.status.success()) {
        // Past the harness, which keeps what a test that passes prints.
        let _ = writeln!(io::stderr(), "test on {}: skipped, {python} has not all of {modules}", folder.display());
        return None;
    }
    let output = Command::new(&python).current_dir(folder).env("PYTHONUTF8", "1").args(arguments).output().unwrap();
    let printed = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(output.status.success(), "{arguments:?}\n{}\n{}", printed(&output.stdout), printed(&output.stderr));
    Some(printed(&output.stdout))
}

fn script(name: &str) -> String {
    common::path(&format!("tests/others/{name}")).display().to_string()
}

/// An archive in every format that keeps facts as data; how many facts there are.
fn written(folder: &Path) -> usize {
    let news = folder.join("news.jsonl");
    write_archive(&news, 2);
    // A country whose code is NA, a day of publication that is only a year, quotes and a line break in the evidence.
    let text = "Turnout in Namibia's presidential election of 27 November 2019 was 60.4%. The party \"Our\nPeople\" won 12.5% of the vote.";
    let line = json!({"id": "=na, \"quoted\"", "published": "2019", "text": text});
    fs::write(&news, format!("{}{line}\n", common::read(news.to_str().unwrap()))).unwrap();
    for (out, there) in
        [("out.jsonl", true), ("out.csv", true), ("out.db", cfg!(feature = "sqlite")), ("out.parquet", cfg!(feature = "parquet"))]
    {
        if there {
            let output = run(folder, &["news.jsonl", "--errors", "errors.jsonl", "-o", out]);
            assert_eq!(output.status.code(), Some(1), "{}", said(&output));
        }
    }
    let records = lines(&fs::read(folder.join("out.jsonl")).unwrap());
    records.iter().map(|record| record["facts"].as_array().unwrap().len()).sum()
}

#[test]
fn python_reads_the_same_facts_everywhere() {
    let folder = folder("standard");
    let facts = written(&folder);
    if let Some(count) = python(&folder, "csv, json, sqlite3", &[&script("standard.py")]) {
        assert_eq!(count.trim(), facts.to_string());
    }
}

#[test]
fn duckdb_and_pandas_read_the_same_rows_and_types() {
    let folder = folder("frames");
    let facts = written(&folder);
    if let Some(count) = python(&folder, "duckdb, pandas, pyarrow.parquet", &[&script("frames.py")]) {
        assert_eq!(count.trim(), facts.to_string());
    }
}

#[test]
fn a_package_describes_the_table() {
    let folder = folder("package");
    let facts = written(&folder);
    let output = run(&folder, &["news.jsonl", "-o", "facts.csv", "--datapackage", "--errors", "errors.jsonl"]);
    assert_eq!(output.status.code(), Some(1));
    let package: Value = serde_json::from_slice(&fs::read(folder.join("datapackage.json")).unwrap()).unwrap();
    let resource = &package["resources"][0];
    let length = fs::metadata(folder.join("facts.csv")).unwrap().len();
    assert_eq!((&resource["path"], &resource["bytes"]), (&json!("facts.csv"), &json!(length)));
    if let Some(count) = python(&folder, "csv, hashlib, json", &[&script("package.py")]) {
        assert_eq!(count.trim(), facts.to_string());
    }
    let valid = ["-m", "frictionless", "validate", "datapackage.json", "--json"];
    if let Some(report) = python(&folder, "frictionless", &valid) {
        let report: Value = serde_json::from_str(&report).unwrap();
        let task = &report["tasks"][0];
        assert_eq!((&report["valid"], &task["stats"]["rows"]), (&json!(true), &json!(facts)), "{report:#}");
        assert_eq!((&task["stats"]["bytes"], &task["stats"]["sha256"]), (&json!(length), &json!(&resource["hash"].as_str().unwrap()[7..])));
    }
    assert_eq!(run(&folder, &["news.jsonl", "-o", "x.jsonl", "--datapackage"]).status.code(), Some(2));
}

/// With a bar that tells how far it has come; in a pipe it is quiet.
#[cfg(unix)]
#[test]
fn a_run_on_a_terminal_is_watched_stopped_and_gone_on_with() {
    let folder = folder("terminal");
    write_archive(&folder.join("news.jsonl"), 12);
    let arguments = ["news.jsonl", "--errors", "errors.jsonl", "-o", "out.csv"];
    let script = script("terminal.py");
    let command = [&[script.as_str(), env!("CARGO_BIN_EXE_hasila"), "extract"], &arguments[..]].concat();
    if python(&folder, "fcntl, pty, termios", &command).is_some() {
        let watched = fs::read(folder.join("out.csv")).unwrap();
        let output = run(&folder, &arguments);
        assert!(said(&output).ends_with("says why\n") && said(&output).lines().count() == 1, "{}", said(&output));
        assert!(watched == fs::read(folder.join("out.csv")).unwrap());
    }
}

#[cfg(feature = "parquet")]
mod tables {
    use std::fs::File;

    use hasila::output::{Format, Options, Writer};
    use hasila::{Article, Extractor};
    use parquet::file::reader::{FileReader, SerializedFileReader};
    use parquet::record::RowAccessor;

    use super::*;

    #[test]
    fn row_groups_are_written_as_they_fill() {
        let folder = folder("row_groups");
        let article =
            Article { id: "a".to_owned(), ..Article::new("Turnout in Kenya's presidential election of 9 August 2022 was 64.77%.") };
        let record = Extractor::new().extract(&article);
        let facts = record.facts.len();
        let path = folder.join("facts.parquet");
        let mut writer = Writer::new(File::create(&path).unwrap(), Format::Parquet, Options::default());
        let articles = 70_000;
        for _ in 0..articles {
            writer.write(&record, &article).unwrap();
        }
        let before_the_end = fs::metadata(&path).unwrap().len();
        writer.finish().unwrap();
        let reader = SerializedFileReader::new(File::open(&path).unwrap()).unwrap();
        let groups: Vec<i64> = reader.metadata().row_groups().iter().map(|group| group.num_rows()).collect();
        assert_eq!(groups.iter().sum::<i64>(), (articles * facts) as i64);
        assert_eq!((groups[0], groups.len()), (1 << 16, (articles * facts).div_ceil(1 << 16)));
        assert!(before_the_end > 1000, "the first groups were there before the end");
        let turnout =
            reader.get_row_iter(None).unwrap().map(Result::unwrap).find(|row| row.get_string(6).is_ok_and(|kind| kind == "turnout"));
        assert_eq!(turnout.unwrap().get_double(7).unwrap(), 64.77);
    }

    #[test]
    fn without_facts_there_is_an_empty_table() {
        let folder = folder("empty");
        fs::write(folder.join("a.txt"), "Prices rose by 3%.").unwrap();
        for arguments in [&["a.txt", "-o", "out.parquet"][..], &["a.txt", "--only-elections", "-o", "out.parquet"]] {
            assert_eq!(said(&run(&folder, arguments)), "");
            let reader = SerializedFileReader::new(File::open(folder.join("out.parquet")).unwrap()).unwrap();
            let file = reader.metadata().file_metadata();
            assert_eq!((file.num_rows(), file.schema_descr().num_columns()), (0, 31));
        }
    }

    #[test]
    fn a_pipe_gets_the_same_bytes() {
        let folder = folder("pipe");
        written(&folder);
        let output = run(&folder, &["news.jsonl", "--format", "parquet", "--errors", "errors.jsonl"]);
        assert!(output.stdout == fs::read(folder.join("out.parquet")).unwrap());
        if cfg!(unix) {
            assert!(
                output.stdout
                    == run(&folder, &["news.jsonl", "--format", "parquet", "-o", "/dev/stdout", "--errors", "errors.jsonl"]).stdout
            );
        }
    }

    #[test]
    fn half_a_file_is_nothing_to_go_on_with() {
        let article = Article::new("No figures here.");
        let record = Extractor::new().extract(&article);
        let mut writer = Writer::resume(Vec::new(), Format::Parquet, Options::default(), 5);
        assert_eq!(
            writer.write(&record, &article).unwrap_err().to_string(),
            "expected a Parquet file from its beginning, found records before it"
        );
        assert!(writer.finish().is_err());
    }
}
