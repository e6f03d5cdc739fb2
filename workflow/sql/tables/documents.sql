-- row: one document; joined from the left, so that a document which a stage forgot is an error and not a gap
SELECT
    doc_id,
    parsed.source_path,
    parsed.record,
    parsed.sha256,
    parsed.url,
    parsed.outlet,
    published.title,
    published.language,
    published.language_score,
    published.published_earliest,
    published.published_latest,
    published.published_basis,
    origins.origin_id,
    published.words,
    parsed.text
FROM read_parquet($parsed) AS parsed
LEFT JOIN read_parquet($published) AS published USING (doc_id)
LEFT JOIN read_parquet($origins) AS origins USING (doc_id)
ORDER BY doc_id
