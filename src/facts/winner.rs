//! Who won: a verb or noun of winning in a sentence about an election, and the name that it is said of.

use super::draft::Draft;
use super::relations::{Figure, blank, place_near, when_near};
use super::scene::Scene;
use super::subject::{adjectival, dependent, inside_relative};
use crate::kind::{FactKind, Office};
use crate::lexicon::{Concept, Concepts, Hit, Tagged};
use crate::mentions::NameType;
use crate::text::clitic::Clitics;
use crate::text::{Lang, Sentence};

/// What tells of a winner.
const WINNING: Concepts = Concepts::of(&[
    Concept::Won,
    Concept::Victory,
    Concept::Elected,
    Concept::WinnerNoun,
    Concept::Got,
    Concept::Lost,
    Concept::WentTo,
    Concept::Answered,
]);

/// Whether an English sentence with these concepts may tell who won.
pub(super) fn tells(concepts: Concepts) -> bool {
    concepts.meet(WINNING) || concepts.holds(Concept::Said) && concepts.holds(Concept::Title)
}

/// The value of `won` for coming first: it wins a party the vote and nobody an office.
const FIRST: i64 = 2;

/// The value of `won` for handing somebody a victory.
const HANDED: i64 = 3;

/// The values of `group` for the ruling party and for the opposition.
const RULING: i64 = 2;
const OPPOSITION: i64 = 4;

/// Adds the winners that a sentence names.
pub(super) fn read(scene: &Scene, sentence: &Sentence, figures: &[Figure], drafts: &mut Vec<Draft>) {
    let (start, end) = (sentence.start as usize, sentence.end as usize);
    let told = || scene.tagged.within(start, end).iter().any(|h| matches!(h.concept, Concept::Won | Concept::Elected | Concept::Victory));
    let named = became(scene, sentence).filter(|_| !told());
    let outright = if sentence.lang == Lang::En { to_become(scene, sentence, figures) } else { None };
    for (k, to) in named.into_iter().chain(outright) {
        if drafts.iter().any(|d| d.kind == FactKind::Winner && d.subject == Some(k)) {
            continue;
        }
        let from = scene.names[k].start as usize;
        let mut draft = blank(FactKind::Winner, "relation.winner", from, scene.tagged.text.span(from, to));
        draft.subject = Some(k);
        draft.when = when_near(scene, sentence, from, to);
        drafts.push(draft);
    }
    for hit in scene.tagged.within(start, end) {
        // «ائتلاف النصر», "the Victory Alliance": a name, and nobody's victory.
        // "among voters under 25 the Left came first".
        if scene.has(start, hit.start as usize, Concept::Subgroup) {
            continue;
        }
        let named = matches!(hit.concept, Concept::Victory | Concept::Won | Concept::WinnerNoun)
            && scene.names_in((hit.start as usize).saturating_sub(6).max(start), hit.start as usize + 1).any(|k| {
                scene.names[k].end > hit.start
                    && matches!(scene.names[k].kind, NameType::Party | NameType::Organization | NameType::Unknown)
            });
        if named || !WINNING.holds(hit.concept) || unreal(scene, sentence, hit) {
            continue;
        }
        // "Won 15 of 28 districts".
        let to = hit.end as usize;
        let part = scene.tagged.is_digits(to) && scene.is(to + 1, Concept::OutOf) && !scene.has(to, to + 7, Concept::Percent);
        if part && hit.concept == Concept::Won && sentence.lang == Lang::En {
            continue;
        }
        let winner = match hit.concept {
            // What means winning too is read as that.
            Concept::Got if hit.value != 1 || scene.is(hit.start as usize, Concept::Won) => None,
            Concept::Got => mandate(scene, sentence, hit).and_then(|_| who_won(scene, sentence, hit)),
            Concept::Won if hit.value == HANDED => handed(scene, sentence, hit),
            Concept::Lost => victor(scene, sentence, hit),
            Concept::WentTo => office_to(scene, sentence, hit),
            Concept::Answered => answer(scene, hit),
            _ => who_won(scene, sentence, hit),
        };
        let Some(k) = winner else { continue };
        let name = &scene.names[k];
        // "The Calgary seat he won": where, not who.
        if matches!(scene.form(name.end as usize), "seat" | "riding" | "constituency" | "district") {
            continue;
        }
        // "At the party in X, silence prevailed": another subject before the verb.
        let (ne, hs) = (name.end as usize, hit.start as usize);
        let commas = (ne..hs).filter(|&j| scene.form(j) == ",").count();
        let whose = |j: usize| scene.is(j, Concept::Relative) || matches!(scene.form(j), "who" | "which" | "and" | "but");
        if sentence.lang == Lang::En && commas == 1 && scene.form(ne) == "," && !(ne..hs).any(whose) && hit.concept == Concept::Won {
            continue;
        }
        // «انتخب X رئيسا للمنظمة الإفريقية للفلاحين»: of a body that is no state's.
        let chair = |j: usize| {
            ["رييسا", "رييسه", "امينا", "زعيما", "عضوا"].contains(&scene.form(j))
                && scene.tagged.at(j + 1).iter().any(|h| {
                    let body = matches!(h.concept, Concept::OrgHead | Concept::PartyHead | Concept::OtherVote);
                    body && h.clitics.has(Clitics::LI) && !scene.form(j + 1).ends_with("حكومه")
                })
        };
        if sentence.lang == Lang::Ar && hit.concept == Concept::Elected && (hit.end as usize..(name.end as usize + 6).min(end)).any(chair) {
            continue;
        }
        // «انتخب الحزب X رئيسا له»: its own chair.
        if sentence.lang == Lang::Ar && hit.concept == Concept::Elected && name.kind == NameType::Party {
            continue;
        }
        // «الفائزة بمقعد المركز»: of one seat.
        if hit.concept == Concept::WinnerNoun && ["بمقعد", "بعضويه", "بمقاعد"].contains(&scene.form(hit.end as usize)) {
            continue;
        }
        // A person who came first is not elected by that.
        let first = hit.concept == Concept::Won && hit.value == FIRST;
        let primary = || scene.hits(start, end, Concept::Office).any(|h| h.value == Office::Primary as i64);
        // But who "won the most seats" is a party, whatever it looks like.
        let seats = scene.has(hit.start as usize, hit.end as usize, Concept::Seat);
        if first && name.kind == NameType::Person && !primary() && !seats {
            continue;
        }
        let (from, to) = (hit.start.min(name.start) as usize, hit.end.max(name.end) as usize);
        // "Won 9 percent", "won 11 seats": a figure, not the election. A share over half is both.
        let object = figures.iter().any(|(token, kind, value, subject)| {
            let near = *token >= hit.end as usize && scene.cost(hit.end as usize, *token) <= 7.0
                || *subject == Some(k) && hit.concept == Concept::Won;
            near && (matches!(kind, FactKind::Seats) || *kind == FactKind::VoteShare && *value < 50.0)
                && !matches!(hit.concept, Concept::Victory | Concept::Elected)
        });
        // «فاز X، مرشح P، بولاية ثالثة بعد حصوله على 50.9 في المئة».
        let majority = figures.iter().any(|(_, kind, value, subject)| *subject == Some(k) && *kind == FactKind::VoteShare && *value > 50.0);
        // "Won 27 percent of the Hispanic vote": of a part of those who vote.
        let part = scene.hits(hit.end as usize, end, Concept::Subgroup).any(|h| {
            scene.cost(hit.end as usize, h.start as usize) <= 9.0 && scene.has(hit.end as usize, h.start as usize, Concept::Percent)
        });
        // «فاز حزب P في الانتخابات بحصوله على 17 بالمئة»: the election before the figure.
        let figure = (hit.end as usize..end).find(|&j| scene.tagged.is_digits(j)).unwrap_or(end);
        let contest = sentence.lang == Lang::Ar && hit.concept == Concept::Won && scene.has(hit.end as usize, figure, Concept::Election);
        // «فاز حزب P بأغلبية ساحقة بعدما حصد 412 مقعدا».
        let landslide = sentence.lang == Lang::Ar
            && (hit.end as usize..figure)
                .any(|j| ["اغلبيه", "غالبيه", "ساحق", "ساحقا", "كاسحا"].iter().any(|word| scene.form(j).ends_with(word)));
        let itself = landslide || contest || first || majority || hit.concept != Concept::Won || mandate(scene, sentence, hit).is_some();
        if part || object && !itself || !(majority && sentence.lang == Lang::Ar || about_election(scene, sentence, hit, (from, to))) {
            continue;
        }
        let mut draft = blank(FactKind::Winner, "relation.winner", from, scene.tagged.text.span(from, to));
        draft.subject = Some(k);
        draft.place = place_near(scene, sentence, hit);
        draft.when = when_near(scene, sentence, from, to);
        // "Elected mayor of …", "won the governorship": what was won says which election.
        let won = scene.tagged.within(hit.end as usize, (hit.end as usize + 3).min(end)).iter().find(|h| h.concept == Concept::Office);
        draft.when.office = won.map(|h| h.value).or(draft.when.office);
        if name.kind == NameType::Unknown || name.echo {
            draft.confidence -= 0.1;
        }
        drafts.push(draft);
    }
}

/// "X took 53.5% of the vote in a run-off to become the first woman to be president", "X became the first leftist to be elected
/// president": who, and one past the office.
fn to_become(scene: &Scene, sentence: &Sentence, figures: &[Figure]) -> Option<(usize, usize)> {
    let (start, end) = (sentence.start as usize, sentence.end as usize);
    let verb = (start..end).find(|&j| matches!(scene.form(j), "become" | "became" | "becomes"))?;
    let first = (verb + 1..(verb + 4).min(end)).any(|j| scene.form(j) == "first");
    let office = (verb + 1..(verb + 13).min(end)).find(|&j| scene.is(j, Concept::Title) && !scene.is(j, Concept::Candidate))?;
    let elected = scene.hits(verb, office, Concept::Elected).next().is_some();
    let share = |(token, kind, value, subject): &Figure| {
        let over = *kind == FactKind::VoteShare && *value > 50.0 && *token < verb && scene.form(verb - 1) == "to";
        subject.filter(|&k| over && scene.names[k].kind == NameType::Person)
    };
    let opener = || {
        let person = |k: &usize| scene.names[*k].kind == NameType::Person && !dependent(scene, *k) && !inside_relative(scene, *k);
        scene.names_in(start, verb).find(person).filter(|_| first && elected && scene.form(verb) != "become")
    };
    figures.iter().find_map(share).or_else(opener).map(|k| (k, office + 1))
}

/// «X رئيسا لتونس», «X رئيسا خامسا لكينيا»: the name, and one past what it became; no verb says it.
fn became(scene: &Scene, sentence: &Sentence) -> Option<(usize, usize)> {
    let (start, end) = (sentence.start as usize, sentence.end as usize);
    let country = |j: usize| {
        scene.tagged.hit(j, Concept::Country).is_some_and(|h| h.clitics.has(Clitics::LI) || scene.form(j).starts_with("لل"))
            || matches!(scene.form(j), "للبلاد" | "للجمهوريه" | "للدوله")
    };
    let past =
        |j: usize| matches!(scene.form(j), "كان" | "وكان" | "كانت" | "بصفته" | "بوصفه" | "بصفتها" | "بوصفها" | "ظل" | "بقي" | "بقاء");
    let of = |k: &usize| {
        let (ns, ne) = (scene.names[*k].start as usize, scene.names[*k].end as usize);
        let headed = matches!(scene.form(ne), "رييسا" | "رييسه") && !(ns.saturating_sub(4).max(start)..ns).any(past);
        // «كرست اللجنة X رئيسا ثامنا», «X رئيسا منتخبا».
        let counted = |j: usize| scene.is(j, Concept::Ordinal) || matches!(scene.form(j), "منتخبا" | "منتخبه");
        let to = headed.then(|| (ne + 1..(ne + 3).min(end)).find(|&j| country(j) || j == ne + 1 && counted(j))).flatten()?;
        (scene.names[*k].kind == NameType::Person).then_some((*k, to + 1))
    };
    match sentence.lang {
        Lang::Ar => scene.names_in(start, end).find_map(|k| of(&k)),
        Lang::En => declared(scene, start, end),
    }
}

/// "X was yesterday declared Kenya's fourth president", "declared X president": the name, and one past the last word of it. An acting
/// president, and who declares himself one, was not elected.
fn declared(scene: &Scene, start: usize, end: usize) -> Option<(usize, usize)> {
    let person = |k: &usize| scene.names[*k].kind == NameType::Person;
    let verb = (start..end).find(|&j| matches!(scene.form(j), "declared" | "proclaimed") && scene.form(j.wrapping_sub(1)) != "-")?;
    let active = scene.names_in(verb + 1, verb + 4).find(person);
    let from = active.map_or(verb + 1, |k| scene.names[k].end as usize);
    let office = (from..(from + 6).min(end)).find(|&j| scene.form(j) == "president")?;
    let of = |j: usize| {
        scene.is(j, Concept::Country) || scene.is(j, Concept::Ordinal) || matches!(scene.form(j), "the" | "country" | "'s" | "new" | "next")
    };
    if !(from..office).all(of) || (start..office).any(|j| scene.is(j, Concept::Not)) {
        return None;
    }
    let passive = || {
        let was = (verb.saturating_sub(4).max(start)..verb).rfind(|&j| matches!(scene.form(j), "was" | "been" | "were" | "is"))?;
        let name = scene.names_in(start, was).rfind(|k| person(k))?;
        (scene.cost(scene.names[name].end as usize, was) <= 3.0).then_some(name)
    };
    active.or_else(passive).map(|k| (k, office + 1))
}

/// What is won with an office, right behind a verb: "a second term", "the presidency", «بولاية ثانية».
fn mandate<'s>(scene: &'s Scene, sentence: &Sentence, hit: &Hit) -> Option<&'s Hit> {
    let from = hit.end as usize;
    // "A second term", "the presidency", "the election", «منصب الحاكم».
    let won = |h: &&Hit| {
        // «المرشحين السابقين لانتخابات الرئاسة»: for which they stood.
        let stood = h.concept == Concept::Election && h.clitics.has(Clitics::LI) && hit.concept == Concept::Got;
        !stood && matches!(h.concept, Concept::Mandate | Concept::Term | Concept::Election)
            || h.concept == Concept::Office && hit.concept == Concept::Won
    };
    let object = scene.tagged.within(from, (from + 8).min(sentence.end as usize)).iter().find(won)?;
    let clear = |j: usize| !scene.tagged.is_digits(j) && !matches!(scene.form(j), "," | "،" | "in" | "for" | "في");
    // In Arabic the winner stands between: «انتزع X منصب الحاكم».
    let reach = if sentence.lang == Lang::Ar { 7.0 } else { 4.0 };
    ((from..object.start as usize).all(clear) && scene.cost(from, object.start as usize) <= reach).then_some(object)
}

/// "Handing X a second term": the name behind, before what is won.
fn handed(scene: &Scene, sentence: &Sentence, hit: &Hit) -> Option<usize> {
    let (from, end) = (hit.end as usize, sentence.end as usize);
    let k = scene.names_in(from, (from + 5).min(end)).find(|&k| electable(scene, k))?;
    let ne = scene.names[k].end as usize;
    let prize =
        scene.tagged.within(ne, (ne + 6).min(end)).iter().any(|h| matches!(h.concept, Concept::Mandate | Concept::Term | Concept::Victory));
    prize.then_some(k)
}

/// "X conceded to Y", "lost the presidency to Y": who won is behind "to".
fn victor(scene: &Scene, sentence: &Sentence, hit: &Hit) -> Option<usize> {
    let (from, end) = (hit.end as usize, sentence.end as usize);
    let race =
        [Concept::Election, Concept::Round, Concept::Mandate, Concept::Vote].iter().any(|c| scene.has(sentence.start as usize, end, *c));
    if !race || scene.has(sentence.start as usize, end, Concept::Seat) {
        return None;
    }
    let to = if scene.form(from - 1) == "to" {
        from
    } else {
        (from..(from + 5).min(end)).find(|&j| matches!(scene.form(j), "to" | "امام") || scene.is(j, Concept::Against))? + 1
    };
    // "Lost Amethi to X" is a seat, and no office.
    let plain = scene.names_in(from, to).next().is_none();
    let person = scene.names_in(to, (to + 6).min(end)).find(|&k| scene.names[k].kind == NameType::Person)?;
    let near = scene.cost(to, scene.names[person].start as usize) <= 5.0;
    (plain && near && !scene.has(to, scene.names[person].start as usize, Concept::Candidate)).then_some(person)
}

/// "The presidency went to X".
fn office_to(scene: &Scene, sentence: &Sentence, hit: &Hit) -> Option<usize> {
    let (at, end) = (hit.start as usize, sentence.end as usize);
    let office = scene.hits(sentence.start as usize, at, Concept::Mandate).next_back()?;
    let name = scene.names_in(hit.end as usize, end).next().filter(|&k| electable(scene, k))?;
    let near = scene.cost(office.end as usize, at) <= 2.0 && scene.cost(hit.end as usize, scene.names[name].start as usize) <= 4.0;
    near.then_some(name)
}

/// "Moldova says yes", «مولدوفا تقول نعم», in news of a referendum, where no share tells it.
fn answer(scene: &Scene, hit: &Hit) -> Option<usize> {
    let to = hit.end as usize;
    // "Lawmakers voted against the law" answers nothing.
    let word = |k: usize| !matches!(scene.form(scene.names[k].start as usize), "against" | "in");
    let option = scene
        .names_in(to, to + 2)
        .find(|&k| scene.names[k].kind == NameType::Choice && matches!(scene.names[k].value, 1 | 2) && word(k))?;
    let between = (to..scene.names[option].start as usize).all(|j| scene.form(j) == "\"" || scene.form(j) == "ب");
    let sentence = scene.sentence(to);
    let share = scene.has(sentence.start as usize, sentence.end as usize, Concept::Percent);
    // "723,632 voted No": so many of them.
    let at = hit.start as usize;
    let some = !scene.numbers_in(at.saturating_sub(3).max(sentence.start as usize), at).is_empty();
    (between && !share && !some && (scene.tagged.asks() || scene.title.is_some_and(Tagged::asks))).then_some(option)
}

/// `won.4`: over somebody, who stands behind it, or before it where it is done to them.
const OVER: i64 = 4;

/// Denied, hoped for, or somebody's winning of something else.
fn unreal(scene: &Scene, sentence: &Sentence, hit: &Hit) -> bool {
    let (start, at) = (sentence.start as usize, hit.start as usize);
    // A headline tells the past in the present: "X wins", «يفوز X».
    let headline = start == 0 || scene.tagged.text.tokens[start].line == 0;
    let form = scene.form(at);
    let tense = matches!(form, "يفوز" | "تفوز" | "يفوزون" | "يفوزان" | "ينتخب") || form == "win" && hit.concept == Concept::Won;
    // «الانتخابات التي يسعى فيها X إلى الفوز بولاية ثانية».
    let seeks = |j: usize| ["سعي", "يطمح", "تطمح", "تطلع", "يهدف", "تهدف", "ساعي", "طامح"].iter().any(|root| scene.form(j).contains(root));
    if hit.concept == Concept::Victory && at > start && scene.form(at - 1) == "الي" && (at.saturating_sub(12).max(start)..at).any(seeks)
    {
        return true;
    }
    let headline = headline || sentence.line && mandate(scene, sentence, hit).is_some();
    // "has become the first president in two decades to win": did.
    let did = || {
        scene.form(at.wrapping_sub(1)) == "to"
            && (start..at).any(|j| matches!(scene.form(j), "become" | "became" | "becomes") && scene.form(j + 1) == "the")
    };
    if tense && !headline && !did() || hit.clitics.has(Clitics::SA) || hit.concept == Concept::Elected && hit.clitics.has(Clitics::LI) {
        return true;
    }
    let from = start.max(at.saturating_sub(5));
    let denied = |h: &Hit| {
        let cost = scene.cost(h.end as usize, at);
        // "On 3 May".
        let month = scene.form(h.start as usize) == "may" && scene.tagged.text.tokens[h.start as usize].capital && h.start > sentence.start;
        matches!(h.concept, Concept::Not | Concept::Projection | Concept::Expected) && cost <= 3.0
            || h.concept == Concept::Unreal && h.value == 1 && cost <= 5.0 && !month
    };
    // «وهو أكبر فوز منذ عقود»: what one it is.
    if hit.concept == Concept::Victory && at > start && matches!(scene.form(at - 1), "اكبر" | "اول" | "اعرض" | "اضيق" | "ثاني")
    {
        return true;
    }
    // "The biggest winner" gained most, whoever won.
    if hit.concept == Concept::WinnerNoun && at > start && matches!(scene.form(at - 1), "biggest" | "big" | "main" | "real") {
        return true;
    }
    // "The winner will replace X".
    if hit.concept == Concept::WinnerNoun && matches!(scene.form(hit.end as usize), "will" | "would" | "faces" | "must") {
        return true;
    }
    // "X's re-election bid".
    if hit.concept == Concept::Victory && scene.hits(hit.end as usize, hit.end as usize + 1, Concept::Unreal).any(|h| h.value < 3) {
        return true;
    }
    // "A survey showed X winning".
    if sentence.lang == Lang::En
        && hit.concept == Concept::Won
        && scene.form(at).ends_with("ing")
        && scene.has(start, at, Concept::OpinionPoll)
    {
        return true;
    }
    // "Polls point to a victory for X", "a Republican win would …".
    if sentence.lang == Lang::En
        && hit.concept == Concept::Victory
        && (scene.hits(start, at, Concept::OpinionPoll).any(|h| scene.cost(h.end as usize, at) <= 6.0)
            || matches!(scene.form(hit.end as usize), "would" | "could" | "may" | "might" | "will"))
    {
        return true;
    }
    // "If the nominee X is elected in November".
    let clause = (start..at).rev().take(14).take_while(|&j| !matches!(scene.form(j), "," | ";" | ":")).any(|j| scene.form(j) == "if");
    if sentence.lang == Lang::En && clause {
        return true;
    }
    // «في صدارة الاستطلاعات», «على صدارة سباق الترشيح»: first of those who run, as yet.
    let running = ["سباق", "ترتيب", "استطلاعات", "مرشحين", "متسابقين", "مترشحين", "متنافسين"];
    let of_race = |j: usize| running.iter().any(|word| scene.form(j).ends_with(word));
    if sentence.lang == Lang::Ar && hit.concept == Concept::Won && hit.value == FIRST && of_race(hit.end as usize) {
        return true;
    }
    // "polled 702 votes to beat Y": did.
    let beat = hit.concept == Concept::Won
        && hit.value == OVER
        && scene.form(at.wrapping_sub(1)) == "to"
        && scene.hits(start, at, Concept::Got).any(|h| h.value == 1 && scene.cost(h.end as usize, at) <= 9.0)
        && !scene.hits(start, at, Concept::Unreal).any(|h| h.value == 1);
    if beat {
        return false;
    }
    // "Scraped past the four-percent barrier".
    if hit.concept == Concept::Won
        && scene.hits(hit.end as usize, hit.end as usize + 6, Concept::Threshold).next().is_some()
        && hit.value == OVER
    {
        return true;
    }
    // "Their alliance elected P's X": not P.
    let owner = |k: usize| electable(scene, k) && scene.names[k].start == hit.end && scene.form(scene.names[k].end as usize) == "'s";
    if hit.concept == Concept::Elected && scene.names_in(hit.end as usize, hit.end as usize + 1).any(owner) {
        return true;
    }
    // "Africa's first elected woman president", "the democratically elected government": of what sort somebody is.
    let sort = |j: usize| matches!(scene.form(j), "first" | "democratically" | "newly" | "last" | "an" | "popularly" | "freely");
    if sentence.lang == Lang::En && hit.concept == Concept::Elected && form == "elected" && at > start && sort(at - 1) {
        return true;
    }
    // "X must be defeated": by others.
    let be = || at > start && matches!(scene.form(at - 1), "be" | "been" | "being" | "was" | "were" | "is" | "are");
    if sentence.lang == Lang::En && hit.concept == Concept::Won && hit.value == OVER && be() {
        return true;
    }
    // "Won the first round": there is another.
    let after = hit.end as usize + usize::from(scene.form(hit.end as usize) == "the");
    if hit.concept == Concept::Won && scene.tagged.hit(after, Concept::Round).is_some_and(|round| round.value == 1) {
        return true;
    }
    // «ساعده على الفوز», «هزم في انتخابات 2013»: to win, was beaten.
    let (to, next) = (at > start && scene.form(at - 1) == "علي", hit.end as usize);
    if sentence.lang == Lang::Ar
        && (to
            && (hit.concept == Concept::Victory
                || hit.concept == Concept::Won && (form.starts_with("ال") || matches!(form, "حسم" | "كسب" | "ربح")))
            || hit.concept == Concept::Got && hit.clitics.has(Clitics::LI)
            || form.contains("حسم") && scene.is(next, Concept::In)
            || form.ends_with("هزم") && hit.concept == Concept::Won && scene.is(next, Concept::In))
    {
        return true;
    }
    // "Secured second place".
    let second = |h: &Hit| h.value > 1 && matches!(scene.form(h.end as usize), "place" | "spot" | "position");
    if sentence.lang == Lang::En && hit.concept == Concept::Won && scene.hits(next, next + 3, Concept::Ordinal).any(second) {
        return true;
    }
    // «فازت X بالمركز الرابع».
    let place = |h: &Hit| {
        let before = scene.form(h.start as usize - 1);
        h.value > 1 && ["مركز", "مرتبه", "مقعد"].iter().any(|word| before.ends_with(word))
    };
    if hit.concept == Concept::Won
        && scene.hits(hit.end as usize + 1, (hit.end as usize + 9).min(sentence.end as usize), Concept::Ordinal).any(place)
    {
        return true;
    }
    // "To win", «أن يفوز».
    let wanted = at > start && matches!(scene.form(at - 1), "to" | "ان") && !did() && !(hit.concept == Concept::Victory && form == "re");
    wanted || scene.tagged.within(from, at).iter().any(|h| h.end as usize <= at && denied(h))
}

fn about_election(scene: &Scene, sentence: &Sentence, hit: &Hit, told: (usize, usize)) -> bool {
    // "came first", "declared the winner", "the presidency went to" say it by themselves.
    if hit.concept == Concept::Won && hit.end - hit.start > 1
        || matches!(hit.concept, Concept::WentTo | Concept::Answered)
        || hit.concept == Concept::Victory && hit.start > 0 && scene.form(hit.start as usize - 1) == "'s"
        // «انتخابات جرت … وأسفرت عن فوز X».
        || hit.start > 1 && scene.form(hit.start as usize - 1) == "عن" && scene.form(hit.start as usize - 2).contains("سفر")
    {
        return true;
    }
    let (start, end) = (sentence.start as usize, sentence.end as usize);
    // "New York City elected X, …, as mayor", "voters elected X".
    let hs = hit.start as usize;
    let city = |k: usize| scene.names[k].kind == NameType::Place && scene.names[k].end == hit.start;
    if hit.concept == Concept::Elected
        && matches!(scene.form(hs), "elected" | "elects" | "elect")
        && (scene.names_in(start, hs).any(city) || hs > start && scene.form(hs - 1) == "voters")
    {
        return true;
    }
    scene.tagged.within(start, end).iter().any(|h| {
        matches!(
            h.concept,
            Concept::Election | Concept::Office | Concept::Polling | Concept::Round | Concept::Vote | Concept::Seat | Concept::Term
        ) && scene.gap((h.start as usize, h.end as usize), told) <= 16.0
    })
}

fn electable(scene: &Scene, k: usize) -> bool {
    let name = &scene.names[k];
    match name.kind {
        NameType::Organization | NameType::Place => false,
        // "The first woman elected": of groups only the opposition and "the ruling party" win.
        NameType::Group => scene.tagged.hit(name.start as usize, Concept::Group).is_some_and(|h| matches!(h.value, RULING | OPPOSITION)),
        _ => true,
    }
}

fn who_won(scene: &Scene, sentence: &Sentence, hit: &Hit) -> Option<usize> {
    let (start, end) = (sentence.start as usize, sentence.end as usize);
    let (hs, he) = (hit.start as usize, hit.end as usize);
    // «خلفا لـX، الذي هزم Y»: the relative clause is X's.
    let his = sentence.lang == Lang::Ar && hit.value == OVER && hs > start && scene.is(hs - 1, Concept::Relative);
    if his && hit.concept == Concept::Won {
        return scene.names_in(start, hs).rev().find(|&k| electable(scene, k) && scene.names[k].end as usize + 2 >= hs - 1);
    }
    let after = scene.names_in(he, end).find(|&k| electable(scene, k));
    let free = |k: &usize| electable(scene, *k) && scene.names[*k].end as usize <= hs;
    let owner = hit.concept == Concept::Victory && sentence.lang == Lang::En;
    // "X president-elect": the noun behind is what X became.
    let became =
        |k: usize| hit.concept == Concept::Elected && scene.names[k].end == hit.start && scene.is(hit.start as usize, Concept::Title);
    // «X، مرشح P، الذي فاز», «حزب P برئاسة X تصدر»: the one only tells of the other. "The candidate from the P".
    let gloss = |k: usize| {
        let ns = scene.names[k].start as usize;
        let roles = const { Concepts::of(&[Concept::Candidate, Concept::Leader, Concept::Behalf]) };
        let role = scene.tagged.within(ns.saturating_sub(3).max(start), ns).iter().rfind(|h| roles.holds(h.concept));
        let near = role.is_some_and(|h| scene.cost(h.end as usize, ns) <= 2.0 && h.end as usize <= ns);
        let led = k > 0 && scene.names[k - 1].kind == NameType::Party && role.is_some_and(|h| h.concept == Concept::Leader);
        let from = ns > start + 1 && scene.form(ns - 1) == "the" && scene.form(ns - 2) == "from";
        // "X, a Democrat who …, ousted Y".
        let apposed = k > 0 && scene.names[k - 1].kind == NameType::Person && ns >= 2 && {
            let comma = if matches!(scene.form(ns - 1), "a" | "an" | "the") { ns - 2 } else { ns - 1 };
            matches!(scene.form(comma), ",") && scene.names[k - 1].end as usize == comma
        };
        // "The candidate of the P (Q), won": the short form is the same party.
        let short = k > 0
            && ns > start
            && scene.form(ns - 1) == "("
            && scene.names[k - 1].end as usize == ns - 1
            && scene.names[k - 1].kind == NameType::Party;
        let of = |at: usize| scene.form(at.saturating_sub(1 + usize::from(scene.form(at.saturating_sub(1)) == "the"))) == "of";
        let short = short && (dependent(scene, k - 1) || of(scene.names[k - 1].start as usize));
        // "X, supported by the P, won", "backed by the nationalist opposition".
        let by = (ns.saturating_sub(4).max(start)..ns).rev().find(|&j| scene.form(j) == "by").unwrap_or(ns);
        let opens = |j: usize| k > 0 && scene.form(j) == "," && scene.names[k - 1].end as usize == j;
        let aside = scene.form(by) == "by" && scene.form(scene.names[k].end as usize) == "," && (by.saturating_sub(6)..by).any(opens);
        // "Centrist party D66, led by X, has won".
        let leader = led && near && scene.names[k].kind == NameType::Person;
        leader || short || aside || from || apposed || sentence.lang == Lang::Ar && near && (scene.names[k].kind != NameType::Person || led)
    };
    // "X, who had challenged Y in the run-off, the winner": not who is named in the relative clause.
    let comma = hs.saturating_sub(1 + usize::from(hs > start && scene.form(hs - 1) == "the"));
    let who = (hit.concept == Concept::WinnerNoun && scene.form(comma) == ",")
        .then(|| (start..comma).rev().find(|&j| scene.form(j) == "," && scene.is(j + 1, Concept::Relative)))
        .flatten();
    let inside = |k: usize| who.is_some_and(|w| scene.names[k].start as usize > w);
    let own =
        |k: usize| !inside(k) && (became(k) || !dependent(scene, k) && !adjectival(scene, k) && !gloss(k) && !inside_relative(scene, k));
    // "X's Christian Democrats and their Bavarian allies won".
    let ally = |k: usize| matches!(scene.form(scene.names[k].end as usize), "allies" | "partners" | "ally");
    let before = scene.names_in(start, hs).rev().find(|k| free(k) && (owner || own(*k)) && !ally(*k));
    let gap_after = after.map(|k| scene.cost(he, scene.names[k].start as usize));
    // "X, the candidate of P, won": an apposition is no distance.
    let apposed =
        |ne: usize| matches!(scene.form(ne), "," | "،") && (hs.saturating_sub(5)..hs).any(|j| j > ne && matches!(scene.form(j), "," | "،"));
    // "X of the P (Q) was declared winner": nor is the party.
    let end_of = |k: usize| {
        let ne = scene.names[k].end as usize;
        let party = scene.names.get(k + 1).filter(|n| n.kind == NameType::Party && scene.cost(ne, n.start as usize) <= 2.0);
        let Some(pe) = party.filter(|_| scene.form(ne) == "of").map(|n| n.end as usize) else { return ne };
        if scene.form(pe) == "(" && scene.form(pe + 2) == ")" { pe + 3 } else { pe }
    };
    let gap_before = before.map(end_of).map(|ne| if apposed(ne) { scene.cost(ne, hs).min(4.0) } else { scene.cost(ne, hs) });
    // "X will be the first woman to lead Mexico after a victory on Sunday": the clause before is about the winner.
    let closing = (hs.saturating_sub(3).max(start)..hs).any(|j| matches!(scene.form(j), "after" | "by" | "having"));
    let only = scene.names_in(start, hs).filter(|k| electable(scene, *k)).count() == 1;
    let far: f32 = match closing && only {
        true if scene.has(start, hs, Concept::Office) => 24.0,
        true => 12.0,
        false => 0.0,
    };
    match sentence.lang {
        Lang::Ar => {
            // Verb or noun first: فاز X, فوز X, انتخاب X. A name behind على is the loser.
            let loser = |k: usize| {
                let ns = scene.names[k].start as usize;
                (he..ns).any(|j| matches!(scene.form(j), "علي" | "امام" | "مقابل"))
                    || scene.names[k].titled && (he..ns).any(|j| scene.is(j, Concept::Rival))
            };
            // «فاز زعيم المعارضة في زامبيا X»: where he leads it.
            let place = |j: usize, k: usize| {
                let ns = scene.names[k].start as usize;
                scene.names_in(j + 1, ns).any(|p| scene.names[p].kind == NameType::Place && scene.names[p].end as usize == ns)
            };
            let crossed = |k: usize| {
                (he..scene.names[k].start as usize).any(|j| {
                    scene.is(j, Concept::In) && !place(j, k)
                        || scene.is(j, Concept::Clause)
                        || scene.is(j, Concept::Relative)
                        || scene.form(j) == "،"
                        || scene.is(j, Concept::Election)
                })
            };
            // «انتخاب X رئيسا»: the noun is an election's unless a person stands at it.
            if scene.is(hs, Concept::Election) && hit.concept == Concept::Elected {
                return after.filter(|&k| gap_after.is_some_and(|g| g <= 2.0) && scene.names[k].kind == NameType::Person);
            }
            // «انتزع الديمقراطي X»: the person behind the party's word.
            let person = |k: usize| {
                let next = scene.names.get(k + 1).filter(|n| n.kind == NameType::Person && n.start == scene.names[k].end);
                let family = next.is_some() && scene.is(scene.names[k].start as usize, Concept::PartyFamily);
                // «انتخب مؤسس «التيار» العماد ميشال عون», «فوز مرشح حزب P X»: the one whom the role tells of.
                let ns = scene.names[k].start as usize;
                let led = scene.names[k].kind == NameType::Party
                    && scene
                        .tagged
                        .within(he, ns)
                        .iter()
                        .any(|h| matches!(h.concept, Concept::Leader | Concept::Candidate) && scene.cost(h.end as usize, ns) <= 1.5);
                let behind = scene
                    .names
                    .get(k + 1)
                    .filter(|n| n.kind == NameType::Person && scene.cost(scene.names[k].end as usize, n.start as usize) <= 3.5);
                if family || led && behind.is_some() { k + 1 } else { k }
            };
            if let (Some(k), Some(gap)) = (after.map(person), gap_after) {
                if gap <= 7.0 && !loser(k) && !crossed(k) && hit.concept != Concept::WinnerNoun {
                    return Some(k);
                }
                if hit.concept == Concept::WinnerNoun && gap <= 3.0 {
                    return Some(k);
                }
            }
            // «X هو الفائز».
            if hit.concept == Concept::WinnerNoun && hs > start && matches!(scene.form(hs - 1), "هو" | "هي") {
                return before.filter(|&k| scene.names[k].end as usize + 1 == hs);
            }
            if scene.form(hs) == "اولا" {
                return before.filter(|&k| scene.names[k].end as usize == hs);
            }
            let verb = matches!(hit.concept, Concept::Got | Concept::Won | Concept::Elected | Concept::Victory | Concept::WinnerNoun);
            // «أعلنت X فوز …»: who announces it.
            let announces = |k: usize| {
                let ns = scene.names[k].start as usize;
                let noun = matches!(hit.concept, Concept::Victory | Concept::Elected) && hit.clitics.is_empty();
                noun && scene.hits(ns.saturating_sub(4).max(start), ns, Concept::Said).next().is_some() && scene.names[k].end == hit.start
            };
            (verb && gap_before.is_some_and(|g| g <= 7.0)).then_some(before).flatten().filter(|&k| !announces(k))
        }
        Lang::En => match hit.concept {
            Concept::Victory => {
                let owned = before.filter(|&k| {
                    let ne = scene.names[k].end as usize;
                    scene.form(ne) == "'s" && gap_before.is_some_and(|g| g <= 3.0)
                });
                let of = after.filter(|&k| {
                    let ns = scene.names[k].start as usize;
                    gap_after.is_some_and(|g| g <= 8.0) && (he..ns).any(|j| matches!(scene.form(j), "for" | "of" | "by"))
                });
                let verb = before.filter(|_| gap_before.is_some_and(|g| g <= far.max(5.0)));
                owned.or(of).or(verb)
            }
            // "495 fewer than the winner, X", "lost to the winner".
            Concept::WinnerNoun if hs > start && matches!(scene.form(hs - 1), "than" | "to" | "behind" | "with" | "by" | "against") => {
                after.filter(|_| gap_after.is_some_and(|g| g <= 3.0))
            }
            Concept::WinnerNoun => {
                // "declared X the winner", but "X congratulated the winner".
                let told = |j: usize| {
                    let copula =
                        matches!(scene.form(j), "is" | "was" | "be" | "been" | "as" | "became" | "emerged" | "named" | "proclaimed" | ",");
                    copula || scene.is(j, Concept::Said) || scene.is(j, Concept::AroundVote)
                };
                let said = before.is_some_and(|k| (start..hs).any(|j| told(j) && (j + 6 > hs || j < scene.names[k].start as usize)));
                let met = (hs.saturating_sub(2)..hs).any(|j| scene.form(j).starts_with("congratulat"));
                let declared = before.filter(|_| said && !met && gap_before.is_some_and(|g| g <= 14.0));
                // "The victor in the presidential election is X".
                let is = |k: usize| {
                    let ns = scene.names[k].start as usize;
                    let copula = (he..ns).rfind(|&j| matches!(scene.form(j), "is" | "was"));
                    copula.is_some_and(|j| {
                        scene.cost(j + 1, ns) <= 2.0 && !scene.is(j + 1, Concept::Not) && scene.has(he, j, Concept::Election)
                    })
                };
                declared.or(after.filter(|&k| gap_after.is_some_and(|g| g <= 3.0 || g <= 12.0 && is(k))))
            }
            // "Bush and President-elect Obama".
            Concept::Elected if scene.form(he - 1).ends_with("elect") && he - hs > 1 => after.filter(|_| gap_after == Some(0.0)),
            Concept::Elected => {
                let passive = before.filter(|_| gap_before.is_some_and(|g| g <= 6.0));
                let active = after.filter(|_| gap_after.is_some_and(|g| g <= 2.0));
                passive.or(active)
            }
            // "The election was won by X".
            _ if scene.form(he - 1) == "by" => after.filter(|_| gap_after.is_some_and(|g| g <= 4.0)),
            _ => before.filter(|&k| gap_before.is_some_and(|g| g <= far.max(8.0)) && scene.form(scene.names[k].end as usize) != "s"),
        },
    }
}
