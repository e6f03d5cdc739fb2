-- row: two of the entities that a sentence names together
-- entity_a: The one whose identifier comes first in the alphabet.
-- entity_b: The other one.
-- sentences: Number of sentences that name both.
-- documents: Number of documents with such sentences.
SELECT
    entity_a,
    entity_b,
    sentences,
    documents
FROM entity_pairs
WHERE entity_a IN (SELECT unnest($entities)) AND entity_b IN (SELECT unnest($entities))
ORDER BY sentences DESC, entity_a, entity_b
