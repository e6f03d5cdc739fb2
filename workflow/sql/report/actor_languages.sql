-- row: one of the entities in one language
-- entity_id: The entity.
-- language: The language of the sentences.
-- mentions: Number of times they name it.
SELECT
    entity_id,
    language,
    mentions
FROM entity_languages
WHERE entity_id IN (SELECT unnest($entities))
ORDER BY entity_id, mentions DESC, language
