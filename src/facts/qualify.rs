//! What a figure's surroundings say of it, once for all rules: bound, status, which election.

use super::draft::When;
use super::measure::Measure;
use super::scene::Scene;
use crate::kind::{Bound, FactKind, Status};
use crate::lexicon::{Concept, Concepts, Hit, Tagged};
use crate::mentions::Form;
use crate::text::Lang;

/// How the figure is hedged: the nearest hedge right before the number, or right behind its unit.
pub(super) fn bound(scene: &Scene, measure: &Measure) -> Bound {
    if measure.max.is_some() {
        return Bound::Range;
    }
    let sentence = scene.sentence(measure.start);
    let number = measure.number.0;
    let hedge = |h: &Hit| match h.concept {
        Concept::About => Some(Bound::About),
        Concept::Over => Some(Bound::Over),
        Concept::Under => Some(Bound::Under),
        _ => None,
    };
    let from = (sentence.start as usize).max(number.saturating_sub(9));
    for j in (from..number).rev() {
        // A number in between has its own hedge.
        if scene.tagged.is_digits(j) || sentence.lang == Lang::Ar && scene.numbers_in(j, j + 1).iter().any(|n| n.form == Form::Words) {
            break;
        }
        for hit in scene.tagged.at(j).iter().rev() {
            let Some(bound) = hedge(hit) else { continue };
            // "More than double its 17", «أكثر من نصف الناخبين البالغ عددهم 3.3 مليون».
            if matches!(scene.form(hit.end as usize), "double" | "twice" | "triple" | "half" | "ضعف" | "نصف" | "ثلث" | "ثلثي" | "ربع")
            {
                continue;
            }
            // «وتفوق X على Y بـ72%»: won, no hedge.
            if hit.start as usize + 2 < number && scene.is(j, Concept::Won) {
                continue;
            }
            let gap = scene.cost(hit.end as usize, number);
            // A verb of passing or staying below may stand before its subject; a plain hedge stands at the number.
            let verb = sentence.lang == Lang::Ar
                && matches!(bound, Bound::Over | Bound::Under)
                && hit.end - hit.start <= 2
                && !matches!(scene.form(j), "دون" | "حتي" | "فوق");
            // حتى is a hedge only at its number: "حتى الثانية ظهرا 31%" tells the hour.
            let reach = if scene.form(j) == "حتي" {
                0.0
            } else if verb {
                8.0
            } else {
                2.0
            };
            if gap <= reach && hit.end as usize <= number {
                let negated = bound == Bound::Over
                    && (from..j).rev().take(6).any(|x| matches!(scene.form(x), "لم" | "لن" | "ولم" | "ولن" | "not" | "لا"));
                return if negated { Bound::Under } else { bound };
            }
        }
    }
    let after = measure.end;
    for j in after..(after + 3).min(sentence.end as usize) {
        for hit in scene.tagged.at(j) {
            let form = scene.form(j);
            if hit.concept == Concept::About && matches!(form, "تقريبا" | "or") {
                return Bound::About;
            }
            if hit.concept == Concept::Over && form == "علي" {
                return Bound::Over;
            }
            if hit.concept == Concept::Under && form == "علي" {
                return Bound::Under;
            }
        }
        if scene.form(j) == "or" && scene.form(j + 1) == "more" {
            return Bound::Over;
        }
    }
    Bound::Exact
}

/// "Needs more than 50%", "50% plus one vote": how far the law asks to go beyond; who passes a threshold says nothing of it.
pub(super) fn bound_of_threshold(scene: &Scene, measure: &Measure) -> Bound {
    let verb = |h: &Hit| {
        let at = h.start as usize;
        h.end - h.start == 1 && !matches!(scene.form(at), "over" | "above" | "فوق")
            || ["تجاوز", "تخط", "فاق"].iter().any(|root| scene.form(h.end as usize - 1).contains(root))
    };
    // Not "over the 55% threshold".
    let over = |h: &Hit| h.end as usize + usize::from(scene.form(h.end as usize) == "ال") == measure.start && !verb(h);
    let said = scene.hits(measure.start.saturating_sub(4), measure.start, Concept::Over).any(over);
    let least = || scene.hits(measure.end, measure.end + 2, Concept::Over).any(|h| !verb(h));
    let plus = || (measure.end..measure.end + 3).any(|j| matches!(scene.form(j), "plus" | "زايد" | "زايدا" | "+"));
    match () {
        () if said || least() || plus() => Bound::Over,
        () if bound(scene, measure) == Bound::About => Bound::About,
        () => Bound::Exact,
    }
}

/// What the figure is said to be: a word in its sentence, else the poll that the sentence before tells of, else what the
/// article says of the state of the count.
pub(super) fn status(scene: &Scene, measure: &Measure, kind: FactKind, when: When, poll: Option<Status>) -> Option<Status> {
    let sentence = *scene.sentence(measure.start);
    let (start, end) = (sentence.start as usize, sentence.end as usize);
    let found = match kind {
        FactKind::TermYears | FactKind::SeatsTotal | FactKind::Threshold => None,
        _ if kind.is_result() => result_status(scene, start, end, kind),
        _ => plan_status(scene, measure),
    };
    if kind == FactKind::CountedShare || matches!(kind, FactKind::Turnout | FactKind::VotesCast) && at_an_hour(scene, measure) {
        return Some(Status::Partial);
    }
    if found.is_some() || !kind.is_result() {
        return found;
    }
    // A figure of an earlier election, or of the round before this one, is not what was announced.
    if before(scene, when) || first_round(scene, start, end) {
        return None;
    }
    if kind.needs_subject() && poll.is_some() {
        return poll;
    }
    let told = announced(scene, start);
    if matches!(kind, FactKind::VoteShare | FactKind::Votes | FactKind::Seats | FactKind::Margin) {
        // One article tells one state of the count: what it says later holds for what stands before.
        let first = scene.announced.first().map(|(_, status)| *status);
        let poll = || (first.is_none() && tells_of_poll(scene)).then_some(Status::OpinionPoll);
        return told.or(first.filter(|s| *s != Status::Partial)).or_else(poll);
    }
    // «وكانت نسبة المشاركة قد بلغت 72%»: as was told before the results.
    let was = (start..start + 2).any(|j| matches!(scene.form(j), "وكان" | "وكانت" | "كان" | "كانت"))
        && (start..measure.start).any(|j| scene.form(j) == "قد");
    // That not all votes are counted says nothing of how many were cast.
    told.filter(|_| !was).filter(|status| *status != Status::Partial)
}

/// One of two years between which somebody did something, or the last of them: "prime minister from 2013 to 2021", «بين 2013 و2021»,
/// "won a term until 2030", "in power since 2019".
pub(super) fn of_tenure(scene: &Scene, ds: usize, de: usize) -> bool {
    let form = |j: usize| scene.form(j);
    let year = |j: usize| scene.tagged.is_digits(j) && form(j).len() >= 4;
    let first = ds > 0
        && matches!(form(ds - 1), "from" | "between" | "من" | "بين")
        && matches!(form(de), "to" | "and" | "until" | "الي" | "حتي" | "و" | "-");
    let first = first && year(de + 1);
    let second = ds > 2 && matches!(form(ds - 1), "to" | "and" | "until" | "الي" | "حتي" | "و" | "-") && year(ds - 2);
    let last = ds > 0 && matches!(form(ds - 1), "until" | "till" | "through" | "حتي") && year(ds);
    // "In power since January 2019", but "no election since 2006, when X won 74 seats".
    let when = |j: usize| matches!(form(j), "when" | "عندما" | "حين" | "حينما" | "حيث");
    let since = ds > 0 && matches!(form(ds - 1), "since" | "منذ") && !when(de) && !when(de + 1);
    since || first || last || second && matches!(form(ds.wrapping_sub(3)), "from" | "between" | "من" | "بين")
}

/// The year of something else that happened to somebody: "founded in 2016", «ولدت في العام 1968».
pub(super) fn of_life(scene: &Scene, ds: usize) -> bool {
    let start = scene.sentence(ds).start as usize;
    let last = scene.tagged.within(ds.saturating_sub(6).max(start), ds).iter().rfind(|h| LIFE_OR_VOTE.holds(h.concept));
    last.is_some_and(|h| h.concept == Concept::Life && scene.cost(h.end as usize, ds) <= 2.0)
}

/// What a year may be the year of.
const LIFE_OR_VOTE: Concepts = Concepts::of(&[Concept::Life, Concept::Election, Concept::Elected, Concept::Won, Concept::Held]);

/// Whether a figure is of an earlier election than the last that the article dates.
pub(super) fn before(scene: &Scene, when: When) -> bool {
    let newest = || scene.dates.iter().filter_map(|d| d.date).map(|d| d.year).max();
    when.earlier || when.year.is_some_and(|year| newest().is_none_or(|newest| year < newest))
}

/// "At that time X gained 48%", "in that round X led with 27%", "which won 17.8 per cent then", «بنسبة 10 بالمئة آنذاك».
fn looks_back(scene: &Scene, measure: &Measure) -> bool {
    let start = scene.sentence(measure.start).start as usize;
    let that = |j: usize| scene.form(j) == "that" && matches!(scene.form(j + 1), "time" | "round" | "election" | "vote" | "year");
    let then = |j: usize| matches!(scene.form(j), "then" | "انذاك" | "حينها" | "حينذاك" | "وقتها" | "يومها");
    (start..start + 2).any(that) || (measure.end..measure.end + 4).any(then)
}

/// The sentence speaks of the first round, the article of the second.
fn first_round(scene: &Scene, start: usize, end: usize) -> bool {
    let round = |start, end, value| scene.hits(start, end, Concept::Round).any(|h| h.value == value);
    round(start, end, 1) && !round(start, end, 2) && round(0, start, 2)
}

/// «وعند الخامسة مساء لم تكن سوى 26%», «11% على الساعة الحادية عشرة»: how many had voted by then. Not the hour at which the polls closed.
fn at_an_hour(scene: &Scene, measure: &Measure) -> bool {
    let sentence = scene.sentence(measure.start);
    let (start, end) = (sentence.start as usize, sentence.end as usize);
    if sentence.lang == Lang::En {
        // "Turnout at 4pm was 44.7 percent", "11.28% as of 11:00".
        let time = |j: usize| {
            matches!(scene.form(j), "noon" | "midday" | "midnight")
                || scene.tagged.is_digits(j)
                    && (matches!(scene.form(j + 1), "am" | "pm" | "a" | "p")
                        || scene.form(j + 1) == ":" && scene.tagged.is_digits(j + 2)
                        || scene.form(j).ends_with("pm"))
        };
        let near = |j: usize| if j < measure.start { scene.cost(j, measure.start) <= 9.0 } else { scene.cost(measure.end, j) <= 5.0 };
        let closed = |j: usize| {
            (j.saturating_sub(5).max(start)..j).any(|i| matches!(scene.form(i), "closed" | "close" | "closing" | "opened" | "closes"))
        };
        return (start + 1..end).any(|j| time(j) && matches!(scene.form(j - 1), "at" | "by" | "until" | "of") && near(j) && !closed(j));
    }
    let hour = |j: usize| {
        matches!(scene.form(j), "الساعه" | "زوالا" | "ظهرا" | "عصرا" | "صباحا" | "ظهر" | "الظهيره")
            || scene.form(j) == "مساء" && scene.is(j - 1, Concept::Ordinal)
    };
    let led = |j: usize| {
        (j.saturating_sub(3).max(start)..=j)
            .any(|i| matches!(scene.form(i), "عند" | "علي" | "حتي" | "وحتي" | "وعند" | "حدود" | "وفي" | "تمام" | "غايه"))
    };
    let near = |j: usize| if j < measure.start { scene.cost(j + 1, measure.start) <= 7.0 } else { scene.cost(measure.end, j) <= 3.0 };
    let closed = |j: usize| ["اغلاق", "اغلقت", "غلق", "انتهاء", "فتحت", "فتح"].iter().any(|word| scene.form(j).ends_with(word));
    let figure = |j: usize| {
        scene.numbers_in(j.min(measure.start), j.max(measure.start)).iter().filter(|n| n.form == crate::mentions::Form::Digits).count() > 1
    };
    (start + 1..end).any(|j| hour(j) && led(j) && near(j) && !figure(j) && !(j.saturating_sub(8).max(start)..j).any(closed))
}

/// The article tells of a survey from its beginning, and of no result.
fn tells_of_poll(scene: &Scene) -> bool {
    let end = scene.tagged.text.sentences.iter().take(2).map(|s| s.end as usize).max().unwrap_or(0);
    let survey = scene.hits(0, end, Concept::OpinionPoll).any(|h| h.value == 1 || scene.tagged.text.tokens[h.start as usize].arabic);
    let over = [Concept::Won, Concept::Victory, Concept::Elected, Concept::Cast].iter().any(|c| scene.has(0, end, *c));
    survey && !over
}

/// What the results were last announced to be: "according to preliminary results …:" holds for the list or sentences that follow.
fn announced(scene: &Scene, before: usize) -> Option<Status> {
    let at = scene.announced.partition_point(|(token, _)| *token < before);
    at.checked_sub(1).map(|k| scene.announced[k].1)
}

/// Every place where results are said to be preliminary, partial or final, in order.
pub(super) fn announcements(tagged: &Tagged) -> Vec<(usize, Status)> {
    let mut out = Vec::new();
    for hit in &tagged.hits {
        let (s, e) = (hit.start as usize, hit.end as usize);
        let status = match hit.concept {
            Concept::Preliminary => Status::Preliminary,
            Concept::Final => Status::Final,
            Concept::Partial if !matches!(tagged.text.form(s), "by" | "بحلول" | "as") && !in_full(tagged, hit) => Status::Partial,
            Concept::Counted if counted_in_part(tagged, hit) => Status::Partial,
            _ => continue,
        };
        let of_results = |h: &Hit| matches!(h.concept, Concept::Result | Concept::Final | Concept::Preliminary) && h.start as usize != s;
        let result = e - s > 1 || hit.concept == Concept::Counted || tagged.within(s.saturating_sub(2), e + 2).iter().any(of_results);
        // "will announce final results within two weeks": not yet.
        let later = tagged.within(s.saturating_sub(6), s).iter().any(|h| matches!(h.concept, Concept::Expected | Concept::Not))
            || (s.saturating_sub(4)..s).any(|j| {
                let according = j > 0 && tagged.text.form(j - 1) == "according";
                !according
                    && matches!(
                        tagged.text.form(j),
                        "to" | "before" | "until" | "قبل" | "انتظار" | "بانتظار" | "ستعلن" | "سيعلن" | "تعلن" | "حتي"
                    )
            });
        // "The provisional final result", «النتائج الرسمية الأولية»: preliminary.
        let beside = |h: &Hit| h.concept == Concept::Preliminary && (h.end as usize == s || h.start as usize == e);
        if result && !later && !(status == Status::Final && tagged.within(s.saturating_sub(2), e + 1).iter().any(beside)) {
            out.push((s, status));
        }
    }
    out
}

/// "With all votes counted", «بعد فرز جميع الأصوات»: nothing is left to count.
fn in_full(tagged: &Tagged, hit: &Hit) -> bool {
    let (s, e) = (hit.start as usize, hit.end as usize);
    let all = |j: usize| matches!(tagged.text.form(j), "all" | "every" | "جميع" | "كل" | "كامل" | "كافه");
    (s.saturating_sub(4)..e + 3).any(|j| all(j) && !nearly(tagged, j))
}

/// "Almost all", «معظم».
fn nearly(tagged: &Tagged, j: usize) -> bool {
    j > 0 && matches!(tagged.text.form(j - 1), "almost" | "nearly" | "virtually" | "practically")
}

/// "With 97% of ballots counted", "9,437 of 10,228 polling stations counted".
fn counted_in_part(tagged: &Tagged, hit: &Hit) -> bool {
    let (s, e) = (hit.start as usize, hit.end as usize);
    // «لجنة فرز الأصوات» counts, however much is counted.
    let head = |h: &Hit| h.concept == Concept::Station && h.end as usize == s && tagged.text.tokens[s].arabic;
    let part = |h: &Hit| matches!(h.concept, Concept::Percent | Concept::Station) && !head(h);
    // "With almost all votes counted", «بعد فرز معظم الأصوات».
    let most = |j: usize| matches!(tagged.text.form(j), "most" | "معظم" | "غالبيه") || nearly(tagged, j);
    !in_full(tagged, hit) && (tagged.within(s.saturating_sub(7), e + 4).iter().any(part) || (s.saturating_sub(4)..e + 3).any(most))
}

/// What a sentence says that its results are.
pub(super) fn result_status(scene: &Scene, start: usize, end: usize, kind: FactKind) -> Option<Status> {
    let mut found = None;
    for hit in scene.tagged.within(start, end) {
        let status = match hit.concept {
            Concept::Projection => Status::Projection,
            Concept::OpinionPoll => Status::OpinionPoll,
            Concept::Preliminary => Status::Preliminary,
            // "official" and "final" speak of results, not of a final round.
            Concept::Final => Status::Final,
            Concept::Partial
                if !in_full(scene.tagged, hit)
                    && (matches!(kind, FactKind::Turnout | FactKind::VotesCast)
                        || !matches!(scene.form(hit.start as usize), "by" | "بحلول")) =>
            {
                Status::Partial
            }
            Concept::Counted if !matches!(kind, FactKind::Turnout | FactKind::VotesCast) && counted_in_part(scene.tagged, hit) => {
                Status::Partial
            }
            _ => continue,
        };
        // «توقع استطلاع أن يحصل على 40%»: a survey, where the verb only says that it is not yet so.
        let weak = matches!(scene.form(hit.start as usize), "توقع" | "توقعات" | "سيحصل" | "ستحصل" | "تقدير" | "عينه");
        if weak && hit.concept == Concept::Projection && scene.has(start, end, Concept::OpinionPoll) {
            continue;
        }
        let rank = |s: Status| match s {
            Status::Partial => 5,
            Status::Projection => 3,
            Status::OpinionPoll => 2,
            Status::Preliminary => 4,
            Status::Final => 1,
            Status::Expected => 0,
        };
        if found.is_none_or(|f| rank(status) > rank(f)) {
            found = Some(status);
        }
    }
    found
}

fn plan_status(scene: &Scene, measure: &Measure) -> Option<Status> {
    let sentence = scene.sentence(measure.start);
    let from = sentence.start as usize;
    // «اعتمدت 1263 مركزا» is a plan, «اعتمدت 387 صحفيا» is done.
    let done = |h: &Hit| scene.form(h.start as usize) == "اعتمدت" && matches!(measure.unit, Concept::Journalist | Concept::Observer);
    scene
        .hits(from, measure.start, Concept::Expected)
        .filter(|h| !done(h))
        .any(|h| scene.cost(h.end as usize, measure.start) <= 12.0)
        .then_some(Status::Expected)
}

/// Which election the clause of tokens `around` speaks of.
pub(super) fn when(scene: &Scene, list: &[Measure], at: usize) -> When {
    let measure = &list[at];
    let sentence = *scene.sentence(measure.start);
    let (start, end) = (sentence.start as usize, sentence.end as usize);
    let mut out = When::default();
    let mut best = f32::MAX;
    for date in scene.dates_in(start, end) {
        let Some(value) = date.date else { continue };
        // "Five years ago" names the year of an election as 2019 does.
        let last_year = matches!(scene.form(date.start as usize), "العام" | "السنه")
            || scene.form(date.start as usize) == "last" && scene.form(date.start as usize + 1) == "year";
        if !date.bare_year && !date.relative && value.month.is_none() && !last_year {
            continue;
        }
        let (ds, de) = (date.start as usize, date.end as usize);
        if of_tenure(scene, ds, de) || of_life(scene, ds) || scene.in_relative(ds, measure.start) {
            continue;
        }
        // "33 seats in 2019, but this time took 41", «وحصل هذه المرة على 41».
        let now = |j: usize| matches!((scene.form(j), scene.form(j + 1)), ("this", "time") | ("هذه", "المره"));
        if (de..measure.start).any(now) {
            continue;
        }
        // "The highest since 1998": not the figure's own year.
        let since = ds > start && matches!(scene.form(ds - 1), "since" | "منذ")
            || (ds.saturating_sub(4).max(start)..ds).any(|j| scene.form(j) == "منذ") && measure.start > ds
            || ds > start + 1 && scene.form(ds - 2) == "منذ";
        // But "52 seats since the election of November 2019".
        let elected = scene.has(measure.end, ds, Concept::Election);
        let held = |j: usize| scene.form(j) == "منذ" && !scene.has(j, ds, Concept::Election);
        // «الأدنى منذ عام 1999 حين بلغت 41%»: then.
        let at_which = matches!(scene.form(de + usize::from(matches!(scene.form(de), "," | "،"))), "when" | "حين" | "عندما" | "حينما");
        let then = de <= measure.start && at_which;
        if since && !then && (ds >= measure.end && !elected || sentence.lang == Lang::Ar && (ds.saturating_sub(4).max(start)..ds).any(held))
        {
            continue;
        }
        let (from, to) = if de <= measure.start { (de, measure.start) } else { (measure.end, ds) };
        let crossed = list.iter().enumerate().filter(|(j, m)| *j != at && m.start >= from && m.end <= to).count() as f32;
        let after = ds >= measure.end;
        // "58,260,354 votes, more than in 2018": what the figure is held against.
        let compared =
            |h: &Hit| matches!(scene.form(h.start as usize), "compared" | "up" | "down" | "مقارنه") && h.concept == Concept::Previous;
        let held_against = |j: usize| {
            matches!(scene.form(j), "than" | "مما" | "تلك" | "المسجله")
                || scene.is(j, Concept::Against)
                || scene.tagged.at(j).iter().any(compared)
        };
        if after && ds < measure.end + if sentence.lang == Lang::Ar { 10 } else { 6 } && (measure.end..ds).any(held_against) {
            continue;
        }
        // "19 percent (2011: 17.6 percent)": the year heads what follows.
        let heads = scene.form(de) == ":" || (de..de + 3).any(|j| scene.form(j) == ":") && scene.form(ds.saturating_sub(1)) == "(";
        if after && heads {
            continue;
        }
        // "31% in 2019": the year behind a figure is its own; a year before it may govern more.
        // "In 2012 X won with N votes, a share of S": the year that opens the sentence governs it.
        let opening = !after && ds <= start + if sentence.lang == Lang::Ar { 9 } else { 5 } && list.first().is_none_or(|m| m.start >= de);
        // "But in 2018, when turnout was 41%, …", «في 2020 حين خسر X بـ47%».
        let opening = opening || !after && at_which;
        let (per_figure, reach) = match (after, opening) {
            // "98 deputies after the last election, in November 2019".
            (true, _) if scene.has(measure.end, ds, Concept::Previous) => (5.0, 9.0),
            (true, _) => (5.0, 5.0),
            (_, true) => (1.0, 40.0),
            _ => (5.0, 9.0),
        };
        let cost = scene.cost(from, to) * if after { 1.0 } else { 0.6 } + per_figure * crossed;
        // A year that stands right behind an earlier figure belongs to that one.
        let bracket = scene.form(de) == "(" && measure.start <= de + 2;
        let claimed = !after && !heads && !bracket && list[..at].iter().any(|m| m.end <= ds && scene.cost(m.end, ds) <= 2.5);
        if cost <= reach && cost < best && !claimed {
            best = cost;
            out.year = Some(value.year);
        }
    }
    let near_previous = scene.tagged.within(start, end).iter().any(|h| {
        h.concept == Concept::Previous && {
            let (hs, he) = (h.start as usize, h.end as usize);
            // "The previous round" is of this election.
            !scene.has(hs.saturating_sub(3), he + 3, Concept::Round)
                // «النائب السابق X»: what somebody was.
                // «حاكم جاكرتا السابق X».
                && !(scene.tagged.text.tokens[hs].arabic && (hs.saturating_sub(2).max(start)..hs).any(|j| scene.is(j, Concept::Title)))
                && he <= measure.start
                && scene.cost(he, measure.start) <= 3.0
                && !list.iter().any(|m| m.start >= he && m.end <= measure.start)
                || hs >= measure.end && scene.cost(measure.end, hs) <= 1.0 && sentence.lang == Lang::En && matches!(scene.form(hs), "previously" | "last")
                // "25 in the previous election", «25 مقعدا في الانتخابات السابقة».
                || hs >= measure.end
                    && scene.cost(measure.end, hs) <= 3.0
                    && scene.is(measure.end, Concept::In)
                    && if sentence.lang == Lang::Ar { scene.has(measure.end, hs, Concept::Election) } else { scene.is(he, Concept::Election) }
                // "89 seats in the outgoing parliament".
                || hs >= measure.end
                    && scene.cost(measure.end, hs) <= 2.5
                    && matches!(scene.form(hs), "outgoing" | "previous")
                    && scene.is(he, Concept::Office)
        }
    });
    // "fell to nine seats from 24", "drops from 34 seats to 24": what it was before.
    let same = |k: usize| list.get(k).filter(|m| m.unit == measure.unit && m.max.is_none());
    let from = measure.start > start && scene.form(measure.start - 1) == "from" && measure.max.is_none();
    let polled = || scene.has(start, end, Concept::OpinionPoll);
    let fell = || at.checked_sub(1).and_then(same).is_some_and(|m| m.end + 1 == measure.start);
    let falls = || same(at + 1).is_some_and(|m| scene.form(measure.end) == "to" && m.number.0 == measure.end + 1);
    let was = sentence.lang == Lang::En && out.year.is_none() && from && (fell() || falls()) && !polled();
    out.earlier = near_previous || was || looks_back(scene, measure);
    out
}
