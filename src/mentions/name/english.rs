//! English names: runs of capitals, without the words that are capitalized for another reason.

use super::{NameMention, NameType, Scan};
use crate::lexicon::{Concept, Concepts, Hit};
use crate::text::Kind;

/// What English may write without a capital.
const LOWER_CASE: Concepts = Concepts::of(&[Concept::Choice, Concept::Abroad, Concept::Group]);

/// Whether a word of several letters is all capitals.
fn shouted(word: &str) -> bool {
    word.len() > 2 && word.chars().all(char::is_uppercase)
}

impl Scan<'_, '_> {
    /// The name that begins at token `i` of an English sentence.
    pub(super) fn english(&self, i: usize) -> Option<NameMention> {
        if self.capital(i)
            && let Some(item) = self.list_item(i)
        {
            return Some(item);
        }
        let t = &self.t.text.tokens[i];
        // "77.8 percent in favour and 22.2 percent against", "voted in favour", "were against".
        let told = i > self.start
            && (self.is(i - 1, Concept::Percent) || matches!(self.form(i - 1), "voted" | "vote" | "voting" | "were" | "was" | "are"));
        let answer = match self.form(i) {
            // "50.4 percent against 49.6 percent": the other side's.
            "against" if told && !self.t.is_digits(i + 1) => Some((2, i + 1)),
            "in" if told && matches!(self.form(i + 1), "favor" | "favour") => Some((1, i + 2)),
            _ => None,
        };
        if let Some((value, end)) = answer.filter(|_| self.t.asks()) {
            return Some(NameMention { value, ..self.name(i, end, NameType::Choice) });
        }
        if let Some(end) = self.camp(i) {
            return Some(self.name(i, end, NameType::Group));
        }
        if !t.capital && !self.t.is_any(i, LOWER_CASE) {
            return None;
        }
        // "His party" is a pronoun, whatever its capital.
        if t.kind != Kind::Word || t.arabic || matches!(self.form(i), "his" | "her" | "their" | "its" | "our" | "my") {
            return None;
        }
        if let Some(hit) = self.t.hit(i, Concept::Choice) {
            // "put yes on 69.4%", "votes for yes", where a referendum is told of.
            let led = i > self.start && matches!(self.form(i - 1), "for" | "put" | "with" | "gave" | "had" | "said" | "voted" | "voting");
            let alone = matches!(self.form(i), "yes" | "no") && hit.end as usize == i + 1 && !self.is(i + 1, Concept::Vote);
            if alone
                && led
                && (i + 1 == self.end || !self.word(i + 1) || matches!(self.form(i + 1), "on" | "at" | "and" | "with" | "to" | "in"))
                && self.t.asks()
            {
                return Some(NameMention { value: hit.value, ..self.name(i, i + 1, NameType::Choice) });
            }
            let quoted = matches!(self.form(i.wrapping_sub(1)), "\"" | "'");
            let voted = i > self.start && (matches!(self.form(i - 1), "voting" | "vote") || self.is(i - 1, Concept::Answered));
            if hit.value == 3
                || hit.end as usize - i > 1
                || quoted
                || voted
                // "49.6% no."
                || i > self.start
                    && (self.is(i - 1, Concept::Percent) || self.form(i - 1) == "%")
                    && (i + 1 == self.end || self.t.text.tokens[i + 1].kind == Kind::Punct)
                || (self.form(i) == "yes" || self.form(i) == "leave" || self.form(i) == "remain" || self.form(i) == "no")
                    && t.capital
                    && (i > self.start || self.is(i + 1, Concept::Got) || self.t.is_digits(i + 1))
            {
                let mut name = self.name(i, hit.end as usize, NameType::Choice);
                name.value = hit.value;
                return Some(name);
            }
        }
        if let Some(hit) = self.t.hit(i, Concept::Abroad) {
            let mut name = self.name(i, hit.end as usize, NameType::Place);
            name.value = -1;
            return Some(name);
        }
        // "the only woman among them": one of them.
        let single = matches!(self.form(i), "woman" | "man")
            && (i.saturating_sub(2).max(self.start)..i)
                .any(|j| matches!(self.form(j), "only" | "first" | "second" | "youngest" | "oldest"));
        if single {
            return None;
        }
        // "the first female president" is one, no group.
        let role = |j: usize| self.is(j, Concept::Title) && !self.form(j).ends_with('s');
        if let Some(hit) = self.t.hit(i, Concept::Group)
            && (!t.capital || i == self.start)
            && !(role(hit.end as usize) && matches!(self.form(i), "female" | "woman" | "male"))
        {
            return Some(self.name(i, hit.end as usize, NameType::Group));
        }
        if !t.capital {
            return None;
        }
        // "The KBW bank index .BKX gained 1 percent".
        let spaced = |j: usize| self.t.text.tokens[j].spaced;
        if i > self.start && self.form(i - 1) == "." && spaced(i - 1) && !spaced(i) && shouted(self.t.text.slice(i, i + 1)) {
            return None;
        }
        // "Secretary of State X".
        let title = |h: &Hit| h.concept == Concept::Title && (h.start as usize) < i && h.end as usize == i + 1;
        if i > self.start && self.form(i - 1) == "of" && self.t.within(i.saturating_sub(2).max(self.start), i + 1).iter().any(title) {
            return None;
        }
        // "Former Prime Minister X": one title, which began before.
        let former = |h: &Hit| h.concept == Concept::Title && (h.start as usize) < i && h.end as usize > i;
        if i > self.start && self.form(i - 1) == "former" && self.t.at(i - 1).iter().any(former) {
            return None;
        }
        // "D-Ohio": an affiliation, no name.
        if self.t.text.tokens[i].span.end - self.t.text.tokens[i].span.start == 1
            && self.form(i + 1) == "-"
            && self.capital(i + 2)
            && !self.t.text.tokens[i + 2].spaced
        {
            return Some(NameMention { span: crate::span::Span::default(), ..self.name(i, i + 3, NameType::Unknown) });
        }
        // "The State Great Khural": a body, and no place.
        if self.form(i) == "state" && self.capital(i + 1) {
            let end = self.capital_run(i);
            if end > i + 2 && !(i + 1..end).any(|j| self.is(j, Concept::Title)) {
                return Some(NameMention { span: crate::span::Span::default(), ..self.name(i, end, NameType::Unknown) });
            }
        }
        // "House of Commons", "MPs": bodies and their members are nobody who stands.
        let body = self.t.hit(i, Concept::Office).filter(|h| h.end as usize > i + 1 && !self.is(h.end as usize, Concept::PartyHead));
        if let Some(hit) = body.filter(|h| self.capital(h.end as usize - 1) && !self.capital(h.end as usize)) {
            return Some(NameMention { span: crate::span::Span::default(), ..self.name(i, hit.end as usize, NameType::Unknown) });
        }
        if self.is(i, Concept::Member) && self.form(i).ends_with('s') && !self.capital(i + 1) {
            return None;
        }
        // "pro-Russia Harmony party": no part of what is called so.
        let prefix = i >= self.start + 2
            && self.form(i - 1) == "-"
            && !t.spaced
            && matches!(self.form(i - 2), "pro" | "anti" | "ex" | "post" | "pre" | "non");
        // "1:12 a.m. ET".
        let zone = matches!(self.form(i), "et" | "est" | "edt" | "gmt" | "bst" | "cet" | "utc" | "pt" | "ist" | "wib")
            && i > self.start
            && (self.t.is_digits(i - 1) || self.form(i - 1) == "." || matches!(self.form(i - 1), "am" | "pm"));
        if prefix || zone {
            return None;
        }
        let end = self.capital_run(i);
        // "State Duma Deputy Sergei Furgal", "Rongotai MP Paul Eagle": the person begins behind the title.
        if let Some(title) = (i + 1..end.saturating_sub(2)).rev().find(|&j| self.is(j, Concept::Title) && self.t.words[j + 1].given_name)
            && !self.t.within(i.saturating_sub(2).max(self.start), i + 1).iter().any(|h| h.concept == Concept::Title && h.end as usize > i)
            && (i..title).any(|j| !self.t.words[j].common)
            && !self.party_head_within(title + 1, end)
        {
            return self.classify(i, title);
        }
        // "Reform UK has won": a party that carries the country in its name.
        let country = end == i + 2 && self.t.hit(end - 1, Concept::Country).is_some_and(|h| h.end as usize == end);
        let other = const {
            Concepts::of(&[
                Concept::Title,
                Concept::Weekday,
                Concept::Month,
                Concept::PlaceHead,
                Concept::OrgHead,
                Concept::Country,
                Concept::Nationality,
                Concept::In,
                Concept::Prep,
                Concept::Clause,
                Concept::Function,
                Concept::And,
            ])
        };
        let acts = const { Concepts::of(&[Concept::Got, Concept::Won, Concept::Lost]) };
        if country && !self.t.is_any(i, other) && (self.t.is_any(end, acts) || self.t.is_any(end + 1, acts)) {
            return Some(self.name(i, end, NameType::Party));
        }
        self.classify(i, end)
    }

    /// One past "the left" or "the far right" as those who get something: "the right won 44%", "88 seats for the left"; not "the right to
    /// vote".
    fn camp(&self, i: usize) -> Option<usize> {
        if i == self.start || self.form(i - 1) != "the" {
            return None;
        }
        let degree = matches!(self.form(i), "far" | "hard" | "radical" | "centre" | "center");
        let side = i + usize::from(degree) + usize::from(degree && self.form(i + 1) == "-");
        let named = matches!(self.form(side), "left" | "right") && !self.capital(side);
        let end = side + 1;
        let figure = || (i.saturating_sub(5).max(self.start)..(end + 5).min(self.end)).any(|j| self.t.is_digits(j));
        let gets = || {
            self.t.is_any(end, const { Concepts::of(&[Concept::Got, Concept::Won, Concept::With]) })
                || matches!(self.form(end), "on" | "at" | "would" | "will" | "could")
        };
        let ends = || {
            !self.word(end) && self.form(end) != "-"
                || self.t.is_any(end, const { Concepts::of(&[Concept::And, Concept::In, Concept::Clause]) })
        };
        let given = || i > self.start + 1 && matches!(self.form(i - 2), "for" | "to") && ends();
        // "and the left 41".
        (named && (figure() && (gets() || given()) || self.t.is_digits(end))).then_some(end)
    }

    pub(super) fn capital(&self, i: usize) -> bool {
        self.word(i) && self.t.text.tokens[i].capital && !self.t.text.tokens[i].arabic
    }

    /// One past the run of capitals from `i`, with the small words that join them.
    fn capital_run(&self, i: usize) -> usize {
        let mut end = i + 1;
        while end < self.end && end < i + 12 {
            if self.capital(end) {
                end += 1;
                continue;
            }
            // Jorge "Tuto" Quiroga.
            let nick = || (end + 2..end + 5).find(|&j| self.form(j) == "\"");
            if self.form(end) == "\""
                && self.capital(end - 1)
                && let Some(close) = nick().filter(|&j| self.capital(end + 1) && !self.t.text.tokens[end + 1].spaced && self.capital(j + 1))
            {
                end = close + 2;
                continue;
            }
            // "D66".
            if self.t.is_digits(end) && !self.t.text.tokens[end].spaced && self.capital(end - 1) {
                end += 1;
                continue;
            }
            let form = self.form(end);
            let next = self.capital(end + 1);
            let initial =
                form == "." && self.form(end - 1).len() <= 3 && self.t.text.tokens[end - 1].capital && next && self.form(end - 1) != "us";
            // "Lai Ching-te": a short second half is written small.
            let lower = self.word(end + 1)
                && !self.t.words[end + 1].tagged
                && (!self.t.words[end + 1].common || self.form(end + 1).len() <= 2)
                && self.form(end + 1).len() <= 4;
            // "Moon Jae-in": a second half that is a word of its own, behind a family name.
            let lower =
                lower || end >= i + 2 && self.word(end + 1) && matches!(self.form(end + 1), "in" | "on" | "un" | "so" | "we" | "no" | "a");
            // "Free Re-foundation".
            let prefix = end >= i + 2 && matches!(self.form(end - 1), "re" | "anti" | "pro" | "non" | "neo" | "inter");
            let hyphen = form == "-"
                && !self.t.text.tokens[end].spaced
                && self.word(end + 1)
                && !self.t.text.tokens[end + 1].spaced
                && (next || self.t.words[end + 1].given_name || lower || prefix);
            // "Alternative for Germany (AfD)": the short form in brackets says that the small words belong to the name.
            let defined = matches!(form, "for" | "of" | "and" | "the" | "in" | "'s")
                && (self.defined(i, end) || self.form(i) == "the" && self.defined(i + 1, end));
            let particle = matches!(
                form,
                "de" | "del"
                    | "da"
                    | "dos"
                    | "di"
                    | "la"
                    | "el"
                    | "al"
                    | "bin"
                    | "ibn"
                    | "ben"
                    | "van"
                    | "von"
                    | "der"
                    | "den"
                    | "du"
                    | "ould"
                    | "y"
                    | "bint"
                    | "ole"
                    | "ng"
                    | "dela"
                    | "af"
                    | "ap"
                    | "op"
                    | "das"
                    | "des"
                    | "les"
                    | "por"
                    | "para"
                    | "pour"
                    | "do"
                    | "e"
                    | "zu"
            ) && (next || self.capital(end + 2));
            let party_of = matches!(form, "of" | "for")
                && (self.is(end - 1, Concept::PartyHead) || self.is(end - 1, Concept::OrgHead) || self.is(end - 1, Concept::PlaceHead))
                && (next
                    // "the Party of Socialists Igor Dodon".
                    && !self.is(end + 1, Concept::Title)
                    && !(self.t.words[end + 1].given_name && self.capital(end + 2))
                    // "the Free Patriotic Movement of Gebran Bassil": whose it is.
                    && !(form == "of" && self.capital(end + 2) && (end + 1..end + 3).all(|j| !self.t.words[j].common && !self.t.words[j].tagged))
                    || self.form(end + 1) == "the" && self.capital(end + 2));
            // "People's Party", but "Kalla's Golkar Party" is a person's.
            let many = self.t.words[end - 1].common || self.t.words[end - 1].tagged;
            let apostrophe = form == "'s" && many && self.t.text.slice(end, end + 1).len() > 1 && self.party_follows(end + 1);
            // "Brothers of Italy party".
            let named = form == "of" && next && self.form(end + 2) == "party" && !self.t.text.tokens[end + 2].capital;
            // "the Umbrella for Democratic Change".
            let cause =
                form == "for" && next && (end + 1..end + 4).take_while(|&j| self.capital(j)).any(|j| self.is(j, Concept::PartyCause));
            // "the Workers' party".
            let lower = |j: usize| self.form(j) == "party" && !self.t.text.tokens[j].capital;
            let apostrophe =
                apostrophe || form == "'" && !self.t.text.tokens[end].spaced && (self.party_follows(end + 1) || lower(end + 1));
            // "Party of Action and Solidarity".
            let headed = end > i + 2 && matches!(self.form(end - 2), "of" | "for") && self.is(end - 3, Concept::PartyHead);
            let causes = headed && self.is(end + 1, Concept::PartyCause) || self.two_causes(end - 1);
            let joined = matches!(form, "and" | "&") && next && (self.party_follows(end + 1) || causes);
            if hyphen && !next {
                end += 2;
            } else if initial || hyphen || particle || joined || apostrophe || defined || cause || named {
                end += 1;
            } else if party_of {
                end += if next { 1 } else { 2 };
            } else {
                break;
            }
        }
        end
    }

    /// "The Law and Justice candidate", "Authenticity and Modernity (PAM)": two nouns, with what only a party has behind them.
    fn two_causes(&self, i: usize) -> bool {
        let known = |h: &Hit| !matches!(h.concept, Concept::PartyCause | Concept::OtherUnit);
        let noun = |j: usize| {
            let cause = self.is(j, Concept::PartyCause);
            self.capital(j) && !self.t.words[j].given_name && (cause || !self.t.at(j).iter().any(known))
        };
        let the = i > self.start && self.form(i - 1) == "the";
        let next = i + 3;
        let short = self.form(next) == "(" && self.form(next + 2) == ")" && shouted(self.t.text.slice(next + 1, next + 2));
        let role = const { Concepts::of(&[Concept::Candidate, Concept::PartyHead, Concept::Leader]) };
        next < self.end
            && matches!(self.form(i + 1), "and" | "&")
            && noun(i)
            && noun(i + 2)
            && (short || the && !self.capital(next) && self.t.is_any(next, role))
    }

    /// Whether capitals and small words from `end` on lead to a short form in brackets that holds the initial of token `i`.
    fn defined(&self, i: usize, end: usize) -> bool {
        let small = |j: usize| matches!(self.form(j), "for" | "of" | "and" | "the" | "in" | "'s");
        let stop = (end..(end + 6).min(self.end)).find(|&j| !(self.capital(j) || small(j)));
        let Some(open) = stop.filter(|&j| self.form(j) == "(" && self.form(j + 2) == ")" && self.capital(j - 1)) else { return false };
        self.short_form(i, open)
    }

    /// Whether the bracket at `open` holds a short form of the name that begins at token `i`: capitals, the first its initial.
    fn short_form(&self, i: usize, open: usize) -> bool {
        if self.form(open) != "(" || self.form(open + 2) != ")" || self.is(i, Concept::Title) || self.t.words[i].given_name {
            return false;
        }
        let short = self.t.text.slice(open + 1, open + 2);
        short.chars().filter(|c| c.is_uppercase()).count() >= 2
            && short.starts_with(|c: char| self.form(i).starts_with(c.to_ascii_lowercase()))
    }

    /// Whether the run of capitals from `i` ends in a party's head word: "… and Development Party", "People's Party".
    fn party_follows(&self, i: usize) -> bool {
        let mut j = i;
        while self.capital(j) && j < i + 5 {
            j += 1;
        }
        if j > i && (self.t.is(j - 1, Concept::PartyHead) || self.form(j - 1) == "party") {
            return true;
        }
        if self.form(j) == "(" && self.form(j + 2) == ")" {
            j += 3;
        }
        j > i && self.t.at(j - 1).iter().any(|h| h.concept == Concept::PartyHead)
            || (j > i || self.form(i.wrapping_sub(2)) == "people") && self.is(j, Concept::PartyHead) && self.form(j) == "party"
    }

    fn classify(&self, i: usize, end: usize) -> Option<NameMention> {
        // A party by its head or family word inside the run.
        let (mut start, mut titled) = (i, false);
        loop {
            if start >= end {
                return None;
            }
            // "Sri Lanka Podujana Peramuna (SLPP)".
            if self.is(start, Concept::Country) && end > start + 2 && self.short_form(start, end) {
                return Some(self.name(start, end, NameType::Party));
            }
            if let Some(hit) = self.t.hit(start, Concept::Country)
                && (hit.end as usize >= end || !self.party_head_within(start, end))
            {
                // "Mexico City" is no country.
                if (hit.end as usize) + 1 == end && self.is(end - 1, Concept::PlaceHead) {
                    return Some(self.name(start, end, NameType::Place));
                }
                let mut name = self.name(start, hit.end as usize, NameType::Place);
                name.value = hit.value;
                return Some(name);
            }
            // "Jordan's Islamic Action Front".
            if let Some(hit) = self.t.hit(start, Concept::Country).filter(|h| self.form(h.end as usize) == "'s") {
                start = hit.end as usize + 1;
                continue;
            }
            // "Known in English as X".
            let language = end == start + 1
                && matches!(
                    self.form(start),
                    "english"
                        | "french"
                        | "arabic"
                        | "spanish"
                        | "german"
                        | "russian"
                        | "portuguese"
                        | "mandarin"
                        | "chinese"
                        | "persian"
                        | "turkish"
                )
                && start > self.start
                && self.form(start - 1) == "in"
                && matches!(self.form(end), "as" | "," | "." | "and" | ")");
            if language {
                return None;
            }
            // "Northern Ireland Assembly", "Scottish Parliament": a body, and no party.
            let body = matches!(self.form(end - 1), "assembly" | "parliament" | "council" | "legislature");
            let of = |h: &Hit| {
                matches!(h.concept, Concept::Place | Concept::Country | Concept::Nationality)
                    && h.start as usize == start
                    && h.end as usize + 1 == end
            };
            if body && self.t.at(start).iter().any(of) {
                return Some(self.name(start, end, NameType::Organization));
            }
            let place = self.t.hit(start, Concept::Place).map(|hit| hit.end as usize);
            // "Sligo-Leitrim".
            let twin = place.filter(|&stop| {
                let other = self.t.hit(stop + 1, Concept::Place).map(|hit| hit.end as usize);
                stop < end && self.form(stop) == "-" && other == Some(end)
            });
            if twin.is_some() {
                return Some(self.name(start, end, NameType::Place));
            }
            if !titled && place.is_some_and(|stop| stop >= end || stop + 1 == end && self.is(stop, Concept::PlaceHead)) {
                return Some(self.name(start, end, NameType::Place));
            }
            // "In Bangkok Mr Pita's party".
            if let Some(stop) = place
                && stop < end
                && !titled
                && self.is(stop, Concept::Title)
            {
                return Some(self.name(start, stop, NameType::Place));
            }
            // "In Vienna Van der Bellen had 65 percent".
            if let Some(stop) = place
                && stop + 1 < end
                && !titled
                && start > self.start
                // "The mayor of Warsaw X".
                && (self.is(start - 1, Concept::In) || start > self.start + 1 && self.form(start - 1) == "of" && self.is(start - 2, Concept::Title))
                && !self.is(end - 1, Concept::PlaceHead)
                && self.person_like(stop, end)
                && !self.party_head_within(start, end)
            {
                return Some(self.name(start, stop, NameType::Place));
            }
            if let Some(hit) = self.t.hit(start, Concept::Capital)
                && hit.end as usize >= end
            {
                return Some(self.name(start, hit.end as usize, NameType::Place));
            }
            if self.two_causes(start) {
                let stop = start + 3 + usize::from(self.form(start + 3) == "party");
                return Some(self.name(start, stop, NameType::Party));
            }
            // "the Islamist party Tewassoul": what it is, and then what it is called.
            let adjective = end == start + 1
                && (self.is(start, Concept::PartyFamily) || matches!(self.form(start), "islamist" | "secular" | "secularist"))
                && self.form(end) == "party"
                && self.capital(end + 1);
            if adjective {
                let stop = self.capital_run(end + 1);
                return Some(self.name(end + 1, stop, NameType::Party));
            }
            if self.party_head_within(start, end) {
                return Some(self.english_party(start, end));
            }
            // "Republican People's Party".
            let closed = |j: usize| self.t.hit(j, Concept::PartyFamily).is_some_and(|h| h.end as usize == end && h.end - h.start > 1);
            let small = self.t.is_any(start, const { Concepts::of(&[Concept::Function, Concept::In, Concept::Prep]) });
            if (start + 1..end).any(closed) && !self.t.words[start].given_name && !small {
                return Some(self.name(start, end, NameType::Party));
            }
            // "Radical Democrats": a party's family word closes the run.
            if end - start > 1
                && self.t.hit(end - 1, Concept::PartyFamily).is_some()
                && !self.small(start)
                && !self.is(start, Concept::Nationality)
            {
                return Some(self.name(start, end, NameType::Party));
            }
            // "Democratic challenger X", but "Democratic Forces".
            let adjective = self.form(start) == "democratic"
                && !(start + 1 == end
                    && self.t.is_any(end, const { Concepts::of(&[Concept::Candidate, Concept::Rival, Concept::Leader, Concept::Title]) }));
            // "Conservative law professor X": what he thinks, at the head of a sentence.
            let opens = start == self.start || start > 0 && self.form(start - 1) == "-" && self.t.text.tokens[start - 1].spaced;
            let describes = opens
                && start + 1 == end
                && self.word(end)
                && !self.t.is_any(
                    end,
                    const {
                        Concepts::of(&[
                            Concept::Candidate,
                            Concept::Rival,
                            Concept::Leader,
                            Concept::Title,
                            Concept::Member,
                            Concept::Got,
                            Concept::Won,
                            Concept::Lost,
                            Concept::Seat,
                            Concept::PartyHead,
                        ])
                    },
                )
                && self.t.words[end].common;
            if describes {
                return None;
            }
            if let Some(hit) = self.t.hit(start, Concept::PartyFamily).filter(|_| !adjective) {
                let stop = hit.end as usize;
                if stop >= end || !self.person_like(stop, end) && !self.is(stop, Concept::Title) {
                    return Some(self.name(start, stop, NameType::Party));
                }
                // "the Socialist Left", "Liberal Forum".
                let words = const {
                    Concepts::of(&[
                        Concept::Member,
                        Concept::Candidate,
                        Concept::Leader,
                        Concept::Country,
                        Concept::Nationality,
                        Concept::Month,
                        Concept::Weekday,
                        Concept::Got,
                        Concept::Won,
                        Concept::Office,
                        Concept::Rival,
                        Concept::Function,
                        Concept::In,
                    ])
                };
                let noun = stop + 1 == end && self.t.words[stop].common && !self.t.words[stop].given_name && !self.t.is_any(stop, words);
                if noun && !self.is(stop, Concept::Title) {
                    return Some(self.name(start, end, NameType::Party));
                }
                // "Democrat Doug Jones", "Labour's Naz Shah": the family is the party's mention, the person comes next.
                return Some(self.name(start, stop, NameType::Party));
            }
            let skip = self.t.at(start).iter().find(|h| {
                matches!(h.concept, Concept::Title | Concept::Nationality | Concept::Weekday | Concept::Month | Concept::WeakMonth)
            });
            if let Some(hit) = skip {
                titled = hit.concept == Concept::Title;
                start = hit.end as usize;
                while self.form(start) == "." || self.form(start) == "," && titled && self.capital(start + 1) && start + 1 < end {
                    start += 1;
                }
                continue;
            }
            // "Economy Minister Sergio Massa": of what somebody is minister.
            if let Some(hit) = self.t.hit(start + 1, Concept::Title)
                && hit.end as usize + 1 < end
                && self.t.words[start].common
                && !self.t.words[start].given_name
            {
                titled = true;
                start = hit.end as usize;
                continue;
            }
            // "DEFICIT CUTS Nonetheless": a heading in capitals runs into its text.
            let heading = |j: usize| shouted(self.t.text.slice(j, j + 1)) && self.t.words[j].common;
            if heading(start) && (start + 1..end).any(|j| self.capital(j) && !shouted(self.t.text.slice(j, j + 1))) {
                start += 1;
                continue;
            }
            let sentence_start =
                start == self.start || start > i && heading(start - 1) || matches!(self.form(start.wrapping_sub(1)), "\"" | ":" | "(");
            let plain = self.t.words[start].common || self.t.words[start].tagged;
            let function = self.t.is_any(
                start,
                const {
                    Concepts::of(&[
                        Concept::Function,
                        Concept::In,
                        Concept::Prep,
                        Concept::From,
                        Concept::Clause,
                        Concept::Relative,
                        Concept::And,
                        Concept::Not,
                        Concept::With,
                        Concept::Against,
                        Concept::Number,
                    ])
                },
            );
            if self.short_form(start, end) {
                break;
            }
            // "Eastern Province".
            if plain && self.is(start + 1, Concept::PlaceHead) && start + 2 == end && self.capital(start + 1) {
                break;
            }
            if plain
                && !self.t.words[start].given_name
                && (sentence_start || function)
                && !(sentence_start && end - start > 1 && !self.small(start) && self.all_names(start + 1, end))
            {
                start += 1;
                continue;
            }
            break;
        }
        // Headline words after the name: "Jones Wins".
        let mut stop = end;
        // "Election Commission" is one word of the lexicon.
        let within =
            |j: usize| (j.saturating_sub(2).max(start)..j).any(|i| self.t.hit(i, Concept::OrgHead).is_some_and(|h| h.end as usize > j));
        let headline = |j: usize| {
            self.small(j)
                && self.t.text.tokens[j].spaced
                && !within(j)
                && self.t.words[j].tagged
                && !self.t.is_any(j, const { Concepts::of(&[Concept::PlaceHead, Concept::PartyCause, Concept::OrgHead]) })
        };
        // "D66".
        let lettered = |j: usize| self.t.is_digits(j) && !self.t.text.tokens[j].spaced;
        while stop > start + 1 && (headline(stop - 1) || !self.word(stop - 1) && !lettered(stop - 1)) {
            stop -= 1;
        }
        let all = start..stop;
        if all.clone().any(|j| self.is(j, Concept::OrgHead) && !self.t.words[j].given_name) {
            return Some(self.name(start, stop, NameType::Organization));
        }
        // "Dundee, where 57 per cent voted yes".
        let next = if self.form(stop) == "," { stop + 1 } else { stop };
        // "Nouri al-Maliki's State of Law list".
        let called =
            matches!(self.form(stop), "list" | "alliance" | "coalition" | "bloc" | "slate") && !self.capital(stop) && stop > start + 1;
        if called {
            return Some(self.name(start, stop, NameType::Party));
        }
        let place = self.form(next) == "where"
            || self.is(stop, Concept::PlaceHead) && !self.capital(stop)
            || all.clone().any(|j| self.is(j, Concept::PlaceHead))
            || self.placed(start);
        // "the capital, X", "western X", "state of X".
        let headed = start > self.start && self.is(start - 1, Concept::PlaceHead)
            || start > self.start + 1
                && matches!(self.form(start - 1), "," | "of")
                && self.is(start - 2, Concept::PlaceHead)
                && !self.capital(start - 2);
        let place = place || headed && !self.is(start.saturating_sub(1), Concept::Title);
        let given = self.t.words[start].given_name;
        // A pollster: "the Ipsos exit poll", "a poll by Ipsos".
        let pollster = |j: usize| {
            let noun = |h: &Hit| matches!(h.concept, Concept::OpinionPoll | Concept::Projection) && h.value == 1;
            self.t.at(j).iter().any(noun) || self.form(j) == "poll"
        };
        let asked = |j: usize| matches!(self.form(j), "out" | "conducted" | "commissioned" | "compiled" | "published" | "released");
        let surveyed = || self.t.within(self.start, start).iter().any(|h| h.concept == Concept::OpinionPoll);
        let by = start > self.start + 1
            && matches!(self.form(start - 1), "by" | "from")
            && (pollster(start - 2) || asked(start - 2) && surveyed());
        // "Public broadcaster ZDF", "the newspaper Le Monde".
        let press = ["newspaper", "daily", "magazine", "channel", "agency", "pollster", "network", "institute", "weekly"];
        // A broadcaster may be a person.
        let owned = || matches!(self.form(start.saturating_sub(2)), "public" | "state" | "national" | "private" | "owned" | "run");
        let outlet = start > self.start
            && (press.contains(&self.form(start - 1)) || self.form(start - 1) == "broadcaster" && start > self.start + 1 && owned());
        // "On the La7 television channel".
        let outlet = outlet || matches!(self.form(stop), "television" | "newspaper" | "daily" | "channel" | "magazine" | "radio");
        if pollster(stop) || by || outlet {
            return Some(self.name(start, stop, NameType::Organization));
        }
        let words = all.clone().filter(|&j| self.word(j)).count();
        // "PML-N", "ACT-Wazalendo".
        let glued = (start + 1..stop).all(|j| !self.t.text.tokens[j].spaced);
        let lettered = words > 1
            && glued
            && self.t.text.slice(start, stop).split('-').any(|part| part.len() > 2 && part.chars().all(char::is_uppercase));
        let upper = lettered
            || words == 1
                && self.t.text.slice(start, start + 1).chars().filter(|c| c.is_uppercase()).count() * 2
                    > self.form(start).chars().count().max(3) - 1
                && !self.t.words[start].common
                && !self.t.words[start].tagged;
        // "THE HAGUE - …", "LUSAKA (Reuters) - …": where the report was written.
        let shouted = |j: usize| self.t.text.slice(j, j + 1).chars().all(|c| !c.is_lowercase());
        let opens = start <= self.start + 1 && (self.start..stop).all(shouted);
        let dateline = opens
            && (stop..(stop + 14).min(self.end))
                .any(|j| self.form(j) == "-" && self.t.text.tokens[j].spaced && self.t.text.tokens.get(j + 1).is_some_and(|t| t.spaced));
        // "the Umbrella for Change", "the Clintons": a person has no article.
        let the = start > self.start && self.form(start - 1) == "the";
        let kind = if dateline {
            NameType::Place
        } else if self.party_around(start, stop) || words > 1 && !titled && self.short_form(start, stop) {
            NameType::Party
        } else if titled || given && words > 1 {
            NameType::Person
        } else if place {
            NameType::Place
        } else if upper || self.owned(start) && words > 1 {
            NameType::Party
        } else if words > 1 && words < 5 && !the {
            NameType::Person
        } else {
            NameType::Unknown
        };
        let mut name = self.name(start, stop, kind);
        name.titled = titled;
        Some(name)
    }

    /// "Feijóo's Partido Popular": what a person has is a party. But "Labour's Naz Shah", "Britain's Rishi Sunak".
    fn owned(&self, start: usize) -> bool {
        let other = const {
            Concepts::of(&[
                Concept::Country,
                Concept::Place,
                Concept::Capital,
                Concept::PlaceHead,
                Concept::PartyFamily,
                Concept::PartyHead,
                Concept::OrgHead,
                Concept::Title,
                Concept::Month,
                Concept::Weekday,
            ])
        };
        start >= self.start + 3
            && self.form(start - 1) == "'s"
            && self.capital(start - 2)
            && self.capital(start - 3)
            && !self.t.is_any(start - 2, other)
            && !self.t.is_any(start - 3, other)
            && !shouted(self.t.text.slice(start - 2, start - 1))
    }

    /// Whether the words around tokens `start..end` say that they name a party: "his party, X", "the coalition X", "X's lists",
    /// "seats for X", "the leader of the X".
    fn party_around(&self, start: usize, end: usize) -> bool {
        if self.t.words[start].given_name {
            return false;
        }
        let lower = |j: usize| self.word(j) && !self.t.text.tokens[j].capital;
        let head = |j: usize| self.is(j, Concept::PartyHead) && lower(j) && !matches!(self.form(j), "group" | "list" | "initiative");
        // At a sentence's start nothing stands before.
        let first = start == self.start;
        let the = usize::from(!first && matches!(self.form(start - 1), "the" | "a"));
        let before = start.saturating_sub(1 + the);
        // "his party, X": the comma makes it another name of the party where one closes it too.
        let apposed = the == 0 && start >= self.start + 2 && matches!(self.form(start - 1), "," | "-") && head(start - 2);
        let coalition = the == 0 && !first && head(start - 1);
        // A chairman has a commission, a leader a party.
        let role = |j: usize| self.is(j, Concept::Candidate) || self.form(j) == "leader" || self.form(j) == "leaders";
        let of = !first && matches!(self.form(before), "of" | "for") && before > self.start;
        let led = the == 1 && (of && role(before - 1) || matches!(self.form(before), "leads" | "heads" | "representing"));
        let seats = of && self.form(before) == "for" && self.is(before - 1, Concept::Seat);
        let lists = self.form(end) == "'s" && self.t.is_any(end + 1, const { Concepts::of(&[Concept::List, Concept::Candidate]) });
        let lists = lists && self.form(end + 1).ends_with('s');
        // "Fine Gael leader X", "Green co-leader X".
        let mut role_at = end;
        while role_at < end + 3 && (self.form(role_at) == "-" || matches!(self.form(role_at), "co" | "deputy" | "party" | "presidential")) {
            role_at += 1;
        }
        let leads = self.t.is_any(role_at, const { Concepts::of(&[Concept::Leader, Concept::Candidate]) })
            && lower(role_at)
            && !self.form(role_at).ends_with('s')
            && (self.capital(role_at + 1) || self.form(role_at + 1) == "," && self.capital(role_at + 2))
            && !self.is(end, Concept::Office);
        // "the Fredemo coalition", "the Yes movement".
        let alliance =
            lower(end) && matches!(self.form(end), "coalition" | "movement" | "alliance" | "bloc") && !self.is(start, Concept::Place);
        leads || alliance || apposed && matches!(self.form(end), "," | "(" | "." | "-") || coalition || led || seats || lists
    }

    fn all_names(&self, start: usize, end: usize) -> bool {
        // "Moon Jae-in": the second half of a given name may be any word.
        let half = |j: usize| !self.t.text.tokens[j].spaced && self.word(j) && self.form(j - 1) == "-";
        (start..end).all(|j| !self.t.words[j].common && !self.t.words[j].tagged || j > start && half(j))
    }

    fn person_like(&self, start: usize, end: usize) -> bool {
        start < end && !self.t.words[start].tagged && self.capital(start)
    }

    fn small(&self, i: usize) -> bool {
        self.t.is_any(
            i,
            const {
                Concepts::of(&[
                    Concept::Function,
                    Concept::In,
                    Concept::Prep,
                    Concept::From,
                    Concept::For,
                    Concept::Clause,
                    Concept::Relative,
                    Concept::And,
                    Concept::Said,
                    Concept::Got,
                    Concept::Won,
                    Concept::Weekday,
                    Concept::Month,
                    Concept::Number,
                    Concept::About,
                    Concept::Over,
                    Concept::Under,
                    Concept::RelativeDay,
                    Concept::With,
                    Concept::Against,
                    Concept::Not,
                    Concept::Election,
                    Concept::Polling,
                    Concept::Turnout,
                    Concept::Lost,
                    Concept::Elected,
                ])
            },
        ) || self.t.words[i].common && !self.t.words[i].given_name
    }

    pub(super) fn party_head_within(&self, start: usize, end: usize) -> bool {
        let after = self.form(end) == "party" || self.form(end) == "(" && self.form(end + 2) == ")" && self.form(end + 3) == "party";
        // "People's Party" is a family of parties, and the head of "Taiwan People's Party".
        let inside = (start..end).any(|j| self.is(j, Concept::PartyHead)) || end > start && self.form(end - 1) == "party";
        // "Congress", "Assembly", "Group" alone are bodies; a party's head stands with other words. "The party" is no name.
        after && end > start && !(end == start + 1 && self.is(start, Concept::Function))
            || inside
                && end - start > 1
                // "President X of the …", but "Justice Party".
                && (!self.is(start, Concept::Title)
                    || end - start == 2 && self.is(end - 1, Concept::PartyHead)
                    // "Justice and Development Party".
                    || matches!(self.form(start + 1), "and" | "&"))
                && !(start..end).any(|j| {
                    matches!(self.form(j), "national" | "general" | "constituent" | "european" | "african")
                        && matches!(self.form(j + 1), "assembly" | "union")
                })
    }

    fn english_party(&self, start: usize, end: usize) -> NameMention {
        let mut start = start;
        while start + 1 < end
            && !(self.is(start, Concept::Title) && (start + 2 == end || matches!(self.form(start + 1), "and" | "&")))
            // "the All Progressives Congress".
            && !(self.form(start) == "all" && start > self.start)
            && (self.t.is_any(
                start,
                const { Concepts::of(&[Concept::Function, Concept::Clause, Concept::Prep, Concept::In, Concept::Title, Concept::Weekday]) },
            ))
        {
            start += 1;
        }
        let mut stop = end;
        if self.form(stop) == "party" && !(start + 1 == end && self.is(start, Concept::Function)) {
            stop += 1;
        } else if self.form(stop) == "(" && self.form(stop + 2) == ")" && self.form(stop + 3) == "party" {
            stop += 4;
        }
        self.name(start, stop, NameType::Party)
    }

    /// A preposition of place stands before token `i`.
    fn placed(&self, i: usize) -> bool {
        i > self.start && self.is(i - 1, Concept::In)
    }
}
