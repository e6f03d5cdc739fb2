-- row: one of the speakers in one outlet; the `$each` that quote the speaker most by name, all others together
-- entity_id: The speaker.
-- place: `named` with the outlet, `unknown` where it is not known, `other` for all others.
-- source: The outlet where it is named; NULL otherwise.
-- quotes: Number of quotes that are counted.
WITH ranked AS (
    SELECT
        entity_id,
        outlet,
        quotes,
        row_number() OVER (PARTITION BY entity_id ORDER BY quotes DESC, outlet NULLS LAST) AS rank
    FROM voice_counts
    WHERE quotes > 0 AND entity_id IN (SELECT unnest($speakers))
)

SELECT
    entity_id,
    CASE WHEN rank > $each THEN 'other' WHEN outlet IS NULL THEN 'unknown' ELSE 'named' END AS place,
    if(rank > $each, NULL, outlet) AS source,
    sum(quotes)::BIGINT AS quotes
FROM ranked
GROUP BY entity_id, place, source
ORDER BY entity_id, place = 'other', quotes DESC, source NULLS LAST
