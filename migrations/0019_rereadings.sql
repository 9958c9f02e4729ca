-- A newer reader, or other selectors, may read the bytes of a version otherwise: what it reads is a version of its own, and its differences
-- from that version are no edits.

-- The version whose bytes it is read from once more; null: it is what the site wrote.
ALTER TABLE versions ADD COLUMN rereads INTEGER REFERENCES versions (id);

-- 0: an edit of the story; 1: of furniture; 2: no edit, but read otherwise.
ALTER TABLE changes RENAME COLUMN furniture TO aside;
