-- An import asks which captures of an address there are.
CREATE INDEX captures_by_address ON captures (url, captured_at);
