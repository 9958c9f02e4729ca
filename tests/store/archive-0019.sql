-- The rows of earlier-archive.ts as the program before migration 0021 recorded them.
PRAGMA foreign_keys = OFF;
INSERT INTO articles (id, slug, title, publication, created_at, revision, recordings, version_count, latest_version, first_captured_at, latest_captured_at, present_claims, withdrawn_claims) VALUES
(1, 'harbour', NULL, NULL, '2031-01-01T00:00:00.000Z', 1795974882581, 5, 4, 3, '2030-01-01T08:01:00.000Z', '2030-01-01T10:10:00.000Z', 4, 4),
(2, 'pier', NULL, NULL, '2031-01-01T00:00:00.000Z', 1795974882578, 2, 1, 5, '2030-01-01T08:05:00.000Z', '2030-01-01T08:05:00.000Z', 5, 0);
INSERT INTO slugs (slug, article_id) VALUES
('harbour', 1),
('pier', 2);
INSERT INTO article_urls (article_id, url, since, key) VALUES
(1, 'https://post.example/mill', '2030-01-01T08:01:00.000Z', 'post.example/mill');
INSERT INTO analysis_runs (id, engine, reason, started_at) VALUES
(1, '6', 'ingest', '2031-01-01T00:00:00.000Z');
INSERT INTO versions (id, article_id, number, place, captured_at, published_at, modified_at, recorded_at, url, title, byline, word_count, run_id, language, unsupported, content_hash, previous, hash, sentences, body, rereads) VALUES
(1, 1, 1, '2030-01-01T08:01:00.000Z/000001', '2030-01-01T08:01:00.000Z', '2030-01-01', NULL, '2031-01-01T00:00:00.000Z', 'https://post.example/mill', 'Mill “may close” by Friday', NULL, 58, 1, 'en', 0, '79bbf05ad6ab2e4c91823bb2e99e919be0789953161e3df302e9e58b7d00fb25', '0000000000000000000000000000000000000000000000000000000000000000', 'f16077dea40cb783037b31a37dd61fb22354a2c580d01474aa80f05fd6230ed2', '[[0,0,26,1],[1,0,62,2],[1,63,110,3],[1,111,154,4],[1,155,176,5],[1,177,193,6],[1,194,305,7]]', 'The mayor, Ada Moreno, said on Monday that the mill may close. It employs about 4.5 million people, she added. “We will not sell the mill,” Mr. Lind said. “We never wanted to.” “It stays ours.” At least 40 houses were flooded on 3 March, and 12 percent of the fields will be lost, according to the report.', NULL),
(2, 1, 2, '2030-01-01T09:10:00.000Z/000002', '2030-01-01T09:10:00.000Z', '2030-01-01', NULL, '2031-01-01T00:00:00.000Z', 'https://post.example/mill', 'Mill “may close” by Friday', NULL, 72, 1, 'en', 0, '769a08b5f05bff0e278aa19c6154117f9d42b3db848270e509a46d981e246a71', 'f16077dea40cb783037b31a37dd61fb22354a2c580d01474aa80f05fd6230ed2', '178a1e7bfb64243dc4de7facb046c50b017fd3629afa9bbda93b7727a00445f8', '[[0,0,26,1],[1,0,63,8],[1,64,111,3],[1,112,155,4],[1,156,177,5],[1,178,194,6],[1,195,306,9],[1,307,384,10]]', 'The mayor, Ada Moreno, said on Monday that the mill will close. It employs about 4.5 million people, she added. “We will not sell the mill,” Mr. Lind said. “We never wanted to.” “It stays ours.” At least 60 houses were flooded on 3 March, and 12 percent of the fields will be lost, according to the report. A spokesman denied that the mill would close by Friday if nobody paid €2,500.', NULL),
(3, 1, 3, '2030-01-01T10:10:00.000Z/000003', '2030-01-01T10:10:00.000Z', '2030-01-01', NULL, '2031-01-01T00:00:00.000Z', 'https://post.example/mill', 'Mill “may close” by Friday', NULL, 41, 1, 'en', 0, '60503b834c96c76282eb295f88a5c366d7283be93981cd412ddebbfb962371b3', '178a1e7bfb64243dc4de7facb046c50b017fd3629afa9bbda93b7727a00445f8', 'd758201e95989bf6e8ce994b2dbb25437eb187bba6168b53ab873d4e046cab54', '[[0,0,26,1],[1,0,63,8],[1,64,111,3],[1,112,219,11]]', 'The mayor, Ada Moreno, said on Monday that the mill will close. It employs about 4.5 million people, she added. At least 60 houses were flooded on 3 March, and 12 percent of the fields are lost, according to the report.', NULL),
(4, 1, 4, '2030-01-01T08:40:00.000Z/000004', '2030-01-01T08:40:00.000Z', '2030-01-01', NULL, '2031-01-01T00:00:00.000Z', 'https://post.example/mill', 'Mill “may close” by Friday', NULL, 72, 1, 'en', 0, '20cfb51ccafadb273d8f293b7a8d24ef44265112f5f18bb4b40e08adb6fc749e', 'd758201e95989bf6e8ce994b2dbb25437eb187bba6168b53ab873d4e046cab54', '97662f2ad2e014fb5af91d59dc23ef65e72d7721dc3f2f0781b2b0f751ec51e6', '[[0,0,26,1],[1,0,62,2],[1,63,110,3],[1,111,154,4],[1,155,176,5],[1,177,193,6],[1,194,305,12],[1,306,383,10]]', 'The mayor, Ada Moreno, said on Monday that the mill may close. It employs about 4.5 million people, she added. “We will not sell the mill,” Mr. Lind said. “We never wanted to.” “It stays ours.” At least 70 houses were flooded on 3 March, and 12 percent of the fields will be lost, according to the report. A spokesman denied that the mill would close by Friday if nobody paid €2,500.', NULL),
(5, 2, 1, '2030-01-01T08:05:00.000Z/000001', '2030-01-01T08:05:00.000Z', NULL, NULL, '2031-01-01T00:00:00.000Z', NULL, '', NULL, 30, 1, 'en', 0, '62ccd3b14b98a59e6d3307ac5c6890491a0c9e80ce9e0b21e201702c7f3cb834', '97662f2ad2e014fb5af91d59dc23ef65e72d7721dc3f2f0781b2b0f751ec51e6', '24db4989c35c92d8ce4bd72d858106969638c05cf7297dfcee3a372a6c77f511', '[[1,0,43,13],[1,44,65,14],[1,66,82,15],[1,83,160,16]]', '“We will not sell the mill,” Mr. Lind said. “We never wanted to.” “It stays ours.” A spokesman denied that the mill would close by Friday if nobody paid €2,500.', NULL);
INSERT INTO withholding_reasons (id, version_id, reason, withheld_at) VALUES
(1, 2, 'An order.', '2031-01-01T00:00:00.000Z');
INSERT INTO sentences (id, article_id, headline, hash, text) VALUES
(1, 1, 1, '14e7f578c248c2ef75d19951bcb1caea', 'Mill “may close” by Friday'),
(2, 1, 0, '015e608a71ccb0fc2b6f05bc54d32fd4', 'The mayor, Ada Moreno, said on Monday that the mill may close.'),
(3, 1, 0, 'c265e24cbac7b406e3c7806ca882fecb', 'It employs about 4.5 million people, she added.'),
(4, 1, 0, '83d543ff52aa4718b849f95e13b14701', '“We will not sell the mill,” Mr. Lind said.'),
(5, 1, 0, '9f471da9ce4b6d255911feb831acf0a2', '“We never wanted to.”'),
(6, 1, 0, 'd6b4dfc1c77061e7c7eaeccd0e65df37', '“It stays ours.”'),
(7, 1, 0, 'f34c5a3cb8733adc4d44efc3a6353465', 'At least 40 houses were flooded on 3 March, and 12 percent of the fields will be lost, according to the report.'),
(8, 1, 0, '966672c5ebf94064f832f3b6efe0b4de', 'The mayor, Ada Moreno, said on Monday that the mill will close.'),
(9, 1, 0, 'fe8b919befd5ad890b7660073d92799c', 'At least 60 houses were flooded on 3 March, and 12 percent of the fields will be lost, according to the report.'),
(10, 1, 0, 'b0a382a48326b646889aa0f99ef0b65e', 'A spokesman denied that the mill would close by Friday if nobody paid €2,500.'),
(11, 1, 0, '304ac840039ad286f4b6a6cb26029f05', 'At least 60 houses were flooded on 3 March, and 12 percent of the fields are lost, according to the report.'),
(12, 1, 0, '4a29159eb5991c46ca1f289c03b24079', 'At least 70 houses were flooded on 3 March, and 12 percent of the fields will be lost, according to the report.'),
(13, 2, 0, '83d543ff52aa4718b849f95e13b14701', '“We will not sell the mill,” Mr. Lind said.'),
(14, 2, 0, '9f471da9ce4b6d255911feb831acf0a2', '“We never wanted to.”'),
(15, 2, 0, 'd6b4dfc1c77061e7c7eaeccd0e65df37', '“It stays ours.”'),
(16, 2, 0, 'b0a382a48326b646889aa0f99ef0b65e', 'A spokesman denied that the mill would close by Friday if nobody paid €2,500.');
INSERT INTO sources (id, kind, key, name, claims, present, articles) VALUES
(1, 'named', 'ada moreno', 'Ada Moreno', 2, 2, 1),
(2, 'named', 'lind', 'Lind', 6, 3, 2),
(3, 'document', 'report', 'the report', 1, 1, 1),
(4, 'unnamed', 'spokesman', 'A spokesman', 2, 1, 2),
(5, 'named', 'spokesman', 'A spokesman', 1, 1, 1);
INSERT INTO statements (id, sentence_id, place, run_id, words, analysis) VALUES
(1, 1, 0, 1, '["mill","close"]', '{"label":"Mill may close by Friday","content":[[0,26]],"certainty":{"level":"possible","polarity":"positive","hedges":[{"start":6,"end":9,"class":"modal"}]},"quantities":[],"dates":[{"start":20,"end":26,"tense":"future"}],"checkWorthiness":0.25,"source":{"kind":"author","spans":[]},"cue":null,"quotation":"none","rules":["author","clause/first","certainty/hedge-modal","label/as-told"]}'),
(2, 2, 0, 1, '["close","mill"]', '{"label":"Mill may close","content":[[38,61]],"certainty":{"level":"possible","polarity":"positive","hedges":[{"start":52,"end":55,"class":"modal"}]},"quantities":[],"dates":[],"checkWorthiness":0.2,"source":{"kind":"named","spans":[[0,21]]},"cue":{"lemma":"say","spans":[[23,27]]},"quotation":"indirect","rules":["attribution/complement-clause","extent/sentence-end","source/apposed-name","certainty/hedge-modal","label/as-told"]}'),
(3, 3, 0, 1, '["employs","people"]', '{"label":"It employs about 4.5 million people","content":[[0,35]],"certainty":{"level":"certain","polarity":"positive","hedges":[]},"quantities":[{"start":11,"end":35,"value":4500000,"unit":"people","comparator":"~"}],"dates":[],"checkWorthiness":0.7,"source":{"kind":"unnamed","spans":[[37,40]]},"cue":{"lemma":"add","spans":[[41,46]]},"quotation":"indirect","rules":["attribution/cue-after","source/no-noun","label/as-told"]}'),
(4, 4, 0, 1, '["sell","mill"]', '{"label":"We will not sell mill","content":[[0,28]],"certainty":{"level":"certain","polarity":"negative","hedges":[]},"quantities":[],"dates":[],"checkWorthiness":0.25,"source":{"kind":"named","spans":[[29,37]]},"cue":{"lemma":"say","spans":[[38,42]]},"quotation":"direct","rules":["attribution/cue-after","source/name","certainty/negated-verb","label/as-told"]}'),
(5, 5, 0, 1, '["wanted"]', '{"label":"We never wanted to","content":[[0,21]],"certainty":{"level":"certain","polarity":"negative","hedges":[]},"quantities":[],"dates":[],"checkWorthiness":0.4,"source":{"kind":"unnamed","spans":[]},"cue":null,"quotation":"direct","rules":["attribution/lone-quotation","source/not-in-sentence","certainty/negated-verb","label/as-told"]}'),
(6, 6, 0, 1, '["stays","ours"]', '{"label":"It stays ours","content":[[0,16]],"certainty":{"level":"certain","polarity":"positive","hedges":[]},"quantities":[],"dates":[],"checkWorthiness":0.3,"source":{"kind":"unnamed","spans":[]},"cue":null,"quotation":"direct","rules":["attribution/lone-quotation","source/not-in-sentence","label/as-told"]}'),
(7, 7, 0, 1, '["flooded","percent","houses","fields","lost"]', '{"label":"At least 40 houses flooded on 3 March","content":[[0,85]],"certainty":{"level":"certain","polarity":"positive","hedges":[]},"quantities":[{"start":0,"end":11,"value":40,"unit":"houses","comparator":">="},{"start":48,"end":58,"value":12,"unit":"percent","comparator":"="}],"dates":[{"start":35,"end":42,"tense":"past"}],"checkWorthiness":0.85,"source":{"kind":"document","spans":[[100,110]]},"cue":{"lemma":"according to","spans":[[87,99]]},"quotation":"indirect","rules":["attribution/according-to","source/document-noun","label/as-told"]}'),
(8, 8, 0, 1, '["close","mill"]', '{"label":"Mill will close","content":[[38,62]],"certainty":{"level":"certain","polarity":"positive","hedges":[]},"quantities":[],"dates":[],"checkWorthiness":0.35,"source":{"kind":"named","spans":[[0,21]]},"cue":{"lemma":"say","spans":[[23,27]]},"quotation":"indirect","rules":["attribution/complement-clause","extent/sentence-end","source/apposed-name","label/as-told"]}'),
(9, 9, 0, 1, '["flooded","percent","houses","fields","lost"]', '{"label":"At least 60 houses flooded on 3 March","content":[[0,85]],"certainty":{"level":"certain","polarity":"positive","hedges":[]},"quantities":[{"start":0,"end":11,"value":60,"unit":"houses","comparator":">="},{"start":48,"end":58,"value":12,"unit":"percent","comparator":"="}],"dates":[{"start":35,"end":42,"tense":"past"}],"checkWorthiness":0.85,"source":{"kind":"document","spans":[[100,110]]},"cue":{"lemma":"according to","spans":[[87,99]]},"quotation":"indirect","rules":["attribution/according-to","source/document-noun","label/as-told"]}'),
(10, 10, 0, 1, '["nobody","close","mill","paid"]', '{"label":"Spokesman denies mill would close if nobody paid €2,500","content":[[19,76]],"certainty":{"level":"probable","polarity":"negative","hedges":[{"start":33,"end":38,"class":"modal"},{"start":55,"end":57,"class":"conditional"}]},"quantities":[{"start":70,"end":76,"value":2500,"unit":"EUR","comparator":"="}],"dates":[{"start":48,"end":54,"tense":"future"}],"checkWorthiness":0.55,"source":{"kind":"unnamed","spans":[[0,11]]},"cue":{"lemma":"deny","spans":[[12,18]]},"quotation":"indirect","rules":["attribution/complement-clause","extent/sentence-end","source/common-noun","certainty/hedge-modal","certainty/condition","certainty/cue-denies","label/with-actor"]}'),
(11, 11, 0, 1, '["flooded","percent","houses","fields","lost"]', '{"label":"At least 60 houses flooded on 3 March","content":[[0,81]],"certainty":{"level":"certain","polarity":"positive","hedges":[]},"quantities":[{"start":0,"end":11,"value":60,"unit":"houses","comparator":">="},{"start":48,"end":58,"value":12,"unit":"percent","comparator":"="}],"dates":[{"start":35,"end":42,"tense":"past"}],"checkWorthiness":0.85,"source":{"kind":"document","spans":[[96,106]]},"cue":{"lemma":"according to","spans":[[83,95]]},"quotation":"indirect","rules":["attribution/according-to","source/document-noun","label/as-told"]}'),
(12, 12, 0, 1, '["flooded","percent","houses","fields","lost"]', '{"label":"At least 70 houses flooded on 3 March","content":[[0,85]],"certainty":{"level":"certain","polarity":"positive","hedges":[]},"quantities":[{"start":0,"end":11,"value":70,"unit":"houses","comparator":">="},{"start":48,"end":58,"value":12,"unit":"percent","comparator":"="}],"dates":[{"start":35,"end":42,"tense":"past"}],"checkWorthiness":0.85,"source":{"kind":"document","spans":[[100,110]]},"cue":{"lemma":"according to","spans":[[87,99]]},"quotation":"indirect","rules":["attribution/according-to","source/document-noun","label/as-told"]}'),
(13, 13, 0, 1, '["sell","mill"]', '{"label":"We will not sell mill","content":[[0,28]],"certainty":{"level":"certain","polarity":"negative","hedges":[]},"quantities":[],"dates":[],"checkWorthiness":0.25,"source":{"kind":"named","spans":[[29,37]]},"cue":{"lemma":"say","spans":[[38,42]]},"quotation":"direct","rules":["attribution/cue-after","source/name","certainty/negated-verb","label/as-told"]}'),
(14, 14, 0, 1, '["wanted"]', '{"label":"We never wanted to","content":[[0,21]],"certainty":{"level":"certain","polarity":"negative","hedges":[]},"quantities":[],"dates":[],"checkWorthiness":0.4,"source":{"kind":"unnamed","spans":[]},"cue":null,"quotation":"direct","rules":["attribution/lone-quotation","source/not-in-sentence","certainty/negated-verb","label/as-told"]}'),
(15, 15, 0, 1, '["stays","ours"]', '{"label":"It stays ours","content":[[0,16]],"certainty":{"level":"certain","polarity":"positive","hedges":[]},"quantities":[],"dates":[],"checkWorthiness":0.3,"source":{"kind":"unnamed","spans":[]},"cue":null,"quotation":"direct","rules":["attribution/lone-quotation","source/not-in-sentence","label/as-told"]}'),
(16, 16, 0, 1, '["nobody","close","mill","paid"]', '{"label":"Spokesman denies mill would close if nobody paid €2,500","content":[[19,76]],"certainty":{"level":"probable","polarity":"negative","hedges":[{"start":33,"end":38,"class":"modal"},{"start":55,"end":57,"class":"conditional"}]},"quantities":[{"start":70,"end":76,"value":2500,"unit":"EUR","comparator":"="}],"dates":[{"start":48,"end":54,"tense":"future"}],"checkWorthiness":0.55,"source":{"kind":"unnamed","spans":[[0,11]]},"cue":{"lemma":"deny","spans":[[12,18]]},"quotation":"indirect","rules":["attribution/complement-clause","extent/sentence-end","source/common-noun","certainty/hedge-modal","certainty/condition","certainty/cue-denies","label/with-actor"]}'),
(17, 16, 1, 1, '["close","mill"]', '{"label":"Mill would close","content":[[19,44]],"certainty":{"level":"probable","polarity":"positive","hedges":[{"start":33,"end":38,"class":"modal"}]},"quantities":[],"dates":[],"checkWorthiness":0.25,"source":{"kind":"named","spans":[[0,11]]},"cue":null,"quotation":"none","rules":["review/added","certainty/hedge-modal","label/as-told"]}');
INSERT INTO claims (id, article_id, number, status, statement_id, source_id, label, verdict, human_label, check_worthiness, dates, first_place, last_place, changes) VALUES
(1, 1, 1, 'present', 1, NULL, 'Mill may close by Friday', NULL, NULL, 0.25, '["2030-01-04"]', '2030-01-01T08:01:00.000Z/000001', NULL, 1),
(2, 1, 2, 'present', 8, 1, 'Mill will close', NULL, NULL, 0.35, NULL, '2030-01-01T08:01:00.000Z/000001', NULL, 1),
(3, 1, 3, 'present', 3, 1, 'It employs about 4.5 million people', NULL, NULL, 0.7, NULL, '2030-01-01T08:01:00.000Z/000001', NULL, 1),
(4, 1, 4, 'withdrawn', 4, 2, 'Lind: We will not sell mill', NULL, NULL, 0.25, '[]', '2030-01-01T08:01:00.000Z/000001', '2030-01-01T08:40:00.000Z/000004', 1),
(5, 1, 5, 'withdrawn', 5, 2, 'Lind: We never wanted to', NULL, NULL, 0.4, '[]', '2030-01-01T08:01:00.000Z/000001', '2030-01-01T08:40:00.000Z/000004', 1),
(6, 1, 6, 'withdrawn', 6, 2, 'It stays ours', NULL, NULL, 0.3, NULL, '2030-01-01T08:01:00.000Z/000001', '2030-01-01T08:40:00.000Z/000004', 1),
(7, 1, 7, 'present', 11, 3, 'At least 60 houses flooded on 3 March', NULL, NULL, 0.85, '["2030-03-03"]', '2030-01-01T08:01:00.000Z/000001', NULL, 2),
(8, 1, 8, 'withdrawn', 10, 4, 'Spokesman denies mill would close if nobody paid €2,500', NULL, NULL, 0.55, '["2030-01-04"]', '2030-01-01T08:40:00.000Z/000004', '2030-01-01T08:40:00.000Z/000004', 1),
(9, 2, 1, 'present', 13, 2, 'Lind: We will not sell mill', NULL, NULL, 0.25, '[]', '2030-01-01T08:05:00.000Z/000001', NULL, 1),
(10, 2, 2, 'present', 14, 2, 'Lind: We never wanted to', NULL, NULL, 0.4, '[]', '2030-01-01T08:05:00.000Z/000001', NULL, 1),
(11, 2, 3, 'present', 15, 2, 'It stays ours', NULL, NULL, 0.3, NULL, '2030-01-01T08:05:00.000Z/000001', NULL, 1),
(12, 2, 4, 'present', 16, 4, 'Spokesman denies mill would close if nobody paid €2,500', NULL, NULL, 0.55, NULL, '2030-01-01T08:05:00.000Z/000001', NULL, 1),
(13, 2, 5, 'present', 17, 5, 'Mill would close', NULL, NULL, 0.25, NULL, '2030-01-01T08:05:00.000Z/000001', NULL, 1);
INSERT INTO wordings (claim_id, from_place, until_place, article_id, statement_id, ordinal, source_id, reading, ended, successor, stood) VALUES
(1, '2030-01-01T08:01:00.000Z/000001', NULL, 1, 1, 0, NULL, '[null,"author",null,["2030-01-04"]]', NULL, NULL, NULL),
(2, '2030-01-01T08:01:00.000Z/000001', '2030-01-01T09:10:00.000Z/000002', 1, 2, 0, 1, '["Ada Moreno","named",null]', 'reworded', NULL, NULL),
(2, '2030-01-01T09:10:00.000Z/000002', NULL, 1, 8, 0, 1, '["Ada Moreno","named",null]', NULL, NULL, NULL),
(3, '2030-01-01T08:01:00.000Z/000001', NULL, 1, 3, 0, 1, '["Ada Moreno","named",null]', NULL, NULL, NULL),
(4, '2030-01-01T08:01:00.000Z/000001', '2030-01-01T10:10:00.000Z/000003', 1, 4, 0, 2, '["Lind","named",null,[],"Lind: We will not sell mill"]', 'withdrawn', NULL, '[1,112,3,5]'),
(5, '2030-01-01T08:01:00.000Z/000001', '2030-01-01T10:10:00.000Z/000003', 1, 5, 0, 2, '["Lind","named",[1,[[29,37]]],[],"Lind: We never wanted to"]', 'withdrawn', NULL, '[1,156,4,6]'),
(6, '2030-01-01T08:01:00.000Z/000001', '2030-01-01T10:10:00.000Z/000003', 1, 6, 0, 2, '["Lind","named",[2,[[29,37]]]]', 'withdrawn', NULL, '[1,178,5,7]'),
(7, '2030-01-01T08:01:00.000Z/000001', '2030-01-01T08:40:00.000Z/000004', 1, 7, 0, 3, '[null,"document",null,["2030-03-03"]]', 'reworded', NULL, NULL),
(7, '2030-01-01T08:40:00.000Z/000004', '2030-01-01T09:10:00.000Z/000002', 1, 12, 0, 3, '[null,"document",null,["2030-03-03"]]', 'reworded', NULL, NULL),
(7, '2030-01-01T09:10:00.000Z/000002', '2030-01-01T10:10:00.000Z/000003', 1, 9, 0, 3, '[null,"document",null,["2030-03-03"]]', 'reworded', NULL, NULL),
(7, '2030-01-01T10:10:00.000Z/000003', NULL, 1, 11, 0, 3, '[null,"document",null,["2030-03-03"]]', NULL, NULL, NULL),
(8, '2030-01-01T08:40:00.000Z/000004', '2030-01-01T10:10:00.000Z/000003', 1, 10, 0, 4, '[null,"unnamed",null,["2030-01-04"]]', 'withdrawn', NULL, '[1,307,7,null]'),
(9, '2030-01-01T08:05:00.000Z/000001', NULL, 2, 13, 0, 2, '["Lind","named",null,[],"Lind: We will not sell mill"]', NULL, NULL, NULL),
(10, '2030-01-01T08:05:00.000Z/000001', NULL, 2, 14, 0, 2, '["Lind","named",[1,[[29,37]]],[],"Lind: We never wanted to"]', NULL, NULL, NULL),
(11, '2030-01-01T08:05:00.000Z/000001', NULL, 2, 15, 0, 2, '["Lind","named",[2,[[29,37]]]]', NULL, NULL, NULL),
(12, '2030-01-01T08:05:00.000Z/000001', NULL, 2, 16, 0, 4, '[null,"unnamed",null]', NULL, NULL, NULL),
(13, '2030-01-01T08:05:00.000Z/000001', NULL, 2, 17, 0, 5, '["A spokesman","named",null]', NULL, NULL, NULL);
INSERT INTO reviews (id, article_id, claim, change_id, action, detail, withdraws, reviewer, reason, reviewed_at) VALUES
(1, 2, 5, NULL, 'add', '{"version":1,"exact":"that the mill would close","added":{"sentence":16,"statementId":17,"index":1,"stands":3,"statement":{"label":"Mill would close","content":[[19,44]],"certainty":{"level":"probable","polarity":"positive","hedges":[{"start":33,"end":38,"class":"modal"}]},"quantities":[],"dates":[],"checkWorthiness":0.25,"source":{"kind":"named","spans":[[0,11]]},"cue":null,"quotation":"none","rules":["review/added","certainty/hedge-modal","label/as-told"]},"name":"A spokesman"}}', NULL, 'Ada', NULL, '2031-01-01T00:00:00.000Z');
INSERT INTO changes (id, article_id, from_version, to_version, kinds, before, after, detail, evidence, acknowledged, retracts, review_id, recorded_at, aside, note) VALUES
(1, 1, NULL, 1, 1, '[]', '[[1,0,0,[1]]]', '{}', '[{"kind":"introduced","rule":"presence","before":null,"after":null}]', 0, NULL, NULL, '2031-01-01T00:00:00.000Z', 0, NULL),
(2, 1, NULL, 1, 1, '[]', '[[2,1,0,[2]]]', '{}', '[{"kind":"introduced","rule":"presence","before":null,"after":null}]', 0, NULL, NULL, '2031-01-01T00:00:00.000Z', 0, NULL),
(3, 1, NULL, 1, 1, '[]', '[[3,1,63,[3]]]', '{}', '[{"kind":"introduced","rule":"presence","before":null,"after":null}]', 0, NULL, NULL, '2031-01-01T00:00:00.000Z', 0, NULL),
(4, 1, NULL, 1, 1, '[]', '[[4,1,111,[4]]]', '{}', '[{"kind":"introduced","rule":"presence","before":null,"after":null}]', 0, NULL, NULL, '2031-01-01T00:00:00.000Z', 0, NULL),
(5, 1, NULL, 1, 1, '[]', '[[5,1,155,[5]]]', '{}', '[{"kind":"introduced","rule":"presence","before":null,"after":null}]', 0, NULL, NULL, '2031-01-01T00:00:00.000Z', 0, NULL),
(6, 1, NULL, 1, 1, '[]', '[[6,1,177,[6]]]', '{}', '[{"kind":"introduced","rule":"presence","before":null,"after":null}]', 0, NULL, NULL, '2031-01-01T00:00:00.000Z', 0, NULL),
(7, 1, NULL, 1, 1, '[]', '[[7,1,194,[7]]]', '{}', '[{"kind":"introduced","rule":"presence","before":null,"after":null}]', 0, NULL, NULL, '2031-01-01T00:00:00.000Z', 0, NULL),
(8, 1, 1, 2, 512, '[[2,1,0,[2]]]', '[[8,1,0,[2]]]', '{}', '[{"kind":"strengthened","rule":"hedge","before":"may","after":null}]', 0, NULL, NULL, '2031-01-01T00:00:00.000Z', 0, NULL),
(9, 1, 1, 2, 1024, '[[7,1,194,[7]]]', '[[9,1,195,[7]]]', '{"number_changed":[{"from":40,"to":60,"unit":"houses"}]}', '[{"kind":"number_changed","rule":"value","before":"At least 40","after":"At least 60"}]', 0, NULL, NULL, '2031-01-01T00:00:00.000Z', 0, NULL),
(10, 1, 1, 2, 1, '[]', '[[10,1,307,[8]]]', '{}', '[{"kind":"introduced","rule":"presence","before":null,"after":null}]', 0, NULL, NULL, '2031-01-01T00:00:00.000Z', 0, NULL),
(11, 1, 2, 3, 32768, '[[9,1,195,[7]]]', '[[11,1,112,[7]]]', '{}', '[{"kind":"reworded","rule":"words","before":"At least 60 houses were flooded on 3 March, and 12 percent of the fields will be lost, according to the report","after":"At least 60 houses were flooded on 3 March, and 12 percent of the fields are lost, according to the report"}]', 0, NULL, NULL, '2031-01-01T00:00:00.000Z', 0, NULL),
(12, 1, 2, 3, 2, '[[4,1,112,[4]]]', '[]', '{}', '[{"kind":"withdrawn","rule":"presence","before":null,"after":null}]', 0, NULL, NULL, '2031-01-01T00:00:00.000Z', 0, NULL),
(13, 1, 2, 3, 2, '[[5,1,156,[5]]]', '[]', '{}', '[{"kind":"withdrawn","rule":"presence","before":null,"after":null}]', 0, NULL, NULL, '2031-01-01T00:00:00.000Z', 0, NULL),
(14, 1, 2, 3, 2, '[[6,1,178,[6]]]', '[]', '{}', '[{"kind":"withdrawn","rule":"presence","before":null,"after":null}]', 0, NULL, NULL, '2031-01-01T00:00:00.000Z', 0, NULL),
(15, 1, 2, 3, 2, '[[10,1,307,[8]]]', '[]', '{}', '[{"kind":"withdrawn","rule":"presence","before":null,"after":null}]', 0, NULL, NULL, '2031-01-01T00:00:00.000Z', 0, NULL),
(16, 1, 1, 2, 512, '[[2,1,0,[2]]]', '[[8,1,0,[2]]]', '{}', '[{"kind":"strengthened","rule":"hedge","before":"may","after":null}]', 0, 8, NULL, '2031-01-01T00:00:00.000Z', 0, NULL),
(17, 1, 1, 2, 1024, '[[7,1,194,[7]]]', '[[9,1,195,[7]]]', '{"number_changed":[{"from":40,"to":60,"unit":"houses"}]}', '[{"kind":"number_changed","rule":"value","before":"At least 40","after":"At least 60"}]', 0, 9, NULL, '2031-01-01T00:00:00.000Z', 0, NULL),
(18, 1, 1, 2, 1, '[]', '[[10,1,307,[8]]]', '{}', '[{"kind":"introduced","rule":"presence","before":null,"after":null}]', 0, 10, NULL, '2031-01-01T00:00:00.000Z', 0, NULL),
(19, 1, 1, 4, 1024, '[[7,1,194,[7]]]', '[[12,1,194,[7]]]', '{"number_changed":[{"from":40,"to":70,"unit":"houses"}]}', '[{"kind":"number_changed","rule":"value","before":"At least 40","after":"At least 70"}]', 0, NULL, NULL, '2031-01-01T00:00:00.000Z', 0, NULL),
(20, 1, 1, 4, 1, '[]', '[[10,1,306,[8]]]', '{}', '[{"kind":"introduced","rule":"presence","before":null,"after":null}]', 0, NULL, NULL, '2031-01-01T00:00:00.000Z', 0, NULL),
(21, 1, 4, 2, 512, '[[2,1,0,[2]]]', '[[8,1,0,[2]]]', '{}', '[{"kind":"strengthened","rule":"hedge","before":"may","after":null}]', 0, NULL, NULL, '2031-01-01T00:00:00.000Z', 0, NULL),
(22, 1, 4, 2, 1024, '[[12,1,194,[7]]]', '[[9,1,195,[7]]]', '{"number_changed":[{"from":70,"to":60,"unit":"houses"}]}', '[{"kind":"number_changed","rule":"value","before":"At least 70","after":"At least 60"}]', 0, NULL, NULL, '2031-01-01T00:00:00.000Z', 0, NULL),
(23, 2, NULL, 5, 1, '[]', '[[13,1,0,[1]]]', '{}', '[{"kind":"introduced","rule":"presence","before":null,"after":null}]', 0, NULL, NULL, '2031-01-01T00:00:00.000Z', 0, NULL),
(24, 2, NULL, 5, 1, '[]', '[[14,1,44,[2]]]', '{}', '[{"kind":"introduced","rule":"presence","before":null,"after":null}]', 0, NULL, NULL, '2031-01-01T00:00:00.000Z', 0, NULL),
(25, 2, NULL, 5, 1, '[]', '[[15,1,66,[3]]]', '{}', '[{"kind":"introduced","rule":"presence","before":null,"after":null}]', 0, NULL, NULL, '2031-01-01T00:00:00.000Z', 0, NULL),
(26, 2, NULL, 5, 1, '[]', '[[16,1,83,[4]]]', '{}', '[{"kind":"introduced","rule":"presence","before":null,"after":null}]', 0, NULL, NULL, '2031-01-01T00:00:00.000Z', 0, NULL),
(27, 2, NULL, 5, 1, '[]', '[[16,1,83,[5]]]', '{}', '[{"kind":"introduced","rule":"presence","before":null,"after":null}]', 0, NULL, 1, '2031-01-01T00:00:00.000Z', 0, NULL);
INSERT INTO trails (claim_id, change_id, source_before, source_after) VALUES
(1, 1, NULL, NULL),
(2, 2, NULL, 1),
(2, 8, 1, 1),
(2, 16, 1, 1),
(2, 21, 1, 1),
(3, 3, NULL, 1),
(4, 4, NULL, 2),
(4, 12, 2, NULL),
(5, 5, NULL, 2),
(5, 13, 2, NULL),
(6, 6, NULL, 2),
(6, 14, 2, NULL),
(7, 7, NULL, 3),
(7, 9, 3, 3),
(7, 11, 3, 3),
(7, 17, 3, 3),
(7, 19, 3, 3),
(7, 22, 3, 3),
(8, 10, NULL, 4),
(8, 15, 4, NULL),
(8, 18, NULL, 4),
(8, 20, NULL, 4),
(9, 23, NULL, 2),
(10, 24, NULL, 2),
(11, 25, NULL, 2),
(12, 26, NULL, 4),
(13, 27, NULL, 5);
PRAGMA foreign_keys = ON;
