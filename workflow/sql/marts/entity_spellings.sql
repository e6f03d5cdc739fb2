-- row: one spelling of an entity in one language
-- entity_id: The entity, as in `entities`.
-- surface: The spelling as it stands in the texts, on one line: `spelling` of `mentions`.
-- language: Language of the sentences it stands in, ISO 639-1.
-- documents: Number of documents with the spelling, copies included.
-- mentions: Number of mentions so spelled.
SELECT
    entity_id,
    spelling AS surface,
    language,
    count(DISTINCT doc_id) AS documents,
    count(*) AS mentions
FROM mentions
WHERE entity_id IS NOT NULL
GROUP BY entity_id, spelling, language
ORDER BY entity_id, surface, language
