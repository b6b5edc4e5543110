//! A text's tokens → what the lexicon knows of them. One pass, leftmost longest, no allocation per token.

use super::concept::Concept;
use super::load::{Known, Lexicon};
use crate::kind::Office;
use crate::text::clitic::{Clitics, readings};
use crate::text::{Kind, Text};

/// An occurrence of a lexicon entry: tokens `start..end` mean `concept`.
#[derive(Clone, Copy, Debug)]
pub struct Hit {
    /// First token.
    pub start: u32,
    /// One past the last token.
    pub end: u32,
    /// What it means.
    pub concept: Concept,
    /// Its value, where the entry has one.
    pub value: i64,
    /// What is written as one with its first word.
    pub clitics: Clitics,
}

/// What is known of one token by itself.
#[derive(Clone, Copy, Debug, Default)]
pub struct Word {
    /// In the list of given names, as it stands.
    pub given_name: bool,
    /// In the list of given names after clitics.
    pub clitic_name: bool,
    /// A common word (perhaps after clitics), or one of an entry: hardly part of a name.
    pub common: bool,
    /// Part of some hit.
    pub tagged: bool,
}

/// A text with the occurrences of all entries.
#[derive(Debug)]
pub struct Tagged<'a> {
    /// The text.
    pub text: Text<'a>,
    /// In the order of the text; several at one place where a word has several meanings.
    pub hits: Vec<Hit>,
    /// For each token, the first hit that starts there or later.
    first: Vec<u32>,
    /// For each token, the concepts of the hits that start there.
    concepts: Vec<Concepts>,
    /// For each sentence, those of all its tokens.
    in_sentence: Vec<Concepts>,
    /// The hits by concept, those of one in the order of the text.
    sorted: Vec<Hit>,
    /// For each concept, where its hits begin in `sorted`.
    groups: Vec<u32>,
    /// For each token, what is known of it.
    pub words: Vec<Word>,
}

impl Lexicon {
    /// What the name of an option, a group, a country, its capital or "abroad" means in either language: `against all` and `ضد الجميع` are one.
    pub fn meaning(&self, name: &str) -> Option<(Concept, i64)> {
        let tagged = self.tag(Text::new(name));
        let end = tagged.text.tokens.len();
        let of = |concept| {
            tagged.of(concept, 0, end).iter().find(|hit| hit.start == 0 && hit.end as usize == end).map(|hit| (concept, hit.value))
        };
        [Concept::Choice, Concept::Group, Concept::Country, Concept::Abroad, Concept::Capital].into_iter().find_map(of)
    }

    /// Finds all entries in `text`.
    pub fn tag<'a>(&self, text: Text<'a>) -> Tagged<'a> {
        let count = text.tokens.len();
        let known: Vec<Known> = (0..count).map(|i| self.known.get(text.form(i)).copied().unwrap_or_default()).collect();
        let mut hits: Vec<Hit> = Vec::with_capacity(count);
        let mut first = Vec::with_capacity(count + 1);
        let mut words = vec![Word::default(); count];
        let mut covered = 0;
        for i in 0..count {
            first.push(hits.len() as u32);
            let whole = known[i];
            let word = &mut words[i];
            word.given_name = whole.given_name;
            word.common = whole.common;
            // The entry that the word by itself begins, of its first reading that begins one.
            let mut alone = (Clitics::NONE, whole.node);
            let mut best: Option<(usize, u32, Clitics)> = None;
            let mut consider = |clitics: Clitics, node: u32| {
                if node == 0 || i < covered {
                    return;
                }
                if let Some((end, node)) = self.longest(&text, &known, i + 1, node, 7)
                    && best.is_none_or(|(e, ..)| end > e)
                {
                    best = Some((end, node, clitics));
                }
            };
            consider(Clitics::NONE, whole.node);
            if text.tokens[i].arabic {
                for (clitics, rest) in readings(text.form(i)) {
                    let Some(known) = self.known.get(rest) else { continue };
                    word.clitic_name |= known.given_name && !clitics.has(Clitics::AL);
                    // كير is no "like" and two letters.
                    word.common |= known.common && !(clitics.has(Clitics::KA) && rest.chars().count() < 3);
                    // No small word takes an article: العلي and الله are names.
                    let senses = &self.senses[known.node as usize];
                    let small = |(concept, _): &(Concept, i64)| matches!(concept, Concept::Prep | Concept::Function | Concept::Clause);
                    if clitics.has(Clitics::AL) && !senses.is_empty() && senses.iter().all(small) {
                        continue;
                    }
                    consider(clitics, known.node);
                    if alone.1 == 0 {
                        alone = (clitics, known.node);
                    }
                }
            }
            if i < covered {
                self.units(i, alone, &mut hits);
            }
            if let Some((end, node, clitics)) = best {
                for &(concept, value) in &self.senses[node as usize] {
                    hits.push(Hit { start: i as u32, end: end as u32, concept, value, clitics });
                }
                // A counted noun inside a longer entry is still counted: "rejected ballots", عدد الناخبين.
                if end > i + 1 {
                    self.units(i, alone, &mut hits);
                }
                covered = end;
                // A place's name may be part of a person's, and a word of tables of any name.
                let tagged = self.senses[node as usize].iter().any(|(concept, _)| !matches!(concept, Concept::Place | Concept::Column));
                for word in &mut words[i..end] {
                    word.tagged |= tagged;
                }
            }
        }
        first.push(hits.len() as u32);
        let mut concepts = vec![Concepts::default(); count];
        for hit in &hits {
            concepts[hit.start as usize].insert(hit.concept);
        }
        let union = |tokens: &[Concepts]| {
            tokens.iter().fold(Concepts::default(), |mut set, here| {
                set.add(*here);
                set
            })
        };
        let in_sentence = text.sentences.iter().map(|s| union(&concepts[s.range()])).collect();
        let (sorted, groups) = sort(&hits);
        Tagged { text, hits, first, concepts, in_sentence, sorted, groups, words }
    }

    /// Adds the counted noun that token `i` is by itself.
    fn units(&self, i: usize, (clitics, node): (Clitics, u32), hits: &mut Vec<Hit>) {
        for &(concept, value) in &self.senses[node as usize] {
            if matches!(
                concept,
                Concept::Vote
                    | Concept::Ballot
                    | Concept::Voter
                    | Concept::Station
                    | Concept::Seat
                    | Concept::Observer
                    | Concept::Journalist
                    | Concept::Title
                    | Concept::Rival
            ) {
                hits.push(Hit { start: i as u32, end: i as u32 + 1, concept, value, clitics });
            }
        }
    }

    /// The longest entry that goes on from `node` at token `at`: one past its last token, and its node. Each next word counts as it
    /// stands and without its article, whichever leads farther. `room` bounds how many words may follow: entries are short.
    fn longest(&self, text: &Text, known: &[Known], at: usize, node: u32, room: usize) -> Option<(usize, u32)> {
        let found = (!self.senses[node as usize].is_empty()).then_some((at, node));
        if !self.open[node as usize] || room == 0 || at >= text.tokens.len() || text.tokens[at].line != text.tokens[at - 1].line {
            return found;
        }
        let step = |word: &Known| if word.inner { self.edges.get(&(node, word.symbol)).copied() } else { None };
        let bare = || {
            let form = text.tokens[at].arabic.then(|| text.form(at))?;
            ["ال", "لل", "بال"].iter().find_map(|article| step(self.known.get(form.strip_prefix(article)?)?))
        };
        let on = |next: Option<u32>| self.longest(text, known, at + 1, next?, room - 1);
        [found, on(bare()), on(step(&known[at]))].into_iter().flatten().max_by_key(|(end, _)| *end)
    }
}

/// A set of concepts, a bit for each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Concepts([u64; 3]);

const _: () = assert!(Concept::ALL.len() <= 3 * u64::BITS as usize, "a bit for each concept");

impl Concepts {
    /// Every concept.
    pub const ALL: Concepts = Concepts([u64::MAX; 3]);

    /// These concepts.
    pub const fn of(concepts: &[Concept]) -> Self {
        let mut set = Concepts([0; 3]);
        let mut i = 0;
        while i < concepts.len() {
            set.insert(concepts[i]);
            i += 1;
        }
        set
    }

    /// All but one.
    pub(crate) fn without(mut self, concept: Concept) -> Self {
        self.0[concept as usize / 64] &= !(1 << (concept as usize % 64));
        self
    }

    /// One more.
    pub(crate) const fn insert(&mut self, concept: Concept) {
        self.0[concept as usize / 64] |= 1 << (concept as usize % 64);
    }

    fn add(&mut self, other: Concepts) {
        self.0.iter_mut().zip(other.0).for_each(|(word, more)| *word |= more);
    }

    /// Whether `concept` is among them.
    pub fn holds(self, concept: Concept) -> bool {
        self.0[concept as usize / 64] & 1 << (concept as usize % 64) != 0
    }

    /// How many they have in common.
    pub fn shared(self, other: Concepts) -> usize {
        self.0.iter().zip(other.0).map(|(word, more)| (word & more).count_ones() as usize).sum()
    }

    /// Whether they have one in common.
    pub fn meet(self, other: Concepts) -> bool {
        self.0.iter().zip(other.0).any(|(word, more)| word & more != 0)
    }
}

/// The hits by concept, and where each concept begins.
fn sort(hits: &[Hit]) -> (Vec<Hit>, Vec<u32>) {
    let mut groups = vec![0u32; Concept::ALL.len() + 1];
    for hit in hits {
        groups[hit.concept as usize + 1] += 1;
    }
    for c in 1..groups.len() {
        groups[c] += groups[c - 1];
    }
    let mut next = groups.clone();
    let mut sorted = hits.to_vec();
    for hit in hits {
        let at = &mut next[hit.concept as usize];
        sorted[*at as usize] = *hit;
        *at += 1;
    }
    (sorted, groups)
}

impl Tagged<'_> {
    /// All hits of `concept`, in the order of the text.
    pub fn all(&self, concept: Concept) -> &[Hit] {
        &self.sorted[self.groups[concept as usize] as usize..self.groups[concept as usize + 1] as usize]
    }

    /// Whether the text tells of a referendum.
    pub fn asks(&self) -> bool {
        self.all(Concept::Office).iter().any(|h| h.value == Office::Referendum as i64)
    }

    /// The concepts of sentence `s`.
    pub fn concepts_of(&self, s: usize) -> Concepts {
        self.in_sentence[s]
    }

    /// The hits of `concept` that start within tokens `start..end`.
    pub fn of(&self, concept: Concept, start: usize, end: usize) -> &[Hit] {
        let all = self.all(concept);
        // Most sentences hold few concepts, and most stretches lie in one.
        let s = self.text.sentence_of(start);
        if self.text.sentences.get(s).is_some_and(|sentence| end <= sentence.end as usize) && !self.in_sentence[s].holds(concept) {
            return &[];
        }
        let from = all.partition_point(|h| (h.start as usize) < start);
        let count = all[from..].partition_point(|h| (h.start as usize) < end);
        &all[from..from + count]
    }

    /// The hits that start at token `i`.
    pub fn at(&self, i: usize) -> &[Hit] {
        match (self.first.get(i), self.first.get(i + 1)) {
            (Some(&a), Some(&b)) => &self.hits[a as usize..b as usize],
            _ => &[],
        }
    }

    /// The hits that start within tokens `start..end`; none where they are none.
    pub fn within(&self, start: usize, end: usize) -> &[Hit] {
        let end = end.min(self.first.len() - 1);
        &self.hits[self.first[start.min(end)] as usize..self.first[end] as usize]
    }

    /// The hit of `concept` that starts at token `i`.
    pub fn hit(&self, i: usize, concept: Concept) -> Option<&Hit> {
        self.concepts.get(i).filter(|here| here.holds(concept))?;
        self.at(i).iter().find(|h| h.concept == concept)
    }

    /// Whether token `i` starts a hit of `concept`.
    pub fn is(&self, i: usize, concept: Concept) -> bool {
        self.concepts.get(i).is_some_and(|here| here.holds(concept))
    }

    /// Whether token `i` starts a hit of one of `concepts`.
    pub fn is_any(&self, i: usize, concepts: Concepts) -> bool {
        self.concepts.get(i).is_some_and(|here| here.meet(concepts))
    }

    /// Whether token `i` is a digit run.
    pub fn is_digits(&self, i: usize) -> bool {
        self.text.tokens.get(i).is_some_and(|t| t.kind == Kind::Digits)
    }
}
