-- Webhooks: who is told of changes, the outbox that says that there are some, and what was sent.

-- A row for each write that appended changes, in the same atomic write. It goes when every hook that is enabled is past it.
CREATE TABLE outbox (
  -- The last change of the write.
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES articles (id),
  recorded_at TEXT NOT NULL
);

CREATE TABLE hooks (
  -- Never given again.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  url TEXT NOT NULL,
  description TEXT,
  -- JSON: the filters of the change feed, in its words.
  filters TEXT NOT NULL,
  -- Signs what is sent, so it cannot be kept as a hash. The one before stays valid until `previous_until`.
  secret TEXT NOT NULL,
  previous_secret TEXT,
  previous_until TEXT,
  -- The last change that the hook was told of, or that its filters left out.
  cursor INTEGER NOT NULL,
  -- Failed attempts since the last that was not.
  failures INTEGER NOT NULL DEFAULT 0,
  -- When it may be tried next.
  due_at TEXT NOT NULL,
  disabled_at TEXT,
  disabled_reason TEXT,
  -- Who is sending to it, and until when nobody else does.
  lease TEXT,
  leased_until TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
);
CREATE INDEX hooks_in_turn ON hooks (due_at, id) WHERE disabled_at IS NULL;

-- The log of what was sent, or is to be. The message's id is made of the row's, which is never given again.
CREATE TABLE deliveries (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  hook_id INTEGER NOT NULL REFERENCES hooks (id),
  type TEXT NOT NULL,
  -- pending: to be sent, or sent again. dropped: what it was to tell is withheld now, or the hook asks for something else.
  status TEXT NOT NULL CHECK (status IN ('pending', 'delivered', 'failed', 'dropped')),
  -- Of changes: the article, how many at the first attempt, and the last one's id.
  article_id INTEGER REFERENCES articles (id),
  changes INTEGER,
  upto INTEGER,
  attempts INTEGER NOT NULL DEFAULT 0,
  -- Of the last attempt: the HTTP status that was answered, or else what went wrong.
  response_status INTEGER,
  error TEXT,
  created_at TEXT NOT NULL,
  attempted_at TEXT,
  delivered_at TEXT
);
CREATE INDEX deliveries_by_hook ON deliveries (hook_id, id);
CREATE INDEX deliveries_by_time ON deliveries (created_at);
CREATE UNIQUE INDEX deliveries_pending ON deliveries (hook_id) WHERE status = 'pending';
