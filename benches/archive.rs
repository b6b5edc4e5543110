//! How fast an archive is read, as the program reads it: `cargo bench --bench archive`. `-- --megabytes 2000` takes another size.
//!
//! The archive is mixed news as JSON lines, one article in fifty about an election, which bounds the speed; so the same is measured
//! without them, too. Beside it stands what `rg -c` takes to count the lines with the ten commonest words of elections in the same
//! file, both on one thread; then two threads against one, and the most memory that the process had.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use hasila::input::Source;
use other::{OTHER_AR, OTHER_EN};
use serde_json::json;

mod other;

/// One article in so many is about an election.
const ELECTIONS: usize = 50;
/// Of the corpus' words that only elections have, the commonest of either language.
const WORDS: [&str; 10] = ["election", "vote", "votes", "voters", "turnout", "الانتخابات", "الأصوات", "الناخبين", "الاقتراع", "الرئاسية"];

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let after = |name: &str| arguments.iter().skip_while(|argument| *argument != name).nth(1);
    // `cargo test --benches` only wants to see that it runs.
    let quick = arguments.iter().any(|argument| argument == "--test");
    let megabytes = after("--megabytes").and_then(|number| number.parse().ok()).unwrap_or(if quick { 1 } else { 200 });
    let passes = if quick { 1 } else { 5 };
    for elections in [Some(ELECTIONS), None] {
        measure(megabytes << 20, elections, passes);
    }
}

/// Measures an archive of so many bytes in which one of so many articles, or none, is about an election.
fn measure(size: usize, elections: Option<usize>, passes: usize) {
    let path = std::env::temp_dir().join(format!("hasila-bench-{}.jsonl", std::process::id()));
    let (articles, bytes) = write_archive(&path, size, elections).expect("room for the archive");
    let share = elections.map_or_else(|| "none".to_owned(), |many| format!("one in {many}"));
    println!("{} MB of mixed news, {articles} articles, {share} about an election", bytes / 1_000_000);
    let best = |work: &dyn Fn() -> Option<(Duration, u64)>| (0..passes).filter_map(|_| work()).min();
    let show = |name: &str, measured: Option<(Duration, u64)>| match measured {
        Some((time, memory)) => {
            println!("{name:44} {:>7.0} MB/s  {:>5} MB of memory", bytes as f64 / 1e6 / time.as_secs_f64(), memory >> 10)
        }
        None => println!("{name:44} skipped: not there"),
    };
    let words: Vec<&str> = WORDS.iter().flat_map(|word| ["-e", word]).collect();
    let rg = best(&|| run(Command::new("rg").args(["-c", "-j1", "-F"]).args(&words).arg(&path)));
    show("rg -c -j1, ten words", rg);
    let hasila = |more: &[&str]| best(&|| run(Command::new(env!("CARGO_BIN_EXE_hasila")).arg("extract").args(more).arg(&path)));
    let one = hasila(&["--jobs", "1", "--only-elections", "--format", "jsonl"]);
    show("hasila, one thread, only elections", one);
    let two = hasila(&["--jobs", "2", "--only-elections", "--format", "jsonl"]);
    show("hasila, two threads, only elections", two);
    show("hasila, one thread, every article", hasila(&["--jobs", "1", "--format", "jsonl"]));
    if let (Some((rg, _)), Some((one, _)), Some((two, _))) = (rg, one, two) {
        println!(
            "of the speed of rg: {:.2}; two threads against one: {:.2}\n",
            rg.as_secs_f64() / one.as_secs_f64(),
            one.as_secs_f64() / two.as_secs_f64()
        );
    }
    fs::remove_file(&path).expect("it was written");
}

/// Writes an archive of so many bytes, one of `elections` articles about an election; how many articles it has, and bytes.
fn write_archive(path: &Path, size: usize, elections: Option<usize>) -> std::io::Result<(usize, usize)> {
    let folder = format!("{}/corpus/articles", env!("CARGO_MANIFEST_DIR"));
    let news: Vec<String> = Source::new([folder]).filter_map(Result::ok).map(|article| article.text).collect();
    let other: Vec<&str> = OTHER_AR.iter().chain(OTHER_EN).copied().collect();
    let (mut out, mut articles, mut bytes) = (BufWriter::new(File::create(path)?), 0, 0);
    while bytes < size {
        let text = match elections {
            Some(many) if articles % many == 7 => news[articles / many % news.len()].as_str(),
            _ => other[articles % other.len()],
        };
        // A few words of its own, so that no two articles are the same.
        let line = json!({"id": articles, "url": format!("https://example.org/{articles}"), "published": "2024-05-02",
            "text": format!("{text}\n{articles}")});
        let line = format!("{line}\n");
        out.write_all(line.as_bytes())?;
        bytes += line.len();
        articles += 1;
    }
    out.flush()?;
    Ok((articles, bytes))
}

/// How long a command takes, and the most memory that it had, in KiB; none where there is no such program.
fn run(command: &mut Command) -> Option<(Duration, u64)> {
    let begun = Instant::now();
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().ok()?;
    let mut memory = 0;
    while child.try_wait().ok()?.is_none() {
        // The system keeps the highest mark; where it does not tell, there is none.
        let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
        let mark = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse().ok());
        memory = memory.max(mark.unwrap_or(0));
        thread::sleep(Duration::from_millis(2));
    }
    Some((begun.elapsed(), memory))
}
