-- row: one country, or entity without one, that did something to somebody or had it done; at most `$matrix`
-- node: ISO 3166-1 code of the country; the identifier of an entity without one.
-- name: Name of that entity; NULL for a country.
-- acts: Number of asserted acts that it had a part in.
-- total: Number of such.
WITH sides AS (
    SELECT act, actor AS node
    FROM act_pairs
    UNION
    SELECT act, recipient AS node
    FROM act_pairs
)

SELECT
    node,
    any_value(entities.name) AS name,
    count(*) AS acts,
    count(*) OVER () AS total
FROM sides
LEFT JOIN entities ON entities.entity_id = node
GROUP BY node
ORDER BY acts DESC, node
LIMIT $matrix
