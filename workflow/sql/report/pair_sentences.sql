-- row: one sentence that names two of the entities, at most `$cap` of each two, from as many documents as can be
-- entity_a: The one whose identifier comes first in the alphabet.
-- entity_b: The other one.
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
-- starts: Where in the document's text names of either start, in order.
-- ends: Where they end.
WITH together AS (
    SELECT
        entity_a,
        entity_b,
        doc_id,
        sentence,
        sentences.start,
        sentences."end",
        sentences.language,
        relation <> 'origin' AS derived,
        published_earliest,
        published_latest,
        outlet,
        title,
        origin_id,
        row_number() OVER (PARTITION BY entity_a, entity_b, doc_id ORDER BY sentence) AS in_document
    FROM named_together
    JOIN sentences USING (doc_id, sentence)
    JOIN document_list USING (doc_id)
    WHERE entity_a IN (SELECT unnest($entities)) AND entity_b IN (SELECT unnest($entities))
),

chosen AS (
    SELECT *
    FROM together
    QUALIFY
        row_number() OVER (
            PARTITION BY entity_a, entity_b ORDER BY in_document, derived, published_earliest NULLS LAST, doc_id, sentence
        ) <= $cap
),

named AS (
    SELECT
        entity_a,
        entity_b,
        doc_id,
        sentence,
        list(mentions.start ORDER BY mentions.start) AS starts,
        list(mentions."end" ORDER BY mentions.start) AS ends
    FROM chosen
    JOIN mentions USING (doc_id, sentence)
    WHERE entity_id IN (entity_a, entity_b)
    GROUP BY entity_a, entity_b, doc_id, sentence
)

SELECT
    entity_a,
    entity_b,
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
JOIN named USING (entity_a, entity_b, doc_id, sentence)
JOIN documents USING (doc_id)
ORDER BY entity_a, entity_b, chosen.published_earliest NULLS LAST, doc_id, sentence
