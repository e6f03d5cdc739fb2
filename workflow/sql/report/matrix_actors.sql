-- row: one entity of the matrix, at most `$matrix`: persons, organisations and countries that most origins name
-- entity_id: The entity.
-- name: Its name.
-- kind: Its kind.
SELECT
    entity_id,
    name,
    kind
FROM entities
WHERE mentions > 0 AND (kind IN ('PER', 'ORG') OR entity_id LIKE 'country:%')
ORDER BY origins DESC, documents DESC, mentions DESC, entity_id
LIMIT $matrix
