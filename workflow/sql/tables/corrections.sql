-- row: one entry of the file of corrections, and what came of it
SELECT
    correction,
    ruling,
    names,
    entity_id,
    doc_id,
    author,
    reason,
    effect,
    mentions
FROM read_parquet($corrections)
ORDER BY correction
