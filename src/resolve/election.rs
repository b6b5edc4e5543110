//! Which elections an article speaks of, and which of them each draft belongs to.

use std::collections::BTreeMap;

use crate::date::PartialDate;
use crate::facts::{Draft, Scene};
use crate::kind::{FactKind, Office, Status, snake};
use crate::lexicon::{Concept, Concepts, iso_code};
use crate::mentions::NameType;
use crate::resolve::record::Election;

/// The elections, the main one first, and for each draft the index of its election.
pub(super) struct Elections {
    pub(super) list: Vec<Election>,
    pub(super) of: Vec<usize>,
    /// Packed code of the main election's country.
    pub(super) country: Option<i64>,
}

/// Tokens between a place and the dash that ends a dateline.
const DATELINE: usize = 12;
/// What the victory of somebody who is called president weighs as a word of presidential elections.
const PRESIDENT: f32 = 5.0;
/// A round is not to come so few tokens behind a word of that: "if …", "avoiding a run-off".
const AVOIDED: usize = 6;

/// What one stretch of text says for an office or country, by how near it stands to the word "election".
fn tally(scene: &Scene, concept: Concept) -> BTreeMap<i64, f32> {
    let mut score: BTreeMap<i64, f32> = BTreeMap::new();
    let mut add = |tagged: &crate::lexicon::Tagged, weight: f32| {
        let total = tagged.text.tokens.len().max(1) as f32;
        for hit in &tagged.hits {
            let same =
                hit.concept == concept || concept == Concept::Country && matches!(hit.concept, Concept::Nationality | Concept::Capital);
            if !same {
                continue;
            }
            let (s, e) = (hit.start as usize, hit.end as usize);
            // خالد بن تركي: a name.
            if s > 0 && matches!(tagged.text.form(s - 1), "بن" | "ابن") {
                continue;
            }
            let electoral = tagged.within(s.saturating_sub(5), e + 5).iter().any(|h| {
                matches!(h.concept, Concept::Election | Concept::Elected | Concept::Won)
                    && ((h.start as usize).abs_diff(e) <= 3 || s.abs_diff(h.end as usize) <= 3 || h.start == hit.start)
            });
            let elected = tagged.within(s.saturating_sub(4), e + 4).iter().any(|h| match h.concept {
                Concept::Elected => (h.start as usize).abs_diff(e) <= 2 || s.abs_diff(h.end as usize) <= 2,
                // "Won the presidency", but not "President X won".
                Concept::Won => h.end as usize <= s && s - h.end as usize <= 2,
                _ => false,
            });
            // «رئيسا منتخبا», "president-elect".
            let elected = elected
                || concept == Concept::Office
                    && e > s + 1
                    && ["منتخبا", "منتخبه", "منتخب", "elect"].iter().any(|w| tagged.text.form(e - 1).ends_with(w));
            let vote = tagged
                .within(s.saturating_sub(8), e + 8)
                .iter()
                .any(|h| matches!(h.concept, Concept::Polling | Concept::Vote | Concept::Voter | Concept::Candidate | Concept::Office));
            // "President X said": what somebody is called. And "us" is no country.
            let next = tagged.text.tokens.get(e);
            let title = concept == Concept::Office && tagged.is(s, Concept::Title) && next.is_some_and(|t| t.capital && !t.arabic);
            if concept == Concept::Country && tagged.text.slice(s, e) == "us" {
                continue;
            }
            // "Read out in Tetum and Portuguese before the agents": a language.
            let form = |j: usize| tagged.text.form(j);
            let spoken = s > 0 && (form(s - 1) == "in" || s > 2 && form(s - 1) == "and" && form(s - 3) == "in");
            let small = tagged.text.tokens.get(e).is_none_or(|t| t.kind != crate::text::Kind::Word)
                || tagged
                    .is_any(e, const { Concepts::of(&[Concept::Prep, Concept::Function, Concept::In, Concept::And, Concept::Clause]) });
            if hit.concept == Concept::Nationality && spoken && small {
                continue;
            }
            // «حزب الاستقلال المحافظ»: conservative, and no governor.
            let conservative = concept == Concept::Office && form(s).starts_with("المحافظ") && s > 0 && form(s - 1).starts_with("ال");
            if conservative {
                continue;
            }
            // "the pro-Russia party" of another country.
            if s >= 2 && tagged.text.form(s - 1) == "-" && matches!(tagged.text.form(s - 2), "pro" | "anti" | "ex") {
                continue;
            }
            // "The General Elections Commission": no general election.
            if concept == Concept::Office && e > s + 1 && std::ptr::eq(tagged, scene.tagged) && scene.in_organization(s) {
                continue;
            }
            // «تقدر مجلة أمريكية ثروته», "an American magazine".
            let outlet = |j: usize| tagged.at(j).iter().any(|h| h.concept == Concept::OrgHead && h.value == 2);
            if hit.concept == Concept::Nationality
                && (s > 0 && tagged.text.tokens[s].arabic && outlet(s - 1) || e < tagged.text.tokens.len() && outlet(e))
            {
                continue;
            }
            // «سجلت بدائرة ألمانيا»: where expatriates vote.
            if concept == Concept::Country && s > 0 && form(s - 1).ends_with("دايره") {
                continue;
            }
            // A list of countries is one of places.
            if std::ptr::eq(tagged, scene.tagged) && scene.rows.end_of(s).is_some() {
                continue;
            }
            let near = match concept {
                // A referendum has answers; one that is only mentioned has none.
                Concept::Office if hit.value == Office::Referendum as i64 && scene.tagged.all(Concept::Choice).is_empty() => 0.3,
                Concept::Office if title => 0.05,
                // Who was elected to it is the news, where it is told early.
                Concept::Office if elected && (s as f32) < total / 3.0 => 6.0,
                Concept::Office if elected => 3.0,
                _ if electoral => 3.0,
                // "Former mayor of X", "regional power": an office that nobody is being elected to.
                Concept::Office
                    if !matches!(
                        Office::ALL.get(hit.value as usize),
                        Some(Office::President | Office::Parliament | Office::Referendum)
                    ) =>
                {
                    0.02
                }
                Concept::Office if vote => 0.3,
                Concept::Office => 0.1,
                _ if vote => 1.0,
                _ => 0.4,
            };
            // What comes first is what the article is about, but for where it was written.
            let early =
                if concept == Concept::Country && in_dateline(tagged, s, e) { 0.5 } else { 1.0 + 3.0 * (1.0 - s as f32 / total).powi(3) };
            *score.entry(hit.value).or_default() += weight * near * early;
        }
    };
    add(scene.tagged, 1.0);
    if let Some(title) = scene.title {
        add(title, 2.5);
    }
    score
}

/// Whether the place at tokens `s..e` is where the article was written: "LONDON (Reuters) - …", «بيروت - القسم الدولي».
fn in_dateline(tagged: &crate::lexicon::Tagged, s: usize, e: usize) -> bool {
    let tokens = &tagged.text.tokens;
    let line = tokens[s].line;
    let start = (0..s).rev().take(DATELINE).take_while(|&i| tokens[i].line == line).last().unwrap_or(s);
    let opens = s - start <= 2 && (start == 0 || tokens[start - 1].line != line);
    let dash = (e..(e + DATELINE).min(tokens.len())).find(|&i| tagged.text.form(i) == "-" && tokens[i].spaced);
    let voting = |h: &crate::lexicon::Hit| crate::lexicon::is_voting(h.concept, h.value);
    line <= 3 && opens && dash.is_some_and(|d| tokens[d].line == line && !tagged.within(s, d).iter().any(voting))
}

fn best(score: &BTreeMap<i64, f32>) -> Option<i64> {
    score.iter().max_by(|a, b| a.1.total_cmp(b.1).then(b.0.cmp(a.0))).map(|(v, _)| *v)
}

pub(super) fn elections(scene: &Scene, drafts: &[Draft], published: Option<PartialDate>) -> Elections {
    let country = best(&tally(scene, Concept::Country));
    let mut offices = tally(scene, Concept::Office);
    // "President X had won re-election": what it is that presidents win.
    let former = |j: usize| matches!(scene.form(j), "former" | "ex" | "السابق" | "الاسبق");
    let president = |j: usize| matches!(scene.form(j), "president" | "الرييس") && !former(j.wrapping_sub(1)) && !former(j + 1);
    let again = |draft: &&Draft| {
        let name = draft.subject.map(|k| scene.names[k].start as usize);
        matches!(draft.kind, FactKind::Winner | FactKind::VoteShare | FactKind::Votes)
            && name.is_some_and(|at| (at.saturating_sub(2)..at).any(president))
    };
    if drafts.iter().any(|draft| again(&draft)) {
        *offices.entry(Office::President as i64).or_default() += PRESIDENT;
    }
    // Nobody wins a referendum that has no answers.
    let person = |draft: &Draft| draft.subject.is_some_and(|k| scene.names[k].kind == NameType::Person);
    let won = |draft: &&Draft| matches!(draft.kind, FactKind::Winner | FactKind::VoteShare | FactKind::Votes) && person(draft);
    if scene.tagged.all(Concept::Choice).is_empty() && drafts.iter().any(|draft| won(&draft)) {
        offices.remove(&(Office::Referendum as i64));
    }
    told_by_figures(scene, drafts, &mut offices);
    let office = best(&offices).and_then(|v| Office::ALL.get(v as usize).copied());
    let date = main_date(drafts, office, published);
    let early = scene.tagged.hits.iter().any(|h| h.concept == Concept::Early);
    let main = build(country, office, date, round(scene), early.then_some(true));
    let before = previous_year(scene, drafts, date.map(|d| d.year).or(published.map(|p| p.year)));
    let mut list = vec![main];
    let mut of = Vec::with_capacity(drafts.len());
    for draft in drafts {
        let same_office = draft.when.office.is_none_or(|o| Office::ALL.get(o as usize).copied() == office || generic(o, office));
        let year = draft.date.map(|d| d.year).or(draft.when.year).or(before.filter(|_| draft.when.earlier));
        // An article that names no day of voting is about a vote of its own year, or of the one just over.
        let unnamed = date.is_none() && published.zip(year).is_none_or(|(p, y)| y >= p.year - i16::from(p.month.is_none_or(|m| m < 3)));
        let same_year = year.is_none() || unnamed && draft.kind != FactKind::ElectionDate || year == date.map(|d| d.year);
        let same_country = draft.when.country.is_none_or(|c| Some(c) == country);
        let figure = draft.kind.is_figure();
        if same_year && (same_office || figure) && (same_country || figure) {
            of.push(0);
            continue;
        }
        let other_office = if same_office { office } else { draft.when.office.and_then(|o| Office::ALL.get(o as usize).copied()) };
        // Another office is voted for in the same year, hardly always on the same day.
        let day = date.filter(|_| same_year).map(|d| if same_office { d } else { PartialDate::year(d.year) });
        let when = draft.date.or(year.map(PartialDate::year)).or(day);
        let other = build(draft.when.country.or(country), other_office, when, None, None);
        let at = list.iter().position(|e| e.id == other.id).unwrap_or_else(|| {
            list.push(other);
            list.len() - 1
        });
        of.push(at);
    }
    Elections { list, of, country }
}

/// What is counted tells what was voted for: parties that win seats are of a body, whatever election comes next.
fn told_by_figures(scene: &Scene, drafts: &[Draft], offices: &mut BTreeMap<i64, f32>) {
    let seated = [Office::Parliament, Office::Senate, Office::Regional, Office::Municipal, Office::Local].map(|o| o as i64);
    if best(offices).is_none_or(|office| seated.contains(&office)) {
        return;
    }
    let mut parties: Vec<usize> = drafts
        .iter()
        .filter(|d| d.kind == FactKind::Seats && d.when.year.is_none() && !d.when.earlier)
        .filter_map(|d| d.subject.filter(|&k| scene.names[k].kind != NameType::Person))
        .map(|k| scene.names[k].end as usize - 1)
        .collect();
    parties.sort_by_key(|&at| scene.form(at));
    parties.dedup_by_key(|at| scene.form(*at));
    let persons = drafts.iter().filter(|d| {
        matches!(d.kind, FactKind::VoteShare | FactKind::Votes) && d.subject.is_some_and(|k| scene.names[k].kind == NameType::Person)
    });
    if parties.len() >= PARTIES && parties.len() > persons.count() {
        let body = seated.iter().copied().max_by(|a, b| {
            let score = |o: &i64| offices.get(o).copied().unwrap_or_default();
            score(a).total_cmp(&score(b)).then(b.cmp(a))
        });
        let most = offices.values().copied().fold(0.0, f32::max);
        offices.insert(body.expect("there are some"), most + 1.0);
    }
}

/// So many parties with seats are those of a body.
const PARTIES: usize = 4;

/// The year of the election before the main one, of `year`: of the years before, the one that drafts or words of voting name most, then the latest.
fn previous_year(scene: &Scene, drafts: &[Draft], year: Option<i16>) -> Option<i16> {
    let year = year?;
    let mut named: BTreeMap<i16, usize> = BTreeMap::new();
    for draft in drafts {
        let at = draft.date.map(|d| d.year).or(draft.when.year);
        *named.entry(at.unwrap_or(year)).or_default() += 2;
    }
    for date in scene.dates {
        let (s, e) = (date.start as usize, date.end as usize);
        if let Some(value) = date.date
            && scene.has(s.saturating_sub(6), e + 3, Concept::Election)
        {
            *named.entry(value.year).or_default() += 1;
        }
    }
    named.into_iter().filter(|(y, _)| *y < year && year - *y <= 8).max_by_key(|(y, times)| (*times, *y)).map(|(y, _)| y)
}

/// The round that the article is about: what comes first and what the title says weighs most. A round that is only to be
/// avoided, or comes if nobody wins, is none.
fn round(scene: &Scene) -> Option<u8> {
    let mut score: BTreeMap<i64, f32> = BTreeMap::new();
    let mut add = |tagged: &crate::lexicon::Tagged, weight: f32| {
        let total = tagged.text.tokens.len().max(1) as f32;
        for hit in tagged.hits.iter().filter(|h| h.concept == Concept::Round) {
            let (s, e) = (hit.start as usize, hit.end as usize);
            let sentence = tagged.text.sentences[tagged.text.sentence_of(s)];
            let avoided = |h: &crate::lexicon::Hit| {
                h.concept == Concept::Unreal && h.value != 2 && (1..=AVOIDED).contains(&(s + 1).saturating_sub(h.end as usize))
            };
            let unreal = tagged.within(sentence.start as usize, sentence.end as usize).iter().any(|h| {
                // «لا يعرف النظام الانتخابي جولة ثانية».
                h.concept == Concept::Not && h.end as usize <= s && s - h.end as usize <= 5 && tagged.text.tokens[s].arabic
                    || matches!(h.concept, Concept::Threshold | Concept::Needs)
                    || h.concept == Concept::Expected && h.end as usize <= e
                    || avoided(h)
            });
            if !unreal {
                *score.entry(hit.value).or_default() += weight * (1.0 + 3.0 * (1.0 - s as f32 / total).powi(3));
            }
        }
    };
    add(scene.tagged, 1.0);
    if let Some(title) = scene.title {
        add(title, 2.5);
    }
    best(&score).map(|r| r as u8)
}

/// "General", "legislative", "lower house" are one; a local vote may be called municipal.
fn generic(office: i64, main: Option<Office>) -> bool {
    matches!(
        (Office::ALL.get(office as usize), main),
        (Some(Office::Municipal), Some(Office::Local)) | (Some(Office::Local), Some(Office::Municipal)) | (_, None)
    )
}

/// The day that most speaks for the main election: of its office, a whole day, near publication, and not of those abroad alone.
fn main_date(drafts: &[Draft], office: Option<Office>, published: Option<PartialDate>) -> Option<PartialDate> {
    let dates: Vec<&Draft> = drafts
        .iter()
        .filter(|d| {
            d.kind == FactKind::ElectionDate
                && d.place.is_none()
                && d.when.office.is_none_or(|o| Office::ALL.get(o as usize).copied() == office)
        })
        .collect();
    let days = |d: PartialDate| i64::from(d.year) * 372 + i64::from(d.month.unwrap_or(6)) * 31 + i64::from(d.day.unwrap_or(15));
    let anchor = published.map(days);
    // Far from publication it is the date of another election, which the article looks back or ahead to.
    let distant = |d: &PartialDate| anchor.is_some_and(|a| (days(*d) - a).abs() > 420);
    // Where votes are counted, a day to come is that of a run-off: "else a second round is held on 26 June".
    let counts = drafts.iter().any(|d| {
        let result = matches!(d.kind, FactKind::VoteShare | FactKind::Votes) && d.when.year.is_none() && !d.when.earlier;
        result && matches!(d.status, Some(Status::Projection | Status::Partial | Status::Preliminary | Status::Final))
    });
    let to_come = |d: &PartialDate| counts && anchor.is_some_and(|a| days(*d) - a > 10);
    dates
        .iter()
        .filter_map(|d| d.date)
        .filter(|d| !distant(d) && !to_come(d))
        .enumerate()
        .min_by_key(|(i, d)| {
            (anchor.map_or(0, |a| (days(*d) - a).abs() / 200), d.day.is_none(), anchor.map_or(0, |a| (days(*d) - a).abs()), *i)
        })
        .map(|(_, d)| d)
        .or_else(|| {
            // No day of voting is named: the year that stands most often beside a figure or a winner.
            let mut years: BTreeMap<i16, usize> = BTreeMap::new();
            for draft in drafts {
                if let Some(year) = draft.when.year.filter(|_| !draft.when.earlier) {
                    *years.entry(year).or_default() += 1;
                }
            }
            let newest = years.keys().next_back().copied()?;
            let fits = published.is_none_or(|p| p.year - newest <= 1) && years[&newest] > 0;
            fits.then(|| PartialDate::year(newest)).filter(|_| published.is_some())
        })
}

fn build(country: Option<i64>, office: Option<Office>, date: Option<PartialDate>, round: Option<u8>, early: Option<bool>) -> Election {
    let country = country.map(iso_code);
    let mut id = country.as_deref().unwrap_or("xx").to_ascii_lowercase();
    id.push('-');
    id.push_str(&office.map_or("election".to_owned(), |o| snake(&o).replace('_', "-")));
    if let Some(date) = date {
        id.push_str(&format!("-{date}"));
    }
    if round == Some(2) {
        id.push_str("-r2");
    }
    Election { id, country, office, date, round, early }
}
