-- The formats of hooks, and how often each is sent something.

ALTER TABLE hooks ADD COLUMN format TEXT NOT NULL DEFAULT 'standard' CHECK (format IN ('standard', 'slack', 'teams'));
-- write: a message for each write; day, week: a digest every day, or every Monday, at a time of day (UTC).
ALTER TABLE hooks ADD COLUMN every TEXT NOT NULL DEFAULT 'write' CHECK (every IN ('write', 'day', 'week'));
ALTER TABLE hooks ADD COLUMN at TEXT NOT NULL DEFAULT '08:00';
