-- row: one event with the act that it tells: events of one type, mode and status, of the same parties and on days that overlap, are one act
-- doc_id: The document, as in `documents`.
-- event: The event, as in `events`.
-- act: The act: the document and number of the event that stands for it.
--   Statements, events without a day or with more than a week to choose from, and those of which fewer than two parties or not all of them
--   have a name, are one act within one origin only. Of those who met it does not matter who is told to have met whom.
-- first: Whether it is the event that stands for the act: in an origin, what its document is about, the one with the most exact days.
WITH parties AS (
    SELECT
        doc_id,
        event,
        string_agg(DISTINCT entity_id, '|' ORDER BY entity_id) FILTER (WHERE role = 'actor') AS actors,
        string_agg(DISTINCT entity_id, '|' ORDER BY entity_id) FILTER (WHERE role = 'recipient') AS recipients,
        string_agg(DISTINCT entity_id, '|' ORDER BY entity_id) AS everybody,
        count(DISTINCT entity_id) AS known,
        bool_or(entity_id IS NULL) AS nameless
    FROM event_actors
    GROUP BY doc_id, event
),

keyed AS (
    SELECT
        events.doc_id,
        event,
        type,
        mode,
        status,
        earliest,
        latest,
        main,
        relation <> 'origin' AS derived,
        published_earliest,
        -- those who met met each other, whichever of them is told to have acted
        CASE
            WHEN coalesce(known, 0) = 0 THEN concat(events.doc_id, '#', event)
            WHEN type = 'CONSULT' THEN everybody
            ELSE concat(actors, '>', recipients)
        END AS who,
        -- of one party alone, with somebody who has no name, or on no day or any of many, it may be another act in another story
        if(type = 'STATE' OR nameless OR known = 1 OR earliest IS NULL OR latest - earliest > 6, origin_id, '') AS story,
        -- of several that have a day it could be any, or none
        earliest IS NULL AS undated,
        if(latest - earliest > 6, concat(earliest, '/', latest), '') AS span
    FROM events
    JOIN document_list USING (doc_id)
    LEFT JOIN parties USING (doc_id, event)
),

parted AS (
    SELECT
        *,
        coalesce(
            earliest > max(latest) OVER (
                PARTITION BY type, mode, status, who, story, undated, span
                ORDER BY earliest, latest, doc_id, event
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
            ),
            false
        ) AS apart
    FROM keyed
),

numbered AS (
    SELECT
        *,
        sum(apart::INTEGER) OVER (
            PARTITION BY type, mode, status, who, story, undated, span
            ORDER BY earliest, latest, doc_id, event
            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
        ) AS island
    FROM parted
),

ranked AS (
    SELECT
        doc_id,
        event,
        concat(
            first_value(doc_id) OVER telling,
            '-',
            first_value(event) OVER telling
        ) AS act,
        row_number() OVER telling = 1 AS first
    FROM numbered
    WINDOW
        telling AS (
            PARTITION BY type, mode, status, who, story, undated, span, island
            ORDER BY derived, main DESC, latest - earliest NULLS LAST, published_earliest NULLS LAST, doc_id, event
        )
)

SELECT
    doc_id,
    event,
    act,
    first
FROM ranked
ORDER BY doc_id, event
