-- The addresses of an article, the earliest first: an answer lists the first of them without sorting them all.
CREATE INDEX article_urls_in_order ON article_urls (article_id, since, url);
