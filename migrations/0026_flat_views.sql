-- Views for analysis: plain names, words for numbers, joined values, a row for each thing. Text of withheld versions is in none of them.
-- docs/data.md describes the columns. SQLite 3.38 reads them: one that cannot read a view cannot read the file at all.

CREATE VIEW versions_flat AS
SELECT v.id, a.slug AS article, a.publication, v.number AS version,
  v.captured_at, v.published_at, v.modified_at, v.recorded_at,
  h.reason AS withheld,
  CASE WHEN h.reason IS NULL THEN v.url END AS url,
  CASE WHEN h.reason IS NULL THEN v.title END AS title,
  CASE WHEN h.reason IS NULL THEN v.byline END AS byline,
  CASE WHEN h.reason IS NULL THEN v.body END AS body,
  CASE WHEN h.reason IS NULL THEN v.word_count END AS words,
  v.language, v.rereads IS NOT NULL AS technical, v.content_hash, v.hash
FROM versions v JOIN articles a ON a.id = v.article_id LEFT JOIN withholdings h ON h.version_id = v.id;

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

-- Changes that stand, of the story (not of furniture), from and to versions that are not withheld. Bit 4 is `restored`, alone where the
-- wording before is withheld; 32646 are the kinds that alter what readers had been told.
CREATE VIEW changes_flat AS
SELECT c.id, a.slug AS article, a.publication,
  f.number AS from_version, v.number AS to_version, f.captured_at AS from_captured_at, v.captured_at,
  coalesce(nullif(c.recorded_at, ''), v.recorded_at) AS recorded_at,
  (SELECT group_concat(value, ' ') FROM (SELECT k.value
    FROM json_each('["introduced","withdrawn","restored","superseded","split","merged","moved","negated","softened","strengthened","number_changed","date_changed","source_changed","cue_changed","quote_changed","reworded","cosmetic"]') k
    WHERE (c.shown & (1 << k.key)) <> 0 ORDER BY k.key)) AS kinds,
  (SELECT group_concat(value, ' ') FROM (SELECT k.value FROM json_each('["headline","lead","body"]') k
    WHERE EXISTS (SELECT 1 FROM json_each(CASE WHEN c.after = '[]' THEN c.before ELSE c.after END) z WHERE z.value ->> 1 = k.key)
    ORDER BY k.key)) AS zones,
  c.acknowledged,
  CASE WHEN (c.shown & 32646) <> 0 THEN c.acknowledged END AS disclosed,
  c.aside = 2 AS technical,
  CASE (SELECT b.action FROM standing_reviews b WHERE b.id = coalesce(
      (SELECT max(r.id) FROM standing_reviews r WHERE r.change_id = c.id),
      (SELECT k.id FROM reviews k WHERE k.id = c.review_id AND k.action = 'confirm')))
    WHEN 'confirm' THEN 'confirmed' WHEN 'reject' THEN 'rejected' END AS verdict,
  (SELECT group_concat(number, ' ') FROM (SELECT n.number FROM trails t JOIN claims n ON n.id = t.claim_id
    WHERE t.change_id = c.id ORDER BY n.number)) AS claims,
  (SELECT group_concat(label, ' · ') FROM (SELECT coalesce(n.human_label, nullif(n.label, ''), g.analysis ->> 0) AS label
    FROM trails t JOIN claims n ON n.id = t.claim_id JOIN statements g ON g.id = n.statement_id
    WHERE t.change_id = c.id AND n.status <> 'retracted' ORDER BY n.number)) AS labels,
  (SELECT group_concat(DISTINCT o.name) FROM trails t JOIN sources o ON o.id = t.source_before
    WHERE t.change_id = c.id AND NOT c.hides) AS sources_before,
  (SELECT group_concat(DISTINCT o.name) FROM trails t JOIN sources o ON o.id = t.source_after WHERE t.change_id = c.id) AS sources_after,
  (SELECT group_concat(text, ' ') FROM (SELECT s.text FROM json_each(c.before) z JOIN sentences s ON s.id = z.value ->> 0 ORDER BY z.key)) AS before,
  (SELECT group_concat(text, ' ') FROM (SELECT s.text FROM json_each(c.after) z JOIN sentences s ON s.id = z.value ->> 0 ORDER BY z.key)) AS after
FROM (
  SELECT x.*, CASE WHEN x.hides THEN 4 ELSE x.kinds END AS shown
  FROM (SELECT y.*, (y.kinds & 4) <> 0 AND EXISTS (
      SELECT 1 FROM versions s JOIN withholdings w ON w.version_id = s.id
      WHERE s.article_id = y.article_id AND s.number = y.detail ->> '$.restored.since') AS hides FROM changes y) x
  WHERE x.retracts IS NULL AND NOT EXISTS (SELECT 1 FROM changes r WHERE r.retracts = x.id)
    AND NOT EXISTS (SELECT 1 FROM withholdings w WHERE w.version_id IN (x.from_version, x.to_version))
    AND x.aside <> 1
) c JOIN articles a ON a.id = c.article_id JOIN versions v ON v.id = c.to_version LEFT JOIN versions f ON f.id = c.from_version;
