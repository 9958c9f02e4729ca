-- How many changes came to an article in an hour, kept by every write that adds, takes back or hides a change.

-- Changes that stand and may be told, with the kinds that may be told: 4 is `restored`, alone where the last wording is withheld.
CREATE VIEW counted_changes AS
SELECT c.id, c.article_id, c.to_version, substr(v.captured_at, 1, 13) AS hour,
  CASE WHEN (c.kinds & 4) <> 0 AND EXISTS (
    SELECT 1 FROM versions s JOIN withholdings w ON w.version_id = s.id
    WHERE s.article_id = c.article_id AND s.number = c.detail ->> '$.restored.since') THEN 4 ELSE c.kinds END AS kinds
FROM changes c JOIN versions v ON v.id = c.to_version
WHERE c.retracts IS NULL AND NOT EXISTS (SELECT 1 FROM changes r WHERE r.retracts = c.id)
  AND NOT EXISTS (SELECT 1 FROM withholdings w WHERE w.version_id IN (c.from_version, c.to_version));

-- The same, once for each source that a claim of it had before or has after: a change may occur several times.
CREATE VIEW counted_sources AS
SELECT c.*, t.source_before AS source_id FROM counted_changes c JOIN trails t ON t.change_id = c.id
WHERE t.source_before IS NOT NULL
UNION ALL
SELECT c.*, t.source_after FROM counted_changes c JOIN trails t ON t.change_id = c.id
WHERE t.source_after IS NOT NULL;

-- `hour` is that of the version's capture, "2025-03-12T08"; `kinds` as in `changes`.
CREATE TABLE change_counts (
  hour TEXT NOT NULL,
  article_id INTEGER NOT NULL REFERENCES articles (id),
  kinds INTEGER NOT NULL,
  changes INTEGER NOT NULL,
  PRIMARY KEY (hour, article_id, kinds)
) WITHOUT ROWID;
CREATE INDEX change_counts_by_article ON change_counts (article_id, hour);

CREATE TABLE source_change_counts (
  hour TEXT NOT NULL,
  article_id INTEGER NOT NULL REFERENCES articles (id),
  source_id INTEGER NOT NULL REFERENCES sources (id),
  kinds INTEGER NOT NULL,
  changes INTEGER NOT NULL,
  PRIMARY KEY (hour, article_id, source_id, kinds)
) WITHOUT ROWID;
CREATE INDEX source_change_counts_by_source ON source_change_counts (source_id, hour);
CREATE INDEX source_change_counts_by_article ON source_change_counts (article_id, hour);

-- The sums over all articles: what a series of kinds over the whole archive reads.
CREATE TABLE archive_change_counts (
  hour TEXT NOT NULL,
  kinds INTEGER NOT NULL,
  changes INTEGER NOT NULL,
  PRIMARY KEY (hour, kinds)
) WITHOUT ROWID;
CREATE TRIGGER change_counts_come AFTER INSERT ON change_counts BEGIN
  INSERT INTO archive_change_counts (hour, kinds, changes) VALUES (NEW.hour, NEW.kinds, NEW.changes)
  ON CONFLICT DO UPDATE SET changes = changes + NEW.changes;
END;
CREATE TRIGGER change_counts_differ AFTER UPDATE OF changes ON change_counts WHEN NEW.changes <> OLD.changes BEGIN
  UPDATE archive_change_counts SET changes = changes + NEW.changes - OLD.changes WHERE hour = NEW.hour AND kinds = NEW.kinds;
END;

INSERT INTO change_counts (hour, article_id, kinds, changes)
SELECT hour, article_id, kinds, count(*) FROM counted_changes GROUP BY hour, article_id, kinds;
INSERT INTO source_change_counts (hour, article_id, source_id, kinds, changes)
SELECT hour, article_id, source_id, kinds, count(DISTINCT id) FROM counted_sources GROUP BY hour, article_id, source_id, kinds;
