-- An archive that is being restored from an export, in parts: while there is a row, nothing else is answered.
CREATE TABLE restorations (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  -- The first line of the export.
  header TEXT NOT NULL,
  -- How many lines of it are recorded.
  lines INTEGER NOT NULL
);
