//! The program as users meet it: inputs good and bad, formats, exit statuses.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Output, Stdio};

use assert_cmd::Command;
use serde_json::{Value, json};

fn hasila() -> Command {
    Command::new(env!("CARGO_BIN_EXE_hasila"))
}

/// An empty folder of the test's own.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

/// What was said, without the folder's path.
fn said_in(folder: &Path, output: &Output) -> String {
    stderr(output).replace(&format!("{}/", folder.display()), "")
}

fn records(output: &Output) -> Vec<Value> {
    stdout(output).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn ids(output: &Output) -> Vec<String> {
    records(output).iter().map(|record| record["article"]["id"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn bad_files_are_named_and_the_others_go_on() {
    let folder = folder("bad_files");
    fs::create_dir_all(folder.join("d/empty")).unwrap();
    fs::write(folder.join("a.txt"), "Title\n\nTurnout was 69.44%.").unwrap();
    fs::write(folder.join("b.txt"), "").unwrap();
    fs::write(folder.join("c.txt"), b"\xEF\xBB\xBFTurnout \xFF was 69.44%.").unwrap();
    fs::write(folder.join("d/photo.jpg"), b"\xFF\xD8\0\x01").unwrap();
    fs::write(folder.join("d/wide.txt"), b"\xFF\xFET\0").unwrap();
    fs::write(folder.join("d/z.md"), "\u{FEFF}Turnout was 69.44%.").unwrap();
    fs::write(folder.join(".hidden"), b"\0").unwrap();
    let output = hasila().arg("extract").arg(&folder).arg(folder.join("missing.txt")).arg(folder.join("a.txt/b")).output().unwrap();
    assert_eq!(
        said_in(&folder, &output),
        "hasila: b.txt: expected an article, found nothing in it
hasila: c.txt:1: expected UTF-8, found an invalid byte at offset 11; read with U+FFFD in its place, evidence counts in that text
hasila: d/empty: expected articles, found an empty folder
hasila: d/photo.jpg: expected text, found a binary file
hasila: missing.txt: no such file or folder
hasila: a.txt/b: not a directory
"
    );
    assert_eq!(ids(&output), ["a", "c", "wide", "z"]);
    assert_eq!(records(&output)[0]["article"]["title"], "Title");
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn bad_lines_are_named_and_the_others_go_on() {
    let folder = folder("bad_lines");
    let mut lines = [
        "\u{FEFF}{\"id\": \"one\", \"text\": \"Turnout was 69.44%.\", \"url\": \"https://x.org/1\", \"published\": \"2022-11-21\"}",
        "not json",
        "[1, \"text\"]",
        "",
        "{\"id\": \"two\"}",
        "{\"text\": \" \"}",
        "{\"text\": \"Turnout was 69.44%.\", \"published\": \"21.11.2022\"}",
        "{\"id\": 8, \"text\": \"Turnout was 69.44%.\", \"lang\": \"tlh\"}\r",
        "{\"id\": \"nine\", \"text\": \"Turn",
    ]
    .join("\n")
    .into_bytes();
    lines.extend(b"\n{\"id\": \"ten\", \"text\": \"69.44\xFF\"}");
    let bad = lines.iter().position(|&b| b == 0xFF).unwrap();
    fs::write(folder.join("news.jsonl"), &lines).unwrap();
    fs::write(folder.join("pretty.json"), "{\n  \"text\": \"Turnout was 69.44%.\"\n}\n{\n  \"text\": 7\n}\n").unwrap();
    fs::write(folder.join("told-by-content"), "{\"text\": \"Turnout was 69.44%.\"}").unwrap();
    let output = hasila().arg("extract").arg(&folder).output().unwrap();
    assert_eq!(
        said_in(&folder, &output),
        format!(
            "hasila: news.jsonl:2: expected a JSON object with a `text`, found \"not json\"
hasila: news.jsonl:3: expected a JSON object with a `text`, found \"[1, \\\"text\\\"]\"
hasila: news.jsonl:5: expected a JSON object with a `text`: missing field `text`, column 13
hasila: news.jsonl:6: expected a `text`, found an empty one
hasila: news.jsonl:7: expected `published` as YYYY-MM-DD, found \"21.11.2022\"; read without it
hasila: news.jsonl:8: expected `lang` to be ar or en, found \"tlh\"; told from the script instead
hasila: news.jsonl:9: expected a JSON object with a `text`: EOF while parsing a string, column 28
hasila: news.jsonl:10: expected UTF-8, found an invalid byte at offset {bad}; read with U+FFFD in its place, evidence counts in that text
hasila: pretty.json:4: expected a JSON object with a `text`: missing field `text`
"
        )
    );
    assert_eq!(ids(&output), ["one", "news:7", "8", "ten", "pretty:1", "told-by-content:1"]);
    assert_eq!(records(&output)[0]["article"]["source"], "https://x.org/1");
    assert_eq!(records(&output)[0]["article"]["published"], "2022-11-21");
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn standard_input_is_read_with_and_without_a_dash() {
    for arguments in [&["extract"][..], &["extract", "-"]] {
        let text = hasila().args(arguments).write_stdin("بلغت نسبة المشاركة 69.44%").output().unwrap();
        assert_eq!((ids(&text), text.status.code()), (vec!["stdin".to_owned()], Some(0)));
        let lines = hasila().args(arguments).write_stdin("{\"id\":\"a\",\"text\":\"x\"}\n{\"text\":\"y\"}\n").output().unwrap();
        assert_eq!(ids(&lines), ["a", "stdin:2"]);
    }
    let nothing = hasila().arg("extract").output().unwrap();
    assert_eq!(stderr(&nothing), "hasila: -: expected an article, found nothing in it\n");
    assert_eq!((stdout(&nothing), nothing.status.code()), ("", Some(1)));
}

#[test]
fn wrong_usage_is_told_and_nothing_runs() {
    for (arguments, words) in [
        (&["extract", "--published", "nonsense"][..], "expected a date as YYYY, YYYY-MM or YYYY-MM-DD, found \"nonsense\""),
        (&["extract", "--published", "2022-02-30"], "found \"2022-02-30\""),
        (&["extract", "--min-confidence", "2"], "expected a number from 0 to 1, found \"2\""),
        (&["extract", "--mentoins"], "a similar argument exists: '--mentions'"),
        (&["extract", "--format", "jsnl"], "a similar value exists: 'jsonl'"),
        (&["extract", "--format", "csv", "--mentions"], "hasila: expected --mentions with jsonl, json or table, found csv"),
        (&["extract", "--format", "html", "--mentions"], "hasila: expected --mentions with jsonl, json or table, found html"),
        (&["extract", "-o", "."], "hasila: .: expected a file to write, found a folder"),
        (&["extract", "-o", "no/such/folder/x.csv"], "hasila: no/such/folder/x.csv: no such file or folder"),
        (&["extrct"], "a similar subcommand exists: 'extract'"),
        (&["eval", "no-gold", "no-predictions"], "hasila: no-gold: no such file or folder"),
        (&["eval", "no-gold"], "<PREDICTED>"),
        (&["eval", "--names", "no-pairs"], "hasila: no-pairs: no such file or folder"),
        (&["eval", "--folds", "5", "a", "b"], "cannot be used with"),
        (&["eval", "--folds", "5"], "--names <PAIRS>"),
        (&["match", "-", "-"], "hasila: expected standard input for one of the lists, found it for both"),
        (&["match", "-", "no-list"], "hasila: no-list: no such file or folder"),
        (&["match", "-", "src"], "hasila: src: is a directory"),
        (&["match", "--min-score", "2", "-", "x"], "expected a number from 0 to 1, found \"2\""),
        (&["match", "--top", "0", "-", "x"], "0 is not in 1..=65535"),
        (&["match", "--header", "--format", "jsonl", "-", "x"], "hasila: expected --header with tsv, found jsonl"),
        (&["match", "-"], "<RIGHT>"),
        (&["romanize", "--file", "x", "name"], "cannot be used with"),
    ] {
        let output = hasila().args(arguments).write_stdin("text").output().unwrap();
        let said = stderr(&output);
        assert!(said.contains(words), "{arguments:?}: {said}");
        assert_eq!((stdout(&output), output.status.code()), ("", Some(2)), "{arguments:?}");
    }
}

#[test]
fn published_and_lang_are_for_articles_without() {
    let lines = "{\"id\":\"a\",\"text\":\"x\",\"published\":\"2019-06-10\",\"lang\":\"en\"}\n{\"id\":\"b\",\"text\":\"x\"}\n";
    let output = hasila().args(["extract", "--published", "2022-11-21", "--lang", "ar"]).write_stdin(lines).output().unwrap();
    let article = |i: usize, key: &str| records(&output)[i]["article"][key].clone();
    assert_eq!((article(0, "published"), article(0, "lang")), (json!("2019-06-10"), json!("en")));
    assert_eq!((article(1, "published"), article(1, "lang")), (json!("2022-11-21"), json!("ar")));
}

#[test]
fn a_file_is_written_whole_in_the_format_of_its_name() {
    let folder = folder("output_file");
    fs::write(folder.join("a.txt"), "Turnout was 69.44%.").unwrap();
    let extract = |arguments: &[&str]| hasila().current_dir(&folder).args(["extract", "a.txt"]).args(arguments).output().unwrap();
    for (file, format) in [("out.jsonl", "jsonl"), ("out.json", "json"), ("out.csv", "csv"), ("out", "jsonl")] {
        let written = extract(&["-o", file]);
        assert_eq!((stdout(&written), written.status.code()), ("", Some(0)));
        assert_eq!(fs::read(folder.join(file)).unwrap(), extract(&["--format", format]).stdout, "{file}");
    }
    assert_eq!(extract(&["-o", "-"]).stdout, extract(&[]).stdout);
    extract(&["-o", "out.csv", "--format", "table"]);
    assert_eq!(fs::read(folder.join("out.csv")).unwrap(), extract(&["--format", "table"]).stdout);
    // The folder written to may be the one read; nothing else is left in it.
    fs::create_dir(folder.join("news")).unwrap();
    fs::rename(folder.join("a.txt"), folder.join("news/a.txt")).unwrap();
    let within = hasila().current_dir(&folder).args(["extract", "news", "-o", "news/out.jsonl"]).output().unwrap();
    assert_eq!((stderr(&within), within.status.code()), ("", Some(0)));
    let mut names: Vec<_> = fs::read_dir(folder.join("news")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["a.txt", "out.jsonl"]);
    let nothing = hasila().current_dir(&folder).args(["extract", "missing", "-o", "none.csv"]).output().unwrap();
    assert_eq!(nothing.status.code(), Some(1));
    assert!(fs::read_to_string(folder.join("none.csv")).unwrap().starts_with("article_id,"));
}

#[test]
fn pages_are_made_by_name_and_by_format() {
    let folder = folder("pages");
    let lines = [
        json!({"id": "one", "text": "Turnout in Kenya's presidential election on 9 August 2022 was 64.77%.", "url": "https://x.org/1"}),
        json!({"id": "two", "text": "بلغت نسبة المشاركة في الانتخابات الرئاسية في كينيا يوم 9 أغسطس 2022 إلى 64.77٪."}),
    ];
    fs::write(folder.join("news.jsonl"), lines.map(|line| line.to_string()).join("\n")).unwrap();
    let page = |arguments: &[&str]| {
        let named = folder.join("page.html");
        let output = hasila().args(arguments).arg(folder.join("news.jsonl")).arg("-o").arg(&named).output().unwrap();
        assert_eq!((stdout(&output), stderr(&output), output.status.code()), ("", "", Some(0)), "{arguments:?}");
        let printed = hasila().args(arguments).args(["--format", "html"]).arg(folder.join("news.jsonl")).output().unwrap();
        let page = fs::read_to_string(&named).unwrap();
        assert!(page == stdout(&printed), "{arguments:?}: the same bytes, whichever way they are asked for");
        page
    };
    let facts = page(&["extract"]);
    assert!(facts.starts_with("<!DOCTYPE html><html lang=\"en\" dir=\"ltr\">") && facts.ends_with("</html>\n"));
    assert!(facts.contains(">64.77%</a></mark>") && facts.contains("<a href=\"https://x.org/1\""));
    assert!(page(&["extract", "--ui", "ar"]).starts_with("<!DOCTYPE html><html lang=\"ar\" dir=\"rtl\">"));
    let compared = page(&["compare"]);
    assert!(compared.contains("data-kind=\"turnout\" data-verdict=\"agree\" data-sources=\"s1 s2\""));
    assert!(page(&["compare", "--ui", "ar"]).contains("نسبة المشاركة"));
}

#[test]
fn a_reader_who_leaves_is_no_failure() {
    let folder = folder("broken_pipe");
    let lines: String = (0..20_000).map(|i| format!("{{\"id\":\"{i}\",\"text\":\"Nothing to see.\"}}\n")).collect();
    fs::write(folder.join("long.jsonl"), lines).unwrap();
    let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_hasila"))
        .args(["extract", "--format", "jsonl"])
        .arg(folder.join("long.jsonl"))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(line.starts_with("{\"article\":{\"id\":\"0\""));
    assert_eq!((stderr(&output), output.status.code()), ("", Some(0)));
}

#[test]
fn evidence_slices_the_text_in_every_unit() {
    let text = "🗳️ بلغت نِسبة المشـــاركة في الانتخابات الرئاسية ٦٩٫٤٤٪، وفاز توكاييف بـ81.31٪ من الأصوات 🎉.";
    for (unit, slice) in [
        ("chars", (|text, start, end| text.chars().skip(start).take(end - start).collect()) as fn(&str, usize, usize) -> String),
        ("bytes", |text, start, end| text[start..end].to_owned()),
        ("utf16", |text, start, end| String::from_utf16(&text.encode_utf16().collect::<Vec<_>>()[start..end]).unwrap()),
    ] {
        let output = hasila().args(["extract", "--mentions", "--offsets", unit]).write_stdin(text).output().unwrap();
        let record = records(&output).remove(0);
        let facts = record["facts"].as_array().unwrap().iter().flat_map(|fact| fact["evidence"].as_array().unwrap());
        let mentions = record["mentions"].as_array().unwrap();
        assert!(facts.clone().count() > 0 && !mentions.is_empty());
        for evidence in facts.chain(mentions) {
            let at = |key: &str| evidence[key].as_u64().unwrap() as usize;
            assert_eq!(slice(text, at("start"), at("end")), evidence["text"], "{unit}");
        }
    }
}

#[test]
fn the_small_commands_print() {
    let print = |arguments: &[&str], input: &str| {
        let output = hasila().args(arguments).write_stdin(input).output().unwrap();
        assert_eq!((stderr(&output), output.status.code()), ("", Some(0)), "{arguments:?}");
        stdout(&output).to_owned()
    };
    assert_eq!(print(&["normalize"], "الإِنْتِخَابَـــات ٢٣٫٥٪"), "الانتخابات 23.5%\n");
    assert_eq!(print(&["normalize", "-"], "Two\nlines\n"), "two\nlines\n");
    assert!(print(&["explain"], "Turnout was 69.44%.").contains("is not held to be news of a public election"));
    assert!(!print(&["explain"], "Turnout in the election was 69.44%.").contains("is not held to be"));
    print(&["rules"], "");
    let schema: Value = serde_json::from_str(&print(&["schema"], "")).unwrap();
    assert!(schema["$defs"]["Fact"]["properties"]["evidence"].is_object());
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        assert!(print(&["completions", shell], "").contains("min-confidence"), "{shell}");
    }
    for command in ["extract", "match", "romanize", "normalize", "explain", "rules", "schema", "eval", "completions"] {
        assert!(print(&[command, "--help"], "").contains("Examples:"), "{command}");
    }
}

#[test]
fn lists_of_names_are_matched() {
    let folder = folder("match");
    let right = folder.join("right.txt");
    fs::write(&right, "\u{FEFF}Vladimir Putin\r\n\r\nKassym-Jomart\tTokayev\r\nNursultan Nazarbayev\n  Jon Smith\n").unwrap();
    let matched = |arguments: &[&str], left: &[u8]| {
        let output = hasila().args(["match", "-"]).arg(&right).args(arguments).write_stdin(left).output().unwrap();
        (stdout(&output).to_owned(), stderr(&output).to_owned(), output.status.code())
    };
    let rows = |out: &str| -> Vec<[String; 4]> {
        out.lines().map(|row| row.split('\t').map(str::to_owned).collect::<Vec<_>>().try_into().unwrap()).collect()
    };
    let (out, said, status) = matched(&[], "نور سلطان نزارباييف\nقاسم جومارت توكاييف\n١٢٣\n".as_bytes());
    assert_eq!((said.as_str(), status), ("", Some(0)));
    let found = rows(&out);
    assert_eq!(found[0][..2], ["نور سلطان نزارباييف", "Nursultan Nazarbayev"]);
    assert_eq!((found[1][1].as_str(), found[1][3].as_str()), ("Kassym-Jomart Tokayev", "1"));
    assert!(found[1][2].parse::<f64>().unwrap() > 0.6);
    assert_eq!(found[2], ["١٢٣", "", "0.0000", ""]);

    let (out, ..) = matched(&["--top", "9", "--header"], b"John Smith");
    let found = rows(&out);
    assert_eq!(found[0], ["left", "right", "score", "rank"]);
    assert_eq!((found[1][1].as_str(), found[1][3].as_str()), ("Jon Smith", "1"));
    assert!(found.windows(2).skip(1).all(|two| two[0][2] >= two[1][2]), "{out}");

    let (out, ..) = matched(&["--min-score", "0.6", "--format", "jsonl"], "Vladimir Poutine\nGeorge Bush".as_bytes());
    let objects: Vec<Value> = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!((&objects[0]["right"], &objects[0]["rank"]), (&json!("Vladimir Putin"), &json!(1)));
    assert_eq!(objects[1], json!({"left": "George Bush", "right": null, "score": 0.0, "rank": null}));

    let (out, said, status) = matched(&[], b"Putin\nP\xFFtin\nSmith\n");
    assert_eq!(said, "hasila: standard input:2: expected UTF-8, found an invalid byte at 2; left out\n");
    assert_eq!((rows(&out).len(), status), (2, Some(1)));
    let (out, said, status) = matched(&[], b" \n\n");
    assert_eq!((out.as_str(), said.as_str(), status), ("", "hasila: standard input: expected names, found nothing\n", Some(2)));
    let (out, said, status) = matched(&[], b"a\0b");
    assert_eq!((out.as_str(), status), ("", Some(2)));
    assert_eq!(said, "hasila: standard input: expected a list of names, found a binary file\n");
}

#[test]
fn names_are_romanized() {
    let folder = folder("romanize");
    let file = folder.join("names.txt");
    fs::write(&file, "قاسم جومارت توكاييف\nJohn\n").unwrap();
    let romanized = |arguments: &[&str], input: &str| {
        let output = hasila().arg("romanize").args(arguments).write_stdin(input).output().unwrap();
        assert_eq!((stderr(&output), output.status.code()), ("", Some(0)));
        stdout(&output).to_owned()
    };
    assert_eq!(romanized(&["محمد بن سلمان", "عبد الفتاح السيسي"], ""), "Muhammad Bin Salman\nAbd Al-Fattah Al-Sisi\n");
    assert_eq!(romanized(&["--file", file.to_str().unwrap()], ""), "Qasim Jumart Tukayif\nJohn\n");
    assert_eq!(romanized(&["--file", "-"], "القذافي"), "Al-Gaddafi\n");
    assert_eq!(romanized(&[], "شريف\n"), "Sharif\n");
}

#[test]
fn pairs_of_names_are_scored_and_make_a_table() {
    let folder = folder("pairs");
    let pairs = folder.join("pairs.tsv");
    fs::write(&pairs, "توكاييف\tTokayev\nnot a pair\nنزارباييف\tNazarbayev\nجينبيكوف\tJeenbekov\n").unwrap();
    let among = folder.join("among.txt");
    fs::write(&among, "Putin\nPoroshenko\n").unwrap();
    for folds in [&[][..], &["--folds", "3"]] {
        let output = hasila().args(["eval", "--names"]).arg(&pairs).arg("--among").arg(&among).args(folds).output().unwrap();
        assert_eq!(stdout(&output), "names      3 among 5\nfirst      1.0000\nfirst ten  1.0000\n1 / rank   1.0000\n");
        assert_eq!(said_in(&folder, &output), "hasila: pairs.tsv:2: expected an Arabic name, a tab and a Latin name; left out\n");
        assert_eq!(output.status.code(), Some(1));
    }
    let output = hasila().args(["eval", "--estimate", "--names"]).arg(&pairs).output().unwrap();
    let table = stdout(&output);
    assert!(table.starts_with("# How often") && table.contains("\nش\tsh\t"), "{table}");
}

/// The reference scorer and ours print the same, on predictions with every sort of mistake.
#[test]
fn eval_prints_what_the_reference_scorer_prints() {
    let reference = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/eval");
    let have_python = std::process::Command::new("python3").arg("--version").output().is_ok_and(|output| output.status.success());
    if !have_python || !reference.join("score.py").exists() {
        eprintln!("skipped: needs python3 and ../shared/eval/score.py");
        return;
    }
    let folder = folder("eval");
    for name in ["dev", "seeds"] {
        let gold = reference.join(format!("{name}.gold.jsonl"));
        let predicted = folder.join(format!("{name}.jsonl"));
        let documents = fs::read_to_string(&gold).unwrap();
        let lines = documents
            .lines()
            .enumerate()
            .filter(|(i, _)| i % 11 != 10)
            .map(|(i, line)| mistaken(&serde_json::from_str(line).unwrap(), i) + "\n");
        fs::write(&predicted, lines.collect::<String>()).unwrap();
        for errors in ["0", "7", "1000"] {
            let ours = hasila().arg("eval").args([&gold, &predicted]).args(["--errors", errors]).output().unwrap();
            let theirs = Command::new("python3")
                .arg(reference.join("score.py"))
                .args([&gold, &predicted])
                .args(["--errors", errors])
                .output()
                .unwrap();
            assert!(theirs.status.success() && ours.status.success());
            assert_eq!(stdout(&ours), stdout(&theirs));
        }
        let ours = hasila().arg("eval").args([&gold, &predicted]).arg("--json").output().unwrap();
        let theirs = Command::new("python3").arg(reference.join("score.py")).args([&gold, &predicted]).arg("--json").output().unwrap();
        let [ours, theirs] = [ours, theirs].map(|output| serde_json::from_slice::<Value>(&output.stdout).unwrap());
        assert_eq!(ours, theirs);
    }
}

/// A prediction made of gold facts: some as they are, some changed, dropped, doubled or invented.
fn mistaken(document: &Value, document_number: usize) -> String {
    let year = &document["election"]["year"];
    let mut elections = vec![json!({"id": "main", "date": year.as_i64().map(|year| format!("{year}-05"))})];
    let mut facts = Vec::new();
    for (i, gold) in document["facts"].as_array().unwrap().iter().enumerate() {
        let mut fact = json!({"election": "main", "evidence": [{"start": 0, "end": 1, "text": "«x»\ny"}]});
        for key in ["kind", "value", "date", "bound", "status"] {
            fact[key] = gold[key].clone();
        }
        for key in ["subject", "party", "place"] {
            let names = &gold[key];
            fact[key] = match names.as_array().and_then(|names| names.last()) {
                Some(name) if i % 2 == 0 => json!({"name": "", "aliases": [name]}),
                Some(name) => json!({"name": name}),
                None if names.is_string() => json!({"name": names}),
                None => Value::Null,
            };
        }
        if let Some(year) = gold["election_year"].as_i64() {
            fact["election"] = json!(format!("of-{year}"));
            elections.push(json!({"id": format!("of-{year}"), "date": year.to_string()}));
        }
        match (i * 7 + document_number) % 13 {
            0 => continue,
            1 if fact["value"].is_number() => fact["value"] = json!(fact["value"].as_f64().unwrap() + 1.5),
            2 => fact["subject"] = json!({"name": "Somebody Else"}),
            3 => fact["place"] = json!({"name": "الرياض"}),
            4 => fact["bound"] = json!("over"),
            5 => fact["status"] = json!("final"),
            6 => fact["election"] = json!("unknown"),
            7 => facts.push(fact.clone()),
            8 => facts.insert(0, json!({"kind": "winner", "subject": {"name": "X"}, "election": "unknown"})),
            9 => facts.push(json!({"kind": "turnout", "value": 12.0, "place": {"name": "Y"}, "evidence": []})),
            10 => facts.push(json!({"kind": "weather", "value": 30})),
            _ => {}
        }
        facts.push(fact);
    }
    let article = match document_number % 3 {
        0 => json!({"id": document_number, "source": format!("a/b.c/{}.txt", document["doc"].as_str().unwrap())}),
        _ => json!({"id": document["doc"]}),
    };
    json!({"article": article, "elections": elections, "facts": facts}).to_string()
}

/// Three reports on one vote, the third with its digits swapped and the votes cast of a digit less.
const REPORTS: [&str; 3] = [
    "Turnout in Sunday's presidential election in Kazakhstan was 69.44%, and 8,300,046 people cast their ballots. Ballots were cast at 10,101 polling stations.",
    "بلغت نسبة المشاركة في الانتخابات الرئاسية في كازاخستان أمس الأحد 69.44٪، في 10101 مركز اقتراع.",
    "Turnout in Kazakhstan's presidential election on Sunday was 69.44%. In all, 830,046 people cast their ballots at 10,110 polling stations. There are 11,953,465 registered voters.",
];

/// A folder with the three reports in it.
fn reports(name: &str) -> PathBuf {
    let folder = folder(name);
    for (report, file) in REPORTS.iter().zip(["a.txt", "b.txt", "c.txt"]) {
        fs::write(folder.join(file), report).unwrap();
    }
    folder
}

/// Runs a command among the reports, which were published the day after the vote.
fn among(folder: &Path, arguments: &[&str]) -> Output {
    hasila().current_dir(folder).args(arguments).args(["--published", "2022-11-21"]).output().unwrap()
}

fn verdicts(output: &Output) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let rows = records(output).iter().flat_map(|comparison| comparison["rows"].as_array().unwrap().clone()).collect::<Vec<_>>();
    rows.iter().map(|row| (text(&row["verdict"]), text(&row["kind"]))).collect()
}

#[test]
fn articles_are_compared() {
    let folder = reports("compare");
    let output = among(&folder, &["compare", "a.txt", "b.txt", "c.txt"]);
    assert_eq!((stderr(&output), output.status.code()), ("", Some(1)));
    let compared = &records(&output)[0];
    assert_eq!(compared["articles"], json!(["a", "b", "c"]));
    assert_eq!(compared["election"]["country"], "KZ");
    let conflict = |kind: &str| ("conflict".to_owned(), kind.to_owned());
    assert_eq!(verdicts(&output)[..2], [conflict("votes_cast"), conflict("polling_stations")]);
    let stations = &compared["rows"][1];
    assert_eq!(stations["note"], "two digits swapped");
    let values: Vec<(&str, u64, u64)> = stations["values"]
        .as_array()
        .unwrap()
        .iter()
        .map(|v| (v["article"].as_str().unwrap(), v["value"].as_u64().unwrap(), v["group"].as_u64().unwrap()))
        .collect();
    assert_eq!(values, [("a", 10101, 0), ("b", 10101, 0), ("c", 10110, 1)]);
    // Offsets count code points of the article.
    let quote = &stations["values"][1]["evidence"][0];
    let (start, end) = (quote["start"].as_u64().unwrap() as usize, quote["end"].as_u64().unwrap() as usize);
    assert_eq!(REPORTS[1].chars().skip(start).take(end - start).collect::<String>(), quote["text"].as_str().unwrap());
    // Without a contradiction.
    let fine = among(&folder, &["compare", "a.txt", "b.txt"]);
    assert_eq!(fine.status.code(), Some(0));
    assert!(verdicts(&fine).iter().all(|(verdict, _)| verdict != "conflict"));
}

#[test]
fn comparisons_as_tables_and_files() {
    let folder = reports("compare_formats");
    let table = among(&folder, &["compare", "--format", "table", "."]);
    let text = stdout(&table);
    for words in ["conflict", "two digits swapped", "10,101 stations", "≠ 10,110 stations", "agree", "(--all shows them)"] {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert!(!text.contains("registered_voters"));
    assert!(stdout(&among(&folder, &["compare", "--format", "table", "--all", "."])).contains("registered_voters"));
    let written = among(&folder, &["compare", "a.txt", "b.txt", "c.txt", "-o", "out.csv"]);
    assert_eq!((stdout(&written), written.status.code()), ("", Some(1)));
    let csv = fs::read(folder.join("out.csv")).unwrap();
    assert_eq!(csv, among(&folder, &["compare", "--format", "csv", "a.txt", "b.txt", "c.txt"]).stdout);
    let lines: Vec<&[u8]> = csv.split(|&b| b == b'\n').collect();
    assert!(lines[0].starts_with(b"election,row,kind,") && lines[0].ends_with(b"evidence\r"));
    assert_eq!(among(&folder, &["compare", "a.txt", "b.txt", "-o", "no/such/x.json"]).status.code(), Some(2));
}

#[test]
fn records_and_articles_are_compared_together() {
    let folder = reports("compare_records");
    let whole = among(&folder, &["compare", "a.txt", "b.txt", "c.txt"]).stdout;
    for format in ["jsonl", "json"] {
        let records = among(&folder, &["extract", "--format", format, "a.txt", "b.txt"]);
        fs::write(folder.join("records"), &records.stdout).unwrap();
        assert_eq!(among(&folder, &["compare", "records", "c.txt"]).stdout, whole, "{format}");
        let piped = hasila()
            .current_dir(&folder)
            .args(["compare", "-", "c.txt", "--published", "2022-11-21"])
            .write_stdin(records.stdout)
            .output()
            .unwrap();
        assert_eq!(piped.stdout, whole, "{format}");
    }
    // Lines that are no records are named, and the others go on.
    let records = stdout(&among(&folder, &["extract", "--format", "jsonl", "a.txt", "b.txt"])).to_owned();
    fs::write(folder.join("mixed.jsonl"), records.replacen('\n', "\n{\"text\": \"Turnout was 69.44%.\"}\nnot json\n\n", 1)).unwrap();
    let mixed = among(&folder, &["compare", "mixed.jsonl", "c.txt"]);
    let said = stderr(&mixed);
    assert!(said.starts_with("hasila: mixed.jsonl:2: expected a record as `extract` writes it: missing field `article`"), "{said}");
    assert!(said.contains("hasila: mixed.jsonl:3: expected a record"), "{said}");
    assert_eq!((mixed.stdout, mixed.status.code()), (whole, Some(1)));
}

#[test]
fn what_cannot_be_compared_is_told() {
    let folder = reports("compare_odd");
    fs::write(folder.join("none.txt"), "Shares of the bank rose 2.1 percent on Monday.").unwrap();
    fs::write(folder.join("empty.txt"), "").unwrap();
    let told = |arguments: &[&str]| {
        let output = among(&folder, &[&["compare"], arguments].concat());
        (stderr(&output).to_owned(), stdout(&output).to_owned(), output.status.code())
    };
    let words = |text: &str| format!("hasila: {text}\n");
    assert_eq!(told(&["a.txt"]), (words("expected at least two articles to compare, found one"), String::new(), Some(2)));
    let missing = words("missing.txt: no such file or folder") + &words("expected at least two articles to compare, found one");
    assert_eq!(told(&["missing.txt", "a.txt"]), (missing, String::new(), Some(2)));
    let left = words("2 of 2 articles speak of no election that another one speaks of; they are left out");
    assert_eq!(told(&["a.txt", "none.txt"]), (left, String::new(), Some(0)));
    let (said, compared, status) = told(&["a.txt", "empty.txt", "b.txt", "none.txt"]);
    let left = words("1 of 3 articles speak of no election that another one speaks of; they are left out");
    assert_eq!((said, status), (words("empty.txt: expected an article, found nothing in it") + &left, Some(1)));
    assert_eq!(compared, told(&["a.txt", "b.txt"]).1);
}

#[test]
fn findings_are_printed_with_their_words() {
    let folder = reports("check");
    let found = among(&folder, &["check", "."]);
    assert_eq!((stderr(&found), found.status.code()), ("", Some(1)));
    let findings = records(&found);
    assert_eq!(findings.len(), 1);
    assert_eq!((&findings[0]["article"], &findings[0]["check"]), (&json!("c"), &json!("turnout_arithmetic")));
    let quotes: Vec<&str> = findings[0]["quotes"].as_array().unwrap().iter().map(|q| q["evidence"][0]["text"].as_str().unwrap()).collect();
    assert_eq!(quotes, ["69.44%", "830,046 people", "11,953,465 registered voters"]);
    let table = among(&folder, &["check", "--format", "table", "."]);
    for words in ["c\n  error turnout_arithmetic: turnout is given as 69.44%", "“830,046 people”", "8,300,046"] {
        assert!(stdout(&table).contains(words), "{}", stdout(&table));
    }
    let fine = among(&folder, &["check", "a.txt", "b.txt"]);
    assert_eq!((stdout(&fine), fine.status.code()), ("", Some(0)));
    // Records are checked as their articles are.
    let records = among(&folder, &["extract", "--format", "jsonl", "c.txt"]);
    fs::write(folder.join("records.jsonl"), &records.stdout).unwrap();
    assert_eq!(among(&folder, &["check", "records.jsonl"]).stdout, among(&folder, &["check", "c.txt"]).stdout);
    assert_eq!(among(&folder, &["check", "missing.txt", "a.txt"]).status.code(), Some(1));
}

#[test]
fn warnings_fail_only_where_they_are_to() {
    let folder = folder("check_warnings");
    // Two figures of the turnout that swapped digits explain, but that ways of counting explain as well.
    let text = "Turnout in the Senate election was 82.2 percent. In all, 57,350,968 people cast their ballots. There are 69,673,655 registered voters.";
    fs::write(folder.join("a.txt"), text).unwrap();
    let checked = |arguments: &[&str]| hasila().current_dir(&folder).args(["check", "a.txt"]).args(arguments).output().unwrap();
    let found = checked(&[]);
    assert_eq!((records(&found)[0]["severity"].as_str(), found.status.code()), (Some("warning"), Some(1)));
    assert_eq!(checked(&["--fail-on", "warning"]).status.code(), Some(1));
    assert_eq!(checked(&["--fail-on", "error"]).status.code(), Some(0));
    assert_eq!(checked(&["--fail-on", "error"]).stdout, found.stdout);
}

#[test]
fn the_readmes_show_real_output() {
    for readme in ["README.md", "README.ar.md"] {
        let text = fs::read_to_string(readme).unwrap();
        let mut shown = 0;
        for block in text.split("\n$ hasila ").skip(1) {
            let (command, rest) = block.split_once('\n').unwrap();
            let Some((args, lines)) = command.split_once(" | head -") else { continue };
            let lines: usize = lines.parse().unwrap();
            let expected = rest.split_once("```").unwrap().0;
            let output = hasila().args(args.split(' ')).output().unwrap();
            let head: Vec<&str> = stdout(&output).lines().take(lines).collect();
            assert_eq!(head.join("\n"), expected.trim_end(), "{readme}");
            shown += 1;
        }
        assert!(shown > 0, "{readme} shows no output");
    }
}
