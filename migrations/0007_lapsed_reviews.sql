-- Reviews that stand and relate claims, but against which something else stands (a version that came since has both claims of a
-- merge): they hold again when that is gone. Derived by every write that tracks an article under its reviews.
CREATE TABLE lapsed_reviews (
  review_id INTEGER PRIMARY KEY REFERENCES reviews (id),
  article_id INTEGER NOT NULL REFERENCES articles (id)
);
CREATE INDEX lapsed_reviews_by_article ON lapsed_reviews (article_id);
