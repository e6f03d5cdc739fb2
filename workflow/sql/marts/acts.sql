-- row: one act: the events of one type, mode and status, of the same parties and on days that overlap, told once or more
-- act: The act, as in `event_acts`.
-- doc_id: The document of the event that stands for it.
-- event: That event.
-- type: PLOVER's type of the event, or `STATE`.
-- mode: How those who met met; NULL for other types and where it cannot be told.
-- kind: The mode, or the type where there is no mode.
-- status: Whether it is `asserted`, `denied`, `planned` or `hypothetical`.
-- earliest: First day on which it may have happened; NULL where that cannot be told.
-- latest: Last day on which it may have happened.
-- date_basis: What the days were told by, as in `events`.
-- month: First day of the month it happened in; NULL where the days leave more than one month open, or are missing.
-- year: First day of the year it happened in; NULL where the days leave more than one year open, or are missing.
-- place_id: Where it happened; NULL where that is not told.
-- main: Whether a document that tells it is about it.
-- parties: Number of those who had a part in it and are known.
-- tellings: Number of events that tell it.
-- documents: Number of documents that tell it, copies included.
-- origins: Number of origins of these documents.
WITH told AS (
    SELECT
        act,
        count(*) AS tellings,
        count(DISTINCT event_acts.doc_id) AS documents,
        count(DISTINCT origin_id) AS origins,
        bool_or(main) AS main,
        arg_min(place_id, (NOT first, event_acts.doc_id, event)) FILTER (WHERE place_id IS NOT NULL) AS place_id
    FROM event_acts
    JOIN events USING (doc_id, event)
    JOIN origins USING (doc_id)
    GROUP BY act
),

taking_part AS (
    SELECT doc_id, event, count(DISTINCT entity_id) AS parties
    FROM event_actors
    GROUP BY doc_id, event
)

SELECT
    act,
    doc_id,
    event,
    type,
    mode,
    coalesce(mode, type) AS kind,
    status,
    earliest,
    latest,
    date_basis,
    if(date_trunc('month', earliest) = date_trunc('month', latest), date_trunc('month', earliest)::DATE, NULL) AS month,
    if(date_trunc('year', earliest) = date_trunc('year', latest), date_trunc('year', earliest)::DATE, NULL) AS year,
    told.place_id,
    told.main,
    coalesce(parties, 0) AS parties,
    tellings,
    documents,
    origins
FROM event_acts
JOIN events USING (doc_id, event)
JOIN told USING (act)
LEFT JOIN taking_part USING (doc_id, event)
WHERE first
ORDER BY earliest NULLS LAST, latest, doc_id, event
