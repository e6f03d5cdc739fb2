-- row: one term in the words of one side; of loaded terms (`$rival` false) or rival names, at most `$terms` terms, the most used first
-- term_id: The term.
-- frame: What the word makes of what it names.
-- side: The side whose word it is.
-- entity_id: What a rival name names.
-- entity: Name of that entity; NULL where no text names it otherwise.
-- outlet_side: The side of the outlets.
-- outlet: The outlet.
-- own: Number of uses in its own words.
-- quoted: Number of uses in direct quotes.
-- documents: Number of documents that use it in their own words.
-- quoting: Number of documents that use it in direct quotes.
-- total: Number of such terms.
WITH ranked AS (
    SELECT term_id, sum(own + quoted) AS uses
    FROM term_counts
    WHERE (entity_id IS NOT NULL) = $rival
    GROUP BY term_id
),

chosen AS (
    SELECT *, count(*) OVER () AS total
    FROM ranked
    ORDER BY uses DESC, term_id
    LIMIT $terms
)

SELECT
    term_id,
    frame,
    side,
    term_counts.entity_id,
    entities.name AS entity,
    outlet_side,
    outlet,
    own,
    quoted,
    term_counts.documents,
    quoting,
    total
FROM chosen
JOIN term_counts USING (term_id)
LEFT JOIN entities ON entities.entity_id = term_counts.entity_id
ORDER BY uses DESC, term_id, outlet_side NULLS LAST, own + quoted DESC, outlet NULLS LAST
