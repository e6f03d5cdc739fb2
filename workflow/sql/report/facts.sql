-- row: one fact about the run
-- key: What it is about.
-- value: The fact.
SELECT
    key,
    value
FROM runs
ORDER BY key
