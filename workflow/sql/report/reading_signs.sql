-- row: one sign that a document between two identifiers, both included, bears
-- doc_id: The document.
-- signal: What the sign is of.
-- score: Confidence in it, 0 to 1.
-- details: What is odd, the first five different things.
SELECT
    doc_id,
    signal,
    max(score) AS score,
    list(DISTINCT detail ORDER BY detail)[1:5] AS details
FROM signals
WHERE doc_id BETWEEN $first AND $last
GROUP BY doc_id, signal
ORDER BY doc_id, signal
