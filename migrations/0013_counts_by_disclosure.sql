-- Changes are counted by whether the new version acknowledges them and by the zones in which they are, too.

DROP VIEW counted_sources;
DROP VIEW counted_changes;
DROP TABLE change_counts;
DROP TABLE source_change_counts;
DROP TABLE archive_change_counts;

-- Changes that stand and may be told, with the kinds that may be told: 4 is `restored`, alone where the last wording is withheld.
-- `zones`: one bit a zone (1 headline, 2 lead, 4 body) of the new sentences, or of the old ones where there are no new ones.
CREATE VIEW counted_changes AS
SELECT c.id, c.article_id, c.to_version, substr(v.captured_at, 1, 13) AS hour,
  CASE WHEN (c.kinds & 4) <> 0 AND EXISTS (
    SELECT 1 FROM versions s JOIN withholdings w ON w.version_id = s.id
    WHERE s.article_id = c.article_id AND s.number = c.detail ->> '$.restored.since') THEN 4 ELSE c.kinds END AS kinds,
  c.acknowledged,
  (SELECT coalesce(sum(DISTINCT 1 << (z.value ->> 1)), 0)
    FROM json_each(CASE WHEN c.after = '[]' THEN c.before ELSE c.after END) z) AS zones
FROM changes c JOIN versions v ON v.id = c.to_version
WHERE c.retracts IS NULL AND NOT EXISTS (SELECT 1 FROM changes r WHERE r.retracts = c.id)
  AND NOT EXISTS (SELECT 1 FROM withholdings w WHERE w.version_id IN (c.from_version, c.to_version))
  AND c.furniture = 0;

-- The same, once for each source that a claim of it had before or has after: a change may occur several times.
CREATE VIEW counted_sources AS
SELECT c.*, t.source_before AS source_id FROM counted_changes c JOIN trails t ON t.change_id = c.id
WHERE t.source_before IS NOT NULL
UNION ALL
SELECT c.*, t.source_after FROM counted_changes c JOIN trails t ON t.change_id = c.id
WHERE t.source_after IS NOT NULL;

-- `hour` is that of the version's capture, "2025-03-12T08"; `kinds` and `acknowledged` as in `changes`.
CREATE TABLE change_counts (
  hour TEXT NOT NULL,
  article_id INTEGER NOT NULL REFERENCES articles (id),
  kinds INTEGER NOT NULL,
  acknowledged INTEGER NOT NULL,
  zones INTEGER NOT NULL,
  changes INTEGER NOT NULL,
  PRIMARY KEY (hour, article_id, kinds, acknowledged, zones)
) WITHOUT ROWID;
CREATE INDEX change_counts_by_article ON change_counts (article_id, hour);

CREATE TABLE source_change_counts (
  hour TEXT NOT NULL,
  article_id INTEGER NOT NULL REFERENCES articles (id),
  source_id INTEGER NOT NULL REFERENCES sources (id),
  kinds INTEGER NOT NULL,
  acknowledged INTEGER NOT NULL,
  zones INTEGER NOT NULL,
  changes INTEGER NOT NULL,
  PRIMARY KEY (hour, article_id, source_id, kinds, acknowledged, zones)
) WITHOUT ROWID;
CREATE INDEX source_change_counts_by_source ON source_change_counts (source_id, hour);
CREATE INDEX source_change_counts_by_article ON source_change_counts (article_id, hour);

-- The sums over all articles: what a series over the whole archive reads.
CREATE TABLE archive_change_counts (
  hour TEXT NOT NULL,
  kinds INTEGER NOT NULL,
  acknowledged INTEGER NOT NULL,
  zones INTEGER NOT NULL,
  changes INTEGER NOT NULL,
  PRIMARY KEY (hour, kinds, acknowledged, zones)
) WITHOUT ROWID;
CREATE TRIGGER change_counts_come AFTER INSERT ON change_counts BEGIN
  INSERT INTO archive_change_counts (hour, kinds, acknowledged, zones, changes)
  VALUES (NEW.hour, NEW.kinds, NEW.acknowledged, NEW.zones, NEW.changes)
  ON CONFLICT DO UPDATE SET changes = changes + NEW.changes;
END;
CREATE TRIGGER change_counts_differ AFTER UPDATE OF changes ON change_counts WHEN NEW.changes <> OLD.changes BEGIN
  UPDATE archive_change_counts SET changes = changes + NEW.changes - OLD.changes
  WHERE hour = NEW.hour AND kinds = NEW.kinds AND acknowledged = NEW.acknowledged AND zones = NEW.zones;
END;

INSERT INTO change_counts (hour, article_id, kinds, acknowledged, zones, changes)
SELECT hour, article_id, kinds, acknowledged, zones, count(*) FROM counted_changes
GROUP BY hour, article_id, kinds, acknowledged, zones;
INSERT INTO source_change_counts (hour, article_id, source_id, kinds, acknowledged, zones, changes)
SELECT hour, article_id, source_id, kinds, acknowledged, zones, count(DISTINCT id) FROM counted_sources
GROUP BY hour, article_id, source_id, kinds, acknowledged, zones;
