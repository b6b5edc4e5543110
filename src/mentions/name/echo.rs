//! Names that only other mentions in the article speak for: surnames alone, parties without their head word.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{NameMention, NameType, party_head};
use crate::lexicon::{Concept, Concepts, Hit, Tagged};
use crate::span::Span;
use crate::text::Kind;
use crate::text::clitic::{Clitics, readings, skip_letters};

/// Letters of the shortest family names.
const SHORT: usize = 2;

/// Token `at` as a name that only other mentions speak for.
pub(super) fn echo(at: usize, span: Span, kind: NameType) -> NameMention {
    NameMention { start: at as u32, end: at as u32 + 1, span, kind, value: 0, titled: false, echo: true }
}

/// Cuts verbs and nouns off a surname that an Arabic name took for parts of it: يتقاسم ماكرون نقاطا, where إيمانويل ماكرون is named
/// elsewhere. What is said twice, begins with a given name or stands behind a title is a name as it stands.
fn trim(tagged: &Tagged, names: &mut Vec<NameMention>) {
    let text = &tagged.text;
    let whole = |n: &NameMention| n.kind == NameType::Person && n.end > n.start + 1 && text.tokens[n.start as usize].arabic;
    let bare = |n: &NameMention| n.span.of(text.raw);
    let mut said: FxHashMap<&str, usize> = FxHashMap::default();
    for name in names.iter().filter(|n| whole(n)) {
        *said.entry(bare(name)).or_default() += 1;
    }
    let sure = |n: &NameMention| {
        let word = tagged.words[n.start as usize];
        n.titled || word.given_name || word.clitic_name || said[bare(n)] > 1
    };
    let mut surnames: FxHashSet<&str> = FxHashSet::default();
    let mut known: FxHashSet<&str> = FxHashSet::default();
    for name in names.iter().filter(|n| whole(n) && sure(n)) {
        surnames.insert(text.form(name.end as usize - 1));
        known.extend((name.start as usize..name.end as usize).map(|j| text.form(j)));
    }
    let mut more = Vec::new();
    for name in names.iter_mut().filter(|n| whole(n) && !sure(n)) {
        let (s, e) = (name.start as usize, name.end as usize);
        if (s..e).all(|j| known.contains(text.form(j))) {
            // «اتهمت لوبان ماكرون»: two surnames are two people.
            if e == s + 2 && (s..e).all(|j| surnames.contains(text.form(j))) && text.form(s) != text.form(s + 1) {
                *name = echo(s, text.tokens[s].span, NameType::Person);
                more.push(echo(s + 1, text.tokens[s + 1].span, NameType::Person));
            }
            continue;
        }
        if let Some(at) = (s..e).rfind(|&j| surnames.contains(text.form(j)) && text.form(j).len() > 6) {
            *name = echo(at, text.tokens[at].span, NameType::Person);
        }
    }
    if !more.is_empty() {
        names.extend(more);
        names.sort_by_key(|n| n.start);
    }
}

/// "Law and Justice" without "party", where the Law and Justice party is named: small words inside hide that it is one name.
fn phrases(tagged: &Tagged, names: &mut Vec<NameMention>) {
    let text = &tagged.text;
    let latin = |j: usize| !text.tokens[j].arabic;
    let mut known: FxHashMap<&str, Vec<(usize, usize)>> = FxHashMap::default();
    for name in names.iter().filter(|n| n.kind == NameType::Party && latin(n.start as usize)) {
        let (s, mut e) = (name.start as usize, name.end as usize);
        e -= usize::from(text.form(e - 1) == "party");
        let joined = e > s + 2 && (s + 1..e).any(|j| matches!(text.form(j), "and" | "of" | "for") && !text.tokens[j].capital);
        let all = known.entry(text.form(s)).or_default();
        if joined && all.len() < 4 && !all.iter().any(|&(a, b)| b - a == e - s) {
            all.push((s, e));
        }
    }
    known.retain(|_, all| !all.is_empty());
    if known.is_empty() {
        return;
    }
    let mut more: Vec<NameMention> = Vec::new();
    let mut i = 0;
    while i < text.tokens.len() {
        let here = known.get(text.form(i)).filter(|_| text.tokens[i].capital);
        let same = |&&(s, e): &&(usize, usize)| {
            i + e - s <= text.tokens.len()
                && (s..e).all(|j| text.form(j) == text.form(i + j - s) && text.tokens[j].capital == text.tokens[i + j - s].capital)
        };
        let Some(&(s, e)) = here.and_then(|all| all.iter().find(same)) else {
            i += 1;
            continue;
        };
        let end = i + e - s;
        more.push(NameMention { end: end as u32, ..echo(i, text.span(i, end), NameType::Party) });
        i = end;
    }
    // What was read as several is one; a name that holds it stays.
    let mut at = 0;
    more.retain(|new| {
        while at < names.len() && names[at].end <= new.start {
            at += 1;
        }
        names.get(at).is_none_or(|old| !(old.start <= new.start && old.end >= new.end))
    });
    let mut at = 0;
    names.retain(|old| {
        while at < more.len() && more[at].end <= old.start {
            at += 1;
        }
        more.get(at).is_none_or(|new| old.end <= new.start)
    });
    names.extend(more);
    names.sort_by_key(|n| n.start);
}

/// Adds mentions that are only known by fuller ones: surnames, parties without their head word, quoted short names.
pub(super) fn echoes(tagged: &Tagged, names: &mut Vec<NameMention>) {
    trim(tagged, names);
    phrases(tagged, names);
    let text = &tagged.text;
    let mut known: FxHashMap<&str, NameType> = FxHashMap::default();
    for name in names.iter() {
        if !matches!(name.kind, NameType::Person | NameType::Party) {
            continue;
        }
        let first = name.start as usize;
        let last = name.end as usize - 1;
        if name.kind == NameType::Person {
            // The surname, and in Arabic any later part of the name.
            // "Moon Jae-in": the family name comes first.
            let halves = last > first + 2 && text.form(last - 1) == "-" && !text.tokens[last].arabic;
            if halves {
                known.entry(text.form(first)).or_insert(NameType::Person);
            } else if last > first || name.titled {
                known.entry(text.form(last)).or_insert(NameType::Person);
            }
            // «لي جيه ميونغ»: a family name that short.
            if last > first && text.tokens[first].arabic && text.form(first).chars().count() == SHORT {
                known.entry(text.form(first)).or_insert(NameType::Person);
            }
            // An Arabic foreigner may go by any rare part of the name.
            for j in first..last {
                if text.tokens[j].arabic
                    && text.tokens[j].kind == Kind::Word
                    && !tagged.words[j].given_name
                    && !tagged.words[j].common
                    && !tagged.words[j].tagged
                    && text.form(j).len() > 6
                {
                    known.entry(text.form(j)).or_insert(NameType::Person);
                }
            }
        } else {
            for j in first..=last {
                if text.tokens[j].kind == Kind::Word && !tagged.words[j].tagged && !tagged.words[j].common {
                    known.entry(text.form(j)).or_insert(NameType::Party);
                }
            }
        }
    }
    if known.is_empty() {
        return;
    }
    let mut covered = vec![false; text.tokens.len()];
    for name in names.iter() {
        covered[name.start as usize..name.end as usize].fill(true);
    }
    let mut more = Vec::new();
    for (i, &covered) in covered.iter().enumerate() {
        let token = &text.tokens[i];
        // فاي is no ف + أي where a Bassirou Faye is known.
        let read = || tagged.at(i).iter().all(|h| !h.clitics.is_empty()) && known.contains_key(text.form(i));
        let nameable = token.capital || token.arabic && (!tagged.words[i].tagged || read());
        if covered || token.kind != Kind::Word || !nameable {
            continue;
        }
        let form = text.form(i);
        // «ونال لي 17 مليونا», but "to me" elsewhere.
        let did = const { Concepts::of(&[Concept::Got, Concept::Won, Concept::Lost]) };
        if token.arabic && form.chars().count() == SHORT && !(i > 0 && tagged.is_any(i - 1, did)) {
            continue;
        }
        let mut span = text.tokens[i].span;
        let mut kind = known.get(form).copied();
        // للمغزاوي is ل + المغزاوي.
        if kind.is_none()
            && let Some(rest) = form.strip_prefix("لل").filter(|_| text.tokens[i].arabic)
        {
            // لليكود is ل + الليكود.
            let with = |rest: &str| known.get(format!("ال{rest}").as_str()).copied();
            kind = with(rest);
            if kind.is_none() {
                kind = with(&form["ل".len()..]);
                span.start += if kind.is_some() { skip_letters(text.slice(i, i + 1), 1) as u32 } else { 0 };
            }
        }
        if kind.is_none() && text.tokens[i].arabic && !tagged.words[i].common {
            for (clitics, rest) in readings(form) {
                if let Some(k) = known.get(rest) {
                    if clitics.has(Clitics::AL) && *k == NameType::Person {
                        continue;
                    }
                    kind = Some(*k);
                    let letters = form.chars().count() - rest.chars().count();
                    span.start += skip_letters(text.slice(i, i + 1), letters) as u32;
                    break;
                }
            }
        }
        if let Some(kind) = kind {
            more.push(echo(i, span, kind));
        }
    }
    families(tagged, &covered, names, &mut more);
    names.extend(more);
    // What the first pass left open is settled by the same table, or by the places that the article is "in".
    let alone = |name: &NameMention| (name.end == name.start + 1).then(|| text.form(name.start as usize));
    let places: FxHashSet<&str> = names.iter().filter(|n| n.kind == NameType::Place).filter_map(alone).collect();
    // "Megawati" alone, of Megawati Sukarnoputri: the first name of one person of the article.
    let mut firsts: FxHashMap<&str, Option<&str>> = FxHashMap::default();
    for name in names.iter().filter(|n| n.kind == NameType::Person && n.end > n.start + 1) {
        let last = text.form(name.end as usize - 1);
        firsts.entry(text.form(name.start as usize)).and_modify(|l| *l = l.filter(|l| *l == last)).or_insert(Some(last));
    }
    let first = |name: &NameMention| alone(name).is_some_and(|form| firsts.get(form).is_some_and(Option::is_some));
    let named: Vec<bool> = names.iter().map(first).collect();
    for (name, _) in names.iter_mut().zip(named).filter(|(n, first)| *first && n.kind == NameType::Unknown) {
        if !text.tokens[name.start as usize].arabic && !tagged.words[name.start as usize].common {
            name.kind = NameType::Person;
        }
    }
    for name in names.iter_mut().filter(|n| n.kind == NameType::Unknown) {
        if let Some(kind) = known.get(text.form(name.end as usize - 1)) {
            name.kind = *kind;
        } else if alone(name).is_some_and(|form| places.contains(form)) {
            name.kind = NameType::Place;
        }
    }
    names.sort_by_key(|n| n.start);
    unsupported(tagged, names);
}

/// "The Front", of "the Workers' Front"; and والخضر على 28: a family word that a party of the article is called by, where votes are told.
fn families(tagged: &Tagged, covered: &[bool], names: &[NameMention], more: &mut Vec<NameMention>) {
    let text = &tagged.text;
    let last = |name: &NameMention| text.form(name.end as usize - 1);
    let heads: FxHashSet<&str> = names.iter().filter(|n| n.end > n.start + 1).filter_map(|n| party_head(tagged, n)).collect();
    for hit in tagged.all(Concept::PartyHead).iter().filter(|hit| text.tokens[hit.start as usize].capital) {
        let at = hit.start as usize;
        let the = at > 0 && text.form(at - 1) == "the" && !covered[at] && heads.contains(text.form(at));
        if the && text.tokens.get(at + 1).is_none_or(|next| !next.capital) {
            more.push(echo(at, text.tokens[at].span, NameType::Party));
        }
    }
    let known: FxHashSet<&str> = names.iter().filter(|n| n.kind == NameType::Party && n.end > n.start + 1).map(last).collect();
    for hit in tagged.all(Concept::PartyFamily).iter().filter(|hit| text.tokens[hit.start as usize].arabic) {
        let at = hit.start as usize;
        let form = text.form(at);
        let bare = form.find("ال").map_or(form, |from| &form[from..]);
        let sentence = text.sentences[text.sentence_of(at)];
        let told = [Concept::Percent, Concept::Seat, Concept::Vote];
        let told = || told.iter().any(|c| !tagged.of(*c, sentence.start as usize, sentence.end as usize).is_empty());
        if !covered[at] && known.contains(bare) && told() {
            let mut span = text.tokens[at].span;
            span.start += skip_letters(text.slice(at, at + 1), form[..form.len() - bare.len()].chars().count()) as u32;
            more.push(echo(at, span, NameType::Party));
        }
    }
}

/// Drops what only the beginning of a sentence capitalizes, and makes quoted English words no candidates.
fn unsupported(tagged: &Tagged, names: &mut Vec<NameMention>) {
    let text = &tagged.text;
    let opens = |n: &NameMention| {
        n.start == text.sentences[text.sentence_of(n.start as usize)].start || n.start > 0 && text.form(n.start as usize - 1) == "\""
    };
    let held: FxHashSet<&str> = names.iter().filter(|n| !opens(n)).map(|n| text.form(n.end as usize - 1)).collect();
    // "National Electoral Institute (INE)": the short form is as little a candidate as the long one.
    let bodies: FxHashSet<&str> = names
        .windows(2)
        .filter(|w| {
            w[0].kind == NameType::Organization
                && w[1].start == w[0].end + 1
                && text.form(w[0].end as usize) == "("
                && text.form(w[1].end as usize) == ")"
        })
        .map(|w| text.form(w[1].start as usize))
        .collect();
    for name in names.iter_mut().filter(|n| n.end == n.start + 1 && bodies.contains(text.form(n.start as usize))) {
        name.kind = NameType::Organization;
    }
    for name in names.iter_mut().filter(|n| n.kind == NameType::Unknown && !text.tokens[n.start as usize].arabic) {
        let (s, e) = (name.start as usize, name.end as usize);
        if s > 0 && text.form(s - 1) == "\"" && text.form(e) == "\"" {
            name.kind = NameType::Organization;
        }
    }
    names.retain(|n| {
        let (s, e) = (n.start as usize, n.end as usize);
        // "152 MPs in the new Bundestag": words of the lexicon, whatever their capitals.
        let office = |h: &Hit| matches!(h.concept, Concept::Member | Concept::Office) && h.end as usize >= e;
        if n.kind == NameType::Unknown && !text.tokens[s].arabic && tagged.within(s.saturating_sub(2), s + 1).iter().any(office) {
            return false;
        }
        let lone = n.kind == NameType::Unknown && e == s + 1 && !text.tokens[s].arabic && opens(n);
        !lone || held.contains(text.form(s)) || tagged.words[s].given_name || matches!(text.form(e), "," | "(" | ":" | "-" | "'s")
    });
}
