-- row: one entity: those that most origins name, `$entities` at most, and those of `$also`
-- entity_id: The entity.
-- kind: Its kind.
-- name: Its name.
-- country: ISO 3166-1 code of its country.
-- basis: Whether the domain pack describes it.
-- documents: Number of documents that name it.
-- origins: Number of origins that name it.
-- mentions: Number of times it is named.
-- spellings: Number of its spellings, each in each language.
-- total: Number of entities that are named at all.
WITH spelled AS (
    SELECT entity_id, count(*) AS spellings
    FROM entity_spellings
    GROUP BY entity_id
)

SELECT
    entity_id,
    kind,
    name,
    country,
    basis,
    documents,
    origins,
    mentions,
    spellings,
    count(*) OVER () AS total
FROM entities
JOIN spelled USING (entity_id)
QUALIFY
    row_number() OVER (ORDER BY origins DESC, documents DESC, mentions DESC, entity_id) <= $entities
    OR entity_id IN (SELECT unnest($also))
ORDER BY origins DESC, documents DESC, mentions DESC, entity_id
