-- row: the documents of one outlet
-- outlet: Who published them; NULL where that is not known.
-- documents: Number of documents, copies included.
-- origins: Number of origins among them: copies counted once.
-- first: First day on which any of them may have been published.
-- last: Last day on which any of them may have been published.
SELECT
    outlet,
    count(*) AS documents,
    count(DISTINCT origin_id) AS origins,
    min(published_earliest) AS first,
    max(published_latest) AS last
FROM document_list
GROUP BY outlet
ORDER BY outlet NULLS LAST
