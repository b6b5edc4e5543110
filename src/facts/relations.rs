//! Winners, candidacies and dates of voting: facts without a figure.

use super::draft::{Draft, When};
use super::qualify;
use super::rule::rule;
use super::scene::Scene;
use super::subject::{adjectival, dependent};
use crate::date::PartialDate;
use crate::kind::{Bound, FactKind};
use crate::lexicon::{Concept, Concepts, Hit};
use crate::mentions::{DateMention, NameType};
use crate::span::Span;
use crate::text::clitic::Clitics;
use crate::text::{Lang, Sentence};

/// A figure of the sentence, as relations look at it: its token, kind, value and subject. A won share or seat is no won election.
type Figure = (usize, FactKind, f64, Option<usize>);

/// Adds the relations of every sentence to the figures read so far.
pub(super) fn read(scene: &Scene, drafts: &mut Vec<Draft>) {
    let mut all: Vec<Figure> = drafts.iter().map(|d| (d.token, d.kind, d.value.map_or(0.0, |v| v.to_f64()), d.subject)).collect();
    all.sort_by_key(|figure| figure.0);
    for (s, sentence) in scene.tagged.text.sentences.iter().enumerate() {
        let (start, end) = (sentence.start as usize, sentence.end as usize);
        if !scene.context.electoral(s) || super::of_another_vote(scene, start, end) {
            continue;
        }
        let figures = &all[all.partition_point(|figure| figure.0 < start)..all.partition_point(|figure| figure.0 < end)];
        let concepts = scene.tagged.concepts_of(s);
        if concepts.meet(WINNING) {
            winners(scene, sentence, figures, drafts);
        }
        candidacies(scene, sentence, figures, drafts);
        if concepts.holds(Concept::Seat) {
            seated(scene, sentence, drafts);
        }
        if concepts.meet(DAY_OF_VOTE) && !concepts.holds(Concept::OtherVote) {
            drafts.extend(scene.dates_in(start, end).iter().filter_map(|date| election_date(scene, sentence, date)));
        }
    }
}

fn blank(kind: FactKind, id: &str, token: usize, evidence: Span) -> Draft {
    let rule = rule(id);
    Draft {
        kind,
        value: None,
        value_max: None,
        date: None,
        date_end: None,
        unit: None,
        bound: Bound::Exact,
        status: None,
        subject: None,
        party: None,
        place: None,
        when: When::default(),
        evidence,
        token,
        confidence: rule.trust,
        rule: rule.id,
    }
}

// ---- winners ----

const WINNING: Concepts = Concepts::of(&[Concept::Won, Concept::Victory, Concept::Elected, Concept::WinnerNoun]);

fn winners(scene: &Scene, sentence: &Sentence, figures: &[Figure], drafts: &mut Vec<Draft>) {
    let (start, end) = (sentence.start as usize, sentence.end as usize);
    for hit in scene.tagged.within(start, end) {
        if !WINNING.holds(hit.concept) || unreal(scene, sentence, hit) {
            continue;
        }
        let Some(k) = who_won(scene, sentence, hit) else { continue };
        let name = &scene.names[k];
        // "58 women were elected": a count, no winner.
        if name.kind == NameType::Group
            && name.start > 0
            && scene.numbers_in(name.start as usize - 1, name.end as usize).iter().any(|n| n.end <= name.end)
        {
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
        if object || !about_election(scene, sentence, hit) {
            continue;
        }
        let mut draft = blank(FactKind::Winner, "relation.winner", from, scene.tagged.text.span(from, to));
        draft.subject = Some(k);
        draft.place = place_near(scene, sentence, hit);
        draft.when = when_near(scene, sentence, from, to);
        if name.kind == NameType::Unknown || name.echo {
            draft.confidence -= 0.1;
        }
        drafts.push(draft);
    }
}

/// Denied, hoped for, or somebody's winning of something else.
fn unreal(scene: &Scene, sentence: &Sentence, hit: &Hit) -> bool {
    let (start, at) = (sentence.start as usize, hit.start as usize);
    let form = scene.form(at);
    if matches!(form, "يفوز" | "تفوز" | "ينتخب")
        || form == "win" && hit.concept == Concept::Won
        || hit.clitics.has(Clitics::SA)
        || hit.concept == Concept::Elected && hit.clitics.has(Clitics::LI)
    {
        return true;
    }
    let from = start.max(at.saturating_sub(5));
    scene.tagged.within(from, at).iter().any(|h| {
        matches!(h.concept, Concept::Not | Concept::Projection | Concept::Expected) && scene.cost(h.end as usize, at) <= 3.0
            || matches!(scene.form(h.start as usize), "if" | "اذا" | "حاله" | "would" | "could" | "may" | "might" | "hopes" | "حال" | "لو")
    }) || (from..at).any(|j| {
        matches!(
            scene.form(j),
            "if" | "اذا" | "حاله" | "حال" | "would" | "could" | "might" | "to" | "ان" | "فرص" | "bid" | "chances" | "hope" | "قد"
        ) && scene.cost(j + 1, at) <= 1.0
            && !matches!(scene.form(j), "قد")
    })
}

fn about_election(scene: &Scene, sentence: &Sentence, hit: &Hit) -> bool {
    // "came first", "president-elect", "was elected" say it by themselves.
    if hit.concept == Concept::Won && hit.end - hit.start > 1
        || hit.concept == Concept::Victory && hit.start > 0 && scene.form(hit.start as usize - 1) == "'s"
    {
        return true;
    }
    let (start, end) = (sentence.start as usize, sentence.end as usize);
    scene.tagged.within(start, end).iter().any(|h| {
        matches!(h.concept, Concept::Election | Concept::Office | Concept::Polling | Concept::Round | Concept::Vote | Concept::Seat)
            && scene.gap((h.start as usize, h.end as usize), (hit.start as usize, hit.end as usize)) <= 16.0
    })
}

fn electable(kind: NameType) -> bool {
    !matches!(kind, NameType::Organization | NameType::Place)
}

fn who_won(scene: &Scene, sentence: &Sentence, hit: &Hit) -> Option<usize> {
    let (start, end) = (sentence.start as usize, sentence.end as usize);
    let (hs, he) = (hit.start as usize, hit.end as usize);
    let after = scene.names_in(he, end).find(|&k| electable(scene.names[k].kind));
    let free = |k: &usize| electable(scene.names[*k].kind) && scene.names[*k].end as usize <= hs;
    let owner = hit.concept == Concept::Victory && sentence.lang == Lang::En;
    let before = scene.names_in(start, hs).rev().find(|k| free(k) && (owner || !dependent(scene, *k) && !adjectival(scene, *k)));
    let gap_after = after.map(|k| scene.cost(he, scene.names[k].start as usize));
    // "X, the candidate of P, won": an apposition is no distance.
    let apposed =
        |ne: usize| matches!(scene.form(ne), "," | "،") && (hs.saturating_sub(5)..hs).any(|j| j > ne && matches!(scene.form(j), "," | "،"));
    let gap_before =
        before.map(|k| scene.names[k].end as usize).map(|ne| if apposed(ne) { scene.cost(ne, hs).min(4.0) } else { scene.cost(ne, hs) });
    match sentence.lang {
        Lang::Ar => {
            // Verb or noun first: فاز X, فوز X, انتخاب X. A name behind على is the loser.
            let loser = |k: usize| {
                let ns = scene.names[k].start as usize;
                (he..ns).any(|j| matches!(scene.form(j), "علي" | "امام" | "مقابل"))
                    || scene.names[k].titled && (he..ns).any(|j| scene.is(j, Concept::Rival))
            };
            let crossed = |k: usize| {
                (he..scene.names[k].start as usize).any(|j| {
                    scene.is(j, Concept::In) || scene.is(j, Concept::Clause) || scene.form(j) == "،" || scene.is(j, Concept::Election)
                })
            };
            if let (Some(k), Some(gap)) = (after, gap_after) {
                if gap <= 7.0 && !loser(k) && !crossed(k) && hit.concept != Concept::WinnerNoun {
                    return Some(k);
                }
                if hit.concept == Concept::WinnerNoun && gap <= 3.0 {
                    return Some(k);
                }
            }
            let verb = matches!(hit.concept, Concept::Won | Concept::Elected | Concept::Victory | Concept::WinnerNoun);
            (verb && gap_before.is_some_and(|g| g <= 7.0)).then_some(before).flatten()
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
                let verb = before.filter(|_| gap_before.is_some_and(|g| g <= 5.0));
                owned.or(of).or(verb)
            }
            Concept::WinnerNoun => {
                let declared = before.filter(|_| gap_before.is_some_and(|g| g <= 14.0));
                declared.or(after.filter(|_| gap_after.is_some_and(|g| g <= 3.0)))
            }
            Concept::Elected => {
                let passive = before.filter(|_| gap_before.is_some_and(|g| g <= 6.0));
                let active = after.filter(|_| gap_after.is_some_and(|g| g <= 2.0));
                passive.or(active)
            }
            _ => before.filter(|&k| gap_before.is_some_and(|g| g <= 8.0) && scene.form(scene.names[k].end as usize) != "s"),
        },
    }
}

fn place_near(scene: &Scene, sentence: &Sentence, hit: &Hit) -> Option<usize> {
    scene.names_in(sentence.start as usize, sentence.end as usize).find(|&k| {
        let name = &scene.names[k];
        name.kind == NameType::Place
            && qualify::prepositioned(scene, k, sentence.lang)
            && scene.gap((name.start as usize, name.end as usize), (hit.start as usize, hit.end as usize)) <= 8.0
    })
}

/// Year, office, country and round that stand nearest to tokens `from..to`.
fn when_near(scene: &Scene, sentence: &Sentence, from: usize, to: usize) -> When {
    let (start, end) = (sentence.start as usize, sentence.end as usize);
    let mut when = When::default();
    let mut best = 10.0;
    for date in scene.dates_in(start, end) {
        if let Some(value) = date.date {
            let gap = scene.gap((date.start as usize, date.end as usize), (from, to));
            if gap < best {
                best = gap;
                when.year = Some(value.year);
            }
        }
    }
    // An office counts where it stands with an election: "parliamentary elections", not "the president said".
    let (mut nearest, mut country) = (9.0, 9.0);
    for hit in scene.tagged.within(start, end) {
        let gap = scene.gap((hit.start as usize, hit.end as usize), (from, to));
        match hit.concept {
            Concept::Office if gap < nearest && electoral(scene, hit) => {
                nearest = gap;
                when.office = Some(hit.value);
            }
            Concept::Round if gap < 9.0 => when.round = Some(hit.value as u8),
            Concept::Country | Concept::Nationality if gap < country && beside_election(scene, hit) => {
                country = gap;
                when.country = Some(hit.value);
            }
            _ => {}
        }
    }
    when
}

/// The office word is said of an election: it holds the word itself, or stands beside it.
pub(super) fn electoral(scene: &Scene, hit: &Hit) -> bool {
    let (s, e) = (hit.start as usize, hit.end as usize);
    let from = s.saturating_sub(5);
    let near = |h: &Hit| {
        h.concept == Concept::Election
            && (h.start as usize, h.end as usize) != (s, e)
            && scene.gap((h.start as usize, h.end as usize), (s, e)) <= 3.5
    };
    scene.tagged.within(from, e + 5).iter().any(near)
        || scene.tagged.at(s).iter().any(|h| h.concept == Concept::Election && h.end == hit.end)
}

fn beside_election(scene: &Scene, hit: &Hit) -> bool {
    let (s, e) = (hit.start as usize, hit.end as usize);
    scene.tagged.within(s.saturating_sub(4), e + 4).iter().any(|h| matches!(h.concept, Concept::Election | Concept::Office))
}

// ---- candidacies ----

fn candidacies(scene: &Scene, sentence: &Sentence, figures: &[Figure], drafts: &mut Vec<Draft>) {
    let (start, end) = (sentence.start as usize, sentence.end as usize);
    let all: Vec<usize> = scene.names_in(start, end).collect();
    let contested = |from: usize, to: usize| scene.has(from, to, Concept::Candidate) || scene.has(from, to, Concept::Contest);
    // "Seventeen candidates are running. They include X of P and Y of Q": the sentence before says that they stand.
    let listed = || {
        let of = |pair: &&[usize]| {
            let (x, y) = (&scene.names[pair[0]], &scene.names[pair[1]]);
            let of =
                scene.form(x.end as usize) == "of" || scene.form(x.end as usize + 3) == "of" && scene.tagged.is_digits(x.end as usize + 1);
            x.kind == NameType::Person && y.kind == NameType::Party && of
        };
        let before = scene.tagged.text.sentence_of(start).checked_sub(1).map(|s| scene.tagged.text.sentences[s]);
        all.windows(2).filter(of).count() > 1 && before.is_some_and(|s| contested(s.start as usize, s.end as usize))
    };
    let contest = contested(start, end) || listed();
    for pair in all.windows(2) {
        let (a, b) = (pair[0], pair[1]);
        let (x, y) = (&scene.names[a], &scene.names[b]);
        let ruling = y.kind == NameType::Group && (y.start as usize..y.end as usize).any(|j| matches!(scene.form(j), "party" | "الحزب"));
        let person_first = x.kind == NameType::Person && (matches!(y.kind, NameType::Party | NameType::Unknown) || ruling);
        let party_first = x.kind == NameType::Party && y.kind == NameType::Person;
        let (from, to) = (x.end as usize, y.start as usize);
        if !person_first && !party_first || to < from || scene.cost(from, to) > 18.0 {
            continue;
        }
        let mut between: Vec<&str> = (from..to).map(|j| scene.form(j)).collect();
        // "X, 70, of the P".
        if let [",", _, ",", ..] = between[..]
            && scene.tagged.is_digits(from + 1)
        {
            between.drain(..3);
        }
        let has = |c: Concept| scene.has(from, to, c);
        // "X and the candidate of P" are two.
        let joined = scene.tagged.within(from, to).iter().any(|h| h.concept == Concept::Candidate && h.clitics.has(Clitics::AND))
            || between.contains(&"and");
        let next_person = all
            .iter()
            .find(|&&k| k > b)
            .is_some_and(|&k| scene.names[k].kind == NameType::Person && scene.cost(y.end as usize, scene.names[k].start as usize) <= 2.5);
        if joined && (next_person || !matches!(between.first(), Some(&"," | &"،"))) {
            continue;
        }
        let candidate_between = has(Concept::Candidate)
            || scene
                .tagged
                .within(from, to)
                .iter()
                .any(|h| h.concept == Concept::Title && matches!(scene.form(h.start as usize), "nominee" | "candidate"));
        let figure_after = figures.iter().any(|(token, kind, ..)| {
            matches!(kind, FactKind::VoteShare | FactKind::Votes) && *token >= y.end as usize && scene.cost(y.end as usize, *token) <= 8.0
        });
        let told = figures.iter().any(|(_, kind, ..)| matches!(kind, FactKind::VoteShare | FactKind::Votes));
        let bracket = between.first() == Some(&"(") && scene.form(y.end as usize) == ")";
        let (subject, party) = if person_first {
            let named_party = y.kind == NameType::Party;
            let for_word = between.iter().any(|w| matches!(*w, "عن" | "باسم" | "ممثلا" | "ممثله" | "representing"));
            let of = matches!(between.first(), Some(&"من" | &"of" | &"from"))
                && between.len() <= 4
                && !between.iter().any(|w| matches!(*w, "،" | ","));
            let candidate_of = candidate_between && scene.cost(from, to) <= 8.0;
            let standing = has(Concept::Contest) && between.iter().any(|w| matches!(*w, "for" | "عن" | "باسم" | "with" | "representing"));
            let dash = between.iter().all(|w| matches!(*w, "-" | "،" | ",")) && !between.is_empty() && sentence.line && figure_after;
            // "X, the Labour Party's vice-presidential candidate".
            let owned = named_party
                && scene.form(y.end as usize) == "'s"
                && between.iter().all(|w| matches!(*w, "," | "the"))
                && scene.hits(y.end as usize, (y.end as usize + 6).min(end), Concept::Candidate).next().is_some();
            // "X's Democratic Party": the party that X leads.
            let leads = named_party && between == ["'s"] && !scene.is(y.start as usize, Concept::PartyFamily);
            let named_party = named_party || ruling && candidate_of;
            // "X, a Democrat", "X, her Republican opponent".
            let plain = between.first() == Some(&",") && between[1..].iter().all(|w| matches!(*w, "a" | "the" | "his" | "her" | "their"));
            let family = scene.is(y.start as usize, Concept::PartyFamily)
                && plain
                && (between.len() == 2 || adjectival(scene, b) || scene.is(y.end as usize, Concept::Rival));
            let ok = owned
                || leads
                || family
                || named_party && (for_word && scene.cost(from, to) <= 6.0 || of && (contest || told) || candidate_of || standing || dash)
                || bracket && (named_party || figure_after);
            if !ok {
                continue;
            }
            (a, b)
        } else if party_first {
            let led = (start..x.start as usize)
                .rev()
                .take(4)
                .any(|j| scene.is(j, Concept::Candidate) && scene.cost(j + 1, x.start as usize) <= 2.5);
            let running = (x.start as usize).checked_sub(1).is_some_and(|j| matches!(scene.form(j), "عن" | "باسم")) && !between.is_empty();
            // "A مرشحا عن P، وB …": the party is A's.
            let taken = a > 0
                && scene.names[a - 1].kind == NameType::Person
                && scene.names[a - 1].end as usize >= start
                && scene.cost(scene.names[a - 1].end as usize, x.start as usize) <= 5.0;
            let short = between.iter().all(|w| matches!(*w, "،" | "," | "\"" | ")" | "السيد" | "السيده" | "الدكتور"));
            let owner = between.first() == Some(&"'s") && (candidate_between || between.len() == 1);
            let family = scene.is(x.start as usize, Concept::PartyFamily) && between.is_empty();
            let candidate_of = candidate_between && scene.cost(from, to) <= 4.0 && !between.iter().any(|w| matches!(*w, "،" | "," | "."));
            // "His Labour challenger, X".
            let opposed =
                between.len() == 2 && between[1] == "," && (candidate_between || has(Concept::Rival) || scene.is(from, Concept::Candidate));
            if !((led || running) && short && !taken || owner || family || candidate_of || opposed) {
                continue;
            }
            (b, a)
        } else {
            continue;
        };
        let mut draft = blank(FactKind::Candidacy, "relation.candidacy", x.start as usize, x.span.to(y.span));
        draft.subject = Some(subject);
        draft.party = Some(party);
        draft.when = when_near(scene, sentence, x.start as usize, y.end as usize);
        drafts.push(draft);
    }
}

/// "Two seats for P went to X and Y": who sits on a party's seats stood for it.
fn seated(scene: &Scene, sentence: &Sentence, drafts: &mut Vec<Draft>) {
    let (start, end) = (sentence.start as usize, sentence.end as usize);
    let to = (start..end.saturating_sub(1)).find(|&j| {
        matches!(scene.form(j), "go" | "goes" | "went" | "allocated" | "awarded" | "ذهبت" | "الت")
            && matches!(scene.form(j + 1), "to" | "الي")
    });
    let Some(to) = to.filter(|&j| scene.has(start, j, Concept::Seat)) else { return };
    let Some(party) = scene.names_in(start, to).rev().find(|&k| matches!(scene.names[k].kind, NameType::Party | NameType::Unknown)) else {
        return;
    };
    for k in scene.names_in(to, end).filter(|&k| scene.names[k].kind == NameType::Person) {
        let (x, y) = (&scene.names[party], &scene.names[k]);
        let mut draft = blank(FactKind::Candidacy, "relation.candidacy", y.start as usize, x.span.to(y.span));
        (draft.subject, draft.party) = (Some(k), Some(party));
        draft.confidence -= 0.1;
        drafts.push(draft);
    }
}

// ---- dates ----

/// What tells that a date is the day of the vote.
const DAY_OF_VOTE: Concepts =
    Concepts::of(&[Concept::Election, Concept::Round, Concept::Polling, Concept::Elected, Concept::Turnout, Concept::Victory]);
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
]);

fn election_date(scene: &Scene, sentence: &Sentence, date: &DateMention) -> Option<Draft> {
    let value = date.date?;
    let (start, end) = (sentence.start as usize, sentence.end as usize);
    let (ds, de) = (date.start as usize, date.end as usize);
    let here = (ds, de);
    let away = |h: &Hit| {
        let crossed = scene.dates_in(start, end).iter().filter(|d| {
            let (s, e) = (d.start as usize, d.end as usize);
            (s, e) != here && (s >= h.end as usize && e <= ds || s >= de && e <= h.start as usize)
        });
        scene.gap((h.start as usize, h.end as usize), here) + 4.0 * crossed.count() as f32
    };
    let beside = |h: &&Hit| EVENTS.holds(h.concept) && (h.end as usize <= ds || h.start as usize >= de);
    let events: Vec<(Concept, f32)> = scene.events(start, end).filter(beside).map(|h| (h.concept, away(h))).collect();
    let nearest = |concepts: &[Concept]| events.iter().filter(|(c, _)| concepts.contains(c)).map(|(_, gap)| *gap).min_by(f32::total_cmp);
    let election = nearest(&[Concept::Election, Concept::Round]);
    let polling = nearest(&[Concept::Polling]);
    let held = nearest(&[Concept::Held]);
    let around = nearest(&[Concept::AroundVote, Concept::Said, Concept::Result]);
    let elected = nearest(&[Concept::Elected]).filter(|_| scene.has(start, end, Concept::Office)).map(|g| g + 1.0);
    // "Turnout on Sunday", "after a victory on Sunday".
    let outcome = nearest(&[Concept::Turnout, Concept::Victory]).filter(|g| *g <= 1.0).map(|g| g + 1.0);
    let event = [election, polling, elected, outcome].into_iter().flatten().min_by(f32::total_cmp)?;
    // "A survey published on Tuesday gave X 52% in a run-off": the day of the survey.
    let survey = |h: &&Hit| matches!(h.concept, Concept::OpinionPoll | Concept::Projection);
    let surveyed = scene.tagged.within(start, ds).iter().rfind(survey);
    if surveyed.is_some_and(|h| scene.cost(h.end as usize, ds) <= 4.0 && !scene.has(h.end as usize, ds, Concept::Election)) {
        return None;
    }
    // «قال الرئيس، الأحد، إن …»: the day of the saying.
    let behind = if matches!(scene.form(de), "،" | ",") { de + 1 } else { de };
    if matches!(scene.form(behind), "ان" | "بان") && scene.has(start, ds, Concept::Said) {
        return None;
    }
    let bare = value.month.is_none();
    if bare {
        // A year makes a date only where it says when an election is held.
        let ok = held.is_some_and(|h| h <= 5.0) && election.is_some_and(|e| e <= 6.0) && around.is_none_or(|a| a > 7.0);
        if !ok {
            return None;
        }
    } else {
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
        let verb_before = scene.events(start, ds).rev().find(|h| {
            matches!(
                h.concept,
                Concept::Said | Concept::AroundVote | Concept::Held | Concept::Polling | Concept::Election | Concept::Cast | Concept::Won
            )
        });
        let said_last = verb_before.is_some_and(|h| matches!(h.concept, Concept::Said | Concept::AroundVote));
        let voting_verb = verb_before.is_some_and(|h| {
            !matches!(h.concept, Concept::Said | Concept::AroundVote | Concept::Election) && scene.cost(h.end as usize, ds) <= 9.0
        });
        let near_vote = voting_verb || [held, polling, nearest(&[Concept::Cast])].into_iter().flatten().any(|g| g <= 4.0);
        let weekday = scene.has(ds, de, Concept::Weekday)
            && !(ds..de).any(|j| scene.tagged.is_digits(j))
            && value.day.is_some()
            && sentence.lang == Lang::Ar;
        // "Next month" by itself says when only beside a word of holding.
        let vague = value.day.is_none() && !scene.has(ds, de, Concept::Month) && !scene.has(ds, de, Concept::WeakMonth);
        if vague && held.is_none_or(|h| h > 4.0) {
            return None;
        }
        if (date.relative || weekday)
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
    draft.when = When { year: Some(value.year), ..when_near(scene, sentence, ds, de) };
    if value.day.is_none() {
        draft.confidence -= 0.1;
    }
    draft.confidence -= f64::from(event.min(10.0)) * 0.01;
    Some(draft)
}
