-- row: one sign, shard after shard
SELECT
    doc_id,
    signal,
    score,
    start,
    "end",
    detail
FROM read_parquet($signals)
ORDER BY doc_id, signal, start, "end", detail
