-- row: one date expression, shard after shard
SELECT
    doc_id,
    start,
    "end",
    surface,
    earliest,
    latest,
    grain,
    basis,
    flag
FROM read_parquet($dates)
ORDER BY doc_id, start, "end"
