-- row: one sentence that names one of the entities, at most `$cap` of each, spread over its languages and documents
-- entity_id: The entity.
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
-- starts: Where in the document's text the entity's names start, in order.
-- ends: Where they end.
WITH naming AS (
    SELECT
        entity_id,
        doc_id,
        sentence,
        sentences.start,
        sentences."end",
        sentence_entities.language,
        relation <> 'origin' AS derived,
        published_earliest,
        published_latest,
        outlet,
        title,
        origin_id,
        row_number() OVER (PARTITION BY entity_id, doc_id ORDER BY sentence) AS in_document
    FROM sentence_entities
    JOIN sentences USING (doc_id, sentence)
    JOIN document_list USING (doc_id)
    WHERE entity_id IN (SELECT unnest($entities))
),

spread AS (
    SELECT
        *,
        row_number() OVER (
            PARTITION BY entity_id, language ORDER BY in_document, derived, published_earliest NULLS LAST, doc_id, sentence
        ) AS in_language
    FROM naming
),

chosen AS (
    SELECT *
    FROM spread
    QUALIFY row_number() OVER (PARTITION BY entity_id ORDER BY in_language, language) <= $cap
),

named AS (
    SELECT
        entity_id,
        doc_id,
        sentence,
        list(mentions.start ORDER BY mentions.start) AS starts,
        list(mentions."end" ORDER BY mentions.start) AS ends
    FROM mentions
    JOIN chosen USING (entity_id, doc_id, sentence)
    GROUP BY entity_id, doc_id, sentence
)

SELECT
    entity_id,
    doc_id,
    sentence,
    chosen.start,
    chosen.language,
    chosen.outlet,
    chosen.title,
    chosen.published_earliest,
    chosen.published_latest,
    chosen.origin_id,
    substring(documents.text, chosen.start + 1, chosen."end" - chosen.start) AS text,
    starts,
    ends
FROM chosen
JOIN named USING (entity_id, doc_id, sentence)
JOIN documents USING (doc_id)
ORDER BY entity_id, chosen.language, chosen.published_earliest NULLS LAST, doc_id, sentence
