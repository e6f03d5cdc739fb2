-- row: one sentence with claimed numbers of one of the claims, at most `$cap` of each
-- claim: The claim, as in `claimed_figures`.
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
-- starts: Where in the document's text the numbers start, in order.
-- ends: Where they end.
WITH telling AS (
    SELECT
        claim,
        doc_id,
        sentence,
        list(start ORDER BY start) AS starts,
        list("end" ORDER BY start) AS ends
    FROM claimed_figures
    JOIN figures USING (doc_id, figure)
    WHERE claim IN (SELECT unnest($claims))
    GROUP BY claim, doc_id, sentence
),

placed AS (
    SELECT *, row_number() OVER (PARTITION BY claim, doc_id ORDER BY sentence) AS in_document
    FROM telling
),

chosen AS (
    SELECT *
    FROM placed
    QUALIFY row_number() OVER (PARTITION BY claim ORDER BY in_document, doc_id, sentence) <= $cap
)

SELECT
    claim,
    doc_id,
    sentence,
    sentence_list.* EXCLUDE (doc_id, sentence),
    starts,
    ends
FROM chosen
JOIN sentence_list USING (doc_id, sentence)
ORDER BY claim, sentence_list.published_earliest NULLS LAST, doc_id, sentence
