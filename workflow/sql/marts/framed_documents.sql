-- row: one document whose words are counted for its outlet's side: of those with one origin, one for each side
-- doc_id: The document, as in `documents`.
-- origin_id: The group of documents with one origin that it belongs to.
-- outlet: Who published it; NULL where that is not known.
-- outlet_side: Whose view the outlet carries, as `side` of `outlets`; NULL where that is not known.
-- own_words: Number of words in its title, dateline and body outside of direct quotes, by their share of the characters.
WITH placed AS (
    SELECT
        document_list.doc_id,
        document_list.origin_id,
        document_list.outlet,
        outlets.side AS outlet_side,
        document_list.words,
        row_number() OVER (
            PARTITION BY document_list.origin_id, outlets.side
            ORDER BY document_list.relation <> 'origin', document_list.published_earliest NULLS LAST, document_list.doc_id
        ) AS place
    FROM document_list
    LEFT JOIN outlets USING (outlet)
),

story AS (
    SELECT doc_id, sum("end" - start) AS characters
    FROM sentences
    GROUP BY doc_id
),

reached AS (
    SELECT
        doc_id,
        start,
        "end",
        coalesce(max("end") OVER (PARTITION BY doc_id ORDER BY start, quote ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS before
    FROM quotes
    WHERE kind = 'direct'
),

quoted AS (
    SELECT doc_id, sum(greatest(0, "end" - greatest(start, before))) AS characters
    FROM reached
    GROUP BY doc_id
)

SELECT
    doc_id,
    origin_id,
    outlet,
    outlet_side,
    coalesce(round(words * greatest(0, 1 - coalesce(quoted.characters, 0) / nullif(story.characters, 0))), words)::BIGINT AS own_words
FROM placed
LEFT JOIN story USING (doc_id)
LEFT JOIN quoted USING (doc_id)
WHERE place = 1
ORDER BY doc_id
