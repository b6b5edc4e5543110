//! How far the nearest cue of a rule is from a number, and which occurrences of its words are no cue.

use crate::facts::measure::Measure;
use crate::facts::rule::{Cue, Rule};
use crate::facts::scene::Scene;
use crate::facts::subject;
use crate::lexicon::{Concept, Concepts, Hit};
use crate::mentions::NameType;
use crate::text::clitic::Clitics;
use crate::text::{Lang, Sentence};

use Side::{After, Anywhere, Before};

/// Ballots by what they are.
const SORTS: [Concept; 3] = [Concept::Valid, Concept::Invalid, Concept::Blank];

/// The distance of the rule's nearest cue, if the rule reads this measure.
pub(super) fn fit(scene: &Scene, sentence: &Sentence, list: &[Measure], at: usize, near: Concepts, rule: &Rule) -> Option<f32> {
    let measure = &list[at];
    let (start, end) = (sentence.start as usize, sentence.end as usize);
    if !rule.with.is_empty() && !rule.with.iter().any(|c| scene.has(start, end, *c)) && !(measure.unit == Concept::Station && !measure.weak)
    {
        return None;
    }
    if measure.weak
        && !measure.inherited
        && measure.unit == Concept::Station
        && !rule.with.iter().any(|c| *c != Concept::Station && scene.has(start, end, *c))
        && !scene.hits(start, end, Concept::Station).any(|h| h.value == 1)
    {
        return None;
    }
    // "the 543-member house": the size of a body, whatever else stands near, but not "a 17-seat majority".
    if measure.compound
        && !scene.is(measure.end, Concept::Lead)
        && matches!(measure.unit, Concept::Seat | Concept::Member)
        && measure.value.digits > 1
    {
        return (rule.id == "seats.total").then_some(rule.cost);
    }
    let nearest =
        |cue: &Cue, own_unit: bool| near.holds(cue.concept).then(|| distance(scene, list, at, (start, end), cue, own_unit)).flatten();
    // "9,437 of the 10,228 polling stations counted": the whole is no progress.
    let whole = at > 0 && list[at - 1].inherited && list[at - 1].unit == measure.unit && scene.cost(list[at - 1].end, measure.start) <= 2.0;
    if rule.unless.iter().any(|cue| !(whole && cue.concept == Concept::Counted) && nearest(cue, false).is_some()) {
        return None;
    }
    if rule.cues.is_empty() {
        return Some(rule.cost);
    }
    let near = rule.cues.iter().filter_map(|cue| nearest(cue, true)).min_by(f32::total_cmp);
    near.map(|d| d + rule.cost)
}

/// How far the nearest occurrence of the cue is, within its reach.
fn distance(scene: &Scene, list: &[Measure], at: usize, (start, end): (usize, usize), cue: &Cue, own_unit: bool) -> Option<f32> {
    let mut best: Option<f32> = None;
    for hit in scene.hits(start, end, cue.concept).filter(|h| cue.value.is_none_or(|v| v == h.value)) {
        let word = Word { scene, list, at, start, hit, cue };
        let d = match word.side() {
            Some(Before) if cue.before && word.is_cue(Before) => word.before(),
            // The unit noun itself is no cue, unless the rule asks for it.
            Some(After) if cue.after && (own_unit || word.from() != list[at].unit_at) => match word.told_of() {
                Some(near) => near,
                None if word.is_cue(After) => word.after(),
                None => continue,
            },
            _ => continue,
        };
        if d <= cue.reach && best.is_none_or(|b| d < b) {
            best = Some(d);
        }
    }
    best
}

/// An occurrence of a cue's word, and the number it may tell of.
struct Word<'s, 'a> {
    scene: &'s Scene<'a>,
    list: &'s [Measure],
    at: usize,
    /// Where the sentence starts.
    start: usize,
    hit: &'s Hit,
    cue: &'s Cue,
}

/// Where the word stands, seen from the number.
#[derive(Clone, Copy, PartialEq)]
enum Side {
    Before,
    After,
    Anywhere,
}

type NoCue = (&'static [Concept], Side, fn(&Word) -> bool);

/// What keeps a word of these concepts, on this side, from being a cue.
const NO_CUE: &[NoCue] = &[
    (&[Concept::Vote, Concept::Ballot], Anywhere, |w| w.part_of_casting()),
    (&[Concept::Invalid], Anywhere, |w| w.rejects_a_plan()),
    (&[Concept::Contest], Anywhere, |w| w.only_stands()),
    // «وزير الاقتصاد»: what somebody is minister of.
    (&[Concept::Economy], Anywhere, |w| w.from() > w.start && w.scene.is(w.from() - 1, Concept::Title)),
    // "The Economic Freedom Fighters".
    (&[Concept::Economy], Anywhere, |w| !w.arabic() && w.inside_name(6, false)),
    // «2.1 مليون صوت، مقابل 1.4 مليون لـX»: the noun, and of the figure before.
    (&[Concept::VoteVerb], Anywhere, |w| w.list.iter().any(|m| m.unit_at == w.from() && m.number.0 < w.from())),
    // حزب تقدم بـ945 ألف صوت: a name.
    (&[Concept::Ahead, Concept::Lead, Concept::Change, Concept::By], Anywhere, |w| w.arabic() && w.inside_name(4, true)),
    (&[Concept::By], Anywhere, |w| w.score()),
    (&[Concept::Turnout], Before, |w| w.somebody_won()),
    // «شككت في النسبة المعلنة وقالت إنها لم تتعد 30%»: a rate, and nobody's share.
    (&[Concept::Share], Before, |w| w.form(w.from()) == "النسبه" && w.scene.cost(w.to(), w.measure().number.0) > 3.0),
    (&[Concept::OutOf], Before, |w| w.bare_of()),
    (&[Concept::Needs, Concept::Threshold], Before, |w| w.got_instead()),
    (&[Concept::Ahead], Before, |w| w.ahead_of_nothing()),
    // "With 99.9 percent of ballots counted, 50.4% said yes": of the figure before.
    (&[Concept::Counted], Before, |w| {
        let previous = w.at.checked_sub(1).map(|p| &w.list[p]).filter(|p| p.unit == Concept::Percent && p.end <= w.from());
        !w.arabic() && previous.is_some_and(|p| w.scene.cost(p.end, w.from()) <= 3.0)
    }),
    (&SORTS, Before, |w| w.of_figure_before()),
    // «الأصوات المعبر عنها بـ"نعم"».
    (&[Concept::Valid], Before, |w| {
        let option = |k: usize| w.scene.names[k].kind == NameType::Choice;
        w.form(w.to()) == "ب" && w.scene.names_in(w.to(), w.to() + 3).any(option)
    }),
    (&[Concept::Comprises], Before, |w| w.owned() || w.of_a_board() || w.of_no_body() || w.won_in_all()),
    (&[Concept::Registered], After, |w| w.verb_of_part()),
    // «اقترع 14 مليونا ممن يحق لهم التصويت»: those of whom they are a part.
    (&[Concept::Registered], After, |w| w.form(w.from() - 1) == "ممن" && w.from() > w.measure().end),
    (&[Concept::Cast], After, |w| w.of_another_number()),
    // "Handed them 38 of the 57 contested seats".
    (&[Concept::ToElect], After, |w| w.measure().inherited && w.next().is_some_and(|next| next.number.1 <= w.from())),
    (&[Concept::Counted, Concept::Turnout], After, |w| w.of_next_percent()),
    (&[Concept::Counted], After, |w| w.when_counted()),
    (&[Concept::Change], After, |w| w.next_is_change()),
    (&[Concept::Undecided], After, |w| w.somebody_between()),
    // "… مرشحين انسحب اثنان منهم": the verb is that of another number.
    (&[Concept::Removed], After, |w| !w.scene.numbers_in(w.to(), w.to() + 1).is_empty()),
];

impl Word<'_, '_> {
    fn measure(&self) -> &Measure {
        &self.list[self.at]
    }

    /// The first token of the word, and the one behind it.
    fn from(&self) -> usize {
        self.hit.start as usize
    }

    fn to(&self) -> usize {
        self.hit.end as usize
    }

    fn form(&self, j: usize) -> &str {
        self.scene.form(j)
    }

    fn arabic(&self) -> bool {
        self.scene.tagged.text.tokens[self.from()].arabic
    }

    fn next(&self) -> Option<&Measure> {
        self.list.get(self.at + 1)
    }

    fn side(&self) -> Option<Side> {
        if self.to() <= self.measure().number.0 { Some(Before) } else { (self.from() >= self.measure().number.1).then_some(After) }
    }

    fn is_cue(&self, side: Side) -> bool {
        let asked = |(concepts, where_, _): &&NoCue| (*where_ == Anywhere || *where_ == side) && concepts.contains(&self.hit.concept);
        !NO_CUE.iter().filter(asked).any(|(_, _, holds)| holds(self))
    }

    /// The hits that end at most so many tokens before the word.
    fn hits_before(&self, count: usize) -> &[Hit] {
        self.scene.tagged.within(self.from().saturating_sub(count).max(self.start), self.from())
    }

    /// "28.72 per cent bothered to vote": part of a word of casting one.
    fn part_of_casting(&self) -> bool {
        let casting = |h: &Hit| h.concept == Concept::Cast && h.start < self.hit.start && h.end >= self.hit.end;
        self.hits_before(5).iter().any(casting)
    }

    /// "Voters rejected the plan": no ballots.
    fn rejects_a_plan(&self) -> bool {
        let object = matches!(
            self.form(self.to()),
            "the" | "a" | "an" | "it" | "this" | "his" | "her" | "its" | "their" | "any" | "proposed" | "plans"
        );
        let people = |j: usize| self.scene.is(j, Concept::Voter) || self.scene.is(j, Concept::Person);
        self.form(self.from()) == "rejected" && (object || self.from() > self.start && people(self.from() - 1))
    }

    /// "seven people are running for president", but not "people were standing in long queues"; «ترشح 2331 شخصا» is none else.
    fn only_stands(&self) -> bool {
        self.cue.value == Some(2) && self.to() - self.from() < 2 && !self.form(self.from()).contains("ترشح")
    }

    /// The word stands in a name that began at most so many tokens before it.
    fn inside_name(&self, reach: usize, party: bool) -> bool {
        let names = self.scene.names_in(self.from().saturating_sub(reach), self.from() + 1);
        names.map(|k| &self.scene.names[k]).any(|n| n.end >= self.hit.end && (!party || n.kind == NameType::Party))
    }

    /// "Beat X by 8,596,937 votes to 8,555,880": what each got, and no difference.
    fn score(&self) -> bool {
        self.form(self.measure().end) == "to" && self.scene.tagged.is_digits(self.measure().end + 1)
    }

    /// «توقفت نسبة المشاركة عند 47.45% وفاز X بـ97.08%»: somebody's.
    fn somebody_won(&self) -> bool {
        let first = self.measure().number.0;
        let won = self.scene.hits(self.to(), first, Concept::Won).next_back();
        won.is_some_and(|h| self.scene.names_in(h.end as usize, first).any(|k| subject::votable(self.scene.names[k].kind)))
    }

    /// "328 of the chamber's 630 seats": a bare "of" tells a total only behind another figure.
    fn bare_of(&self) -> bool {
        let unit = self.measure().unit;
        self.form(self.from()) == "of"
            && unit != Concept::Voter
            // "Of the 48 seats in the council, 15 go to X".
            && (self.from() > self.start || !matches!(unit, Concept::Seat | Concept::Member))
            && !self.list.iter().any(|m| m.unit != Concept::Percent && (m.number.1 == self.from() || m.end == self.from()))
    }

    /// "fell short of an absolute majority with 49.52 percent", "formed a majority government after it won 331 seats": what was got.
    fn got_instead(&self) -> bool {
        let first = self.measure().number.0;
        let got = |h: &Hit| matches!(h.concept, Concept::Got | Concept::Won);
        let after = |j: usize| {
            matches!(self.form(j), "after" | "بعد" | "بعدما" | "اثر" | "عقب")
                && self.scene.tagged.within(j + 1, (j + 4).min(first)).iter().any(got)
        };
        first > self.to() && (self.form(first - 1) == "with" || (self.to()..first).any(after))
    }

    /// «تقدم X على Y بأكثر من 30 نقطة»: by so much. In English "by" says it.
    fn ahead_of_nothing(&self) -> bool {
        let first = self.measure().number.0;
        let by = |h: &Hit| h.clitics.has(Clitics::BI) && h.end as usize >= first;
        self.form(first - 1) != "ب" && !self.scene.tagged.within(first.saturating_sub(3), first + 1).iter().any(by)
    }

    /// "10,360,152 were valid and 840,837 were spoiled".
    fn of_figure_before(&self) -> bool {
        (self.to()..self.measure().number.0).any(|j| self.scene.is(j, Concept::And))
            && self.list[..self.at].iter().any(|m| m.end <= self.from())
    }

    /// "The UPND, which has 61 seats": somebody's, no body's.
    fn owned(&self) -> bool {
        let scene = self.scene;
        let party = |h: &Hit| matches!(h.concept, Concept::PartyHead | Concept::PartyUnit | Concept::List);
        let group = |j: usize| ["مجموعه", "كتله", "وفد"].iter().any(|w| self.form(j).ends_with(w));
        self.hit.value >= 2
            && (scene
                .names_in(self.from().saturating_sub(8).max(self.start), self.from())
                .any(|k| scene.names[k].end as usize + 2 >= self.from() && subject::votable(scene.names[k].kind))
                || self.hits_before(3).iter().any(party)
                || (self.from().saturating_sub(3).max(self.start)..self.from()).any(group))
    }

    /// "The commission, which has 13 members": a body that nobody elects here.
    fn of_a_board(&self) -> bool {
        let within = |c| self.scene.has(self.start, self.from(), c);
        // But the council that is elected is «المجلس» alone.
        let council = || (self.from().saturating_sub(2).max(self.start)..self.from()).any(|j| self.form(j) == "المجلس");
        self.measure().unit == Concept::Member
            && within(Concept::OrgHead)
            && !within(Concept::Office)
            && !within(Concept::Seat)
            && !council()
    }

    /// "The outgoing parliament had 137 members": said of a body only.
    fn of_no_body(&self) -> bool {
        let at = self.from();
        // "The lower house, the National Assembly, has 300 seats".
        let body = |h: &Hit| h.concept == Concept::Office && (h.end as usize == at || h.end as usize + 1 == at && self.form(at - 1) == ",");
        let chamber = || at > self.start && matches!(self.form(at - 1), "assembly" | "chamber" | "house" | "legislature" | "senate");
        self.hit.value == 3 && !self.hits_before(6).iter().any(body) && !chamber()
    }

    /// "The two parties won a total of 79 seats": theirs.
    fn won_in_all(&self) -> bool {
        self.form(self.to() - 1) == "of" && self.hits_before(3).iter().any(|h| matches!(h.concept, Concept::Won | Concept::Got))
    }

    /// How far the word stands before the number.
    fn before(&self) -> f32 {
        let (scene, list, first) = (self.scene, self.list, self.measure().number.0);
        let crossed = list.iter().filter(|m| m.number.0 >= self.to() && m.number.1 <= first).count() as f32;
        // "2.8 million registered voters cast …": the word stands with the figure before.
        let taken = self.hit.concept == Concept::Registered
            && list.iter().any(|m| m.number.1 <= self.from() && self.to() <= m.end + 1 && m.end < first);
        // "Second in all seats came X with 21": the figure is X's.
        let of_name = self.hit.concept == Concept::Comprises
            && scene.names_in(self.to(), first).any(|k| matches!(scene.names[k].kind, NameType::Party | NameType::Person));
        // «نسبة الاقتراع في الانتخابات، التي جرت أمس في 58 بلدية، بلغت 74%»: the verb goes with its subject, over what is told of it.
        let verb = || {
            let mut last = scene.tagged.within(first.saturating_sub(2), first).iter().rev();
            last.find(|h| h.concept == Concept::CountWord && h.value == 2 && scene.cost(h.end as usize, first) < 1.0)
        };
        let over = self.hit.concept == Concept::Turnout
            && self.to() - self.from() > 1
            && verb().is_some_and(|v| scene.has(self.to(), v.start as usize, Concept::Relative));
        // «بلغت نسبة الإقبال في الانتخابات بالخارج، إلى حدود العاشرة من صباح اليوم، 14,3 بالمائة»: the first percent of its sentence.
        let opens = self.hit.concept == Concept::Turnout
            && self.arabic()
            && self.from() <= self.start + 3
            && scene.hits(self.start, self.from(), Concept::CountWord).any(|h| h.end as usize == self.from())
            && list[..self.at].iter().all(|m| m.unit != Concept::Percent)
            && !scene.tagged.within(self.to(), first).iter().any(|h| matches!(h.concept, Concept::Got | Concept::Won | Concept::Clause));
        let over = over || opens;
        let gap = scene.cost(self.to(), first) + 2.0 * crossed;
        if over { gap.min(4.0) } else { gap + if taken || of_name { 6.0 } else { 0.0 } }
    }

    /// How near the word is behind the number where the sentence's build says that it is told of it, whatever stands between.
    fn told_of(&self) -> Option<f32> {
        let (scene, at, end) = (self.scene, self.from(), self.measure().end);
        // "3.9 million people, or 55% of those on the roll, cast ballots": what the commas hold is no distance.
        let dash = |j: usize| self.form(j) == "-" && scene.tagged.text.tokens[j].spaced;
        let dashed = dash(end);
        let commas = |j: usize| if dashed { dash(j) } else { matches!(self.form(j), "," | "،") };
        let aside = matches!(self.hit.concept, Concept::Cast | Concept::Turnout)
            && commas(end)
            && (dashed || matches!(self.form(end + 1), "or" | "اي" | "او"));
        if let Some(close) = aside.then(|| (end + 1..at).find(|&j| commas(j))).flatten() {
            return Some(scene.cost(close + 1, at) + 1.0);
        }
        // "5.3 million of the 7.4 million registered voters cast ballots": the verb is that of the part.
        let whole = self.next().filter(|m| {
            // «326 ألفا و775 من أصل 496 ألف ناخب مسجل أدلوا بأصواتهم».
            let of_all = self.form(end) == "من" && matches!(self.form(end + 1), "اصل" | "مجموع" | "جمله");
            let told = match self.hit.concept {
                Concept::Cast => self.is_part(self.measure()) && m.number.0 <= end + 5 || of_all && m.number.0 <= end + 3,
                Concept::Registered => self.auxiliary() && self.is_part(self.measure()) && m.number.0 <= end + 5,
                _ => false,
            };
            matches!(self.measure().unit, Concept::Voter | Concept::Person | Concept::Nationality) && told && m.end <= at
        });
        whole.filter(|m| scene.cost(m.end, at) <= 2.5).map(|_| 0.5)
    }

    /// "5.3 million of …".
    fn is_part(&self, part: &Measure) -> bool {
        matches!(self.form(part.end), "of" | "out")
    }

    /// "were registered".
    fn auxiliary(&self) -> bool {
        matches!(self.form(self.from() - 1), "were" | "are" | "had" | "have")
    }

    /// "7.3 million of the country's 18 million people were registered": not the whole.
    fn verb_of_part(&self) -> bool {
        let part = self.at.checked_sub(1).map(|p| &self.list[p]);
        self.auxiliary() && part.is_some_and(|p| self.is_part(p) && self.measure().number.0 <= p.end + 5)
    }

    /// "191 votes out of 311,000 cast".
    fn of_another_number(&self) -> bool {
        let end = self.measure().end;
        self.measure().unit != Concept::Percent
            && !self.scene.numbers_in(end, self.from()).is_empty()
            && self.scene.cost(end, self.from()) > 2.0
    }

    /// «48.6% بعد فرز 99% من الأصوات», «حصل X على 70.96% وبلغت نسبة المشاركة 77.5%»: the word is the next figure's.
    fn of_next_percent(&self) -> bool {
        let scene = self.scene;
        let next = |m: &Measure| m.unit == Concept::Percent && m.number.0 >= self.to() && scene.cost(self.to(), m.start) <= 1.0;
        scene.sentence(self.from()).lang == Lang::Ar && self.next().is_some_and(next) && scene.cost(self.measure().end, self.from()) > 0.0
    }

    /// «فوز X بـ87% بعد فرز جميع الأصوات», "44 percent, with all precincts reporting": when it is counted.
    fn when_counted(&self) -> bool {
        let (at, end) = (self.from(), self.measure().end);
        let when = |j: usize| matches!(self.form(j), "بعد" | "مع");
        at >= end && (when(at - 1) || when(at)) || (end..at).any(|j| self.scene.is(j, Concept::With))
    }

    /// «240 مقعدا بانخفاض 63 مقعدا».
    fn next_is_change(&self) -> bool {
        let next = |m: &Measure| m.number.0 >= self.to() && self.scene.cost(self.to(), m.number.0) <= 2.0;
        self.form(self.from()).starts_with('ب') && self.from() >= self.measure().end && self.next().is_some_and(next)
    }

    /// «48.7% لـX بعد استبعاد المترددين»: somebody's, whoever is undecided.
    fn somebody_between(&self) -> bool {
        let mut names = self.scene.names_in(self.measure().end, self.from());
        names.any(|k| subject::votable(self.scene.names[k].kind))
    }

    /// How far the word stands behind the number.
    fn after(&self) -> f32 {
        let (scene, at, measure) = (self.scene, self.from(), self.measure());
        let crossed = self.list.iter().filter(|m| m.number.0 >= measure.number.1 && m.number.1 <= at).count() as f32;
        // "99.31%, participation 98.6%": the word is the next figure's.
        let next = |m: &Measure| m.unit == measure.unit && m.number.0 >= self.to() && scene.cost(self.to(), m.start) <= 2.0;
        let sort = SORTS.contains(&self.hit.concept);
        // Behind a comma or the start of a clause another thing is spoken of: "Blank ballots came to 0.6% and spoiled ones to 1.5%".
        let parts = |j: usize| matches!(self.form(j), "،" | ",") || scene.is(j, Concept::Clause) || sort && scene.is(j, Concept::And);
        let from = measure.end.min(at);
        let apart = (from..at).any(parts) || sort && self.hit.clitics.has(Clitics::AND);
        let aside = match (apart, self.next().is_some_and(next)) {
            (true, true) => 9.0,
            (true, false) => 3.0,
            _ => 0.0,
        };
        scene.cost(from, at) + 0.5 + 2.0 * crossed + aside
    }
}
