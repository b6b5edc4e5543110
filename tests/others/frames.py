"""CSV, Parquet, JSON lines and SQLite by duckdb and pandas: the same rows, and the types that they should have. Prints how many."""
import datetime
import json
import os
import sqlite3

import duckdb
import pandas
import pyarrow.parquet

TEXT = 'article_id source lang published fact_id kind unit bound status date date_end subject subject_type subject_latin party place \
election country office rule evidence link duplicate_of'.split()
NUMBERS = ['value', 'value_max', 'confidence']
INTEGERS = ['start', 'end']
DATES = ['published', 'date', 'date_end']


def expected():
    """The rows that the JSON lines tell of, without links."""
    for line in open('out.jsonl', encoding='utf-8'):
        record = json.loads(line)
        article = record['article']
        elections = {election['id']: election for election in record['elections']}
        for fact in record['facts']:
            election = elections.get(fact.get('election'), {})
            subject, evidence = fact.get('subject', {}), fact['evidence'][0]
            row = {name: fact.get(name) for name in 'kind value value_max unit bound status date date_end election confidence rule'.split()}
            row |= {'article_id': article['id'], 'source': article.get('source'), 'lang': article.get('lang')}
            row |= {'published': article.get('published'), 'duplicate_of': article.get('duplicate_of', {}).get('id'), 'fact_id': fact['id']}
            row |= {'subject': subject.get('name'), 'subject_type': subject.get('type'), 'subject_latin': subject.get('latin')}
            row |= {key: fact.get(key, {}).get('name') for key in ('party', 'place')}
            row |= {'country': election.get('country'), 'office': election.get('office')}
            yield row | {'start': evidence['start'], 'end': evidence['end'], 'evidence': evidence['text']}


def plain(value):
    """A cell as JSON would have it."""
    if value is None or value != value:
        return None
    return str(value) if isinstance(value, (datetime.date, datetime.datetime)) else value


def rows(table):
    """A data frame as rows of plain cells."""
    return [{name: plain(cell) for name, cell in zip(table.columns, row)} for row in table.itertuples(index=False, name=None)]


def duck(query):
    answer = duckdb.sql(query)
    return [{name: plain(cell) for name, cell in zip(answer.columns, row)} for row in answer.fetchall()], dict(zip(answer.columns, answer.types))


def same(ours, theirs, who):
    """Whether every cell that we have is theirs."""
    assert len(ours) == len(theirs), (who, len(ours), len(theirs))
    for a, b in zip(ours, theirs):
        assert all(b[name] == cell for name, cell in a.items()), (who, [(name, cell, b[name]) for name, cell in a.items() if b[name] != cell])


facts = list(expected())
assert {row['country'] for row in facts} >= {'NA'}, 'a code that readers may take for an absent value'
assert any(len(row['published'] or '') == 4 for row in facts), 'a date that is no day'

# CSV: its types are guessed of what is there. Our upper ends of ranges may all be whole.
csv, types = duck("FROM 'out.csv'")
same(facts, csv, 'duckdb, CSV')
assert [str(types[name]) for name in ['value', 'confidence'] + INTEGERS] == ['DOUBLE'] * 2 + ['BIGINT'] * 2, types
frame = pandas.read_csv('out.csv', keep_default_na=False, na_values=[''])
same(facts, rows(frame), 'pandas, CSV')
assert [str(frame[name].dtype) for name in NUMBERS + INTEGERS] == ['float64'] * 3 + ['int64'] * 2

# SQLite.
if os.path.exists('out.db'):
    query = '''SELECT a.article_id, a.source, a.lang, a.published, o.article_id AS duplicate_of, f.fact_id, f.kind, f.value, f.value_max, f.unit,
        f.bound, f.status, f.date, f.date_end, s.name AS subject, nullif(s.type, '') AS subject_type, s.latin AS subject_latin, p.name AS party,
        l.name AS place, f.election_id AS election, n.country, n.office, f.confidence, f.rule, e.start_offset AS start, e.end_offset AS "end",
        e.text AS evidence, e.link
        FROM facts f JOIN articles a ON a.id = f.article_id LEFT JOIN articles o ON o.id = a.duplicate_of
        LEFT JOIN entities s ON s.id = f.subject_id LEFT JOIN entities p ON p.id = f.party_id LEFT JOIN entities l ON l.id = f.place_id
        LEFT JOIN elections n ON n.id = f.election_id JOIN evidence e ON e.fact_id = f.id AND e.position = 0 ORDER BY f.id'''
    frame = pandas.read_sql(query, sqlite3.connect('out.db'))
    # An entity is a name as it is written: its Latin form may have been told by another article.
    known = [{name: cell for name, cell in row.items() if name != 'subject_latin' or cell} for row in facts]
    same(known, rows(frame), 'pandas, SQLite')
    same([{'link': row['link']} for row in csv], rows(frame), 'links of SQLite')
    assert [str(frame[name].dtype) for name in NUMBERS + INTEGERS] == ['float64'] * 3 + ['int64'] * 2

# JSON lines.
nested, _ = duck("SELECT article.id AS article_id, fact.id AS fact_id, fact.kind AS kind, fact.value AS value, fact.subject.name AS subject, \
    fact.evidence[1].text AS evidence FROM (SELECT article, unnest(facts) AS fact FROM 'out.jsonl')")
same([{name: row[name] for name in nested[0]} for row in facts], nested, 'duckdb, JSON lines')
frame = pandas.read_json('out.jsonl', lines=True, precise_float=True).explode('facts').dropna(subset='facts')
theirs = [(article['id'], fact['id'], fact.get('value')) for article, fact in zip(frame['article'], frame['facts'])]
assert theirs == [(row['article_id'], row['fact_id'], row['value']) for row in facts]

# Parquet: the types are the file's own.
if os.path.exists('out.parquet'):
    for ours in (facts, csv):
        same(ours, duck("FROM 'out.parquet'")[0], 'duckdb, Parquet')
        same(ours, rows(pandas.read_parquet('out.parquet')), 'pandas, Parquet')
    file = pyarrow.parquet.ParquetFile('out.parquet')
    types = {field.name: str(field.type) for field in file.schema_arrow}
    days = [name + '_day' for name in DATES]
    assert types == dict.fromkeys(TEXT, 'string') | dict.fromkeys(NUMBERS, 'double') | dict.fromkeys(INTEGERS, 'int64') | dict.fromkeys(days, 'date32[day]')
    always = {field.name for field in file.schema_arrow if not field.nullable}
    assert always == {'article_id', 'fact_id', 'kind', 'confidence', 'rule', 'evidence'}, always
    group = file.metadata.row_group(0)
    assert {group.column(i).compression for i in range(group.num_columns)} == {'ZSTD'}
    for row in rows(file.read().to_pandas()):
        for name in DATES:
            assert row[name + '_day'] == (row[name] if len(row[name] or '') == 10 else None), row

print(len(facts))
