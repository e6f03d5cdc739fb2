-- row: two entities that may be one, at most `$doubts` pairs, the likeliest first
-- entity_a: The one.
-- entity_b: The other.
-- name_a: The spelling of the one that is nearest to the other.
-- name_b: The same of the other.
-- known_a: Name of the one; NULL where no text names it.
-- known_b: Name of the other; NULL where no text names it.
-- kind: Their kind; NULL where no text names either.
-- score: How alike the names are.
-- reason: What they have in common, or what kept them apart.
-- total: Number of such pairs.
SELECT
    entity_a,
    entity_b,
    name_a,
    name_b,
    a.name AS known_a,
    b.name AS known_b,
    coalesce(a.kind, b.kind) AS kind,
    score,
    reason,
    count(*) OVER () AS total
FROM doubts
LEFT JOIN entities AS a ON doubts.entity_a = a.entity_id
LEFT JOIN entities AS b ON doubts.entity_b = b.entity_id
ORDER BY score DESC, coalesce(a.mentions, 0) + coalesce(b.mentions, 0) DESC, entity_a, entity_b
LIMIT $doubts
