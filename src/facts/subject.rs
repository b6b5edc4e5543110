//! Who a figure is about: every name of the sentence is a candidate, scored by a few features; the best wins or nobody.

use super::measure::Measure;
use super::scene::Scene;
use crate::lexicon::{Concept, Concepts, Hit};
use crate::mentions::NameType;
use crate::text::clitic::Clitics;
use crate::text::{Kind, Lang};

/// A candidate needs this much to be the subject.
const ENOUGH: f32 = 1.0;
/// What a name before the figure starts with, and what each word between takes from it.
const BEFORE: f32 = 4.0;
const PER_WORD: f32 = 0.22;
/// What the grammatical subject of the sentence gains, and the farthest it counts as being.
const OPENER: f32 = 3.0;
const OPENER_GAP: f32 = 10.0;
/// What another figure of the same unit between takes.
const CROSSED: f32 = 3.0;
/// "for", "to", "by", لـ lead from the figure to the name.
const TO_NAME: f32 = 5.0;

/// From "against" to its figure, and from the figure to "for", in tokens: another figure may stand between.
const AGAINST: usize = 10;

/// The index of the subject's name mention, with the score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Attached {
    /// Index into the scene's names.
    pub name: usize,
    /// How well it fits.
    pub score: f32,
    /// Nothing but marks stands between the name and the figure.
    pub direct: bool,
}

/// Whether names of this type can get votes or seats.
pub(super) fn votable(kind: NameType) -> bool {
    !matches!(kind, NameType::Organization | NameType::Place)
}

/// The best subject of measure `at` of its sentence's `list`.
pub(super) fn attach(scene: &Scene, list: &[Measure], at: usize) -> Option<Attached> {
    let measure = &list[at];
    let sentence = *scene.sentence(measure.start);
    let (start, end) = (sentence.start as usize, sentence.end as usize);
    let mut best: Option<Attached> = None;
    for k in scene.names_in(start, end) {
        let name = &scene.names[k];
        if !votable(name.kind) {
            continue;
        }
        let (ns, ne) = (name.start as usize, name.end as usize);
        // "The 120-seat Knesset": a body.
        if list.iter().any(|m| m.compound && m.end == ns) {
            continue;
        }
        // «بينهم 118 امرأة، على 128 مقعدا»: those who are counted themselves.
        let counted = |(j, m): (usize, &Measure)| j != at && m.unit == Concept::Group && m.unit_at == ns && m.number.0 < ns;
        if sentence.lang == Lang::Ar && list.iter().enumerate().any(counted) {
            continue;
        }
        // «وصوت الشعب (3)»: the bracket is that of the words before it, whatever they are.
        if ne <= measure.start && sentence.lang == Lang::Ar && anothers_bracket(scene, list, at, ne) {
            continue;
        }
        let (score, direct) = if ne <= measure.start {
            before(scene, list, at, k, sentence.lang)
        } else if ns >= measure.end {
            (after(scene, list, at, k, sentence.lang), false)
        } else {
            continue;
        };
        // Of equal ones the nearer, that is the later one before the figure.
        if score >= ENOUGH && best.is_none_or(|b| score > b.score + 1e-3 || (score - b.score).abs() <= 1e-3 && ne <= measure.start) {
            best = Some(Attached { name: k, score, direct });
        }
    }
    best
}

/// The figure stands in a bracket behind words with و that come behind another figure, and the name ends before them.
pub(super) fn anothers_bracket(scene: &Scene, list: &[Measure], at: usize, ne: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|k| &list[k]).filter(|m| m.unit == list[at].unit) else { return false };
    let open = list[at].start - 1;
    let from = before.end + usize::from(scene.form(before.end) == ")");
    let from = from + usize::from(is_comma(scene, from));
    scene.form(open) == "("
        && ne <= from
        && from < open
        && open - from <= 3
        && scene.form(from).starts_with('و')
        && scene.form(from).chars().count() > 3
        && (from..open)
            .all(|j| scene.tagged.text.tokens[j].kind == Kind::Word && !scene.is(j, Concept::Previous) && !scene.is(j, Concept::TimeUnit))
}

fn same_unit_between(list: &[Measure], at: usize, from: usize, to: usize) -> usize {
    list.iter().enumerate().filter(|(j, m)| *j != at && m.unit == list[at].unit && m.start >= from && m.end <= to).count()
}

/// A name before a figure, with what stands between.
struct Pair<'s, 'a> {
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

type Feature = fn(&Pair) -> bool;

/// What speaks for a name that stands before a figure, then what speaks against it, and how much. Estimated by hand on the dev articles.
const FEATURES: &[(f32, Feature)] = &[
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
    (-0.5, |p| p.group()),
];

fn before(scene: &Scene, list: &[Measure], at: usize, k: usize, lang: Lang) -> (f32, bool) {
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
        self.lang == Lang::En && self.scene.is(self.end(), Concept::Said) && is_comma(self.scene, self.end() + 1)
    }

    /// The one that lost: "when he unseated X with 54%".
    fn beaten(&self) -> bool {
        beaten(self.scene, self.k)
    }

    /// "56 percent to X's 44 percent".
    fn owns_figure(&self) -> bool {
        self.scene.form(self.end()) == "'s" && self.to == self.end() + 1
    }

    /// Somebody's rival, or behind "against"; but in "ahead of X (29%)" the bracket is X's own.
    fn aside(&self) -> bool {
        let own_bracket = self.scene.form(self.end()) == "(" && self.to <= self.end() + 2
            // "ahead of X with 22.1%" tells X's too.
            || self.led(3).iter().any(|h| h.concept == Concept::Against && self.scene.form(h.start as usize) == "ahead") && self.direct;
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
        self.lang == Lang::En && (behind || self.kind() == NameType::Unknown && (self.led(5).iter().any(verb) || place()))
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
            (scene.form(j).ends_with('ه') || scene.form(j).ends_with("ها"))
                && scene.tagged.within(j + 1, j + 3).iter().any(|h| matches!(h.concept, Concept::Got | Concept::Won))
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

    fn group(&self) -> bool {
        self.kind() == NameType::Group
    }
}

/// «46 مقعدا، وتقدم 36 مقعدا، ودولة القانون 29»: between two figures stand only a word with و and perhaps one or two more, none of which leads to
/// a figure: who else got it, whatever the words are known for.
pub(super) fn another_listed(scene: &Scene, from: usize, to: usize) -> bool {
    let from = (from..to).find(|&j| !is_comma(scene, j) && scene.form(j) != ")").unwrap_or(to);
    let leading = |h: &Hit| {
        matches!(
            h.concept,
            Concept::About
                | Concept::Over
                | Concept::Under
                | Concept::Share
                | Concept::With
                | Concept::Got
                | Concept::Won
                | Concept::Lost
                | Concept::Against
                | Concept::Function
                | Concept::Clause
                | Concept::In
                | Concept::Prep
                | Concept::OfThem
                | Concept::Between
                | Concept::Only
                | Concept::Previous
                | Concept::TimeUnit
                | Concept::OutOf
                | Concept::Seat
                | Concept::Number
                | Concept::Scale
                | Concept::CountWord
                | Concept::Each
        )
    };
    let words = to.saturating_sub(from);
    (1..=3).contains(&words)
        && scene.tagged.text.tokens[from].arabic
        && scene.form(from).starts_with('و')
        && scene.form(from).chars().count() > 3
        && (from..to).all(|j| scene.tagged.text.tokens[j].kind == Kind::Word && !scene.tagged.at(j).iter().any(leading))
}

/// An Arabic word with و among tokens `from..to`, before a figure, of which nothing is known: somebody's name.
pub(super) fn unread(scene: &Scene, from: usize, to: usize) -> bool {
    (from..to).any(|j| {
        let word = scene.tagged.words[j];
        scene.tagged.text.tokens[j].arabic
            && scene.form(j).starts_with('و')
            && scene.form(j).chars().count() > 3
            && !word.tagged
            // A common word only where it stands at the figure: «23 مقعدا ومستقبل مصر 17 مقعدا».
            && (!word.common || scene.tagged.at(j).is_empty() && to - j <= 3)
    })
}

/// "X, a former governor of Lagos and longtime kingmaker, took N": what stands between the commas is no distance.
fn apposition(scene: &Scene, from: usize, to: usize) -> Option<f32> {
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

/// "Against N for Y", مقابل N لـY, "against N votes, or S percent, for Y": whose the figure is stands behind it.
pub(super) fn of_another(scene: &Scene, measure: &Measure) -> bool {
    led_to(scene, measure).is_some()
}

/// The word, "for" or one with لـ, that leads from a figure behind "against" to whose it is. Only another figure stands between.
fn led_to(scene: &Scene, measure: &Measure) -> Option<usize> {
    let sentence = scene.sentence(measure.start);
    let arabic = |j: usize| scene.tagged.text.tokens.get(j).is_some_and(|t| t.arabic);
    let from = measure.start.saturating_sub(AGAINST).max(sentence.start as usize);
    let against = scene.hits(from, measure.start, Concept::Against).next_back()?;
    let (start, end) = (against.end as usize, (measure.end + AGAINST).min(sentence.end as usize));
    let figures = |from: usize, to: usize| {
        let verb = |h: &Hit| matches!(h.concept, Concept::Got | Concept::Won | Concept::Lost | Concept::Said);
        scene.names_in(from, to).is_empty() && !scene.tagged.within(from, to).iter().any(verb)
    };
    let near = scene.cost(start, measure.start) <= 1.0 || (start..measure.start).any(|j| scene.tagged.is_digits(j));
    let to = (measure.end..end).find(|&j| scene.form(j) == "for" || scene.form(j).starts_with('ل') && arabic(j))?;
    (start <= measure.start && near && figures(start, measure.start) && figures(measure.end, to)).then_some(to)
}

fn is_comma(scene: &Scene, j: usize) -> bool {
    matches!(scene.form(j), "," | "،")
}

/// The comma that ends the apposition which the comma at `open` began: a verb of getting follows before any name, or the figure.
fn close_of(scene: &Scene, open: usize, to: usize) -> Option<usize> {
    let verb = |j: usize| {
        let got = scene.tagged.within(j + 1, (j + 4).min(to)).iter().find(|h| matches!(h.concept, Concept::Got | Concept::Won));
        got.is_some_and(|h| scene.names_in(j + 1, h.start as usize).next().is_none())
    };
    // «وحصل X، الأستاذ الجامعي، على 53%», "X, the candidate of P, on 27 percent".
    let figure = |j: usize| {
        j + 4 > to && matches!(scene.form(j + 1), "علي" | "بنسبه" | "نسبه" | "on" | "at") && !scene.has(open, j, Concept::Clause)
    };
    (open + 1..to).rev().find(|&j| is_comma(scene, j) && (verb(j) || figure(j)))
}

/// The cost of `from..to` without what stands in brackets.
fn bracketless(scene: &Scene, from: usize, to: usize) -> f32 {
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

/// The name only says the party of the name before it: "X (P) – 5%", "X – P – 5%", "X, of the P, 5%".
fn glosses(scene: &Scene, k: usize) -> bool {
    let name = &scene.names[k];
    // "Democratic Labour Party (PDT)": a short form in brackets glosses with its party.
    let Some(mut other) = k.checked_sub(1).map(|j| &scene.names[j]) else { return false };
    let short = other.kind == NameType::Party
        && k > 1
        && scene.form(name.start as usize - 1) == "("
        && other.end as usize + 1 == name.start as usize;
    if short && glosses(scene, k - 1) {
        return true;
    }
    if other.kind == NameType::Organization && k > 1 {
        other = &scene.names[k - 2];
    }
    let (from, to) = (other.end as usize, name.start as usize);
    if from > to || scene.cost(from, to) > 14.0 || scene.sentence(from).start != scene.sentence(to).start || other.kind != NameType::Person
    {
        return false;
    }
    let open = (from..to).any(|j| scene.form(j) == "(") && !(from..to).any(|j| scene.form(j) == ")");
    // «X «مستقل» بـ33 ألف صوت»: so in quotes.
    let dashed = (from..to).all(|j| matches!(scene.form(j), "-" | "،" | "," | "\""))
        && to > from
        && matches!(name.kind, NameType::Party | NameType::Unknown | NameType::Group);
    let standing =
        scene.tagged.within(from, to).iter().any(|h| matches!(h.concept, Concept::Contest | Concept::Candidate | Concept::Leader));
    // "Garcia, of the centre-left APRA party, 47.3 percent".
    let apposed = scene.form(from) == "," && scene.form(from + 1) == "of";
    let reach = match (standing, apposed) {
        (true, _) => 14.0,
        (_, true) => 9.0,
        _ => 6.0,
    };
    let near = scene.cost(from, to) <= reach;
    // «X (72 عاما)، الزعيم السابق لحزب P، بنسبة 51.7».
    let li = scene.tagged.at(to).iter().any(|h| h.clitics.has(Clitics::LI));
    if standing && near && li && name.kind == NameType::Party && (from..to).any(|j| is_comma(scene, j)) {
        return true;
    }
    let of = near
        && matches!(name.kind, NameType::Party | NameType::Unknown)
        && (from..to).any(|j| {
            matches!(
                scene.form(j),
                "عن" | "من"
                    | "باسم"
                    | "of"
                    | "for"
                    | "from"
                    | "مرشح"
                    | "مرشحا"
                    | "مرشحه"
                    | "ممثلا"
                    | "ممثل"
                    | "ممثله"
                    | "candidate"
                    | "representing"
            )
        });
    let of = of
        || near
            && name.kind == NameType::Party
            && scene
                .tagged
                .within(to.saturating_sub(2), to)
                .iter()
                .any(|h| matches!(h.concept, Concept::Candidate | Concept::Leader) && h.end as usize == to);
    // "a fellow Republican who …".
    let fellow = near && name.kind == NameType::Party && to > 0 && matches!(scene.form(to - 1), "a" | "fellow" | "an");
    open && scene.cost(from, to) <= 5.0 || dashed || of || fellow
}

/// The one that lost: "when he unseated X with 54%", «هزم X».
pub(super) fn beaten(scene: &Scene, k: usize) -> bool {
    let ns = scene.names[k].start as usize;
    let sentence = *scene.sentence(ns);
    let led = scene.tagged.within(ns.saturating_sub(7).max(sentence.start as usize), ns).iter();
    let mut verbs = led.filter(|h| h.concept == Concept::Won && h.value != 3);
    match sentence.lang {
        Lang::Ar => {
            // «هزم X الرئيس السابق Y»: of two behind the verb, the second.
            let defeat = |k: usize| {
                let at = scene.names[k].start as usize;
                let verb = scene.tagged.within(at.saturating_sub(1).max(sentence.start as usize), at).iter();
                verb.rev().any(|h| h.concept == Concept::Won && scene.form(h.start as usize).contains("هزم") && h.end as usize == at)
            };
            let pair = |k: usize| {
                scene.names.get(k + 1).is_some_and(|n| {
                    let (from, to) = (scene.names[k].end as usize, n.start as usize);
                    votable(n.kind)
                        && to < sentence.end as usize
                        && to - from <= 4
                        && (from..to).all(|j| scene.is(j, Concept::Title) || scene.is(j, Concept::Previous))
                })
            };
            defeat(k) && !pair(k) || k > 0 && defeat(k - 1) && pair(k - 1) || overcome(scene, k)
        }
        _ => {
            // "defeated far-right incumbent X": nothing but words that describe X.
            let plain = |j: usize| {
                let token = &scene.tagged.text.tokens[j];
                scene.form(j) == "-" && !token.spaced || scene.is(j, Concept::Title) || !scene.tagged.words[j].tagged && !token.capital
            };
            verbs.any(|h| {
                // "was won by X".
                let by = scene.form(h.end as usize - 1) == "by";
                !by && !matches!(scene.form(h.start as usize), "won" | "win" | "wins" | "winning")
                    && (scene.cost(h.end as usize, ns) <= 3.0 || (h.end as usize..ns).all(plain))
            })
        }
    }
}

/// «تغلب على X», «فاز الرئيس على منافسه X»: behind the «على» of a victory, with nobody between.
fn overcome(scene: &Scene, k: usize) -> bool {
    let ns = scene.names[k].start as usize;
    let sentence = scene.sentence(ns).start as usize;
    let told = const { Concepts::of(&[Concept::Got, Concept::Won, Concept::Said, Concept::Election, Concept::Vote, Concept::Seat]) };
    let plain = |j: usize| !scene.tagged.is_any(j, told) && !scene.tagged.is_digits(j) && !is_comma(scene, j);
    let Some(over) = (ns.saturating_sub(6).max(sentence)..ns).rev().find(|&j| scene.form(j) == "علي") else { return false };
    let verb = scene.tagged.within(over.saturating_sub(10).max(sentence), over).iter().rev();
    let mut verb = verb.filter(|h| h.concept == Concept::Won && matches!(h.value, 1 | 4) || h.concept == Concept::Victory);
    (over + 1..ns).all(plain)
        && scene.names_in(over, ns).next().is_none()
        && verb.next().is_some_and(|h| !(h.end as usize..over).any(|j| scene.tagged.is_digits(j)))
}

/// "X, who has backed Y, beat Z by 51% to 49%": the one that won and the one that lost.
pub(super) fn contest(scene: &Scene, list: &[Measure], first: usize) -> Option<Vec<usize>> {
    let sentence = scene.sentence(list[first].start);
    let free = |k: &usize| votable(scene.names[*k].kind) && !glosses(scene, *k);
    // "X was leading Y 56% to 43%": the verb, where nothing but who Y is stands before Y.
    let trails = |k: usize| {
        let ns = scene.names[k].start as usize;
        let plain = |j: usize| {
            scene.is(j, Concept::Title) || scene.names_in(j, j + 1).next().is_some() || matches!(scene.form(j), "the" | "his" | "her")
        };
        let from = ns.saturating_sub(6).max(sentence.start as usize);
        scene.hits(from, ns, Concept::Ahead).find(|h| h.value == 1 && (h.end as usize..ns).all(plain)).map(|h| h.start as usize)
    };
    let before = || scene.names_in(sentence.start as usize, list[first].start).rev();
    let loser = before().find(|k| free(k) && (beaten(scene, *k) || trails(*k).is_some()))?;
    let stood = |k: &usize| free(k) && !dependent(scene, *k);
    let winner = match trails(loser) {
        // "The poll of X had Y leading Z": who stands at the verb.
        Some(verb) => scene.names_in(sentence.start as usize, verb).rev().find(stood)?,
        None => scene.names_in(sentence.start as usize, scene.names[loser].start as usize).find(stood)?,
    };
    // "Democrat X defeated Republican Y": the person behind the party's word.
    let person = winner + 1 < loser
        && scene.names[winner + 1].kind == NameType::Person
        && scene.names[winner].kind != NameType::Person
        && (scene.names[winner].end..scene.names[winner + 1].start)
            .all(|j| scene.is(j as usize, Concept::Title) || scene.is(j as usize, Concept::Candidate) || is_comma(scene, j as usize));
    Some(vec![winner + usize::from(person), loser])
}

/// Beaten, or behind "of": "beating X", "of minister X".
fn objected(scene: &Scene, k: usize) -> bool {
    let ns = scene.names[k].start as usize;
    let sentence = scene.sentence(ns).start as usize;
    let of = (ns.saturating_sub(4).max(sentence)..ns)
        .rev()
        .find(|&j| !(scene.is(j, Concept::Title) || scene.tagged.text.tokens[j].capital || scene.form(j) == "the"));
    beaten(scene, k) || of.is_some_and(|j| scene.form(j) == "of" && j > 0 && scene.form(j - 1) != "ahead")
}

/// A person who only says whose party the one before is: "the Progress alliance of speaker X", "the Y Party of former president X".
fn whose_party(scene: &Scene, k: usize) -> bool {
    let Some(party) = k.checked_sub(1).map(|j| &scene.names[j]).filter(|n| n.kind == NameType::Party) else { return false };
    let (from, to) = (party.end as usize, scene.names[k].start as usize);
    let light = const {
        Concepts::of(&[Concept::PartyHead, Concept::PartyUnit, Concept::Title, Concept::Office, Concept::Candidate, Concept::Leader])
    };
    let plain = |j: usize| {
        matches!(scene.form(j), "of" | "the" | "under")
            || scene.tagged.is_any(j, light)
            // "three-time premier".
            || matches!(scene.form(j), "-" | "time" | "times") || scene.is(j, Concept::Number)
            || !scene.tagged.words[j].tagged && !scene.tagged.text.tokens[j].capital
    };
    let of = from < to && scene.names[k].kind == NameType::Person && (from..to).any(|j| matches!(scene.form(j), "of" | "under"));
    of && to - from <= 6 && (from..to).all(plain)
}

/// The short form of the party named right before: "X (P)", "X (P/Q)".
fn restates(scene: &Scene, k: usize) -> bool {
    let (Some(before), name) = (k.checked_sub(1).map(|j| &scene.names[j]), &scene.names[k]) else { return false };
    let (from, to) = (before.end as usize, name.start as usize);
    votable(before.kind)
        && votable(name.kind)
        && name.end == name.start + 1
        && (to == from + 1 && (scene.form(from) == "(" || scene.form(from) == "/" && restates(scene, k - 1)))
        && matches!(scene.form(name.end as usize), ")" | "/")
}

/// The name stands as somebody's rival or behind "against", "over".
fn aside(scene: &Scene, k: usize) -> bool {
    let ns = scene.names[k].start as usize;
    let sentence = scene.sentence(ns).start as usize;
    (sentence.max(ns.saturating_sub(5))..ns).rev().any(|j| {
        scene.tagged.at(j).iter().any(|h| {
            (h.concept == Concept::Against
                || h.concept == Concept::Rival && (h.clitics.has(Clitics::LI) || scene.form(j.wrapping_sub(1)) == "علي"))
                && scene.cost(h.end as usize, ns) <= 3.0
        })
    })
}

/// «فاز X، مرشح P، … بعد حصوله على N», «تصدر X … بحصوله على N»: the one of whom the sentence tells, where the noun has only a pronoun.
pub(super) fn getting(scene: &Scene, sentence: &crate::text::Sentence, measure: &Measure) -> Option<usize> {
    let start = sentence.start as usize;
    if sentence.lang != Lang::Ar {
        return None;
    }
    let his = |h: &&Hit| {
        let form = scene.form(h.start as usize);
        h.value == 1
            && (form.ends_with("حصوله")
                || form.ends_with("حصولهم")
                || form.ends_with("حصولها")
                || form.ends_with("نيله")
                || form.ends_with("نيلها"))
    };
    let noun = scene.hits(start, measure.start, Concept::Got).rfind(his)?;
    let (at, from) = (noun.start as usize, noun.end as usize);
    if scene.cost(from, measure.start) > 3.0 || scene.names_in(from, measure.start).any(|k| votable(scene.names[k].kind)) {
        return None;
    }
    // A clause of its own has its own subject.
    let clause = scene.hits(start, at, Concept::Clause).map(|h| h.end as usize).next_back().unwrap_or(start);
    let verbs = [Concept::Won, Concept::Victory, Concept::Elected, Concept::Got];
    let verb = scene.tagged.within(clause, at).iter().rev().filter(|h| verbs.contains(&h.concept)).find_map(|h| {
        let name = scene.names_in(h.end as usize, at).find(|&k| votable(scene.names[k].kind))?;
        let near = scene.cost(h.end as usize, scene.names[name].start as usize) <= 6.0;
        // «فاز X على Y بحصوله على N».
        let over = (h.end as usize..scene.names[name].start as usize).any(|j| scene.form(j) == "علي" || scene.is(j, Concept::Rival));
        (near && !over).then_some(name)
    })?;
    // «فوز مرشح الحركة X»: the person behind the party.
    let behind = scene.names.get(verb + 1).filter(|n| {
        let party = scene.names[verb].kind == NameType::Party && n.kind == NameType::Person && (n.start as usize) < at;
        party && scene.cost(scene.names[verb].end as usize, n.start as usize) <= 3.5
    });
    Some(if behind.is_some() && dependent_on_candidate(scene, verb) { verb + 1 } else { verb })
}

/// A word for a candidate right before the name.
fn dependent_on_candidate(scene: &Scene, k: usize) -> bool {
    let ns = scene.names[k].start as usize;
    scene.tagged.within(ns.saturating_sub(2), ns).iter().any(|h| h.concept == Concept::Candidate)
}

/// «لمرشح "P" المعارضة من الداخل X»: nothing but words that are told of the party between it and its candidate.
fn stands_for(scene: &Scene, k: usize) -> bool {
    let (name, next) = (&scene.names[k], &scene.names[k + 1]);
    let (ns, ne, to) = (name.start as usize, name.end as usize, next.start as usize);
    let candidate = scene.tagged.within(ns.saturating_sub(2), ns).iter().any(|h| h.concept == Concept::Candidate);
    scene.tagged.text.tokens[ns].arabic
        && candidate
        && to <= ne + 5
        && (ne..to).all(|j| scene.tagged.text.tokens[j].kind == Kind::Word && !scene.is(j, Concept::And) || scene.form(j) == "\"")
}

fn after(scene: &Scene, list: &[Measure], at: usize, k: usize, lang: Lang) -> f32 {
    let name = &scene.names[k];
    let measure = &list[at];
    let ns = name.start as usize;
    // "2,945,860 people, or 11.17 per cent, voted no": what the commas hold is no distance.
    let comma = |j: usize| matches!(scene.form(j), "," | "،");
    let aside = (comma(measure.end) && matches!(scene.form(measure.end + 1), "or" | "اي" | "او"))
        .then(|| (measure.end + 2..ns.min(measure.end + 10)).find(|&j| comma(j)))
        .flatten();
    let from = aside.map_or(measure.end, |close| close + 1);
    if same_unit_between(list, at, from, ns) > 0 {
        return f32::MIN;
    }
    // «144 مقعدا للمحافظين بزعامة X»: the party's.
    let led = |to: usize| {
        scene
            .tagged
            .within(to.saturating_sub(2).max(from), to)
            .iter()
            .any(|h| h.concept == Concept::Leader && scene.form(h.start as usize).starts_with('ب'))
    };
    if lang == Lang::Ar
        && name.kind == NameType::Person
        && led(ns)
        && scene.names_in(from, ns).any(|k| scene.names[k].kind == NameType::Party)
    {
        return f32::MIN;
    }
    // Skip "of the vote", من الأصوات, "votes".
    let mut j = from;
    while j < ns
        && scene.tagged.at(j).iter().any(|h| {
            matches!(
                h.concept,
                Concept::Vote | Concept::Ballot | Concept::From | Concept::Voter | Concept::Function | Concept::Got | Concept::Seat
            )
        })
        && !scene.tagged.at(j).iter().any(|h| h.clitics.has(Clitics::LI) && h.concept == Concept::Rival)
    {
        j = scene.tagged.at(j).iter().map(|h| h.end as usize).max().unwrap_or(j + 1).max(j + 1);
    }
    // «4.171 صوتا (2,56%) لرجل الأعمال X»: the bracket says the same in percent.
    if lang == Lang::Ar {
        let open = j + usize::from(scene.form(j) == ")");
        let close = (open..(open + 7).min(ns)).find(|&x| scene.form(x) == ")").filter(|_| scene.form(open) == "(");
        j = close.map_or(open, |close| close + 1).min(ns);
    }
    // "…, or S percent, for former prime minister Y".
    j = led_to(scene, measure).filter(|&to| (j..ns).contains(&to)).unwrap_or(j);
    let gap = scene.cost(j, ns);
    let arabic_to = lang == Lang::Ar && {
        let raw = scene.tagged.text.tokens[ns.min(scene.tagged.text.tokens.len() - 1)].span.start;
        let clitic = raw < name.span.start && scene.form(ns).starts_with('ل')
            || scene.form(ns).starts_with("لل")
            || scene.tagged.at(ns).iter().any(|h| h.clitics.has(Clitics::LI));
        let word_to = (j..ns).any(|x| {
            scene.form(x).starts_with('ل') && scene.tagged.at(x).iter().any(|h| h.clitics.has(Clitics::LI))
                || matches!(scene.form(x), "ل" | "لصالح")
        });
        // "Nine seats went to X".
        let gone = || {
            let start = scene.sentence(measure.start).start as usize;
            // «ذهبت نسبة 43.3 في المائة إلى X».
            let verb = |j: usize| matches!(scene.form(j).trim_start_matches('و'), "ذهب" | "ذهبت" | "الت" | "عادت");
            scene.has(start, measure.start, Concept::WentTo) || (measure.start.saturating_sub(4).max(start)..measure.start).any(verb)
        };
        let went = scene.form(j) == "الي"
            && (matches!(measure.unit, Concept::Seat | Concept::Vote | Concept::Member) || measure.unit == Concept::Percent && gone());
        clitic || word_to || went
    };
    let english_to = lang == Lang::En
        && (from..ns.min(j.max(from) + 8)).any(|x| {
            matches!(scene.form(x), "for" | "by") && !(from..x).any(|y| scene.is(y, Concept::And))
                || scene.form(x) == "to"
                    && x > 0
                    && (matches!(
                        scene.form(x - 1),
                        "went" | "go" | "goes" | "going" | "awarded" | "allocated" | "given" | "belonged" | "belong"
                    ) || measure.inherited && x == from && matches!(measure.unit, Concept::Seat | Concept::Member))
        });
    if (arabic_to || english_to) && gap <= 9.0 {
        // "For the candidate of P, X": the person that follows the party is meant.
        let next = scene.names.get(k + 1).filter(|n| {
            n.kind == NameType::Person
                && matches!(name.kind, NameType::Party | NameType::Group)
                && (scene.cost(name.end as usize, n.start as usize) <= 2.5 || stands_for(scene, k))
                // "Three seats for P went to X".
                && !scene.has(name.end as usize, n.start as usize, Concept::WentTo)
        });
        let owns = scene.form(name.end as usize) == "'s"
            && scene.names.get(k + 1).is_some_and(|n| votable(n.kind) && scene.cost(name.end as usize, n.start as usize) <= 7.0);
        return TO_NAME - 0.3 * gap - if next.is_some() { 2.0 } else { 0.0 } - if owns { 3.0 } else { 0.0 };
    }
    // "77.8% in favour": right behind its figure.
    let said = |j: usize| {
        scene.is(j, Concept::VoteVerb) || scene.is(j, Concept::Cast) || matches!(scene.form(j), "voted" | "voting" | "were" | "was" | "said" | "saying" | "for")
        // «صوت 501 ألف بـ"لا"».
        || scene.form(j) == "ب"
        || scene.form(j) == "\"" && j > from && scene.form(j - 1) == "ب"
    };
    // "5.7% "no"".
    let mark = |j: usize| matches!(scene.form(j), "\"" | "'");
    let quoted = lang == Lang::En && ns == from + 1 && mark(from) && mark(name.end as usize);
    if name.kind == NameType::Choice && ns <= from + 2 && (quoted || (from..ns).all(said)) {
        return 2.0 * TO_NAME;
    }
    // "With 5 percent, the FPD could hope": the clause of the figure comes first.
    let sentence = scene.sentence(measure.start).start as usize;
    // "Despite small losses (from 8.7 percent to 6 percent), the Greens will return".
    let leading = matches!(scene.form(sentence), "despite" | "with" | "after" | "at" | "on")
        && is_comma(scene, if scene.form(from) == ")" { from + 1 } else { from })
        && scene.names_in(sentence, measure.start).all(|k| !votable(scene.names[k].kind));
    let joined = (from..ns).any(|j| scene.is(j, Concept::And));
    let opened = leading
        || !joined
            && measure.start >= 1
            && (scene.form(measure.start - 1) == "with" || scene.form(measure.start.saturating_sub(2)) == "with");
    if opened && lang == Lang::En && gap <= 8.0 {
        // ", with 19 percent, the AfD could …": the comma before it keeps it from what stands there.
        let apart = (measure.start.saturating_sub(3)..measure.start).any(|j| is_comma(scene, j)) && is_comma(scene, from);
        return if apart { 5.5 } else { 3.0 } - 0.3 * gap;
    }
    // "2.8 million people chose Mr X".
    let chosen = |h: &Hit| (h.end as usize..ns).all(|j| scene.is(j, Concept::Title) || matches!(scene.form(j), "the" | "."));
    if scene.hits(from, ns, Concept::Chose).any(chosen) {
        return 3.5;
    }
    let got_after = lang == Lang::Ar && scene.hits(from, ns, Concept::Got).next().is_some();
    if got_after {
        return f32::MIN;
    }
    // "61% voted yes", "went to X".
    if matches!(name.kind, NameType::Choice) && gap <= 6.0 {
        return 3.0 - 0.3 * gap;
    }
    0.9 - 0.3 * gap
}

/// Who leads by a margin: the last free name before the verb of winning or leading, not the one that is beaten.
pub(super) fn leader(scene: &Scene, sentence: &crate::text::Sentence, measure: &Measure) -> Option<usize> {
    let start = sentence.start as usize;
    // "X, who lost the seat by 630 votes to Y", خسرت بفارق 630 صوتا أمام: the one behind leads.
    let lost = scene.hits(start, measure.start, Concept::Lost).next_back();
    // «خسر أمام X قبل خمس سنوات بفارق نحو 100 ألف صوت».
    if let Some(lost) = lost.filter(|_| sentence.lang == Lang::Ar)
        && let Some(to) = scene.hits(lost.end as usize, lost.end as usize + 2, Concept::Against).next()
        && let Some(k) = scene.names_in(to.end as usize, measure.start).find(|&k| votable(scene.names[k].kind))
    {
        return Some(k);
    }
    if let Some(lost) = lost.filter(|h| scene.cost(h.end as usize, measure.start) <= 9.0) {
        let to = scene.hits(measure.end, sentence.end as usize, Concept::Against).next();
        if let Some(to) = to.filter(|h| scene.cost(measure.end, h.start as usize) <= 2.0 && lost.end <= h.start) {
            let behind = |k: &usize| votable(scene.names[*k].kind) && !glosses(scene, *k);
            let mut names = scene.names_in(to.end as usize, sentence.end as usize).filter(behind);
            let first = names.next();
            // "the Labour candidate Y": the person, not the party before.
            let person = names.next().filter(|&k| {
                let near = first.is_some_and(|f| scene.cost(scene.names[f].end as usize, scene.names[k].start as usize) <= 2.0);
                near && scene.names[k].kind == NameType::Person
            });
            return person.or(first);
        }
    }
    // "X lost the seat to Y by 495 votes", "X was beaten by Y by 495 votes": the one behind leads.
    if let Some(lost) = lost.filter(|_| sentence.lang == Lang::En) {
        let from = lost.end as usize;
        let to = (from - 1..measure.start).find(|&j| scene.form(j) == "to" || j <= from && scene.form(j) == "by");
        let plain =
            |from: usize, to: usize| (from..to).all(|j| !is_comma(scene, j) && !scene.tagged.is_digits(j) && !scene.is(j, Concept::And));
        if let Some(to) = to.filter(|&to| plain(from, to)) {
            let named = |k: &usize| votable(scene.names[*k].kind) && plain(to, scene.names[*k].start as usize);
            let near = scene.names_in(to, (to + 9).min(measure.start)).filter(named);
            return near.max_by_key(|&k| scene.names[k].kind == NameType::Person);
        }
    }
    // "X's lead over Y was N".
    let lead =
        scene.hits(start, measure.start, Concept::Lead).find(|h| h.value == 3 && h.start > 0 && scene.form(h.start as usize - 1) == "'s");
    if let Some(lead) = lead {
        return scene.names_in(start, lead.start as usize).find(|&k| scene.names[k].end + 1 == lead.start && votable(scene.names[k].kind));
    }
    // "X leads Y by 7 points", "X trails Y by 7 points", «تقدم X على Y بفارق 7 نقاط».
    // Not in "overturned a Conservative majority of 19,634".
    let whose = |k: usize| matches!(scene.form(scene.names[k].end as usize), "majority" | "stronghold");
    let stands = |k: &usize| votable(scene.names[*k].kind) && !glosses(scene, *k) && !adjectival(scene, *k) && !whose(*k);
    let verb = scene.hits(start, measure.start, Concept::Ahead).next_back();
    let verb = verb.filter(|h| scene.cost(h.end as usize, measure.start) <= if sentence.lang == Lang::En { 14.0 } else { 9.0 });
    if let Some(verb) = verb {
        let (at, from) = (verb.start as usize, verb.end as usize);
        let over = (from..measure.start).find(|&j| matches!(scene.form(j), "علي" | "عن" | "by"));
        let object = over.and_then(|over| match sentence.lang {
            Lang::Ar => scene.names_in(over, measure.start).find(stands),
            _ => scene.names_in(from, over).find(stands),
        });
        if let (Some(object), Some(over)) = (object, over) {
            let behind = scene.names_in(from, over).find(stands).filter(|_| sentence.lang == Lang::Ar);
            let subject = behind.or_else(|| scene.names_in(start, at).rev().find(|k| stands(k) && !dependent(scene, *k)));
            return if verb.value == 1 { subject } else { Some(object) };
        }
    }
    // "X was ahead of Y by 243,934 votes".
    let ahead = scene.hits(start, measure.start, Concept::Against).rfind(|h| scene.form(h.start as usize) == "ahead");
    if let Some(ahead) = ahead.filter(|h| scene.cost(h.end as usize, measure.start) <= 12.0)
        && let Some(k) = scene.names_in(start, ahead.start as usize).rev().find(|k| stands(k) && !dependent(scene, *k))
    {
        return Some(k);
    }
    // "X held the seat with a majority of N".
    let held = (start..measure.start)
        .rev()
        .find(|&j| sentence.lang == Lang::En && matches!(scene.form(j), "held" | "holds" | "kept" | "keeps" | "defended"));
    let won = scene.tagged.within(start, measure.start).iter().rev().find(|h| matches!(h.concept, Concept::Won | Concept::Victory));
    if let (None, Some(held)) = (won, held)
        && scene.hits(held, measure.end + 2, Concept::Lead).next().is_some()
    {
        return scene.names_in(start, held).rev().find(|k| stands(k) && !dependent(scene, *k));
    }
    let verb = won?;
    // «فوز X بنسبة … مقابل … لـY، بفارق 370 ألف صوت»: who won stands behind the verb.
    if sentence.lang == Lang::Ar {
        let named = |k: &usize| stands(k) && scene.cost(verb.end as usize, scene.names[*k].start as usize) <= 5.0;
        // «حقق X فوزا كاسحا على Y بنسبة …»: the noun stands between.
        let lost = |k: usize| (verb.end as usize..scene.names[k].start as usize).any(|j| scene.form(j) == "علي");
        let before = || {
            scene
                .names_in(start, verb.start as usize)
                .rev()
                .find(|k| stands(k) && scene.cost(scene.names[*k].end as usize, verb.start as usize) <= 4.0)
        };
        let Some(won) = scene.names_in(verb.end as usize, measure.start).find(named).filter(|k| !lost(*k)) else { return before() };
        let over = (verb.end as usize..scene.names[won].start as usize).any(|j| scene.form(j) == "علي" || scene.is(j, Concept::Rival));
        return (!over).then_some(won);
    }
    // «تغلب على X بفارق 5 نقاط»: the name right behind the verb, else the one before it, never the one behind «على».
    let over = (verb.end as usize..measure.start).find(|&j| scene.form(j) == "علي").filter(|_| sentence.lang == Lang::Ar);
    if let Some(over) = over.filter(|&over| scene.names_in(over, measure.start).any(|k| stands(&k))) {
        let behind = scene.names_in(verb.end as usize, over).find(stands);
        return behind.or_else(|| scene.names_in(start, verb.start as usize).rev().find(stands));
    }
    let free = |k: &usize| {
        let name = &scene.names[*k];
        votable(name.kind) && name.end <= verb.start && !dependent(scene, *k) && !adjectival(scene, *k) && !whose(*k)
    };
    (sentence.lang == Lang::En).then(|| scene.names_in(start, verb.start as usize).rev().find(free)).flatten()
}

/// "The party that X led".
pub(super) fn inside_relative(scene: &Scene, k: usize) -> bool {
    let (ns, ne) = (scene.names[k].start as usize, scene.names[k].end as usize);
    ns > 0 && matches!(scene.form(ns - 1), "that" | "which") && matches!(scene.form(ne), "led" | "leads" | "founded" | "heads" | "headed")
}

/// The name depends on a preposition before it, or owns what comes next: "the candidate of X", "X's party".
pub(super) fn dependent(scene: &Scene, k: usize) -> bool {
    let name = &scene.names[k];
    let (ns, ne) = (name.start as usize, name.end as usize);
    let sentence = scene.sentence(ns).start as usize;
    let preposition = |j: usize| matches!(scene.form(j), "of" | "over" | "against" | "for");
    // "Among the Kurds, …".
    let among = ns > sentence && (ns.saturating_sub(2)..ns).any(|j| scene.form(j) == "among");
    among
        || ns > 0 && (preposition(ns - 1) || matches!(scene.form(ns - 1), "in" | "from"))
        || scene.form(ne) == "'s"
        || (ns.saturating_sub(5).max(sentence)..ns).rev().take_while(|&j| !matches!(scene.form(j), "," | ";" | ".")).any(preposition)
}

/// The name only describes the noun behind it: "Labour candidate", "the Social Democratic member".
pub(super) fn adjectival(scene: &Scene, k: usize) -> bool {
    let ne = scene.names[k].end as usize;
    scene.tagged.text.tokens.get(ne).is_some_and(|t| !t.capital && !t.arabic)
        && scene.tagged.at(ne).iter().any(|h| {
            matches!(
                h.concept,
                Concept::Title
                    | Concept::Candidate
                    | Concept::Member
                    | Concept::Leader
                    | Concept::Voter
                    | Concept::Security
                    | Concept::Staff
                    | Concept::Journalist
            )
        })
}

/// The subjects of figures that are paired by order: "A and B got 24% and 17% respectively". One name for each of
/// `count` figures, nearest group before the first figure.
pub(super) fn respectively(scene: &Scene, list: &[Measure], first: usize, count: usize) -> Option<Vec<usize>> {
    let sentence = scene.sentence(list[first].start);
    // «حزب P بزعامة X وحزب Q بزعامة Y، فحصلا على …»: not the leaders.
    let leads = |k: usize| {
        let ns = scene.names[k].start as usize;
        let led = scene.tagged.within(ns.saturating_sub(2), ns).iter().any(|h| h.concept == Concept::Leader && h.end as usize == ns);
        k > 0 && led && scene.names[k - 1].kind == NameType::Party || whose_party(scene, k)
    };
    let free = |k: &usize| votable(scene.names[*k].kind) && !leads(*k);
    let names: Vec<usize> = scene.names_in(sentence.start as usize, list[first].start).filter(free).collect();
    (names.len() >= count).then(|| names[names.len() - count..].to_vec())
}

/// The names that share one figure: "A and B with 19.5% each". The coordinated names right before it.
pub(super) fn each(scene: &Scene, list: &[Measure], at: usize) -> Vec<usize> {
    let measure = &list[at];
    let sentence = scene.sentence(measure.start);
    // "16 each for A and B".
    if let Some(each) = scene.hits(measure.end, measure.end + 2, Concept::Each).next()
        && matches!(scene.form(each.end as usize), "for" | "to")
    {
        let to = list.get(at + 1).map_or(sentence.end as usize, |next| next.start);
        return scene.names_in(each.end as usize, to).filter(|&k| votable(scene.names[k].kind)).take(3).collect();
    }
    let from = list[..at].iter().map(|m| m.end).max().unwrap_or(0).max(sentence.start as usize);
    let names: Vec<usize> = scene.names_in(from, measure.start).filter(|&k| votable(scene.names[k].kind)).collect();
    names.into_iter().rev().take(3).collect()
}
