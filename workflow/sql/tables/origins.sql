-- row: one document in a group of documents with one origin
SELECT
    origin_id,
    doc_id,
    relation,
    similarity
FROM read_parquet($origins)
ORDER BY origin_id, doc_id
