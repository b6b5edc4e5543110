//! Who is who in one article: the mentions of one name, joined under its fullest form.

use std::borrow::Cow;
use std::cell::LazyCell;
use std::collections::{BTreeSet, VecDeque};
use std::rc::Rc;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::facts::Scene;
use crate::lexicon::Concept;
use crate::mentions::{NameMention, NameType, party_head};
use crate::names::{self, Parts};
use crate::resolve::record::{Name, NameKind};
use crate::text::clitic::skip_letters;

/// From here on two names in one article, with a word in common, are spellings of one. Brothers are less alike.
const VARIANT: f64 = 0.85;

/// All mentions of one name.
#[derive(Debug)]
pub(super) struct Entity {
    kind: NameType,
    words: Rc<[String]>,
    forms: Vec<String>,
    /// Head word of a party's fullest form: حزب, جبهة.
    head: Option<String>,
    /// Lexicon value of a choice or country, -1 for abroad.
    pub(super) value: i64,
}

impl Entity {
    /// A person's fullest form is what the person is called, unless it is the usual full name with more words behind: words of the sentence
    /// that looked like a name, or "Barack Obama Sr".
    /// `counts`: how many mentions have each form.
    fn put_usual_form_first(&mut self, counts: &[u32]) {
        let full = |form: &str| form.split_whitespace().count() > 1;
        let usual = |at: &usize| {
            let form = self.forms[*at].as_str();
            let longer = &self.forms[0];
            let begins = longer.strip_prefix(form).is_some_and(|rest| rest.starts_with(' '));
            begins && full(form) && counts[*at] > counts[0]
        };
        if self.kind == NameType::Person
            && let Some(at) = (1..self.forms.len()).filter(usual).max_by_key(|&at| counts[at])
        {
            self.forms.swap(0, at);
        }
    }

    /// The name for the output.
    pub(super) fn name(&self) -> Name {
        let kind = match self.kind {
            NameType::Person => Some(NameKind::Person),
            NameType::Party => Some(NameKind::Party),
            NameType::Choice => Some(NameKind::Option),
            NameType::Group => Some(NameKind::Group),
            NameType::Place => Some(NameKind::Place),
            NameType::Organization | NameType::Unknown => None,
        };
        let name = self.forms[0].clone();
        Name { kind, latin: names::romanize(&name), aliases: self.forms[1..].to_vec(), name }
    }
}

/// The entities of a text, and for each name mention the entity it means, if any.
pub(super) fn entities(scene: &Scene) -> (Vec<Entity>, Vec<Option<usize>>) {
    let mentions = scene.names;
    let mut entities: Vec<Entity> = Vec::new();
    let mut of: Vec<Option<usize>> = vec![None; mentions.len()];
    // Most names are said more than once.
    let mut known: FxHashMap<&str, Rc<[String]>> = FxHashMap::default();
    let mut words_of = |raw| Rc::clone(known.entry(raw).or_insert_with(|| names::words(raw).into()));
    let words: Vec<Rc<[String]>> = mentions.iter().map(|m| words_of(m.span.of(scene.tagged.text.raw))).collect();
    let mut holding: FxHashMap<&String, Vec<usize>> = FxHashMap::default();
    // The mentions of each entity so far.
    let mut named: Vec<BTreeSet<usize>> = Vec::new();
    // How many of them have each form.
    let mut counts: Vec<Vec<u32>> = Vec::new();
    // Of entities whose names were compared, the first form made ready for it.
    let mut ready: FxHashMap<usize, Parts> = FxHashMap::default();
    // Fuller forms first, so that a surname finds the full name it belongs to.
    let mut order: Vec<usize> = (0..mentions.len()).collect();
    order.sort_by_key(|&k| (std::cmp::Reverse(words[k].len().min(6)), mentions[k].echo, k));
    let heads: FxHashSet<&str> = mentions.iter().filter(|m| m.end > m.start + 1).filter_map(|m| party_head(scene.tagged, m)).collect();
    for k in order {
        let mention = &mentions[k];
        if bare_head(scene, mention, &heads) {
            continue;
        }
        let fit = |e: &Entity| {
            joinable(e.kind, mention.kind)
                && match mention.kind {
                    NameType::Choice => e.value == mention.value,
                    NameType::Place if mention.value != 0 => e.value == mention.value,
                    _ => names::contains(&e.words, &words[k]) && !another_party(scene, mention, e),
                }
        };
        // Only entities that hold the first word can hold all; of very many namesakes the last made are looked at.
        let mut found: Vec<usize> = match (mention.kind, words[k].first()) {
            (NameType::Choice, _) => (0..entities.len()).filter(|&e| entities[e].kind == NameType::Choice && fit(&entities[e])).collect(),
            (_, Some(word)) => holding.get(word).into_iter().flatten().rev().take(32).copied().filter(|&e| fit(&entities[e])).collect(),
            _ => Vec::new(),
        };
        // فرانسوا هولاند and فرنسوا هولاند: one word is the same, the others are spelled another way.
        if found.is_empty() && mention.kind == NameType::Person && words[k].len() > 1 {
            let holders = words[k].iter().filter_map(|word| holding.get(word)).flat_map(|all| all.iter().rev().take(8));
            let name = LazyCell::new(|| Parts::new(mention.span.of(scene.tagged.text.raw)));
            let mut variant = |e: usize| ready.entry(e).or_insert_with(|| Parts::new(&entities[e].forms[0])).likeness(&name) >= VARIANT;
            let full = |e: usize| entities[e].kind == NameType::Person && entities[e].words.len() > 1;
            found = holders.copied().filter(|&e| full(e) && variant(e)).collect();
        }
        found.sort_unstable();
        found.dedup();
        // Two persons of one surname: the nearest before is meant, but a full name is only itself.
        if found.len() > 1 {
            let near = |e: usize| {
                let before = named[e].range(..k).next_back().map(|j| (false, k - j));
                before.or_else(|| named[e].range(k..).next().map(|j| (true, j - k)))
            };
            found.sort_by_key(|&e| near(e));
        }
        let form = form_of(scene, mention);
        match found.first() {
            Some(&e) => {
                of[k] = Some(e);
                named[e].insert(k);
                let entity = &mut entities[e];
                match entity.forms.iter().position(|known| *known == form) {
                    Some(at) => counts[e][at] += 1,
                    None if entity.forms.len() < 8 => {
                        entity.forms.push(form.into_owned());
                        counts[e].push(1);
                    }
                    None => {}
                }
                if entity.kind == NameType::Unknown {
                    entity.kind = mention.kind;
                }
            }
            None => {
                of[k] = Some(entities.len());
                named.push(BTreeSet::from([k]));
                counts.push(vec![1]);
                for word in words[k].iter() {
                    holding.entry(word).or_default().push(entities.len());
                }
                entities.push(Entity {
                    kind: mention.kind,
                    words: Rc::clone(&words[k]),
                    forms: vec![form.into_owned()],
                    head: party_head(scene.tagged, mention).map(str::to_owned),
                    value: mention.value,
                });
            }
        }
    }
    for (entity, counts) in entities.iter_mut().zip(&counts) {
        entity.put_usual_form_first(counts);
    }
    abbreviations(scene, &mut entities, &mut of);
    // "The party", الحزب: the last one named before.
    let mut last: FxHashMap<NameType, VecDeque<usize>> = FxHashMap::default();
    let mut by_head: FxHashMap<String, Option<usize>> = FxHashMap::default();
    for (e, head) in entities.iter().enumerate().filter_map(|(e, entity)| Some((e, entity.head.clone()?))) {
        by_head.entry(head).and_modify(|only| *only = None).or_insert(Some(e));
    }
    for (k, mention) in mentions.iter().enumerate() {
        let before = last.entry(mention.kind).or_default();
        if of[k].is_none() {
            let head = party_head(scene.tagged, mention);
            let same = before.iter().rev().find(|&&j| head.is_some() && party_head(scene.tagged, &mentions[j]) == head);
            // «في الدائرة» after «الدائرة الثالثة», whatever country was named between.
            let same = same.or_else(|| before.iter().rev().find(|&&j| mention.kind == NameType::Place && mentions[j].value == 0));
            // «الرابطة» long after «حزب الرابطة»: the only one of that head.
            let only = head.and_then(|head| by_head.get(head).copied().flatten());
            of[k] = same.and_then(|&j| of[j]).or(only).or(before.back().and_then(|&j| of[j]));
        }
        if of[k].is_some() {
            // Of each kind a few are kept: time stays linear.
            if before.len() == 4 {
                before.pop_front();
            }
            before.push_back(k);
        }
    }
    (entities, of)
}

fn joinable(a: NameType, b: NameType) -> bool {
    a == b
        || a == NameType::Unknown && matches!(b, NameType::Person | NameType::Party)
        || b == NameType::Unknown && matches!(a, NameType::Person | NameType::Party)
}

/// "The National Party" is not the National Unity Party: a name that ends in its head word stands as it is in the fuller one.
fn another_party(scene: &Scene, mention: &NameMention, fuller: &Entity) -> bool {
    let last = mention.end as usize - 1;
    let headed = mention.kind == NameType::Party && mention.end > mention.start + 1 && scene.is(last, Concept::PartyHead);
    let raw = mention.span.of(scene.tagged.text.raw);
    // حزب اليسار المتحد is not جبهة اليسار.
    if let Some(head) =
        party_head(scene.tagged, mention).filter(|_| mention.end > mention.start + 1 && scene.tagged.text.tokens[last].arabic)
    {
        let words = names::words(raw).len();
        // «الحزب الديمقراطي» is not حزب العمل الديمقراطي.
        let definite = |form: &str| form.starts_with("ال") || form.starts_with("لل");
        let own = definite(raw) && !fuller.forms.iter().any(|form| definite(form));
        return words < fuller.words.len() && fuller.head.as_deref().is_some_and(|known| known != head || own);
    }
    headed && !scene.tagged.text.tokens[last].arabic && !fuller.forms.iter().any(|form| form.to_lowercase().contains(&raw.to_lowercase()))
}

/// The head word of a party or place alone.
fn bare_head(scene: &Scene, mention: &NameMention, heads: &FxHashSet<&str>) -> bool {
    let alone = mention.end == mention.start + 1;
    let place = mention.kind == NameType::Place
        && mention.value == 0
        && alone
        // "North 45%" is a name in a list.
        && !scene.rows.is_label(mention.start as usize)
        // "In the capital" says which.
        && !scene.form(mention.start as usize).ends_with("العاصمه")
        && scene.tagged.hit(mention.start as usize, Concept::PlaceHead).is_some();
    place
        || mention.kind == NameType::Party
            && alone
            && scene.is(mention.start as usize, Concept::PartyHead)
            && !scene.is(mention.start as usize, Concept::PartyFamily)
            // "Congress" is a name of its own, unless one that ends so was named.
            && (scene.tagged.text.tokens[mention.start as usize].arabic || heads.contains(scene.form(mention.start as usize)))
}

/// "Scottish National Party (SNP)": the short form in brackets is the same party.
fn abbreviations(scene: &Scene, entities: &mut [Entity], of: &mut [Option<usize>]) {
    // What each entity turned out to be; settled for all mentions at the end, so that time stays linear.
    let mut into: Vec<usize> = (0..entities.len()).collect();
    for k in 1..scene.names.len() {
        let (full, short) = (&scene.names[k - 1], &scene.names[k]);
        let bracket = short.start == full.end + 1 && scene.form(full.end as usize) == "(" && scene.form(short.end as usize) == ")";
        let one_word = short.end == short.start + 1;
        let (Some(a), Some(b)) = (of[k - 1], of[k]) else { continue };
        let (a, b) = (meant(&mut into, a), meant(&mut into, b));
        let parties =
            full.kind == NameType::Party && matches!(short.kind, NameType::Party | NameType::Unknown | NameType::Person) && one_word
                || short.kind == NameType::Party && full.kind == NameType::Party;
        if !bracket || !parties || a == b {
            continue;
        }
        let moved = std::mem::take(&mut entities[b].forms);
        for form in moved {
            if !entities[a].forms.contains(&form) {
                entities[a].forms.push(form);
            }
        }
        entities[b].forms.push(String::new());
        into[b] = a;
    }
    for e in of.iter_mut().flatten() {
        *e = meant(&mut into, *e);
    }
}

/// The entity that `e` turned out to be; the way there is halved, so that long chains stay short.
fn meant(into: &mut [usize], mut e: usize) -> usize {
    while into[e] != e {
        into[e] = into[into[e]];
        e = into[e];
    }
    e
}

/// The words of a mention as they stand, without an unmatched quote.
fn form_of<'a>(scene: &Scene<'a>, mention: &NameMention) -> Cow<'a, str> {
    let raw = mention.span.of(scene.tagged.text.raw);
    // للحزب is ل + الحزب: the name is given with its article.
    if let Some(rest) = raw.strip_prefix("لل") {
        return format!("ال{rest}").into();
    }
    let skip = if mention.kind != NameType::Person && raw.starts_with('ل') && raw.chars().nth(1) == Some('ل') { 1 } else { 0 };
    raw[skip_letters(raw, skip)..].into()
}
