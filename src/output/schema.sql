-- What `hasila extract -o NAME.db` writes. docs/outputs.md explains it.

-- One row an article. The same article (source, id and text) has one row, however often it is read.
CREATE TABLE IF NOT EXISTS articles (
    id           INTEGER PRIMARY KEY,
    key          TEXT NOT NULL UNIQUE,                  -- a hash of source, id and text
    article_id   TEXT NOT NULL,                         -- its id in its source
    source       TEXT,                                  -- path or URL
    lang         TEXT,                                  -- ar, en
    title        TEXT,
    published    TEXT,                                  -- YYYY, YYYY-MM or YYYY-MM-DD
    duplicate_of INTEGER REFERENCES articles (id) ON DELETE SET NULL,
    same_words   INTEGER,                               -- of a duplicate: 1 word for word, 0 nearly
    content      TEXT NOT NULL                          -- a hash of what was found in it
);

CREATE TABLE IF NOT EXISTS elections (
    id      TEXT PRIMARY KEY,                           -- kz-president-2022-11-20; xx where the country is not known
    country TEXT,                                       -- ISO 3166-1 alpha-2
    office  TEXT,
    date    TEXT,                                       -- as exact as it is known
    round   INTEGER,
    early   INTEGER
);

-- Which elections an article speaks of; position 0 is the one that it is about.
CREATE TABLE IF NOT EXISTS article_elections (
    article_id  INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    election_id TEXT NOT NULL REFERENCES elections (id),
    position    INTEGER NOT NULL,
    PRIMARY KEY (article_id, election_id)
);

-- Who and what facts are about, by the fullest name in the article. One name of one type is one row; two spellings are two.
CREATE TABLE IF NOT EXISTS entities (
    id    INTEGER PRIMARY KEY,
    name  TEXT NOT NULL,
    type  TEXT NOT NULL,                                -- person, party, option, group, place; '' where it is not known
    latin TEXT,                                         -- an Arabic name in Latin letters
    UNIQUE (name, type)
);

-- Other forms of the name that articles use.
CREATE TABLE IF NOT EXISTS aliases (
    entity_id INTEGER NOT NULL REFERENCES entities (id) ON DELETE CASCADE,
    alias     TEXT NOT NULL,
    PRIMARY KEY (entity_id, alias)
);

CREATE TABLE IF NOT EXISTS facts (
    id          INTEGER PRIMARY KEY,
    article_id  INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    fact_id     TEXT NOT NULL,                          -- f1, f2, … in its article
    kind        TEXT NOT NULL,
    value       NUMERIC,
    value_max   NUMERIC,
    unit        TEXT,
    bound       TEXT,
    status      TEXT,
    date        TEXT,
    date_end    TEXT,
    subject_id  INTEGER REFERENCES entities (id),
    party_id    INTEGER REFERENCES entities (id),
    place_id    INTEGER REFERENCES entities (id),       -- NULL is the whole election
    election_id TEXT REFERENCES elections (id),
    confidence  REAL NOT NULL,
    rule        TEXT NOT NULL,
    UNIQUE (article_id, fact_id)
);

-- The words that state a fact, in the order of the text.
CREATE TABLE IF NOT EXISTS evidence (
    fact_id      INTEGER NOT NULL REFERENCES facts (id) ON DELETE CASCADE,
    position     INTEGER NOT NULL,
    start_offset INTEGER NOT NULL,                      -- in the unit of --offsets: code points
    end_offset   INTEGER NOT NULL,
    text         TEXT NOT NULL,
    link         TEXT,                                  -- address of these words, where the source is a page of the web
    PRIMARY KEY (fact_id, position)
);

-- Contradictions inside an article.
CREATE TABLE IF NOT EXISTS findings (
    id         INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    check_id   TEXT NOT NULL,
    severity   TEXT NOT NULL,                           -- error, warning
    message    TEXT NOT NULL,
    expected   REAL,
    found      REAL
);

CREATE TABLE IF NOT EXISTS finding_facts (
    finding_id INTEGER NOT NULL REFERENCES findings (id) ON DELETE CASCADE,
    fact_id    INTEGER NOT NULL REFERENCES facts (id) ON DELETE CASCADE,
    PRIMARY KEY (finding_id, fact_id)
);

CREATE INDEX IF NOT EXISTS articles_article ON articles (article_id, source);
CREATE INDEX IF NOT EXISTS articles_duplicate_of ON articles (duplicate_of);
CREATE INDEX IF NOT EXISTS article_elections_election ON article_elections (election_id);
CREATE INDEX IF NOT EXISTS facts_kind ON facts (kind, election_id);
CREATE INDEX IF NOT EXISTS facts_election ON facts (election_id);
CREATE INDEX IF NOT EXISTS facts_subject ON facts (subject_id);
CREATE INDEX IF NOT EXISTS facts_party ON facts (party_id);
CREATE INDEX IF NOT EXISTS facts_place ON facts (place_id);
CREATE INDEX IF NOT EXISTS findings_article ON findings (article_id);
CREATE INDEX IF NOT EXISTS finding_facts_fact ON finding_facts (fact_id);

-- One row for what an article says of one candidate, party or option in one vote.
CREATE VIEW IF NOT EXISTS results AS
SELECT
    f.election_id AS election,
    place.name AS place,
    subject.name AS subject,
    subject.type AS type,
    MAX(party.name) AS party,
    f.status AS status,
    MAX(CASE WHEN f.kind = 'vote_share' THEN f.value END) AS vote_share,
    MAX(CASE WHEN f.kind = 'votes' THEN f.value END) AS votes,
    MAX(CASE WHEN f.kind = 'seats' THEN f.value END) AS seats,
    MAX(f.bound <> 'exact') AS hedged,
    EXISTS (
        SELECT 1 FROM facts w
        WHERE w.article_id = f.article_id AND w.kind = 'winner' AND w.subject_id = f.subject_id AND w.election_id IS f.election_id
          AND w.place_id IS f.place_id
    ) AS won,
    f.article_id AS article
FROM facts f
JOIN entities subject ON subject.id = f.subject_id
LEFT JOIN entities party ON party.id = f.party_id
LEFT JOIN entities place ON place.id = f.place_id
WHERE f.kind IN ('vote_share', 'votes', 'seats')
GROUP BY f.article_id, f.election_id, f.place_id, f.subject_id, f.status;

-- One row for what an article says of who came to one vote.
CREATE VIEW IF NOT EXISTS turnout AS
SELECT
    f.election_id AS election,
    place.name AS place,
    f.status AS status,
    MAX(CASE WHEN f.kind = 'turnout' THEN f.value END) AS turnout,
    MAX(CASE WHEN f.kind = 'votes_cast' THEN f.value END) AS votes_cast,
    MAX(CASE WHEN f.kind = 'registered_voters' THEN f.value END) AS registered_voters,
    MAX(CASE WHEN f.kind = 'valid_votes' AND f.unit = 'votes' THEN f.value END) AS valid_votes,
    MAX(CASE WHEN f.kind = 'invalid_votes' AND f.unit = 'votes' THEN f.value END) AS invalid_votes,
    MAX(f.bound <> 'exact') AS hedged,
    f.article_id AS article
FROM facts f
LEFT JOIN entities place ON place.id = f.place_id
WHERE f.kind IN ('turnout', 'votes_cast', 'registered_voters', 'valid_votes', 'invalid_votes')
GROUP BY f.article_id, f.election_id, f.place_id, f.status;
