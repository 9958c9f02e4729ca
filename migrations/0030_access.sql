-- Who may enter, and who did.

-- From this time on the token is not valid. Null: it does not end by itself.
ALTER TABLE tokens ADD COLUMN expires_at TEXT;
-- When it was used last, to the hour or so: a use is written where the last one that was written is an hour old.
ALTER TABLE tokens ADD COLUMN last_used_at TEXT;
