-- Sign-ins to the pages. The cookie has a secret, of which only the hash is stored, so that a copy of the archive signs nobody in.
CREATE TABLE sessions (
  hash TEXT PRIMARY KEY,
  -- The token that signed in: once it is revoked, the session is over. Null: the bootstrap token.
  token_id INTEGER REFERENCES tokens (id),
  -- For the bootstrap token, the hash of it and the secret together: another bootstrap token ends the session.
  bootstrap_hash TEXT,
  expires_at TEXT NOT NULL,
  CHECK ((token_id IS NULL) <> (bootstrap_hash IS NULL))
) WITHOUT ROWID;
CREATE INDEX sessions_by_expiry ON sessions (expires_at);
