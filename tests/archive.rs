//! `extract` on archives: threads, files that are whole or not there, runs that are killed and gone on with, tables of results.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

mod archives;
mod common;

use archives::{folder, hasila, lines, run, said, write_archive};

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn any_number_of_threads_writes_the_same_bytes() {
    let folder = folder("threads");
    write_archive(&folder.join("news.jsonl"), 2);
    fs::create_dir(folder.join("texts")).unwrap();
    for i in 0..30 {
        fs::write(folder.join(format!("texts/{i}.txt")), format!("Turnout in the presidential election was {i}.5%.")).unwrap();
    }
    for format in ["jsonl", "json", "csv", "clea", "parquet", "table", "html"] {
        if format == "parquet" && !cfg!(feature = "parquet") {
            continue;
        }
        let outputs: Vec<Output> = ["1", "2", "7"]
            .iter()
            .map(|jobs| run(&folder, &["--jobs", jobs, "--format", format, "news.jsonl", "missing.txt", "texts"]))
            .collect();
        assert!(outputs[0].stdout.len() > 5000, "{format}");
        for output in &outputs[1..] {
            assert!(output.stdout == outputs[0].stdout, "{format}");
            assert_eq!((said(output), output.status.code()), (said(&outputs[0]), Some(1)), "{format}");
        }
    }
    assert_eq!(run(&folder, &["--jobs", "0", "texts"]).status.code(), Some(2));
}

#[test]
fn what_could_not_be_read_is_collected() {
    let folder = folder("errors");
    fs::write(folder.join("news.jsonl"), "{\"text\": \"Turnout was 5%.\"}\n[]\n{\"id\":\"a\"}\n").unwrap();
    for out in [None, Some("out.jsonl"), Some("out.db")] {
        let to = out.map_or(vec![], |out| vec!["-o", out]);
        let output = run(&folder, &[&["news.jsonl", "none.txt", "--errors", "errors.jsonl"], &to[..]].concat());
        assert_eq!(said(&output), "hasila: 3 inputs could not be read, or not wholly; errors.jsonl says why\n");
        assert_eq!(output.status.code(), Some(1));
        let errors = lines(&fs::read(folder.join("errors.jsonl")).unwrap());
        assert_eq!(errors[0], json!({"source": "news.jsonl", "line": 2, "error": "expected a JSON object with a `text`, found \"[]\""}));
        assert_eq!(errors[2], json!({"source": "none.txt", "error": "no such file or folder"}));
        assert_eq!(errors.len(), 3);
    }
    let fine = run(&folder, &["--errors", "errors.jsonl", "--format", "csv", "news.jsonl", "-o", "/dev/null"]);
    assert_eq!(fine.status.code(), Some(1));
    assert_eq!(names(&folder), ["errors.jsonl", "news.jsonl", "out.db", "out.jsonl"], "nothing else is left");
}

#[test]
fn articles_without_facts_can_be_left_out() {
    let folder = folder("only_elections");
    write_archive(&folder.join("news.jsonl"), 1);
    let [all, only] = [&[][..], &["--only-elections"]].map(|option| {
        let output = run(&folder, &[&["news.jsonl", "--format", "jsonl"], option].concat());
        lines(&output.stdout)
    });
    let stating: Vec<&Value> = all.iter().filter(|record| !record["facts"].as_array().unwrap().is_empty()).collect();
    assert_eq!(only.iter().collect::<Vec<_>>(), stating);
    assert!(all.len() > 3 * only.len() && only.len() > 30);
}

#[test]
fn copies_are_marked_and_not_lost() {
    let folder = folder("copies");
    let article = common::articles("en").into_iter().find(|article| article.text.len() > 1500).unwrap();
    let cut = article.text.len() * 3 / 4;
    let cut = &article.text[..article.text.floor_char_boundary(cut)];
    let texts = [
        ("wire", article.text.as_str()),
        ("quiet", "Prices rose by 3%."),
        ("same", article.text.as_str()),
        ("quiet again", "Prices rose by 3%."),
        ("cut", &format!("Our correspondents\n\n{cut}")),
        ("other", "Voter turnout in Kenya's presidential election of 9 August 2022 was 64.77%, the commission said on Monday."),
    ];
    let lines_of: Vec<String> =
        texts.iter().map(|(id, text)| json!({"id": id, "text": text, "url": "https://x.org"}).to_string()).collect();
    fs::write(folder.join("news.jsonl"), lines_of.join("\n")).unwrap();
    let records = lines(&run(&folder, &["news.jsonl", "--format", "jsonl"]).stdout);
    let marks: Vec<Value> = records.iter().map(|record| record["article"]["duplicate_of"].clone()).collect();
    let of = |same: bool| json!({"id": "wire", "source": "https://x.org", "same": same});
    assert_eq!(marks, [Value::Null, Value::Null, of(true), Value::Null, of(false), Value::Null]);
    assert!(records[4]["facts"].as_array().is_some_and(|facts| !facts.is_empty()));
}

/// The same sequence of delays every time; when they strike depends on the machine.
struct Delays(u64);

impl Delays {
    fn next(&mut self, up_to: Duration) -> Duration {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        up_to.mul_f64((self.0 >> 33) as f64 / (1_u64 << 31) as f64)
    }
}

/// Kills the run after a while; whether it had not yet come to its end.
fn kill_after(mut child: Child, delay: Duration) -> bool {
    thread::sleep(delay);
    let running = child.try_wait().unwrap().is_none();
    child.kill().unwrap();
    child.wait().unwrap();
    running
}

/// Runs that are killed and gone on with write what one without a stop writes. `read` gives what is compared.
fn survives_kills(name: &str, file: &str, kills: usize, more: &[&str], read: impl Fn(&Path) -> Vec<u8>) {
    let folder = folder(name);
    write_archive(&folder.join("news.jsonl"), 3);
    let arguments = [&["news.jsonl", "-o", file, "--errors", "errors.jsonl"], more].concat();
    let begun = Instant::now();
    let whole = run(&folder, &arguments);
    let lasted = begun.elapsed();
    assert_eq!(whole.status.code(), Some(1), "{}", said(&whole));
    let expected = (read(&folder.join(file)), fs::read(folder.join("errors.jsonl")).unwrap());
    let (mut delays, mut killed, mut gone_on) = (Delays(kills as u64), 0, 0);
    // Enough of them struck when there was something to go on with, however slow the machine is at the moment.
    while killed < kills || gone_on < 5 {
        for left in [file, "errors.jsonl"] {
            let _ = fs::remove_file(folder.join(left));
        }
        // Some are killed more than once before they may come to their end.
        for _ in 0..1 + killed % 3 {
            let child = hasila(&folder, &arguments).arg("--resume").stderr(Stdio::null()).spawn().unwrap();
            killed += usize::from(kill_after(child, delays.next(lasted)));
        }
        let noted = fs::read_to_string(folder.join(format!(".{file}.resume"))).is_ok_and(|journal| journal.lines().count() > 1);
        gone_on += usize::from(noted || file.ends_with(".db"));
        if !file.ends_with(".db") {
            assert!(!folder.join(file).exists() || read(&folder.join(file)) == expected.0, "whole, or not there");
        }
        let last = run(&folder, &[&arguments[..], &["--resume"]].concat());
        assert_eq!((said(&last), last.status.code()), (said(&whole), Some(1)));
        assert!((read(&folder.join(file)), fs::read(folder.join("errors.jsonl")).unwrap()) == expected, "after {killed} kills");
        assert_eq!(names(&folder), {
            let mut left = vec!["errors.jsonl", "news.jsonl", file];
            left.sort_unstable();
            left
        });
    }
}

#[test]
fn a_killed_run_goes_on_byte_for_byte_jsonl() {
    survives_kills("kills_jsonl", "out.jsonl", 20, &["--jobs", "2"], |path| fs::read(path).unwrap());
}

#[test]
fn a_killed_run_goes_on_byte_for_byte_csv() {
    survives_kills("kills_csv", "out.csv", 15, &["--only-elections", "--jobs", "1"], |path| fs::read(path).unwrap());
}

/// What the table has no place for is told of the whole, too.
#[test]
fn a_killed_run_goes_on_byte_for_byte_clea() {
    survives_kills("kills_clea", "out.csv", 5, &["--format", "clea", "--jobs", "2"], |path| fs::read(path).unwrap());
}

#[cfg(feature = "parquet")]
#[test]
fn a_killed_run_goes_on_byte_for_byte_parquet() {
    survives_kills("kills_parquet", "out.parquet", 15, &["--jobs", "2"], |path| fs::read(path).unwrap());
}

#[cfg(feature = "sqlite")]
#[test]
fn a_killed_run_goes_on_row_for_row() {
    survives_kills("kills_sqlite", "out.db", 15, &["--jobs", "3"], |path| tables(path).into_bytes());
}

/// Every row of every table, as text.
#[cfg(feature = "sqlite")]
fn tables(path: &Path) -> String {
    let db = rusqlite::Connection::open_with_flags(path, rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let mut out = String::new();
    let names: Vec<String> = {
        let mut names = db.prepare("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') ORDER BY name").unwrap();
        names.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    for name in names {
        let mut rows = db.prepare(&format!("SELECT * FROM \"{name}\"")).unwrap();
        let columns = rows.column_count();
        let mut rows = rows.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let cells: Vec<String> = (0..columns).map(|column| format!("{:?}", row.get_ref(column).unwrap())).collect();
            out.push_str(&format!("{name}: {}\n", cells.join(" ")));
        }
    }
    out
}

#[test]
fn only_the_same_run_is_gone_on_with() {
    let folder = folder("other_run");
    write_archive(&folder.join("news.jsonl"), 3);
    let stopped = |arguments: &[&str]| {
        let _ = fs::remove_file(folder.join("out.csv"));
        let mut child = hasila(&folder, arguments).stderr(Stdio::null()).spawn().unwrap();
        let journal = folder.join(".out.csv.resume");
        while !fs::read_to_string(&journal).is_ok_and(|text| text.lines().count() > 2) {
            assert!(child.try_wait().unwrap().is_none(), "ended before it could be killed");
        }
        child.kill().unwrap();
        child.wait().unwrap();
    };
    let plain = ["news.jsonl", "-o", "out.csv", "--jobs", "1"];
    stopped(&plain);
    let other = run(&folder, &["news.jsonl", "-o", "out.csv", "--min-confidence", "0.5", "--resume"]);
    assert_eq!(
        said(&other),
        "hasila: out.csv: expected the inputs and options of the run that was stopped, found others; run without --resume to begin anew\n"
    );
    assert_eq!(other.status.code(), Some(2));
    // The input has changed where it was read before.
    let news = fs::read_to_string(folder.join("news.jsonl")).unwrap();
    fs::write(folder.join("news.jsonl"), news.replacen("Prices rose", "Prices fell", 1)).unwrap();
    let changed = run(&folder, &[&plain[..], &["--resume"]].concat());
    assert_eq!(
        said(&changed),
        "hasila: expected the input that the stopped run had read, found another; run without --resume to begin anew\n"
    );
    assert_eq!(changed.status.code(), Some(2));
    fs::write(folder.join("news.jsonl"), &news).unwrap();
    let fresh = run(&folder, &["news.jsonl", "--format", "csv"]).stdout;
    // Bytes that the journal does not know of, and bytes that are lost, do no harm.
    for spoil in [
        |bytes: &mut Vec<u8>| bytes.extend(b"half a ro"),
        |bytes: &mut Vec<u8>| bytes.truncate(bytes.len() / 2),
        |bytes: &mut Vec<u8>| bytes[9] ^= 1,
    ] {
        stopped(&plain);
        let part = folder.join(".out.csv.part");
        let mut bytes = fs::read(&part).unwrap();
        spoil(&mut bytes);
        fs::write(&part, bytes).unwrap();
        assert_eq!(run(&folder, &[&plain[..], &["--resume"]].concat()).status.code(), Some(1));
        assert!(fs::read(folder.join("out.csv")).unwrap() == fresh);
    }
    // Without --resume it begins anew.
    stopped(&plain);
    run(&folder, &plain);
    assert!(fs::read(folder.join("out.csv")).unwrap() == fresh);
    assert_eq!(run(&folder, &["news.jsonl", "--resume"]).status.code(), Some(2), "there is no file to go on with");
}

#[cfg(unix)]
#[test]
fn an_interrupt_finishes_what_is_in_hand() {
    let folder = folder("interrupt");
    write_archive(&folder.join("news.jsonl"), 6);
    let arguments = ["news.jsonl", "-o", "out.jsonl", "--jobs", "2", "--errors", "errors.jsonl"];
    let child = hasila(&folder, &arguments).stderr(Stdio::piped()).spawn().unwrap();
    let journal = folder.join(".out.jsonl.resume");
    while !fs::read_to_string(&journal).is_ok_and(|text| text.lines().count() > 2) {
        thread::sleep(Duration::from_millis(1));
    }
    Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(130));
    assert!(
        said(&output).starts_with("hasila: out.jsonl: stopped after ")
            && said(&output).ends_with(" articles; the same command with --resume goes on\n")
    );
    assert!(!folder.join("out.jsonl").exists());
    // What was in hand is there: the journal's last line is of all that is in the file.
    let last: Value = serde_json::from_str(fs::read_to_string(&journal).unwrap().lines().last().unwrap()).unwrap();
    assert_eq!(last["output"]["length"], fs::metadata(folder.join(".out.jsonl.part")).unwrap().len());
    assert_eq!(run(&folder, &[&arguments[..], &["--resume"]].concat()).status.code(), Some(1));
    let whole = run(&folder, &["news.jsonl", "--format", "jsonl", "--errors", "errors.jsonl"]).stdout;
    assert!(fs::read(folder.join("out.jsonl")).unwrap() == whole);
}

#[test]
fn two_runs_do_not_write_one_file() {
    let folder = folder("two_runs");
    write_archive(&folder.join("news.jsonl"), 6);
    let mut first = hasila(&folder, &["news.jsonl", "-o", "out.jsonl"]).stderr(Stdio::null()).spawn().unwrap();
    while !folder.join(".out.jsonl.part").exists() {
        assert!(first.try_wait().unwrap().is_none());
    }
    let second = run(&folder, &["news.jsonl", "-o", "out.jsonl"]);
    assert_eq!(said(&second), "hasila: out.jsonl: expected to be the only one that writes it, found another run at it\n");
    assert_eq!(second.status.code(), Some(2));
    first.kill().unwrap();
    first.wait().unwrap();
}

#[cfg(feature = "sqlite")]
#[test]
fn a_second_run_adds_nothing_to_a_database() {
    let folder = folder("sqlite_twice");
    write_archive(&folder.join("news.jsonl"), 1);
    let fill = |more: &[&str]| {
        let output = run(&folder, &[&["-o", "out.db", "--errors", "errors.jsonl", "news.jsonl"], more].concat());
        assert_eq!(output.status.code(), Some(1), "{}", said(&output));
        tables(&folder.join("out.db"))
    };
    let first = fill(&[]);
    assert!(
        ["articles: ", "elections: ", "entities: ", "facts: ", "evidence: ", "findings: ", "results: ", "turnout: "]
            .iter()
            .all(|table| first.contains(table))
    );
    assert_eq!(fill(&[]), first);
    assert_eq!(names(&folder), ["errors.jsonl", "news.jsonl", "out.db"]);
    // What is found in an article replaces what was found in it before.
    let facts = |tables: &str| tables.lines().filter(|line| line.starts_with("facts: ")).count();
    let fewer = fill(&["--min-confidence", "0.9"]);
    assert!(facts(&fewer) < facts(&first) && facts(&fewer) > 10);
    assert_eq!(fewer.matches("articles: ").count(), first.matches("articles: ").count());
    let all = fill(&[]);
    assert_eq!(facts(&all), facts(&first));
    // Of one article more, all the others stay as they are.
    fs::write(folder.join("late.txt"), "Voter turnout in Iceland's presidential election on 27 June 2020 was 66.9%.").unwrap();
    let more = fill(&["late.txt"]);
    let rows = |tables: &str| tables.lines().map(str::to_owned).collect::<std::collections::BTreeSet<_>>();
    let (more, all) = (rows(&more), rows(&all));
    assert!(all.is_subset(&more));
    assert_eq!(
        more.len() - all.len(),
        8,
        "an article, its election, both together, two facts with their evidence, the turnout: {:#?}",
        more.difference(&all)
    );
    // What is no database of ours is left alone.
    fs::write(folder.join("not.db"), "some text, long enough to be looked at as a database, and not one").unwrap();
    assert_eq!(run(&folder, &["late.txt", "-o", "not.db"]).status.code(), Some(2));
    rusqlite::Connection::open(folder.join("other.db")).unwrap().execute_batch("CREATE TABLE facts (x)").unwrap();
    let other = run(&folder, &["late.txt", "-o", "other.db"]);
    assert_eq!(said(&other), "hasila: other.db: expected a database that `extract` made, found another\n");
}

const QUOTED: &str = "=SUM(A1), a \"Party\"";

#[test]
fn spreadsheets_get_a_mark_and_no_formulas() {
    let folder = folder("excel");
    let text = "Voter turnout in Iceland's presidential election on 27 June 2020 was 66.9%.";
    fs::write(folder.join("news.jsonl"), json!({"id": QUOTED, "text": text, "url": "-2+3"}).to_string()).unwrap();
    let csv = |more: &[&str]| String::from_utf8(run(&folder, &[&["news.jsonl", "--format", "csv"], more].concat()).stdout).unwrap();
    let plain = csv(&[]);
    assert!(plain.starts_with("article_id,") && plain.contains("\r\n\"=SUM(A1), a \"\"Party\"\"\",-2+3,en,"), "{plain}");
    assert_eq!(csv(&["--bom"]), format!("\u{FEFF}{plain}"));
    let excel = csv(&["--excel"]);
    assert!(excel.starts_with("\u{FEFF}article_id,") && excel.contains("\r\n\"'=SUM(A1), a \"\"Party\"\"\",'-2+3,en,"), "{excel}");
    assert_eq!(run(&folder, &["news.jsonl", "--format", "jsonl", "--bom"]).status.code(), Some(2));
}

#[test]
fn results_are_a_wide_table() {
    let folder = folder("clea");
    let text = "Nairobi\n\nIn the first round of Kenya's presidential election on 9 August 2022, Uhuru Kenyatta won 50.07% of the vote, or \
        6,173,433 votes, according to final results. Raila Odinga won 43.31% of the vote, or 5,340,546 votes. Turnout was 64.77%. \
        Musalia Mudavadi won more than 3% of the vote. Peter Kenneth (Eagle Alliance) also stood for president. There were 1,200 observers.";
    fs::write(folder.join("ke.txt"), text).unwrap();
    let output = run(&folder, &["ke.txt", "--format", "clea"]);
    let mut reader = csv::Reader::from_reader(&output.stdout[..]);
    let header = reader.headers().unwrap().clone();
    let rows: Vec<BTreeMap<String, String>> = reader
        .records()
        .map(|row| {
            header.iter().map(str::to_owned).zip(row.unwrap().iter().map(str::to_owned)).filter(|(_, cell)| !cell.is_empty()).collect()
        })
        .collect();
    let row =
        |name: &str| rows.iter().find(|row| row.get("can").is_some_and(|can| can.ends_with(name))).unwrap_or_else(|| panic!("{rows:#?}"));
    let cells = |name: &str| ["iso2", "ctr_n", "yr", "mn", "cv1", "cvs1"].map(|column| row(name).get(column).map_or("", String::as_str));
    assert_eq!(cells("Kenyatta"), ["KE", "Kenya", "2022", "8", "6173433", "50.07"]);
    assert_eq!(cells("Odinga"), ["KE", "Kenya", "2022", "8", "5340546", "43.31"]);
    // Who stood and has no figures has a row, too; what has none is told.
    assert_eq!(cells("Kenneth"), ["KE", "Kenya", "2022", "8", "", ""]);
    assert_eq!((row("Kenneth")["pty_n"].as_str(), rows.len()), ("Eagle Alliance", 3));
    let told = "hasila: the table has no place for 3 of 10 facts: 2 of what is no result, 1 hedged\n";
    assert_eq!((said(&output), output.status.code()), (told, Some(0)));
    assert_eq!(said(&run(&folder, &["ke.txt", "--format", "clea", "-o", "ke.csv"])), told);
}

#[cfg(feature = "sqlite")]
#[test]
fn the_walk_of_the_readme_is_real() {
    let folder = folder("walk");
    let readme = common::read("README.md");
    let walk = readme.split("\n## Archives\n").nth(1).and_then(|rest| rest.split("\n## ").next()).unwrap();
    let block =
        |after: &str, kind: &str| after.split_once(&format!("```{kind}\n"))?.1.split_once("\n```").map(|(block, _)| block.to_owned());
    let command = block(walk, "sh").unwrap();
    let arguments: Vec<&str> = command.lines().next().unwrap().split(' ').skip(2).collect();
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let at =
        |argument: &str| if argument.starts_with("corpus/") { project.join(argument).display().to_string() } else { argument.to_owned() };
    let arguments: Vec<String> = arguments.into_iter().map(at).collect();
    assert_eq!(run(&folder, &arguments.iter().map(String::as_str).collect::<Vec<_>>()).status.code(), Some(0));
    let db = rusqlite::Connection::open(folder.join("archive.db")).unwrap();
    let questions: Vec<&str> = walk.split("\n```sql\n").skip(1).collect();
    assert_eq!(questions.len(), 3);
    for question in questions {
        let (sql, rest) = question.split_once("\n```\n").unwrap();
        let mut statement = db.prepare(sql).unwrap();
        let columns = statement.column_count();
        let mut rows = statement.query([]).unwrap();
        let mut lines = Vec::new();
        while let Some(row) = rows.next().unwrap() {
            let cell = |column| match row.get_ref(column).unwrap() {
                rusqlite::types::ValueRef::Null => String::new(),
                rusqlite::types::ValueRef::Integer(whole) => whole.to_string(),
                rusqlite::types::ValueRef::Real(real) => real.to_string(),
                other => other.as_str().unwrap().to_owned(),
            };
            lines.push((0..columns).map(cell).collect::<Vec<_>>().join("|"));
        }
        let shown = block(rest, "text").unwrap();
        if std::env::var_os("UPDATE_README").is_some() {
            let readme = common::read("README.md").replace(&format!("\n{shown}\n```"), &format!("\n{}\n```", lines.join("\n")));
            fs::write(common::path("README.md"), readme).unwrap();
        } else {
            assert_eq!(lines.join("\n"), shown, "{sql}\nUPDATE_README=1 writes what it gives now");
        }
    }
}
