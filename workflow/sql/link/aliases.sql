-- row: one spelling of an entity in a language, by one rule: how often it was so spelled, and the least certain mention
SELECT
    entity_id,
    surface,
    language,
    rule,
    min(score) AS score,
    count(*) AS mentions
FROM read_parquet($mentions)
WHERE entity_id IS NOT NULL
GROUP BY ALL
ORDER BY entity_id, surface, language, rule
