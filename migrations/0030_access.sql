-- Who may enter, and who did.

-- From this time on the token is not valid. Null: it does not end by itself.
ALTER TABLE tokens ADD COLUMN expires_at TEXT;
-- When it was used last, to the hour or so: a use is written where the last one that was written is an hour old.
ALTER TABLE tokens ADD COLUMN last_used_at TEXT;

-- What was written by whom and from where: a row for each request that wrote, in the same transaction as the first thing that it wrote.
CREATE TABLE audit (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  -- The token: 0 is the bootstrap token. Its name is that of then.
  token_id INTEGER NOT NULL,
  token TEXT NOT NULL,
  -- 1: by a session of the pages.
  signed_in INTEGER NOT NULL,
  method TEXT NOT NULL,
  -- The pattern of the path, and the path.
  route TEXT NOT NULL,
  path TEXT NOT NULL,
  article_id INTEGER REFERENCES articles (id),
  -- Where the request came from. Null: not known, or forgotten after AUDIT_DAYS.
  address TEXT,
  request_id TEXT NOT NULL,
  -- The answer, and the address of what was made. Null: the process ended before it answered.
  status INTEGER,
  location TEXT
);
CREATE INDEX audit_by_token ON audit (token_id, id);
CREATE INDEX audit_by_article ON audit (article_id, id) WHERE article_id IS NOT NULL;
CREATE INDEX audit_unanswered ON audit (request_id) WHERE status IS NULL;
CREATE INDEX audit_addresses ON audit (at) WHERE address IS NOT NULL;

CREATE TRIGGER audit_keep_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is appended only'); END;
CREATE TRIGGER audit_keep_replace BEFORE INSERT ON audit WHEN EXISTS (SELECT 1 FROM audit a WHERE a.id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'the audit log is appended only'); END;
-- An address may be forgotten, and a row without an answer may get it, with the article that was made.
CREATE TRIGGER audit_keep_update BEFORE UPDATE ON audit WHEN
  (NEW.id, NEW.at, NEW.token_id, NEW.token, NEW.signed_in, NEW.method, NEW.route, NEW.path, NEW.request_id)
    IS NOT (OLD.id, OLD.at, OLD.token_id, OLD.token, OLD.signed_in, OLD.method, OLD.route, OLD.path, OLD.request_id)
  OR (NEW.address IS NOT OLD.address AND NEW.address IS NOT NULL)
  OR (NEW.status IS NOT OLD.status AND OLD.status IS NOT NULL)
  OR (NEW.location IS NOT OLD.location AND (OLD.status IS NOT NULL OR OLD.location IS NOT NULL))
  OR (NEW.article_id IS NOT OLD.article_id AND (OLD.status IS NOT NULL OR OLD.article_id IS NOT NULL))
BEGIN SELECT RAISE(ABORT, 'the audit log is appended only'); END;
