-- Statements are kept as arrays by position, with numbers for the words of closed lists and for the rules that are found most
-- (store/sql/packed-statement.ts), and the words of their content as one text: a quarter of the bytes.

DROP TRIGGER statements_keep_update;

CREATE TABLE packed_rules (name TEXT PRIMARY KEY, key INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO packed_rules (name, key)
SELECT value, key FROM json_each('["review/added","sentence","author","clause/first","label/as-told","label/words","extent/sentence-end",
    "label/with-actor","attribution/complement-clause","source/name","source/common-noun","certainty/negated-verb",
    "attribution/complement-phrase","attribution/cue-after","certainty/hedge-modal","source/no-noun",
    "certainty/negative-noun","source/body-noun","clause/comma","clause/semicolon","certainty/infinitive",
    "source/not-in-sentence","clause/embedded-finite","certainty/cue-probable","attribution/lone-quotation",
    "certainty/cue-possible","certainty/condition","attribution/complement-infinitive","clause/open-report",
    "certainty/cue-denies","clause/relative","certainty/cue-unknown","certainty/hedge-adjective","certainty/hedge-verb",
    "certainty/hedge-evidential","clause/predicate","certainty/question-mark","extent/comma-clause","extent/clause-limit",
    "certainty/hedge-adverb","certainty/hedge-question","source/document-noun","attribution/according-to","clause/aside",
    "extent/comma-of-phrase","clause/embedded-infinitive","clause/opening-clause","source/apposed-name",
    "certainty/hedge-conditional","clause/subordinate","attribution/nominal","extent/semicolon","certainty/belief",
    "clause/aside-of-source","clause/conjunction","attribution/speaker-colon","attribution/cue-between",
    "label/short-subject","extent/inside","attribution/passive","attribution/valuation","clause/embedded-gerund",
    "extent/adverbial","attribution/object-relative"]');

UPDATE statements SET
  words = coalesce((SELECT group_concat(w.value, ' ') FROM json_each(words) w), ''),
  analysis = (
    SELECT CASE WHEN dates <> '[]' THEN json_insert(head, '$[#]', json(quantities), '$[#]', json(hedges), '$[#]', json(dates))
      WHEN hedges <> '[]' THEN json_insert(head, '$[#]', json(quantities), '$[#]', json(hedges))
      WHEN quantities <> '[]' THEN json_insert(head, '$[#]', json(quantities))
      ELSE head END
    FROM (
      SELECT
        json_array(
          analysis -> 'label',
          CASE WHEN round(100 * (analysis ->> 'checkWorthiness'), 6) = round(100 * (analysis ->> 'checkWorthiness'))
            THEN CAST(round(100 * (analysis ->> 'checkWorthiness')) AS INTEGER)
            ELSE round(100 * (analysis ->> 'checkWorthiness'), 6) END,
          (SELECT key FROM json_each('["certain","probable","possible","unknown"]') WHERE value = analysis ->> '$.certainty.level'),
          (SELECT key FROM json_each('["positive","negative"]') WHERE value = analysis ->> '$.certainty.polarity'),
          json((SELECT json_group_array(n.value ORDER BY s.key, n.key) FROM json_each(analysis -> 'content') s, json_each(s.value) n)),
          (SELECT key FROM json_each('["named","unnamed","document","author"]') WHERE value = analysis ->> '$.source.kind'),
          json((SELECT json_group_array(n.value ORDER BY s.key, n.key)
            FROM json_each(analysis -> '$.source.spans') s, json_each(s.value) n)),
          CASE WHEN analysis ->> 'cue' IS NOT NULL THEN json((
            SELECT json_group_array(part.value ORDER BY part.span, part.end) FROM (
              SELECT analysis ->> '$.cue.lemma' AS value, -1 AS span, 0 AS end
              UNION ALL SELECT n.value, s.key, n.key FROM json_each(analysis -> '$.cue.spans') s, json_each(s.value) n) part)) END,
          (SELECT key FROM json_each('["direct","mixed","indirect","none"]') WHERE value = analysis ->> 'quotation'),
          json((SELECT json_group_array(coalesce(known.key, r.value) ORDER BY r.key) FROM json_each(analysis -> 'rules') r
            LEFT JOIN packed_rules known ON known.name = r.value))) AS head,
        (SELECT json_group_array(json_array(q.value -> 'start', q.value -> 'end', q.value -> 'value', q.value -> 'unit',
            (SELECT key FROM json_each('["=","<","<=",">",">=","~"]') WHERE value = q.value ->> 'comparator')) ORDER BY q.key)
          FROM json_each(analysis -> 'quantities') q) AS quantities,
        (SELECT json_group_array(json_array(h.value -> 'start', h.value -> 'end',
            (SELECT key FROM json_each('["modal","adverb","adjective","verb","noun","evidential","conditional","question"]')
              WHERE value = h.value ->> 'class')) ORDER BY h.key)
          FROM json_each(analysis -> '$.certainty.hedges') h) AS hedges,
        (SELECT json_group_array(CASE WHEN d.value ->> 'tense' IS NULL THEN json_array(d.value -> 'start', d.value -> 'end')
            ELSE json_array(d.value -> 'start', d.value -> 'end', d.value ->> 'tense' = 'future') END ORDER BY d.key)
          FROM json_each(analysis -> 'dates') d) AS dates
    )
  );

DROP TABLE packed_rules;

CREATE TRIGGER statements_keep_update BEFORE UPDATE ON statements BEGIN SELECT RAISE(ABORT, 'statements are immutable'); END;
