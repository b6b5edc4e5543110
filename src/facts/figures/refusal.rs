//! What keeps a number from being a figure of its kind, whoever it is about: values that the kind cannot have, and what its sentence says.

use super::PART;
use crate::facts::measure::Measure;
use crate::facts::place;
use crate::facts::scene::Scene;
use crate::kind::FactKind;
use crate::lexicon::{Concept, Concepts, Hit};
use crate::mentions::NameType;
use crate::text::clitic::Clitics;
use crate::text::{Lang, Sentence};

/// «المرشحون الأربعة الآخرون», «المرشحين الثلاثة الأوائل»: not all who stand.
const SOME: [&str; 9] = ["الاكثر", "الاوفر", "الاوايل", "المعارضون", "المعارضين", "الاخرون", "الاخرين", "الخاسرون", "الخاسرين"];

/// "Turnout exceeded the 20 percent required", «تجاوزت 20% المطلوبة».
const WANTED: [&str; 7] = ["required", "needed", "minimum", "quorum", "المطلوبه", "اللازمه", "المشترطه"];

/// A figure and the sentence it stands in.
struct Case<'s, 'a> {
    scene: &'s Scene<'a>,
    /// The tokens of the sentence.
    start: usize,
    end: usize,
    lang: Lang,
    list: &'s [Measure],
    at: usize,
    kind: FactKind,
}

/// What cannot be a figure of these kinds.
struct Refusal {
    /// Of which kinds; empty for all.
    kinds: &'static [FactKind],
    /// Only in sentences of this language.
    lang: Option<Lang>,
    /// Goes out with `hasila explain`.
    why: &'static str,
    holds: fn(&Case) -> bool,
}

const AR: Option<Lang> = Some(Lang::Ar);
const EN: Option<Lang> = Some(Lang::En);

const fn refuse(kinds: &'static [FactKind], lang: Option<Lang>, why: &'static str, holds: fn(&Case) -> bool) -> Refusal {
    Refusal { kinds, lang, why, holds }
}

use FactKind::{
    Candidates, CountedShare, ElectionStaff, JournalistCountries, Margin, Observers, PartiesContesting, PollingStations, Seats, SeatsTotal,
    SecurityPersonnel, Threshold, Turnout, VoteShare, Votes, VotesCast,
};

/// The first that holds tells why.
const REFUSALS: &[Refusal] = &[
    refuse(&[Margin], None, "what each got, no margin", |c| c.one_of_a_score()),
    refuse(&[Margin], None, "of the one behind, no margin", |c| c.of_the_one_behind()),
    refuse(&[VoteShare], EN, "of some of the voters", |c| c.among_some()),
    refuse(&[VoteShare], None, "what markets do", |c| c.of_markets()),
    refuse(&[Votes], None, "what is missing", |c| c.missing()),
    refuse(&[Seats], None, "more members than any body has", |c| c.measure().unit == Concept::Member && c.value() > 1000.0),
    refuse(&[Turnout], None, "of the votes, not of the voters", |c| c.of_the_votes()),
    refuse(&[Turnout], None, "what is wanted", |c| c.behind(1).any(|j| WANTED.contains(&c.form(j)))),
    // «قال 54% من الناخبين إنهم صوتوا لـX»
    refuse(&[Turnout], AR, "for whom they voted", |c| c.behind(6).any(|j| c.form(j) == "انهم")),
    // «930 ألف شخص صوتوا لها»
    refuse(&[VotesCast], AR, "votes for somebody", |c| c.behind(4).any(|j| matches!(c.form(j), "لها" | "له" | "لصالحه" | "لصالحها"))),
    // "Those under eighteen went to vote"
    refuse(&[VotesCast], EN, "an age", |c| c.value() < 30.0 && c.before(1).any(|j| matches!(c.form(j), "under" | "aged"))),
    // "41 women among its 101 members"
    refuse(&[Seats], EN, "all of the body", |c| c.measure().unit == Concept::Member && c.before(2).any(|j| c.form(j) == "among")),
    refuse(&[PollingStations], EN, PART, |c| c.some_stations()),
    refuse(&[Candidates], None, "the two candidates, known already", |c| c.is_two() && c.form(c.measure().start).starts_with("ال")),
    refuse(&[Candidates], None, "two candidates without a word of standing", |c| c.is_two() && !c.near(Concept::Contest, 3.0)),
    refuse(&[], None, "a part of the next figure", |c| c.part_of_next()),
    refuse(&[], None, "a share told in words", |c| c.share_in_words()),
    refuse(&[Candidates], None, "a part of them", |c| c.of_the_candidates()),
    refuse(&[], None, "what is left of the whole", |c| c.all_but()),
    refuse(&[SeatsTotal], None, "seats of somebody", |c| c.seats_of_somebody()),
    refuse(&[SeatsTotal], None, "constituencies, not seats", |c| c.constituencies()),
    refuse(&[SeatsTotal], AR, "a part of the body", |c| c.before(2).any(|j| c.scene.is(j, Concept::OfThem))),
    refuse(&[PollingStations], AR, "places of a ranking", |c| c.ranking()),
    refuse(&[Votes], AR, "votes of electors", |c| c.behind(4).any(|j| c.form(j).ends_with("مجمع") || c.form(j) == "كبار")),
    // «38% إن X هو الأنسب»
    refuse(&[VoteShare], AR, "what people think of somebody", |c| (c.start..c.end).any(|j| c.form(j) == "الانسب")),
    refuse(&[Candidates], AR, "of the voters", |c| c.people_of_the_voters()),
    refuse(&[Candidates], AR, "those who won", |c| c.winners()),
    refuse(&[Candidates], None, "some of the candidates", |c| SOME.contains(&c.form(c.measure().end))),
    refuse(&[VoteShare], None, "what people say", |c| c.said_by_people()),
    refuse(&[PollingStations], None, "committees of another kind", |c| c.other_committees()),
    refuse(&[Candidates], None, "parties, not people", |c| c.parties()),
    refuse(&[Threshold], None, "no threshold", |c| c.got_instead()),
    refuse(&[ElectionStaff, Observers, SecurityPersonnel], None, "what befell some of them", |c| c.befell()),
    refuse(&[Votes], None, "votes that were lost", |c| c.lost()),
    refuse(&[Seats, SeatsTotal], None, "seats set aside", |c| c.reserved()),
    refuse(&[Margin], None, "another clause's majority", |c| c.majority_of_another_clause()),
    refuse(&[Votes], EN, "votes of others", |c| c.votes_of_others()),
    // "61% that he had been right"
    refuse(&[VoteShare], None, "what people think", |c| {
        let when = matches!(c.form(c.measure().end + 1), "day" | "time" | "round" | "year" | "month" | "night" | "vote" | "election");
        c.form(c.measure().end) == "that" && !when
    }),
    refuse(&[Seats], None, "where, and nobody's seats", |c| c.where_something_is()),
    refuse(&[VoteShare], EN, "answers to a question", |c| {
        c.form(c.start) == "asked" && !c.scene.has(c.start, c.measure().start, Concept::Vote)
    }),
    refuse(&[Candidates], None, "some of the candidates", |c| c.some_candidates()),
    refuse(&[PartiesContesting], None, "the parties of a union", |c| c.union()),
    refuse(&[CountedShare], None, "somebody's share", |c| c.share_of_somebody()),
    refuse(&[JournalistCountries], None, "no journalists counted before", |c| {
        !c.list[..c.at].iter().any(|m| m.unit == Concept::Journalist)
    }),
];

/// What its sentence says of a number keeps it from being one of this kind.
pub(super) fn possible_here(scene: &Scene, sentence: &Sentence, list: &[Measure], at: usize, kind: FactKind) -> Result<(), &'static str> {
    let (start, end) = (sentence.start as usize, sentence.end as usize);
    let case = Case { scene, start, end, lang: sentence.lang, list, at, kind };
    let asked = |r: &&Refusal| (r.kinds.is_empty() || r.kinds.contains(&kind)) && r.lang.is_none_or(|lang| lang == sentence.lang);
    match REFUSALS.iter().filter(asked).find(|r| (r.holds)(&case)) {
        Some(refusal) => Err(refusal.why),
        None => Ok(()),
    }
}

impl Case<'_, '_> {
    fn measure(&self) -> &Measure {
        &self.list[self.at]
    }

    fn value(&self) -> f64 {
        self.measure().value.to_f64()
    }

    fn form(&self, j: usize) -> &str {
        self.scene.form(j)
    }

    fn previous(&self) -> Option<&Measure> {
        self.at.checked_sub(1).map(|p| &self.list[p])
    }

    /// The tokens of the sentence before the figure, up to so many.
    fn before(&self, count: usize) -> std::ops::Range<usize> {
        self.measure().start.saturating_sub(count).max(self.start)..self.measure().start
    }

    /// The tokens of the sentence behind the figure, up to so many.
    fn behind(&self, count: usize) -> std::ops::Range<usize> {
        self.measure().end..(self.measure().end + count).min(self.end)
    }

    /// A word of the concept in the sentence, within this cost of the figure.
    fn near(&self, concept: Concept, reach: f32) -> bool {
        let measure = (self.measure().start, self.measure().end);
        self.scene.hits(self.start, self.end, concept).any(|h| self.scene.gap((h.start as usize, h.end as usize), measure) <= reach)
    }

    fn is_two(&self) -> bool {
        self.measure().value.digits == 2
    }

    /// "beat X by 21,187 votes to 10,179": the votes of each.
    fn one_of_a_score(&self) -> bool {
        let measure = self.measure();
        let first = self.form(measure.end) == "to" && self.scene.tagged.is_digits(measure.end + 1);
        first || self.previous().is_some_and(|p| p.end + 1 == measure.start && self.form(p.end) == "to")
    }

    /// "third with 1,332, ahead of the Greens on 1,188": the figure of the one behind.
    fn of_the_one_behind(&self) -> bool {
        let to = self.measure().start;
        let ahead = self.scene.hits(self.start, to, Concept::Lead).rfind(|h| h.value == 2 && self.form(h.end as usize - 1) == "of");
        let last = |k: usize| {
            let ne = self.scene.names[k].end as usize;
            ne + 1 == to && matches!(self.form(ne), "on" | "at" | "with" | "(")
        };
        ahead.is_some_and(|h| self.scene.names_in(h.end as usize, to).any(last))
    }

    /// "60% of the vote among the under-25s", "among women it scored 37%": some of those who vote.
    fn among_some(&self) -> bool {
        let part = |j: usize| {
            matches!(self.form(j), "women" | "men" | "young" | "younger" | "older" | "under" | "over" | "aged")
                || matches!(self.form(j), "pensioners" | "students" | "workers" | "graduates")
        };
        let among = |j: usize| self.form(j) == "among" && (j + 1..(j + 4).min(self.end)).any(part);
        let to = self.measure().start;
        let clause = (self.start..to).rev().find(|&j| matches!(self.form(j), ";" | ",")).unwrap_or(self.start);
        (clause.max(to.saturating_sub(8))..self.behind(6).end).any(among)
    }

    /// "Infineon (IFXGn.DE) gained 3.2 percent": a sentence on the economy, where nobody votes.
    fn of_markets(&self) -> bool {
        let voting = const {
            Concepts::of(&[
                Concept::Vote,
                Concept::Election,
                Concept::OpinionPoll,
                Concept::Ballot,
                Concept::Result,
                Concept::Candidate,
                Concept::Voter,
                Concept::Round,
                Concept::Counted,
                Concept::Seat,
            ])
        };
        let told = self.scene.tagged.concepts_of(self.scene.tagged.text.sentence_of(self.start));
        let symbol =
            |j: usize| self.form(j) == "." && self.scene.tagged.text.tokens[j].spaced && !self.scene.tagged.text.tokens[j + 1].spaced;
        // But "Economic Freedom Fighters" is what a party is called.
        let party = |at: usize| {
            let names = self.scene.names_in(at.saturating_sub(6).max(self.start), at + 1).map(|k| &self.scene.names[k]);
            names.into_iter().any(|n| n.end as usize > at && n.kind == NameType::Party)
        };
        let economy = |h: &Hit| {
            let (from, to) = (self.measure().end.min(h.end as usize), self.measure().start.max(h.start as usize));
            let apart = (from..to).any(|j| self.form(j) == ";");
            // "The economy minister", «وزير الاقتصاد».
            let minister =
                self.scene.is(h.end as usize, Concept::Title) || self.scene.is((h.start as usize).wrapping_sub(1), Concept::Title);
            !apart && !minister && !party(h.start as usize)
        };
        let economy = || self.scene.hits(self.start, self.end, Concept::Economy).any(economy);
        !told.meet(voting) && (told.holds(Concept::Economy) && economy() || (self.start + 1..self.end.saturating_sub(1)).any(symbol))
    }

    /// "X was 12,000 votes behind Y", "crossed that line with 660 votes to spare".
    fn missing(&self) -> bool {
        let next = self.measure().end;
        matches!(self.form(next), "behind" | "short") || self.form(next) == "to" && self.form(next + 1) == "spare"
    }

    /// "approved with 61% of the vote on a turnout of 43%".
    fn of_the_votes(&self) -> bool {
        let next = self.measure().end;
        let of = next + usize::from(self.form(next + 1) == "the");
        self.form(next) == "of" && matches!(self.form(of + 1), "vote" | "votes")
    }

    /// "5,200 polling stations, 110 of them abroad": which of them, not how many.
    fn some_stations(&self) -> bool {
        let of_them = || self.scene.has(self.before(4).start, self.behind(2).end, Concept::OfThem);
        self.measure().inherited && of_them() && place::of(self.scene, self.list, self.at, self.kind).is_none()
    }

    /// "Fifteen of the 26 parties", "all but 24 of 170,182 polling stations": a part of what is counted next.
    fn part_of_next(&self) -> bool {
        let (measure, kind) = (self.measure(), self.kind);
        let registered = |next: &Measure| kind == FactKind::RegisteredVoters && self.scene.has(next.end, next.end + 3, Concept::Registered);
        let next = self.list.get(self.at + 1).is_some_and(|next| next.number.0 <= measure.end + 4 && !registered(next));
        let counts = kind.unit() != "percent" && !matches!(kind, SeatsTotal | FactKind::VotesCast) && !kind.needs_subject();
        counts && next && measure.inherited && matches!(self.form(measure.end), "of" | "out")
    }

    /// "Three out of four votes": a share told in words.
    fn share_in_words(&self) -> bool {
        let out_of = |a: &Measure, b: &Measure| {
            let near = a.inherited && b.value.to_f64() <= 10.0 && a.end < b.number.0 && b.number.0 <= a.end + 3;
            near && (matches!(self.form(a.end), "of" | "out" | "in") || self.scene.is(a.end, Concept::OutOf))
        };
        let measure = self.measure();
        let pair =
            || self.list.get(self.at + 1).is_some_and(|next| out_of(measure, next)) || self.previous().is_some_and(|p| out_of(p, measure));
        matches!(measure.unit, Concept::Vote | Concept::Voter | Concept::Person | Concept::Ballot) && pair()
    }

    /// «أربعة من المرشحين الستة».
    fn of_the_candidates(&self) -> bool {
        let measure = self.measure();
        let the = |unit: usize| self.scene.tagged.at(unit).iter().any(|h| h.concept == measure.unit && h.clitics.has(Clitics::AL));
        measure.unit_at > measure.number.1.saturating_sub(1) && self.form(measure.unit_at.wrapping_sub(1)) == "من" && the(measure.unit_at)
    }

    /// "With all but one of the 156 constituencies counted".
    fn all_but(&self) -> bool {
        let first = self.measure().number.0;
        first > 1 && self.form(first - 1) == "but" && self.form(first - 2) == "all"
    }

    /// "The number of women's seats reached 31".
    fn seats_of_somebody(&self) -> bool {
        let unit = self.measure().unit_at;
        // But «112 من مقاعد البرلمان الـ150».
        let owner = |k: usize| !matches!(self.scene.names[k].kind, NameType::Place | NameType::Organization);
        unit < self.measure().start && self.scene.names_in(unit + 1, unit + 2).any(owner)
    }

    /// "One of the 40 constituencies rejected it": no seats where no seats are spoken of.
    fn constituencies(&self) -> bool {
        let unit = self.measure().unit_at;
        self.form(unit).starts_with("constituenc")
            && !self.scene.hits(self.start, self.end, Concept::Seat).any(|h| h.start as usize != unit)
    }

    /// «تراجعت تونس بنحو 12 مركزا في المؤشر».
    fn ranking(&self) -> bool {
        let ranked = |j: usize| ["موشر", "ترتيب", "تصنيف"].iter().any(|word| self.form(j).ends_with(word));
        self.measure().weak && (self.start..self.end).any(ranked)
    }

    /// «1.4 مليون ناخب، منهم 130 ألف امرأة».
    fn people_of_the_voters(&self) -> bool {
        self.measure().unit == Concept::Group && self.previous().is_some_and(|p| matches!(p.unit, Concept::Voter | Concept::Person))
    }

    /// «فوز 40 مرشحا».
    fn winners(&self) -> bool {
        let won = const { Concepts::of(&[Concept::Victory, Concept::Won]) };
        self.before(1).any(|j| self.scene.tagged.is_any(j, won))
    }

    /// «قال 15% إنهم يأملون …».
    fn said_by_people(&self) -> bool {
        let next = self.measure().end;
        matches!(self.form(next), "انهم" | "بانهم") || self.form(next) == "منهم" && self.form(next + 1).ends_with("انهم")
    }

    /// «16 لجنة للفصل في الطعون»: committees, where nobody votes.
    fn other_committees(&self) -> bool {
        let unit = self.measure().unit_at;
        let other = ["طعون", "محليه", "تنفيذيه", "فصل", "مخالفات", "استقبال", "قيد", "تحقيق"];
        let near = unit.saturating_sub(7).max(self.start)..(unit + 5).min(self.end);
        ["لجنه", "لجان"].iter().any(|word| self.form(unit).ends_with(word))
            && near.into_iter().any(|j| other.iter().any(|word| self.form(j).ends_with(word)))
    }

    /// "Three opposition parties".
    fn parties(&self) -> bool {
        let measure = self.measure();
        measure.unit == Concept::Group && (measure.unit_at..measure.end).any(|j| self.scene.is(j, Concept::PartyUnit))
    }

    /// "52.8 percent, enough to avoid a second round": what was got, not what it takes.
    fn got_instead(&self) -> bool {
        let next = self.measure().end;
        let enough = self.form(next) == "," && matches!(self.form(next + 1), "enough" | "sufficient" | "more" | "well");
        let before = self.lang == Lang::En && self.scene.is(next, Concept::Previous);
        enough || before || self.scene.hits(next, next + 4, Concept::OpinionPoll).next().is_some()
    }

    /// «وفاة 554 موظفا», "41 election workers died": not all who work.
    fn befell(&self) -> bool {
        let arabic = ["وفاه", "وفيات", "توفي", "توفوا", "اصيب", "اصيبوا", "مرض", "مقتل"];
        let english = ["died", "dead", "ill", "killed", "sick", "arrested", "injured"];
        let told = |j: usize| arabic.contains(&self.form(j)) || english.contains(&self.form(j));
        (self.before(2).start..self.behind(4).end).any(told)
    }

    /// «خسر X 39 صوتا».
    fn lost(&self) -> bool {
        let (scene, to) = (self.scene, self.measure().start);
        let Some(verb) = scene.hits(self.start, to, Concept::Lost).next_back() else { return false };
        let from = verb.end as usize;
        self.form(verb.start as usize).trim_start_matches('و').starts_with("خسر")
            && scene.cost(from, to) <= 4.0
            && !(from..to).any(|j| scene.is(j, Concept::By) || scene.is(j, Concept::In) || self.form(j) == "ب")
    }

    /// "83 of them reserved for women", «منها 83 مقعدا مخصصا للنساء وتسعة للأقليات»: seats that nobody won.
    fn reserved(&self) -> bool {
        let kept = ["reserved", "earmarked", "مخصصه", "مخصصا", "محجوزه"];
        let measure = self.measure();
        let from = self.previous().map_or(measure.end, |p| p.end).max(measure.start.saturating_sub(4));
        (self.kind == Seats || measure.inherited) && (from..self.behind(4).end).any(|j| kept.contains(&self.form(j)))
    }

    /// "Lost its majority, taking 194 seats": no lead of so many.
    fn majority_of_another_clause(&self) -> bool {
        self.before(4).any(|j| self.form(j) == "," && self.form(j - 1) == "majority")
    }

    /// "6,000 votes fewer than Y", "173 of the 299 votes".
    fn votes_of_others(&self) -> bool {
        let measure = self.measure();
        let against = matches!(self.form(measure.end), "fewer" | "more" | "less") && self.form(measure.end + 1) == "than";
        let of_all = |p: &Measure| {
            let near = self.scene.cost(p.end, measure.start) <= 1.5 && measure.start <= p.end + 2;
            p.inherited && p.unit == measure.unit && self.form(p.end) == "of" && near
        };
        against || self.previous().is_some_and(of_all)
    }

    /// "Could influence the result in 50 constituencies".
    fn where_something_is(&self) -> bool {
        let won = const { Concepts::of(&[Concept::Got, Concept::Won, Concept::Ahead, Concept::Lead, Concept::Elected, Concept::Victory]) };
        matches!(self.form(self.measure().unit_at), "constituencies" | "districts")
            && self.before(3).any(|j| self.form(j) == "in")
            && !self.scene.tagged.within(self.start, self.measure().end).iter().any(|h| won.holds(h.concept))
    }

    /// "The five losing candidates": not all of them.
    fn some_candidates(&self) -> bool {
        let some = ["losing", "defeated", "remaining", "other", "rival", "unsuccessful", "خاسرين", "الخاسرين"];
        (self.measure().start..self.measure().end + 1).any(|j| some.contains(&self.form(j)))
    }

    /// "The candidate of a nine-party bloc".
    fn union(&self) -> bool {
        let next = self.form(self.measure().end);
        self.measure().compound && matches!(next, "bloc" | "coalition" | "alliance" | "front" | "government" | "cabinet" | "pact")
    }

    /// «أردوغان 53.4% بعد فتح 99.43% من الصناديق», "the count had X at 40.6 percent".
    fn share_of_somebody(&self) -> bool {
        let to = self.measure().start;
        let at = usize::from(to > self.start && self.form(to - 1) == "at");
        self.scene.names_in(self.before(6).start, to).any(|k| {
            let name = &self.scene.names[k];
            name.end as usize + at == to && matches!(name.kind, NameType::Person | NameType::Party | NameType::Choice | NameType::Unknown)
        })
    }
}

/// A value that the kind cannot have is no fact, or the wrong rule.
pub(in crate::facts) fn plausible(kind: FactKind, measure: &Measure) -> Result<(), &'static str> {
    let value = measure.value.to_f64();
    let wrong = match kind {
        Candidates => !(2.0..=2e6).contains(&value),
        PartiesContesting => !(3.0..=2000.0).contains(&value),
        FactKind::CandidateLists => value < 2.0,
        Threshold => measure.max.is_some(),
        // France elects half a million councillors.
        SeatsTotal => !(3.0..=6e5).contains(&value),
        Seats => value > 3e5,
        FactKind::TermYears => !(2.0..=12.0).contains(&value),
        PollingStations => !(10.0..=2e6).contains(&value),
        VoteShare | Turnout | CountedShare => value > 100.0 && measure.inherited,
        Observers | FactKind::Journalists => value < 3.0,
        SecurityPersonnel | ElectionStaff => value < 50.0,
        FactKind::RegisteredVoters | FactKind::VotesCast => value < 10.0,
        _ => false,
    };
    if wrong { Err("the value cannot be one of this kind") } else { Ok(()) }
}
