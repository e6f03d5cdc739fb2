-- row: one sentence, shard after shard
SELECT
    doc_id,
    sentence,
    segment,
    start,
    "end",
    language
FROM read_parquet($sentences)
ORDER BY doc_id, sentence
