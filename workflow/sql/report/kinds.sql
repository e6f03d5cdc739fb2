-- row: one entity in the list of its kind, at most `$lines` in each
-- kind: Its kind.
-- total: Number of entities of the kind.
-- entity_id: The entity.
-- name: Its name.
-- documents: Number of documents that name it.
SELECT
    kind,
    count(*) OVER (PARTITION BY kind) AS total,
    entity_id,
    name,
    documents
FROM entities
WHERE mentions > 0
QUALIFY row_number() OVER (PARTITION BY kind ORDER BY origins DESC, documents DESC, mentions DESC, entity_id) <= $lines
ORDER BY kind, origins DESC, documents DESC, mentions DESC, entity_id
