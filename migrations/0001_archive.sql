-- The archive: articles, their versions in one hash chain, and the claims that run through them.

CREATE TABLE articles (
  id INTEGER PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  title TEXT,
  publication TEXT,
  created_at TEXT NOT NULL,
  -- Grows by one with every write that a reader of the article could see: the ETag of all that belongs to it.
  revision INTEGER NOT NULL DEFAULT 1,
  -- Grows by one with every version, check and review: of two writers at once, the second begins again.
  recordings INTEGER NOT NULL DEFAULT 0,
  -- Derived from the versions and claims, kept by the write that changes them.
  version_count INTEGER NOT NULL DEFAULT 0,
  latest_version INTEGER,
  first_captured_at TEXT,
  latest_captured_at TEXT,
  present_claims INTEGER NOT NULL DEFAULT 0,
  withdrawn_claims INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX articles_by_publication ON articles (publication, id);
CREATE INDEX articles_by_latest_capture ON articles (latest_captured_at);

-- Every slug that an article ever had leads to it.
CREATE TABLE slugs (
  slug TEXT PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES articles (id)
) WITHOUT ROWID;

CREATE TABLE article_urls (
  article_id INTEGER NOT NULL REFERENCES articles (id),
  url TEXT NOT NULL,
  since TEXT NOT NULL,
  PRIMARY KEY (article_id, url)
) WITHOUT ROWID;
CREATE INDEX article_urls_by_url ON article_urls (url);

-- One row: what every archive-wide answer depends on.
CREATE TABLE archive (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  revision INTEGER NOT NULL
);
INSERT INTO archive (id, revision) VALUES (1, 1);

-- Extraction by one engine: of what is ingested, or once more of what an older one told. The latter never makes a change.
CREATE TABLE analysis_runs (
  id INTEGER PRIMARY KEY,
  engine TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason IN ('ingest', 'reanalysis')),
  started_at TEXT NOT NULL
);
CREATE UNIQUE INDEX analysis_runs_by_engine ON analysis_runs (engine, reason);

-- The log of the archive. `id` is the place in the log, `hash` covers `previous`; `place` orders an article's versions.
CREATE TABLE versions (
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES articles (id),
  number INTEGER NOT NULL,
  place TEXT NOT NULL,
  captured_at TEXT NOT NULL,
  published_at TEXT,
  modified_at TEXT,
  recorded_at TEXT NOT NULL,
  url TEXT,
  title TEXT NOT NULL,
  byline TEXT,
  word_count INTEGER NOT NULL,
  run_id INTEGER NOT NULL REFERENCES analysis_runs (id),
  -- What that run took the text for: a BCP 47 code, null if it could not be told; 1: in a language that the rules do not read.
  language TEXT,
  unsupported INTEGER NOT NULL,
  content_hash TEXT NOT NULL,
  previous TEXT NOT NULL UNIQUE,
  hash TEXT NOT NULL UNIQUE,
  -- The long columns come last: whoever needs only the others does not read their pages.
  -- JSON [[zone, start, end, sentence id], …] in text order; zone 0 headline, 1 lead, 2 body.
  sentences TEXT NOT NULL,
  body TEXT NOT NULL,
  UNIQUE (article_id, number),
  UNIQUE (article_id, place)
);

-- Why versions are withheld, appended only: of a version's reasons the last counts; '' shows it again.
CREATE TABLE withholding_reasons (
  id INTEGER PRIMARY KEY,
  version_id INTEGER NOT NULL REFERENCES versions (id),
  reason TEXT NOT NULL,
  withheld_at TEXT NOT NULL
);
CREATE INDEX withholding_reasons_by_version ON withholding_reasons (version_id, id);

CREATE VIEW withholdings AS
SELECT r.version_id, r.reason, r.withheld_at FROM withholding_reasons r
WHERE r.reason <> '' AND NOT EXISTS (SELECT 1 FROM withholding_reasons l WHERE l.version_id = r.version_id AND l.id > r.id);

-- A sentence's text, once for the article.
CREATE TABLE sentences (
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES articles (id),
  headline INTEGER NOT NULL,
  hash TEXT NOT NULL,
  text TEXT NOT NULL,
  UNIQUE (article_id, hash, headline)
);

-- What one run found in a sentence. `analysis` is the JSON of core's Statement; spans count from the sentence's start.
CREATE TABLE statements (
  id INTEGER PRIMARY KEY,
  sentence_id INTEGER NOT NULL REFERENCES sentences (id),
  place INTEGER NOT NULL,
  run_id INTEGER NOT NULL REFERENCES analysis_runs (id),
  -- JSON: the words of its content by which claims of other articles that may say the same are looked up.
  words TEXT NOT NULL DEFAULT '[]',
  analysis TEXT NOT NULL,
  UNIQUE (sentence_id, run_id, place)
);

-- Who is reported to say it, once for the archive. `key` is the name as compared.
CREATE TABLE sources (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('named', 'unnamed', 'document')),
  key TEXT NOT NULL,
  name TEXT NOT NULL,
  UNIQUE (kind, key)
);
CREATE INDEX sources_by_name ON sources (name);

-- A proposition with one identity. All but `article_id` and `number` is its latest state in the versions that are not withheld,
-- derived from `wordings`.
CREATE TABLE claims (
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES articles (id),
  number INTEGER NOT NULL,
  -- retracted: a recomputation found it to be another claim, or every version that has it is withheld.
  status TEXT NOT NULL CHECK (status IN ('present', 'withdrawn', 'superseded', 'merged', 'split', 'retracted')),
  statement_id INTEGER NOT NULL REFERENCES statements (id),
  source_id INTEGER REFERENCES sources (id),
  label TEXT NOT NULL,
  -- What people decided of it last, derived from `reviews`: null if nothing.
  verdict TEXT CHECK (verdict IN ('confirmed', 'rejected')),
  human_label TEXT,
  check_worthiness REAL NOT NULL,
  -- JSON: what each of the statement's dates means there (core's Reading); null where none is known.
  dates TEXT,
  first_place TEXT NOT NULL,
  -- Null while the claim is present.
  last_place TEXT,
  changes INTEGER NOT NULL,
  UNIQUE (article_id, number)
);
CREATE INDEX claims_by_source ON claims (source_id, id);
CREATE INDEX claims_by_statement ON claims (statement_id);
CREATE INDEX claims_by_status ON claims (status, id);
CREATE INDEX claims_by_check_worthiness ON claims (check_worthiness DESC, id);
CREATE INDEX claims_by_changes ON claims (changes DESC, id);

-- The claim's wording from one version (`from_place`, inclusive) to another (`until_place`, exclusive; null: still).
CREATE TABLE wordings (
  claim_id INTEGER NOT NULL REFERENCES claims (id),
  from_place TEXT NOT NULL,
  until_place TEXT,
  article_id INTEGER NOT NULL REFERENCES articles (id),
  statement_id INTEGER NOT NULL REFERENCES statements (id),
  -- Which of the sentences with the same text in the version, from 0.
  ordinal INTEGER NOT NULL,
  source_id INTEGER REFERENCES sources (id),
  -- JSON of what the version's context adds (core's Reading, `source` as a distance in sentences).
  reading TEXT NOT NULL,
  -- How it ended: null while it stands.
  ended TEXT CHECK (ended IN ('reworded', 'withdrawn', 'superseded', 'merged', 'split')),
  -- The number of the claim that took its place.
  successor INTEGER,
  -- JSON [zone, start, claim number, claim number]: where it stood when it went, and between which claims.
  stood TEXT,
  PRIMARY KEY (claim_id, from_place)
) WITHOUT ROWID;
CREATE INDEX wordings_by_article ON wordings (article_id, from_place);
CREATE INDEX wordings_by_source ON wordings (source_id, article_id) WHERE source_id IS NOT NULL;
CREATE INDEX wordings_that_stand ON wordings (article_id) WHERE until_place IS NULL;

-- The change feed, appended only. A recomputation retracts a change with a row of its own.
CREATE TABLE changes (
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES articles (id),
  from_version INTEGER REFERENCES versions (id),
  to_version INTEGER NOT NULL REFERENCES versions (id),
  -- One bit a kind, in the order of KINDS.
  kinds INTEGER NOT NULL,
  -- JSON [[sentence id, zone, start, [claim numbers]], …]
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  detail TEXT NOT NULL,
  evidence TEXT NOT NULL,
  acknowledged INTEGER NOT NULL,
  -- 1: takes back an earlier row that says the same of the same versions.
  retracts INTEGER REFERENCES changes (id),
  -- The review that this row follows; null: it was recorded with a version.
  review_id INTEGER REFERENCES reviews (id),
  recorded_at TEXT NOT NULL
);
CREATE INDEX changes_by_article ON changes (article_id, to_version);
CREATE INDEX changes_in_turn ON changes (article_id, id);
-- Partial, so that no reader walks all rows that retract nothing.
CREATE UNIQUE INDEX changes_retracted ON changes (retracts) WHERE retracts IS NOT NULL;

-- A claim's trail. A change may stand on several trails.
CREATE TABLE trails (
  claim_id INTEGER NOT NULL REFERENCES claims (id),
  change_id INTEGER NOT NULL REFERENCES changes (id),
  -- Who was reported to say the claim in the version before, and in the one that the change came to.
  source_before INTEGER REFERENCES sources (id),
  source_after INTEGER REFERENCES sources (id),
  PRIMARY KEY (claim_id, change_id)
) WITHOUT ROWID;
CREATE INDEX trails_by_change ON trails (change_id);
CREATE INDEX trails_by_source_before ON trails (source_before, change_id) WHERE source_before IS NOT NULL;
CREATE INDEX trails_by_source_after ON trails (source_after, change_id) WHERE source_after IS NOT NULL;

-- What people decided of claims and changes, appended only: a later row may withdraw an earlier one.
CREATE TABLE reviews (
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES articles (id),
  -- The claim's number.
  claim INTEGER NOT NULL,
  -- The change of that claim that is decided on; null: the claim itself.
  change_id INTEGER REFERENCES changes (id),
  action TEXT NOT NULL CHECK (action IN ('confirm', 'reject', 'relabel', 'merge', 'split', 'supersede', 'add', 'withdraw')),
  -- What the action says besides, as JSON (StandingReview): a label, another claim, where the two stand.
  detail TEXT NOT NULL,
  withdraws INTEGER REFERENCES reviews (id),
  -- The name of the token.
  reviewer TEXT NOT NULL,
  reason TEXT,
  reviewed_at TEXT NOT NULL
);
CREATE INDEX reviews_by_claim ON reviews (article_id, claim, id);
CREATE INDEX reviews_by_article ON reviews (article_id, id);
CREATE INDEX reviews_by_reviewer ON reviews (reviewer, id);
CREATE INDEX reviews_by_change ON reviews (change_id) WHERE change_id IS NOT NULL;
CREATE UNIQUE INDEX reviews_withdrawn ON reviews (withdraws) WHERE withdraws IS NOT NULL;

CREATE VIEW standing_reviews AS
SELECT r.* FROM reviews r
WHERE r.action <> 'withdraw' AND NOT EXISTS (SELECT 1 FROM reviews w WHERE w.withdraws = r.id);

-- A look at the article that found nothing new.
CREATE TABLE checks (
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES articles (id),
  captured_at TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  version_id INTEGER NOT NULL REFERENCES versions (id),
  -- As they were given with it; the version's may differ.
  url TEXT,
  published_at TEXT,
  modified_at TEXT,
  recorded_at TEXT NOT NULL
);
CREATE INDEX checks_by_article ON checks (article_id, captured_at);

CREATE TABLE tokens (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  -- SHA-256 of the token; the token itself is shown once and stored nowhere.
  hash TEXT NOT NULL UNIQUE,
  scopes TEXT NOT NULL,
  created_at TEXT NOT NULL,
  revoked_at TEXT
);

-- Answers to writes that carried an Idempotency-Key, for a day at least.
CREATE TABLE idempotency_keys (
  -- 0: the bootstrap token.
  token_id INTEGER NOT NULL,
  key TEXT NOT NULL,
  -- SHA-256 of method, path and body.
  request_hash TEXT NOT NULL,
  status INTEGER NOT NULL,
  answer TEXT NOT NULL,
  created_at TEXT NOT NULL,
  PRIMARY KEY (token_id, key)
) WITHOUT ROWID;

-- Search: over distinct sentences, and over statements (label, content, source).
CREATE VIRTUAL TABLE sentence_search USING fts5 (
  text, content = 'sentences', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE statement_search USING fts5 (
  label, content, source, content = '', tokenize = 'unicode61 remove_diacritics 2'
);

-- What is recorded stays as it was recorded. On D1 `INSERT OR REPLACE` fires no delete trigger, hence the third of each.
CREATE TRIGGER versions_keep_update BEFORE UPDATE ON versions BEGIN SELECT RAISE(ABORT, 'versions are immutable'); END;
CREATE TRIGGER versions_keep_delete BEFORE DELETE ON versions BEGIN SELECT RAISE(ABORT, 'versions are immutable'); END;
CREATE TRIGGER versions_keep_insert BEFORE INSERT ON versions
WHEN EXISTS (
  SELECT 1 FROM versions WHERE id = NEW.id OR previous = NEW.previous OR hash = NEW.hash
    OR (article_id = NEW.article_id AND (number = NEW.number OR place = NEW.place))
)
BEGIN SELECT RAISE(ABORT, 'the log has moved on'); END;

CREATE TRIGGER articles_record_in_turn BEFORE UPDATE OF recordings ON articles WHEN NEW.recordings <> OLD.recordings + 1
BEGIN SELECT RAISE(ABORT, 'the log has moved on'); END;

CREATE TRIGGER sentences_keep_update BEFORE UPDATE ON sentences BEGIN SELECT RAISE(ABORT, 'sentences are immutable'); END;
CREATE TRIGGER sentences_keep_delete BEFORE DELETE ON sentences BEGIN SELECT RAISE(ABORT, 'sentences are immutable'); END;
CREATE TRIGGER sentences_keep_insert BEFORE INSERT ON sentences
WHEN EXISTS (
  SELECT 1 FROM sentences WHERE id = NEW.id
    OR (article_id = NEW.article_id AND hash = NEW.hash AND headline = NEW.headline)
)
BEGIN SELECT RAISE(ABORT, 'the log has moved on'); END;

CREATE TRIGGER statements_keep_update BEFORE UPDATE ON statements BEGIN SELECT RAISE(ABORT, 'statements are immutable'); END;
CREATE TRIGGER statements_keep_delete BEFORE DELETE ON statements BEGIN SELECT RAISE(ABORT, 'statements are immutable'); END;
CREATE TRIGGER statements_keep_insert BEFORE INSERT ON statements
WHEN EXISTS (
  SELECT 1 FROM statements WHERE id = NEW.id
    OR (sentence_id = NEW.sentence_id AND run_id = NEW.run_id AND place = NEW.place)
)
BEGIN SELECT RAISE(ABORT, 'the log has moved on'); END;

CREATE TRIGGER changes_keep_update BEFORE UPDATE ON changes BEGIN SELECT RAISE(ABORT, 'changes are only appended'); END;
CREATE TRIGGER changes_keep_delete BEFORE DELETE ON changes BEGIN SELECT RAISE(ABORT, 'changes are only appended'); END;
CREATE TRIGGER changes_keep_insert BEFORE INSERT ON changes
WHEN EXISTS (SELECT 1 FROM changes WHERE id = NEW.id OR retracts = NEW.retracts)
BEGIN SELECT RAISE(ABORT, 'the log has moved on'); END;

CREATE TRIGGER reviews_keep_update BEFORE UPDATE ON reviews BEGIN SELECT RAISE(ABORT, 'reviews are only appended'); END;
CREATE TRIGGER reviews_keep_delete BEFORE DELETE ON reviews BEGIN SELECT RAISE(ABORT, 'reviews are only appended'); END;
CREATE TRIGGER reviews_keep_insert BEFORE INSERT ON reviews
WHEN EXISTS (SELECT 1 FROM reviews WHERE id = NEW.id OR withdraws = NEW.withdraws)
BEGIN SELECT RAISE(ABORT, 'the log has moved on'); END;

CREATE TRIGGER withholdings_keep_update BEFORE UPDATE ON withholding_reasons
BEGIN SELECT RAISE(ABORT, 'withholdings are only appended'); END;
CREATE TRIGGER withholdings_keep_delete BEFORE DELETE ON withholding_reasons
BEGIN SELECT RAISE(ABORT, 'withholdings are only appended'); END;
CREATE TRIGGER withholdings_keep_insert BEFORE INSERT ON withholding_reasons
WHEN EXISTS (SELECT 1 FROM withholding_reasons WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'withholdings are only appended'); END;
