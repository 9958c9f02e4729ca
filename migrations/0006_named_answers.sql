-- Keys of repeated requests keep the name of what was answered instead of all its text, which a row of D1 does not always hold.

-- Keys from before are forgotten: what they keep names nothing.
DELETE FROM idempotency_keys;

-- JSON: what the answer was about, see store/idempotency.ts.
ALTER TABLE idempotency_keys RENAME COLUMN answer TO about;

-- The oldest go first.
CREATE INDEX idempotency_keys_by_time ON idempotency_keys (created_at);
