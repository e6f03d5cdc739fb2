-- row: one document in the list of its language, at most `$lines` in each
-- language: Language of the documents.
-- total: Number of documents in the list.
-- origins: Number of origins among them.
-- doc_id: The document.
-- outlet: Who published it.
-- title: Its title.
-- published_earliest: First day on which it may have been published.
-- published_latest: Last day on which it may have been published.
-- origin_id: The origin that it goes back to.
-- relation: How it relates to it.
WITH listed AS (
    SELECT
        *,
        count(*) OVER (PARTITION BY language) AS total,
        row_number() OVER (PARTITION BY language ORDER BY published_earliest NULLS LAST, doc_id) AS place
    FROM document_list
),

origins_of AS (
    SELECT language, count(DISTINCT origin_id) AS origins
    FROM document_list
    GROUP BY language
)

SELECT
    listed.language,
    total,
    origins,
    doc_id,
    outlet,
    title,
    published_earliest,
    published_latest,
    origin_id,
    relation
FROM listed
JOIN origins_of ON listed.language IS NOT DISTINCT FROM origins_of.language
WHERE place <= $lines
ORDER BY total DESC, listed.language NULLS LAST, place
