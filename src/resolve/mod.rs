//! Drafts → [`record::Record`]: who is who, which election, and what is said twice.

mod election;
mod entity;
pub mod record;

use std::collections::BTreeMap;
use std::collections::hash_map::Entry;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::date::PartialDate;
use crate::decimal::Decimal;
use crate::facts::{AFFILIATION, Draft, Measure, Scene, counts, drafts, sign_before};
use crate::kind::{Bound, FactKind, Office, Status};
use crate::lexicon::{Concept, Concepts, Hit, Tagged, is_voting};
use crate::mentions::NameType;
use crate::names;
use crate::resolve::record::{Fact, Mention, MentionKind, Record};

/// Facts and elections of a text that [`is_election_news`]; the article's own data, its mentions and the checks are added by the caller.
pub fn resolve(scene: &Scene, published: Option<PartialDate>) -> Record {
    let drafts = drafts(scene);
    if drafts.is_empty() {
        return Record::default();
    }
    let (entities, of) = entity::entities(scene);
    let elections = election::elections(scene, &drafts, published);
    let entity = |k: Option<usize>| k.and_then(|k| of[k]);
    let mut facts: Vec<Fact> = Vec::new();
    // Of each fact, whom it is about and in which election.
    let mut about: Vec<(Option<usize>, usize)> = Vec::new();
    let mut said: FxHashMap<Key, usize> = FxHashMap::default();
    let mut made: Vec<Option<Arc<record::Name>>> = vec![None; entities.len()];
    let mut name = |e: usize| Arc::clone(made[e].get_or_insert_with(|| Arc::new(entities[e].name())));
    let scope = scope_of_title(scene, elections.country).map(|place| (Arc::new(place), true)).or_else(|| {
        let office = elections.list.first().and_then(|main| main.office);
        constituency(scene, &drafts, office).and_then(|(k, whole)| Some((name(of[k]?), whole)))
    });
    let seat = elections.list.first().and_then(|main| seat_of(scene, main.office, &of));
    let mut standing = Standing::of(&drafts, &elections.of, entity);
    // Where somebody won, told with its year or office; said again without them it is the same victory.
    let won: FxHashMap<usize, usize> = drafts
        .iter()
        .zip(&elections.of)
        .filter(|(draft, _)| draft.kind == FactKind::Winner && (draft.when.office.is_some() || draft.when.year.is_some()))
        .rev()
        .filter_map(|(draft, &at)| Some((entity(draft.subject)?, at)))
        .collect();
    // The persons whose votes or shares are told, in a text that knows answers.
    let person = |draft: &&Draft| {
        let shared = matches!(draft.kind, FactKind::VoteShare | FactKind::Votes);
        shared && draft.subject.is_some_and(|k| scene.names[k].kind == NameType::Person)
    };
    let answers = !scene.tagged.all(Concept::Choice).is_empty();
    let mut voted_for: Vec<usize> = drafts.iter().filter(|_| answers).filter(person).filter_map(|d| entity(d.subject)).collect();
    voted_for.sort_unstable();
    voted_for.dedup();
    for (draft, &at) in drafts.iter().zip(&elections.of) {
        let subject = entity(draft.subject);
        let subject = draft.subject.filter(|&k| candidate_of(scene, k)).and_then(|_| standing.of_party(subject?, at)).or(subject);
        if draft.kind.needs_subject() && subject.is_none() {
            continue;
        }
        // «أعلن المستشار X أن 98.1% قالوا نعم»: answers get the votes of a referendum, and nobody who is alone.
        if at == 0 && elections.list[0].office == Some(Office::Referendum) && voted_for.len() == 1 && subject == Some(voted_for[0]) {
            continue;
        }
        let party = entity(draft.party);
        let mut at = at;
        if draft.kind == FactKind::Winner && draft.when.office.is_none() && draft.when.year.is_none() {
            at = subject.and_then(|s| won.get(&s).copied()).unwrap_or(at);
        }
        if draft.kind == FactKind::Candidacy {
            // Nobody stands in a referendum for the party they belong to.
            if draft.rule == AFFILIATION && elections.list[at].office == Some(Office::Referendum) {
                continue;
            }
            let (Some(subject), Some(party)) = (subject, party.filter(|_| party != subject)) else { continue };
            if draft.rule == AFFILIATION {
                let Some(race) = standing.race(subject, party, at) else { continue };
                at = race;
            }
        }
        let place = entity(draft.place).filter(|&e| entities[e].value <= 0 || Some(entities[e].value) != elections.country);
        // The state that elects its governor is no part of the vote.
        let place = place.filter(|&e| at != 0 || Some(e) != seat);
        let scoped = at == 0 && draft.kind.is_figure() && !matches!(draft.kind, FactKind::TermYears | FactKind::Threshold);
        let of_one = matches!(draft.kind, FactKind::Votes | FactKind::VoteShare | FactKind::Margin);
        let place = place.map(&mut name).or_else(|| {
            let (place, _) = scope.as_ref().filter(|(_, whole)| scoped && (*whole || of_one))?;
            Some(Arc::clone(place))
        });
        let party = party.map(&mut name);
        if draft.kind == FactKind::ElectionDate && vaguer(draft, &drafts) {
            continue;
        }
        let key = Key {
            kind: draft.kind,
            subject,
            value: draft.value.map(|v| v.normal()),
            date: draft.date,
            election: at,
            name: match draft.kind {
                FactKind::Candidacy => party.as_ref(),
                FactKind::Winner => None,
                _ => place.as_ref(),
            }
            .map(|name| names::words(&name.name)),
        };
        // What was announced is the state of the count of the main election, and a president is elected to no seats.
        let counted = at == 0 && !(draft.kind == FactKind::Seats && elections.list[0].office == Some(Office::President));
        let fact = Fact {
            id: String::new(),
            kind: draft.kind,
            value: key.value,
            value_max: draft.value_max.map(|v| v.normal()),
            date: draft.date,
            date_end: draft.date_end,
            unit: draft.unit.unwrap_or(draft.kind.unit()),
            bound: draft.bound,
            status: draft.status.filter(|s| counted || !draft.kind.is_figure() || matches!(s, Status::OpinionPoll | Status::Expected)),
            subject: subject.map(&mut name),
            party,
            place,
            election: Some(elections.list[at].id.clone()),
            evidence: vec![draft.evidence],
            confidence: draft.confidence.clamp(0.05, 0.99),
            rule: draft.rule,
        };
        match said.entry(key) {
            Entry::Occupied(old) => merge(&mut facts[*old.get()], fact),
            Entry::Vacant(new) => {
                new.insert(facts.len());
                facts.push(fact);
                about.push((subject, at));
            }
        }
    }
    parties(&mut facts, &about);
    facts.sort_by_key(|f| f.evidence[0]);
    for (i, fact) in facts.iter_mut().enumerate() {
        fact.id = format!("f{}", i + 1);
        fact.confidence = (fact.confidence * 100.0).round() / 100.0;
    }
    let named: Vec<&String> = facts.iter().filter_map(|f| f.election.as_ref()).collect();
    let elections = elections
        .list
        .into_iter()
        .enumerate()
        .filter(|(i, e)| !facts.is_empty() && (*i == 0 || named.contains(&&e.id)))
        .map(|(_, e)| e)
        .collect();
    Record { elections, facts, ..Record::default() }
}

/// Who stands in which election, and for whom.
#[derive(Default)]
struct Standing {
    /// By subject, the elections in which they stand, each with the party where one is named.
    of: FxHashMap<usize, Vec<(usize, Option<usize>)>>,
}

impl Standing {
    fn of(drafts: &[Draft], elections: &[usize], entity: impl Fn(Option<usize>) -> Option<usize>) -> Self {
        let mut standing = Standing::default();
        for (draft, &at) in drafts.iter().zip(elections) {
            let stands = matches!(draft.kind, FactKind::Candidacy | FactKind::Winner | FactKind::VoteShare | FactKind::Votes);
            let Some(subject) = entity(draft.subject).filter(|_| stands && draft.rule != AFFILIATION) else { continue };
            let party = entity(draft.party).filter(|_| draft.kind == FactKind::Candidacy);
            let races = standing.of.entry(subject).or_default();
            match races.iter_mut().find(|(race, _)| *race == at) {
                Some((_, known)) => *known = known.or(party),
                None => races.push((at, party)),
            }
        }
        standing
    }

    /// The one who stands for a party in an election: none where several do.
    fn of_party(&self, party: usize, at: usize) -> Option<usize> {
        let mut all = self.of.iter().filter(|(_, races)| races.contains(&(at, Some(party)))).map(|(subject, _)| *subject);
        let first = all.next()?;
        all.next().is_none().then_some(first)
    }

    /// The election in which somebody who belongs to `party` stands for it: `at`, else the first; none if they stand for another.
    fn race(&mut self, subject: usize, party: usize, at: usize) -> Option<usize> {
        let races = self.of.get_mut(&subject)?;
        let here = races.iter().position(|(race, _)| *race == at).unwrap_or(0);
        let (race, known) = &mut races[here];
        (*known.get_or_insert(party) == party).then_some(*race)
    }
}

/// "The Law and Justice candidate took 50.9%", «حصد مرشح حزب الأمة 51%»: the party's name tells only whose candidate is meant.
fn candidate_of(scene: &Scene, k: usize) -> bool {
    let name = &scene.names[k];
    let (ns, ne) = (name.start as usize, name.end as usize);
    let one = |j: usize| {
        let role = scene.is(j, Concept::Candidate) || matches!(scene.form(j), "leader" | "chief" | "boss");
        role && !["ون", "ين", "ات", "s"].iter().any(|end| scene.form(j).ends_with(end))
    };
    let quote = |j: usize| usize::from(scene.form(j) == "\"");
    let before = ns.wrapping_sub(1 + quote(ns.wrapping_sub(1)));
    matches!(name.kind, NameType::Party | NameType::Unknown)
        && if scene.tagged.text.tokens[ns].arabic { ns > 0 && one(before) } else { one(ne + quote(ne)) }
}

/// "In October" is said again of the vote of 25 October, whose day another statement tells.
fn vaguer(draft: &Draft, drafts: &[Draft]) -> bool {
    let Some(date) = draft.date.filter(|d| d.day.is_none()) else { return false };
    drafts
        .iter()
        .filter(|d| d.kind == FactKind::ElectionDate)
        .filter_map(|d| d.date)
        .any(|d| d.year == date.year && if date.month.is_some() { d.month == date.month && d.day.is_some() } else { d.month.is_some() })
}

/// What makes two statements one fact: kind, subject, place, election, value; for relations the party or the date.
#[derive(PartialEq, Eq, Hash)]
struct Key {
    kind: FactKind,
    subject: Option<usize>,
    value: Option<Decimal>,
    date: Option<PartialDate>,
    election: usize,
    /// The words of the party or place.
    name: Option<Vec<String>>,
}

/// One more place where the article says it; a hedge or status that only one of them has is kept.
fn merge(old: &mut Fact, new: Fact) {
    for span in new.evidence {
        if !old.evidence.contains(&span) {
            old.evidence.push(span);
        }
    }
    old.evidence.sort();
    if old.bound == Bound::Exact {
        old.bound = new.bound;
    }
    old.status = old.status.or(new.status);
    // Said twice is surer.
    old.confidence = 1.0 - (1.0 - old.confidence) * (1.0 - 0.4 * new.confidence);
}

/// A subject's party, known from its candidacy, goes with all its facts of that election.
/// `about` has the subject and the election of each.
fn parties(facts: &mut [Fact], about: &[(Option<usize>, usize)]) {
    let mut known: FxHashMap<(usize, usize), Arc<record::Name>> = FxHashMap::default();
    for (fact, (subject, election)) in facts.iter().zip(about) {
        if let (FactKind::Candidacy, Some(s), Some(party)) = (fact.kind, subject, &fact.party) {
            known.entry((*s, *election)).or_insert_with(|| party.clone());
        }
    }
    for (fact, (subject, election)) in facts.iter_mut().zip(about) {
        if let (FactKind::Winner | FactKind::VoteShare | FactKind::Votes, Some(s), None) = (fact.kind, subject, &fact.party) {
            fact.party = known.get(&(*s, *election)).cloned();
        }
    }
}

/// Somebody votes, in whatever vote.
const VOTED: Concepts = Concepts::of(&[Concept::Vote, Concept::Election, Concept::Polling, Concept::Voter, Concept::Elected]);

/// Whether the article speaks of a public election at all: words of voting and of offices outweigh those of clubs and boards.
pub fn is_election_news(tagged: &Tagged, title: Option<&Tagged>) -> bool {
    let all = |tagged: &Tagged, concepts: &[Concept]| concepts.iter().map(|&c| tagged.all(c).len()).sum::<usize>();
    let count = |concepts: &[Concept]| all(tagged, concepts) + 2 * title.map_or(0, |title| all(title, concepts));
    // The sieve of the extractor passes by texts without any such word.
    let voting = |tagged: &Tagged| tagged.hits.iter().filter(|h| is_voting(h.concept, h.value)).count();
    let votes = voting(tagged) + 2 * title.map_or(0, voting);
    let public = count(&[Concept::Office, Concept::Polling, Concept::Voter, Concept::Round]);
    // Words of companies and of laws by themselves only where somebody votes: an article on a bank may name an election.
    let club = |tagged: &Tagged| tagged.all(Concept::OtherVote).iter().any(|h| h.value == 1);
    let clubs = club(tagged) || title.is_some_and(club);
    let voted = |tagged: &Tagged, at: usize| tagged.concepts_of(tagged.text.sentence_of(at)).meet(VOTED);
    // "The National Federation Party".
    let party = |tagged: &Tagged, h: &Hit| {
        let token = tagged.text.tokens.get(h.end as usize);
        token.is_some_and(|t| t.capital && !t.arabic) && tagged.is(h.end as usize, Concept::PartyHead)
    };
    let weighs = |tagged: &Tagged, h: &Hit| (clubs || voted(tagged, h.start as usize)) && !party(tagged, h);
    let other = |tagged: &Tagged| tagged.all(Concept::OtherVote).iter().filter(|h| weighs(tagged, h)).count();
    // "Egypt's election produced a winner. Now comes the bill": alone in a title it tells little.
    let inside = other(tagged);
    let other = inside + if inside > 0 { 2 } else { 1 } * title.map_or(0, other);
    // "Was elected president in a run-off, with 56 percent of the vote": many weak words and an office, and no other vote.
    let weak = count(&[Concept::Election, Concept::Elected, Concept::Round, Concept::Vote, Concept::Candidate]);
    let said = |concept: &Concept| !tagged.all(*concept).is_empty();
    // "Captured 308 of the 480 seats … Turnout was 69 percent", but not the turnout in a vote of a union.
    let stood = [Concept::Won, Concept::Lost, Concept::Seat, Concept::Candidate].iter().filter(|c| said(c)).count() > 2;
    let (office, round) = (count(&[Concept::Office]) > 0, count(&[Concept::Round]) > 0);
    let held = round || count(&[Concept::Elected, Concept::Victory]) > 0 || said(&Concept::Turnout) && stood;
    let told = weak > 3 && other * 5 <= public + weak && (office && held || round && said(&Concept::Turnout));
    (votes > 0 || told) && (other < 2 || other * 5 <= public + votes || tells_at_once(tagged))
}

/// One of the first sentences tells how an election went and nothing of a club, company or law: whatever comes later, the owner of a
/// football club among the candidates or what the exchange made of it.
fn tells_at_once(tagged: &Tagged) -> bool {
    let what = const { Concepts::of(&[Concept::Office, Concept::Round]) };
    let how = const { Concepts::of(&[Concept::Won, Concept::Victory, Concept::Seat, Concept::Vote]) };
    (0..tagged.text.sentences.len().min(LEAD)).any(|s| {
        let (sentence, concepts) = (tagged.text.sentences[s], tagged.concepts_of(s));
        let lead = tagged.within(sentence.start as usize, sentence.end as usize);
        let named = lead.iter().any(|h| h.concept == Concept::Election && is_voting(h.concept, h.value));
        named && concepts.meet(what) && concepts.meet(how) && !concepts.holds(Concept::OtherVote)
    })
}

/// So many sentences are the beginning of an article.
const LEAD: usize = 2;

/// The state, city or region whose governor, mayor or assembly the main election is for: the place named most beside the office.
fn seat_of(scene: &Scene, office: Option<Office>, of: &[Option<usize>]) -> Option<usize> {
    let office = office.filter(|o| matches!(o, Office::Governor | Office::Mayor | Office::Regional))?;
    let mut beside: BTreeMap<usize, usize> = BTreeMap::new();
    for hit in scene.tagged.hits.iter().filter(|h| h.concept == Concept::Office && h.value == office as i64) {
        let (s, e) = (hit.start as usize, hit.end as usize);
        let near = |k: &usize| {
            let name = &scene.names[*k];
            name.kind == NameType::Place && name.value == 0 && scene.gap((name.start as usize, name.end as usize), (s, e)) <= 2.0
        };
        let sentence = scene.sentence(s);
        // "In the Khabarovsk Territory, the second round of the gubernatorial elections took place".
        let wide = matches!(office, Office::Governor | Office::Regional);
        let opening = scene.names_in(sentence.start as usize, sentence.start as usize + 5).find(|&k| {
            let name = &scene.names[k];
            wide && name.kind == NameType::Place
                && name.value == 0
                && scene.form(name.end as usize) == ","
                && scene.is(sentence.start as usize, Concept::In)
        });
        for k in scene.names_in(s.saturating_sub(5).max(sentence.start as usize), e + 4).filter(near).chain(opening) {
            if let Some(entity) = of[k] {
                *beside.entry(entity).or_default() += 1;
            }
        }
    }
    // Of equals the one named first.
    beside.into_iter().rev().max_by_key(|(_, times)| *times).map(|(entity, _)| entity)
}

/// A title like "Results of the French election in Tunisia" sets the place of all figures.
fn scope_of_title(scene: &Scene, country: Option<i64>) -> Option<record::Name> {
    let title = scene.title?;
    // Two countries in a title are two elections.
    if title.hits.iter().filter(|h| h.concept == Concept::Country).count() > 1 {
        return None;
    }
    title.hits.iter().find_map(|hit| {
        let s = hit.start as usize;
        let placed = hit.clitics.has(crate::text::clitic::Clitics::BI) || s > 0 && title.is(s - 1, Concept::In);
        // «نسبة الإقبال بالخارج».
        let told = || [Concept::Turnout, Concept::Result, Concept::Counted].iter().any(|&c| !title.all(c).is_empty());
        let abroad = hit.concept == Concept::Abroad && title.text.tokens[s].arabic && told();
        let inside = (hit.concept == Concept::Country && Some(hit.value) != country || abroad) && placed;
        inside.then(|| record::Name {
            name: title.text.slice(s, hit.end as usize).to_owned(),
            kind: Some(record::NameKind::Place),
            latin: None,
            aliases: Vec::new(),
        })
    })
}

/// The constituency or province whose count of a national vote is all that the article tells: a place of the title that the first
/// sentence names with its head word, and no other place has figures. An index into the scene's names, and whether it holds for all
/// figures, as beside a word of counting, or for those of candidates only.
fn constituency(scene: &Scene, drafts: &[Draft], office: Option<Office>) -> Option<(usize, bool)> {
    let title = scene.title?;
    let local = office.is_some_and(|o| !matches!(o, Office::President | Office::Parliament | Office::Senate | Office::Referendum));
    // A line with the name of who wrote it may stand before the first sentence.
    let mut lead = scene.tagged.text.sentences.iter().take(2).filter(|s| !local && s.end - s.start > 9);
    let lead = lead.next()?;
    let (start, end) = (lead.start as usize, lead.end as usize);
    // A by-election is the constituency's own.
    let own = (start..end).any(|j| {
        // But «الهيئة الفرعية للانتخابات» is a branch.
        let partial =
            ["فرعيه", "تكميليه"].iter().any(|word| scene.form(j).ends_with(word)) && scene.is(j.wrapping_sub(1), Concept::Election);
        partial || scene.form(j).ends_with("by-election")
    });
    let told = [Concept::Counted, Concept::Result, Concept::Turnout, Concept::Preliminary, Concept::Final];
    let counted = told.iter().any(|c| scene.has(start, end, *c));
    // "Kenny tops the poll as Sligo-Leitrim count ends".
    let country = [Concept::Country, Concept::Nationality].iter().any(|&c| !title.all(c).is_empty());
    let titled_count = !country && told.iter().any(|&c| !title.all(c).is_empty());
    let part = |d: &&Draft| d.kind.is_figure() && d.place.is_some_and(|k| scene.names[k].value <= 0);
    let elsewhere = drafts.iter().filter(part).count() > 1;
    if own || elsewhere {
        return None;
    }
    let seat = |h: &Hit| ["دايره", "constituency"].iter().any(|word| scene.form(h.start as usize).ends_with(word));
    let place = scene.names_in(start, end).find(|&k| {
        let name = &scene.names[k];
        let (ns, ne) = (name.start as usize, name.end as usize);
        let last = scene.form(ne - 1);
        let titled = (0..title.text.tokens.len()).find(|&j| title.text.form(j).trim_start_matches(['و', 'ب', 'ل']).ends_with(last));
        let Some(at) = titled else { return false };
        let headed = scene.hits(ns.saturating_sub(3).max(start), ne, Concept::PlaceHead).any(|h| h.value == 1 && (counted || seat(h)));
        let by_count = title.within(at.saturating_sub(3), at + 2).iter().any(|h| told.contains(&h.concept));
        let beside = titled_count && by_count && !scene.is(ns, Concept::Capital);
        // «انتخابات برلمان إقليم كردستان»: its own body.
        let body = scene.hits(ns.saturating_sub(2).max(start), ns, Concept::Office).any(|h| h.end as usize + 1 >= ns);
        name.kind == NameType::Place && name.value == 0 && !body && (headed || beside)
    });
    // «الفيوم تستعد لجولة الإعادة», and its governorate in the first sentence: whatever is told is of it.
    let opens = || {
        scene.names_in(start, end).find(|&k| {
            let (ns, ne) = (scene.names[k].start as usize, scene.names[k].end as usize);
            let headed = scene.hits(ns.saturating_sub(1).max(start), ne, Concept::PlaceHead).any(|h| h.value == 1);
            let name = &scene.names[k];
            headed && name.kind == NameType::Place && name.value == 0 && title.text.form(0) == scene.form(ne - 1)
        })
    };
    place.map(|k| (k, counted || titled_count)).or_else(|| opens().map(|k| (k, true)))
}

/// Every number, date and name of a text, in its order.
pub fn mentions(scene: &Scene) -> Vec<Mention> {
    let mut out: Vec<Mention> = Vec::new();
    let plain = |kind, span| Mention { kind, span, value: None, unit: None, date: None };
    let text = &scene.tagged.text;
    let counts: Vec<Measure> = counts(scene).collect();
    for number in scene.numbers {
        let end = number.end as usize;
        let percent = scene.tagged.hit(end, Concept::Percent).map(|h| h.end as usize);
        let sign = percent.is_none() && sign_before(scene, number.start as usize);
        let at = counts.partition_point(|m| m.number.0 < number.start as usize);
        let count = counts.get(at).filter(|m| m.number.0 == number.start as usize);
        let kind = match number.form {
            crate::mentions::Form::Ordinal => MentionKind::Ordinal,
            _ if percent.is_some() || sign => MentionKind::Percent,
            _ if count.is_some() => MentionKind::Count,
            _ => MentionKind::Number,
        };
        let mut span = number.span;
        if let Some(last) = percent {
            span.end = text.tokens[last - 1].span.end;
        }
        if sign && kind == MentionKind::Percent {
            span.start = text.tokens[number.start as usize - 1].span.start;
        }
        let count = count.filter(|_| kind == MentionKind::Count);
        // The unit behind the number belongs to it: "67 observers".
        if let Some(m) = count.filter(|m| m.end > end) {
            span.end = text.tokens[m.end - 1].span.end;
        }
        let value = match kind {
            MentionKind::Percent => number.as_percent(),
            MentionKind::Count => number.as_count(),
            _ => number.value,
        };
        // Of what has no concept of its own the noun is given as it stands.
        let unit = count.map(|m| match m.unit {
            Concept::OtherUnit => text.slice(m.unit_at, m.unit_at + 1).to_owned(),
            unit => unit.id().to_owned(),
        });
        out.push(Mention { value: Some(value), unit, ..plain(kind, span) });
    }
    for date in scene.dates {
        out.push(Mention { date: date.date, ..plain(MentionKind::Date, date.span) });
    }
    for duration in scene.durations {
        out.push(Mention {
            value: Some(duration.value),
            unit: Some(duration.unit.to_owned()),
            ..plain(MentionKind::Duration, duration.span)
        });
    }
    for name in scene.names {
        let kind = match name.kind {
            NameType::Person => MentionKind::Person,
            NameType::Party => MentionKind::Party,
            NameType::Organization => MentionKind::Organization,
            NameType::Place => MentionKind::Place,
            NameType::Choice | NameType::Group | NameType::Unknown => continue,
        };
        out.push(plain(kind, name.span));
    }
    out.sort_by_key(|m| (m.span, m.kind as u8));
    out
}
