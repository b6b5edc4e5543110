//! Files of every format and encoding: what they hold is read, what is broken is named and costs nothing else, and a run can go on
//! behind any record.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use encoding_rs::{Encoding, ISO_8859_6, WINDOWS_1252, WINDOWS_1256};
use flate2::Compression;
use flate2::write::{GzEncoder, ZlibEncoder};
use hasila::input::{Item, Options, Source};
use hasila::{Article, Extractor};
use proptest::prelude::*;
use serde_json::json;

const ARABIC: &str = "فوز سليم الدروبي بالرئاسة\n\nأعلنت اللجنة العليا للانتخابات في تونس النتائج النهائية للانتخابات الرئاسية التي جرت يوم الأحد 6 أكتوبر 2024، وقالت إن نسبة المشاركة بلغت 61.27%.\n\nوحصل سليم الدروبي على 52.10% من الأصوات، مقابل 32.36% لنادية العمراني.\n";
const ENGLISH: &str = "Varda re-elected\n\nElena Varda won Ostrania’s presidential election with 54.17% of the vote, the commission said. Turnout was 63.4%.\n";

/// An empty folder of the test's own.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn items(mut source: Source) -> Vec<Item> {
    std::iter::from_fn(|| source.next_unread()).map(|unread| unread.read()).collect()
}

fn read(path: &Path) -> Vec<Item> {
    items(Source::new([path.to_owned()]))
}

/// The texts, and what was said of what could not be read, without the folder.
fn texts(items: &[Item], folder: &Path) -> (Vec<String>, Vec<String>) {
    let texts = items.iter().filter_map(|item| item.article.as_ref().ok()).map(|article| article.text.clone()).collect();
    let said = items.iter().flat_map(|item| item.warnings.iter().chain(item.article.as_ref().err()));
    (texts, said.map(|error| error.to_string().replace(&format!("{}/", folder.display()), "")).collect())
}

fn facts(article: &Article) -> Vec<(String, Option<String>)> {
    let record = Extractor::new().mentions(false).extract(article);
    record.facts.iter().map(|fact| (format!("{:?}", fact.kind), fact.value.map(|value| value.to_string()))).collect()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut out = GzEncoder::new(Vec::new(), Compression::fast());
    out.write_all(bytes).unwrap();
    out.finish().unwrap()
}

fn utf16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(order).collect()
}

#[test]
fn one_article_in_any_encoding_and_file_gives_the_same_facts() {
    let folder = folder("encodings");
    let expected = facts(&Article { text: ARABIC.to_owned(), ..Article::default() });
    assert!(expected.len() >= 3, "{expected:?}");
    let in_encoding = |text: &str, encoding: &'static Encoding| encoding.encode(text).0.into_owned();
    let with_mark = |mark: &[u8], bytes: Vec<u8>| [mark, &bytes].concat();
    type Encode<'a> = (&'a str, Box<dyn Fn(&str) -> Vec<u8> + 'a>);
    let encodings: Vec<Encode> = vec![
        ("utf8", Box::new(|text| text.as_bytes().to_vec())),
        ("utf8-mark", Box::new(|text| with_mark(b"\xEF\xBB\xBF", text.as_bytes().to_vec()))),
        ("utf16le", Box::new(|text| with_mark(b"\xFF\xFE", utf16(text, u16::to_le_bytes)))),
        ("utf16be", Box::new(|text| with_mark(b"\xFE\xFF", utf16(text, u16::to_be_bytes)))),
        ("utf16-no-mark", Box::new(|text| utf16(text, u16::to_le_bytes))),
        ("windows-1256", Box::new(|text| in_encoding(text, WINDOWS_1256))),
        ("iso-8859-6", Box::new(|text| in_encoding(text, ISO_8859_6))),
    ];
    let body = ARABIC.split_once("\n\n").unwrap().1;
    let paragraphs: String = body.lines().filter(|line| !line.is_empty()).map(|line| format!("<p>{line}</p>\n")).collect();
    for (name, encode) in &encodings {
        let page = |charset: &str| {
            format!(
                "<html><head><meta charset={charset}><title>فوز سليم الدروبي بالرئاسة</title></head><body><article>{paragraphs}</article></body></html>"
            )
        };
        // A table in another encoding has to be quoted as in any.
        let files = [
            (format!("{name}.txt"), encode(ARABIC)),
            (format!("{name}.jsonl"), encode(&format!("{}\n{}\n", json!({"text": ARABIC}), json!({"content": ARABIC})))),
            (format!("{name}.json"), encode(&serde_json::to_string_pretty(&json!([{"text": ARABIC}, {"body": ARABIC}])).unwrap())),
            (format!("{name}.csv"), encode(&format!("id,text\n1,\"{ARABIC}\"\n2,\"{ARABIC}\"\n"))),
            (format!("{name}.html"), encode(&page(if name.contains("utf") { "utf-8" } else { name }))),
        ];
        for (file, bytes) in files {
            let path = folder.join(&file);
            fs::write(&path, &bytes).unwrap();
            fs::write(folder.join(format!("{file}.gz")), gzip(&bytes)).unwrap();
            fs::write(folder.join(format!("{file}.zst")), zstd::encode_all(&bytes[..], 3).unwrap()).unwrap();
            for file in [file.clone(), format!("{file}.gz"), format!("{file}.zst")] {
                let items = read(&folder.join(&file));
                let (_, said) = texts(&items, &folder);
                assert_eq!(said, [""; 0], "{file}");
                assert_eq!(items.len(), if file.contains(".txt") || file.contains(".html") { 1 } else { 2 }, "{file}");
                for item in &items {
                    assert_eq!(facts(item.article.as_ref().unwrap()), expected, "{file}");
                }
            }
        }
    }
}

#[test]
fn english_of_the_west_and_wrongly_decoded_text() {
    let folder = folder("mojibake");
    fs::write(folder.join("a.txt"), WINDOWS_1252.encode(ENGLISH).0).unwrap();
    let wrong = |text: &str| WINDOWS_1252.decode_without_bom_handling(text.as_bytes()).0.into_owned();
    fs::write(folder.join("b.txt"), wrong(ARABIC)).unwrap();
    let (texts, said) = texts(&read(&folder), &folder);
    assert_eq!(texts, [ENGLISH.to_owned(), wrong(ARABIC)]);
    assert_eq!(said, ["b.txt: expected words, found the signs that UTF-8 gives where it is read as windows-1252; read as it is"]);
    let said = Options::default().encoding("iso-8859-9000").unwrap_err().to_string();
    assert_eq!(said, "expected the name of an encoding, found \"iso-8859-9000\"");
}

#[test]
fn archives_that_were_cut_short_give_what_they_have() {
    let folder = folder("cut");
    let lines: String = (0..20_000).map(|i| format!("{}\n", json!({"id": i, "text": format!("Turnout was {i}%.")}))).collect();
    let packed = gzip(lines.as_bytes());
    fs::write(folder.join("a.jsonl.gz"), &packed[..packed.len() / 2]).unwrap();
    let items = read(&folder);
    let articles = items.iter().filter(|item| item.article.is_ok()).count();
    assert!((5_000..15_000).contains(&articles), "{articles}");
    let (_, said) = texts(&items, &folder);
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(
        said[0].starts_with(&format!("a.jsonl.gz:{}: expected a whole gzip file, found it cut short near byte ", articles + 1)),
        "{said:?}"
    );

    let packed = zstd::encode_all(lines.as_bytes(), 3).unwrap();
    fs::write(folder.join("a.jsonl.gz"), &packed[..packed.len() / 2]).unwrap();
    let items = read(&folder);
    assert_eq!(items.iter().filter(|item| item.article.is_err()).count(), 1);
    assert!(items.len() > 1_000);
    // A text that is cut is cut in silence nowhere.
    fs::remove_file(folder.join("a.jsonl.gz")).unwrap();
    fs::write(folder.join("a.txt.gz"), &gzip(ARABIC.as_bytes())[..60]).unwrap();
    let said = texts(&read(&folder), &folder).1;
    assert!(said.len() == 1 && said[0].contains("cut short"), "{said:?}");
}

#[test]
fn bombs_are_cut() {
    let folder = folder("bombs");
    let mut bomb = zstd::Encoder::new(Vec::new(), 1).unwrap();
    let line = format!("{}\n", json!({"text": "Turnout was 63.4%. ".repeat(500)}));
    for _ in 0..9_000 {
        bomb.write_all(line.as_bytes()).unwrap();
    }
    fs::write(folder.join("a.jsonl.zst"), bomb.finish().unwrap()).unwrap();
    let mut zeros = zstd::Encoder::new(Vec::new(), 1).unwrap();
    zeros.write_all(&vec![b'0'; 20 << 20]).unwrap();
    fs::write(folder.join("b.txt.zst"), zeros.finish().unwrap()).unwrap();
    let mut source = Source::new([folder.clone()]);
    let (mut good, mut said) = (0, Vec::new());
    while let Some(unread) = source.next_unread() {
        match unread.read().article {
            Ok(_) => good += 1,
            Err(error) => said.push(error.reason().to_owned()),
        }
    }
    // 64 MiB of it are read before anybody minds.
    assert!((6_000..9_000).contains(&good), "{good}");
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(said[0].starts_with("expected at most 200 times as many bytes as the file has, found more after "), "{said:?}");
    assert_eq!(said[1], "expected an article of at most 16777216 bytes, found a longer one");
}

#[test]
fn json_in_any_layout() {
    let folder = folder("json");
    fs::write(
        folder.join("array.json"),
        "[\n{\"id\": \"a\", \"text\": \"one [\\\" {\"},\n{\"id\": \"b\", \"text\": \"tw\n{\"id\": \"c\", \"text\": \"three\"},\n{\"id\": \"d\", \"text\": \"four\",\n{\"id\": \"e\", \"text\": \"five\", \"more\": [{\"text\": []}]},\n7, {\"id\": \"f\", \"body\": [\"six\", \"seven\"], \"date\": 1618353660}\n]\n",
    )
    .unwrap();
    let items = read(&folder);
    let ids: Vec<&str> = items.iter().filter_map(|item| item.article.as_ref().ok()).map(|article| article.id.as_str()).collect();
    assert_eq!(ids, ["a", "c", "e", "f"]);
    let last = items.last().unwrap().article.as_ref().unwrap();
    assert_eq!((last.text.as_str(), last.published.unwrap().to_string().as_str()), ("six\nseven", "2021-04-13"));
    let (_, said) = texts(&items, &folder);
    assert_eq!(
        said,
        [
            "array.json:3: expected a JSON object, found a line break in a string",
            "array.json:5: expected a JSON object, found another one before its end",
            "array.json:7: expected a JSON object with a `text`, found \"7\"",
        ]
    );
}

#[test]
fn tables_by_their_columns() {
    let folder = folder("tables");
    fs::write(folder.join("a.csv"), "id,headline,content,date\r\n1,A,\"one, \"\"two\"\"\r\nthree\",2021-04-13\r\n2,B,four,\r\n3,C\r\n4,D,\"five,2021-04-13\r\n5,E,six,2021-04-14\r\n").unwrap();
    fs::write(folder.join("b.tsv"), "story\tday\nseven\t2021-04-15\n").unwrap();
    let table = |options: Options| items(Source::new([folder.clone()]).options(options));
    let (read, said) = texts(&table(Options::default()), &folder);
    assert_eq!(read, ["one, \"two\"\r\nthree", "four", "six"]);
    assert_eq!(
        said,
        [
            "a.csv:5: expected 4 columns as in the first row, found 2",
            "a.csv:6: expected a row, found a quote that is never closed",
            "b.tsv: expected a column `text`, found story, day; --field text=COLUMN says which it is",
        ]
    );
    let options = Options::default().field("text", "story").unwrap().field("published", "day").unwrap();
    let items = table(options);
    let last = items.last().unwrap().article.as_ref().unwrap();
    assert_eq!((last.text.as_str(), last.id.as_str(), last.published.unwrap().to_string().as_str()), ("seven", "b:2", "2021-04-15"));
    assert_eq!(
        items[0].article.as_ref().unwrap_err().to_string().split(": ").nth(1).unwrap(),
        "expected a column `story`, found id, headline, content, date; --field text=COLUMN says which it is"
    );
}

#[test]
fn records_over_the_limit_cost_only_themselves() {
    let long = "x ".repeat(400_000);
    for (name, file) in [
        ("a.jsonl", format!("{{\"text\": \"one\"}}\n{{\"text\": \"{long}\"}}\n{{\"text\": \"two\"}}\n")),
        ("a.json", format!("[{{\"text\": \"one\"}},\n{{\"text\": \"{long}\"}},\n{{\"text\": \"\", \"content\": \"two\"}}]\n")),
        ("a.csv", format!("id,text\n1,one\n2,\"a\n{long}\nb\"\n3,two\n")),
        ("b.csv", format!("id,text\n1,one\n2,{long}\n3,two\n")),
    ] {
        let options = Options::default().max_record(500_000);
        let items = items(Source::from_reader(name, std::io::Cursor::new(file)).options(options));
        let (texts, said) = texts(&items, Path::new(""));
        assert_eq!((texts, said.len()), (vec!["one".to_owned(), "two".to_owned()], 1), "{name}: {said:?}");
        assert!(said[0].contains("of at most 500000 bytes, found a longer one"), "{said:?}");
    }
}

#[test]
fn folders_with_all_sorts_of_files() {
    let folder = folder("folders");
    for (name, bytes) in [
        ("a/empty.txt", &b""[..]),
        ("a/photo.jpg", b"\xFF\xD8\xFF\xE0rest"),
        ("a/paper.pdf", b"%PDF-1.4 text"),
        ("a/app.bin", b"\x7FELF\x02\x01\x01\0\0\0\0\0"),
        ("b/.git/config", b"text"),
        ("b/.gitignore", b"drafts/\n*.bak\n"),
        ("b/drafts/x.txt", b"Turnout was 1%."),
        ("b/old.bak", b"Turnout was 2%."),
        ("b/z.txt", b"Turnout was 3%."),
    ] {
        fs::create_dir_all(folder.join(name).parent().unwrap()).unwrap();
        fs::write(folder.join(name), bytes).unwrap();
    }
    let (read, said) = texts(&read(&folder), &folder);
    assert_eq!(read, ["Turnout was 1%.", "Turnout was 2%.", "Turnout was 3%."]);
    assert_eq!(
        said,
        [
            "a/app.bin: expected text, found a binary file",
            "a/empty.txt: expected an article, found nothing in it",
            "a/paper.pdf: expected text, found a PDF file",
            "a/photo.jpg: expected text, found a picture",
        ]
    );
    let run = |arguments: &[&str], input: &str| {
        let output = Command::new(env!("CARGO_BIN_EXE_hasila")).current_dir(&folder).args(arguments).write_stdin(input).output().unwrap();
        let records = String::from_utf8(output.stdout).unwrap();
        let id = |line: &str| serde_json::from_str::<serde_json::Value>(line).unwrap()["article"]["id"].as_str().unwrap().to_owned();
        (records.lines().map(id).collect::<Vec<_>>(), String::from_utf8(output.stderr).unwrap(), output.status.code())
    };
    assert_eq!(run(&["extract", "--ignore-files", "b"], ""), (vec!["z".to_owned()], String::new(), Some(0)));
    let listed = run(&["extract", "--files-from", "-", "b/z.txt"], "b/old.bak\nmissing.txt\n\nb/drafts\n");
    assert_eq!(
        listed,
        (vec!["z".to_owned(), "old".to_owned(), "x".to_owned()], "hasila: missing.txt: no such file or folder\n".to_owned(), Some(1))
    );
    let (_, said, status) = run(&["extract", "--max-record", "10", "b/z.txt"], "");
    assert_eq!((said.as_str(), status), ("hasila: b/z.txt: expected an article of at most 10 bytes, found a longer one\n", Some(1)));
    assert!(run(&["extract", "--max-record", "10X"], "").1.contains("expected a size such as 500k, 16M or 1G"));
    assert!(run(&["extract", "--field", "txt=body"], "").1.contains("--field: expected one of id, text, title"));
}

/// A record of a web archive.
fn record(kind: &str, content_type: &str, block: &[u8]) -> Vec<u8> {
    let head = format!(
        "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://a.example/{}\r\nWARC-Date: 2021-04-14T10:00:00Z\r\nContent-Type: {content_type}\r\nContent-Length: {}\r\n\r\n",
        block.len(),
        block.len()
    );
    [head.as_bytes(), block, b"\r\n\r\n"].concat()
}

fn answer(headers: &str, body: &[u8]) -> Vec<u8> {
    [format!("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n{headers}\r\n").as_bytes(), body].concat()
}

fn page(share: &str) -> String {
    format!(
        "<html><head><title>Varda wins {share}</title><meta name=date content=2021-04-13></head><body><article><p>Elena Varda won the presidential election in Ostrania with {share}% of the vote, the electoral commission of the country said on Tuesday evening.</p></article></body></html>"
    )
}

/// A web archive: pages 11 to 16 in several codings, and what holds none.
fn archive() -> Vec<Vec<u8>> {
    let http = "application/http; msgtype=response";
    let chunked = {
        let page = page("12");
        let (a, b) = page.split_at(100);
        format!("{:x}\r\n{a}\r\n{:x}\r\n{b}\r\n0\r\n\r\n", a.len(), b.len())
    };
    let zlib = {
        let mut out = ZlibEncoder::new(Vec::new(), Compression::fast());
        out.write_all(page("14").as_bytes()).unwrap();
        out.finish().unwrap()
    };
    vec![
        record("warcinfo", "application/warc-fields", b"software: test\r\n"),
        record("request", "application/http; msgtype=request", b"GET / HTTP/1.1\r\n\r\n"),
        record("response", http, &answer("", page("11").as_bytes())),
        record("response", http, b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG\0\0"),
        record("response", http, &answer("Transfer-Encoding: chunked\r\n", chunked.as_bytes())),
        record("response", http, b"HTTP/1.1 302 Found\r\nLocation: /x\r\n\r\n"),
        record("response", http, &answer("Content-Encoding: gzip\r\n", &gzip(page("13").as_bytes()))),
        record("response", http, &answer("Content-Encoding: deflate\r\n", &zlib)),
        // Decoded by the crawler, with the header left.
        record("response", http, &answer("Content-Encoding: br\r\nTransfer-Encoding: chunked\r\n", page("15").as_bytes())),
        record("resource", "text/html", page("16").as_bytes()),
        record("conversion", "text/plain", b"Turnout was 17%."),
        record("metadata", "application/warc-fields", b"x: y\r\n"),
    ]
}

#[test]
fn web_archives_in_all_codings() {
    let folder = folder("warc");
    let records = archive();
    fs::write(folder.join("a.warc"), records.concat()).unwrap();
    fs::write(folder.join("b.warc.gz"), records.iter().flat_map(|record| gzip(record)).collect::<Vec<u8>>()).unwrap();
    fs::write(folder.join("c.warc.zst"), zstd::encode_all(&records.concat()[..], 3).unwrap()).unwrap();
    let items = read(&folder);
    let (texts, said) = texts(&items, &folder);
    assert_eq!(said, [""; 0]);
    assert_eq!(texts.len(), 21);
    for (text, share) in texts.iter().zip([11, 12, 13, 14, 15, 16, 17].iter().cycle()) {
        assert!(text.contains(&format!("{share}%")), "{share}: {text}");
    }
    let first = items[0].article.as_ref().unwrap();
    assert_eq!((first.id.as_str(), items[0].origin.record), ("a:3", 3));
    assert!(first.source.as_ref().unwrap().starts_with("https://a.example/"));
    assert_eq!(first.published.unwrap().to_string(), "2021-04-13");
    assert_eq!(items[7].article.as_ref().unwrap().id, "b:3");
}

#[test]
fn broken_records_of_web_archives_cost_only_themselves() {
    let folder = folder("warc_broken");
    let http = "application/http; msgtype=response";
    let good = |share: &str| record("response", http, &answer("", page(share).as_bytes()));
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    let mut archive = good("21");
    archive.extend(text(good("22")).replace("Content-Length: ", "Content-Length: 9").into_bytes());
    archive.extend(good("23"));
    archive.extend(text(good("24")).replace("Content-Length", "Content-Size").into_bytes());
    archive.extend(b"garbage between\r\n\r\n");
    archive.extend(good("25"));
    archive.extend(record("response", http, b"no answer at all"));
    archive.extend(good("26"));
    archive.extend(&good("27")[..400]);
    fs::write(folder.join("a.warc"), &archive).unwrap();
    let (read_texts, said) = texts(&read(&folder), &folder);
    let shares = |texts: &[String]| texts.iter().map(|text| text[11..13].to_owned()).collect::<Vec<_>>();
    assert_eq!(shares(&read_texts), ["21", "23", "25", "26"]);
    assert_eq!(said.len(), 4, "{said:?}");
    for (said, words) in said.iter().zip(["another one within it", "found none", "expected an HTTP answer", "found the end of the file"]) {
        assert!(said.starts_with("a.warc, record ") && said.contains(words), "{said}");
    }
    // A damaged member of a packed archive.
    let mut members: Vec<Vec<u8>> = ["31", "32", "33", "34"].iter().map(|share| gzip(&good(share))).collect();
    let middle = members[1].len() / 2;
    members[1][middle] ^= 0xFF;
    members[3].truncate(50);
    fs::write(folder.join("a.warc"), members.concat()).unwrap();
    let (read_texts, said) = texts(&read(&folder), &folder);
    assert_eq!(shares(&read_texts), ["31", "33"], "{said:?}");
    assert!(said.len() == 2 && said.iter().all(|said| said.contains("expected a whole gzip file")), "{said:?}");
}

#[test]
fn a_run_goes_on_behind_any_record() {
    let folder = folder("resume");
    fs::create_dir_all(folder.join("d/empty")).unwrap();
    let lines: String = (0..6).map(|i| format!("{}\n", json!({"text": format!("Turnout was {i}%.")}))).collect();
    fs::write(folder.join("d/a.jsonl"), format!("\u{FEFF}{lines}not json\n\n{lines}")).unwrap();
    fs::write(folder.join("d/b.json"), "[\n{\"text\": \"one\"},\n\n{\"text\": \"tw\n{\"text\": \"three\"}\n]").unwrap();
    fs::write(folder.join("d/c.csv"), "id,text\n1,\"a\nb\"\n2,\"c\n3,d\n").unwrap();
    fs::write(folder.join("d/d.txt"), ENGLISH).unwrap();
    fs::write(folder.join("d/e.txt"), "").unwrap();
    fs::write(folder.join("d/f.warc.gz"), archive().iter().flat_map(|record| gzip(record)).collect::<Vec<u8>>()).unwrap();
    fs::write(folder.join("d/g.warc"), archive().concat()).unwrap();
    fs::write(folder.join("d/h.jsonl"), utf16(&lines, u16::to_be_bytes)).unwrap();
    fs::write(folder.join("d/i.jsonl.gz"), &gzip(lines.as_bytes())[..40]).unwrap();
    fs::write(folder.join("j.txt"), ARABIC).unwrap();
    let paths = || ["missing", "d", "j.txt", "d/d.txt"].map(|name| folder.join(name));
    let shown = |items: &[Item]| -> Vec<String> { items.iter().map(|item| format!("{item:?}")).collect() };
    let all = items(Source::new(paths()));
    assert!(all.len() > 45);
    let whole = shown(&all);
    for (i, item) in all.iter().enumerate() {
        let rest = items(Source::new(paths()).behind(item.origin.clone()));
        assert_eq!(shown(&rest), whole[i + 1..], "behind {:?}", item.origin);
        // What is kept of an origin is text.
        let kept = serde_json::to_string(&item.origin).unwrap();
        assert_eq!(serde_json::from_str::<hasila::input::Origin>(&kept).unwrap(), item.origin);
    }
    let gone = items(Source::new([folder.join("j.txt"), folder.join("d/d.txt")]).behind(all[3].origin.clone()));
    assert!(gone.len() == 1 && gone[0].article.as_ref().unwrap_err().to_string().contains("found it gone"), "{gone:?}");
}

#[test]
fn pages_that_nest_without_end_are_read() {
    let folder = folder("deep");
    let words = "Turnout in the presidential election was 63.4%, the commission said.";
    fs::write(folder.join("a.html"), format!("<html><body>{}<p>{words}</p>", "<div>".repeat(3_000))).unwrap();
    fs::write(folder.join("b.html"), format!("<html><body>{}<p>{words}</p>", "<b><i><a href=x>".repeat(1_000))).unwrap();
    fs::write(folder.join("c.html"), format!("<html><body>{}<p>{words}</p>", "<table><tr><td>".repeat(1_000))).unwrap();
    fs::write(folder.join("d.html"), format!("<html><body>{}<p>{words}</p>", "<ul><li>7 x</li><li>8 y</li></ul>".repeat(20_000))).unwrap();
    for item in read(&folder) {
        assert!(item.article.unwrap().text.contains("63.4%"), "{}", item.origin.path);
    }
    fs::write(folder.join("a.html"), format!("<html><body>{}", "<b>x".repeat(400_000))).unwrap();
    assert!(texts(&read(&folder.join("a.html")), &folder).1[0].contains("found one of 400002"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    /// Whatever a file holds, it is read or named, and nothing of it twice.
    #[test]
    fn any_bytes_are_read_or_named(
        bytes in prop::collection::vec(any::<u8>(), 0..2000),
        text in "\\PC{0,200}",
        cut in any::<prop::sample::Index>(),
        format in 0_usize..10,
    ) {
        let beginnings: [&[u8]; 10] = [
            b"", b"{\"text\": \"", b"[{\"text\": \"a\"},\n", b"id,text\n1,\"", b"<!DOCTYPE html><html><body><p>", b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 50\r\n\r\n",
            b"\xFF\xFE", b"\xEF\xBB\xBF", b"\x1F\x8B\x08\0\0\0\0\0\0\x03", b"\x28\xB5\x2F\xFD",
        ];
        let read = |bytes: &[u8]| items(Source::from_reader("any", std::io::Cursor::new(bytes.to_vec())));
        let all = [beginnings[format], &bytes, text.as_bytes()].concat();
        let one = read(&all);
        // No more records than bytes.
        prop_assert!(one.len() <= all.len() + 1);
        prop_assert_eq!(format!("{one:?}"), format!("{:?}", read(&all)));
        // The same, packed and cut.
        let packed = gzip(&all);
        read(&packed[..cut.index(packed.len() + 1)]);
        // An archive of which some bytes were changed.
        let mut archive = archive().concat();
        for (i, byte) in bytes.iter().take(20).enumerate() {
            let at = (usize::from(*byte) * 37 + i * 101) % archive.len();
            archive[at] = byte.wrapping_mul(31);
        }
        prop_assert!(read(&archive).len() <= 40);
    }
}

#[test]
fn a_source_may_move_between_threads() {
    fn moves<T: Send>(_: T) {}
    let mut source = Source::from_reader("a.txt", ENGLISH.as_bytes());
    source.next_unread().map(moves).unwrap();
    moves(source);
}
