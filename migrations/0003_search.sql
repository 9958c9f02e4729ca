-- Search: from a statement to the versions that have it, and how much a word in each column of a claim weighs.

CREATE INDEX wordings_by_statement ON wordings (statement_id, until_place, article_id);

-- label, content, source
INSERT INTO statement_search (statement_search, rank) VALUES ('rank', 'bm25(3.0, 2.0, 1.0)');
