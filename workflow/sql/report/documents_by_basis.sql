-- row: one document in the list of those dated by the same thing, at most `$lines` in each
-- basis: What its day of publication was told by; NULL where it is not known.
-- total: Number of documents in the list.
-- doc_id: The document.
-- outlet: Who published it.
-- title: Its title.
-- published_earliest: First day on which it may have been published.
-- published_latest: Last day on which it may have been published.
-- origin_id: The origin that it goes back to.
WITH listed AS (
    SELECT
        *,
        count(*) OVER (PARTITION BY published_basis) AS total,
        row_number() OVER (PARTITION BY published_basis ORDER BY published_earliest NULLS LAST, doc_id) AS place
    FROM document_list
)

SELECT
    published_basis AS basis,
    total,
    doc_id,
    outlet,
    title,
    published_earliest,
    published_latest,
    origin_id
FROM listed
WHERE place <= $lines
ORDER BY total DESC, basis NULLS LAST, place
