-- row: two entities that are named in one sentence at least once; a sentence that names more than 200 entities is a list and is left out
-- entity_a: The one whose identifier comes first in the alphabet, as in `entities`.
-- entity_b: The other one.
-- sentences: Number of sentences that name both.
-- documents: Number of documents with such sentences, copies included.
-- origins: Number of origins of these documents: copies counted once.
SELECT
    entity_a,
    entity_b,
    count(*) AS sentences,
    count(DISTINCT doc_id) AS documents,
    count(DISTINCT origin_id) AS origins
FROM named_together
JOIN origins USING (doc_id)
GROUP BY entity_a, entity_b
ORDER BY entity_a, entity_b
