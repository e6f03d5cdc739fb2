-- row: one outlet that uses loaded terms, at most `$outlets`, the one that uses most first
-- outlet: The outlet; NULL where it is not known.
-- outlet_side: Its side.
-- own_words: Number of its own words, each origin counted once for each side.
-- own: Number of uses of loaded terms in its own words.
-- quoted: Number of uses in direct quotes.
-- scare: Number of uses in its own words that it keeps away from.
-- total: Number of such outlets.
WITH written AS (
    SELECT outlet, outlet_side, sum(own_words) AS own_words
    FROM framed_documents
    GROUP BY outlet, outlet_side
),

used AS (
    SELECT outlet, outlet_side, sum(own) AS own, sum(quoted) AS quoted, sum(scare) AS scare
    FROM term_counts
    WHERE entity_id IS NULL
    GROUP BY outlet, outlet_side
)

SELECT
    used.outlet,
    used.outlet_side,
    own_words::BIGINT AS own_words,
    own::BIGINT AS own,
    quoted::BIGINT AS quoted,
    scare::BIGINT AS scare,
    count(*) OVER () AS total
FROM used
JOIN written ON written.outlet IS NOT DISTINCT FROM used.outlet AND written.outlet_side IS NOT DISTINCT FROM used.outlet_side
ORDER BY own + quoted DESC, used.outlet NULLS LAST
LIMIT $outlets
