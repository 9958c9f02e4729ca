-- A list of sources may begin with those that are reported most.
CREATE INDEX sources_by_claims ON sources (claims DESC, id);
