-- WebSub: the subscriptions of watched feeds to the hubs that they name. A hub reports when a feed has something new.

CREATE TABLE subscriptions (
  id INTEGER PRIMARY KEY,
  -- The watch may be removed since.
  watch_id INTEGER NOT NULL,
  hub TEXT NOT NULL,
  -- Where the hub is: a request to it waits for its turn there.
  host TEXT NOT NULL REFERENCES hosts (host),
  topic TEXT NOT NULL,
  -- The last part of the address that the hub calls: 256 random bits.
  callback TEXT NOT NULL UNIQUE,
  -- The key of the hub's signatures.
  secret TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('pending', 'active', 'denied', 'failed')),
  -- The request that the hub has not confirmed yet, and the time of the last one.
  asked TEXT CHECK (asked IN ('subscribe', 'unsubscribe')),
  asked_at TEXT,
  -- How many requests in a row were not confirmed.
  attempts INTEGER NOT NULL DEFAULT 0,
  -- Why it is denied or failed.
  reason TEXT,
  lease_until TEXT,
  -- When the hub last reported something new.
  notified_at TEXT,
  -- When the next request to the hub is made.
  due_at TEXT NOT NULL,
  -- Since when it is not wanted any more; the hub is asked to end it.
  ended_at TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
);
CREATE UNIQUE INDEX subscriptions_by_watch ON subscriptions (watch_id) WHERE ended_at IS NULL;
CREATE INDEX subscriptions_in_turn ON subscriptions (due_at, host);
CREATE INDEX subscriptions_by_update ON subscriptions (updated_at);

-- A watch that is not checked any more needs no reports. Where it is resumed, the feed is read whole and names its hub again.
CREATE TRIGGER subscriptions_end_with_checks AFTER UPDATE OF due_at ON watches WHEN OLD.due_at IS NOT NULL AND NEW.due_at IS NULL
BEGIN
  UPDATE subscriptions SET ended_at = NEW.updated_at, due_at = NEW.updated_at, asked = NULL, attempts = 0, updated_at = NEW.updated_at
  WHERE watch_id = NEW.id AND ended_at IS NULL;
  UPDATE watches SET etag = NULL, last_modified = NULL WHERE id = NEW.id AND kind = 'feed';
END;
CREATE TRIGGER subscriptions_end_with_watch AFTER DELETE ON watches
BEGIN
  UPDATE subscriptions SET ended_at = OLD.updated_at, due_at = OLD.updated_at, asked = NULL, attempts = 0, updated_at = OLD.updated_at
  WHERE watch_id = OLD.id AND ended_at IS NULL;
END;
