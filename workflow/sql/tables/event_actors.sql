-- row: one actor of an event
SELECT
    doc_id,
    event,
    entity_id,
    role,
    start,
    "end",
    basis
FROM read_parquet($event_actors)
ORDER BY doc_id, event, role, start, "end", entity_id
