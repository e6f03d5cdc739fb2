-- row: one of the spellings of the entities with most of them, at most `$each` of each of `$entities` entities, one script after another
-- entity_id: The entity.
-- surface: The spelling.
-- language: The language in which it is commonest.
-- spellings: Number of spellings of the entity, each in each language.
WITH counted AS (
    SELECT entity_id, count(*) AS spellings
    FROM entity_spellings
    WHERE entity_id IN (SELECT unnest($ids))
    GROUP BY entity_id
    ORDER BY spellings DESC, entity_id
    LIMIT $entities
),

-- what differs in capitals alone is no other spelling here
told AS (
    SELECT entity_id, surface, language, mentions
    FROM entity_spellings
    WHERE entity_id IN (SELECT entity_id FROM counted)
    QUALIFY row_number() OVER (PARTITION BY entity_id, lower(surface) ORDER BY mentions DESC, language, surface) = 1
),

ranked AS (
    SELECT *, row_number() OVER (PARTITION BY entity_id, language ORDER BY mentions DESC, surface) AS in_language
    FROM told
)

SELECT
    entity_id,
    surface,
    language,
    spellings
FROM ranked
JOIN counted USING (entity_id)
QUALIFY row_number() OVER (PARTITION BY entity_id ORDER BY in_language, mentions DESC, surface) <= $each
ORDER BY spellings DESC, entity_id, in_language, mentions DESC, surface
