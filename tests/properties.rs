//! What holds for any text whatever: no panic, exact spans, the same output every time, linear time.

mod common;
mod report;

use std::fmt::Write;
use std::thread;
use std::time::{Duration, Instant};

use hasila::output::{Format, Options, Writer};
use hasila::{Article, Extractor, Record, Span, normalize};
use proptest::prelude::*;

/// Marks, digits and letters that reading depends on.
const CHARS: &str = "0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳.,،٫٬%٪-–—/:;؛؟!?…()[]«»\"“”'’\n\n\t     ـوفبلكسالتنيمةىأإآءؤئحد\
    abcdeinrstvwABEMPS$#@&*+=_\u{200F}\u{200E}\u{200B}\u{200D}\u{202B}\u{202C}\u{2067}\u{FEFF}\u{AD}\u{A0}\u{202F}\u{64E}\u{64B}\u{651}\u{670}\
    \u{301}\u{2028}ﷺﻻﬁİßÇǅ日本\u{1F5F3}\u{E0001}\u{1D7D8}½²Ⅷ\u{FFFD}\0\r";

/// Words of elections, of numbers, of names and between them.
const WORDS: &str = "في من على عن إلى و أن بعد مقابل بفارق بنسبة نسبة المشاركة الانتخابات الرئاسية انتخابات البرلمان حصل حصلت فاز فازت مرشح المرشح \
    حزب الحزب حركة تحالف صوت صوتا أصوات مقعد مقعدا مقاعد مقعدان ناخب ناخبا ناخبين مسجل أدلى بأصواتهم مركز اقتراع مراقب مراقبا صحفي أصل التوالي \
    مئة مائة المائة ألف آلاف ألفا مليون مليونا ملايين ثلاثة خمس عشر عشرون وعشرون نصف ربع أمس الأحد المقبل الماضي يونيو حزيران آب عام هجرية \
    محمد أحمد قيس سعيد توكاييف ماكرون لوبان نعم لا الأول الثانية الـ23 ـ الجولة ولاية محافظة تونس مصر فرنسا أمريكا دولة منظمة قائمة سنوات ولايته \
    election presidential parliamentary vote votes voters voter turnout won got with of the in on for and to by from against seats seat party \
    candidate candidates Party Labour Smith John Macron Le Pen president Mr. Dr. percent per cent pct million thousand hundred two twenty-one half third \
    registered polling stations observers journalists countries respectively while yesterday Sunday next last June May March 2022 1990 69.44% 38,25% \
    11.360 830046 8,300,046 1.2m 12/15 14:30 1.2.3 https://x.org/7 $5 $1.2bn 44.\u{200F}73 ٣٨٫٢٥٪ %37 10آلاف ( ) « » \" , ، . : - – % / 5 0 1 100 99.9 23rd out";

fn extract(article: &Article) -> Record {
    Extractor::new().extract(article)
}

/// A record as it goes out, mentions and all.
fn json(record: &Record, article: &Article) -> String {
    let mut writer = Writer::new(Vec::new(), Format::Jsonl, Options { mentions: true, ..Options::default() });
    writer.write(record, article).unwrap();
    String::from_utf8(writer.finish().unwrap()).unwrap()
}

/// Whether all that is promised of a record holds for this one.
fn sound(article: &Article) -> Result<(), TestCaseError> {
    let (record, text) = (extract(article), article.text.as_str());
    let cut = |span: Span| text.get(span.start as usize..span.end as usize);
    let whole = |span: Span| cut(span).is_some_and(|words| !words.trim().is_empty());
    for mention in &record.mentions {
        prop_assert!(whole(mention.span), "mention {mention:?}: {:?}", cut(mention.span));
    }
    prop_assert!(record.mentions.is_sorted_by_key(|m| m.span.start), "mentions in the order of the text");
    for (i, fact) in record.facts.iter().enumerate() {
        prop_assert!(!fact.evidence.is_empty(), "no evidence: {fact:?}");
        for &span in &fact.evidence {
            prop_assert!(whole(span), "evidence {:?} of {fact:?}", cut(span));
        }
        for name in [&fact.subject, &fact.party, &fact.place].into_iter().flatten() {
            // The name in للحزب is الحزب: its article is given back.
            let joined = name.name.strip_prefix("ال").map(|rest| format!("لل{rest}"));
            let stands = |text: &str| text.contains(&name.name) || joined.as_ref().is_some_and(|name| text.contains(name));
            let stands = stands(text) || article.title.as_deref().is_some_and(stands);
            prop_assert!(stands && !name.name.trim().is_empty(), "the name {:?} does not stand in the text", name.name);
        }
        prop_assert_eq!(&fact.id, &format!("f{}", i + 1));
        prop_assert!((0.0..=1.0).contains(&fact.confidence), "{fact:?}");
        prop_assert_eq!(fact.kind.is_figure(), fact.value.is_some(), "{:?}", fact);
        prop_assert!(fact.subject.is_some() || !fact.kind.needs_subject(), "{fact:?}");
        prop_assert!(hasila::facts::rules().iter().any(|rule| rule.id == fact.rule), "no rule {:?}", fact.rule);
        let known = |id| record.elections.iter().any(|election| &election.id == id);
        prop_assert!(fact.election.as_ref().is_none_or(known), "no election {:?}", fact.election);
    }
    let printed = json(&record, article);
    prop_assert_eq!(&printed, &json(&extract(article), article), "twice");
    for format in [Format::Csv, Format::Table] {
        Writer::new(Vec::new(), format, Options::default()).write(&record, article).unwrap();
    }
    Ok(())
}

fn chars() -> impl Strategy<Value = String> {
    let alphabet: Vec<char> = CHARS.chars().collect();
    proptest::collection::vec(proptest::sample::select(alphabet), 0..120).prop_map(String::from_iter)
}

fn words() -> impl Strategy<Value = String> {
    let words: Vec<&str> = WORDS.split_whitespace().collect();
    let glue = prop_oneof![12 => Just(" "), 1 => Just(""), 1 => Just("\n"), 1 => Just(". "), 1 => Just(", "), 1 => Just("، ")];
    proptest::collection::vec((proptest::sample::select(words), glue), 0..90)
        .prop_map(|words| words.iter().fold(String::from("الانتخابات election: "), |text, (word, glue)| text + word + glue))
}

/// Articles of the corpus, cut and joined at any character.
fn pieces() -> impl Strategy<Value = String> {
    let texts: Vec<Vec<char>> = ["ar", "en"].into_iter().flat_map(common::articles).map(|a| a.text.chars().collect()).collect();
    proptest::collection::vec((0..texts.len(), any::<prop::sample::Index>(), 1..400_usize), 1..6).prop_map(move |cuts| {
        let cut = |(text, at, length): &(usize, prop::sample::Index, usize)| {
            let text = &texts[*text];
            let start = at.index(text.len());
            text[start..text.len().min(start + length)].iter().collect::<String>()
        };
        cuts.iter().map(cut).collect()
    })
}

/// A text of any of these kinds, with a title and a date or without.
fn articles() -> impl Strategy<Value = Article> {
    let text = prop_oneof![
        1 => proptest::collection::vec(any::<char>(), 0..120).prop_map(String::from_iter),
        2 => chars(),
        3 => words(),
        3 => pieces(),
        1 => (words(), chars(), words()).prop_map(|(a, b, c)| a + &b + &c),
    ];
    let title = proptest::option::of(prop_oneof![words(), chars()]);
    let published = proptest::option::of(proptest::sample::select(vec!["0001-01-01", "1990-06", "2024-02-29", "9999-12-31", "2022"]));
    (text, title, published).prop_map(|(text, title, published)| Article {
        title,
        published: published.map(|day| day.parse().unwrap()),
        ..Article::new(text)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_soundly(article in articles()) {
        sound(&article)?;
    }

    #[test]
    fn normalizing_twice_changes_nothing(text in prop_oneof![chars(), words(), proptest::collection::vec(any::<char>(), 0..200).prop_map(String::from_iter)]) {
        let once = normalize(&text);
        prop_assert_eq!(normalize(&once), once);
    }
}

#[test]
fn normalizing_twice_changes_no_character() {
    let strange: Vec<String> = ('\0'..=char::MAX)
        .map(|c| (c, normalize(&c.to_string())))
        .filter(|(_, once)| normalize(once) != *once)
        .map(|(c, once)| format!("{c:?}: {once:?}, then {:?}", normalize(&once)))
        .collect();
    report::assert_none(&strange);
}

#[test]
fn what_once_failed_is_read_soundly() {
    for text in [
        // "Respectively" in a sentence without figures of a unit.
        "الانتخابات election: ألفا respectively ",
        // A line that begins with a figure of the Arabic script.
        "٥ الانتخابات ٥",
    ] {
        sound(&Article::new(text)).unwrap_or_else(|error| panic!("{text}: {error}"));
    }
}

#[test]
fn the_corpus_is_read_soundly() {
    for article in ["ar", "en"].into_iter().flat_map(common::articles) {
        sound(&article).unwrap_or_else(|error| panic!("{}: {error}", article.id));
    }
}

#[test]
fn threads_change_nothing() {
    let articles: Vec<Article> = ["ar", "en"].into_iter().flat_map(common::articles).collect();
    let extractor = Extractor::new();
    let read = || -> Vec<String> { articles.iter().map(|article| json(&extractor.extract(article), article)).collect() };
    let alone = read();
    thread::scope(|scope| {
        let threads: Vec<_> = (0..4).map(|_| scope.spawn(read)).collect();
        for thread in threads {
            assert!(thread.join().unwrap() == alone, "another output in a thread");
        }
    });
}

/// Texts of about `size` bytes that are hard on whoever looks ahead, looks back or compares all with all.
fn hard_texts(size: usize) -> Vec<(&'static str, String)> {
    let fill = |unit: &str| unit.repeat(size / unit.len() + 1);
    let election = |rest: String| format!("The presidential election: voters, votes.\n{rest}");
    // Each time with other names and other figures.
    let each = |sentence: &dyn Fn(String, usize, &mut String)| {
        let mut text = String::from("The presidential election.\n");
        let mut i = 0_usize;
        while text.len() < size {
            let name: String = i.to_string().bytes().map(|b| char::from(b - b'0' + b'a')).collect();
            sentence(format!("Q{name}"), i, &mut text);
            i += 1;
        }
        text
    };
    vec![
        ("digits", election(fill("7"))),
        ("digits and commas", election(fill("7,"))),
        ("digits and marks", election(fill("7.\u{200F}"))),
        ("numbers", election(fill("7 "))),
        ("number words", election(fill("مليون و"))),
        ("open brackets", election(fill("("))),
        ("open brackets with names", election(fill("Smith ("))),
        ("quotes", election(fill("\""))),
        ("quoted words", election(fill("\"Smith"))),
        ("apostrophes", election(fill("'"))),
        ("و", election(fill("و"))),
        ("و apart", election(fill("و "))),
        ("one token", election(fill("a"))),
        ("one Arabic token", election(fill("ب"))),
        ("invisible marks", election(fill("\u{200F}"))),
        ("vowel signs", election(fill("\u{64E}"))),
        ("spaces", election(fill(" "))),
        ("lines", election(fill("\n"))),
        ("full stops", election(fill("."))),
        ("hyphens", election(fill("-"))),
        ("percents", election(fill("5% "))),
        ("given names", election(fill("Ahmed "))),
        ("given names in Arabic", election(fill("محمد "))),
        ("names and hyphens", election(fill("Smith-"))),
        ("one sentence of shares", election(fill("Smith won 5% of the vote, "))),
        ("one sentence of seats", election(fill("حصل حزب النور على 5 مقاعد و"))),
        ("one sentence of dates", election(fill("on Sunday 5 June 2022, "))),
        ("one sentence of cues", election(fill("turnout "))),
        ("one sentence of respectively", election(fill("Smith and Jones won 5 and 6 votes respectively, "))),
        ("countries", election(fill("France and Egypt and Iraq "))),
        ("parties", election(fill("the Labour Party "))),
        ("sentences of other shares", each(&|name, i, text| writeln!(text, "{name} won {i} votes, {}%.", i % 97).unwrap())),
        ("sentences of other parties", each(&|name, i, text| writeln!(text, "The {name} Party won {i} seats.").unwrap())),
        ("a list of other names", each(&|name, i, text| writeln!(text, "{name} ({name} Party) - {}%", i % 97).unwrap())),
        (
            "sentences of other dates",
            each(&|_, i, text| {
                writeln!(text, "The election was held on June {}, {}.", i % 30 + 1, 1000 + i % 9000).unwrap();
            }),
        ),
    ]
}

/// The shortest of as many runs as it takes to be `enough`, up to thirty: what else the machine does only adds to it,
/// and a text that is slow of itself is slow in every run.
fn time(text: &str, enough: impl Fn(Duration) -> bool) -> Duration {
    let article = Article::new(text);
    let mut least = Duration::MAX;
    for _ in 0..30 {
        let start = Instant::now();
        std::hint::black_box(extract(&article));
        least = least.min(start.elapsed());
        if enough(least) {
            break;
        }
    }
    least
}

#[test]
fn time_is_linear_in_length() {
    // Ten times the text may take 25 times as long: loose enough for a busy machine, far from the 100 of a quadratic step.
    // On the way there are shorter texts, so that a failure comes soon.
    const LIMIT: f64 = 2.5;
    const SIZES: [usize; 5] = [2_000, 6_000, 20_000, 60_000, 200_000];
    extract(&Article::new("The first one loads the lexicon."));
    let texts = SIZES.map(hard_texts);
    let mut slow = Vec::new();
    for (i, (name, _)) in texts[0].iter().enumerate() {
        let mut report = format!("{name}:");
        let mut least = f64::INFINITY;
        for text in texts.iter().map(|texts| &texts[i].1) {
            // Below two milliseconds a run says more of the machine than of the text.
            let per_byte = |time: Duration| time.max(Duration::from_millis(2)).as_secs_f64() / text.len() as f64;
            let taken = time(text, |taken| per_byte(taken) <= LIMIT * least);
            write!(report, " {} bytes {taken:.2?}", text.len()).unwrap();
            if per_byte(taken) > LIMIT * least {
                slow.push(report.clone());
                break;
            }
            least = least.min(per_byte(taken));
        }
        println!("{report}");
    }
    report::assert_none(&slow);
}
