-- row: one term of office of one of the entities
-- entity_id: The person.
-- title: The office.
-- earliest: Its first day.
-- latest: Its last day; NULL where it still runs.
SELECT
    entity_id,
    title,
    earliest,
    latest
FROM offices
WHERE entity_id IN (SELECT unnest($ids))
ORDER BY entity_id, earliest, title
