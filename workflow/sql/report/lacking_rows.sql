-- row: one who is quoted by outlets of one side only, and named by those of another side without being quoted; at most `$lacking` speakers
-- entity_id: Who it is.
-- name: The name.
-- country: ISO 3166-1 code of the country it belongs to.
-- outlet_side: The side that quotes.
-- quotes: Number of its quotes that are counted.
-- other_side: A side that names but does not quote.
-- documents: Number of its documents that name the speaker, each origin counted once for each side.
-- total: Number of such speakers.
WITH one_sided AS (
    SELECT
        entity_id,
        any_value(outlet_side) AS outlet_side,
        sum(quotes)::BIGINT AS quotes
    FROM voice_counts
    WHERE outlet_side IS NOT NULL AND quotes > 0
    GROUP BY entity_id
    HAVING count(DISTINCT outlet_side) = 1
),

silent AS (
    SELECT
        entity_id,
        framed_documents.outlet_side AS other_side,
        count(DISTINCT doc_id) AS documents
    FROM sentence_entities
    JOIN framed_documents USING (doc_id)
    JOIN one_sided USING (entity_id)
    WHERE framed_documents.outlet_side <> one_sided.outlet_side
    GROUP BY entity_id, other_side
),

chosen AS (
    SELECT entity_id, sum(documents)::BIGINT AS naming, count(*) OVER () AS total
    FROM silent
    JOIN one_sided USING (entity_id)
    GROUP BY entity_id, quotes
    ORDER BY least(naming, quotes) DESC, quotes DESC, entity_id
    LIMIT $lacking
)

SELECT
    entity_id,
    coalesce(name, entity_id) AS name,
    country,
    outlet_side,
    quotes,
    other_side,
    silent.documents,
    total
FROM chosen
JOIN one_sided USING (entity_id)
JOIN silent USING (entity_id)
LEFT JOIN entities USING (entity_id)
ORDER BY least(chosen.naming, quotes) DESC, quotes DESC, entity_id, silent.documents DESC, other_side
