-- row: one entity in the sentences of one language
-- entity_id: The entity, as in `entities`.
-- language: Language of the sentences, ISO 639-1.
-- documents: Number of documents with such sentences, copies included.
-- mentions: Number of mentions in them.
SELECT
    entity_id,
    language,
    count(DISTINCT doc_id) AS documents,
    count(*) AS mentions
FROM mentions
WHERE entity_id IS NOT NULL
GROUP BY entity_id, language
ORDER BY entity_id, language
