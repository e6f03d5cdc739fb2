-- row: the direct quotes of which the other documents make one thing
-- fidelity: What they make of them.
-- quotes: Number of such quotes that are counted.
SELECT
    fidelity,
    count(*) AS quotes
FROM told_quotes
JOIN quotes USING (doc_id, quote)
WHERE counted AND fidelity IS NOT NULL
GROUP BY fidelity
ORDER BY fidelity
