//! Whether two names are one: spelling variants inside a script and across scripts, and people who share a word of their names.

use hasila::names::{likeness, same, same_party, same_place};

#[test]
fn one_name_in_many_spellings() {
    for (a, b) in [
        ("Kassym-Jomart Tokayev", "قاسم جومارت توكاييف"),
        ("توكاييف", "توقاييف"),
        ("القائد صالح", "قايد صالح"),
        ("Sisi", "El-Sisi"),
        ("عبدالفتاح السيسي", "Abdel Fattah el-Sisi"),
        ("J. Smith", "John Smith"),
        ("Smith", "John Smith"),
    ] {
        assert!(same(a, b), "{a} {b} {}", likeness(a, b));
        assert_eq!(likeness(a, b), likeness(b, a));
    }
}

#[test]
fn two_people_stay_two() {
    for (a, b) in [
        ("John Smith", "David Smith"),
        ("محمد بن سلمان", "محمد بن زايد"),
        ("Mohammed bin Salman", "محمد بن زايد"),
        ("عبد الرحمن", "عبد الرحيم"),
        ("D. Smith", "John Smith"),
        ("John", "John Smith"),
    ] {
        assert!(!same(a, b), "{a} {b} {}", likeness(a, b));
    }
}

/// The table of pairs that are one and pairs that are two: kind, `same` or `different`, two names.
fn pairs() -> Vec<[String; 4]> {
    let file = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/corpus/names/same.tsv")).unwrap();
    let row = |line: &str| line.split('\t').map(str::to_owned).collect::<Vec<_>>().try_into().unwrap_or_else(|row| panic!("{row:?}"));
    file.lines().map(row).collect()
}

#[test]
fn few_pairs_are_merged_or_missed() {
    let mut wrong: Vec<String> = Vec::new();
    let (mut merged, mut missed) = (0, 0);
    for [kind, verdict, a, b] in pairs() {
        let one = match kind.as_str() {
            "party" => same_party(&a, &b),
            "place" => same_place(&a, &b),
            _ => same(&a, &b),
        };
        if one != (verdict == "same") {
            wrong.push(format!("{kind} {verdict}: {a} / {b} ({:.2})", likeness(&a, &b)));
            *if one { &mut merged } else { &mut missed } += 1;
        }
    }
    println!("{}", wrong.join("\n"));
    assert!(merged <= 3 && missed <= 5, "{merged} merged, {missed} missed:\n{}", wrong.join("\n"));
}
