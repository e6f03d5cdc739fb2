-- row: one entity, at most `$actors`: those that most origins name
-- entity_id: The entity.
-- kind: Its kind.
-- name: Its name.
-- country: ISO 3166-1 code of its country.
-- basis: Whether the domain pack describes it.
-- documents: Number of documents that name it.
-- origins: Number of origins that name it.
-- mentions: Number of times it is named.
-- total: Number of entities that are named at all.
SELECT
    entity_id,
    kind,
    name,
    country,
    basis,
    documents,
    origins,
    mentions,
    count(*) OVER () AS total
FROM entities
WHERE mentions > 0
ORDER BY origins DESC, documents DESC, mentions DESC, entity_id
LIMIT $actors
