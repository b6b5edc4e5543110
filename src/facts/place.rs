//! Which part of the election a figure covers: a place that its sentence ties to it, or the region that the sentences before set.

use super::measure::Measure;
use super::scene::Scene;
use super::subject::votable;
use crate::kind::FactKind;
use crate::lexicon::{Concept, Concepts, Hit};
use crate::mentions::{Form, NameType};
use crate::text::clitic::Clitics;
use crate::text::{Kind, Lang, Sentence};

/// How far a place may stand before its figure, and behind it, in words; one that opens the sentence governs all of it.
const BEFORE: f32 = 14.0;
const BEHIND: f32 = 7.0;
const OPENING: f32 = 60.0;

/// What of the electorate is told where it voted: "Beirut's ballot boxes", "Ohio's voters".
const ELECTORATE: Concepts =
    Concepts::of(&[Concept::Station, Concept::Ballot, Concept::Voter, Concept::Vote, Concept::Turnout, Concept::Seat, Concept::Registered]);

/// The region that governs until another place is named.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Region {
    /// Index of the place's name.
    pub name: Option<usize>,
    /// It heads the passage, so that it covers every kind of figure.
    heading: bool,
    /// The place named last, for "there", and its sentence.
    last: Option<(usize, usize)>,
}

impl Region {
    /// Reads one sentence on: what begins with a place sets it; another place or a word of the whole country ends it.
    pub(super) fn read(&mut self, scene: &Scene, sentence: &Sentence) {
        let (start, end) = (sentence.start as usize, sentence.end as usize);
        // «على المستوى الوطني», "nationally": of the whole again.
        let whole = |j: usize| {
            matches!(scene.form(j), "nationally" | "nationwide" | "countrywide")
                || matches!(scene.form(j), "الوطني" | "national")
                    && (matches!(scene.form(j.wrapping_sub(1)), "المستوي" | "الصعيد") || scene.form(j + 1) == "level")
        };
        if (start..end).any(whole) {
            *self = Region::default();
            return;
        }
        let here = scene.tagged.text.sentence_of(start);
        let all = || scene.names_in(start, end).filter(|&k| scene.names[k].kind == NameType::Place && scene.names[k].value == 0);
        let places: Vec<usize> = scene
            .names_in(start, end)
            .filter(|&k| scene.names[k].kind == NameType::Place && prepositioned(scene, k, sentence.lang))
            .collect();
        // It ends at a list, and where a sentence has no figure of votes at all.
        // A paragraph of several sentences keeps its region to itself.
        let tokens = &scene.tagged.text.tokens;
        let fresh = start > 0 && tokens[start].line != tokens[start - 1].line;
        // A paragraph of one long sentence is no line of a list.
        let short = |s: &Sentence| s.line && (sentence.lang == Lang::En || s.end - s.start <= 24);
        let single = here.checked_sub(1).is_some_and(|s| short(&scene.tagged.text.sentences[s]));
        let before = self.name.filter(|_| !fresh || single);
        let opening = places
            .iter()
            .copied()
            .find(|&k| scene.names[k].start as usize <= start + 2 && scene.names[k].value == 0 && scene.is(start, Concept::In));
        // "São Paulo: with 98% counted, …", after a time of day too; a line that is nothing but a place.
        let label = all().find(|&k| {
            let name = &scene.names[k];
            let (ns, ne) = (name.start as usize, name.end as usize);
            let lead = (start..ns).all(|j| tokens[j].kind != Kind::Word || scene.tagged.is_digits(j) || scene.is(j, Concept::TimeUnit));
            // "NEW DELHI: …" only says where the report was written.
            let timed = ns > start && scene.tagged.is_digits(start);
            lead && ns <= start + 5 && (ne == end && here > 0 || timed && matches!(scene.form(ne), ":" | "|" | "."))
        });
        // "It is official in Carleton: …": the paragraph's.
        let told = all().find(|&k| {
            let name = &scene.names[k];
            prepositioned(scene, k, sentence.lang) && scene.form(name.end as usize) == ":" && (name.end as usize) < start + 10
        });
        // «وجاءت النتائج في الدائرة على النحو الآتي:»: of the list that follows.
        let list = || {
            let next = scene.tagged.text.sentences.get(here + 1)?;
            // Not a bare city: «نشرت اللجنة في سول النتائج:».
            let headed = |k: usize| scene.tagged.hit(scene.names[k].start as usize, Concept::PlaceHead).is_some_and(|h| h.value == 1);
            let mut only = all().filter(|&k| prepositioned(scene, k, sentence.lang) && headed(k));
            let first = only.next().filter(|_| only.next().is_none())?;
            (scene.form(end - 1) == ":" && next.line).then_some(first)
        };
        if let Some(k) = label.or(told).or_else(list) {
            *self = Region { name: Some(k), heading: true, last: Some((k, here)) };
            return;
        }
        let named = if sentence.line && scene.tagged.text.form(end - 1) == ":" || scene.has(start, end, Concept::Result) {
            opening
        } else {
            match (opening, places.last()) {
                (Some(k), _) => Some(k),
                // A running region moves to the next one named; a country ends it.
                (None, Some(&k)) => before.and(Some(k)).filter(|&k| scene.names[k].value == 0),
                (None, None) => before,
            }
        };
        self.heading &= named.is_some() && named == self.name;
        self.name = named;
    }

    /// The place that heads the passage, if one does.
    pub(super) fn headed(&self) -> Option<usize> {
        self.name.filter(|_| self.heading)
    }

    /// Remembers the last place of a sentence, once its figures are read.
    pub(super) fn leave(&mut self, scene: &Scene, sentence: &Sentence) {
        let (start, end) = (sentence.start as usize, sentence.end as usize);
        let place = |k: &usize| scene.names[*k].kind == NameType::Place && scene.names[*k].value == 0;
        if let Some(k) = scene.names_in(start, end).rev().find(place) {
            self.last = Some((k, scene.tagged.text.sentence_of(start)));
        }
    }

    /// The place that a figure has from the sentences before.
    pub(super) fn of(&self, scene: &Scene, measure: &Measure, kind: FactKind) -> Option<usize> {
        let sentence = scene.sentence(measure.start);
        let (start, end) = (sentence.start as usize, sentence.end as usize);
        let here = scene.tagged.text.sentence_of(start);
        // "There the BJP won 62 seats", but "there were 62 seats".
        let there = (start..end).any(|j| {
            matches!(scene.form(j), "there" | "هناك")
                && !matches!(scene.form(j + 1), "is" | "are" | "was" | "were" | "will" | "has" | "have" | "had" | "would" | "'s")
                && (j <= start + 1 || scene.gap((j, j + 1), (measure.start, measure.end)) <= 3.0)
        });
        // "Donegal was the exception: there 51.9% voted No".
        let own = || {
            let colon = (start..measure.start).rev().find(|&j| scene.form(j) == ":")?;
            scene.names_in(start, colon).rev().find(|&k| scene.names[k].kind == NameType::Place && scene.names[k].value == 0)
        };
        let last = self.last.filter(|(_, s)| here <= s + 1).map(|(k, _)| k);
        let there = there.then(|| own().or(last)).flatten();
        // "The legislature is less finely balanced: X has 144 of the 210 seats": of the whole again.
        let body = kind == FactKind::Seats && scene.has(start, end, Concept::Office);
        let covers = self.heading || !body && matches!(kind, FactKind::VoteShare | FactKind::Votes | FactKind::Seats);
        there.or(self.name.filter(|&k| covers && (scene.names[k].start as usize) < measure.start))
    }
}

/// The place that its sentence ties to the figure `at` of `list`.
pub(super) fn of(scene: &Scene, list: &[Measure], at: usize, kind: FactKind) -> Option<usize> {
    let measure = &list[at];
    let sentence = *scene.sentence(measure.start);
    let (start, end) = (sentence.start as usize, sentence.end as usize);
    if let Some(k) = paired(scene, &sentence, list, at) {
        return Some(k);
    }
    let mut best: Option<(f32, usize)> = None;
    for k in scene.names_in(start, end).filter(|&k| scene.names[k].kind == NameType::Place) {
        // "X, whose leaders are on trial in The Hague, was second"; but "X, who stood in Leeds, lost by 34,000 votes".
        let named = scene.names[k].start as usize;
        let stood = [Concept::Contest, Concept::Candidate].iter().any(|c| scene.has(named.saturating_sub(14).max(start), named, *c));
        if scene.in_relative(named, measure.start) && (!stood || !prepositioned(scene, k, sentence.lang)) {
            continue;
        }
        if aside(scene, named, measure.start, sentence.lang) {
            continue;
        }
        // «وفي بيروت حصد X 7,141 صوتاً، علماً أن 103 لوائح خاضت المنافسة»: another clause, of the whole.
        let known = |j: usize| matches!(scene.form(j), "علما") && matches!(scene.form(j + 1), "ان" | "بان");
        if !kind.needs_subject() && named < measure.start && (named..measure.start).any(known) {
            continue;
        }
        let Some(from) = tied(scene, k, &sentence, measure, kind) else { continue };
        let (ns, ne) = (scene.names[k].start as usize, scene.names[k].end as usize);
        let behind = ns >= measure.end;
        // «بـ61% بينما سجلت محافظة Y 20%», "61%, while Y had 20%": of the next clause.
        let contrast = |j: usize| matches!(scene.form(j), "بينما" | "فيما" | "while" | "whereas");
        if behind && (measure.end..ns).any(contrast) {
            continue;
        }
        // "In Wales X held three seats, and in England Y …": the next clause has its own scene.
        if !behind && ns > start + 2 && sets_scene(scene, k) && cost_before(scene, list, at, from) <= OPENING {
            best = Some((BEFORE, k));
        }
        let cost = if behind { cost_behind(scene, list, at, ns) } else { cost_before(scene, list, at, from) };
        let reach = match behind {
            true => BEHIND,
            false if opens(scene, k, &sentence) => OPENING,
            false => BEFORE,
        };
        if cost <= reach && (behind || !claimed(scene, list, at, ns, ne)) && best.is_none_or(|(c, _)| cost < c) {
            best = Some((cost, k));
        }
    }
    best.map(|(_, k)| k)
}

/// Told between commas of whoever stands before: «جبهة P، المتجذرة في منطقة X، 898 مقعدا», "A, a lawyer from X, got 43%".
fn aside(scene: &Scene, i: usize, to: usize, lang: Lang) -> bool {
    let start = scene.sentence(i).start as usize;
    let comma = |j: usize| matches!(scene.form(j), "," | "،");
    let Some(open) = (start..i).rev().find(|&j| comma(j)).filter(|&j| j > start) else { return false };
    let told = match lang {
        Lang::Ar => {
            scene.form(open + 1).starts_with("ال") && scene.form(open + 1).ends_with(['ه', 'ي']) && !scene.is(open + 1, Concept::PlaceHead)
        }
        Lang::En => matches!(scene.form(open + 1), "a" | "an"),
    };
    let named = scene
        .names_in(open.saturating_sub(6).max(start), open)
        .any(|k| scene.names[k].end as usize == open && votable(scene.names[k].kind));
    // "…, a town in X, where Z collected N".
    let scene_of_it = (i..to).any(|j| matches!(scene.form(j), "where" | "حيث"));
    told && named && !scene_of_it && (i..to).any(comma)
}

/// ", and in X …", ", while in X …": a place that begins a clause.
fn sets_scene(scene: &Scene, k: usize) -> bool {
    let ns = scene.names[k].start as usize;
    ns > 2
        && scene.is(ns - 1, Concept::In)
        && (matches!(scene.form(ns - 2), "and" | "while" | "but") && matches!(scene.form(ns - 3), "," | ";"))
}

/// "In Scotland, …" sets the scene for its whole sentence; "as for those abroad, …" too.
fn opens(scene: &Scene, k: usize, sentence: &Sentence) -> bool {
    let (name, start) = (&scene.names[k], sentence.start as usize);
    let (ns, ne) = (name.start as usize, name.end as usize);
    let spoken = (start..ns).any(|j| matches!(scene.form(j), "عن" | "وعن" | "اما" | "واما" | "بخصوص" | "وبخصوص" | "among"));
    ns <= start + 2 && (scene.is(start, Concept::In) || scene.tagged.text.tokens[ns].arabic && prepositioned(scene, k, sentence.lang))
        || ns <= start + 1 && labels(scene, ne)
        || name.value == -1 && ns <= start + 6 && spoken && matches!(scene.form(ne), "،" | ",")
}

/// A mark that makes the place before it a label, of the figure next to come: "Eastern Province: 99.31%". «صنعاء: أعلنت …» only says
/// where the report was written.
fn labels(scene: &Scene, mark: usize) -> bool {
    matches!(scene.form(mark), ":" | "|") && (mark + 1..mark + 7).any(|j| scene.tagged.is_digits(j))
}

/// Figures of another thing between count as words.
fn crossed(list: &[Measure], at: usize, from: usize, to: usize) -> f32 {
    list.iter().enumerate().filter(|(j, m)| *j != at && m.unit != Concept::OtherUnit && m.start >= from && m.end <= to).count() as f32
}

fn cost_before(scene: &Scene, list: &[Measure], at: usize, from: usize) -> f32 {
    scene.cost(from, list[at].start) + 1.5 * crossed(list, at, from, list[at].start)
}

fn cost_behind(scene: &Scene, list: &[Measure], at: usize, ns: usize) -> f32 {
    let from = list[at].end;
    // "… three seats and in England …": the place of the next clause.
    let part = |j: usize| scene.is(j, Concept::OfThem) && (j > from || !scene.numbers_in(j, ns).is_empty());
    let joined = (from..ns).any(|j| matches!(scene.form(j), "and" | "while" | "but") || part(j))
        || scene.hits(from, ns, Concept::OutOf).any(|h| h.end - h.start > 1);
    // "10,000 polling stations, from a windmill in Abcoude to …".
    // «فازت 20 سيدة: أربع في الرياض»: the next number's.
    let joined = joined || scene.tagged.text.tokens[ns].arabic && scene.numbers_in(from, ns).iter().any(|n| n.form == Form::Words);
    let aside = (from..ns).any(|j| matches!(scene.form(j), "," | ";" | "،")) && scene.form(ns.saturating_sub(1)) != ",";
    let gap = scene.cost(from, ns);
    // "… 100% in Libya and 94% in Tunisia": right behind it, before anything that stands before it.
    let right = if gap <= 1.5 { 2.0 } else { 0.0 };
    gap - right + 3.0 * crossed(list, at, from, ns) + if joined || aside { 8.0 } else { 0.0 }
}

/// The place stands right behind an earlier figure and belongs to that one: "100% in Libya and 94% in Tunisia".
fn claimed(scene: &Scene, list: &[Measure], at: usize, ns: usize, ne: usize) -> bool {
    let measure = &list[at];
    // «54 بالمئة، وجاءت بغداد …».
    let verb = |j: usize| scene.tagged.text.tokens[j].arabic && scene.tagged.at(j).iter().any(|h| h.concept == Concept::Got);
    let begins =
        |from: usize| (from..ns).any(|j| matches!(scene.form(j), "and" | "while" | "but") || scene.is(j, Concept::Clause) || verb(j));
    let own = || {
        scene
            .names_in(measure.end, measure.end + 4)
            .any(|k| scene.names[k].kind == NameType::Place && scene.cost(measure.end, scene.names[k].start as usize) <= 2.5)
    };
    // «الجميل بنسبة 85%، بينما كانت تاجوراء الأدنى بـ52%»: the place has its figure, and another clause begins.
    let used = |(j, m): (usize, &Measure)| {
        j != at
            && m.unit == measure.unit
            && m.start >= ne
            && m.end <= measure.start
            && scene.cost(ne, m.start) <= 4.0
            && (scene.has(m.end, measure.start, Concept::Clause)
                || scene.hits(m.end, measure.start, Concept::Got).any(|h| h.clitics.has(Clitics::AND)))
            && scene.tagged.text.tokens[ns].arabic
    };
    if list.iter().enumerate().any(used) {
        return true;
    }
    list.iter().any(|m| m.end <= ns && scene.cost(m.end, ns) <= 3.0 && !begins(m.end)) && (scene.cost(ne, measure.start) > 2.5 || own())
}

/// From where the distance to the figure counts, if the sentence says that something is told of the place.
fn tied(scene: &Scene, k: usize, sentence: &Sentence, measure: &Measure, kind: FactKind) -> Option<usize> {
    let name = &scene.names[k];
    let (start, lang) = (sentence.start as usize, sentence.lang);
    let (ns, ne) = (name.start as usize, name.end as usize);
    // Where somebody told it: "at a press conference in X".
    if (ns.saturating_sub(5)..ns).any(|j| matches!(scene.form(j), "موتمر" | "conference" | "reporters" | "للصحافيين" | "للصحفيين"))
    {
        return None;
    }
    // «في مؤتمر صحفي عقده ظهر اليوم بمقر اللجنة في مدينة البيرة: …».
    if (ns.saturating_sub(14).max(start)..ns).any(|j| matches!(scene.form(j), "صحفي" | "صحافي" | "بمقر"))
        && matches!(scene.form(ne), ":" | "،" | "ان")
    {
        return None;
    }
    // «أفاد فلان في الرياض أن …», "told reporters in X that …": there too.
    let that = |j: usize| matches!(scene.form(j), "ان" | "that");
    if scene.hits(start, ns, Concept::Said).next().is_some() && (ne..measure.start).any(that) && !(start..ns).any(that) {
        return None;
    }
    // "In the West African country": only a way to say the country.
    if name.value == 0 && matches!(scene.form(ne), "country" | "nation" | "republic" | "kingdom") {
        return None;
    }
    let before = ne <= measure.start;
    // "X, the stronghold of Y, where Z collected N".
    let other = |from, to| scene.names_in(from, to).any(|j| scene.names[j].kind == NameType::Place);
    let place_of = |w: &usize| matches!(scene.form(*w), "where" | "حيث") && !other(ne, *w);
    if before && let Some(w) = (ne..measure.start.min(ne + 16)).find(place_of) {
        return Some(w + 1);
    }
    // «سوسة التي بلغت نسبة المشاركة فيها 60%».
    let there = |j: usize| matches!(scene.form(j), "فيها" | "بها" | "فيه" | "به");
    if before
        && lang == Lang::Ar
        && name.value == 0
        && scene.is(ne, Concept::Relative)
        && (ne..measure.start.min(ne + 9)).any(there)
        && !other(ne, measure.start)
    {
        return Some(ne);
    }
    if name.value == -1 {
        // "At home and abroad" is everywhere.
        let home = |j: usize| matches!(scene.form(j), "الداخل" | "بالداخل" | "داخل" | "وداخل" | "والداخل" | "وداخلها" | "home");
        return (!(ns.saturating_sub(2)..ne + 2).any(home)).then_some(ne);
    }
    let person = kind.needs_subject() || kind == FactKind::Margin;
    // "won X with 43%", "held on to X".
    let taken = |h: &Hit| {
        matches!(h.concept, Concept::Got | Concept::Won | Concept::Lost)
            && (h.end as usize..ns).all(|j| matches!(scene.form(j), "the" | "on" | "to" | "his" | "her" | "own"))
    };
    let won = lang == Lang::En && name.value == 0 && person && scene.tagged.within(ns.saturating_sub(4).max(start), ns).iter().any(taken);
    // "reserving 100 for the west".
    let reserved = kind == FactKind::SeatsTotal
        && name.value == 0
        && ns >= measure.end
        && scene.form(measure.end) == "for"
        && scene.cost(measure.end, ns) <= 3.5;
    if reserved {
        return Some(ne);
    }
    // "Uttar Pradesh, which sends 80 members", "Techiman South, whose 128,018 voters".
    let relative = matches!(scene.form(ne), "," | "،")
        && scene.is(ne + 1, Concept::Relative)
        && before
        && measure.start - ne <= 6
        && !(ne + 1..measure.start).any(|j| matches!(scene.form(j), "," | "،"));
    if relative && matches!(kind, FactKind::SeatsTotal | FactKind::RegisteredVoters | FactKind::Turnout) {
        return Some(ne + 2);
    }
    // "Beirut's ballot boxes".
    let owner = || scene.form(ne) == "'s" && scene.tagged.within(ne + 1, ne + 4).iter().any(|h| ELECTORATE.holds(h.concept));
    // A figure of the electorate may have the place as its grammatical subject: "the province of X recorded 62.5%".
    let headed = || {
        !person
            && before
            && lang == Lang::Ar
            && (scene.tagged.hit(ns, Concept::PlaceHead).is_some_and(|h| h.value != 2) || governs_arabic(scene, k, start))
    };
    // "X, the first to declare, gave No 54 per cent".
    let speaks = || before && lang == Lang::En && name.value == 0 && governs(scene, k, sentence, person);
    (won || prepositioned(scene, k, lang) || owner() || headed() || speaks()).then_some(ne)
}

/// An English place that is the subject of voting: "Dundee voted Yes by 57%", "X, the first to declare, gave No 54%".
fn governs(scene: &Scene, k: usize, sentence: &Sentence, person: bool) -> bool {
    let (ns, ne) = (scene.names[k].start as usize, scene.names[k].end as usize);
    let clause = ns == sentence.start as usize
        || matches!(scene.form(ns - 1), "," | ";" | "while" | "but" | "and")
        || scene.is(ns - 1, Concept::Clause);
    let votes = |h: &Hit| match h.concept {
        Concept::Cast | Concept::Turnout => true,
        Concept::Got => !person || matches!(scene.form(h.start as usize), "gave" | "backed" | "chose"),
        _ => false,
    };
    // Over an apposition between commas.
    let next = match scene.form(ne) {
        "," => (ne + 1..(ne + 14).min(sentence.end as usize)).find(|&j| scene.form(j) == ",").map_or(ne, |j| j + 1),
        // "Minya province".
        _ => ne + usize::from(scene.is(ne, Concept::PlaceHead)),
    };
    // "Minya recorded the highest turnout, at 61%, and Aswan the lowest, at 20%".
    let recorded = !person
        && matches!(scene.form(next), "recorded" | "registered" | "saw" | "reported" | "posted" | "had")
        && scene.has(next, next + 6, Concept::Turnout);
    let most = |j: usize| matches!(scene.form(j), "highest" | "lowest");
    let elided = scene.form(next) == "the" && most(next + 1) && (sentence.start as usize..ns).any(most);
    let went = matches!(scene.form(next), "went" | "goes") && scene.form(next + 1) == "to";
    clause && (went || recorded || elided || scene.tagged.within(next, next + 2).iter().any(votes))
}

/// An Arabic place right behind a verb: «تصدرت كركوك … بنسبة 65%», «وسجلت بيروت 40%».
fn governs_arabic(scene: &Scene, k: usize, start: usize) -> bool {
    let ns = scene.names[k].start as usize;
    let verb = |h: &Hit| matches!(h.concept, Concept::Got | Concept::Won | Concept::CountWord) && h.end as usize == ns;
    scene.names[k].value == 0 && ns > start && scene.tagged.within(ns.saturating_sub(3).max(start), ns).iter().any(verb)
}

/// "In A and B he won 86 and 83 per cent respectively": the places in the order of the figures, where no names are.
fn paired(scene: &Scene, sentence: &Sentence, list: &[Measure], at: usize) -> Option<usize> {
    let word = scene.hits(sentence.start as usize, sentence.end as usize, Concept::Respectively).next()?;
    let last = list.iter().rposition(|m| m.end <= word.start as usize)?;
    let mut first = last;
    let between = |a: &Measure, b: &Measure| scene.names_in(a.end, b.start).next().is_none();
    while first > 0 && list[first - 1].unit == list[last].unit && between(&list[first - 1], &list[first]) {
        first -= 1;
    }
    let count = last + 1 - first;
    if count < 2 || !(first..=last).contains(&at) {
        return None;
    }
    let places: Vec<usize> =
        scene.names_in(sentence.start as usize, list[first].start).filter(|&k| scene.names[k].kind == NameType::Place).collect();
    let names = scene.names_in(sentence.start as usize, list[first].start).filter(|&k| votable(scene.names[k].kind)).count();
    (places.len() >= count && names < count).then(|| places[places.len() - count + at - first])
}

/// "in X", "at X", "X's", في X, بـX, or a place head with such a preposition.
pub(super) fn prepositioned(scene: &Scene, k: usize, lang: Lang) -> bool {
    let name = &scene.names[k];
    let ns = name.start as usize;
    let start = scene.sentence(ns).start as usize;
    // "Syria, where …".
    let ne = name.end as usize;
    if matches!(scene.form(ne), "حيث" | "where") || matches!(scene.form(ne), "،" | ",") && matches!(scene.form(ne + 1), "حيث" | "where")
    {
        return true;
    }
    // "Eastern Province: 99.31%".
    if ns <= start + 1 && labels(scene, ne) {
        return true;
    }
    if lang == Lang::Ar {
        let clitic = scene.tagged.at(ns).iter().any(|h| h.clitics.has(Clitics::BI))
            || scene.tagged.text.tokens[ns].span.start < name.span.start && scene.form(ns).starts_with('ب');
        // "بمقعد دائرة X", "نائبا عن X", "اما القاهرة ف…".
        let of = |j: usize| {
            matches!(scene.form(j), "عن" | "اما" | "واما" | "بمقعد" | "مقعد" | "مقاعد" | "نتايج" | "نتيجه" | "سجلت" | "شهدت")
                || scene.form(j) == "مستوي" && !scene.form(ns).ends_with("ات")
        };
        return clitic || ns > start && (scene.is(ns - 1, Concept::In) || of(ns - 1));
    }
    let told = |j: usize| scene.tagged.at(j).iter().any(|h| matches!(h.concept, Concept::Said | Concept::AroundVote));
    // "in X", "in the capital, X", "in the northern state of X", "in the 3rd District".
    (start..ns)
        .rev()
        .take(7)
        .find(|&j| {
            !(matches!(scene.form(j), "the" | "of" | "," | "rd" | "nd" | "st" | "th")
                || scene.tagged.is_digits(j)
                || scene.is(j, Concept::PlaceHead)
                || ns - j <= 4 && !scene.tagged.words[j].tagged && scene.form(ns - 1) != ",")
        })
        // "declared at Dublin Castle": where it was said.
        .is_some_and(|j| scene.is(j, Concept::In) && !(scene.form(j) == "at" && j > start && told(j - 1)))
}
