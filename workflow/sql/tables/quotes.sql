-- row: one stretch of quoted or reported speech
WITH

told AS (
    SELECT
        doc_id,
        quote,
        arg_min(
            fidelity,
            list_position(['other_speaker', 'altered', 'shortened', 'translated', 'verbatim'], fidelity)
        ) AS fidelity
    FROM read_parquet($parallels)
    GROUP BY doc_id, quote
)

SELECT
    doc_id,
    quote,
    sentence,
    start,
    "end",
    kind,
    speaker_id,
    speaker_start,
    speaker_end,
    speaker_basis,
    cue,
    cue_start,
    cue_end,
    score,
    language,
    CASE WHEN kind = 'direct' THEN coalesce(told.fidelity, 'only_here') END AS fidelity
FROM read_parquet($speech)
LEFT JOIN told USING (doc_id, quote)
ORDER BY doc_id, quote
