-- row: one use of a term or rival name from the pack
SELECT
    doc_id,
    start,
    "end",
    surface,
    term_id,
    frame,
    side,
    in_quote,
    quote,
    speaker_id,
    scare,
    entity_id,
    sentence,
    language
FROM read_parquet($terms)
ORDER BY doc_id, start, "end", term_id
