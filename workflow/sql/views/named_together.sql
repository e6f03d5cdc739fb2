-- row: two entities in one sentence that names both; a sentence that names more than 200 entities is a list and is left out
-- doc_id: The document, as in `documents`.
-- sentence: The sentence, as in `sentences`.
-- entity_a: The entity whose identifier comes first in the alphabet, as in `entities`.
-- entity_b: The other one.
WITH few AS (
    SELECT doc_id, sentence, entity_id
    FROM sentence_entities
    QUALIFY count(*) OVER (PARTITION BY doc_id, sentence) <= 200
)

SELECT
    doc_id,
    sentence,
    a.entity_id AS entity_a,
    b.entity_id AS entity_b
FROM few AS a
JOIN few AS b USING (doc_id, sentence)
WHERE a.entity_id < b.entity_id
