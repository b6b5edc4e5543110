//! How fast articles are read, single thread: `cargo bench`. `cargo bench -- --full` takes more time over it.
//!
//! Each text is read whole, as `hasila extract` reads it. Beside it stands what merely checking the same bytes for UTF-8 and scanning
//! them for the words of the lexicon takes, which nothing that reads every word can beat by much.

use std::collections::BTreeSet;
use std::hint::black_box;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use aho_corasick::{AhoCorasick, MatchKind};
use hasila::input::Source;
use hasila::{Article, Extractor};
use other::{OTHER_AR, OTHER_EN};

mod other;

/// A measured pass over some texts is repeated, and the fastest counts: what else the machine does only ever adds.
struct Bench {
    extractor: Extractor,
    scan: AhoCorasick,
    passes: usize,
    bytes: usize,
}

fn main() {
    let full = std::env::args().any(|arg| arg == "--full");
    // `cargo test --benches` only wants to see that it runs.
    let quick = std::env::args().any(|arg| arg == "--test");
    let begun = Instant::now();
    let extractor = Extractor::new();
    black_box(extractor.extract(&Article::new("Turnout was 69.44% in the presidential election.")));
    let loaded = begun.elapsed();
    let words: BTreeSet<String> = hasila::lexicon::Lexicon::surface_forms();
    let scan = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(&words).expect("a few thousand words");
    let megabytes = if full { 32 } else { 8 };
    let (passes, bytes) = if quick { (1, 1 << 16) } else { (if full { 7 } else { 3 }, megabytes << 20) };
    let bench = Bench { extractor, scan, passes, bytes };

    println!(
        "start-up: lexicon and rules {:.1} ms{}",
        millis(loaded),
        process().map_or(String::new(), |t| format!(", the whole process {:.1} ms", millis(t)))
    );
    println!("\n{:34} {:>9} {:>10} {:>9} {:>7}", "many articles", "MB/s", "facts only", "check", "ratio");
    let articles = |lang: &str, none: bool| -> Vec<Article> {
        let folder = format!("{}/corpus/articles/{lang}", env!("CARGO_MANIFEST_DIR"));
        Source::new([folder]).filter_map(Result::ok).filter(|article| article.id.starts_with("none-") == none).collect()
    };
    let texts = |list: &[&str]| list.iter().map(|text| Article::new(*text)).collect();
    let corpora: [(&str, Vec<Article>); 6] = [
        ("election news, Arabic", articles("ar", false)),
        ("election news, English", articles("en", false)),
        ("no election, Arabic", texts(OTHER_AR)),
        ("no election, English", texts(OTHER_EN)),
        ("votes of boards and laws, Arabic", articles("ar", true)),
        ("votes of boards and laws, English", articles("en", true)),
    ];
    for (name, corpus) in &corpora {
        bench.many(name, corpus);
    }
    println!("\n{:34} {:>9} {:>9} {:>9} {:>9}", "one long text, MB/s", "10 KB", "100 KB", "1 MB", "growth");
    for (name, corpus) in &corpora {
        bench.long(name, corpus);
    }
    println!("\n{:34} {:>9}", "reading alone, MB/s of the file", "");
    for (name, file) in bench.files(&corpora[2].1) {
        let read = bench.fastest(|| {
            let source = Source::from_reader(name, std::io::Cursor::new(file.clone()));
            assert!(source.filter(Result::is_ok).count() > 0);
        });
        println!("{name:34} {:>9.1}", rate(file.len(), read));
    }
    println!("\n{:.1} s", begun.elapsed().as_secs_f64());
}

impl Bench {
    /// Every article by itself, again and again until there are enough bytes.
    fn many(&self, name: &str, corpus: &[Article]) {
        let size: usize = corpus.iter().map(|article| article.text.len()).sum();
        let rounds = (self.bytes / size).max(1);
        let bytes = size * rounds;
        let each = |work: &dyn Fn(&Article)| self.fastest(|| (0..rounds).for_each(|_| corpus.iter().for_each(work)));
        let read = each(&|article| drop(black_box(self.extractor.extract(article))));
        let facts = self.extractor.mentions(false);
        let sieved = each(&|article| drop(black_box(facts.extract(article))));
        let check = each(&|article| {
            let text = std::str::from_utf8(black_box(article.text.as_bytes())).expect("a string");
            black_box(self.scan.find_iter(text).count());
        });
        let ratio = sieved.as_secs_f64() / check.as_secs_f64();
        println!("{name:34} {:>9.1} {:>10.1} {:>9.1} {ratio:>7.1}", rate(bytes, read), rate(bytes, sieved), rate(bytes, check));
    }

    /// All articles as one, repeated to ever longer texts: ten times the text should take ten times the time.
    fn long(&self, name: &str, corpus: &[Article]) {
        let whole: String = corpus.iter().map(|article| article.text.as_str()).collect::<Vec<_>>().join("\n");
        let times: Vec<(usize, Duration)> = [10 << 10, 100 << 10, 1 << 20]
            .iter()
            .map(|&length| {
                let mut text = whole.repeat(length / whole.len() + 1);
                text.truncate(text.floor_char_boundary(length));
                let article = Article::new(text);
                let extractor = self.extractor.mentions(false);
                (article.text.len(), self.fastest(|| drop(black_box(extractor.extract(&article)))))
            })
            .collect();
        let rates: Vec<f64> = times.iter().map(|&(bytes, time)| rate(bytes, time)).collect();
        println!(
            "{name:34} {:>9.1} {:>9.1} {:>9.1} {:>8.1}x",
            rates[0],
            rates[1],
            rates[2],
            times[2].1.as_secs_f64() / times[1].1.as_secs_f64()
        );
    }

    /// The same articles as files of each format.
    fn files(&self, corpus: &[Article]) -> Vec<(&'static str, Vec<u8>)> {
        let line = |article: &Article| serde_json::json!({"text": article.text, "published": "2021-04-13"}).to_string();
        let row = |article: &Article| format!("{},\"{}\"\n", article.id, article.text.replace('"', "\"\""));
        let page = |article: &Article| {
            let text: String = article.text.lines().map(|line| format!("<p class=\"par\">{line}</p>\n")).collect();
            let menu = "<li class=\"menu-item\"><a href=\"/world/politics?ref=menu\"><span>World</span></a></li>\n".repeat(60);
            let script = "<script>window.queue=window.queue||[];function next(){return queue.shift()}</script>\n".repeat(40);
            format!(
                "<!DOCTYPE html><html lang=\"ar\"><head><title>News</title>{script}</head><body><nav><ul>{menu}</ul></nav><article><h1>News</h1>{text}</article><footer>{menu}</footer></body></html>"
            )
        };
        let record = |article: &Article| {
            let answer = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{}", page(article));
            format!(
                "WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: {}\r\n\r\n{answer}\r\n\r\n",
                answer.len()
            )
        };
        let repeated = |bytes: usize, each: &dyn Fn(&Article) -> String| -> Vec<u8> {
            let once: String = corpus.iter().map(each).collect();
            once.repeat(bytes / once.len() + 1).into_bytes()
        };
        let mut table = b"id,text\n".to_vec();
        table.extend(repeated(self.bytes, &row));
        let mut array = b"[\n".to_vec();
        array.extend(repeated(self.bytes, &|article| line(article) + ",\n"));
        vec![
            ("text.txt", repeated(self.bytes.min(4 << 20), &|article| article.text.clone())),
            ("lines.jsonl", repeated(self.bytes, &|article| line(article) + "\n")),
            ("array.json", array),
            ("table.csv", table),
            ("page.html", page(&corpus[0]).into_bytes()),
            ("archive.warc", repeated(self.bytes, &record)),
        ]
    }

    fn fastest(&self, mut work: impl FnMut()) -> Duration {
        let mut time = || {
            let begun = Instant::now();
            work();
            begun.elapsed()
        };
        (0..self.passes).map(|_| time()).min().expect("one pass at least")
    }
}

/// What `hasila extract` takes for one line, from its start to its end.
fn process() -> Option<Duration> {
    let file = std::env::temp_dir().join(format!("hasila-bench-{}.txt", std::process::id()));
    std::fs::write(&file, "Turnout was 69.44% in the presidential election.\n").ok()?;
    let run = |_| {
        let begun = Instant::now();
        let status = Command::new(env!("CARGO_BIN_EXE_hasila")).arg("extract").arg(&file).stdout(Stdio::null()).status().ok()?;
        status.success().then(|| begun.elapsed())
    };
    let mut times: Vec<Duration> = (0..11).filter_map(run).collect();
    times.sort();
    std::fs::remove_file(&file).ok()?;
    times.get(times.len() / 2).copied()
}

fn rate(bytes: usize, time: Duration) -> f64 {
    bytes as f64 / time.as_secs_f64() / 1e6
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
