-- row: one spelling of one of the entities, at most `$lines` of each
-- entity_id: The entity.
-- surface: The spelling.
-- language: The language of the sentences it stands in.
-- mentions: Number of mentions so spelled.
-- total: Number of spellings of the entity.
SELECT
    entity_id,
    surface,
    language,
    mentions,
    count(*) OVER (PARTITION BY entity_id) AS total
FROM entity_spellings
WHERE entity_id IN (SELECT unnest($entities))
QUALIFY row_number() OVER (PARTITION BY entity_id ORDER BY mentions DESC, surface, language) <= $lines
ORDER BY entity_id, mentions DESC, surface, language
