//! Which election an article is held to be about.

use hasila::{Article, Extractor, Office};

/// Country and office of the main election.
fn main_of(text: &str) -> (Option<String>, Option<Office>) {
    let record = Extractor::new().extract(&Article::new(text));
    let main = record.elections.first().unwrap_or_else(|| panic!("no election in {text}"));
    (main.country.clone(), main.office)
}

#[test]
fn an_office_is_told_or_unknown() {
    assert_eq!(main_of("Turnout in the election on Sunday was 55%.").1, None);
    assert_eq!(main_of("بلغت نسبة المشاركة في الانتخابات 55 بالمئة.").1, None);
    assert_eq!(main_of("Turnout in the parliamentary election on Sunday was 55%.").1, Some(Office::Parliament));
    // What it is that presidents win.
    assert_eq!(
        main_of("President Karl Braun has won re-election with 63 percent of the vote in Sunday's election.").1,
        Some(Office::President)
    );
}

#[test]
fn a_referendum_has_answers() {
    let with = |answer: &str| format!("In the referendum of Sunday turnout was 55%. Karl Braun won 60 percent of the vote{answer}.");
    assert_ne!(main_of(&with("")).1, Some(Office::Referendum));
    assert_eq!(main_of(&with(", and Yes 52 percent")).1, Some(Office::Referendum));
}

#[test]
fn countries_have_several_names() {
    for (country, names) in [
        ("DK", ["الدنمارك", "الدانمارك", "الدانمرك"]),
        ("BD", ["بنغلاديش", "بنجلاديش", "بنغلادش"]),
        ("UY", ["أوروغواي", "الأوروغواي", "أورغواي"]),
        ("AO", ["أنغولا", "أنجولا", "انغولا"]),
    ] {
        for name in names {
            let text = format!("جرت الانتخابات في {name} يوم الأحد، وبلغت نسبة المشاركة في الانتخابات 55 في المئة.");
            assert_eq!(main_of(&text).0.as_deref(), Some(country), "{name}");
        }
    }
    // مجرى is "course", and no Hungarian.
    assert_eq!(main_of("لم يتغير مجرى الانتخابات، وبلغت نسبة المشاركة في الانتخابات 55 في المئة.").0, None);
}
