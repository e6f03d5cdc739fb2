-- row: one direct quote, and the same words in another document
SELECT
    doc_id,
    quote,
    other_doc,
    other_start,
    other_end,
    other_quote,
    fidelity,
    similarity
FROM read_parquet($parallels)
ORDER BY doc_id, quote, other_doc, other_start, other_end
