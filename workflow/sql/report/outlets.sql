-- row: one outlet, at most `$lines`, the ones with most documents first
-- outlet: Who published the documents; NULL where that is not known.
-- total: Number of outlets, the unknown one included where there are documents without.
-- documents: Number of its documents.
-- origins: Number of origins among them.
-- first: First day on which any of them may have been published.
-- last: Last day on which any of them may have been published.
SELECT
    outlet,
    count(*) OVER () AS total,
    documents,
    origins,
    first,
    last
FROM outlet_counts
ORDER BY documents DESC, outlet NULLS LAST
LIMIT $lines
