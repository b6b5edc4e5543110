//! From an article's words to its findings: the doctored article fires, the honest one does not.

use hasila::{Article, Extractor, Severity};

/// The errors of an article.
fn errors(text: &str) -> Vec<&'static str> {
    let record = Extractor::new().extract(&Article::new(text));
    record.checks.iter().filter(|finding| finding.severity == Severity::Error).map(|finding| finding.check).collect()
}

const NONE: [&str; 0] = [];

#[test]
fn a_dropped_digit_breaks_the_turnout() {
    let english = |cast: &str| {
        format!(
            "Turnout in the presidential election was 69.44%. There are 11,953,465 registered voters. In all, {cast} people cast their ballots."
        )
    };
    assert_eq!(errors(&english("8,300,046")), NONE);
    assert_eq!(errors(&english("830,046")), ["turnout_arithmetic"]);
    let arabic = |cast: &str| {
        format!("بلغت نسبة المشاركة في الانتخابات الرئاسية 69.44٪. وأدلى {cast} ناخبا بأصواتهم من أصل 11 مليونا و953 ألفا و465 ناخبا مسجلا.")
    };
    assert_eq!(errors(&arabic("8 ملايين و300 ألف و46")), NONE);
    assert_eq!(errors(&arabic("830 ألفا و46")), ["turnout_arithmetic"]);
}

#[test]
fn shares_of_more_than_all() {
    let english =
        |second: &str| format!("Mary Adams won 51.2% of the vote in the presidential election, and Peter Hall got {second}% of the vote.");
    assert_eq!(errors(&english("46.9")), NONE);
    assert_eq!(errors(&english("64.9")), ["shares_sum"]);
    let arabic =
        |second: &str| format!("حصل أحمد المنصوري على 51.2٪ من الأصوات في الانتخابات الرئاسية، فيما نال سالم الحداد {second}٪ من الأصوات.");
    assert_eq!(errors(&arabic("46.9")), NONE);
    assert_eq!(errors(&arabic("49.6")), ["shares_sum"]);
}

#[test]
fn one_thing_with_two_values() {
    let text = |second: &str| {
        format!(
            "The commission said 7,074,575 voters are registered for the parliamentary election. Polls open on Sunday for the {second} registered voters."
        )
    };
    assert_eq!(errors(&text("7,074,575")), NONE);
    assert_eq!(errors(&text("7,047,575")), ["two_values"]);
}

#[test]
fn votes_over_voters() {
    let text =
        |registered: &str| format!("In all 1,250,311 voters cast their ballots in the election, out of {registered} registered voters.");
    assert_eq!(errors(&text("1,942,004")), NONE);
    assert_eq!(errors(&text("1,094,204")), ["cast_over_registered"]);
}
