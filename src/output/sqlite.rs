//! Records → a SQLite database. `schema.sql` is what it looks like.
//!
//! An article is known by a hash of its source, id and text, so that reading it again changes nothing, and reading it with other rules
//! replaces what was found in it. Everything is written in transactions: whatever happens, the database holds whole articles.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, OptionalExtension, params};
use sha2::{Digest, Sha256};

use super::aside::hex;
use super::view::{FactView, RecordView};
use super::{Options, link};
use crate::error::Error;
use crate::input::Article;
use crate::kind::snake;
use crate::resolve::record::{Duplicate, Name, Record};

/// The number of the schema in `schema.sql`, kept as `user_version`.
const VERSION: i64 = 1;

/// A database that records are written to.
#[derive(Debug)]
pub struct Database {
    connection: Connection,
    path: PathBuf,
    options: Options,
    /// What was read and not yet committed.
    open: bool,
}

impl Database {
    /// Opens the database at `path`, or makes it.
    pub fn open(path: &Path, options: Options) -> Result<Self, Error> {
        let blame = |error: rusqlite::Error| blame(path, error);
        let connection = Connection::open(path).map_err(blame)?;
        let version: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0)).map_err(blame)?;
        let tables: i64 = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0)).map_err(blame)?;
        if version != VERSION && tables > 0 {
            return Err(Error::new("expected a database that `extract` made, found another").at(path.display()));
        }
        // With a log beside the database a commit waits for no disk, and is still whole or not there.
        let setup = format!(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; BEGIN IMMEDIATE; {} PRAGMA user_version = {VERSION}; COMMIT;",
            include_str!("schema.sql")
        );
        connection.execute_batch(&setup).map_err(blame)?;
        connection.set_prepared_statement_cache_capacity(64);
        Ok(Database { connection, path: path.to_owned(), options, open: false })
    }

    /// Writes what was found in one article; it is there for others once it is committed.
    pub fn write(&mut self, record: &Record, article: &Article) -> Result<(), Error> {
        self.begin()?;
        let view = RecordView::new(record, article, &self.options);
        write(&self.connection, &view).map_err(|error| blame(&self.path, error))
    }

    /// Makes all that was written since the last time part of the database, with a line of `journal` beside it.
    pub fn commit(&mut self, journal: &str) -> Result<(), Error> {
        self.begin()?;
        let commit = || {
            self.connection.execute_batch("CREATE TABLE IF NOT EXISTS stopped_run (line TEXT NOT NULL)")?;
            self.connection.prepare_cached("INSERT INTO stopped_run VALUES (?)")?.execute([journal])?;
            self.connection.execute_batch("COMMIT")
        };
        commit().map_err(|error| blame(&self.path, error))?;
        self.open = false;
        Ok(())
    }

    /// The lines of the journal of a run that did not come to its end.
    pub fn journal(&self) -> Result<Vec<String>, Error> {
        let lines = || -> rusqlite::Result<Vec<String>> {
            if !self.connection.table_exists(None, "stopped_run")? {
                return Ok(Vec::new());
            }
            self.connection.prepare("SELECT line FROM stopped_run ORDER BY rowid")?.query_map([], |row| row.get(0))?.collect()
        };
        lines().map_err(|error| blame(&self.path, error))
    }

    /// Forgets the journal.
    pub fn begin_anew(&mut self) -> Result<(), Error> {
        self.connection.execute_batch("DROP TABLE IF EXISTS stopped_run").map_err(|error| blame(&self.path, error))
    }

    /// Ends the run: entities and elections that nothing speaks of any more go, the database is one file again.
    pub fn finish(mut self) -> Result<(), Error> {
        self.begin()?;
        let end = "DROP TABLE IF EXISTS stopped_run;
            DELETE FROM elections WHERE id NOT IN (SELECT election_id FROM article_elections)
                AND NOT EXISTS (SELECT 1 FROM facts WHERE facts.election_id = elections.id);
            DELETE FROM entities WHERE NOT EXISTS (SELECT 1 FROM facts WHERE subject_id = entities.id)
                AND NOT EXISTS (SELECT 1 FROM facts WHERE party_id = entities.id)
                AND NOT EXISTS (SELECT 1 FROM facts WHERE place_id = entities.id);
            COMMIT; PRAGMA journal_mode = DELETE; PRAGMA optimize;";
        self.connection.execute_batch(end).map_err(|error| blame(&self.path, error))
    }

    fn begin(&mut self) -> Result<(), Error> {
        if !self.open {
            self.connection.execute_batch("BEGIN IMMEDIATE").map_err(|error| blame(&self.path, error))?;
            self.open = true;
        }
        Ok(())
    }
}

fn write(db: &Connection, view: &RecordView<'_>) -> rusqlite::Result<()> {
    // The very same record twice in one source is one article.
    let itself = |of: &&Duplicate| of.same && (of.id.as_str(), of.source.as_deref()) == (view.article.id, view.article.source);
    if view.article.duplicate_of.as_ref().is_some_and(itself) {
        return Ok(());
    }
    let key = digest(&[view.article.source.unwrap_or_default(), view.article.id, view.body]);
    let content = digest(&[&serde_json::to_string(view).unwrap_or_default()]);
    let known: Option<(i64, String)> = db
        .prepare_cached("SELECT id, content FROM articles WHERE key = ?")?
        .query_row([&key], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    if known.as_ref().is_some_and(|(_, known)| *known == content) {
        return Ok(());
    }
    let article = article(db, view, &key, &content)?;
    if known.is_some() {
        for table in ["findings", "facts", "article_elections"] {
            db.prepare_cached(&format!("DELETE FROM {table} WHERE article_id = ?"))?.execute([article])?;
        }
    }
    for (position, election) in (0_i64..).zip(view.elections) {
        db.prepare_cached(
            "INSERT INTO elections VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (id) DO UPDATE SET round = coalesce(round, ?5), early = coalesce(early, ?6)",
        )?
        .execute(params![
            election.id,
            election.country,
            election.office.as_ref().map(snake),
            election.date.map(|date| date.to_string()),
            election.round,
            election.early
        ])?;
        db.prepare_cached("INSERT OR IGNORE INTO article_elections VALUES (?, ?, ?)")?.execute(params![article, election.id, position])?;
    }
    let mut facts = Vec::with_capacity(view.facts.len());
    for fact in &view.facts {
        facts.push((fact.id, self::fact(db, article, fact)?));
        let (_, id) = facts[facts.len() - 1];
        for (position, evidence) in (0_i64..).zip(&fact.evidence) {
            let link = link::to_words(view.article.source, view.body, evidence.span);
            db.prepare_cached("INSERT INTO evidence VALUES (?, ?, ?, ?, ?, ?)")?.execute(params![
                id,
                position,
                evidence.start as i64,
                evidence.end as i64,
                evidence.text,
                link
            ])?;
        }
    }
    for finding in &view.checks {
        let number = |number: &Option<serde_json::Number>| number.as_ref().and_then(serde_json::Number::as_f64);
        db.prepare_cached("INSERT INTO findings (article_id, check_id, severity, message, expected, found) VALUES (?, ?, ?, ?, ?, ?)")?
            .execute(params![
                article,
                finding.check,
                snake(&finding.severity),
                finding.message,
                number(&finding.expected),
                number(&finding.found)
            ])?;
        let id = db.last_insert_rowid();
        for (_, fact) in facts.iter().filter(|(fact, _)| finding.facts.iter().any(|name| name == fact)) {
            db.prepare_cached("INSERT OR IGNORE INTO finding_facts VALUES (?, ?)")?.execute([id, *fact])?;
        }
    }
    Ok(())
}

/// The row of the article, new or brought up to date.
fn article(db: &Connection, view: &RecordView<'_>, key: &str, content: &str) -> rusqlite::Result<i64> {
    let article = &view.article;
    // The copy came after what it repeats, so that this is there.
    let original: Option<i64> = match article.duplicate_of {
        None => None,
        Some(of) => db
            .prepare_cached("SELECT id FROM articles WHERE article_id = ? AND source IS ? ORDER BY id LIMIT 1")?
            .query_row(params![of.id, of.source], |row| row.get(0))
            .optional()?,
    };
    db.prepare_cached(
        "INSERT INTO articles (key, article_id, source, lang, title, published, duplicate_of, same_words, content)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (key) DO UPDATE SET lang = excluded.lang, title = excluded.title, published = excluded.published,
            duplicate_of = excluded.duplicate_of, same_words = excluded.same_words, content = excluded.content
         RETURNING id",
    )?
    .query_row(
        params![
            key,
            article.id,
            article.source,
            article.lang.as_ref().map(snake),
            article.title,
            article.published.map(|date| date.to_string()),
            original,
            article.duplicate_of.map(|of| of.same),
            content
        ],
        |row| row.get(0),
    )
}

fn fact(db: &Connection, article: i64, fact: &FactView<'_>) -> rusqlite::Result<i64> {
    let named = |name: Option<&Name>| name.map(|name| entity(db, name)).transpose();
    // As text: the column makes an integer of what is one.
    let number = |number: &Option<serde_json::Number>| number.as_ref().map(ToString::to_string);
    let (subject, party, place) = (named(fact.subject)?, named(fact.party)?, named(fact.place)?);
    db.prepare_cached(
        "INSERT INTO facts (article_id, fact_id, kind, value, value_max, unit, bound, status, date, date_end, subject_id, party_id,
            place_id, election_id, confidence, rule) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )?
    .execute(params![
        article,
        fact.id,
        snake(&fact.kind),
        number(&fact.value),
        number(&fact.value_max),
        fact.unit,
        fact.bound.as_ref().map(snake),
        fact.status.as_ref().map(snake),
        fact.date.map(|date| date.to_string()),
        fact.date_end.map(|date| date.to_string()),
        subject,
        party,
        place,
        fact.election,
        fact.confidence.as_f64(),
        fact.rule
    ])?;
    Ok(db.last_insert_rowid())
}

fn entity(db: &Connection, name: &Name) -> rusqlite::Result<i64> {
    let kind = name.kind.as_ref().map(snake).unwrap_or_default();
    let id = db
        .prepare_cached(
            "INSERT INTO entities (name, type, latin) VALUES (?1, ?2, ?3)
             ON CONFLICT (name, type) DO UPDATE SET latin = coalesce(latin, ?3) RETURNING id",
        )?
        .query_row(params![name.name, kind, name.latin], |row| row.get(0))?;
    for alias in &name.aliases {
        db.prepare_cached("INSERT OR IGNORE INTO aliases VALUES (?, ?)")?.execute(params![id, alias])?;
    }
    Ok(id)
}

/// A hash of some texts, parted by what no text holds.
fn digest(parts: &[&str]) -> String {
    let mut sum = Sha256::new();
    for part in parts {
        sum.update(part.as_bytes());
        sum.update([0xFF]);
    }
    hex(&sum.finalize()[..16])
}

fn blame(path: &Path, error: rusqlite::Error) -> Error {
    let said = match &error {
        rusqlite::Error::SqliteFailure(_, Some(said)) => said.clone(),
        _ => error.to_string(),
    };
    Error::new(said).at(path.display())
}
