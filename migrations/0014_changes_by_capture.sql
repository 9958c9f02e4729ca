-- Changes by the capture of their versions: the latest first, over the archive.
CREATE INDEX versions_by_capture ON versions (captured_at, id, article_id);

-- What a list of changes is chosen by, without the texts: of versions after the first, and not of furniture.
CREATE INDEX changes_of_later_versions ON changes (article_id, to_version, id, kinds, acknowledged, retracts, from_version)
WHERE from_version IS NOT NULL AND furniture = 0;

-- The sentences of the note in the new version that speaks of the change: JSON [[sentence id, zone, start], …]. Null where none does, and
-- of changes that were recorded before notes were kept.
ALTER TABLE changes ADD COLUMN note TEXT;
