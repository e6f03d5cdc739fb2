-- row: one document in the list of its outlet in its month or year, at most `$lines` in each period
-- period: First day of the month or year, as `$unit` says; NULL for documents that cannot be placed in one.
-- source: Its outlet where that is one of the `$outlets` with most documents.
-- place: `named`: of such an outlet; `other`: of another one; `unknown`: no outlet is known.
-- in_period: Number of documents in the period.
-- total: Number of documents in the period of the outlet, or of the other outlets together.
-- doc_id: The document.
-- outlet: Who published it.
-- title: Its title.
-- published_earliest: First day on which it may have been published.
-- published_latest: Last day on which it may have been published.
-- origin_id: The origin that it goes back to.
-- relation: How it relates to it.
WITH named AS (
    SELECT outlet
    FROM outlet_counts
    WHERE outlet IS NOT NULL
    ORDER BY documents DESC, outlet
    LIMIT $outlets
),

placed AS (
    SELECT
        document_list.*,
        if($unit = 'month', month, year) AS period,
        named.outlet AS source,
        CASE WHEN document_list.outlet IS NULL THEN 'unknown' WHEN named.outlet IS NULL THEN 'other' ELSE 'named' END AS place
    FROM document_list
    LEFT JOIN named USING (outlet)
)

SELECT
    period,
    source,
    place,
    count(*) OVER (PARTITION BY period) AS in_period,
    count(*) OVER (PARTITION BY period, place, source) AS total,
    doc_id,
    outlet,
    title,
    published_earliest,
    published_latest,
    origin_id,
    relation
FROM placed
-- at least one document of each outlet, so that each number in the chart opens something
QUALIFY
    row_number() OVER (PARTITION BY period ORDER BY published_earliest NULLS LAST, doc_id) <= $lines
    OR row_number() OVER (PARTITION BY period, place, source ORDER BY published_earliest NULLS LAST, doc_id) = 1
ORDER BY period NULLS LAST, place, source NULLS LAST, published_earliest NULLS LAST, doc_id
