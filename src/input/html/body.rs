//! A document → the article's text: a line for each paragraph, item of a list and row of a table.
//!
//! What of a page is the article is for `dom_smoothie` to say; how it becomes lines is said here, since results stand in them.

use dom_query::{Document, NodeRef};
use dom_smoothie::{Config, Readability};

/// Cells and items of more characters hold articles, not figures: their parts stay lines.
const CELL: usize = 200;
/// How many nodes of a cell or item are looked at to tell.
const LOOK: usize = 100;
/// Fewer characters are tried for again with less left out.
const SHORTEST: usize = 200;
/// No page of a newspaper nests deeper, and `dom_smoothie` takes time with the cube of the depth.
const DEEPEST: usize = 200;
/// No page has more but the longest tables; with the square of their number it takes time, too.
const MOST_NODES: usize = 60_000;
/// Where `dom_smoothie` puts what it found.
const FOUND: &str = "#readability-page-1";

/// The body of the article in a document; empty where there is no text. `html` is what the document was made of.
pub(super) fn read(document: Document, html: &str) -> String {
    let whole = |document: &Document| document.body().map(|body| lines(&body)).unwrap_or_default();
    let (nodes, depth) = extent(&document.root());
    if nodes > MOST_NODES || depth > DEEPEST {
        return whole(&document);
    }
    keep_figures(&document);
    let config = Config { disable_json_ld: true, char_threshold: SHORTEST, ..Config::default() };
    let found = Readability::with_document(document, None, Some(config)).and_then(|mut readability| {
        readability.parse()?;
        // The document keeps the rest of the page beside what was found.
        Ok(readability.doc.select(FOUND).nodes().first().map(lines))
    });
    // A page in which nothing looks like an article is one all the same.
    found.ok().flatten().unwrap_or_else(|| whole(&Document::from(html)))
}

/// Makes plain lines of tables and lists that hold figures and few links.
///
/// Readers for the eye take them for menus and boxes and leave many out, by their looks and by names such as `widget`.
fn keep_figures(document: &Document) {
    for node in document.select("table, ul, ol, dl").nodes() {
        let Some(rows) = figures(node) else { continue };
        let parent = node.parent().filter(|parent| parent.has_name("div") || parent.has_name("section"));
        node.remove_all_attrs();
        node.rename("pre");
        node.set_text(rows.as_str());
        // A box around it, whose name says what it looks like.
        if let Some(parent) = parent
            && parent.text().trim().chars().count() < 2 * rows.chars().count()
        {
            parent.remove_all_attrs();
        }
    }
}

/// The rows of a table or list, if they are figures.
fn figures(node: &NodeRef) -> Option<String> {
    let (mut rows, mut long, mut linked) = (0, false, 0);
    for inside in node.descendants_it() {
        let Some(name) = inside.node_name() else { continue };
        match &*name {
            "table" | "ul" | "ol" | "dl" | "form" | "pre" => return None,
            "tr" => rows += 1,
            "li" | "dd" => {
                rows += 1;
                long |= !is_short(&inside);
            }
            "td" | "th" => long |= !is_short(&inside),
            "a" => linked += inside.text().chars().count(),
            _ => {}
        }
    }
    if rows < 2 || long {
        return None;
    }
    let text = lines(node);
    let with_figures = text.lines().filter(|line| line.contains(|c: char| c.is_numeric())).count();
    (with_figures * 3 >= rows && linked * 3 < text.chars().count()).then_some(text)
}

/// How an element takes part in the text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    /// Not at all.
    Hidden,
    /// It stands on lines of its own.
    Block,
    /// It begins a new line.
    Break,
    /// A cell of a row, or what a list of terms says of one.
    Cell,
    /// A line with cells: a row, an item.
    Row,
    /// Its line breaks count.
    Verbatim,
    Inline,
}

fn role(name: &str) -> Role {
    match name {
        "script" | "style" | "noscript" | "template" | "head" | "svg" | "math" | "select" | "textarea" | "button" | "iframe" | "object"
        | "audio" | "video" | "canvas" | "input" => Role::Hidden,
        "br" | "hr" | "dt" => Role::Break,
        "td" | "th" | "dd" => Role::Cell,
        "tr" | "li" => Role::Row,
        "pre" => Role::Verbatim,
        "p" | "div" | "section" | "article" | "main" | "header" | "footer" | "aside" | "nav" | "ul" | "ol" | "dl" | "table" | "thead"
        | "tbody" | "tfoot" | "caption" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "blockquote" | "figure" | "figcaption" | "form"
        | "fieldset" | "address" | "details" | "summary" | "body" | "html" | "center" => Role::Block,
        _ => Role::Inline,
    }
}

/// The text in a node, line by line.
fn lines(root: &NodeRef) -> String {
    let mut lines = Lines::default();
    walk(root, |step| match step {
        Step::Enter(node) => lines.enter(node),
        Step::Leave(node) => {
            lines.leave(node);
            true
        }
    });
    lines.done()
}

/// How many nodes there are within one, and how deep they nest.
fn extent(root: &NodeRef) -> (usize, usize) {
    let (mut nodes, mut depth, mut deepest) = (0, 0_usize, 0);
    walk(root, |step| {
        match step {
            Step::Enter(_) => (nodes, depth) = (nodes + 1, depth + 1),
            Step::Leave(_) => depth = depth.saturating_sub(1),
        }
        deepest = deepest.max(depth);
        true
    });
    (nodes, deepest)
}

enum Step<'a, 'b> {
    Enter(&'a NodeRef<'b>),
    /// Of what was entered.
    Leave(&'a NodeRef<'b>),
}

/// Goes through all nodes within one; `step` says whether to go into what it enters.
fn walk<'b>(root: &NodeRef<'b>, mut step: impl FnMut(Step<'_, 'b>) -> bool) {
    let mut node = root.first_child();
    // Pages nest as deep as they like: the way back is in the tree, not on the stack.
    while let Some(current) = node {
        let entered = step(Step::Enter(&current));
        if entered && let Some(child) = current.first_child() {
            node = Some(child);
            continue;
        }
        if entered {
            step(Step::Leave(&current));
        }
        let mut last = current;
        node = loop {
            if let Some(next) = last.next_sibling() {
                break Some(next);
            }
            match last.parent() {
                Some(parent) if parent.id != root.id => {
                    step(Step::Leave(&parent));
                    last = parent;
                }
                _ => break None,
            }
        };
    }
}

#[derive(Default)]
struct Lines {
    text: String,
    /// How many cells and short items are open: within them what would be a line is a cell.
    flat: usize,
    verbatim: usize,
    /// Whether the last thing was the end of an element within a line.
    after_element: bool,
}

impl Lines {
    /// Whether what is in the node counts.
    fn enter(&mut self, node: &NodeRef) -> bool {
        if node.is_text() {
            let text = node.text();
            self.words(&text);
            return false;
        }
        if !node.is_element() {
            return false;
        }
        let role = node.node_name().map_or(Role::Inline, |name| role(&name));
        let own_line = matches!(role, Role::Block | Role::Break | Role::Cell | Role::Row | Role::Verbatim);
        if role == Role::Hidden || (own_line && node.has_attr("hidden")) {
            return false;
        }
        match role {
            Role::Cell => self.cell(),
            Role::Inline => self.part(),
            _ => self.line(),
        }
        if matches!(role, Role::Cell | Role::Row) && is_short(node) {
            self.flat += 1;
        }
        self.verbatim += usize::from(role == Role::Verbatim);
        true
    }

    fn leave(&mut self, node: &NodeRef) {
        let role = node.node_name().map_or(Role::Inline, |name| role(&name));
        if matches!(role, Role::Cell | Role::Row) && is_short(node) {
            self.flat = self.flat.saturating_sub(1);
        }
        match role {
            Role::Inline => self.after_element = true,
            Role::Cell => self.after_element = false,
            Role::Break if node.first_child().is_some() => {}
            Role::Verbatim => {
                self.verbatim = self.verbatim.saturating_sub(1);
                self.line();
            }
            Role::Break => {}
            _ => self.line(),
        }
    }

    fn words(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '\n' | '\t' if self.verbatim > 0 => self.text.push(c),
                ' ' | '\t' | '\n' | '\r' | '\u{0C}' => {
                    if !self.text.ends_with([' ', '\n', '\t']) {
                        self.text.push(' ');
                    }
                    self.after_element = false;
                }
                _ => {
                    self.text.push(c);
                    self.after_element = false;
                }
            }
        }
    }

    /// Begins a line, or within a row a cell.
    fn line(&mut self) {
        self.after_element = false;
        self.trim();
        if self.flat > 0 {
            self.cell();
        } else if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    /// Begins a cell, unless the line begins here.
    fn cell(&mut self) {
        self.after_element = false;
        self.trim();
        if !self.text.is_empty() && !self.text.ends_with(['\n', '\t']) {
            self.text.push('\t');
        }
    }

    /// Begins an element within a line. Two that touch are kept apart by their looks: `<span>Name</span><span>54%</span>`.
    fn part(&mut self) {
        if self.after_element && self.text.ends_with(|c: char| !c.is_whitespace()) {
            self.text.push(' ');
        }
        self.after_element = false;
    }

    fn trim(&mut self) {
        let kept = self.text.trim_end_matches(' ').len();
        self.text.truncate(kept);
    }

    fn done(self) -> String {
        let lines = self.text.lines().map(str::trim).filter(|line| !line.is_empty());
        let mut text = String::with_capacity(self.text.len());
        for line in lines {
            text.push_str(line);
            text.push('\n');
        }
        text
    }
}

/// Whether a cell or item has so little in it that it is one line.
fn is_short(node: &NodeRef) -> bool {
    let (mut characters, mut nodes) = (0, 0);
    for inside in node.descendants_it() {
        nodes += 1;
        if inside.is_text() {
            characters += inside.text().chars().count();
        } else if inside.node_name().is_some_and(|name| matches!(&*name, "table" | "ul" | "ol" | "h1" | "h2")) {
            return false;
        }
        if characters > CELL || nodes > LOOK {
            return false;
        }
    }
    true
}
