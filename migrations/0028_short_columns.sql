-- Columns that say in fewer bytes what they say of the sentences of an article.

DROP TRIGGER versions_keep_update;
DROP TRIGGER sentences_keep_update;
DROP TRIGGER statements_keep_update;

-- JSON [[zone, start, end, sentence id], …], where a number stands for a sentence of the story or of furniture (zones 2 and 3) that has the
-- zone of the one before and the next id: its length, where one character lies between them, and minus its length, where two do.
UPDATE versions SET sentences = (
  SELECT json_group_array(json(CASE
      WHEN zone < 2 OR zone IS NOT lag_zone OR id <> lag_id + 1 THEN value
      WHEN start = lag_end + 1 THEN CAST(end - start AS TEXT)
      WHEN start = lag_end + 2 THEN CAST(start - end AS TEXT)
      ELSE value END) ORDER BY key)
  FROM (
    SELECT key, value, value ->> 0 AS zone, value ->> 1 AS start, value ->> 2 AS end, value ->> 3 AS id,
      lag(value ->> 0) OVER (ORDER BY key) AS lag_zone, lag(value ->> 2) OVER (ORDER BY key) AS lag_end,
      lag(value ->> 3) OVER (ORDER BY key) AS lag_id
    FROM json_each(versions.sentences)
  )
);

-- A sentence is known by the first 4 bytes of its hash, or by 12 where another sentence of the article has these 4.
UPDATE sentences SET hash = substr(hash, 1, 4) WHERE id IN (
  SELECT min(id) FROM sentences GROUP BY article_id, headline, substr(hash, 1, 4)
);

-- The words by which claims of other articles are looked up: a bit for each word of the sentence, the first has the value 1.
ALTER TABLE statements ADD COLUMN mask INTEGER NOT NULL DEFAULT 0;
UPDATE statements SET mask = (
  SELECT coalesce(sum(1 << at), 0) FROM (
    SELECT min(key) AS at FROM (
      SELECT j.key, trim(lower(j.value), '.,;:!?''"“”‘’„«»()[]{}…–—-*/&%$€£¥<>|+=#@_') AS word
      FROM sentences s, json_each('[' || replace(json_quote(s.text), ' ', '","') || ']') j WHERE s.id = statements.sentence_id AND j.key < 53
    )
    -- lower() knows the letters of ASCII only.
    WHERE word <> '' AND (instr(' ' || words || ' ', ' ' || word || ' ') > 0
      OR (unicode(word) > 127 AND length(word) > 2 AND instr(words || ' ', substr(word, 2) || ' ') > 0))
    GROUP BY word
  )
) WHERE words <> '';
ALTER TABLE statements DROP COLUMN words;
ALTER TABLE statements RENAME COLUMN mask TO words;

CREATE TRIGGER versions_keep_update BEFORE UPDATE ON versions BEGIN SELECT RAISE(ABORT, 'versions are immutable'); END;
CREATE TRIGGER sentences_keep_update BEFORE UPDATE ON sentences BEGIN SELECT RAISE(ABORT, 'sentences are immutable'); END;
CREATE TRIGGER statements_keep_update BEFORE UPDATE ON statements BEGIN SELECT RAISE(ABORT, 'statements are immutable'); END;
