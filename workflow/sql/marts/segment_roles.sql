-- row: the stretches of text to which one rule gave one role
-- role: What they are in the page, as in `segments`.
-- rule: The rule.
-- segments: Number of stretches.
-- documents: Number of documents they stand in.
-- characters: Their length together, in Unicode code points.
SELECT
    role,
    rule,
    count(*) AS segments,
    count(DISTINCT doc_id) AS documents,
    sum("end" - start)::BIGINT AS characters
FROM segments
GROUP BY role, rule
ORDER BY role, rule
