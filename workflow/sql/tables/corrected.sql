-- row: one mention that a correction changed or dropped
SELECT
    correction,
    doc_id,
    sentence,
    start,
    "end",
    surface,
    kind,
    language,
    before,
    after
FROM read_parquet($corrected)
ORDER BY correction, doc_id, start, "end"
