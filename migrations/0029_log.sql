-- One log of everything that was said, appended only. The tree of its entries (RFC 9162) is what checkpoints sign. docs/verify.md describes it.

CREATE TABLE log (
  -- Its place in the log, from 1, without gaps.
  id INTEGER PRIMARY KEY,
  -- The number of the kind of entry: store/log/kinds.ts.
  kind INTEGER NOT NULL,
  -- Null for an entry about the log itself.
  article_id INTEGER REFERENCES articles (id),
  -- The id of the row that it is about, or of the first of those of one write; 0 where the kind has none.
  subject INTEGER NOT NULL,
  -- SHA-256 of what was said.
  digest BLOB NOT NULL CHECK (length(digest) = 32)
);
CREATE INDEX log_by_article ON log (article_id);

-- Derived: the hash of each complete subtree of 256 entries, from 1, so that a root is computed without reading the log.
CREATE TABLE log_tiles (
  id INTEGER PRIMARY KEY,
  hash BLOB NOT NULL CHECK (length(hash) = 32)
);

-- The public keys that sign checkpoints, appended only: the last one signs.
CREATE TABLE log_keys (
  id INTEGER PRIMARY KEY,
  -- As written by C2SP signed-note: NAME+HASH+BASE64.
  key TEXT NOT NULL UNIQUE,
  since TEXT NOT NULL
);

-- Rows from before the log get entries article by article: the last article that has them; null: all have.
ALTER TABLE archive ADD COLUMN logged_until INTEGER;
UPDATE archive SET logged_until = 0 WHERE EXISTS (SELECT 1 FROM articles);

-- All slugs of an article.
CREATE INDEX slugs_by_article ON slugs (article_id);

CREATE TRIGGER log_keep_update BEFORE UPDATE ON log BEGIN SELECT RAISE(ABORT, 'the log is only appended to'); END;
CREATE TRIGGER log_keep_delete BEFORE DELETE ON log BEGIN SELECT RAISE(ABORT, 'the log is only appended to'); END;
CREATE TRIGGER log_keep_insert BEFORE INSERT ON log WHEN EXISTS (SELECT 1 FROM log WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'the log has moved on'); END;

CREATE TRIGGER log_keys_keep_update BEFORE UPDATE ON log_keys BEGIN SELECT RAISE(ABORT, 'keys are only appended'); END;
CREATE TRIGGER log_keys_keep_delete BEFORE DELETE ON log_keys BEGIN SELECT RAISE(ABORT, 'keys are only appended'); END;
CREATE TRIGGER log_keys_keep_insert BEFORE INSERT ON log_keys WHEN EXISTS (SELECT 1 FROM log_keys WHERE id = NEW.id OR key = NEW.key)
BEGIN SELECT RAISE(ABORT, 'keys are only appended'); END;
