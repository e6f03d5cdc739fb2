-- row: one coded event
SELECT
    doc_id,
    event,
    sentence,
    start,
    "end",
    type,
    mode,
    status,
    claimed_by,
    earliest,
    latest,
    date_basis,
    date_start,
    date_end,
    place_id,
    trigger_start,
    trigger_end,
    trigger,
    main,
    score,
    language
FROM read_parquet($events)
ORDER BY doc_id, event
