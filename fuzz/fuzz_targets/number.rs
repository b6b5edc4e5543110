//! Digits, number words and their separators in any order: no panic, and numbers stand in order without overlap.
#![no_main]

use hasila::lexicon::Lexicon;
use hasila::mentions::numbers;
use hasila::text::Text;
use libfuzzer_sys::fuzz_target;

const PIECES: &[&str] = &[
    "0", "1", "2", "5", "7", "9", "10", "12", "19", "100", "352", "000", "٠", "٣", "۷", ".", ",", "،", "٫", "٬", "/", ":", "-", "%", "٪",
    "\u{200F}", "\u{200E}", "\u{A0}", "\u{640}", " ", " ", " ", "\n", "و", " و", "ال", "الـ", "ب", "لل", "مليون", "مليونا", "مليونين", "ملايين",
    "ألف", "ألفا", "آلاف", "ألفين", "مئة", "مائة", "مئتين", "مليار", "ثلاثة", "خمس", "عشر", "عشرة", "عشرون", "ثمانية", "اثنان", "أحد", "نصف",
    "ربع", "ثلث", "الأول", "الثانية", "مقعدان", "صوتا", "سنة", "one", "two", "twenty", "hundred", "thousand", "million", "and", "a", "half",
    "third", "quarter", "dozen", "m", "k", "bn", "st", "rd", "th", "v", "G", "$", "(", ")", "per cent", "percent", "election",
];

fuzz_target!(|bytes: &[u8]| {
    let text: String = bytes.iter().map(|&b| PIECES[b as usize % PIECES.len()]).collect();
    let tagged = Lexicon::get().tag(Text::new(&text));
    let numbers = numbers(&tagged);
    for number in &numbers {
        let words = text.get(number.span.start as usize..number.span.end as usize).expect("a span on character boundaries");
        assert!(!words.trim().is_empty() && number.start < number.end);
    }
    assert!(numbers.windows(2).all(|pair| pair[0].end <= pair[1].start && pair[0].span.end <= pair[1].span.start));
});
