-- row: one measured accuracy
SELECT
    stage,
    language,
    dataset,
    measure,
    value,
    low,
    high,
    n
FROM read_parquet($scores)
ORDER BY stage, language, dataset, measure
