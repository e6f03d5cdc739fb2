-- row: one event in a document between two identifiers, both included
-- doc_id: The document.
-- event: The event.
-- sentence: The sentence that tells it.
-- start: Where the words start that tell what was done.
-- end: Where they end.
-- type: PLOVER's type of the event, or `STATE`.
-- mode: How those who met met.
-- status: Whether it is asserted, denied, planned or hypothetical.
-- earliest: First day on which it may have happened.
-- latest: Last day on which it may have happened.
-- actors: Names of those who did it, or met.
-- recipients: Names of those to whom it was done.
WITH named AS (
    SELECT
        doc_id,
        event,
        role,
        entity_id,
        coalesce(any_value(name), entity_id) AS name,
        min(start) AS begins
    FROM event_actors
    LEFT JOIN entities USING (entity_id)
    WHERE doc_id BETWEEN $first AND $last AND entity_id IS NOT NULL
    GROUP BY doc_id, event, role, entity_id
),

parties AS (
    SELECT
        doc_id,
        event,
        list(name ORDER BY begins, entity_id) FILTER (WHERE role = 'actor') AS actors,
        list(name ORDER BY begins, entity_id) FILTER (WHERE role = 'recipient') AS recipients
    FROM named
    GROUP BY doc_id, event
)

SELECT
    doc_id,
    event,
    sentence,
    trigger_start AS start,
    trigger_end AS "end",
    type,
    mode,
    status,
    earliest,
    latest,
    coalesce(actors, []) AS actors,
    coalesce(recipients, []) AS recipients
FROM events
LEFT JOIN parties USING (doc_id, event)
WHERE doc_id BETWEEN $first AND $last
ORDER BY doc_id, trigger_start, trigger_end DESC, event
