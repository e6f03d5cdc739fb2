-- row: one measured accuracy
-- stage: The stage that was measured.
-- dataset: The gold data measured on.
-- language: Language of the documents measured.
-- measure: What was measured.
-- value: The figure, 0 to 1.
-- low: Lower end of its 95 % interval.
-- high: Upper end of its 95 % interval.
-- n: Number of cases.
SELECT
    stage,
    dataset,
    language,
    measure,
    value,
    low,
    high,
    n
FROM scores
ORDER BY dataset, stage, measure, language <> 'all', language
