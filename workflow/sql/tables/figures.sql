-- row: one number that somebody claims
SELECT
    doc_id,
    figure,
    sentence,
    start,
    "end",
    surface,
    least,
    most,
    approximate,
    unit,
    counts,
    earliest,
    latest,
    quote,
    claimed_by,
    language
FROM read_parquet($figures)
ORDER BY doc_id, figure
