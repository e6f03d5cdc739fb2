-- row: one record that came in; a copy found by dedupe is no longer `kept`
WITH texts AS (
    SELECT doc_id, text_sha256, relation, origin_id
    FROM read_parquet($parsed) AS parsed
    JOIN read_parquet($origins) AS origins USING (doc_id)
),

originals AS (
    SELECT text_sha256, min(doc_id) AS original
    FROM texts
    WHERE relation <> 'copy'
    GROUP BY text_sha256
),

copies AS (
    SELECT doc_id, coalesce(original, origin_id) AS original
    FROM texts
    LEFT JOIN originals USING (text_sha256)
    WHERE relation = 'copy'
)

SELECT
    source_path,
    record,
    bytes,
    sha256,
    if(original IS NULL, status, 'duplicate') AS status,
    nullif(concat_ws('; ', 'same text as ' || original, reason), '') AS reason,
    doc_id
FROM read_parquet($ledger) AS ledger
LEFT JOIN copies USING (doc_id)
ORDER BY source_path, record
