-- row: one term of office of a person of the domain pack
SELECT
    entity_id,
    title,
    earliest,
    latest,
    body,
    country
FROM read_parquet($offices)
ORDER BY entity_id, earliest, title
