-- row: one act that is told as having happened, with one of those who did it and one of those to whom it was done, by their countries
-- act: The act.
-- type: PLOVER's type of the event, or `STATE`.
-- actor: ISO 3166-1 code of the country of who did it; the identifier of an entity without a country. Who then served a body of several
--  countries counts for that body, or alone where no text names it. Of those who met each is both.
-- recipient: The same of to whom it was done. An act of more than 20 parties is a list and is left out.
WITH placed AS (
    SELECT
        act,
        type,
        event_actors.entity_id,
        role,
        CASE
            WHEN served.entity_id IS NULL THEN coalesce(entities.country, event_actors.entity_id)
            ELSE coalesce(bodies.entity_id, event_actors.entity_id)
        END AS node
    FROM acts
    JOIN event_actors USING (doc_id, event)
    JOIN documents USING (doc_id)
    LEFT JOIN entities ON entities.entity_id = event_actors.entity_id
    LEFT JOIN served
        ON
            served.entity_id = event_actors.entity_id
            AND published_latest >= served.earliest
            AND published_earliest <= served.latest
    LEFT JOIN entities AS bodies ON bodies.entity_id = served.body
    WHERE status = 'asserted' AND event_actors.entity_id IS NOT NULL
),

parties AS (
    SELECT
        act,
        type,
        entity_id,
        min(node) AS node,
        bool_or(role = 'actor') AS acting,
        bool_or(role = 'recipient') AS receiving
    FROM placed
    GROUP BY act, type, entity_id
    QUALIFY count(*) OVER (PARTITION BY act) <= 20
)

SELECT DISTINCT
    one.act,
    one.type,
    one.node AS actor,
    other.node AS recipient
FROM parties AS one
JOIN parties AS other ON other.act = one.act AND other.entity_id <> one.entity_id
WHERE (one.acting AND other.receiving) OR (one.type = 'CONSULT' AND (one.acting OR other.acting))
ORDER BY one.act, actor, recipient
