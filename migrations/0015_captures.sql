-- Capture: the pages and feeds that the archive reads by itself, and every try to read one.

-- A host gets one request at a time: whoever reads from it holds its lease.
CREATE TABLE hosts (
  -- Name and port, as in an address.
  host TEXT PRIMARY KEY,
  -- No request before this time.
  free_at TEXT NOT NULL,
  lease TEXT,
  leased_until TEXT,
  -- Its robots.txt as last read: '' for none, null where it did not answer.
  robots TEXT,
  robots_read_at TEXT
) WITHOUT ROWID;

CREATE TABLE watches (
  -- Never given again.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('page', 'feed')),
  url TEXT NOT NULL,
  -- The canonical key of the address: one page is watched once.
  key TEXT NOT NULL,
  host TEXT NOT NULL REFERENCES hosts (host),
  -- Of a page: its article, from the first good capture on at the latest.
  article_id INTEGER REFERENCES articles (id),
  -- The feed that named the page.
  feed_id INTEGER,
  -- JSON: selectors to keep and to drop, the publication, and for a feed the settings of its pages.
  settings TEXT NOT NULL,
  -- The interval in seconds that a person set; null: by the time since the last change.
  every INTEGER,
  -- Of the last answer with a body: where it was, and its validators.
  landed_url TEXT,
  etag TEXT,
  last_modified TEXT,
  -- All checks, those of them that read nothing, and how many of these there were in a row.
  checks INTEGER NOT NULL DEFAULT 0,
  failed INTEGER NOT NULL DEFAULT 0,
  failures INTEGER NOT NULL DEFAULT 0,
  checked_at TEXT,
  -- When a check last found something new.
  changed_at TEXT,
  outcome TEXT,
  -- Null: paused or stopped.
  due_at TEXT,
  paused_at TEXT,
  stopped_at TEXT,
  stopped_reason TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  UNIQUE (key, kind)
);
CREATE INDEX watches_in_turn ON watches (host, due_at) WHERE due_at IS NOT NULL;
CREATE INDEX watches_by_article ON watches (article_id) WHERE article_id IS NOT NULL;
CREATE INDEX watches_by_update ON watches (updated_at);
CREATE INDEX watches_by_feed ON watches (feed_id) WHERE feed_id IS NOT NULL;

-- Every try to read a page or a feed, appended only.
CREATE TABLE captures (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- Null: it was imported. The watch may be removed since.
  watch_id INTEGER,
  article_id INTEGER REFERENCES articles (id),
  url TEXT NOT NULL,
  landed_url TEXT NOT NULL,
  -- JSON [{status, url}, …]
  redirects TEXT NOT NULL,
  captured_at TEXT NOT NULL,
  outcome TEXT NOT NULL,
  -- 1: it read what it was sent for.
  good INTEGER NOT NULL,
  -- JSON [{rule, text}, …]
  evidence TEXT NOT NULL,
  -- The HTTP status; null: there was no answer.
  status INTEGER,
  -- JSON: the fields of the answer's header.
  headers TEXT NOT NULL,
  bytes INTEGER,
  -- SHA-256 of the body as it was decoded; the bytes are kept beside the archive. Null: not kept.
  raw_hash TEXT,
  -- The version of the reader.
  reader INTEGER,
  -- The version that it made, or whose text it found again.
  version_id INTEGER REFERENCES versions (id),
  recorded_at TEXT NOT NULL
);
CREATE INDEX captures_by_article ON captures (article_id, id) WHERE article_id IS NOT NULL;
CREATE INDEX captures_in_time ON captures (article_id, good, captured_at, id) WHERE article_id IS NOT NULL;
CREATE INDEX captures_by_watch ON captures (watch_id, id) WHERE watch_id IS NOT NULL;
CREATE INDEX captures_by_version ON captures (version_id, id) WHERE version_id IS NOT NULL;
CREATE INDEX captures_by_good ON captures (good, id);
CREATE INDEX captures_by_outcome ON captures (outcome, id);

CREATE TRIGGER captures_keep_update BEFORE UPDATE ON captures BEGIN SELECT RAISE(ABORT, 'captures are only appended'); END;
CREATE TRIGGER captures_keep_delete BEFORE DELETE ON captures BEGIN SELECT RAISE(ABORT, 'captures are only appended'); END;
CREATE TRIGGER captures_keep_insert BEFORE INSERT ON captures
WHEN EXISTS (SELECT 1 FROM captures WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'the log has moved on'); END;

-- The canonical key of an address: null where it was recorded before keys were.
ALTER TABLE article_urls ADD COLUMN key TEXT;
CREATE INDEX article_urls_by_key ON article_urls (key) WHERE key IS NOT NULL;
