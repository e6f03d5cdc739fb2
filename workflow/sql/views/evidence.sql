-- row: one name with the sentence it stands in: what a number about an entity was counted from
-- entity_id: The entity named, as in `entities`.
-- doc_id: The document, as in `documents`.
-- origin_id: The group of documents with one origin that it belongs to.
-- outlet: Who published it.
-- published_earliest: First day on which it may have been published.
-- title: Title of the document.
-- language: Language of the sentence, ISO 639-1.
-- surface: The name as written.
-- spelling: The name on one line, as `surface` of `aliases`.
-- text: The sentence.
-- start: First code point of the name in `documents.text`, counted from 0.
-- end: One past the last code point of the name in `documents.text`.
SELECT
    entity_id,
    doc_id,
    origin_id,
    outlet,
    published_earliest,
    title,
    mentions.language,
    surface,
    spelling,
    substring(documents.text, sentences.start + 1, sentences."end" - sentences.start) AS text,
    mentions.start,
    mentions."end"
FROM mentions
JOIN sentences USING (doc_id, sentence)
JOIN documents USING (doc_id)
WHERE entity_id IS NOT NULL
ORDER BY entity_id, published_earliest NULLS LAST, doc_id, mentions.start
