-- row: one stretch of text that is not counted, at most `$cap` of each role and rule, from as many outlets as can be
-- role: What it is in the page.
-- rule: The rule that decided it.
-- doc_id: The document.
-- segment: The stretch.
-- language: Its language.
-- outlet: Who published the document.
-- title: Title of the document.
-- published_earliest: First day on which the document may have been published.
-- published_latest: Last day on which it may have been published.
-- text: How it begins.
WITH numbered AS (
    SELECT
        segments.*,
        outlet,
        title,
        published_earliest,
        published_latest,
        row_number() OVER (PARTITION BY role, rule, outlet ORDER BY doc_id, segment) AS in_outlet
    FROM segments
    JOIN document_list USING (doc_id)
    WHERE role NOT IN ('title', 'dateline', 'body')
),

chosen AS (
    SELECT *
    FROM numbered
    QUALIFY row_number() OVER (PARTITION BY role, rule ORDER BY in_outlet, doc_id, segment) <= $cap
)

SELECT
    role,
    rule,
    doc_id,
    segment,
    chosen.language,
    chosen.outlet,
    chosen.title,
    chosen.published_earliest,
    chosen.published_latest,
    substring(documents.text, start + 1, least("end" - start, $length)) AS text
FROM chosen
JOIN documents USING (doc_id)
ORDER BY role, rule, doc_id, segment
