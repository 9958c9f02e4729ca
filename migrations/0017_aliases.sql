-- Articles that were found to be one: a person makes one an alias of the other, and takes that back.

-- Appended only: of an article's rows the last counts. Without `of_id` the article is one of its own again.
CREATE TABLE alias_decisions (
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES articles (id),
  -- The article that it is an alias of.
  of_id INTEGER REFERENCES articles (id),
  reason TEXT NOT NULL,
  decided_by TEXT NOT NULL,
  decided_at TEXT NOT NULL,
  -- JSON: the ids of the watches that went over to the other article, and return when this is taken back.
  watches TEXT NOT NULL
);
CREATE INDEX alias_decisions_by_article ON alias_decisions (article_id, id);
CREATE INDEX alias_decisions_by_other ON alias_decisions (of_id) WHERE of_id IS NOT NULL;

-- Those that stand.
CREATE VIEW aliases AS
SELECT d.article_id, d.of_id, d.reason, d.decided_by, d.decided_at, d.watches FROM alias_decisions d
WHERE d.of_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM alias_decisions l WHERE l.article_id = d.article_id AND l.id > d.id);

CREATE TRIGGER alias_decisions_keep_update BEFORE UPDATE ON alias_decisions
BEGIN SELECT RAISE(ABORT, 'decisions on aliases are only appended'); END;
CREATE TRIGGER alias_decisions_keep_delete BEFORE DELETE ON alias_decisions
BEGIN SELECT RAISE(ABORT, 'decisions on aliases are only appended'); END;
CREATE TRIGGER alias_decisions_keep_insert BEFORE INSERT ON alias_decisions
WHEN EXISTS (SELECT 1 FROM alias_decisions WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'the log has moved on'); END;

-- An alias leads to an article that is none, and nothing leads to it. Of two writers at once the second begins again.
CREATE TRIGGER alias_decisions_in_turn BEFORE INSERT ON alias_decisions
WHEN CASE
  WHEN NEW.of_id IS NULL THEN NOT EXISTS (SELECT 1 FROM aliases WHERE article_id = NEW.article_id)
  ELSE NEW.of_id = NEW.article_id
    OR EXISTS (SELECT 1 FROM aliases WHERE article_id IN (NEW.article_id, NEW.of_id))
    OR EXISTS (SELECT 1 FROM aliases WHERE of_id = NEW.article_id)
END
BEGIN SELECT RAISE(ABORT, 'the log has moved on'); END;
