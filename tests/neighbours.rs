//! What neighbouring tools get wrong, and the digits of news that count nothing.

mod report;

use hasila::{Article, Extractor, Mention, MentionKind, PartialDate, Record};

fn read(text: &str) -> Record {
    // With a day of publication, so that a weekday or a month that is wrongly seen becomes a date.
    Extractor::new().extract(&Article { published: PartialDate::day(2022, 11, 21), ..Article::new(text) })
}

/// The number that stands on exactly these words.
fn value(text: &str, words: &str) -> Option<f64> {
    let of = |m: &Mention| m.span.of(text) == words && !matches!(m.kind, MentionKind::Date | MentionKind::Duration);
    read(text).mentions.iter().find(|m| of(m)).and_then(|m| m.value).map(|v| v.to_f64())
}

/// The numbers of a text, each with its words.
fn numbers(text: &str) -> Vec<(String, f64)> {
    let number = |m: &Mention| Some((m.span.of(text).to_owned(), m.value?.to_f64()));
    read(text).mentions.iter().filter(|m| m.kind != MentionKind::Duration).filter_map(number).collect()
}

fn dates(text: &str) -> Vec<String> {
    read(text).mentions.iter().filter(|m| m.kind == MentionKind::Date).map(|m| m.span.of(text).to_owned()).collect()
}

#[test]
fn millions_thousands_and_the_rest_are_one_number() {
    assert_eq!(value("بلغ عدد الأصوات 24 مليونا و254 ألفا و152 صوتا.", "24 مليونا و254 ألفا و152 صوتا"), Some(24_254_152.0));
    assert_eq!(value("ألغي مليون و986 ألفًا و352 صوتًا.", "مليون و986 ألفًا و352 صوتًا"), Some(1_986_352.0));
    assert_eq!(value("وبلغت مليونا و40 ألفا و608 أصوات.", "مليونا و40 ألفا و608 أصوات"), Some(1_040_608.0));
    assert_eq!(value("two million, three hundred thousand people voted", "two million, three hundred thousand people"), Some(2_300_000.0));
}

#[test]
fn a_dual_says_two() {
    assert_eq!(numbers("تنافس في الانتخابات مرشحان."), [("مرشحان".to_owned(), 2.0)]);
    assert_eq!(numbers("نال الحزب مقعدين في الانتخابات."), [("مقعدين".to_owned(), 2.0)]);
}

#[test]
fn a_percent_keeps_its_point() {
    for (text, words, percent) in [
        ("فاز بنسبة 81.31% من الأصوات.", "81.31%", 81.31),
        ("فاز بنسبة ٣٨٫٢٥٪ من الأصوات.", "٣٨٫٢٥٪", 38.25),
        ("فاز بنسبة %37.7 من الأصوات.", "%37.7", 37.7),
        ("فاز بنسبة ٪70 من الأصوات.", "٪70", 70.0),
        ("فاز بنسبة 44.\u{200F}73 في المائة.", "44.\u{200F}73 في المائة", 73.44),
        ("He won 81.31% of the vote.", "81.31%", 81.31),
    ] {
        let record = read(text);
        let found: Vec<_> = record.mentions.iter().filter(|m| m.kind == MentionKind::Percent).collect();
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        assert_eq!((found[0].span.of(text), found[0].value.map(|v| v.to_f64())), (words, Some(percent)), "{text}");
    }
}

#[test]
fn a_count_is_no_year() {
    for text in ["راقب الانتخابات 1013 مراقبا.", "1013 مراقب", "وتابعها 1990 مراقبا.", "There were 1990 observers."]
    {
        assert_eq!(dates(text), [""; 0], "{text}");
    }
    assert_eq!(value("راقب الانتخابات 1013 مراقبا.", "1013 مراقبا"), Some(1013.0));
}

#[test]
fn no_word_is_cut_into_a_month_a_weekday_or_a_hundred() {
    for text in [
        "جرت الانتخابات بهدوء.",
        "في الانتخابات المقبلة",
        "قال أحد الصحفيين إن الانتخابات نزيهة.",
        "أحد المرشحين",
        "It may happen that they march on.",
    ] {
        assert_eq!(dates(text), [""; 0], "{text}");
    }
    assert_eq!(numbers("بلغت النسبة 16 في المائة."), [("16 في المائة".to_owned(), 16.0)]);
    assert_eq!(numbers("بلغت النسبة 16 بالمئة."), [("16 بالمئة".to_owned(), 16.0)]);
    assert_eq!(numbers("Turnout was 16 per cent."), [("16 per cent".to_owned(), 16.0)]);
    assert_eq!(numbers("كم في المائة؟"), []);
}

/// The facts of an article that goes on with this sentence.
fn facts_beside(sentence: &str, arabic: bool) -> Vec<String> {
    let article = if arabic {
        format!("أدلى الناخبون بأصواتهم في الانتخابات الرئاسية وبلغت نسبة المشاركة 61.5%. {sentence} وفرزت لجنة الانتخابات الأصوات.")
    } else {
        format!(
            "Voters cast their ballots in the presidential election and turnout was 61.5%. {sentence} The electoral commission counted the votes."
        )
    };
    read(&article).facts.iter().map(|f| format!("{} {}", f.kind.name(), f.value.map_or("-".to_owned(), |v| v.to_string()))).collect()
}

#[test]
fn digits_that_count_nothing_make_no_fact() {
    let mut failures = Vec::new();
    for sentence in [
        "The result page of the commission showed \"0.77\" votes.",
        "The commission scored 12/15 for its handling of votes.",
        "On 12/15 polling station doors were painted.",
        "Votes are counted with version 1.2.3 of the program.",
        "The votes are listed at https://results.example.org/2022/7/votes?seats=45 for all parties.",
        "See www.votes24.example/120-seats or votes2022@example.org.",
        "Polling stations closed at 14:30 on time.",
        "At 7:00 polling stations opened and at 19:00 votes were counted.",
        "Candidates watched the match, which ended 3-2.",
        "The G20 voters and the F-16 candidates of Channel 4 smiled.",
        "The law 5/2010 on votes and article 64 on candidates apply.",
        "Call 0800-555-123 for polling stations.",
    ] {
        let facts = facts_beside(sentence, false);
        if facts != ["turnout 61.5"] {
            failures.push(format!("{sentence} → {}", facts.join("; ")));
        }
    }
    for sentence in [
        "وأظهرت صفحة اللجنة \"0.77\" من الأصوات.",
        "وحصلت اللجنة على 12/15 في تقييم الأصوات.",
        "وتفرز الأصوات بالإصدار 1.2.3 من البرنامج.",
        "والأصوات منشورة على https://results.example.org/2022/7/votes?seats=45 لجميع الأحزاب.",
        "وأغلقت مراكز الاقتراع عند الساعة 14:30 تماما.",
        "وعند 7:00 فتحت مراكز الاقتراع أبوابها.",
        "وشاهد المرشحون المباراة التي انتهت 3-2.",
        "وتنص المادة 64 من القانون رقم 5/2010 على حقوق الناخبين.",
        "وقال أحد الناخبين إن الأصوات فرزت.",
    ] {
        let facts = facts_beside(sentence, true);
        if facts != ["turnout 61.5"] {
            failures.push(format!("{sentence} → {}", facts.join("; ")));
        }
    }
    report::assert_none(&failures);
}
