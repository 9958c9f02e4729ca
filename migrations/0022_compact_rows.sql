-- Rows that say less of what other rows tell: half the bytes of a first version.

DROP TRIGGER versions_keep_update;
DROP TRIGGER sentences_keep_update;
DROP TRIGGER changes_keep_update;

-- A place is the digits of the time of capture, then how many digits the number has, then these.
UPDATE versions SET place = replace(replace(replace(replace(substr(place, 1, 23), '-', ''), 'T', ''), ':', ''), '.', '')
    || length(CAST(substr(place, 26) AS INTEGER)) || CAST(substr(place, 26) AS INTEGER);
UPDATE claims SET last_place = replace(replace(replace(replace(substr(last_place, 1, 23), '-', ''), 'T', ''), ':', ''), '.', '')
    || length(CAST(substr(last_place, 26) AS INTEGER)) || CAST(substr(last_place, 26) AS INTEGER);
-- Their articles are tracked from the first version once more.
DELETE FROM bound_states;

-- A sentence is known by the first 12 bytes of its hash.
UPDATE sentences SET hash = unhex(substr(hash, 1, 24));

-- The label of a claim is that of its statement where the column is empty.
UPDATE claims SET label = '' WHERE label = (SELECT t.analysis ->> 0 FROM statements t WHERE t.id = claims.statement_id);

-- The first place of a claim is that of its first wording.
ALTER TABLE claims DROP COLUMN first_place;

-- In hundredths, which take one byte.
UPDATE claims SET check_worthiness = round(check_worthiness * 100, 6);

-- An index of the claims that are not present: those that are present are found without it.
DROP INDEX claims_by_status;
CREATE INDEX claims_by_status ON claims (status, id) WHERE status <> 'present';

-- Evidence is JSON [[number of the kind, rule, words before, words after], …], without nulls at the end. It is empty where the one kind of
-- the change follows from presence alone.
UPDATE changes SET evidence = coalesce((
  SELECT CASE WHEN json_array_length(changes.evidence) = 1 AND changes.kinds = 1 << min(k.key) AND min(e.value ->> 'rule') = 'presence'
      AND coalesce(min(e.value ->> 'before'), min(e.value ->> 'after')) IS NULL THEN ''
    ELSE json_group_array(
      CASE WHEN e.value ->> 'after' IS NOT NULL THEN
          json_array(k.key, e.value ->> 'rule', e.value ->> 'before', e.value ->> 'after')
        WHEN e.value ->> 'before' IS NOT NULL THEN json_array(k.key, e.value ->> 'rule', e.value ->> 'before')
        ELSE json_array(k.key, e.value ->> 'rule') END ORDER BY e.key) END
  FROM json_each(changes.evidence) e JOIN json_each('["introduced","withdrawn","restored","superseded","split","merged","moved","negated",
      "softened","strengthened","number_changed","date_changed","source_changed","cue_changed",
      "quote_changed","reworded","cosmetic"]') k ON k.value = e.value ->> 'kind'), '[]');
-- A change was recorded with the version that it came to where the column is empty.
UPDATE changes SET recorded_at = '' WHERE recorded_at = (SELECT v.recorded_at FROM versions v WHERE v.id = changes.to_version);

-- With ids of their own, so that an index does not have the keys of the rows.
ALTER TABLE wordings RENAME TO earlier_wordings;
CREATE TABLE wordings (
  claim_id INTEGER NOT NULL REFERENCES claims (id),
  from_place TEXT NOT NULL,
  until_place TEXT,
  article_id INTEGER NOT NULL REFERENCES articles (id),
  statement_id INTEGER NOT NULL REFERENCES statements (id),
  ordinal INTEGER NOT NULL,
  source_id INTEGER REFERENCES sources (id),
  reading TEXT NOT NULL,
  ended TEXT CHECK (ended IN ('reworded', 'withdrawn', 'superseded', 'merged', 'split')),
  successor INTEGER,
  stood TEXT,
  PRIMARY KEY (claim_id, from_place)
);
INSERT INTO wordings
SELECT claim_id,
  replace(replace(replace(replace(substr(from_place, 1, 23), '-', ''), 'T', ''), ':', ''), '.', '')
    || length(CAST(substr(from_place, 26) AS INTEGER)) || CAST(substr(from_place, 26) AS INTEGER),
  replace(replace(replace(replace(substr(until_place, 1, 23), '-', ''), 'T', ''), ':', ''), '.', '')
    || length(CAST(substr(until_place, 26) AS INTEGER)) || CAST(substr(until_place, 26) AS INTEGER),
  article_id, statement_id, ordinal, source_id,
  -- The kind as a number, and nothing for what is empty at the end.
  CASE
    WHEN reading ->> 4 IS NOT NULL THEN json_set(reading, '$[1]', kind.key)
    WHEN json_array_length(reading, '$[3]') > 0 THEN json_remove(json_set(reading, '$[1]', kind.key), '$[4]')
    WHEN reading -> 2 <> 'null' THEN json_array(reading ->> 0, kind.key, reading -> 2)
    ELSE json_array(reading ->> 0, kind.key) END,
  ended, successor, stood
FROM earlier_wordings JOIN json_each('["named","unnamed","document","author"]') kind ON kind.value = reading ->> 1 ORDER BY claim_id, from_place;
DROP TABLE earlier_wordings;
CREATE INDEX wordings_by_article ON wordings (article_id);
CREATE INDEX wordings_by_source ON wordings (source_id, article_id) WHERE source_id IS NOT NULL;
CREATE INDEX wordings_that_stand ON wordings (article_id) WHERE until_place IS NULL;
CREATE INDEX wordings_by_statement ON wordings (statement_id, until_place, article_id);

CREATE TRIGGER versions_keep_update BEFORE UPDATE ON versions BEGIN SELECT RAISE(ABORT, 'versions are immutable'); END;
CREATE TRIGGER sentences_keep_update BEFORE UPDATE ON sentences BEGIN SELECT RAISE(ABORT, 'sentences are immutable'); END;
CREATE TRIGGER changes_keep_update BEFORE UPDATE ON changes BEGIN SELECT RAISE(ABORT, 'changes are only appended'); END;
