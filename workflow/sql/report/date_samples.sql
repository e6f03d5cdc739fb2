-- row: one date expression in the story of a document, at most `$cap` of each basis, from as many documents as can be
-- basis: What its days were told by; NULL where they cannot be told.
-- total: Number of date expressions with that basis.
-- doc_id: The document.
-- outlet: Who published the document.
-- title: Its title.
-- published_earliest: First day on which the document may have been published.
-- published_latest: Last day on which it may have been published.
-- earliest: First day that the expression may mean.
-- latest: Last day that it may mean.
-- before: What stands before it.
-- surface: The expression.
-- after: What stands behind it.
WITH numbered AS (
    SELECT
        *,
        count(*) OVER (PARTITION BY basis) AS total,
        row_number() OVER (PARTITION BY basis, doc_id ORDER BY start) AS in_document
    FROM story_dates
),

chosen AS (
    SELECT *
    FROM numbered
    QUALIFY row_number() OVER (PARTITION BY basis ORDER BY in_document, doc_id, start) <= $cap
)

SELECT
    chosen.basis,
    total,
    chosen.doc_id,
    document_list.outlet,
    document_list.title,
    document_list.published_earliest,
    document_list.published_latest,
    chosen.earliest,
    chosen.latest,
    substring(text, greatest(1, chosen.start + 1 - $around), least(chosen.start, $around)) AS before,
    substring(surface, 1, $length) AS surface,
    substring(text, chosen."end" + 1, $around) AS after
FROM chosen
JOIN document_list USING (doc_id)
JOIN documents USING (doc_id)
ORDER BY total DESC, chosen.basis NULLS LAST, chosen.doc_id, chosen.start
