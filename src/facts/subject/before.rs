//! A name before its figure: what speaks for it and against it.

use super::another::{another_listed, of_another, unread};
use super::role::{adjectival, aside, beaten, dependent, glosses, inside_relative, objected, restates, whose_party};
use super::{ENOUGH, is_comma, same_unit_between, votable};
use crate::facts::measure::Measure;
use crate::facts::scene::Scene;
use crate::lexicon::{Concept, Concepts, Hit};
use crate::mentions::NameType;
use crate::text::clitic::is_owned;
use crate::text::{Kind, Lang};

/// What a name before the figure starts with, and what each word between takes from it.
pub(super) const BEFORE: f32 = 4.0;

pub(super) const PER_WORD: f32 = 0.22;

/// What the grammatical subject of the sentence gains, and the farthest it counts as being.
pub(super) const OPENER: f32 = 3.0;

pub(super) const OPENER_GAP: f32 = 10.0;

/// What another figure of the same unit between takes.
pub(super) const CROSSED: f32 = 3.0;

/// A name before a figure, with what stands between.
pub(super) struct Pair<'s, 'a> {
    scene: &'s Scene<'a>,
    list: &'s [Measure],
    at: usize,
    k: usize,
    lang: Lang,
    /// The tokens between, without names that only gloss this one.
    from: usize,
    to: usize,
    /// The strongest verb of getting between.
    got: Option<i64>,
    /// See [`Pair::is_direct`].
    direct: bool,
}

pub(super) type Feature = fn(&Pair) -> bool;

/// What speaks for a name that stands before a figure, then what speaks against it, and how much. Estimated by hand on the dev articles.
pub(super) const FEATURES: &[(f32, Feature)] = &[
    (2.0, |p| p.got()),
    (1.0, |p| p.weakly_got()),
    (2.5, |p| p.direct),
    (2.5, |p| p.got_last()),
    (3.0, |p| p.told_of()),
    (-6.0, |p| p.source()),
    (-8.0, |p| p.surveyor()),
    (-4.0, |p| p.says()),
    (-7.0, |p| p.beaten()),
    (-4.5, |p| p.aside()),
    (-3.5, |p| p.complement()),
    (-12.0, |p| p.inside_relative()),
    (-6.0, |p| p.versus_another()),
    (-2.5, |p| p.adjectival()),
    (-2.5, |p| p.owner()),
    (-8.0, |p| p.leader_of_party()),
    (-8.0, |p| p.backs_another()),
    (-8.0, |p| p.given_the_last()),
    (-4.5, |p| p.inside_apposition()),
    (-4.5, |p| p.behind_them()),
    (-6.0, |p| p.speaks()),
    (-4.0, |p| p.another_unread()),
    (-5.0, |p| p.of_leader()),
    (-4.5, |p| p.object()),
    (-5.0, |p| p.glosses()),
    (-4.0, |p| p.pronoun_of_another()),
    (-6.0, |p| p.unread_subject()),
    (-0.5, |p| p.group()),
];

pub(super) fn before(scene: &Scene, list: &[Measure], at: usize, k: usize, lang: Lang) -> (f32, bool) {
    let to = list[at].start;
    let mut from = scene.names[k].end as usize;
    let mut next = k + 1;
    while scene.names.get(next).is_some_and(|n| n.end as usize <= to && n.start as usize >= from)
        && (glosses(scene, next) || restates(scene, next) || whose_party(scene, next))
    {
        from = scene.names[next].end as usize;
        next += 1;
    }
    let got = scene.hits(scene.names[k].end as usize, to, Concept::Got).map(|h| h.value).min();
    let mut pair = Pair { scene, list, at, k, lang, from, to, got, direct: false };
    pair.direct = pair.is_direct();
    let gap = apposition(scene, from, to).unwrap_or_else(|| bracketless(scene, from, to));
    let crossed = pair.crossed();
    // The grammatical subject governs its sentence, however far the verb is.
    let opens = pair.opener();
    let gap = if opens { gap.min(OPENER_GAP) } else { gap };
    let near = BEFORE - PER_WORD * gap - CROSSED * crossed as f32 + if opens { OPENER } else { 0.0 };
    let mut features = 0.0;
    for (weight, holds) in FEATURES {
        if *weight < 0.0 && near + features < ENOUGH {
            break;
        }
        if holds(&pair) {
            features += weight;
        }
    }
    (near + features, crossed == 0 && pair.direct)
}

impl Pair<'_, '_> {
    fn start(&self) -> usize {
        self.scene.names[self.k].start as usize
    }

    fn end(&self) -> usize {
        self.scene.names[self.k].end as usize
    }

    fn kind(&self) -> NameType {
        self.scene.names[self.k].kind
    }

    /// The lexicon hits in the `n` tokens before the name.
    fn led(&self, n: usize) -> &[Hit] {
        let sentence = self.scene.sentence(self.start()).start as usize;
        self.scene.tagged.within(self.start().saturating_sub(n).max(sentence), self.start())
    }

    /// Figures of the same unit between, but for "dropping four seats to 50": one change told by two.
    fn crossed(&self) -> usize {
        let (list, at) = (self.list, self.at);
        let chained = at > 0 && list[at - 1].unit == list[at].unit && list[at - 1].end < self.to && {
            (list[at - 1].end..self.to)
                .all(|j| matches!(self.scene.form(j), "to" | "الي" | "their" | "its" | "previous" | "about" | "around"))
        };
        same_unit_between(list, at, self.end(), self.to).saturating_sub(usize::from(chained))
    }

    /// A verb of getting between name and figure, or in Arabic right before the name.
    fn got(&self) -> bool {
        let sentence = self.scene.sentence(self.to).start as usize;
        let verb_first = || {
            let from = sentence.max(self.start().saturating_sub(8));
            let before = self.scene.hits(from, self.start(), Concept::Got).next_back();
            self.lang == Lang::Ar && before.is_some_and(|h| self.scene.cost(h.end as usize, self.start()) <= 6.0)
        };
        self.got == Some(1) || verb_first()
    }

    /// A verb between that may also be one of getting: "came", "had".
    fn weakly_got(&self) -> bool {
        self.got.is_some() && !self.got()
    }

    /// Nothing but marks, a bracketed party, hedges, "with" or "by" between name and figure.
    fn is_direct(&self) -> bool {
        let mut depth = 0;
        (self.from..self.to).all(|j| {
            match self.scene.form(j) {
                "(" => depth += 1,
                ")" => depth -= 1,
                _ if depth > 0 => {}
                _ if depth == 0 && self.scene.form(j + 1) == "(" && self.lang == Lang::Ar && self.scene.is(j, Concept::Ordinal) => {}
                "-" | ":" | "\"" | "،" | "," | "'" | "ب" | "/" | "|" | "." | "علي" | "on" | "at" | "'s" | "just" | "only" | "alone"
                | "of" | "صاحب" | "صاحبه" => {}
                _ => {
                    return self.scene.tagged.at(j).iter().any(|h| match h.concept {
                        Concept::Got => h.value == 1 || self.lang == Lang::En,
                        c => matches!(
                            c,
                            Concept::Share | Concept::With | Concept::About | Concept::Over | Concept::Under | Concept::CountWord
                        ),
                    });
                }
            }
            true
        })
    }

    /// The grammatical subject of its sentence, with nobody else between: "The X, an outfit that …, doubled its score to N".
    fn opener(&self) -> bool {
        let scene = self.scene;
        let start = scene.sentence(self.start()).start as usize;
        // Who only says whose or of whom something is, or was beaten, takes nobody's place.
        let votable_in = |from, to| {
            scene.names_in(from, to).any(|k| {
                let own = || scene.form(scene.names[k].end as usize) == "'s";
                votable(scene.names[k].kind) && !glosses(scene, k) && !own() && !objected(scene, k)
            })
        };
        // "came to power after beating X with 55.9%": the same one goes on.
        let goes_on = |h: &Hit| {
            h.concept == Concept::Clause
                && scene.form(h.end as usize).ends_with("ing")
                && matches!(scene.form(h.start as usize), "after" | "before" | "while" | "when")
        };
        // «وكان X، الذي …، قد فاز …».
        let was = self.lang == Lang::Ar
            && matches!(scene.form(start), "كان" | "وكان" | "كانت" | "وكانت")
            && self.start() <= start + 3
            && (self.end()..self.to).any(|j| matches!(scene.form(j), "قد"));
        if was && !votable_in(start, self.start()) && !dependent(scene, self.k) {
            return true;
        }
        // "X, a prosecutor whom she had sacked, got 26%": what is told between commas has its own.
        let told = if is_comma(scene, self.from) { close_of(scene, self.from, self.to).unwrap_or(self.from) } else { self.from };
        self.lang == Lang::En
            && !votable_in(start, self.start())
            && !votable_in(self.from, self.to)
            && !scene
                .tagged
                .within(start, self.to)
                .iter()
                .any(|h| h.concept == Concept::Said || h.concept == Concept::Clause && !goes_on(h))
            && !(told..self.to).any(|j| matches!(scene.form(j), "it" | "he" | "she" | "they" | "party"))
            && !dependent(scene, self.k)
    }

    /// "X who got N": told of X itself.
    fn told_of(&self) -> bool {
        let relative = |from: usize| self.scene.tagged.within(from, from + 2).iter().any(|h| h.concept == Concept::Relative);
        // «X، مرشحة P، التي نالت …».
        let comma = is_comma(self.scene, self.end()).then(|| (self.end() + 1..self.to).find(|&j| is_comma(self.scene, j))).flatten();
        // "X of the P (Q), who received N": nobody says "who" of a party.
        let tail = self.from + usize::from(self.scene.form(self.from) == ")");
        let who = |from: usize| (from..from + 2).any(|j| self.scene.form(j) == "who");
        if self.lang == Lang::En && self.kind() != NameType::Person && glosses(self.scene, self.k) && who(tail) {
            return false;
        }
        let relative = relative(self.end())
            || comma.is_some_and(|c| c <= self.end() + 10 && relative(c + 1))
            || self.kind() == NameType::Person && who(tail);
        let alone = || {
            !self
                .scene
                .names_in(self.end(), self.to)
                .any(|j| votable(self.scene.names[j].kind) && (self.crossed() > 0 || !glosses(self.scene, j)))
        };
        relative && self.got.is_some() && !self.complement() && alone()
    }

    /// "According to X": who says it.
    fn source(&self) -> bool {
        self.led(3).iter().any(|h| {
            h.concept == Concept::Said && matches!(self.scene.form(h.start as usize), "according" | "بحسب" | "حسب" | "وفق" | "وفقا" | "نقلا")
        })
    }

    /// "An X poll found that N", "a survey by X": who asked.
    fn surveyor(&self) -> bool {
        let scene = self.scene;
        let poll = |j: usize| matches!(scene.form(j), "poll" | "survey");
        let by = |j: usize| matches!(scene.form(j), "by" | "from" | "for" | "the" | "conducted" | "published");
        let mut next = self.end() + usize::from(scene.form(self.end()) == "'s");
        while matches!(scene.form(next), "exit" | "latest" | "final" | "own" | "opinion" | "last" | "new") {
            next += 1;
        }
        let by_it = || {
            let head = (self.start().saturating_sub(4)..self.start()).rev().find(|&j| !by(j));
            head.is_some_and(|j| j + 1 < self.start() && poll(j))
        };
        self.lang == Lang::En && (poll(next) || by_it())
    }

    /// «يعتبر الحزب واجهة لـX، وهو حصل على 13»: the pronoun means whom the sentence began with.
    fn pronoun_of_another(&self) -> bool {
        let scene = self.scene;
        let start = scene.sentence(self.start()).start as usize;
        self.lang == Lang::Ar
            && (self.end()..self.to).any(|j| matches!(scene.form(j), "وهو" | "وهي" | "هو" | "هي") && scene.is(j + 1, Concept::Got))
            && scene.names_in(start, self.start()).any(|k| votable(scene.names[k].kind))
    }

    /// "…, X said, …", «أعلن X أن …».
    fn says(&self) -> bool {
        if self.lang == Lang::Ar {
            let sentence = self.scene.sentence(self.start()).start as usize;
            let that = (self.end()..(self.end() + 3).min(self.to)).any(|j| matches!(self.scene.form(j), "ان" | "بان"));
            let said = self.scene.hits(sentence.max(self.start().saturating_sub(6)), self.start(), Concept::Said).next_back();
            return that && said.is_some_and(|h| self.scene.cost(h.end as usize, self.start()) <= 5.0);
        }
        let next = self.end() + 1;
        self.lang == Lang::En && self.scene.is(self.end(), Concept::Said) && (is_comma(self.scene, next) || self.to <= next + 1)
    }

    /// The one that lost: "when he unseated X with 54%".
    fn beaten(&self) -> bool {
        // "Beating X into second place on 69".
        let placed = self.scene.form(self.end()) == "into" && self.scene.is(self.end() + 1, Concept::Ordinal);
        beaten(self.scene, self.k) && !placed
    }

    /// "56 percent to X's 44 percent".
    fn owns_figure(&self) -> bool {
        self.scene.form(self.end()) == "'s" && self.to == self.end() + 1
    }

    /// Somebody's rival, or behind "against"; but in "ahead of X (29%)" the bracket is X's own.
    fn aside(&self) -> bool {
        let own_bracket = self.scene.form(self.end()) == "(" && self.to <= self.end() + 2
            // "ahead of X with 22.1%" tells X's too.
            || self.led(7).iter().any(|h| h.concept == Concept::Against && self.scene.form(h.start as usize) == "ahead") && self.direct;
        aside(self.scene, self.k) && !own_bracket && !self.owns_figure() && !self.told_of()
    }

    /// The complement of a preposition, perhaps over a title: "an ally of former president X". But "the victory of X".
    fn complement(&self) -> bool {
        // "takes over from X, whose win with 42.5 percent …".
        let whose = is_comma(self.scene, self.end()) && self.scene.form(self.end() + 1) == "whose";
        if self.owns_figure() || whose {
            return false;
        }
        let (scene, ns) = (self.scene, self.start());
        let small = const {
            Concepts::of(&[
                Concept::In,
                Concept::Prep,
                Concept::From,
                Concept::For,
                Concept::With,
                Concept::Against,
                Concept::And,
                Concept::Clause,
                Concept::Relative,
                Concept::Got,
                Concept::Won,
                Concept::Lost,
                Concept::Said,
            ])
        };
        let plain = |j: usize| {
            let token = &scene.tagged.text.tokens[j];
            // "loyal to a former president, X".
            let comma = j + 1 == ns && scene.form(j) == "," && scene.is(j - 1, Concept::Title) && !scene.tagged.text.tokens[j - 1].capital;
            matches!(scene.form(j), "the" | "a" | "an")
                || comma
                || scene.is(j, Concept::Title)
                || !scene.tagged.is_any(j, small)
                    && !matches!(scene.form(j), "of" | "in" | "from" | "at" | "to" | "for")
                    && !token.capital
                    && token.kind == Kind::Word
        };
        let Some(mut head) = (ns.saturating_sub(6).max(scene.sentence(ns).start as usize)..ns).rev().find(|&j| !plain(j)) else {
            return false;
        };
        // "in A and B": what holds for the first holds for the second.
        if scene.form(head) == "and" && self.k > 0 && scene.names[self.k - 1].end as usize == head && scene.names[self.k - 1].start > 0 {
            head = scene.names[self.k - 1].start as usize - 1;
        }
        // "Ahead of X, who got N".
        let ahead = scene
            .tagged
            .within(head.saturating_sub(2), head + 1)
            .iter()
            .any(|h| matches!(h.concept, Concept::Against | Concept::Lead) && h.end as usize == head + 1 && (h.start as usize) < head);
        let victory = head > 0 && scene.tagged.within(head - 1, head).iter().any(|h| h.concept == Concept::Victory);
        // "Amsterdam went to X, which …": X is who got it.
        let went = scene.form(head) == "to" && head > 0 && matches!(scene.form(head - 1), "went" | "goes" | "go");
        // "X conceded defeat to Y, who had 50.9%".
        let lost = scene.form(head) == "to" && scene.tagged.within(head.saturating_sub(2), head).iter().any(|h| h.concept == Concept::Lost);
        self.lang == Lang::En
            && !victory
            && !ahead
            && !went
            && !(lost && is_comma(scene, self.end()) && scene.is(self.end() + 1, Concept::Relative))
            && matches!(scene.form(head), "of" | "in" | "from" | "at" | "to" | "for")
            && self.kind() != NameType::Choice
            // "The parties of the right would have 46.6%".
            && !(self.kind() == NameType::Group && head > 0 && matches!(scene.form(head - 1), "parties" | "bloc" | "camp" | "coalition" | "alliance"))
    }

    /// "…, against N for Y": the figure is Y's.
    fn versus_another(&self) -> bool {
        of_another(self.scene, &self.list[self.at]) && !self.told_of()
    }

    fn adjectival(&self) -> bool {
        adjectival(self.scene, self.k)
    }

    fn inside_relative(&self) -> bool {
        // "the alliance led by X had 79 seats": not X.
        let (scene, ns) = (self.scene, self.start());
        let led = ns >= 3
            && scene.form(ns - 1) == "by"
            && matches!(scene.form(ns - 2), "led" | "headed" | "founded")
            && matches!(scene.form(ns - 3), "alliance" | "coalition" | "party" | "bloc" | "list" | "movement")
            && !scene.tagged.text.tokens[ns - 3].capital;
        // "The party, founded by X, a businessman, won 56", "the Front, backed by former president X, on five".
        let start = scene.sentence(ns).start as usize;
        let told = (ns.saturating_sub(5).max(start)..ns).rev().find(|&j| scene.form(j) == "by").is_some_and(|by| {
            by > start + 1
                && matches!(scene.form(by - 1), "founded" | "backed" | "supported" | "endorsed" | "chaired" | "run")
                && is_comma(scene, by - 2)
                && (self.end()..self.to).any(|j| is_comma(scene, j))
        });
        led || told || inside_relative(self.scene, self.k)
    }

    /// A name that only owns the next: "Cameron's Conservative Party".
    fn owner(&self) -> bool {
        let next = self.scene.names.get(self.k + 1).map(|n| n.start as usize);
        self.scene.form(self.end()) == "'s" && next.is_some_and(|n| n < self.to && self.scene.cost(self.end(), n) <= 4.0)
    }

    /// What was won or carried, no winner: "X carried Qom with 65%", "X took Lusaka, where he had 57%".
    fn object(&self) -> bool {
        let verb = |h: &Hit| {
            matches!(h.concept, Concept::Got | Concept::Won | Concept::Lost)
                && (h.end as usize..self.start()).all(|j| matches!(self.scene.form(j), "the" | "on" | "to"))
        };
        let place = || {
            let next = if self.scene.form(self.end()) == "," { self.end() + 1 } else { self.end() };
            self.scene.form(next) == "where"
                || matches!(self.scene.form(next), "went" | "goes" | "fell" | "swung") && self.scene.form(next + 1) == "to"
        };
        // "X led the Republicans with 11%".
        let led = |j: usize| matches!(self.scene.form(j), "led" | "leads" | "leading" | "trailed" | "trails" | "trailing");
        let behind = self.start() >= 2 && (led(self.start() - 1) || self.scene.form(self.start() - 1) == "the" && led(self.start() - 2));
        // "X took Richmond Park from Y, polling N".
        let taken = || self.scene.form(self.end()) == "from" && self.led(1).iter().any(verb);
        self.lang == Lang::En && (behind || taken() || self.kind() == NameType::Unknown && (self.led(5).iter().any(verb) || place()))
    }

    /// "X على 15 مقعدا، وشاس على 9": an unknown word with و begins another subject.
    fn another_unread(&self) -> bool {
        let (list, at) = (self.list, self.at);
        let from = list[..at].iter().map(|m| m.end).filter(|&end| end > self.end() && end <= self.to).max();
        let seats = list[at].unit == Concept::Seat;
        self.lang == Lang::Ar
            && from.is_some_and(|from| unread(self.scene, from, self.to) || seats && another_listed(self.scene, from, self.to))
    }

    /// زعيمة الحزب, مرشح الحركة: the bare head only says whose leader.
    fn of_leader(&self) -> bool {
        let led = |h: &Hit| matches!(h.concept, Concept::Leader | Concept::Candidate | Concept::Member) && h.end as usize == self.start();
        self.lang == Lang::Ar && self.end() == self.start() + 1 && self.kind() == NameType::Party && self.led(2).iter().any(led)
    }

    /// Told only to say who the name before is: "X, an ally of Y, took N".
    fn inside_apposition(&self) -> bool {
        let scene = self.scene;
        let sentence = scene.sentence(self.to).start as usize;
        let named = |comma: usize| {
            let mut end = comma;
            if comma > 0 && scene.form(comma - 1) == ")" {
                end = (sentence..comma).rev().find(|&j| scene.form(j) == "(").unwrap_or(comma);
            }
            // "X, 64, a former minister …".
            if comma > 1 && scene.tagged.is_digits(comma - 1) && is_comma(scene, comma - 2) {
                end = comma - 2;
            }
            scene.names_in(sentence, comma).any(|k| votable(scene.names[k].kind) && scene.names[k].end as usize == end)
        };
        let Some(open) = (sentence..self.start()).rev().find(|&j| is_comma(scene, j)) else { return false };
        named(open) && apposition(scene, open, self.to).is_some_and(|_| close_of(scene, open, self.to).is_some_and(|c| c >= self.end()))
    }

    /// The leader of the party that is spoken of: حزب العدالة برئاسة أردوغان, "the Labour party, led by X, won".
    fn leader_of_party(&self) -> bool {
        let party = |n: &&crate::mentions::NameMention| matches!(n.kind, NameType::Party | NameType::Unknown);
        // "The Alliance for the Future of Kosovo of X": the country in its name.
        let of_country = |j: usize| {
            let (country, head) = (&self.scene.names[j], j.checked_sub(1).map(|h| &self.scene.names[h]));
            let joined = head.is_some_and(|h| h.end + 1 == country.start && self.scene.form(h.end as usize) == "of");
            if country.kind == NameType::Place && country.value != 0 && joined { j - 1 } else { j }
        };
        let last = self.k.checked_sub(1);
        let Some(party) = last.map(|j| &self.scene.names[of_country(j)]).filter(party) else { return false };
        let ends = last.map_or(0, |j| self.scene.names[j].end as usize);
        let gap = self.scene.gap((party.start as usize, party.end as usize), (self.start(), self.end()));
        // «حزب P، الذي يتزعمه رجل الأعمال ووزير الفلاحة X، نال …».
        let whom = |h: &Hit| h.concept == Concept::Leader && h.end - h.start > 1 && h.start >= party.end;
        if self.lang == Lang::Ar && gap < 11.0 && self.led(7).iter().any(whom) && is_comma(self.scene, self.end()) {
            return true;
        }
        let near = gap < 6.0;
        let led = |h: &Hit| {
            h.concept == Concept::Leader
                && h.end as usize <= self.start()
                && h.start >= party.end
                && (self.lang == Lang::Ar || self.scene.form(h.end as usize - 1) == "by")
        };
        if near && whose_party(self.scene, self.k) {
            return true;
        }
        // "The Freedom Movement (GS) of former company boss X had 34.5%".
        let pe = ends + usize::from(self.scene.form(ends) == ")");
        let of = party.kind == NameType::Party
            && self.kind() == NameType::Person
            && self.lang == Lang::En
            && self.scene.form(pe) == "of"
            && (pe + 1..self.start()).all(|j| {
                let token = &self.scene.tagged.text.tokens[j];
                let title = self.scene.tagged.within(pe + 1, j + 1).iter().any(|h| h.concept == Concept::Title && h.end as usize > j);
                title || !token.capital && token.kind == Kind::Word
            });
        if of && gap < 9.0 {
            return true;
        }
        // "National under Judith Collins".
        let under = self.scene.form(party.end as usize) == "under"
            && (party.end as usize + 1..self.start())
                .all(|j| matches!(self.scene.form(j), "their" | "its" | "top" | "candidate" | "leader" | "new" | "the" | "lead"));
        // «بقيادة رئيس الوزراء السابق X الذي حصل على 7 مقاعد».
        let under_him = |h: &Hit| led(h) && self.scene.form(h.start as usize).starts_with('ب');
        near && (under || self.led(3).iter().any(led)) || self.lang == Lang::Ar && gap < 9.0 && self.led(6).iter().any(under_him)
    }

    /// «احتلت X المركز الثاني بعد Y بنسبة 20%»: the one before whom there is.
    fn behind_them(&self) -> bool {
        let scene = self.scene;
        let sentence = scene.sentence(self.start()).start as usize;
        let head = (self.start().saturating_sub(3).max(sentence)..self.start()).rev().find(|&j| !scene.is(j, Concept::Title));
        let after = head.is_some_and(|j| matches!(scene.form(j), "بعد" | "خلف" | "وراء"));
        let first = || self.k > 0 && scene.names_in(sentence, self.start()).any(|k| votable(scene.names[k].kind));
        let rank = || scene.hits(sentence, self.start(), Concept::Ordinal).any(|h| scene.cost(h.end as usize, self.start()) <= 4.0);
        self.lang == Lang::Ar && after && first() && rank()
    }

    /// «ذكر المتحدث X أن …»: who says it, unless "that he won".
    fn speaks(&self) -> bool {
        let scene = self.scene;
        let sentence = scene.sentence(self.start()).start as usize;
        let said = || scene.hits(sentence, self.start(), Concept::Said).any(|h| scene.cost(h.end as usize, self.start()) <= 9.0);
        let that =
            (self.end()..self.to.min(self.end() + 6)).find(|&j| matches!(scene.form(j), "ان" | "بان" | "انه" | "انها" | "بانه" | "بانها"));
        let own = |j: usize| {
            is_owned(scene.form(j)) && scene.tagged.within(j + 1, j + 3).iter().any(|h| matches!(h.concept, Concept::Got | Concept::Won))
        };
        self.lang == Lang::Ar && that.is_some_and(|j| !own(j)) && said()
    }

    /// A verb of getting right before the figure, and nobody named between: «أخفق X في كذا بعدما نال 4.3%».
    fn got_last(&self) -> bool {
        let scene = self.scene;
        let verb = scene.hits(self.end(), self.to, Concept::Got).next_back();
        let near = verb.is_some_and(|h| h.value == 1 && scene.cost(h.end as usize, self.to) <= 1.5);
        // A leader named with the party is nobody else.
        let leads = |k: usize| scene.tagged.within(self.end(), scene.names[k].start as usize).iter().any(|h| h.concept == Concept::Leader);
        let alone = || !scene.names_in(self.end(), self.to).any(|k| votable(scene.names[k].kind) && !glosses(scene, k) && !leads(k));
        self.lang == Lang::Ar && near && alone() && self.crossed() <= 1 && !self.pronoun_of_another()
    }

    /// «قائمة "البناء" التابعة لحركة فتح», «X المدعوم من P»: only told of the one before.
    fn backs_another(&self) -> bool {
        let scene = self.scene;
        let start = scene.sentence(self.start()).start as usize;
        let roots = ["التابع", "المدعوم", "المقرب", "الموالي", "المنتمي", "المحسوب", "القريب", "المنشق", "المنبثق", "المويد", "المتحالف"];
        let word =
            (self.start().saturating_sub(4).max(start)..self.start()).find(|&j| roots.iter().any(|root| scene.form(j).starts_with(root)));
        self.lang == Lang::Ar
            && word.is_some_and(|word| {
                scene.names_in(start, word).any(|k| {
                    votable(scene.names[k].kind)
                        && scene.names[k].end as usize <= word
                        && scene.cost(scene.names[k].end as usize, word) <= 2.5
                })
            })
    }

    /// «ثلاثة مقاعد لـX وأربعة لـY»: the figure before was given to it, and this one is given to the next.
    fn given_the_last(&self) -> bool {
        let (scene, list) = (self.scene, self.list);
        let given = |k: usize, from: usize| {
            let name = &scene.names[k];
            let ns = name.start as usize;
            let token = scene.tagged.text.tokens[ns];
            let to = scene.form(ns).starts_with("لل")
                || token.span.start < name.span.start && scene.form(ns).starts_with('ل')
                || (ns.saturating_sub(2)..ns).any(|j| scene.form(j) == "ل");
            to && ns >= from && scene.cost(from, ns) <= 2.0
        };
        let last = self.at.checked_sub(1).map(|last| &list[last]).filter(|last| last.unit == list[self.at].unit);
        self.lang == Lang::Ar
            && last.is_some_and(|last| given(self.k, last.end))
            && self.k + 1 < scene.names.len()
            && given(self.k + 1, list[self.at].end)
    }

    /// It only tells the party of the name before it, or of the candidate that follows.
    fn glosses(&self) -> bool {
        let candidate = self.scene.names.get(self.k + 1).is_some_and(|n| {
            n.kind == NameType::Person
                && matches!(self.kind(), NameType::Party | NameType::Unknown)
                && n.end as usize <= self.to
                && self.scene.cost(self.end(), n.start as usize) <= 2.5
        });
        let named = || self.led(4).iter().any(|h| h.concept == Concept::Candidate && self.scene.cost(h.end as usize, self.start()) <= 2.0);
        glosses(self.scene, self.k) || candidate && named()
    }

    /// «ولم يجمع نامال راجاباكسه إلا 342,718 صوتا»: behind the verb stands somebody whose name is not known.
    fn unread_subject(&self) -> bool {
        let scene = self.scene;
        let Some(verb) = scene.hits(self.end(), self.to, Concept::Got).next_back().filter(|_| self.lang == Lang::Ar) else { return false };
        let next = verb.end as usize;
        let unknown = |j: usize| {
            let word = scene.tagged.words[j];
            scene.tagged.text.tokens[j].arabic && !word.common && !word.tagged && scene.form(j).chars().count() > 3
        };
        next + 1 < self.to && unknown(next) && unknown(next + 1)
    }

    fn group(&self) -> bool {
        self.kind() == NameType::Group
    }
}

/// "X, a former governor of Lagos and longtime kingmaker, took N": what stands between the commas is no distance.
pub(super) fn apposition(scene: &Scene, from: usize, to: usize) -> Option<f32> {
    if from >= to || !is_comma(scene, from) {
        return None;
    }
    let close = close_of(scene, from, to)?;
    let told = scene
        .tagged
        .within(from + 1, close)
        .iter()
        .any(|h| matches!(h.concept, Concept::Won | Concept::Victory | Concept::Said) || h.concept == Concept::Got && h.value == 1);
    (!told).then(|| 2.0 + scene.cost(close + 1, to))
}

/// The comma that ends the apposition which the comma at `open` began: a verb of getting follows before any name, or the figure.
pub(super) fn close_of(scene: &Scene, open: usize, to: usize) -> Option<usize> {
    let verb = |j: usize| {
        let got = scene.tagged.within(j + 1, (j + 4).min(to)).iter().find(|h| matches!(h.concept, Concept::Got | Concept::Won));
        got.is_some_and(|h| scene.names_in(j + 1, h.start as usize).next().is_none())
    };
    // «وحصل X، الأستاذ الجامعي، على 53%», "X, the candidate of P, on 27 percent".
    let figure = |j: usize| {
        // "X, who quit the P to stand for his own Q, 0.28".
        j + 1 == to && scene.is(open + 1, Concept::Relative)
            || j + 4 > to && matches!(scene.form(j + 1), "علي" | "بنسبه" | "نسبه" | "on" | "at") && !scene.has(open, j, Concept::Clause)
    };
    (open + 1..to).rev().find(|&j| is_comma(scene, j) && (verb(j) || figure(j)))
}

/// The cost of `from..to` without what stands in brackets.
pub(super) fn bracketless(scene: &Scene, from: usize, to: usize) -> f32 {
    let mut cost = 0.0;
    let mut depth = 0;
    for j in from..to {
        match scene.form(j) {
            "(" => depth += 1,
            ")" => depth = (depth - 1).max(0),
            _ if depth == 0 => cost += scene.cost(j, j + 1),
            _ => {}
        }
    }
    // An open bracket at the figure itself: "X (24 percent".
    if depth > 0 { scene.cost(from, to).min(cost + 1.5) } else { cost }
}
