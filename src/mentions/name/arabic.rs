//! Arabic names. There are no capitals: a name begins after a title, at a given name, at a head word or in a quote, and grows
//! while tokens are no known words.

use super::{NameMention, NameType, Scan};
use crate::lexicon::{Concept, Concepts, Hit, INDEPENDENTS, Lexicon};
use crate::span::Span;
use crate::text::Kind;
use crate::text::clitic::{Clitics, readings, skip_letters};

const MAX_NAME: usize = 6;

impl Scan<'_, '_> {
    /// The name that begins at token `i` of an Arabic sentence.
    pub(super) fn arabic(&self, i: usize) -> Option<NameMention> {
        if let Some(item) = self.list_item(i) {
            return Some(item);
        }
        if let Some(hit) = self.t.hit(i, Concept::Choice) {
            // A bare لا is nearly always "not", بلا "without": as an option it is quoted or what was voted, «صوتوا بلا».
            let voted = self.form(i) == "بلا" && self.form(i.wrapping_sub(1)).contains("صوت");
            let quoted = self.form(i.wrapping_sub(1)) == "\"" && self.form(hit.end as usize) == "\"";
            // «حصلت نعم على 51 في المئة».
            let got = self.form(i) == "نعم" && i > self.start && self.is(i - 1, Concept::Got) && self.t.asks();
            if hit.value == 3 || quoted || voted || got || !(self.form(i).ends_with("لا") || self.form(i) == "نعم") {
                let clitics = if voted { Clitics::BI } else { hit.clitics };
                return Some(NameMention { value: hit.value, ..self.without_clitics(i, hit.end as usize, NameType::Choice, clitics) });
            }
        }
        // «ضد» 55.76%، «مع» 44.24%: quoted, the answers of a referendum.
        let quoted = i > self.start && self.form(i - 1) == "\"" && self.form(i + 1) == "\"";
        if let Some(value) = match self.form(i) {
            "مع" | "موافق" => Some(1),
            "ضد" => Some(2),
            _ => None,
        }
        .filter(|_| quoted)
        {
            return Some(NameMention { value, ..self.name(i, i + 1, NameType::Choice) });
        }
        // «55 في المئة ضد الاستقلال», «50% لصالح الانضمام», «45 في المئة أيدوه»: answers too, where a referendum is told of.
        let percent = |h: &Hit| h.concept == Concept::Percent && h.end as usize == i;
        let counted =
            || i > self.start && (self.form(i - 1) == "%" || self.t.within(i.saturating_sub(3).max(self.start), i).iter().any(percent));
        let said = || self.t.is_digits(i + 1) && (i + 2..i + 5).any(|j| self.is(j, Concept::Percent) || self.form(j) == "%");
        let definite = |j: usize| self.word(j) && self.form(j).starts_with("ال");
        // «ضد الدستور الجديد». Where answers are named, they are not called by what they are for.
        let bare = || self.t.all(Concept::Choice).is_empty();
        let what = || (definite(i + 1) && bare()).then(|| i + 2 + usize::from(definite(i + 2)));
        let answer = match self.form(i) {
            "لصالح" | "مع" if counted() => what().map(|end| (1, end)),
            "ضد" if counted() => what().map(|end| (2, end)),
            "ايدوه" | "ايدوها" | "ايده" | "ايدها" | "وافقوا" if counted() || said() => Some((1, i + 1)),
            "عارضوه" | "عارضوها" | "عارضه" | "عارضها" | "رفضوه" | "رفضوها" | "رفضه" | "رفضها" if counted() || said() => {
                Some((2, i + 1))
            }
            _ => None,
        };
        if let Some((value, end)) = answer.filter(|_| self.t.asks()) {
            return Some(NameMention { value, ..self.name(i, end, NameType::Choice) });
        }
        // «تقدم بصفة مستقل»: what somebody is, and nobody else.
        let as_one = i > self.start && matches!(self.form(i - 1), "بصفه" | "بصفته" | "بصفتها" | "كمرشح" | "مرشح" | "مرشحا" | "المرشح");
        if let Some(hit) = self.t.hit(i, Concept::Group).filter(|h| !(as_one && h.value == INDEPENDENTS)) {
            // "The ruling party «X»": the quoted name is what it is called.
            if self.form(hit.end as usize) == "\""
                && self.form(i).contains("حزب")
                && let Some(close) = (hit.end as usize + 1..(hit.end as usize + 7).min(self.end)).find(|&j| self.form(j) == "\"")
            {
                return Some(self.without_clitics(i, close + 1, NameType::Party, hit.clitics));
            }
            return Some(self.without_clitics(i, hit.end as usize, NameType::Group, hit.clitics));
        }
        if let Some(hit) = self.t.hit(i, Concept::PartyFamily) {
            let form = self.form(i);
            let many = |j: usize| self.form(j).ends_with("ين") || self.form(j).ends_with("ون");
            let plural = many(i);
            // «الاشتراكيون الديمقراطيون».
            let mut end = hit.end as usize;
            while plural && many(end) && self.form(end).starts_with("ال") {
                let Some(next) = self.t.hit(end, Concept::PartyFamily) else { break };
                end = next.end as usize;
            }
            let figures = || {
                let near = self.t.within(self.start, self.end);
                near.iter().any(|h| matches!(h.concept, Concept::Percent | Concept::Seat | Concept::Vote))
            };
            // فاز الجمهوري غلين يونغكين.
            let before_person = form.starts_with("ال")
                && !plural
                && hit.end as usize == i + 1
                && self.arabic_person(i + 1).is_some_and(|person| person.start as usize == i + 1);
            let led = before_person
                || i > self.start && (self.is(i - 1, Concept::Candidate) || plural && (!self.t.words[i - 1].common || figures()));
            if led {
                return Some(self.without_clitics(i, end, NameType::Party, hit.clitics));
            }
        }
        // A short quoted phrase in a sentence about votes is what somebody is called: «سائرون».
        if self.form(i.wrapping_sub(1)) == "\"" && i > self.start {
            let close = (i + 1..(i + 5).min(self.end)).find(|&j| self.form(j) == "\"");
            let about = self
                .t
                .within(self.start, self.end)
                .iter()
                .any(|h| matches!(h.concept, Concept::Seat | Concept::Member | Concept::Vote | Concept::Percent | Concept::Candidate));
            let quote = &self.t.text.tokens[i - 1];
            let opens = !self.t.text.tokens[i].spaced
                && (quote.spaced
                    || i - 1 == self.start
                    || self.t.text.tokens[i - 2].kind == Kind::Punct
                    || matches!(self.form(i - 2), "ل" | "ب" | "و"));
            let said = i > self.start + 1 && self.is(i - 2, Concept::Said);
            let open = opens && self.form(i.wrapping_sub(2)) != ":" && about && !said;
            let plain = |j: usize| {
                self.word(j)
                    && !self.t.is_any(
                        j,
                        const {
                            Concepts::of(&[
                                Concept::Got,
                                Concept::Said,
                                Concept::Function,
                                Concept::In,
                                Concept::Prep,
                                Concept::Vote,
                                Concept::Election,
                                Concept::Choice,
                                Concept::Not,
                                Concept::PartyHead,
                                Concept::Clause,
                            ])
                        },
                    )
            };
            if let Some(close) = close.filter(|&c| open && (i..c).all(plain)) {
                let pollster = self
                    .t
                    .within(i.saturating_sub(4).max(self.start), i)
                    .iter()
                    .any(|h| matches!(h.concept, Concept::OrgHead | Concept::OpinionPoll | Concept::Projection));
                return Some(self.name(i, close, if pollster { NameType::Organization } else { NameType::Unknown }));
            }
        }
        // مرشح "إلى الأمام": what a candidate's title quotes is a party.
        if self.form(i.wrapping_sub(1)) == "\""
            && i >= self.start + 2
            && self.is(i - 2, Concept::Candidate)
            && let Some(close) = (i + 1..(i + 7).min(self.end)).find(|&j| self.form(j) == "\"")
        {
            return Some(self.name(i, close, NameType::Party));
        }
        if self.is(i, Concept::PartyHead)
            && let Some(name) = self.arabic_party(i)
        {
            return Some(name);
        }
        if let Some(hit) = self.t.hit(i, Concept::Country) {
            return Some(NameMention { value: hit.value, ..self.without_clitics(i, hit.end as usize, NameType::Place, hit.clitics) });
        }
        if let Some(hit) = self.t.hit(i, Concept::Abroad) {
            return Some(NameMention { value: -1, ..self.without_clitics(i, hit.end as usize, NameType::Place, hit.clitics) });
        }
        if let Some(hit) = self.t.hit(i, Concept::Capital) {
            return Some(self.without_clitics(i, hit.end as usize, NameType::Place, hit.clitics));
        }
        if self.is(i, Concept::PlaceHead)
            && let Some(name) = self.arabic_headed(i, NameType::Place, 2)
        {
            return Some(name);
        }
        if let Some(hit) = self.t.hit(i, Concept::Place).filter(|hit| !self.within_name(i, hit.end as usize)) {
            return Some(self.without_clitics(i, hit.end as usize, NameType::Place, hit.clitics));
        }
        if let Some(person) = self.arabic_person(i) {
            return Some(person);
        }
        if self.is(i, Concept::OrgHead) {
            return self.arabic_headed(i, NameType::Organization, 4);
        }
        // "In" and a word that nothing else explains: a place.
        let placed = i > self.start && self.is(i - 1, Concept::In);
        // … or any plain word right before its figure: "وفي الزرقاء 18.03%".
        let figured = placed
            && self.word(i)
            && !self.t.words[i].tagged
            && (self.t.is_digits(i + 1) || self.form(i + 1) == "%")
            && (i + 1..i + 5).any(|j| self.is(j, Concept::Percent) || self.form(j) == "%");
        // «في سلامة العملية»: a noun of its own behind it.
        let construct = !self.form(i).starts_with("ال")
            && self.form(i + 1).starts_with("ال")
            && self.word(i + 1)
            && self.t.words[i + 1].common
            && !self.is(i + 1, Concept::Weekday)
            && !self.is(i + 1, Concept::RelativeDay);
        if placed && self.place_like(i) && !construct || figured {
            let more = self.place_like(i + 1) && self.form(i + 1).starts_with("ال");
            return Some(self.name(i, i + 1 + usize::from(more), NameType::Place));
        }
        None
    }

    /// Definite words that only their place tells to be a name, of a party or a person: beside a verb of getting and what was got.
    /// «حصل الليكود على 30 مقعدا», «أما الوفد فنال 15 مقعدا», and where the verb is said once: «والعمل على 7».
    /// What is `covered` by other names is none.
    pub(super) fn getter(&self, i: usize, covered: &[bool]) -> Option<NameMention> {
        // «17.8% لسيريزا (48 مقعدا)».
        if self.form(i).starts_with('ل') && self.name_like(i) && !self.t.words[i].common && !self.t.words[i].given_name && !covered[i] {
            // «و31202 صوت لألان كيريماتن، مرشح P».
            let unknown = |j: usize| j < self.end && self.name_like(j) && !self.t.words[j].common && !covered[j];
            let stop = (i + 1..i + 3).find(|&j| !unknown(j)).unwrap_or(i + 3);
            let figure = i > self.start
                && (self.form(i - 1) == "%"
                    || self.t.is_any(i - 1, const { Concepts::of(&[Concept::Seat, Concept::Percent, Concept::Vote]) }));
            let closed = matches!(self.form(stop), "(" | "،" | "." | "") || self.form(stop) == "و";
            let kind = if stop > i + 1 { NameType::Person } else { NameType::Unknown };
            return (figure && closed && self.form(i).chars().count() > 4).then(|| self.without_clitics(i, stop, kind, Clitics::LI));
        }
        let definite = |j: usize, and: bool| {
            let form = self.form(j);
            let form = if and { form.strip_prefix('و').unwrap_or(form) } else { form };
            let article = form.starts_with("ال") || and && form.starts_with("لل");
            let known = |h: &Hit| {
                !matches!(
                    h.concept,
                    Concept::PartyFamily | Concept::PartyCause | Concept::Nationality | Concept::Place | Concept::OtherUnit
                ) && !(h.concept == Concept::PlaceHead && h.value == 2)
            };
            let within = self.t.words[j.min(self.end - 1)].tagged && self.t.at(j).is_empty();
            let told_of = ["القريب", "المقرب", "المدعوم", "التابع", "الموالي"].iter().any(|root| form.starts_with(root));
            article && !told_of && form.chars().count() > 4 && self.word(j) && !covered[j] && !within && !self.t.at(j).iter().any(known)
        };
        // A foreign surname: «حصل ترامب على 290 صوتا».
        let foreign = self.bare_name(i) && !covered[i] && !self.form(i).starts_with("ال");
        // «حصل هذه المرة على 41 مقعدا».
        let this = i > self.start && matches!(self.form(i - 1), "هذه" | "هذا" | "تلك" | "ذلك");
        if this || !foreign && !definite(i, true) {
            return None;
        }
        let end = (i + 1..i + 4).find(|&j| !definite(j, false)).unwrap_or(i + 4);
        // A verb that may have this subject: no pronoun at its end.
        let verb = |j: usize| {
            let form = self.form(j);
            let alone = !form.ends_with(['ا', 'ه']) && !form.ends_with("هم");
            alone && self.t.is_any(j, const { Concepts::of(&[Concept::Got, Concept::Won, Concept::Ahead]) })
        };
        let unit = |from: usize| {
            !self.name_like(from)
                && (from..(from + 7).min(self.end)).take_while(|&j| self.t.text.tokens[j].kind != Kind::Punct || self.form(j) == "%").any(
                    |j| {
                        self.form(j) == "%"
                            || self.t.is_any(j, const { Concepts::of(&[Concept::Seat, Concept::Percent, Concept::Vote, Concept::Point]) })
                    },
                )
        };
        // The party's leader between: «حصل الوفد بزعامة X على 30 مقعدا».
        let led = (end..end + 2).find_map(|j| self.t.hit(j, Concept::Leader));
        let told = led.and_then(|h| (h.end as usize..h.end as usize + 6).find(|&j| self.form(j) == "علي" || self.form(j).starts_with('ب')));
        let end_of_phrase = told.unwrap_or(end);
        let on = self.form(end) == "علي" && self.t.is_digits(end + 1);
        if self.form(i).starts_with("لل") {
            let counted = const { Concepts::of(&[Concept::Seat, Concept::Percent]) };
            let unit = i > self.start + 1 && (self.t.is_any(i - 1, counted) || self.form(i - 1) == "%");
            let given = i > self.start && self.t.is_digits(i - 1 - usize::from(unit));
            return (given && self.t.words[i].common && !self.name_like(end)).then(|| self.name(i, end, NameType::Unknown));
        }
        // «التي حصل عليها X».
        let before = i.saturating_sub(if i > self.start && matches!(self.form(i - 1), "عليه" | "عليها") { 2 } else { 1 });
        let subject = i > self.start && before >= self.start && verb(before) && unit(end_of_phrase);
        let first = i == self.start || !self.word(i - 1) || self.is(i - 1, Concept::Clause) || self.form(i - 1) == "ان";
        let topic = first && verb(end) && unit(end + 1);
        let elided = (on || self.form(i).starts_with('و') && self.t.is_digits(end)) && (self.start..i).any(verb);
        (subject || !foreign && (topic || elided)).then(|| {
            let clitics = if self.form(i).starts_with("وال") { Clitics::AND } else { Clitics::NONE };
            self.without_clitics(i, end, NameType::Unknown, clitics)
        })
    }

    fn place_like(&self, i: usize) -> bool {
        let act = ["تصويت", "اقتراع", "انتخاب", "استفتاء"];
        self.word(i)
            && !act.iter().any(|word| self.form(i).contains(word))
            && self.t.text.tokens[i].arabic
            && !self.t.words[i].common
            && !self.t.words[i].tagged
            && !self.t.words[i].given_name
            && self.form(i).chars().count() > 2
            // «في الحكومتين»: two of them.
            && !self.form(i).ends_with("تين")
            && !self.possessed(i)
    }

    /// Whether the word ends in a pronoun: مقدمتهم. Places rarely do.
    pub(super) fn possessed(&self, i: usize) -> bool {
        let form = self.form(i);
        let pronoun = ["ها", "هم", "هما", "هن", "نا"].iter().any(|end| form.ends_with(end));
        // Not ه, which papers write for ة.
        pronoun && !form.starts_with("ال") && form.chars().count() > 4
    }

    /// A name at tokens `start..end` whose first word has these clitics, which are no part of it.
    fn without_clitics(&self, start: usize, end: usize, kind: NameType, clitics: Clitics) -> NameMention {
        NameMention { span: self.bare(start, end, clitics), ..self.name(start, end, kind) }
    }

    /// The span of tokens `start..end` without the clitics of the first, the article kept.
    fn bare(&self, start: usize, end: usize, clitics: Clitics) -> Span {
        let mut span = self.t.text.span(start, end);
        let letters =
            usize::from(clitics.has(Clitics::AND)) + usize::from(clitics.has(Clitics::BI)) + usize::from(clitics.has(Clitics::KA));
        // للـ stands for ل + ال: what is left would not be the word, so it is kept whole but for و.
        let letters = letters + usize::from(clitics.has(Clitics::LI) && !clitics.has(Clitics::AL));
        if letters > 0 {
            span.start += skip_letters(self.t.text.slice(start, start + 1), letters) as u32;
        }
        span
    }

    /// حزب/حركة/تحالف … and what names it: a quoted name, or definite words, perhaps joined.
    fn arabic_party(&self, i: usize) -> Option<NameMention> {
        let hit = *self.t.hit(i, Concept::PartyHead)?;
        let head_end = hit.end as usize;
        // «فوز حزبه وعزمه».
        // «زعيم حزبه X»: whose, and no name of the party.
        let his = matches!(self.form(head_end - 1), "حزبه" | "حزبها" | "حزبهم");
        if his && !self.form(head_end).starts_with("ال") && !matches!(self.form(head_end), "\"" | "(") {
            return None;
        }
        // أمانة منطقة الرياض, أمانة جدة: a municipality.
        let place = const { Concepts::of(&[Concept::PlaceHead, Concept::Place, Concept::Capital]) };
        if self.form(i).ends_with("امانه") && self.t.is_any(head_end.min(self.end - 1), place) {
            return None;
        }
        let after = self.form(head_end);
        let mut end = head_end;
        if matches!(after, "\"" | "(") {
            let close = if after == "(" { ")" } else { "\"" };
            let stop = (head_end + 1..(head_end + 9).min(self.end)).find(|&j| self.form(j) == close)?;
            if (head_end + 1..stop).any(|j| self.t.is_digits(j)) {
                return None;
            }
            end = stop + 1;
        } else {
            let mut j = head_end;
            let mut open = true;
            let mut link = 0;
            while j < self.end && j < head_end + 8 && self.word(j) {
                let form = self.form(j);
                let definite = form.starts_with("ال") || form.starts_with("وال") || form.starts_with("لل");
                // «التجمع الوطني للأحرار المرتبة الرابعة».
                if matches!(form, "المرتبه" | "المركز" | "الصداره" | "الرتبه") && j > head_end {
                    break;
                }
                let stop = self.t.at(j).iter().any(|h| {
                    matches!(
                        h.concept,
                        Concept::Clause
                            | Concept::Relative
                            | Concept::Got
                            | Concept::Said
                            | Concept::Won
                            | Concept::In
                            | Concept::Prep
                            | Concept::Function
                            | Concept::Not
                            | Concept::Number
                            | Concept::Expected
                            | Concept::PartyHead
                            | Concept::Leader
                            | Concept::RelativeDay
                            | Concept::Weekday
                    ) && !(h.concept == Concept::Number && j == head_end && self.word(j + 1) && !self.t.words[j + 1].tagged && h.end as usize == j + 1)
                        && !(definite && matches!(h.concept, Concept::Expected | Concept::PartyHead | Concept::Number))
                        // حزب اتحاد قوى التقدم: one head behind another.
                        && !(h.concept == Concept::PartyHead && h.clitics.is_empty() && open && self.is(j - 1, Concept::PartyHead))
                        // حزب الغد.
                        && !(definite && j == head_end && h.concept == Concept::RelativeDay)
                });
                let linked =
                    matches!(form, "من") && self.form(j + 1) == "اجل" || matches!(form, "الي") && self.form(j + 1).starts_with("الا");
                // مؤتمر جميع التقدميين.
                let all = matches!(form, "جميع" | "كل" | "عموم") && self.form(j + 1).starts_with("ال");
                if linked || all && j > head_end {
                    j += 2;
                    end = j;
                    (open, link) = (true, j);
                    continue;
                }
                // الحركة الشعبية لتحرير السودان, حركة 23 مارس للتغيير.
                let cause = self.t.hit(j, Concept::PartyCause).filter(|h| h.clitics.has(Clitics::LI) && j > head_end);
                if let Some(cause) = cause {
                    j = cause.end as usize;
                    let whole = self.word(j) && !cause.clitics.has(Clitics::AL) && self.t.text.tokens[j].arabic;
                    j += usize::from(whole && !self.t.is_any(j, const { Concepts::of(&[Concept::In, Concept::Prep, Concept::From]) }));
                    end = j;
                    open = false;
                    continue;
                }
                let title = self.is(j, Concept::Title) && !definite || self.is(j, Concept::Candidate);
                // الحزب الديمقراطي للانتخابات الرئاسية.
                let race = const { Concepts::of(&[Concept::Election, Concept::Mandate, Concept::Office]) };
                let stop = stop || form.starts_with("لل") && self.t.is_any(j, race) || j > head_end && self.given(j) && form != "الله";
                // كتلة تقدم بزعامة X: what a leader is told of is a name, whatever the word.
                let led = |h: &Hit| h.concept == Concept::Leader && self.form(h.start as usize).starts_with('ب');
                if j == head_end && self.t.at(j + 1).iter().any(led) {
                    end = j + 1;
                    break;
                }
                // حزب X النتائج: what the party topped. حزب تقدم ثانيا.
                let told = const { Concepts::of(&[Concept::Result, Concept::Election, Concept::Vote, Concept::Seat, Concept::Voter]) };
                let told = j > head_end
                    && (definite && self.t.is_any(j, told)
                        || !definite
                            && (self.is(j, Concept::Ordinal)
                                || matches!(form, "اولا" | "ثانيا" | "ثالثا" | "رابعا" | "خامسا" | "سادسا" | "سابعا" | "اخيرا")));
                let told_of = ["المقرب", "المدعوم", "التابع", "الموالي"].iter().any(|root| form.starts_with(root));
                if told_of {
                    break;
                }
                // حزبه ال149, القائمة المخصص لها 45 مقعدا.
                if form == "ال" || definite && matches!(self.form(j + 1), "لها" | "له" | "لهم") {
                    break;
                }
                if stop || told || title || !definite && !open {
                    break;
                }
                let common = self.t.words[j].common && !definite;
                // "The movement" takes no bare word, and a lone letter is a preposition: حزب إرادة بـ19.
                let the = self.form(i).starts_with("ال") || head_end == i + 1 && hit.clitics.has(Clitics::AL);
                if !definite && j != link && (the || form.chars().count() == 1) {
                    break;
                }
                // القريب من, المدعوم من: told of the party, no part of its name.
                if definite && j > head_end && self.form(j + 1) == "من" && !self.is(j + 1, Concept::OutOf) {
                    break;
                }
                // Up to two bare words may name it: حزب نداء تونس, حركة مجتمع السلم.
                if !definite {
                    let strong = ["حزب", "حركه"].iter().any(|h| self.form(i).ends_with(h));
                    if common && j != link && !strong && !self.form(j + 1).starts_with("ال")
                        || j >= head_end + 2 && j != link
                        || self.is(j, Concept::From)
                    {
                        break;
                    }
                }
                // A definite word after a full person's title or verb is another phrase; the adjective الحاكم ends the name.
                open = !definite;
                j += 1;
                end = j;
                if matches!(form, "الحاكم" | "الحاكمه" | "المعارض" | "المعارضه") {
                    break;
                }
            }
            if end == head_end {
                // The bare head: "the party", "his party".
                let form = self.form(i);
                let definite = after.is_empty() || form.contains("ال") || form.starts_with("لل") || form.contains("حزبه");
                // ودولة القانون: a name by itself.
                if !definite && head_end == i + 1 {
                    return None;
                }
            } else if self.form(end) == "\"" && self.form(end + 2) == "\"" {
                end += 3;
            }
        }
        if self.form(end) == "\"" && end > head_end {
            // حزب أويل "القرية": a quoted gloss right behind.
            if let Some(stop) = (end + 1..(end + 6).min(self.end)).find(|&j| self.form(j) == "\"")
                && (end + 1..stop).all(|j| self.word(j))
                && stop > end + 1
            {
                end = stop + 1;
            }
        }
        Some(self.without_clitics(i, end, NameType::Party, hit.clitics))
    }

    /// المرشح الجمهوري جون ماكين: the family word between the title at token `i` and the person is a party's.
    pub(super) fn family_in_title(&self, i: usize, person: &NameMention) -> Option<NameMention> {
        let role = const { Concepts::of(&[Concept::Candidate, Concept::Rival, Concept::Title]) };
        let from = (i + 1).max(person.start.saturating_sub(4) as usize);
        if person.kind != NameType::Person || !person.titled {
            return None;
        }
        let at = (from..person.start as usize).find(|&j| self.t.text.tokens[j].arabic && self.is(j, Concept::PartyFamily))?;
        (i..at).any(|j| self.t.is_any(j, role)).then(|| self.name(at, at + 1, NameType::Party))
    }

    /// A head word and what follows it: منطقة بريتاني, لجنة الانتخابات المركزية.
    fn arabic_headed(&self, i: usize, kind: NameType, most: usize) -> Option<NameMention> {
        let concept = if kind == NameType::Place { Concept::PlaceHead } else { Concept::OrgHead };
        let hit = *self.t.hit(i, concept)?;
        let head_end = hit.end as usize;
        // ولاية ثانية is a second term, المركز الثاني the second place.
        let ranked = self.form(i).ends_with("ولايه") || kind == NameType::Organization;
        // ولاية المجلسين: their term.
        let body = || self.form(i).ends_with("ولايه") && self.form(head_end).ends_with("مجلسين");
        if ranked && self.is(head_end, Concept::Ordinal) || body() {
            return None;
        }
        // رئيس البلدية الوسطي X: an adjective of something before.
        if kind == NameType::Place && hit.value == 2 && self.form(i).starts_with("ال") && self.name_like(head_end) {
            return None;
        }
        let mut end = head_end;
        while end < self.end && end < head_end + most && self.word(end) {
            let form = self.form(end);
            // دائرة بيروت الثانية: a place of two words.
            if kind == NameType::Place
                && let Some(place) = self.t.hit(end, Concept::Place).filter(|h| h.clitics.is_empty() && h.end as usize > end + 1)
            {
                end = place.end as usize;
                break;
            }
            let definite = form.starts_with("ال") || form.starts_with("وال") || form.starts_with("لل") && kind == NameType::Organization;
            let small = self.t.is_any(
                end,
                const {
                    Concepts::of(&[
                        Concept::In,
                        Concept::Prep,
                        Concept::From,
                        Concept::Relative,
                        Concept::Clause,
                        Concept::Got,
                        Concept::Said,
                        Concept::Function,
                        Concept::RelativeDay,
                        Concept::Weekday,
                    ])
                },
            );
            let latin = !self.t.text.tokens[end].arabic;
            // أعلنت اللجنة فوز …: what it announced.
            let announced = const { Concepts::of(&[Concept::Victory, Concept::Won, Concept::Result, Concept::Turnout, Concept::Elected]) };
            let small = small || kind == NameType::Organization && !definite && self.t.is_any(end, announced);
            if small || !(latin || definite || end == head_end || self.name_like(end)) {
                break;
            }
            // A lone letter is a preposition: في العاصمة بـ48%.
            if form.chars().count() == 1 {
                break;
            }
            // "The head of the commission X Y": the name of a person begins.
            // منطقة القصيم تجهيز, محافظة الطائف استعداداتها: another phrase.
            let known = self.is(end, Concept::Place) || latin || definite;
            if kind == NameType::Place && end > head_end && self.form(end - 1).starts_with("ال") && !known {
                break;
            }
            let region = kind == NameType::Place && end > head_end && self.form(end - 1).starts_with("ال");
            if (kind == NameType::Organization || region) && end > head_end && self.t.words[end].given_name && !definite {
                break;
            }
            // محافظة الوسطى, محافظة الوادى الجديد: behind a plain head ordinary words are its name.
            let named = !self.form(i).starts_with("ال")
                && definite
                && !self.t.words[end].tagged
                && (end == head_end || self.t.words[end - 1].common)
                && !matches!(self.form(i), "حي" | "جهه" | "جزيره" | "العاصمه" | "ولايه" | "مديريه");
            let direction = self.t.at(end).iter().any(|h| h.concept == Concept::PlaceHead && h.value == 2) && end == head_end && definite;
            if kind == NameType::Place && self.t.words[end].common && !latin && !self.is(end, Concept::Ordinal) && !named && !direction {
                break;
            }
            end += 1;
        }
        if end == head_end {
            // "In the region": the one named before.
            let placed = (hit.clitics.has(Clitics::AL) || self.form(i).starts_with("ال"))
                && (i > self.start && self.is(i - 1, Concept::In) || hit.clitics.has(Clitics::BI));
            if !(placed && kind == NameType::Place) || hit.end as usize - i > 1 {
                return None;
            }
        }
        Some(self.without_clitics(i, end, kind, hit.clitics))
    }

    /// A given name that looks like a definite word: ألكسندر.
    fn given(&self, i: usize) -> bool {
        self.form(i).starts_with("ال") && self.t.words[i].given_name && Lexicon::get().is_given_name(self.form(i))
    }

    /// Whether token `i` can be part of an Arabic name by itself: no known word.
    pub(super) fn name_like(&self, i: usize) -> bool {
        if !self.word(i) || !self.t.text.tokens[i].arabic {
            return false;
        }
        let word = self.t.words[i];
        // «حضوراً»: a noun without the article, which no name is.
        let written = self.t.text.slice(i, i + 1);
        if written.ends_with(['\u{64b}', '\u{64c}', '\u{64d}']) || written.ends_with("\u{64b}ا") {
            return false;
        }
        // على folds to the name علي, and papers mix the two letters: where it stands tells, in `ali`.
        if self.form(i) == "علي" {
            return false;
        }
        word.given_name || !word.common && !word.tagged && self.form(i).len() > 4
    }

    /// Whether "علي" at token `i` begins a name: after a title or a mark, before another name.
    fn ali(&self, i: usize, titled: bool) -> bool {
        // على الصعيد الدولي is "on", as it is spelled, but a title's علي may be written so too.
        let spelled = self.ends_as_written(i, 'ي') || !self.form(i + 1).starts_with("ال");
        let son = matches!(self.form(i + 1), "بن" | "ولد");
        self.form(i) == "علي" && (titled || son || (i == self.start || !self.word(i - 1)) && spelled) && self.name_like(i + 1)
    }

    /// A verb of beating somebody, which wants على, stands before token `i`: تفوق سعيد على نبيل.
    fn overcomes(&self, i: usize) -> bool {
        let verbs = ["تفوق", "يتفوق", "متفوق", "تغلب", "يتغلب", "متغلب", "انتصر", "ينتصر", "تقدم", "يتقدم", "متقدم"];
        (i.saturating_sub(4).max(self.start)..i).any(|j| verbs.iter().any(|v| self.form(j).starts_with(v)))
    }

    /// A word that could be a name without any help from around: nothing that looks like a clitic or a suffixed pronoun.
    fn bare_name(&self, i: usize) -> bool {
        let form = self.form(i);
        let long = form.chars().count() > 4;
        self.name_like(i)
            && (self.t.words[i].given_name
                || !(form.starts_with('و')
                    || long
                        && form.starts_with(['ب', 'ل', 'ف', 'ك'])
                        && !form.starts_with("لو")
                        && !(form.starts_with("با") && !form.starts_with("بال")))
                    && !["ها", "هم", "هما", "ته", "تهم", "تها", "يه", "ات", "يين"].iter().any(|e| form.ends_with(e) && long))
    }

    fn connector(&self, i: usize) -> bool {
        matches!(
            self.form(i),
            "بن" | "ابن"
                | "ابو"
                | "ابي"
                | "بو"
                | "ال"
                | "ولد"
                | "بنت"
                | "دي"
                | "دو"
                | "دا"
                | "فان"
                | "دير"
                | "فون"
                | "لو"
                | "عبد"
                | "ام"
                | "سي"
                | "اغ"
                | "بني"
                | "لا"
        )
    }

    /// A word of a name that happens to be a place's: «غباديبو رودس فيفور». A preposition before it says that it is one.
    fn within_name(&self, i: usize, end: usize) -> bool {
        let unknown = |j: usize| {
            let word = self.t.words[j];
            self.word(j) && self.t.text.tokens[j].arabic && !word.common && !word.tagged && !self.is(j, Concept::Place)
        };
        let preposition = i > self.start && self.is(i - 1, Concept::In) || self.t.at(i).iter().any(|h| h.clitics.has(Clitics::BI));
        i > self.start && unknown(i - 1) || !preposition && end < self.end && unknown(end)
    }

    fn arabic_person(&self, i: usize) -> Option<NameMention> {
        if !self.word(i) {
            return None;
        }
        let mut start = i;
        // «1200 مرشح موزعين على 85 قائمة»: so many of them.
        let year = |j: usize| self.form(j).len() == 4 && (self.form(j).starts_with("19") || self.form(j).starts_with("20"));
        let counted = i > self.start && self.t.is_digits(i - 1) && !year(i - 1) && self.is(i, Concept::Candidate);
        let titled = self.t.hit(i, Concept::Title).filter(|_| !counted).copied();
        if let Some(title) = titled {
            start = title.end as usize;
            // Adjectives and appositions between the title and the name.
            let mut steps = 0;
            let mut surname = true;
            while steps < 7 && start < self.end && self.word(start) && !self.t.words[start].given_name {
                let form = self.form(start);
                let definite = form.starts_with("ال");
                let stop = self.t.is_any(
                    start,
                    const {
                        Concepts::of(&[
                            Concept::Got,
                            Concept::Said,
                            Concept::Won,
                            Concept::In,
                            Concept::Relative,
                            Concept::Clause,
                            Concept::Function,
                            Concept::Prep,
                        ])
                    },
                );
                if stop {
                    break;
                }
                let title = self.is(start, Concept::Title);
                let nationality = self.is(start, Concept::Nationality);
                // رئيس بلدية بوخارست الوسطي X, رئيسة وزراء بريطانيا السابقة X.
                let of = self.t.is_any(start, const { Concepts::of(&[Concept::Place, Concept::Country, Concept::Capital]) })
                    && self.t.at(start).iter().all(|h| h.clitics.is_empty())
                    && (self.form(start + 1).starts_with("ال") || self.t.words[(start + 1).min(self.end - 1)].given_name);
                let party = self.is(start, Concept::PartyHead);
                if party {
                    break;
                }
                if title
                    || nationality
                    || of
                    || definite
                        && !(surname
                            && self.name_like(start)
                            && !form.ends_with("يه")
                            && !self.name_like(start + 1)
                            && !self.form(start + 1).starts_with("ال"))
                    || self.t.words[start].common && self.form(start + 1).starts_with("ال")
                {
                    surname = title || nationality || of;
                    start = self.t.hit(start, Concept::Title).map_or(start + 1, |h| h.end as usize);
                } else {
                    break;
                }
                steps += 1;
            }
            while matches!(self.form(start), "،" | "," | "\"" | "-" | "(") && start < self.end {
                if self.form(start) == "،" && !(self.t.words.get(start + 1).is_some_and(|w| w.given_name)) {
                    return None;
                }
                start += 1;
            }
        }
        let begins = self.begins_person(start, titled.is_some())?;
        let mut end = start + 1;
        while end < self.end && end < start + MAX_NAME {
            let form = self.form(end);
            // محمد علي, but not "… X على …".
            if form == "علي"
                && end == start + 1
                && (self.t.words[start].given_name || self.form(start) == "بن")
                && !self.overcomes(start)
                && !self.t.is_digits(end + 1)
                && self.name_like(end + 1)
            {
                end += 1;
                continue;
            }
            // «حصل محمد علي على 51%».
            if form == "علي" && end == start + 1 && self.t.words[start].given_name && self.form(end + 1) == "علي" {
                end += 1;
                continue;
            }
            // شعيب علي بـ4315 صوتا: no "on", as it is spelled, and behind it.
            if form == "علي" && end == start + 1 && self.ends_as_written(end, 'ي') && matches!(self.form(end + 1), "ب" | "،" | "(") {
                end += 1;
                continue;
            }
            if form == "-" && self.t.text.tokens[end].kind == Kind::Punct {
                // قاسم- جومارت, أمان - جيلدي: a dash inside a name joins two short unknown words.
                let spaced = self.t.text.tokens[end].spaced && self.t.text.tokens.get(end + 1).is_some_and(|t| t.spaced);
                let long_dash = !matches!(self.t.text.slice(end, end + 1), "-" | "‐" | "‑");
                if !long_dash && end == start + 1 && self.name_like(end + 1) && (!spaced || self.name_like(end + 2)) {
                    end += 2;
                    continue;
                }
                break;
            }
            // يوسف الشاهد: behind one given name a definite word that means nothing here is the surname.
            let surname = end == start + 1
                && self.t.words[start].given_name
                && form.starts_with("ال")
                && form.chars().count() > 4
                && self.word(end)
                // هشام الصالح: no valid votes.
                && (!self.t.words[end].tagged || self.t.at(end).iter().all(|h| h.concept == Concept::Valid))
                && !form.ends_with("يه");
            if surname && (self.t.words[end].common || self.t.words[end].tagged) {
                end += 1;
                continue;
            }
            // محمد شياع السوداني: behind two names a nationality is the third.
            let from = end == start + 2
                && self.t.words[start].given_name
                && form.starts_with("ال")
                && form.ends_with('ي')
                && self.t.at(end).iter().all(|h| h.concept == Concept::Nationality)
                && !self.t.at(end).is_empty();
            if from {
                end += 1;
                continue;
            }
            let servant = matches!(
                self.form(end - 1),
                "عبد" | "سيف" | "نصر" | "نور" | "صلاح" | "علاء" | "عز" | "جمال" | "شمس" | "حسام" | "محي" | "بدر"
            ) && form.starts_with("ال")
                || form == "الدين";
            // إمام folds to أمام, "before": said twice with the same word behind, it is a name's.
            let imam = form == "امام" && self.name_like(end + 1) && self.t.text.slice(end, end + 1).starts_with('إ');
            let imam = imam
                || form == "امام" && self.name_like(end + 1) && {
                    let before = self.t.all(Concept::Against).iter().filter(|h| self.t.text.form(h.start as usize) == "امام").take(64);
                    before
                        .filter(|h| {
                            self.t.text.tokens.len() > h.start as usize + 1 && self.t.text.form(h.start as usize + 1) == self.form(end + 1)
                        })
                        .count()
                        > 1
                };
            // أمادو با: a surname of two letters closes the name.
            let short = form.chars().count() == 2
                && self.word(end)
                && !self.t.words[end].common
                && !self.t.words[end].tagged
                && (end + 1 >= self.end || !self.t.is_digits(end + 1) || self.names_before_figure(end + 1))
                && (end + 1 >= self.end || !self.word(end + 1) || self.t.words[end + 1].tagged);
            // حسن شيخ محمود: a title's word within a name.
            if form == "شيخ" && self.t.words[end - 1].given_name && self.name_like(end + 1) {
                end += 2;
                continue;
            }
            // سكوت ووكر: no و before another name.
            if form.starts_with("وو") && self.name_like(end) {
                end += 1;
                continue;
            }
            // محمد ولد مولود: behind "son of" any word is a name.
            // علي بن فليس: no "so not".
            let plain = !self.t.words[end].tagged || self.t.at(end).iter().all(|h| matches!(h.concept, Concept::Not | Concept::Function));
            let son = matches!(self.form(end - 1), "ولد" | "بن" | "ابن" | "بنت") && self.word(end) && plain;
            if servant || imam || short || son {
                end += 1;
                continue;
            }
            if ["بال", "وال", "فال", "كال", "لل"].iter().any(|p| form.starts_with(p)) && !self.t.words[end].given_name {
                break;
            }
            // جان لوك ميلانشون ولد جان لوك …: he was born.
            if form == "ولد" && self.form(end + 1) == self.form(start) {
                break;
            }
            // بيار رافاران اليمينية: an adjective of something before.
            if form.starts_with("ال") && form.ends_with("يه") && form.chars().count() > 7 && !self.t.words[end].given_name {
                break;
            }
            if self.name_like(end) && !form.starts_with("وال")
                || self.connector(end) && (self.name_like(end + 1) || self.form(end + 1).starts_with("ال"))
                || matches!(form, "ولد" | "بن") && self.word(end + 1) && !self.t.words[end + 1].tagged
            {
                // A word with و begins the next name, unless it is a name that begins so: behind one given name it is the surname, where
                // no other name goes on behind it.
                let surname = end == start + 1
                    && self.t.words[start].given_name
                    && !self.t.words[end].clitic_name
                    && !self.t.words[end].common
                    && form.chars().count() >= 4
                    && !(end + 1 < self.end && self.name_like(end + 1));
                if form.starts_with('و') && !self.t.words[end].given_name && form != "ولد" && !surname {
                    break;
                }
                end += 1;
                continue;
            }
            break;
        }
        // حمدين صباحي بنسبة 3%: between one given name and a figure even a common word is its surname.
        let first = self.t.words[start].given_name || titled.is_some() && self.name_like(start);
        if end == start + 1 && first && begins == 0 && self.surname_before_figure(end) {
            end += 1;
        }
        if end == start + 1 && self.elected_to(start) {
            end += 1;
        }
        // «حمدي فتح الله عطية، مرشح …»: between one given name and what somebody is, any words are names.
        end = self.before_role(start).map_or(end, |stop| stop.max(end));
        // رئيس البلدية نيكوشور دان، …: so between an unknown word behind a title and a comma.
        if titled.is_some()
            && end == start + 1
            && begins == 0
            && self.name_like(start)
            && !self.t.words[start].common
            && self.surname_before_comma(end)
        {
            end += 1;
        }
        if end == start + 1 && !self.name_like(start) && !self.t.words[start].clitic_name || end == start {
            return None;
        }
        // «درسا قاسيا بانتزاعه», «رقم قياسي فرضه»: ends in a pronoun, where no word is a known name.
        let his = self.ends_as_written(end - 1, 'ه') && self.form(end - 1).chars().count() > 3 && self.form(end - 1) != "عبده";
        if his && titled.is_none() && !(start..end).any(|j| self.t.words[j].given_name || self.t.words[j].clitic_name) {
            return None;
        }
        // One given name alone is no mention unless a title stands before it.
        let count = end - start;
        if count == 1 && titled.is_none() {
            return None;
        }
        let mut name = self.name(start, end, NameType::Person);
        name.span.start += begins as u32;
        name.titled = titled.is_some();
        Some(name)
    }

    /// «أعيد انتخاب الحسن وتارا رئيسا»: two words between the election and the office are who was elected.
    fn elected_to(&self, i: usize) -> bool {
        let before = self.t.within(i.saturating_sub(2).max(self.start), i);
        let elected = before.iter().any(|h| h.concept == Concept::Elected && h.end as usize == i);
        let office = self.is(i + 2, Concept::Title) || self.is(i + 2, Concept::Office);
        let word = self.word(i) && !self.t.words[i].tagged && !self.possessed(i);
        elected && office && word && self.form(i + 2).ends_with('ا') && self.name_like(i + 1)
    }

    /// The comma behind the words from a given name on, where a word of standing or leading follows it.
    fn before_role(&self, i: usize) -> Option<usize> {
        let role = const { Concepts::of(&[Concept::Candidate, Concept::Leader]) };
        let other = const {
            Concepts::of(&[
                Concept::Got,
                Concept::Won,
                Concept::Lost,
                Concept::Said,
                Concept::In,
                Concept::Prep,
                Concept::Clause,
                Concept::Relative,
                Concept::Function,
                Concept::PartyHead,
            ])
        };
        let named = |j: usize| self.word(j) && self.t.text.tokens[j].arabic && !self.t.is_any(j, other) && !self.possessed(j);
        let stop = (i + 1..(i + 5).min(self.end)).find(|&j| !named(j)).filter(|&j| j > i + 1 && self.form(j) == "،")?;
        let given = self.t.words[i].given_name || self.t.words[i].clitic_name;
        (given && stop + 1 < self.end && self.t.is_any(stop + 1, role) && !self.form(stop + 1).ends_with("ين")).then_some(stop)
    }

    /// Whether a person's name begins at token `i`; then how many bytes of clitics stand before it.
    fn begins_person(&self, i: usize, titled: bool) -> Option<usize> {
        if !self.word(i) || !self.t.text.tokens[i].arabic {
            return None;
        }
        let word = self.t.words[i];
        let son = matches!(self.form(i), "بن" | "ابن") && (self.name_like(i + 1) || self.form(i + 1) == "علي") && self.name_like(i + 2);
        if self.ali(i, titled) || son {
            return Some(0);
        }
        let stands = self.before_role(i).is_some();
        if word.given_name && self.name_like(i) && (!word.common || titled || stands) && (!self.form(i).starts_with("ال") || self.given(i))
        {
            return Some(0);
        }
        // «متبوعا بعلي بن فليس».
        let ali = matches!(self.form(i), "بعلي" | "لعلي" | "وعلي") && matches!(self.form(i + 1), "بن" | "ولد") && self.word(i + 2);
        if ali {
            return Some(skip_letters(self.t.text.slice(i, i + 1), 1));
        }
        // «لي جيه ميونغ»: a family name of the Far East, not "to me".
        let told = i > self.start && self.is(i - 1, Concept::Said);
        if self.form(i) == "لي" && !told && self.name_like(i + 1) && self.bare_name(i + 2) && !self.t.words[i + 2].given_name {
            return Some(0);
        }
        // Two words in a row that are no known words.
        // … the first perhaps with و in a list: "X عن حزب P، وY Z عن حزب Q".
        let listed = matches!(self.form(i.wrapping_sub(1)), "،" | "\"" | ")")
            && i > self.start
            && self.form(i).starts_with('و')
            && self.form(i).chars().count() > 5;
        if listed && self.name_like(i) && !word.given_name && self.bare_name(i + 1) {
            return Some(skip_letters(self.t.text.slice(i, i + 1), 1));
        }
        // الهاشمي الحامدي (تيار المحبة): the bracket says that it is a person.
        if self.form(i).starts_with("ال")
            && self.name_like(i)
            && self.name_like(i + 1)
            && self.form(i + 2) == "("
            && self.is(i + 3, Concept::PartyHead)
        {
            return Some(0);
        }
        // ونالت فاليري بيكريس: who gets or wins stands behind the verb, whatever letter begins the name.
        let verb = const { Concepts::of(&[Concept::Got, Concept::Won, Concept::Lost]) };
        let told = i > self.start && self.t.is_any(i - 1, verb) && self.t.text.tokens[i - 1].arabic;
        let pair = self.name_like(i) && self.name_like(i + 1) && !self.possessed(i) && !self.possessed(i + 1);
        if told && pair && !self.form(i).starts_with("ال") && !self.form(i + 1).starts_with('و') {
            return Some(0);
        }
        // «أعلن المعهد أن كلاوديا شينباوم حصلت على …».
        let clause = i > self.start && (self.form(i - 1) == "ان" || self.is(i - 1, Concept::Clause));
        if clause
            && pair
            && self.t.is_any(i + 2, verb)
            && !self.form(i).starts_with("ال")
            && !self.form(i + 1).starts_with('و')
            && i + 2 < self.end
        {
            return Some(0);
        }
        // «12% لمحمودو باه»: behind a figure ل leads to who got it.
        let figure = i > self.start
            && (self.form(i - 1) == "%"
                || self.t.is_digits(i - 1)
                || self
                    .t
                    .within(i.saturating_sub(3).max(self.start), i)
                    .iter()
                    .any(|h| matches!(h.concept, Concept::Percent | Concept::Vote | Concept::Seat) && h.end as usize == i));
        let short = self.form(i + 1).chars().count() == 2 && self.word(i + 1) && !self.t.words[i + 1].common && !self.t.words[i + 1].tagged;
        let pair_or = pair || self.name_like(i) && short;
        if figure
            && self.form(i).starts_with('ل')
            && !self.form(i).starts_with("لل")
            && pair_or
            && self.form(i).chars().count() > 4
            && !word.given_name
        {
            return Some(skip_letters(self.t.text.slice(i, i + 1), 1));
        }
        // «حل العياشي زمال في المرتبة الثانية».
        let after = self.form(i + 2);
        let goes_on = matches!(after, "في" | "ب" | "علي" | "،") || self.is(i + 2, Concept::Ordinal) || self.is(i + 2, Concept::Share);
        if self.elected_to(i) {
            return Some(0);
        }
        if told && pair && goes_on && self.form(i).starts_with("ال") && !self.form(i + 1).starts_with("ال") && !self.form(i).ends_with("يه")
        {
            return Some(0);
        }
        // سعد الدين العثماني.
        if self.name_like(i) && self.form(i + 1) == "الدين" && !self.form(i).starts_with("ال") {
            let and = self.form(i).starts_with(['و', 'ف']) && word.clitic_name && !word.given_name;
            return Some(if and { skip_letters(self.t.text.slice(i, i + 1), 1) } else { 0 });
        }
        // لولا دا سيلفا: a particle joins two words that are no known ones.
        let particle = matches!(self.form(i + 1), "دا" | "دي" | "دو" | "فان" | "فون" | "بن" | "ولد" | "ال") && self.name_like(i + 2);
        if particle && self.bare_name(i) && !self.form(i).starts_with("ال") {
            return Some(0);
        }
        // Right before a figure even a word like a plural is a name: قاراقات عبدين بـ2.60.
        let figured = pair
            && !self.form(i).starts_with(['و', 'ب', 'ل', 'ف'])
            && (i + 2..(i + 5).min(self.end)).any(|j| self.t.is_digits(j))
            && !self.is(i + 2, Concept::In);
        // «في معقله دابا …»: where, not who.
        let inside = i > self.start && self.is(i - 1, Concept::In) && !word.given_name;
        if (figured || self.bare_name(i))
            && !inside
            && (figured
                || self.bare_name(i + 1)
                || self.name_like(i + 1) && self.form(i + 1).starts_with(['ف', 'ك']) && self.form(i + 1).chars().count() > 4)
            && !self.form(i).starts_with("ال")
            && (!word.clitic_name || self.form(i).starts_with('ب'))
        {
            return Some(0);
        }
        // "X Y, the candidate of …": what follows says that it is a person.
        let stop = (i..(i + 4).min(self.end)).find(|&j| !self.name_like(j)).unwrap_or(i);
        let role = |h: &Hit| matches!(h.concept, Concept::Candidate | Concept::Leader);
        let adjective = ["ال", "وال", "بال"].iter().any(|p| self.form(i).starts_with(p)) && self.form(i).ends_with("يه");
        let noun = self.form(i).starts_with('ب') && self.form(i).ends_with('ه') && !word.given_name;
        if stop >= i + 2 && !adjective && !noun && self.form(stop) == "،" && stop + 1 < self.end && self.t.at(stop + 1).iter().any(role) {
            return Some(0);
        }
        // «حاتم السر مرشح الحزب الاتحادي».
        let of_party = |j: usize| self.is(j, Concept::Candidate) && !self.form(j).starts_with("ال") && self.is(j + 1, Concept::PartyHead);
        let led = i > self.start && (self.is(i - 1, Concept::Clause) || matches!(self.form(i - 1), "،" | "و"));
        if stop == i + 2 && led && of_party(stop) {
            return Some(0);
        }
        // «برابوو سوبيانتو هو الفائز بالرئاسة».
        if stop >= i + 2 && matches!(self.form(stop), "هو" | "هي") && self.is(stop + 1, Concept::WinnerNoun) {
            return Some(0);
        }
        let blocked =
            self.t.at(i).iter().any(|h| !matches!(h.concept, Concept::Title | Concept::Nationality | Concept::OtherUnit | Concept::Person));
        if word.clitic_name
            && !blocked
            && (!word.common || stands)
            && !(titled && self.name_like(i))
            && !(self.form(i).starts_with('ب') && self.bare_name(i) && self.name_like(i + 1))
        {
            let raw = self.t.text.slice(i, i + 1);
            let (_, rest) = readings(self.form(i)).find(|(_, rest)| Lexicon::get().is_given_name(rest))?;
            let skipped = self.form(i).chars().count() - rest.chars().count();
            return Some(skip_letters(raw, skipped));
        }
        // رئيس بلديتها is no name.
        (titled && self.name_like(i) && !self.possessed(i)).then_some(0)
    }
}
