-- row: one measured accuracy; of precision, recall and F1 of one thing the last alone, all three are in `scores`
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
WHERE
    NOT regexp_matches(measure, '_(precision|recall)$')
    OR NOT EXISTS (
        SELECT 1
        FROM scores AS whole
        WHERE
            whole.stage = scores.stage
            AND whole.dataset = scores.dataset
            AND whole.language = scores.language
            AND whole.measure = regexp_replace(scores.measure, '_(precision|recall)$', '_f1')
    )
ORDER BY dataset, stage, measure, language <> 'all', language
