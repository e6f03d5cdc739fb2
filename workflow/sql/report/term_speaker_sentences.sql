-- row: one sentence in which one of the speakers uses terms, at most `$cap` of each speaker
-- speaker_id: The speaker.
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
-- starts: Where in the document's text the uses start, in order.
-- ends: Where they end.
WITH using_it AS (
    SELECT
        speaker_id,
        doc_id,
        sentence,
        list(start ORDER BY start) AS starts,
        list("end" ORDER BY start) AS ends
    FROM terms
    JOIN framed_documents USING (doc_id)
    WHERE in_quote AND speaker_id IN (SELECT unnest($speakers))
    GROUP BY speaker_id, doc_id, sentence
),

placed AS (
    SELECT *, row_number() OVER (PARTITION BY speaker_id, doc_id ORDER BY sentence) AS in_document
    FROM using_it
),

chosen AS (
    SELECT *
    FROM placed
    QUALIFY row_number() OVER (PARTITION BY speaker_id ORDER BY in_document, doc_id, sentence) <= $cap
)

SELECT
    speaker_id,
    doc_id,
    sentence,
    sentence_list.* EXCLUDE (doc_id, sentence),
    starts,
    ends
FROM chosen
JOIN sentence_list USING (doc_id, sentence)
ORDER BY speaker_id, sentence_list.published_earliest NULLS LAST, doc_id, sentence
