-- row: the documents that relate to their origin in one way
-- relation: How they relate to it, as in `origins`.
-- documents: Number of documents.
SELECT
    relation,
    count(*) AS documents
FROM origins
GROUP BY relation
ORDER BY relation
