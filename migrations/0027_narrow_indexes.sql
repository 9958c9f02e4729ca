-- Indexes without what their rows have anyway. Entries of one key come in the order of the ids, which every index holds besides its columns.

DROP INDEX claims_by_source;
CREATE INDEX claims_by_source ON claims (source_id);
DROP INDEX claims_by_status;
CREATE INDEX claims_by_status ON claims (status) WHERE status <> 'present';
DROP INDEX claims_by_changes;
CREATE INDEX claims_by_changes ON claims (changes DESC);
DROP INDEX changes_in_turn;
CREATE INDEX changes_in_turn ON changes (article_id);

-- The claims that have a statement are found by their wordings.
DROP INDEX claims_by_statement;

-- In hundredths, which a column of REAL keeps in eight bytes of an index.
DROP INDEX claims_by_check_worthiness;
ALTER TABLE claims ADD COLUMN hundredths NUMERIC NOT NULL DEFAULT 0;
UPDATE claims SET hundredths = check_worthiness;
ALTER TABLE claims DROP COLUMN check_worthiness;
ALTER TABLE claims RENAME COLUMN hundredths TO check_worthiness;
CREATE INDEX claims_by_check_worthiness ON claims (check_worthiness DESC);

-- A claim has few wordings: an index need not hold their places. A reading is null where it is the name of a named source and nothing else.
DROP VIEW claims_flat;
ALTER TABLE wordings RENAME TO earlier_wordings;
CREATE TABLE wordings (
  id INTEGER PRIMARY KEY,
  claim_id INTEGER NOT NULL REFERENCES claims (id),
  from_place TEXT NOT NULL,
  until_place TEXT,
  article_id INTEGER NOT NULL REFERENCES articles (id),
  statement_id INTEGER NOT NULL REFERENCES statements (id),
  ordinal INTEGER NOT NULL,
  source_id INTEGER REFERENCES sources (id),
  reading TEXT,
  ended TEXT CHECK (ended IN ('reworded', 'withdrawn', 'superseded', 'merged', 'split')),
  successor INTEGER,
  stood TEXT
);
INSERT INTO wordings (claim_id, from_place, until_place, article_id, statement_id, ordinal, source_id, reading, ended, successor, stood)
SELECT claim_id, from_place, until_place, article_id, statement_id, ordinal, source_id,
  nullif(reading, (SELECT json_array(o.name, 0) FROM sources o WHERE o.id = source_id AND o.kind = 'named')), ended, successor, stood
FROM earlier_wordings ORDER BY rowid;
DROP TABLE earlier_wordings;
CREATE INDEX wordings_by_claim ON wordings (claim_id);
CREATE INDEX wordings_by_article ON wordings (article_id);
CREATE INDEX wordings_by_source ON wordings (source_id, article_id) WHERE source_id IS NOT NULL;
CREATE INDEX wordings_by_statement ON wordings (statement_id, until_place, article_id);

-- Claims that are in a version that is not withheld, and those that are merged into one. The last version is null while a claim is present.
CREATE VIEW claims_flat AS
SELECT c.id, a.slug AS article, a.publication, c.number AS claim, c.status, c.verdict,
  coalesce(c.human_label, nullif(c.label, ''), t.analysis ->> 0) AS label,
  s.text AS sentence, s.headline AS in_headline,
  o.name AS source,
  coalesce(o.kind, '["named","unnamed","document","author"]' ->> (t.analysis ->> 5)) AS source_kind,
  t.analysis ->> '$[7][0]' AS cue,
  '["direct","mixed","indirect","none"]' ->> (t.analysis ->> 8) AS quotation,
  '["certain","probable","possible","unknown"]' ->> (t.analysis ->> 2) AS certainty,
  '["positive","negative"]' ->> (t.analysis ->> 3) AS polarity,
  (t.analysis ->> 1) / 100.0 AS check_worthiness,
  c.changes,
  f.number AS first_version, f.captured_at AS first_captured_at,
  l.number AS last_version, l.captured_at AS last_captured_at
FROM claims c JOIN articles a ON a.id = c.article_id JOIN statements t ON t.id = c.statement_id JOIN sentences s ON s.id = t.sentence_id
  LEFT JOIN sources o ON o.id = c.source_id
  LEFT JOIN versions f ON f.id = (
    SELECT v.id FROM wordings w JOIN versions v ON v.article_id = w.article_id AND v.place >= w.from_place
      AND v.place < coalesce(w.until_place, '~')
    WHERE w.claim_id = c.id AND NOT EXISTS (SELECT 1 FROM withholdings h WHERE h.version_id = v.id) ORDER BY v.place LIMIT 1)
  LEFT JOIN versions l ON c.status <> 'present' AND l.id = (
    SELECT v.id FROM wordings w JOIN versions v ON v.article_id = w.article_id AND v.place >= w.from_place
      AND v.place < coalesce(w.until_place, '~')
    WHERE w.claim_id = c.id AND NOT EXISTS (SELECT 1 FROM withholdings h WHERE h.version_id = v.id) ORDER BY v.place DESC LIMIT 1)
WHERE c.status <> 'retracted';
