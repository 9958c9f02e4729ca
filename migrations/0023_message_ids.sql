-- The id of a message to a hook, which no other message of any archive has, nor one of this archive after a backup was restored.
-- Messages from before keep theirs.

ALTER TABLE deliveries ADD COLUMN message TEXT NOT NULL DEFAULT '';
UPDATE deliveries SET message = 'msg_' || id;
