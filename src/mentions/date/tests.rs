//! Every way in which the news of either language writes a day. No test asks a clock.

use super::*;
use crate::lexicon::Lexicon;
use crate::mentions::numbers;
use crate::text::Text;

fn mentions(raw: &str, published: &str) -> Vec<(String, DateMention)> {
    let tagged = Lexicon::get().tag(Text::new(raw));
    let found = dates(&tagged, &numbers(&tagged), published.parse().ok());
    found.into_iter().map(|d| (d.span.of(raw).to_owned(), d)).collect()
}

fn iso(date: &DateMention) -> String {
    let show = |d: Option<PartialDate>| d.map_or("?".to_owned(), |d| d.to_string());
    match date.date_end {
        Some(_) => format!("{}..{}", show(date.date), show(date.date_end)),
        None => show(date.date),
    }
}

/// The dates of `raw`, told apart by spaces.
fn read(raw: &str, published: &str) -> String {
    mentions(raw, published).iter().map(|(_, d)| iso(d)).collect::<Vec<_>>().join(" ")
}

fn check(published: &str, cases: &[(&str, &str)]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter(|(raw, expected)| read(raw, published) != *expected)
        .map(|(raw, expected)| {
            format!(
                "{raw}\n    expected {expected:?}, found {:?}",
                mentions(raw, published).iter().map(|(s, d)| format!("{s} = {}", iso(d))).collect::<Vec<_>>()
            )
        })
        .collect();
    assert!(wrong.is_empty(), "published {published:?}:\n{}", wrong.join("\n"));
}

#[test]
fn twelve_months_in_five_regions() {
    let regions = [
        "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
        "كانون_الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين_الأول تشرين_الثاني كانون_الأول",
        "جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر",
        "يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر",
        "كانون_2 شباط آذار نيسان مايو حزيران يوليو اغسطس ايلول تشرين_1 تشرين_2 كانون_1",
    ];
    for region in regions {
        for (month, name) in region.split(' ').map(|m| m.replace('_', " ")).enumerate() {
            let month = month + 1;
            let iso = format!("2019-{month:02}-09");
            for raw in [
                format!("جرت في 9 {name} 2019 انتخابات"),
                format!("في التاسع من {name} 2019"),
                format!("في 9/{name}/2019"),
                format!("9 من شهر {name} عام 2019"),
            ] {
                assert_eq!(read(&raw, ""), iso, "{raw}");
            }
            assert_eq!(read(&format!("في {name} 2019"), ""), format!("2019-{month:02}"), "{name}");
        }
    }
    let english = "January February March April May June July August September October November December";
    for (month, name) in english.split(' ').enumerate() {
        let (month, short) = (month + 1, if name == "May" { "On May" } else { &format!("{}.", &name[..3]) });
        for raw in [format!("on {name} 9, 2019"), format!("9 {name} 2019"), format!("{short} 9, 2019"), format!("the 9th of {name}, 2019")]
        {
            assert_eq!(read(&raw, ""), format!("2019-{month:02}-09"), "{raw}");
        }
        assert_eq!(read(&format!("In {name} 2019, they voted"), ""), format!("2019-{month:02}"));
        assert_eq!(read(&format!("in {name}"), "2019-12-31").len(), 7, "{name}");
    }
}

#[test]
fn two_names_of_a_month_are_one_date() {
    for raw in [
        "في 7 حزيران/يونيو 2015",
        "في 7 يونيو (حزيران) 2015",
        "السابع من يونيو /حزيران 2015",
        "7 حزيران - يونيو 2015",
        "7 حزيران- يونيو 2015",
        "7 حزيران يونيو 2015",
        "الأحد 7 يونيو/ حزيران من عام 2015",
        "7 يونيو (حزيران)، 2015",
    ] {
        assert_eq!(read(raw, ""), "2015-06-07", "{raw}");
    }
    check(
        "2015-07-21",
        &[
            ("ستجرى في تشرين الثاني - نوفمبر", "2015-11"),
            ("في / نوفمبر (تشرين الثاني) 2016", "2016-11"),
            ("في السابع من يونيو /حزيران. الماضي والتي", "2015-06-07"),
            ("في 29 يونيو (حزيران) الماضي", "2015-06-29"),
            ("وفاز في مايو (أيار) الماضي", "2015-05"),
            ("في أكتوبر (تشرين الأول) المقبل", "2015-10"),
            ("لعبة في كانون الأول (ديسمبر) 2015", "2015-12"),
        ],
    );
    assert_eq!(mentions("وفي تشرين الثاني - نوفمبر المقبل،", "")[0].0, "تشرين الثاني - نوفمبر المقبل");
}

#[test]
fn spellings_of_days() {
    check(
        "2017-06-18",
        &[
            ("في 9 نيسان", "2017-04-09"),
            ("في التاسع من حزيران", "2017-06-09"),
            ("الحادي والعشرين من يونيو", "2017-06-21"),
            ("في الثاني عشر من ديسمبر 2016", "2016-12-12"),
            ("الثالث عشر من يونيو", "2017-06-13"),
            ("الثلاثين من يونيو", "2017-06-30"),
            ("يوم 4 ماي", "2017-05-04"),
            ("في 18 جوان 2017", "2017-06-18"),
            ("الأحد 18 جوان 2017", "2017-06-18"),
            ("اليوم الأحد 18 جوان 2017، في", "2017-06-18"),
            ("الأحد (18 جوان)", "2017-06-18"),
            ("الأحد الموافق 18 جوان 2017", "2017-06-18"),
            ("20 نوفمبر/تشرين الثاني 2022", "2022-11-20"),
            ("في الـ20 من نوفمبر 2022", "2022-11-20"),
            ("في ال19 من يونيو", "2017-06-19"),
            ("٩ يونيو ٢٠١٩م", "2019-06-09"),
            ("9 يونيو سنة 2019", "2019-06-09"),
            ("9 يونيو من عام 2019", "2019-06-09"),
            ("17 ديسمبر من العام الحالي", "2017-12-17"),
            ("17 ديسمبر من هذا العام", "2017-12-17"),
            ("17 ديسمبر من العام الماضي", "2016-12-17"),
            ("17 ديسمبر العام المقبل", "2018-12-17"),
            ("25 من الشهر الجاري", "2017-06-25"),
            ("في الخامس من الشهر المقبل", "2017-07-05"),
            ("يوم 25 الجاري", "2017-06-25"),
            ("March 5th", "2017-03-05"),
            ("5 March 2023", "2023-03-05"),
            ("the Dec. 12 election", "2017-12-12"),
            ("October 15th, 2023", "2023-10-15"),
            ("Sunday, June 7, 2015", "2015-06-07"),
            ("Sunday June 7 2015", "2015-06-07"),
            ("the 12th of December", "2017-12-12"),
            ("the twelfth of December 2019", "2019-12-12"),
            ("on the 5th of next month", "2017-07-05"),
            ("12-Dec-2019", "2019-12-12"),
            ("٧/٦/٢٠١٥", "2015-06-07"),
            ("the May 7 general election", "2017-05-07"),
            ("June 7 this year", "2017-06-07"),
            ("June 7 of last year", "2016-06-07"),
            ("Sept. 3", "2017-09-03"),
            ("May 7", "2017-05-07"),
            ("2019-06-09", "2019-06-09"),
            ("في 2019/6/9", "2019-06-09"),
            ("نشر يوم 09/06/2019", "2019-06-09"),
            ("20.11.2022", "2022-11-20"),
            ("on 20/11/2022", "2022-11-20"),
            ("on 11/20/2022", "2022-11-20"),
            ("on 6/6/2022", "2022-06-06"),
            ("on 2022-11-20T08:00", "2022-11-20"),
        ],
    );
}

#[test]
fn ranges() {
    check(
        "2019-04-01",
        &[
            ("9 و10 يونيو", "2019-06-09..2019-06-10"),
            ("من 26 إلى 28 مارس", "2019-03-26..2019-03-28"),
            ("26-28 مارس 2018", "2018-03-26..2018-03-28"),
            ("يومي 10 و11 ديسمبر 2018", "2018-12-10..2018-12-11"),
            ("أيام 26 و27 و28 مارس 2018", "2018-03-26..2018-03-28"),
            ("بين 4 و6 يونيو", "2019-06-04..2019-06-06"),
            ("السابع والعاشر من يونيو", "2019-06-07..2019-06-10"),
            ("19 أبريل - 1 يونيو", "2019-04-19..2019-06-01"),
            ("من 19 أبريل إلى 1 يونيو 2024", "2024-04-19..2024-06-01"),
            ("March 26-28", "2019-03-26..2019-03-28"),
            ("March 26–28, 2018", "2018-03-26..2018-03-28"),
            ("March 26 and 27, 2018", "2018-03-26..2018-03-27"),
            ("between 4 and 6 June", "2019-06-04..2019-06-06"),
            ("4, 5 and 6 June", "2019-06-04..2019-06-06"),
            ("from April 19 to June 1, 2024", "2024-04-19..2024-06-01"),
            ("between June 4 and June 6", "2019-06-04..2019-06-06"),
            ("ما بين 10 ديسمبر 2016 و1 جانفي 2017", "2016-12-10..2017-01-01"),
            ("في الـ4 والـ5 من يونيو", "2019-06-04..2019-06-05"),
            ("28 December - 2 January", "2018-12-28..2019-01-02"),
            ("on March 5 and 12 others", "2019-03-05"),
            ("في 23 أبريل و7 مايو 2017", "2017-04-23 2017-05-07"),
            ("مارس وأبريل 2014", "2014-03 2014-04"),
        ],
    );
}

#[test]
fn months_and_years() {
    check(
        "2015-08-02",
        &[
            ("ديسمبر 2017", "2017-12"),
            ("في شهر نوفمير الماضي", "2014-11"),
            ("June 2023", "2023-06"),
            ("in early June", "2015-06"),
            ("late June", "2015-06"),
            ("last June", "2015-06"),
            ("June's referendum", "2015-06"),
            ("in elections in June", "2015-06"),
            ("next August", "2016-08"),
            ("في يونيو الماضي", "2015-06"),
            ("انتخابات يونيو", "2015-06"),
            ("في يونيو/حزيران 2016", "2016-06"),
            ("يونيو من العام الماضي", "2014-06"),
            ("April this year", "2015-04"),
            ("الشهر المقبل", "2015-09"),
            ("الشهر الماضي", "2015-07"),
            ("هذا الشهر", "2015-08"),
            ("next month", "2015-09"),
            ("last month", "2015-07"),
            ("العام الماضي", "2014"),
            ("العام الجاري", "2015"),
            ("من السنة المقبلة", "2016"),
            ("هذا العام", "2015"),
            ("العام المنصرم 2014", "2014"),
            ("last year", "2014"),
            ("next year's election", "2016"),
            ("this year", "2015"),
            ("قبل ثلاث سنوات", "2012"),
            ("three years ago", "2012"),
            ("الأسبوع المقبل", "2015-08"),
            ("عام 2014", "2014"),
            ("سنة 2014", "2014"),
            ("وفي العام ،1986", "1986"),
            ("خلال عامي 2006 و2007", "2006 2007"),
            ("في 2012", "2012"),
            ("in 2012", "2012"),
            ("the 2012 elections", "2012"),
            ("the 2012 vote", "2012"),
            ("Figures for the 2001 general election suggest", "2001"),
            ("انتخابات 2014", "2014"),
            ("in May's elections", "2015-05"),
            ("the May election", "2015-05"),
            ("2010-2015", "2010 2015"),
            ("خلال الأعوام 2010 و2011 و2012", "2010 2011 2012"),
            ("العام قبل الماضي", "2013"),
            ("انتخابات الرئاسة المصرية 2014", "2014"),
            ("since 2015", "2015"),
            ("with 28.3 percent (2011: 17.6 percent)", "2011"),
            ("من 2009 إلى .2011", "2009 2011"),
            ("انتخب في 2005 و2010", "2005 2010"),
            ("2019م", "2019"),
        ],
    );
}

#[test]
fn days_near_the_publication() {
    check(
        "2022-11-21",
        &[
            ("أمس الأحد", "2022-11-20"),
            ("وأمس", "2022-11-20"),
            ("اليوم", "2022-11-21"),
            ("اليوم (الاثنين)", "2022-11-21"),
            ("أول أمس", "2022-11-19"),
            ("أول من أمس السبت", "2022-11-19"),
            ("غدا الثلاثاء", "2022-11-22"),
            ("بعد غد", "2022-11-23"),
            ("today", "2022-11-21"),
            ("yesterday", "2022-11-20"),
            ("Tomorrow", "2022-11-22"),
            ("the day before yesterday", "2022-11-19"),
            ("tonight", "2022-11-21"),
            ("قبل يومين", "2022-11-19"),
            ("قبل ثلاثة أيام من الدورة الثانية", ""),
            ("three days ago", "2022-11-18"),
            ("قبل أسبوعين", "2022-11-07"),
            ("منذ يومين", "2022-11-19"),
            ("منذ 30 عاما", ""),
            ("قبل نحو شهرين", "2022-09"),
            ("الأحد قبل الماضي", "2022-11-13"),
            ("الأحد بعد المقبل", "2022-12-04"),
            ("a week ago", "2022-11-14"),
            ("فاز قبل عام.", "2021"),
            ("يومي السبت والأحد المقبلين", "2022-11-26..2022-11-27"),
            ("صباح غد الثلاثاء", "2022-11-22"),
            ("السبت فاتح أكتوبر، ثم الخامس عشر من الشهر نفسه", "2022-10-01 2022-10-15"),
            ("On Nov. 20 voters went", "2022-11-20"),
            ("On November 20th voters went", "2022-11-20"),
            ("In November 20 people died", "2022-11"),
            ("في 26 فبراير 2024 موعدا. في 26 فبراير", "2024-02-26 2024-02-26"),
            ("they will vote in two weeks", "2022-12-05"),
            ("يوم أمس الأحد", "2022-11-20"),
            ("on Sunday morning", "2022-11-20"),
            ("in Sunday's elections", "2022-11-20"),
            ("voters will go to the polls on Sunday", "2022-11-27"),
            ("سوف يصوتون الأحد", "2022-11-27"),
        ],
    );
    // Printed a day late.
    assert_eq!(read("أمس الأحد", "2022-11-22"), "2022-11-20");
    assert_eq!(read("اليوم السبت", "2015-07-22"), "2015-07-18");
    let unknown = mentions("أمس", "");
    assert!(unknown[0].1.date.is_none() && unknown[0].1.relative);
}

/// A vote without a year: what is said of it tells whether it is over.
#[test]
fn votes_to_come_and_votes_held() {
    check(
        "2010-07-08",
        &[
            ("anger could cost them seats in the November elections", "2010-11"),
            ("lawmakers facing elections in November", "2010-11"),
            ("a law before the November congressional elections", "2010-11"),
            ("since the November elections", "2009-11"),
            ("after they won the November elections", "2009-11"),
            ("The company was founded in November", "2009-11"),
            ("ahead of an election in May", "2011-05"),
            ("an election in May", "2010-05"),
            ("the race before the March 9 elections", "2010-03-09"),
            ("as voters go to the polls on Monday", "2010-07-12"),
            ("what they said before Tuesday's primary", "2010-07-06"),
            ("going into Tuesday's primary", "2010-07-06"),
            ("going into Friday's primary", "2010-07-09"),
            ("استعدادا للانتخابات في نوفمبر", "2010-11"),
            ("الانتخابات التي جرت في نوفمبر", "2009-11"),
        ],
    );
}

#[test]
fn every_weekday_from_every_day() {
    let arabic = ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"];
    let english = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    for today in 0..7 {
        let published = jiff::civil::date(2022, 11, 21 + today);
        for weekday in 0..7 {
            let back = (today - weekday).rem_euclid(7) as i64;
            let day = |by: i64| published.checked_add(jiff::Span::new().days(by)).unwrap().to_string();
            let (ar, en) = (arabic[weekday as usize], english[weekday as usize]);
            let (past, future) = (if back == 0 { day(-7) } else { day(-back) }, day(7 - back));
            let coming = if back == 0 { day(0) } else { future.clone() };
            for (raw, expected) in [
                (format!("جرت {ar} في"), day(-back)),
                (format!("on {en}"), day(-back)),
                (format!("يوم {ar} الماضي"), past.clone()),
                (format!("last {en}"), past.clone()),
                (format!("يوم {ar} المقبل"), future.clone()),
                (format!("{ar} القادم"), future.clone()),
                (format!("next {en}"), future.clone()),
                (format!("ستجري {ar}"), coming.clone()),
                (format!("will be held {en}"), coming.clone()),
                (format!("this {en}"), coming.clone()),
            ] {
                assert_eq!(read(&raw, &published.to_string()), expected, "{raw} on {published}");
            }
        }
    }
}

#[test]
fn hijri_days() {
    check(
        "2024-03-25",
        &[
            ("10 رمضان 1445", "2024-03-20"),
            ("10 رمضان 1445 هـ", "2024-03-20"),
            ("15 رمضان", "2024-03-25"),
            ("5 شوال المقبل", "2024-04-14"),
            ("في ذي الحجة المقبل", "2024"),
            ("رمضان 1445", "2024"),
            ("1445 هـ", "2023..2024"),
            ("20 مارس 2024 (10 رمضان 1445 هـ)", "2024-03-20"),
            ("10 رمضان 1445هـ الموافق 20 مارس 2024م", "2024-03-20"),
            ("السبت 7/11/1436هـ", "2015-08-22"),
            ("1436/11/7", "2015-08-22"),
            ("3 صفر", ""),
            ("رجب طيب أردوغان", ""),
        ],
    );
    let both = mentions("في 10 رمضان 1445هـ (20 مارس 2024م)،", "");
    assert_eq!((both[0].0.as_str(), both[0].1.hijri), ("10 رمضان 1445هـ (20 مارس 2024م)", false));
}

#[test]
fn without_publication_date_the_article_tells() {
    check(
        "",
        &[
            ("جرت في التاسع من حزيران. وللحقيقة. ففي اذار 2019، تنحى", "2019-06-09 2019-03"),
            ("في 20 ديسمبر 2018 أعلن. وفي 5 يناير جرت", "2018-12-20 2019-01-05"),
            ("في 9 حزيران", "?"),
            ("الأحد", "?"),
            ("في 2011 وفي 2014. في 9 حزيران", "2011 2014 2014-06-09"),
            ("17 ديسمبر من العام الماضي", "?"),
        ],
    );
    check("2019", &[("في 9 حزيران", "2019-06-09"), ("العام الماضي", "2018"), ("أمس", "?"), ("الشهر الماضي", "?")]);
    check("2019-07", &[("في 9 حزيران", "2019-06-09"), ("الشهر الماضي", "2019-06"), ("أمس", "?")]);
}

#[test]
fn no_dates() {
    for raw in [
        "أحد الصحفيين",
        "تيريزا ماي",
        "قالت ماي إنها",
        "جوانب",
        "باب مفتوح",
        "أربعة من الأربعة",
        "they may vote",
        "Theresa May said",
        "May we vote",
        "a march on the capital",
        "2882015",
        "at 9:30",
        "فاز 3-1",
        "2014 صوتا",
        "في 2014 مقعدا",
        "won 2014 votes",
        "about 2,014 seats",
        "2014%",
        "http://x.com/2015/07/21/a",
        "-58.5 06",
        "في اليوم التالي",
        "في نفس اليوم",
        "أمسّ الحاجة",
        "$2014",
        "Sunday Times",
        "قوى 14 آذار",
        "1.2.3",
        "الساعة 10",
        "2000 ألف",
        "مارس ضغوطا",
        "April Smith",
        "on 5/6/2019",
        "in the 1990s",
        "السنوات الماضية",
        "بعد يومين",
        "35 عاما",
        "192.168.2019.1",
        "+20-12-2019-55",
        "the September 11 attacks",
        "1 2014 3",
        "ق.م",
    ] {
        assert_eq!(read(raw, "2019-06-09"), "", "{raw}");
    }
}

#[test]
fn spans_are_exact() {
    for (raw, span) in [
        ("جرت ليونيو المقبل", "يونيو المقبل"),
        ("والأحد الماضي.", "الأحد الماضي"),
        ("منذ وأمس الأحد", "أمس الأحد"),
        ("في عام 2014،", "عام 2014"),
        ("held on Sunday, June 7, 2015, in", "Sunday, June 7, 2015"),
        ("يوم أمس الأحد قال", "يوم أمس الأحد"),
        ("بالأمس", "الأمس"),
    ] {
        assert_eq!(mentions(raw, "2015-06-09")[0].0, span, "{raw}");
    }
}

#[test]
fn datelines() {
    for (raw, day) in [
        ("LONDON, March 3 2021 (Reuters) - Voters", "2021-03-03"),
        ("القاهرة – 3 يونيو 2014\nفاز", "2014-06-03"),
        ("القاهرة في 3 يونيو 2014 / وام / فاز", "2014-06-03"),
        ("تونس 18 جوان 2017 (وات) - فاز", "2017-06-18"),
        ("استفتاء 3 يونيو 2014 (الجولة الأولى) - فاز", ""),
        ("فاز الحزب في 3 يونيو 2014 (الجولة", ""),
        ("NAIROBI, Kenya, March 5, 2013 - Voters", "2013-03-05"),
        ("2022-11-21T10:30:00Z\nText", "2022-11-21"),
        ("Monday, 21 November 2022, 10:30 GMT\nText", "2022-11-21"),
        ("Updated: Nov. 21, 2022\nText", "2022-11-21"),
        ("Title\nOne.\nTwo.\nThree.\n21 November 2022", ""),
        ("June 7, 2015 was a day", ""),
        ("Title\n21 November 2022\n\nText", "2022-11-21"),
        ("عنوان\nنشر في 21/11/2022\nنص", "2022-11-21"),
        ("Published: 21 November 2022\nText", "2022-11-21"),
        ("Published on 21 November 2022 at 10:30\nText", "2022-11-21"),
        ("الأحد 21 نوفمبر 2022 - 10:30\nنص", "2022-11-21"),
        ("جرت الانتخابات في 3 يونيو 2014 وفاز", ""),
        ("On June 7, 2015 - a Sunday - voters", ""),
        ("The election, held on June 7, 2015, was", ""),
        ("In Kenya, March 4, 2013 (a Monday) was", ""),
        ("June 7, 2015 was a Sunday", ""),
    ] {
        let tagged = Lexicon::get().tag(Text::new(raw));
        assert_eq!(dateline(&tagged).map_or(String::new(), |d| d.to_string()), day, "{raw}");
    }
}

#[test]
fn lengths_of_time() {
    for (raw, expected) in [
        ("لولاية مدتها سبع سنوات", "سبع سنوات=7 years"),
        ("7 سنوات", "7 سنوات=7 years"),
        ("خمسة أعوام", "خمسة أعوام=5 years"),
        ("لسنتين", "سنتين=2 years"),
        ("بعد شهرين", "شهرين=2 months"),
        ("a four-year term", "four-year=4 years"),
        ("three weeks", "three weeks=3 weeks"),
        ("عام 2014", ""),
        ("24 ساعة", "24 ساعة=24 hours"),
    ] {
        let tagged = Lexicon::get().tag(Text::new(raw));
        let found = durations(&tagged, &numbers(&tagged));
        let shown: Vec<String> = found.iter().map(|d| format!("{}={} {}", d.span.of(raw), d.value, d.unit)).collect();
        assert_eq!(shown.join(" "), expected, "{raw}");
    }
}

proptest::proptest! {
    #[test]
    fn any_text_is_read(raw in "(أمس|الأحد|9|و|10|يونيو|/|-|\\(|\\)|2019|هـ|رمضان|الماضي|عام|من|May|5|th|,| |\n|\\PC){0,40}") {
        let tagged = Lexicon::get().tag(Text::new(&raw));
        let numbers = numbers(&tagged);
        for published in ["", "2019", "2019-06", "2019-06-09"] {
            let found = dates(&tagged, &numbers, published.parse().ok());
            proptest::prop_assert!(found.windows(2).all(|w| w[0].end <= w[1].start));
            for date in found {
                let _ = date.span.of(&raw);
            }
        }
        durations(&tagged, &numbers);
        dateline(&tagged);
    }
}
