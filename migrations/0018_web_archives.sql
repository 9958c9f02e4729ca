-- Requests to a public web archive to keep the page of a new version, each with its outcome.
CREATE TABLE web_archives (
  version_id INTEGER PRIMARY KEY REFERENCES versions (id),
  -- The address that was requested.
  address TEXT NOT NULL,
  requested_at TEXT NOT NULL,
  -- The HTTP status; null: there was no answer.
  status INTEGER,
  -- Where the archive says that it keeps the page.
  kept_at TEXT,
  error TEXT
);
