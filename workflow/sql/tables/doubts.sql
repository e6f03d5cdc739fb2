-- row: two entities that may be one, and were not joined
SELECT
    entity_a,
    entity_b,
    name_a,
    name_b,
    score,
    reason
FROM read_parquet($doubts)
ORDER BY entity_a, entity_b
