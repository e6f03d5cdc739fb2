-- row: one name in a text
SELECT
    doc_id,
    mention,
    sentence,
    start,
    "end",
    surface,
    kind,
    entity_id,
    method,
    score,
    language,
    rule,
    spelling
FROM read_parquet($mentions)
ORDER BY doc_id, mention
