-- How often each source is reported, kept by the write that changes it: whoever lists sources reads no claims.

-- Of an article the sources that it has had in a version that is not withheld. Derived from `wordings` and `claims`.
CREATE TABLE article_sources (
  article_id INTEGER NOT NULL REFERENCES articles (id),
  source_id INTEGER NOT NULL REFERENCES sources (id),
  -- Its claims that have had the source, and those that have it now, but those that people rejected.
  claims INTEGER NOT NULL,
  present INTEGER NOT NULL,
  PRIMARY KEY (article_id, source_id)
) WITHOUT ROWID;
CREATE INDEX article_sources_by_source ON article_sources (source_id, article_id);

-- The sums over all articles.
ALTER TABLE sources ADD COLUMN claims INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sources ADD COLUMN present INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sources ADD COLUMN articles INTEGER NOT NULL DEFAULT 0;

CREATE TRIGGER article_sources_come AFTER INSERT ON article_sources BEGIN
  UPDATE sources SET claims = claims + NEW.claims, present = present + NEW.present, articles = articles + 1
  WHERE id = NEW.source_id;
END;
CREATE TRIGGER article_sources_go AFTER DELETE ON article_sources BEGIN
  UPDATE sources SET claims = claims - OLD.claims, present = present - OLD.present, articles = articles - 1
  WHERE id = OLD.source_id;
END;

-- What is there already. A version that is withheld shows nothing: what a claim had only in such versions does not count.
INSERT INTO article_sources (article_id, source_id, claims, present)
SELECT w.article_id, w.source_id, count(DISTINCT w.claim_id),
  (SELECT count(*) FROM claims n WHERE n.source_id = w.source_id AND n.article_id = w.article_id AND n.status = 'present'
    AND n.verdict IS NOT 'rejected')
FROM wordings w JOIN claims c ON c.id = w.claim_id
WHERE w.source_id IS NOT NULL AND c.verdict IS NOT 'rejected' AND EXISTS (
  SELECT 1 FROM versions o WHERE o.article_id = w.article_id AND o.place >= w.from_place
    AND o.place < coalesce(w.until_place, '~') AND NOT EXISTS (SELECT 1 FROM withholdings h WHERE h.version_id = o.id))
GROUP BY w.article_id, w.source_id;
