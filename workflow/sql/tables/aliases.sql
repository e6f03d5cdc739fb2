-- row: one spelling of an entity
SELECT
    entity_id,
    surface,
    language,
    rule,
    score,
    mentions
FROM read_parquet($aliases)
ORDER BY entity_id, surface, language, rule
