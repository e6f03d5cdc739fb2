-- row: one term of office of a person in a body of no one country, such as the European Union
-- entity_id: The person.
-- body: The body.
-- earliest: The first day.
-- latest: The last day; the end of the calendar where the term still runs.
SELECT
    entity_id,
    body,
    earliest,
    coalesce(latest, DATE '9999-12-31') AS latest
FROM offices
WHERE body IS NOT NULL AND country IS NULL
ORDER BY entity_id, body, earliest
