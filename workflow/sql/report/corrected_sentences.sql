-- row: one sentence with mentions that a correction changed, at most `$cap` of each correction, the earliest of each document first
-- correction: The correction.
-- doc_id: The document.
-- sentence: The sentence.
-- start: Where it starts in the document's text.
-- language: Its language.
-- outlet: Who published the document.
-- title: Title of the document.
-- published_earliest: First day on which it may have been published.
-- published_latest: Last day on which it may have been published.
-- origin_id: The origin that the document goes back to.
-- text: The sentence.
-- starts: Where in the document's text the mentions start, in order.
-- ends: Where they end.
WITH named AS (
    SELECT
        correction,
        doc_id,
        sentence,
        list(start ORDER BY start) AS starts,
        list("end" ORDER BY start) AS ends
    FROM corrected
    WHERE correction IN (SELECT unnest($corrections))
    GROUP BY correction, doc_id, sentence
),

placed AS (
    SELECT *, row_number() OVER (PARTITION BY correction, doc_id ORDER BY sentence) AS in_document
    FROM named
),

chosen AS (
    SELECT *
    FROM placed
    QUALIFY row_number() OVER (PARTITION BY correction ORDER BY in_document, doc_id) <= $cap
)

SELECT
    correction,
    doc_id,
    sentence,
    sentence_list.* EXCLUDE (doc_id, sentence),
    starts,
    ends
FROM chosen
JOIN sentence_list USING (doc_id, sentence)
ORDER BY correction, sentence_list.published_earliest NULLS LAST, doc_id, sentence
