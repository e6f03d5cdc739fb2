-- row: one document in the list of its relation, at most `$lines` in each
-- relation: How the documents relate to their origin.
-- total: Number of documents in the list.
-- origins: Number of origins among them.
-- doc_id: The document.
-- outlet: Who published it.
-- title: Its title.
-- published_earliest: First day on which it may have been published.
-- published_latest: Last day on which it may have been published.
-- origin_id: The origin that it goes back to.
WITH listed AS (
    SELECT
        *,
        count(*) OVER (PARTITION BY relation) AS total,
        row_number() OVER (PARTITION BY relation ORDER BY published_earliest NULLS LAST, doc_id) AS place
    FROM document_list
),

origins_of AS (
    SELECT relation, count(DISTINCT origin_id) AS origins
    FROM document_list
    GROUP BY relation
)

SELECT
    listed.relation,
    total,
    origins,
    doc_id,
    outlet,
    title,
    published_earliest,
    published_latest,
    origin_id
FROM listed
JOIN origins_of ON listed.relation IS NOT DISTINCT FROM origins_of.relation
WHERE place <= $lines
ORDER BY total DESC, listed.relation NULLS LAST, place
