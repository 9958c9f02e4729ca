-- Changes of furniture (credit lines, share buttons, cross-heads) are marked as they are recorded, and are not counted.
ALTER TABLE changes ADD COLUMN furniture INTEGER NOT NULL DEFAULT 0;
CREATE INDEX changes_of_furniture ON changes (id) WHERE furniture = 1;

DROP VIEW counted_sources;
DROP VIEW counted_changes;

-- Changes that stand and may be told, with the kinds that may be told: 4 is `restored`, alone where the last wording is withheld.
CREATE VIEW counted_changes AS
SELECT c.id, c.article_id, c.to_version, substr(v.captured_at, 1, 13) AS hour,
  CASE WHEN (c.kinds & 4) <> 0 AND EXISTS (
    SELECT 1 FROM versions s JOIN withholdings w ON w.version_id = s.id
    WHERE s.article_id = c.article_id AND s.number = c.detail ->> '$.restored.since') THEN 4 ELSE c.kinds END AS kinds
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
