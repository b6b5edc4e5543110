//! How an article is read, for people: every stage, sentence by sentence, and why a number became a fact or none.

use std::fmt::Write;
use std::sync::Arc;

use crate::decimal::Decimal;
use crate::facts::{self, Draft, Reading, Rule, Scene};
use crate::kind::{Bound, snake};
use crate::lexicon::{Concept, Hit};
use crate::mentions::{DateMention, Form, NameMention, Number};
use crate::resolve::record::{Fact, Name, Record, Severity};
use crate::text::Sentence;

/// The reading of a text in words: of sentence `only` (the first is 1), else of all with what came of them. `news`: whether the
/// article is held to be election news.
pub(crate) fn explain(scene: &Scene, record: &Record, news: bool, only: Option<usize>) -> String {
    let mut readings: Vec<Vec<Reading>> = scene.tagged.text.sentences.iter().map(|_| Vec::new()).collect();
    facts::read(scene, |sentence, read| readings[sentence] = read);
    let relations: Vec<Draft> = facts::drafts(scene).into_iter().filter(|draft| !draft.kind.is_figure()).collect();
    let mut page = Page { scene, out: String::new() };
    for (s, sentence) in scene.tagged.text.sentences.iter().enumerate() {
        if only.is_none_or(|only| only == s + 1) {
            page.sentence(s, sentence, &readings[s]);
            let here = |draft: &&Draft| scene.tagged.text.sentence_of(draft.token) == s;
            relations.iter().filter(here).for_each(|draft| page.relation(draft));
            page.out.push('\n');
        }
    }
    if only.is_none() {
        page.record(record);
    }
    // Else the facts of its sentences would seem to be lost.
    if !page.out.is_empty() && !news {
        page.out.push_str(NO_NEWS);
    }
    page.out
}

/// Why the sentences of an article may give facts and the article none.
const NO_NEWS: &str = "the article is not held to be news of a public election, so that nothing in it becomes a fact: \
    too few words of voting and of offices, or too many of clubs, companies and votes inside a body\n";

/// What is written so far, and of what.
struct Page<'a> {
    scene: &'a Scene<'a>,
    out: String,
}

impl Page<'_> {
    /// A line under a sentence: what it is about, then the rest.
    fn line(&mut self, label: &str, rest: &str) {
        let _ = writeln!(self.out, "  {label:9} {}", rest.trim_end());
    }

    fn sentence(&mut self, s: usize, sentence: &Sentence, readings: &[Reading]) {
        let scene = self.scene;
        let range = sentence.range();
        let words: Vec<&str> = range.clone().map(|i| scene.form(i)).collect();
        let _ = writeln!(self.out, "[{}] {} {}", s + 1, snake(&sentence.lang), one_line(scene.tagged.text.slice(range.start, range.end)));
        self.line("folded", &words.join(" "));
        let hits = scene.tagged.within(range.start, range.end);
        // A word of several meanings is one line; small words that only end a name are none.
        for same in hits.chunk_by(|a, b| a.start == b.start).filter(|same| same.iter().any(|hit| hit.concept != Concept::Function)) {
            self.line("word", &meanings(scene, same));
        }
        for number in scene.numbers_in(range.start, range.end) {
            self.line("number", &number_of(scene, number));
        }
        for date in scene.dates_in(range.start, range.end) {
            self.line("date", &date_of(scene, date));
        }
        for duration in scene.durations.iter().filter(|d| range.contains(&(d.start as usize))) {
            let quote = self.quote(duration.span.of(scene.tagged.text.raw));
            self.line("duration", &format!("{quote} = {} {}", duration.value, duration.unit));
        }
        for name in &scene.names[scene.names_in(range.start, range.end)] {
            self.line("name", &name_of(scene, name));
        }
        for reading in readings {
            self.reading(sentence, reading);
        }
    }

    fn reading(&mut self, sentence: &Sentence, reading: &Reading) {
        let measure = &reading.measure;
        let quote = self.quote(self.scene.tagged.text.slice(measure.start, measure.end));
        let mut what = format!("{quote} = {}", value(Some(measure.value), measure.max));
        let _ = write!(what, " {}", measure.unit.id());
        for (is, note) in [
            (measure.inherited, "the unit is that of a neighbour"),
            (measure.weak, "a weak word for it"),
            (measure.compound, "a size, joined by a dash"),
        ] {
            if is {
                let _ = write!(what, ", {note}");
            }
        }
        self.line("figure", &what);
        match reading.rule {
            Some(rule) if reading.drafts.is_empty() => self.line("", &format!("→ no fact: {} ({})", reading.why, rule.id)),
            None => self.line("", &format!("→ no fact: {}", reading.why)),
            Some(rule) => {
                let cue = self.cue(sentence, reading, rule);
                for draft in &reading.drafts {
                    self.draft(draft, &cue);
                }
            }
        }
    }

    fn relation(&mut self, draft: &Draft) {
        let quote = self.quote(draft.evidence.of(self.scene.tagged.text.raw));
        self.line("relation", &quote);
        self.draft(draft, "");
    }

    fn draft(&mut self, draft: &Draft, cue: &str) {
        let name = |k: Option<usize>| k.map(|k| self.quote(self.scene.names[k].span.of(self.scene.tagged.text.raw)));
        let when = &draft.when;
        let parts = [
            ("date", draft.date.map(|date| date.to_string())),
            ("to", draft.date_end.map(|date| date.to_string())),
            ("subject", name(draft.subject)),
            ("party", name(draft.party)),
            ("place", name(draft.place)),
            ("bound", (draft.bound != Bound::Exact).then(|| snake(&draft.bound))),
            ("status", draft.status.as_ref().map(snake)),
            ("year", when.year.map(|year| year.to_string())),
            ("earlier", when.earlier.then(|| "yes".to_owned())),
            ("round", when.round.map(|round| round.to_string())),
        ];
        let parts: Vec<String> = parts.into_iter().filter_map(|(key, part)| Some(format!("{key} {}", part?))).collect();
        let how = format!("→ {} by {}{cue}, confidence {:.2}", draft.kind.name(), draft.rule, draft.confidence);
        self.line("", &how);
        if !parts.is_empty() {
            self.line("", &format!("  {}", parts.join(" · ")));
        }
    }

    /// The word of the rule that stands nearest to the figure.
    fn cue(&self, sentence: &Sentence, reading: &Reading, rule: &Rule) -> String {
        let scene = self.scene;
        let number = reading.measure.number;
        let hits = scene.tagged.within(sentence.start as usize, sentence.end as usize);
        let side = |hit: &Hit, before: bool, after: bool| if (hit.end as usize) <= number.0 { before } else { after };
        let near = hits
            .iter()
            .filter(|hit| rule.cues.iter().any(|cue| cue.concept == hit.concept && side(hit, cue.before, cue.after)))
            .map(|hit| (scene.gap((hit.start as usize, hit.end as usize), number), hit))
            .min_by(|a, b| a.0.total_cmp(&b.0));
        near.map_or_else(String::new, |(gap, hit)| {
            let words = self.quote(scene.tagged.text.slice(hit.start as usize, hit.end as usize));
            format!(" for {words} ({}, {gap:.1} away)", hit.concept.id())
        })
    }

    fn record(&mut self, record: &Record) {
        let raw = self.scene.tagged.text.raw;
        for election in &record.elections {
            let _ = writeln!(self.out, "election {}", election.id);
        }
        if record.facts.is_empty() {
            let _ = writeln!(self.out, "no facts");
        }
        for fact in &record.facts {
            let quotes: Vec<String> = fact.evidence.iter().map(|span| self.quote(span.of(raw))).collect();
            let _ =
                writeln!(self.out, "{} {}, {} · confidence {:.2}, {}", fact.id, said(fact), quotes.join(" "), fact.confidence, fact.rule);
        }
        for finding in &record.checks {
            let severity = if finding.severity == Severity::Error { "error" } else { "warning" };
            let _ = writeln!(self.out, "{severity} {}: {} ({})", finding.check, one_line(&finding.message), finding.facts.join(", "));
        }
    }

    fn quote(&self, text: &str) -> String {
        format!("«{}»", one_line(text))
    }
}

/// `words: concept, concept 3`, with what is written as one with them.
fn meanings(scene: &Scene, hits: &[Hit]) -> String {
    let (start, end) = (hits[0].start as usize, hits[0].end as usize);
    let concepts: Vec<String> = hits
        .iter()
        .map(|hit| if hit.value == 0 { hit.concept.id().to_owned() } else { format!("{} {}", hit.concept.id(), hit.value) })
        .collect();
    format!("{}: {}", one_line(scene.tagged.text.slice(start, end)), concepts.join(", "))
}

fn number_of(scene: &Scene, number: &Number) -> String {
    let form = match number.form {
        Form::Digits => "",
        Form::Words => ", in words",
        Form::Dual => ", a dual",
        Form::Ordinal => ", an ordinal",
    };
    let other = number.other.map_or_else(String::new, |other| format!(" or {other}"));
    let compound = if number.compound { ", a piece of something else" } else { "" };
    format!("«{}» = {}{other}{form}{compound}", one_line(number.span.of(scene.tagged.text.raw)), number.value)
}

fn date_of(scene: &Scene, date: &DateMention) -> String {
    let value = date.date.map_or_else(|| "? (no year is known)".to_owned(), |date| date.to_string());
    let end = date.date_end.map_or_else(String::new, |end| format!(" to {end}"));
    let notes: String = [(date.bare_year, ", a bare year"), (date.relative, ", relative"), (date.hijri, ", Hijri")]
        .into_iter()
        .filter_map(|(is, note)| is.then_some(note))
        .collect();
    format!("«{}» = {value}{end}{notes}", one_line(date.span.of(scene.tagged.text.raw)))
}

fn name_of(scene: &Scene, name: &NameMention) -> String {
    let titled = if name.titled { ", after a title" } else { "" };
    let echo = if name.echo { ", known from elsewhere in the article" } else { "" };
    let kind = format!("{:?}", name.kind).to_lowercase();
    format!("«{}» {kind}{titled}{echo}", one_line(name.span.of(scene.tagged.text.raw)))
}

/// `turnout = 69.44 percent (over, preliminary) of X in Y`.
fn said(fact: &Fact) -> String {
    let mut out = fact.kind.name();
    if fact.value.is_some() {
        let _ = write!(out, " = {} {}", value(fact.value, fact.value_max), fact.unit);
    }
    let dates: Vec<String> = fact.date.iter().chain(&fact.date_end).map(ToString::to_string).collect();
    if !dates.is_empty() {
        let _ = write!(out, " = {}", dates.join(" to "));
    }
    let bound = (fact.bound != Bound::Exact).then(|| snake(&fact.bound));
    let notes: Vec<String> = bound.into_iter().chain(fact.status.as_ref().map(snake)).collect();
    if !notes.is_empty() {
        let _ = write!(out, " ({})", notes.join(", "));
    }
    let name = |name: &Option<Arc<Name>>| name.as_ref().map(|name| one_line(&name.name));
    for (word, part) in [("of", name(&fact.subject)), ("for", name(&fact.party)), ("in", name(&fact.place)), ("at", fact.election.clone())]
    {
        if let Some(part) = part {
            let _ = write!(out, " {word} {part}");
        }
    }
    out
}

fn value(low: Option<Decimal>, high: Option<Decimal>) -> String {
    low.iter().chain(&high).map(ToString::to_string).collect::<Vec<_>>().join(" to ")
}

/// Text on one line, without what could move the cursor.
fn one_line(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
