-- row: one person, organisation, place or agreement
SELECT
    entity_id,
    kind,
    name,
    country,
    basis,
    mentions,
    documents,
    origins
FROM read_parquet($entities)
ORDER BY entity_id
