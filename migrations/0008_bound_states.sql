-- The state after an article's last version of tracking under reviews that bind claims: how it differs from what the rows of claims
-- say, so that the next version is tracked on from it. Derived by every write that tracks the article under such reviews; an article
-- without a row is tracked from its first version once more.
CREATE TABLE bound_states (
  article_id INTEGER PRIMARY KEY REFERENCES articles (id),
  -- JSON, see store/write/bound-state.ts.
  state TEXT NOT NULL
);
