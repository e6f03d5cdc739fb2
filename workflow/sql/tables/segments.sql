-- row: one stretch of a document, shard after shard
SELECT
    doc_id,
    segment,
    start,
    "end",
    role,
    rule,
    language,
    language_score
FROM read_parquet($segments)
ORDER BY doc_id, segment
