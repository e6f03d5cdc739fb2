-- row: one document of one of the largest groups with one origin, at most `$lines` in each of `$groups`
-- origin_id: The group.
-- documents: Number of documents in the group.
-- groups: Number of groups of more than one document.
-- outlets: The outlets of the group, in order.
-- doc_id: The document.
-- outlet: Who published it.
-- title: Its title.
-- published_earliest: First day on which it may have been published.
-- published_latest: Last day on which it may have been published.
-- relation: How it relates to the origin.
WITH grouped AS (
    SELECT
        *,
        count(*) OVER (PARTITION BY origin_id) AS documents,
        list_sort(list_distinct(list(outlet) OVER (PARTITION BY origin_id))) AS outlets,
        row_number() OVER (PARTITION BY origin_id ORDER BY doc_id <> origin_id, published_earliest NULLS LAST, doc_id) AS place
    FROM document_list
),

ranked AS (
    SELECT
        *,
        dense_rank() OVER (ORDER BY documents DESC, origin_id) AS rank
    FROM grouped
    WHERE documents > 1
)

SELECT
    origin_id,
    documents,
    (SELECT count(DISTINCT origin_id) FROM ranked) AS groups,
    outlets,
    doc_id,
    outlet,
    title,
    published_earliest,
    published_latest,
    relation
FROM ranked
WHERE rank <= $groups AND place <= $lines
ORDER BY rank, place
