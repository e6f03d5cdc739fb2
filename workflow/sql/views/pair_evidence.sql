-- row: one sentence that names two entities
-- entity_a: The one whose identifier comes first in the alphabet.
-- entity_b: The other one.
-- doc_id: The document, as in `documents`.
-- sentence: The sentence, as in `sentences`.
-- outlet: Who published the document.
-- published_earliest: First day on which it may have been published.
-- title: Title of the document.
-- text: The sentence.
SELECT
    entity_a,
    entity_b,
    doc_id,
    sentence,
    outlet,
    published_earliest,
    title,
    substring(documents.text, sentences.start + 1, sentences."end" - sentences.start) AS text
FROM named_together
JOIN sentences USING (doc_id, sentence)
JOIN documents USING (doc_id)
ORDER BY entity_a, entity_b, published_earliest NULLS LAST, doc_id, sentence
