-- row: one loaded term in the own words of one of the sides
-- term_id: The term.
-- frame: What the word makes of what it names.
-- outlet_side: The side of the outlets.
-- own: Number of uses in the outlets' own words.
SELECT
    term_id,
    frame,
    outlet_side,
    sum(own)::BIGINT AS own
FROM term_counts
WHERE entity_id IS NULL AND own > 0 AND outlet_side IN (SELECT unnest($sides))
GROUP BY term_id, frame, outlet_side
ORDER BY term_id, frame, outlet_side
