-- row: one sentence with a spelling of one of the entities, at most `$cap` of each spelling, spread over its documents
-- entity_id: The entity.
-- surface: The spelling.
-- spoken: The language that the spelling is counted in: that of its sentences.
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
-- starts: Where in the document's text the spelling starts, in order.
-- ends: Where it ends.
WITH spelled AS (
    SELECT
        entity_id,
        spelling AS surface,
        language AS spoken,
        doc_id,
        sentence,
        list(start ORDER BY start) AS starts,
        list("end" ORDER BY start) AS ends,
        row_number() OVER (PARTITION BY entity_id, spelling, language, doc_id ORDER BY sentence) AS in_document
    FROM mentions
    WHERE entity_id IN (SELECT unnest($ids))
    GROUP BY entity_id, spelling, language, doc_id, sentence
),

chosen AS (
    SELECT spelled.*
    FROM spelled
    JOIN document_list USING (doc_id)
    QUALIFY
        row_number() OVER (
            PARTITION BY entity_id, surface, spoken
            ORDER BY in_document, relation <> 'origin', published_earliest NULLS LAST, doc_id, sentence
        ) <= $cap
)

SELECT
    entity_id,
    surface,
    spoken,
    doc_id,
    sentence,
    sentence_list.* EXCLUDE (doc_id, sentence),
    starts,
    ends
FROM chosen
JOIN sentence_list USING (doc_id, sentence)
ORDER BY entity_id, surface, spoken, sentence_list.published_earliest NULLS LAST, doc_id, sentence
