-- row: one document in the list of its outlet, at most `$lines` in each, for the `$outlets` with most documents
-- outlet: Who published the documents; NULL where that is not known.
-- total: Number of documents in the list.
-- doc_id: The document.
-- title: Its title.
-- published_earliest: First day on which it may have been published.
-- published_latest: Last day on which it may have been published.
-- origin_id: The origin that it goes back to.
-- relation: How it relates to it.
WITH named AS (
    SELECT outlet, documents AS total, row_number() OVER (ORDER BY documents DESC, outlet NULLS LAST) AS rank
    FROM outlet_counts
    QUALIFY rank <= $outlets
)

SELECT
    named.outlet,
    total,
    doc_id,
    title,
    published_earliest,
    published_latest,
    origin_id,
    relation
FROM document_list
JOIN named ON document_list.outlet IS NOT DISTINCT FROM named.outlet
-- the first document of each origin comes first, so that as many origins as can be are shown
QUALIFY row_number() OVER (PARTITION BY named.rank ORDER BY relation <> 'origin', published_earliest NULLS LAST, doc_id) <= $lines
ORDER BY rank, published_earliest NULLS LAST, doc_id
