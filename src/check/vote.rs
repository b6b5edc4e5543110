//! The facts of a record, sorted by the vote they are about: one election, as a whole or in one place.

use rustc_hash::FxHashMap;

use crate::arithmetic::class::Class;
use crate::arithmetic::figure::Figure;
use crate::kind::FactKind;
use crate::names;
use crate::resolve::record::{Election, Fact, Name, NameKind, Record};

/// Facts below this are too likely misread to be held against each other.
const SURE: f64 = 0.5;
/// A vote between more than these is left alone, so that no article takes long.
const MOST: usize = 100;

/// The words of every name in a record. The checks compare names again and again, so each is taken apart once.
#[derive(Debug)]
pub(super) struct Words<'a>(FxHashMap<&'a str, Vec<String>>);

impl<'a> Words<'a> {
    pub(super) fn new(record: &'a Record) -> Self {
        let mut words = FxHashMap::default();
        for name in record.facts.iter().flat_map(|fact| [&fact.subject, &fact.party, &fact.place]).flatten() {
            words.entry(name.name.as_str()).or_insert_with(|| names::words(&name.name));
        }
        Words(words)
    }

    /// The words of a name of the record.
    fn of(&self, name: &Name) -> &[String] {
        self.0.get(name.name.as_str()).map_or(&[], Vec::as_slice)
    }
}

/// One vote.
#[derive(Debug)]
pub(super) struct Vote<'a> {
    words: &'a Words<'a>,
    /// The election, where the record knows it.
    pub(super) election: Option<&'a Election>,
    /// The article speaks of two rounds, perhaps not always saying which it means.
    pub(super) rounds: bool,
    pub(super) figures: Vec<Figure<'a>>,
    pub(super) relations: Vec<&'a Fact>,
}

/// The votes of a record, in the order in which it first speaks of them.
pub(super) fn votes<'a>(record: &'a Record, words: &'a Words<'a>) -> Vec<Vote<'a>> {
    let mut votes: Vec<Vote<'a>> = Vec::new();
    let mut at: FxHashMap<(Option<&str>, &[String]), usize> = FxHashMap::default();
    for fact in record.facts.iter().filter(|fact| fact.confidence >= SURE) {
        let place = fact.place.as_ref().map_or(&[][..], |place| words.of(place));
        let at = *at.entry((fact.election.as_deref(), place)).or_insert_with(|| {
            let election = record.elections.iter().find(|election| Some(&election.id) == fact.election.as_ref());
            let rounds = election.is_none_or(|election| election.round.is_some());
            votes.push(Vote { words, election, rounds, figures: Vec::new(), relations: Vec::new() });
            votes.len() - 1
        });
        match Figure::of(fact) {
            Some(figure) => votes[at].figures.push(figure),
            None => votes[at].relations.push(fact),
        }
    }
    votes
}

impl<'a> Vote<'a> {
    /// The figures of one kind and class.
    pub(super) fn of(&self, kind: FactKind, class: Class) -> impl Iterator<Item = &Figure<'a>> {
        self.all(kind).filter(move |figure| Class::of(figure.fact.status) == class)
    }

    /// The figures of one kind.
    pub(super) fn all(&self, kind: FactKind) -> impl Iterator<Item = &Figure<'a>> {
        self.figures.iter().filter(move |figure| figure.fact.kind == kind)
    }

    /// The figures of one kind and class that are numbers of ballots or people, not shares of them.
    pub(super) fn counts(&self, kind: FactKind, class: Class) -> impl Iterator<Item = &Figure<'a>> {
        self.of(kind, class).filter(|figure| figure.fact.unit != "percent")
    }

    /// Who has figures of this kind and class, each with all of them. Empty where they are too many.
    pub(super) fn camps(&self, kind: FactKind, class: Class) -> Vec<Camp<'a>> {
        let mut camps: Vec<Camp<'a>> = Vec::new();
        for figure in self.of(kind, class) {
            let Some(name) = &figure.fact.subject else { continue };
            let words = self.words.of(name);
            let party = figure.fact.party.as_deref().or_else(|| self.party_of(name)).map(|party| self.words.of(party));
            match camps.iter_mut().find(|camp| camp.is(words, party)) {
                Some(camp) => camp.figures.push(*figure),
                None => camps.push(Camp { name, words, party, figures: vec![*figure] }),
            }
            if camps.len() > MOST {
                return Vec::new();
            }
        }
        camps
    }

    /// The words of a subject of one of the record's facts.
    pub(super) fn words(&self, name: &Name) -> &'a [String] {
        self.words.of(name)
    }

    fn party_of(&self, name: &Name) -> Option<&'a Name> {
        let candidacy = |fact: &&&Fact| fact.kind == FactKind::Candidacy && fact.subject.as_deref() == Some(name);
        self.relations.iter().find(candidacy).and_then(|fact| fact.party.as_deref())
    }
}

/// Those that stand beside each other. A party and its leader, or its name and its letters, have the same figure: two of one figure
/// are one where one of them is no party, or nothing but capitals.
pub(super) fn distinct<'v, 'a>(camps: &'v [Camp<'a>]) -> Vec<&'v Camp<'a>> {
    let letters = |camp: &Camp| camp.name.name.chars().all(|c| !c.is_lowercase() && c.is_ascii());
    let doubtful = |camp: &Camp| camp.name.kind != Some(NameKind::Party) || letters(camp);
    let mut out: Vec<&Camp> = Vec::new();
    for camp in camps.iter().filter(|camp| camp.single()) {
        let value = |camp: &Camp| camp.only().map(|figure| figure.decimal);
        let twin =
            out.iter().position(|other| value(other).is_some() && value(other) == value(camp) && (doubtful(camp) || doubtful(other)));
        match twin {
            Some(at) if doubtful(out[at]) => out[at] = camp,
            Some(_) => {}
            None => out.push(camp),
        }
    }
    out
}

/// A candidate, party or option with its figures of one kind. A candidate and their party are one.
#[derive(Clone, Debug)]
pub(super) struct Camp<'a> {
    pub(super) name: &'a Name,
    words: &'a [String],
    party: Option<&'a [String]>,
    /// Never empty.
    pub(super) figures: Vec<Figure<'a>>,
}

/// Words of a bloc, whose members may stand beside it.
const BLOCS: &[&str] = &["تحالف", "ائتلاف", "كتله", "معسكر", "coalition", "alliance", "bloc", "camp", "pact"];

impl<'a> Camp<'a> {
    /// Whether these are words of its name or of its party, or the other way round.
    fn is(&self, words: &[String], party: Option<&[String]>) -> bool {
        let same = |a: &[String], b: &[String]| names::contains(a, b) || names::contains(b, a);
        same(self.words, words)
            || self.party.is_some_and(|own| same(own, words))
            || party.is_some_and(|party| same(party, self.words) || self.party.is_some_and(|own| same(own, party)))
    }

    /// Whether this is its subject.
    pub(super) fn named(&self, name: &Name) -> bool {
        self.name == name || self.is(&names::words(&name.name), None)
    }

    /// The lowest that any of its figures leaves open.
    pub(super) fn low(&self) -> f64 {
        self.figures.iter().map(|figure| figure.stretch.low).fold(f64::INFINITY, f64::min)
    }

    /// Its figure, unless it has several that are not the same.
    pub(super) fn only(&self) -> Option<&Figure<'a>> {
        let first = self.figures.iter().max_by_key(|figure| (figure.exact(), figure.decimal.scale))?;
        self.figures.iter().all(|figure| figure.meets(first)).then_some(first)
    }

    /// It stands beside others, not for several of them: no bloc, no group such as women.
    pub(super) fn single(&self) -> bool {
        self.name.kind != Some(NameKind::Group) && !self.bloc()
    }

    /// It may stand for several of the others.
    pub(super) fn bloc(&self) -> bool {
        let bloc = |word: &str| BLOCS.iter().any(|b| word == *b || word.strip_prefix("ال") == Some(b));
        let name = crate::text::normalize(&self.name.name);
        // The Party of the Democratic Alliance is a party.
        let party = |word: &str| matches!(word, "حزب" | "الحزب" | "party");
        name.split_whitespace().any(bloc) && !name.split_whitespace().any(party)
    }

    /// Whether it is a person, or nobody knows.
    pub(super) fn personal(&self) -> bool {
        matches!(self.name.kind, None | Some(NameKind::Person | NameKind::Option))
    }

    /// Whether it is a party, or nobody knows.
    pub(super) fn partisan(&self) -> bool {
        matches!(self.name.kind, None | Some(NameKind::Party | NameKind::Option))
    }
}
