//! Arabic names that only their place tells: between a verb, a rank, «ثم» or a figure before and a figure of votes behind.
//! «حل في المركز الثالث جورج واجاكويا بنسبة 0.44%», «ثم فاليري بيكريس (10%)», «تقدم على لوبان (23.5)».

use super::{NameMention, NameType, Scan};
use crate::lexicon::{Concept, Concepts, Hit};
use crate::text::Kind;
use crate::text::clitic::{Clitics, skip_letters};
use crate::text::fold::is_arabic_mark;

/// The longest such name, in tokens.
const LONGEST: usize = 4;
const COUNTED: Concepts = Concepts::of(&[Concept::Percent, Concept::Vote, Concept::Seat]);
/// What may stand between a name and its figure.
const LEADING: Concepts = Concepts::of(&[Concept::Share, Concept::With, Concept::About, Concept::Over, Concept::Under]);

impl Scan<'_, '_> {
    /// The name before the figure at token `at`, of words that no name covers yet. `alone`: one word is enough.
    pub(super) fn figured(&self, at: usize, covered: &[bool], alone: bool) -> Option<NameMention> {
        let end = self.before_figure(at)?;
        let Some((start, skip)) = self.run(end, covered) else { return self.behind_verb(end, covered).filter(|_| alone) };
        let words = end - start;
        let unknown = (start..end).filter(|&j| self.unknown(j) || j == start && skip > 0 && !self.form(j).ends_with('ه')).count();
        let loose = (start..end).filter(|&j| self.t.words[j].common && !self.t.words[j].given_name).count();
        // «يليه تواصل بـ11 مقعدا»: who comes next is a name, whatever the word.
        let next = start > self.start && skip == 0 && comes_next(self.form(start - 1));
        // «والتقدم والاشتراكية (20 مقعدا)» in a list.
        let joined = words == 2 && skip == 1 && (start..end).all(|j| self.plain_definite(j));
        // «فاز حزب الشعب بـ16 مقعدا، والعمال بـ12 مقعدا، فالاستقلال بـ9»: the next of a list.
        let series = skip == 1 && (start..end).all(|j| self.plain_definite(j)) && self.form(end) == "ب";
        if words < if alone { 1 } else { 2 } || !next && !joined && !series && (unknown == 0 || loose > 1 || words == 1 && loose > 0) {
            return None;
        }
        if self.is(start, Concept::PartyHead) && words == 2 {
            return Some(self.name(start, end, NameType::Party));
        }
        let kind = if words > 1 && !self.form(start).starts_with("ال") && !joined { NameType::Person } else { NameType::Unknown };
        let mut name = self.name(start, end, kind);
        name.span.start += skip_letters(self.t.text.slice(start, start + 1), skip) as u32;
        Some(name)
    }

    /// «وحصل بولسونارو في جولة الإعادة على 55.1%»: unknown words right behind the verb, and where or when before the figure.
    fn behind_verb(&self, end: usize, covered: &[bool]) -> Option<NameMention> {
        let over = (end..end + 2).any(|j| self.form(j) == "علي");
        let verb = |h: &&Hit| h.concept == Concept::Got && h.value == 1 && h.end - h.start == 1 && (h.end as usize) < end;
        let start = self.t.within(end.saturating_sub(14).max(self.start), end).iter().rfind(verb).filter(|_| over)?.end as usize;
        let stop = (start..end.min(start + 3)).find(|&j| !self.unknown(j)).unwrap_or(start);
        // «حصل كورتيسو، مرشح الحزب الثوري، على 655 ألف صوت».
        let told = self.form(stop) == "،" && end > stop + 2 && self.form(end - 1) == "،";
        let aside = told || self.is(stop, Concept::In) && !(start..end).any(|j| covered[j]);
        let person = stop > start + 1 || told && self.is(stop + 1, Concept::Candidate);
        (stop > start && aside).then(|| self.name(start, stop, if person { NameType::Person } else { NameType::Unknown }))
    }

    /// Whether token `i` begins what leads to a figure of votes: the name ends before it.
    pub(super) fn names_before_figure(&self, i: usize) -> bool {
        (i..(i + 5).min(self.end)).find(|&j| self.t.is_digits(j)).is_some_and(|at| self.before_figure(at) == Some(i))
    }

    /// Whether token `i` is a word that can end a name and has a figure of votes right behind it.
    pub(super) fn surname_before_figure(&self, i: usize) -> bool {
        let and = |i: usize| self.form(i).starts_with('و') && (self.t.words[i].clitic_name || self.t.words[i].common);
        i < self.end && self.plain(i) && !and(i) && !self.form(i).starts_with("ال") && self.names_before_figure(i + 1)
    }

    /// Whether token `i` is a word that can end a name, with a comma or bracket behind it.
    pub(super) fn surname_before_comma(&self, i: usize) -> bool {
        let plain = i < self.end && self.plain(i) && !self.form(i).starts_with("ال") && !self.form(i).starts_with('و');
        plain && !self.form(i).ends_with(['ا', 'ه']) && matches!(self.form(i + 1), "،" | "(")
    }

    /// The end of the words that the figure at token `at` follows, if it is one of votes or seats.
    fn before_figure(&self, at: usize) -> Option<usize> {
        let percent = |j: usize| self.form(j) == "%";
        let unit = (at + 1..(at + 6).min(self.end))
            .take_while(|&j| self.word(j) || percent(j) || self.t.is_digits(j))
            .any(|j| percent(j) || self.t.is_any(j, COUNTED));
        let bracketed = at > self.start && self.form(at - 1) == "(" && self.form(at + 1) == ")" && self.form(at).len() < 6;
        let bracketed = || bracketed && (self.start..self.end).any(|j| percent(j) || self.is(j, Concept::Percent));
        let signed = at > self.start && percent(at - 1) && !self.t.text.tokens[at].spaced;
        // «ثم الصواب بخمسة»: of what was counted before.
        let told = || {
            let word = self.t.at(at).iter().any(|h| h.concept == Concept::Number && h.clitics.has(Clitics::BI));
            // «متبوعا بالأصالة والمعاصرة بـ82».
            word || self.t.is_digits(at) && at > self.start && self.form(at - 1) == "ب" && !self.word(at + 1)
        };
        let goes_on = || told() && (self.start..at).any(|j| self.t.is_any(j, COUNTED));
        let dual = self.is(at, Concept::Seat);
        if !(unit || signed || dual || bracketed() || goes_on()) {
            return None;
        }
        let mut end = at;
        while end > self.start
            && (matches!(self.form(end - 1), "(" | "%" | "ب" | "علي" | "اولا" | "ثانيا" | "ثالثا" | "رابعا" | "خامسا" | "سادسا")
                || self.t.at(end - 1).iter().any(|h| LEADING.holds(h.concept)))
        {
            end -= 1;
        }
        Some(end)
    }

    /// Where the words before `end` begin that may be a name, and how many letters of the first are no part of it.
    fn run(&self, end: usize, covered: &[bool]) -> Option<(usize, usize)> {
        let mut start = end;
        // «متبوعا بالأحرار بـ84 مقعدا».
        if end > self.start + 1 && self.form(end - 2).starts_with("متبوع") && self.form(end - 1).starts_with('ب') && !covered[end - 1]
        {
            return self.word(end - 1).then_some((end - 1, 1));
        }
        // «متبوعا بالأصالة والمعاصرة بـ82».
        if end > self.start + 2
            && self.form(end - 3).starts_with("متبوع")
            && self.form(end - 2).starts_with('ب')
            && self.form(end - 1).starts_with("وال")
            && !covered[end - 1]
            && !covered[end - 2]
        {
            return Some((end - 2, 1));
        }
        // «وتلته كتلة تقدم بـ38 مقعدا».
        if end > self.start + 2
            && comes_next(self.form(end - 3).trim_start_matches('و'))
            && self.is(end - 2, Concept::PartyHead)
            && self.word(end - 1)
            && !covered[end - 1]
            && !covered[end - 2]
        {
            return Some((end - 2, 0));
        }
        // «يليه تقدم بـ27 مقعدا»: a name, whatever the word means.
        if end > self.start + 1 && comes_next(self.form(end - 2)) && self.word(end - 1) && !covered[end - 1] && self.form(end) == "ب" {
            return Some((end - 1, 0));
        }
        while start > self.start
            && end - start < LONGEST
            && !covered[start - 1]
            && (self.plain(start - 1) || end - start == 1 && self.plain_definite(start - 1))
        {
            let j = start - 1;
            let and = self.form(j).starts_with('و') && !self.t.words[j].given_name && self.form(j).chars().count() > 3
                || self.form(j).starts_with("فال");
            // «جورج واجاكويا»: behind one given name, and nothing before it that goes on, it is a name.
            let given = |j: usize| self.t.words[j].given_name || self.t.words[j].clitic_name;
            let within = and && j > self.start && !covered[j - 1] && given(j - 1) && self.plain(j - 1);
            // «والتقدم والاشتراكية (20 مقعدا)»: one name of two definite words.
            let joined = self.form(j).starts_with("وال") && j > self.start && !covered[j - 1] && self.plain_definite(j - 1);
            start = j;
            if joined {
                continue;
            }
            if and && !within {
                return self.listed(j, covered).then_some((j, 1));
            }
        }
        // «ففاليري بيكريس»: so, and then.
        let so = start < end && self.form(start).starts_with('ف') && self.t.words[start].clitic_name && !self.t.words[start].given_name;
        (start < end && self.opened(start)).then_some((start, usize::from(so)))
    }

    /// Whether the word is written with this last letter, which folding makes one with another: ه and ة, ي and ى.
    pub(super) fn ends_as_written(&self, j: usize, letter: char) -> bool {
        self.t.text.slice(j, j + 1).trim_end_matches(is_arabic_mark).ends_with(letter)
    }

    /// A word that can be part of a name here.
    fn plain(&self, j: usize) -> bool {
        let form = self.form(j);
        let word = self.t.words[j];
        if !self.word(j) || !self.t.text.tokens[j].arabic || form.chars().count() < 3 || form == "علي" {
            return false;
        }
        let hits = self.t.at(j);
        // What parties are called by: الخضر, الاشتراكية.
        let family = |h: &Hit| matches!(h.concept, Concept::PartyFamily | Concept::PartyCause);
        let called = !hits.is_empty() && hits.iter().all(family);
        let bare = hits.iter().all(|h| matches!(h.concept, Concept::Place | Concept::Column) || family(h));
        let adverb = word.common && form.ends_with('ا');
        let article = (form.starts_with("وال") || form.starts_with("فال")) && (hits.is_empty() || called);
        let glued = word.common && form.starts_with(['ب', 'ل', 'ك', 'ف', 'و']) && !article;
        // «وحلفاؤه»: his, not a name's ة.
        let his = form.starts_with('و') && self.ends_as_written(j, 'ه');
        word.given_name || bare && (!word.tagged || called) && !adverb && !glued && !his && !self.possessed(j)
    }

    /// A definite word, perhaps with و, of which nothing is known.
    fn plain_definite(&self, j: usize) -> bool {
        let form = self.form(j);
        ["ال", "وال", "فال"].iter().any(|article| form.starts_with(article)) && self.word(j) && (self.plain(j) || self.ideal(j))
    }

    /// What parties call themselves by, and figures too: التقدم, التغيير.
    fn ideal(&self, j: usize) -> bool {
        let hits = self.t.at(j);
        !hits.is_empty()
            && hits.iter().all(|h| h.clitics.has(Clitics::AL) && matches!(h.concept, Concept::Ahead | Concept::Change | Concept::Lead))
    }

    /// A word that nothing else explains.
    fn unknown(&self, j: usize) -> bool {
        self.name_like(j) && (self.t.words[j].given_name || !self.t.words[j].common)
    }

    /// What stands before token `start` says that a name begins there: who got it, who is next, who is opposed.
    fn opened(&self, start: usize) -> bool {
        if start == self.start {
            return false;
        }
        let before = start - 1;
        let form = self.form(before);
        let rank = || {
            self.is(before, Concept::Ordinal)
                && before > self.start
                && ["مركز", "مرتبه", "مكان", "موقع"].iter().any(|w| self.form(before - 1).ends_with(w))
        };
        let told = self.t.at(before).iter().any(|h| match h.concept {
            Concept::Got => h.value == 1 && !form.ends_with(['ا']) || comes_next(form),
            Concept::Won | Concept::Lost | Concept::Victory => !form.ends_with(['ا', 'ه']) && !form.starts_with("ال"),
            Concept::Candidate | Concept::Rival => !self.form(before).ends_with("ين"),
            _ => false,
        });
        // «متقدما على X», «ثم X».
        let over = self
            .t
            .within(before.saturating_sub(1).max(self.start), start)
            .iter()
            .any(|h| h.concept == Concept::Against && h.end - h.start > 1)
            || form == "علي" && before > self.start && self.t.is_any(before - 1, const { Concepts::of(&[Concept::Ahead, Concept::Rival]) });
        let lot = ["نصيب", "حصه", "رصيد"].iter().any(|word| form.ends_with(word));
        // «كوربين بـ43 بالمئة، قبل برنهام بـ26».
        let ahead = form == "قبل" && before > self.start && self.form(before - 1) == "،";
        told || lot || rank() || over || ahead || form == "ثم" || matches!(form, "،" | ")") && self.listed(start, &[])
    }

    /// Token `j` comes behind a figure, or with و behind another name: it goes on with a list.
    fn listed(&self, j: usize, covered: &[bool]) -> bool {
        let mut before = j;
        while before > self.start && matches!(self.form(before - 1), "،" | ")") {
            before -= 1;
        }
        if before == self.start {
            return false;
        }
        let last = before - 1;
        let figure = self.t.is_digits(last)
            || self.form(last) == "%"
            || self.t.text.tokens[last].kind == Kind::Word
                && self.t.within(self.start, before).iter().any(|h| COUNTED.holds(h.concept) && h.end as usize == before);
        figure || before == j && covered.get(last).is_some_and(|c| *c)
    }
}

/// «يليه X بـ11»: what leads to the next.
fn comes_next(form: &str) -> bool {
    matches!(form, "يليه" | "يليها" | "تليه" | "تليها" | "تلاه" | "تلاها" | "تلته" | "تلتها")
}
