//! Who stands for which party. A pair of a person and a party that stand together is read in two steps: the words between and
//! around them tell whether the person stands for the party ("the candidate of P", "X (P) 12%") or only belongs to it ("P's
//! leader X", "X of P"). Who only belongs to a party is its candidate where the article says elsewhere that they stand.

use super::draft::{Draft, When};
use super::relations::{Figure, blank, when_near};
use super::scene::Scene;
use super::subject::adjectival;
use crate::kind::FactKind;
use crate::lexicon::{Concept, Concepts, Hit};
use crate::mentions::{NameMention, NameType};
use crate::text::clitic::Clitics;
use crate::text::{Kind, Lang, Sentence};

/// The rule of those who only belong to a party: `resolve` keeps what it reads where the person stands by another fact.
pub(crate) const AFFILIATION: &str = "relation.affiliation";
pub(super) const CANDIDACY: &str = "relation.candidacy";

/// How a person and a party are tied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Tie {
    /// A member, a leader.
    Belongs,
    /// A candidate.
    Stands,
}

/// The value of `won` for beating somebody.
const BEATING: i64 = 4;
/// The farthest that the two may stand from each other.
const REACH: f32 = 18.0;
/// What a role is called that stands between the two or beside them.
const ROLES: Concepts = Concepts::of(&[Concept::Candidate, Concept::Leader, Concept::Title, Concept::Member, Concept::Rival]);
/// What parts a person from a party.
const BREAKS: Concepts = Concepts::of(&[
    Concept::Said,
    Concept::Got,
    Concept::Won,
    Concept::Lost,
    Concept::Victory,
    Concept::Elected,
    Concept::Clause,
    Concept::Against,
    Concept::Percent,
    Concept::Seat,
    Concept::Not,
    Concept::Polling,
    Concept::Previous,
]);

/// Adds the candidacies that a sentence states, and who it says to stand without a party.
pub(super) fn read(scene: &Scene, sentence: &Sentence, figures: &[Figure], drafts: &mut Vec<Draft>) {
    let (start, end) = (sentence.start as usize, sentence.end as usize);
    let all: Vec<usize> = scene.names_in(start, end).collect();
    if all.is_empty() {
        return;
    }
    let view = View { scene, sentence, figures, all: &all };
    // Places and organizations that stand between tell of the person: "X, a former mayor of Taipei running for the P".
    let tied = |k: &usize| matches!(scene.names[*k].kind, NameType::Person | NameType::Party | NameType::Unknown) || view.ruling(*k);
    let named: Vec<usize> = all.iter().copied().filter(tied).collect();
    let mut held: Option<(usize, usize)> = None;
    let mut open: Option<usize> = None;
    for pair in named.windows(2) {
        let (a, b) = (open.take().unwrap_or(pair[0]), pair[1]);
        let head = view.apposed(&named, a, b);
        // "Conservative X lost to Labour's Y": a party that is taken by the person before it has no other.
        let taken = held.is_some_and(|(_, party)| party == a);
        // "X, a former Labour MP and leader of P": the party of today comes next.
        if view.left(a, b) {
            open = Some(a);
        } else if let Some((tie, person, party)) = view.tie(a, b, taken) {
            let person = head.filter(|_| person == a).unwrap_or(person);
            held = Some((person, party));
            push(&view, tie, person, party, drafts);
            // "P candidates X, Y and Z".
            if person == b {
                for more in view.coordinated(b) {
                    push(&view, tie, more, party, drafts);
                }
            }
        }
    }
    view.owned(drafts);
    view.its(drafts);
    for &k in named.iter().filter(|&&k| view.stands(k)) {
        let name = &scene.names[k];
        let mut draft = blank(FactKind::Candidacy, CANDIDACY, name.start as usize, name.span);
        draft.subject = Some(k);
        draft.when.year = when_near(scene, sentence, name.start as usize, name.end as usize).year;
        drafts.push(draft);
    }
}

fn push(view: &View, tie: Tie, person: usize, party: usize, drafts: &mut Vec<Draft>) {
    let (x, y) = (&view.scene.names[person], &view.scene.names[party]);
    let (from, to) = (x.start.min(y.start) as usize, x.end.max(y.end) as usize);
    let rule = if tie == Tie::Stands { CANDIDACY } else { AFFILIATION };
    let mut draft = blank(FactKind::Candidacy, rule, from, x.span.to(y.span));
    (draft.subject, draft.party) = (Some(person), Some(party));
    draft.when = when_near(view.scene, view.sentence, from, to);
    // Who belongs to a party does so whichever election the sentence is about.
    if tie == Tie::Belongs {
        draft.when = When { year: draft.when.year, ..When::default() };
    }
    drafts.push(draft);
}

/// A sentence with its names and figures.
struct View<'s, 'a> {
    scene: &'s Scene<'a>,
    sentence: &'s Sentence,
    figures: &'s [Figure],
    all: &'s [usize],
}

impl View<'_, '_> {
    fn start(&self) -> usize {
        self.sentence.start as usize
    }

    fn end(&self) -> usize {
        self.sentence.end as usize
    }

    fn name(&self, k: usize) -> &NameMention {
        &self.scene.names[k]
    }

    fn form(&self, j: usize) -> &str {
        self.scene.form(j)
    }

    fn is(&self, j: usize, concept: Concept) -> bool {
        self.scene.is(j, concept)
    }

    fn comma(&self, j: usize) -> bool {
        matches!(self.form(j), "," | "،")
    }

    /// "The ruling party" stands for its name.
    fn ruling(&self, k: usize) -> bool {
        let name = self.name(k);
        name.kind == NameType::Group && self.scene.tagged.hit(name.start as usize, Concept::Group).is_some_and(|h| h.value == 2)
    }

    /// A vote or share is told in the sentence: who has one stands.
    fn told(&self) -> bool {
        self.figures.iter().any(|(_, kind, ..)| matches!(kind, FactKind::VoteShare | FactKind::Votes))
    }

    /// A share or votes stand right behind token `at`.
    fn figure_after(&self, at: usize) -> bool {
        self.figures.iter().any(|(token, kind, ..)| {
            matches!(kind, FactKind::VoteShare | FactKind::Votes) && *token >= at && self.scene.cost(at, *token) <= 8.0
        })
    }

    /// The sentence, or the one before that its list follows, says that they stand.
    fn contested(&self) -> bool {
        let contested = |from: usize, to: usize| self.scene.has(from, to, Concept::Candidate) || self.scene.has(from, to, Concept::Contest);
        contested(self.start(), self.end()) || {
            // "Seventeen candidates are running. They include X of P and Y of Q".
            let pairs = self.all.windows(2).filter(|pair| {
                let (x, y) = (self.name(pair[0]), self.name(pair[1]));
                let behind = self.unaged(x.end as usize, y.start as usize);
                x.kind == NameType::Person && y.kind == NameType::Party && self.form(behind) == "of"
            });
            let before = self.scene.tagged.text.sentence_of(self.start()).checked_sub(1).map(|s| self.scene.tagged.text.sentences[s]);
            pairs.count() > 1 && before.is_some_and(|s| contested(s.start as usize, s.end as usize))
        }
    }

    /// The first token from `from` on behind an age or a figure of the person: ", 70,", "(29%)", «(55 عاما)».
    fn unaged(&self, from: usize, to: usize) -> usize {
        let digits = |j: usize| j < to && self.scene.tagged.is_digits(j);
        let bracket = self.form(from) == "(";
        if !bracket && !self.comma(from) || !(from + 1..from + 3).any(digits) {
            return from;
        }
        let stop = (from + 2..to.min(from + 7)).find(|&j| if bracket { self.form(j) == ")" } else { self.comma(j) });
        let aged = |i: usize| self.scene.tagged.is_any(i, const { Concepts::of(&[Concept::Year, Concept::Age]) });
        match stop {
            // The comma that closes the age stays where another follows: "X (29%), a tycoon of P".
            Some(j) if bracket || (from + 2..j).all(aged) => j + 1,
            _ => from,
        }
    }

    /// «الناطق الرسمي باسم P»: only its speaker.
    fn spoken_for(&self, name: &NameMention) -> bool {
        let at = name.start as usize;
        let from = at.saturating_sub(4).max(self.start());
        (from..at).any(|j| self.form(j) == "باسم") && (from..at).any(|j| self.form(j).ends_with("ناطق") || self.form(j).ends_with("متحدث"))
    }

    /// «تحدث X الشهر الماضي، عن P»: behind a date "عن" is no more than "of"; «قال X إن مرشح P …»: what he said of another.
    fn spoke_of(&self, from: usize, to: usize) -> bool {
        let behalf = self.scene.hits(from, to, Concept::Behalf).next_back();
        let told = (from..to).any(|j| self.form(j) == "ان" && j > self.start());
        let said = || self.scene.has(self.start(), from, Concept::Said);
        behalf.is_some_and(|h| self.form(h.start as usize) == "عن" && !self.scene.dates_in(from, h.start as usize).is_empty())
            || told && said()
    }

    /// How the names `a` and `b` are tied, the first one before the second: the tie, the person and the party.
    fn tie(&self, a: usize, b: usize, taken: bool) -> Option<(Tie, usize, usize)> {
        let (x, y) = (self.name(a), self.name(b));
        let (from, to) = (x.end as usize, y.start as usize);
        if to < from || self.scene.cost(from, to) > REACH {
            return None;
        }
        let party = |n: &NameMention| matches!(n.kind, NameType::Party | NameType::Unknown) || n.kind == NameType::Group;
        // «من شرفة مقر حزبه»: not whichever party was named last.
        let his =
            |n: &NameMention| n.end == n.start + 1 && ["حزبه", "حزبها"].iter().any(|word| self.form(n.start as usize).ends_with(word));
        if his(x) || his(y) {
            return None;
        }
        if self.sentence.lang == Lang::Ar && (self.spoken_for(x) || self.spoken_for(y) || self.spoke_of(from, to)) {
            return None;
        }
        if x.kind == NameType::Person && party(y) {
            return self.person_first(a, b).map(|tie| (tie, a, b));
        }
        // "Frelimo candidate X", "Morena's X".
        let owner = self.form(from) == "'s" && to == from + 1 && x.end == x.start + 1;
        let named = x.kind != NameType::Unknown || self.sentence.lang == Lang::En && (owner || self.is(from, Concept::Candidate));
        if named && party(x) && y.kind == NameType::Person && !taken {
            return self.party_first(a, b).map(|tie| (tie, b, a));
        }
        None
    }

    fn breaks(&self, from: usize, to: usize) -> bool {
        // "Ran as the candidate of P" is no clause.
        let role = |h: &Hit| {
            let at = h.start as usize;
            self.form(at) == "as"
                && at > 0
                && self.scene.tagged.is_any(at - 1, const { Concepts::of(&[Concept::Contest, Concept::Nominated]) })
        };
        self.scene.tagged.within(from, to).iter().any(|h| BREAKS.holds(h.concept) && !ROLES.holds(h.concept) && !role(h))
    }

    /// What the roles in `from..to` make of the tie.
    fn role(&self, from: usize, to: usize) -> Option<Tie> {
        let tie = |h: &Hit| match h.concept {
            Concept::Candidate | Concept::Rival => Some(Tie::Stands),
            c if ROLES.holds(c) => Some(Tie::Belongs),
            _ => None,
        };
        self.scene.tagged.within(from, to).iter().filter_map(tie).max()
    }

    /// Only words that describe stand in `from..to`: no mark, no figure, no verb that the lexicon knows.
    fn describes(&self, from: usize, to: usize) -> bool {
        (from..to).all(|j| {
            let kind = self.scene.tagged.text.tokens[j].kind;
            kind == Kind::Word || matches!(self.form(j), "\"" | "-" | "'")
        }) && !self.breaks(from, to)
            && !self.scene.has(from, to, Concept::Contest)
            && !self.scene.has(from, to, Concept::And)
            && !self.scene.has(from, to, Concept::Relative)
            && !(self.sentence.lang == Lang::Ar && self.scene.has(from, to, Concept::Function))
            && !self.scene.tagged.within(from, to).iter().any(|h| h.clitics.has(Clitics::AND))
    }

    fn person_first(&self, a: usize, b: usize) -> Option<Tie> {
        let (scene, x, y) = (self.scene, self.name(a), self.name(b));
        let (to, ye) = (y.start as usize, y.end as usize);
        let from = self.unaged(x.end as usize, to);
        let cost = scene.cost(from, to);
        let named = y.kind == NameType::Party;
        let first = self.form(from);
        // "X (P)", "X (of P)".
        if first == "(" && from + 2 >= to && self.close(ye) {
            let told = self.figure_after(ye) || self.told() || self.contested();
            return match (named, told) {
                (true, true) | (false, true) if named || self.figure_after(ye) => Some(Tie::Stands),
                (true, false) => Some(Tie::Belongs),
                _ => None,
            };
        }
        // "X - P - 12%" as a line.
        let dashed = to > from && (from..to).all(|j| matches!(self.form(j), "-" | "،" | ","));
        if dashed && self.sentence.line && self.figure_after(ye) && named {
            return Some(Tie::Stands);
        }
        // "X took the only seat for P".
        let seat = scene.hits(from, to, Concept::Seat).next_back();
        if let Some(seat) = seat.filter(|h| named && cost <= 9.0 && self.form(h.end as usize) == "for" && h.end as usize + 2 >= to) {
            return (scene.has(from, seat.start as usize, Concept::Got) || scene.has(from, seat.start as usize, Concept::Won))
                .then_some(Tie::Stands);
        }
        // «X على مرشح P», "X عن P، وعن Q Y": what follows is another's.
        let other = self.sentence.lang == Lang::Ar
            && ((from..to).any(|j| matches!(self.form(j), "علي" | "مع"))
                || scene.tagged.within(from, to).iter().any(|h| h.clitics.has(Clitics::AND) && h.concept == Concept::Behalf));
        // "X, whom she had sacked, ran for P": the apposition is over.
        let behalf = scene.hits(from, to, Concept::Behalf).next_back().filter(|h| h.value == 1 && self.describes(h.end as usize, to));
        let closed = behalf.is_some_and(|h| self.comma(from) && h.start as usize > from + 1 && self.comma(h.start as usize - 1));
        if closed && named {
            return Some(Tie::Stands);
        }
        if other || self.breaks(from, to) || self.another(from, to) || self.joins(a, b, from, to) {
            return None;
        }
        // The words that lead to the party: "for", عن, "candidate of", "leader of".
        let lead = |concept: Concept, words: f32| {
            scene.hits(from, to, concept).rev().find(|h| scene.cost(h.end as usize, to) <= words && self.describes(h.end as usize, to))
        };
        let candidate = scene.has(from, to, Concept::Candidate);
        let behalf = lead(Concept::Behalf, 4.0);
        if behalf.is_some_and(|h| h.value == 1)
            && (named || candidate || scene.has(from, to, Concept::Contest))
            && (cost <= 6.0 || self.comma(from) || scene.has(from, to, Concept::Contest))
        {
            return Some(Tie::Stands);
        }
        if behalf.is_some() && scene.has(from, to, Concept::Contest) && (named || self.article(to)) {
            return Some(Tie::Stands);
        }
        let reach = if self.comma(from) { 14.0 } else { 9.0 };
        if candidate && cost <= reach && (named || self.ruling(b) || self.article(to)) {
            return Some(Tie::Stands);
        }
        if lead(Concept::Nominated, 4.0).is_some() && named {
            return Some(Tie::Stands);
        }
        // "X of Chadema": in a list of candidates, or where X has votes, what no one knows names a party.
        let unsure = y.kind == NameType::Unknown && matches!(first, "of" | "من") && self.describes(from + 1, to) && cost <= 5.0;
        if unsure && (self.figure_after(ye) || scene.has(self.start(), x.start as usize, Concept::Candidate)) {
            return Some(Tie::Stands);
        }
        if !named {
            return None;
        }
        // "X, the P's vice-presidential candidate", "X, the P leader".
        let mut told = from + 1;
        if self.comma(from) && scene.is(told, Concept::Relative) {
            told += 1;
            while told < to && matches!(self.form(told), "is" | "was" | "became" | "has" | "been") {
                told += 1;
            }
        }
        if self.comma(from) && self.describes(told, to) && cost <= 7.0 {
            let tail = ye + usize::from(self.form(ye) == "'s" || self.form(ye) == "'");
            let stop =
                (tail..(tail + 6).min(self.end())).find(|&j| matches!(self.form(j), "," | "." | ";" | ":" | "(" | ")")).unwrap_or(tail + 6);
            let stop = stop.min(self.end());
            if let Some(tie) = self.role(tail, stop).filter(|_| self.sentence.lang == Lang::En && self.describes(tail, stop)) {
                return Some(tie);
            }
        }
        // "X, a Democrat", "X, her Republican opponent".
        let family = y.end == y.start + 1 && scene.is(y.start as usize, Concept::PartyFamily);
        if family && self.comma(from) && to - from == 2 && scene.is(from + 1, Concept::Function) {
            return Some(if adjectival(scene, b) || scene.is(ye, Concept::Rival) { Tie::Stands } else { Tie::Belongs });
        }
        // "X of the P", "X من حزب P".
        let of = matches!(first, "of" | "from" | "من") || self.comma(from) && matches!(self.form(from + 1), "of" | "from" | "من");
        if of && self.describes(from + 1 + usize::from(self.comma(from)), to) && cost <= 8.0 {
            // In Arabic من also tells of a wing or a camp: a figure or a list of candidates must say that they stand.
            let stands = match self.sentence.lang {
                Lang::Ar => self.told() || self.contested() && scene.has(self.start(), x.start as usize, Concept::Candidate),
                Lang::En => self.told() || self.contested(),
            };
            return Some(if stands { Tie::Stands } else { Tie::Belongs });
        }
        // "X's Democratic Party", "X, whose P".
        if first == "'s" && !family && cost <= 5.0 && self.describes(from + 1, to)
            || self.comma(from) && self.form(from + 1) == "whose" && self.describes(from + 2, to)
        {
            return Some(Tie::Belongs);
        }
        // "X is standing for P, Y for Q and Z for R".
        let standing_for = || {
            let mut verbs = scene.hits(self.start(), x.start as usize, Concept::Behalf).filter(|h| h.value == 1);
            verbs.any(|h| matches!(self.form(h.start as usize), "standing" | "running" | "stands" | "stood" | "ran" | "runs"))
        };
        if self.sentence.lang == Lang::En && first == "for" && to - from <= 2 && standing_for() {
            return Some(Tie::Stands);
        }
        // "X, leader of the P", "X, who leads the P", «X زعيم حزب P».
        lead(Concept::Leader, 4.0).filter(|_| cost <= 10.0).map(|_| Tie::Belongs)
    }

    fn party_first(&self, a: usize, b: usize) -> Option<Tie> {
        let (scene, x, y) = (self.scene, self.name(a), self.name(b));
        let (xs, from, to) = (x.start as usize, x.end as usize, y.start as usize);
        // «…مرشح حزب P، ومارتن فايولو …»: و begins the next of a list.
        let next = self.sentence.lang == Lang::Ar && to > from && scene.tagged.text.tokens[to].span.start < y.span.start;
        if next || self.breaks(from, to) {
            return None;
        }
        let cost = scene.cost(from, to);
        let family = scene.is(xs, Concept::PartyFamily) && from == xs + 1;
        // "Liberal candidate X was set to win": a camp, unless the article has capitals for it within sentences too.
        let camp = family && self.sentence.lang == Lang::En && ["al", "ive", "ist"].iter().any(|end| self.form(xs).ends_with(end));
        let within = |n: &NameMention| {
            let ns = n.start as usize;
            let plural = || self.form(ns).strip_suffix('s') == Some(self.form(xs));
            plural() || ns != xs && self.form(ns) == self.form(xs) && ns > scene.sentence(ns).start as usize
        };
        if camp && xs == self.start() && !scene.names.iter().any(within) {
            return None;
        }
        let owner = self.form(from) == "'s" || self.form(from) == "'";
        // "P's candidate, X": one comma may stand before the name.
        let inner = if to > from && self.comma(to - 1) { to - 1 } else { to };
        let close = from + usize::from(matches!(self.form(from), ")" | "\""));
        let open = inner - usize::from(inner > close && matches!(self.form(inner - 1), "\""));
        let plain = self.describes(close.min(open) + usize::from(owner), open);
        let between = self.role(from, to);
        // "P nominated X", «رشح حزب P X».
        let nominated = |lo: usize, hi: usize| {
            let hit = scene.hits(lo, hi, Concept::Nominated).next_back();
            hit.is_some_and(|h| self.describes(h.end as usize, hi) && hi - h.end as usize <= 4)
        };
        let before = self.sentence.lang == Lang::Ar && plain && nominated(xs.saturating_sub(3).max(self.start()), xs);
        if before || nominated(from, to) && cost <= 8.0 {
            return Some(Tie::Stands);
        }
        // "The candidate of the P, X", "the leader of P, X".
        if self.sentence.lang == Lang::En && plain && self.comma(to.saturating_sub(1)) && to == from + 1 {
            let lo = xs.saturating_sub(7).max(self.start());
            let role = scene.tagged.within(lo, xs).iter().rfind(|h| matches!(h.concept, Concept::Candidate | Concept::Leader));
            let of = |h: &&Hit| {
                let e = h.end as usize;
                self.describes(e, xs) && (e..(e + 2).min(xs)).any(|j| matches!(self.form(j), "of" | "for" | "from"))
                    || self.form(e.saturating_sub(1)) == "of"
            };
            if let Some(hit) = role.filter(of).filter(|h| !self.person_before(h.start as usize)) {
                return Some(if hit.concept == Concept::Candidate { Tie::Stands } else { Tie::Belongs });
            }
        }
        // "The Greens, whose candidate was X".
        if self.comma(from) && self.form(from + 1) == "whose" && cost <= 9.0 {
            let inner = to - usize::from(matches!(self.form(to - 1), "was" | "is" | ","));
            if let Some(tie) = self.role(from + 2, inner).filter(|_| inner > from + 2 && self.describes(from + 2, inner)) {
                return Some(tie);
            }
        }
        // "Running for the P, X".
        let behalf = || scene.hits(xs.saturating_sub(8).max(self.start()), xs, Concept::Behalf).next_back();
        if self.sentence.lang == Lang::En
            && to == from + 1
            && self.comma(from)
            && behalf().is_some_and(|h| h.value == 1 && self.describes(h.end as usize, xs) && !self.person_before(h.start as usize))
        {
            return Some(Tie::Stands);
        }
        // "Republican Gov. X", "Democratic Sen. X".
        let abbreviated = |j: usize| scene.is(j, Concept::Title) || self.form(j) == "." && scene.is(j - 1, Concept::Title);
        if self.sentence.lang == Lang::En
            && family
            && (from + 1..to).any(|j| self.form(j) == ".")
            && to - from <= 3
            && (from..to).all(abbreviated)
        {
            return Some(if self.standing_around(a, b) { Tie::Stands } else { Tie::Belongs });
        }
        if plain && self.sentence.lang == Lang::En {
            if let Some(tie) = between.filter(|_| cost <= 8.0) {
                // "P candidate X", "P leader X", "P's leader, X"; a bare comma wants an owner or a role.
                return Some(tie);
            }
            if to == from && family || owner && inner == to && cost <= 5.0 {
                return Some(if self.standing_around(a, b) { Tie::Stands } else { Tie::Belongs });
            }
            // "led by X", "P of X".
            if to > from && inner == to && cost <= 6.0 && matches!(self.form(from), "of") {
                return Some(Tie::Belongs);
            }
        }
        // "P's list headed by X", «قائمة حزب P بزعامة X»: who heads a list stands.
        let list = scene.has(xs.saturating_sub(2).max(self.start()), to, Concept::List);
        if list && scene.hits(from, to, Concept::Leader).next_back().is_some_and(|h| self.describes(h.end as usize, to)) && cost <= 12.0 {
            return Some(Tie::Stands);
        }
        if scene.hits(from, to, Concept::Leader).next_back().is_some_and(|h| self.describes(h.end as usize, to)) && cost <= 9.0 {
            return Some(Tie::Belongs);
        }
        // «كل من» leads to several.
        let each = self.sentence.lang == Lang::Ar && self.form(from) == "كل" && self.form(from + 1) == "من" && self.describes(from + 2, to);
        if self.sentence.lang != Lang::Ar || !plain && !each || cost > 7.0 {
            return None;
        }
        if family && to == from && !self.is(xs.saturating_sub(1), Concept::Candidate) {
            return Some(if self.standing_around(a, b) { Tie::Stands } else { Tie::Belongs });
        }
        // «مرشح حزب P X», «عن حزب P، X», «زعيم حزب P X».
        let led = scene.tagged.within(xs.saturating_sub(4).max(self.start()), xs);
        let led = led.iter().rev().find(|h| {
            matches!(h.concept, Concept::Candidate | Concept::Leader | Concept::Behalf | Concept::Rival)
                && scene.cost(h.end as usize, xs) <= 2.5
                && self.describes(h.end as usize, xs)
        })?;
        match led.concept {
            Concept::Leader => Some(Tie::Belongs),
            // «ترشح X عن P وY …»: behind a person the words are that one's, but for ومرشح.
            _ if led.clitics.has(Clitics::AND) || !self.person_before(led.start as usize) => Some(Tie::Stands),
            _ => None,
        }
    }

    /// A person's name ends right before token `at`, or a comma before it: what follows tells of that person.
    fn person_before(&self, at: usize) -> bool {
        self.all.iter().any(|&k| {
            let name = self.name(k);
            let end = name.end as usize;
            // «تقدم مرشح P X على مرشح Q Y».
            let over = (end..at).any(|j| self.form(j) == "علي");
            name.kind == NameType::Person && !over && end <= at && self.scene.cost(end, at) <= 3.0 && !self.breaks(end, at)
        })
    }

    /// "X and the candidate of P" are two.
    fn joins(&self, a: usize, b: usize, from: usize, to: usize) -> bool {
        // But "X, the son of Y and candidate of P" is one: words of X stand between.
        let joined = self.scene.tagged.within(from, to).iter().any(|h| {
            let told = self.sentence.lang == Lang::Ar && h.start as usize >= from + 2;
            matches!(h.concept, Concept::Candidate | Concept::Leader | Concept::Title) && h.clitics.has(Clitics::AND) && !told
                || h.concept == Concept::And
        });
        let next = self.all.iter().find(|&&k| k > b && self.name(k).kind == NameType::Person);
        let near = next.is_some_and(|&k| self.scene.cost(self.name(b).end as usize, self.name(k).start as usize) <= 2.5);
        joined && (near || !self.comma(from)) && a < b
    }

    /// "X, the successor of Y, ran as the candidate of P": who runs is X, where Y stands in the apposition. `y` is Y.
    fn apposed(&self, named: &[usize], y: usize, party: usize) -> Option<usize> {
        let (from, to) = (self.name(y).end as usize, self.name(party).start as usize);
        if self.name(y).kind != NameType::Person || from >= to || !self.comma(from) || !self.is(from + 1, Concept::Contest) {
            return None;
        }
        let x = named.iter().copied().rev().find(|&k| k < y && self.name(k).kind == NameType::Person)?;
        let end = self.name(x).end as usize;
        let one = (end + 1..self.name(y).start as usize).all(|j| !self.comma(j));
        (self.comma(end) && one).then_some(x)
    }

    /// The person `a` is told to have left the party `b`.
    fn left(&self, a: usize, b: usize) -> bool {
        let (x, y) = (self.name(a), self.name(b));
        x.kind == NameType::Person && y.kind == NameType::Party && x.end <= y.start && self.another(x.end as usize, y.start as usize)
    }

    /// A party whose former member somebody is: "a former Labour MP".
    fn another(&self, from: usize, to: usize) -> bool {
        let near = to.saturating_sub(5).max(from);
        let near = self.scene.hits(near, to, Concept::And).next_back().map_or(near, |h| h.end as usize);
        (near..to).any(|j| matches!(self.form(j), "former" | "ex" | "formerly" | "سابقا" | "السابق" | "السابقه"))
            && !self.scene.has(from, to, Concept::Candidate)
            && !self.scene.has(from, to, Concept::Contest)
    }

    fn article(&self, at: usize) -> bool {
        at > 0 && self.form(at - 1) == "the"
    }

    /// A bracket closes behind a party, perhaps after more words: "(P, north)".
    fn close(&self, at: usize) -> bool {
        (at..(at + 4).min(self.end())).any(|j| self.form(j) == ")")
    }

    /// In a sentence about a race who is named with a party runs in it.
    fn standing_around(&self, a: usize, b: usize) -> bool {
        let (lo, hi) = (self.name(a).start as usize, self.name(b).end as usize);
        self.contested() || self.told() || self.stands(b) || {
            let near = |c: Concept| {
                self.scene.hits(self.start(), self.end(), c).any(|h| self.scene.gap((h.start as usize, h.end as usize), (lo, hi)) <= 8.0)
            };
            near(Concept::Won) || near(Concept::Lost) || near(Concept::Rival)
        }
    }

    /// The persons that share the role of `k` with it: "P candidates X, Y and Z".
    fn coordinated(&self, k: usize) -> Vec<usize> {
        let first = self.name(k).start as usize;
        let plural = (first.saturating_sub(4).max(self.start())..first).any(|j| {
            self.scene.tagged.at(j).iter().any(|h| matches!(h.concept, Concept::Candidate | Concept::Member) && h.end as usize <= first)
                && (self.form(j).ends_with('s')
                    || self.form(j).ends_with("مرشحو")
                    || self.form(j).ends_with("مرشحي")
                    || self.form(j).ends_with("مرشحا"))
        });
        // «عن حزب P كل من X وY».
        let each = first >= self.start() + 2 && self.form(first - 1) == "من" && self.form(first - 2) == "كل";
        if !plural && !each {
            return Vec::new();
        }
        let mut last = k;
        let mut more = Vec::new();
        while let Some(&next) = self.all.iter().find(|&&j| j > last && self.name(j).kind == NameType::Person) {
            let (from, to) = (self.name(last).end as usize, self.name(next).start as usize);
            let linked = to >= from && (from..to).all(|j| self.comma(j) || matches!(self.form(j), "and" | "و"));
            if next != last + 1 || !linked {
                break;
            }
            more.push(next);
            last = next;
        }
        more
    }

    /// "His party, P", «حزبه "P"»: the party of the person named last.
    fn owned(&self, drafts: &mut Vec<Draft>) {
        for &k in self.all.iter().filter(|&&k| matches!(self.name(k).kind, NameType::Party | NameType::Unknown)) {
            let name = self.name(k);
            let (at, end) = (name.start as usize, name.end as usize);
            let english = at >= self.start() + 3
                && self.comma(at - 1)
                && self.is(at - 2, Concept::PartyHead)
                && matches!(self.form(at - 3), "his" | "her");
            let arabic = end > at + 1 && self.is(at, Concept::PartyHead) && matches!(self.form(at), "حزبه" | "حزبها");
            // "After his Labor Party won".
            let his = name.kind == NameType::Party && at > self.start() && matches!(self.form(at - 1), "his" | "her");
            if !english && !arabic && !his {
                continue;
            }
            let person = self.scene.names[..k].iter().rposition(|n| n.kind == NameType::Person);
            // Into the sentence before, no farther.
            let near = |p: &usize| {
                let text = &self.scene.tagged.text;
                text.sentence_of(self.name(*p).start as usize) + 1 >= text.sentence_of(at)
            };
            if let Some(person) = person.filter(near) {
                push(self, Tie::Belongs, person, k, drafts);
            }
        }
    }

    /// "Labour saw its regional head, X, lose": the person behind a role of the party named last.
    fn its(&self, drafts: &mut Vec<Draft>) {
        for &k in self.all.iter().filter(|&&k| self.name(k).kind == NameType::Person) {
            let at = self.name(k).start as usize;
            let to = at - usize::from(at > self.start() && self.comma(at - 1));
            let from = to.saturating_sub(4).max(self.start());
            let own = (from..to).rev().find(|&j| matches!(self.form(j), "its" | "their"));
            let role = |lo: usize| {
                (lo..to).any(|j| self.form(j) == "head")
                    || self.scene.tagged.within(lo, to).iter().any(|h| matches!(h.concept, Concept::Leader | Concept::Candidate))
            };
            // «قائمته التي يقودها X».
            let listed = (from..to).find(|&j| matches!(self.form(j), "قايمته" | "قايمتها" | "لايحته" | "لايحتها"));
            let listed = listed.is_some_and(|j| role(j + 1));
            if !listed && !own.is_some_and(|j| role(j) && self.describes(j + 1, to)) {
                continue;
            }
            let tie = if listed { Tie::Stands } else { Tie::Belongs };
            let text = &self.scene.tagged.text;
            let party = self.scene.names[..k].iter().rposition(|n| n.kind == NameType::Party);
            let near = |p: &usize| text.sentence_of(self.name(*p).start as usize) + 1 >= text.sentence_of(at);
            if let Some(party) = party.filter(near) {
                push(self, tie, k, party, drafts);
            }
        }
    }

    /// The sentence says that the person runs, or ran and lost.
    fn stands(&self, k: usize) -> bool {
        let (scene, name) = (self.scene, self.name(k));
        if name.kind != NameType::Person {
            return false;
        }
        let (ns, ne) = (name.start as usize, name.end as usize);
        // "candidate X", «المرشحة اليمينية … X», "his rival, X".
        let from = ns.saturating_sub(8).max(self.start());
        let led = scene.tagged.within(from, ns).iter().rev().find(|h| matches!(h.concept, Concept::Candidate | Concept::Rival));
        let led = led.is_some_and(|h| {
            let to = if ns > 0 && self.comma(ns - 1) { ns - 1 } else { ns };
            let reach = if self.sentence.lang == Lang::Ar { 8 } else { 2 };
            h.end as usize <= ns
                && to.saturating_sub(h.end as usize) <= reach
                && self.describes(h.end as usize, to.max(h.end as usize))
                && scene.names_in(h.end as usize, ns).all(|j| scene.names[j].kind != NameType::Person)
                && !self.form(h.start as usize).ends_with('s')
        });
        if led {
            return true;
        }
        // "X of the P conceded": the party is passed over.
        let party = scene.names.get(k + 1).filter(|n| n.kind == NameType::Party && (n.end as usize) < self.end());
        let party =
            party.filter(|n| scene.cost(ne, n.start as usize) <= 6.0 && (self.form(ne) == "(" || self.describes(ne, n.start as usize)));
        let ne = party.map_or(ne, |n| n.end as usize + usize::from(self.form(n.end as usize) == ")"));
        let next = scene.names_in(ne, self.end()).find(|&j| scene.names[j].kind == NameType::Person);
        let next = next.map_or(self.end(), |j| scene.names[j].start as usize);
        // "X, the candidate", "X is running for", "X, a minister, also lost".
        let reach = if self.comma(ne) { 16.0 } else { 4.0 };
        let behind = scene.tagged.within(ne, next.min(ne + 18)).iter().any(|h| {
            let cost = scene.cost(ne, h.start as usize);
            match h.concept {
                Concept::Candidate => {
                    cost <= 6.0
                        && (self.comma(ne) || cost <= 1.0)
                        && (self.describes(ne + 1, h.start as usize)
                            || matches!(self.form(ne + 1), "وهو" | "وهي") && h.start as usize == ne + 2)
                }
                Concept::Contest => h.value == 2 && cost <= 5.0 && !self.breaks(ne, h.start as usize) && self.running(h),
                Concept::Lost => cost <= reach,
                Concept::Kept => cost <= reach && self.seat_of(h),
                _ => false,
            }
        });
        // "X and Y lose their seats".
        let both = || {
            let hit =
                scene.hits(ne, (ne + 18).min(self.end()), Concept::Kept).find(|h| self.form(h.end as usize) == "their" && self.seat_of(h));
            hit.is_some_and(|h| !scene.has(ne, h.start as usize, Concept::Clause))
        };
        // "Speaking after defending his seat, X said".
        let opened = || {
            let clause = ns > 0 && self.comma(ns - 1) && scene.names_in(self.start(), ns).all(|j| scene.names[j].kind != NameType::Person);
            clause && scene.hits(self.start(), ns, Concept::Kept).any(|h| self.seat_of(h))
        };
        // "X held Holborn", "X won Bristol Central".
        let constituency = || {
            let verb =
                scene.tagged.at(ne).iter().find(|h| matches!(h.concept, Concept::Kept | Concept::Won | Concept::Lost | Concept::Got));
            let name = verb.and_then(|h| scene.names_in(h.end as usize, h.end as usize + 1).next());
            self.sentence.lang == Lang::En && name.is_some_and(|j| matches!(scene.names[j].kind, NameType::Place | NameType::Unknown))
        };
        // "beat X", "lost to X", «تغلب X على Y».
        let race = || {
            let race = [Concept::Election, Concept::Round, Concept::Voter, Concept::Polling, Concept::Office, Concept::Vote];
            race.iter().any(|c| scene.has(self.start(), self.end(), *c)) || self.told()
        };
        let beaten = || {
            // «يتصدر الانتخابات والعبادي ثالثا»: و begins another clause.
            if scene.tagged.text.tokens[ns].span.start < name.span.start {
                return false;
            }
            let lo = ns.saturating_sub(6).max(self.start());
            let hit = scene
                .tagged
                .within(lo, ns)
                .iter()
                .rfind(|h| (h.concept == Concept::Lost || h.concept == Concept::Won && h.value == BEATING) && h.end as usize <= ns);
            let to = |h: &Hit| usize::from(matches!(self.form(h.end as usize), "to" | "امام"));
            hit.is_some_and(|h| {
                let from = h.end as usize + to(h);
                from == ns || from < ns && ns - from <= 4 && self.describes(from, ns) && self.role(from, ns).is_some()
            }) && race()
        };
        // "Was elected over the Republican X", "with 52% against Y".
        let opposed = || {
            let lo = ns.saturating_sub(4).max(self.start());
            let hit = scene.tagged.within(lo, ns).iter().rfind(|h| h.concept == Concept::Against && h.end as usize <= ns);
            let near =
                hit.is_some_and(|h| h.end as usize == ns || self.describes(h.end as usize, ns) && self.role_or_party(h.end as usize, ns));
            near && (self.told() || [Concept::Won, Concept::Elected, Concept::Victory].iter().any(|c| scene.has(self.start(), ns, *c)))
        };
        // All whom a sentence names that a verb of standing begins: «يخوض السباق كل من X وY».
        let listed = || {
            let verb = scene.hits(self.start(), (self.start() + 3).min(ns), Concept::Contest).next().filter(|h| self.running(h));
            self.sentence.lang == Lang::Ar
                && verb.is_some_and(|h| !scene.has(h.end as usize, ns, Concept::Said) && scene.cost(h.end as usize, ns) <= 40.0)
        };
        // «ترشح X», «يخوض X».
        let before = || {
            let hit = scene.hits(ns.saturating_sub(3).max(self.start()), ns, Concept::Contest).next_back();
            self.sentence.lang == Lang::Ar && hit.is_some_and(|h| self.running(h) && self.describes(h.end as usize, ns))
        };
        // "X faces Y in the run-off", "voters choose between X of P and Y of Q".
        let duel = || {
            let race = [Concept::Election, Concept::Round, Concept::Voter, Concept::Polling, Concept::Office];
            let race = race.iter().any(|c| scene.has(self.start(), self.end(), *c));
            let near = |h: &Hit| scene.gap((h.start as usize, h.end as usize), (ns, ne)) <= 16.0;
            race && scene.hits(self.start(), self.end(), Concept::Duel).any(near)
        };
        // «جاء X ثالثا».
        let placed = || {
            let hit = scene.hits(ns.saturating_sub(2).max(self.start()), ns, Concept::Got).next_back();
            self.sentence.lang == Lang::Ar
                && scene.tagged.text.tokens[ns].span.start == name.span.start
                && hit
                    .is_some_and(|h| h.end as usize == ns || self.describes(h.end as usize, ns) && self.role(h.end as usize, ns).is_some())
                && race()
        };
        // "X is seeking re-election", "X, who is seeking a second term".
        let again = || {
            let verb = (ne..(ne + 6).min(self.end())).find(|&j| matches!(self.form(j), "seeking" | "seeks" | "sought"));
            self.sentence.lang == Lang::En
                && verb.is_some_and(|j| {
                    (ne..j).all(|i| matches!(self.form(i), "," | "who" | "is" | "was" | "are" | "also" | "now"))
                        && (j + 1..j + 4).any(|i| self.form(i) == "term" || self.is(i, Concept::Mandate))
                })
        };
        // "X, a Republican, and Y, a Democrat, are running".
        let together = || {
            let verb = scene.hits(ne, self.end(), Concept::Contest).find(|h| matches!(self.form(h.start as usize - 1), "are" | "were"));
            self.sentence.lang == Lang::En
                && verb.is_some_and(|h| {
                    let (at, comma) = (h.start as usize, |j: usize| self.comma(j));
                    scene.has(self.start(), at, Concept::And)
                        && !self.breaks(self.start(), at)
                        && scene.names_in(self.start(), at).filter(|&j| scene.names[j].kind == NameType::Person).count() > 1
                        && (comma(ne) || self.form(ne) == "and" || ne + 1 == at || self.form(ne) == "(" || self.form(ne) == "of")
                })
        };
        placed()
            || again()
            || together()
            || behind
            || both()
            || before()
            || opened()
            || duel()
            || constituency()
            || beaten()
            || opposed()
            || listed()
    }

    /// A role or the word of a party stands in `from..to`.
    fn role_or_party(&self, from: usize, to: usize) -> bool {
        self.role(from, to).is_some() || self.scene.has(from, to, Concept::PartyFamily)
    }

    /// What is kept or lost is a seat of one's own: "retained his Doncaster North seat", not "won 40 seats".
    fn seat_of(&self, hit: &Hit) -> bool {
        let from = hit.end as usize;
        let own = matches!(self.form(from), "his" | "her" | "its" | "their" | "the" | "a") || self.sentence.lang == Lang::Ar;
        let seat = self.scene.hits(from, (from + 6).min(self.end()), Concept::Seat).next();
        own && seat.is_some_and(|h| (from..h.start as usize).all(|j| !self.scene.tagged.is_digits(j)))
            || self.form(from).starts_with("بمقعد")
            || self.form(from).starts_with("مقعد")
    }

    /// The verb says that somebody runs: "ran for", "is running against", خاض, ترشح.
    fn running(&self, hit: &Hit) -> bool {
        let next = hit.end as usize;
        match self.sentence.lang {
            Lang::Ar => !self.form(hit.start as usize).contains("شارك") && !self.form(hit.start as usize).contains("تقدم"),
            Lang::En => hit.end - hit.start > 1 || matches!(self.form(next), "for" | "against" | "as" | "in" | "on" | "under" | "again"),
        }
    }
}

/// "Two seats for P went to X and Y": who sits on a party's seats stood for it.
pub(super) fn seated(scene: &Scene, sentence: &Sentence, drafts: &mut Vec<Draft>) {
    let (start, end) = (sentence.start as usize, sentence.end as usize);
    let to = scene.hits(start, end, Concept::WentTo).next().map(|h| h.end as usize);
    let Some(to) = to.filter(|&j| scene.has(start, j, Concept::Seat)) else { return };
    let Some(party) = scene.names_in(start, to).rev().find(|&k| matches!(scene.names[k].kind, NameType::Party | NameType::Unknown)) else {
        return;
    };
    for k in scene.names_in(to, end).filter(|&k| scene.names[k].kind == NameType::Person) {
        let (x, y) = (&scene.names[party], &scene.names[k]);
        let mut draft = blank(FactKind::Candidacy, CANDIDACY, y.start as usize, x.span.to(y.span));
        (draft.subject, draft.party) = (Some(k), Some(party));
        draft.confidence -= 0.1;
        drafts.push(draft);
    }
}
