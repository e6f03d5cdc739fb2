-- row: one sentence of a document that names one of the speakers, of outlets of one of the sides beside them; the first of each document
-- entity_id: The speaker.
-- outlet_side: The side of the outlet.
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
-- starts: Where in the document's text the speaker's names start, in order.
-- ends: Where they end.
WITH asked AS (
    SELECT DISTINCT unnest($speakers) AS entity_id, unnest($sides) AS outlet_side
),

naming AS (
    SELECT
        entity_id,
        outlet_side,
        doc_id,
        min(sentence) AS sentence
    FROM sentence_entities
    JOIN framed_documents USING (doc_id)
    JOIN asked USING (entity_id, outlet_side)
    GROUP BY entity_id, outlet_side, doc_id
),

chosen AS (
    SELECT naming.*
    FROM naming
    JOIN document_list USING (doc_id)
    QUALIFY row_number() OVER (PARTITION BY entity_id, outlet_side ORDER BY published_earliest DESC NULLS LAST, doc_id) <= $cap
),

named AS (
    SELECT
        entity_id,
        doc_id,
        sentence,
        list(mentions.start ORDER BY mentions.start) AS starts,
        list(mentions."end" ORDER BY mentions.start) AS ends
    FROM mentions
    JOIN (SELECT DISTINCT entity_id, doc_id, sentence FROM chosen) USING (entity_id, doc_id, sentence)
    GROUP BY entity_id, doc_id, sentence
)

SELECT
    entity_id,
    outlet_side,
    doc_id,
    sentence,
    sentences.start,
    sentences.language,
    document_list.outlet,
    document_list.title,
    document_list.published_earliest,
    document_list.published_latest,
    document_list.origin_id,
    substring(text, sentences.start + 1, sentences."end" - sentences.start) AS text,
    starts,
    ends
FROM chosen
JOIN named USING (entity_id, doc_id, sentence)
JOIN sentences USING (doc_id, sentence)
JOIN document_list USING (doc_id)
JOIN documents USING (doc_id)
ORDER BY entity_id, outlet_side, document_list.published_earliest NULLS LAST, doc_id
