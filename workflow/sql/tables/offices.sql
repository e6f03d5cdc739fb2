-- row: one term of office of a person of the domain pack
SELECT
    entity_id,
    title,
    earliest,
    latest
FROM read_parquet($offices)
ORDER BY entity_id, earliest, title
