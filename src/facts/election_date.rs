//! The days of voting: which of a sentence's dates are the day of an election, and not of what is said or done around it.

use super::draft::{Draft, When};
use super::relations::{blank, when_near};
use super::scene::Scene;
use crate::date::PartialDate;
use crate::kind::FactKind;
use crate::lexicon::{Concept, Concepts, Hit};
use crate::mentions::{DateMention, NameType};
use crate::text::clitic::{Clitics, is_owned};
use crate::text::{Lang, Sentence};

/// Whether a sentence with these concepts may tell a day of voting.
pub(super) fn tells(concepts: Concepts) -> bool {
    let held = concepts.holds(Concept::Held) && concepts.holds(Concept::Station);
    concepts.meet(DAY_OF_VOTE) || held || concepts.holds(Concept::Won) && concepts.holds(Concept::Seat)
}

/// What tells that a date is the day of the vote.
const DAY_OF_VOTE: Concepts = Concepts::of(&[
    Concept::Election,
    Concept::Round,
    Concept::Polling,
    Concept::Elected,
    Concept::Turnout,
    Concept::Victory,
    Concept::Duel,
]);
/// What speaks for that or against it.
const EVENTS: Concepts = Concepts::of(&[
    Concept::Election,
    Concept::Round,
    Concept::Polling,
    Concept::Held,
    Concept::AroundVote,
    Concept::Said,
    Concept::Result,
    Concept::Elected,
    Concept::Turnout,
    Concept::Victory,
    Concept::Won,
    Concept::Cast,
    Concept::Voter,
    Concept::Station,
    Concept::Duel,
]);

/// The day of voting that `date` is, if it is one.
pub(super) fn read(scene: &Scene, sentence: &Sentence, date: &DateMention) -> Option<Draft> {
    let value = date.date?;
    let (start, end) = (sentence.start as usize, sentence.end as usize);
    let (ds, de) = (date.start as usize, date.end as usize);
    let here = (ds, de);
    let away = |h: &Hit| {
        let crossed = scene.dates_in(start, end).iter().filter(|d| {
            let (s, e) = (d.start as usize, d.end as usize);
            (s, e) != here && (s >= h.end as usize && e <= ds || s >= de && e <= h.start as usize)
        });
        // "Held from 7 April to 12 May, and results were announced": behind the comma another clause tells of something else.
        let aside = h.start as usize >= de
            && sentence.lang == Lang::En
            && scene.has(start, ds, Concept::Held)
            && matches!(scene.form(de), "," | "،")
            && matches!(h.concept, Concept::AroundVote | Concept::Said | Concept::Result);
        scene.gap((h.start as usize, h.end as usize), here) + 4.0 * crossed.count() as f32 + if aside { 4.0 } else { 0.0 }
    };
    let beside = |h: &&Hit| EVENTS.holds(h.concept) && (h.end as usize <= ds || h.start as usize >= de);
    let events: Vec<(Concept, f32)> = scene.events(start, end).filter(beside).map(|h| (h.concept, away(h))).collect();
    let nearest = |concepts: &[Concept]| events.iter().filter(|(c, _)| concepts.contains(c)).map(|(_, gap)| *gap).min_by(f32::total_cmp);
    let election = nearest(&[Concept::Election, Concept::Round]);
    // «فتحت مراكز الاقتراع في الأردن أبوابها عند السابعة من صباح اليوم لانتخاب مجلس النواب».
    let to_elect = scene.has(de, de + 2, Concept::ToElect) && nearest(&[Concept::Polling]).is_some();
    // «شهدت البلاد أمس الأحد انتخابات نيابية», «خاض الناخبون أمس جولة الإعادة».
    let object = scene.events(de, de + 1).any(|h| matches!(h.concept, Concept::Election | Concept::Round));
    let verb = |j: usize| ["شهدت", "شهد", "تشهد", "يشهد", "خاض", "خاضت"].contains(&scene.form(j).trim_start_matches('و'));
    let witnessed = object && (ds.saturating_sub(5).max(start)..ds).any(verb);
    let held = nearest(&[Concept::Held]).or((to_elect || witnessed).then_some(1.0));
    // "Polling stations opened on Sunday", "6.7 million cast ballots on Friday".
    // «يتوجه 5,7 ملايين ناخب غداً الاثنين إلى 11 ألف مركز اقتراع».
    let named_vote =
        scene.hits(start, end, Concept::Station).any(|h| h.value == 1) || scene.events(start, end).any(|h| DAY_OF_VOTE.holds(h.concept));
    let opened = nearest(&[Concept::Station])
        .filter(|_| named_vote)
        .filter(|g| held.is_some_and(|h| h <= 9.0) || *g <= 4.0 && scene.has(start, ds, Concept::Voter));
    let cast = nearest(&[Concept::Cast]).filter(|g| *g <= 2.0 || *g <= 3.0 && scene.has(start, end, Concept::Voter));
    let polling = [nearest(&[Concept::Polling]), opened, cast].into_iter().flatten().min_by(f32::total_cmp);
    let around = nearest(&[Concept::AroundVote, Concept::Said, Concept::Result]);
    let elected = nearest(&[Concept::Elected]).filter(|_| scene.has(start, end, Concept::Office)).map(|g| g + 1.0);
    // "Turnout on Sunday", "after a victory on Sunday".
    // «وافقت تركيا في 23 يوليو على مشاركة …» is no turnout.
    let share = sentence.lang == Lang::En
        || scene.hits(start, end, Concept::Turnout).any(|h| h.end - h.start > 1 || !scene.form(h.start as usize).ends_with("مشاركه"));
    let outcome =
        nearest(if share { &[Concept::Turnout, Concept::Victory] } else { &[Concept::Victory] }).filter(|g| *g <= 1.0).map(|g| g + 1.0);
    // «بلغت نسبة المشاركة 7.69 بالمائة إلى حدود الثالثة من ظهر اليوم الأحد».
    let rate = |h: &Hit| h.end - h.start > 1 && scene.cost(h.end as usize, ds) <= 22.0 && !scene.has(h.end as usize, ds, Concept::Said);
    let so_far = sentence.lang == Lang::Ar
        && date.relative
        && scene.hits(start, ds, Concept::Turnout).any(rate)
        && scene.has(start, (de + 8).min(end), Concept::Percent);
    // "Elected X as president on Sunday", "set 30 November as the date of the ballot".
    let office = |h: &Hit| ds > start && scene.form(ds - 1) == "on" && h.end as usize + 1 == ds;
    let chosen = scene.hits(start, ds, Concept::Office).any(office)
        && scene.hits(start, ds, Concept::Elected).any(|h| {
            let title = scene.is(h.start as usize, Concept::Title);
            !title && scene.cost(h.end as usize, ds) <= 10.0 && !scene.has(h.end as usize, ds, Concept::Said)
        });
    let as_date = scene.form(de) == "as"
        && (de..de + 4).any(|j| scene.form(j) == "date" || scene.form(j) == "day")
        && scene.hits(de, de + 8, Concept::Election).next().is_some();
    // «انتخب البوليفيون X رئيسا يوم الأحد».
    let people = |h: &Hit| {
        let next = scene.form(h.end as usize);
        (next.starts_with("ال") && next.ends_with("ون") || next == "سكان" || next == "الشعب") && scene.cost(h.end as usize, ds) <= 9.0
    };
    let chosen = chosen
        || sentence.lang == Lang::Ar
            && (date.relative || scene.has(ds, de, Concept::Weekday))
            && scene.hits(start, ds, Concept::Elected).any(people);
    // «تجرى الانتخابات على مرحلتين، الأولى يومي 10 و11 نوفمبر والثانية يومي 24 و25».
    let ordinal = ds > start && ["الاولي", "الثانيه", "الثالثه"].iter().any(|word| scene.form(ds - 1).ends_with(word));
    let several = (start..ds).any(|j| matches!(scene.form(j), "مرحلتين" | "مراحل" | "جولتين" | "دورتين"));
    let phase = sentence.lang == Lang::Ar && ordinal && several && scene.has(start, ds, Concept::Election);
    let outcome = outcome.or((so_far || chosen || as_date || phase).then_some(2.0));
    // "On October 30th it won four seats".
    let opening = ds <= start + 1 && value.day.is_some() && !date.relative && scene.form(start) == "on";
    let taken = nearest(&[Concept::Won]).filter(|g| opening && *g <= 5.0 && scene.has(de, end, Concept::Seat));
    // "On June 5th X beat Y by 8,596,937 votes to 8,555,880".
    let beat = opening && scene.hits(de, end, Concept::Won).any(|h| h.value == 4 || h.value == 1) && scene.has(de, end, Concept::Vote);
    let taken = taken.or((beat && scene.names_in(de, end).filter(|&k| scene.names[k].kind == NameType::Person).count() > 1).then_some(2.0));
    // "X and Y meet again on 30 October", "the top two".
    let persons = || scene.names_in(start, end).filter(|&k| scene.names[k].kind == NameType::Person).count() > 1;
    let two = || (start..end).any(|j| scene.form(j) == "top" && scene.form(j + 1) == "two");
    let duel = nearest(&[Concept::Duel]).filter(|g| *g <= 6.0 && (persons() || two())).map(|g| g + 1.0);
    let event = [election, polling, elected, outcome, duel, taken].into_iter().flatten().min_by(f32::total_cmp)?;
    let owned = |d: &DateMention| {
        let end = d.end as usize;
        matches!(scene.form(end), "'s" | "'") && scene.tagged.within(end, end + 4).iter().any(|h| h.concept == Concept::Election)
    };
    // "A survey published on Tuesday gave X 52% in a run-off": the day of the survey.
    let survey = |h: &&Hit| matches!(h.concept, Concept::OpinionPoll | Concept::Projection);
    let surveyed = scene.tagged.within(start, ds).iter().rfind(survey);
    let voted_on = |from: usize| scene.events(from, ds).any(|h| VOTE.holds(h.concept));
    let of_survey = |h: &Hit| {
        let from = h.end as usize;
        scene.cost(from, ds) <= 4.0 && !scene.has(from, ds, Concept::Election) || date.relative && !voted_on(from)
    };
    if !owned(date) && surveyed.is_some_and(of_survey) {
        return None;
    }
    // "The lowest since the poll in June", where surveys are told of, is one of them; "a June poll" and "the poll on 17 June" are votes.
    let weak = |h: &&Hit| scene.form(h.end as usize - 1) == "poll" && h.concept == Concept::Election;
    let adjoins = |h: &Hit| {
        let (hs, he) = (h.start as usize, h.end as usize);
        let kind = hs > start
            && (scene.is(hs - 1, Concept::Office) || matches!(scene.form(hs - 1), "federal" | "national" | "general" | "snap" | "repeat"));
        let day = value.day.is_some() && scene.form(de) == "'s" && hs == de + 1;
        hs == de || kind || day || !date.relative && scene.form(he) == "on" && he + 1 == ds
    };
    let poll = || scene.events(start, end).filter(|h| h.concept == Concept::Election).min_by(|a, b| away(a).total_cmp(&away(b)));
    if !scene.tagged.all(Concept::OpinionPoll).is_empty()
        && held.is_none_or(|h| h > 5.0)
        && poll().filter(weak).is_some_and(|h| !adjoins(h))
    {
        return None;
    }
    // «قال الرئيس، الأحد، إن …»: the day of the saying.
    let behind = if matches!(scene.form(de), "،" | ",") { de + 1 } else { de };
    if matches!(scene.form(behind), "ان" | "بان") && scene.has(start, ds, Concept::Said) {
        return None;
    }
    // «أكد المجلس الدستوري الجمعة فوز …»: what was announced that day.
    let told = |h: &Hit| matches!(h.concept, Concept::Victory | Concept::Result);
    let last_event = scene.events(start, ds).rfind(|h| SAID_OR_VOTED.holds(h.concept));
    if last_event.is_some_and(|h| h.concept == Concept::Said) && scene.events(behind, behind + 1).any(told) {
        return None;
    }
    // «أعلن … نتيجة الاستفتاء، الذي أجري على مدى ثلاثة أيام من 20 إلى 22 أبريل»: the clause of the vote has its own date.
    let relative = scene.hits(start, ds, Concept::Relative).last().map(|h| h.end as usize);
    let own_clause = sentence.lang == Lang::Ar
        && relative.is_some_and(|r| {
            scene.is(r, Concept::Held)
                && scene.events(start, r).rfind(|h| EVENTS.holds(h.concept)).is_some_and(|h| h.concept == Concept::Election)
                && !scene.events(r + 1, ds).any(|h| AROUND.holds(h.concept))
        });
    // "NEW DELHI, March 10 - India will vote …": the day it was written.
    let tokens = &scene.tagged.text.tokens;
    let line = tokens[ds].line;
    let begun = (start..ds).all(|j| tokens[j].capital || tokens[j].arabic || tokens[j].kind != crate::text::Kind::Word);
    let dash = (de..(de + 6).min(end)).find(|&j| scene.form(j) == "-" && tokens[j].spaced);
    if line <= 3
        && ds <= start + 5
        && begun
        && dash.is_some_and(|d| (de..d).all(|j| tokens[j].capital || tokens[j].kind != crate::text::Kind::Word))
    {
        return None;
    }
    // "declared the winner in the early hours of Wednesday".
    if ds > start + 1 && scene.form(ds - 1) == "of" && matches!(scene.form(ds - 2), "hours" | "hour") {
        return None;
    }
    // "Results from Thursday's election showed independents ahead on Friday evening": the vote has its day.
    if date.relative && !owned(date) && scene.dates_in(start, ds).iter().any(owned) {
        return None;
    }
    // "If the vote were held this Sunday", «لو جرت الانتخابات الأحد».
    if (start..(start + 2).min(ds)).any(|j| matches!(scene.form(j), "if" | "لو" | "were"))
        && !(start..ds).any(|j| matches!(scene.form(j), "," | "،"))
    {
        return None;
    }
    if of_another_event(scene, sentence, date) {
        return None;
    }
    let bare = value.month.is_none();
    if bare {
        // A year makes a date only where it says when an election is held.
        let candidacy = scene.hits(start, end, Concept::AroundVote).any(|h| scene.gap((h.start as usize, h.end as usize), here) <= 8.0);
        let ok = !candidacy && held.is_some_and(|h| h <= 5.0) && election.is_some_and(|e| e <= 6.0) && around.is_none_or(|a| a > 7.0);
        if !ok {
            return None;
        }
    } else if !own_clause && !so_far && !phase {
        let won = nearest(&[Concept::Won, Concept::Victory, Concept::Elected, Concept::Cast, Concept::Voter]);
        let support = [held, won].into_iter().flatten().min_by(f32::total_cmp);
        let direct = election.is_some_and(|e| e <= 3.0);
        let reach = match support {
            Some(s) if s <= 2.0 => 20.0,
            Some(s) if s <= 5.0 => 11.0,
            _ => 6.0,
        };
        // "announced on 9 April that …": the day of the saying.
        let said = scene
            .events(start, ds)
            .rev()
            .any(|h| matches!(h.concept, Concept::Said | Concept::AroundVote) && scene.cost(h.end as usize, ds) <= 1.0);
        if said && event > 1.0 {
            return None;
        }
        let blocked = around.is_some_and(|a| a + 1.0 < event && support.is_none_or(|s| a + 0.5 < s));
        // Between the date and the vote stands another event: "registration for the elections begins on …".
        let (lo, hi) = scene
            .tagged
            .within(start, end)
            .iter()
            .filter(|h| {
                matches!(h.concept, Concept::Election | Concept::Round | Concept::Polling)
                    && (h.end as usize <= ds || h.start as usize >= de)
            })
            .min_by(|a, b| {
                scene.gap((a.start as usize, a.end as usize), here).total_cmp(&scene.gap((b.start as usize, b.end as usize), here))
            })
            .map_or((0, 0), |h| if h.end as usize <= ds { (h.end as usize, ds) } else { (de, h.start as usize) });
        if scene.has(lo, hi, Concept::AroundVote) && !scene.has(lo, hi, Concept::Held) {
            return None;
        }
        // A day of publication is mostly when something was said.
        let said_last = last_event.is_some_and(|h| matches!(h.concept, Concept::Said | Concept::AroundVote));
        let voting_verb = last_event.is_some_and(|h| {
            !matches!(h.concept, Concept::Said | Concept::AroundVote | Concept::Election) && scene.cost(h.end as usize, ds) <= 9.0
        });
        let near_vote = voting_verb
            || chosen
            || as_date
            || phase
            || [held, polling, elected, nearest(&[Concept::Cast])].into_iter().flatten().any(|g| g <= 4.0);
        let weekday = scene.has(ds, de, Concept::Weekday)
            && !(ds..de).any(|j| scene.tagged.is_digits(j))
            && value.day.is_some()
            && sentence.lang == Lang::Ar;
        // "Next month" by itself says when only beside a word of holding.
        let vague = value.day.is_none() && !scene.has(ds, de, Concept::Month) && !scene.has(ds, de, Concept::WeakMonth);
        let meant = around.is_some_and(|a| a <= 6.0 && held.is_none_or(|h| a <= h));
        if vague && (meant || held.is_none_or(|h| h > 4.0)) {
            return None;
        }
        // "Yesterday's referendum".
        let owner = matches!(scene.form(de), "'s" | "'") && direct;
        if (date.relative || weekday)
            && !owner
            && (said_last && !scene.events(start, ds).any(|h| h.concept == Concept::Election)
                || !(near_vote || election.is_some_and(|e| e <= 8.0) && scene.events(start, ds).any(|h| h.concept == Concept::Election)))
        {
            return None;
        }
        if event > reach
            || blocked && !direct
            || date.relative && !direct && support.is_none_or(|s| s > 6.0) && polling.is_none_or(|p| p > 6.0)
        {
            return None;
        }
    }
    // غداة الانتخابات: the day after; عشية: the eve.
    let after = (de..(de + 8).min(end)).map(|j| scene.form(j)).find_map(|w| match w {
        "غداه" => Some(-1),
        "عشيه" => Some(1),
        _ => None,
    });
    let value = after.and_then(|d| value.civil()?.checked_add(jiff::Span::new().days(d)).ok()).map_or(value, PartialDate::from);
    let mut draft = blank(FactKind::ElectionDate, "relation.election_date", ds, date.span);
    draft.date = Some(value);
    draft.date_end = date.date_end;
    draft.place = abroad(scene, start, ds);
    draft.when = When { year: Some(value.year), ..when_near(scene, sentence, ds, de) };
    if value.day.is_none() {
        draft.confidence -= 0.1;
    }
    draft.confidence -= f64::from(event.min(10.0)) * 0.01;
    Some(draft)
}

/// «وكانت الجالية بالخارج قد شرعت في التصويت يوم 24 أكتوبر», "voters abroad began on 24 October": they have days of their own.
fn abroad(scene: &Scene, start: usize, ds: usize) -> Option<usize> {
    let k = scene.names_in(start, ds).rfind(|&k| scene.names[k].kind == NameType::Place && scene.names[k].value == -1)?;
    let (ns, ne) = (scene.names[k].start as usize, scene.names[k].end as usize);
    // "At home and abroad".
    let all = scene.form(ns.saturating_sub(1)) == "and" || scene.tagged.at(ns).iter().any(|h| h.clitics.has(Clitics::AND));
    let theirs = || (ne..ds).any(|j| matches!(scene.form(j), "تصويتهم" | "اقتراعهم" | "their"));
    let one_clause = || !(ne..ds).any(|j| matches!(scene.form(j), "," | "،"));
    let near = scene.cost(ne, ds) <= 12.0 && !scene.has(ne, ds, Concept::Election);
    (!all && near && (theirs() || one_clause())).then_some(k)
}

/// What a day before which it stands may be the day of.
const SAID_OR_VOTED: Concepts =
    Concepts::of(&[Concept::Said, Concept::AroundVote, Concept::Held, Concept::Polling, Concept::Election, Concept::Cast, Concept::Won]);

/// What happens around a vote, or is said of it.
const AROUND: Concepts = Concepts::of(&[Concept::AroundVote, Concept::Said]);
/// What happens on the day of the vote.
const VOTE: Concepts = Concepts::of(&[
    Concept::Election,
    Concept::Round,
    Concept::Polling,
    Concept::Held,
    Concept::Elected,
    Concept::Won,
    Concept::Victory,
    Concept::Cast,
    Concept::Turnout,
    Concept::Station,
]);

/// The words at the date give it to another event, or make it a limit.
fn of_another_event(scene: &Scene, sentence: &Sentence, date: &DateMention) -> bool {
    let (start, end) = (sentence.start as usize, sentence.end as usize);
    let (ds, de) = (date.start as usize, date.end as usize);
    // "India Today", "Today's Chanakya".
    let named = |j: usize| scene.tagged.text.tokens.get(j).is_some_and(|t| t.capital);
    if date.relative && named(ds) && (ds > start && named(ds - 1) || scene.form(de) == "'s" && named(de + 1)) {
        return true;
    }
    // "Sunday's election" is that day's whatever else is said.
    if matches!(scene.form(de), "'s" | "'") {
        return false;
    }
    // "By August", "until 22 November", «قبل 7 ديسمبر».
    let limit =
        scene.tagged.within(ds.saturating_sub(3).max(start), ds).iter().any(|h| h.concept == Concept::Limit && h.end as usize == ds);
    // «منذ سبتمبر 2015», «إلى حد اليوم»: since or up to then; «منذ انتخابات 2014» has the election before it.
    let stretch =
        sentence.lang == Lang::Ar && (ds.saturating_sub(2).max(start)..ds).any(|j| matches!(scene.form(j), "منذ" | "حد" | "غايه"));
    if stretch {
        return true;
    }
    // «القرار المؤرخ في 10 أفريل», «من مواليد 1412», «واليوم يعتبر …».
    let dated = ["مورخ", "صادر", "صدر", "مواليد", "مولود", "موقع"];
    let other = (ds.saturating_sub(3).max(start)..ds).any(|j| dated.iter().any(|word| scene.form(j).ends_with(word)));
    let now = date.relative && scene.form(ds) == "واليوم";
    if sentence.lang == Lang::Ar && (other || now) {
        return true;
    }
    // «لو جرت الانتخابات اليوم».
    if sentence.lang == Lang::Ar && (ds.saturating_sub(6).max(start)..ds).any(|j| scene.form(j) == "لو") {
        return true;
    }
    if sentence.lang == Lang::Ar && held_around(scene, sentence, (ds, de)) {
        return true;
    }
    // «عملية التسجيل للانتخابات ستبدأ غدا», «نظمت الحركة الأحد اجتماعا استعدادا للانتخابات»: the vote is only what it is for.
    if sentence.lang == Lang::Ar && purpose(scene, start, end, (ds, de)) {
        return true;
    }
    // "The last Sunday of November" is not the Sunday before.
    let nth = matches!(scene.form(de), "of" | "in" | "من") && scene.is(de + 1, Concept::Month) && scene.has(ds, de, Concept::Weekday);
    // "A poll in mid-October, with a margin of error": the day of the survey.
    if limit || nth || scene.has(start, end, Concept::PollError) {
        return true;
    }
    // The president-elect is no election.
    let happens = |h: &Hit| VOTE.holds(h.concept) && !(h.concept == Concept::Elected && scene.is(h.start as usize, Concept::Title));
    let holds = |from: usize, to: usize| scene.events(from, to).any(happens);
    // "Dissolved in September ahead of an early election", «أدى اليمين في 2 نوفمبر بعد فوزه في انتخابات»: the vote stands behind "after".
    let next = de + usize::from(matches!(scene.form(de), "," | "،"));
    let apart = matches!(scene.form(next), "ahead" | "before" | "after" | "following" | "بعد" | "قبل" | "عقب" | "اثر" | "قبيل");
    if apart && !holds(ds.saturating_sub(10).max(start), ds) {
        return true;
    }
    // "The court on Monday annulled the election", "officials on Thursday certified".
    if sentence.lang == Lang::En && !holds(start, ds) && scene.tagged.is_any(de, AROUND) {
        return true;
    }
    // "Was on Monday declared the winner", "was declared winner on Monday": the day of the saying.
    let declared = |j: usize| matches!(scene.form(j), "declared" | "proclaimed" | "certified" | "confirmed" | "named");
    let won = |h: &Hit| matches!(h.concept, Concept::Won | Concept::WinnerNoun) && h.end as usize + 1 >= ds;
    let winner = scene.events(start, ds).rfind(|h| won(h)).is_some_and(|h| (h.start as usize..ds).any(declared));
    if declared(de) || winner {
        return true;
    }
    // "Registration closes on December 20": the verb right before the date.
    let small = |j: usize| {
        scene.is(j, Concept::In)
            || matches!(scene.form(j), "on" | "the" | "early" | "late" | "يوم" | "مساء" | "صباح" | "ظهر" | "فجر" | "،" | ",")
    };
    let verb = scene.events(start, ds).rfind(|h| AROUND.holds(h.concept) || VOTE.holds(h.concept));
    let verb = verb.filter(|h| h.concept == Concept::AroundVote).map(|h| h.end as usize);
    if verb.is_some_and(|from| from <= ds && ds - from <= 3 && (from..ds).all(small)) {
        return true;
    }
    // "Called the ballot in September", "announced the election on Monday".
    let called = scene.events(start, ds).rfind(|h| h.concept == Concept::Election).is_some_and(|election| {
        let (es, ee) = (election.start as usize, election.end as usize);
        let verb = scene.events(start, es).rfind(|h| h.concept == Concept::AroundVote && h.end as usize <= es);
        let near = verb.is_some_and(|h| es - h.end as usize <= 2 && !scene.is(h.start as usize, Concept::Held));
        near && ds - ee == 1 && (matches!(scene.form(ee), "on" | "in") || scene.is(ee, Concept::In)) && sentence.lang == Lang::En
    });
    if called {
        return true;
    }
    // "Claimed victory on Friday".
    let claimed = scene.events(start, ds).rfind(|h| h.concept == Concept::Victory).is_some_and(|victory| {
        let at = victory.start as usize;
        ds - victory.end as usize <= 1 && scene.tagged.within(at.saturating_sub(1), at).iter().any(|h| h.concept == Concept::Unreal)
    });
    // «أعلن فوزه فجر الأحد».
    let his = |h: &Hit| {
        let at = h.start as usize;
        h.concept == Concept::Victory
            && is_owned(scene.form(at))
            && ds - h.end as usize <= 3
            && scene.tagged.within(at.saturating_sub(1).max(start), at).iter().any(|h| h.concept == Concept::Said)
    };
    if claimed || sentence.lang == Lang::Ar && scene.events(start, ds).any(his) {
        return true;
    }
    nested(scene, sentence, ds) && !scene.events(start, ds).any(|h| h.concept == Concept::Held)
}

/// What is held on the date is another event, whatever election it is for: a debate, a registration.
fn held_around(scene: &Scene, sentence: &Sentence, (ds, de): (usize, usize)) -> bool {
    let start = sentence.start as usize;
    let around = |h: &Hit| h.concept == Concept::AroundVote;
    // «مناظرة ستجري في 6 آب», «قيد الناخبين الذي يبدأ في …».
    let verb = scene.hits(start, ds, Concept::Held).next_back().filter(|h| scene.cost(h.end as usize, ds) <= 3.0);
    let subject = verb.is_some_and(|h| {
        let mut at = h.start as usize;
        while at > start && (scene.is(at - 1, Concept::Relative) || matches!(scene.form(at - 1), "،" | ",")) {
            at -= 1;
        }
        at > start && scene.tagged.at(at - 1).iter().any(around)
    });
    // «ينطلق الاستحقاق في السابع من الشهر بقيد الناخبين».
    let with_it = || scene.tagged.at(de).iter().any(|h| around(h) && h.clitics.has(Clitics::BI));
    // «أول مناظرة قبل الانتخابات التمهيدية في 6 آب», but «قبل انتخابات 15 يناير» has the election's day.
    let before = || {
        scene.events(start, ds).rfind(|h| h.concept == Concept::Election).is_some_and(|h| {
            let at = h.start as usize;
            at > start
                && (h.end as usize) < ds
                && matches!(scene.form(at - 1), "قبل" | "قبيل" | "بعد" | "عقب")
                && !scene.has(at, ds, Concept::Held)
                && scene.events(at.saturating_sub(4).max(start), at).any(around)
        })
    };
    subject || with_it() || before()
}

/// The vote next to the date is only what an event around it is for: behind لـ, «استعدادا», «بمناسبة».
fn purpose(scene: &Scene, start: usize, end: usize, (ds, de): (usize, usize)) -> bool {
    let vote = |h: &&Hit| matches!(h.concept, Concept::Election | Concept::Round);
    let before = scene.events(start, ds).rfind(vote);
    if let Some(election) = before {
        let at = election.start as usize;
        let around = |h: &Hit| h.concept == Concept::AroundVote && h.end as usize <= at && scene.cost(h.end as usize, at) <= 1.0;
        // «فتح باب التقدم لمتابعة الانتخابات أول من أمس».
        let watched = at > start && ["متابعه", "تغطيه", "مراقبه"].iter().any(|word| scene.form(at - 1).ends_with(word));
        if watched && !scene.has(election.end as usize, ds, Concept::Held) {
            return true;
        }
        // «التسجيل للانتخابات المقررة يوم …» tells of the vote itself.
        let own = scene.hits(election.end as usize, ds, Concept::Held).any(|h| scene.form(h.start as usize).starts_with("ال"));
        // «نتائج الاقتراع الذي جرى الأحد».
        let own = own || scene.is(election.end as usize, Concept::Relative) && scene.is(election.end as usize + 1, Concept::Held);
        return !own && election.clitics.has(Clitics::LI) && scene.events(at.saturating_sub(3).max(start), at).any(around);
    }
    let Some(election) = scene.events(de, end).find(vote) else { return false };
    let at = election.start as usize;
    let ready = |j: usize| ["استعداد", "تحضير", "تمهيد", "تاهب", "بمناسب"].iter().any(|word| scene.form(j).starts_with(word));
    (at.saturating_sub(3).max(de)..at).any(ready) && !scene.has(start, end, Concept::Polling)
}

/// "Will announce the results of the vote on Thursday", "published the list of candidates for the local elections on 4 November": the
/// election before the date only tells of what, and a verb before it has the date.
fn nested(scene: &Scene, sentence: &Sentence, ds: usize) -> bool {
    let start = sentence.start as usize;
    // But "the elections of 4 November", "for 4 November".
    let on = ds > start && (matches!(scene.form(ds - 1), "on" | "in" | "في" | "يوم"))
        || scene.form(ds) == "يوم"
        || scene.is(ds, Concept::Weekday)
        || scene.is(ds, Concept::RelativeDay);
    let vote = const { Concepts::of(&[Concept::Election, Concept::Victory, Concept::Round]) };
    let Some(election) = scene.events(start, ds).rfind(|h| vote.holds(h.concept)).filter(|_| on) else { return false };
    // «تشريعيات السبت 12 جوان»: of that day.
    let of_day = election.end as usize == ds && scene.tagged.text.tokens[ds].arabic && !scene.form(ds - 1).starts_with("ال");
    if of_day && !scene.form(ds - 1).starts_with("لل") && scene.form(ds) != "يوم" {
        return false;
    }
    let at = election.start as usize;
    let heads = const {
        Concepts::of(&[
            Concept::Result,
            Concept::Candidate,
            Concept::List,
            Concept::AroundVote,
            Concept::Voter,
            Concept::Preliminary,
            Concept::Final,
            Concept::WinnerNoun,
        ])
    };
    let head = scene.tagged.within(at.saturating_sub(5).max(start), at).iter().rfind(|h| heads.holds(h.concept) && h.end as usize <= at);
    let Some(head) = head else { return false };
    let verb = |h: &Hit| AROUND.holds(h.concept) && h.end <= head.start && scene.cost(h.end as usize, head.start as usize) <= 6.0;
    scene.events(start, head.start as usize).any(verb)
}
