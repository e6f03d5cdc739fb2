-- row: one spelling of an entity in a language, by one rule: how often it was so spelled, and the least certain mention
WITH counted AS (
    SELECT
        entity_id,
        surface,
        spelling,
        language,
        rule,
        min(score) AS score,
        count(*) AS mentions
    FROM read_parquet($mentions)
    WHERE entity_id IS NOT NULL
    GROUP BY ALL
)

SELECT
    entity_id,
    spelling AS surface,
    language,
    rule,
    min(least(counted.score, coalesce(merges.likeness, 1.0))) AS score,
    sum(counted.mentions)::BIGINT AS mentions
FROM counted
LEFT JOIN read_parquet($merges) AS merges USING (entity_id, surface, language, rule)
GROUP BY entity_id, spelling, language, rule
ORDER BY entity_id, surface, language, rule
