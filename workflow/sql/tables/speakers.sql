-- row: one of those who said a quote
SELECT
    doc_id,
    quote,
    entity_id
FROM read_parquet($speakers)
ORDER BY doc_id, quote, entity_id
