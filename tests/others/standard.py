"""JSON lines, CSV and SQLite by Python's own library: the same facts. Prints how many."""
import csv, json, os, sqlite3
records = [json.loads(line) for line in open('out.jsonl')]
name = lambda fact, key: fact[key]['name'] if key in fact else None
facts = [(r['article']['id'], f['id'], f['kind'], f.get('value'), name(f, 'subject'), name(f, 'party'), name(f, 'place'), f.get('election'),
          f.get('date'), f.get('status'), f['confidence'], f['evidence'][0]['text'], r['article'].get('source', ''))
         for r in records for f in r['facts']]
rows = list(csv.DictReader(open('out.csv', newline='')))
number = lambda text: (float(text) if '.' in text else int(text)) if text else None
theirs = [(r['article_id'], r['fact_id'], r['kind'], number(r['value']), r['subject'] or None, r['party'] or None, r['place'] or None,
           r['election'] or None, r['date'] or None, r['status'] or None, float(r['confidence']), r['evidence'], r['link'].split('#')[0]) for r in rows]
assert theirs == facts, next((a, b) for a, b in zip(theirs, facts) if a != b)
if os.path.exists('out.db'):
    db = sqlite3.connect('out.db')
    assert db.execute('PRAGMA foreign_key_check').fetchall() == []
    assert db.execute('PRAGMA integrity_check').fetchall() == [('ok',)]
    rows = db.execute('''SELECT a.article_id, f.fact_id, f.kind, f.value, s.name, p.name, l.name, f.election_id, f.date, f.status, f.confidence, e.text, e.link
        FROM facts f JOIN articles a ON a.id = f.article_id LEFT JOIN entities s ON s.id = f.subject_id LEFT JOIN entities p ON p.id = f.party_id
        LEFT JOIN entities l ON l.id = f.place_id JOIN evidence e ON e.fact_id = f.id AND e.position = 0 ORDER BY f.id''').fetchall()
    theirs = [(*row[:-1], (row[-1] or '').split('#')[0]) for row in rows]
    assert theirs == facts, next((a, b) for a, b in zip(theirs, facts) if a != b)
    assert db.execute('SELECT count(*) FROM articles').fetchone()[0] == len(records)
    assert db.execute('SELECT count(*) FROM articles WHERE duplicate_of IS NOT NULL').fetchone()[0] == sum('duplicate_of' in r['article'] for r in records)
    assert db.execute('SELECT count(*) FROM findings').fetchone()[0] == sum(len(r['checks']) for r in records)
    assert db.execute('SELECT count(*) FROM evidence').fetchone()[0] == sum(len(f['evidence']) for r in records for f in r['facts'])
    shares = [max(f['value'] for f in r['facts'] if f['kind'] == 'vote_share') for r in records if any(f['kind'] == 'vote_share' for f in r['facts'])]
    assert [v for v, in db.execute('SELECT max(vote_share) FROM results GROUP BY article HAVING max(vote_share) NOT NULL ORDER BY article')] == shares

print(len(facts))
