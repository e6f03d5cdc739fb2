-- row: one document with one sign
-- signal: What the sign is of, as in `signals`.
-- doc_id: The document.
-- score: Confidence in the sign, 0 to 1: the highest of its stretches.
-- stretches: Number of stretches that show it.
SELECT
    signal,
    doc_id,
    max(score) AS score,
    count(*) AS stretches
FROM signals
GROUP BY signal, doc_id
ORDER BY signal, score DESC, doc_id
