-- row: one act that is told as having happened, with one of those who did it and one of those to whom it was done, by their countries
-- act: The act.
-- type: PLOVER's type of the event, or `STATE`.
-- actor: ISO 3166-1 code of the country of who did it; the identifier of an entity without a country. Of those who met each is both.
-- recipient: The same of to whom it was done. An act of more than 20 parties is a list and is left out.
WITH parties AS (
    SELECT
        act,
        type,
        entity_id,
        coalesce(country, entity_id) AS node,
        bool_or(role = 'actor') AS acting,
        bool_or(role = 'recipient') AS receiving
    FROM acts
    JOIN event_actors USING (doc_id, event)
    LEFT JOIN entities USING (entity_id)
    WHERE status = 'asserted' AND entity_id IS NOT NULL
    GROUP BY act, type, entity_id, country
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
