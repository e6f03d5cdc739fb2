-- row: one entity in one sentence that names it
-- doc_id: The document, as in `documents`.
-- sentence: The sentence, as in `sentences`.
-- entity_id: The entity, as in `entities`.
-- language: Language of the sentence, ISO 639-1.
-- mentions: Number of times the sentence names it.
SELECT
    doc_id,
    sentence,
    entity_id,
    language,
    count(*) AS mentions
FROM mentions
WHERE entity_id IS NOT NULL
GROUP BY doc_id, sentence, entity_id, language
ORDER BY doc_id, sentence, entity_id, language
