-- Erasing the text of withheld versions, by order of a court or for data protection: the hashes stay.

CREATE TABLE erasures (
  id INTEGER PRIMARY KEY,
  -- No reference: an export has it before the versions.
  version_id INTEGER NOT NULL UNIQUE,
  reason TEXT NOT NULL,
  -- Who ordered it: a court, a person.
  ordered_by TEXT NOT NULL,
  -- The name of the token that did it.
  erased_by TEXT NOT NULL,
  erased_at TEXT NOT NULL
);

-- The hashes that stand for what rows said before they were erased: store/log/digests.ts.
CREATE TABLE erased (
  -- sentence, statement, change, review
  kind TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  sealed TEXT NOT NULL,
  PRIMARY KEY (kind, row_id)
) WITHOUT ROWID;

-- A row during the write that erases: records may be updated then.
CREATE TABLE erasing (id INTEGER PRIMARY KEY CHECK (id = 1));

DROP TRIGGER versions_keep_update;
DROP TRIGGER sentences_keep_update;
DROP TRIGGER statements_keep_update;
DROP TRIGGER changes_keep_update;
DROP TRIGGER reviews_keep_update;
CREATE TRIGGER versions_keep_update BEFORE UPDATE ON versions WHEN NOT EXISTS (SELECT 1 FROM erasing)
BEGIN SELECT RAISE(ABORT, 'versions are immutable'); END;
CREATE TRIGGER sentences_keep_update BEFORE UPDATE ON sentences WHEN NOT EXISTS (SELECT 1 FROM erasing)
BEGIN SELECT RAISE(ABORT, 'sentences are immutable'); END;
CREATE TRIGGER statements_keep_update BEFORE UPDATE ON statements WHEN NOT EXISTS (SELECT 1 FROM erasing)
BEGIN SELECT RAISE(ABORT, 'statements are immutable'); END;
CREATE TRIGGER changes_keep_update BEFORE UPDATE ON changes WHEN NOT EXISTS (SELECT 1 FROM erasing)
BEGIN SELECT RAISE(ABORT, 'changes are only appended'); END;
CREATE TRIGGER reviews_keep_update BEFORE UPDATE ON reviews WHEN NOT EXISTS (SELECT 1 FROM erasing)
BEGIN SELECT RAISE(ABORT, 'reviews are only appended'); END;

CREATE TRIGGER erasures_keep_update BEFORE UPDATE ON erasures BEGIN SELECT RAISE(ABORT, 'erasures are only appended'); END;
CREATE TRIGGER erasures_keep_delete BEFORE DELETE ON erasures BEGIN SELECT RAISE(ABORT, 'erasures are only appended'); END;
CREATE TRIGGER erasures_keep_insert BEFORE INSERT ON erasures
WHEN EXISTS (SELECT 1 FROM erasures WHERE id = NEW.id OR version_id = NEW.version_id)
BEGIN SELECT RAISE(ABORT, 'erasures are only appended'); END;
CREATE TRIGGER erased_keep_update BEFORE UPDATE ON erased BEGIN SELECT RAISE(ABORT, 'hashes are only appended'); END;
CREATE TRIGGER erased_keep_delete BEFORE DELETE ON erased BEGIN SELECT RAISE(ABORT, 'hashes are only appended'); END;

-- A version that was erased stays withheld.
CREATE TRIGGER withholdings_of_erased BEFORE INSERT ON withholding_reasons
WHEN NEW.reason = '' AND EXISTS (SELECT 1 FROM erasures WHERE version_id = NEW.version_id)
BEGIN SELECT RAISE(ABORT, 'the version was erased'); END;

-- Deleted terms leave the indexes at once.
INSERT INTO sentence_search (sentence_search, rank) VALUES ('secure-delete', 1);
INSERT INTO statement_search (statement_search, rank) VALUES ('secure-delete', 1);
